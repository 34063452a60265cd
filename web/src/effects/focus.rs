//! Bringing a place of the plan into view.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlElement, HtmlTextAreaElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::prelude::*;

use super::{document, element, focused, now_ms};
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

/// Id of the pane with the plan.
pub const EDITOR_ID: &str = "dsp-editor";
/// For so long it is waited until what has the focus has gone: a large plan is analysed when typing pauses.
const HEIRS_FOR_MS: f64 = 2_000.0;

/// What gets the focus when the element that has it goes away.
struct Heirs {
    elements: Vec<HtmlElement>,
    named_at_ms: f64,
}

thread_local! {
    static HEIRS: RefCell<Option<Heirs>> = const { RefCell::new(None) };
}

/// What a button's neighbours come under.
const LISTED: &str = ".finding, .reserved-item";
/// What a button may stand in beside a field.
const AROUND: [&str; 2] = [".field", ".range-group, .form-blocked, .service"];
const HEADED: &str = "section";

/// To be called before a button takes away what it stands in: the next entry of the list gets the focus then, or else the
/// one before it, the field around the button, the heading above.
pub fn hand_over(event: &MouseEvent) {
    let Some(button) = event.target_dyn_into::<Element>() else {
        return;
    };
    let html = |element: Element| element.dyn_into::<HtmlElement>().ok();
    let within =
        |element: &Element, selector: &str| element.query_selector(selector).ok().flatten().and_then(html);
    let entry = button.closest(LISTED).ok().flatten();
    let around = AROUND.map(|selector| button.closest(selector).ok().flatten());
    let section = button.closest(HEADED).ok().flatten();
    let neighbours = entry
        .into_iter()
        .flat_map(|entry| [entry.next_element_sibling(), entry.previous_element_sibling()]);
    let neighbours = neighbours
        .flatten()
        .filter_map(|neighbour| within(&neighbour, "input").or_else(|| html(neighbour)));
    let elements = neighbours
        .chain(
            around
                .into_iter()
                .flatten()
                .filter_map(|around| within(&around, "input, select, button")),
        )
        .chain(section.and_then(|section| within(&section, "h2[tabindex]")))
        .collect();
    HEIRS.with_borrow_mut(|heirs| {
        *heirs = Some(Heirs {
            elements,
            named_at_ms: now_ms(),
        });
    });
}

fn take_over(fallbacks: &[String]) {
    if !focus_is_free() {
        return;
    }
    let Some(Heirs {
        elements,
        named_at_ms,
    }) = HEIRS.take()
    else {
        return;
    };
    if now_ms() - named_at_ms > HEIRS_FOR_MS {
        return;
    }
    let there = elements.into_iter().filter(|heir| heir.is_connected());
    let last = fallbacks.iter().filter_map(|id| element(id));
    for heir in there.chain(last) {
        let _ = heir.focus();
        if !focus_is_free() {
            return;
        }
    }
}

/// Gives the focus to what was named by [`hand_over`] when it is lost, and to the first of `fallbacks` (ids) when there is
/// nothing of it left or when `view` has changed under it.
#[hook]
pub fn use_heirs<V: PartialEq + 'static>(fallbacks: &[&str], view: V) {
    let fallbacks: Vec<String> = fallbacks.iter().map(|id| (*id).to_owned()).collect();
    let is_first = use_mut_ref(|| true);
    {
        let fallbacks = fallbacks.clone();
        use_effect_with(view, move |_| {
            let is_first = is_first.replace(false);
            if !is_first && focus_is_free() && HEIRS.with_borrow(Option::is_none) {
                fallbacks.first().inspect(|id| focus(id));
            }
        });
    }
    use_effect(move || take_over(&fallbacks));
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

fn show(reveal: &Reveal) {
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
            // The area may hold a part of the text.
            let first = area.get_attribute("data-first-line");
            let before = first
                .and_then(|first| first.parse().ok())
                .map_or(0, |first: usize| first.saturating_sub(1));
            let text = area.value();
            let start = utf16_offset(&text, line.saturating_sub(before), *column);
            let end = utf16_offset(&text, end_line.saturating_sub(before), *end_column).max(start);
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
pub fn use_reveal(reveal: Option<Reveal>) {
    use_effect_with(reveal, |reveal| {
        if let Some(reveal) = reveal {
            show(reveal);
        }
    });
}
