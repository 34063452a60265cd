//! Kube-OVN: values of both charts, and Subnets.

use super::{placed, plugin, pools};
use crate::found::{Field, Found, Strength};
use crate::items::{At, Item, Object};
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "kube-ovn";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| item.object().is_some_and(is_kube_ovn),
    embedded: nothing_embedded,
    read,
};

/// The values of the first chart, by the stack that they are for.
const STACKS: [&str; 3] = ["ipv4", "ipv6", "dual_stack"];

fn is_kube_ovn(object: &Object) -> bool {
    let root = object.root(ID);
    object.is("kubeovn.io/", "Subnet")
        || STACKS
            .iter()
            .any(|stack| root.get(stack).get("POD_CIDR").exists())
        || root.path("networking/pods/cidr").exists()
}

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        plugin("kube-ovn", root.origin(), found);
        if object.is("kubeovn.io/", "Subnet") {
            let name = root.path("metadata/name").text();
            let is_default = root.path("spec/default").text() == Some("true") || name == Some("ovn-default");
            if is_default {
                pools(placed(&root.path("spec/cidrBlock")), found);
            }
            continue;
        }
        let stack = root.path("networking/NET_STACK").text().unwrap_or("ipv4");
        let values = root.get(stack);
        let pods = values.get("POD_CIDR");
        found.fact(Field::PodCidrs, pods.list(), Strength::Configured, pods.origin());
        let services = values.get("SVC_CIDR");
        found.fact(
            Field::ServiceCidrs,
            services.list(),
            Strength::Configured,
            services.origin(),
        );
        // The second chart has a field for each family, which is no order.
        let by_family = |place: &At<'_>| -> Vec<_> {
            ["v4", "v6"]
                .iter()
                .flat_map(|family| placed(&place.get(family)))
                .collect()
        };
        pools(by_family(&root.path("networking/pods/cidr")), found);
        let services = by_family(&root.path("networking/services/cidr"));
        if let Some((_, origin)) = services.first().cloned() {
            let ranges = services.into_iter().map(|(range, _)| range);
            found.fact(Field::ServiceCidrs, ranges, Strength::Implied, origin);
        }
    }
}
