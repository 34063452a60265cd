//! Quoting of formats that are no YAML, each in one place.

pub(super) mod csv;
pub(super) mod hcl;
pub(super) mod markdown;
pub(super) mod shell;
pub(super) mod systemd;
