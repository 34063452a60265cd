//! What Kubernetes itself reads and prints.

pub(super) mod charts;
pub(super) mod command_lines;
pub(super) mod component_config;
pub(super) mod config_map;
pub(super) mod workloads;
