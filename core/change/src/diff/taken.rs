//! What the distribution itself makes of a change, whatever the components would do.

use super::ranges::{RangeChange, primary};
use super::{DifferenceKind, Verdict};
use crate::catalog::DistributionRow;
use crate::catalog::transitions::{Standing, Transition, TransitionRow, transition};
use crate::i18n::Message;
use crate::net::{Cidr, IpFamily};
use crate::radius::BlastRadius;
use crate::request::PlanSpec;

/// What the distribution says to a change.
pub(super) enum Said {
    /// It refuses it, or nobody knows: that is the verdict.
    Decided(Verdict),
    /// It takes it.
    Taken(&'static TransitionRow),
    /// Nothing.
    Nothing,
}

/// Returns what the distribution of a plan says to a change of a family's ranges.
pub(super) fn said(spec: &PlanSpec, change: Transition, family: IpFamily) -> Said {
    let Some(distribution) = spec.distribution else {
        return Said::Nothing;
    };
    let plugin = spec.cni.map(|cni| cni.id());
    let Some(row) = transition(distribution.id(), plugin, change, family) else {
        return Said::Nothing;
    };
    let named = |id: &'static str| Message::new(id).with("distribution", distribution.title());
    let why = match (row.standing, row.prints) {
        (Standing::Taken, _) => return Said::Taken(row),
        (Standing::Unknown, _) => named("change-why-tool-unknown"),
        (Standing::Refused(what), None) => named("change-why-tool-refuses").with("what", what),
        (Standing::Refused(what), Some(text)) => named("change-why-tool-prints")
            .with("what", what)
            .with("text", text),
    };
    Said::Decided(Verdict::new(BlastRadius::Rebuild, why, row.source))
}

/// Returns why no cluster of a distribution has ranges of those families, where the older ranges were of others.
pub(super) fn not_offered(row: &DistributionRow, old: &[Cidr], new: &[Cidr]) -> Option<Message> {
    let families = |list: &[Cidr]| -> Vec<IpFamily> { list.iter().map(Cidr::family).collect() };
    let wanted = families(new);
    if wanted == families(old) {
        return None;
    }
    let id = match wanted.as_slice() {
        [_, _, ..] if !row.stacks.dual => "change-why-stack-not-offered",
        [IpFamily::IPv6, _, ..] if !row.stacks.ipv6_first => "change-why-stack-not-offered.first",
        [IpFamily::IPv6] if !row.stacks.ipv6_only => "change-why-stack-not-offered.only",
        _ => return None,
    };
    Some(Message::new(id).with("distribution", row.title))
}

/// Returns what kind of change of pod ranges it is.
pub(super) fn of_pods(change: &RangeChange, old: &[Cidr]) -> Transition {
    match change.kind {
        DifferenceKind::Grown if old.len() > 1 => Transition::LargerPodsOfTwo,
        DifferenceKind::Grown => Transition::LargerPods,
        DifferenceKind::Shrunk | DifferenceKind::Moved | DifferenceKind::Changed => Transition::OtherPods,
        _ => of_families(change, old),
    }
}

/// Returns what kind of change of Service ranges it is.
pub(super) fn of_services(change: &RangeChange, old: &[Cidr]) -> Transition {
    match change.kind {
        DifferenceKind::Grown | DifferenceKind::Shrunk | DifferenceKind::Moved | DifferenceKind::Changed => {
            Transition::OtherServices
        }
        _ => of_families(change, old),
    }
}

fn of_families(change: &RangeChange, old: &[Cidr]) -> Transition {
    match change.kind {
        DifferenceKind::Added => Transition::SecondFamily,
        DifferenceKind::Removed if primary(old) != Some(change.family()) => Transition::OneFamilyAgain,
        _ => Transition::OtherFirstFamily,
    }
}
