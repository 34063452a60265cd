//! What differs between another plan and this one, how far each difference reaches into a running cluster, and the way there.

use std::rc::Rc;

use dualstack_core::change::{Comparison, Difference, Migration, Side, diff, migrate};
use dualstack_core::diagnostic::Diagnostic;
use web_sys::{HtmlTextAreaElement, InputEvent};
use yew::prelude::*;

use super::done::{Mark, Tick, Way, Written};
use super::reach::{LONGEST, tone};
use super::steps::steps;
use super::tick_box::{Ticking, progress, tick_box};
use crate::components::shell::use_dispatch;
use crate::effects::focus::focus;
use crate::engine::Analysis;
use crate::i18n::{I18n, T, use_i18n};
use crate::state::Action;

const OTHER_ID: &str = "dsp-compare-other";

/// Properties of [`CompareView`].
#[derive(Clone, PartialEq, Properties)]
pub struct CompareViewProps {
    /// What the plan comes to.
    pub analysis: Rc<Analysis>,
    /// What the plan is compared with, and what is ticked off, as links have it.
    pub way: Rc<str>,
}

/// What a comparison gives.
enum Answer {
    /// What the link says was written by a later version of this page.
    Later,
    /// Some of what the link says is missing or altered.
    Damaged,
    /// There is nothing to compare with yet.
    Nothing,
    /// The other text is longer than what is compared here.
    TooLong,
    /// One of the texts gives no plan: whether it is this one, and what was found.
    Unusable(bool, Vec<Diagnostic>),
    /// Both give one.
    Found(Box<Found>),
}

/// What differs, the way there, and by what each of both is ticked off.
struct Found {
    comparison: Comparison,
    way: Option<Migration>,
    ticks: Vec<Tick>,
}

impl Found {
    fn new(comparison: Comparison, way: Option<Migration>) -> Found {
        let way = way.filter(|_| !comparison.differences.is_empty());
        let steps = way.iter().flat_map(|way| &way.steps).map(Tick::of_step);
        let differences = comparison.differences.iter().map(Tick::of_difference);
        Found {
            ticks: differences.chain(steps).collect(),
            comparison,
            way,
        }
    }
}

fn answer(analysis: &Analysis, written: &Written, language: &str) -> Answer {
    let other = match written {
        Written::Here(way) => &*way.other,
        Written::TooLong => return Answer::TooLong,
        Written::Later => return Answer::Later,
        Written::Damaged => return Answer::Damaged,
    };
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
            Answer::Found(Box::new(Found::new(diff(&old, &new), way)))
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

fn difference(i18n: I18n, (found, number): (&Difference, usize), mark: Mark, ticking: &Ticking) -> Html {
    let title_id = format!("dsp-difference-{number}");
    let tick = Tick::of_difference(found);
    html! {
        <li key={format!("{} {}", found.path, found.after.as_deref().unwrap_or_default())} class="difference" data-mark={mark.as_str()}>
            <div class="finding-head">
                <h3 id={title_id.clone()}><bdi dir="ltr"><code>{ found.path.clone() }</code></bdi></h3>
                <span class="tag" data-tone={tone(&found.blast)}>{ i18n.engine_text(&found.reach) }</span>
            </div>
            { tick_box(i18n.text("diff-done"), &title_id, mark, ticking.of(tick)) }
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
    let way = use_memo(Rc::clone(&props.way), |written| Way::read(written));
    let (other, ticks) = match &*way {
        Written::Here(way) => (Rc::clone(&way.other), way.ticks.clone()),
        _ => Default::default(),
    };
    // Ticks change nothing of the answer.
    let found = use_memo(
        (
            Rc::clone(&props.analysis),
            Rc::clone(&other),
            std::mem::discriminant(&*way),
            i18n.language,
        ),
        |(analysis, _, _, language)| answer(analysis, &way, language),
    );
    let against = {
        let (dispatch, ticks) = (dispatch.clone(), ticks.clone());
        move |other: Rc<str>| {
            let ticks = ticks.clone();
            dispatch.send(Action::Way(Way { other, ticks }.write().into()));
        }
    };
    let oninput = {
        let write = against.clone();
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            write(area.value().into());
        })
    };
    let keep = {
        let text = Rc::clone(&props.analysis.text);
        Callback::from(move |_: MouseEvent| {
            against(Rc::clone(&text));
            focus(OTHER_ID);
        })
    };
    let result = match &*found {
        Answer::Later => html! { <p class="empty"><T id="diff-later" /></p> },
        Answer::Damaged => html! { <p class="empty"><T id="diff-damaged" /></p> },
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
            let Found {
                comparison,
                way,
                ticks: there,
            } = &**found;
            let mine = Way {
                other: Rc::clone(&other),
                ticks,
            };
            let marks = mine.marks(there);
            let (of_differences, of_steps) = marks.split_at(comparison.differences.len().min(marks.len()));
            let ticking = Ticking::new(mine, there.clone(), dispatch.clone());
            let differences = comparison.differences.iter().zip(1..).zip(of_differences);
            html! {
                <>
                    <section class="section" aria-labelledby="dsp-diff-title">
                        <header>
                            <h2 id="dsp-diff-title"><T id="diff-title" /></h2>
                            <span class="tag" data-tone={tone(&comparison.blast)}>{ i18n.engine_text(&comparison.blast.message()) }</span>
                        </header>
                        <p>{ i18n.engine_html(&comparison.summary) }</p>
                        { progress(i18n, "diff-progress", of_differences) }
                        <ul class="differences" role="list">
                            { for differences.map(|(found, mark)| difference(i18n, found, *mark, &ticking)) }
                        </ul>
                    </section>
                    if let Some(way) = way { { steps(i18n, way, of_steps, &ticking) } }
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
                        dir="ltr" translate="no" value={other.to_string()} {oninput} aria-describedby="dsp-compare-help" />
                    <p id="dsp-compare-help" class="field-hint"><T id="diff-help" /></p>
                </div>
            </section>
            <div role="status" class="visually-hidden">
                if let Answer::Found(found) = &*found { { i18n.engine_text(&found.comparison.summary) } }
            </div>
            { result }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::planner::EXAMPLE;

    fn with(other: &str) -> Written {
        let way = Way {
            other: other.into(),
            ticks: Vec::new(),
        };
        Way::read(&way.write())
    }

    #[test]
    fn the_plan_is_compared_with_what_runs() {
        let analysis = Analysis::of(&EXAMPLE.into());
        let old = "apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nkubernetesVersion: 1.36.0\nnetworking: {podSubnet: 10.244.0.0/16, serviceSubnet: 10.96.0.0/16}\n";
        let Answer::Found(found) = answer(&analysis, &with(old), "en") else {
            panic!("nothing is found");
        };
        let paths: Vec<&str> = found
            .comparison
            .differences
            .iter()
            .map(|found| found.path.as_str())
            .collect();
        assert!(
            paths.contains(&"spec.podCIDRs") && paths.contains(&"spec.serviceCIDRs"),
            "{paths:?}"
        );
        let steps = found.way.unwrap().steps.len();
        assert_eq!(found.ticks.len(), paths.len() + steps);
        // Each is ticked off by itself.
        for (index, tick) in found.ticks.iter().enumerate() {
            assert!(!found.ticks[..index].contains(tick), "{index}");
        }
    }

    #[test]
    fn a_step_that_goes_takes_its_tick_and_leaves_the_others() {
        let plan = |spec: &str| format!("kind: ClusterPlan\nspec: {{distribution: kubeadm, {spec}}}\n");
        let old = plan("kubernetesVersion: '1.33', podCIDRs: [10.244.0.0/16], serviceCIDRs: [10.96.0.0/16]");
        let new = plan("kubernetesVersion: '1.34', podCIDRs: [10.244.0.0/15], serviceCIDRs: [10.96.0.0/16]");
        let without =
            plan("kubernetesVersion: '1.33', podCIDRs: [10.244.0.0/15], serviceCIDRs: [10.96.0.0/16]");
        let steps = |new: &str| {
            let Answer::Found(found) = answer(&Analysis::of(&new.into()), &with(&old), "en") else {
                panic!("nothing is found");
            };
            let steps = found.way.unwrap().steps;
            let ids: Vec<String> = steps.iter().map(|step| step.id.clone()).collect();
            (ids, steps.iter().map(Tick::of_step).collect::<Vec<_>>())
        };
        let (ids, there) = steps(&new);
        let way = there
            .iter()
            .fold(Way::default(), |way, tick| way.with(*tick, true, &there));
        assert_eq!(way.marks(&there), vec![Mark::Done; ids.len()]);
        let (left, there) = steps(&without);
        assert!(left.len() < ids.len(), "{left:?} of {ids:?}");
        for (id, mark) in left.iter().zip(way.marks(&there)) {
            assert_eq!(mark, Mark::Done, "{id} of {left:?}, {ids:?}");
        }
    }

    #[test]
    fn what_a_link_says_of_ticks_may_be_wrong() {
        let analysis = Analysis::of(&EXAMPLE.into());
        let of = |way: &str| answer(&analysis, &Way::read(way), "en");
        assert!(matches!(of("2.x"), Answer::Later));
        assert!(matches!(of("1.!"), Answer::Damaged));
        assert!(matches!(of(""), Answer::Nothing));
    }

    #[test]
    fn a_plan_is_like_itself_and_nothing_is_no_plan() {
        let analysis = Analysis::of(&EXAMPLE.into());
        let Answer::Found(found) = answer(&analysis, &with(EXAMPLE), "en") else {
            panic!("nothing is found");
        };
        assert!(found.comparison.differences.is_empty());
        assert!(matches!(answer(&analysis, &with(" \n"), "en"), Answer::Nothing));
        assert!(matches!(
            answer(&analysis, &with("zebra"), "en"),
            Answer::Unusable(false, _)
        ));
        assert!(matches!(
            answer(&analysis, &with(&"a".repeat(LONGEST + 1)), "en"),
            Answer::TooLong
        ));
    }
}
