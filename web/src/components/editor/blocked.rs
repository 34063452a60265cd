//! What stands in place of the form when there is no plan to show in it.

use std::rc::Rc;

use dualstack_core::diagnostic::Severity;
use yew::prelude::*;

use crate::components::diagnostics::fix::FixButtons;
use crate::components::shell::use_dispatch;
use crate::engine::Analysis;
use crate::engine::form::place_of;
use crate::i18n::{T, use_i18n};
use crate::state::{Action, EditorMode};

/// Properties of [`FormBlocked`].
#[derive(Clone, PartialEq, Properties)]
pub struct FormBlockedProps {
    /// What was understood of the text.
    pub analysis: Rc<Analysis>,
}

/// Says why, and leads to the place.
#[component]
pub fn FormBlocked(props: &FormBlockedProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    // Codes are numbered from the most basic problem up: what is no YAML has no fields that could be missing.
    let errors = props
        .analysis
        .diagnostics()
        .iter()
        .filter(|found| found.severity == Severity::Error);
    let first = errors.min_by_key(|found| found.code);
    let go = {
        let place = first.map(|found| place_of(&found.location, None, EditorMode::Text));
        Callback::from(move |_: MouseEvent| match &place {
            Some(place) => dispatch.send(Action::Reveal(place.clone())),
            None => dispatch.send(Action::SelectMode(EditorMode::Text)),
        })
    };
    html! {
        <div class="form-blocked">
            <h3><T id="form-blocked" /></h3>
            if let Some(found) = first {
                <p>{ i18n.engine_html(&found.message) }{ " " }<code>{ found.code }</code></p>
            }
            <p><T id="form-blocked-help" /></p>
            <div class="row">
                <button type="button" class="primary" onclick={go}><T id="form-blocked-go" /></button>
                if let Some(found) = first {
                    <FixButtons analysis={props.analysis.clone()} diagnostic={found.clone()} />
                }
            </div>
        </div>
    }
}
