//! OpenShift: install-config.yaml (openshift/installer `pkg/types/validation/installconfig.go`,
//! `pkg/validate/validate.go`, read at release 4.19; the internal networks of OVN-Kubernetes from
//! ovn-kubernetes `go-controller/pkg/config/config.go`).

use serde_json::{Map, Value};

use crate::diagnostic::{Component, Diagnostic, FieldError, FieldValue, Severity, ValueSyntax};
use crate::export::tree::{member, tree};
use crate::export::{
    ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding, forecasts, ranges, refuse,
};
use crate::i18n::Message;
use crate::kubernetes::Window;
use crate::net::{Cidr, IpFamily};
use crate::plan::node_mask;

/// The install configuration.
pub(in crate::export) struct Openshift;

static META: TargetMeta = TargetMeta {
    id: "openshift",
    // 4.19, whose checks were read.
    versions: Window::from(32),
    docs: "https://docs.redhat.com/en/documentation/openshift_container_platform/4.19/html/installing_on_bare_metal/",
};

/// Machines of the control plane, which are counted among the nodes of the plan.
const CONTROL_PLANE: u32 = 3;
/// Where the addresses of load balancers of platforms are placeholders: the lists, and what stands for an address.
const VIPS: [(&str, &str); 2] = [("apiVIPs", "API_VIP"), ("ingressVIPs", "INGRESS_VIP")];
const DOCKER_BRIDGE: &str = "172.17.0.0/16";

/// What OVN-Kubernetes uses inside, and what the installer calls it.
const INTERNAL: [(&str, &str); 6] = [
    ("internal", "100.64.0.0/16"),
    ("internal", "fd98::/64"),
    ("transit", "100.88.0.0/16"),
    ("transit", "fd97::/64"),
    ("masquerade", "169.254.0.0/17"),
    ("masquerade", "fd69::/112"),
];

/// A platform of the installer.
struct Platform {
    name: &'static str,
    dual_stack: bool,
    ipv6_first: bool,
    ipv6_only: bool,
    /// Whether it takes addresses for the API and for ingress.
    vips: bool,
    /// Fields without which the installer does not start.
    required: &'static [(&'static str, &'static str)],
}

const fn own(name: &'static str, required: &'static [(&'static str, &'static str)]) -> Platform {
    Platform {
        name,
        dual_stack: true,
        ipv6_first: true,
        ipv6_only: true,
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
        vips: false,
        required,
    }
}

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

/// The platform of the plan's provider; own machines are bare metal.
fn platform(cx: &ExportContext<'_>) -> &'static Platform {
    let provider = cx.plan.spec.provider.map_or("none", |provider| provider.id());
    PLATFORMS
        .iter()
        .find(|(id, _)| *id == provider)
        .map_or(&BARE_METAL, |(_, platform)| platform)
}

/// One of the three lists of networks.
struct List {
    name: &'static str,
    field: &'static str,
    cidrs: Vec<Cidr>,
}

impl List {
    fn path(&self, index: usize) -> String {
        format!("networking.{}[{index}]", self.name)
    }

    /// The path of a network itself: those of pods have further fields.
    fn network(&self, index: usize) -> String {
        let path = self.path(index);
        if self.name == "clusterNetwork" {
            format!("{path}.cidr")
        } else {
            path
        }
    }
}

/// Machines in the order of the Services: the first family is where the addresses of load balancers come from.
fn machine_networks(cx: &ExportContext<'_>) -> Vec<Cidr> {
    let spec = &cx.plan.spec;
    let primary = spec.service_cidrs.first().map(Cidr::family);
    let (first, rest): (Vec<Cidr>, Vec<Cidr>) = spec
        .node_cidrs
        .iter()
        .partition(|cidr| Some(cidr.family()) == primary);
    first.into_iter().chain(rest).collect()
}

/// The lists in the order in which the installer looks at them.
fn lists(cx: &ExportContext<'_>) -> [List; 3] {
    let spec = &cx.plan.spec;
    let list = |name, field, cidrs| List { name, field, cidrs };
    [
        list("machineNetwork", "nodeCIDRs", machine_networks(cx)),
        list("serviceNetwork", "serviceCIDRs", spec.service_cidrs.clone()),
        list("clusterNetwork", "podCIDRs", spec.pod_cidrs.clone()),
    ]
}

/// The installer's refusal of a field.
fn refused(field: &'static str, path: String, value: impl ToString, detail: &str) -> Diagnostic {
    let value = value.to_string();
    let text = FieldError::invalid(path, FieldValue::Text(value.clone()), detail).message(ValueSyntax::Json);
    ranges::refusal(META.id, field, value, text)
}

fn overlaps_internal(cidr: &Cidr) -> Option<String> {
    INTERNAL.iter().find_map(|(name, network)| {
        let network: Cidr = network.parse().ok()?;
        network
            .overlaps(cidr)
            .then(|| format!("must not overlap with OVNKubernetes default {name} subnet {network}"))
    })
}

/// What is wrong with a network by itself.
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

/// What the installer calls a network of that list in its texts.
fn kind(list: &List) -> &'static str {
    match list.name {
        "machineNetwork" => "machine network",
        "serviceNetwork" => "service network",
        _ => "cluster network",
    }
}

/// Networks that share addresses with one of the same list or of a list before.
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

/// `hostPrefix`: exactly /64 in IPv6, and the same for every IPv4 range, which a plan cannot say otherwise.
fn host_prefix(cx: &ExportContext<'_>, index: usize, cidr: &Cidr) -> Option<Diagnostic> {
    let mask = node_mask(&cx.plan.spec, cidr.family());
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
    Some(ranges::refusal(
        META.id,
        "nodes",
        format!("/{mask}"),
        error.message(ValueSyntax::Json),
    ))
}

/// The networks one by one, in the installer's order.
fn networks(cx: &ExportContext<'_>) -> Option<Diagnostic> {
    let lists = lists(cx);
    for (position, list) in lists.iter().enumerate() {
        let before = lists.get(..position).unwrap_or_default();
        for (index, cidr) in list.cidrs.iter().enumerate() {
            if let Some(detail) = detail(list, cidr).or_else(|| overlap(list, index, cidr, before)) {
                return Some(refused(list.field, list.network(index), cidr, &detail));
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

/// Which families the platform takes, and in which order.
fn families(cx: &ExportContext<'_>) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    let platform = platform(cx);
    let whole = |value: &str, detail: &str| Some(refused("provider", "networking".to_owned(), value, detail));
    let services = &spec.service_cidrs;
    let joined = |cidrs: &[Cidr]| cidrs.iter().map(Cidr::to_string).collect::<Vec<_>>().join(", ");
    if ranges::is_dual(services) {
        if services.len() != 2 {
            let detail = "when installing dual-stack IPv4/IPv6 you must provide two service networks, one for each IP \
                          address type";
            let path = "networking.serviceNetwork".to_owned();
            return Some(refused("serviceCIDRs", path, joined(services), detail));
        }
        if !platform.dual_stack {
            let detail =
                "dual-stack IPv4/IPv6 is not supported for this platform, specify only one type of address";
            return whole("DualStack", detail);
        }
        for list in lists(cx).iter().filter(|list| !list.cidrs.is_empty()) {
            let lacking = IpFamily::ALL
                .into_iter()
                .find(|family| ranges::of_family(&list.cidrs, *family).is_none());
            let detail = match lacking {
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
            return Some(refused(list.field, path, joined(&list.cidrs), &detail));
        }
        return None;
    }
    if ranges::of_family(services, IpFamily::IPv6).is_some() {
        if !platform.ipv6_only {
            return whole("IPv6", "single-stack IPv6 is not supported for this platform");
        }
    } else if services.len() > 1 {
        let path = "networking.serviceNetwork".to_owned();
        let detail = "only one service network can be specified";
        return Some(refused("serviceCIDRs", path, joined(services), detail));
    }
    None
}

/// The operator that sets up the network looks at pods and Services together.
fn matching(cx: &ExportContext<'_>) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    let differ = IpFamily::ALL.into_iter().any(|family| {
        ranges::of_family(&spec.pod_cidrs, family).is_some()
            != ranges::of_family(&spec.service_cidrs, family).is_some()
    });
    differ.then(|| {
        let text = "spec.clusterNetwork and spec.serviceNetwork must either both be IPv4-only, both be IPv6-only, or \
                    both be dual-stack";
        ranges::refusal(META.id, "podCIDRs", ranges::joined(&spec.pod_cidrs), text)
    })
}

/// The families in order, each once.
fn service_families(cx: &ExportContext<'_>) -> Vec<IpFamily> {
    let mut families: Vec<IpFamily> = cx.plan.spec.service_cidrs.iter().map(Cidr::family).collect();
    families.dedup();
    families
}

fn networking(cx: &ExportContext<'_>) -> Value {
    let spec = &cx.plan.spec;
    let machines: Vec<Value> = if spec.node_cidrs.is_empty() {
        service_families(cx)
            .into_iter()
            .map(
                |family| tree!({"cidr": format!("MACHINE_NETWORK_{}", family.as_str().to_ascii_uppercase())}),
            )
            .collect()
    } else {
        machine_networks(cx)
            .iter()
            .map(|cidr| tree!({"cidr": cidr}))
            .collect()
    };
    let pods: Vec<Value> = spec
        .pod_cidrs
        .iter()
        .map(|cidr| tree!({"cidr": cidr, "hostPrefix": node_mask(spec, cidr.family())}))
        .collect();
    tree!({
        "networkType": "OVNKubernetes",
        "machineNetwork": machines,
        "clusterNetwork": pods,
        "serviceNetwork": spec.service_cidrs,
    })
}

fn platform_value(cx: &ExportContext<'_>) -> Value {
    let platform = platform(cx);
    let mut fields = Map::new();
    for (name, value) in platform.required {
        fields.insert((*name).to_owned(), tree!(value));
    }
    if platform.vips {
        for (name, placeholder) in VIPS {
            let addresses: Vec<String> = service_families(cx)
                .into_iter()
                .map(|family| format!("{placeholder}_{}", family.as_str().to_ascii_uppercase()))
                .collect();
            fields.insert(name.to_owned(), tree!(addresses));
        }
    }
    member(platform.name, &fields)
}

fn install_config(cx: &ExportContext<'_>) -> Value {
    tree!({
        "apiVersion": "v1",
        "baseDomain": "example.com",
        "metadata": {"name": cx.object_name()},
        "networking": networking(cx),
        "platform": platform_value(cx),
        "controlPlane": {"name": "master", "replicas": CONTROL_PLANE},
        "compute": [{
            "name": "worker",
            "replicas": cx.plan.spec.nodes.count.saturating_sub(CONTROL_PLANE),
        }],
        "pullSecret": "PULL_SECRET",
        "sshKey": "SSH_PUBLIC_KEY",
    })
}

/// What is written, but does not hold all of the plan.
fn remarks(cx: &ExportContext<'_>) -> Vec<Diagnostic> {
    let spec = &cx.plan.spec;
    let about = |code, severity, field, message: Message| {
        finding(code, severity, field, message.with("target", META.id))
    };
    let placeholders = Message::new("EXP098").with("file", "install-config.yaml");
    let mut found = vec![about("EXP098", Severity::Warning, "provider", placeholders)];
    if spec.node_cidrs.is_empty() {
        found.push(about(
            "EXP093",
            Severity::Warning,
            "nodeCIDRs",
            Message::new("EXP093"),
        ));
    }
    if let Some(cni) = spec.cni.filter(|cni| cni.id() != "ovn-kubernetes") {
        let message = Message::new("EXP096.instead")
            .with("own", "OVN-Kubernetes")
            .with("plugin", cni.title());
        found.push(about("EXP096", Severity::Warning, "cni", message));
    }
    if let Some(address) = spec.advertise_address {
        let message = Message::new("EXP097").with("address", address);
        found.push(about("EXP097", Severity::Info, "advertiseAddress", message));
    }
    let bridge: Option<Cidr> = DOCKER_BRIDGE.parse().ok();
    for list in lists(cx) {
        if let Some((index, cidr)) = list
            .cidrs
            .iter()
            .enumerate()
            .find(|(_, cidr)| bridge.is_some_and(|bridge| bridge.overlaps(cidr)))
        {
            // The installer counts a pod network twice there.
            let path = match list.name {
                "clusterNetwork" => format!("{}[{index}]", list.path(index)),
                _ => list.path(index),
            };
            let message = Message::new("EXP094.bridge").with("range", *cidr);
            let mut diagnostic = about("EXP094", Severity::Warning, list.field, message);
            diagnostic.upstream = Some(format!(
                "{path}: {cidr} overlaps with default Docker Bridge subnet"
            ));
            found.push(diagnostic);
        }
    }
    found
}

impl Exporter for Openshift {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        refuse(
            ranges::missing(cx, META.id)
                .or_else(|| networks(cx))
                .or_else(|| families(cx))
                .or_else(|| matching(cx)),
        )?;
        let mut found = remarks(cx);
        found.extend(forecasts::of_components(cx, META.id, |component| {
            component == Component::KubeApiserver
        }));
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let version = cx.profile.version;
        let comments = [
            Message::new("export-openshift").with("kubernetes", version),
            Message::new("export-openshift-replicas")
                .with("nodes", cx.plan.spec.nodes.count)
                .with("control", CONTROL_PLANE),
        ];
        let text = cx.yaml(&comments, &[install_config(cx)]);
        out.add("openshift/install-config.yaml", "application/yaml", &text)
    }
}

#[cfg(test)]
mod tests {
    use crate::catalog::{Cni, Provider};
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::export;
    use crate::request::ClusterPlan;

    const PODS: &[&str] = &["10.244.0.0/16", "fd00:10:244::/56"];
    const SERVICES: &[&str] = &["10.96.0.0/16", "fd00:10:96::/112"];

    fn body(plan: &ClusterPlan) -> String {
        let exported = export(plan, &[], &["openshift"]);
        assert_eq!(exported.files.len(), 1, "{:?}", exported.diagnostics);
        let lines = exported.files[0]
            .text
            .lines()
            .filter(|line| !line.starts_with('#'));
        lines.map(|line| format!("{line}\n")).collect()
    }

    fn refusal(plan: &ClusterPlan) -> String {
        let exported = export(plan, &[], &["openshift"]);
        assert!(exported.files.is_empty(), "{:?}", exported.files);
        exported.diagnostics[0].upstream.clone().unwrap_or_default()
    }

    #[test]
    fn both_families_on_own_machines() {
        let mut plan = plan("1.36", PODS, SERVICES);
        plan.spec.nodes.count = 40;
        assert_eq!(
            body(&plan),
            "\
apiVersion: v1
baseDomain: example.com
metadata:
  name: demo
networking:
  networkType: OVNKubernetes
  machineNetwork:
    - cidr: 192.168.1.0/24
    - cidr: fd00:192:168:1::/64
  clusterNetwork:
    - cidr: 10.244.0.0/16
      hostPrefix: 24
    - cidr: fd00:10:244::/56
      hostPrefix: 64
  serviceNetwork:
    - 10.96.0.0/16
    - fd00:10:96::/112
platform:
  baremetal:
    apiVIPs:
      - API_VIP_IPV4
      - API_VIP_IPV6
    ingressVIPs:
      - INGRESS_VIP_IPV4
      - INGRESS_VIP_IPV6
controlPlane:
  name: master
  replicas: 3
compute:
  - name: worker
    replicas: 37
pullSecret: PULL_SECRET
sshKey: SSH_PUBLIC_KEY
"
        );
    }

    #[test]
    fn ipv6_first_turns_every_list() {
        let text = body(&plan("1.36", &[PODS[1], PODS[0]], &[SERVICES[1], SERVICES[0]]));
        assert!(
            text.contains("  machineNetwork:\n    - cidr: fd00:192:168:1::/64\n    - cidr: 192.168.1.0/24\n"),
            "{text}"
        );
        assert!(
            text.contains("    apiVIPs:\n      - API_VIP_IPV6\n      - API_VIP_IPV4\n"),
            "{text}"
        );
    }

    #[test]
    fn platforms_have_their_families() {
        let on = |provider: &str, pods: &[&str], services: &[&str]| {
            let mut plan = plan("1.36", pods, services);
            plan.spec.provider = Provider::find(provider);
            plan
        };
        let aws = body(&on("aws", &PODS[..1], &SERVICES[..1]));
        assert!(
            aws.contains("platform:\n  aws:\n    region: REGION\ncontrolPlane:"),
            "{aws}"
        );
        for provider in ["aws", "azure", "gcp"] {
            assert_eq!(
                refusal(&on(provider, PODS, SERVICES)),
                "networking: Invalid value: \"DualStack\": dual-stack IPv4/IPv6 is not supported for this platform, \
                 specify only one type of address"
            );
            assert_eq!(
                refusal(&on(provider, &PODS[1..], &SERVICES[1..])),
                "networking: Invalid value: \"IPv6\": single-stack IPv6 is not supported for this platform"
            );
        }
        for provider in ["openstack", "vsphere"] {
            body(&on(provider, &[PODS[1], PODS[0]], &[SERVICES[1], SERVICES[0]]));
            body(&on(provider, &PODS[1..], &SERVICES[1..]));
        }
    }

    #[test]
    fn networks_that_the_installer_refuses() {
        let with = |pods: &[&str], services: &[&str]| refusal(&plan("1.36", pods, services));
        for (pods, text) in [
            (
                "100.64.0.0/14",
                "networking.clusterNetwork[0].cidr: Invalid value: \"100.64.0.0/14\": must not overlap with \
                 OVNKubernetes default internal subnet 100.64.0.0/16",
            ),
            (
                "100.88.0.0/16",
                "networking.clusterNetwork[0].cidr: Invalid value: \"100.88.0.0/16\": must not overlap with \
                 OVNKubernetes default transit subnet 100.88.0.0/16",
            ),
            (
                "169.254.0.0/16",
                "networking.clusterNetwork[0].cidr: Invalid value: \"169.254.0.0/16\": must not overlap with \
                 OVNKubernetes default masquerade subnet 169.254.0.0/17",
            ),
            (
                "192.168.0.0/16",
                "networking.clusterNetwork[0].cidr: Invalid value: \"192.168.0.0/16\": cluster network must not \
                 overlap with any of the machine networks",
            ),
            (
                "10.96.0.0/14",
                "networking.clusterNetwork[0].cidr: Invalid value: \"10.96.0.0/14\": cluster network must not overlap \
                 with service network 0",
            ),
            (
                "10.244.0.0/25",
                "networking.clusterNetwork[0].hostPrefix: Invalid value: 24: cluster network host subnetwork prefix \
                 must not be larger size than CIDR 10.244.0.0/25",
            ),
        ] {
            assert_eq!(with(&[pods], &["10.96.0.0/16"]), text);
        }
        assert_eq!(
            with(&PODS[1..], &["fd00:10:96::/107"]),
            "networking.serviceNetwork[0]: Invalid value: \"fd00:10:96::/107\": subnet size for IPv6 service network \
             should be /112"
        );
        assert_eq!(
            with(PODS, &SERVICES[..1]),
            "spec.clusterNetwork and spec.serviceNetwork must either both be IPv4-only, both be IPv6-only, or both be \
             dual-stack"
        );
        assert_eq!(
            with(&PODS[..1], &["10.96.0.0/16", "10.97.0.0/16"]),
            "networking.serviceNetwork: Invalid value: \"10.96.0.0/16, 10.97.0.0/16\": only one service network can be \
             specified"
        );
        let mut masks = plan("1.36", PODS, SERVICES);
        masks.spec.nodes.mask_size_ipv6 = Some(72);
        assert_eq!(
            refusal(&masks),
            "networking.clusterNetwork[1].hostPrefix: Invalid value: 72: cluster network host subnetwork prefix must \
             be 64 for IPv6 networks"
        );
        let mut machines = plan("1.36", PODS, SERVICES);
        machines.spec.node_cidrs.truncate(1);
        assert_eq!(
            refusal(&machines),
            "networking.machineNetwork: Invalid value: \"192.168.1.0/24\": dual-stack IPv4/IPv6 requires an IPv6 \
             network in this list"
        );
    }

    #[test]
    fn several_pod_ranges_of_a_family_are_taken() {
        let text = body(&plan(
            "1.36",
            &["10.244.0.0/16", "10.245.0.0/16"],
            &["10.96.0.0/16"],
        ));
        assert_eq!(text.matches("hostPrefix: 24").count(), 2);
    }

    #[test]
    fn what_is_left_to_the_user_is_said() {
        let mut plan = plan("1.36", &["172.17.0.0/16"], &["10.96.0.0/16"]);
        plan.spec.node_cidrs.clear();
        plan.spec.cni = Cni::find("calico");
        plan.spec.advertise_address = Some("192.168.1.11".parse().unwrap());
        let exported = export(&plan, &[], &["openshift"]);
        let codes: Vec<&str> = exported.diagnostics.iter().map(|found| found.code).collect();
        assert_eq!(codes, ["EXP098", "EXP093", "EXP096", "EXP097", "EXP094"]);
        assert!(body(&plan).contains("    - cidr: MACHINE_NETWORK_IPV4\n"));
        assert_eq!(
            exported.diagnostics[4].upstream.as_deref(),
            Some("networking.clusterNetwork[0][0]: 172.17.0.0/16 overlaps with default Docker Bridge subnet")
        );
    }
}
