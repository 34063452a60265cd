//! OpenShift: the installer's platforms, and its checks of the three lists of networks with its own texts
//! (openshift/installer `pkg/types/validation/installconfig.go`, `pkg/validate/validate.go`).

use super::Tool;
use super::lists::{has_both, joined, missing, of_family, refuses_value};
use crate::diagnostic::Diagnostic;
use crate::go::field_error::{FieldError, FieldValue, ValueSyntax};
use crate::net::{Cidr, IpFamily};

/// Returns what the installer refuses.
pub(super) fn check(cx: &Tool<'_>) -> Vec<Diagnostic> {
    missing(cx)
        .or_else(|| networks(cx))
        .or_else(|| families(cx))
        .or_else(|| matching(cx))
        .into_iter()
        .collect()
}

/// A platform of the installer.
pub struct Platform {
    /// Its name in the configuration.
    pub name: &'static str,
    /// Whether it builds clusters of both families.
    pub dual_stack: bool,
    /// Whether IPv6 can be first of both.
    pub ipv6_first: bool,
    /// Whether IPv6 can be the only family.
    pub ipv6_only: bool,
    /// Whether the platform is told its families by `ipFamily`, and finds its IPv6 networks itself.
    pub ip_family: bool,
    /// Whether the platform takes addresses for the API and for ingress.
    pub vips: bool,
    /// The fields that the installer requires.
    pub required: &'static [(&'static str, &'static str)],
}

const fn own(name: &'static str, required: &'static [(&'static str, &'static str)]) -> Platform {
    Platform {
        name,
        dual_stack: true,
        ipv6_first: true,
        ipv6_only: true,
        ip_family: false,
        vips: true,
        required,
    }
}

const fn cloud(name: &'static str, required: &'static [(&'static str, &'static str)]) -> Platform {
    Platform {
        name,
        dual_stack: false,
        ipv6_first: false,
        ipv6_only: false,
        ip_family: false,
        vips: false,
        required,
    }
}

/// AWS with `ipFamily`. IPv6 machine networks are AWS' own, so the list may lack them.
static AWS_DUAL_STACK: Platform = Platform {
    dual_stack: true,
    ipv6_first: true,
    ip_family: true,
    ..cloud("aws", &[("region", "REGION")])
};
static BARE_METAL: Platform = own("baremetal", &[]);
static PLATFORMS: [(&str, Platform); 5] = [
    ("aws", cloud("aws", &[("region", "REGION")])),
    (
        "azure",
        cloud(
            "azure",
            &[
                ("baseDomainResourceGroupName", "RESOURCE_GROUP"),
                ("region", "REGION"),
            ],
        ),
    ),
    (
        "gcp",
        cloud("gcp", &[("projectID", "PROJECT"), ("region", "REGION")]),
    ),
    ("openstack", own("openstack", &[("cloud", "CLOUD")])),
    ("vsphere", own("vsphere", &[])),
];

/// Returns the platform of the plan's provider. Own machines are bare metal.
pub fn platform(cx: &Tool<'_>) -> &'static Platform {
    let provider = cx.plan.spec.provider.map_or("none", |provider| provider.id());
    if provider == "aws"
        && has_both(&cx.plan.spec.service_cidrs)
        && cx.profile.installers.openshift_aws_dual_stack
    {
        return &AWS_DUAL_STACK;
    }
    PLATFORMS
        .iter()
        .find(|(id, _)| *id == provider)
        .map_or(&BARE_METAL, |(_, platform)| platform)
}

/// The networks that OVN-Kubernetes uses inside, with their names in the installer.
const INTERNAL: [(&str, &str); 6] = [
    ("internal", "100.64.0.0/16"),
    ("internal", "fd98::/64"),
    ("transit", "100.88.0.0/16"),
    ("transit", "fd97::/64"),
    ("masquerade", "169.254.0.0/17"),
    ("masquerade", "fd69::/112"),
];

/// One of the three lists of networks.
pub struct List {
    /// The name of the list in the configuration.
    pub name: &'static str,
    /// The field of the plan.
    pub field: &'static str,
    /// The networks.
    pub cidrs: Vec<Cidr>,
}

impl List {
    /// Returns the path of a network of the list.
    pub fn path(&self, index: usize) -> String {
        format!("networking.{}[{index}]", self.name)
    }

    /// Returns the field path of a network. Pod networks have further fields below it.
    fn network(&self, index: usize) -> String {
        let path = self.path(index);
        if self.name == "clusterNetwork" {
            format!("{path}.cidr")
        } else {
            path
        }
    }
}

/// Returns the machine networks in the order of the Services: the addresses of load balancers are of the first
/// family.
pub fn machine_networks(cx: &Tool<'_>) -> Vec<Cidr> {
    let spec = &cx.plan.spec;
    let primary = spec.service_cidrs.first().map(Cidr::family);
    let (first, rest): (Vec<Cidr>, Vec<Cidr>) = spec
        .node_cidrs
        .iter()
        .partition(|cidr| Some(cidr.family()) == primary);
    first.into_iter().chain(rest).collect()
}

/// Returns the lists in the order in which the installer checks them.
pub fn lists(cx: &Tool<'_>) -> [List; 3] {
    let spec = &cx.plan.spec;
    let list = |name, field, cidrs| List { name, field, cidrs };
    [
        list("machineNetwork", "nodeCIDRs", machine_networks(cx)),
        list("serviceNetwork", "serviceCIDRs", spec.service_cidrs.clone()),
        list("clusterNetwork", "podCIDRs", spec.pod_cidrs.clone()),
    ]
}

/// Creates the finding that the installer refuses a field.
fn refused(
    cx: &Tool<'_>,
    field: &'static str,
    path: String,
    value: impl ToString,
    detail: &str,
) -> Diagnostic {
    let value = value.to_string();
    let text = FieldError::invalid(path, FieldValue::Text(value.clone()), detail).message(ValueSyntax::Json);
    refuses_value(cx, field, value, text)
}

fn overlaps_internal(cidr: &Cidr) -> Option<String> {
    INTERNAL.iter().find_map(|(name, network)| {
        let network: Cidr = network.parse().ok()?;
        network
            .overlaps(cidr)
            .then(|| format!("must not overlap with OVNKubernetes default {name} subnet {network}"))
    })
}

/// Returns the installer's text about a network that is invalid by itself. `None` if it is valid.
fn detail(list: &List, cidr: &Cidr) -> Option<String> {
    if cidr.network().is_unspecified() {
        return Some("address must be specified".to_owned());
    }
    if list.name == "serviceNetwork" {
        match (cidr.family(), cidr.prefix_len()) {
            (IpFamily::IPv4, 0..12) => {
                return Some(
                    "subnet size for IPv4 service network must be /12 or greater (/16 is recommended)"
                        .to_owned(),
                );
            }
            (IpFamily::IPv6, 0..108) => {
                return Some("subnet size for IPv6 service network should be /112".to_owned());
            }
            _ => {}
        }
    }
    overlaps_internal(cidr)
}

/// Returns the name of a network of that list in the installer's texts.
fn kind(list: &List) -> &'static str {
    match list.name {
        "machineNetwork" => "machine network",
        "serviceNetwork" => "service network",
        _ => "cluster network",
    }
}

/// Returns the installer's text about networks that overlap one of the same list or of an earlier list.
fn overlap(list: &List, index: usize, cidr: &Cidr, before: &[List]) -> Option<String> {
    let kind_of = kind(list);
    for other in before {
        let Some(at) = other.cidrs.iter().position(|other| other.overlaps(cidr)) else {
            continue;
        };
        return Some(if other.name == "machineNetwork" {
            format!("{kind_of} must not overlap with any of the machine networks")
        } else {
            format!("{kind_of} must not overlap with {} {at}", kind(other))
        });
    }
    let at = list
        .cidrs
        .iter()
        .take(index)
        .position(|other| other.overlaps(cidr))?;
    Some(format!("{kind_of} must not overlap with {kind_of} {at}"))
}

/// Checks `hostPrefix`: exactly /64 in IPv6, and the same for every IPv4 range, since a plan has one IPv4 mask.
fn host_prefix(cx: &Tool<'_>, index: usize, cidr: &Cidr) -> Option<Diagnostic> {
    let mask = cx.plan.spec.node_mask(cidr.family());
    let detail = if mask < cidr.prefix_len() {
        format!("cluster network host subnetwork prefix must not be larger size than CIDR {cidr}")
    } else if cidr.family() == IpFamily::IPv6 && mask != 64 {
        "cluster network host subnetwork prefix must be 64 for IPv6 networks".to_owned()
    } else {
        return None;
    };
    let error = FieldError::invalid(
        format!("networking.clusterNetwork[{index}].hostPrefix"),
        FieldValue::Number(mask.into()),
        detail,
    );
    Some(refuses_value(
        cx,
        "nodes",
        format!("/{mask}"),
        error.message(ValueSyntax::Json),
    ))
}

/// Checks the networks one by one, in the installer's order.
fn networks(cx: &Tool<'_>) -> Option<Diagnostic> {
    let lists = lists(cx);
    for (position, list) in lists.iter().enumerate() {
        let before = lists.get(..position).unwrap_or_default();
        for (index, cidr) in list.cidrs.iter().enumerate() {
            if let Some(detail) = detail(list, cidr).or_else(|| overlap(list, index, cidr, before)) {
                return Some(refused(cx, list.field, list.network(index), cidr, &detail));
            }
            if list.name == "clusterNetwork"
                && let Some(found) = host_prefix(cx, index, cidr)
            {
                return Some(found);
            }
        }
    }
    None
}

/// Checks the families and their order against the platform.
fn families(cx: &Tool<'_>) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    let platform = platform(cx);
    let whole = |value: &str, detail: &str| {
        let mut found = refused(cx, "provider", "networking".to_owned(), value, detail);
        found.message.id = "EXP091.platform".into();
        Some(found)
    };
    let services = &spec.service_cidrs;
    let joined = |cidrs: &[Cidr]| cidrs.iter().map(Cidr::to_string).collect::<Vec<_>>().join(", ");
    if has_both(services) {
        if services.len() != 2 {
            let detail = "when installing dual-stack IPv4/IPv6 you must provide two service networks, one for each IP \
                          address type";
            let path = "networking.serviceNetwork".to_owned();
            return Some(refused(cx, "serviceCIDRs", path, joined(services), detail));
        }
        if !platform.dual_stack {
            let detail =
                "dual-stack IPv4/IPv6 is not supported for this platform, specify only one type of address";
            return whole("DualStack", detail);
        }
        for list in lists(cx).iter().filter(|list| !list.cidrs.is_empty()) {
            let lacking = IpFamily::ALL
                .into_iter()
                .find(|family| of_family(&list.cidrs, *family).is_none());
            let detail = match lacking {
                Some(IpFamily::IPv6) if platform.ip_family && list.name == "machineNetwork" => continue,
                Some(family) => format!("dual-stack IPv4/IPv6 requires an {family} network in this list"),
                None if !platform.ipv6_first
                    && list
                        .cidrs
                        .first()
                        .is_some_and(|cidr| cidr.family() == IpFamily::IPv6) =>
                {
                    "IPv4 addresses must be listed before IPv6 addresses".to_owned()
                }
                None => continue,
            };
            let path = format!("networking.{}", list.name);
            return Some(refused(cx, list.field, path, joined(&list.cidrs), &detail));
        }
        return None;
    }
    if of_family(services, IpFamily::IPv6).is_some() {
        if !platform.ipv6_only {
            return whole("IPv6", "single-stack IPv6 is not supported for this platform");
        }
    } else if services.len() > 1 {
        let path = "networking.serviceNetwork".to_owned();
        let detail = "only one service network can be specified";
        return Some(refused(cx, "serviceCIDRs", path, joined(services), detail));
    }
    None
}

/// Checks pods and Services together, as the operator that sets up the network does.
fn matching(cx: &Tool<'_>) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    let differ = IpFamily::ALL.into_iter().any(|family| {
        of_family(&spec.pod_cidrs, family).is_some() != of_family(&spec.service_cidrs, family).is_some()
    });
    differ.then(|| {
        let text = "spec.clusterNetwork and spec.serviceNetwork must either both be IPv4-only, both be IPv6-only, or \
                    both be dual-stack";
        refuses_value(cx, "podCIDRs", joined(&spec.pod_cidrs, ","), text)
    })
}
