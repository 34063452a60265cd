//! What becomes of a plan's settings between two versions.

use serde::Serialize;

use super::registry::settings_at;
use crate::diagnostic::Component;
use crate::kubernetes::{Version, VersionChange, changes};
use crate::request::ClusterPlan;

/// How a setting differs when the same plan is built with another version.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SettingChange {
    /// Whose setting.
    pub component: Component,
    /// The flag.
    pub flag: &'static str,
    /// Its value at the first version; absent: it is not given there.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub before: Option<String>,
    /// Its value at the second version.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub after: Option<String>,
    /// What changed in Kubernetes that explains it.
    #[cfg_attr(feature = "wasm", tsify(type = "Change[]"))]
    pub because: Vec<VersionChange>,
}

/// What becomes of the plan's settings between two versions, with the reasons.
pub fn compare(plan: &ClusterPlan, from: Version, to: Version) -> Vec<SettingChange> {
    let (before, after) = (settings_at(plan, from), settings_at(plan, to));
    let reasons = changes(from, to);
    let mut result = Vec::new();
    for (old, new) in before.iter().zip(&after) {
        let mut flags: Vec<&'static str> = old.settings.iter().map(|setting| setting.flag).collect();
        for setting in &new.settings {
            if !flags.contains(&setting.flag) {
                flags.push(setting.flag);
            }
        }
        for flag in flags {
            let (a, b) = (old.get(flag), new.get(flag));
            if a.map(|s| &s.value) == b.map(|s| &s.value) {
                continue;
            }
            let decided = |change: &&VersionChange| {
                change.component == old.component
                    && (change.name == flag
                        || a.into_iter()
                            .chain(b)
                            .any(|setting| setting.facts.contains(&change.name)))
            };
            result.push(SettingChange {
                component: old.component,
                flag,
                before: a.map(|setting| setting.value.clone()),
                after: b.map(|setting| setting.value.clone()),
                because: reasons.iter().filter(decided).cloned().collect(),
            });
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests;

    #[test]
    fn the_difference_is_explained() {
        let plan = plan_for_tests(
            "1.16",
            &["10.244.0.0/16", "fd00:10:244::/56"],
            &["10.96.0.0/16", "fd00:10:96::/112"],
        );
        let difference = compare(&plan, "1.16".parse().unwrap(), "1.36".parse().unwrap());
        let of = |component, flag| {
            difference
                .iter()
                .find(|change| change.component == component && change.flag == flag)
                .unwrap()
        };
        let gate = of(Component::KubeProxy, "--feature-gates");
        assert_eq!(
            (gate.before.as_deref(), &gate.after),
            (Some("IPv6DualStack=true"), &None)
        );
        assert_eq!(gate.because[0].name, "IPv6DualStack");
        let mask = of(Component::KubeControllerManager, "--node-cidr-mask-size-ipv6");
        assert_eq!(mask.because[0].since.to_string(), "1.17");
        assert!(
            difference.iter().all(|change| !change.because.is_empty()),
            "{difference:#?}"
        );
    }
}
