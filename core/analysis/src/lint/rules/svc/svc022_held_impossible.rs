use std::collections::BTreeMap;
use std::net::IpAddr;

use crate::admission::held::KUBERNETES_SERVICE;
use crate::admission::{Admission, HEADLESS, ServiceSpec};
use crate::diagnostic::Severity;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::lenient::{family_of, parse_address};
use crate::services::ServiceReport;

declare_rule! {
    /// ## What it checks
    /// A Service that a cluster holds already, as `kubectl get services -A -o yaml` prints it, does not fit the plan: an
    /// address outside of every Service range, an address that two Services have, families that differ from the addresses,
    /// or an update that the plan's version refuses.
    /// ## Why
    /// No server with these ranges has given such an address. Either the plan is not that of the cluster, or the ranges were
    /// changed and the Service has to be created again.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web, uid: 6a2f0f3e-0000-4000-8000-000000000001}
    /// spec: {clusterIP: 10.43.0.17, clusterIPs: [10.43.0.17], ports: [{port: 80}]}
    /// ```
    rule HeldServiceImpossible {
        code: "SVC022",
        severity: ERROR,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: [
            "pkg/registry/core/service/ipallocator/controller/repair.go",
            "pkg/registry/core/service/storage/storage.go",
        ],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let Some(cluster) = cx.cluster else { return };
    let ranges = cluster.service_ranges();
    let held: Vec<(&ServiceReport, &ServiceSpec)> =
        cx.stored_services().filter(|(service, _)| service.held).collect();
    let mut owners: BTreeMap<IpAddr, &ServiceReport> = BTreeMap::new();
    for (service, spec) in &held {
        for (place, text) in addresses(service, spec) {
            let Some(address) = parse_address(text).map(|read| read.address) else {
                continue;
            };
            let place: Vec<&str> = place.iter().map(String::as_str).collect();
            if !ranges.iter().any(|range| range.contains_address(address)) {
                let list: Vec<String> = ranges.iter().map(ToString::to_string).collect();
                out.at_service(cx, service, &place)
                    .param("name", service.name.clone())
                    .param("address", text)
                    .param("ranges", list.join(", "))
                    .file();
            }
            let other = *owners.entry(address).or_insert(service);
            if (&other.namespace, &other.name) != (&service.namespace, &service.name) {
                out.at_service(cx, service, &place)
                    .variant("twice")
                    .param("name", service.name.clone())
                    .param("address", text)
                    .param("other", format!("{}/{}", other.namespace, other.name))
                    .file();
            }
        }
        families(cx, out, service, spec);
        update(cx, out, service, spec);
    }
    single(cx, out, &held);
}

/// Returns the cluster IPs of a Service with their places.
fn addresses<'a>(service: &ServiceReport, spec: &'a ServiceSpec) -> Vec<(Vec<String>, &'a str)> {
    if spec.is_external_name() {
        return Vec::new();
    }
    let place = |parts: &[&str]| parts.iter().map(|part| (*part).to_owned()).collect();
    let listed = !service.sent_list("clusterIPs").is_empty();
    spec.ips()
        .iter()
        .enumerate()
        .map(|(i, ip)| {
            let place = if listed {
                place(&["spec", "clusterIPs", &i.to_string()])
            } else {
                place(&["spec", "clusterIP"])
            };
            (place, ip.as_str())
        })
        .chain(
            spec.ips()
                .is_empty()
                .then(|| (place(&["spec", "clusterIP"]), spec.cluster_ip.as_str())),
        )
        .filter(|(_, ip)| *ip != HEADLESS && !ip.is_empty())
        .collect()
}

/// Reports families that are not those of the addresses, and a list that begins with another address than `clusterIP`.
fn families(cx: &LintContext<'_>, out: &mut Reporter<'_>, service: &ServiceReport, spec: &ServiceSpec) {
    let pairs = spec.families().iter().zip(spec.ips());
    let differs = pairs
        .filter(|(_, ip)| *ip != HEADLESS)
        .any(|(family, ip)| family_of(ip).is_some_and(|of_ip| of_ip.as_str() != family));
    let first = spec.ips().first().is_some_and(|first| *first != spec.cluster_ip);
    if differs || first {
        out.at_service(
            cx,
            service,
            &["spec", if differs { "ipFamilies" } else { "clusterIPs" }],
        )
        .variant("families")
        .param("name", service.name.clone())
        .file();
    }
}

/// Reports what becomes of the Service when it is sent back as it is.
fn update(cx: &LintContext<'_>, out: &mut Reporter<'_>, service: &ServiceReport, spec: &ServiceSpec) {
    match cx.sent_back(service) {
        Some(Admission::Refused { refusal, .. }) => out
            .at_service(cx, service, &["spec"])
            .variant("update")
            .severity(Severity::Warning)
            .param("name", service.name.clone())
            .upstream(refusal.message)
            .file(),
        Some(Admission::Stored { spec: after, .. }) if after.ips() != spec.ips() => out
            .at_service(cx, service, &["spec"])
            .variant("changes")
            .severity(Severity::Info)
            .param("name", service.name.clone())
            .param("addresses", after.ips().join(", "))
            .file(),
        _ => {}
    }
}

/// Reports once which Services have one family on a dual-stack cluster.
fn single(cx: &LintContext<'_>, out: &mut Reporter<'_>, held: &[(&ServiceReport, &ServiceSpec)]) {
    let dual = cx
        .plan
        .spec
        .services()
        .is_some_and(|ranges| ranges.is_dual_stack());
    let single: Vec<&ServiceReport> = held
        .iter()
        .filter(|(service, spec)| {
            spec.families().len() == 1
                && !spec.is_external_name()
                // The API server's own Service is never dual-stack.
                && (service.namespace.as_str(), service.name.as_str()) != KUBERNETES_SERVICE
        })
        .map(|(service, _)| *service)
        .collect();
    let Some(first) = single.first().filter(|_| dual) else {
        return;
    };
    let names: Vec<String> = single
        .iter()
        .take(5)
        .map(|service| format!("{}/{}", service.namespace, service.name))
        .collect();
    let more = if single.len() > names.len() { ", …" } else { "" };
    out.at_service(cx, first, &["spec"])
        .variant("single")
        .help("help-single")
        .severity(Severity::Info)
        .param("count", single.len())
        .param("held", held.len())
        .param("services", format!("{}{more}", names.join(", ")))
        .file();
}
