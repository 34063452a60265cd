//! Findings: the list and their fixes.

pub mod fix;
pub mod list;
