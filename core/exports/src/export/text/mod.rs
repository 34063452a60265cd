//! Quoting of formats other than YAML, each in one place.

pub(super) mod csv;
pub(super) mod hcl;
pub(super) mod markdown;
pub(super) mod shell;
pub(super) mod systemd;

pub(super) use crate::document::write::one_line;
