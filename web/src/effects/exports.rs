//! The exports of the plan: made when typing pauses, a few targets at a time, so that a key is never waited for.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::now_ms;
use super::settle::use_settled;
use crate::engine::Analysis;
use crate::engine::exports::Exports;
use crate::i18n::use_i18n;

/// Pauses shorter than this are within a word.
const PAUSE_MS: u32 = 250;
/// Work between two looks at the keyboard.
const SLICE_MS: f64 = 8.0;

/// The exports as the page holds them: the same as long as nothing was made.
#[derive(Clone)]
pub struct Shared(pub Rc<Exports>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Makes what is left in slices, and shows it when nothing is left.
fn go_on(
    mut exports: Exports,
    left: Vec<&'static str>,
    shown: UseStateSetter<Shared>,
    timer: Rc<RefCell<Option<Timeout>>>,
) {
    let again = Rc::clone(&timer);
    let next = Timeout::new(0, move || {
        let start = now_ms();
        let left = exports.make(left, || now_ms() - start < SLICE_MS);
        if left.is_empty() {
            shown.set(Shared(Rc::new(exports)));
        } else {
            go_on(exports, left, shown, again);
        }
    });
    *timer.borrow_mut() = Some(next);
}

/// The exports of an analysis: those chosen at once, all others soon after. `all` are the ids of every target.
#[hook]
pub fn use_exports(analysis: &Rc<Analysis>, all: &Rc<[&'static str]>, chosen: &Rc<[&'static str]>) -> Shared {
    let language = use_i18n().language;
    let analysis = use_settled(analysis, PAUSE_MS);
    let shown = use_state_eq(|| Shared(Rc::new(Exports::of(&analysis, language, chosen))));
    let timer = use_mut_ref(|| None::<Timeout>);
    {
        let (shown, all, chosen) = (shown.clone(), Rc::clone(all), Rc::clone(chosen));
        use_effect_with((analysis, language), move |(analysis, language)| {
            let current = &shown.0;
            let first = if current.analysis == *analysis && current.language == *language {
                Exports::clone(current)
            } else {
                let exports = current.after(analysis, language, &chosen);
                shown.set(Shared(Rc::new(exports.clone())));
                exports
            };
            go_on(first, all.to_vec(), shown.setter(), Rc::clone(&timer));
            move || drop(timer.borrow_mut().take())
        });
    }
    Shared(Rc::clone(&shown.0))
}
