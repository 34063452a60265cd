//! Findings: the list and their fixes, what a log line means, and what to check on the machines.

pub mod checklist;
pub mod explain;
pub mod fix;
pub mod list;
pub mod rule_text;
