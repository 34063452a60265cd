use super::field;
use crate::diagnostic::Severity;
use crate::kubernetes::{NodeIpRule, Profile};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A dual-stack plan with a cloud provider, and a kubelet that takes no pair of addresses together with one (up to
    /// 1.26); or a kubelet started with such a pair.
    /// ## Why
    /// The second address can only come from the provider. If it does not report one, host-network pods and NodePorts
    /// stay single-stack. Given a pair, kubelet exits.
    /// ## Example
    /// ```yaml
    /// kubernetesVersion: "1.26"
    /// provider: openstack
    /// ```
    rule NodeIpPairWithProvider {
        code: "VER006",
        severity: ERROR,
        needs: Cni,
        component: Kubelet,
        stage: Start,
        since: "0.1.0",
        sources: ["k3s-io/k3s#5638", "k0sproject/k0s#2464", "kubernetes/cloud-provider-openstack#2322", "kubernetes/enhancements#3706"],
        covers: ["KL-3"],
        upstream: [
            "dual-stack --node-ip %q{addresses} not supported when using a cloud provider",
            "bad --node-ip %q{addresses}: dual-stack not supported in this configuration",
            "dual-stack --node-ip %q{addresses} not supported in a single-stack cluster",
        ],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for check in ["KL-3", "KL-5"].iter().flat_map(|check| cx.failed_today(check)) {
        out.at(&field("provider"))
            .variant("started")
            .failed_check(check)
            .file();
    }
    let spec = &cx.plan.spec;
    let kubelet = Profile::resolve(cx.version()).kubelet;
    let dual = spec.pods().is_some_and(|pods| pods.is_dual_stack());
    let Some(provider) = spec.provider.filter(|provider| dual && provider.id() != "none") else {
        return;
    };
    if kubelet.node_ip != NodeIpRule::Single && !kubelet.external_provider_pair {
        out.at(&field("provider"))
            .severity(Severity::Warning)
            .param("provider", provider.title())
            .file();
    }
}
