//! The plan as text, with line numbers that show where findings are.

use std::collections::BTreeMap;
use std::rc::Rc;

use dualstack_core::diagnostic::Severity;
use dualstack_core::i18n::Message;
use web_sys::{HtmlTextAreaElement, InputEvent};
use yew::prelude::*;

use super::inline::severity_slug;
use super::window::Window;
use crate::components::shell::use_dispatch;
use crate::effects::now_ms;
use crate::engine::Analysis;
use crate::i18n::{I18n, T, use_i18n};
use crate::share::MAX_TEXT_BYTES;
use crate::state::brought::{Bring, Bundle};
use crate::state::selectors::position_at;
use crate::state::{Action, EditSource, Place, Reveal};

/// Id of the text area.
pub const SOURCE_ID: &str = "dsp-source";
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
    /// The place that was asked for last.
    pub reveal: Option<Reveal>,
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
    first: usize,
    lines: usize,
    marked: BTreeMap<usize, (Severity, &'static str)>,
}

/// The line numbers; a component of their own, since most keystrokes change neither lines nor findings.
#[component]
fn Gutter(props: &GutterProps) -> Html {
    html! {
        <div class="gutter" aria-hidden="true">
            { for (props.first..props.first + props.lines).map(|line| {
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

/// The line that was asked for, and which wish that was.
fn wished(reveal: Option<&Reveal>) -> Option<(usize, u32)> {
    match reveal {
        Some(Reveal {
            place: Place::Text { line, .. },
            serial,
            ..
        }) => Some((*line, *serial)),
        _ => None,
    }
}

/// The part of the text that is shown: the one that was typed into, the one with the line that was asked for, or the one that
/// stands where the last one stood. The first callback shows another part, the second remembers what is typed into this one.
#[hook]
fn use_window(text: &Rc<str>, reveal: Option<&Reveal>) -> (Window, Callback<Window>, Callback<Window>) {
    let kept = use_mut_ref(|| None::<Window>);
    let followed = use_mut_ref(|| None::<(usize, u32)>);
    let drawn_anew = use_force_update();
    let mut window = match &*kept.borrow() {
        Some(window) if window.text() == text => window.clone(),
        Some(window) => window.in_text(text),
        None => Window::of(text),
    };
    let wished = wished(reveal);
    if followed.replace(wished) != wished
        && let Some((line, _)) = wished
    {
        window = window.with_line(line);
    }
    *kept.borrow_mut() = Some(window.clone());
    let typed = {
        let kept = kept.clone();
        use_callback((), move |window: Window, ()| *kept.borrow_mut() = Some(window))
    };
    let go = use_callback((), move |window: Window, ()| {
        *kept.borrow_mut() = Some(window);
        drawn_anew.force_update();
    });
    (window, go, typed)
}

/// Where in the text the part is, and the way to the others.
fn parts(i18n: I18n, window: &Window, go: &Callback<Window>) -> Html {
    let button = |id: &'static str, to: Option<Window>| {
        let (go, is_there) = (go.clone(), to.is_some());
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(window) = &to {
                go.emit(window.clone());
            }
        });
        html! {
            <button type="button" class="small" {onclick} aria-disabled={(!is_there).then_some("true")}>{ i18n.text(id) }</button>
        }
    };
    let first = window.first_line();
    let shown = Message::new("source-part")
        .with("from", first)
        .with("to", first + window.shown().lines().count().saturating_sub(1))
        .with("count", window.text().lines().count());
    html! {
        <nav class="row" aria-label={i18n.text("pages")}>
            { button("page-first", window.has_previous().then(|| Window::of(window.text()))) }
            { button("page-previous", window.has_previous().then(|| window.previous())) }
            <span role="status">{ i18n.html(&shown) }</span>
            { button("page-next", window.has_next().then(|| window.next())) }
            { button("page-last", window.has_next().then(|| window.last())) }
        </nav>
    }
}

/// The text area. It is as tall as its text and the box around it scrolls, so line numbers need no script to follow.
#[component]
pub fn SourceEditor(props: &SourceEditorProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let (window, go, remember) = use_window(&props.text, props.reveal.as_ref());
    // A text area knows no carriage returns; comparing with them in place would move the caret on each keystroke.
    let shown: AttrValue = match window.shown() {
        part if part.contains('\r') => part.replace("\r\n", "\n").replace('\r', "\n").into(),
        _ if window.is_whole() => AttrValue::from(Rc::clone(&props.text)),
        part => AttrValue::from(part.to_owned()),
    };
    let first = window.first_line();
    let lines = shown.split('\n').count();
    let columns = columns(&shown);
    let oninput = {
        let (window, shown) = (window.clone(), shown.clone());
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            let typed = area.value();
            let caret = area.selection_end().ok().flatten().map(|caret| {
                let (line, column) = position_at(&typed, caret);
                let line = line + first - 1;
                Place::Text {
                    line,
                    column,
                    end_line: line,
                    end_column: column,
                }
            });
            let typed = window.with(&typed);
            if typed.text().len() > MAX_TEXT_BYTES {
                // Dropped, or put there by a program: it is said like anything that is too much.
                area.set_value(&shown);
                dispatch.send(Action::Bring(Bring::Look(Bundle::written(typed.text()))));
                return;
            }
            let text = Rc::clone(typed.text());
            remember.emit(typed);
            dispatch.send(Action::Edit {
                text,
                source: EditSource::Text,
                at_ms: now_ms(),
                place: caret,
            });
        })
    };
    html! {
        <div class="stack">
            <label for={SOURCE_ID} class="label"><T id="source-label" /></label>
            if !window.is_whole() { { parts(i18n, &window, &go) } }
            <div class="source">
                <Gutter {first} {lines} marked={marked_lines(&props.analysis)} />
                <textarea id={SOURCE_ID} class="mono" wrap="off" spellcheck="false" autocapitalize="none" autocomplete="off"
                    dir="ltr" translate="no" cols={columns.to_string()} rows={(lines + 1).to_string()} value={shown} {oninput}
                    data-first-line={first.to_string()} aria-describedby="dsp-source-help" />
            </div>
            <p id="dsp-source-help" class="field-hint">{ i18n.text("source-help") }</p>
        </div>
    }
}
