//! The address bar: the plan as a link while it is short enough, and links that are opened in this tab.

use std::rc::Rc;

use dualstack_core::i18n::Message;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::{now_ms, random_bits, window};
use crate::share::{Link, decode, encode};
use crate::state::{Action, Notice, Tab, Tone};

/// Browsers refuse a page that changes its address too often.
const PAUSE_MS: u32 = 400;

fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default()
}

/// What the address bar holds.
pub fn link_in_address_bar() -> Link {
    decode(&fragment())
}

/// The tab that the address bar names: `#exports`.
pub fn tab_in_address_bar() -> Option<Tab> {
    Tab::parse(fragment().strip_prefix('#')?)
}

/// Why a link was not opened; `None` for links that were, and for none.
pub fn refusal(link: &Link) -> Option<Notice> {
    let message = match link {
        Link::None | Link::Plan(_) => return None,
        Link::UnknownFormat(format) => Message::new("link-unknown-format").with("format", format.as_str()),
        Link::Damaged => Message::new("link-damaged"),
        Link::TooLarge => Message::new("link-too-large"),
    };
    Some(Notice {
        message,
        tone: Tone::Refused,
    })
}

/// The whole link to a text; `None` when it is too long for one.
pub fn link_to(text: &str) -> Option<String> {
    let location = window()?.location();
    let base = format!(
        "{}{}{}",
        location.origin().ok()?,
        location.pathname().ok()?,
        location.search().ok()?
    );
    Some(format!("{base}#{}", encode(text)?))
}

fn write(text: &str) {
    let Some(window) = window() else { return };
    let (Ok(history), Ok(path), Ok(search)) = (
        window.history(),
        window.location().pathname(),
        window.location().search(),
    ) else {
        return;
    };
    // A plan too long for a link leaves no link behind: an old one would lie about what is shown.
    let hash = encode(text).map_or_else(String::new, |fragment| format!("#{fragment}"));
    let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("{path}{search}{hash}")));
}

/// Writes the text into the address bar when typing pauses, and opens what is put there by others. `untouched` is the
/// text the page opened with: an address without a plan stays as it is until something changes.
#[hook]
pub fn use_share_link(text: &Rc<str>, dispatch: &Callback<Action>) {
    let opened_with = use_mut_ref(|| Some(Rc::clone(text)));
    use_effect_with(Rc::clone(text), move |text| {
        let is_first = opened_with.borrow().as_ref().is_some_and(|first| first == text);
        let timer = (!is_first).then(|| {
            *opened_with.borrow_mut() = None;
            let text = Rc::clone(text);
            Timeout::new(PAUSE_MS, move || write(&text))
        });
        move || drop(timer)
    });
    use_effect_with(dispatch.clone(), |dispatch| {
        let dispatch = dispatch.clone();
        let listener = window().map(|window| {
            EventListener::new(&window, "hashchange", move |_| {
                let link = link_in_address_bar();
                if let Some(notice) = refusal(&link) {
                    dispatch.emit(Action::Notify(notice));
                } else if let Link::Plan(text) = link {
                    dispatch.emit(Action::Open {
                        text: text.into(),
                        at_ms: now_ms(),
                        ula_seed: random_bits(),
                    });
                } else if let Some(tab) = tab_in_address_bar() {
                    dispatch.emit(Action::SelectTab(tab));
                }
            })
        });
        move || drop(listener)
    });
}
