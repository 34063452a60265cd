//! What pictures, rows and the inspector all say of the map.

use dualstack_core::drawing::scene::{Cell, CellPart, Scene, SceneRange};
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

/// Returns what a part of a cell is for, in words.
pub fn uses(i18n: I18n, scene: &Scene, part: &CellPart) -> String {
    if part.uses.is_empty() {
        return i18n.text("free");
    }
    let names = part.uses.iter().map(|usage| {
        let legend = scene.legend.iter().find(|entry| entry.what == usage.what);
        let range = scene.ranges.get(usage.range);
        match (&usage.name, legend, range) {
            (Some(name), ..) => name.clone(),
            (None, Some(entry), _) => i18n.engine_text(&entry.message),
            (None, None, Some(range)) => range_name(i18n, range),
            (None, None, None) => String::new(),
        }
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
