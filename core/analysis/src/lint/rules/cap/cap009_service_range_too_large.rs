use crate::diagnostic::Component;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::Cidr;
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// A Service range has more than 20 host bits where that is refused: by kube-apiserver up to 1.33, by kubeadm in
    /// every version.
    /// ## Why
    /// The bitmap that kept track of addresses was one object of etcd. It is gone by default from 1.34 on; kubeadm has
    /// kept the limit.
    /// ## Example
    /// ```yaml
    /// kubernetesVersion: "1.33"
    /// serviceCIDRs: [10.0.0.0/8]
    /// podCIDRs: [172.20.0.0/16]
    /// ```
    rule ServiceRangeTooLarge {
        code: "CAP009",
        severity: ERROR,
        needs: Plan,
        component: KubeApiserver,
        stage: Start,
        since: "0.1.0",
        sources: ["kubernetes/kubeadm#2132", "kubernetes/kubernetes#90115", "k0sproject/k0s#6874", "cmd/kube-apiserver/app/options/validation.go"],
        covers: ["KAS-3", "KAS-6b", "KA-5"],
        upstream: [
            "specified --service-cluster-ip-range is too large; for %d{bits}-bit addresses, the mask must be >= %d{limit}",
            "specified --service-cluster-ip-range[1] is too large; for %d{bits}-bit addresses, the mask must be >= %d{limit}",
            "specified --service-cluster-ip-range is too large",
            "specified --secondary-service-cluster-ip-range is too large",
            "specified service subnet is too large; for %d{bits}-bit addresses, the mask must be >= %d{limit}",
        ],
        fixes: ["shrink"],
        check: check,
    }
}

/// The number of host bits that every version and kubeadm accept.
const HOST_BITS: u8 = 20;

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for (index, range) in cx.ranges(RangeKind::Services).enumerate() {
        if range.cidr.host_bits() <= HOST_BITS {
            continue;
        }
        let own = if index == 0 { "KAS-3" } else { "KAS-6b" };
        let network = range.cidr.to_string();
        let by_kubeadm = || {
            cx.failed_checks
                .iter()
                .find(|check| check.id == "KA-5" && check.text.contains(&network))
        };
        let Some(check) = cx.refused(own).or_else(by_kubeadm) else {
            continue;
        };
        let mut report = out
            .at(&range.pointer)
            .component(check.component)
            .upstream(check.text.clone())
            .param("range", range.cidr);
        if check.component == Component::Kubeadm {
            report = report.variant("kubeadm");
        }
        let longest = range.cidr.family().width() - HOST_BITS;
        if let Some(smaller) = Cidr::containing(range.cidr.network(), longest) {
            report
                .fix_replace("shrink", &range.pointer, smaller, false)
                .file();
        }
    }
}
