//! The map: both families side by side in grids in which the same cell is the same node, strips that are true to scale, and
//! what is known of the cell that is looked at.

use std::rc::Rc;

use dualstack_core::drawing::scene::Scene;
use dualstack_core::net::Cidr;
use yew::prelude::*;

use super::inspect::Inspector;
use super::panes::MapPanes;
use super::pattern::{cell_definitions, sample};
use super::rows::{MapRows, summary};
use super::scene::use_scene;
use crate::components::editor::FormContext;
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
    let at = props.mapping.at;
    let shown = use_scene(&props.context.analysis, at);
    let go = {
        let dispatch = dispatch.clone();
        use_callback((), move |network: Cidr, ()| {
            dispatch.send(Action::Map(Mapped::Go(Some(network))));
        })
    };
    let Some(scene) = shown else {
        return html! { <p class="empty"><T id="map-empty" /></p> };
    };
    let look_at = {
        let dispatch = dispatch.clone();
        Callback::from(move |network: Cidr| dispatch.send(Action::Map(Mapped::Look(network))))
    };
    let look = {
        let (scene, look_at) = (scene.clone(), look_at.clone());
        Callback::from(move |cell: usize| {
            let mut grids = scene.panes.iter().filter_map(|pane| pane.grid.as_ref());
            if let Some(cell) = grids.find_map(|grid| grid.cells.get(cell)) {
                look_at.emit(cell.network);
            }
        })
    };
    let looked = props.mapping.looked.and_then(|network| scene.cell_of(&network));
    let enter = {
        let (scene, go) = (scene.clone(), go.clone());
        Callback::from(move |cell: usize| {
            if let Some(network) = scene.network_of(cell) {
                go.emit(network);
            }
        })
    };
    let wider = scene.outside();
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
    // Beside the map, where it is seen without scrolling; below it on narrow pages.
    let inspector = looked.zip(element(INSPECTOR_ID)).map(|(cell, place)| {
        create_portal(
            html! {
                <Inspector scene={scene.clone()} {cell} context={props.context.clone()} enter={enter.clone()} look_at={look_at.clone()} />
            },
            place.into(),
        )
    });
    let out = leave.reform(|_: MouseEvent| ());
    html! {
        <section class="map" aria-labelledby="dsp-map-title">
            { cell_definitions() }
            <header>
                <h2 id="dsp-map-title"><T id="map-title" /></h2>
                <span class="row">
                    <button type="button" class="small" onclick={out} aria-disabled={wider.is_none().then_some("true")}><T id="map-leave" /></button>
                    <button type="button" class="small" onclick={home} aria-disabled={at.is_none().then_some("true")}><T id="map-home" /></button>
                </span>
            </header>
            <p class="visually-hidden">{ summary(i18n, &scene) }</p>
            if let Some(caveat) = &scene.caveat { <p class="map-caveat">{ i18n.engine_html(caveat) }</p> }
            <MapPanes scene={scene.clone()} {looked} context={props.context.clone()} look={look.clone()} enter={enter.clone()} leave={leave.clone()} {go} />
            { legend(i18n, &scene) }
            <p class="field-hint"><T id="map-hint" /></p>
            // One child whether or not there is one: those before it stay the same.
            { inspector.unwrap_or_default() }
            <details class="map-as-rows">
                <summary><T id="map-rows" /></summary>
                <MapRows scene={scene.clone()} cell={looked} {look} {enter} {leave} />
            </details>
        </section>
    }
}
