use super::automatic;
use crate::clusterip::Band;
use crate::diagnostic::Severity;
use crate::lint::FieldChange;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::lenient;
use crate::net::lenient::family_of;

declare_rule! {
    /// ## What it checks
    /// A Service asks for a cluster IP that another Service has, or that automatic allocation may give away first:
    /// one of the dynamic band (from 1.25).
    /// ## Why
    /// Automatic addresses come from the dynamic band at random. A fixed address there works until another Service
    /// has it; then the API server refuses, and for cluster DNS nothing starts.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec:
    ///   clusterIP: 10.96.0.1
    ///   ports: [{port: 80}]
    /// ```
    rule AddressTaken {
        code: "SVC013",
        severity: ERROR,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#33195", "k3s-io/k3s#10611", "Azure/AKS#762", "kubermatic/kubermatic#5232", "pkg/registry/core/service/ipallocator"],
        covers: ["SVC-address-taken"],
        upstream: [
            "failed to allocate IP %s{address}: provided IP is already allocated",
            "Invalid value: %q{address}: provided IP is already allocated",
            "Cluster IP %s{address} was assigned to multiple services; please recreate service",
            "the cluster IP %s{address} for service %s{service} was assigned to multiple services; please recreate",
        ],
        fixes: ["automatic", "static"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for refused in cx.refused_for(&RULE.meta) {
        refused
            .report(out, cx)
            .variant("taken")
            .fix_service(
                cx,
                refused.service,
                "automatic",
                false,
                automatic(refused.service),
            )
            .file();
    }
    // The allocator itself gives addresses of the dynamic band.
    for (service, _) in cx.stored_services().filter(|(service, _)| !service.held) {
        let list = service.sent_list("clusterIPs");
        let single = service.sent_spec("clusterIP").and_then(|ip| ip.as_str());
        let asked = list.iter().copied().chain(single.filter(|_| list.is_empty()));
        for (i, ip) in asked.enumerate() {
            let Some(address) = lenient::parse_address(ip).map(|read| read.address) else {
                continue;
            };
            let Some(bands) = cx
                .addresses
                .services
                .iter()
                .find(|bands| bands.range.contains_address(address))
            else {
                continue;
            };
            let (Some(band), Some(Band::Dynamic)) = (bands.static_band, bands.band_of(address)) else {
                continue;
            };
            let index = i.to_string();
            let place: &[&str] = if list.is_empty() {
                &["spec", "clusterIP"]
            } else {
                &["spec", "clusterIPs", &index]
            };
            let free = family_of(ip)
                .and_then(|family| cx.static_address(service, family))
                .map(|free| free.to_string());
            let mut moved = list.clone();
            if let (Some(entry), Some(free)) = (moved.get_mut(i), &free) {
                *entry = free;
            }
            let changes = free.iter().flat_map(|free| {
                let single =
                    (i == 0 && single.is_some()).then(|| FieldChange::set("clusterIP", free.as_str()));
                single
                    .into_iter()
                    .chain((!list.is_empty()).then(|| FieldChange::set("clusterIPs", moved.clone())))
            });
            out.at_service(cx, service, place)
                .severity(Severity::Warning)
                .param("name", service.name.clone())
                .param("address", ip)
                .param("first", band.first)
                .param("last", band.last)
                .fix_service(cx, service, "static", false, changes.collect())
                .file();
        }
    }
}
