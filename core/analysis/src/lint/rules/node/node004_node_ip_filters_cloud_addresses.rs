use super::{argument, families, is_dual, kubelet_arguments};
use crate::diagnostic::PatchOperation;
use crate::kubernetes::Window;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// From 1.24 to 1.28, with a cloud controller that reports addresses: `--node-ip` names one address in a
    /// dual-stack cluster.
    /// ## Why
    /// Since 1.24 the argument is strict: addresses of the other family that the cloud reports are dropped from the
    /// Node. A pair is allowed from 1.29 on (1.27 with `CloudDualStackNodeIPs`).
    /// ## Example
    /// ```yaml
    /// kubernetesVersion: "1.26"
    /// provider: openstack
    /// ---
    /// apiVersion: kubeadm.k8s.io/v1beta3
    /// kind: JoinConfiguration
    /// nodeRegistration:
    ///   kubeletExtraArgs:
    ///     cloud-provider: external
    ///     node-ip: 192.168.1.21
    /// ```
    rule NodeIpFiltersCloudAddresses {
        code: "NODE004",
        severity: WARNING,
        needs: Manifests,
        component: Kubelet,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#111695", "kubernetes/kubernetes#120720"],
        versions: Window::from(24).until(28),
        reads: ["InitConfiguration", "JoinConfiguration"],
        fixes: ["omit"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let reported = cx
        .plan
        .spec
        .provider
        .is_some_and(|provider| provider.row().reports_node_addresses);
    if !reported || !is_dual(cx) {
        return;
    }
    for (object, arguments) in kubelet_arguments(cx) {
        let Some((_, value, place)) = argument(&arguments, "node-ip") else {
            continue;
        };
        let given = families(value);
        let [family] = given.as_slice() else { continue };
        // The fix removes the whole entry of a list, or the key of a map.
        let path = match place.split_last() {
            Some((entry, last)) if last == "value" => entry,
            _ => place.clone(),
        };
        out.at_object(&object, place)
            .param("family", *family)
            .param("other", family.other())
            .fix("omit", [], false, vec![PatchOperation::Remove { path }])
            .file();
    }
}
