//! The calls of the first WASM module of the npm package: those that nearly everybody makes.
//!
//! What is common to the modules stands in [`dualstack_core::wasm`].

pub mod about;
pub mod cluster;
pub mod lint_files;
pub mod nodes;
pub mod plan;
