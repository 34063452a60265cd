//! Bringing a place of the plan into view.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{
    HtmlElement, HtmlTextAreaElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::prelude::*;

use super::{document, element, focused};
use crate::components::editor::source::{SOURCE_ID, line_id};
use crate::engine::form::element_id;
use crate::state::selectors::utf16_offset;
use crate::state::{Place, Reveal};

fn scroll_to(element: &HtmlElement) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_inline(ScrollLogicalPosition::Nearest);
    options.set_behavior(ScrollBehavior::Auto);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Focuses an element by its id.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Brings an element into view inside the row it stands in, and moves nothing but that row.
pub fn show_in_row(id: &str) {
    let Some(element) = element(id) else { return };
    let Some(row) = element.parent_element() else {
        return;
    };
    let (inner, outer) = (element.get_bounding_client_rect(), row.get_bounding_client_rect());
    let before = (inner.left() - outer.left()).min(0.0);
    let behind = (inner.right() - outer.right()).max(0.0);
    let by = if before < 0.0 { before } else { behind };
    if by != 0.0 {
        row.set_scroll_left(row.scroll_left() + by.round() as i32);
    }
}

/// Nothing is focused that a user would miss.
fn focus_is_free() -> bool {
    let body = document().and_then(|document| document.body());
    focused().is_none_or(|focused| Some(focused) == body)
}

fn show(text: &str, reveal: &Reveal) {
    let take_focus = reveal.focus || focus_is_free();
    match &reveal.place {
        Place::Field(pointer) => {
            let Some(field) = element(&element_id(pointer)) else {
                return;
            };
            scroll_to(&field);
            if take_focus {
                let _ = field.focus();
            }
        }
        Place::Text {
            line,
            column,
            end_line,
            end_column,
        } => {
            let Some(area) = element(SOURCE_ID).and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok())
            else {
                return;
            };
            let start = utf16_offset(text, *line, *column);
            let end = utf16_offset(text, *end_line, *end_column).max(start);
            let _ = area.set_selection_range(start, end);
            if take_focus {
                let _ = area.focus();
            }
            if let Some(line) = element(&line_id(*line)) {
                scroll_to(&line);
            }
        }
    }
}

/// Shows the place that was asked for last.
#[hook]
pub fn use_reveal(reveal: Option<Reveal>, text: &Rc<str>) {
    let text = Rc::clone(text);
    use_effect_with(reveal, move |reveal| {
        if let Some(reveal) = reveal {
            show(&text, reveal);
        }
    });
}
