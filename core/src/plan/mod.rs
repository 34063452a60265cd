//! The address plan: what the ranges of a plan file come to.

pub mod declared;
pub mod map;
pub mod suggest;
