use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;

declare_rule! {
    /// ## What it checks
    /// An item of the checklist: an IPv6 address in `controlPlaneEndpoint`, or in a join command, stands in brackets.
    /// ## Why
    /// Without them the last group is read as the port, or nothing at all.
    /// ## Example
    /// ```yaml
    /// serviceCIDRs: ["fd00:10:96::/112"]
    /// ```
    rule EndpointWithoutBrackets {
        code: "ORD010",
        severity: ERROR,
        needs: Hosts,
        component: Kubeadm,
        stage: Install,
        since: "0.1.0",
        sources: ["cmd/kubeadm/app/util/endpoint.go"],
        upstream: [
            "address %s{address}: too many colons in address",
            "hostport %s{endpoint}: endpoint is not valid",
            "controlPlaneEndpoint: Invalid value: %q{endpoint}: %s",
        ],
    }
}
