//! The plan as text, with line numbers that show where findings are.

use std::collections::BTreeMap;
use std::rc::Rc;

use dualstack_core::diagnostic::Severity;
use web_sys::{HtmlTextAreaElement, InputEvent};
use yew::prelude::*;

use super::inline::severity_slug;
use crate::components::shell::use_dispatch;
use crate::effects::now_ms;
use crate::engine::Analysis;
use crate::i18n::{T, use_i18n};
use crate::state::selectors::position_at;
use crate::state::{Action, EditSource, Place};

/// Id of the text area.
pub const SOURCE_ID: &str = "dsp-source";
/// Beyond this many lines there are no line numbers: each is an element.
const NUMBERED_LINES: usize = 3000;

/// Id of a line number, from 1.
pub fn line_id(line: usize) -> String {
    format!("dsp-line-{line}")
}

/// Properties of [`SourceEditor`].
#[derive(Clone, PartialEq, Properties)]
pub struct SourceEditorProps {
    /// The plan text.
    pub text: Rc<str>,
    /// What it comes to.
    pub analysis: Rc<Analysis>,
}

/// The worst finding of each line.
fn marked_lines(analysis: &Analysis) -> BTreeMap<usize, (Severity, &'static str)> {
    let mut lines = BTreeMap::new();
    for found in analysis
        .diagnostics()
        .iter()
        .filter(|found| found.location.line > 0)
    {
        let entry = lines
            .entry(found.location.line)
            .or_insert((found.severity, found.code));
        if found.severity < entry.0 {
            *entry = (found.severity, found.code);
        }
    }
    lines
}

#[derive(Clone, PartialEq, Properties)]
struct GutterProps {
    lines: usize,
    marked: BTreeMap<usize, (Severity, &'static str)>,
}

/// The line numbers; a component of their own, since most keystrokes change neither lines nor findings.
#[component]
fn Gutter(props: &GutterProps) -> Html {
    html! {
        <div class="gutter" aria-hidden="true">
            { for (1..=props.lines).map(|line| {
                let mark = props.marked.get(&line);
                html! {
                    <span key={line} id={line_id(line)} data-severity={mark.map(|(severity, _)| severity_slug(*severity))}
                        title={mark.map(|(_, code)| *code)}>{ line }</span>
                }
            }) }
        </div>
    }
}

/// Columns of the widest line, wide characters counted twice; the box scrolls sideways too.
fn columns(text: &str) -> usize {
    let width = |line: &str| {
        line.chars()
            .map(|c| if c > '\u{2E7F}' { 2 } else { 1 })
            .sum::<usize>()
    };
    text.lines().map(width).max().unwrap_or(0).clamp(20, 500) + 2
}

/// The text area. It is as tall as its text and the box around it scrolls, so line numbers need no script to follow.
#[component]
pub fn SourceEditor(props: &SourceEditorProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    // A text area knows no carriage returns; comparing with them in place would move the caret on each keystroke.
    let shown: AttrValue = if props.text.contains('\r') {
        props.text.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        AttrValue::from(Rc::clone(&props.text))
    };
    let lines = shown.split('\n').count();
    let numbered = lines <= NUMBERED_LINES;
    let columns = if numbered { columns(&shown) } else { 80 };
    let oninput = Callback::from(move |event: InputEvent| {
        let area: HtmlTextAreaElement = event.target_unchecked_into();
        let text = area.value();
        let caret = area.selection_end().ok().flatten().map(|caret| {
            let (line, column) = position_at(&text, caret);
            Place::Text {
                line,
                column,
                end_line: line,
                end_column: column,
            }
        });
        dispatch.send(Action::Edit {
            text: text.into(),
            source: EditSource::Text,
            at_ms: now_ms(),
            place: caret,
        });
    });
    html! {
        <div class="stack">
            <label for={SOURCE_ID} class="label"><T id="source-label" /></label>
            <div class={classes!("source", (!numbered).then_some("plain"))}>
                if numbered {
                    <Gutter {lines} marked={marked_lines(&props.analysis)} />
                }
                <textarea id={SOURCE_ID} class="mono" wrap="off" spellcheck="false" autocapitalize="none" autocomplete="off"
                    dir="ltr" translate="no" cols={columns.to_string()} rows={if numbered { lines + 1 } else { 40 }.to_string()} value={shown} {oninput}
                    aria-describedby="dsp-source-help" />
            </div>
            <p id="dsp-source-help" class="field-hint">{ i18n.text("source-help") }</p>
        </div>
    }
}
