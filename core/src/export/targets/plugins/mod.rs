//! CNI plugins.

super::targets!();
