//! What is looked at on the map, exactly, and what can be done with it.

use std::rc::Rc;

use dualstack_core::diagnostic::Pointer;
use dualstack_core::drawing::scene::{Cell, Grid, Scene, SceneRange};
use dualstack_core::i18n::Message;
use dualstack_core::net::Cidr;
use yew::prelude::*;

use super::moving::{doubled, halved, moved, range_at};
use super::pattern::swatch;
use super::proof::proof;
use super::words::{cell_name, range_name, uses};
use crate::components::editor::{FormContext, FormEdits, use_form_edits};
use crate::engine::edit::set;
use crate::i18n::{I18n, T, count, use_i18n};

/// Properties of [`Inspector`].
#[derive(Clone, PartialEq, Properties)]
pub struct InspectorProps {
    /// What the map shows.
    pub scene: Rc<Scene>,
    /// The cell that is looked at.
    pub cell: usize,
    /// How the plan is edited.
    pub context: FormContext,
    /// Shows a cell as a grid of its own.
    pub enter: Callback<usize>,
    /// A network is looked at.
    pub look_at: Callback<Cidr>,
}

/// Gives a range another network.
pub fn place(edits: &FormEdits, range: &SceneRange, network: &Cidr) {
    // A reserved network is declared as a whole entry, the others as one text.
    let pointer = range.declared.pointer.as_str();
    let pointer = match range.declared.kind {
        crate::engine::RangeKind::Reserved if !pointer.ends_with("/cidr") => format!("{pointer}/cidr"),
        _ => pointer.to_owned(),
    };
    let place = Pointer::parse(&pointer).unwrap_or_default();
    edits.pressed(
        |values| set(values, &place, Some(network.to_string().into())),
        None,
    );
}

/// A grid and the cell of it that is looked at.
type Looked<'a> = (&'a Grid, &'a Cell);

fn parts(i18n: I18n, scene: &Scene, cell: &Cell) -> Html {
    html! {
        { for cell.parts.iter().enumerate().map(|(index, part)| html! {
            <div key={index} class="inspect-part">
                { uses(i18n, scene, part) }
                if cell.parts.len() > 1 {
                    { " " }<bdi dir="ltr"><code>{ part.first.to_string() }{ " – " }{ part.last.to_string() }</code></bdi>
                }
            </div>
        }) }
    }
}

fn change(
    i18n: I18n,
    edits: &FormEdits,
    look_at: &Callback<Cidr>,
    range: &SceneRange,
    free: Option<&Cell>,
) -> Html {
    let cidr = range.declared.cidr;
    let name = range_name(i18n, range);
    let button = |id: &'static str, full: &'static str, to: Option<Cidr>| {
        let full = Message::new(full).with("name", name.as_str());
        let shown = to.map_or_else(String::new, |to| to.to_string());
        let onclick = {
            let (edits, look_at, range) = (edits.clone(), look_at.clone(), range.clone());
            Callback::from(move |_: MouseEvent| {
                if let Some(to) = to {
                    place(&edits, &range, &to);
                    look_at.emit(to);
                }
            })
        };
        html! {
            <button type="button" class="small" {onclick} aria-disabled={to.is_none().then_some("true")}
                aria-label={i18n.message(&full)} title={shown}>{ i18n.text(id) }</button>
        }
    };
    html! {
        <li key={range.declared.pointer.as_str().to_owned()} class="inspect-range">
            { swatch(range.declared.kind.as_str()) }
            <span><bdi>{ name.clone() }</bdi>{ " " }<bdi dir="ltr"><code>{ cidr.to_string() }</code></bdi></span>
            <span class="row">
                if let Some(cell) = free {
                    { button("map-move-here", "map-move-here.name", moved(&cidr, &cell.network)) }
                } else {
                    { button("map-halve", "map-halve.name", halved(&cidr)) }
                    { button("map-double", "map-double.name", doubled(&cidr)) }
                }
            </span>
        </li>
    }
}

/// What the cell is in both families.
#[component]
pub fn Inspector(props: &InspectorProps) -> Html {
    let i18n = use_i18n();
    let edits = use_form_edits(&props.context);
    let scene = &props.scene;
    let looked: Vec<Looked<'_>> = scene
        .panes
        .iter()
        .filter_map(|pane| pane.grid.as_ref())
        .filter_map(|grid| Some((grid, grid.cells.get(props.cell)?)))
        .collect();
    let Some((_, first)) = looked.first() else {
        return Html::default();
    };
    let named = looked
        .iter()
        .map(|(_, cell)| *cell)
        .find(|cell| cell.nodes.is_some());
    let title = cell_name(i18n, named.unwrap_or(first));
    let can_enter = looked
        .iter()
        .any(|(_, cell)| cell.network.prefix_len() < cell.network.family().width());
    let enter = props.enter.reform({
        let cell = props.cell;
        move |_: MouseEvent| cell
    });
    // A single node: the block of each family, and the range it is cut from.
    let blocks: Vec<(Cidr, Cidr)> = looked
        .iter()
        .filter(|(grid, cell)| {
            grid.nodes_per_cell.is_some() && cell.nodes.is_some_and(|nodes| nodes.first == nodes.last)
        })
        .filter_map(|(_, cell)| {
            let usage = cell.parts.first()?.uses.first()?;
            let range = scene.ranges.get(usage.range)?.declared.cidr;
            range.contains(&cell.network).then_some((cell.network, range))
        })
        .collect();
    let mut there: Vec<(&SceneRange, Option<&Cell>)> = looked
        .iter()
        .filter_map(|(grid, cell)| Some((range_at(scene, grid, cell.index)?, None)))
        .collect();
    // A free cell is a place for each range of its family.
    for (_, cell) in looked
        .iter()
        .filter(|(_, cell)| cell.parts.iter().all(|part| part.uses.is_empty()))
    {
        let of_family = scene.ranges.iter().filter(|range| {
            range.declared.document.is_none() && range.declared.cidr.family() == cell.network.family()
        });
        there.extend(of_family.map(|range| (range, Some(*cell))));
    }
    html! {
        <section class="inspect" aria-labelledby="dsp-inspect-title">
            <header>
                <h3 id="dsp-inspect-title">{ title }</h3>
                if can_enter {
                    <button type="button" class="small" onclick={enter}><T id="map-enter" /></button>
                }
            </header>
            <dl class="facts">
                { for looked.iter().map(|(_, cell)| html! {
                    <>
                        <dt>{ cell.network.family().to_string() }</dt>
                        <dd>
                            <bdi dir="ltr"><code>{ cell.network.to_string() }</code></bdi>
                            { " " }<span class="muted">{ i18n.message(&Message::new("map-addresses").with("count", count(cell.network.size()))) }</span>
                            { parts(i18n, scene, cell) }
                            if let Some(owner) = &cell.in_use_by {
                                <div>{ i18n.html(&Message::new("map-in-use").with("owner", owner.as_str()).with("count", cell.addresses_in_use)) }</div>
                            }
                            { for cell.overlaps.iter().filter_map(|index| scene.overlaps.get(*index)).map(|overlap| html! {
                                <div class="inspect-overlap">
                                    { overlap.findings.join(", ") }{ " " }{ i18n.engine_html(&overlap.message) }
                                </div>
                            }) }
                        </dd>
                    </>
                }) }
            </dl>
            if !blocks.is_empty() { { proof(i18n, &blocks) } }
            if !there.is_empty() && props.context.analysis.is_editable() {
                <ul class="inspect-ranges" role="list" aria-label={i18n.text("map-ranges")}>
                    { for there.iter().map(|(range, free)| change(i18n, &edits, &props.look_at, range, *free)) }
                </ul>
            }
        </section>
    }
}
