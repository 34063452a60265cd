//! The grids: cells of the same meaning are one rectangle, whose pattern draws the cells.

use std::collections::BTreeSet;

use super::canvas::{Anchor, Canvas, number};
use super::ink::Colour;
use super::text::Font;
use super::textures::{GAP, cells, plain, shape};
use crate::i18n::Message;
use crate::net::IpFamily;
use crate::scene::{COLUMNS, Cell, CellPart, Fill, Grid, Use, areas, fills};

/// Where a grid is, and how large its cells are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) cell: (f64, f64),
}

impl Frame {
    pub(super) fn width(&self) -> f64 {
        self.cell.0 * COLUMNS as f64
    }

    /// The upper left corner of a cell.
    fn corner(&self, index: usize) -> (f64, f64) {
        let (column, row) = (index % COLUMNS, index / COLUMNS);
        (
            self.x + column as f64 * self.cell.0,
            self.y + row as f64 * self.cell.1,
        )
    }
}

const NUMBER: Font = Font::mono(12.0);

/// Draws a grid; `count` is the number of cells that the other grid has.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    grid: &Grid,
    other: Option<IpFamily>,
    count: usize,
    frame: Frame,
) {
    let fills = fills(grid, count);
    canvas.push(&format!(
        "<g transform=\"translate({} {})\">",
        number(frame.x),
        number(frame.y)
    ));
    // The pattern repeats from the corner of the grid.
    let (width, height) = frame.cell;
    for area in areas(&fills) {
        let name = cells(canvas, area.fill, frame.cell);
        let (column, row) = (area.first % COLUMNS, area.first / COLUMNS);
        canvas.rect(
            (column as f64 * width, row as f64 * height),
            (area.columns as f64 * width, area.rows as f64 * height),
            &format!(" fill=\"{name}\""),
        );
    }
    canvas.push("</g>");
    for (cell, fill) in grid.cells.iter().zip(&fills) {
        if fill.is_none() {
            draw_parts(canvas, cell, frame);
        }
    }
    for cell in &grid.cells {
        draw_marks(canvas, grid, cell, frame);
    }
    let is_unpaired = |fill: &Option<Fill>| *fill == Some(Fill::Of(Use::PodsUnpaired));
    // The first row that is so all over; else where it begins.
    let row = fills
        .chunks(COLUMNS)
        .position(|row| row.len() == COLUMNS && row.iter().all(is_unpaired));
    let at = row.or_else(|| Some(fills.iter().position(is_unpaired)? / COLUMNS));
    if let (Some(row), Some(other)) = (at, other) {
        annotate(
            canvas,
            &Message::new("draw-unpaired").with("family", other),
            row,
            frame,
        );
    }
}

/// The shortest part of a cell that is drawn as it is, in pixels.
const SEEN: f64 = 2.0;

/// Draws a cell with several parts, each as long as it is; where ranges share addresses, one above the other.
fn draw_parts(canvas: &mut Canvas<'_>, cell: &Cell, frame: Frame) {
    let ink = canvas.ink();
    let (x, y) = frame.corner(cell.index);
    let (width, height) = (frame.cell.0 - GAP, frame.cell.1 - GAP);
    let shape = shape(canvas, frame.cell);
    canvas.push(&format!(
        "<g transform=\"translate({} {})\" clip-path=\"{shape}\">",
        number(x),
        number(y)
    ));
    let ground = ink.paint(Some(Colour::Surface), Some(Colour::Line));
    canvas.rect(
        (1.5, 1.5),
        (width - 1.0, height - 1.0),
        &format!(" rx=\"3\"{ground}"),
    );
    let long = |part: &CellPart| part.stretch.length * width;
    let used = || cell.parts.iter().filter(|part| !part.uses.is_empty());
    let mut drawn = BTreeSet::new();
    for part in used().filter(|part| long(part) >= SEEN) {
        drawn.extend(part.uses.iter().map(|usage| usage.what.kind()));
        draw_part(
            canvas,
            part,
            (1.0 + part.stretch.start * width, 1.0),
            (long(part), height),
        );
    }
    for part in used() {
        // A dot says where, and is no wider than a sign has to be; not where more of the same kind is seen.
        if let Some(usage) = part.uses.iter().find(|usage| !drawn.contains(&usage.what.kind())) {
            drawn.insert(usage.what.kind());
            let at = (1.0 + part.stretch.start * width).clamp(4.5, width - 2.5);
            canvas.push(&format!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"3\"{}/>",
                number(at),
                number(1.0 + height / 2.0),
                ink.fill(Fill::Of(usage.what).edge())
            ));
        }
    }
    canvas.push("</g>");
}

fn draw_part(canvas: &mut Canvas<'_>, part: &CellPart, (x, y): (f64, f64), (width, height): (f64, f64)) {
    let ink = canvas.ink();
    let each = height / part.uses.len() as f64;
    for (number, usage) in part.uses.iter().enumerate() {
        let fill = Fill::Of(usage.what);
        let texture = plain(canvas, fill);
        let edge = ink.edge(fill.edge());
        canvas.rect(
            (x + 0.5, y + 0.5 + each * number as f64),
            ((width - 1.0).max(0.5), each - 1.0),
            &format!(" fill=\"{texture}\"{edge}"),
        );
    }
}

/// Draws what stands on a cell: the frame and the number of an overlap, a dot for addresses in use, and the number of the
/// node where a run of cells ends.
fn draw_marks(canvas: &mut Canvas<'_>, grid: &Grid, cell: &Cell, frame: Frame) {
    let ink = canvas.ink();
    let (x, y) = frame.corner(cell.index);
    let (width, height) = (frame.cell.0, frame.cell.1);
    if let Some(overlap) = cell.overlaps.first() {
        canvas.rect(
            (x + 1.5, y + 1.5),
            (width - 3.0, height - 3.0),
            &format!(" rx=\"3\" stroke-width=\"2.5\"{}", ink.stroke(Colour::Error)),
        );
        let before = cell.index.checked_sub(1).and_then(|index| grid.cells.get(index));
        if before.is_none_or(|before| before.overlaps != cell.overlaps) {
            plate(
                canvas,
                &(overlap + 1).to_string(),
                (x, y),
                frame.cell,
                Colour::Error,
            );
        }
        return;
    }
    if cell.addresses_in_use > 0 {
        canvas.push(&format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"3.5\" stroke-width=\"1.5\"{}/>",
            number(x + width / 2.0),
            number(y + height / 2.0),
            ink.paint(Some(Colour::Text), Some(Colour::Surface))
        ));
        return;
    }
    // Where the nodes of a kind end.
    let what = |cell: &Cell| match cell.fill() {
        Some(Fill::Of(what @ (Use::PodsTaken | Use::PodsToday | Use::PodsPlanned | Use::PodsFree))) => {
            Some(what)
        }
        _ => None,
    };
    // The order of nodes that are there is not that of their blocks.
    let kind = |cell: &Cell| {
        what(cell).map(|what| {
            if what == Use::PodsTaken {
                Use::PodsToday
            } else {
                what
            }
        })
    };
    let next = grid.cells.get(cell.index + 1).and_then(kind);
    let is_last = grid.nodes_per_cell.is_some() && kind(cell) != next && what(cell) != Some(Use::PodsTaken);
    if let Some(span) = cell.nodes.filter(|_| is_last && what(cell).is_some()) {
        let text = span.last.to_string();
        if plate_width(&text) <= width - GAP {
            plate(canvas, &text, (x, y), frame.cell, Colour::Text);
        }
    }
}

/// A number on a plate in the middle of a cell.
fn plate(
    canvas: &mut Canvas<'_>,
    text: &str,
    (x, y): (f64, f64),
    (width, height): (f64, f64),
    colour: Colour,
) {
    let ink = canvas.ink();
    let long = plate_width(text);
    let (middle, centre) = (x + width / 2.0, y + height / 2.0);
    canvas.rect(
        (middle - long / 2.0, centre - 8.0),
        (long, 16.0),
        &format!(" rx=\"3\"{}", ink.fill(Colour::Surface)),
    );
    canvas.text(
        (middle, centre + 4.3),
        text,
        NUMBER.bold(),
        colour,
        Anchor::Middle,
    );
}

fn plate_width(text: &str) -> f64 {
    (NUMBER.width(text) + 4.0).max(14.0)
}

/// Writes a few words over the cells of a row.
fn annotate(canvas: &mut Canvas<'_>, message: &Message, row: usize, frame: Frame) {
    let ink = canvas.ink();
    let text = canvas.say(message);
    let font = Font::plain(13.0).bold();
    let long = font.width(&text) + 16.0;
    let (x, y) = frame.corner(row * COLUMNS);
    let left = x + (frame.width() - long) / 2.0;
    let top = y + (frame.cell.1 - 20.0) / 2.0;
    canvas.rect(
        (left, top),
        (long, 20.0),
        &format!(
            " rx=\"4\"{}",
            ink.paint(Some(Colour::Surface), Some(Colour::Error))
        ),
    );
    canvas.text(
        (left + long / 2.0, top + 14.5),
        &text,
        font,
        Colour::Error,
        Anchor::Middle,
    );
}

/// Writes the number of the first cell of each row; `x` is their middle.
pub(super) fn number_rows(canvas: &mut Canvas<'_>, rows: usize, x: f64, frame: Frame) {
    for row in 0..rows {
        let text = (row * COLUMNS).to_string();
        let y = frame.y + (row as f64 + 0.5) * frame.cell.1 + 4.3;
        canvas.text((x, y), &text, NUMBER, Colour::Muted, Anchor::Middle);
    }
}
