use super::{argument, families, internal_addresses, is_dual, kubelet_arguments};
use crate::kubernetes::Window;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// In a dual-stack cluster a node has addresses of one family: `--node-ip` of a kubeadm configuration is absent
    /// or single, or a Node object lists one `InternalIP`.
    /// ## Why
    /// kubelet finds one address by itself. Host-network pods, the control plane among them, then have one family,
    /// and many plugins make no routes for the other. Cloud controllers that report addresses fill in what
    /// `--node-ip` leaves out.
    /// ## Example
    /// ```yaml
    /// apiVersion: kubeadm.k8s.io/v1beta4
    /// kind: JoinConfiguration
    /// nodeRegistration:
    ///   kubeletExtraArgs:
    ///     - {name: node-ip, value: 192.168.1.21}
    /// ```
    rule SingleNodeAddress {
        code: "NODE001",
        severity: ERROR,
        needs: Manifests,
        component: Kubelet,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#91940", "kubernetes/kubernetes#100675", "kubernetes/kubernetes#93598", "cilium/cilium#23503", "kubermatic/kubermatic#10642"],
        versions: Window::from(20),
        reads: ["InitConfiguration", "JoinConfiguration", "Node"],
        upstream: [
            "%s{wanted} was enabled but no %s{family} address was found on node",
        ],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    if !is_dual(cx) {
        return;
    }
    let filled_in = cx
        .plan
        .spec
        .provider
        .is_some_and(|provider| provider.row().reports_node_addresses);
    for (object, arguments) in kubelet_arguments(cx) {
        match argument(&arguments, "node-ip") {
            Some((_, value, place)) => {
                if let [family] = families(value).as_slice() {
                    out.at_object(&object, place)
                        .param("family", *family)
                        .param("other", family.other())
                        .file();
                }
            }
            None if !filled_in => {
                out.at_object(&object, &object.at(&["nodeRegistration"]))
                    .variant("absent")
                    .file();
            }
            None => {}
        }
    }
    for object in cx.objects(&["Node"]) {
        let addresses = internal_addresses(&object);
        let first = addresses.first().map(|(_, address)| IpFamily::of(*address));
        let Some(family) =
            first.filter(|first| addresses.iter().all(|(_, other)| IpFamily::of(*other) == *first))
        else {
            continue;
        };
        out.at_object(&object, &object.at(&["status", "addresses"]))
            .variant("node")
            .param("name", object.name())
            .param("family", family)
            .param("other", family.other())
            .file();
    }
}
