use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;

declare_rule! {
    /// ## What it checks
    /// An item of the checklist: the API server's certificate must hold the first address of every Service range and
    /// the addresses of both families of the control plane.
    /// ## Why
    /// Clients that use the other family refuse the connection, although it is open.
    /// ## Example
    /// ```yaml
    /// serviceCIDRs: [10.43.0.0/16, "fd01::/112"]
    /// ```
    rule CertificateNames {
        code: "ORD008",
        severity: ERROR,
        needs: Hosts,
        component: KubeApiserver,
        stage: Run,
        since: "0.1.0",
        sources: ["k3s-io/k3s#6847"],
        upstream: [
            "x509: certificate is valid for %s{names}, not %s{address}",
            "x509: cannot validate certificate for %s{address} because it doesn't contain any IP SANs",
        ],
    }
}
