//! What surrounds the API server of a plan: the provider of load balancers above all.

use crate::admission::aspects::{Balancer, FOUND, Surroundings};
use crate::cluster::namespace_of;
use crate::document::{Object, Stream};
use crate::request::ClusterPlan;

/// Returns the surroundings of the cluster: those that the plan describes, and where it names no provider of load
/// balancers, the one whose objects the file has, or any that has given addresses already.
pub fn surroundings(plan: &ClusterPlan, stream: &Stream) -> Surroundings<'static> {
    let of_plan = Surroundings::of_plan(&plan.spec);
    let here = || stream.objects().find_map(|object| balancer_of(&object));
    let found = || {
        let given = stream
            .objects()
            .any(|object| object.kind() == "Service" && has_ingress(&object));
        given.then(|| Balancer::find(FOUND)).flatten()
    };
    // The suffix of the version names a distribution too.
    let hinted = || {
        let distribution = plan.spec.kubernetes_version.distribution();
        distribution
            .filter(|_| plan.spec.distribution.is_none())
            .and_then(Balancer::of_environment)
    };
    Surroundings {
        balancer: here().or(of_plan.balancer).or_else(hinted).or_else(found),
        ..of_plan
    }
}

/// Returns the provider of load balancers that an object configures.
fn balancer_of(object: &Object<'_>) -> Option<&'static Balancer> {
    let id = match (object.group(), object.kind()) {
        (
            "metallb.io",
            "IPAddressPool" | "AddressPool" | "L2Advertisement" | "BGPAdvertisement" | "MetalLB",
        ) => "metallb",
        ("cilium.io", "CiliumLoadBalancerIPPool") => "cilium",
        // metallb/metallb configuration before v0.13; kube-vip/kube-vip-cloud-provider docs.
        ("", "ConfigMap") => match (namespace_of(object), object.name()) {
            ("metallb-system", "config") => "metallb",
            (_, "kubevip") => "kube-vip",
            _ => return None,
        },
        _ => return None,
    };
    Balancer::find(id)
}

/// Returns whether a load balancer has given a Service an address or a name.
fn has_ingress(object: &Object<'_>) -> bool {
    let mut given = object.items(&["status", "loadBalancer", "ingress"]);
    given.next().is_some()
}
