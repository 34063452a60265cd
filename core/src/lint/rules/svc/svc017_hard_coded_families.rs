use crate::lint::Change;
use crate::lint::rule::{self, INFO};
use crate::lint::{LintContext, Reporter, Rule, RuleMeta};

rule::declare_rule! {
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
    pub struct HardCodedFamilies {
        code: "SVC017",
        severity: INFO,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["kubernetes/ingress-nginx#10370", "nacos-group/nacos-k8s#401"],
        minors: (20, 37),
    }
}

impl Rule for HardCodedFamilies {
    fn meta(&self) -> &'static RuleMeta {
        Self::META
    }

    fn check(&self, cx: &LintContext<'_>, out: &mut Reporter<'_>) {
        for (service, stored) in cx.stored_services() {
            if service.sent_list("ipFamilies").is_empty() || !service.sent_list("clusterIPs").is_empty() {
                continue;
            }
            let without = vec![Change::remove("ipFamilies")];
            let same = cx.admitted_with(service, &without).is_some_and(|admission| {
                admission
                    .stored()
                    .is_some_and(|other| other.families() == stored.families())
            });
            if same {
                out.at_service(cx, service, &["spec", "ipFamilies"])
                    .param("name", service.name.clone())
                    .fix_service(cx, service, "remove", true, without);
            }
        }
    }
}
