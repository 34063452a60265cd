use crate::lint::meta::INFO;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::{Cidr, IpFamily};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// The length of the IPv6 pod prefix is no multiple of four.
    /// ## Why
    /// A reverse zone ends at a digit, so such a range needs two, four or eight zones, and nobody can see from an
    /// address whether it is inside.
    /// ## Example
    /// ```yaml
    /// podCIDRs: ["fd3b:9e72:41c8::/54"]
    /// nodes: {maskSizeIPv6: 66}
    /// ```
    rule NibbleBoundary {
        code: "ADDR024",
        severity: INFO,
        needs: Plan,
        component: Planner,
        stage: Run,
        since: "0.1.0",
        sources: ["RFC 3596 section 2.5", "RFC 6177"],
        fixes: ["nibble"],
        check: check,
    }
}

/// The largest number of bits between pod range and node block.
const WINDOW: u8 = 16;

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for range in cx
        .ranges(RangeKind::Pods)
        .filter(|range| range.cidr.family() == IpFamily::IPv6)
    {
        let prefix_len = range.cidr.prefix_len();
        let beyond = prefix_len % 4;
        if beyond == 0 {
            continue;
        }
        let missing = 4 - beyond;
        let report = out
            .at(&range.pointer)
            .param("range", range.cidr)
            .param("zones", 1u32 << missing);
        let shorter = prefix_len - beyond;
        let mask = cx.plan.spec.node_mask(IpFamily::IPv6);
        let grown = Cidr::containing(range.cidr.network(), shorter)
            .filter(|_| mask.saturating_sub(shorter) <= WINDOW)
            .filter(|grown| {
                let mut others = cx
                    .addresses
                    .declared
                    .iter()
                    .filter(|other| other.pointer != range.pointer);
                !others.any(|other| other.cidr.overlaps(grown))
            });
        let smaller = || Cidr::containing(range.cidr.network(), prefix_len.saturating_add(missing));
        // A smaller range must still have a block for every node.
        let holds = |smaller: &Cidr| {
            let bits = mask.saturating_sub(smaller.prefix_len()).min(WINDOW);
            mask >= smaller.prefix_len() && (1u32 << bits) >= cx.plan.spec.nodes.planned()
        };
        if let Some(network) = grown.or_else(|| smaller().filter(holds)) {
            report
                .fix_replace("nibble", &range.pointer, network, false)
                .file();
        }
    }
}
