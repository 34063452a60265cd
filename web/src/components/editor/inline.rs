//! Findings at the field they are about, with their fixes.

use std::rc::Rc;

use dualstack_core::diagnostic::{Diagnostic, Severity};
use yew::prelude::*;

use crate::components::diagnostics::fix::FixButtons;
use crate::components::shell::icon::Icon;
use crate::engine::Analysis;
use crate::engine::form::{at_field, element_id};
use crate::i18n::use_i18n;

/// Lower case, for `data-severity` and message ids.
pub const fn severity_slug(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// Properties of [`InlineFindings`].
#[derive(Clone, PartialEq, Properties)]
pub struct InlineFindingsProps {
    /// Where the findings come from.
    pub analysis: Rc<Analysis>,
    /// The field they are about.
    pub pointer: AttrValue,
}

/// Id of the element with the findings of a field, for `aria-describedby`.
pub fn findings_id(pointer: &str) -> String {
    format!("{}-findings", element_id(pointer))
}

/// The findings a field shows in place: errors and warnings. Notes stay in the list.
pub fn findings<'a>(analysis: &'a Analysis, pointer: &'a str) -> Vec<&'a Diagnostic> {
    at_field(analysis.diagnostics(), analysis.plan_document(), pointer)
        .filter(|found| found.severity != Severity::Info)
        .collect()
}

/// Whether a field holds something wrong.
pub fn is_invalid(analysis: &Analysis, pointer: &str) -> bool {
    findings(analysis, pointer)
        .iter()
        .any(|found| found.severity == Severity::Error)
}

/// The findings of one field.
#[component]
pub fn InlineFindings(props: &InlineFindingsProps) -> Html {
    let i18n = use_i18n();
    let found = findings(&props.analysis, &props.pointer);
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <div class="group-errors" id={findings_id(&props.pointer)}>
            { for found.into_iter().enumerate().map(|(index, found)| html! {
                <div key={format!("{}{index}", found.code)} class="inline-finding" data-severity={severity_slug(found.severity)}>
                    { Icon::of(found.severity).html() }
                    <span>{ i18n.engine_html(&found.message) }{ " " }<code>{ found.code }</code></span>
                    if !props.analysis.fixes(found).is_empty() {
                        <div class="actions">
                            <FixButtons analysis={Rc::clone(&props.analysis)} diagnostic={found.clone()} />
                        </div>
                    }
                </div>
            }) }
        </div>
    }
}
