//! When a plan runs out.
