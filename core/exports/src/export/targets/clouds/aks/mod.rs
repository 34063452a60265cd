//! AKS with Azure CNI Overlay (MicrosoftDocs/azure-aks-docs configure-dual-stack.md, azure-cni-overlay.md,
//! concepts-network-ip-address-planning.md; hashicorp/terraform-provider-azurerm kubernetes_cluster).
//!
//! IPv4, or both families with IPv4 first. A node always gets a /24 of the IPv4 pod range.

mod checks;
mod terraform;
#[cfg(test)]
mod tests;

use std::net::IpAddr;

use super::shared::{self, Cloud, Stack};
use crate::catalog::clouds;
use crate::clusterip::{RangeOrigin, ServiceBands};
use crate::export::text::shell::{self, Command};
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
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
    checked: &[
        Checked::Documentation("azure-aks-docs"),
        Checked::Reader("ShellCheck and HCL"),
    ],
};
const CLOUD: Cloud = Cloud {
    target: META.id,
    title: "AKS",
};

/// The longest DNS prefix, made of the name.
const LONGEST_NAME: usize = 54;

/// The networks that the commands and the configuration contain.
struct Network {
    stack: Stack,
    pods: Vec<Cidr>,
    services: Vec<Cidr>,
    dns: IpAddr,
    /// Each virtual network with its subnet; empty if AKS creates its own.
    nodes: Vec<(Cidr, Cidr)>,
    cilium: bool,
}

/// Returns the /64 of an IPv6 range, which is the size AKS accepts, and an IPv4 range unchanged.
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

    /// Returns the ranges as a list: `10.244.0.0/16,fd00::/64`.
    fn list(cidrs: &[Cidr]) -> String {
        cidrs.iter().map(Cidr::to_string).collect::<Vec<_>>().join(",")
    }
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

impl Exporter for Aks {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        checks::check(cx)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let Some(network) = Network::of(cx) else {
            return Ok(());
        };
        out.add("aks/create.sh", "text/x-shellscript", &script(cx, &network))?;
        let text = cx.hcl(&comments(), &terraform::configuration(cx, &network));
        out.add("aks/main.tf", "text/plain", &text)
    }
}
