//! Plans that are kept in this browser (`web/plans.js`): the one of this tab is stored when typing pauses, and follows what
//! other tabs make of it.

use std::rc::Rc;

use dualstack_core::i18n::Message;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CustomEvent;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::{now_ms, scripts, storage, window};
use crate::state::keeping::{Keep, Kept};
use crate::state::{Action, AppState, Notice, Tone};

const SCRIPT: &str = "plans";
/// The event that says that a plan has changed; its detail is the id.
const CHANGED: &str = "dualstack-plans";
/// Storing waits for typing to pause.
const PAUSE_MS: u32 = 400;

/// A plan as storage has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// What it is kept as.
    pub kept: Kept,
    /// Its text.
    pub text: Rc<str>,
    /// Its random bits.
    pub ula_seed: u64,
    /// What it is compared with, and what is ticked off.
    pub way: Rc<str>,
}

/// A row of the list of plans.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is kept as.
    pub kept: Kept,
    /// When it was changed last, in milliseconds since 1970.
    pub changed_ms: f64,
    /// Number of characters of its text.
    pub length: usize,
}

/// Storage does not give or take it: the browser does not allow it, or it is full.
#[derive(Clone, Copy, Debug)]
pub struct Denied;

impl From<JsValue> for Denied {
    fn from(_: JsValue) -> Denied {
        Denied
    }
}

async fn call(function: &str, arguments: &[JsValue]) -> Result<JsValue, Denied> {
    Ok(scripts::call(SCRIPT, function, arguments).await?)
}

fn text_at(row: &Array, index: u32) -> Option<String> {
    row.get(index).as_string()
}

fn stored(id: &str, found: JsValue) -> Option<Stored> {
    let row: Array = found.dyn_into().ok()?;
    Some(Stored {
        kept: Kept {
            id: id.into(),
            name: text_at(&row, 0)?.into(),
        },
        text: text_at(&row, 1)?.into(),
        ula_seed: text_at(&row, 2)?.parse().ok()?,
        way: text_at(&row, 3)?.into(),
    })
}

fn kept_of(row: &Array) -> Option<Kept> {
    Some(Kept {
        id: text_at(row, 0)?.into(),
        name: text_at(row, 1)?.into(),
    })
}

/// The kept plan that this page opens with, if any. Where nothing is kept nothing is loaded to find that out.
pub async fn restored() -> Option<Stored> {
    let id = storage::remembered_kept()?;
    let found = call("restored", &[id.as_str().into()]).await.ok()?;
    stored(&id, found)
}

/// Reads a plan. `None` if it is not there any more.
///
/// # Errors
/// Where storage is denied.
pub async fn read(id: &str) -> Result<Option<Stored>, Denied> {
    Ok(stored(id, call("read", &[id.into()]).await?))
}

/// What a plan is kept as. `None` if it is not there any more.
async fn read_kept(id: &str) -> Result<Option<Kept>, Denied> {
    let rows = all().await?.into_iter();
    Ok(rows.map(|row| row.kept).find(|kept| *kept.id == *id))
}

/// Lists the plans, the last changed first.
///
/// # Errors
/// Where storage is denied.
pub async fn all() -> Result<Vec<Row>, Denied> {
    let found: Array = call("all", &[]).await?.dyn_into()?;
    let rows = found.iter().filter_map(|row| {
        let row: Array = row.dyn_into().ok()?;
        Some(Row {
            kept: kept_of(&row)?,
            changed_ms: row.get(2).as_f64()?,
            length: row.get(3).as_f64()? as usize,
        })
    });
    Ok(rows.collect())
}

/// Gives a plan another name.
///
/// # Errors
/// Where storage is denied.
pub async fn rename(kept: &Kept) -> Result<(), Denied> {
    call("rename", &[(*kept.id).into(), (*kept.name).into()]).await?;
    Ok(())
}

/// Deletes a plan.
///
/// # Errors
/// Where storage is denied.
pub async fn remove(id: &str) -> Result<(), Denied> {
    call("remove", &[id.into()]).await?;
    Ok(())
}

/// Keeps a plan once more, under a name of its own.
///
/// # Errors
/// Where storage is denied.
pub async fn duplicate(id: &str) -> Result<(), Denied> {
    call("duplicate", &[id.into()]).await?;
    Ok(())
}

/// Keeps the plan of the page under a name, and says so.
pub fn keep(name: String, state: &AppState, dispatch: Callback<Action>) {
    let arguments = [
        name.into(),
        (**state.text()).into(),
        state.ula_seed.to_string().into(),
        (*state.way()).into(),
    ];
    spawn_local(async move {
        let added = call("keep", &arguments).await.ok();
        let added = added.and_then(|row| row.dyn_into::<Array>().ok());
        let (keep, message, tone) = match added.as_ref().and_then(kept_of) {
            Some(kept) => {
                let message = Message::new("keep-done").with("name", &*kept.name);
                (Keep::As(kept), message, Tone::Done)
            }
            None => (Keep::Refused, Message::new("keep-denied"), Tone::Refused),
        };
        dispatch.emit(Action::Keep(keep));
        dispatch.emit(Action::Notify(Notice { message, tone }));
    });
}

/// Calls back with the id of each plan that is changed, added or deleted, and whether that was in another tab.
#[hook]
pub fn use_changes(onchange: Callback<(String, bool)>) {
    use_effect_with(onchange, |onchange| {
        let onchange = onchange.clone();
        let listener = window().map(|window| {
            EventListener::new(&window, CHANGED, move |event| {
                let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
                let detail = detail.and_then(|detail| detail.dyn_into::<Array>().ok());
                if let Some((id, elsewhere)) = detail.and_then(|row| Some((text_at(&row, 0)?, row.get(1)))) {
                    onchange.emit((id, elsewhere.is_truthy()));
                }
            })
        });
        move || drop(listener)
    });
}

fn arguments(stored: &Stored) -> [JsValue; 4] {
    [
        (*stored.kept.id).into(),
        (*stored.text).into(),
        stored.ula_seed.to_string().into(),
        (*stored.way).into(),
    ]
}

/// Stores the plan of this tab while it is kept, and follows what other tabs make of it.
#[hook]
pub fn use_kept(state: &AppState, dispatch: &Callback<Action>) {
    let now = state.kept().map(|kept| Stored {
        kept: kept.clone(),
        text: Rc::clone(state.text()),
        ula_seed: state.ula_seed,
        way: state.way(),
    });
    let latest = use_mut_ref(|| None::<Stored>);
    latest.borrow_mut().clone_from(&now);
    use_effect_with(now.as_ref().map(|now| Rc::clone(&now.kept.id)), |id| {
        storage::remember_kept(id.as_deref());
    });
    use_effect_with(now, |now| {
        let later = now.clone().map(|now| {
            Timeout::new(PAUSE_MS, move || {
                spawn_local(async move {
                    let _ = call("save", &arguments(&now)).await;
                });
            })
        });
        move || drop(later)
    });
    {
        let latest = Rc::clone(&latest);
        use_effect_with((), move |()| {
            let leave = move |_: &Event| {
                if let Some(now) = &*latest.borrow() {
                    scripts::call_if_loaded(SCRIPT, "leave", &arguments(now));
                }
            };
            let listener = window().map(|window| EventListener::new(&window, "pagehide", leave));
            move || drop(listener)
        });
    }
    let dispatch = dispatch.clone();
    let onchange = use_callback((), move |(id, elsewhere): (String, bool), ()| {
        let (latest, dispatch) = (Rc::clone(&latest), dispatch.clone());
        spawn_local(async move {
            match read_kept(&id).await {
                Ok(None) => dispatch.emit(Action::Keep(Keep::Gone(id.as_str().into()))),
                Ok(Some(kept)) => dispatch.emit(Action::Keep(Keep::Renamed(kept))),
                Err(Denied) => {}
            }
            let own = || latest.borrow().clone().filter(|now| *now.kept.id == *id);
            let Some(before) = own().filter(|_| elsewhere) else {
                return;
            };
            let found = call("follow", &arguments(&before)).await;
            // Whoever has typed meanwhile is ahead.
            if let Some(found) = found.ok().and_then(|found| stored(&id, found))
                && own().is_some_and(|now| (now.text, now.way) == (before.text, before.way))
            {
                dispatch.emit(Action::Follow {
                    text: found.text,
                    at_ms: now_ms(),
                    ula_seed: found.ula_seed,
                });
                dispatch.emit(Action::Way(found.way));
            }
        });
    });
    use_changes(onchange);
}
