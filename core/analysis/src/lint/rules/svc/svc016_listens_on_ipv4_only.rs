use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;

declare_rule! {
    /// ## What it checks
    /// An item of the checklist: programs behind dual-stack Services listen on both families.
    /// ## Why
    /// A program that listens on `0.0.0.0` resets IPv6 connections, while its Service has an IPv6 address.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec: {ipFamilyPolicy: PreferDualStack, ports: [{port: 80}]}
    /// ```
    rule ListensOnIpv4Only {
        code: "SVC016",
        severity: WARNING,
        needs: Hosts,
        component: KubeProxy,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/kubernetes#108248"],
    }
}
