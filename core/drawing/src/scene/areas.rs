//! Cells that mean the same, joined to rectangles of whole cells: a picture draws one shape for many of them.

use super::shapes::{COLUMNS, Cell, Grid, Use};

/// What fills a cell that is the same all over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Addresses with a use.
    Of(Use),
    /// Addresses in no range.
    Free,
    /// A cell that this family does not have.
    Absent,
}

impl Fill {
    /// Every fill, in the order of the legend.
    pub fn all() -> impl Iterator<Item = Fill> {
        Use::ALL
            .into_iter()
            .map(Fill::Of)
            .chain([Fill::Free, Fill::Absent])
    }

    /// Returns the name of the fill, which is a part of ids and of class names.
    pub const fn as_str(self) -> &'static str {
        match self {
            Fill::Of(what) => what.as_str(),
            Fill::Free => "free",
            Fill::Absent => "absent",
        }
    }
}

impl Cell {
    /// Returns what fills the cell. `None` if it has parts, or if ranges share it.
    pub fn fill(&self) -> Option<Fill> {
        let [part] = self.parts.as_slice() else {
            return None;
        };
        match part.uses.as_slice() {
            _ if !self.overlaps.is_empty() => None,
            [] => Some(Fill::Free),
            [one] => Some(Fill::Of(one.what)),
            _ => None,
        }
    }
}

/// Returns what fills each cell of a grid, and behind them the cells up to `count` that only the other grid has.
pub fn fills(grid: &Grid, count: usize) -> Vec<Option<Fill>> {
    (0..count.max(grid.cells.len()))
        .map(|index| grid.cells.get(index).map_or(Some(Fill::Absent), Cell::fill))
        .collect()
}

/// A rectangle of cells with one fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// The number of its first cell, in the upper left corner.
    pub first: usize,
    /// The number of columns.
    pub columns: usize,
    /// The number of rows.
    pub rows: usize,
    /// What fills it.
    pub fill: Fill,
}

/// Returns the rectangles of a grid. Cells without a fill are left out.
pub fn areas(fills: &[Option<Fill>]) -> Vec<Area> {
    let mut areas = Vec::new();
    let mut at = 0;
    while let Some(found) = fills.get(at).copied() {
        let rest = fills.get(at..).unwrap_or_default();
        let length = rest.iter().take_while(|other| **other == found).count();
        if let Some(fill) = found {
            cut(at, length, fill, &mut areas);
        }
        at += length;
    }
    areas
}

/// Cuts consecutive cells into the rest of their first row, whole rows, and the beginning of their last row.
fn cut(first: usize, length: usize, fill: Fill, areas: &mut Vec<Area>) {
    let (mut at, mut left) = (first, length);
    while left > 0 {
        let column = at % COLUMNS;
        let (columns, rows) = match left / COLUMNS {
            rows @ 1.. if column == 0 => (COLUMNS, rows),
            _ => ((COLUMNS - column).min(left), 1),
        };
        areas.push(Area {
            first: at,
            columns,
            rows,
            fill,
        });
        at += columns * rows;
        left -= columns * rows;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_drawn_in_at_most_three_rectangles() {
        let mut found = Vec::new();
        cut(10, 40, Fill::Of(Use::PodsToday), &mut found);
        let shape: Vec<_> = found
            .iter()
            .map(|area| (area.first, area.columns, area.rows))
            .collect();
        assert_eq!(shape, [(10, 6, 1), (16, 16, 2), (48, 2, 1)]);
    }
}
