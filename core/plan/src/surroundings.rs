//! What surrounds the API server of a plan: the provider of load balancers above all.

use crate::admission::aspects::{Balancer, FOUND, Surroundings};
use crate::admission::service_type;
use crate::cluster::namespace_of;
use crate::document::{Node, Object, Stream};
use crate::request::ClusterPlan;

/// Returns the surroundings of the cluster: those that the plan describes, and where it names no provider of load
/// balancers, the one whose objects the file has, the one that Services of the file are written for, or any that has given
/// addresses already.
pub fn surroundings(plan: &ClusterPlan, stream: &Stream) -> Surroundings<'static> {
    let of_plan = Surroundings::of_plan(&plan.spec);
    let here = || stream.objects().find_map(|object| balancer_of(&object));
    let found = || {
        let given = stream
            .objects()
            .any(|object| object.kind() == "Service" && has_ingress(&object));
        given.then(|| Balancer::find(FOUND)).flatten()
    };
    let marked = || stream.objects().find_map(|object| marked_balancer(&object));
    // The suffix of the version names a distribution too.
    let hinted = || {
        let distribution = plan.spec.kubernetes_version.distribution();
        distribution
            .filter(|_| plan.spec.distribution.is_none())
            .and_then(Balancer::of_environment)
    };
    Surroundings {
        balancer: here()
            .or(of_plan.balancer)
            .or_else(hinted)
            .or_else(marked)
            .or_else(found),
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

/// Returns the provider that the annotations or the class of a Service of type LoadBalancer are meant for.
fn marked_balancer(object: &Object<'_>) -> Option<&'static Balancer> {
    if object.kind() != "Service" || object.text(&["spec", "type"]) != Some(service_type::LOAD_BALANCER) {
        return None;
    }
    let annotations = object
        .get(&["metadata", "annotations"])
        .map_or(&[][..], Node::entries);
    let class = object.text(&["spec", "loadBalancerClass"]);
    annotations
        .iter()
        .map(|entry| entry.key.as_str())
        .chain(class)
        .find_map(Balancer::marked_by)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::read;
    use crate::request::decode::decode;

    #[test]
    fn a_service_that_is_written_for_a_provider_has_it() {
        let balancer = |service: &str| {
            let text = format!(
                "kind: ClusterPlan\nspec: {{kubernetesVersion: '1.36', podCIDRs: [10.244.0.0/16], serviceCIDRs: [10.96.0.0/16]}}\n\
                 ---\nkind: Service\n{service}\n"
            );
            let stream = read(&text);
            let plan = decode(&stream, |_| true).plan.unwrap().plan;
            surroundings(&plan, &stream).balancer.map(|balancer| balancer.id)
        };
        let metallb = "metadata: {name: a, annotations: {metallb.universe.tf/allow-shared-ip: x}}\nspec: {type: LoadBalancer}";
        assert_eq!(balancer(metallb), Some("metallb"));
        let class = "metadata: {name: a}\nspec: {type: LoadBalancer, loadBalancerClass: service.k8s.aws/nlb}";
        assert_eq!(balancer(class), Some("eks"));
        assert_eq!(balancer(&metallb.replace("LoadBalancer", "NodePort")), None);
        let other =
            "metadata: {name: a, annotations: {prometheus.io/scrape: 'true'}}\nspec: {type: LoadBalancer}";
        assert_eq!(balancer(other), None);
    }
}
