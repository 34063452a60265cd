//! What targets say about the plan: what they cannot express, and what is left to do by hand.

use dualstack_core::diagnostic::Diagnostic;
use dualstack_core::i18n::Message;
use yew::prelude::*;

use crate::components::diagnostics::list::{place_name, severity_name, upstream_text};
use crate::components::editor::inline::severity_slug;
use crate::components::shell::Dispatch;
use crate::components::shell::icon::Icon;
use crate::engine::form::place_of;
use crate::i18n::I18n;
use crate::state::{Action, EditorMode};

/// The list of one target; places lead into the form or the text.
pub fn target_findings(
    i18n: I18n,
    dispatch: &Dispatch,
    title: &str,
    found: &[Diagnostic],
    plan_document: Option<usize>,
    mode: EditorMode,
) -> Html {
    let label = i18n.message(&Message::new("target-says").with("target", title));
    html! {
        <div class="target-findings">
            <h3>{ label.clone() }</h3>
            <ul role="list" class="stack" aria-label={label}>
                { for found.iter().enumerate().map(|(index, found)| {
                    let place = place_of(&found.location, plan_document, mode);
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
                            { upstream_text(i18n, found) }
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
