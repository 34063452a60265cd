//! What is to be said about an import.

use super::merge::Merged;
use super::write::place;
use super::{Missing, Occupancy};
use crate::components::Unread;
use crate::diagnostic::{Diagnostic, Location, Severity};
use crate::document::codes::{Code, DUPLICATE_KEY};
use crate::found::{Field, Found, Origin, Strength};
use crate::i18n::Message;
use crate::net::{Cidr, IpFamily};

/// Two places give different values.
pub(super) const CONTRADICTION: Code = Code::new("IMP001", Severity::Warning, "IMP001.help");
/// Nothing gives a field that every plan has.
pub(super) const REQUIRED_MISSING: Code = Code::new("IMP002", Severity::Error, "IMP002.help");
/// A piece is of no known kind.
pub(super) const NOT_UNDERSTOOD: Code = Code::new("IMP003", Severity::Warning, "IMP003.help");
/// No piece of the texts is of a known kind.
pub(super) const NOTHING_UNDERSTOOD: Code = Code::new("IMP004", Severity::Error, "IMP004.help");
/// A value that the plan cannot have.
pub(super) const UNUSABLE_VALUE: Code = Code::new("IMP005", Severity::Warning, "IMP005.help");
/// A value is the default of a tool, which no text says.
pub(super) const DEFAULT_TAKEN: Code = Code::new("IMP006", Severity::Info, "IMP006.help");
/// Nothing gives a field that makes the plan better.
pub(super) const OPTIONAL_MISSING: Code = Code::new("IMP007", Severity::Info, "IMP007.help");
/// A piece was recognised and says nothing about addresses.
pub(super) const NOTHING_SAID: Code = Code::new("IMP008", Severity::Info, "IMP008.help");
/// A node has a block outside of the pod ranges.
pub(super) const BLOCK_OUTSIDE: Code = Code::new("IMP009", Severity::Warning, "IMP009.help");

/// The order of the families is that of a source without one.
pub(super) const ORDER_UNKNOWN: Code = Code::new("IMP010", Severity::Warning, "IMP010.help");

/// A family is asked for, and the cloud chooses its ranges.
pub(super) const CHOSEN_RANGES: Code = Code::new("IMP011", Severity::Warning, "IMP011.help");

/// The fields that a plan should have, and whether it must.
const WANTED: &[(Field, bool)] = &[
    (Field::KubernetesVersion, true),
    (Field::PodCidrs, true),
    (Field::ServiceCidrs, true),
    (Field::NodeCidrs, false),
    (Field::NodeCount, false),
];

/// Returns the fields that nothing gives.
pub(super) fn missing(merged: &Merged) -> Vec<Missing> {
    WANTED
        .iter()
        .filter(|(field, _)| !merged.has(*field))
        .filter_map(|(field, required)| {
            let (_, path) = super::merge::FIELDS.iter().find(|(known, _)| known == field)?;
            Some(Missing {
                path,
                field: *field,
                required: *required,
            })
        })
        .collect()
}

/// The most pieces that are named one by one.
const MOST_NAMED: usize = 8;

pub(super) fn diagnostics(
    found: &Found,
    merged: &Merged,
    missing: &[Missing],
    occupancy: &Occupancy,
) -> Vec<Diagnostic> {
    let mut all = found.diagnostics.clone();
    // Where a file could not be read, that nothing else is known follows from it.
    let is_broken = all.iter().any(|found| found.code != DUPLICATE_KEY.id);
    if found.pieces.is_empty() && is_broken {
        return all;
    }
    if found.pieces.is_empty() {
        let at = found
            .unread
            .first()
            .map(|piece| piece.origin.clone())
            .unwrap_or_default();
        let nearest = found
            .unread
            .first()
            .map_or("command-line", |piece| piece.nearest.as_str());
        let kind = found.unread.first().and_then(|piece| piece.found.as_deref());
        let message = to_be_built(kind).unwrap_or_else(|| {
            Message::new("IMP004")
                .with("place", place(&at))
                .with("nearest", nearest)
        });
        // What is missing follows from this.
        all.push(NOTHING_UNDERSTOOD.with(location(&at), message));
        return all;
    }
    for contradiction in &merged.contradictions {
        let message = Message::new("IMP001")
            .with("field", contradiction.path)
            .with("taken", contradiction.taken.value.as_str())
            .with("taken-place", place(&contradiction.taken.origin))
            .with("other", contradiction.other.value.as_str())
            .with("other-place", place(&contradiction.other.origin));
        all.push(CONTRADICTION.with(location(&contradiction.other.origin), message));
    }
    for field in missing.iter().filter(|_| !is_broken) {
        let addresses = merged.node_addresses.join(", ");
        let code = match field.required {
            true => REQUIRED_MISSING,
            false => OPTIONAL_MISSING,
        };
        let mut message = Message::new(code.id);
        if field.field == Field::NodeCidrs && !addresses.is_empty() {
            message = Message::new("IMP007.node-networks").with("addresses", addresses);
        }
        let mut found = code.with(Location::default(), message.with("field", field.path));
        found.help = found.help.map(|help| help.with("field", field.path));
        all.push(found);
    }
    for fact in &merged.unusable {
        let path = super::merge::FIELDS
            .iter()
            .find(|(field, _)| *field == fact.field)
            .map_or("", |(_, path)| path);
        let message = Message::new("IMP005")
            .with("value", fact.values.join(","))
            .with("place", place(&fact.origin))
            .with("field", path);
        all.push(UNUSABLE_VALUE.with(location(&fact.origin), message));
    }
    for value in merged
        .values
        .iter()
        .filter(|value| value.strength == Strength::Default)
    {
        let Some(origin) = value.origins.first().filter(|origin| !origin.kind.is_empty()) else {
            continue;
        };
        let shown = match &value.value {
            serde_json::Value::Array(list) => {
                let texts: Vec<&str> = list.iter().filter_map(serde_json::Value::as_str).collect();
                texts.join(",")
            }
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let message = Message::new("IMP006")
            .with("field", value.path)
            .with("value", shown)
            .with("place", place(origin));
        all.push(DEFAULT_TAKEN.with(location(origin), message));
    }
    order_unknown(merged, &mut all);
    chosen_elsewhere(found, merged, &mut all);
    all.extend(found.unread.iter().take(MOST_NAMED).map(unread));
    all.extend(
        found
            .pieces
            .iter()
            .filter(|piece| says_nothing(piece, found))
            .take(MOST_NAMED)
            .map(|piece| {
                let message = Message::new("IMP008")
                    .with("place", place(piece))
                    .with("kind", piece.kind);
                NOTHING_SAID.with(location(piece), message)
            }),
    );
    outside(merged, occupancy, &mut all);
    all
}

/// Says which families are asked for without ranges of pods. Each is said once, at its first place.
fn chosen_elsewhere(found: &Found, merged: &Merged, all: &mut Vec<Diagnostic>) {
    let ranges = merged
        .value(Field::PodCidrs)
        .and_then(|value| value.value.as_array());
    for family in [IpFamily::IPv4, IpFamily::IPv6] {
        let has_range = ranges
            .into_iter()
            .flatten()
            .filter_map(|range| range.as_str()?.parse::<Cidr>().ok())
            .any(|range| range.family() == family);
        let asked = found.families.iter().find(|(asked, _)| *asked == family);
        if let Some((_, origin)) = asked.filter(|_| !has_range) {
            let message = Message::new("IMP011")
                .with("family", family.as_str())
                .with("place", place(origin));
            all.push(CHOSEN_RANGES.with(location(origin), message));
        }
    }
}

/// Returns whether a piece was recognised, and nothing came of it or of the pieces inside of it.
fn says_nothing(piece: &Origin, found: &Found) -> bool {
    // Kinds are read at once: a fact of the kind and file is one of the piece if no other piece lies between.
    let next = found
        .pieces
        .iter()
        .filter(|other| other.file == piece.file && other.line > piece.line && other.kind == piece.kind)
        .map(|other| other.line)
        .min()
        .unwrap_or(usize::MAX);
    let is_inside =
        |origin: &Origin| origin.file == piece.file && origin.line >= piece.line && origin.line < next;
    let is_used = found.facts.iter().any(|fact| is_inside(&fact.origin))
        || found.summed.iter().any(is_inside)
        || found.start_ups.iter().any(|start| is_inside(&start.origin))
        || found.beside.iter().any(|beside| is_inside(&beside.origin))
        || found.plan.is_some() && piece.kind == "plan";
    !is_used
}

/// Returns what is to be said of an object from which others are built first. `None` for any other kind.
fn to_be_built(kind: Option<&str>) -> Option<Message> {
    (kind == Some("Kustomization")).then(|| Message::new("PLAN003.kustomization"))
}

fn unread(piece: &Unread) -> Diagnostic {
    if let Some(message) = to_be_built(piece.found.as_deref()) {
        return NOT_UNDERSTOOD.with(location(&piece.origin), message);
    }
    let message = match &piece.found {
        Some(kind) => Message::new("IMP003.kind").with("kind", kind.as_str()),
        None => Message::new("IMP003"),
    };
    let message = message
        .with("place", place(&piece.origin))
        .with("nearest", piece.nearest.as_str());
    NOT_UNDERSTOOD.with(location(&piece.origin), message)
}

fn outside(merged: &Merged, occupancy: &Occupancy, all: &mut Vec<Diagnostic>) {
    let Some(pods) = merged.value(Field::PodCidrs) else {
        return;
    };
    let ranges: Vec<Cidr> = pods
        .value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|range| range.as_str()?.parse().ok())
        .collect();
    for node in &occupancy.node_blocks {
        for block in &node.pod_cidrs {
            let Ok(cidr) = block.parse::<Cidr>() else { continue };
            if !ranges.iter().any(|range| range.contains(&cidr)) {
                let message = Message::new("IMP009")
                    .with("node", node.node.as_str())
                    .with("block", block.as_str())
                    .with("place", place(&node.origin));
                all.push(BLOCK_OUTSIDE.with(location(&node.origin), message));
            }
        }
    }
}

/// Pools of plugins and charts have no primary family: what is first there is said to be so by nobody.
fn order_unknown(merged: &Merged, all: &mut Vec<Diagnostic>) {
    for field in [Field::PodCidrs, Field::ServiceCidrs] {
        let Some(value) = merged.value(field) else {
            continue;
        };
        let count = value.value.as_array().map_or(0, Vec::len);
        let first = value
            .value
            .get(0)
            .and_then(serde_json::Value::as_str)
            .unwrap_or_default();
        if value.strength == Strength::Implied
            && count > 1
            && !first.contains(':')
            && let Some(origin) = value.origins.first()
        {
            let message = Message::new("IMP010")
                .with("field", value.path)
                .with("place", place(origin));
            all.push(ORDER_UNKNOWN.with(location(origin), message));
        }
    }
}

fn location(origin: &Origin) -> Location {
    Location {
        file: origin.file.clone(),
        line: origin.line,
        column: 1,
        end_line: origin.line,
        end_column: 1,
        ..Location::default()
    }
}
