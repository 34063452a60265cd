use super::is_dual;
use crate::lint::rule::{self, WARNING};
use crate::lint::{LintContext, Reporter, Rule, RuleMeta};
use crate::net::lenient;

rule::declare_rule! {
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
    pub struct KubeletListensOnOneFamily {
        code: "NODE005",
        severity: WARNING,
        needs: Manifests,
        component: Kubelet,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#108248", "kubernetes/kubernetes#108658"],
        upstream: ["dial tcp %s{address}:10250: connect: connection refused"],
    }
}

impl Rule for KubeletListensOnOneFamily {
    fn meta(&self) -> &'static RuleMeta {
        Self::META
    }

    fn check(&self, cx: &LintContext<'_>, out: &mut Reporter<'_>) {
        for object in cx.objects(&["KubeletConfiguration"]) {
            let Some(text) = object.text(&["address"]) else {
                continue;
            };
            let concrete = lenient::parse_address(text).is_some_and(|read| !read.address.is_unspecified());
            if concrete && is_dual(cx) {
                let place = object.at(&["address"]);
                out.at_object(&object, &place)
                    .param("address", text)
                    .fix_replace("all", &place, "::", false);
            }
        }
    }
}
