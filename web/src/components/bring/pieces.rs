//! What was read of the pieces of people's files: kinds, values with their origins, and what is to be said of them.

use std::rc::Rc;

use dualstack_core::diagnostic::Diagnostic;
use dualstack_core::i18n::Message;
use dualstack_core::sources::import::{Import, ImportedValue};
use dualstack_core::sources::{Origin, Strength};
use serde_json::Value;
use yew::prelude::*;

use crate::components::diagnostics::list::severity_name;
use crate::components::editor::inline::severity_slug;
use crate::components::shell::icon::Icon;
use crate::engine::brought::{Pieces, by_subject};
use crate::i18n::{I18n, T, use_i18n};

/// More kinds and places than these are counted and not drawn.
const SHOWN: usize = 24;
/// The places of one value that are named.
const PLACES: usize = 4;

/// Properties of [`PiecesView`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PiecesViewProps {
    /// The pieces.
    pub pieces: Rc<Pieces>,
}

/// Returns whether an origin names any place.
fn has_place(origin: &Origin) -> bool {
    origin.file.is_some() || origin.line > 0 || !origin.path.is_empty()
}

/// A place in one line: file, line, path. What was pasted has no file, so that its line is said in words.
fn place(i18n: I18n, origin: &Origin) -> Html {
    let line = match &origin.file {
        Some(file) if origin.line > 0 => {
            html! { <bdi dir="ltr"><code>{ format!("{file}:{}", origin.line) }</code></bdi> }
        }
        Some(file) => html! { <bdi dir="ltr"><code>{ file.clone() }</code></bdi> },
        None if origin.line > 0 => i18n.html(&Message::new("brought-line").with("line", origin.line)),
        None => Html::default(),
    };
    html! {
        <>
            { line }
            if !origin.path.is_empty() { { " " }<bdi dir="ltr"><code>{ origin.path.clone() }</code></bdi> }
        </>
    }
}

/// The kinds of pieces with the place of the first of each file, and their number.
fn kinds(import: &Import) -> Vec<(&Origin, usize)> {
    let mut kinds: Vec<(&Origin, usize)> = Vec::new();
    for piece in &import.pieces {
        let known = kinds
            .iter_mut()
            .find(|(first, _)| first.kind == piece.kind && first.file == piece.file);
        match known {
            Some((_, count)) => *count += 1,
            None => kinds.push((piece, 1)),
        }
    }
    kinds
}

fn shown(value: &Value) -> String {
    match value {
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Object(members) => {
            let pairs = members
                .iter()
                .map(|(name, value)| format!("{name}={}", shown(value)));
            pairs.collect::<Vec<_>>().join(", ")
        }
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn strength(i18n: I18n, strength: Strength) -> String {
    match strength {
        Strength::Default => i18n.text("strength-default"),
        Strength::Implied => i18n.text("strength-implied"),
        Strength::Configured => i18n.text("strength-configured"),
        Strength::Observed => i18n.text("strength-observed"),
    }
}

fn value_row(i18n: I18n, value: &ImportedValue) -> Html {
    let more = value.origins.len().saturating_sub(PLACES);
    html! {
        <tr key={value.path}>
            <th scope="row"><bdi dir="ltr"><code>{ value.path }</code></bdi></th>
            <td class="wraps"><bdi dir="ltr"><code>{ shown(&value.value) }</code></bdi></td>
            <td class="wraps">
                <ul role="list">
                    { for value.origins.iter().take(PLACES).enumerate().map(|(index, origin)| html! {
                        <li key={index}>{ place(i18n, origin) }</li>
                    }) }
                </ul>
                if more > 0 { <T id="brought-more-places" params={vec![("count", more.into())]} /> }
            </td>
            <td>{ strength(i18n, value.strength) }</td>
        </tr>
    }
}

fn remark(i18n: I18n, index: usize, found: &Diagnostic) -> Html {
    html! {
        <li key={index} class="inline-finding" data-severity={severity_slug(found.severity)}>
            { Icon::of(found.severity).html() }
            <div>
                <p>
                    <span class="visually-hidden">{ severity_name(i18n, found.severity) }{ " " }</span>
                    { i18n.engine_html(&found.message) }{ " " }<code>{ found.code }</code>
                </p>
                if let Some(help) = &found.help { <p class="muted">{ i18n.engine_html(help) }</p> }
            </div>
        </li>
    }
}

fn remarks(i18n: I18n, title: &'static str, found: &[&Diagnostic]) -> Html {
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <div class="stack">
            <h3>{ i18n.message(&Message::new(title)) }</h3>
            <ul role="list" class="remarks">
                { for found.iter().take(SHOWN).enumerate().map(|(index, found)| remark(i18n, index, found)) }
            </ul>
            if found.len() > SHOWN {
                <p class="muted"><T id="diagnostics-more" params={vec![("count", (found.len() - SHOWN).into())]} /></p>
            }
        </div>
    }
}

/// Kinds, remarks, values.
#[component]
pub(super) fn PiecesView(props: &PiecesViewProps) -> Html {
    let i18n = use_i18n();
    let pieces = &props.pieces;
    let import = &pieces.import;
    let kinds = kinds(import);
    let [contradictions, missing, unread, others] = by_subject(&import.diagnostics);
    // Of a plan as it is written, what is missing is what the plan itself is told about.
    let missing = if pieces.is_own || pieces.plan.is_none() {
        Vec::new()
    } else {
        missing
    };
    let values = &import.values;
    html! {
        <>
            if !kinds.is_empty() {
                <div class="stack">
                    <h3><T id="brought-read" /></h3>
                    <ul class="kinds">
                        { for kinds.iter().take(SHOWN).enumerate().map(|(index, (piece, count))| html! {
                            <li key={index}>
                                { i18n.engine_text(&Message::new(format!("source-{}", piece.kind))) }
                                if *count > 1 { { " " }<T id="brought-times" params={vec![("count", (*count).into())]} /> }
                                if has_place(piece) { { " " }{ place(i18n, piece) } }
                            </li>
                        }) }
                    </ul>
                    if kinds.len() > SHOWN {
                        <p class="muted"><T id="brought-more-kinds" params={vec![("count", (kinds.len() - SHOWN).into())]} /></p>
                    }
                </div>
            }
            { remarks(i18n, "brought-contradictions", &contradictions) }
            { remarks(i18n, "brought-missing", &missing) }
            { remarks(i18n, "brought-unread", &unread) }
            if !values.is_empty() {
                <details open={!pieces.is_own}>
                    <summary><T id="brought-values" params={vec![("count", values.len().into())]} /></summary>
                    <div class="scroll" tabindex="0" role="region" aria-label={i18n.text("brought-values-table")}>
                        <table class="data">
                            <thead><tr>
                                <th scope="col"><T id="brought-field" /></th>
                                <th scope="col"><T id="column-value" /></th>
                                <th scope="col"><T id="brought-origin" /></th>
                                <th scope="col"><T id="brought-strength" /></th>
                            </tr></thead>
                            <tbody>{ for values.iter().map(|value| value_row(i18n, value)) }</tbody>
                        </table>
                    </div>
                </details>
            }
            { remarks(i18n, "brought-others", &others) }
        </>
    }
}
