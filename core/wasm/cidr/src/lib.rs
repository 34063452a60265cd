//! The calls of `dualstack-planner/cidr`: a list of networks in, a list out, in one crossing of the boundary.
//!
//! Lists cross as bytes in one of four forms (see [`list`]); a result has the form of what it was made from. What is wrong
//! with a list is thrown as a line `reason`, tab, argument, tab, index (see [`refusal`]), from which `pkg/src/cidr` makes its
//! error. Calls hold nothing between them, so that a fresh instance can replace one that panicked.

#![allow(
    clippy::missing_errors_doc,
    reason = "what is thrown is the same for every call, and stands above"
)]

pub mod list;
pub mod one;
pub mod refusal;
pub mod sets;
pub mod texts;

use wasm_bindgen::prelude::*;

/// Initialises an instance. It runs for the first instance and for a fresh one after a panic.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|report| {
        // The memory of this instance is in an unknown state; the next call runs in a new one.
        wasm_bindgen::handler::schedule_reinit();
        wasm_bindgen::throw_str(&report.to_string());
    }));
}

/// Makes the next call run in a fresh instance, for failures that run no panic hook, such as exhausted memory.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}

/// Does nothing. A fresh instance that was asked for is made at the next call, but behind its arguments, which the glue has
/// copied into the old one by then: so this call, without arguments, comes before.
#[wasm_bindgen]
pub fn fresh() {}
