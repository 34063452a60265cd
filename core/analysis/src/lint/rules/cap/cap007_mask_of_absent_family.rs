use super::{mask_field, nodes_field, pod_range};
use crate::components::{FailedCheck, Flags, forecast};
use crate::diagnostic::{Component, PatchOperation, Severity};
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;

declare_rule! {
    /// ## What it checks
    /// The plan gives a node mask for a family that the pods do not have, or kube-controller-manager is started with
    /// such a flag.
    /// ## Why
    /// As a flag it keeps the controller from starting. In the plan it has no effect, and says something that is not
    /// so.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.244.0.0/16]
    /// serviceCIDRs: [10.96.0.0/16]
    /// nodes: {maskSizeIPv6: 64}
    /// ```
    rule MaskOfAbsentFamily {
        code: "CAP007",
        severity: WARNING,
        needs: Plan,
        component: KubeControllerManager,
        stage: ControllerStart,
        since: "0.1.0",
        sources: ["cmd/kube-controller-manager/app/core.go"],
        upstream: [
            "usage of --node-cidr-mask-size-ipv4 and --node-cidr-mask-size-ipv6 are not allowed with non dual-stack clusters",
            "usage of --node-cidr-mask-size-ipv4 and --node-cidr-mask-size-ipv6 is not allowed if --node-cidr-mask-size is set",
            "usage of --node-cidr-mask-size-ipv%d{family} is not allowed for a single-stack IPv%d{cluster} cluster",
        ],
        fixes: ["remove"],
        check: check,
    }
}

/// The start-up checks about masks of a family that the plan does not have.
const CHECKS: [&str; 4] = ["KCM-8", "KCM-9", "KCM-10a", "KCM-10b"];

/// Returns the check that the controller fails if it gets the mask as a flag. `None` if it passes.
fn with_flag(cx: &LintContext<'_>, family: IpFamily, mask: u8) -> Option<FailedCheck> {
    let name = match family {
        IpFamily::IPv4 => "node-cidr-mask-size-ipv4",
        IpFamily::IPv6 => "node-cidr-mask-size-ipv6",
    };
    let settings = cx
        .components
        .iter()
        .find(|settings| settings.component == Component::KubeControllerManager)?;
    let mut flags = Flags::from_args(settings.arguments());
    flags.push(name, mask.to_string());
    forecast(cx.version(), Component::KubeControllerManager, &flags.into())
        .into_iter()
        .find(|check| CHECKS.contains(&check.id))
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for check in CHECKS.iter().flat_map(|check| cx.failed_today(check)) {
        out.at(&nodes_field())
            .severity(Severity::Error)
            .variant("started")
            .failed_check(check)
            .file();
    }
    for family in IpFamily::ALL {
        let Some(mask) = cx.plan.spec.nodes.mask_size(family) else {
            continue;
        };
        if cx.plan.spec.pod_cidrs.is_empty() || pod_range(cx, family).is_some() {
            continue;
        }
        let field = mask_field(family);
        let mut report = out
            .at(&field)
            .param("family", family)
            .param("mask", format!("/{mask}"));
        if let Some(check) = with_flag(cx, family, mask) {
            report = report.upstream(check.text);
        }
        report
            .fix("remove", [], true, vec![PatchOperation::Remove { path: field }])
            .file();
    }
}
