//! The box at the top of the page. What stands in it is read when the user says so; what is pasted or dropped anywhere
//! comes here too.

use web_sys::{HtmlTextAreaElement, InputEvent, KeyboardEvent};
use yew::prelude::*;

use crate::components::shell::use_dispatch;
use crate::effects::focus::focus;
use crate::i18n::{T, use_i18n};
use crate::state::Action;
use crate::state::brought::{Bring, Bundle};
use crate::views::PaneProps;
use crate::views::on_demand::{OnDemand, Part, prefetch};

/// Id of the box. `web/bring.js` knows it.
pub const BOX_ID: &str = "dsp-box";
/// Id of what is below it.
pub const BROUGHT_ID: &str = "dsp-brought";
/// The box grows with its lines up to these.
const MOST_ROWS: usize = 8;

/// The box, and below it what was found.
#[component]
pub fn BringBox(props: &PaneProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let brought = &props.state.brought;
    let typed = &brought.typed;
    let look = {
        let (dispatch, typed) = (dispatch.clone(), typed.clone());
        Callback::from(move |()| dispatch.send(Action::Bring(Bring::Look(Bundle::written(&typed)))))
    };
    let oninput = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            dispatch.send(Action::Bring(Bring::Type(area.value())));
        })
    };
    let onkeydown = {
        let look = look.clone();
        let is_line = !typed.contains('\n');
        Callback::from(move |event: KeyboardEvent| {
            // The key that ends a word of an input method is none of ours.
            if event.key() != "Enter" || event.is_composing() || event.shift_key() || event.alt_key() {
                return;
            }
            if is_line || event.ctrl_key() || event.meta_key() {
                event.prevent_default();
                look.emit(());
            }
        })
    };
    let is_open = brought.looked.is_some();
    let onescape = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if is_open && event.key() == "Escape" && !event.is_composing() {
                event.prevent_default();
                dispatch.send(Action::Bring(Bring::Close));
                focus(BOX_ID);
            }
        })
    };
    let onfocus = Callback::from(|_: FocusEvent| prefetch(Part::Brought));
    let rows = typed.split('\n').count().min(MOST_ROWS);
    html! {
        <section class="bring" data-open={is_open.then_some("true")} aria-label={i18n.text("bring-label")} onkeydown={onescape}>
            <div class="bring-bar">
                <label class="visually-hidden" for={BOX_ID}><T id="bring-label" /></label>
                <div class="bring-line">
                    <textarea id={BOX_ID} rows={rows.to_string()} dir="ltr" spellcheck="false" autocomplete="off" autocapitalize="none"
                        value={typed.to_string()} placeholder={i18n.text("bring-example")} {oninput} {onkeydown} {onfocus}
                        aria-describedby="dsp-box-help" aria-keyshortcuts="Control+Enter Meta+Enter" />
                    <button type="button" class="primary" onclick={look.reform(|_: MouseEvent| ())}><T id="bring-read" /></button>
                </div>
                <p id="dsp-box-help" class="field-hint"><T id="bring-help" /></p>
            </div>
            // There from the start: a live region that appears together with its text is not read.
            <p role="status" class="visually-hidden">
                { brought.said.as_ref().map(|said| i18n.message(said)).unwrap_or_default() }
            </p>
            if is_open {
                <div class="brought" id={BROUGHT_ID} tabindex="-1">
                    <OnDemand part={Part::Brought} pane={props.clone()} />
                </div>
            }
        </section>
    }
}
