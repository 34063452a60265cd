//! The address bar: the plan as a link while it is short enough, and links that are opened in this tab.

use std::rc::Rc;

use dualstack_core::i18n::Message;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::{now_ms, random_bits, storage, window};
use crate::share::{self, Link, Position, decode, encode, position};
use crate::state::mapping::Mapped;
use crate::state::{Action, EditorMode, Notice, Tab, Tone};

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

/// Whether this tab has put there what stands in the address bar.
pub fn is_own_address() -> bool {
    storage::is_own_address(&fragment())
}

/// What a page is to open by its address bar. What this tab has put there is no link to open: it is written when typing pauses,
/// and what the tab had is newer.
pub fn link_to_open() -> Link {
    match fragment() {
        own if storage::is_own_address(&own) && storage::kept_plan().is_some() => Link::None,
        others => decode(&others),
    }
}

/// What shows the part of the page that the address bar names: `#exports`, `#diagnostics`, `#v1.…&view=exports`.
pub fn shown_in_address_bar() -> Vec<Action> {
    let fragment = fragment();
    if let Some(Position { tab, at, way }) = position(&fragment) {
        let mut shown = vec![Action::SelectTab(tab), Action::Map(Mapped::Go(at))];
        if !way.is_empty() {
            shown.push(Action::Way(way));
        }
        return shown;
    }
    let name = fragment.strip_prefix('#').unwrap_or_default();
    let tab = Tab::parse(name).map(Action::SelectTab);
    let mode = || EditorMode::parse(name).map(Action::SelectMode);
    Vec::from_iter(tab.or_else(mode))
}

/// Why a link was not opened; `None` for links that were, and for none.
pub fn refusal(link: &Link) -> Option<Notice> {
    let message = match link {
        Link::None | Link::Plan(_) | Link::Compare(_) => return None,
        Link::UnknownFormat(format) => Message::new("link-unknown-format").with("format", format.as_str()),
        Link::Damaged => Message::new("link-damaged"),
        Link::TooLarge => Message::new("link-too-large"),
    };
    Some(Notice {
        message,
        tone: Tone::Refused,
    })
}

/// The link to this page with a fragment.
fn with_fragment(fragment: &str) -> Option<String> {
    let location = window()?.location();
    Some(format!(
        "{}{}{}#{fragment}",
        location.origin().ok()?,
        location.pathname().ok()?,
        location.search().ok()?
    ))
}

/// The whole link to a plan and what is shown of it; `None` when it is too long for one.
pub fn link_to(text: &str, at: &Position) -> Option<String> {
    with_fragment(&share::fragment(Some(encode(text)?), at))
}

/// The link that puts a plan beside the one of whoever opens it; `None` when it is too long for one.
pub fn link_to_compare(text: &str) -> Option<String> {
    with_fragment(&share::comparing(text)?)
}

/// What puts a text beside the plan and shows the comparison.
pub fn compared_with(other: &str) -> [Action; 2] {
    [
        Action::Way(share::way_from(other).into()),
        Action::SelectTab(Tab::Compare),
    ]
}

/// Whether going back leads to what was there before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Typing is no step.
    InPlace,
    /// Another view, another place on the map.
    New,
}

fn write(text: Option<&str>, at: &Position, step: Step) {
    let Some(window) = window().filter(|_| !storage::has_stopped()) else {
        return;
    };
    let (Ok(history), Ok(path), Ok(search)) = (
        window.history(),
        window.location().pathname(),
        window.location().search(),
    ) else {
        return;
    };
    // A plan too long for a link leaves no link behind: an old one would lie about what is shown.
    let wanted = match share::fragment(text.and_then(encode), at) {
        empty if empty.is_empty() => empty,
        parts => format!("#{parts}"),
    };
    storage::remember_address(&wanted);
    if wanted == fragment() {
        return;
    }
    let url = format!("{path}{search}{wanted}");
    let _ = match step {
        Step::InPlace => history.replace_state_with_url(&JsValue::TRUE, "", Some(&url)),
        Step::New => history.push_state_with_url(&JsValue::TRUE, "", Some(&url)),
    };
}

/// Whether this page has written what stands in the address bar: what others put there has no state.
fn is_own_step() -> bool {
    let state = window().and_then(|window| window.history().ok()?.state().ok());
    state.is_some_and(|state| state.is_truthy())
}

/// Shows what stands in the address bar, which others have changed: a link that was put there, or a step back. The first
/// two are the text that is shown, and what is shown of it.
fn arrive((shown, at): (&str, &Position), dispatch: &Callback<Action>) {
    let link = link_in_address_bar();
    if let Some(notice) = refusal(&link) {
        dispatch.emit(Action::Notify(notice));
        return;
    }
    let is_shown = match &link {
        Link::Plan(text) => text == shown,
        _ => link == Link::None,
    };
    let mut named = shown_in_address_bar();
    let comes_home = named.is_empty() && !matches!(link, Link::None) || fragment().is_empty();
    // A step back in this tab takes no tick away from the plan. Neither does a link that says nothing of them.
    let place = position(&fragment()).unwrap_or_default();
    if is_shown && !at.way.is_empty() && (place.way.is_empty() || is_own_step()) {
        let way = Rc::clone(&at.way);
        write(Some(shown), &Position { way, ..place }, Step::InPlace);
        named.retain(|action| !matches!(action, Action::Way(_)));
    }
    if let Link::Compare(other) = link {
        compared_with(&other)
            .into_iter()
            .for_each(|action| dispatch.emit(action));
        return;
    }
    match link {
        Link::Plan(text) if text != shown => dispatch.emit(Action::Open {
            text: text.into(),
            at_ms: now_ms(),
            ula_seed: random_bits(),
        }),
        _ => {}
    }
    if comes_home {
        dispatch.emit(Action::SelectTab(Tab::default()));
        dispatch.emit(Action::Map(Mapped::Go(None)));
    }
    for action in named {
        dispatch.emit(action);
    }
}

/// Writes what is shown into the address bar: the text and what is ticked off when typing pauses, the view and the place on the
/// map as steps that Back returns from; and opens what is put there by others. An address without a plan stays without one until
/// the text changes, or is compared with something.
#[hook]
pub fn use_share_link(text: &Rc<str>, at: &Position, dispatch: &Callback<Action>) {
    let content = (Rc::clone(text), Rc::clone(&at.way));
    let opened_with = use_mut_ref(|| Some(content.clone()));
    // Another view may be shown by the time typing has paused.
    let latest = use_mut_ref(|| (Rc::clone(text), at.clone()));
    *latest.borrow_mut() = (Rc::clone(text), at.clone());
    {
        let (opened_with, latest) = (Rc::clone(&opened_with), Rc::clone(&latest));
        use_effect_with(content, move |content| {
            let is_first = opened_with
                .borrow()
                .as_ref()
                .is_some_and(|first| first == content);
            let timer = (!is_first).then(|| {
                *opened_with.borrow_mut() = None;
                Timeout::new(PAUSE_MS, move || {
                    let (text, at) = &*latest.borrow();
                    write(Some(text), at, Step::InPlace);
                })
            });
            move || drop(timer)
        });
    }
    {
        let (latest, is_first) = (Rc::clone(&latest), use_mut_ref(|| true));
        use_effect_with((at.tab, at.at), move |_| {
            if is_first.replace(false) {
                return;
            }
            let is_untouched =
                opened_with.borrow().is_some() && !matches!(link_in_address_bar(), Link::Plan(_));
            let (text, at) = &*latest.borrow();
            write((!is_untouched).then_some(text), at, Step::New);
        });
    }
    use_effect_with(dispatch.clone(), |dispatch| {
        let dispatch = dispatch.clone();
        // Steps back tell it too, where the fragment is another one.
        let listener = window().map(|window| {
            EventListener::new(&window, "hashchange", move |_| {
                let (shown, at) = latest.borrow().clone();
                arrive((&shown, &at), &dispatch);
            })
        });
        move || drop(listener)
    });
}
