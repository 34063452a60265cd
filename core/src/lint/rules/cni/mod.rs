//! CNI: CNI plugins: their configuration beside the plan.

super::rules! {}
