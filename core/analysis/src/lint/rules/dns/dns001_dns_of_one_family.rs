use crate::kubernetes::Window;
use crate::lint::FieldChange;
use crate::lint::meta::INFO;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// The Service of cluster DNS has one family in a dual-stack cluster.
    /// ## Why
    /// Pods with both families ask it over that one and are well. Pods with the other family alone cannot reach it.
    /// kubelet's `clusterDNS` has one address, too.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: kube-dns, namespace: kube-system}
    /// spec:
    ///   ipFamilyPolicy: SingleStack
    ///   clusterIP: 10.96.0.10
    ///   selector: {k8s-app: kube-dns}
    ///   ports: [{name: dns, port: 53, protocol: UDP}]
    /// ```
    rule DnsOfOneFamily {
        code: "DNS001",
        severity: INFO,
        needs: Services,
        component: Kubelet,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#101682", "cmd/kubeadm/app/phases/addons/dns"],
        versions: Window::from(20),
        fixes: ["prefer"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    if cx
        .plan
        .spec
        .services()
        .is_none_or(|services| !services.is_dual_stack())
    {
        return;
    }
    for (service, stored) in cx.stored_services() {
        let dns =
            service.namespace == "kube-system" && ["kube-dns", "coredns"].contains(&service.name.as_str());
        let [family] = stored.families() else { continue };
        let Some(family) = IpFamily::named(family).filter(|_| dns) else {
            continue;
        };
        let prefer = vec![FieldChange::set("ipFamilyPolicy", "PreferDualStack")];
        out.at_service(cx, service, &["spec"])
            .param("family", family)
            .param("other", family.other())
            .fix_service(cx, service, "prefer", false, prefer)
            .file();
    }
}
