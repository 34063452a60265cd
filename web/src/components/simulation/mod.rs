//! The view "What happens if…": steps on a cluster of the plan, and the Services after each.

pub mod form;
pub mod timeline;
pub mod view;
