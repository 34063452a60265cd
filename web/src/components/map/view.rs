//! The map: both families side by side in grids in which the same cell is the same node, strips that are true to scale, and
//! what is known of the cell that is looked at.

use std::rc::Rc;

use dualstack_core::drawing::scene::{Crumb, Pane, Scene, SceneOptions, scene};
use dualstack_core::i18n::Message;
use dualstack_core::net::Cidr;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::grid::{CellEvents, GridView};
use super::inspect::{Inspector, place};
use super::moving::{extent, moved, range_at};
use super::pattern::{cell_definitions, sample};
use super::rows::{MapRows, summary};
use super::strip::{names, strip};
use super::words::range_name;
use crate::components::editor::{FormContext, use_form_edits};
use crate::components::shell::use_dispatch;
use crate::effects::element;
use crate::i18n::{I18n, T, use_i18n};
use crate::state::Action;
use crate::state::mapping::{Mapped, Mapping};

/// Properties of [`MapView`].
#[derive(Clone, PartialEq, Properties)]
pub struct MapViewProps {
    /// What the plan comes to, and how it is edited.
    pub context: FormContext,
    /// What the map shows.
    pub mapping: Rc<Mapping>,
}

/// Id of the element that what is looked at is told in.
pub const INSPECTOR_ID: &str = "dsp-inspector";

/// A range on its way: the pane, the cell where it was taken up, and the one that it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Drag {
    pane: usize,
    from: usize,
    to: usize,
}

/// The network that is shown by a cell: of the first family that can be cut further there.
fn network_of(scene: &Scene, cell: usize) -> Option<Cidr> {
    let mut networks = scene
        .panes
        .iter()
        .filter_map(|pane| Some(pane.grid.as_ref()?.cells.get(cell)?.network));
    networks.find(|network| network.prefix_len() < network.family().width())
}

/// The first cell that a network takes up.
fn cell_of(scene: &Scene, network: &Cidr) -> Option<usize> {
    let mut grids = scene.panes.iter().filter_map(|pane| pane.grid.as_ref());
    grids
        .find_map(|grid| extent(grid, network))
        .map(|(first, _)| first)
}

/// The network from which the map is seen a step farther away, in the first family that has one.
fn outside(scene: &Scene) -> Option<Cidr> {
    let mut before = scene.panes.iter().filter_map(|pane| {
        let last = pane.path.len().checked_sub(2)?;
        pane.path.get(last)
    });
    before.next().map(|crumb| crumb.network)
}

/// The steps at the end of a way that are shown; of those before only the widest and those that are ranges.
const LAST_STEPS: usize = 2;

/// The way to the position of a pane; each step but the last is a button.
fn crumbs(i18n: I18n, scene: &Scene, pane: &Pane, go: &Callback<Cidr>) -> Html {
    let name = Message::new("map-path").with("family", pane.family);
    let last = pane.path.len().saturating_sub(1);
    let is_shown =
        |(index, crumb): &(usize, &Crumb)| *index == 0 || crumb.range.is_some() || index + LAST_STEPS > last;
    html! {
        <nav class="crumbs" aria-label={i18n.message(&name)}>
            <ol role="list">
                { for pane.path.iter().enumerate().filter(is_shown).map(|(index, crumb)| {
                    let network = crumb.network;
                    let name = crumb.range.and_then(|range| scene.ranges.get(range)).map(|range| range_name(i18n, range));
                    let words = html! {
                        <>
                            if let Some(name) = name { <bdi>{ name }</bdi>{ " " } }
                            <bdi dir="ltr"><code>{ network.to_string() }</code></bdi>
                        </>
                    };
                    let onclick = go.reform(move |_: MouseEvent| network);
                    html! {
                        <li key={network.to_string()}>
                            if index == last { <strong aria-current="location">{ words }</strong> }
                            else { <button type="button" class="quiet small" {onclick}>{ words }</button> }
                        </li>
                    }
                }) }
            </ol>
        </nav>
    }
}

fn legend(i18n: I18n, scene: &Scene) -> Html {
    html! {
        <ul class="legend" role="list">
            { for scene.legend.iter().map(|entry| html! {
                <li key={entry.what.as_str()}>{ sample(entry.what) }{ i18n.engine_html(&entry.message) }</li>
            }) }
        </ul>
    }
}

/// The map.
#[component]
pub fn MapView(props: &MapViewProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let edits = use_form_edits(&props.context);
    let over = use_state_eq(|| None::<usize>);
    let drag = use_state_eq(|| None::<Drag>);
    let analysis = &props.context.analysis;
    let at = props.mapping.at;
    let shown = use_memo((Rc::clone(analysis), at), |(analysis, at)| {
        let options = SceneOptions {
            at: at.iter().copied().collect(),
        };
        scene(analysis.stages(), &options).map(Rc::new)
    });
    let go = {
        let dispatch = dispatch.clone();
        use_callback((), move |network: Cidr, ()| {
            dispatch.send(Action::Map(Mapped::Go(Some(network))));
        })
    };
    let Some(scene) = shown.as_ref() else {
        return html! { <p class="empty"><T id="map-empty" /></p> };
    };
    let look_at = {
        let dispatch = dispatch.clone();
        Callback::from(move |network: Cidr| dispatch.send(Action::Map(Mapped::Look(network))))
    };
    let look = {
        let (scene, look_at) = (Rc::clone(scene), look_at.clone());
        Callback::from(move |cell: usize| {
            let mut grids = scene.panes.iter().filter_map(|pane| pane.grid.as_ref());
            if let Some(cell) = grids.find_map(|grid| grid.cells.get(cell)) {
                look_at.emit(cell.network);
            }
        })
    };
    let looked = props.mapping.looked.and_then(|network| cell_of(scene, &network));
    let enter = {
        let (scene, go) = (Rc::clone(scene), go.clone());
        Callback::from(move |cell: usize| {
            if let Some(network) = network_of(&scene, cell) {
                go.emit(network);
            }
        })
    };
    let wider = outside(scene);
    let leave = {
        let go = go.clone();
        Callback::from(move |()| {
            if let Some(network) = wider {
                go.emit(network);
            }
        })
    };
    let home = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.send(Action::Map(Mapped::Go(None))))
    };
    let onkeydown = {
        let drag = drag.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && drag.is_some() {
                event.prevent_default();
                drag.set(None);
            }
        })
    };
    let grids = scene.panes.iter().filter_map(|pane| pane.grid.as_ref());
    let count = grids.map(|grid| grid.cells.len()).max().unwrap_or(0);
    let pane = |(index, pane): (usize, &Pane)| {
        // What would be moved, and where to.
        let moving = drag
            .filter(|drag| drag.pane == index && drag.from != drag.to)
            .and_then(|drag| {
                let grid = pane.grid.as_ref()?;
                let range = range_at(scene, grid, drag.from)?.clone();
                let to = moved(&range.declared.cidr, &grid.cells.get(drag.to)?.network)?;
                (to != range.declared.cidr).then_some((range, to))
            });
        let ghost = moving
            .as_ref()
            .and_then(|(_, to)| extent(pane.grid.as_ref()?, to));
        let events = CellEvents {
            over: {
                let (over, drag) = (over.setter(), drag.clone());
                Callback::from(move |cell: Option<usize>| {
                    over.set(cell);
                    if let (Some(held), Some(cell)) = (*drag, cell) {
                        drag.set(Some(Drag { to: cell, ..held }));
                    }
                })
            },
            grabbed: {
                let (drag, look) = (drag.setter(), look.clone());
                Callback::from(move |cell: usize| {
                    look.emit(cell);
                    drag.set(Some(Drag {
                        pane: index,
                        from: cell,
                        to: cell,
                    }));
                })
            },
            released: {
                let (drag, look, edits, moving) =
                    (drag.setter(), look.clone(), edits.clone(), moving.clone());
                Callback::from(move |cell: Option<usize>| {
                    drag.set(None);
                    if let (Some((range, to)), Some(cell)) = (&moving, cell) {
                        place(&edits, range, to);
                        look.emit(cell);
                    }
                })
            },
            entered: enter.clone(),
        };
        html! {
            <section key={pane.family.as_str()} class="map-pane" aria-label={pane.family.as_str()}>
                <div class="map-head">
                    <h3 class="map-family">{ pane.family.as_str() }</h3>
                    { crumbs(i18n, scene, pane, &go) }
                </div>
                <div>{ for pane.strips.iter().take(1).map(|found| strip(found, scene)) }</div>
                if let Some(grid) = &pane.grid {
                    <p class="map-cells">{ i18n.html(&Message::new("map-cells").with("count", grid.cells.len()).with("prefix", grid.cell_prefix)) }</p>
                    <GridView grid={grid.clone()} {count} {looked} over={*over} {ghost} {events} />
                } else {
                    <p class="empty map-no-twin"><T id="map-no-twin" /></p>
                }
                <div class="map-foot">
                if let Some(grid) = &pane.grid {
                    <p class="map-ends">
                        <bdi dir="ltr"><code>{ grid.network.network().to_string() }</code></bdi>
                        { " … " }<bdi dir="ltr"><code>{ grid.network.last().to_string() }</code></bdi>
                    </p>
                }
                { for pane.strips.iter().take(1).map(|found| names(i18n, found, scene, &go)) }
                { for pane.strips.iter().skip(1).take(3).map(|other| html! {
                    <div key={other.network.to_string()} class="map-elsewhere">
                        <bdi dir="ltr"><code>{ other.network.to_string() }</code></bdi>
                        { strip(other, scene) }
                        { names(i18n, other, scene, &go) }
                    </div>
                }) }
                </div>
                if let Some((range, to)) = &moving {
                    <p class="map-moving" aria-hidden="true">
                        { i18n.html(&Message::new("map-moving").with("name", range_name(i18n, range)).with("network", *to)) }
                    </p>
                }
            </section>
        }
    };
    let panes = scene.panes.iter().enumerate().map(pane);
    // Beside the map, where it is seen without scrolling; below it on narrow pages.
    let inspector = looked.zip(element(INSPECTOR_ID)).map(|(cell, place)| {
        create_portal(
            html! {
                <Inspector scene={Rc::clone(scene)} {cell} context={props.context.clone()} enter={enter.clone()} look_at={look_at.clone()} />
            },
            place.into(),
        )
    });
    let out = leave.reform(|_: MouseEvent| ());
    html! {
        <section class="map" aria-labelledby="dsp-map-title" {onkeydown}>
            { cell_definitions() }
            <header>
                <h2 id="dsp-map-title"><T id="map-title" /></h2>
                <span class="row">
                    <button type="button" class="small" onclick={out} aria-disabled={wider.is_none().then_some("true")}><T id="map-leave" /></button>
                    <button type="button" class="small" onclick={home} aria-disabled={at.is_none().then_some("true")}><T id="map-home" /></button>
                </span>
            </header>
            <p class="visually-hidden">{ summary(i18n, scene) }</p>
            if let Some(caveat) = &scene.caveat { <p class="map-caveat">{ i18n.engine_html(caveat) }</p> }
            <div class="map-panes" data-panes={scene.panes.len().to_string()}>{ for panes }</div>
            { legend(i18n, scene) }
            <p class="field-hint"><T id="map-hint" /></p>
            { inspector }
            <details class="map-as-rows">
                <summary><T id="map-rows" /></summary>
                <MapRows scene={Rc::clone(scene)} cell={looked} {look} {enter} {leave} />
            </details>
        </section>
    }
}
