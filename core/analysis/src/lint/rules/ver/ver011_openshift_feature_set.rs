use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;

declare_rule! {
    /// ## What it checks
    /// An item of the checklist: an OpenShift cluster is upgraded that still has the feature set
    /// `IPv6DualStackNoUpgrade`.
    /// ## Why
    /// The set keeps the cluster from being upgraded; its gate is gone where the upgrade would go.
    /// ## Example
    /// ```yaml
    /// distribution: openshift
    /// ```
    rule OpenshiftFeatureSet {
        code: "VER011",
        severity: ERROR,
        needs: Hosts,
        component: CloudProvider,
        stage: Run,
        since: "0.1.0",
        sources: ["openshift/machine-config-operator#2580"],
        upstream: [
            "FeatureSet %q{set} does not allow updates",
            "IPv6DualStackNoUpgrade",
        ],
    }
}
