//! The strips: a block of addresses on one line, true to scale. What is too short to be seen stands as a flag on a pole.

use super::canvas::{Anchor, Canvas, number};
use super::ink::Colour;
use super::text::{Font, lines, shortened};
use super::textures::plain;
use crate::i18n::Message;
use crate::order;
use crate::request::ranges::{OF_SERVICE_CIDR, RangeKind};
use crate::scene::{Fill, Pane, Scene, SceneRange, Strip, Use};

/// The height of the strip with the position, and of the others.
pub(super) const HEIGHT: f64 = 18.0;
pub(super) const LOW: f64 = 10.0;
/// The height of a line of labels above a strip.
const LANE: f64 = 17.0;
const LANES: usize = 3;
const LABEL: Font = Font::mono(12.0);
/// The shortest length, in pixels, that a range is drawn with as it is.
const SEEN: f64 = 3.0;
/// The other blocks of a family that are drawn.
const OTHERS: usize = 3;

/// The fill of a kind of range, where nothing more is known of its addresses.
pub(super) fn fill_of(kind: RangeKind) -> Fill {
    Fill::Of(match kind {
        RangeKind::Pods => Use::PodsToday,
        RangeKind::Services => Use::ServicesDynamic,
        RangeKind::Nodes => Use::Nodes,
        RangeKind::LoadBalancers => Use::LoadBalancers,
        RangeKind::Reserved => Use::Reserved,
    })
}

/// Returns what a range is called: its kind or its name, and the network.
pub(super) fn name_of(canvas: &Canvas<'_>, range: &SceneRange) -> String {
    let declared = &range.declared;
    let kind = canvas.say(&Message::new(format!("draw-kind-{}", declared.kind.as_str())));
    match declared.name.as_deref() {
        Some(name) => match name.strip_prefix(OF_SERVICE_CIDR) {
            Some(object) => format!("ServiceCIDR {}", isolated(object)),
            None => isolated(name),
        },
        None => kind,
    }
}

/// Returns a name that does not turn the direction of what follows it: strong right-to-left letters are shut in.
fn isolated(name: &str) -> String {
    let shown = shortened(name, LABEL, 150.0);
    let turns = |c: char| matches!(u32::from(c), 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff);
    match shown.contains(turns) {
        // The reader sees the mark; a character that shuts it in would be one of those that are made visible.
        true => format!("“{shown}”"),
        false => shown,
    }
}

struct Label {
    text: String,
    left: f64,
    at: f64,
    lane: usize,
    colour: Colour,
}

/// The strip with the position, and where its labels stand.
pub(super) struct Flags {
    labels: Vec<Label>,
    /// The number of ranges without a label.
    more: usize,
}

impl Flags {
    /// Finds a place for the label of each range, as far as there is room.
    pub(super) fn of(canvas: &Canvas<'_>, scene: &Scene, strip: Option<&Strip>, width: f64) -> Flags {
        let mut lanes: Vec<Vec<(f64, f64)>> = vec![Vec::new(); LANES];
        let mut flags = Flags {
            labels: Vec::new(),
            more: 0,
        };
        // The largest ranges are named first: of many small ones a few stand for all.
        let mut marks: Vec<_> = strip.into_iter().flat_map(|strip| &strip.marks).collect();
        order::sort_by(&mut marks, |a, b| b.stretch.length.total_cmp(&a.stretch.length));
        for mark in marks {
            let Some(range) = scene.ranges.get(mark.range) else {
                continue;
            };
            let text = format!("{} {}", name_of(canvas, range), range.declared.cidr);
            let long = LABEL.width(&text);
            let at = (mark.stretch.start + mark.stretch.length / 2.0).clamp(0.0, 1.0) * width;
            let pole = (at - 4.0, at + 4.0);
            let is_free = |lane: Option<&Vec<(f64, f64)>>, (from, to): (f64, f64)| {
                lane.is_some_and(|lane| lane.iter().all(|(start, end)| to <= *start || from >= *end))
            };
            // Around the pole, to the right of it, to the left of it; it goes through the lanes below the label's.
            let lefts = [at - long / 2.0, at - 4.0, at - long + 4.0]
                .map(|left| left.clamp(0.0, (width - long).max(0.0)));
            let places = (0..LANES).flat_map(|lane| lefts.map(|left| (lane, left)));
            let found = places.filter(|_| long <= width).find(|(lane, left)| {
                is_free(lanes.get(*lane), (left - 5.0, left + long + 5.0))
                    && (0..*lane).all(|below| is_free(lanes.get(below), pole))
            });
            match found {
                Some((lane, left)) => {
                    for (below, taken) in lanes.iter_mut().enumerate().take(lane + 1) {
                        let span = (left - 5.0, left + long + 5.0);
                        taken.push(if below == lane { span } else { pole });
                    }
                    flags.labels.push(Label {
                        text,
                        left,
                        at,
                        lane,
                        colour: fill_of(range.declared.kind).edge(),
                    });
                }
                None => flags.more += 1,
            }
        }
        flags
    }

    /// Returns the height of the labels above the strip.
    pub(super) fn height(&self) -> f64 {
        let lanes = self.labels.iter().map(|label| label.lane + 1).max().unwrap_or(0);
        // Three lanes at most.
        lanes as f64 * LANE + 4.0
    }

    /// Returns how many ranges have no label.
    pub(super) fn more(&self) -> usize {
        self.more
    }

    /// Draws the labels on their poles; `y` is the upper edge of the strip.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, (x, y): (f64, f64)) {
        let ink = canvas.ink();
        for label in &self.labels {
            let base = y - 7.0 - label.lane as f64 * LANE;
            canvas.push(&format!(
                "<path d=\"M{} {}V{}\" stroke-width=\"1.5\"{}/>",
                number(x + label.at),
                number(y),
                number(base + 3.0),
                ink.stroke(label.colour)
            ));
            canvas.text(
                (x + label.left, base),
                &label.text,
                LABEL,
                label.colour,
                Anchor::Start,
            );
        }
    }
}

/// Draws a strip and the ranges in it, without their labels.
pub(super) fn draw(canvas: &mut Canvas<'_>, scene: &Scene, strip: &Strip, at: (f64, f64), size: (f64, f64)) {
    let ink = canvas.ink();
    let ((x, y), (width, height)) = (at, size);
    let ground = ink.paint(Some(Colour::FreeSoft), Some(Colour::LineStrong));
    canvas.rect(at, size, &format!(" rx=\"3\" stroke-opacity=\"0.6\"{ground}"));
    let mut outer: Vec<f64> = Vec::new();
    for mark in &strip.marks {
        let Some(range) = scene.ranges.get(mark.range) else {
            continue;
        };
        let fill = fill_of(range.declared.kind);
        let (start, end) = (mark.stretch.start, mark.stretch.start + mark.stretch.length);
        outer.retain(|until| start < *until);
        // A range inside another one is drawn lower.
        let inset = (outer.len() as f64 * 3.0).min(height / 3.0);
        outer.push(end);
        let left = x + start * width;
        let long = mark.stretch.length * width;
        if long >= SEEN {
            let texture = plain(canvas, fill);
            let edge = ink.edge(fill.edge());
            canvas.rect(
                (left, y + inset),
                (long, height - 2.0 * inset),
                &format!(" rx=\"2\" fill=\"{texture}\"{edge}"),
            );
        } else {
            flag(canvas, (left.min(x + width - 1.0), y), height, fill.edge());
        }
    }
}

/// A pole with a pennant: here is something that is too short to be drawn.
fn flag(canvas: &mut Canvas<'_>, (x, y): (f64, f64), height: f64, colour: Colour) {
    let ink = canvas.ink();
    canvas.push(&format!(
        "<path d=\"M{0} {1}v{2}\" stroke-width=\"1.5\"{3}/><path d=\"M{0} {1}l6 3l-6 3z\"{4}/>",
        number(x),
        number(y),
        number(height),
        ink.stroke(colour),
        ink.fill(colour)
    ));
}

/// The ranges of a short strip that are named.
const NAMED: usize = 6;

/// What a strip holds, in words.
fn in_words(canvas: &Canvas<'_>, scene: &Scene, strip: &Strip) -> String {
    let ranges: Vec<String> = strip
        .marks
        .iter()
        .filter_map(|mark| scene.ranges.get(mark.range))
        .take(NAMED)
        .map(|range| format!("{} {}", name_of(canvas, range), range.declared.cidr))
        .collect();
    let mut text = ranges.join(", ");
    if let Some(more) = strip.marks.len().checked_sub(NAMED).filter(|more| *more > 0) {
        let more = Message::new("draw-more-ranges").with("count", more);
        text = format!("{text}, {}", canvas.say(&more));
    }
    let is_whole = strip.marks.len() == 1 && strip.marks.iter().all(|mark| mark.stretch.length >= 1.0);
    match is_whole {
        true => text,
        false => format!("{}: {text}", strip.network),
    }
}

/// Draws the other blocks of a family, each with a short strip and what it holds, and returns the height that they have
/// taken.
pub(super) fn draw_others(
    canvas: &mut Canvas<'_>,
    scene: &Scene,
    pane: &Pane,
    (x, y): (f64, f64),
    width: f64,
) -> f64 {
    let others = pane.strips.get(1..).unwrap_or_default();
    let short = (width * 0.2).max(72.0);
    let mut line = y;
    for strip in others.iter().take(OTHERS) {
        draw(canvas, scene, strip, (x, line + 5.0), (short, LOW));
        let room = width - short - 10.0;
        for part in lines(&in_words(canvas, scene, strip), LABEL, room) {
            canvas.fitted((x + short + 10.0, line + 14.0), room, &part, LABEL, Colour::Muted);
            line += 17.0;
        }
        line += 6.0;
    }
    if let Some(more) = others.len().checked_sub(OTHERS).filter(|more| *more > 0) {
        let message = Message::new("draw-elsewhere")
            .with("count", more)
            .with("family", pane.family);
        let text = canvas.say(&message);
        canvas.fitted((x, line + 14.0), width, &text, Font::plain(12.0), Colour::Muted);
        line += 24.0;
    }
    line - y
}
