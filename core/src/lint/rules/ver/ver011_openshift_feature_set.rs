use crate::lint::rule::{self, ERROR};
use crate::lint::{LintContext, Reporter, Rule, RuleMeta};

rule::declare_rule! {
    /// ## What it checks
    /// An item of the checklist: an OpenShift cluster is upgraded that still has the feature set
    /// `IPv6DualStackNoUpgrade`.
    /// ## Why
    /// The set keeps the cluster from being upgraded; its gate is gone where the upgrade would go.
    /// ## Example
    /// ```yaml
    /// distribution: openshift
    /// ```
    pub struct OpenshiftFeatureSet {
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

impl Rule for OpenshiftFeatureSet {
    fn meta(&self) -> &'static RuleMeta {
        Self::META
    }

    fn check(&self, _: &LintContext<'_>, _: &mut Reporter<'_>) {}
}
