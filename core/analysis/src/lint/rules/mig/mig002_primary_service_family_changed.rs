use super::{field, previous, with_old};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// The first Service range is of another family than before. The order of the pod ranges has a rule of its own
    /// (ORD005).
    /// ## Why
    /// Every stored Service has its first family for good, the one of the API server too. New ones would get the
    /// other, and the API server's address would have to change with them.
    /// ## Example
    /// ```yaml
    /// serviceCIDRs: ["fd00:10:96::/112", 10.96.0.0/16]
    /// ```
    /// ```yaml previous
    /// serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
    /// ```
    rule PrimaryServiceFamilyChanged {
        code: "MIG002",
        severity: ERROR,
        needs: PreviousPlan,
        component: KubeApiserver,
        stage: Run,
        since: "0.1.0",
        sources: ["k0sproject/k0s#5116", "k0sproject/k0s#1443", "kubernetes/enhancements KEP-563"],
        fixes: ["keep"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let Some(old) = previous(cx) else { return };
    let (Some(before), Some(after)) = (old.services(), cx.plan.spec.services()) else {
        return;
    };
    if before.primary_family() == after.primary_family() {
        return;
    }
    let report = out
        .at(&field("serviceCIDRs"))
        .param("before", before.primary_family())
        .param("after", after.primary_family());
    let mut ranges = vec![*before.primary()];
    ranges.extend(
        after
            .iter()
            .filter(|range| range.family() != before.primary_family()),
    );
    let advertised = cx
        .plan
        .spec
        .advertise_address
        .is_none_or(|address| crate::net::IpFamily::of(address) == before.primary_family());
    if advertised {
        with_old(report, &[("serviceCIDRs", &ranges)]).file();
    }
}
