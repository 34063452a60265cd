//! Texts that come from outside: `web/bring.js` reads what is pasted, dropped or chosen, and tells it here.

use std::rc::Rc;

use dualstack_core::i18n::Message;
use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CustomEvent;
use yew::prelude::*;

use super::{now_ms, random_bits, window};
use crate::share::MAX_TEXT_BYTES;
use crate::state::brought::{Bring, BroughtText, Bundle, NotRead, Way};
use crate::state::selectors::holds_plan;
use crate::state::{Action, Notice, Tone};

/// Reads the detail of the event: the way, pairs of name and text, pairs of name and reason.
fn bundle_of(detail: &JsValue) -> Option<Bundle> {
    let list = |value: JsValue| value.dyn_into::<Array>().ok();
    let [way, texts, refused] = [0, 1, 2].map(|index| js_sys::Reflect::get_u32(detail, index).ok());
    let way = match way?.as_string()?.as_str() {
        "open" => Way::Opened,
        "drop" => Way::Dropped,
        _ => Way::Written,
    };
    let texts = list(texts?)?.into_iter().filter_map(|pair| {
        let pair = list(pair)?;
        Some(BroughtText {
            name: pair.get(0).as_string().map(Rc::from),
            text: pair.get(1).as_string()?.into(),
        })
    });
    let refused = list(refused?)?.into_iter().filter_map(|pair| {
        let pair = list(pair)?;
        let name = pair.get(0).as_string()?;
        Some((name, NotRead::parse(&pair.get(1).as_string()?)))
    });
    Some(Bundle {
        way,
        texts: texts.collect(),
        refused: refused.collect(),
    })
}

/// Makes a text the plan and says so.
pub fn open(name: &str, text: Rc<str>, ula_seed: u64, dispatch: &Callback<Action>) {
    dispatch.emit(Action::Open {
        text,
        at_ms: now_ms(),
        ula_seed,
    });
    let message = if name.is_empty() {
        Message::new("brought-is-plan")
    } else {
        Message::new("file-opened").with("name", name)
    };
    dispatch.emit(Action::Notify(Notice {
        message,
        tone: Tone::Replaced,
    }));
}

fn arrive(bundle: Bundle, dispatch: &Callback<Action>) {
    // *Open* is what people press who have a plan: it is not asked about.
    if bundle.way == Way::Opened
        && bundle.refused.is_empty()
        && let Some(only) = bundle.only()
        && only.text.len() <= MAX_TEXT_BYTES
        && holds_plan(&only.text)
    {
        let name = only.name.as_deref().unwrap_or_default();
        open(name, Rc::clone(&only.text), random_bits(), dispatch);
    } else {
        dispatch.emit(Action::Bring(Bring::Look(bundle)));
    }
}

/// Listens while the page is there.
#[hook]
pub fn use_arrivals(dispatch: &Callback<Action>) {
    use_effect_with(dispatch.clone(), |dispatch| {
        let dispatch = dispatch.clone();
        let listener = window().map(|window| {
            EventListener::new(&window, "dualstack-brought", move |event| {
                let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
                if let Some(bundle) = detail.as_ref().and_then(bundle_of) {
                    arrive(bundle, &dispatch);
                }
            })
        });
        move || drop(listener)
    });
}
