//! Everything that touches the browser, as functions and hooks. Failures of the browser (no storage, no clipboard) are
//! never failures of the page.

pub mod analysis;
pub mod announce;
pub mod arrivals;
pub mod download;
pub mod exports;
pub mod focus;
pub mod page;
pub mod plans;
pub mod rules;
pub mod scripts;
pub mod settle;
pub mod share_link;
pub mod shortcuts;
pub mod storage;
pub mod texts;

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, Window};

/// The window.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// Milliseconds of a clock that only goes forward.
pub fn now_ms() -> f64 {
    window()
        .and_then(|window| window.performance())
        .map_or(0.0, |clock| clock.now())
}

/// Draws 64 random bits; 0 where the browser gives none.
pub fn random_bits() -> u64 {
    let mut bytes = [0; 8];
    let drawn = window()
        .and_then(|window| window.crypto().ok())
        .map(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    match drawn {
        Some(Ok(_)) => u64::from_le_bytes(bytes),
        _ => 0,
    }
}

/// The element of that id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The element that has the focus, where it is one.
pub fn focused() -> Option<HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}
