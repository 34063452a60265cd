//! Every feature gate of every version, also those that have nothing to do with networks, so that no name passes in
//! silence that a version does not know.
//!
//! A line for each gate: its name, then each state with its first minor version. `a`, `b`, `g` and `d` are alpha, beta, GA
//! and deprecated; `+` is on, `!` is locked, and `-25` means that 1.25 no longer knows the name. It is text and not rows
//! because everybody downloads it.
//!
//! Read in `pkg/features/*.go` and `staging/src/k8s.io/{apiserver,apiextensions-apiserver,client-go,component-base,
//! controller-manager}` of releases 1.16 … 1.35. Later states come from
//! `test/compatibility_lifecycle/reference/feature_list.md` during 1.36 and from the release notes of 1.37.

use super::{GateRow, GateStage, GateState};
use crate::kubernetes::{Confidence, Version};

/// The gates that the components share, besides those of [`super::GATES`].
const SHARED: &str = include_str!("shared.txt");
/// The gates of kubeadm's own `featureGates`, besides those of [`super::KUBEADM_GATES`].
/// Read in `cmd/kubeadm/app/features/features.go` 1.30 and the pages of `kubeadm init`.
const KUBEADM: &str = include_str!("kubeadm.txt");
/// Names that every version knows.
const GROUPS: [&str; 2] = ["AllAlpha", "AllBeta"];
/// The newest minor version whose gates were all read in its source.
const WHOLE_UNTIL: u8 = 35;
const SHARED_SOURCE: &str = "pkg/features/kube_features.go";

/// Returns the state of a gate that the components share.
pub(super) fn shared(name: &str, version: Version) -> GateState {
    if GROUPS.contains(&name) {
        return GateState::Known(row(16, GateStage::Beta, false, false, Confidence::Verified));
    }
    find(SHARED, name, version)
}

/// Returns the state of a gate of kubeadm's own.
pub(super) fn kubeadm(name: &str, version: Version) -> GateState {
    find(KUBEADM, name, version)
}

/// Returns the names of the gates that the components share.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    SHARED.lines().filter_map(|line| line.split(' ').next())
}

/// Returns whether every gate of that version is in the table, so that a name that is not in it is unknown to the
/// binaries too.
pub(super) fn is_whole(version: Version) -> bool {
    version.minor() <= WHOLE_UNTIL
}

const fn row(since: u8, stage: GateStage, on: bool, locked: bool, confidence: Confidence) -> GateRow {
    GateRow {
        since,
        stage,
        on,
        locked,
        source: SHARED_SOURCE,
        confidence,
    }
}

fn find(table: &'static str, name: &str, version: Version) -> GateState {
    let line = table
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    let Some(states) = line else {
        return GateState::Untracked;
    };
    let mut known = GateState::Unknown;
    for state in states.split(' ') {
        let Some((since, at)) = read(state, version) else {
            return GateState::Untracked;
        };
        if since <= version.minor() {
            known = at;
        }
    }
    known
}

/// Reads a state: `b21+`. `None` if it has another form.
fn read(state: &str, version: Version) -> Option<(u8, GateState)> {
    let mut chars = state.chars();
    let stage = chars.next()?;
    let rest = chars.as_str();
    let digits = rest.trim_end_matches(['+', '!']);
    let since = digits.parse().ok()?;
    let flags = rest.strip_prefix(digits).unwrap_or_default();
    let confidence = if is_whole(version) {
        Confidence::Verified
    } else {
        Confidence::Unverified
    };
    let stage = match stage {
        'a' => GateStage::Alpha,
        'b' => GateStage::Beta,
        'g' => GateStage::Ga,
        'd' => GateStage::Deprecated,
        _ => return Some((since, GateState::Unknown)),
    };
    let state = row(since, stage, flags.contains('+'), flags.contains('!'), confidence);
    Some((since, GateState::Known(state)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_can_be_read_and_ascends() {
        for line in SHARED.lines().chain(KUBEADM.lines()) {
            let sinces: Vec<u8> = line
                .split(' ')
                .skip(1)
                .map(|state| read(state, Version::OLDEST).unwrap().0)
                .collect();
            assert!(!sinces.is_empty(), "{line}");
            assert!(sinces.windows(2).all(|pair| pair[0] < pair[1]), "{line}");
        }
    }

    #[test]
    fn names_are_sorted_and_in_one_table_only() {
        let names: Vec<&str> = all().collect();
        assert!(names.windows(2).all(|pair| pair[0] < pair[1]));
        for gate in super::super::GATES {
            assert!(!names.contains(&gate.name), "{}", gate.name);
        }
    }
}
