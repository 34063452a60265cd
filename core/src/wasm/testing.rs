//! Calls and texts that fail on purpose, so that tests can see the next call work.

use wasm_bindgen::prelude::*;

use super::{CallOptions, Outcome, boundary};

/// Panics.
#[wasm_bindgen(js_name = testPanic)]
#[allow(clippy::panic, reason = "this is what the call is for")]
pub fn test_panic() {
    panic!("on purpose");
}

/// The words at which a text makes a call panic.
const WORDS: &str = "panic on purpose";

/// Panics if a text asks for it, so that tests reach a fault through every front door: a file, an element, a call.
pub(super) fn panic_at(text: &str) {
    assert!(!text.contains(WORDS), "on purpose");
}

/// Exhausts the stack.
#[wasm_bindgen(js_name = testOverflow)]
#[allow(unconditional_recursion, reason = "this is what the call is for")]
pub fn test_overflow(depth: u32) -> u32 {
    // `black_box` keeps this from becoming a loop.
    std::hint::black_box(test_overflow(depth.wrapping_add(1))).wrapping_add(1)
}

/// Returns the length of a text in bytes, read through the boundary.
#[wasm_bindgen(js_name = testText)]
pub fn test_text(text: &JsValue, options: &JsValue) -> JsValue {
    boundary::call(options, &mut |_: CallOptions| {
        Ok(Outcome::ok(boundary::text(text)?.len()))
    })
}
