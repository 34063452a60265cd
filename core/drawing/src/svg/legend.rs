//! What the colours mean, and the overlaps by number.

use super::canvas::{Anchor, Canvas, number};
use super::ink::Colour;
use super::text::{Font, lines, shortened};
use super::textures::plain;
use crate::i18n::Message;
use crate::scene::{Fill, Scene};

const FONT: Font = Font::plain(13.0);
const LINE: f64 = 24.0;
const SWATCH: (f64, f64) = (20.0, 14.0);
/// The overlaps that are listed.
const LISTED: usize = 6;

/// What a sample of the legend shows.
#[derive(Clone, Copy)]
enum Sample {
    Of(Fill),
    InUse,
    Overlap,
}

/// Draws the legend in lines of that width, and returns the height that it has taken.
pub(super) fn draw(canvas: &mut Canvas<'_>, scene: &Scene, (x, y): (f64, f64), width: f64) -> f64 {
    let mut entries: Vec<(Sample, String)> = scene
        .legend
        .iter()
        .map(|entry| (Sample::Of(Fill::Of(entry.what)), canvas.say(&entry.message)))
        .collect();
    let mut cells = scene
        .panes
        .iter()
        .flat_map(|pane| &pane.grid)
        .flat_map(|grid| &grid.cells);
    if cells.any(|cell| cell.addresses_in_use > 0) {
        entries.push((Sample::InUse, canvas.say(&Message::new("draw-use-known"))));
    }
    if !scene.overlaps.is_empty() {
        entries.push((Sample::Overlap, canvas.say(&Message::new("draw-use-overlap"))));
    }
    let (mut left, mut line) = (x, y);
    for (sample, text) in entries {
        let text = shortened(&text, FONT, width - 28.0);
        let long = SWATCH.0 + 7.0 + FONT.width(&text);
        if left > x && left + long > x + width {
            left = x;
            line += LINE;
        }
        swatch(canvas, sample, (left, line + 3.0));
        canvas.text(
            (left + SWATCH.0 + 7.0, line + 14.5),
            &text,
            FONT,
            Colour::Muted,
            Anchor::Start,
        );
        left += long + 22.0;
    }
    line + LINE - y
}

fn swatch(canvas: &mut Canvas<'_>, sample: Sample, at: (f64, f64)) {
    let ink = canvas.ink();
    match sample {
        Sample::Of(fill) => {
            let texture = plain(canvas, fill);
            let edge = ink.edge(fill.edge());
            canvas.rect(at, SWATCH, &format!(" rx=\"3\" fill=\"{texture}\"{edge}"));
        }
        Sample::InUse => canvas.push(&format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"3.5\"{}/>",
            number(at.0 + SWATCH.0 / 2.0),
            number(at.1 + SWATCH.1 / 2.0),
            ink.fill(Colour::Text)
        )),
        Sample::Overlap => {
            let frame = ink.paint(Some(Colour::Surface), Some(Colour::Error));
            canvas.rect(
                (at.0 + 1.0, at.1 + 1.0),
                (SWATCH.0 - 2.0, SWATCH.1 - 2.0),
                &format!(" rx=\"3\" stroke-width=\"2.5\"{frame}"),
            );
        }
    }
}

/// Draws what has to be known to read the grids, and returns the height that it has taken.
pub(super) fn draw_notes(canvas: &mut Canvas<'_>, scene: &Scene, (x, y): (f64, f64), width: f64) -> f64 {
    let Some(cell) = scene.shifted_from else {
        return 0.0;
    };
    let text = canvas.say(&Message::new("draw-summary-shifted").with("cell", cell));
    let mut line = y;
    for part in lines(&text, FONT, width) {
        canvas.text((x, line + 14.5), &part, FONT, Colour::Warning, Anchor::Start);
        line += 19.0;
    }
    line + 5.0 - y
}

/// Draws the overlaps, each with the number that its cells have, and returns the height that they have taken.
pub(super) fn draw_overlaps(canvas: &mut Canvas<'_>, scene: &Scene, (x, y): (f64, f64), width: f64) -> f64 {
    let ink = canvas.ink();
    let mut line = y;
    for (index, overlap) in scene.overlaps.iter().take(LISTED).enumerate() {
        canvas.push(&format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"9\"{}/>",
            number(x + 9.0),
            number(line + 10.0),
            ink.fill(Colour::Error)
        ));
        canvas.text(
            (x + 9.0, line + 14.3),
            &(index + 1).to_string(),
            Font::mono(12.0).bold(),
            Colour::Surface,
            Anchor::Middle,
        );
        let codes = overlap.findings.join(", ");
        let text = canvas.say(&overlap.message);
        let text = if codes.is_empty() {
            text
        } else {
            format!("{codes}: {text}")
        };
        for part in lines(&text, FONT, width - 26.0) {
            canvas.text((x + 26.0, line + 14.5), &part, FONT, Colour::Text, Anchor::Start);
            line += 19.0;
        }
        line += 5.0;
    }
    if let Some(more) = scene.overlaps.len().checked_sub(LISTED).filter(|more| *more > 0) {
        let text = canvas.say(&Message::new("draw-more-overlaps").with("count", more));
        canvas.text((x + 26.0, line + 14.5), &text, FONT, Colour::Muted, Anchor::Start);
        line += LINE;
    }
    line - y
}
