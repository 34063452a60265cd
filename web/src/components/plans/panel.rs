//! The plans that are kept in this browser: keep this one, and open, rename, duplicate or delete one of them.

use std::rc::Rc;

use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::row::PlanRow;
use crate::components::shell::header::button_id;
use crate::components::shell::offer::name_or;
use crate::components::shell::use_dispatch;
use crate::effects::focus::focus;
use crate::effects::plans::{Denied, Row, all, keep, use_changes};
use crate::i18n::{T, use_i18n};
use crate::state::Action;
use crate::state::keeping::Unfolded;
use crate::views::PaneProps;

/// Id of the heading.
pub(super) const TITLE_ID: &str = "dsp-plans-title";
const NAME_ID: &str = "dsp-plans-name";

/// What is known of the plans.
#[derive(Clone, PartialEq)]
enum Plans {
    /// They are being read.
    Coming,
    /// The browser does not give them.
    Denied,
    /// They are these.
    There(Rc<[Row]>),
}

/// The plans, read again whenever one of them has changed.
#[hook]
fn use_plans() -> Plans {
    let plans = use_state_eq(|| Plans::Coming);
    let read = {
        let plans = plans.setter();
        use_callback((), move |(), ()| {
            let plans = plans.clone();
            spawn_local(async move {
                plans.set(match all().await {
                    Ok(rows) => Plans::There(rows.into()),
                    Err(Denied) => Plans::Denied,
                });
            });
        })
    };
    {
        let read = read.clone();
        use_effect_with((), move |()| read.emit(()));
    }
    let onchange = use_callback(read, |_, read| read.emit(()));
    use_changes(onchange);
    (*plans).clone()
}

/// The field and the button that keep the plan of this tab.
#[component]
fn KeepThis(pane: &PaneProps) -> Html {
    let i18n = use_i18n();
    let input = use_node_ref();
    let unnamed = i18n.text("editor-label");
    let own_name = name_or(&pane.analysis.field("/metadata/name"), unnamed.clone());
    let take = {
        let (input, pane) = (input.clone(), pane.clone());
        Callback::from(move |()| {
            let typed = input.cast::<HtmlInputElement>().map(|input| input.value());
            let name = name_or(&typed.unwrap_or_default(), unnamed.clone());
            keep(name, &pane.state, pane.dispatch.clone());
            focus(TITLE_ID);
        })
    };
    let onkeydown = {
        let take = take.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                take.emit(());
            }
        })
    };
    html! {
        <div class="field">
            <label for={NAME_ID}><T id="plans-name" /></label>
            <div class="field-line">
                <input ref={input} id={NAME_ID} type="text" value={own_name} autocomplete="off" maxlength="80" {onkeydown} />
                <button type="button" class="primary" onclick={take.reform(|_: MouseEvent| ())}><T id="plans-keep" /></button>
            </div>
        </div>
    }
}

/// The panel.
#[component]
pub fn PlansPanel(pane: &PaneProps) -> Html {
    let plans = use_plans();
    let dispatch = use_dispatch();
    use_effect_with((), |()| focus(TITLE_ID));
    let close = Callback::from(move |_: MouseEvent| {
        dispatch.send(Action::Unfold(None));
        focus(button_id(Unfolded::Plans));
    });
    let kept = pane.state.kept();
    let list = match &plans {
        Plans::Coming => html! { <p role="status"><T id="plans-coming" /></p> },
        Plans::Denied => html! { <p><T id="keep-denied" /></p> },
        Plans::There(rows) if rows.is_empty() => html! { <p class="muted"><T id="plans-none" /></p> },
        Plans::There(rows) => html! {
            <ul class="plans" role="list">
                { for rows.iter().map(|row| {
                    let is_here = kept.is_some_and(|kept| kept.id == row.kept.id);
                    html! { <PlanRow key={row.kept.id.to_string()} row={row.clone()} {is_here} /> }
                }) }
            </ul>
        },
    };
    html! {
        <section class="section" aria-labelledby={TITLE_ID}>
            <header>
                <h2 id={TITLE_ID} tabindex="-1"><T id="plans" /></h2>
                <button type="button" class="small" onclick={close}><T id="dismiss" /></button>
            </header>
            <p class="field-hint"><T id="plans-private" /></p>
            if kept.is_none() && plans != Plans::Denied { <KeepThis ..pane.clone() /> }
            { list }
        </section>
    }
}
