//! A plan of the list, and what can be done with it.

use dualstack_core::i18n::Message;
use js_sys::{Date, Object};
use wasm_bindgen::JsValue;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::panel::TITLE_ID;
use crate::components::shell::use_dispatch;
use crate::effects::focus::{EDITOR_ID, focus};
use crate::effects::now_ms;
use crate::effects::plans::{Row, duplicate, read, remove, rename};
use crate::i18n::{I18n, T, use_i18n};
use crate::state::keeping::{Keep, Kept};
use crate::state::{Action, Notice, Tone};

/// Properties of [`PlanRow`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlanRowProps {
    /// The plan.
    pub row: Row,
    /// Whether it is the one of this tab.
    pub is_here: bool,
}

/// What a row is about to do.
#[derive(Clone, Copy, PartialEq)]
enum Doing {
    Nothing,
    Renaming,
    Deleting,
}

/// A time in the words of the interface's language and the reader's own time zone.
fn time(i18n: I18n, ms: f64) -> String {
    let date = Date::new(&JsValue::from_f64(ms));
    date.to_locale_string(i18n.language, &Object::new()).into()
}

fn denied() -> Action {
    Action::Notify(Notice {
        message: Message::new("keep-denied"),
        tone: Tone::Refused,
    })
}

/// The row.
#[component]
pub(super) fn PlanRow(props: &PlanRowProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let doing = use_state_eq(|| Doing::Nothing);
    let input = use_node_ref();
    let kept = &props.row.kept;
    let id = |what: &str| format!("dsp-plan-{what}-{}", kept.id);
    let (rename_id, sure_id, open_id) = (id("rename"), id("sure"), id("open"));
    {
        // Whoever has asked for a field or a question goes on there, and back from there.
        let (focus_next, previous) = (
            match *doing {
                Doing::Renaming => rename_id.clone(),
                Doing::Deleting => sure_id.clone(),
                Doing::Nothing => open_id.clone(),
            },
            use_mut_ref(|| Doing::Nothing),
        );
        use_effect_with(*doing, move |doing| {
            if previous.replace(*doing) != *doing {
                focus(&focus_next);
            }
        });
    }
    let run = {
        let dispatch = dispatch.clone();
        move |work: std::pin::Pin<Box<dyn Future<Output = bool>>>| {
            let dispatch = dispatch.clone();
            spawn_local(async move {
                if !work.await {
                    dispatch.send(denied());
                }
            });
        }
    };
    let open = {
        let (dispatch, kept) = (dispatch.clone(), kept.clone());
        Callback::from(move |_: MouseEvent| {
            let (dispatch, kept) = (dispatch.clone(), kept.clone());
            spawn_local(async move {
                let Ok(found) = read(&kept.id).await else {
                    dispatch.send(denied());
                    return;
                };
                // It may have been deleted in another tab meanwhile: then its row goes too.
                let Some(found) = found else { return };
                dispatch.send(Action::Unfold(None));
                dispatch.send(Action::Open {
                    text: found.text,
                    at_ms: now_ms(),
                    ula_seed: found.ula_seed,
                });
                dispatch.send(Action::Way(found.way));
                dispatch.send(Action::Keep(Keep::As(found.kept)));
                dispatch.send(Action::Notify(Notice {
                    message: Message::new("file-opened").with("name", &*kept.name),
                    tone: Tone::Replaced,
                }));
                focus(EDITOR_ID);
            });
        })
    };
    let set = |to: Doing| {
        let doing = doing.setter();
        Callback::from(move |_: MouseEvent| doing.set(to))
    };
    let copy = {
        let (run, id) = (run.clone(), kept.id.clone());
        Callback::from(move |_: MouseEvent| {
            let id = id.clone();
            run(Box::pin(async move { duplicate(&id).await.is_ok() }));
        })
    };
    let delete = {
        let (run, id) = (run.clone(), kept.id.clone());
        Callback::from(move |_: MouseEvent| {
            // The row goes away with its buttons.
            focus(TITLE_ID);
            let id = id.clone();
            run(Box::pin(async move { remove(&id).await.is_ok() }));
        })
    };
    let take_name = {
        let (doing, input, kept) = (doing.setter(), input.clone(), kept.clone());
        Callback::from(move |()| {
            doing.set(Doing::Nothing);
            let typed = input.cast::<HtmlInputElement>().map(|input| input.value());
            let typed = typed.unwrap_or_default();
            let name = typed.trim();
            if name.is_empty() || *name == *kept.name {
                return;
            }
            let renamed = Kept {
                id: kept.id.clone(),
                name: name.into(),
            };
            run(Box::pin(async move { rename(&renamed).await.is_ok() }));
        })
    };
    let onkeydown = {
        let (doing, take_name) = (doing.clone(), take_name.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || *doing == Doing::Nothing {
                return;
            }
            match event.key().as_str() {
                "Enter" if *doing == Doing::Renaming => {
                    event.prevent_default();
                    take_name.emit(());
                }
                "Escape" => {
                    event.prevent_default();
                    doing.set(Doing::Nothing);
                }
                _ => {}
            }
        })
    };
    let named = |id: &'static str| i18n.message(&Message::new(id).with("name", &*kept.name));
    let button = |word: &'static str, full: &'static str, onclick: Callback<MouseEvent>| {
        html! { <button type="button" class="small" {onclick} aria-label={named(full)}>{ i18n.text(word) }</button> }
    };
    let body = match *doing {
        Doing::Nothing => html! {
            <>
                <button type="button" class="small" id={open_id} onclick={open} aria-label={named("plans-open.name")}><T id="plans-open" /></button>
                { button("plans-rename", "plans-rename.name", set(Doing::Renaming)) }
                { button("plans-duplicate", "plans-duplicate.name", copy) }
                { button("plans-delete", "plans-delete.name", set(Doing::Deleting)) }
            </>
        },
        Doing::Renaming => html! {
            <>
                <label class="visually-hidden" for={rename_id.clone()}>{ named("plans-rename.name") }</label>
                <input ref={input} id={rename_id} type="text" value={kept.name.to_string()} maxlength="80" autocomplete="off" />
                <button type="button" class="small primary" onclick={take_name.reform(|_: MouseEvent| ())}><T id="plans-take" /></button>
                { button("plans-leave", "plans-leave", set(Doing::Nothing)) }
            </>
        },
        Doing::Deleting => html! {
            <>
                <span>{ i18n.html(&Message::new("plans-sure").with("name", &*kept.name)) }</span>
                { button("plans-delete", "plans-delete.name", delete) }
                <button type="button" class="small" id={sure_id} onclick={set(Doing::Nothing)}><T id="plans-leave" /></button>
            </>
        },
    };
    html! {
        <li class="plan-row finding" aria-current={props.is_here.then_some("true")} {onkeydown}>
            <div>
                <strong><bdi>{ kept.name.to_string() }</bdi></strong>
                if props.is_here { { " " }<span class="tag" data-tone="good"><T id="plans-here" /></span> }
                <p class="field-hint">
                    { time(i18n, props.row.changed_ms) }{ " · " }
                    <T id="plans-length" params={vec![("count", props.row.length.into())]} />
                </p>
            </div>
            <div class="row">{ body }</div>
        </li>
    }
}
