//! The box for whatever people have, and what was found in it.

pub mod field;
pub mod view;

mod address;
mod cards;
mod pieces;
