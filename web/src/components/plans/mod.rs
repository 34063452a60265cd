//! Plans that are kept in this browser.

pub mod panel;

mod row;
