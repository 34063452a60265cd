//! A fleet that was brought to the page: its map, what was found, its clusters and its files. Nothing of it is in the plan until a
//! cluster is opened as one.

use std::rc::Rc;

use dualstack_core::diagnostic::Diagnostic;
use dualstack_core::drawing::fleet_map::{FLEET_COLOURS, FleetSceneOptions, Purpose};
use dualstack_core::i18n::Message;
use dualstack_core::net::Cidr;
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlSelectElement, WheelEvent};
use yew::prelude::*;

use super::clusters::ClusterTable;
use super::files::FleetFilesView;
use super::pane::{FleetPaneView, Seen, fill, opens, place};
use crate::components::diagnostics::list::severity_name;
use crate::components::editor::inline::severity_slug;
use crate::components::map::gestures::{Step, Turned};
use crate::effects::now_ms;
use crate::engine::fleet::{PlacedFleet, place as placed_of};
use crate::i18n::{I18n, T, use_i18n};
use crate::views::PaneProps;

/// Texts from this size on are waited for; that their clusters are placed is drawn first.
const WAITED_FOR: usize = 32 << 10;
/// Long enough for a browser to draw.
const DRAWN_AFTER_MS: u32 = 40;
/// The findings that are shown.
const FINDINGS: usize = 40;
/// The groups that are offered.
const GROUPS: usize = 200;

/// A fleet that has its places.
#[derive(Clone)]
struct Placed(Rc<PlacedFleet>);

impl PartialEq for Placed {
    fn eq(&self, other: &Placed) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What became of the texts.
#[derive(Clone, PartialEq)]
enum Placing {
    Placed(Placed),
    Failed(Rc<Vec<Diagnostic>>),
}

/// Gives the clusters their places; `None` until that is done.
#[hook]
fn use_placing(pane: &PaneProps) -> Option<Placing> {
    let language = use_i18n().language;
    let looked = pane.state.brought.looked.clone();
    let wish = looked.as_ref().map(|looked| (looked.serial, language));
    let done = use_state_eq(|| None::<((u32, &'static str), Placing)>);
    {
        let done = done.setter();
        use_effect_with(wish, move |wish| {
            let timer = (*wish).zip(looked).map(|(wish, looked)| {
                let pause = if looked.bundle.bytes() < WAITED_FOR {
                    0
                } else {
                    DRAWN_AFTER_MS
                };
                Timeout::new(pause, move || {
                    if let Some(found) = placed_of(&looked.bundle, wish.1) {
                        let placing = match found {
                            Ok(placed) => Placing::Placed(Placed(Rc::new(placed))),
                            Err(found) => Placing::Failed(Rc::new(found)),
                        };
                        done.set(Some((wish, placing)));
                    }
                })
            });
            move || drop(timer)
        });
    }
    let current = (*done).clone().filter(|(of, _)| Some(*of) == wish);
    current.map(|(_, placing)| placing)
}

/// What was found.
fn findings(i18n: I18n, found: &[Diagnostic]) -> Html {
    if found.is_empty() {
        return html! { <p class="field-hint"><T id="fleet-no-findings" /></p> };
    }
    let more = found.len().saturating_sub(FINDINGS);
    html! {
        <>
            <ul class="fleet-findings" role="list">
                { for found.iter().take(FINDINGS).enumerate().map(|(index, found)| html! {
                    <li key={index} data-severity={severity_slug(found.severity)}>
                        <strong>{ severity_name(i18n, found.severity) }</strong>{ " " }<code>{ found.code }</code>{ " " }
                        { i18n.engine_html(&found.message) }
                        if found.location.line > 0 {
                            { " " }<span class="field-hint">
                                { i18n.html(&Message::new("brought-line").with("line", found.location.line)) }
                            </span>
                        }
                    </li>
                }) }
            </ul>
            if more > 0 { <p class="field-hint"><T id="fleet-more-findings" params={vec![("count", more.into())]} /></p> }
        </>
    }
}

/// The textures of the map, each in the colours of the groups.
fn patterns() -> Html {
    let textured = [
        (Purpose::Services, "M2 0V8M6 0V8"),
        (Purpose::Nodes, "M1 2h2M5 6h2"),
        (Purpose::Site, "M-1 9L9 -1"),
        (Purpose::Existing, "M-1 9L9 -1M-1 -1L9 9"),
        (Purpose::Reserved, "M0 2H8M0 6H8"),
    ];
    let all = textured
        .into_iter()
        .flat_map(|(what, d)| (0..FLEET_COLOURS).map(move |group| (what, d, group)));
    html! {
        <svg class="defs" aria-hidden="true" focusable="false">
            <defs>
                { for all.map(|(what, d, group)| {
                    let id = format!("dsp-fleet-{}-{group}", what.as_str());
                    html! {
                        <pattern key={id.clone()} {id} width="8" height="8" patternUnits="userSpaceOnUse" class="fleet-pattern"
                            data-what={what.as_str()} data-group={group.to_string()}>
                            <rect width="8" height="8" />
                            <path {d} />
                        </pattern>
                    }
                }) }
            </defs>
        </svg>
    }
}

fn sample(what: Purpose, group: usize) -> Html {
    let group = group % FLEET_COLOURS;
    html! {
        <svg viewBox="0 0 20 16" aria-hidden="true" focusable="false">
            <path d="M1 1h18v14h-18z" class="fleet-ink" data-what={what.as_str()} data-group={group.to_string()} fill={fill((what, group, false))} />
        </svg>
    }
}

fn legend(i18n: I18n, seen: &Seen) -> Html {
    let groups = seen
        .scene
        .groups
        .iter()
        .enumerate()
        .filter(|(_, group)| group.shown);
    let first = groups.clone().next().map_or(0, |(index, _)| index);
    let named = seen.scene.groups.len() > 1;
    html! {
        <ul class="legend" role="list">
            { for seen.scene.legend.iter().map(|entry| html! {
                <li key={entry.what.as_str()}>{ sample(entry.what, first) }{ i18n.engine_html(&entry.message) }</li>
            }) }
            if named {
                { for groups.take(GROUPS).map(|(index, group)| html! {
                    <li key={format!("group {}", group.name)}>
                        { sample(Purpose::Pods, index) }
                        { i18n.engine_html(&group.message) }
                    </li>
                }) }
            }
        </ul>
    }
}

/// Properties of [`FleetMapView`].
#[derive(Clone, PartialEq, Properties)]
struct FleetMapProps {
    placed: Placed,
}

/// Zooms into the row under the pointer with Ctrl and the wheel, or out.
#[hook]
fn use_wheel(node: &NodeRef, seen: &Seen, go: &Callback<Cidr>, back: &Callback<()>) {
    let turned = use_mut_ref(Turned::default);
    let (node, go, back) = (node.clone(), go.clone(), back.clone());
    use_effect_with(seen.clone(), move |seen| {
        let scene = Rc::clone(&seen.scene);
        let listener = node.cast::<Element>().map(|element| {
            let options = EventListenerOptions {
                phase: EventListenerPhase::Bubble,
                passive: false,
            };
            EventListener::new_with_options(&element, "wheel", options, move |event: &Event| {
                let Some(wheel) = event.dyn_ref::<WheelEvent>() else {
                    return;
                };
                if !wheel.ctrl_key() && !wheel.meta_key() {
                    return;
                }
                event.prevent_default();
                match turned.borrow_mut().by(wheel.delta_y(), now_ms()) {
                    Some(Step::In) => {
                        let target = event
                            .target()
                            .and_then(|target| target.dyn_into::<Element>().ok());
                        let of_pane = target
                            .as_ref()
                            .and_then(|target| target.closest("[data-pane]").ok()?);
                        let pane = of_pane.and_then(|pane| pane.get_attribute("data-pane")?.parse().ok());
                        let pane = pane.and_then(|index: usize| scene.panes.get(index));
                        let row = pane.zip(place(event.target(), wheel.client_x(), 1));
                        let row = row.and_then(|(pane, (row, _))| pane.rows.get(row));
                        if let Some(row) = row.filter(|row| opens(&row.network)) {
                            go.emit(row.network);
                        }
                    }
                    Some(Step::Out) => back.emit(()),
                    None => {}
                }
            })
        });
        move || drop(listener)
    });
}

/// A fleet that has its places.
#[component]
fn FleetMapView(props: &FleetMapProps) -> Html {
    let i18n = use_i18n();
    // The positions that led here; the last one is shown.
    let steps = use_state_eq(|| vec![Vec::<Cidr>::new()]);
    let group = use_state_eq(|| None::<String>);
    let node = use_node_ref();
    let Placed(placed) = &props.placed;
    let at = FleetSceneOptions {
        group: (*group).clone(),
        at: steps.last().cloned().unwrap_or_default(),
    };
    let scene = use_memo(
        (Rc::as_ptr(placed) as usize, at.group.clone(), at.at.clone()),
        |_| placed.map.scene(&at),
    );
    let seen = Seen {
        placed: Rc::clone(placed),
        scene,
    };
    let to = {
        let steps = steps.clone();
        Callback::from(move |at: Vec<Cidr>| {
            let mut next = (*steps).clone();
            if next.last() != Some(&at) {
                next.push(at);
            }
            steps.set(next);
        })
    };
    let go = to.reform(|network: Cidr| vec![network]);
    let back = {
        let steps = steps.clone();
        Callback::from(move |()| {
            let mut next = (*steps).clone();
            if next.len() > 1 {
                next.pop();
            }
            steps.set(next);
        })
    };
    use_wheel(&node, &seen, &go, &back);
    let home = {
        let steps = steps.setter();
        Callback::from(move |_: MouseEvent| steps.set(vec![Vec::new()]))
    };
    let ongroup = {
        let (group, steps) = (group.setter(), steps.setter());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let chosen = select.value();
            group.set(chosen.strip_prefix("group ").map(str::to_owned));
            steps.set(vec![Vec::new()]);
        })
    };
    let is_home = steps.len() == 1;
    let scene = &seen.scene;
    let networks: Vec<String> = scene.panes.iter().map(|pane| pane.network.to_string()).collect();
    let fleet = &placed.fleet;
    html! {
        <>
            <p class="fleet-summary">{ i18n.engine_html(&fleet.summary) }</p>
            <ul class="fleet-uses">
                { for fleet.sentences().iter().take(FINDINGS).enumerate().map(|(index, message)| html! {
                    <li key={index}>{ i18n.engine_html(message) }</li>
                }) }
            </ul>
            <section class="section fleet" aria-labelledby="dsp-fleet-map-title">
                { patterns() }
                <header>
                    <h3 id="dsp-fleet-map-title"><T id="fleet-map" /></h3>
                    <span class="row">
                        if scene.groups.len() > 1 {
                            <label for="dsp-fleet-group"><T id="fleet-group" /></label>
                            <select id="dsp-fleet-group" onchange={ongroup}>
                                <option value="all" selected={group.is_none()}>{ i18n.text("fleet-all-groups") }</option>
                                { for scene.groups.iter().take(GROUPS).map(|of| html! {
                                    <option key={of.name.clone()} value={format!("group {}", of.name)} selected={group.as_ref() == Some(&of.name)}>
                                        { of.name.clone() }
                                    </option>
                                }) }
                            </select>
                        }
                        <button type="button" class="small" onclick={back.reform(|_: MouseEvent| ())} aria-disabled={is_home.then_some("true")}>
                            <T id="fleet-back" />
                        </button>
                        <button type="button" class="small" onclick={home} aria-disabled={is_home.then_some("true")}><T id="fleet-home" /></button>
                    </span>
                </header>
                <p role="status" class="visually-hidden">
                    if !is_home { <T id="fleet-at" params={vec![("networks", networks.join(", ").into())]} /> }
                </p>
                <div class="fleet-panes" ref={node} data-panes={scene.panes.len().to_string()}>
                    { for (0..scene.panes.len()).map(|pane| html! {
                        <div key={pane} data-pane={pane.to_string()}>
                            <FleetPaneView seen={seen.clone()} {pane} go={go.clone()} back={back.clone()} />
                        </div>
                    }) }
                </div>
                { legend(i18n, &seen) }
                <p class="field-hint"><T id="fleet-hint" /></p>
            </section>
            <section class="section" aria-labelledby="dsp-fleet-findings-title">
                <h3 id="dsp-fleet-findings-title"><T id="fleet-findings" /></h3>
                { findings(i18n, &placed.diagnostics) }
            </section>
            <ClusterTable seen={seen.clone()} show={to} />
            <FleetFilesView {seen} {at} />
        </>
    }
}

/// The fleet.
#[component]
pub fn FleetView(pane: &PaneProps) -> Html {
    let i18n = use_i18n();
    match use_placing(pane) {
        None => html! { <p role="status" aria-busy="true"><T id="fleet-placing" /></p> },
        Some(Placing::Failed(found)) => html! {
            <>
                <p><T id="fleet-failed" /></p>
                { findings(i18n, &found) }
            </>
        },
        Some(Placing::Placed(placed)) => html! { <FleetMapView {placed} /> },
    }
}
