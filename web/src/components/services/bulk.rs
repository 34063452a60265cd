//! All Services in one table, and one policy for those that are chosen: in the file, and as lines for a cluster.

use std::collections::BTreeSet;
use std::rc::Rc;

use dualstack_core::i18n::Message;
use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use crate::components::shell::listing::Listing;
use crate::components::shell::use_dispatch;
use crate::effects::now_ms;
use crate::engine::{Analysis, Families, ServiceView};
use crate::i18n::{I18n, T, use_i18n};
use crate::state::{Action, EditSource};

/// More rows than these are not drawn; the filter brings the others.
const SHOWN: usize = 200;
const POLICIES: [&str; 2] = ["PreferDualStack", "RequireDualStack"];

/// Properties of [`ServiceTable`].
#[derive(Clone, PartialEq, Properties)]
pub struct ServiceTableProps {
    /// What the plan comes to.
    pub analysis: Rc<Analysis>,
}

/// Returns whether a Service is among those that are looked for: by its name, its policy or a family.
fn fits(service: &ServiceView, families: Option<Families<'_>>, filter: &str) -> bool {
    let filter = filter.trim().to_lowercase();
    let name = service.name();
    let mut words = vec![name.as_str()];
    if let Some(families) = families {
        words.push(families.policy);
        words.extend(families.families.iter().map(String::as_str));
    }
    words.iter().any(|word| word.to_lowercase().contains(&filter))
}

/// Returns the line that gives a Service of a cluster a policy.
fn patch_line(service: &ServiceView, policy: &str) -> String {
    let (namespace, name) = service.key_of_object();
    format!(
        "kubectl patch service {name} --namespace {namespace} --type merge --patch '{{\"spec\":{{\"ipFamilyPolicy\":\"{policy}\"}}}}'"
    )
}

fn verdict(i18n: I18n, service: &ServiceView, families: Option<Families<'_>>) -> Html {
    let (tone, id) = match (service.is_refused(), families) {
        (true, _) => ("bad", "service-refused"),
        (false, Some(_)) => ("good", "service-stored"),
        (false, None) => return Html::default(),
    };
    html! { <span class="tag" data-tone={tone}>{ i18n.text(id) }</span> }
}

/// The table. It is not there for fewer than two Services.
#[component]
pub fn ServiceTable(props: &ServiceTableProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let chosen = use_state_eq(BTreeSet::<String>::new);
    let filter = use_state_eq(String::new);
    let policy = use_state_eq(|| POLICIES[0]);
    let services = props.analysis.services();
    let rows: Vec<(&ServiceView, Option<Families<'_>>)> = services
        .iter()
        .filter(|service| !service.is_replaced())
        .map(|service| (service, service.families()))
        .filter(|(service, families)| fits(service, *families, &filter))
        .collect();
    if services.len() < 2 {
        return Html::default();
    }
    // What is dual-stack already, or has no policy, stays as it is.
    let may_change =
        |families: Option<Families<'_>>| families.is_none_or(|families| !families.policy.is_empty());
    let choosable: BTreeSet<String> = rows
        .iter()
        .filter(|(_, families)| may_change(*families))
        .map(|(service, _)| service.key.clone())
        .collect();
    let all = !choosable.is_empty() && choosable.is_subset(&chosen);
    let onall = {
        let (chosen, choosable) = (chosen.setter(), choosable.clone());
        Callback::from(move |_: Event| chosen.set(if all { BTreeSet::new() } else { choosable.clone() }))
    };
    let onfilter = {
        let filter = filter.setter();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            filter.set(input.value());
        })
    };
    let picked: Vec<ServiceView> = services
        .iter()
        .filter(|service| chosen.contains(&service.key))
        .cloned()
        .collect();
    let lines: Vec<String> = picked
        .iter()
        .map(|service| patch_line(service, *policy))
        .collect();
    let apply = |wanted: &'static str| {
        let (analysis, picked, policy) = (Rc::clone(&props.analysis), picked.clone(), policy.setter());
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            policy.set(wanted);
            if let Some(text) = analysis.with_policy(&picked, wanted) {
                dispatch.send(Action::Edit {
                    text: text.into(),
                    source: EditSource::Fix,
                    at_ms: now_ms(),
                    place: None,
                });
            }
        })
    };
    html! {
        <section class="section bulk" aria-labelledby="dsp-bulk-title">
            <header>
                <h2 id="dsp-bulk-title"><T id="bulk-title" /></h2>
                <div class="field">
                    <label for="dsp-bulk-filter"><T id="bulk-filter" /></label>
                    <input id="dsp-bulk-filter" type="search" dir="ltr" autocomplete="off" value={(*filter).clone()} oninput={onfilter} />
                </div>
            </header>
            <div class="scroll" tabindex="0" role="group" aria-labelledby="dsp-bulk-title">
                <table class="data">
                    <thead>
                        <tr>
                            <th scope="col">
                                <input type="checkbox" aria-label={i18n.text("bulk-all")} checked={all} onchange={onall} />
                            </th>
                            <th scope="col"><T id="bulk-name" /></th>
                            <th scope="col"><T id="bulk-policy" /></th>
                            <th scope="col"><T id="bulk-families" /></th>
                            <th scope="col"><T id="bulk-ips" /></th>
                        </tr>
                    </thead>
                    <tbody>
                        { for rows.iter().take(SHOWN).map(|(service, families)| {
                            let key = service.key.clone();
                            let is_chosen = chosen.contains(&key);
                            let onchange = {
                                let (chosen, key) = (chosen.clone(), key.clone());
                                Callback::from(move |_: Event| {
                                    let mut next = BTreeSet::clone(&chosen);
                                    if !next.remove(&key) {
                                        next.insert(key.clone());
                                    }
                                    chosen.set(next);
                                })
                            };
                            let label = i18n.message(&Message::new("bulk-choose").with("name", service.name()));
                            let families = *families;
                            html! {
                                <tr key={key}>
                                    <td><input type="checkbox" aria-label={label} checked={is_chosen} {onchange}
                                        disabled={!may_change(families)} /></td>
                                    <th scope="row">
                                        <bdi dir="ltr"><code>{ service.name() }</code></bdi>{ " " }
                                        { verdict(i18n, service, families) }
                                    </th>
                                    if let Some(families) = families {
                                        <td><code>{ families.policy.to_owned() }</code></td>
                                        <td>{ families.families.join(", ") }</td>
                                        <td>{ for families.addresses.iter().map(|address| html! {
                                            <div><bdi dir="ltr"><code>{ address.clone() }</code></bdi></div>
                                        }) }</td>
                                    } else {
                                        <td></td><td></td><td></td>
                                    }
                                </tr>
                            }
                        }) }
                    </tbody>
                </table>
            </div>
            if rows.len() > SHOWN {
                <p class="muted"><T id="services-more" params={vec![("count", (rows.len() - SHOWN).into())]} /></p>
            }
            <div class="row" role="group" aria-label={i18n.text("bulk-do")}>
                <span class="muted" role="status"><T id="bulk-chosen" params={vec![("count", picked.len().into())]} /></span>
                { for POLICIES.into_iter().map(|policy| html! {
                    <button key={policy} type="button" class="small" onclick={apply(policy)} aria-disabled={picked.is_empty().then_some("true")}>
                        <code>{ policy }</code>
                    </button>
                }) }
            </div>
            if !lines.is_empty() {
                <details>
                    <summary><T id="bulk-lines" params={vec![("policy", (*policy).into())]} /></summary>
                    <Listing title={i18n.text("bulk-cluster")} text={lines.join("\n")} />
                </details>
            }
        </section>
    }
}
