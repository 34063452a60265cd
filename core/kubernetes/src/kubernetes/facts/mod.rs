//! The table of facts: which flag, configuration field, feature gate, API or limit exists in which version, with which
//! default, and where that was read. What is emitted, checked, documented and compared derives from it.
//!
//! Names are listed in `names`; gates come from [`super::gates`], behaviour from the timelines that `behaviours` lists.
//! Adding a version means adding rows here and there, nothing else.

mod behaviours;
mod fact;
mod names;

pub use fact::{Fact, FactKind};
pub use names::{RemovedFlag, ever_known, future_flag, knows, never_existed, removed_flag};

use super::Version;
use super::gates::{GATES, Gate, KUBEADM_GATES};
use crate::diagnostic::Component;
use crate::order;
use behaviours::BEHAVIOURS;
use names::NAMES;

fn gate_facts(gate: &'static Gate, component: Component) -> impl Iterator<Item = Fact> {
    let ends = gate
        .rows
        .iter()
        .skip(1)
        .map(|row| Some(row.since))
        .chain([gate.removed.map(|(since, _)| since)]);
    gate.rows.iter().zip(ends).map(move |(row, end)| Fact {
        component,
        kind: FactKind::Gate,
        name: gate.name,
        since: Version::minor_version(row.since),
        until: end.map(|next| Version::minor_version(next.saturating_sub(1))),
        value: format!(
            "{}, {}{}",
            row.stage.as_str(),
            if row.on { "on" } else { "off" },
            if row.locked { ", locked" } else { "" }
        ),
        source: row.source,
        confidence: row.confidence,
    })
}

/// Returns every fact, sorted by component, kind, name and version.
pub fn all() -> Vec<Fact> {
    let names = NAMES.iter().map(|row| Fact {
        component: row.component,
        kind: row.kind,
        name: row.name,
        since: Version::minor_version(row.since),
        until: row.until.map(Version::minor_version),
        value: row.value.to_owned(),
        source: row.source,
        confidence: row.confidence,
    });
    let gates = GATES.iter().flat_map(|gate| {
        gate.components
            .iter()
            .flat_map(move |component| gate_facts(gate, *component))
    });
    let kubeadm_gates = KUBEADM_GATES
        .iter()
        .flat_map(|gate| gate_facts(gate, Component::Kubeadm));
    let behaviours = BEHAVIOURS.iter().flat_map(|fact| {
        let rows = (fact.rows)();
        let ends: Vec<Option<u8>> = rows
            .iter()
            .skip(1)
            .map(|row| Some(row.since))
            .chain([None])
            .collect();
        rows.into_iter().zip(ends).map(move |(row, end)| Fact {
            component: fact.component,
            kind: fact.kind,
            name: fact.name,
            since: Version::minor_version(row.since),
            until: end.map(|next| Version::minor_version(next.saturating_sub(1))),
            value: row.value,
            source: row.source,
            confidence: row.confidence,
        })
    });
    let mut facts: Vec<Fact> = names
        .chain(gates)
        .chain(kubeadm_gates)
        .chain(behaviours)
        .collect();
    order::sort_by_key(&mut facts, |fact| {
        (fact.component, fact.kind, fact.name, fact.since)
    });
    facts
}

#[cfg(test)]
mod tests {
    use super::*;
    use Component::{KubeControllerManager as Kcm, KubeProxy as Kp, Kubelet as Kl};

    #[test]
    fn rows_of_one_fact_do_not_overlap() {
        let facts = all();
        for pair in facts.windows(2) {
            if pair[0].key() == pair[1].key() {
                let until = pair[0]
                    .until
                    .unwrap_or_else(|| panic!("{:?} never ends", pair[0]));
                assert!(until < pair[1].since, "{:?} / {:?}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn windows_of_flags() {
        let at = |minor: u8, component, name| knows(component, name, Version::minor_version(minor)).is_some();
        assert!(!at(16, Kcm, "--node-cidr-mask-size-ipv4"));
        assert!(at(17, Kcm, "--node-cidr-mask-size-ipv4"));
        assert!(at(23, Kl, "--network-plugin"));
        assert!(!at(24, Kl, "--network-plugin"));
        assert!(!at(36, Kcm, "--node-ip"));
        let removed = removed_flag(Kl, "--non-masquerade-cidr", Version::minor_version(36)).unwrap();
        assert_eq!(removed.until, Version::minor_version(23));
        assert_eq!(
            removed_flag(Kl, "--non-masquerade-cidr", Version::minor_version(23)),
            None
        );
        assert_eq!(
            future_flag(Kp, "--detect-local-mode", Version::minor_version(17)),
            Some(Version::minor_version(18))
        );
    }

    #[test]
    fn every_fact_has_a_source() {
        assert!(all().iter().all(|fact| !fact.source.is_empty()));
    }
}
