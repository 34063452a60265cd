//! Properties that managed clusters share: one network of each family for nodes, few shapes, and ranges of the cloud.

use crate::catalog::Cni;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::write::with_header;
use crate::export::text::hcl::{Body, HclValue};
use crate::export::{ExportContext, ExportRefusal, Support, finding};
use crate::i18n::Message;
use crate::net::{Cidr, IpFamily};

/// A target, and the display name of its cloud.
#[derive(Clone, Copy)]
pub(super) struct Cloud {
    pub(super) target: &'static str,
    pub(super) title: &'static str,
}

/// The families of a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stack {
    pub(super) first: IpFamily,
    pub(super) dual: bool,
}

impl Stack {
    pub(super) fn has(self, family: IpFamily) -> bool {
        self.dual || self.first == family
    }
}

/// Returns the support of a target: refused if one of the findings is an error.
///
/// # Errors
/// Returns the findings if one of them is an error.
pub(super) fn verdict(found: Vec<Diagnostic>) -> Support {
    if found.iter().any(|found| found.severity == Severity::Error) {
        Err(ExportRefusal(found))
    } else {
        Ok(found)
    }
}

/// Errors and warnings of a target, in the order in which they are added.
pub(super) struct Findings {
    cloud: Cloud,
    found: Vec<Diagnostic>,
}

impl Findings {
    pub(super) fn of(cloud: Cloud) -> Findings {
        Findings {
            cloud,
            found: Vec::new(),
        }
    }

    pub(super) fn into_support(self) -> Support {
        verdict(self.found)
    }

    /// Adds a finding; its message gets `target` and `cloud`.
    pub(super) fn add(&mut self, code: &'static str, severity: Severity, field: &str, message: Message) {
        let message = message
            .with("target", self.cloud.target)
            .with("cloud", self.cloud.title);
        self.found.push(finding(code, severity, field, message));
    }
}

/// Returns the families of the plan. `None` if a managed cluster cannot have them.
pub(super) fn stack(cx: &ExportContext<'_>) -> Option<Stack> {
    let (pods, services) = (cx.plan.spec.pods()?, cx.plan.spec.services()?);
    (pods.families() == services.families()).then(|| Stack {
        first: pods.primary_family(),
        dual: pods.is_dual_stack(),
    })
}

/// Returns the pod range of that family.
pub(super) fn pods(cx: &ExportContext<'_>, family: IpFamily) -> Option<Cidr> {
    cx.plan.spec.pods()?.of(family)
}

/// Returns the Service range of that family.
pub(super) fn services(cx: &ExportContext<'_>, family: IpFamily) -> Option<Cidr> {
    cx.plan.spec.services()?.of(family)
}

/// Returns the network of that family that the nodes are put into: the first one of the plan.
pub(super) fn nodes(cx: &ExportContext<'_>, family: IpFamily) -> Option<Cidr> {
    cx.plan.spec.node_cidrs_of(family).next()
}

pub(super) fn joined<T: std::fmt::Display>(items: impl IntoIterator<Item = T>) -> String {
    items
        .into_iter()
        .map(|item| item.to_string())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Returns the plan's name as clouds accept it: it starts with a letter and has at most `longest` characters.
pub(super) fn name(cx: &ExportContext<'_>, longest: usize) -> String {
    let name = cx.object_name();
    let name = if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        name
    } else {
        format!("c{name}")
    };
    let short: String = name.chars().take(longest).collect();
    short.trim_end_matches('-').to_owned()
}

/// Reports an IPv4 node mask of the plan other than `fixed`, the prefix length in bits that the cloud always uses.
pub(super) fn fixed_mask(out: &mut Findings, cx: &ExportContext<'_>, fixed: u8) {
    let mask = cx.plan.spec.node_mask(IpFamily::IPv4);
    if mask != fixed {
        let message = Message::new("EXP107")
            .with("fixed", format!("/{fixed}"))
            .with("mask", format!("/{mask}"));
        out.add("EXP107", Severity::Warning, "nodes", message);
    }
}

/// Reports a plugin other than those of the cloud.
pub(super) fn other_plugin(out: &mut Findings, cx: &ExportContext<'_>, brings: &[&str], title: &str) {
    let other = |cni: &Cni| !brings.contains(&cni.id());
    if let Some(cni) = cx.plan.spec.cni.filter(other) {
        let message = Message::new("EXP116")
            .with("plugin", cni.title())
            .with("own", title);
        out.add("EXP116", Severity::Warning, "cni", message);
    }
}

/// Reports the node networks that no field takes.
pub(super) fn unused_networks(out: &mut Findings, cx: &ExportContext<'_>, used: &[Cidr]) {
    let unused: Vec<Cidr> = cx
        .plan
        .spec
        .node_cidrs
        .iter()
        .filter(|cidr| !used.contains(cidr))
        .copied()
        .collect();
    if !unused.is_empty() {
        let message = Message::new("EXP117").with("ranges", joined(unused));
        out.add("EXP117", Severity::Warning, "nodeCIDRs", message);
    }
}

/// Returns a shell script with the header, comments about its variables, and a stop at the first failure.
pub(super) fn script(cx: &ExportContext<'_>, comments: &[Message], commands: &[String]) -> String {
    let text = format!("set -eu\n{}", commands.concat());
    format!("#!/bin/sh\n{}", with_header(&cx.header_with(comments), &text))
}

/// Returns a variable of a configuration, with its description.
pub(super) fn variable(
    cx: &ExportContext<'_>,
    name: &str,
    kind: &str,
    description: &'static str,
    default: Option<HclValue>,
) -> Body {
    let body = Body::new()
        .attribute("description", HclValue::text(cx.text(&Message::new(description))))
        .attribute("type", HclValue::expression(kind))
        .optional("default", default);
    Body::new().block("variable", &[name], body)
}

/// Helpers for the tests of all clouds.
#[cfg(test)]
pub(super) mod testing {
    use crate::components::plan_for_tests;
    use crate::export::Exported;
    use crate::export::for_tests::export;
    use crate::request::ClusterPlan;

    pub(in super::super) fn plan(pods: &[&str], services: &[&str]) -> ClusterPlan {
        let mut plan = plan_for_tests("1.36", pods, services);
        plan.spec.nodes.count = 40;
        plan
    }

    pub(in super::super) fn dual() -> ClusterPlan {
        plan(
            &["10.244.0.0/16", "fd00:10:244::/56"],
            &["10.96.0.0/16", "fd00:10:96::/112"],
        )
    }

    pub(in super::super) fn ipv4() -> ClusterPlan {
        plan(&["10.244.0.0/16"], &["10.96.0.0/16"])
    }

    /// Returns the message ids of the findings.
    pub(in super::super) fn ids(exported: &Exported) -> Vec<String> {
        let ids = exported
            .diagnostics
            .iter()
            .map(|found| found.message.id.to_string());
        ids.collect()
    }

    /// Returns the findings of an export that is refused.
    pub(in super::super) fn refused(plan: &ClusterPlan, target: &str) -> Vec<String> {
        let exported = export(plan, &[], &[target]);
        assert!(exported.files.is_empty(), "{:?}", ids(&exported));
        ids(&exported)
    }

    /// Returns the findings of an export with files.
    pub(in super::super) fn said(plan: &ClusterPlan, target: &str) -> Vec<String> {
        let exported = export(plan, &[], &[target]);
        assert!(!exported.files.is_empty(), "{:?}", ids(&exported));
        ids(&exported)
    }

    /// Returns a file without the comments at its top.
    pub(in super::super) fn file(plan: &ClusterPlan, target: &str, path: &str) -> String {
        let exported = export(plan, &[], &[target]);
        let file = exported.files.into_iter().find(|file| file.path == path).unwrap();
        let lines = file.text.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| format!("{line}\n")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{dual, plan, refused};
    use super::*;
    use crate::export::for_tests::context;

    const ALL: [&str; 3] = ["aks", "eks", "gke"];

    #[test]
    fn lists_without_an_order_of_families_are_refused() {
        for target in ALL {
            assert_eq!(refused(&plan(&[], &[]), target), ["EXP100", "EXP100"]);
            let twice = plan(&["10.244.0.0/16", "10.245.0.0/16"], &["10.96.0.0/16"]);
            assert_eq!(refused(&twice, target), ["EXP100"]);
        }
    }

    #[test]
    fn pods_and_services_of_different_families_are_refused() {
        for target in ALL {
            let plan = plan(&["10.244.0.0/16", "fd00:10:244::/56"], &["10.96.0.0/16"]);
            assert_eq!(refused(&plan, target), ["EXP101"]);
        }
    }

    #[test]
    fn names_start_with_a_letter() {
        let mut plan = dual();
        for (given, expected) in [
            ("demo", "demo"),
            ("1st", "c1st"),
            ("abc-def", "abc"),
            ("漢字", "clu"),
        ] {
            plan.metadata.name = given.to_owned();
            let longest = if expected == "demo" || expected == "c1st" {
                40
            } else {
                3
            };
            assert_eq!(name(&context(&plan, &[]), longest), expected);
        }
        plan.metadata.name = "ab-cd".to_owned();
        assert_eq!(name(&context(&plan, &[]), 3), "ab");
    }
    fn cidr(family: IpFamily, bits: u128, prefix_len: u8) -> Cidr {
        Cidr::from_bits(family, bits, prefix_len).unwrap()
    }

    proptest::proptest! {
        #[test]
        fn files_are_written_where_no_error_is_found_and_nowhere_else(
            prefixes in (0u8..=28, 0u8..=28, 0u8..=28),
            prefixes6 in (0u8..=128, 0u8..=128, 0u8..=128),
            order in 0usize..4,
            nodes in (0u32..12_000, proptest::option::of(0u32..20_000), 0u32..300),
        ) {
            let lists = |ipv4: u8, ipv6: u8, index: u128| {
                let both = [
                    cidr(IpFamily::IPv4, (10 << 24) + (index << 20), ipv4.max(12)),
                    cidr(IpFamily::IPv6, (0xfd00 << 112) + (index << 64), ipv6),
                ];
                match (order, both) {
                    (0, [ipv4, _]) => vec![ipv4],
                    (1, [_, ipv6]) => vec![ipv6],
                    (2, both) => both.to_vec(),
                    (_, [ipv4, ipv6]) => vec![ipv6, ipv4],
                }
            };
            let mut plan = plan(&[], &[]);
            plan.spec.pod_cidrs = lists(prefixes.0, prefixes6.0, 1);
            plan.spec.service_cidrs = lists(prefixes.1, prefixes6.1, 2);
            plan.spec.node_cidrs = lists(prefixes.2, prefixes6.2, 3);
            plan.spec.nodes.count = nodes.0;
            plan.spec.nodes.max = nodes.1;
            plan.spec.nodes.max_pods = nodes.2;
            for target in ALL {
                let exported = crate::export::for_tests::export(&plan, &[], &[target]);
                let errors = exported.diagnostics.iter().filter(|found| found.severity == Severity::Error);
                let errors: Vec<&str> = errors.map(|found| found.message.id.as_ref()).collect();
                proptest::prop_assert_eq!(exported.files.is_empty(), !errors.is_empty(), "{} {:?}", target, errors);
            }
        }
    }
}
