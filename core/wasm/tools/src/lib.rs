//! The calls of the second WASM module of the npm package, which is loaded when one of them is wanted.
//!
//! What is common to the modules stands in [`dualstack_core::wasm`].

pub mod addresses;
pub mod changes;
pub mod drawings;
pub mod exports;
pub mod fixes;
pub mod fleets;
pub mod imports;
pub mod lint_files;
pub mod rendering;
pub mod rules;
pub mod simulations;
pub mod starts;
pub mod versions;
