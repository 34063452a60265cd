//! What pictures, rows and the inspector all say of the map.

use dualstack_core::drawing::scene::{Cell, CellPart, Scene, SceneRange, Use};
use dualstack_core::i18n::Message;

use crate::i18n::I18n;

/// Returns what a kind of range is called.
pub fn kind_name(i18n: I18n, kind: &str) -> String {
    match kind {
        "pods" => i18n.text("pods"),
        "services" => i18n.text("services"),
        "nodes" => i18n.text("nodes"),
        "load-balancers" => i18n.text("load-balancers"),
        "reserved" => i18n.text("reserved"),
        _ => i18n.text("free"),
    }
}

/// Returns what a range is called: its own name, or that of its kind.
pub fn range_name(i18n: I18n, range: &SceneRange) -> String {
    let own = range.declared.name.clone().filter(|name| !name.is_empty());
    own.unwrap_or_else(|| kind_name(i18n, range.declared.kind.as_str()))
}

/// Returns what the legend calls a use. `None` if it is too thin to be in it.
pub fn legend_name(i18n: I18n, scene: &Scene, what: Use) -> Option<String> {
    let entry = scene.legend.iter().find(|entry| entry.what == what)?;
    Some(i18n.engine_text(&entry.message))
}

/// Returns what a part of a cell is for, in words.
pub fn uses(i18n: I18n, scene: &Scene, part: &CellPart) -> String {
    if part.uses.is_empty() {
        return i18n.text("free");
    }
    let names = part.uses.iter().filter_map(|usage| {
        let own = usage.name.clone();
        own.or_else(|| legend_name(i18n, scene, usage.what))
            .or_else(|| Some(range_name(i18n, scene.ranges.get(usage.range)?)))
    });
    names.collect::<Vec<_>>().join(" + ")
}

/// Returns what a cell is called: its node, its nodes, or its number.
pub fn cell_name(i18n: I18n, cell: &Cell) -> String {
    let message = match cell.nodes {
        Some(nodes) if nodes.first == nodes.last => {
            Message::new("map-node").with("node", nodes.first.to_string())
        }
        Some(nodes) => Message::new("map-nodes")
            .with("first", nodes.first.to_string())
            .with("last", nodes.last.to_string()),
        None => Message::new("map-cell").with("cell", cell.index),
    };
    i18n.message(&message)
}
