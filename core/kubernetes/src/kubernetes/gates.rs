//! Feature gates as rows, with their whole life: alpha, beta, GA, locked, and the version in which the name is gone.
//!
//! Models `pkg/features/kube_features.go` of each version and `component-base/featuregate`. A gate name is
//! compiled into all core binaries alike, so knowing it or not does not depend on the component; `components` lists
//! those in which it has an effect.

mod names;

use serde::Serialize;

use super::{Confidence, Version};
use crate::diagnostic::Component;

/// The maturity of a gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum GateStage {
    /// Off by default; it has to be switched on.
    Alpha,
    /// On or off by default.
    Beta,
    /// Generally available.
    Ga,
    /// Deprecated; setting it prints a warning.
    Deprecated,
}

impl GateStage {
    /// Returns the maturity as tables print it.
    pub const fn as_str(self) -> &'static str {
        match self {
            GateStage::Alpha => "alpha",
            GateStage::Beta => "beta",
            GateStage::Ga => "GA",
            GateStage::Deprecated => "deprecated",
        }
    }
}

/// The state of a gate from one version on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GateRow {
    /// The first minor version with this state.
    pub since: u8,
    /// The maturity of the gate.
    pub stage: GateStage,
    /// The default of the gate.
    pub on: bool,
    /// Whether the default cannot be changed.
    pub locked: bool,
    /// The upstream file, pull request or KEP that shows it.
    pub source: &'static str,
    /// The confidence in the row.
    pub confidence: Confidence,
}

/// A feature gate.
#[derive(Clone, Copy, Debug)]
pub struct Gate {
    /// The name of the gate.
    pub name: &'static str,
    /// The components in which it changes something.
    pub components: &'static [Component],
    /// The states of the gate, oldest first. Before the first one the name does not exist.
    pub rows: &'static [GateRow],
    /// The first minor version that no longer knows the name, with the source.
    pub removed: Option<(u8, &'static str)>,
}

/// The state of a gate name in a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GateState {
    /// The binary does not know the name: setting it to any value is fatal.
    Unknown,
    /// No version known here has a gate of that name.
    Untracked,
    /// The binary knows the gate, with these properties.
    Known(GateRow),
}

impl GateState {
    /// Returns whether the gate is known and on by default.
    pub const fn on_by_default(self) -> bool {
        match self {
            GateState::Known(row) => row.on,
            GateState::Unknown | GateState::Untracked => false,
        }
    }
}

impl Gate {
    /// Returns the state at that version.
    pub fn at(&self, version: Version) -> GateState {
        let minor = version.minor();
        if self.removed.is_some_and(|(since, _)| minor >= since) {
            return GateState::Unknown;
        }
        let known = self.rows.iter().rev().find(|row| row.since <= minor);
        match known {
            Some(row) => GateState::Known(*row),
            None => GateState::Unknown,
        }
    }
}

/// The settings of `--feature-gates`, in the order given. A name that occurs twice has its last value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GateSettings(Vec<(String, bool)>);

impl FromIterator<(String, bool)> for GateSettings {
    fn from_iter<I: IntoIterator<Item = (String, bool)>>(given: I) -> Self {
        GateSettings(given.into_iter().collect())
    }
}

impl GateSettings {
    /// Returns the value given for that name. `None` if the settings do not name it.
    pub fn given(&self, name: &str) -> Option<bool> {
        let mut named = self.0.iter().rev();
        named.find(|(given, _)| given == name).map(|(_, on)| *on)
    }

    /// Adds a setting at the end.
    pub fn set(&mut self, name: impl Into<String>, on: bool) {
        self.0.push((name.into(), on));
    }

    /// Removes every setting of that name.
    pub fn unset(&mut self, name: &str) {
        self.0.retain(|(given, _)| given != name);
    }

    /// Returns the names and values in the order given.
    pub fn iter(&self) -> impl Iterator<Item = (&str, bool)> {
        self.0.iter().map(|(name, on)| (name.as_str(), *on))
    }

    /// Returns whether a binary of that version has the gate on: locked, named, by `AllAlpha` or `AllBeta`, or by
    /// default.
    ///
    /// ```
    /// use dualstack_kubernetes::kubernetes::gates::GateSettings;
    /// let given = GateSettings::from_iter([("IPv6DualStack".to_owned(), true)]);
    /// assert!(given.is_on("IPv6DualStack", "1.16".parse().unwrap()));
    /// assert!(!GateSettings::default().is_on("IPv6DualStack", "1.16".parse().unwrap()));
    /// ```
    pub fn is_on(&self, name: &str, version: Version) -> bool {
        let GateState::Known(row) = state(name, version) else {
            return false;
        };
        if row.locked {
            return row.on;
        }
        let group = match row.stage {
            GateStage::Alpha => self.given("AllAlpha"),
            GateStage::Beta => self.given("AllBeta"),
            GateStage::Ga | GateStage::Deprecated => None,
        };
        self.given(name).or(group).unwrap_or(row.on)
    }
}

/// Returns the state of a gate name in that version.
pub fn state(name: &str, version: Version) -> GateState {
    GATES
        .iter()
        .find(|gate| gate.name == name)
        .map_or_else(|| names::shared(name, version), |gate| gate.at(version))
}

/// Returns the name of every gate that the components of some version share.
pub fn names() -> impl Iterator<Item = &'static str> {
    GATES.iter().map(|gate| gate.name).chain(self::names::all())
}

/// Returns whether a binary of that version refuses a name that is [`GateState::Untracked`]: all its gates are known here.
pub fn all_known(version: Version) -> bool {
    names::is_whole(version)
}

/// Returns the state of a name in the `featureGates` of kubeadm of that version.
pub fn kubeadm_state(name: &str, version: Version) -> GateState {
    KUBEADM_GATES
        .iter()
        .find(|gate| gate.name == name)
        .map_or_else(|| names::kubeadm(name, version), |gate| gate.at(version))
}

const fn state_row(since: u8, stage: GateStage, on: bool, locked: bool, source: &'static str) -> GateRow {
    GateRow {
        since,
        stage,
        on,
        locked,
        source,
        confidence: Confidence::Verified,
    }
}

const fn alpha(since: u8, source: &'static str) -> GateRow {
    state_row(since, GateStage::Alpha, false, false, source)
}

const fn beta(since: u8, on: bool, source: &'static str) -> GateRow {
    state_row(since, GateStage::Beta, on, false, source)
}

const fn ga(since: u8, source: &'static str) -> GateRow {
    state_row(since, GateStage::Ga, true, false, source)
}

const fn locked(since: u8, source: &'static str) -> GateRow {
    state_row(since, GateStage::Ga, true, true, source)
}

const fn deprecated(since: u8, on: bool, source: &'static str) -> GateRow {
    state_row(since, GateStage::Deprecated, on, false, source)
}

const fn with(row: GateRow, confidence: Confidence) -> GateRow {
    GateRow { confidence, ..row }
}

const fn gate(name: &'static str, components: &'static [Component], rows: &'static [GateRow]) -> Gate {
    Gate {
        name,
        components,
        rows,
        removed: None,
    }
}

impl Gate {
    const fn gone(self, since: u8, source: &'static str) -> Gate {
        Gate {
            removed: Some((since, source)),
            ..self
        }
    }
}

use Component::{
    CloudControllerManager as Ccm, KubeApiserver as Kas, KubeControllerManager as Kcm, KubeProxy as Kp,
    Kubeadm as Ka, Kubelet as Kl,
};

const FEATURES: &str = "pkg/features/kube_features.go";
const MAIN_1_37: &str = "pkg/features/kube_features.go @7b8fb5e";

/// The gates whose effect this project follows: those of dual-stack first, in the order of their appearance. Every other
/// name is in `gates/shared.txt`.
pub static GATES: &[Gate] = &[
    gate(
        "IPv6DualStack",
        &[Kas, Kcm, Ccm, Kl, Kp],
        &[
            alpha(16, "pkg/features/kube_features.go v1.16"),
            beta(21, true, "pkg/features/kube_features.go v1.21"),
            locked(23, "pkg/features/kube_features.go v1.23"),
        ],
    )
    .gone(25, "absent from pkg/features/kube_features.go v1.25"),
    gate(
        "EndpointSlice",
        &[Kas, Kcm, Kp],
        &[
            alpha(16, FEATURES),
            beta(17, false, FEATURES),
            beta(18, true, FEATURES),
            locked(21, FEATURES),
        ],
    )
    .gone(25, FEATURES),
    gate(
        "EndpointSliceProxying",
        &[Kp],
        &[
            alpha(18, FEATURES),
            beta(19, true, FEATURES),
            locked(22, FEATURES),
        ],
    )
    .gone(25, FEATURES),
    gate(
        "ServiceIPStaticSubrange",
        &[Kas],
        &[
            alpha(24, "pkg/features/kube_features.go v1.24"),
            beta(25, true, "pkg/features/kube_features.go v1.25"),
            locked(26, "pkg/features/kube_features.go v1.26"),
        ],
    )
    .gone(28, "pkg/features/kube_features.go v1.28"),
    gate(
        "ServiceNodePortStaticSubrange",
        &[Kas],
        &[
            alpha(27, FEATURES),
            beta(28, true, FEATURES),
            locked(29, FEATURES),
        ],
    )
    .gone(31, "pkg/features/kube_features.go v1.31"),
    gate(
        "MultiCIDRRangeAllocator",
        &[Kas, Kcm],
        &[alpha(25, "pkg/features/kube_features.go v1.25")],
    )
    .gone(29, "pkg/features/kube_features.go v1.29"),
    gate(
        "MultiCIDRServiceAllocator",
        &[Kas, Kcm],
        &[
            alpha(27, "pkg/features/kube_features.go v1.27"),
            beta(31, false, "pkg/features/kube_features.go v1.31"),
            ga(33, "pkg/features/kube_features.go v1.33"),
            locked(34, "pkg/features/kube_features.go v1.34"),
        ],
    ),
    gate(
        "DisableAllocatorDualWrite",
        &[Kas],
        &[
            alpha(31, "pkg/features/kube_features.go v1.31"),
            beta(33, false, "pkg/features/kube_features.go v1.33"),
            ga(34, "pkg/features/kube_features.go v1.34"),
            locked(35, "pkg/features/kube_features.go v1.35"),
        ],
    ),
    gate(
        "CloudDualStackNodeIPs",
        &[Kl, Ccm],
        &[
            alpha(27, FEATURES),
            beta(29, true, FEATURES),
            locked(30, FEATURES),
        ],
    )
    .gone(32, "CHANGELOG-1.32 #126840"),
    gate(
        "PodHostIPs",
        &[Kas, Kl],
        &[
            alpha(28, FEATURES),
            beta(29, true, FEATURES),
            locked(30, FEATURES),
        ],
    )
    .gone(32, FEATURES),
    gate(
        "NFTablesProxyMode",
        &[Kp],
        &[
            alpha(29, FEATURES),
            beta(31, true, "CHANGELOG-1.31 #124383"),
            locked(33, "CHANGELOG-1.33 #129653"),
        ],
    ),
    gate(
        "LoadBalancerIPMode",
        &[Kas, Kp],
        &[
            alpha(29, FEATURES),
            beta(30, true, FEATURES),
            locked(32, FEATURES),
        ],
    )
    .gone(35, FEATURES),
    gate(
        "StrictIPCIDRValidation",
        &[Kas],
        &[alpha(33, FEATURES), beta(36, true, "CHANGELOG-1.36 #137053")],
    ),
    gate(
        "ServiceCIDRStatusFieldWiping",
        &[Kas],
        &[deprecated(36, true, MAIN_1_37)],
    ),
    gate(
        "RelaxedServiceNameValidation",
        &[Kas],
        &[
            alpha(34, FEATURES),
            beta(36, true, FEATURES),
            locked(37, MAIN_1_37),
        ],
    ),
    gate("AllowServiceExternalIPs", &[Kp], &[ga(36, MAIN_1_37)]),
    gate("KubeProxyIPVS", &[Kp], &[deprecated(37, true, MAIN_1_37)]),
    gate(
        "KubeProxyNFTablesLocalhostNodePorts",
        &[Kp],
        &[alpha(37, MAIN_1_37)],
    ),
    gate(
        "NFTablesNetlink",
        &[Kp],
        &[with(
            beta(37, true, "v1.37.0 release notes #137536"),
            Confidence::Changelog,
        )],
    ),
];

/// The gates of kubeadm's own `featureGates`.
pub static KUBEADM_GATES: &[Gate] = &[gate(
    "IPv6DualStack",
    &[Ka],
    &[
        alpha(16, "kubernetes/kubernetes#80145"),
        beta(21, true, "cmd/kubeadm/app/features/features.go v1.21"),
        ga(23, "kubernetes/kubernetes#104770"),
    ],
)
.gone(24, "kubernetes/kubernetes#106648")];

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(name: &str, minor: u8) -> String {
        match state(name, Version::minor_version(minor)) {
            GateState::Unknown => "unknown".into(),
            GateState::Untracked => "untracked".into(),
            GateState::Known(row) => format!(
                "{} {}{}",
                row.stage.as_str(),
                if row.on { "on" } else { "off" },
                if row.locked { " locked" } else { "" }
            ),
        }
    }

    #[test]
    fn life_of_the_dual_stack_gate() {
        for (minor, state) in [
            (16, "alpha off"),
            (20, "alpha off"),
            (21, "beta on"),
            (23, "GA on locked"),
            (24, "GA on locked"),
            (25, "unknown"),
            (37, "unknown"),
        ] {
            assert_eq!(shown("IPv6DualStack", minor), state, "1.{minor}");
        }
    }

    #[test]
    fn names_that_come_and_go() {
        for (name, minor, state) in [
            ("KubeProxyIPVS", 36, "unknown"),
            ("KubeProxyIPVS", 37, "deprecated on"),
            ("MultiCIDRServiceAllocator", 26, "unknown"),
            ("MultiCIDRServiceAllocator", 33, "GA on"),
            ("MultiCIDRServiceAllocator", 37, "GA on locked"),
            ("SidecarContainers", 36, "GA on locked"),
            ("SidecarContainers", 27, "unknown"),
            ("SupportIPVSProxyMode", 19, "GA on"),
            ("SupportIPVSProxyMode", 33, "unknown"),
            ("GracefulNodeShutdown", 20, "alpha off"),
            ("GracefulNodeShutdown", 24, "beta on"),
            ("AllAlpha", 16, "beta off"),
            ("SidecarContainers", 37, "unknown"),
            ("SomethingElse", 36, "untracked"),
        ] {
            assert_eq!(shown(name, minor), state, "{name} 1.{minor}");
        }
        assert_eq!(
            kubeadm_state("IPv6DualStack", Version::minor_version(24)),
            GateState::Unknown
        );
    }

    #[test]
    fn rows_ascend_within_the_known_versions() {
        for gate in GATES.iter().chain(KUBEADM_GATES) {
            let minors: Vec<u8> = gate
                .rows
                .iter()
                .map(|row| row.since)
                .chain(gate.removed.map(|(since, _)| since))
                .collect();
            assert!(minors.windows(2).all(|w| w[0] < w[1]), "{}", gate.name);
            assert!(
                minors
                    .iter()
                    .all(|m| (Version::OLDEST.minor()..=Version::NEWEST.minor()).contains(m)),
                "{}",
                gate.name
            );
        }
    }
}
