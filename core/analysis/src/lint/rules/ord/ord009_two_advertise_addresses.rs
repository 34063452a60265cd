use super::field;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// `--advertise-address` is given something that is not one address.
    /// ## Why
    /// The flag holds one address, in a dual-stack cluster too. With a list the API server does not start.
    /// ## Example
    /// ```text running
    /// kube-apiserver --advertise-address=192.168.1.11,fd00::11 --service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112
    /// ```
    /// ```yaml
    /// serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
    /// ```
    rule TwoAdvertiseAddresses {
        code: "ORD009",
        severity: ERROR,
        needs: Started,
        component: KubeApiserver,
        stage: Start,
        since: "0.1.0",
        sources: ["kubernetes/website#55961"],
        covers: ["KAS-10"],
        upstream: [
            "invalid argument %q{value} for \"--advertise-address\" flag: failed to parse IP: %q{address}",
        ],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for check in cx.failed_today("KAS-10") {
        out.at(&field("advertiseAddress")).failed_check(check).file();
    }
}
