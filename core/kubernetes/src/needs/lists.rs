//! Questions about the lists of ranges that several tools ask, and the findings that they share.

use super::Tool;
use crate::catalog::{Cni, Distribution};
use crate::diagnostic::{Component, Diagnostic, Location, Pointer, Severity, Stage};
use crate::i18n::{Catalogue, Message};
pub(super) use crate::net::lists::{all_of_family, families, has_both, of_family};
use crate::net::{Cidr, IpFamily};
use crate::request::PlanSpec;

/// The families of a plan's lists.
pub struct Lists;

impl Lists {
    /// Returns whether every range is IPv6.
    pub fn is_ipv6_only(cidrs: &[Cidr]) -> bool {
        of_family(cidrs, IpFamily::IPv4).is_none()
    }

    /// Returns the family of the first Service range. The API server's own address has to be of that family.
    pub fn primary(spec: &PlanSpec) -> IpFamily {
        spec.service_cidrs.first().map_or(IpFamily::IPv4, Cidr::family)
    }

    /// Returns the smallest network that contains both.
    pub fn around(a: Cidr, b: Cidr) -> Option<Cidr> {
        let mut network = a;
        while !network.contains(&b) {
            network = network.supernet()?;
        }
        Some(network)
    }
}

/// Returns the display name of a tool.
pub fn tool_title(id: &'static str) -> &'static str {
    match id {
        "calico-manifest" | "calico-operator" => "Calico",
        "canonical-kubernetes" => "Canonical Kubernetes",
        _ => Distribution::find(id)
            .map(Distribution::title)
            .or_else(|| Cni::find(id).map(Cni::title))
            .unwrap_or(id),
    }
}

/// Returns a finding of a tool about a field of the plan's spec.
pub fn finding(code: &'static str, severity: Severity, field: &str, message: Message) -> Diagnostic {
    let help = Message::new(format!("{code}.help"));
    Diagnostic {
        code,
        severity,
        location: Location {
            pointer: Pointer::root().key("spec").key(field),
            ..Location::default()
        },
        message,
        help: Catalogue::of("en").has(&help.id).then_some(help),
        upstream: None,
        component: Component::Planner,
        stage: Stage::Install,
        fixes: Vec::new(),
    }
}

/// Returns an error about a field, with the tool's own text where it is known.
pub(super) fn refuses(
    code: &'static str,
    field: &str,
    message: Message,
    upstream: Option<String>,
) -> Diagnostic {
    let mut diagnostic = finding(code, Severity::Error, field, message);
    diagnostic.upstream = upstream;
    diagnostic
}

/// Returns the error that a plugin refuses the plan when it starts, with its own text if that is known.
pub(super) fn plugin_refuses(
    code: &'static str,
    field: &str,
    message: Message,
    upstream: Option<String>,
) -> Diagnostic {
    let mut diagnostic = refuses(code, field, message, upstream);
    diagnostic.component = Component::Cni;
    diagnostic.stage = Stage::Start;
    diagnostic
}

/// Returns the error that the tool refuses a value, with its own text.
pub(super) fn refuses_value(
    cx: &Tool<'_>,
    field: &str,
    value: impl ToString,
    upstream: impl Into<String>,
) -> Diagnostic {
    let message = Message::new("EXP091")
        .with("target", cx.title)
        .with("value", value.to_string());
    refuses("EXP091", field, message, Some(upstream.into()))
}

/// Returns the message of `code` with the tool and the plan's version as parameters.
pub(super) fn message(code: &'static str, cx: &Tool<'_>) -> Message {
    Message::new(code)
        .with("target", cx.title)
        .with("version", cx.profile.version)
}

/// Returns the ranges as one text.
pub(super) fn joined(cidrs: &[Cidr], separator: &str) -> String {
    cidrs
        .iter()
        .map(Cidr::to_string)
        .collect::<Vec<_>>()
        .join(separator)
}

/// Returns the finding about a plan without pod ranges or without Service ranges.
pub fn missing(cx: &Tool<'_>) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    let field = if spec.pod_cidrs.is_empty() {
        "podCIDRs"
    } else if spec.service_cidrs.is_empty() {
        "serviceCIDRs"
    } else {
        return None;
    };
    let message = Message::new("EXP080")
        .with("target", cx.title)
        .with("field", format!("spec.{field}"));
    Some(refuses("EXP080", field, message, None))
}

fn differ(spec: &PlanSpec) -> bool {
    families(&spec.pod_cidrs) != families(&spec.service_cidrs)
}

/// Returns the finding that pods and Services do not have one range each of the same families.
pub(super) fn unpaired(cx: &Tool<'_>) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    let field = if spec.pods().is_none() {
        "podCIDRs"
    } else if spec.services().is_none() || differ(spec) {
        "serviceCIDRs"
    } else {
        return None;
    };
    Some(refuses("EXP090", field, message("EXP090", cx), None))
}

/// Returns the finding that a dual-stack plan begins with IPv6, for a tool that always puts IPv4 first.
pub(super) fn ipv6_first(cx: &Tool<'_>) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    let begins =
        |cidrs: &[Cidr]| has_both(cidrs) && cidrs.first().is_some_and(|cidr| cidr.family() == IpFamily::IPv6);
    let field = if begins(&spec.service_cidrs) {
        "serviceCIDRs"
    } else if begins(&spec.pod_cidrs) {
        "podCIDRs"
    } else {
        return None;
    };
    Some(refuses("EXP088", field, message("EXP088", cx), None))
}

/// Returns the finding about lists that hold neither one range nor one of each family.
pub(super) fn malformed(cx: &Tool<'_>) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    let field = if spec.pods().is_none() {
        "podCIDRs"
    } else if spec.services().is_none() {
        "serviceCIDRs"
    } else {
        return None;
    };
    Some(refuses("EXP020", field, message("EXP020", cx), None))
}

/// Returns the finding about pods and Services with different families, with the tool's text.
pub(super) fn families_differ(cx: &Tool<'_>, upstream: Option<String>) -> Option<Diagnostic> {
    differ(&cx.plan.spec).then(|| refuses("EXP023", "serviceCIDRs", message("EXP023", cx), upstream))
}

/// Returns the finding about a cluster of both families, or of IPv6 alone, that the tool cannot build at the plan's
/// version.
pub(super) fn unavailable(cx: &Tool<'_>, dual_stack: bool, ipv6_only: bool) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    let id = if spec.is_dual_stack() && !dual_stack {
        "EXP022"
    } else if Lists::is_ipv6_only(&spec.pod_cidrs) && !ipv6_only {
        "EXP022.ipv6"
    } else {
        return None;
    };
    Some(refuses("EXP022", "podCIDRs", message(id, cx), None))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;

    fn codes(pods: &[&str], services: &[&str]) -> Vec<(&'static str, String)> {
        let plan = plan("1.36", pods, services);
        let cx = Tool::of("x", &plan);
        [missing(&cx), unpaired(&cx), ipv6_first(&cx)]
            .into_iter()
            .flatten()
            .map(|found| (found.code, found.location.pointer.as_str().to_owned()))
            .collect()
    }

    #[test]
    fn lists_are_judged_by_families() {
        let (v4, v6) = ("10.244.0.0/16", "fd00::/56");
        assert_eq!(codes(&[v4, v6], &["10.96.0.0/16", "fd01::/112"]), []);
        assert_eq!(codes(&[v6], &["fd01::/112"]), []);
        let at = |code, field: &str| (code, format!("/spec/{field}"));
        assert_eq!(
            codes(&[], &["fd01::/112"]),
            [at("EXP080", "podCIDRs"), at("EXP090", "podCIDRs")]
        );
        assert_eq!(
            codes(&[v4, v6], &["10.96.0.0/16"]),
            [at("EXP090", "serviceCIDRs")]
        );
        assert_eq!(
            codes(&[v4, "10.0.0.0/16"], &["10.96.0.0/16"]),
            [at("EXP090", "podCIDRs")]
        );
        assert_eq!(
            codes(&[v6, v4], &["10.96.0.0/16", "fd01::/112"]),
            [at("EXP088", "podCIDRs")]
        );
        assert_eq!(
            codes(&[v6, v4], &["fd01::/112", "10.96.0.0/16"]),
            [at("EXP088", "serviceCIDRs")]
        );
    }
}
