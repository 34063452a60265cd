use super::{allocated_ranges, with_elsewhere};
use crate::diagnostic::Severity;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::Cidr;

declare_rule! {
    /// ## What it checks
    /// A pod or Service range shares addresses with a network that Docker takes by default: `docker0` (a warning), or
    /// the pools of its other networks (worth knowing).
    /// ## Why
    /// On a machine with Docker the route of the bridge wins, so whatever lies there on the other side of a VPN or in
    /// the cluster cannot be reached.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [172.17.0.0/16]
    /// ```
    rule DockerPools {
        code: "ADDR004",
        severity: WARNING,
        needs: Plan,
        component: Planner,
        stage: Run,
        since: "0.1.0",
        sources: ["Azure/acs-engine#750", "kontena/pharos-cluster#1330", "docker/for-mac#4429"],
        fixes: ["move"],
        check: check,
    }
}

/// The networks of Docker: `docker0` first, then the default `default-address-pools` of the daemon, then Docker Desktop's.
const POOLS: &[(&str, &str)] = &[
    ("172.17.0.0/16", "docker0"),
    ("172.18.0.0/15", "default-address-pools"),
    ("172.20.0.0/14", "default-address-pools"),
    ("172.24.0.0/14", "default-address-pools"),
    ("172.28.0.0/14", "default-address-pools"),
    ("192.168.0.0/16", "default-address-pools"),
    ("10.1.0.0/16", "Docker Desktop"),
];

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for range in allocated_ranges(cx) {
        let hit = POOLS.iter().find_map(|(pool, name)| {
            let pool: Cidr = pool.parse().ok()?;
            pool.overlaps(&range.cidr).then_some((pool, *name))
        });
        let Some((pool, name)) = hit else { continue };
        let mut report = out
            .at(&range.pointer)
            .param("range", range.cidr)
            .param("pool", pool)
            .param("name", name);
        if name != "docker0" {
            report = report.severity(Severity::Info).variant("pool");
        }
        with_elsewhere(report, cx, range);
    }
}
