//! Where everything stands: the sentences, the panes beside or below each other, what belongs to each.

use super::canvas::{Anchor, Canvas, number};
use super::grid::{self, Frame};
use super::ink::Colour;
use super::strip;
use super::text::{Font, balanced, lines};
use crate::i18n::Message;
use crate::scene::{COLUMNS, Grid, Pane, Scene};

/// The narrowest picture, in pixels.
pub const NARROWEST: u32 = 320;
/// The widest picture, in pixels.
pub const WIDEST: u32 = 2400;
/// The width from which on the families stand side by side, in pixels.
const SIDE_BY_SIDE: f64 = 760.0;

/// The measures of a picture.
pub(super) struct Page {
    pub(super) width: f64,
    pub(super) margin: f64,
    /// The width of a pane: its strips and its grid.
    pane: f64,
    /// The space for the numbers of the rows: between the panes, or before them.
    gutter: f64,
    pub(super) side_by_side: bool,
}

impl Page {
    pub(super) fn of(width: u32, panes: usize) -> Page {
        let width = f64::from(width.clamp(NARROWEST, WIDEST));
        let side_by_side = width >= SIDE_BY_SIDE;
        let (margin, gutter) = if side_by_side { (32.0, 92.0) } else { (14.0, 34.0) };
        let inner: f64 = width - 2.0 * margin;
        let columns = COLUMNS as f64;
        // Whole pixels for each cell; what is left goes to the gutter.
        let pane = match (side_by_side, panes) {
            (true, 2..) => ((inner - gutter) / 2.0 / columns).floor() * columns,
            _ => ((inner - gutter) / columns).floor() * columns,
        };
        let gutter = match (side_by_side, panes) {
            (true, 2..) => inner - 2.0 * pane,
            _ => inner - pane,
        };
        Page {
            width,
            margin,
            pane,
            gutter,
            side_by_side,
        }
    }

    pub(super) fn inner(&self) -> f64 {
        self.width - 2.0 * self.margin
    }

    /// The size of a cell with its gap. Cells of a wide picture are lower than they are wide, so that it stays one screen high.
    fn cell(&self) -> (f64, f64) {
        let wide = self.pane / COLUMNS as f64;
        (wide, wide.min((wide * 0.78).max(20.0)).min(28.0).round())
    }
}

/// Draws the title and the plan in sentences, and returns where the rest begins.
pub(super) fn heading(canvas: &mut Canvas<'_>, scene: &Scene, page: &Page) -> f64 {
    let (first, rest) = match page.width {
        ..SIDE_BY_SIDE => (17.0, 13.0),
        ..1000.0 => (18.0, 13.0),
        _ => (21.0, 14.0),
    };
    let mut y = page.margin * 0.6 + 12.0;
    let title = canvas.say(&scene.title);
    canvas.fitted(
        (page.margin, y),
        page.inner(),
        &title,
        Font::plain(13.0),
        Colour::Muted,
    );
    y += 6.0;
    let mut sentences: Vec<(&Message, Font, Colour)> = Vec::new();
    for (index, message) in scene.sentences.iter().enumerate() {
        sentences.push(match index {
            0 => (message, Font::plain(first).bold(), Colour::Text),
            _ => (message, Font::plain(rest), Colour::Muted),
        });
    }
    let shortfall = scene
        .shortfall
        .iter()
        .map(|message| (message, Font::plain(rest).bold(), Colour::Error));
    let caveat = scene
        .caveat
        .iter()
        .map(|message| (message, Font::plain(rest), Colour::Warning));
    let at = sentences.len().min(1);
    sentences.splice(at..at, shortfall.chain(caveat));
    for (message, font, colour) in sentences {
        for line in balanced(&canvas.say(message), font, page.inner()) {
            y += font.size * 1.3;
            canvas.text((page.margin, y), &line, font, colour, Anchor::Start);
        }
        y += 4.0;
    }
    y + 14.0
}

/// The height between a strip and the grid below it, through which the window is seen larger.
const FUNNEL: f64 = 26.0;

/// What the numbers between the grids say, in two lines or in one.
const AXIS: [&str; 2] = ["draw-axis", "draw-axis.node"];

/// Whether the same cell of both grids is the same node everywhere.
fn nodes_agree(scene: &Scene) -> bool {
    scene.in_step && scene.shifted_from.is_none()
}

/// Draws the families side by side, and returns where the rest begins.
pub(super) fn beside(canvas: &mut Canvas<'_>, scene: &Scene, page: &Page, top: f64) -> f64 {
    let cell = page.cell();
    let flags: Vec<_> = scene
        .panes
        .iter()
        .map(|pane| flags(canvas, scene, pane, page.pane))
        .collect();
    let above = flags.iter().map(strip::Flags::height).fold(0.0, f64::max);
    let strip_top = top + 22.0 + above;
    let grid_top = strip_top + strip::HEIGHT + FUNNEL;
    let rows = rows(scene);
    let grid_height = rows as f64 * cell.1;
    let mut taken: f64 = 0.0;
    for (index, (pane, flags)) in scene.panes.iter().zip(&flags).enumerate() {
        let x = page.margin + index as f64 * (page.pane + page.gutter);
        let frame = Frame { x, y: grid_top, cell };
        draw_pane(canvas, scene, pane, flags, (x, top, page.pane), strip_top, frame);
        let top = grid_top + grid_height;
        let caption = captions(canvas, pane, (x, top), page.pane);
        let elsewhere = strip::draw_others(canvas, scene, pane, (x, top + caption), page.pane);
        taken = taken.max(caption + elsewhere);
    }
    let middle = page.margin + page.pane + page.gutter / 2.0;
    let frame = Frame {
        x: 0.0,
        y: grid_top,
        cell,
    };
    grid::number_rows(canvas, rows, middle, frame);
    if nodes_agree(scene) {
        for (message, y) in AXIS.into_iter().zip([grid_top - 30.0, grid_top - 14.0]) {
            let text = canvas.say(&Message::new(message));
            canvas.text(
                (middle, y),
                &text,
                Font::plain(12.0),
                Colour::Muted,
                Anchor::Middle,
            );
        }
    }
    grid_top + grid_height + taken
}

/// Draws the families one under the other, and returns where the rest begins.
pub(super) fn below(canvas: &mut Canvas<'_>, scene: &Scene, page: &Page, top: f64) -> f64 {
    let cell = page.cell();
    let rows = rows(scene);
    let x = page.margin + page.gutter;
    let mut y = top;
    for (index, pane) in scene.panes.iter().enumerate() {
        let width = page.inner();
        if index > 0 && nodes_agree(scene) {
            let text = AXIS.map(|message| canvas.say(&Message::new(message))).join(" ");
            canvas.fitted((x, y), page.pane, &text, Font::plain(12.0), Colour::Muted);
            y += 10.0;
        }
        let flags = flags(canvas, scene, pane, width);
        let strip_top = y + 22.0 + flags.height();
        let grid_top = strip_top + strip::HEIGHT + FUNNEL;
        let frame = Frame { x, y: grid_top, cell };
        draw_pane(
            canvas,
            scene,
            pane,
            &flags,
            (page.margin, y, width),
            strip_top,
            frame,
        );
        let own = pane.grid.as_ref().map_or(1, |_| rows);
        if pane.grid.is_some() {
            grid::number_rows(canvas, own, page.margin + page.gutter / 2.0 - 2.0, frame);
        }
        y = grid_top + own as f64 * cell.1;
        y += captions(canvas, pane, (x, y), page.pane);
        y += strip::draw_others(canvas, scene, pane, (page.margin, y), width) + 18.0;
    }
    y - 14.0
}

/// The rows of the larger grid.
fn rows(scene: &Scene) -> usize {
    let cells = scene.panes.iter().flat_map(|pane| &pane.grid);
    let most = cells.map(|grid| grid.cells.len()).max();
    most.unwrap_or(1).div_ceil(COLUMNS)
}

fn flags(canvas: &Canvas<'_>, scene: &Scene, pane: &Pane, width: f64) -> strip::Flags {
    strip::Flags::of(canvas, scene, pane.strips.first(), width)
}

/// Draws the way to the position, the strip with its flags, the window, and the grid.
fn draw_pane(
    canvas: &mut Canvas<'_>,
    scene: &Scene,
    pane: &Pane,
    flags: &strip::Flags,
    (x, y, width): (f64, f64, f64),
    strip_top: f64,
    frame: Frame,
) {
    path(canvas, scene, pane, flags.more(), (x, y + 12.0), width);
    let ink = canvas.ink();
    if let Some(first) = pane.strips.first() {
        if let Some(window) = first.window.filter(|_| pane.grid.is_some()) {
            let (left, right) = (
                x + window.start * width,
                x + (window.start + window.length) * width,
            );
            canvas.push(&format!(
                "<path d=\"M{} {}H{}L{} {}H{}z\"{}/>",
                number(left - 1.0),
                number(strip_top + strip::HEIGHT),
                number(right + 1.0),
                number(frame.x + frame.width()),
                number(frame.y - 2.0),
                number(frame.x),
                ink.fill(Colour::AccentSoft)
            ));
        }
        strip::draw(canvas, scene, first, (x, strip_top), (width, strip::HEIGHT));
        if let Some(window) = first.window.filter(|_| pane.grid.is_some()) {
            let left = x + window.start * width - 2.0;
            canvas.rect(
                (left, strip_top - 2.0),
                (window.length * width + 4.0, strip::HEIGHT + 4.0),
                &format!(" rx=\"3\" stroke-width=\"1.5\"{}", ink.stroke(Colour::Accent)),
            );
        }
        flags.draw(canvas, (x, strip_top));
    }
    match &pane.grid {
        Some(own) => {
            let others = scene.panes.iter().filter(|other| other.family != pane.family);
            let other = others.clone().map(|other| other.family).next();
            let count = others
                .filter(|_| scene.in_step)
                .filter_map(|other| Some(other.grid.as_ref()?.cells.len()))
                .max();
            grid::draw(canvas, own, other, count.unwrap_or(0), frame);
        }
        None => {
            let text = canvas.say(&Message::new("draw-empty").with("family", pane.family));
            canvas.fitted(
                (frame.x, frame.y + 16.0),
                width,
                &text,
                Font::plain(13.0),
                Colour::Muted,
            );
        }
    }
}

/// Draws the steps from the whole block to the position, and how many ranges have no label.
fn path(canvas: &mut Canvas<'_>, scene: &Scene, pane: &Pane, more: usize, (x, y): (f64, f64), width: f64) {
    let font = Font::mono(13.0);
    let more = match more {
        0 => String::new(),
        count => canvas.say(&Message::new("draw-more-ranges").with("count", count)),
    };
    let room = width - Font::plain(12.0).width(&more) - 10.0;
    let last = pane.path.len().saturating_sub(1);
    let steps: Vec<String> = pane
        .path
        .iter()
        .enumerate()
        .map(|(index, crumb)| {
            let network = crumb.network.to_string();
            match crumb.range.and_then(|range| scene.ranges.get(range)) {
                Some(range) if index == last => format!("{} {network}", strip::name_of(canvas, range)),
                _ => network,
            }
        })
        .collect();
    // The first and the last step matter most.
    let shown = |left_out: usize| -> Vec<String> {
        let mut shown = steps.clone();
        if left_out > 0 {
            shown.splice(1..=left_out, ["…".to_owned()]);
        }
        shown
    };
    let fits = |steps: &[String]| font.width(&steps.join(" ▸ ")) <= room;
    let most = steps.len().saturating_sub(2);
    let mut shown = (0..=most)
        .map(shown)
        .find(|steps| fits(steps))
        .unwrap_or_default();
    if shown.is_empty() {
        shown.extend(steps.last().cloned());
    }
    let last = shown.len().saturating_sub(1);
    let mut left = x;
    for (index, step) in shown.iter().enumerate() {
        let (font, colour) = match index == last {
            true => (font.bold(), Colour::Text),
            false => (font, Colour::Muted),
        };
        let text = if index == last {
            step.clone()
        } else {
            format!("{step} ▸ ")
        };
        canvas.text((left, y), &text, font, colour, Anchor::Start);
        left += font.width(&text);
    }
    if !more.is_empty() {
        canvas.text(
            (x + width, y),
            &more,
            Font::plain(12.0),
            Colour::Muted,
            Anchor::End,
        );
    }
}

/// Draws what a grid is: how many cells of which size, from which address to which. Returns the height that it has taken.
fn captions(canvas: &mut Canvas<'_>, pane: &Pane, (x, y): (f64, f64), width: f64) -> f64 {
    let Some(own) = &pane.grid else {
        return 0.0;
    };
    let text = canvas.say(&cells_in_words(own));
    let mut line = y + 18.0;
    canvas.fitted((x, line), width, &text, Font::plain(13.0).bold(), Colour::Text);
    if let Some((first, last)) = own.cells.first().zip(own.cells.last()) {
        let message = Message::new("draw-to")
            .with("first", first.network.network())
            .with("last", last.network.last());
        let font = Font::mono(12.0);
        for part in lines(&canvas.say(&message), font, width) {
            line += 17.0;
            canvas.text((x, line), &part, font, Colour::Muted, Anchor::Start);
        }
    }
    line + 9.0 - y
}

fn cells_in_words(grid: &Grid) -> Message {
    // In a block, or in one of its parts.
    let inside = grid
        .cells
        .first()
        .zip(grid.cells.last())
        .and_then(|(first, last)| first.nodes.zip(last.nodes))
        .filter(|(first, last)| grid.nodes_per_cell.is_none() && first.first == last.last);
    if let Some((node, _)) = inside {
        return Message::new("draw-cells.inside")
            .with("count", grid.cells.len())
            .with("prefix", grid.cell_prefix)
            .with("node", node.first.to_string());
    }
    let id = match grid.nodes_per_cell.and_then(crate::net::AddressCount::to_u128) {
        None => "draw-cells",
        Some(1) => "draw-cells.node",
        Some(_) => "draw-cells.nodes",
    };
    let message = Message::new(id)
        .with("count", grid.cells.len())
        .with("prefix", grid.cell_prefix);
    match grid.nodes_per_cell {
        Some(nodes) => message.with("nodes", nodes),
        None => message,
    }
}
