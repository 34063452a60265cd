//! What a running cluster shows, and plans.

pub(super) mod kubectl_version;
pub(super) mod objects;
pub(super) mod plan;
