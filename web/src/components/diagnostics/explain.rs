//! The way back: from a code or a line of a log to the rule behind it, and to what it finds in this plan.

use std::rc::Rc;

use dualstack_core::diagnostic::Diagnostic;
use dualstack_core::explain::{Explanation, LogMatch, explain_in, nothing_known};
use dualstack_core::i18n::Message;
use web_sys::{HtmlTextAreaElement, InputEvent};
use yew::prelude::*;

use super::fix::FixButtons;
use super::list::{finding_id, severity_name};
use super::rule_text::rule_text;
use crate::components::editor::inline::severity_slug;
use crate::components::shell::icon::Icon;
use crate::components::shell::use_dispatch;
use crate::effects::focus::focus;
use crate::effects::settle::use_settled;
use crate::engine::Analysis;
use crate::i18n::{I18n, T, use_i18n};
use crate::state::{Action, Ask};

/// Thousands of lines may be pasted; they are looked at when typing pauses.
const PAUSE_MS: u32 = 200;
/// More rules than these are counted and not drawn.
const SHOWN: usize = 20;

/// Properties of [`ExplainView`].
#[derive(Clone, PartialEq, Properties)]
pub struct ExplainViewProps {
    /// What the plan comes to.
    pub analysis: Rc<Analysis>,
    /// What was typed or pasted.
    pub text: Rc<str>,
}

/// Properties of [`ExplainedLines`].
#[derive(Clone, PartialEq, Properties)]
pub struct ExplainedLinesProps {
    /// What the plan comes to.
    pub analysis: Rc<Analysis>,
    /// The lines.
    pub text: Rc<str>,
    /// Whether something else was understood in them.
    pub understood: bool,
}

/// What was found, in a sentence.
fn said(found: &[Explanation]) -> Message {
    let mut codes: Vec<&str> = Vec::new();
    for code in found.iter().map(|explanation| explanation.rule.code) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    let named: Vec<&str> = codes.iter().copied().take(5).collect();
    Message::new("explain-said")
        .with("rules", codes.len())
        .with("codes", named.join(", "))
}

fn line(i18n: I18n, code: &str, matched: &LogMatch) -> Html {
    let caption = i18n.message(&Message::new("explain-captured").with("code", code));
    html! {
        <div class="stack">
            <div>
                <p class="label"><T id="explain-line" params={vec![("line", matched.line.into())]} /></p>
                <pre class="upstream" lang="en" translate="no">{ matched.text.replace('\u{1f}', "\n") }</pre>
            </div>
            if !matched.captured.is_empty() {
                <div class="scroll" tabindex="0" role="region" aria-label={caption}>
                    <table class="data">
                        <thead><tr><th scope="col"><T id="explain-name" /></th><th scope="col"><T id="explain-value" /></th></tr></thead>
                        <tbody>
                            { for matched.captured.iter().enumerate().map(|(index, captured)| html! {
                                <tr key={index}>
                                    <th scope="row"><code>{ captured.name }</code></th>
                                    <td class="wraps"><bdi dir="ltr"><code>{ captured.value.clone() }</code></bdi></td>
                                </tr>
                            }) }
                        </tbody>
                    </table>
                </div>
            }
        </div>
    }
}

fn in_plan(i18n: I18n, analysis: &Rc<Analysis>, code: &'static str) -> Html {
    let found: Vec<&Diagnostic> = analysis
        .diagnostics()
        .iter()
        .filter(|found| found.code == code)
        .collect();
    let go = Callback::from(move |_: MouseEvent| focus(&finding_id(code)));
    html! {
        <div class="stack">
            <p class="in-plan"><T id="explain-in-plan" params={vec![("count", found.len().into())]} /></p>
            if let Some(first) = found.first() {
                <p>{ i18n.engine_html(&first.message) }</p>
                <div class="row">
                    <button type="button" class="small place" onclick={go}>
                        { i18n.html(&Message::new("explain-go").with("code", code)) }
                    </button>
                    <FixButtons analysis={Rc::clone(analysis)} diagnostic={(*first).clone()} />
                </div>
            }
        </div>
    }
}

fn explanation(i18n: I18n, analysis: &Rc<Analysis>, index: usize, found: &Explanation) -> Html {
    let rule = &found.rule;
    let severity = rule.severities.last().map(|row| row.severity);
    let facts = match rule.to {
        Some(to) => Message::new("explain-facts").with("to", to),
        None => Message::new("explain-facts.open"),
    };
    let facts = facts
        .with("component", rule.component.as_str())
        .with("from", rule.from);
    html! {
        <article key={format!("{}-{index}", rule.code)} class="finding" aria-label={rule.code} data-severity={severity.map(severity_slug)}>
            <div class="finding-head">
                if let Some(severity) = severity {
                    <span class="severity">{ Icon::of(severity).html() }{ severity_name(i18n, severity) }</span>
                }
                <code>{ rule.code }</code>
                <h3>{ i18n.engine_text(&rule.title) }</h3>
            </div>
            <p class="muted">{ i18n.html(&facts) }</p>
            if let Some(matched) = &found.matched { { line(i18n, rule.code, matched) } }
            if let Some(because) = &found.because { <p>{ i18n.engine_html(because) }</p> }
            <p>{ i18n.engine_html(&found.help) }</p>
            { in_plan(i18n, analysis, rule.code) }
            <details>
                <summary><T id="explain-more" /></summary>
                { rule_text(&rule.page) }
            </details>
            <p>
                <a href={rule.docs.clone()} target="_blank" rel="noreferrer">
                    <T id="explain-docs" params={vec![("code", rule.code.into())]} />
                </a>
            </p>
        </article>
    }
}

/// What a text comes to.
#[derive(PartialEq)]
enum Answer {
    /// There is no text.
    Nothing,
    /// The rules that are about it.
    Rules(Vec<Explanation>),
    /// No rule is: what is nearest to it, and what to paste instead.
    Unknown(Box<Diagnostic>),
}

/// Where a line names no family, the plan decides.
fn answer(text: &str, analysis: &Analysis) -> Answer {
    if text.trim().is_empty() {
        return Answer::Nothing;
    }
    let found = explain_in(text, Some(analysis.stages()));
    if found.is_empty() {
        Answer::Unknown(Box::new(nothing_known(text)))
    } else {
        Answer::Rules(found)
    }
}

fn nothing(i18n: I18n, said: &Diagnostic) -> Html {
    html! {
        <>
            <p>{ i18n.engine_html(&said.message) }</p>
            if let Some(help) = &said.help { <p>{ i18n.engine_html(help) }</p> }
            <p class="empty"><T id="explain-nothing" /></p>
        </>
    }
}

fn rules(i18n: I18n, analysis: &Rc<Analysis>, found: &[Explanation]) -> Html {
    found
        .iter()
        .take(SHOWN)
        .enumerate()
        .map(|(index, found)| explanation(i18n, analysis, index, found))
        .collect()
}

/// What lines that were brought to the page mean. Where something else was understood in them, that no rule is about them
/// is no news.
#[component]
pub fn ExplainedLines(props: &ExplainedLinesProps) -> Html {
    let i18n = use_i18n();
    let dependencies = (Rc::clone(&props.text), Rc::clone(&props.analysis));
    let found = use_memo(dependencies, |(text, analysis)| answer(text, analysis));
    match &*found {
        Answer::Unknown(said) if !props.understood => {
            html! { <div class="stack">{ nothing(i18n, said) }</div> }
        }
        Answer::Rules(found) => html! {
            <div class="stack">
                <h3>{ i18n.html(&said(found)) }</h3>
                { rules(i18n, &props.analysis, found) }
            </div>
        },
        Answer::Nothing | Answer::Unknown(_) => Html::default(),
    }
}

/// The field and the rules.
#[component]
pub fn ExplainView(props: &ExplainViewProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let text = use_settled(&props.text, PAUSE_MS);
    let found = use_memo((text, Rc::clone(&props.analysis)), |(text, analysis)| {
        answer(text, analysis)
    });
    let verdict = match &*found {
        Answer::Nothing => None,
        Answer::Rules(found) => Some(said(found)),
        Answer::Unknown(_) => Some(said(&[])),
    };
    let oninput = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            dispatch.send(Action::Ask(Ask::Explain(area.value())));
        })
    };
    let onclear = Callback::from(move |_: MouseEvent| {
        dispatch.send(Action::Ask(Ask::Explain(String::new())));
        focus("dsp-explain");
    });
    html! {
        <section class="section" aria-labelledby="dsp-explain-title">
            <h2 id="dsp-explain-title"><T id="explain-title" /></h2>
            <div class="field">
                <label for="dsp-explain"><T id="explain-label" /></label>
                <textarea id="dsp-explain" class="explain" rows="2" spellcheck="false" autocomplete="off" autocapitalize="none"
                    value={props.text.to_string()} {oninput} aria-describedby="dsp-explain-hint" />
                <p class="field-hint" id="dsp-explain-hint"><T id="explain-hint" /></p>
            </div>
            <div class="row between">
                <p role="status" class="check-verdict">
                    if let Some(verdict) = &verdict { { i18n.html(verdict) } }
                </p>
                if !props.text.is_empty() {
                    <button type="button" class="small" onclick={onclear}><T id="explain-clear" /></button>
                }
            </div>
            // A list of its own: beside it, one more rule would make the text area a new element without focus.
            <div class="stack">
                {
                    match &*found {
                        Answer::Nothing => Html::default(),
                        Answer::Rules(found) => rules(i18n, &props.analysis, found),
                        Answer::Unknown(said) => nothing(i18n, said),
                    }
                }
            </div>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use dualstack_core::explain::explain;

    use super::*;

    #[test]
    fn what_is_found_is_said_by_code() {
        let english = I18n { language: "en" };
        let line = "service IP family \"fd00:10:96::/112\" must match public address family \"192.168.1.11\"";
        let sentence = |text: &str| english.message(&said(&explain(text, None)));
        assert_eq!(sentence(line), "1 rule found: ORD001");
        assert_eq!(sentence("cap002 ADDR001"), "2 rules found: CAP002, ADDR001");
        assert_eq!(sentence("all is well"), "No rule is about this text.");
    }
}
