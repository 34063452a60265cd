//! Two versions side by side: what becomes of this plan's settings and why, and everything that changes.

use std::rc::Rc;

use dualstack_core::components::{SettingChange, compare};
use dualstack_core::i18n::Message;
use dualstack_core::kubernetes::facts::FactKind;
use dualstack_core::kubernetes::{ChangeKind, Version, VersionChange, changes};
use yew::prelude::*;

use super::{confidence, version_options};
use crate::components::shell::choice::Choice;
use crate::components::shell::icon::Icon;
use crate::components::shell::use_dispatch;
use crate::engine::Analysis;
use crate::i18n::{I18n, T, use_i18n};
use crate::state::{Action, Ask, Questions};

/// Properties of [`VersionsView`].
#[derive(Clone, PartialEq, Properties)]
pub struct VersionsViewProps {
    /// What the plan comes to.
    pub analysis: Rc<Analysis>,
    /// What is asked.
    pub asked: Rc<Questions>,
}

fn kind(i18n: I18n, kind: FactKind) -> String {
    match kind {
        FactKind::Flag => i18n.text("fact-flag"),
        FactKind::Field => i18n.text("fact-field"),
        FactKind::Gate => i18n.text("fact-gate"),
        FactKind::Api => i18n.text("fact-api"),
        FactKind::Limit => i18n.text("fact-limit"),
        FactKind::Behaviour => i18n.text("fact-behaviour"),
    }
}

/// A change as a sentence. `since` is the later version of the two between which it happened.
fn reason(change: &VersionChange) -> Message {
    let stated = |value: &Option<String>| value.clone().filter(|value| !value.is_empty());
    let message = match (change.kind, stated(&change.before), stated(&change.after)) {
        (ChangeKind::Added, _, Some(after)) => Message::new("reason-added-with").with("after", after),
        (ChangeKind::Added, ..) => Message::new("reason-added"),
        (ChangeKind::Removed, Some(before), _) => Message::new("reason-removed-with").with("before", before),
        (ChangeKind::Removed, ..) => Message::new("reason-removed"),
        (ChangeKind::Changed, before, after) => Message::new("reason-changed")
            .with("before", before.unwrap_or_default())
            .with("after", after.unwrap_or_default()),
    };
    message.with("name", change.name).with("version", change.since)
}

/// What happens to a setting on the way.
fn summary(found: &[SettingChange]) -> [usize; 3] {
    let count = |pick: fn(&SettingChange) -> bool| found.iter().filter(|change| pick(change)).count();
    [
        count(|change| change.before.is_none()),
        count(|change| change.after.is_none()),
        count(|change| change.before.is_some() && change.after.is_some()),
    ]
}

fn value(text: Option<&String>) -> Html {
    match text {
        Some(text) => html! { <code>{ text.clone() }</code> },
        None => html! { <span class="muted"><T id="not-given" /></span> },
    }
}

fn setting(i18n: I18n, change: &SettingChange) -> Html {
    let verb = match (&change.before, &change.after) {
        (None, _) => html! { <span class="tag" data-tone="good"><T id="setting-added" /></span> },
        (_, None) => html! { <span class="tag" data-tone="bad"><T id="setting-removed" /></span> },
        _ => html! { <span class="tag" data-tone="warning"><T id="setting-changed" /></span> },
    };
    html! {
        <li key={change.flag} class="setting-change">
            <p class="row"><code class="flag">{ change.flag }</code>{ verb }</p>
            <p class="before-after">
                { value(change.before.as_ref()) }<span aria-hidden="true">{ " → " }</span>
                <span class="visually-hidden"><T id="becomes" /></span>{ value(change.after.as_ref()) }
            </p>
            if change.because.is_empty() {
                <p class="muted"><T id="reason-plan" /></p>
            } else {
                <ul class="reasons">
                    { for change.because.iter().map(|change| html! {
                        <li key={change.name}>
                            { i18n.html(&reason(change)) }{ " " }
                            <span class="fact-source">{ confidence(i18n, change.confidence) }{ " " }<span class="muted">{ change.source }</span></span>
                        </li>
                    }) }
                </ul>
            }
        </li>
    }
}

fn own_settings(i18n: I18n, found: &[SettingChange], from: Version, to: Version) -> Html {
    let [added, removed, changed] = summary(found);
    let lead = if found.is_empty() {
        Message::new("compare-same")
    } else {
        Message::new("compare-lead")
            .with("added", added)
            .with("removed", removed)
            .with("changed", changed)
    };
    let groups = found.chunk_by(|a, b| a.component == b.component);
    html! {
        <>
            <p role="status">{ i18n.html(&lead.with("from", from).with("to", to)) }</p>
            <div class="stack">{ for groups.map(|group| {
                let name = group.first().map_or("", |change| change.component.as_str());
                html! {
                    <article key={name} class="service" aria-label={name}>
                        <header><h3><code>{ name }</code></h3></header>
                        <ul role="list" class="stack">{ for group.iter().map(|change| setting(i18n, change)) }</ul>
                    </article>
                }
            }) }</div>
        </>
    }
}

fn row(i18n: I18n, change: &VersionChange) -> Html {
    let literal = !matches!(change.fact, FactKind::Limit | FactKind::Behaviour);
    let cell = |text: &str| match (text.is_empty(), literal) {
        (true, _) => html! { <span class="muted">{ "–" }</span> },
        (false, true) => html! { <code>{ text.to_owned() }</code> },
        (false, false) => html! { <span lang="en">{ text.to_owned() }</span> },
    };
    html! {
        <tr key={format!("{}{:?}{}", change.component.as_str(), change.fact, change.name)}>
            <td><code>{ change.component.as_str() }</code></td>
            <td>{ kind(i18n, change.fact) }</td>
            <th scope="row" class="wraps">{ cell(change.name) }</th>
            <td class="wraps">{ cell(change.before.as_deref().unwrap_or_default()) }</td>
            <td class="wraps">{ cell(change.after.as_deref().unwrap_or_default()) }</td>
            <td><bdi dir="ltr">{ change.since.to_string() }</bdi></td>
            <td class="why"><span lang="en">{ change.source }</span></td>
            <td>{ confidence(i18n, change.confidence) }</td>
        </tr>
    }
}

fn components(found: &[VersionChange]) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = found.iter().map(|change| change.component.as_str()).collect();
    names.dedup();
    names
}

/// The view.
#[component]
pub fn VersionsView(props: &VersionsViewProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let plan = props.analysis.plan();
    let (from, to) = props.asked.between(plan.map(|plan| plan.spec.kubernetes_version));
    let all = use_memo((from, to), |(from, to)| changes(*from, *to));
    let own = use_memo((Rc::clone(&props.analysis), from, to), |(analysis, from, to)| {
        analysis.plan().map(|plan| compare(plan, *from, *to))
    });
    let shown: Vec<&VersionChange> = all
        .iter()
        .filter(|change| {
            props
                .asked
                .component
                .as_deref()
                .is_none_or(|wanted| wanted == change.component.as_str())
        })
        .collect();
    let between = |from: Version, to: Version| Action::Ask(Ask::Between(from, to));
    let choose_from = {
        let dispatch = dispatch.clone();
        Callback::from(move |chosen: String| {
            if let Ok(version) = chosen.parse() {
                dispatch.send(between(version, to));
            }
        })
    };
    let choose_to = {
        let dispatch = dispatch.clone();
        Callback::from(move |chosen: String| {
            if let Ok(version) = chosen.parse() {
                dispatch.send(between(from, version));
            }
        })
    };
    let swap = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.send(between(to, from)))
    };
    let choose_component = Callback::from(move |chosen: String| {
        dispatch.send(Action::Ask(Ask::Component(
            Some(chosen).filter(|name| !name.is_empty()),
        )));
    });
    let mut filter = vec![(
        AttrValue::Static(""),
        AttrValue::from(i18n.text("every-component")),
    )];
    filter.extend(
        components(&all)
            .into_iter()
            .map(|name| (name.into(), name.into())),
    );
    let minor = |version: Version| Version::minor_version(version.minor()).to_string();
    html! {
        <>
            <section class="section" aria-labelledby="dsp-versions-title">
                <h2 id="dsp-versions-title"><T id="versions-title" /></h2>
                <div class="pager version-pair">
                    <div class="field">
                        <label for="dsp-version-from"><T id="versions-from" /></label>
                        <Choice id="dsp-version-from" options={version_options()} value={minor(from)} onchoose={choose_from} />
                    </div>
                    <div class="field">
                        <label for="dsp-version-to"><T id="versions-to" /></label>
                        <Choice id="dsp-version-to" options={version_options()} value={minor(to)} onchoose={choose_to} />
                    </div>
                    <button type="button" onclick={swap}>{ Icon::Swap.html() }{ " " }<T id="versions-swap" /></button>
                </div>
            </section>
            <section class="section" aria-labelledby="dsp-compare-title">
                <h2 id="dsp-compare-title"><T id="compare-title" /></h2>
                if let Some(own) = &*own {
                    { own_settings(i18n, own, from, to) }
                } else {
                    <p class="empty"><T id="compare-none" /></p>
                }
            </section>
            <section class="section" aria-labelledby="dsp-changes-title">
                <header>
                    <h2 id="dsp-changes-title"><T id="changes-title" /></h2>
                    <p class="muted"><T id="changes-count" params={vec![("count", shown.len().into())]} /></p>
                </header>
                <div class="pager">
                    <div class="field wide">
                        <label for="dsp-changes-component"><T id="changes-component" /></label>
                        <Choice id="dsp-changes-component" options={filter} onchoose={choose_component}
                            value={props.asked.component.as_deref().unwrap_or_default().to_owned()} />
                    </div>
                </div>
                <div class="scroll" tabindex="0" role="region" aria-label={i18n.text("changes-table")}>
                    <table class="data changes">
                        <thead>
                            <tr>
                                <th scope="col"><T id="column-component" /></th>
                                <th scope="col"><T id="column-kind" /></th>
                                <th scope="col"><T id="column-name" /></th>
                                <th scope="col"><bdi dir="ltr">{ minor(from) }</bdi></th>
                                <th scope="col"><bdi dir="ltr">{ minor(to) }</bdi></th>
                                <th scope="col"><T id="column-since" /></th>
                                <th scope="col"><T id="column-source" /></th>
                                <th scope="col"><T id="column-confidence" /></th>
                            </tr>
                        </thead>
                        <tbody>{ for shown.iter().map(|change| row(i18n, change)) }</tbody>
                    </table>
                </div>
            </section>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::planner::EXAMPLE;

    fn found(from: &str, to: &str) -> Vec<SettingChange> {
        let plan = Analysis::of(&EXAMPLE.into()).plan().cloned().unwrap();
        compare(&plan, from.parse().unwrap(), to.parse().unwrap())
    }

    #[test]
    fn the_way_from_the_alpha_to_today_is_explained() {
        let found = found("1.16", "1.36");
        let gate = found
            .iter()
            .find(|change| change.component.as_str() == "kube-proxy" && change.flag == "--feature-gates")
            .unwrap();
        let words = I18n { language: "en" }.message(&reason(&gate.because[0]));
        assert!(
            words.contains("IPv6DualStack") && words.contains("1.25"),
            "{words}"
        );
        assert!(summary(&found).iter().all(|count| *count > 0) || summary(&found)[1] > 0);
        assert_eq!(summary(&found).iter().sum::<usize>(), found.len());
    }

    #[test]
    fn a_version_is_like_itself() {
        assert!(found("1.36", "1.36").is_empty());
    }

    #[test]
    fn each_component_is_offered_once() {
        let all = changes("1.16".parse().unwrap(), "1.36".parse().unwrap());
        let names = components(&all);
        assert!(names.contains(&"kubelet") && names.contains(&"kube-apiserver"));
        let mut unique = names.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), names.len());
    }
}
