//! A version with everything that depends on it resolved to plain fields, and the differences between two versions.

use serde::Serialize;

use super::cluster_ip;
use super::facts::{self, Fact, FactKind};
use super::gates::{self, GateState};
use super::node_ipam::{self, MaskPolicy};
use super::service_api;
use super::{
    ApiserverProfile, Confidence, InstallerProfile, KubeProxyProfile, KubeadmProfile, KubeletProfile,
    Timeline, Version, row,
};
use crate::diagnostic::Component;
use crate::go::field_error::ValueSyntax;

static GA_GATE_WARNING: Timeline<&str> = Timeline::new(&[
    row(
        16,
        "Setting GA feature gate %s=%t. It will be removed in a future release.",
        "component-base/featuregate release-1.31",
    ),
    super::row_with(
        32,
        "Setting GA feature gate %s=%t. It will be removed in a future release.",
        "component-base/featuregate release-1.31",
        Confidence::Unverified,
    ),
    row(
        36,
        "Warning: setting GA feature gate. It will be removed in a future release.",
        "component-base/featuregate release-1.36",
    ),
]);

static DEPRECATED_GATE_WARNING: Timeline<&str> = Timeline::new(&[
    row(
        16,
        "Setting deprecated feature gate %s=%t. It will be removed in a future release.",
        "component-base/featuregate release-1.31",
    ),
    super::row_with(
        32,
        "Setting deprecated feature gate %s=%t. It will be removed in a future release.",
        "component-base/featuregate release-1.31",
        Confidence::Unverified,
    ),
    row(
        36,
        "Warning: setting deprecated feature gate. It will be removed in a future release.",
        "component-base/featuregate release-1.36",
    ),
]);

/// The form of ServiceCIDR objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServiceCidrApi {
    /// The API version to write.
    pub api_version: &'static str,
    /// Whether the API is served without `--runtime-config` and a gate.
    pub on_by_default: bool,
}

/// The resolved properties of a version. Other modules read it instead of comparing versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The Kubernetes version.
    pub version: Version,
    /// The syntax of values in field errors.
    pub value_syntax: ValueSyntax,
    /// The gate that has to be set for dual-stack, on every component.
    pub dual_stack_gate: Option<&'static str>,
    /// Whether a single-stack cluster may use the mask flag of its family.
    pub single_stack_family_mask: bool,
    /// The form of ServiceCIDR objects.
    pub service_cidr_api: Option<ServiceCidrApi>,
    /// The warning about a GA gate, with `%s` and `%t` in it.
    pub ga_gate_warning: &'static str,
    /// The warning about a deprecated gate.
    pub deprecated_gate_warning: &'static str,
    /// The start-up checks of kube-apiserver.
    pub apiserver: ApiserverProfile,
    /// The start-up checks of kubelet.
    pub kubelet: KubeletProfile,
    /// The start-up checks of kube-proxy.
    pub kube_proxy: KubeProxyProfile,
    /// The properties of kubeadm.
    pub kubeadm: KubeadmProfile,
    /// The properties of installers and distributions.
    pub installers: InstallerProfile,
}

impl Profile {
    /// Returns the properties of that version.
    pub fn resolve(version: Version) -> Profile {
        let gate = "IPv6DualStack";
        let needs_gate = matches!(gates::state(gate, version), GateState::Known(row) if !row.on);
        Profile {
            version,
            value_syntax: service_api::VALUE_SYNTAX.at(version),
            dual_stack_gate: needs_gate.then_some(gate),
            single_stack_family_mask: node_ipam::MASK_POLICY.at(version) == MaskPolicy::FamilyFlagsEverywhere,
            service_cidr_api: cluster_ip::SERVICE_CIDR_API
                .at(version)
                .map(|(api_version, on_by_default)| ServiceCidrApi {
                    api_version,
                    on_by_default,
                }),
            ga_gate_warning: GA_GATE_WARNING.at(version),
            deprecated_gate_warning: DEPRECATED_GATE_WARNING.at(version),
            apiserver: ApiserverProfile::at(version),
            kubelet: KubeletProfile::at(version),
            kube_proxy: KubeProxyProfile::at(version),
            kubeadm: KubeadmProfile::at(version),
            installers: InstallerProfile::at(version),
        }
    }

    /// Returns the form in which kubeadm names fields that it does not know, with the confidence in it.
    pub fn kubeadm_strict(&self) -> (super::StrictRule, Confidence) {
        let row = super::kubeadm::STRICT.row_at(self.version);
        (row.value, row.confidence)
    }

    /// Returns the confidence that a component knows that flag or configuration field. `None` if it does not know it.
    pub fn knows(&self, component: Component, name: &str) -> Option<Confidence> {
        facts::knows(component, name, self.version)
    }

    /// Returns the state of a gate name in the binaries.
    pub fn gate(&self, name: &str) -> GateState {
        gates::state(name, self.version)
    }

    /// Returns the confidence in the start-up check of that id (`KAS-7`, `KP-10`, `KA-2`).
    pub fn check_confidence(&self, id: &str) -> Confidence {
        match id.split_once('-').map(|(family, _)| family) {
            Some("KAS") => super::apiserver::confidence(id, self.version),
            Some("KP") => super::kube_proxy::confidence(id, self.version),
            Some("KA") => super::kubeadm::confidence(id, self.version),
            _ => Confidence::Verified,
        }
    }
}

/// The kind of a difference between two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// The fact holds only in the second version.
    Added,
    /// The fact holds only in the first version.
    Removed,
    /// The default or state differs.
    Changed,
}

/// A difference between two versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// The component that the fact is about.
    pub component: Component,
    /// The kind of the fact.
    pub fact: FactKind,
    /// The name of the flag, field, gate or behaviour.
    pub name: &'static str,
    /// The kind of the difference.
    pub kind: ChangeKind,
    /// The value in the first version.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub before: Option<String>,
    /// The value in the second version.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub after: Option<String>,
    /// The version that makes the difference: the first one with the later state, or without the fact.
    #[cfg_attr(feature = "wasm", tsify(type = "KubernetesVersion"))]
    pub since: Version,
    /// The source of the fact.
    pub source: &'static str,
    /// The confidence in the difference: the lower one of the two states.
    pub confidence: Confidence,
}

/// Returns the differences between two versions, sorted by component, kind and name.
///
/// ```
/// use dualstack_kubernetes::kubernetes::changes;
/// let upgrade = changes("1.20".parse().unwrap(), "1.25".parse().unwrap());
/// let gate = upgrade.iter().find(|change| change.name == "IPv6DualStack").unwrap();
/// assert_eq!(gate.before.as_deref(), Some("alpha, off"));
/// assert_eq!(gate.after, None);
/// assert_eq!(gate.since.to_string(), "1.25");
/// ```
pub fn changes(from: Version, to: Version) -> Vec<Change> {
    let facts = facts::all();
    let mut keys: Vec<_> = facts.iter().map(Fact::key).collect();
    keys.dedup();
    let at = |key, version| {
        facts
            .iter()
            .find(|fact| fact.key() == key && fact.holds_at(version))
    };
    keys.into_iter()
        .filter_map(|key| {
            let (before, after) = (at(key, from), at(key, to));
            let kind = match (before, after) {
                (None, Some(_)) => ChangeKind::Added,
                (Some(_), None) => ChangeKind::Removed,
                (Some(a), Some(b)) if a.value != b.value => ChangeKind::Changed,
                _ => return None,
            };
            let rows = || facts.iter().filter(|fact| fact.key() == key);
            let (low, high) = (from.min(to).minor(), from.max(to).minor());
            // The row that describes the change, and the version in which it happened, in both directions.
            let (row, since) = match (before, after) {
                (Some(a), Some(b)) => {
                    let later = if a.since > b.since { a } else { b };
                    (later, later.since)
                }
                (Some(only), None) | (None, Some(only)) if only.holds_at(from.min(to)) => rows()
                    .filter_map(|row| Some((row, row.until?)))
                    .filter(|(_, until)| (low..high).contains(&until.minor()))
                    .max_by_key(|(_, until)| *until)
                    .map(|(row, until)| (row, Version::minor_version(until.minor().saturating_add(1))))?,
                _ => rows()
                    .filter(|row| row.since.minor() > low)
                    .map(|row| (row, row.since))
                    .min_by_key(|(_, since)| *since)?,
            };
            let (component, fact, name) = key;
            Some(Change {
                component,
                fact,
                name,
                kind,
                before: before.map(|fact| fact.value.clone()),
                after: after.map(|fact| fact.value.clone()),
                since,
                source: row.source,
                confidence: before
                    .into_iter()
                    .chain(after)
                    .map(|fact| fact.confidence)
                    .min()
                    .unwrap_or(Confidence::Unverified),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(minor: u8) -> Version {
        Version::minor_version(minor)
    }

    #[test]
    fn the_gate_is_needed_from_1_16_to_1_20() {
        let needing: Vec<u8> = Version::all()
            .filter(|v| Profile::resolve(*v).dual_stack_gate.is_some())
            .map(Version::minor)
            .collect();
        assert_eq!(needing, [16, 17, 18, 19, 20]);
    }

    #[test]
    fn versions_without_a_row_between_them_are_equal() {
        let facts = facts::all();
        for (a, b) in Version::all().zip(Version::all().skip(1)) {
            let starts = facts
                .iter()
                .any(|f| f.since == b || f.until.is_some_and(|until| until == a));
            if !starts {
                assert!(changes(a, b).is_empty(), "{a} → {b}");
            }
        }
    }

    #[test]
    fn changes_are_the_same_in_both_directions() {
        let up = changes(version(16), version(36));
        let down = changes(version(36), version(16));
        assert_eq!(up.len(), down.len());
        for (up, down) in up.iter().zip(&down) {
            assert_eq!(
                (&up.before, &up.after),
                (&down.after, &down.before),
                "{}",
                up.name
            );
            assert_eq!(up.since, down.since, "{}", up.name);
        }
        assert!(changes(version(36), version(36)).is_empty());
    }

    #[test]
    fn what_disappears_does_so_after_its_last_row() {
        let gate = |from, to| {
            changes(version(from), version(to))
                .into_iter()
                .find(|change| change.name == "IPv6DualStack" && change.component == Component::KubeProxy)
                .map(|change| (change.kind, change.since.to_string()))
        };
        assert_eq!(gate(16, 36), Some((ChangeKind::Removed, "1.25".into())));
        assert_eq!(gate(36, 16), Some((ChangeKind::Added, "1.25".into())));
        assert_eq!(gate(20, 22), Some((ChangeKind::Changed, "1.21".into())));
        assert_eq!(gate(25, 36), None);
    }

    #[test]
    fn mask_flags_appear_in_1_17() {
        let change = changes(version(16), version(17))
            .into_iter()
            .find(|change| change.name == "--node-cidr-mask-size-ipv6")
            .unwrap();
        assert_eq!(change.kind, ChangeKind::Added);
        assert_eq!(change.since, version(17));
        assert_eq!(change.source, "kubernetes/kubernetes#79993");
    }
}
