//! What holds of all places together, whoever chose them: a lock file may have been edited, a cluster may have changed its
//! group, and clusters that run already may overlap each other.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::{CONNECTED_OVERLAP, CUT_AGGREGATES, IN_RESERVED, OUTSIDE};
use super::file::FleetSpec;
use super::lock::LockedCluster;
use super::place::{FamilyPlaces, Group, overlapping};
use crate::diagnostic::{Diagnostic, Location, Pointer, Severity};
use crate::document::Document;
use crate::i18n::Message;
use crate::net::Cidr;

/// Where clusters stand in the fleet file, by their names.
#[derive(Debug)]
pub(crate) struct InFile<'a> {
    document: &'a Document,
    pointers: BTreeMap<&'a str, &'a Pointer>,
}

impl InFile<'_> {
    fn locate(&self, name: &str) -> Location {
        let place = self.pointers.get(name).map(|pointer| pointer.key("name"));
        place.map_or_else(Location::default, |place| self.document.locate(&place))
    }
}

/// Returns where clusters stand in the fleet file.
pub(crate) fn places_in_file<'a>(spec: &'a FleetSpec, document: &'a Document) -> InFile<'a> {
    let clusters = spec
        .clusters
        .iter()
        .map(|cluster| (&cluster.name, &cluster.pointer));
    let existing = spec
        .existing
        .iter()
        .map(|cluster| (&cluster.name, &cluster.pointer));
    let mut pointers = BTreeMap::new();
    pointers.extend(
        clusters
            .chain(existing)
            .map(|(name, pointer)| (name.as_str(), pointer)),
    );
    InFile { document, pointers }
}

/// Who holds a network of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Holder<'a> {
    Placed(&'a str),
    Existing(&'a str),
    Reserved(&'a str),
}

/// Returns the findings about networks of a group that share addresses, one for each two who hold them. `placed` are the
/// clusters of the group that were placed.
pub(crate) fn overlaps(
    group: &Group<'_>,
    placed: &[&LockedCluster],
    spec: &FleetSpec,
    in_file: &InFile<'_>,
) -> Vec<Diagnostic> {
    let mut held: Vec<(Holder<'_>, Cidr)> = Vec::new();
    for cluster in placed {
        held.extend(cluster.held().map(|cidr| (Holder::Placed(&cluster.name), cidr)));
    }
    for cluster in &group.existing {
        held.extend(cluster.held().map(|cidr| (Holder::Existing(&cluster.name), cidr)));
    }
    let reserved = spec.reserved.iter();
    held.extend(reserved.map(|entry| (Holder::Reserved(&entry.name), entry.cidr)));
    let cidrs: Vec<Cidr> = held.iter().map(|(_, cidr)| *cidr).collect();
    let pairs = overlapping(&cidrs, &|first, second| {
        let (Some((one, _)), Some((other, _))) = (held.get(first), held.get(second)) else {
            return true;
        };
        // What is reserved may be reserved for a cluster that runs there.
        let is_placed = |holder: &Holder<'_>| matches!(holder, Holder::Placed(_));
        let is_reserved = |holder: &Holder<'_>| matches!(holder, Holder::Reserved(_));
        one == other || (is_reserved(one) || is_reserved(other)) && !(is_placed(one) || is_placed(other))
    });
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    for (first, second) in pairs {
        let (Some(first), Some(second)) = (held.get(first), held.get(second)) else {
            continue;
        };
        let (first, second) = if first.0 <= second.0 {
            (first, second)
        } else {
            (second, first)
        };
        if told.insert((first.0, second.0)) {
            found.extend(overlap(first, second, group.name, in_file));
        }
    }
    found
}

fn overlap(
    first: &(Holder<'_>, Cidr),
    second: &(Holder<'_>, Cidr),
    group: &str,
    in_file: &InFile<'_>,
) -> Option<Diagnostic> {
    let shared = if first.1.contains(&second.1) {
        second.1
    } else {
        first.1
    };
    let between = |code: crate::document::codes::Code, name: &str, other: &str| {
        let message = Message::new(code.id)
            .with("cluster", name)
            .with("other", other)
            .with("range", shared)
            .with("group", group);
        code.with(in_file.locate(name), message)
    };
    match (first.0, second.0) {
        // Of two clusters that run already one learns; that one was placed into another is wrong.
        (Holder::Existing(name), Holder::Existing(other)) => Some(between(CONNECTED_OVERLAP, name, other)),
        (Holder::Placed(name), Holder::Placed(other) | Holder::Existing(other)) => Some(Diagnostic {
            severity: Severity::Error,
            ..between(CONNECTED_OVERLAP, name, other)
        }),
        (Holder::Placed(name), Holder::Reserved(other)) => Some(between(IN_RESERVED, name, other)),
        _ => None,
    }
}

/// Returns the findings about clusters that lie outside of the blocks of their group.
pub(crate) fn outside(group: &Group<'_>, placed: &[&LockedCluster], in_file: &InFile<'_>) -> Vec<Diagnostic> {
    let blocks = group.joined_blocks();
    placed
        .iter()
        .filter_map(|cluster| {
            let rooms = cluster.pod_rooms.iter().chain(&cluster.service_rooms);
            let is_outside = |room: &&Cidr| !blocks.iter().any(|block| block.contains(room));
            let room = rooms.clone().find(is_outside)?;
            let message = Message::new(OUTSIDE.id)
                .with("cluster", cluster.name.as_str())
                .with("range", *room)
                .with("group", group.name);
            Some(OUTSIDE.with(in_file.locate(&cluster.name), message))
        })
        .collect()
}

/// Returns the finding that aggregates which sites had were cut.
pub(crate) fn cut_aggregates(
    group: &Group<'_>,
    places: &[FamilyPlaces],
    document: &Document,
) -> Option<Diagnostic> {
    let is_cut = |of_family: &&FamilyPlaces| of_family.cut && !group.aggregates.is_empty();
    let of_family = places.iter().find(is_cut)?;
    let message = Message::new(CUT_AGGREGATES.id)
        .with("group", group.name)
        .with("family", of_family.family);
    let place = document.locate(&Pointer::root().key("spec").key("blocks"));
    Some(CUT_AGGREGATES.with(place, message))
}
