//! The grids of both families side by side, each with the way to it and a strip that is true to scale; what is under the
//! pointer, and a range on its way to another place.

use dualstack_core::drawing::scene::{Crumb, Pane, Scene};
use dualstack_core::i18n::Message;
use dualstack_core::net::Cidr;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::gestures::use_zooming;
use super::grid::{CellEvents, GridView};
use super::moving::{Placing, extent, moved, range_at};
use super::reach::{reach_tag, use_reach};
use super::scene::Shown;
use super::strip::{names, strip};
use super::words::range_name;
use crate::components::editor::{FormContext, use_form_edits};
use crate::effects::window;
use crate::i18n::{I18n, T, use_i18n};

/// Properties of [`MapPanes`].
#[derive(Clone, PartialEq, Properties)]
pub struct MapPanesProps {
    /// What the map shows.
    pub scene: Shown,
    /// The cell that is looked at.
    pub looked: Option<usize>,
    /// How the plan is edited.
    pub context: FormContext,
    /// A cell is looked at.
    pub look: Callback<usize>,
    /// A cell is shown as a grid of its own.
    pub enter: Callback<usize>,
    /// The map is seen from a step farther away.
    pub leave: Callback<()>,
    /// The map is seen from a network.
    pub go: Callback<Cidr>,
}

/// A range on its way: the pane, the cell where it was taken up, and the one that it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Drag {
    pane: usize,
    from: usize,
    to: usize,
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

/// Lets go of what is held when Escape is pressed, when the pointer goes up anywhere, and when a second finger comes down.
/// Nothing on the map has the focus while a pointer drags.
#[hook]
fn use_letting_go(drag: &UseStateHandle<Option<Drag>>) {
    let (is_held, setter) = (drag.is_some(), drag.setter());
    use_effect_with(is_held, move |is_held| {
        let listeners = window().filter(|_| *is_held).map(|window| {
            let pointers = ["pointerup", "pointercancel", "pointerdown"].map(|name| {
                let setter = setter.clone();
                EventListener::new(&window, name, move |event| {
                    // The first finger is the one that takes up the range.
                    let is_first = event
                        .dyn_ref::<PointerEvent>()
                        .is_some_and(PointerEvent::is_primary);
                    if name != "pointerdown" || !is_first {
                        setter.set(None);
                    }
                })
            });
            let options = EventListenerOptions::enable_prevent_default();
            let keys = EventListener::new_with_options(&window, "keydown", options, move |event| {
                let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
                if key.as_deref() == Some("Escape") {
                    event.prevent_default();
                    setter.set(None);
                }
            });
            (keys, pointers)
        });
        move || drop(listeners)
    });
}

/// The grids.
#[component]
pub fn MapPanes(props: &MapPanesProps) -> Html {
    let i18n = use_i18n();
    let edits = use_form_edits(&props.context);
    let over = use_state_eq(|| None::<usize>);
    let drag = use_state_eq(|| None::<Drag>);
    use_letting_go(&drag);
    let scene = &props.scene;
    let grids = scene.panes.iter().filter_map(|pane| pane.grid.as_ref());
    let count = grids.map(|grid| grid.cells.len()).max().unwrap_or(0);
    // What would be moved, and where to.
    let moving = drag.filter(|drag| drag.from != drag.to).and_then(|drag| {
        let grid = scene.panes.get(drag.pane)?.grid.as_ref()?;
        let range = range_at(scene, grid, drag.from)?;
        let to = moved(&range.declared.cidr, &grid.cells.get(drag.to)?.network)?;
        (to != range.declared.cidr).then(|| (range_name(i18n, range), Placing::new(range, to)))
    });
    let reach = use_reach(
        &props.context,
        moving.as_ref().map(|(_, placing)| placing.clone()),
    );
    let node = use_node_ref();
    use_zooming(&node, scene, count, &props.enter, &props.leave);
    let pane = |(index, pane): (usize, &Pane)| {
        let moving = moving
            .as_ref()
            .filter(|_| drag.is_some_and(|drag| drag.pane == index));
        let ghost = moving.and_then(|(_, placing)| extent(pane.grid.as_ref()?, &placing.network));
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
                let (drag, look) = (drag.setter(), props.look.clone());
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
                let (drag, look, edits) = (drag.setter(), props.look.clone(), edits.clone());
                let moving = moving.map(|(_, placing)| placing.clone());
                Callback::from(move |cell: Option<usize>| {
                    drag.set(None);
                    if let (Some(placing), Some(cell)) = (&moving, cell) {
                        edits.pressed(|values| placing.patch(values), None);
                        look.emit(cell);
                    }
                })
            },
            entered: props.enter.clone(),
        };
        html! {
            <section key={pane.family.as_str()} class="map-pane" aria-label={pane.family.as_str()}>
                <div class="map-head">
                    <h3 class="map-family">{ pane.family.as_str() }</h3>
                    { crumbs(i18n, scene, pane, &props.go) }
                </div>
                <div>{ for pane.strips.iter().take(1).map(|found| strip(found, scene)) }</div>
                if let Some(grid) = &pane.grid {
                    <p class="map-cells">{ i18n.html(&Message::new("map-cells").with("count", grid.cells.len()).with("prefix", grid.cell_prefix)) }</p>
                    <GridView scene={scene.clone()} pane={index} {count} looked={props.looked} over={*over} {ghost} {events} />
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
                { for pane.strips.iter().take(1).map(|found| names(i18n, found, scene, &props.go)) }
                { for pane.strips.iter().skip(1).take(3).map(|other| html! {
                    <div key={other.network.to_string()} class="map-elsewhere">
                        <bdi dir="ltr"><code>{ other.network.to_string() }</code></bdi>
                        { strip(other, scene) }
                        { names(i18n, other, scene, &props.go) }
                    </div>
                }) }
                </div>
                if let Some((name, placing)) = moving {
                    <p class="map-moving" aria-hidden="true">{ reach_tag(i18n, name, placing, reach.as_ref()) }</p>
                }
            </section>
        }
    };
    html! {
        <div ref={node} class="map-panes" data-panes={scene.panes.len().to_string()}>{ for scene.panes.iter().enumerate().map(pane) }</div>
    }
}
