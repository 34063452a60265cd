//! The plan for readers and for programs.

super::targets!();
