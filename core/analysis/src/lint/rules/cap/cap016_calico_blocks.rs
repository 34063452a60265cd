use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::{AddressCount, IpFamily};
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// A pool of Calico has fewer than two blocks for each planned node, in blocks of Calico's own size (/26 and /122).
    /// ## Why
    /// A node takes blocks as it needs them. Without a block of its own it borrows single addresses of others, or gets
    /// none at all.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.244.0.0/22]
    /// serviceCIDRs: [10.96.0.0/16]
    /// cni: calico
    /// nodes: {count: 4, max: 10, maskSizeIPv4: 26}
    /// ```
    rule CalicoBlocks {
        code: "CAP016",
        severity: WARNING,
        needs: Cni,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["projectcalico/calico#7560", "projectcalico/calico#3878", "projectcalico/calico#2592"],
        upstream: [
            "pool size is too small (min /%d{length}) for use with Calico IPAM",
        ],
        fixes: ["range"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    if cx.plan.spec.cni.is_none_or(|cni| cni.id() != "calico") {
        return;
    }
    let planned = cx.plan.spec.nodes.planned();
    for range in cx.ranges(RangeKind::Pods) {
        let block = match range.cidr.family() {
            IpFamily::IPv4 => 26u8,
            IpFamily::IPv6 => 122,
        };
        let blocks = match block.checked_sub(range.cidr.prefix_len()) {
            Some(bits) => AddressCount::power_of_two(bits),
            None => AddressCount::ZERO,
        };
        if blocks >= AddressCount::from(planned.saturating_mul(2)) {
            continue;
        }
        let report = out
            .at(&range.pointer)
            .param("range", range.cidr)
            .param("blocks", blocks)
            .param("block", format!("/{block}"))
            .param("planned", planned);
        let wanted = super::bits_for(planned.saturating_mul(2));
        super::with_larger_range(report, cx, range, block.saturating_sub(wanted)).file();
    }
}
