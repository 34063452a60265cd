//! The picture of a fleet: for each family 16 rows of addresses, true to scale, with the names of clusters where there is room.

use std::collections::BTreeSet;

use super::canvas::{Anchor, Canvas};
use super::ink::{Colour, Ink};
use super::layout::{NARROWEST, WIDEST};
use super::picture::{SvgOptions, clean, framed, said};
use super::text::{Font, balanced, shortened, visible};
use crate::fleet_map::{
    FLEET_COLOURS, FleetLane, FleetMap, FleetPane, FleetRun, FleetScene, FleetSceneOptions, MapCluster,
    Purpose,
};
use crate::i18n::{Catalogue, use_exports};

const ROW: f64 = 24.0;
const BAR: f64 = 20.0;
const LABEL: Font = Font::plain(12.0);
const MONO: Font = Font::mono(12.0);
/// The width from which on the families stand side by side, in pixels.
const SIDE_BY_SIDE: f64 = 760.0;
/// The part of a pane that the networks of its rows may take.
const GUTTER: f64 = 0.36;
/// The groups that the legend names.
const NAMED_GROUPS: usize = 24;
/// The sentences below the title.
const SENTENCES: usize = 9;
/// The other blocks that are named.
const HOMES: usize = 6;

/// The strong and the soft colour of a group.
const fn of_group(group: usize) -> (Colour, Colour) {
    match group % FLEET_COLOURS {
        0 => (Colour::Pods, Colour::PodsSoft),
        1 => (Colour::Nodes, Colour::NodesSoft),
        2 => (Colour::LoadBalancers, Colour::LoadBalancersSoft),
        _ => (Colour::Services, Colour::ServicesSoft),
    }
}

const fn colours(what: Purpose, group: usize) -> (Colour, Colour) {
    match what {
        Purpose::Free => (Colour::Line, Colour::FreeSoft),
        Purpose::Reserved => (Colour::Reserved, Colour::ReservedSoft),
        _ => of_group(group),
    }
}

/// The texture of a purpose, of 8 × 8 pixels; empty for one that is drawn in one colour.
fn texture(ink: Ink, what: Purpose, strong: Colour) -> String {
    let lines =
        |d: &str, thick: f64| format!("<path d=\"{d}\" stroke-width=\"{thick}\"{}/>", ink.stroke(strong));
    match what {
        Purpose::Pods | Purpose::Free | Purpose::Room => String::new(),
        Purpose::Services => lines("M2 0V8M6 0V8", 1.8),
        Purpose::Nodes => format!(
            "<g{}><circle cx=\"2\" cy=\"2\" r=\"1.2\"/><circle cx=\"6\" cy=\"6\" r=\"1.2\"/></g>",
            ink.fill(strong)
        ),
        Purpose::Site => lines("M-1 9L9 -1", 0.7),
        Purpose::Existing => lines("M-1 9L9 -1M-1 -1L9 9", 1.2),
        Purpose::Reserved => lines("M0 2H8M0 6H8", 1.6),
    }
}

/// Returns the value of `fill` for a purpose, and writes its pattern where it needs one.
fn fill(canvas: &mut Canvas<'_>, what: Purpose, group: usize) -> String {
    let ink = canvas.ink();
    let (strong, soft) = colours(what, group);
    let ground = match what {
        Purpose::Pods => strong,
        Purpose::Site => Colour::Surface,
        _ => soft,
    };
    let drawn = texture(ink, what, strong);
    if drawn.is_empty() {
        return ink.fill(ground);
    }
    let name = format!("{}-{}-{}", canvas.id(), what.as_str(), group % FLEET_COLOURS);
    canvas.define(&name, || {
        format!(
            "<pattern id=\"{name}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">\
             <rect width=\"8\" height=\"8\"{}/>{drawn}</pattern>",
            ink.fill(ground)
        )
    });
    format!(" fill=\"url(#{name})\"")
}

/// Returns the end of a network's text that is not wider than `width`: what rows differ in stands there.
fn tail(text: &str, width: f64) -> String {
    if MONO.width(text) <= width {
        return text.to_owned();
    }
    let mut kept = text;
    while let Some(c) = kept.chars().next() {
        kept = kept.get(c.len_utf8()..).unwrap_or_default();
        let shown = format!("…{kept}");
        if MONO.width(&shown) <= width {
            return shown;
        }
    }
    "…".to_owned()
}

fn lane(canvas: &mut Canvas<'_>, lane: &FleetLane, (x, y): (f64, f64), (width, height): (f64, f64)) {
    let paint = fill(canvas, lane.what, lane.group);
    let ink = canvas.ink();
    let (strong, _) = colours(lane.what, lane.group);
    let edge = match (lane.is_shared, lane.what) {
        (true, _) => format!(" stroke-width=\"2.5\"{}", ink.edge(Colour::Error)),
        (false, Purpose::Free) => String::new(),
        (false, _) => ink.edge(strong),
    };
    // Both attributes may name a class; a shape has one.
    let attributes = match (paint.contains("class=\""), edge.contains("class=\"")) {
        (true, true) => {
            let soft = colours(lane.what, lane.group);
            let ground = if lane.what == Purpose::Pods {
                soft.0
            } else {
                soft.1
            };
            let line = if lane.is_shared { Colour::Error } else { strong };
            let thick = if lane.is_shared {
                " stroke-width=\"2.5\""
            } else {
                ""
            };
            format!("{thick}{}", ink.paint(Some(ground), Some(line)))
        }
        _ => format!("{paint}{edge}"),
    };
    canvas.rect((x, y), (width.max(1.0), height), &attributes);
}

/// The name that stands in a run, if it is one cluster's and not named yet.
fn named<'a>(
    clusters: &'a [MapCluster],
    run: &FleetRun,
    width: f64,
    told: &mut BTreeSet<(usize, Purpose)>,
) -> Option<(&'a str, Purpose)> {
    let [only] = run.lanes.as_slice() else { return None };
    if only.is_part
        || !matches!(
            only.what,
            Purpose::Pods | Purpose::Services | Purpose::Existing | Purpose::Nodes
        )
    {
        return None;
    }
    let cluster = only.cluster?;
    let name = clusters.get(cluster)?.name.as_str();
    let fits = LABEL.width(&visible(name)) + 12.0 <= width;
    (fits && told.insert((cluster, only.what))).then_some((name, only.what))
}

/// Draws a family, and returns the height that it has taken.
fn pane(
    canvas: &mut Canvas<'_>,
    clusters: &[MapCluster],
    pane: &FleetPane,
    (x, y): (f64, f64),
    width: f64,
) -> f64 {
    let ink = canvas.ink();
    let mut line = y + 14.0;
    let head = format!("{} {}", pane.family.as_str(), pane.network);
    canvas.fitted((x, line), width, &head, Font::mono(14.0).bold(), Colour::Text);
    let others: Vec<String> = pane
        .homes
        .iter()
        .filter(|home| !home.contains(&pane.network))
        .map(ToString::to_string)
        .collect();
    line += 18.0;
    if !others.is_empty() {
        let more = others.len().saturating_sub(HOMES);
        let shown: Vec<&str> = others.iter().take(HOMES).map(String::as_str).collect();
        let mut text = shown.join(", ");
        if more > 0 {
            text.push_str(&format!(" … +{more}"));
        }
        canvas.fitted((x, line), width, &text, MONO, Colour::Muted);
    }
    line += 10.0;
    let texts: Vec<String> = pane.rows.iter().map(|row| row.network.to_string()).collect();
    let widest = texts.iter().map(|text| MONO.width(text)).fold(0.0, f64::max);
    let gutter = widest.min(width * GUTTER) + 8.0;
    let bar = width - gutter;
    let column = bar / f64::from(pane.columns.max(1));
    let mut told = BTreeSet::new();
    for (row, text) in pane.rows.iter().zip(&texts) {
        let shown = tail(text, gutter - 8.0);
        canvas.text(
            (x + gutter - 8.0, line + 15.0),
            &shown,
            MONO,
            Colour::Muted,
            Anchor::End,
        );
        let ground = ink.paint(None, Some(Colour::Line));
        canvas.rect(
            (x + gutter, line),
            (bar, BAR),
            &format!(" stroke-dasharray=\"2 3\"{ground}"),
        );
        for run in &row.runs {
            let left = x + gutter + f64::from(run.start) * column;
            let long = f64::from(run.length) * column;
            let each = BAR / run.lanes.len().max(1) as f64;
            for (index, of_group) in run.lanes.iter().enumerate() {
                lane(canvas, of_group, (left, line + each * index as f64), (long, each));
            }
            if let Some((name, what)) = named(clusters, run, long, &mut told) {
                let is_solid = what == Purpose::Pods;
                if !is_solid {
                    let plate = ink.fill(Colour::Surface);
                    let size = (LABEL.width(&visible(name)) + 6.0, BAR - 4.0);
                    canvas.rect((left + 2.0, line + 2.0), size, &format!(" rx=\"2\"{plate}"));
                }
                let colour = if is_solid { Colour::Surface } else { Colour::Text };
                canvas.text((left + 5.0, line + 14.5), name, LABEL, colour, Anchor::Start);
            }
        }
        line += ROW;
    }
    line - y
}

/// Draws swatches with words in lines, and returns the height that they have taken.
fn legend(
    canvas: &mut Canvas<'_>,
    entries: &[(Purpose, usize, String)],
    (x, y): (f64, f64),
    width: f64,
) -> f64 {
    let font = Font::plain(13.0);
    let (mut left, mut line) = (x, y);
    for (what, group, text) in entries {
        let text = shortened(text, font, width - 28.0);
        let long = 27.0 + font.width(&text);
        if left > x && left + long > x + width {
            left = x;
            line += 24.0;
        }
        let sample = FleetLane {
            what: *what,
            group: *group,
            cluster: None,
            is_part: false,
            is_shared: false,
        };
        lane(canvas, &sample, (left, line + 3.0), (20.0, 14.0));
        canvas.text(
            (left + 27.0, line + 14.5),
            &text,
            font,
            Colour::Muted,
            Anchor::Start,
        );
        left += long + 22.0;
    }
    if entries.is_empty() { 0.0 } else { line + 24.0 - y }
}

/// Returns the picture of a fleet as it is seen from a position, in the language of the catalogue.
pub fn draw_fleet(
    map: &FleetMap,
    at: &FleetSceneOptions,
    options: &SvgOptions,
    catalogue: &Catalogue,
) -> String {
    use_exports();
    let scene = map.scene(at);
    draw_scene(&scene, map.clusters(), options, catalogue)
}

fn draw_scene(
    scene: &FleetScene,
    clusters: &[MapCluster],
    options: &SvgOptions,
    catalogue: &Catalogue,
) -> String {
    let id = clean(&options.id);
    let ink = Ink::new(options.theme);
    let mut canvas = Canvas::new(catalogue, ink, &id);
    let width = f64::from(options.width.clamp(NARROWEST, WIDEST));
    let side_by_side = width >= SIDE_BY_SIDE && scene.panes.len() > 1;
    let margin = if width >= SIDE_BY_SIDE { 32.0 } else { 14.0 };
    let inner = width - 2.0 * margin;
    let mut y = margin * 0.6 + 12.0;
    let title = canvas.say(&scene.title);
    canvas.fitted((margin, y), inner, &title, Font::plain(13.0), Colour::Muted);
    y += 6.0;
    for (index, message) in scene.sentences.iter().take(SENTENCES).enumerate() {
        let (font, colour) = match index {
            0 => (Font::plain(18.0).bold(), Colour::Text),
            _ => (Font::plain(13.0), Colour::Muted),
        };
        for part in balanced(&canvas.say(message), font, inner) {
            y += font.size * 1.3;
            canvas.text((margin, y), &part, font, colour, Anchor::Start);
        }
        y += 4.0;
    }
    y += 16.0;
    let gap = 28.0;
    let (mut lowest, mut left) = (y, margin);
    for of_family in &scene.panes {
        let wide = if side_by_side { (inner - gap) / 2.0 } else { inner };
        let height = pane(&mut canvas, clusters, of_family, (left, y), wide);
        lowest = lowest.max(y + height);
        if side_by_side {
            left += wide + gap;
        } else {
            y += height + 18.0;
        }
    }
    y = lowest + 14.0;
    let shown = || scene.groups.iter().enumerate().filter(|(_, group)| group.shown);
    let sample = shown().next().map_or(0, |(index, _)| index);
    let purposes: Vec<(Purpose, usize, String)> = scene
        .legend
        .iter()
        .map(|entry| (entry.what, sample, canvas.say(&entry.message)))
        .collect();
    y += legend(&mut canvas, &purposes, (margin, y), inner);
    if scene.groups.len() > 1 {
        let groups: Vec<(Purpose, usize, String)> = shown()
            .take(NAMED_GROUPS)
            .map(|(index, group)| (Purpose::Pods, index, canvas.say(&group.message)))
            .collect();
        y += legend(&mut canvas, &groups, (margin, y), inner);
    }
    let size = (width, (y + margin * 0.6).ceil());
    let summary = said(scene.sentences.iter(), catalogue);
    framed(canvas, ink, &id, size, [&title, &summary])
}
