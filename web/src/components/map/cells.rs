//! The geometry of a grid: where cells lie.

use dualstack_core::drawing::scene::COLUMNS;

use super::pattern::CELL;

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

#[cfg(test)]
mod tests {
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
}
