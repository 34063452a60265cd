//! Talos Linux (siderolabs/talos pkg/machinery/config/types/k8s/network.go).

use super::Tool;
use super::lists::{malformed, message, refuses};
use super::releases::named_release;
use crate::diagnostic::{Diagnostic, Severity};
use crate::kubernetes::tools::TALOS_DOCUMENTS;
use crate::net::Cidr;

/// Returns what Talos refuses. Where an older Talos runs the version too, its patch is taken, so it is a warning.
pub(super) fn check(cx: &Tool<'_>) -> Vec<Diagnostic> {
    if let Some(malformed) = malformed(cx) {
        return vec![malformed];
    }
    refused_documents(cx).into_iter().collect()
}

const MIN_HOST_BITS: u8 = 4;

const MAX_SERVICE_HOST_BITS: u8 = 20;

const MAX_MASK_DIFFERENCE: u8 = 16;

fn pod_range(cx: &Tool<'_>, range: &Cidr) -> Option<String> {
    let (prefix, mask) = (range.prefix_len(), cx.plan.spec.node_mask(range.family()));
    if prefix > mask {
        Some(format!(
            "invalid subnet: {range} is smaller than the per-node pod CIDR mask size /{mask}"
        ))
    } else if mask.saturating_sub(prefix) > MAX_MASK_DIFFERENCE {
        Some(format!(
            "invalid subnet: {range} is too large for the per-node pod CIDR mask size /{mask}, the difference must be \
             at most {MAX_MASK_DIFFERENCE} bits"
        ))
    } else {
        None
    }
}

fn service_range(range: &Cidr) -> Option<String> {
    let bits = range.prefix_len().saturating_add(range.host_bits());
    (range.host_bits() > MAX_SERVICE_HOST_BITS).then(|| {
        format!(
            "invalid subnet: {range} is too large, it must be at least /{} (at most {MAX_SERVICE_HOST_BITS} host \
             identifier bits)",
            bits.saturating_sub(MAX_SERVICE_HOST_BITS)
        )
    })
}

/// Returns the first fault of a list, whose ranges are checked one after the other.
fn first_fault(ranges: &[Cidr], check: impl Fn(&Cidr) -> Option<String>) -> Option<String> {
    ranges.iter().find_map(|range| {
        let prefix = range.prefix_len();
        if range.host_bits() < MIN_HOST_BITS {
            return Some(format!(
                "invalid subnet: /{prefix} is too small, it must be larger than /{}",
                prefix.saturating_sub(MIN_HOST_BITS)
            ));
        }
        check(range)
    })
}

/// Returns the faults that the validation of `KubeNetworkConfig` prints, one per line. `None` if there are none.
pub fn faults(cx: &Tool<'_>) -> Option<String> {
    let spec = &cx.plan.spec;
    let pods = first_fault(&spec.pod_cidrs, |range| pod_range(cx, range));
    let services = first_fault(&spec.service_cidrs, service_range);
    let count = (spec.pod_cidrs.len() != spec.service_cidrs.len())
        .then(|| "the number of pod subnets must match the number of service subnets".to_owned());
    let faults: Vec<String> = [
        pods.map(|fault| format!("pod subnets: {fault}")),
        services.map(|fault| format!("service subnets: {fault}")),
        count,
    ]
    .into_iter()
    .flatten()
    .collect();
    (!faults.is_empty()).then(|| faults.join("\n"))
}

/// Returns whether a Talos with documents of its own for networks runs the plan, or the one that the plan names is one.
pub fn takes_documents(cx: &Tool<'_>) -> bool {
    named_release(cx.id, cx.plan).map_or(cx.profile.installers.talos_documents, |release| {
        TALOS_DOCUMENTS.is_in(release)
    })
}

/// Returns whether a Talos that keeps networks in its machine configuration runs the plan, or the one that the plan
/// names is one.
pub fn takes_patch(cx: &Tool<'_>) -> bool {
    named_release(cx.id, cx.plan).map_or(cx.profile.installers.talos_patch, |release| {
        !TALOS_DOCUMENTS.is_in(release)
    })
}

/// Returns the finding about ranges that the documents cannot hold. An older Talos may accept them.
fn refused_documents(cx: &Tool<'_>) -> Option<Diagnostic> {
    let upstream = faults(cx).filter(|_| takes_documents(cx))?;
    let field = if upstream.starts_with("pod subnets") {
        "podCIDRs"
    } else {
        "serviceCIDRs"
    };
    let mut refused = refuses("EXP032", field, message("EXP032", cx), Some(upstream));
    if takes_patch(cx) {
        refused.severity = Severity::Warning;
    }
    Some(refused)
}
