//! The geometry of a grid: where cells lie, and which of them look the same.

use dualstack_core::drawing::scene::{COLUMNS, Cell, Grid};

use super::pattern::{CELL, Ground};

/// Returns the upper left corner of a cell, in units of the drawing.
pub fn corner(index: usize) -> (f64, f64) {
    let (column, row) = (index % COLUMNS, index / COLUMNS);
    (column as f64 * f64::from(CELL.0), row as f64 * f64::from(CELL.1))
}

/// Returns the cell at a place of the drawing, given as fractions of its width and height. `None` outside of the grid.
pub fn cell_at((across, down): (f64, f64), rows: usize, cells: usize) -> Option<usize> {
    if !(0.0..1.0).contains(&across) || !(0.0..1.0).contains(&down) {
        return None;
    }
    // Both are less than 1, so that the numbers are less than those of columns and rows.
    let column = (across * COLUMNS as f64) as usize;
    let row = (down * rows as f64) as usize;
    Some(row * COLUMNS + column).filter(|index| *index < cells)
}

/// Returns the cell that a key leads to from another one, in a grid of that many cells.
pub fn cell_after_key(key: &str, from: usize, cells: usize) -> Option<usize> {
    let last = cells.checked_sub(1)?;
    let to = match key {
        "ArrowRight" => from + 1,
        "ArrowLeft" => from.checked_sub(1)?,
        "ArrowDown" => from + COLUMNS,
        "ArrowUp" => from.checked_sub(COLUMNS)?,
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    (to <= last).then_some(to)
}

/// Returns the ground of a cell that is the same all over. `None` if it has parts, or if ranges share it.
pub fn ground(cell: &Cell) -> Option<Ground> {
    let [part] = cell.parts.as_slice() else {
        return None;
    };
    match part.uses.as_slice() {
        _ if !cell.overlaps.is_empty() => None,
        [] => Some(Ground::Free),
        [one] => Some(Ground::Of(one.what)),
        _ => None,
    }
}

/// Consecutive cells of one ground in a rectangle of whole cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The first cell, the upper left one.
    pub first: usize,
    /// The number of columns.
    pub columns: usize,
    /// The number of rows.
    pub rows: usize,
    /// What fills it.
    pub ground: Ground,
}

/// Returns the rectangles of a grid beside another one with `count` cells. Cells with parts are left out.
pub fn runs(grid: &Grid, count: usize) -> Vec<Run> {
    let grounds: Vec<Option<Ground>> = (0..count.max(grid.cells.len()))
        .map(|index| grid.cells.get(index).map_or(Some(Ground::Absent), ground))
        .collect();
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(found) = grounds.get(at).copied() {
        let rest = grounds.get(at..).unwrap_or_default();
        let length = rest.iter().take_while(|other| **other == found).count();
        if let Some(ground) = found {
            rectangles(at, length, ground, &mut runs);
        }
        at += length;
    }
    runs
}

/// Cuts a run into the rest of its first row, whole rows, and the beginning of its last row.
fn rectangles(first: usize, length: usize, ground: Ground, runs: &mut Vec<Run>) {
    let (mut at, mut left) = (first, length);
    while left > 0 {
        let column = at % COLUMNS;
        let (columns, rows) = match left / COLUMNS {
            rows @ 1.. if column == 0 => (COLUMNS, rows),
            _ => ((COLUMNS - column).min(left), 1),
        };
        runs.push(Run {
            first: at,
            columns,
            rows,
            ground,
        });
        at += columns * rows;
        left -= columns * rows;
    }
}

#[cfg(test)]
mod tests {
    use dualstack_core::drawing::scene::Use;

    use super::*;

    #[test]
    fn a_place_is_in_one_cell() {
        assert_eq!(cell_at((0.0, 0.0), 16, 256), Some(0));
        assert_eq!(cell_at((0.999, 0.999), 16, 256), Some(255));
        assert_eq!(cell_at((0.51, 0.76), 16, 256), Some(12 * 16 + 8));
        assert_eq!(cell_at((1.0, 0.5), 16, 256), None);
        assert_eq!(cell_at((-0.1, 0.5), 16, 256), None);
        assert_eq!(cell_at((0.5, 0.0), 1, 4), None);
    }

    #[test]
    fn keys_stay_in_the_grid() {
        assert_eq!(cell_after_key("ArrowDown", 200, 256), Some(216));
        assert_eq!(cell_after_key("ArrowDown", 250, 256), None);
        assert_eq!(cell_after_key("ArrowUp", 3, 256), None);
        assert_eq!(cell_after_key("End", 3, 256), Some(255));
        assert_eq!(cell_after_key("a", 3, 256), None);
        assert_eq!(cell_after_key("Home", 0, 0), None);
    }

    #[test]
    fn a_run_is_drawn_in_at_most_three_rectangles() {
        let ground = Ground::Of(Use::PodsToday);
        let mut found = Vec::new();
        rectangles(10, 40, ground, &mut found);
        let shape: Vec<_> = found
            .iter()
            .map(|run| (run.first, run.columns, run.rows))
            .collect();
        assert_eq!(shape, [(10, 6, 1), (16, 16, 2), (48, 2, 1)]);
    }
}
