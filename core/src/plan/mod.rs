//! The address plan: what fits, what runs out first, and what growing would need.

pub mod capacity;
