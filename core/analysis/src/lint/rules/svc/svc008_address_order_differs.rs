use crate::lint::FieldChange;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::lenient::family_of;

declare_rule! {
    /// ## What it checks
    /// The cluster IPs of a Service are not of the families that `ipFamilies` lists at the same positions.
    /// ## Why
    /// The two lists belong together entry by entry; the API server refuses the Service.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   ipFamilyPolicy: PreferDualStack
    ///   ipFamilies: [IPv6, IPv4]
    ///   clusterIP: 10.96.0.50
    ///   clusterIPs: [10.96.0.50, "fd00:10:96::50"]
    ///   ports: [{port: 80}]
    /// ```
    rule AddressOrderDiffers {
        code: "SVC008",
        severity: ERROR,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["pkg/apis/core/validation/validation.go"],
        covers: ["SVC-11", "SVC-12", "SVA-family-of-ip"],
        upstream: [
            "Invalid value: %q{address}: expected an %s{family} value as indicated by `ipFamilies[%d{index}]`",
            "expected an %s{family} value as indicated by `ipFamilies[%d{index}]`",
        ],
        fixes: ["follow"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for refused in cx.refused_for(&RULE.meta) {
        let service = refused.service;
        let addresses = service.sent_list("clusterIPs");
        let single = service.sent_spec("clusterIP").and_then(|ip| ip.as_str());
        let families: Vec<&str> = match addresses.as_slice() {
            [] => single
                .into_iter()
                .filter_map(family_of)
                .map(|family| family.as_str())
                .collect(),
            all => all
                .iter()
                .filter_map(|ip| family_of(ip))
                .map(|family| family.as_str())
                .collect(),
        };
        let changes = match (service.sent_spec("ipFamily"), families.first()) {
            (Some(_), Some(first)) if service.sent_list("ipFamilies").is_empty() => {
                vec![FieldChange::set("ipFamily", *first)]
            }
            _ => vec![FieldChange::set("ipFamilies", families)],
        };
        refused
            .report(out, cx)
            .fix_service(cx, service, "follow", false, changes)
            .file();
    }
}
