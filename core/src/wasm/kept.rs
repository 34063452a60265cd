//! Analyses that stay between calls, so that many questions about one plan share one.
//!
//! A number stands for each. It is good in the instance that gave it: after a panic the fresh one has none, and the
//! wrapper of the package, which keeps the texts, opens them again.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen::JsValue;

use crate::analyze::Analysis;

/// The open analyses by number, and the last number given.
struct Kept {
    open: BTreeMap<u32, Rc<Analysis>>,
    last: u32,
}

thread_local! {
    static KEPT: RefCell<Kept> = const { RefCell::new(Kept { open: BTreeMap::new(), last: 0 }) };
}

/// Keeps an analysis. Returns its number.
pub fn keep(analysis: Rc<Analysis>) -> u32 {
    KEPT.with_borrow_mut(|kept| {
        kept.last = kept.last.wrapping_add(1);
        kept.open.insert(kept.last, analysis);
        kept.last
    })
}

/// Gives up the analysis of a number. A number without one is no mistake.
pub fn forget(number: u32) {
    let gone = KEPT.with_borrow_mut(|kept| kept.open.remove(&number));
    drop(gone);
}

/// Returns the analysis whose number an argument holds as its member `kept`. `None` if it is something else.
pub fn find(argument: &JsValue) -> Option<Rc<Analysis>> {
    if !argument.is_object() {
        return None;
    }
    // A getter that throws belongs to no number of ours.
    let member = js_sys::Reflect::get(argument, &JsValue::from_str("kept"));
    let number = member.ok()?.as_f64()?;
    KEPT.with_borrow(|kept| {
        let mut open = kept.open.iter();
        open.find(|(known, _)| f64::from(**known) == number)
            .map(|(_, analysis)| Rc::clone(analysis))
    })
}
