//! The clusters of a fleet as a table: what the map shows, for those who read, and what can be done with each.

use std::rc::Rc;

use dualstack_core::drawing::fleet_map::{MapCluster, MapRange};
use dualstack_core::i18n::Message;
use dualstack_core::net::{Cidr, IpFamily};
use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::pane::{Seen, row_id};
use crate::components::shell::use_dispatch;
use crate::effects::arrivals::open;
use crate::effects::focus::{EDITOR_ID, focus};
use crate::effects::random_bits;
use crate::i18n::{I18n, T, use_i18n};
use crate::state::Action;
use crate::state::brought::Bring;

/// The clusters of a page of the table.
const PAGE: usize = 25;

/// Properties of [`ClusterTable`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ClusterTableProps {
    /// What is seen.
    pub seen: Seen,
    /// The map shows these networks.
    pub show: Callback<Vec<Cidr>>,
}

/// The clusters whose name, group or site holds what was typed, by their index.
fn matching(clusters: &[MapCluster], groups: &[&str], typed: &str) -> Vec<usize> {
    let typed = typed.trim().to_lowercase();
    let holds = |text: &str| text.to_lowercase().contains(&typed);
    let is_meant = |cluster: &MapCluster| {
        typed.is_empty()
            || holds(&cluster.name)
            || holds(&cluster.site)
            || groups.get(cluster.group).is_some_and(|group| holds(group))
    };
    let all = clusters.iter().enumerate();
    all.filter(|(_, cluster)| is_meant(cluster))
        .map(|(index, _)| index)
        .collect()
}

/// The ranges of a family, each with what it is for and what it doubles into.
fn ranges(i18n: I18n, cluster: &MapCluster, family: IpFamily) -> Html {
    let of_family = cluster
        .ranges
        .iter()
        .filter(|range| range.cidr.family() == family);
    let row = |(index, range): (usize, &MapRange)| {
        let room = range
            .room
            .filter(|room| room.prefix_len() < range.cidr.prefix_len());
        html! {
            <div key={index}>
                <bdi dir="ltr"><code>{ range.cidr.to_string() }</code></bdi>{ " " }<span class="muted">{ i18n.engine_text(&range.what.message()) }</span>
                if let Some(room) = room {
                    <div class="field-hint"><T id="fleet-doubles" params={vec![("room", room.into())]} /></div>
                }
            </div>
        }
    };
    html! { <td>{ for of_family.enumerate().map(row) }</td> }
}

/// The table.
#[component]
pub(super) fn ClusterTable(props: &ClusterTableProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let typed = use_state_eq(|| Rc::<str>::from(""));
    let from = use_state_eq(|| 0_usize);
    let seen = &props.seen;
    let clusters = seen.placed.map.clusters();
    let groups: Vec<&str> = seen
        .scene
        .groups
        .iter()
        .map(|group| group.name.as_str())
        .collect();
    let found = use_memo(
        (Rc::clone(&typed), Rc::as_ptr(&seen.placed) as usize),
        |(typed, _)| matching(clusters, &groups, typed),
    );
    let last_page = found.len().saturating_sub(1) / PAGE * PAGE;
    let first = (*from).min(last_page);
    let page = found
        .iter()
        .skip(first)
        .take(PAGE)
        .filter_map(|index| Some((*index, clusters.get(*index)?)));
    let families: Vec<IpFamily> = seen.scene.panes.iter().map(|pane| pane.family).collect();
    let oninput = {
        let (typed, from) = (typed.clone(), from.clone());
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            typed.set(input.value().into());
            from.set(0);
        })
    };
    let button = |id: &'static str, target: usize, is_off: bool| {
        let from = from.setter();
        let onclick = Callback::from(move |_: MouseEvent| from.set(target));
        html! {
            <button type="button" class="small" {onclick} aria-disabled={is_off.then_some("true")}><T {id} /></button>
        }
    };
    let take = |name: &str| {
        let (placed, dispatch, name) = (Rc::clone(&seen.placed), dispatch.clone(), name.to_owned());
        Callback::from(move |_: MouseEvent| {
            if let Some(text) = placed.plan(&name) {
                dispatch.send(Action::Bring(Bring::Used));
                open(&name, text, random_bits(), &dispatch.0);
                focus(EDITOR_ID);
            }
        })
    };
    let first_family = families.first().copied().unwrap_or(IpFamily::IPv4);
    let show = |index: usize| {
        let (placed, show) = (Rc::clone(&seen.placed), props.show.clone());
        Callback::from(move |_: MouseEvent| {
            show.emit(placed.map.around(index));
            // The map stands above the table.
            focus(&row_id(first_family, 0));
        })
    };
    let named = |id: &'static str, name: &str| i18n.message(&Message::new(id).with("name", name));
    let (at_start, at_end) = (first == 0, first >= last_page);
    html! {
        <section class="section" aria-labelledby="dsp-fleet-clusters-title">
            <h3 id="dsp-fleet-clusters-title"><T id="fleet-clusters" /></h3>
            <div class="pager">
                <div class="field wide">
                    <label for="dsp-fleet-find"><T id="fleet-find" /></label>
                    <input id="dsp-fleet-find" type="search" autocomplete="off" spellcheck="false" value={typed.to_string()} {oninput} />
                </div>
                <div class="spread" role="group" aria-label={i18n.text("pages")}>
                    { button("page-first", 0, at_start) }
                    { button("page-previous", first.saturating_sub(PAGE), at_start) }
                    { button("page-next", first.saturating_add(PAGE).min(last_page), at_end) }
                    { button("page-last", last_page, at_end) }
                </div>
            </div>
            <p role="status" class="field-hint">
                <T id="fleet-found" params={vec![("count", found.len().into()), ("of", clusters.len().into())]} />
            </p>
            <div class="scroll" role="region" tabindex="0" aria-label={i18n.text("fleet-table")}>
                <table class="data fleet-clusters">
                    <thead>
                        <tr>
                            <th scope="col"><T id="fleet-cluster" /></th>
                            <th scope="col" class="number"><T id="fleet-nodes" /></th>
                            { for families.iter().map(|family| html! { <th key={family.as_str()} scope="col">{ family.as_str() }</th> }) }
                            <th scope="col"><T id="fleet-room" /></th>
                            <th scope="col"><T id="fleet-actions" /></th>
                        </tr>
                    </thead>
                    <tbody>
                        { for page.map(|(index, cluster)| html! {
                            <tr key={index}>
                                <th scope="row">
                                    { cluster.name.clone() }
                                    <div class="field-hint">
                                        { groups.get(cluster.group).copied().unwrap_or_default().to_owned() }
                                        if !cluster.site.is_empty() { { " · " }{ cluster.site.clone() } }
                                    </div>
                                </th>
                                <td class="number">
                                    { cluster.nodes.map_or_else(|| "–".to_owned(), |nodes| nodes.to_string()) }
                                </td>
                                { for families.iter().map(|family| ranges(i18n, cluster, *family)) }
                                <td>
                                    { match cluster.can_double {
                                        None => html! { <T id="fleet-runs" /> },
                                        Some(true) => html! { <T id="fleet-can-double" /> },
                                        Some(false) => html! { <strong><T id="fleet-cannot-double" /></strong> },
                                    } }
                                </td>
                                <td>
                                    <div class="row">
                                        <button type="button" class="small" onclick={show(index)} aria-label={named("fleet-show.name", &cluster.name)}>
                                            <T id="fleet-show" />
                                        </button>
                                        if cluster.nodes.is_some() {
                                            <button type="button" class="small" onclick={take(&cluster.name)} aria-label={named("fleet-take.name", &cluster.name)}>
                                                <T id="fleet-take" />
                                            </button>
                                        }
                                    </div>
                                </td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clusters_are_found_by_name_group_and_site() {
        let cluster = |name: &str, group: usize, site: &str| MapCluster {
            name: name.to_owned(),
            group,
            site: site.to_owned(),
            ranges: Vec::new(),
            can_double: Some(true),
            nodes: Some(1),
            services: Some(1),
        };
        let all = [cluster("eu-1", 0, "paris"), cluster("us-1", 1, "ohio")];
        let found = |typed: &str| matching(&all, &["mesh", "lab"], typed);
        assert_eq!(found(""), [0, 1]);
        assert_eq!(found(" EU"), [0]);
        assert_eq!(found("ohio"), [1]);
        assert_eq!(found("mesh"), [0]);
        assert_eq!(found("zebra"), Vec::<usize>::new());
    }
}
