use crate::catalog::clouds;
use crate::diagnostic::Severity;
use crate::lint::meta::INFO;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::{AddressCount, IpFamily};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// How many addresses of an IPv4 node network are left when the cloud has taken its own: five on AWS and Azure,
    /// four on Google Cloud. A warning where that is fewer than nodes are planned.
    /// ## Why
    /// A /28 of AWS is a network for eleven machines, not for fourteen.
    /// ## Example
    /// ```yaml
    /// provider: aws
    /// nodeCIDRs: [192.168.1.0/28]
    /// nodes: {count: 12}
    /// ```
    rule SubnetReservations {
        code: "CAP018",
        severity: INFO,
        needs: Cni,
        component: CloudProvider,
        stage: Run,
        since: "0.1.0",
        sources: ["docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html", "cloud.google.com/vpc/docs/subnets", "learn.microsoft.com/azure/virtual-network/virtual-networks-faq"],
        refusals: ["EXP109"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let provider = cx.plan.spec.provider;
    let reserved = match provider.map(|provider| provider.id()) {
        Some("aws") => clouds::AWS_SUBNET_RESERVED,
        Some("azure") => clouds::AZURE_SUBNET_RESERVED,
        Some("gcp") => clouds::GCP_SUBNET_RESERVED,
        _ => return,
    };
    let planned = cx.plan.spec.nodes.planned();
    let networks: Vec<_> = cx
        .ranges(RangeKind::Nodes)
        .filter(|range| range.cidr.family() == IpFamily::IPv4)
        .collect();
    let usable =
        |range: &crate::plan::declared::DeclaredRange| range.cidr.size().saturating_sub(u128::from(reserved));
    let together: u128 = networks.iter().map(|range| usable(range).saturating_u128()).sum();
    for range in networks {
        let report = out
            .at(&range.pointer)
            .param("range", range.cidr)
            .param("usable", usable(range))
            .param("reserved", reserved)
            .param("planned", planned)
            .param(
                "provider",
                provider.map(|provider| provider.title()).unwrap_or_default(),
            );
        if AddressCount::from(together) < AddressCount::from(planned) {
            report.severity(Severity::Warning).variant("few").file();
        }
    }
}
