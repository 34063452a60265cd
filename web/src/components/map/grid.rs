//! A grid of up to 16 × 16 cells. Cells of one use are drawn as one rectangle; pointers find their cell by its place.

use dualstack_core::drawing::scene::{COLUMNS, Cell, Fill, areas, fills};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, PointerEvent};
use yew::prelude::*;

use super::cells::{cell_at, corner};
use super::pattern::{CELL, cell_fill};
use super::scene::Shown;
use crate::engine::RangeKind;

/// What happens to cells.
#[derive(Clone, PartialEq)]
pub struct CellEvents {
    /// The pointer is over a cell, or over none.
    pub over: Callback<Option<usize>>,
    /// A button of the pointer went down on a cell.
    pub grabbed: Callback<usize>,
    /// It went up on a cell.
    pub released: Callback<Option<usize>>,
    /// A cell was pressed twice.
    pub entered: Callback<usize>,
}

/// Properties of [`GridView`].
#[derive(Clone, PartialEq, Properties)]
pub struct GridViewProps {
    /// What the map shows.
    pub scene: Shown,
    /// The pane whose grid this is.
    pub pane: usize,
    /// The number of cells of the larger grid.
    pub count: usize,
    /// The cell that is looked at.
    pub looked: Option<usize>,
    /// The cell under the pointer.
    pub over: Option<usize>,
    /// Cells that a range would be moved to: the first, and how many.
    pub ghost: Option<(usize, usize)>,
    /// What happens to cells.
    pub events: CellEvents,
}

/// The share of a cell below which a part is a dot.
const SEEN: f64 = 0.1;

/// The cell of the grid around `target` at a place of the window, in CSS pixels.
pub fn cell_under(target: Option<EventTarget>, (x, y): (i32, i32), count: usize) -> Option<usize> {
    let target: Element = target?.dyn_into().ok()?;
    let grid = target.closest(".cells").ok()??.get_bounding_client_rect();
    let place = (
        (f64::from(x) - grid.left()) / grid.width(),
        (f64::from(y) - grid.top()) / grid.height(),
    );
    cell_at(place, count.div_ceil(COLUMNS), count)
}

/// The cell under a pointer. Yew listens at the root of the page: the grid is looked for around the target.
fn under(event: &MouseEvent, count: usize) -> Option<usize> {
    cell_under(event.target(), (event.client_x(), event.client_y()), count)
}

/// A rectangle around cells.
fn frame(class: &'static str, index: usize, cells: usize) -> Html {
    let (x, y) = corner(index);
    let columns = cells.min(COLUMNS - index % COLUMNS).max(1);
    let rows = cells.div_ceil(COLUMNS).max(1);
    let width = columns * CELL.0 as usize;
    let height = rows * CELL.1 as usize;
    html! {
        <rect {class} x={x.to_string()} y={y.to_string()} width={width.to_string()} height={height.to_string()} rx="4" />
    }
}

/// A cell with several parts, each as long as it is; where ranges share addresses, one above the other.
fn parts(cell: &Cell) -> Html {
    let (x, y) = corner(cell.index);
    let (width, height) = (f64::from(CELL.0) - 3.0, f64::from(CELL.1) - 3.0);
    let used = cell.parts.iter().filter(|part| !part.uses.is_empty());
    // A dot says that something is there; not where more of the same kind is seen.
    let seen: Vec<RangeKind> = used
        .clone()
        .filter(|part| part.stretch.length >= SEEN)
        .flat_map(|part| part.uses.iter().map(|usage| usage.what.kind()))
        .collect();
    html! {
        <g key={cell.index} transform={format!("translate({x} {y})")}>
            <rect width={CELL.0.to_string()} height={CELL.1.to_string()} fill={cell_fill(Fill::Free)} />
            <g clip-path="url(#dsp-cell-shape)">
                { for used.enumerate().map(|(index, part)| {
                    let each = height / part.uses.len() as f64;
                    let left = 1.5 + part.stretch.start * width;
                    let long = part.stretch.length * width;
                    html! {
                        <g key={index}>
                            { for part.uses.iter().enumerate().map(|(row, usage)| {
                                let name = usage.what.as_str();
                                let top = 1.5 + each * row as f64;
                                if part.stretch.length < SEEN && seen.contains(&usage.what.kind()) {
                                    return Html::default();
                                }
                                if part.stretch.length < SEEN {
                                    let middle = left.clamp(5.0, width - 2.0);
                                    return html! {
                                        <g key={row} class="cell" data-use={name}>
                                            <circle class="dot" cx={middle.to_string()} cy={(top + each / 2.0).to_string()} r="3" />
                                        </g>
                                    };
                                }
                                html! {
                                    <rect key={row} x={left.to_string()} y={top.to_string()} width={long.to_string()} height={each.to_string()}
                                        fill={cell_fill(Fill::Of(usage.what))} />
                                }
                            }) }
                        </g>
                    }
                }) }
            </g>
        </g>
    }
}

/// What stands in the cells of a pane, whatever the pointer does.
fn cells(scene: &Shown, pane: usize, count: usize) -> Html {
    let pane = scene.panes.get(pane);
    let Some(grid) = pane.and_then(|pane| pane.grid.as_ref()) else {
        return Html::default();
    };
    let cells = &grid.cells;
    let overlapping = cells.iter().filter(|cell| !cell.overlaps.is_empty());
    let known = cells
        .iter()
        .filter(|cell| cell.addresses_in_use > 0 && cell.overlaps.is_empty());
    html! {
        <>
            { for areas(&fills(grid, count)).into_iter().map(|area| {
                let (x, y) = corner(area.first);
                html! {
                    <rect key={area.first} x={x.to_string()} y={y.to_string()} width={(area.columns * CELL.0 as usize).to_string()}
                        height={(area.rows * CELL.1 as usize).to_string()} fill={cell_fill(area.fill)} />
                }
            }) }
            { for cells.iter().filter(|cell| cell.fill().is_none()).map(parts) }
            { for known.map(|cell| {
                let (x, y) = corner(cell.index);
                html! {
                    <circle key={cell.index} class="known" cx={(x + f64::from(CELL.0) / 2.0).to_string()}
                        cy={(y + f64::from(CELL.1) / 2.0).to_string()} r="3.5" />
                }
            }) }
            { for overlapping.map(|cell| html! { <g key={cell.index}>{ frame("overlap", cell.index, 1) }</g> }) }
        </>
    }
}

/// The grid.
#[component]
pub fn GridView(props: &GridViewProps) -> Html {
    let count = props.count;
    let drawn = use_memo(
        (props.scene.clone(), props.pane, count),
        |(scene, pane, count)| cells(scene, *pane, *count),
    );
    let rows = count.div_ceil(COLUMNS).max(1);
    let (width, height) = (COLUMNS * CELL.0 as usize, rows * CELL.1 as usize);
    let events = &props.events;
    let onpointermove = {
        let over = events.over.clone();
        Callback::from(move |event: PointerEvent| over.emit(under(&event, count)))
    };
    let onpointerleave = events.over.reform(|_: PointerEvent| None);
    let onpointerdown = {
        let grabbed = events.grabbed.clone();
        Callback::from(move |event: PointerEvent| {
            if let Some(cell) = under(&event, count).filter(|_| event.button() == 0) {
                grabbed.emit(cell);
            }
        })
    };
    let onpointerup = {
        let released = events.released.clone();
        Callback::from(move |event: PointerEvent| released.emit(under(&event, count)))
    };
    // The cell below the pointer, not the one that is looked at: the press before may not be drawn yet.
    let ondblclick = {
        let entered = events.entered.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(cell) = under(&event, count) {
                entered.emit(cell);
            }
        })
    };
    html! {
        <svg class="cells" viewBox={format!("0 0 {width} {height}")} aria-hidden="true" focusable="false"
            {onpointermove} {onpointerleave} {onpointerdown} {onpointerup} {ondblclick}>
            { (*drawn).clone() }
            if let Some((first, cells)) = props.ghost { { frame("ghost", first, cells) } }
            if let Some(cell) = props.over { { frame("over", cell, 1) } }
            if let Some(cell) = props.looked { { frame("looked", cell, 1) } }
        </svg>
    }
}
