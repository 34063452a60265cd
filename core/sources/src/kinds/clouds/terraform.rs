//! Terraform: the variables that the export `terraform` writes, `*.tfvars.json` and `*.tfvars`; and clusters and networks of
//! the large clouds, as far as their values are written out.

use super::{aks, hcl, managed};
use crate::found::{Field, Found, Strength};
use crate::items::{Item, Lines, Object};
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "terraform";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| match item {
        Item::Object(object) => is_variables(object),
        Item::Lines(lines) => is_hcl(lines),
    },
    embedded: nothing_embedded,
    read,
};

const FIELDS: &[(&str, Field)] = &[
    ("cluster_name", Field::Name),
    ("kubernetes_version", Field::KubernetesVersion),
    ("pod_cidrs", Field::PodCidrs),
    ("service_cidrs", Field::ServiceCidrs),
    ("node_cidrs", Field::NodeCidrs),
    ("max_pods_per_node", Field::MaxPods),
];

const MASKS: &[(&str, Field)] = &[("IPv4", Field::MaskSizeIpv4), ("IPv6", Field::MaskSizeIpv6)];

fn is_variables(object: &Object) -> bool {
    !object.has("kind") && (object.has("pod_cidrs") || object.has("service_cidrs"))
}

fn is_hcl(lines: &Lines) -> bool {
    let mut blocks = lines.lines().filter(|(_, line)| {
        [
            "variable \"",
            "resource \"",
            "module \"",
            "locals {",
            "terraform {",
        ]
        .iter()
        .any(|begin| line.starts_with(begin))
            || assignment(line).is_some()
    });
    blocks.next().is_some()
}

/// Returns the variable and the values of `pod_cidrs = ["10.244.0.0/16"]`.
fn assignment(line: &str) -> Option<(&'static str, Field, Vec<String>)> {
    let (name, value) = line.split_once('=')?;
    let (name, field) = FIELDS.iter().find(|(known, _)| *known == name.trim())?;
    let value = value.trim().trim_start_matches('[').trim_end_matches(']');
    let values: Vec<String> = value
        .split(',')
        .map(|text| text.trim().trim_matches('"').to_owned())
        .filter(|text| !text.is_empty())
        .collect();
    // An expression is no value.
    let is_plain = values
        .iter()
        .all(|text| !text.is_empty() && !text.contains(['(', '$', '{']) && !text.starts_with("var."));
    is_plain.then_some((*name, *field, values))
}

fn read(items: &[Item], found: &mut Found) {
    let strength = Strength::Configured;
    for item in items {
        match item {
            Item::Object(object) => {
                let root = object.root(ID);
                for (name, field) in FIELDS {
                    let value = root.get(name);
                    found.fact(*field, value.list(), strength, value.origin());
                }
                for (family, field) in MASKS {
                    let mask = root.get("node_cidr_mask_sizes").get(family);
                    found.fact(*field, mask.text(), strength, mask.origin());
                }
            }
            Item::Lines(lines) => {
                resources(lines, found);
                // In a module such a line is a local value or an argument; in a file of variables it stands alone.
                for (number, line) in lines.lines().filter(|(_, line)| !line.starts_with(' ')) {
                    if let Some((name, field, values)) = assignment(&line) {
                        let origin = lines.origin(ID, number, name);
                        found.fact(field, values, strength, origin);
                    }
                }
            }
        }
    }
}

/// A kind of block, and what its attributes say.
struct Resource {
    /// The type of the resource, or where a module comes from.
    name: &'static str,
    /// The distribution and the cloud. `None` for a network.
    cluster: Option<(&'static str, &'static str)>,
    fields: &'static [(&'static str, Field)],
}

const RESOURCES: &[Resource] = &[
    Resource {
        name: "google_container_cluster",
        cluster: Some(("gke", "gcp")),
        fields: &[
            ("name", Field::Name),
            ("min_master_version", Field::KubernetesVersion),
            ("initial_node_count", Field::NodeCount),
            ("default_max_pods_per_node", Field::MaxPods),
            ("cluster_ipv4_cidr", Field::PodCidrs),
            ("ip_allocation_policy/cluster_ipv4_cidr_block", Field::PodCidrs),
            (
                "ip_allocation_policy/services_ipv4_cidr_block",
                Field::ServiceCidrs,
            ),
        ],
    },
    Resource {
        name: "google_compute_subnetwork",
        cluster: None,
        fields: &[("ip_cidr_range", Field::NodeCidrs)],
    },
    Resource {
        name: "aws_eks_cluster",
        cluster: Some(("eks", "aws")),
        fields: &[
            ("name", Field::Name),
            ("version", Field::KubernetesVersion),
            ("kubernetes_network_config/service_ipv4_cidr", Field::ServiceCidrs),
        ],
    },
    Resource {
        name: "terraform-aws-modules/eks/aws",
        cluster: Some(("eks", "aws")),
        fields: &[
            ("cluster_name", Field::Name),
            ("name", Field::Name),
            ("cluster_version", Field::KubernetesVersion),
            ("kubernetes_version", Field::KubernetesVersion),
            ("cluster_service_ipv4_cidr", Field::ServiceCidrs),
            ("service_ipv4_cidr", Field::ServiceCidrs),
        ],
    },
    Resource {
        name: "aws_vpc",
        cluster: None,
        fields: &[("cidr_block", Field::NodeCidrs)],
    },
    Resource {
        name: "azurerm_kubernetes_cluster",
        cluster: Some(("aks", "azure")),
        fields: &[
            ("name", Field::Name),
            ("kubernetes_version", Field::KubernetesVersion),
            ("default_node_pool/node_count", Field::NodeCount),
            ("default_node_pool/max_pods", Field::MaxPods),
            ("network_profile/pod_cidrs", Field::PodCidrs),
            ("network_profile/pod_cidr", Field::PodCidrs),
            ("network_profile/service_cidrs", Field::ServiceCidrs),
            ("network_profile/service_cidr", Field::ServiceCidrs),
        ],
    },
    Resource {
        name: "azurerm_subnet",
        cluster: None,
        fields: &[("address_prefixes", Field::NodeCidrs)],
    },
];

/// The attributes that say which families a cluster has, each of one cloud.
const FAMILIES: [&str; 4] = [
    "cluster_ip_family",
    "ip_allocation_policy/stack_type",
    "kubernetes_network_config/ip_family",
    "network_profile/ip_versions",
];

fn resources(lines: &Lines, found: &mut Found) {
    for block in hcl::blocks(lines) {
        let name = match block.words.first().map(String::as_str) {
            Some("resource") => block.words.get(1).map(String::as_str),
            Some("module") => block.text("source"),
            _ => None,
        };
        let Some(resource) = RESOURCES.iter().find(|known| name == Some(known.name)) else {
            continue;
        };
        if let Some((distribution, cloud)) = resource.cluster {
            let text = |path: &str| block.text(path).unwrap_or_default();
            let plugin = match distribution {
                "aks" => aks::plugin(
                    text("network_profile/network_plugin"),
                    text("network_profile/network_data_plane"),
                ),
                _ => None,
            };
            let origin = lines.origin(ID, block.line, "");
            managed((distribution, cloud, plugin), &origin, found);
        }
        for path in FAMILIES {
            if let Some(asked) = block.get(path) {
                let origin = lines.origin(ID, asked.line, path);
                found.asked_for(asked.values.iter().map(String::as_str), &origin);
            }
        }
        for (path, field) in resource.fields {
            // A length alone lets the cloud choose the range: `/17`.
            if let Some(attribute) = block
                .get(path)
                .filter(|attribute| attribute.values.iter().all(|text| !text.starts_with('/')))
            {
                found.fact(
                    *field,
                    attribute.values.clone(),
                    Strength::Configured,
                    lines.origin(ID, attribute.line, path),
                );
            }
        }
    }
}
