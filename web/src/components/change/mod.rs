//! From another plan, or from what runs, to the plan.

pub mod compare;
pub mod reach;
pub mod steps;

mod done;
mod tick_box;
