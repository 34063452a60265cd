use crate::kubernetes::Window;
use crate::lint::FieldChange;
use crate::lint::meta::INFO;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A Service names families although its policy, or the default, would choose the same on this cluster.
    /// ## Why
    /// A manifest that names families is refused on every cluster that lacks one of them (SVC002).
    /// `PreferDualStack` without `ipFamilies` works on all.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   ipFamilyPolicy: PreferDualStack
    ///   ipFamilies: [IPv4, IPv6]
    ///   ports: [{port: 80}]
    /// ```
    rule HardCodedFamilies {
        code: "SVC017",
        severity: INFO,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["kubernetes/ingress-nginx#10370", "nacos-group/nacos-k8s#401"],
        versions: Window::from(20),
        fixes: ["remove"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for (service, stored) in cx.stored_services() {
        if service.sent_list("ipFamilies").is_empty() || !service.sent_list("clusterIPs").is_empty() {
            continue;
        }
        let without = vec![FieldChange::remove("ipFamilies")];
        let same = cx.admitted_with(service, &without).is_some_and(|admission| {
            admission
                .stored()
                .is_some_and(|other| other.families() == stored.families())
        });
        if same {
            out.at_service(cx, service, &["spec", "ipFamilies"])
                .param("name", service.name.clone())
                .fix_service(cx, service, "remove", true, without)
                .file();
        }
    }
}
