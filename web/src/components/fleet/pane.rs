//! A family of the map of a fleet: rows of addresses, each a button that shows it larger, and beside it what lies there, true to
//! scale. What a row holds in one colour is one path, however many clusters it is.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use dualstack_core::drawing::fleet_map::{
    FLEET_COLOURS, FleetLane, FleetPane, FleetRow, FleetScene, MapCluster, Purpose,
};
use dualstack_core::i18n::Message;
use dualstack_core::net::{Cidr, IpFamily};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use crate::effects::focus::focus;
use crate::engine::fleet::PlacedFleet;
use crate::i18n::{I18n, T, use_i18n};

/// The height of a bar, in pixels.
const BAR: u32 = 22;
/// A name stands where it has this part of a row.
const NAMED_FROM: u16 = 24;
/// The blocks that are buttons.
const HOMES: usize = 12;

/// A scene of a fleet.
#[derive(Clone)]
pub(super) struct Seen {
    pub(super) placed: Rc<PlacedFleet>,
    pub(super) scene: Rc<FleetScene>,
}

impl PartialEq for Seen {
    fn eq(&self, other: &Seen) -> bool {
        Rc::ptr_eq(&self.scene, &other.scene)
    }
}

/// Properties of [`FleetPaneView`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FleetPaneProps {
    /// What is seen.
    pub seen: Seen,
    /// The family, an index of the scene's panes.
    pub pane: usize,
    /// The map is seen from a network.
    pub go: Callback<Cidr>,
    /// The map is seen as before the last step.
    pub back: Callback<()>,
}

/// Id of the button of a row.
pub(super) fn row_id(family: IpFamily, row: usize) -> String {
    format!("dsp-fleet-{}-{row}", family.as_str())
}

/// Whether a row can be seen larger.
pub(super) fn opens(network: &Cidr) -> bool {
    network.host_bits() > 0
}

/// The names of the clusters in a row, and how much of it is free.
fn words(i18n: I18n, clusters: &[MapCluster], row: &FleetRow) -> String {
    let names: Vec<&str> = row
        .clusters
        .iter()
        .filter_map(|index| Some(clusters.get(*index)?.name.as_str()))
        .collect();
    let message = Message::new("fleet-row")
        .with("count", row.count)
        .with("names", names.join(", "))
        .with("more", row.count.saturating_sub(names.len()))
        .with("free", format!("{:.0}", row.free * 100.0));
    i18n.message(&message)
}

/// What a pointer is over: the ranges of that column, by group.
fn under(i18n: I18n, seen: &Seen, row: &FleetRow, column: u16) -> String {
    let run = row
        .runs
        .iter()
        .find(|run| (run.start..run.start + run.length).contains(&column));
    let lanes = run.map_or(&[][..], |run| &run.lanes);
    if lanes.is_empty() {
        return i18n.text("fleet-outside");
    }
    let clusters = seen.placed.map.clusters();
    let said = lanes.iter().map(|lane| {
        let what = i18n.engine_text(&lane.what.message());
        let group = seen
            .scene
            .groups
            .get(lane.group)
            .filter(|_| lane.what.is_of_group());
        match (lane.cluster.and_then(|index| clusters.get(index)), group) {
            (Some(cluster), Some(group)) => format!("{} ({}): {what}", cluster.name, group.name),
            (None, Some(group)) => format!("{}: {what}", group.name),
            _ => what,
        }
    });
    said.collect::<Vec<_>>().join("; ")
}

/// What is drawn in one colour and texture.
type Paint = (Purpose, usize, bool);

fn paint(lane: &FleetLane) -> Paint {
    (lane.what, lane.group % FLEET_COLOURS, lane.is_shared)
}

/// The fill of a paint: a colour by its class, or one of the map's patterns.
pub(super) fn fill((what, group, _): Paint) -> Option<String> {
    let is_textured = !matches!(what, Purpose::Pods | Purpose::Room | Purpose::Free);
    is_textured.then(|| format!("url(#dsp-fleet-{}-{group})", what.as_str()))
}

/// The paths of a row by what they are drawn in, in units of columns and pixels.
fn paths(row: &FleetRow) -> BTreeMap<Paint, String> {
    let mut paths: BTreeMap<Paint, String> = BTreeMap::new();
    for run in &row.runs {
        let each = f64::from(BAR) / run.lanes.len().max(1) as f64;
        for (index, lane) in run.lanes.iter().enumerate() {
            let top = each * index as f64;
            let path = paths.entry(paint(lane)).or_default();
            path.push_str(&format!(
                "M{} {top}h{}v{each}h-{}z",
                run.start, run.length, run.length
            ));
        }
    }
    paths
}

/// The names that stand in a row: where, over how many columns, and whether on a solid ground.
fn names<'a>(
    clusters: &'a [MapCluster],
    row: &FleetRow,
    told: &mut BTreeSet<(usize, Purpose)>,
) -> Vec<(u16, u16, &'a str, Purpose)> {
    let mut names = Vec::new();
    for run in &row.runs {
        if let [only] = run.lanes.as_slice()
            && let Some(index) = only.cluster
            && only.what != Purpose::Room
            && run.length >= NAMED_FROM
            && let Some(cluster) = clusters.get(index)
            && told.insert((index, only.what))
        {
            names.push((run.start, run.length, cluster.name.as_str(), only.what));
        }
    }
    names
}

fn percent(columns: u16, of: u16) -> String {
    format!("{}%", f64::from(columns) * 100.0 / f64::from(of.max(1)))
}

/// The bar of a row.
fn bar(
    pane: &FleetPane,
    row: &FleetRow,
    clusters: &[MapCluster],
    told: &mut BTreeSet<(usize, Purpose)>,
) -> Html {
    let columns = pane.columns;
    html! {
        <svg class="fleet-bar" height={BAR.to_string()} width="100%" aria-hidden="true" focusable="false">
            <svg viewBox={format!("0 0 {columns} {BAR}")} preserveAspectRatio="none" width="100%" height={BAR.to_string()}>
                { for paths(row).into_iter().map(|(paint, d)| html! {
                    <path key={format!("{paint:?}")} {d} class="fleet-ink" data-what={paint.0.as_str()} data-group={paint.1.to_string()}
                        data-shared={paint.2.then_some("true")} fill={fill(paint)} vector-effect="non-scaling-stroke" />
                }) }
            </svg>
            { for names(clusters, row, told).into_iter().map(|(start, length, name, what)| html! {
                <svg key={start} x={percent(start, columns)} width={percent(length, columns)} height={BAR.to_string()}>
                    <text class="fleet-name" data-what={what.as_str()} x="5" y="15.5">{ name.to_owned() }</text>
                </svg>
            }) }
        </svg>
    }
}

/// The row around a place of the window, and the column in it.
pub(super) fn place(target: Option<web_sys::EventTarget>, x: i32, columns: u16) -> Option<(usize, u16)> {
    let target: Element = target?.dyn_into().ok()?;
    let row = target.closest("[data-row]").ok()??;
    let index = row.get_attribute("data-row")?.parse().ok()?;
    let bar = row.query_selector(".fleet-bar").ok()??.get_bounding_client_rect();
    let part = ((f64::from(x) - bar.left()) / bar.width()).clamp(0.0, 0.999_999);
    // Columns are few, and the part is less than one.
    Some((index, (part * f64::from(columns)) as u16))
}

/// The family.
#[component]
pub(super) fn FleetPaneView(props: &FleetPaneProps) -> Html {
    let i18n = use_i18n();
    let at = use_state_eq(|| 0_usize);
    let over = use_state_eq(|| None::<(usize, u16)>);
    let seen = &props.seen;
    let Some(pane) = seen.scene.panes.get(props.pane) else {
        return Html::default();
    };
    let clusters = seen.placed.map.clusters();
    let drawn = use_memo((seen.clone(), props.pane), |(seen, index)| {
        let clusters = seen.placed.map.clusters();
        let mut told = BTreeSet::new();
        let pane = seen.scene.panes.get(*index);
        let rows = pane
            .into_iter()
            .flat_map(|pane| pane.rows.iter().map(move |row| (pane, row)));
        rows.map(|(pane, row)| bar(pane, row, clusters, &mut told))
            .collect::<Vec<Html>>()
    });
    let last = pane.rows.len().saturating_sub(1);
    let current = (*at).min(last);
    let onkeydown = {
        let (go, back, at) = (props.go.clone(), props.back.clone(), at.clone());
        let networks: Vec<Cidr> = pane.rows.iter().map(|row| row.network).collect();
        let family = pane.family;
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let to = match event.key().as_str() {
                "ArrowDown" => current.checked_add(1).filter(|to| *to <= last),
                "ArrowUp" => current.checked_sub(1),
                "Home" => Some(0),
                "End" => Some(last),
                "ArrowRight" | "+" => {
                    if let Some(network) = networks.get(current).filter(|network| opens(network)) {
                        go.emit(*network);
                    }
                    None
                }
                "ArrowLeft" | "-" | "Backspace" => {
                    back.emit(());
                    None
                }
                _ => return,
            };
            event.prevent_default();
            if let Some(to) = to {
                at.set(to);
                focus(&row_id(family, to));
            }
        })
    };
    let columns = pane.columns;
    let onpointermove = {
        let over = over.clone();
        Callback::from(move |event: PointerEvent| over.set(place(event.target(), event.client_x(), columns)))
    };
    let onpointerleave = {
        let over = over.clone();
        Callback::from(move |_: PointerEvent| over.set(None))
    };
    let told = over
        .and_then(|(row, column)| Some((pane.rows.get(row)?, column)))
        .map(|(row, column)| under(i18n, seen, row, column));
    let enter = |network: Cidr| {
        let go = props.go.clone();
        Callback::from(move |_: MouseEvent| {
            if opens(&network) {
                go.emit(network);
            }
        })
    };
    let label = i18n.message(
        &Message::new("fleet-rows")
            .with("family", pane.family)
            .with("network", pane.network),
    );
    html! {
        <section class="fleet-pane" aria-label={label.clone()}>
            <h4><span class="map-family">{ pane.family.as_str() }</span>{ " " }<bdi dir="ltr"><code>{ pane.network.to_string() }</code></bdi></h4>
            if pane.homes.len() > 1 {
                <div class="fleet-homes row" role="group" aria-label={i18n.text("fleet-blocks")}>
                    { for pane.homes.iter().take(HOMES).map(|home| html! {
                        <button key={home.to_string()} type="button" class="small" onclick={enter(*home)}
                            aria-pressed={home.contains(&pane.network).to_string()}>
                            <bdi dir="ltr"><code>{ home.to_string() }</code></bdi>
                        </button>
                    }) }
                </div>
            }
            if pane.path.len() > 1 {
                <nav class="crumbs" aria-label={i18n.message(&Message::new("fleet-path").with("family", pane.family))}>
                    <ol role="list">
                        { for pane.path.iter().enumerate().map(|(index, network)| {
                            let code = html! { <bdi dir="ltr"><code>{ network.to_string() }</code></bdi> };
                            html! {
                                <li key={index}>
                                    if index + 1 == pane.path.len() {
                                        <strong aria-current="location">{ code }</strong>
                                    } else {
                                        <button type="button" class="small" onclick={enter(*network)}>{ code }</button>
                                    }
                                </li>
                            }
                        }) }
                    </ol>
                </nav>
            }
            <div class="fleet-rows" role="group" aria-label={label} {onkeydown} {onpointermove} {onpointerleave}>
                { for pane.rows.iter().enumerate().zip(drawn.iter()).map(|((index, row), bar)| {
                    let onfocus = {
                        let at = at.clone();
                        Callback::from(move |_: FocusEvent| at.set(index))
                    };
                    html! {
                        <div key={index} class="fleet-row" data-row={index.to_string()} onclick={enter(row.network)}>
                            <button type="button" id={row_id(pane.family, index)} tabindex={if index == current { "0" } else { "-1" }} {onfocus}
                                aria-disabled={(!opens(&row.network)).then_some("true")}>
                                <bdi dir="ltr"><code>{ row.network.to_string() }</code></bdi>
                                <span class="visually-hidden">{ words(i18n, clusters, row) }</span>
                            </button>
                            { bar.clone() }
                        </div>
                    }
                }) }
            </div>
            <p class="field-hint fleet-under" aria-hidden="true">
                { told.unwrap_or_else(|| pane.rows.get(current).map(|row| words(i18n, clusters, row)).unwrap_or_default()) }
            </p>
            if pane.homes.len() > HOMES {
                <p class="field-hint"><T id="fleet-more-blocks" params={vec![("count", (pane.homes.len() - HOMES).into())]} /></p>
            }
        </section>
    }
}
