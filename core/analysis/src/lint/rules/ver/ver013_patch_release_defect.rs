use super::version_field;
use crate::catalog::PodAddressSource;
use crate::kubernetes::defects::{DEFECTS, Defect, Mend, Trigger};
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::services::has_family;
use crate::lint::{LintContext, Reporter};
use crate::net::lists::has_both;
use crate::net::{Cidr, IpFamily, lenient};
use crate::services::ServiceReport;

declare_rule! {
    /// ## What it checks
    /// The plan names a patch release with a known defect that this plan or its Services meet. A version without a patch
    /// level says nothing about the release, so nothing is found.
    /// ## Why
    /// The defect is in the released binary. The newest patch release of the same minor version has it mended, or a later
    /// minor version has; docs/kubernetes-versions.md lists the defects with their releases.
    /// ## Example
    /// ```yaml
    /// kubernetesVersion: "1.34.5"
    /// podCIDRs: ["fd52:1a2b:3c4d::/56"]
    /// serviceCIDRs: ["fd52:1a2b:3c4d:100::/64"]
    /// ```
    rule PatchReleaseDefect {
        code: "VER013",
        severity: WARNING,
        needs: Plan,
        component: KubeApiserver,
        stage: Run,
        since: "0.1.0",
        sources: ["rancher/rke2#10060", "kubernetes/kubernetes#138385", "kubernetes/kubernetes#115322", "kubernetes/kubernetes#127792", "CHANGELOG/CHANGELOG-1.16.md … CHANGELOG-1.36.md"],
        fixes: ["version"],
        check: check,
    }
}

fn every_is_ipv6(cidrs: &[Cidr]) -> bool {
    !cidrs.is_empty() && cidrs.iter().all(|cidr| cidr.family() == IpFamily::IPv6)
}

fn service_range(cx: &LintContext<'_>, fits: impl Fn(&Cidr) -> bool) -> bool {
    cx.plan.spec.service_cidrs.iter().any(fits)
}

/// Returns whether nodes get the blocks of kube-controller-manager, and the plugin uses them.
fn uses_node_blocks(cx: &LintContext<'_>) -> bool {
    let spec = &cx.plan.spec;
    let bundled = spec.cni.is_none() && spec.distribution.is_some_and(|it| it.row().bundles_flannel);
    bundled || spec.pod_addresses() == Some(PodAddressSource::NodePodCidrs)
}

fn is_on(cx: &LintContext<'_>, provider: &str) -> bool {
    cx.plan.spec.provider.is_some_and(|found| found.id() == provider)
}

/// Returns whether the load balancer has an address that no cluster IP of the Service is of the family of.
fn has_foreign_address(service: &ServiceReport) -> bool {
    let ingress = service.sent.pointer("/status/loadBalancer/ingress");
    let Some((spec, ingress)) = service
        .load_balanced()
        .zip(ingress.and_then(|list| list.as_array()))
    else {
        return false;
    };
    let own: Vec<IpFamily> = spec
        .ips()
        .iter()
        .chain([&spec.cluster_ip])
        .filter_map(|address| lenient::family_of(address))
        .collect();
    ingress
        .iter()
        .filter_map(|entry| lenient::family_of(entry.get("ip")?.as_str()?))
        .any(|family| !own.is_empty() && !own.contains(&family))
}

fn is_stored_without_families(service: &ServiceReport) -> bool {
    let stored = ["uid", "resourceVersion"]
        .iter()
        .any(|key| service.sent.pointer(&format!("/metadata/{key}")).is_some());
    let external = service.sent_spec("type").and_then(|value| value.as_str()) == Some("ExternalName");
    stored && !external && service.sent_list("ipFamilies").is_empty()
}

fn asks_for_ipv6(service: &ServiceReport) -> bool {
    service.load_balanced().is_some_and(|spec| {
        has_family(spec, IpFamily::IPv6) || spec.ip_family.as_deref() == Some(IpFamily::IPv6.as_str())
    })
}

/// Returns whether the change of the Service since the older file ends in a panic of the API server's handler.
fn panics(cx: &LintContext<'_>, service: &ServiceReport) -> bool {
    const HANDLER_PANIC: u16 = 500;
    cx.applied_over(service)
        .and_then(|answer| answer.refused().map(|refusal| refusal.code == HANDLER_PANIC))
        .unwrap_or(false)
}

/// Returns whether the plan meets the defect by itself.
fn plan_meets(cx: &LintContext<'_>, trigger: Trigger) -> bool {
    let spec = &cx.plan.spec;
    match trigger {
        Trigger::ServicePrefix(ipv4, ipv6) => service_range(cx, |cidr| {
            let of_family = match cidr.family() {
                IpFamily::IPv4 => ipv4,
                IpFamily::IPv6 => ipv6,
            };
            of_family == Some(cidr.prefix_len())
        }),
        Trigger::LargerServiceRange(prefix) => service_range(cx, |cidr| {
            cidr.family() == IpFamily::IPv4 && cidr.prefix_len() < prefix
        }),
        Trigger::DualStackPods => has_both(&spec.pod_cidrs),
        Trigger::IPv6OnlyPods => every_is_ipv6(&spec.pod_cidrs),
        Trigger::IPv6OnlyNodesOn(provider) => is_on(cx, provider) && every_is_ipv6(&spec.node_cidrs),
        Trigger::NodeBlocks => uses_node_blocks(cx),
        Trigger::Gate(gate) => spec.gates().given(gate) == Some(true),
        Trigger::IPv6BalancerOn(_)
        | Trigger::ForeignBalancerAddress
        | Trigger::PreferDualStackUpgrade
        | Trigger::StoredWithoutFamilies
        | Trigger::UpdatePanics => false,
    }
}

/// Returns whether the plan meets the defect with that Service.
fn service_meets(cx: &LintContext<'_>, service: &ServiceReport, trigger: Trigger) -> bool {
    match trigger {
        Trigger::IPv6BalancerOn(provider) => is_on(cx, provider) && asks_for_ipv6(service),
        Trigger::ForeignBalancerAddress => has_foreign_address(service),
        Trigger::PreferDualStackUpgrade => {
            let was_single = |previous: &crate::services::PreviousPlan| {
                !previous.plan.spec.service_cidrs.is_empty() && !has_both(&previous.plan.spec.service_cidrs)
            };
            let policy = service
                .sent_spec("ipFamilyPolicy")
                .and_then(|value| value.as_str());
            policy == Some("PreferDualStack")
                && has_both(&cx.plan.spec.service_cidrs)
                && cx.previous.is_some_and(was_single)
        }
        Trigger::StoredWithoutFamilies => is_stored_without_families(service),
        Trigger::UpdatePanics => panics(cx, service),
        _ => false,
    }
}

fn report(cx: &LintContext<'_>, out: &mut Reporter<'_>, defect: &Defect, mend: Mend, name: &str) {
    let version = cx.version();
    let to = match mend {
        Mend::Patch(release) | Mend::Later(release) => Some(release.to_string()),
        Mend::Never => None,
    };
    let report = out
        .at(&version_field())
        .variant(defect.id)
        .component(defect.component)
        .param("version", version)
        .param("name", name.to_owned())
        .param("to", to.clone().unwrap_or_default());
    match to {
        Some(to) => report.fix_replace("version", &version_field(), to, false).file(),
        None => report.help("help-never").file(),
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for defect in DEFECTS {
        let Some(mend) = defect.met_by(cx.version()) else {
            continue;
        };
        if plan_meets(cx, defect.trigger) {
            report(cx, out, defect, mend, "");
            continue;
        }
        let mut services = cx.services.iter();
        if let Some(service) = services.find(|service| service_meets(cx, service, defect.trigger)) {
            report(cx, out, defect, mend, &service.name);
        }
    }
}
