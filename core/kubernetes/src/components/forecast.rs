//! The crash forecast: the start-up check that a component would fail, with the exact text it prints.

use serde::Serialize;

use super::{ComponentSettings, Flags, KubeadmConfiguration};
use super::{apiserver, controller_manager, kube_proxy, kubeadm, kubelet};
use crate::diagnostic::{Component, Stage};
use crate::go::field_error::aggregate;
use crate::go::quote::quoted;
use crate::kubernetes::{Confidence, Profile, Version, facts};
use crate::net::Cidr;
use crate::request::{ClusterPlan, PlanSpec};

/// The effect of a failed check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Effect {
    /// The process exits, and its supervisor starts it again.
    Fatal,
    /// The process runs, but the requested function never works.
    NeverReady,
    /// The process writes a line to its log.
    Warning,
}

/// The field of a plan that a start-up check depends on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanField {
    /// `podCIDRs`
    #[default]
    PodCidrs,
    /// `serviceCIDRs`
    ServiceCidrs,
    /// `advertiseAddress`
    AdvertiseAddress,
}

impl PlanField {
    /// Returns the name of the field in `spec`.
    pub const fn as_str(self) -> &'static str {
        match self {
            PlanField::PodCidrs => "podCIDRs",
            PlanField::ServiceCidrs => "serviceCIDRs",
            PlanField::AdvertiseAddress => "advertiseAddress",
        }
    }

    /// Returns the ranges of that field. Empty for a field without ranges.
    pub fn ranges(self, spec: &PlanSpec) -> &[Cidr] {
        match self {
            PlanField::PodCidrs => &spec.pod_cidrs,
            PlanField::ServiceCidrs => &spec.service_cidrs,
            PlanField::AdvertiseAddress => &[],
        }
    }

    /// Returns the field of the plan that decides a flag, or a field of kubeadm's configuration.
    pub(super) fn behind(name: &str) -> PlanField {
        match name {
            "service-cluster-ip-range" | "serviceSubnet" => PlanField::ServiceCidrs,
            _ => PlanField::PodCidrs,
        }
    }
}

/// A start-up check that fails.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FailedCheck {
    /// The component that fails the check.
    pub component: Component,
    /// The stable name of the check: `KAS-7`.
    pub id: &'static str,
    /// The text before the error on the printed line. Several errors with the same prefix share a line.
    pub prefix: &'static str,
    /// The text of the error, byte for byte.
    pub text: String,
    /// The moment of the failure.
    pub stage: Stage,
    /// The effect of the failure.
    pub effect: Effect,
    /// The confidence in the text and the condition.
    pub confidence: Confidence,
    /// The field of the plan that the check depends on.
    #[serde(skip)]
    pub field: PlanField,
}

/// The configuration with which a component is started.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct StartInput {
    /// The flags, and the fields of the configuration file under the names of the flags that set the same.
    pub flags: Flags,
    /// Whether the values come from a configuration file.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub from_config: bool,
    /// The configuration of kubeadm; absent for other components.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub kubeadm: Option<KubeadmConfiguration>,
}

impl From<Flags> for StartInput {
    fn from(flags: Flags) -> StartInput {
        StartInput {
            flags,
            ..StartInput::default()
        }
    }
}

impl From<KubeadmConfiguration> for StartInput {
    fn from(configuration: KubeadmConfiguration) -> StartInput {
        StartInput {
            kubeadm: Some(configuration),
            ..StartInput::default()
        }
    }
}

/// Returns the checks that a component of that version fails when it is started with `input`, in the order it makes
/// them. A check that ends the start hides those behind it, as in the real component.
///
/// ```
/// use dualstack_kubernetes::components::{Flags, forecast};
/// use dualstack_ground::diagnostic::Component;
/// let flags = Flags::from_args(["--feature-gates=IPv6DualStack=true"]);
/// let refusals = forecast("1.25".parse().unwrap(), Component::KubeProxy, &flags.into());
/// assert_eq!(refusals[0].text, "unrecognized feature gate: IPv6DualStack");
/// ```
pub fn forecast(version: Version, component: Component, input: &StartInput) -> Vec<FailedCheck> {
    let mut sink = Sink {
        profile: Profile::resolve(version),
        component,
        from_config: input.from_config,
        // The checks of the API server depend on its Service ranges, unless they set another field.
        field: match component {
            Component::KubeApiserver => PlanField::ServiceCidrs,
            _ => PlanField::PodCidrs,
        },
        refusals: Vec::new(),
    };
    if component != Component::Kubeadm && sink.unknown_flags(&input.flags) {
        return sink.refusals;
    }
    match component {
        Component::KubeApiserver => apiserver::forecast(&input.flags, &mut sink),
        Component::KubeControllerManager => controller_manager::forecast(&input.flags, &mut sink),
        Component::Kubelet => kubelet::forecast(&input.flags, &mut sink),
        Component::KubeProxy => kube_proxy::forecast(&input.flags, &mut sink),
        Component::Kubeadm => {
            if let Some(configuration) = &input.kubeadm {
                kubeadm::forecast(configuration, &mut sink);
            }
        }
        Component::CloudControllerManager | Component::KubeScheduler => {
            super::gates::check(&input.flags, &mut sink);
        }
        Component::Cni | Component::CloudProvider | Component::Planner => {}
    }
    sink.refusals
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

/// Returns the lines that a component prints when it exits at start. Texts with one prefix are aggregated as `[a,
/// b]`, and each line begins with its prefix.
pub fn printed(refusals: &[FailedCheck]) -> Vec<String> {
    let fatal: Vec<&FailedCheck> = refusals
        .iter()
        .filter(|refusal| refusal.effect == Effect::Fatal && refusal.stage <= Stage::Start)
        .collect();
    fatal
        .chunk_by(|a, b| a.prefix == b.prefix)
        .map(|line| {
            let prefix = line.first().map_or("", |refusal| refusal.prefix);
            format!(
                "{prefix}{}",
                aggregate(line.iter().map(|refusal| refusal.text.as_str()))
            )
        })
        .collect()
}

/// Returns the warnings among the failed checks, one text per line.
pub fn warnings(refusals: &[FailedCheck]) -> Vec<String> {
    refusals
        .iter()
        .filter(|refusal| refusal.effect == Effect::Warning)
        .map(|refusal| refusal.text.clone())
        .collect()
}

/// The collector of failed checks.
pub(super) struct Sink {
    /// The profile of the version.
    pub(super) profile: Profile,
    /// The component that is checked.
    pub(super) component: Component,
    /// Whether values come from a configuration file rather than from flags.
    pub(super) from_config: bool,
    /// The field of the plan that the present checks depend on.
    pub(super) field: PlanField,
    refusals: Vec<FailedCheck>,
}

impl Sink {
    /// Adds a failed check with all its properties.
    pub(super) fn push(
        &mut self,
        id: &'static str,
        prefix: &'static str,
        text: impl Into<String>,
        stage: Stage,
        effect: Effect,
    ) {
        let confidence = self.profile.check_confidence(id);
        self.push_with(id, prefix, text, stage, effect, confidence);
    }

    /// Adds a failed check with all its properties and its confidence.
    pub(super) fn push_with(
        &mut self,
        id: &'static str,
        prefix: &'static str,
        text: impl Into<String>,
        stage: Stage,
        effect: Effect,
        confidence: Confidence,
    ) {
        self.refusals.push(FailedCheck {
            component: self.component,
            id,
            prefix,
            text: text.into(),
            stage,
            effect,
            confidence,
            field: self.field,
        });
    }

    /// Adds a check that makes the process exit at start with that text.
    pub(super) fn fatal(&mut self, id: &'static str, text: impl Into<String>) {
        self.push(id, "", text, Stage::Start, Effect::Fatal);
    }

    /// Adds a check that writes a line to the log at start.
    pub(super) fn warn(&mut self, id: &'static str, text: impl Into<String>) {
        self.push(id, "", text, Stage::Start, Effect::Warning);
    }

    /// Adds a check of a flag whose value its parser refuses (`spf13/pflag`).
    pub(super) fn invalid_argument(&mut self, id: &'static str, flag: &str, value: &str, cause: &str) {
        let text = format!(
            "invalid argument {} for \"--{flag}\" flag: {cause}",
            quoted(value)
        );
        self.push(id, "Error: ", text, Stage::Start, Effect::Fatal);
    }

    /// Returns whether a failed check makes the process exit.
    pub(super) fn is_fatal(&self) -> bool {
        self.refusals
            .iter()
            .any(|refusal| refusal.effect == Effect::Fatal && refusal.stage <= Stage::Start)
    }

    /// Reports the first flag that this version no longer has, does not have yet, or that never existed, since
    /// parsing stops there. Returns whether there is such a flag.
    fn unknown_flags(&mut self, flags: &Flags) -> bool {
        let version = self.profile.version;
        for flag in flags.iter() {
            let name = format!("--{}", flag.name);
            let confidence = if let Some(removed) = facts::removed_flag(self.component, &name, version) {
                removed.confidence
            } else if facts::future_flag(self.component, &name, version).is_some()
                || facts::never_existed(self.component, &name)
            {
                Confidence::Verified
            } else {
                continue;
            };
            let text = format!("unknown flag: {name}");
            self.push_with("FLAG-1", "Error: ", text, Stage::Start, Effect::Fatal, confidence);
            return true;
        }
        false
    }
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
