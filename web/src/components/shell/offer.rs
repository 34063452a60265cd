//! The offer to keep the plan in this browser, from the first edit on.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, HtmlElement};
use yew::prelude::*;

use super::use_dispatch;
use crate::effects::focus::{EDITOR_ID, focus};
use crate::effects::{plans, storage};
use crate::i18n::{T, use_i18n};
use crate::state::keeping::Keep;
use crate::state::{Action, AppState};

/// Properties of [`KeepOffer`].
#[derive(Clone, PartialEq, Properties)]
pub struct KeepOfferProps {
    /// The state.
    pub state: Rc<AppState>,
    /// Name of the cluster.
    pub plan_name: AttrValue,
}

/// The name that a plan is kept under where its user gives none: that of its cluster, or of what it is.
pub fn name_or(plan_name: &str, unnamed: String) -> String {
    match plan_name.trim() {
        "" => unnamed,
        name => name.to_owned(),
    }
}

/// The offer, at the lower edge of what is seen: nothing moves when it comes. The live region is there from the start.
#[component]
pub fn KeepOffer(props: &KeepOfferProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    // Whoever answers goes on where they were.
    let before = use_mut_ref(|| None::<HtmlElement>);
    let onfocusin = {
        let before = before.clone();
        Callback::from(move |event: FocusEvent| {
            let from = event
                .related_target()
                .and_then(|from| from.dyn_into::<HtmlElement>().ok());
            if let Some(from) = from.filter(|from| from.closest(".offer").ok().flatten().is_none()) {
                *before.borrow_mut() = Some(from);
            }
        })
    };
    let go_back = move || match before.borrow().as_ref().filter(|before| before.is_connected()) {
        Some(before) => drop(before.focus()),
        None => focus(EDITOR_ID),
    };
    let keep = {
        let go_back = go_back.clone();
        let (dispatch, state) = (dispatch.clone(), Rc::clone(&props.state));
        let name = name_or(&props.plan_name, i18n.text("editor-label"));
        Callback::from(move |_: MouseEvent| {
            plans::keep(name.clone(), &state, dispatch.0.clone());
            go_back();
        })
    };
    let refuse = Callback::from(move |_: MouseEvent| {
        storage::refuse_to_keep();
        dispatch.send(Action::Keep(Keep::Refused));
        go_back();
    });
    html! {
        <div class="offer" role="status" {onfocusin}>
            if props.state.offers_to_keep() {
                <p><T id="keep-offer" /></p>
                <button type="button" class="small primary" onclick={keep}><T id="keep-do" /></button>
                <button type="button" class="small" onclick={refuse}><T id="keep-not" /></button>
            }
        </div>
    }
}
