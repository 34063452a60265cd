use super::is_dual;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::lenient;

declare_rule! {
    /// ## What it checks
    /// `address` of a KubeletConfiguration is one concrete address in a dual-stack cluster.
    /// ## Why
    /// kubelet listens there alone. `kubectl logs` and `exec` fail when the API server picks the node's address of
    /// the other family.
    /// ## Example
    /// ```yaml
    /// apiVersion: kubelet.config.k8s.io/v1beta1
    /// kind: KubeletConfiguration
    /// address: 192.168.1.21
    /// ```
    rule KubeletListensOnOneFamily {
        code: "NODE005",
        severity: WARNING,
        needs: Manifests,
        component: Kubelet,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#108248", "kubernetes/kubernetes#108658"],
        reads: ["KubeletConfiguration"],
        upstream: ["dial tcp %s{address}:10250: connect: connection refused"],
        fixes: ["all"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for object in cx.objects(&["KubeletConfiguration"]) {
        let Some(text) = object.text(&["address"]) else {
            continue;
        };
        let concrete = lenient::parse_address(text).is_some_and(|read| !read.address.is_unspecified());
        if concrete && is_dual(cx) {
            let place = object.at(&["address"]);
            out.at_object(&object, &place)
                .param("address", text)
                .fix_replace("all", &place, "::", false)
                .file();
        }
    }
}
