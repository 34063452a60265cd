//! Undo and redo by keyboard, outside of fields: inside, the browser's own undo is what people expect.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::{document, focused};
use crate::state::Action;

fn in_text_field() -> bool {
    focused().is_some_and(|element| {
        let text_input = element
            .dyn_ref::<HtmlInputElement>()
            .is_some_and(|input| !matches!(input.type_().as_str(), "button" | "checkbox" | "file" | "radio"));
        text_input || element.tag_name().eq_ignore_ascii_case("textarea")
    })
}

fn action_of(event: &KeyboardEvent) -> Option<Action> {
    let command = event.ctrl_key() || event.meta_key();
    if !command || event.alt_key() || event.is_composing() {
        return None;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Action::Undo),
        ("z", true) | ("y", false) => Some(Action::Redo),
        _ => None,
    }
}

/// Listens while the page is there.
#[hook]
pub fn use_shortcuts(dispatch: &Callback<Action>) {
    use_effect_with(dispatch.clone(), |dispatch| {
        let dispatch = dispatch.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener = document().map(|document| {
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                    return;
                };
                if in_text_field() {
                    return;
                }
                if let Some(action) = action_of(event) {
                    event.prevent_default();
                    dispatch.emit(action);
                }
            })
        });
        move || drop(listener)
    });
}
