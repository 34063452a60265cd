//! What is looked at on the map, exactly, and what can be done with it.

use dualstack_core::drawing::scene::{Cell, Grid, Scene, SceneRange};
use dualstack_core::i18n::Message;
use dualstack_core::net::Cidr;
use yew::prelude::*;

use super::moving::{Placing, doubled, halved, moved, range_at};
use super::pattern::swatch;
use super::proof::proof;
use super::reach::{reach_tag, use_reach};
use super::scene::Shown;
use super::words::{cell_name, range_name, uses};
use crate::components::editor::{FormContext, FormEdits, use_form_edits};
use crate::i18n::{I18n, T, count, use_i18n};

/// Properties of [`Inspector`].
#[derive(Clone, PartialEq, Properties)]
pub struct InspectorProps {
    /// What the map shows.
    pub scene: Shown,
    /// The cell that is looked at.
    pub cell: usize,
    /// How the plan is edited.
    pub context: FormContext,
    /// Shows a cell as a grid of its own.
    pub enter: Callback<usize>,
    /// A network is looked at.
    pub look_at: Callback<Cidr>,
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

/// What the buttons of the ranges do.
struct Buttons {
    edits: FormEdits,
    look_at: Callback<Cidr>,
    /// A button has the focus or is under the pointer: what it would do, and the name of the range.
    consider: Callback<Option<(String, Placing)>>,
}

impl Buttons {
    fn button(
        &self,
        i18n: I18n,
        (id, full): (&'static str, &'static str),
        range: &SceneRange,
        to: Option<Cidr>,
    ) -> Html {
        let name = range_name(i18n, range);
        let placing = to.map(|to| Placing::new(range, to));
        let label = i18n.message(&Message::new(full).with("name", name.as_str()));
        let considered = placing.clone().map(|placing| (name, placing));
        let onfocus = self.consider.reform({
            let considered = considered.clone();
            move |_: FocusEvent| considered.clone()
        });
        let onpointerenter = self.consider.reform(move |_: PointerEvent| considered.clone());
        let onclick = {
            let (edits, look_at, consider) =
                (self.edits.clone(), self.look_at.clone(), self.consider.clone());
            Callback::from(move |_: MouseEvent| {
                if let Some(placing) = &placing {
                    edits.pressed(|values| placing.patch(values), None);
                    look_at.emit(placing.network);
                    consider.emit(None);
                }
            })
        };
        html! {
            <button type="button" class="small" {onclick} {onfocus} {onpointerenter} aria-label={label}
                aria-disabled={to.is_none().then_some("true")}>{ i18n.text(id) }</button>
        }
    }

    fn of_range(&self, i18n: I18n, range: &SceneRange, free: Option<&Cell>) -> Html {
        let cidr = range.declared.cidr;
        html! {
            <li key={range.declared.pointer.as_str().to_owned()} class="inspect-range">
                { swatch(range.declared.kind.as_str()) }
                <span><bdi>{ range_name(i18n, range) }</bdi>{ " " }<bdi dir="ltr"><code>{ cidr.to_string() }</code></bdi></span>
                <span class="row">
                    if let Some(cell) = free {
                        { self.button(i18n, ("map-move-here", "map-move-here.name"), range, moved(&cidr, &cell.network)) }
                    } else {
                        { self.button(i18n, ("map-halve", "map-halve.name"), range, halved(&cidr)) }
                        { self.button(i18n, ("map-double", "map-double.name"), range, doubled(&cidr)) }
                    }
                </span>
            </li>
        }
    }
}

/// What the cell is in both families.
#[component]
pub fn Inspector(props: &InspectorProps) -> Html {
    let i18n = use_i18n();
    // It is of the cell that was looked at then.
    let considering = use_state_eq(|| None::<(usize, (String, Placing))>);
    let considered = considering.as_ref().filter(|(cell, _)| *cell == props.cell);
    let considered = considered.map(|(_, considered)| considered);
    let placing = considered.map(|(_, placing)| placing.clone());
    let reach = use_reach(&props.context, placing);
    let buttons = Buttons {
        edits: use_form_edits(&props.context),
        look_at: props.look_at.clone(),
        consider: {
            let (setter, cell) = (considering.setter(), props.cell);
            Callback::from(move |next: Option<(String, Placing)>| setter.set(next.map(|next| (cell, next))))
        },
    };
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
                    { for there.iter().map(|(range, free)| buttons.of_range(i18n, range, *free)) }
                </ul>
                <p class="inspect-reach" role="status">
                    if let Some((name, placing)) = considered { { reach_tag(i18n, name, placing, reach.as_ref()) } }
                </p>
            }
        </section>
    }
}
