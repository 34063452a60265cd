//! What several groups of targets ask about the ranges of a plan.

use super::{ExportContext, finding};
use crate::diagnostic::{Diagnostic, Severity};
use crate::i18n::Message;
use crate::net::{Cidr, IpFamily};

/// That a plan has no pod range or no Service range yet, where a target needs both.
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
    Some(finding("EXP080", Severity::Error, field, message))
}

/// The first range of that family.
pub(super) fn of_family(cidrs: &[Cidr], family: IpFamily) -> Option<Cidr> {
    cidrs.iter().copied().find(|cidr| cidr.family() == family)
}

/// The ranges as one text, the way flags take lists.
pub(super) fn joined(cidrs: &[Cidr]) -> String {
    cidrs.iter().map(Cidr::to_string).collect::<Vec<_>>().join(",")
}
