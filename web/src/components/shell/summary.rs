//! The plan in one sentence, live, with its verdict. What the field in focus, or the selection of the map, has a say in is marked
//! in it.

use std::rc::Rc;

use dualstack_core::net::Cidr;
use yew::prelude::*;

use super::use_dispatch;
use super::verdict::{unchecked, verdict};
use super::version_slider::VersionSlider;
use crate::components::editor::FormContext;
use crate::effects::announce::counts;
use crate::effects::focus::focus;
use crate::effects::rules::{RulesState, use_rules_loading};
use crate::engine::told::{field_around, told};
use crate::i18n::{T, use_i18n};
use crate::state::{Action, EditorMode};

/// Properties of [`Summary`].
#[derive(Clone, PartialEq, Properties)]
pub struct SummaryProps {
    /// What the plan comes to, and how it is edited.
    pub context: FormContext,
    /// The field that has the focus, by its pointer.
    pub attended: Option<Rc<str>>,
    /// The network that is looked at on the map.
    pub looked: Option<Cidr>,
}

/// The bar under the header.
#[component]
pub fn Summary(props: &SummaryProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let rules = use_rules_loading();
    let has_failed = rules.state == RulesState::Failed;
    let analysis = &props.context.analysis;
    let (severity, icon, message) = match analysis.is_checked() {
        true => verdict(counts(analysis.diagnostics())),
        false => unchecked(has_failed),
    };
    let show = Callback::from(move |_: MouseEvent| {
        if has_failed {
            rules.retry.emit(());
            return;
        }
        dispatch.send(Action::SelectMode(EditorMode::Findings));
        focus("dsp-tab-diagnostics");
    });
    let summary = analysis.summary();
    let sentence = if summary.is_empty() {
        html! { <T id="summary-unreadable" /> }
    } else {
        let looked = || field_around(analysis, props.looked.as_ref()?);
        let about = props.attended.as_deref().map(str::to_owned).or_else(looked);
        let sentences = summary.iter().enumerate();
        html! {
            { for sentences.map(|(index, message)| {
                let params = about.as_deref().and_then(|pointer| told(pointer, message));
                html! {
                    <span key={index} class="sentence" data-told={params.map(|_| "true")}>
                        { i18n.engine_html_marked(message, params.unwrap_or_default()) }{ " " }
                    </span>
                }
            }) }
        }
    };
    html! {
        <section class="summary" aria-label={i18n.text("summary-label")}>
            <div class="summary-bar">
                <button type="button" class="verdict" data-severity={severity} onclick={show}>
                    { icon.html() }{ i18n.message(&message) }
                </button>
                <p>{ sentence }</p>
                <VersionSlider context={props.context.clone()} />
            </div>
        </section>
    }
}
