//! The boxes in which steps and differences are ticked off, and the line that says how many are.

use std::rc::Rc;

use dualstack_core::i18n::Message;
use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

use super::done::{Mark, Tick, Way};
use crate::components::shell::Dispatch;
use crate::i18n::{I18n, T};
use crate::state::Action;

/// What a tick changes.
pub(super) struct Ticking {
    of: Rc<(Way, Vec<Tick>)>,
    dispatch: Dispatch,
}

impl Ticking {
    /// Of what is ticked off now, and all that there is to tick off.
    pub(super) fn new(way: Way, there: Vec<Tick>, dispatch: Dispatch) -> Ticking {
        Ticking {
            of: Rc::new((way, there)),
            dispatch,
        }
    }

    /// Takes one tick, or its end.
    pub(super) fn of(&self, tick: Tick) -> Callback<Event> {
        let (of, dispatch) = (Rc::clone(&self.of), self.dispatch.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let (way, there) = &*of;
            let after = way.with(tick, input.checked(), there);
            dispatch.send(Action::Way(after.write().into()));
        })
    }
}

/// A box with its words, named with the title of what it stands in.
pub(super) fn tick_box(words: String, title_id: &str, mark: Mark, onchange: Callback<Event>) -> Html {
    let [input_id, words_id, note_id] = ["box", "words", "note"].map(|what| format!("{title_id}-{what}"));
    let has_changed = mark == Mark::Changed;
    html! {
        <div class="tick">
            <label for={input_id.clone()}>
                <input type="checkbox" id={input_id} checked={mark == Mark::Done} {onchange} autocomplete="off"
                    aria-labelledby={format!("{words_id} {title_id}")} aria-describedby={has_changed.then(|| note_id.clone())} />
                <span id={words_id}>{ words }</span>
            </label>
            if has_changed { <span id={note_id} class="field-hint"><T id="tick-changed" /></span> }
        </div>
    }
}

/// How many are done, for eyes and, when it changes, for ears.
pub(super) fn progress(i18n: I18n, id: &'static str, marks: &[Mark]) -> Html {
    let done = marks.iter().filter(|mark| **mark == Mark::Done).count();
    let said = Message::new(id).with("done", done).with("count", marks.len());
    if marks.is_empty() {
        return Html::default();
    }
    html! {
        <div class="done-so-far">
            <progress max={marks.len().to_string()} value={done.to_string()} aria-hidden="true" />
            <p role="status">{ i18n.message(&said) }</p>
        </div>
    }
}
