//! Questions of several groups of targets about the ranges of a plan, and their refusals.

use super::ExportContext;
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
