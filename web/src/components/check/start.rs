//! The start-up check: paste what a component is started with, read what it would print.

use std::rc::Rc;

use dualstack_core::components::StartUpCheck;
use dualstack_core::components::{Effect, FailedCheck};
use dualstack_core::diagnostic::Stage;
use dualstack_core::i18n::Message;
use dualstack_core::kubernetes::Version;
use web_sys::{HtmlTextAreaElement, InputEvent};
use yew::prelude::*;

use super::{confidence, version_options};
use crate::components::shell::choice::Choice;
use crate::components::shell::listing::Listing;
use crate::components::shell::use_dispatch;
use crate::effects::focus::focus;
use crate::engine::Analysis;
use crate::engine::start::{Fate, StartCheck, fate, start_check};
use crate::i18n::{I18n, T, use_i18n};
use crate::state::{Action, Ask, Questions};

/// Properties of [`StartCheckView`].
#[derive(Clone, PartialEq, Properties)]
pub struct StartCheckViewProps {
    /// What the plan comes to.
    pub analysis: Rc<Analysis>,
    /// What is asked.
    pub asked: Rc<Questions>,
}

fn fate_tag(fate: Fate) -> Html {
    match fate {
        Fate::Starts => html! { <span class="tag" data-tone="good"><T id="fate-starts" /></span> },
        Fate::NeverReady => {
            html! { <span class="tag" data-tone="warning"><T id="fate-never-ready" /></span> }
        }
        Fate::Exits => html! { <span class="tag" data-tone="bad"><T id="fate-exits" /></span> },
    }
}

fn stage(i18n: I18n, stage: Stage) -> String {
    match stage {
        Stage::Read => i18n.text("check-stage-read"),
        Stage::Install => i18n.text("check-stage-install"),
        Stage::Start => i18n.text("check-stage-start"),
        Stage::ControllerStart => i18n.text("check-stage-controller"),
        Stage::Request => i18n.text("check-stage-request"),
        Stage::Run => i18n.text("check-stage-run"),
    }
}

fn effect(i18n: I18n, effect: Effect) -> String {
    match effect {
        Effect::Fatal => i18n.text("effect-fatal"),
        Effect::NeverReady => i18n.text("effect-never-ready"),
        Effect::Warning => i18n.text("effect-warning"),
    }
}

/// The line of one check.
fn line(check: &FailedCheck) -> String {
    format!("{}{}", check.prefix, check.text)
}

/// The printed lines, where a line holds more than one check: on their own they stand at the checks.
fn aggregated(found: &StartUpCheck) -> String {
    let own: Vec<String> = found.failed_checks.iter().map(line).collect();
    if found.printed.iter().all(|printed| own.contains(printed)) {
        String::new()
    } else {
        found.printed.join("\n")
    }
}

fn failed(i18n: I18n, index: usize, check: &FailedCheck) -> Html {
    html! {
        <li key={index}>
            <Listing title={check.id} text={line(check)} tone={(check.effect == Effect::Fatal).then_some("refused")}>
                <span class="check-tags">
                    <span>{ stage(i18n, check.stage) }</span>
                    <span>{ effect(i18n, check.effect) }</span>
                    { confidence(i18n, check.confidence) }
                </span>
            </Listing>
        </li>
    }
}

/// A component with what it prints.
pub fn component(i18n: I18n, index: usize, found: &StartUpCheck) -> Html {
    let name = found.component.as_str();
    let flags: String = found
        .input
        .flags
        .iter()
        .map(|flag| format!("--{}={}\n", flag.name, flag.value))
        .collect();
    let printed = aggregated(found);
    html! {
        <article key={index} class="service" aria-label={name}>
            <header>
                <h3><code>{ name }</code></h3>
                { fate_tag(fate(found)) }
                if let Some(origin) = &found.origin {
                    <span class="field-hint">
                        { i18n.message(&Message::new("check-origin").with("line", origin.line).with("path", origin.path.as_str())) }
                    </span>
                }
            </header>
            if !printed.is_empty() {
                <Listing title={i18n.message(&Message::new("check-prints").with("component", name))} text={printed} tone="refused" />
            }
            if !found.failed_checks.is_empty() {
                <ul role="list" class="stack">
                    { for found.failed_checks.iter().enumerate().map(|(index, check)| failed(i18n, index, check)) }
                </ul>
            }
            if !flags.is_empty() {
                <details>
                    <summary><T id="check-read-as" /></summary>
                    <pre class="upstream" lang="en" translate="no" tabindex="0">{ flags }</pre>
                </details>
            }
        </article>
    }
}

/// What to say about the whole, for everyone who does not see the list.
pub fn verdict(found: &[StartUpCheck], own: bool, version: Version) -> Message {
    let refused = found.iter().filter(|check| fate(check) == Fate::Exits).count();
    let id = match (found.is_empty(), own) {
        (true, _) => "check-nothing-found",
        (false, true) => "check-verdict-own",
        (false, false) => "check-verdict",
    };
    Message::new(id)
        .with("components", found.len())
        .with("refused", refused)
        .with("version", version)
}

/// The view.
#[component]
pub fn StartCheckView(props: &StartCheckViewProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let own = props.analysis.plan().map(|plan| plan.spec.kubernetes_version);
    let version = props.asked.version.or(own).unwrap_or(Version::NEWEST);
    let result = use_memo(
        (
            Rc::clone(&props.analysis),
            version,
            Rc::clone(&props.asked.pasted),
        ),
        |(analysis, version, pasted)| start_check(analysis.plan(), *version, pasted),
    );
    let mut options = version_options();
    if let Some(own) = own {
        let text = i18n.message(&Message::new("check-version-own").with("version", own));
        options.insert(0, (AttrValue::Static(""), text.into()));
    }
    let chosen = match props.asked.version {
        Some(version) => version.to_string(),
        None if own.is_some() => String::new(),
        None => Version::NEWEST.to_string(),
    };
    let onchoose = {
        let dispatch = dispatch.clone();
        Callback::from(move |chosen: String| {
            dispatch.send(Action::Ask(Ask::Version(chosen.parse().ok())));
        })
    };
    let oninput = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            dispatch.send(Action::Ask(Ask::Pasted(area.value())));
        })
    };
    let onclear = Callback::from(move |_: MouseEvent| {
        dispatch.send(Action::Ask(Ask::Pasted(String::new())));
        focus("dsp-paste");
    });
    let (said, found) = match &*result {
        StartCheck::Pasted(found) => (verdict(&found.checks, false, version), found.checks.as_slice()),
        StartCheck::Own(found) => (verdict(found, true, version), found.as_slice()),
        StartCheck::Nothing => (Message::new("check-no-plan"), [].as_slice()),
        StartCheck::TooLong => (Message::new("check-too-long"), [].as_slice()),
    };
    let about_text = match &*result {
        StartCheck::Pasted(found) => found.diagnostics.as_slice(),
        _ => &[],
    };
    html! {
        <section class="section" aria-labelledby="dsp-start-title">
            <h2 id="dsp-start-title"><T id="check-title" /></h2>
            <div class="pager">
                <div class="field wide">
                    <label for="dsp-start-version"><T id="check-version" /></label>
                    <Choice id="dsp-start-version" {options} value={chosen} {onchoose} />
                </div>
            </div>
            <div class="field">
                <label for="dsp-paste"><T id="check-paste" /></label>
                <textarea id="dsp-paste" class="manifests" rows="8" spellcheck="false" autocomplete="off" wrap="off"
                    value={props.asked.pasted.to_string()} {oninput} aria-describedby="dsp-paste-hint" />
                <p class="field-hint" id="dsp-paste-hint"><T id="check-paste-hint" /></p>
            </div>
            <div class="row between">
                <p role="status" class="check-verdict">{ i18n.html(&said) }</p>
                if !props.asked.pasted.is_empty() {
                    <button type="button" class="small" onclick={onclear}><T id="check-clear" /></button>
                }
            </div>
            if !about_text.is_empty() {
                <ul role="list" class="stack">
                    { for about_text.iter().enumerate().map(|(index, found)| html! {
                        <li key={index}>
                            { i18n.html(&found.message) }
                            if let Some(help) = &found.help {
                                <p class="field-hint">{ i18n.html(help) }</p>
                            }
                        </li>
                    }) }
                </ul>
            }
            // A list of its own: beside it, one more component would make the text area a new element without focus.
            <div class="stack">
                { for found.iter().enumerate().map(|(index, found)| component(i18n, index, found)) }
            </div>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use dualstack_core::sources::check;

    use super::*;

    #[test]
    fn lines_that_hold_several_checks_are_shown_once_more() {
        let one = check(
            "1.25".parse().unwrap(),
            "kubelet --feature-gates=IPv6DualStack=true",
        );
        assert_eq!(line(&one[0].failed_checks[0]), one[0].printed[0]);
        assert_eq!(aggregated(&one[0]), "");
        let mut two = one[0].clone();
        two.printed = vec!["[a, b]".to_owned()];
        assert_eq!(aggregated(&two), "[a, b]");
    }

    #[test]
    fn the_verdict_counts_those_that_exit() {
        let version = "1.25".parse().unwrap();
        let found = check(
            version,
            "kubelet --feature-gates=IPv6DualStack=true\nkube-proxy --bind-address=0.0.0.0",
        );
        let english = I18n { language: "en" };
        assert_eq!(
            english.message(&verdict(&found, false, version)),
            "1 of 2 components would exit with version 1.25."
        );
        assert_eq!(verdict(&[], false, version).id, "check-nothing-found");
    }
}
