//! The variables that the export `terraform` writes, `*.tfvars.json` and `*.tfvars`.

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
        ["variable \"", "resource \"", "locals {", "terraform {"]
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
