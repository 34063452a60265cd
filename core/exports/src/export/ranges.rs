//! Questions of several groups of targets about the ranges of a plan, and their refusals.

use super::{ExportContext, finding};
use crate::diagnostic::{Diagnostic, Severity};
use crate::i18n::Message;
use crate::net::{Cidr, IpFamily, special};

pub(super) use crate::net::lists::{all_of_family, families, has_both as is_dual, of_family};

/// Returns whether pods of that family need their node's address to reach the Internet.
pub(super) fn is_private(cx: &ExportContext<'_>, family: IpFamily) -> bool {
    let mut pods = cx.plan.spec.pod_cidrs.iter();
    pods.any(|cidr| cidr.family() == family && !special::is_global(cidr))
}

/// Returns whether pods of any family need their node's address to reach the Internet.
pub(super) fn any_private(cx: &ExportContext<'_>) -> bool {
    IpFamily::ALL.into_iter().any(|family| is_private(cx, family))
}

/// Returns the ranges as one text, in the form in which flags take lists.
pub(super) fn joined(cidrs: &[Cidr]) -> String {
    cidrs.iter().map(Cidr::to_string).collect::<Vec<_>>().join(",")
}

/// An error about a field of the plan's spec, with the tool's own text where it is known.
pub(super) fn error(
    code: &'static str,
    field: &'static str,
    message: Message,
    upstream: Option<String>,
) -> Diagnostic {
    let mut diagnostic = finding(code, Severity::Error, field, message);
    diagnostic.upstream = upstream;
    diagnostic
}

/// Creates the finding that the tool refuses a range, with the tool's own text.
pub(super) fn refusal(
    target: &'static str,
    field: &'static str,
    value: impl ToString,
    upstream: impl Into<String>,
) -> Diagnostic {
    let message = Message::new("EXP091")
        .with("target", target)
        .with("value", value.to_string());
    error("EXP091", field, message, Some(upstream.into()))
}

/// Returns the finding that a plan has no pod range or no Service range, for a target that needs both.
pub(super) fn missing(cx: &ExportContext<'_>, target: &'static str) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    let field = if spec.pod_cidrs.is_empty() {
        "podCIDRs"
    } else if spec.service_cidrs.is_empty() {
        "serviceCIDRs"
    } else {
        return None;
    };
    let message = Message::new("EXP080")
        .with("target", target)
        .with("field", format!("spec.{field}"));
    Some(error("EXP080", field, message, None))
}

/// Returns the finding that pods and Services do not have one range each of the same families.
pub(super) fn unpaired(cx: &ExportContext<'_>, target: &'static str) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    let has = |cidrs: &[Cidr]| IpFamily::ALL.map(|family| of_family(cidrs, family).is_some());
    let field = if spec.pods().is_none() {
        "podCIDRs"
    } else if spec.services().is_none() || has(&spec.pod_cidrs) != has(&spec.service_cidrs) {
        "serviceCIDRs"
    } else {
        return None;
    };
    let message = Message::new("EXP090").with("target", target);
    Some(error("EXP090", field, message, None))
}

/// Returns the finding that a dual-stack plan begins with IPv6, for a tool that always puts IPv4 first.
pub(super) fn ipv6_first(cx: &ExportContext<'_>, target: &'static str) -> Option<Diagnostic> {
    let spec = &cx.plan.spec;
    let begins =
        |cidrs: &[Cidr]| is_dual(cidrs) && cidrs.first().is_some_and(|cidr| cidr.family() == IpFamily::IPv6);
    let field = if begins(&spec.service_cidrs) {
        "serviceCIDRs"
    } else if begins(&spec.pod_cidrs) {
        "podCIDRs"
    } else {
        return None;
    };
    let message = Message::new("EXP088").with("target", target);
    Some(error("EXP088", field, message, None))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::context;

    fn codes(pods: &[&str], services: &[&str]) -> Vec<(&'static str, String)> {
        let plan = plan("1.36", pods, services);
        let cx = context(&plan, &[]);
        [missing(&cx, "x"), unpaired(&cx, "x"), ipv6_first(&cx, "x")]
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
