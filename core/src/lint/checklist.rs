//! Checks on hosts and installed components that no plan can decide.
