//! The family that a line is about, where rules are about one family and the line names none.

use super::{Explanation, Hit};
use crate::document::order;
use crate::i18n::Message;
use crate::net::{Cidr, IpFamily};

/// Rules that share a text and are about one family of the pod ranges each.
const OF_FAMILY: &[(&str, IpFamily)] = &[("CAP002", IpFamily::IPv6), ("CAP003", IpFamily::IPv4)];

fn family_of(code: &str) -> Option<IpFamily> {
    OF_FAMILY
        .iter()
        .find(|(rule, _)| *rule == code)
        .map(|(_, family)| *family)
}

/// Returns why a rule stays a candidate: the index in the line and the plan's ranges decide, or nothing does. `None` if the
/// line is about the other family.
pub(super) fn decide(hit: &Hit, pods: Option<&[Cidr]>) -> Option<Option<Message>> {
    let Some(family) = family_of(hit.code) else {
        return Some(None);
    };
    let index = hit
        .matched
        .captured
        .iter()
        .find(|captured| captured.name == "index")
        .and_then(|captured| captured.value.parse::<usize>().ok());
    let Some(pods) = pods.filter(|pods| !pods.is_empty()) else {
        // Without a plan, an index of 1 means the second family of a pair.
        let message = match index {
            Some(index) => Message::new("explain-because-index").with("index", index),
            None => Message::new("explain-because-no-family"),
        };
        return Some(Some(message.with("family", family)));
    };
    match index.and_then(|index| Some((index, pods.get(index)?))) {
        Some((index, range)) => (range.family() == family).then(|| {
            Some(
                Message::new("explain-because-range")
                    .with("index", index)
                    .with("range", range.to_string())
                    .with("family", family),
            )
        }),
        None => pods
            .iter()
            .any(|range| range.family() == family)
            .then(|| Some(Message::new("explain-because-no-family").with("family", family))),
    }
}

/// Puts the likelier candidate of one line first: the one that the plan has too, and of an index without a plan the family
/// that usually stands there.
pub(super) fn rank(explanations: &mut Vec<Explanation>) {
    let line = |found: &Explanation| found.matched.as_ref().map_or(0, |matched| matched.line);
    order::sort_by_key(explanations, |found| (line(found), unlikely(found)));
}

/// Returns whether the plan does not have what a rule of one family is about, and whether another family usually stands at
/// the index.
fn unlikely(found: &Explanation) -> (bool, bool) {
    let Some(family) = family_of(found.rule.code) else {
        return (false, false);
    };
    let index = found
        .matched
        .iter()
        .flat_map(|matched| &matched.captured)
        .find(|captured| captured.name == "index")
        .map(|captured| captured.value.as_str());
    let usual = match family {
        IpFamily::IPv4 => "0",
        IpFamily::IPv6 => "1",
    };
    (
        found.findings.is_empty(),
        index.is_some_and(|index| index != usual),
    )
}
