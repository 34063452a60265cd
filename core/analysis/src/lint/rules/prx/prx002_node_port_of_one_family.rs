use super::is_dual;
use crate::kubernetes::Window;
use crate::lint::FieldChange;
use crate::lint::meta::INFO;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// A Service with node ports in a dual-stack cluster asks for one family.
    /// ## Why
    /// The port answers on the nodes' addresses of that family only. Clients that try the other first wait or are
    /// reset. A Service that asks for nothing is SVC004's.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   type: NodePort
    ///   ipFamilyPolicy: SingleStack
    ///   ports: [{port: 80}]
    /// ```
    rule NodePortOfOneFamily {
        code: "PRX002",
        severity: INFO,
        needs: Services,
        component: KubeProxy,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#66766", "kubernetes/kubernetes#72098", "kubernetes/kubernetes#55337"],
        versions: Window::from(20),
        upstream: [
            "nodePortAddresses is unset; NodePort connections will be accepted on all local IPs",
        ],
        fixes: ["prefer"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    if !is_dual(cx) {
        return;
    }
    for (service, stored) in cx.stored_services() {
        let asked = ["ipFamilyPolicy", "ipFamilies"]
            .iter()
            .any(|field| service.sent_spec(field).is_some());
        let [family] = stored.families() else { continue };
        let Some(family) = IpFamily::named(family).filter(|_| asked && stored.is_type("NodePort")) else {
            continue;
        };
        let prefer = vec![FieldChange::set("ipFamilyPolicy", "PreferDualStack")];
        out.at_service(cx, service, &["spec", "type"])
            .param("name", service.name.clone())
            .param("family", family)
            .param("other", family.other())
            .fix_service(cx, service, "prefer", false, prefer)
            .file();
    }
}
