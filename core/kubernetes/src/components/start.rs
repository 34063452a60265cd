//! The crash forecast: the start-up check that a component would fail, with the exact text it prints.

use serde::{Deserialize, Serialize};

use super::check::{Effect, FailedCheck, PlanField, printed};
use super::given::ComponentSettings;
use super::kubeadm::KubeadmConfiguration;
use super::registry::{StartInput, forecast};
use crate::diagnostic::{Component, Stage};
use crate::go::flags::Flags;
use crate::kubernetes::{Confidence, Version};
use crate::request::ClusterPlan;

/// The place where something was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct SourceOrigin {
    /// The name of the file; absent for pasted text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub file: Option<String>,
    /// The line, from 1.
    pub line: usize,
    /// The field or flag, as its tool writes it: `networking.podSubnet`, `--cluster-cidr`. Empty for the whole piece.
    pub path: String,
    /// The id of the kind of source: `kubeadm`.
    #[serde(skip_deserializing)]
    pub kind: &'static str,
}

/// What a tool says about its configuration before it starts anything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct ReadRefusal {
    /// The text, byte for byte.
    pub text: String,
    /// What it leads to.
    pub effect: Effect,
    /// How sure the text and the condition are.
    pub confidence: Confidence,
}

/// A component found in a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct StartUp {
    /// The component.
    pub component: Component,
    /// The configuration with which the component is started.
    pub input: StartInput,
    /// The piece of text that starts it.
    pub origin: SourceOrigin,
    /// What was found wrong while it was read, before the component's own checks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refusals: Vec<ReadRefusal>,
}

/// What was read from the texts that say how components are started.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Running {
    /// The components.
    pub start_ups: Vec<StartUp>,
    /// The pieces of text that start no component known here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<Unread>,
}

/// A piece of text that starts no component known here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Unread {
    /// Its place.
    pub origin: SourceOrigin,
    /// What it is, if that is known: the kind of a Kubernetes object, or of a configuration of something else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub found: Option<String>,
    /// The id of the kind of source that is most like it.
    pub nearest: String,
}

/// A component with its configuration and the result of its start.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct StartUpCheck {
    /// The component.
    pub component: Component,
    /// The configuration with which the component is started.
    pub input: StartInput,
    /// The place that starts it; absent for the settings of a plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub origin: Option<SourceOrigin>,
    /// The checks that fail, in the order in which the component makes them.
    pub failed_checks: Vec<FailedCheck>,
    /// The lines that the component prints when it exits.
    pub printed: Vec<String>,
}

impl StartUpCheck {
    /// Checks the start of a component with the configuration `input`.
    pub fn of(version: Version, component: Component, input: StartInput) -> StartUpCheck {
        let failed_checks = forecast(version, component, &input);
        StartUpCheck {
            component,
            input,
            origin: None,
            printed: printed(&failed_checks),
            failed_checks,
        }
    }

    /// Checks the start of a component that was found in a text. What was wrong with the text itself comes first.
    pub fn found(version: Version, start: StartUp) -> StartUpCheck {
        let StartUp {
            component,
            input,
            origin,
            refusals,
        } = start;
        // kubeadm is a command, and the others log.
        let prefix = |effect| match (component, effect) {
            (Component::Kubeadm, Effect::Fatal) => "error: ",
            _ => "",
        };
        let mut failed_checks: Vec<FailedCheck> = refusals
            .into_iter()
            .map(|refusal| FailedCheck {
                component,
                id: "READ-1",
                prefix: prefix(refusal.effect),
                text: refusal.text,
                stage: Stage::Install,
                effect: refusal.effect,
                confidence: refusal.confidence,
                field: PlanField::PodCidrs,
            })
            .collect();
        failed_checks.extend(forecast(version, component, &input));
        StartUpCheck {
            component,
            input,
            origin: Some(origin),
            printed: printed(&failed_checks),
            failed_checks,
        }
    }

    /// Checks the start of a component with these settings on its command line.
    pub fn of_settings(version: Version, settings: &ComponentSettings) -> StartUpCheck {
        let input = Flags::from_args(settings.arguments()).into();
        StartUpCheck::of(version, settings.component, input)
    }
}

/// Checks the start of each component with the settings of a plan. kubeadm with its configuration is among them if
/// the distribution of the plan uses it.
pub fn start_checks(plan: &ClusterPlan, settings: &[ComponentSettings]) -> Vec<StartUpCheck> {
    start_checks_at(plan, settings, plan.spec.kubernetes_version)
}

/// Checks the start of the binaries of another version, with `settings` made for that version.
pub fn start_checks_at(
    plan: &ClusterPlan,
    settings: &[ComponentSettings],
    version: Version,
) -> Vec<StartUpCheck> {
    let own = settings
        .iter()
        .map(|settings| StartUpCheck::of_settings(version, settings));
    let by_kubeadm = plan.spec.distribution.is_some_and(|found| found.row().kubeadm);
    let kubeadm = by_kubeadm.then(|| {
        let configuration = KubeadmConfiguration::of_plan(plan, settings);
        StartUpCheck::of(version, Component::Kubeadm, configuration.into())
    });
    own.chain(kubeadm).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(minor: u8, component: Component, args: &[&str]) -> Vec<String> {
        let refusals = forecast(
            Version::minor_version(minor),
            component,
            &Flags::from_args(args).into(),
        );
        printed(&refusals)
    }

    #[test]
    fn a_flag_outside_its_versions_is_unknown() {
        for (minor, component, flag) in [
            (24, Component::Kubelet, "--non-masquerade-cidr=0.0.0.0/0"),
            (
                16,
                Component::KubeControllerManager,
                "--node-cidr-mask-size-ipv6=64",
            ),
            (
                37,
                Component::KubeControllerManager,
                "--concurrent-service-syncs=2",
            ),
            (
                17,
                Component::KubeApiserver,
                "--secondary-service-cluster-ip-range=fd00::/112",
            ),
            (36, Component::KubeApiserver, "--cluster-cidr=10.244.0.0/16"),
            (36, Component::KubeApiserver, "--service-cidr=10.96.0.0/16"),
            (
                16,
                Component::KubeControllerManager,
                "--service-cidr=10.96.0.0/16",
            ),
            (36, Component::Kubelet, "--cluster-cidr=10.244.0.0/16"),
            (
                36,
                Component::KubeProxy,
                "--service-cluster-ip-range=10.96.0.0/16",
            ),
        ] {
            let name = flag.split('=').next().unwrap();
            assert_eq!(
                texts(minor, component, &[flag]),
                [format!("Error: unknown flag: {name}")],
                "{minor} {flag}"
            );
        }
        assert!(texts(23, Component::Kubelet, &["--non-masquerade-cidr=0.0.0.0/0"]).is_empty());
    }

    #[test]
    fn a_plan_is_checked_with_its_own_settings() {
        let dual = (
            ["10.244.0.0/16", "fd00:10:244::/56"],
            ["10.96.0.0/16", "fd00:10:96::/112"],
        );
        let at = |version| {
            let plan = crate::components::plan_for_tests(version, &dual.0, &dual.1);
            let settings = crate::components::settings(&plan);
            start_checks(&plan, &settings)
                .iter()
                .flat_map(|check| &check.failed_checks)
                .map(|failed| failed.id)
                .collect::<Vec<&str>>()
        };
        // One mask for both families: 24 is shorter than the prefix of the IPv6 range.
        assert_eq!(at("1.16"), ["KCM-12"]);
        assert!(at("1.17").is_empty());
        assert!(at("1.37").is_empty());
    }

    #[test]
    fn several_texts_share_a_line() {
        assert_eq!(
            texts(
                36,
                Component::KubeApiserver,
                &[
                    "--service-cluster-ip-range=10.96.0.0/16,10.97.0.0/16,10.98.0.0/16",
                    "--advertise-address=fd00::1"
                ]
            ),
            [
                "[--service-cluster-ip-range must not contain more than two entries, \
                 --service-cluster-ip-range[0] and --service-cluster-ip-range[1] must be of different IP family, \
                 service IP family \"10.96.0.0/16\" must match public address family \"fd00::1\"]"
            ]
        );
    }
}
