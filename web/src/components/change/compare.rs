//! What differs between another plan and this one, how far each difference reaches into a running cluster, and the way there.

use std::rc::Rc;

use dualstack_core::change::{Comparison, Difference, Migration, Side, diff, migrate};
use dualstack_core::diagnostic::Diagnostic;
use web_sys::{HtmlTextAreaElement, InputEvent};
use yew::prelude::*;

use super::reach::{LONGEST, tone};
use super::steps::steps;
use crate::components::shell::use_dispatch;
use crate::effects::focus::focus;
use crate::engine::Analysis;
use crate::i18n::{I18n, T, use_i18n};
use crate::state::{Action, Ask};

const OTHER_ID: &str = "dsp-compare-other";

/// Properties of [`CompareView`].
#[derive(Clone, PartialEq, Properties)]
pub struct CompareViewProps {
    /// What the plan comes to.
    pub analysis: Rc<Analysis>,
    /// The other plan, or what is known of a cluster.
    pub other: Rc<str>,
}

/// What a comparison gives.
enum Answer {
    /// There is nothing to compare with yet.
    Nothing,
    /// The other text is longer than what is compared here.
    TooLong,
    /// One of the texts gives no plan: whether it is this one, and what was found.
    Unusable(bool, Vec<Diagnostic>),
    /// Both give one.
    Found(Box<(Comparison, Option<Migration>)>),
}

fn answer(analysis: &Analysis, other: &str, language: &str) -> Answer {
    if other.trim().is_empty() {
        return Answer::Nothing;
    }
    if other.len() > LONGEST || analysis.text.len() > LONGEST {
        return Answer::TooLong;
    }
    let read = |text: &str| Side::read(&[("", text)], analysis.ula_seed, language);
    match (read(other), read(&analysis.text)) {
        (Ok(old), Ok(new)) => {
            let way = migrate(&old, &new, &[], language).ok();
            Answer::Found(Box::new((diff(&old, &new), way)))
        }
        (Err(found), _) => Answer::Unusable(false, found),
        (_, Err(found)) => Answer::Unusable(true, found),
    }
}

fn value(text: Option<&String>) -> Html {
    match text {
        Some(text) => html! { <bdi dir="ltr"><code>{ text.clone() }</code></bdi> },
        None => html! { <span class="muted">{ "–" }</span> },
    }
}

fn difference(i18n: I18n, found: &Difference) -> Html {
    html! {
        <li key={format!("{} {}", found.path, found.after.as_deref().unwrap_or_default())} class="difference">
            <div class="finding-head">
                <h3><bdi dir="ltr"><code>{ found.path.clone() }</code></bdi></h3>
                <span class="tag" data-tone={tone(&found.blast)}>{ i18n.engine_text(&found.reach) }</span>
            </div>
            <p>{ value(found.before.as_ref()) }{ " → " }{ value(found.after.as_ref()) }</p>
            <p>{ i18n.engine_html(&found.why) }</p>
            if let Some(upstream) = &found.upstream {
                <pre class="upstream" lang="en" translate="no">{ upstream.text.clone() }</pre>
            }
            if !found.half.is_empty() {
                <details>
                    <summary><T id="diff-half" /></summary>
                    <ul>{ for found.half.iter().enumerate().map(|(index, half)| html! {
                        <li key={index}>{ i18n.engine_html(half) }</li>
                    }) }</ul>
                </details>
            }
            <p class="field-hint"><T id="diff-source" />{ " " }<bdi dir="ltr"><code>{ found.source.clone() }</code></bdi></p>
        </li>
    }
}

/// The other plan, what differs, and the steps.
#[component]
pub fn CompareView(props: &CompareViewProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let oninput = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            dispatch.send(Action::Ask(Ask::Other(area.value())));
        })
    };
    let keep = {
        let (dispatch, text) = (dispatch.clone(), props.analysis.text.to_string());
        Callback::from(move |_: MouseEvent| {
            dispatch.send(Action::Ask(Ask::Other(text.clone())));
            focus(OTHER_ID);
        })
    };
    let found = use_memo(
        (Rc::clone(&props.analysis), Rc::clone(&props.other), i18n.language),
        |(analysis, other, language)| answer(analysis, other, language),
    );
    let result = match &*found {
        Answer::Nothing => html! { <p class="empty"><T id="diff-nothing" /></p> },
        Answer::TooLong => html! { <p class="empty"><T id="diff-too-long" /></p> },
        Answer::Unusable(is_own, diagnostics) => html! {
            <div class="empty stack">
                if *is_own { <p><T id="diff-own-unusable" /></p> } else { <p><T id="diff-other-unusable" /></p> }
                { for diagnostics.iter().take(3).enumerate().map(|(index, found)| html! {
                    <p key={index}><code>{ found.code }</code>{ " " }{ i18n.engine_html(&found.message) }</p>
                }) }
            </div>
        },
        Answer::Found(found) => {
            let (comparison, way) = &**found;
            html! {
                <>
                    <section class="section" aria-labelledby="dsp-diff-title">
                        <header>
                            <h2 id="dsp-diff-title"><T id="diff-title" /></h2>
                            <span class="tag" data-tone={tone(&comparison.blast)}>{ i18n.engine_text(&comparison.blast.message()) }</span>
                        </header>
                        <p>{ i18n.engine_html(&comparison.summary) }</p>
                        <ul class="differences" role="list">
                            { for comparison.differences.iter().map(|found| difference(i18n, found)) }
                        </ul>
                    </section>
                    if let Some(way) = way.as_ref().filter(|_| !comparison.differences.is_empty()) {
                        { steps(i18n, way) }
                    }
                </>
            }
        }
    };
    html! {
        <>
            <section class="section" aria-labelledby="dsp-other-title">
                <header>
                    <h2 id="dsp-other-title"><T id="diff-other-title" /></h2>
                    <button type="button" class="small" onclick={keep}><T id="diff-keep" /></button>
                </header>
                <div class="field">
                    <label for={OTHER_ID}><T id="diff-other" /></label>
                    <textarea id={OTHER_ID} class="manifests" rows="6" wrap="off" spellcheck="false" autocapitalize="none" autocomplete="off"
                        dir="ltr" translate="no" value={props.other.to_string()} {oninput} aria-describedby="dsp-compare-help" />
                    <p id="dsp-compare-help" class="field-hint"><T id="diff-help" /></p>
                </div>
            </section>
            <div role="status" class="visually-hidden">
                if let Answer::Found(found) = &*found { { i18n.engine_text(&found.0.summary) } }
            </div>
            { result }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::planner::EXAMPLE;

    #[test]
    fn the_plan_is_compared_with_what_runs() {
        let analysis = Analysis::of(&EXAMPLE.into());
        let old = "apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nkubernetesVersion: 1.36.0\nnetworking: {podSubnet: 10.244.0.0/16, serviceSubnet: 10.96.0.0/16}\n";
        let Answer::Found(found) = answer(&analysis, old, "en") else {
            panic!("nothing is found");
        };
        let paths: Vec<&str> = found
            .0
            .differences
            .iter()
            .map(|found| found.path.as_str())
            .collect();
        assert!(
            paths.contains(&"spec.podCIDRs") && paths.contains(&"spec.serviceCIDRs"),
            "{paths:?}"
        );
        assert!(!found.1.unwrap().steps.is_empty());
    }

    #[test]
    fn a_plan_is_like_itself_and_nothing_is_no_plan() {
        let analysis = Analysis::of(&EXAMPLE.into());
        let Answer::Found(found) = answer(&analysis, EXAMPLE, "en") else {
            panic!("nothing is found");
        };
        assert!(found.0.differences.is_empty());
        assert!(matches!(answer(&analysis, " \n", "en"), Answer::Nothing));
        assert!(matches!(
            answer(&analysis, "zebra", "en"),
            Answer::Unusable(false, _)
        ));
        assert!(matches!(
            answer(&analysis, &"a".repeat(LONGEST + 1), "en"),
            Answer::TooLong
        ));
    }
}
