//! The plan in one sentence, live, with its verdict.

use yew::prelude::*;

use super::use_dispatch;
use super::verdict::{unchecked, verdict};
use super::version_slider::VersionSlider;
use crate::components::editor::FormContext;
use crate::effects::announce::counts;
use crate::effects::focus::focus;
use crate::effects::rules::{RulesState, use_rules_loading};
use crate::i18n::{T, use_i18n};
use crate::state::{Action, EditorMode};

/// Properties of [`Summary`].
#[derive(Clone, PartialEq, Properties)]
pub struct SummaryProps {
    /// What the plan comes to, and how it is edited.
    pub context: FormContext,
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
        let sentences = summary.iter().enumerate();
        html! { { for sentences.map(|(index, message)| html! { <span key={index} class="sentence">{ i18n.engine_html(message) }{ " " }</span> }) } }
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
