//! What targets say about the plan: what they cannot express, and what is left to do by hand.

use std::rc::Rc;

use dualstack_core::diagnostic::Diagnostic;
use dualstack_core::i18n::Message;
use yew::prelude::*;

use crate::components::diagnostics::list::{place_name, severity_name, stage_name};
use crate::components::editor::inline::severity_slug;
use crate::components::shell::icon::Icon;
use crate::components::shell::use_dispatch;
use crate::engine::form::place_of;
use crate::i18n::use_i18n;
use crate::state::{Action, EditorMode};

/// Properties of [`TargetFindings`].
#[derive(Clone, PartialEq, Properties)]
pub struct TargetFindingsProps {
    /// The target, by its title.
    pub title: AttrValue,
    /// What it says.
    pub found: Rc<Vec<Diagnostic>>,
    /// Index of the plan's document.
    pub plan_document: Option<usize>,
    /// Form or text: where places lead.
    pub mode: EditorMode,
}

/// The list of one target.
#[component]
pub fn TargetFindings(props: &TargetFindingsProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let label = i18n.message(&Message::new("target-says").with("target", props.title.as_str()));
    html! {
        <div class="target-findings">
            <h3>{ label.clone() }</h3>
            <ul role="list" class="stack" aria-label={label}>
                { for props.found.iter().enumerate().map(|(index, found)| {
                    let place = place_of(&found.location, props.plan_document, props.mode);
                    let dispatch = dispatch.clone();
                    let go = Callback::from(move |_: MouseEvent| dispatch.send(Action::Reveal(place.clone())));
                    let is_field = !found.location.pointer.field_path().is_empty();
                    html! {
                        <li key={index} class="finding" data-severity={severity_slug(found.severity)}>
                            <div class="finding-head">
                                <span class="severity">{ Icon::of(found.severity).html() }{ severity_name(i18n, found.severity) }</span>
                                <code>{ found.code }</code>
                            </div>
                            <p>{ i18n.engine_html(&found.message) }</p>
                            if let Some(help) = &found.help {
                                <p class="muted">{ i18n.engine_html(help) }</p>
                            }
                            if let Some(upstream) = &found.upstream {
                                <div>
                                    <p class="label">{ stage_name(i18n, found) }</p>
                                    <pre class="upstream" lang="en" translate="no">{ upstream.clone() }</pre>
                                </div>
                            }
                            if is_field {
                                <div class="row">
                                    <button type="button" class="small place" onclick={go}>{ i18n.html(&place_name(found)) }</button>
                                </div>
                            }
                        </li>
                    }
                }) }
            </ul>
        </div>
    }
}
