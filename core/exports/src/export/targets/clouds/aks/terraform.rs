//! The configuration of Terraform (hashicorp/terraform-provider-azurerm kubernetes_cluster).

use super::super::shared;
use super::{LONGEST_NAME, Network, families, first_pool};
use crate::export::ExportContext;
use crate::export::text::hcl::{Body, HclValue};
use crate::net::Cidr;

fn virtual_network(name: &str, nodes: &[(Cidr, Cidr)]) -> Body {
    let group = || HclValue::expression("var.resource_group_name");
    Body::new()
        .block(
            "resource",
            &["azurerm_virtual_network", "cluster"],
            Body::new()
                .attribute("name", HclValue::text(name))
                .attribute("location", HclValue::expression("var.location"))
                .attribute("resource_group_name", group())
                .attribute(
                    "address_space",
                    HclValue::texts(nodes.iter().map(|(network, _)| network)),
                ),
        )
        .block(
            "resource",
            &["azurerm_subnet", "nodes"],
            Body::new()
                .attribute("name", HclValue::text("nodes"))
                .attribute("resource_group_name", group())
                .attribute(
                    "virtual_network_name",
                    HclValue::expression("azurerm_virtual_network.cluster.name"),
                )
                .attribute(
                    "address_prefixes",
                    HclValue::texts(nodes.iter().map(|(_, subnet)| subnet)),
                ),
        )
}

fn cluster(cx: &ExportContext<'_>, network: &Network, name: &str) -> Body {
    let spec = &cx.plan.spec;
    let subnet = (!network.nodes.is_empty()).then(|| HclValue::expression("azurerm_subnet.nodes.id"));
    let families = families(network.stack).map(|family| family.to_string());
    Body::new()
        .attribute("name", HclValue::text(name))
        .attribute("location", HclValue::expression("var.location"))
        .attribute(
            "resource_group_name",
            HclValue::expression("var.resource_group_name"),
        )
        .attribute("dns_prefix", HclValue::text(name))
        .attribute("kubernetes_version", HclValue::text(spec.kubernetes_version))
        .block(
            "default_node_pool",
            &[],
            Body::new()
                .attribute("name", HclValue::text("system"))
                .attribute("node_count", HclValue::expression("var.node_count"))
                .attribute("vm_size", HclValue::expression("var.vm_size"))
                .attribute("max_pods", HclValue::Number(spec.nodes.max_pods.into()))
                .optional("vnet_subnet_id", subnet),
        )
        .block(
            "identity",
            &[],
            Body::new().attribute("type", HclValue::text("SystemAssigned")),
        )
        .block(
            "network_profile",
            &[],
            Body::new()
                .attribute("network_plugin", HclValue::text("azure"))
                .attribute("network_plugin_mode", HclValue::text("overlay"))
                .optional(
                    "network_data_plane",
                    network.cilium.then(|| HclValue::text("cilium")),
                )
                .attribute("ip_versions", HclValue::texts(families))
                .attribute("pod_cidrs", HclValue::texts(&network.pods))
                .attribute("service_cidrs", HclValue::texts(&network.services))
                .attribute("dns_service_ip", HclValue::text(network.dns))
                .attribute("load_balancer_sku", HclValue::text("standard")),
        )
}

pub(super) fn configuration(cx: &ExportContext<'_>, network: &Network) -> Body {
    let name = shared::name(cx, LONGEST_NAME);
    let count = HclValue::Number(first_pool(cx).into());
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
            .attribute("scope", HclValue::expression("azurerm_subnet.nodes.id"))
            .attribute("role_definition_name", HclValue::text("Network Contributor"))
            .attribute(
                "principal_id",
                HclValue::expression("azurerm_kubernetes_cluster.cluster.identity[0].principal_id"),
            ),
    )
}
