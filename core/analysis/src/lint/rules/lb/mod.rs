//! LB: load balancers, and what managed clouds and installers can build.

use super::mask_field;
use crate::admission::ServiceSpec;
use crate::catalog::LoadBalancers;
use crate::diagnostic::PatchOperation;
use crate::lint::{FieldChange, FindingBuilder, LintContext, Object};
use crate::net::IpFamily;
use crate::net::lenient::family_of;
use crate::services::ServiceReport;

super::rules! {
    lb001_pools_of_one_family,
    lb002_pool_lacks_family,
    lb003_single_load_balancer_ip,
    lb004_aws_address_type_missing,
    lb006_aws_instance_targets,
    lb007_aws_address_type_unknown,
    lb008_aws_udp_over_ipv6,
    lb009_azure_ipv6_only,
    lb010_azure_traffic_policy,
    lb011_octavia_ipv6,
    lb012_source_range_of_absent_family,
    lb013_source_ranges_of_one_family,
    lb014_no_dual_stack_pods,
    lb015_aks_families,
    lb016_google_bare_metal,
    lb017_stack_not_offered,
}

/// `service.beta.kubernetes.io/aws-load-balancer-…` (aws-load-balancer-controller docs/guide/service/annotations.md)
const AWS_ADDRESS_TYPE: &str = "service.beta.kubernetes.io/aws-load-balancer-ip-address-type";
const AWS_TARGET_TYPE: &str = "service.beta.kubernetes.io/aws-load-balancer-nlb-target-type";
const AWS_SOURCE_NAT: &str = "service.beta.kubernetes.io/aws-load-balancer-enable-prefix-for-ipv6-source-nat";

/// Returns the load balancers of the cluster: the provider's, otherwise those of the cloud a distribution always runs on.
fn load_balancers(cx: &LintContext<'_>) -> LoadBalancers {
    let spec = &cx.plan.spec;
    spec.provider
        .map(|provider| provider.row().load_balancers)
        .filter(|kind| *kind != LoadBalancers::Installed)
        .or_else(|| {
            spec.distribution
                .and_then(|distribution| distribution.row().load_balancers)
        })
        .unwrap_or(LoadBalancers::Installed)
}

/// Returns the accepted Services of type LoadBalancer, if the cluster has load balancers of that kind.
fn balanced<'a>(
    cx: &LintContext<'a>,
    kind: LoadBalancers,
) -> impl Iterator<Item = (&'a ServiceReport, &'a ServiceSpec)> + use<'a> {
    let here = load_balancers(cx) == kind;
    cx.services
        .iter()
        .filter(move |_| here)
        .filter_map(|service| Some((service, service.load_balanced()?)))
}

/// Returns the families of a stored Service.
fn families(spec: &ServiceSpec) -> Vec<IpFamily> {
    spec.families()
        .iter()
        .filter_map(|name| IpFamily::named(name))
        .collect()
}

/// A MetalLB pool and the families of its addresses.
struct Pool<'a> {
    object: Object<'a>,
    families: Vec<IpFamily>,
    automatic: bool,
}

/// Returns the MetalLB pools of the file.
fn pools<'a>(cx: &LintContext<'a>) -> Vec<Pool<'a>> {
    cx.objects(&["IPAddressPool"])
        .map(|object| {
            let families = object
                .items(&["spec", "addresses"])
                .filter_map(|(_, node)| {
                    node.text()?
                        .split(['/', '-'])
                        .next()
                        .map(str::trim)
                        .and_then(family_of)
                })
                .collect();
            let automatic = object
                .get(&["spec", "autoAssign"])
                .and_then(|node| node.as_bool())
                != Some(false);
            Pool {
                object,
                families,
                automatic,
            }
        })
        .collect()
}

/// Returns the pools a Service may use: the one it names, or all that are assigned automatically.
fn pools_for<'p, 'a>(pools: &'p [Pool<'a>], service: &ServiceReport) -> Vec<&'p Pool<'a>> {
    let named = service
        .annotation("metallb.io/address-pool")
        .or_else(|| service.annotation("metallb.universe.tf/address-pool"));
    pools
        .iter()
        .filter(|pool| named.map_or(pool.automatic, |name| pool.object.name() == name))
        .collect()
}

/// The changes that leave a Service one family.
fn single(family: IpFamily) -> Vec<FieldChange> {
    vec![
        FieldChange::set("ipFamilyPolicy", "SingleStack"),
        FieldChange::set("ipFamilies", vec![family.as_str()]),
    ]
}

/// Offers to leave one family of the pod and Service ranges, if the API server's address is of that family.
fn with_one_family<'a>(
    report: FindingBuilder<'a>,
    cx: &LintContext<'_>,
    family: IpFamily,
) -> FindingBuilder<'a> {
    let spec = &cx.plan.spec;
    let keep = |ranges: &[crate::net::Cidr]| -> Vec<String> {
        ranges
            .iter()
            .filter(|range| range.family() == family)
            .map(ToString::to_string)
            .collect()
    };
    let (pods, services) = (keep(&spec.pod_cidrs), keep(&spec.service_cidrs));
    let reachable = spec
        .advertise_address
        .is_none_or(|address| IpFamily::of(address) == family);
    if pods.is_empty() || services.is_empty() || !reachable {
        return report;
    }
    let patch = [("podCIDRs", pods), ("serviceCIDRs", services)]
        .into_iter()
        .map(|(name, ranges)| PatchOperation::Replace {
            path: field(name),
            value: ranges.into(),
        })
        .chain(without_mask(cx, family.other()))
        .collect();
    let name = match family {
        IpFamily::IPv4 => "ipv4",
        IpFamily::IPv6 => "ipv6",
    };
    report.fix(name, [], false, patch)
}

/// Returns what takes the node mask of a family out of the plan; nothing if it has none.
fn without_mask(cx: &LintContext<'_>, family: IpFamily) -> Option<PatchOperation> {
    let path = mask_field(family);
    cx.document.at(&path)?;
    Some(PatchOperation::Remove { path })
}

/// Offers to put IPv4 first in the pod and Service ranges, if the API server's address is IPv4.
fn with_ipv4_first<'a>(report: FindingBuilder<'a>, cx: &LintContext<'_>) -> FindingBuilder<'a> {
    let spec = &cx.plan.spec;
    if spec.advertise_address.is_some_and(|address| address.is_ipv6()) {
        return report;
    }
    let patch = [
        ("podCIDRs", &spec.pod_cidrs),
        ("serviceCIDRs", &spec.service_cidrs),
    ]
    .into_iter()
    .filter(|(_, ranges)| {
        ranges
            .first()
            .is_some_and(|first| first.family() == IpFamily::IPv6)
    })
    .map(|(name, ranges)| PatchOperation::Replace {
        path: field(name),
        value: ranges.iter().rev().map(ToString::to_string).collect(),
    })
    .collect();
    report.fix("swap", [], false, patch)
}

/// Returns the place `/spec/NAME`.
fn field(name: &str) -> crate::diagnostic::Pointer {
    crate::diagnostic::Pointer::root().key("spec").key(name)
}
