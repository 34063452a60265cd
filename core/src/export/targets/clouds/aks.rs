//! AKS with Azure CNI Overlay (MicrosoftDocs/azure-aks-docs configure-dual-stack.md, azure-cni-overlay.md,
//! concepts-network-ip-address-planning.md; hashicorp/terraform-provider-azurerm kubernetes_cluster).
//!
//! IPv4, or both families with IPv4 first. A node gets a /24 of the IPv4 pod range, whatever the plan says.

use std::net::IpAddr;

use super::shared::{self, Cloud, Findings, Stack};
use crate::catalog::clouds;
use crate::clusterip::{RangeOrigin, ServiceBands};
use crate::diagnostic::Severity;
use crate::export::text::hcl::{Body, Value};
use crate::export::text::shell::{self, Command};
use crate::export::{ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::kubernetes::Window;
use crate::kubernetes::clouds::AKS_CILIUM_DUAL_STACK;
use crate::kubernetes::cluster_ip::ClusterIpRules;
use crate::net::{Cidr, IpFamily};

/// az commands and a Terraform configuration.
pub(in crate::export) struct Aks;

static META: TargetMeta = TargetMeta {
    id: "aks",
    // Azure CNI Overlay with both families: 1.26.3 (azure-cni-overlay.md).
    versions: Window::from(26),
    docs: "https://learn.microsoft.com/azure/aks/configure-dual-stack",
};
const CLOUD: Cloud = Cloud {
    target: META.id,
    title: "AKS",
};

/// The longest DNS prefix, made of the name.
const LONGEST_NAME: usize = 54;

/// What the commands and the configuration are made of.
struct Network {
    stack: Stack,
    pods: Vec<Cidr>,
    services: Vec<Cidr>,
    dns: IpAddr,
    /// Networks of a virtual network and the subnets in them; empty where AKS makes its own.
    nodes: Vec<(Cidr, Cidr)>,
    cilium: bool,
}

/// The /64 of an IPv6 range that AKS takes, and an IPv4 range as it is.
fn as_taken(cidr: Cidr) -> Option<Cidr> {
    match cidr.family() {
        IpFamily::IPv4 => Some(cidr),
        IpFamily::IPv6 => cidr.block(clouds::AKS_POD_PREFIX_IPV6, 0),
    }
}

fn families(stack: Stack) -> impl Iterator<Item = IpFamily> {
    IpFamily::ALL.into_iter().filter(move |family| stack.has(*family))
}

fn dns_address(cx: &ExportContext<'_>) -> Option<IpAddr> {
    let rules = ClusterIpRules::at(cx.profile.version);
    let range = shared::services(cx, IpFamily::IPv4)?;
    ServiceBands::new(range, RangeOrigin::Flag, &rules).dns_service
}

fn node_networks(cx: &ExportContext<'_>, stack: Stack) -> Vec<(Cidr, Cidr)> {
    let networks: Option<Vec<(Cidr, Cidr)>> = families(stack)
        .map(|family| {
            let network = shared::nodes(cx, family)?;
            Some((network, as_taken(network)?))
        })
        .collect();
    networks.unwrap_or_default()
}

impl Network {
    fn of(cx: &ExportContext<'_>) -> Option<Network> {
        let stack = shared::stack(cx)?;
        let dual_cilium = AKS_CILIUM_DUAL_STACK.at(cx.profile.version);
        let wanted = cx.plan.spec.cni.is_none_or(|cni| cni.id() == "cilium");
        Some(Network {
            stack,
            pods: families(stack)
                .map(|family| as_taken(shared::pods(cx, family)?))
                .collect::<Option<_>>()?,
            services: families(stack)
                .map(|family| shared::services(cx, family))
                .collect::<Option<_>>()?,
            dns: dns_address(cx)?,
            nodes: node_networks(cx, stack),
            cilium: wanted && (dual_cilium || !stack.dual),
        })
    }

    /// `10.244.0.0/16,fd00::/64`
    fn list(cidrs: &[Cidr]) -> String {
        cidrs.iter().map(Cidr::to_string).collect::<Vec<_>>().join(",")
    }
}

fn check(cx: &ExportContext<'_>) -> Support {
    let mut out = Findings::of(CLOUD);
    let Some(stack) = shared::checked_stack(&mut out, cx) else {
        return out.into_support();
    };
    if stack.first == IpFamily::IPv6 {
        return shared::ipv4_first(out, stack);
    }
    check_sizes(&mut out, cx);
    check_services(&mut out, cx);
    let pods: Vec<Cidr> = cx.plan.spec.pod_cidrs.clone();
    for range in pods.iter().filter(|range| range.family() == IpFamily::IPv6) {
        let fixed = clouds::AKS_POD_PREFIX_IPV6;
        match range.block(fixed, 0) {
            Some(first) if first == *range => {}
            Some(first) => {
                let message = Message::new("EXP114").with("range", *range).with("first", first);
                out.add("EXP114", Severity::Warning, "podCIDRs", message);
            }
            None => {
                let message = Message::new("EXP114.small").with("range", *range);
                out.add("EXP114", Severity::Error, "podCIDRs", message);
            }
        }
    }
    check_nodes(&mut out, cx, stack);
    shared::fixed_mask(&mut out, cx, clouds::AKS_NODE_MASK_IPV4);
    let cilium = Network::of(cx).is_some_and(|network| network.cilium);
    let brings: &[&str] = if cilium {
        &["azure-cni", "cilium"]
    } else {
        &["azure-cni"]
    };
    shared::other_plugin(&mut out, cx, brings, "Azure CNI Overlay");
    out.into_support()
}

fn check_sizes(out: &mut Findings, cx: &ExportContext<'_>) {
    let nodes = cx.plan.spec.nodes;
    shared::pods_per_node(out, cx, &clouds::AKS_PODS_PER_NODE);
    if u64::from(nodes.max_pods).saturating_mul(nodes.count.into()) < clouds::AKS_PODS_PER_POOL {
        let message = Message::new("EXP106.pool")
            .with("pods", nodes.max_pods)
            .with("count", nodes.count);
        out.add("EXP106", Severity::Error, "nodes", message);
    }
    if nodes.planned() > clouds::AKS_NODES {
        let severity = if nodes.count > clouds::AKS_NODES {
            Severity::Error
        } else {
            Severity::Warning
        };
        let message = Message::new("EXP118")
            .with("limit", clouds::AKS_NODES)
            .with("wanted", nodes.planned());
        out.add("EXP118", severity, "nodes", message);
    } else if nodes.count > clouds::AKS_NODES_PER_POOL {
        let message = Message::new("EXP118.pool")
            .with("limit", clouds::AKS_NODES_PER_POOL)
            .with("wanted", nodes.count);
        out.add("EXP118", Severity::Warning, "nodes", message);
    }
    if let Some(range) = shared::pods(cx, IpFamily::IPv4) {
        shared::pod_room(out, cx, range, clouds::AKS_NODE_MASK_IPV4);
    }
}

fn check_services(out: &mut Findings, cx: &ExportContext<'_>) {
    if let Some(range) = shared::services(cx, IpFamily::IPv4) {
        if range.prefix_len() <= clouds::AKS_SERVICE_PREFIX_IPV4 {
            let limit = format!("/{}", clouds::AKS_SERVICE_PREFIX_IPV4);
            let message = Message::new("EXP115.smaller")
                .with("range", range)
                .with("limit", limit);
            out.add("EXP115", Severity::Error, "serviceCIDRs", message);
        }
        if dns_address(cx).is_none() {
            let message = Message::new("EXP115.dns").with("range", range);
            out.add("EXP115", Severity::Error, "serviceCIDRs", message);
        }
    }
    let ipv6 = shared::services(cx, IpFamily::IPv6);
    if let Some(range) = ipv6.filter(|range| range.prefix_len() < clouds::AKS_SERVICE_PREFIX_IPV6) {
        let limit = format!("/{}", clouds::AKS_SERVICE_PREFIX_IPV6);
        let message = Message::new("EXP115.at-most")
            .with("range", range)
            .with("limit", limit);
        out.add("EXP115", Severity::Error, "serviceCIDRs", message);
    }
}

fn check_nodes(out: &mut Findings, cx: &ExportContext<'_>, stack: Stack) {
    let networks = node_networks(cx, stack);
    for family in families(stack) {
        let mut ranges: Vec<(&'static str, Cidr)> = Vec::new();
        ranges.extend(shared::nodes(cx, family).map(|range| ("nodeCIDRs", range)));
        ranges.extend(
            shared::pods(cx, family)
                .and_then(as_taken)
                .map(|range| ("podCIDRs", range)),
        );
        ranges.extend(shared::services(cx, family).map(|range| ("serviceCIDRs", range)));
        shared::overlaps(out, &ranges);
        for (field, range) in ranges {
            let kept = clouds::AKS_RESERVED
                .iter()
                .filter_map(|text| text.parse::<Cidr>().ok());
            for block in kept.filter(|block| block.overlaps(&range)) {
                let message = Message::new("EXP105").with("range", range).with("block", block);
                out.add("EXP105", Severity::Error, field, message);
            }
        }
    }
    for (network, subnet) in &networks {
        if network.family() == IpFamily::IPv4 {
            shared::subnet_room(out, cx, *subnet, clouds::AZURE_SUBNET_RESERVED);
        } else if network != subnet {
            let message = Message::new("EXP113.subnet")
                .with("range", *network)
                .with("first", *subnet);
            out.add("EXP113", Severity::Warning, "nodeCIDRs", message);
        }
    }
    // Without a network of each family AKS makes its own.
    let used: Vec<Cidr> = networks.iter().map(|(network, _)| *network).collect();
    shared::unused_networks(out, cx, &used);
}

fn comments() -> Vec<Message> {
    vec![Message::new("export-cloud-versions").with("command", "az aks get-versions --location LOCATION")]
}

fn first_pool(cx: &ExportContext<'_>) -> u32 {
    cx.plan.spec.nodes.count.clamp(1, clouds::AKS_NODES_PER_POOL)
}

fn script(cx: &ExportContext<'_>, network: &Network) -> String {
    let spec = &cx.plan.spec;
    let name = shared::name(cx, LONGEST_NAME);
    let blank = || "\n".to_owned();
    let mut commands = vec![
        shell::required("LOCATION"),
        shell::default("RESOURCE_GROUP", &name),
        shell::default("NODE_COUNT", first_pool(cx)),
        blank(),
        Command::new(["az", "group", "create"])
            .variable("--name", "RESOURCE_GROUP")
            .variable("--location", "LOCATION")
            .render(),
        blank(),
    ];
    if !network.nodes.is_empty() {
        let networks = network.nodes.iter().map(|(network, _)| network.to_string());
        let subnets = network.nodes.iter().map(|(_, subnet)| subnet.to_string());
        let vnet = Command::new(["az", "network", "vnet", "create"])
            .variable("--resource-group", "RESOURCE_GROUP")
            .flag("--name", &name)
            .words("--address-prefixes", networks)
            .flag("--subnet-name", "nodes")
            .words("--subnet-prefixes", subnets);
        let subnet = Command::new(["az", "network", "vnet", "subnet", "show"])
            .variable("--resource-group", "RESOURCE_GROUP")
            .flag("--vnet-name", &name)
            .flag("--name", "nodes")
            .flag("--query", "id")
            .flag("--output", "tsv");
        commands.extend([vnet.render(), blank(), subnet.into_variable("SUBNET_ID"), blank()]);
    }
    let mut cluster = Command::new(["az", "aks", "create"])
        .variable("--resource-group", "RESOURCE_GROUP")
        .flag("--name", &name)
        .variable("--location", "LOCATION")
        .flag("--kubernetes-version", spec.kubernetes_version)
        .flag("--network-plugin", "azure")
        .flag("--network-plugin-mode", "overlay");
    if network.cilium {
        cluster = cluster.flag("--network-dataplane", "cilium");
    }
    cluster = cluster
        .flag(
            "--ip-families",
            if network.stack.dual { "ipv4,ipv6" } else { "ipv4" },
        )
        .flag("--pod-cidrs", Network::list(&network.pods))
        .flag("--service-cidrs", Network::list(&network.services))
        .flag("--dns-service-ip", network.dns)
        .flag("--max-pods", spec.nodes.max_pods)
        .variable("--node-count", "NODE_COUNT");
    if !network.nodes.is_empty() {
        cluster = cluster.variable("--vnet-subnet-id", "SUBNET_ID");
    }
    commands.push(cluster.switch("--generate-ssh-keys").render());
    let mut comments = comments();
    comments.push(Message::new("export-aks-script"));
    shared::script(cx, &comments, &commands)
}

fn virtual_network(name: &str, nodes: &[(Cidr, Cidr)]) -> Body {
    let group = || Value::expression("var.resource_group_name");
    Body::new()
        .block(
            "resource",
            &["azurerm_virtual_network", "cluster"],
            Body::new()
                .attribute("name", Value::text(name))
                .attribute("location", Value::expression("var.location"))
                .attribute("resource_group_name", group())
                .attribute(
                    "address_space",
                    Value::texts(nodes.iter().map(|(network, _)| network)),
                ),
        )
        .block(
            "resource",
            &["azurerm_subnet", "nodes"],
            Body::new()
                .attribute("name", Value::text("nodes"))
                .attribute("resource_group_name", group())
                .attribute(
                    "virtual_network_name",
                    Value::expression("azurerm_virtual_network.cluster.name"),
                )
                .attribute(
                    "address_prefixes",
                    Value::texts(nodes.iter().map(|(_, subnet)| subnet)),
                ),
        )
}

fn cluster(cx: &ExportContext<'_>, network: &Network, name: &str) -> Body {
    let spec = &cx.plan.spec;
    let subnet = (!network.nodes.is_empty()).then(|| Value::expression("azurerm_subnet.nodes.id"));
    let families = families(network.stack).map(|family| family.to_string());
    Body::new()
        .attribute("name", Value::text(name))
        .attribute("location", Value::expression("var.location"))
        .attribute(
            "resource_group_name",
            Value::expression("var.resource_group_name"),
        )
        .attribute("dns_prefix", Value::text(name))
        .attribute("kubernetes_version", Value::text(spec.kubernetes_version))
        .block(
            "default_node_pool",
            &[],
            Body::new()
                .attribute("name", Value::text("system"))
                .attribute("node_count", Value::expression("var.node_count"))
                .attribute("vm_size", Value::expression("var.vm_size"))
                .attribute("max_pods", Value::Number(spec.nodes.max_pods.into()))
                .optional("vnet_subnet_id", subnet),
        )
        .block(
            "identity",
            &[],
            Body::new().attribute("type", Value::text("SystemAssigned")),
        )
        .block(
            "network_profile",
            &[],
            Body::new()
                .attribute("network_plugin", Value::text("azure"))
                .attribute("network_plugin_mode", Value::text("overlay"))
                .optional(
                    "network_data_plane",
                    network.cilium.then(|| Value::text("cilium")),
                )
                .attribute("ip_versions", Value::texts(families))
                .attribute("pod_cidrs", Value::texts(&network.pods))
                .attribute("service_cidrs", Value::texts(&network.services))
                .attribute("dns_service_ip", Value::text(network.dns))
                .attribute("load_balancer_sku", Value::text("standard")),
        )
}

fn configuration(cx: &ExportContext<'_>, network: &Network) -> Body {
    let name = shared::name(cx, LONGEST_NAME);
    let count = Value::Number(first_pool(cx).into());
    let mut body = shared::variable(cx, "location", "string", "export-cloud-region", None)
        .append(shared::variable(
            cx,
            "resource_group_name",
            "string",
            "export-aks-resource-group",
            None,
        ))
        .append(shared::variable(
            cx,
            "vm_size",
            "string",
            "export-aks-vm-size",
            None,
        ))
        .append(shared::variable(
            cx,
            "node_count",
            "number",
            "export-aks-node-count",
            Some(count),
        ));
    if !network.nodes.is_empty() {
        body = body.append(virtual_network(&name, &network.nodes));
    }
    body = body.block(
        "resource",
        &["azurerm_kubernetes_cluster", "cluster"],
        cluster(cx, network, &name),
    );
    if network.nodes.is_empty() {
        return body;
    }
    // Internal load balancers take addresses of the subnet in the cluster's name.
    body.block(
        "resource",
        &["azurerm_role_assignment", "subnet"],
        Body::new()
            .attribute("scope", Value::expression("azurerm_subnet.nodes.id"))
            .attribute("role_definition_name", Value::text("Network Contributor"))
            .attribute(
                "principal_id",
                Value::expression("azurerm_kubernetes_cluster.cluster.identity[0].principal_id"),
            ),
    )
}

impl Exporter for Aks {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        check(cx)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let Some(network) = Network::of(cx) else {
            return Ok(());
        };
        out.add("aks/create.sh", "text/x-shellscript", &script(cx, &network))?;
        let text = cx.hcl(&comments(), &configuration(cx, &network));
        out.add("aks/main.tf", "text/plain", &text)
    }
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::{dual, file, ipv4, plan, refused, said};
    use crate::catalog::Cni;

    #[test]
    fn commands_of_a_dual_stack_cluster() {
        let expected = r#"set -eu
: "${LOCATION:?}"
RESOURCE_GROUP="${RESOURCE_GROUP:-demo}"
NODE_COUNT="${NODE_COUNT:-40}"

az group create \
  --name="$RESOURCE_GROUP" \
  --location="$LOCATION"

az network vnet create \
  --resource-group="$RESOURCE_GROUP" \
  --name=demo \
  --address-prefixes 192.168.1.0/24 fd00:192:168:1::/64 \
  --subnet-name=nodes \
  --subnet-prefixes 192.168.1.0/24 fd00:192:168:1::/64

SUBNET_ID="$(az network vnet subnet show \
  --resource-group="$RESOURCE_GROUP" \
  --vnet-name=demo \
  --name=nodes \
  --query=id \
  --output=tsv)"

az aks create \
  --resource-group="$RESOURCE_GROUP" \
  --name=demo \
  --location="$LOCATION" \
  --kubernetes-version=1.36 \
  --network-plugin=azure \
  --network-plugin-mode=overlay \
  --network-dataplane=cilium \
  --ip-families=ipv4,ipv6 \
  --pod-cidrs=10.244.0.0/16,fd00:10:244::/64 \
  --service-cidrs=10.96.0.0/16,fd00:10:96::/112 \
  --dns-service-ip=10.96.0.10 \
  --max-pods=110 \
  --node-count="$NODE_COUNT" \
  --vnet-subnet-id="$SUBNET_ID" \
  --generate-ssh-keys
"#;
        assert_eq!(file(&dual(), "aks", "aks/create.sh"), expected);
        assert_eq!(said(&dual(), "aks"), ["EXP114"]);
    }

    #[test]
    fn configuration_of_a_dual_stack_cluster() {
        let expected = r#"
variable "location" {
  description = "Region"
  type        = string
}

variable "resource_group_name" {
  description = "Resource group, which has to be there"
  type        = string
}

variable "vm_size" {
  description = "Size of the machines"
  type        = string
}

variable "node_count" {
  description = "Nodes of the first pool"
  type        = number
  default     = 40
}

resource "azurerm_virtual_network" "cluster" {
  name                = "demo"
  location            = var.location
  resource_group_name = var.resource_group_name
  address_space       = ["192.168.1.0/24", "fd00:192:168:1::/64"]
}

resource "azurerm_subnet" "nodes" {
  name                 = "nodes"
  resource_group_name  = var.resource_group_name
  virtual_network_name = azurerm_virtual_network.cluster.name
  address_prefixes     = ["192.168.1.0/24", "fd00:192:168:1::/64"]
}

resource "azurerm_kubernetes_cluster" "cluster" {
  name                = "demo"
  location            = var.location
  resource_group_name = var.resource_group_name
  dns_prefix          = "demo"
  kubernetes_version  = "1.36"

  default_node_pool {
    name           = "system"
    node_count     = var.node_count
    vm_size        = var.vm_size
    max_pods       = 110
    vnet_subnet_id = azurerm_subnet.nodes.id
  }

  identity {
    type = "SystemAssigned"
  }

  network_profile {
    network_plugin      = "azure"
    network_plugin_mode = "overlay"
    network_data_plane  = "cilium"
    ip_versions         = ["IPv4", "IPv6"]
    pod_cidrs           = ["10.244.0.0/16", "fd00:10:244::/64"]
    service_cidrs       = ["10.96.0.0/16", "fd00:10:96::/112"]
    dns_service_ip      = "10.96.0.10"
    load_balancer_sku   = "standard"
  }
}

resource "azurerm_role_assignment" "subnet" {
  scope                = azurerm_subnet.nodes.id
  role_definition_name = "Network Contributor"
  principal_id         = azurerm_kubernetes_cluster.cluster.identity[0].principal_id
}
"#;
        assert_eq!(file(&dual(), "aks", "aks/main.tf"), expected);
    }

    #[test]
    fn ipv6_first_and_ipv6_alone_are_refused() {
        let first = plan(
            &["fd00:10:244::/64", "10.244.0.0/16"],
            &["fd00:10:96::/112", "10.96.0.0/16"],
        );
        assert_eq!(refused(&first, "aks"), ["EXP102"]);
        let only = plan(&["fd00:10:244::/64"], &["fd00:10:96::/112"]);
        assert_eq!(refused(&only, "aks"), ["EXP103"]);
    }

    #[test]
    fn without_a_network_of_each_family_aks_makes_its_own() {
        let mut plan = dual();
        plan.spec.node_cidrs.truncate(1);
        assert_eq!(said(&plan, "aks"), ["EXP114", "EXP117"]);
        for path in ["aks/create.sh", "aks/main.tf"] {
            let text = file(&plan, "aks", path);
            assert!(!text.contains("subnet") && !text.contains("vnet"), "{text}");
        }
        plan.spec.node_cidrs.clear();
        assert_eq!(said(&plan, "aks"), ["EXP114"]);
    }

    #[test]
    fn ipv6_ranges_become_64() {
        let with = |pods: &str, nodes: &str| {
            let mut plan = plan(&["10.244.0.0/16", pods], &["10.96.0.0/16", "fd00:10:96::/108"]);
            plan.spec.node_cidrs = vec!["192.168.1.0/24".parse().unwrap(), nodes.parse().unwrap()];
            plan
        };
        assert_eq!(
            said(&with("fd00:10:244::/64", "fd00:192:168:1::/64"), "aks"),
            [""; 0]
        );
        assert_eq!(
            refused(&with("fd00:10:244::/80", "fd00:192:168:1::/64"), "aks"),
            ["EXP114.small"]
        );
        let larger = with("fd00:10:244::/64", "fd00:192:168::/48");
        assert_eq!(said(&larger, "aks"), ["EXP113.subnet"]);
        let text = file(&larger, "aks", "aks/main.tf");
        assert!(text.contains("address_space       = [\"192.168.1.0/24\", \"fd00:192:168::/48\"]"));
        assert!(text.contains("address_prefixes     = [\"192.168.1.0/24\", \"fd00:192:168::/64\"]"));
    }

    #[test]
    fn service_ranges_that_aks_refuses() {
        for (services, expected) in [
            (&["10.96.0.0/12"][..], "EXP115.smaller"),
            (&["10.96.0.0/29"], "EXP115.dns"),
            (&["10.96.0.0/16", "fd00:10:96::/107"], "EXP115.at-most"),
            (&["172.30.0.0/16"], "EXP105"),
            (&["10.244.128.0/20"], "EXP112"),
        ] {
            let pods = ["10.244.0.0/16", "fd00:10:244::/64"];
            let plan = plan(&pods[..services.len()], services);
            let found = refused(&plan, "aks");
            assert!(found.contains(&expected.to_owned()), "{services:?}: {found:?}");
        }
        said(&plan(&["10.244.0.0/16"], &["10.112.0.0/13"]), "aks");
    }

    #[test]
    fn a_node_is_a_24_of_the_pod_range() {
        let mut plan = ipv4();
        plan.spec.node_cidrs.clear();
        plan.spec.nodes.count = 256;
        assert_eq!(said(&plan, "aks"), [""; 0]);
        plan.spec.nodes.max = Some(257);
        assert_eq!(said(&plan, "aks"), ["EXP108"]);
        plan.spec.nodes.count = 257;
        assert_eq!(refused(&plan, "aks"), ["EXP108"]);
        plan.spec.nodes.count = 10;
        plan.spec.nodes.max = None;
        plan.spec.nodes.mask_size_ipv4 = Some(25);
        assert_eq!(said(&plan, "aks"), ["EXP107"]);
    }

    #[test]
    fn limits_of_nodes_and_pods() {
        let mut plan = ipv4();
        plan.spec.node_cidrs.clear();
        plan.spec.pod_cidrs = vec!["10.0.0.0/10".parse().unwrap()];
        for (count, max, pods, expected) in [(5000, 5000, 110, "EXP118.pool"), (100, 5001, 110, "EXP118")] {
            plan.spec.nodes.count = count;
            plan.spec.nodes.max = Some(max);
            plan.spec.nodes.max_pods = pods;
            assert_eq!(said(&plan, "aks"), [expected]);
        }
        assert!(file(&plan, "aks", "aks/create.sh").contains("NODE_COUNT=\"${NODE_COUNT:-100}\""));
        for (count, pods, expected) in [
            (10_000, 110, "EXP118"),
            (100, 251, "EXP106"),
            (100, 9, "EXP106"),
            (2, 10, "EXP106.pool"),
        ] {
            plan.spec.nodes.count = count;
            plan.spec.nodes.max = None;
            plan.spec.nodes.max_pods = pods;
            assert_eq!(refused(&plan, "aks"), [expected]);
        }
    }

    #[test]
    fn cilium_runs_with_both_families_from_1_29_on() {
        let mut plan = dual();
        let cilium = |plan: &_| file(plan, "aks", "aks/main.tf").contains("network_data_plane");
        assert!(cilium(&plan));
        plan.spec.kubernetes_version = "1.28".parse().unwrap();
        assert!(!cilium(&plan));
        plan.spec.cni = Cni::find("cilium");
        assert_eq!(said(&plan, "aks"), ["EXP114", "EXP116"]);
        plan.spec.kubernetes_version = "1.29".parse().unwrap();
        assert_eq!(said(&plan, "aks"), ["EXP114"]);
        plan.spec.cni = Cni::find("azure-cni");
        assert!(!cilium(&plan));
    }
}
