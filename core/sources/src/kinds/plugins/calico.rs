//! Calico: its pools, and the operator's Installation.

use crate::found::{Field, Found, Origin, Strength};
use crate::items::{At, Item};
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "calico";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        matches!(item, Item::Object(object) if object.is("crd.projectcalico.org/", "IPPool")
            || object.is("projectcalico.org/", "IPPool")
            || object.is("operator.tigera.io/", "Installation"))
    },
    embedded: nothing_embedded,
    read,
};

fn read(items: &[Item], found: &mut Found) {
    let mut pools: Vec<String> = Vec::new();
    let mut first: Option<Origin> = None;
    let mut take = |range: &At<'_>| {
        if let Some(text) = range.text() {
            first.get_or_insert_with(|| range.origin());
            if !pools.iter().any(|known| known == text) {
                pools.push(text.to_owned());
            }
        }
    };
    for item in items {
        let Item::Object(object) = item else { continue };
        let root = object.root(ID);
        found.fact(Field::Cni, [ID], Strength::Implied, root.origin());
        let disabled = root.path("spec/disabled").text() == Some("true");
        if !disabled {
            take(&root.path("spec/cidr"));
        }
        for pool in root.path("spec/calicoNetwork/ipPools").items() {
            take(&pool.get("cidr"));
        }
    }
    if let Some(first) = first {
        // The pools may be a part of what the cluster calls its pod ranges.
        found.fact(Field::PodCidrs, pools, Strength::Implied, first);
    }
}
