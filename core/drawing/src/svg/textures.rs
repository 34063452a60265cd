//! A colour and a texture for each use, so that colour is never alone.

use super::canvas::Canvas;
use super::ink::{Colour, Ink};
use crate::scene::{Fill, Use};

impl Fill {
    /// The colour of its edges, and that of its ground.
    fn colours(self) -> (Colour, Colour) {
        match self {
            Fill::Free => (Colour::Line, Colour::Surface),
            Fill::Absent => (Colour::Error, Colour::Surface),
            Fill::Of(what) => match what {
                Use::PodsTaken | Use::PodsToday => (Colour::Pods, Colour::Pods),
                Use::PodsPlanned | Use::Pods => (Colour::Pods, Colour::PodsSoft),
                Use::PodsFree => (Colour::Pods, Colour::Surface),
                Use::PodsUnpaired => (Colour::Error, Colour::ErrorSoft),
                Use::PodsExcluded => (Colour::LineStrong, Colour::FreeSoft),
                Use::ServicesStatic | Use::ServicesDynamic | Use::ServicesObject | Use::ServicesUnusable => {
                    (Colour::Services, Colour::ServicesSoft)
                }
                Use::Nodes => (Colour::Nodes, Colour::NodesSoft),
                Use::LoadBalancers => (Colour::LoadBalancers, Colour::LoadBalancersSoft),
                Use::Reserved => (Colour::Reserved, Colour::ReservedSoft),
            },
        }
    }

    /// The edge of the fill, for a line around it.
    pub(super) fn edge(self) -> Colour {
        self.colours().0
    }

    /// The texture on an area that begins at (0, 0).
    fn texture(self, ink: Ink, width: f64, height: f64) -> String {
        let (edge, _) = self.colours();
        let lines = |colour: Colour, thick: f64, d: String| {
            format!("<path d=\"{d}\" stroke-width=\"{thick}\"{}/>", ink.stroke(colour))
        };
        let dots = |colour: Colour, radius: f64, points: Vec<(f64, f64)>| -> String {
            let round = points
                .iter()
                .map(|(x, y)| format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"));
            format!("<g{}>{}</g>", ink.fill(colour), round.collect::<String>())
        };
        let crossed = || slashes(width, height, 8.0) + &backslashes(width, height, 8.0);
        match self {
            Fill::Of(Use::PodsTaken) => dots(Colour::Surface, 1.7, lattice(width, height, 8.0)),
            Fill::Of(Use::PodsPlanned) => lines(edge, 1.3, slashes(width, height, 6.0)),
            Fill::Of(Use::Pods) => lines(edge, 1.0, crossed()),
            Fill::Of(Use::PodsUnpaired) => lines(edge, 0.8, crossed()),
            Fill::Of(Use::PodsExcluded) => lines(edge, 1.2, backslashes(width, height, 6.0)),
            Fill::Of(Use::ServicesStatic) => lines(edge, 2.2, uprights(width, height, 6.0)),
            Fill::Of(Use::ServicesDynamic) => dots(edge, 1.5, lattice(width, height, 6.0)),
            Fill::Of(Use::ServicesObject) => lines(edge, 1.4, crosses(width, height, 8.0)),
            Fill::Of(Use::ServicesUnusable) => lines(edge, 0.8, backslashes(width, height, 4.0)),
            Fill::Of(Use::Nodes) => lines(
                edge,
                1.1,
                format!("{}{}", uprights(width, height, 6.0), levels(width, height, 6.0)),
            ),
            Fill::Of(Use::LoadBalancers) => lines(edge, 1.8, backslashes(width, height, 6.0)),
            Fill::Of(Use::Reserved) => lines(edge, 1.6, levels(width, height, 6.0)),
            Fill::Of(Use::PodsToday | Use::PodsFree) | Fill::Free | Fill::Absent => String::new(),
        }
    }
}

/// Positions from the middle of the first step on.
fn steps(length: f64, step: f64) -> Vec<f64> {
    let count = (length / step).floor().max(1.0);
    let lead = (length - (count - 1.0) * step) / 2.0;
    let mut all = Vec::new();
    let mut at = lead;
    while at < length {
        all.push((at * 100.0).round() / 100.0);
        at += step;
    }
    all
}

fn lattice(width: f64, height: f64, step: f64) -> Vec<(f64, f64)> {
    let rows = steps(height, step);
    steps(width, step)
        .into_iter()
        .flat_map(|x| rows.iter().map(move |y| (x, *y)))
        .collect()
}

fn uprights(width: f64, height: f64, step: f64) -> String {
    steps(width, step)
        .iter()
        .map(|x| format!("M{x} 0v{height}"))
        .collect()
}

fn levels(width: f64, height: f64, step: f64) -> String {
    steps(height, step)
        .iter()
        .map(|y| format!("M0 {y}h{width}"))
        .collect()
}

fn crosses(width: f64, height: f64, step: f64) -> String {
    lattice(width, height, step)
        .iter()
        .map(|(x, y)| format!("M{} {y}h5M{x} {}v5", x - 2.5, y - 2.5))
        .collect()
}

/// Rising lines over the whole of the area; what stands out is cut off by the pattern.
fn slashes(width: f64, height: f64, step: f64) -> String {
    let mut d = String::new();
    let mut at = step / 2.0;
    while at < width + height {
        d.push_str(&format!("M{at} 0L{} {height}", at - height));
        at += step;
    }
    d
}

fn backslashes(width: f64, height: f64, step: f64) -> String {
    let mut d = String::new();
    let mut at = step / 2.0 - height;
    while at < width {
        d.push_str(&format!("M{at} 0L{} {height}", at + height));
        at += step;
    }
    d
}

/// The rounding of cells.
const RADIUS: f64 = 3.0;
/// The space between cells.
pub(super) const GAP: f64 = 2.0;

/// The size of the tile that textures are laid out for where there are no cells: a multiple of all their steps, so that no
/// seam is seen.
const PLAIN: f64 = 24.0;

/// Returns the name of a fill for areas of any size, and writes its definition at the first use.
pub(super) fn plain(canvas: &mut Canvas<'_>, fill: Fill) -> String {
    let name = format!("{}-t-{}", canvas.id(), fill.as_str());
    let ink = canvas.ink();
    canvas.define(&name, || {
        let (_, ground) = fill.colours();
        format!(
            "<pattern id=\"{name}\" width=\"{PLAIN}\" height=\"{PLAIN}\" patternUnits=\"userSpaceOnUse\">\
             <rect width=\"{PLAIN}\" height=\"{PLAIN}\"{}/>{}</pattern>",
            ink.fill(ground),
            fill.texture(ink, PLAIN, PLAIN)
        )
    });
    format!("url(#{name})")
}

/// Returns the name of the shape of a cell at (0, 0), and writes its definition at the first use.
pub(super) fn shape(canvas: &mut Canvas<'_>, (width, height): (f64, f64)) -> String {
    let name = format!("{}-k", canvas.id());
    canvas.define(&name, || {
        format!(
            "<clipPath id=\"{name}\"><rect x=\"1\" y=\"1\" width=\"{}\" height=\"{}\" rx=\"{RADIUS}\"/></clipPath>",
            width - GAP,
            height - GAP
        )
    });
    format!("url(#{name})")
}

/// Returns the name of a fill that draws a cell in every step of a grid which begins at (0, 0), and writes its definition
/// at the first use: a run of cells is one rectangle.
pub(super) fn cells(canvas: &mut Canvas<'_>, fill: Fill, (width, height): (f64, f64)) -> String {
    let name = format!("{}-c-{}", canvas.id(), fill.as_str());
    let shape = shape(canvas, (width, height));
    let ink = canvas.ink();
    canvas.define(&name, || {
        let (edge, ground) = fill.colours();
        let (inner_width, inner_height) = (width - GAP, height - GAP);
        let dashes = if fill == Fill::Absent {
            " stroke-dasharray=\"2 3\" stroke-opacity=\"0.7\""
        } else {
            ""
        };
        let frame = |attributes: &str| {
            format!(
                "<rect x=\"1.5\" y=\"1.5\" width=\"{}\" height=\"{}\" rx=\"{RADIUS}\"{attributes}/>",
                inner_width - 1.0,
                inner_height - 1.0
            )
        };
        let opacity = if fill == Fill::Of(Use::PodsFree) {
            " stroke-opacity=\"0.55\""
        } else {
            ""
        };
        format!(
            "<pattern id=\"{name}\" width=\"{width}\" height=\"{height}\" patternUnits=\"userSpaceOnUse\">{}\
             <g clip-path=\"{shape}\"><g transform=\"translate(1 1)\">{}</g></g>{}</pattern>",
            frame(&ink.fill(ground)),
            fill.texture(ink, inner_width, inner_height),
            frame(&format!("{}{dashes}{opacity}", ink.stroke(edge))),
        )
    });
    format!("url(#{name})")
}
