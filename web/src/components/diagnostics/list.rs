//! Every finding with its place, the exact text of the component, and its fixes.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use dualstack_core::diagnostic::{Diagnostic, Severity};
use dualstack_core::i18n::Message;
use dualstack_core::order;
use yew::prelude::*;

use super::fix::{FixButtons, apply};
use crate::components::editor::inline::severity_slug;
use crate::components::shell::icon::Icon;
use crate::components::shell::use_dispatch;
use crate::components::shell::verdict::unchecked;
use crate::effects::focus::hand_over;
use crate::effects::rules::{RulesState, use_rules_loading};
use crate::engine::Analysis;
use crate::engine::form::place_of;
use crate::i18n::{I18n, T, use_i18n};
use crate::state::{Action, EditorMode};

/// More than these are not drawn at once; errors come first.
const SHOWN: usize = 200;

/// Properties of [`DiagnosticList`].
#[derive(Clone, PartialEq, Properties)]
pub struct DiagnosticListProps {
    /// Where the findings come from.
    pub analysis: Rc<Analysis>,
    /// Form or text: where places lead.
    pub mode: EditorMode,
}

/// A severity in a word.
pub fn severity_name(i18n: I18n, severity: Severity) -> String {
    match severity {
        Severity::Error => i18n.text("severity-error"),
        Severity::Warning => i18n.text("severity-warning"),
        Severity::Info => i18n.text("severity-info"),
    }
}

/// The words of a button that leads to a place.
pub fn place_name(found: &Diagnostic) -> Message {
    let path = found.location.pointer.field_path();
    let message = match (path.is_empty(), found.location.line) {
        (true, 0) => Message::new("place-file"),
        (true, _) => Message::new("place-line"),
        (false, 0) => Message::new("place-field"),
        (false, _) => Message::new("place-field-line"),
    };
    message.with("path", path).with("line", found.location.line)
}

/// Who says the upstream text, and when.
fn stage_name(i18n: I18n, found: &Diagnostic) -> Html {
    use dualstack_core::diagnostic::Stage;
    let id = match found.stage {
        Stage::Read => "stage-read",
        Stage::Install => "stage-install",
        Stage::Start => "stage-start",
        Stage::ControllerStart => "stage-controller-start",
        Stage::Request => "stage-request",
        Stage::Run => "stage-run",
    };
    i18n.html(&Message::new(id).with("component", found.component.as_str()))
}

/// The exact text of the component, with who prints it and when.
pub fn upstream_text(i18n: I18n, found: &Diagnostic) -> Html {
    html! {
        if let Some(upstream) = &found.upstream {
            <div>
                <p class="label">{ stage_name(i18n, found) }</p>
                <pre class="upstream" lang="en" translate="no">{ upstream.clone() }</pre>
            </div>
        }
    }
}

/// Id of the first finding of a code, which can be focused.
pub fn finding_id(code: &str) -> String {
    format!("dsp-finding-{code}")
}

/// The list.
#[component]
pub fn DiagnosticList(props: &DiagnosticListProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let rules = use_rules_loading();
    let analysis = &props.analysis;
    if !analysis.is_checked() {
        return html! { <p class="empty">{ i18n.message(&unchecked(rules.state == RulesState::Failed).2) }</p> };
    }
    if analysis.diagnostics().is_empty() {
        return html! { <p class="empty"><T id="diagnostics-none" /></p> };
    }
    let mut sorted: Vec<&Diagnostic> = analysis.diagnostics().iter().collect();
    order::sort_by_key(&mut sorted, |found| found.severity);
    let safe = analysis.safe_fixes();
    let fix_all = {
        let (analysis, dispatch) = (Rc::clone(analysis), dispatch.clone());
        Callback::from(move |event: MouseEvent| {
            hand_over(&event);
            apply(analysis.fixed_safely(), &dispatch);
        })
    };
    let hidden = sorted.len().saturating_sub(SHOWN);
    let mut codes = BTreeSet::new();
    // A finding keeps its element while others come and go.
    let mut seen = BTreeMap::new();
    html! {
        <section class="section" aria-labelledby="dsp-diagnostics-title">
            <h2 id="dsp-diagnostics-title" tabindex="-1"><T id="tab-diagnostics" /></h2>
            if safe > 0 {
                <div class="row">
                    <button type="button" class="primary" onclick={fix_all}>
                        <T id="fix-all" params={vec![("fixes", safe.into())]} />
                    </button>
                </div>
            }
            <ul role="list" class="stack">
                { for sorted.into_iter().take(SHOWN).map(|found| {
                    let place = place_of(&found.location, analysis.plan_document(), props.mode);
                    let dispatch = dispatch.clone();
                    let go = Callback::from(move |_: MouseEvent| dispatch.send(Action::Reveal(place.clone())));
                    let title = i18n.engine_attribute(&found.message.id, "title");
                    let first = codes.insert(found.code);
                    let identity = format!("{}-{}-{}", found.code, found.location.document, found.location.pointer);
                    let nth = *seen.entry(identity.clone()).and_modify(|nth| *nth += 1).or_insert(0);
                    html! {
                        <li key={format!("{identity}-{nth}")} class="finding" data-severity={severity_slug(found.severity)}
                            id={first.then(|| finding_id(found.code))} tabindex="-1">
                            <div class="finding-head">
                                <span class="severity">{ Icon::of(found.severity).html() }{ severity_name(i18n, found.severity) }</span>
                                <code>{ found.code }</code>
                                if let Some(title) = title { <h3>{ title }</h3> }
                            </div>
                            <p>{ i18n.engine_html(&found.message) }</p>
                            if let Some(help) = &found.help {
                                <p class="muted">{ i18n.engine_html(help) }</p>
                            }
                            { upstream_text(i18n, found) }
                            <div class="row">
                                <button type="button" class="small place" onclick={go}>{ i18n.html(&place_name(found)) }</button>
                                <FixButtons analysis={Rc::clone(analysis)} diagnostic={found.clone()} />
                            </div>
                        </li>
                    }
                }) }
            </ul>
            if hidden > 0 {
                <p class="muted"><T id="diagnostics-more" params={vec![("count", hidden.into())]} /></p>
            }
        </section>
    }
}
