//! The map as rows: a tree grid that says what the picture shows, and moves through it by keys.

use std::rc::Rc;

use dualstack_core::drawing::scene::{Scene, Use};
use dualstack_core::i18n::Message;
use dualstack_core::net::IpFamily;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::scene::Shown;
use super::words::{cell_name, kind_name, legend_name};
use crate::effects::focus::focus;
use crate::i18n::{I18n, T, use_i18n};

/// Properties of [`MapRows`].
#[derive(Clone, PartialEq, Properties)]
pub struct MapRowsProps {
    /// What the map shows.
    pub scene: Shown,
    /// The cell that is looked at.
    pub cell: Option<usize>,
    /// A cell is looked at.
    pub look: Callback<usize>,
    /// A cell is shown as a grid of its own.
    pub enter: Callback<usize>,
    /// The map is seen from a step farther away.
    pub leave: Callback<()>,
}

/// A row: a run of cells, or one cell of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Line {
    /// The run, an index in the rows of the scene.
    run: usize,
    /// The first and the last cell.
    cells: (usize, usize),
    level: u8,
}

/// Returns the rows that are seen when one of the runs is open.
fn lines(runs: &[(usize, usize)], open: Option<usize>) -> Vec<Line> {
    let mut lines = Vec::new();
    for (run, (first, last)) in runs.iter().copied().enumerate() {
        lines.push(Line {
            run,
            cells: (first, last),
            level: 1,
        });
        if open == Some(run) && first < last {
            lines.extend((first..=last).map(|cell| Line {
                run,
                cells: (cell, cell),
                level: 2,
            }));
        }
    }
    lines
}

fn row_id(line: usize) -> String {
    format!("dsp-map-row-{line}")
}

fn named(i18n: I18n, scene: &Scene, uses: &[Use]) -> String {
    if uses.is_empty() {
        return i18n.text("free");
    }
    let names = uses.iter().map(|what| {
        let name = legend_name(i18n, scene, *what);
        name.unwrap_or_else(|| kind_name(i18n, what.kind().as_str()))
    });
    names.collect::<Vec<_>>().join(", ")
}

/// The networks of a row in a family, and what they are for.
fn column(i18n: I18n, scene: &Scene, line: Line, family: IpFamily) -> Html {
    let grid = scene
        .panes
        .iter()
        .filter(|pane| pane.family == family)
        .find_map(|pane| pane.grid.as_ref());
    let cells = grid.map_or(&[][..], |grid| grid.cells.as_slice());
    let (Some(first), Some(last)) = (cells.get(line.cells.0), cells.get(line.cells.1).or(cells.last()))
    else {
        return html! { <td role="gridcell" class="muted"><T id="map-no-cell" /></td> };
    };
    let runs = scene.rows.get(line.run);
    let uses = runs.and_then(|row| row.spans.iter().find(|span| span.family == family));
    html! {
        <td role="gridcell">
            <bdi dir="ltr"><code>{ first.network.to_string() }</code></bdi>
            if line.cells.0 < line.cells.1 {
                { " – " }<bdi dir="ltr"><code>{ last.network.to_string() }</code></bdi>
            }
            <div class="muted">{ named(i18n, scene, uses.map_or(&[], |span| &span.uses)) }</div>
        </td>
    }
}

/// The tree grid.
#[component]
pub fn MapRows(props: &MapRowsProps) -> Html {
    let i18n = use_i18n();
    let open = use_state_eq(|| None::<usize>);
    let scene = &props.scene;
    let runs: Vec<(usize, usize)> = scene.rows.iter().map(|row| (row.first, row.last)).collect();
    let lines = Rc::new(lines(&runs, *open));
    // The row that has the focus, while it holds the cell; else the narrowest one that does.
    let on = use_state_eq(|| None::<Line>);
    let holds = |line: &&Line| {
        props
            .cell
            .is_some_and(|cell| (line.cells.0..=line.cells.1).contains(&cell))
    };
    let focused = on
        .and_then(|on| lines.iter().find(|line| **line == on))
        .filter(holds);
    let found = focused.or_else(|| lines.iter().filter(holds).max_by_key(|line| line.level));
    let current = found
        .and_then(|found| lines.iter().position(|line| line == found))
        .unwrap_or(0);
    let onkeydown = {
        let (lines, open) = (Rc::clone(&lines), open.clone());
        let (look, enter, leave) = (props.look.clone(), props.enter.clone(), props.leave.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let Some(line) = lines.get(current).copied() else {
                return;
            };
            let is_run = line.level == 1 && line.cells.0 < line.cells.1;
            let is_open = is_run && *open == Some(line.run);
            let to = match event.key().as_str() {
                "ArrowDown" => (current + 1 < lines.len()).then_some(current + 1),
                "ArrowUp" => current.checked_sub(1),
                "Home" => Some(0),
                "End" => lines.len().checked_sub(1),
                "ArrowRight" if is_run && !is_open => {
                    open.set(Some(line.run));
                    None
                }
                "ArrowRight" if is_open => Some(current + 1),
                "ArrowLeft" if is_open => {
                    open.set(None);
                    None
                }
                "ArrowLeft" if line.level == 2 => lines.iter().position(|other| other.run == line.run),
                "Enter" => {
                    enter.emit(line.cells.0);
                    None
                }
                "Backspace" => {
                    leave.emit(());
                    None
                }
                _ => return,
            };
            event.prevent_default();
            if let Some(line) = to.and_then(|to| lines.get(to)) {
                look.emit(line.cells.0);
                if let Some(to) = to {
                    focus(&row_id(to));
                }
            }
        })
    };
    let families: Vec<IpFamily> = scene.panes.iter().map(|pane| pane.family).collect();
    html! {
        <div class="scroll" role="region" tabindex="0" aria-label={i18n.text("map-rows")}>
            <table class="data map-rows" role="treegrid" aria-label={i18n.text("map-rows")} aria-describedby="dsp-map-keys" {onkeydown}>
                <thead>
                    <tr role="row">
                        <th role="columnheader" scope="col"><T id="map-column-cells" /></th>
                        { for families.iter().map(|family| html! {
                            <th key={family.as_str()} role="columnheader" scope="col">{ family.as_str() }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for lines.iter().enumerate().map(|(index, line)| {
                        let is_run = line.level == 1 && line.cells.0 < line.cells.1;
                        let expanded = is_run.then(|| (*open == Some(line.run)).to_string());
                        let cell = line.cells.0;
                        let onclick = props.look.reform(move |_: MouseEvent| cell);
                        let onfocus = {
                            let (look, on, line) = (props.look.clone(), on.setter(), *line);
                            Callback::from(move |_: FocusEvent| {
                                on.set(Some(line));
                                look.emit(cell);
                            })
                        };
                        let ondblclick = props.enter.reform(move |_: MouseEvent| cell);
                        let label = match line.level {
                            1 => scene.rows.get(line.run).map(|row| i18n.engine_text(&row.label)).unwrap_or_default(),
                            _ => {
                                let mut cells = scene.panes.iter().filter_map(|pane| pane.grid.as_ref()?.cells.get(cell));
                                cells.next().map(|cell| cell_name(i18n, cell)).unwrap_or_default()
                            }
                        };
                        let chosen = index == current && props.cell.is_some();
                        html! {
                            <tr key={format!("{}-{}-{}", line.level, line.cells.0, line.cells.1)} id={row_id(index)} role="row"
                                tabindex={if index == current { "0" } else { "-1" }} aria-level={line.level.to_string()}
                                aria-expanded={expanded} aria-selected={chosen.to_string()} {onclick} {onfocus} {ondblclick}>
                                <th role="rowheader" scope="row" data-level={line.level.to_string()}>{ label }</th>
                                { for families.iter().map(|family| column(i18n, scene, *line, *family)) }
                            </tr>
                        }
                    }) }
                </tbody>
            </table>
            <p id="dsp-map-keys" class="field-hint"><T id="map-keys" /></p>
        </div>
    }
}

/// The picture in sentences, for those who do not see it.
pub fn summary(i18n: I18n, scene: &Scene) -> String {
    let sentences = scene
        .summary
        .iter()
        .map(|message: &Message| i18n.engine_text(message));
    sentences.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_run_shows_its_cells() {
        let runs = [(0, 1), (2, 2)];
        let shown = |open| {
            let lines = lines(&runs, open);
            lines
                .iter()
                .map(|line| (line.level, line.cells))
                .collect::<Vec<_>>()
        };
        assert_eq!(shown(None), [(1, (0, 1)), (1, (2, 2))]);
        assert_eq!(
            shown(Some(0)),
            [(1, (0, 1)), (2, (0, 0)), (2, (1, 1)), (1, (2, 2))]
        );
        assert_eq!(shown(Some(1)), [(1, (0, 1)), (1, (2, 2))]);
    }
}
