//! The analysis of the text, recomputed as the user types and never in the way of typing.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::now_ms;
use super::rules::RulesState;
use crate::engine::Analysis;

/// Analyses shorter than this happen at once, between two frames.
const FRAME_MS: f64 = 16.0;
/// Longer ones wait for a pause as long as they take themselves, up to this.
const LONGEST_PAUSE_MS: f64 = 600.0;

fn measured(text: &Rc<str>, ula_seed: u64, took_ms: &Cell<f64>) -> Rc<Analysis> {
    let start = now_ms();
    let analysis = Rc::new(Analysis::seeded(text, ula_seed));
    took_ms.set(now_ms() - start);
    analysis
}

/// The analysis of the text; for a plan so large that it takes longer than a frame, the last one until typing pauses.
/// It is made once more when the rules have come.
#[hook]
pub fn use_analysis(text: &Rc<str>, ula_seed: u64, rules: RulesState) -> Rc<Analysis> {
    let took_ms = use_mut_ref(|| Cell::new(0.0));
    let current = {
        let took_ms = Rc::clone(&took_ms);
        use_state_eq(|| measured(text, ula_seed, &took_ms.borrow()))
    };
    {
        let current = current.clone();
        use_effect_with(
            (Rc::clone(text), ula_seed, rules),
            move |(text, ula_seed, rules)| {
                let (text, ula_seed) = (Rc::clone(text), *ula_seed);
                let is_checked = current.is_checked() || *rules != RulesState::There;
                let pending = if *current.text == *text && current.ula_seed == ula_seed && is_checked {
                    None
                } else if took_ms.borrow().get() <= FRAME_MS && text.len() < 4 * current.text.len().max(4096)
                {
                    current.set(measured(&text, ula_seed, &took_ms.borrow()));
                    None
                } else {
                    let pause = took_ms.borrow().get().clamp(FRAME_MS, LONGEST_PAUSE_MS);
                    Some(Timeout::new(pause as u32, move || {
                        current.set(measured(&text, ula_seed, &took_ms.borrow()));
                    }))
                };
                // A newer text drops the timer of an older one.
                move || drop(pending)
            },
        );
    }
    Rc::clone(&current)
}
