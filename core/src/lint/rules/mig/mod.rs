//! MIG: changes of a running cluster: one plan after another.

super::rules! {}
