//! Plugins with pools of their own: a pool keeps its range for good, so that a larger one is the old pool and others beside
//! it.
//!
//! Cilium: Documentation/network/concepts/ipam/cluster-pool.rst ("Expanding the cluster pool") and the ConfigMap of its chart
//! (install/kubernetes/cilium/templates/cilium-configmap.yaml). Calico: api/pkg/apis/projectcalico/v3/ippool.go, whose rule
//! refuses another CIDR of an IPPool.

use crate::i18n::Message;
use crate::net::{Cidr, IpFamily};
use crate::request::PlanSpec;

/// Returns what ranges grow by: the parts of the newer ones beside the older ones.
pub(crate) fn added(old: &[Cidr], new: &[Cidr]) -> Vec<Cidr> {
    let mut parts = Vec::new();
    for larger in new {
        let within = old.iter().find(|cidr| larger.contains(cidr) && *cidr != larger);
        let mut current = within.copied();
        while let Some(cidr) = current.filter(|cidr| cidr != larger) {
            let around = cidr.supernet();
            let halves = (0..2).filter_map(|half| around?.block(cidr.prefix_len(), half));
            parts.extend(halves.filter(|half| *half != cidr));
            current = around;
        }
    }
    parts
}

/// A pool that gets others beside it.
pub(crate) struct Larger {
    /// Its family.
    pub(crate) family: IpFamily,
    /// Its range.
    pub(crate) old: Cidr,
    /// Those of the others.
    pub(crate) parts: Vec<Cidr>,
}

/// Returns the pools whose ranges grow.
pub(crate) fn larger(before: &PlanSpec, after: &PlanSpec) -> Vec<Larger> {
    let of = |old: &Cidr| Larger {
        family: old.family(),
        old: *old,
        parts: added(&[*old], &after.pod_cidrs),
    };
    let all = before.pod_cidrs.iter().map(of);
    all.filter(|larger| !larger.parts.is_empty()).collect()
}

/// Returns whether the plugin gives pods their addresses from pools of its own that keep their ranges.
pub(crate) fn has_pools(spec: &PlanSpec) -> bool {
    spec.cni
        .is_some_and(|cni| matches!(cni.id(), "calico" | "cilium"))
}

pub(crate) fn texts(cidrs: &[Cidr]) -> Vec<String> {
    cidrs.iter().map(Cidr::to_string).collect()
}

/// Returns what a plugin says to a larger range. `None` if it takes it as it is.
pub(crate) fn said(before: &PlanSpec, after: &PlanSpec) -> Option<Message> {
    if !has_pools(after) {
        return None;
    }
    let larger = larger(before, after);
    let ranges: Vec<Cidr> = larger.iter().map(|pool| pool.old).collect();
    let parts: Vec<Cidr> = larger.into_iter().flat_map(|pool| pool.parts).collect();
    (!parts.is_empty()).then(|| {
        Message::new("change-half-pool-stays")
            .with("plugin", after.cni.map_or("", |cni| cni.title()))
            .with("before", texts(&ranges).join(", "))
            .with("after", texts(&parts).join(", "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cidrs(texts: &[&str]) -> Vec<Cidr> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn a_larger_range_is_the_old_one_and_the_halves_beside_it() {
        assert_eq!(
            added(&cidrs(&["10.1.0.0/16"]), &cidrs(&["10.0.0.0/14"])),
            cidrs(&["10.0.0.0/16", "10.2.0.0/15"])
        );
        assert_eq!(added(&cidrs(&["10.1.0.0/16"]), &cidrs(&["10.1.0.0/16"])), []);
        assert_eq!(
            added(
                &cidrs(&["10.0.0.0/16", "fd00::/56"]),
                &cidrs(&["10.0.0.0/15", "fd00::/56"])
            ),
            cidrs(&["10.1.0.0/16"])
        );
    }
}
