//! Ranking: which of several rules about one text comes first, by what the line and the plan say.

use super::pattern::LogMatch;
use crate::i18n::Message;
use crate::net::{IpFamily, lenient};
use crate::order;
use crate::request::ClusterPlan;

/// The two rules about node blocks that have run out: of IPv4, of IPv6.
const BLOCKS: (&str, &str) = ("CAP003", "CAP002");

/// The two rules about an address outside of the API server's range: components have different ranges, or the Service
/// names a wrong address.
const RANGES: (&str, &str) = ("ORD004", "SVC014");

/// A rule that may explain a line.
pub(super) struct Candidate {
    pub(super) code: &'static str,
    pub(super) matched: LogMatch,
    pub(super) why: Message,
    /// How little it says: 0 why, 1 that a component does not start, 2 that something was refused.
    pub(super) general: u8,
    /// The number of fixed characters that were found.
    pub(super) own: usize,
}

/// Decides, for a text about node blocks that can be of either family, which it is: by an address or index in the line,
/// or by the plan. Where nothing decides, both stay.
pub(super) fn resolve_families(
    candidates: &mut Vec<Candidate>,
    plan: Option<&ClusterPlan>,
    has_finding: impl Fn(&str) -> bool,
) {
    let (ipv4, ipv6) = BLOCKS;
    let is_other = |one: &Candidate, other: &Candidate| {
        one.matched.line == other.matched.line
            && one.matched.text == other.matched.text
            && one.code != other.code
    };
    let mut decided: Vec<(usize, bool, Message)> = Vec::new();
    for (index, found) in candidates.iter().enumerate() {
        let family = match found.code {
            code if code == ipv4 => IpFamily::IPv4,
            code if code == ipv6 => IpFamily::IPv6,
            _ => continue,
        };
        let both = candidates
            .iter()
            .any(|other| is_other(found, other) && (other.code == ipv4 || other.code == ipv6));
        if !both {
            continue;
        }
        let (stays, why) = match said_family(&found.matched, plan) {
            Some((said, why)) => (said == family, why),
            None if plan.is_some() && has_finding(found.code) => (true, Message::new("explain-why-finding")),
            None => (true, Message::new("explain-why-both").with("family", family)),
        };
        decided.push((index, stays, why));
    }
    let index_of = |matched: &LogMatch| value(matched, "index").and_then(|text| text.parse::<usize>().ok());
    let mut ranked: Vec<(usize, bool, Candidate)> = Vec::new();
    for (index, mut found) in std::mem::take(candidates).into_iter().enumerate() {
        let mut behind = false;
        if let Some((_, stays, why)) = decided.iter().find(|(at, ..)| *at == index) {
            if !stays {
                continue;
            }
            found.why = why.clone();
            // Most clusters have IPv4 first, so that an index other than the first is IPv6.
            behind = match index_of(&found.matched) {
                Some(0) | None => found.code == ipv6,
                Some(_) => found.code == ipv4,
            };
            if has_finding(ipv4) != has_finding(ipv6) {
                behind = !has_finding(found.code);
            }
        }
        ranked.push((found.matched.line, behind, found));
    }
    order::sort_by_key(&mut ranked, |(line, behind, _)| (*line, *behind));
    candidates.extend(ranked.into_iter().map(|(.., found)| found));
}

fn value<'m>(matched: &'m LogMatch, name: &str) -> Option<&'m str> {
    let found = matched.captured.iter().find(|captured| captured.name == name)?;
    Some(&found.value)
}

/// Returns the family that a line or the plan decides on, and why.
fn said_family(matched: &LogMatch, plan: Option<&ClusterPlan>) -> Option<(IpFamily, Message)> {
    let named = ["range", "block", "address"]
        .iter()
        .find_map(|name| value(matched, name))
        .filter(|text| text.contains([':', '.']));
    if let Some(text) = named {
        let family = if text.contains(':') {
            IpFamily::IPv6
        } else {
            IpFamily::IPv4
        };
        return Some((
            family,
            Message::new("explain-why-address").with("range", text.to_owned()),
        ));
    }
    let ranges = &plan?.spec.pod_cidrs;
    if let Some(index) = value(matched, "index").and_then(|text| text.parse::<usize>().ok())
        && let Some(range) = ranges.get(index)
    {
        let why = Message::new("explain-why-index")
            .with("index", index)
            .with("range", *range);
        return Some((range.family(), why));
    }
    let first = ranges.first()?.family();
    ranges
        .iter()
        .all(|range| range.family() == first)
        .then(|| (first, Message::new("explain-why-only").with("family", first)))
}

/// Puts first, for an address outside of the range that the API server has, the rule that the plan speaks for: with a
/// range that is none of the plan's, components run with different ranges; with one of the plan's, the address is wrong.
pub(super) fn rank_by_range(candidates: &mut Vec<Candidate>, plan: &ClusterPlan) {
    let (different, outside) = RANGES;
    let mut first = Vec::new();
    for found in candidates.iter_mut() {
        if found.code != different && found.code != outside {
            continue;
        }
        let Some(range) = value(&found.matched, "range").and_then(lenient::parse_cidr) else {
            continue;
        };
        let range = range.cidr;
        let planned = plan.spec.service_cidrs.contains(&range);
        let (code, why) = if planned {
            (outside, "explain-why-planned-range")
        } else {
            (different, "explain-why-other-range")
        };
        if found.code == code {
            found.why = Message::new(why).with("range", range);
            first.push((found.matched.line, found.matched.text.clone(), code));
        }
    }
    order::sort_by_key(candidates, |found| {
        let is_first = first.iter().any(|(line, text, code)| {
            *line == found.matched.line && *text == found.matched.text && *code == found.code
        });
        (
            found.matched.line,
            !is_first && (found.code == different || found.code == outside),
        )
    });
}
