//! The node blocks as pages of a view that is never a list.

pub mod table;
