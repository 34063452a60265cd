//! The components, a row each: what one is given for a plan, what it checks when it starts, and the configuration file it reads.

use serde::{Deserialize, Serialize};

use super::check::{Effect, FailedCheck, PlanField, ReadValue, Sink, any_value};
use super::given::{ComponentSettings, ConfigDocument, PlanView, Settings};
use super::kubeadm::KubeadmConfiguration;
use super::{apiserver, controller_manager, gates, kube_proxy, kubeadm, kubelet};
use crate::diagnostic::Component;
use crate::go::flags::Flags;
use crate::kubernetes::{Profile, Version};
use crate::net::IpFamily;
use crate::request::ClusterPlan;

/// What a component is started with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct StartInput {
    /// Its flags, and the fields of its configuration file under the names of the flags that set the same.
    pub flags: Flags,
    /// Whether they come from a configuration file.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_config: bool,
    /// The families of the node's addresses, the primary one first; for kube-proxy only. Empty where they are not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub node_families: Vec<IpFamily>,
    /// kubeadm's configuration; for kubeadm only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
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

/// The checks of a component.
enum Checks {
    /// It checks its flags, and exits at the first that its version does not have.
    Flags(fn(&Flags, &mut Sink)),
    /// It checks its flags against the families of its node.
    OnNode(fn(&Flags, &[IpFamily], &mut Sink)),
    /// It checks kubeadm's configuration.
    Kubeadm(fn(&KubeadmConfiguration, &mut Sink)),
}

/// A component that settings are written for, or whose start is checked.
struct Row {
    component: Component,
    /// Adds its settings; `None` for one that a plan decides nothing about.
    settings: Option<fn(&PlanView<'_>, &mut Settings<'_>)>,
    checks: Checks,
    /// What its flags can hold.
    values: ReadValue,
    /// The field of a plan that its checks are about, where they name no other.
    field: PlanField,
    /// The configuration file it reads.
    config: Option<ConfigDocument>,
}

/// A row of its own: what node blocks depend on needs no other component.
static CONTROLLER_MANAGER: Row = Row {
    component: Component::KubeControllerManager,
    settings: Some(controller_manager::settings),
    checks: Checks::Flags(controller_manager::forecast),
    values: controller_manager::value,
    field: PlanField::PodCidrs,
    config: None,
};

/// Every component, in the order that settings are listed in.
static ROWS: &[&Row] = &[
    &Row {
        component: Component::KubeApiserver,
        settings: Some(apiserver::settings),
        checks: Checks::Flags(apiserver::forecast),
        values: apiserver::value,
        // It checks its Service ranges, and what else it listens on beside them.
        field: PlanField::ServiceCidrs,
        config: None,
    },
    &CONTROLLER_MANAGER,
    &Row {
        component: Component::CloudControllerManager,
        settings: Some(controller_manager::cloud_settings),
        checks: Checks::Flags(|flags, sink| {
            gates::check(flags, sink);
        }),
        values: any_value,
        field: PlanField::PodCidrs,
        config: None,
    },
    &Row {
        component: Component::Kubelet,
        settings: Some(kubelet::settings),
        checks: Checks::Flags(kubelet::forecast),
        values: any_value,
        field: PlanField::PodCidrs,
        config: Some(ConfigDocument {
            api_version: "kubelet.config.k8s.io/v1beta1",
            kind: "KubeletConfiguration",
        }),
    },
    &Row {
        component: Component::KubeProxy,
        settings: Some(kube_proxy::settings),
        checks: Checks::OnNode(kube_proxy::forecast),
        values: kube_proxy::value,
        field: PlanField::PodCidrs,
        config: Some(ConfigDocument {
            api_version: "kubeproxy.config.k8s.io/v1alpha1",
            kind: "KubeProxyConfiguration",
        }),
    },
    &Row {
        component: Component::KubeScheduler,
        settings: None,
        checks: Checks::Flags(|flags, sink| {
            gates::check(flags, sink);
        }),
        values: any_value,
        field: PlanField::PodCidrs,
        config: None,
    },
    &Row {
        component: Component::Kubeadm,
        settings: None,
        checks: Checks::Kubeadm(kubeadm::forecast),
        values: any_value,
        field: PlanField::PodCidrs,
        config: None,
    },
];

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
    match ROWS.iter().find(|row| row.component == component) {
        Some(row) => row.forecast(version, input),
        None => {
            let mut sink = Sink::new(version, component, PlanField::PodCidrs, input.from_config);
            sink.parse(&input.flags, any_value, gates::parsed);
            sink.into_refusals()
        }
    }
}

/// Returns the checks that kube-controller-manager fails when it is started with the settings of the plan: those of
/// [`forecast`], without what other components take to check theirs.
pub fn controller_manager_forecast(plan: &ClusterPlan) -> Vec<FailedCheck> {
    let version = plan.spec.kubernetes_version;
    let settings = CONTROLLER_MANAGER.settings(plan, &PlanView::of(plan), &Profile::resolve(version));
    let arguments = settings.iter().flat_map(ComponentSettings::arguments);
    let input = Flags::from_args(arguments).into();
    CONTROLLER_MANAGER.forecast(version, &input)
}

impl Row {
    fn forecast(&self, version: Version, input: &StartInput) -> Vec<FailedCheck> {
        let mut sink = Sink::new(version, self.component, self.field, input.from_config);
        let mut parsed = || !sink.parse(&input.flags, self.values, gates::parsed);
        match self.checks {
            Checks::Kubeadm(check) => {
                if let Some(configuration) = &input.kubeadm {
                    check(configuration, &mut sink);
                }
            }
            Checks::Flags(check) => {
                if parsed() {
                    check(&input.flags, &mut sink);
                }
            }
            Checks::OnNode(check) => {
                if parsed() {
                    check(&input.flags, &input.node_families, &mut sink);
                }
            }
        }
        sink.into_refusals()
    }

    fn settings(
        &self,
        plan: &ClusterPlan,
        view: &PlanView<'_>,
        profile: &Profile,
    ) -> Option<ComponentSettings> {
        let add = self.settings?;
        let gates = &plan.spec.feature_gates;
        let mut out = Settings::of(profile, self.component, self.config.clone(), gates);
        add(view, &mut out);
        Some(out.finish())
    }
}

impl FailedCheck {
    /// Returns what the component writes to its log for a check that does not end its start, behind the severity and the
    /// place in its source. `None` if it is no such check.
    pub fn log_line(&self) -> Option<String> {
        match (self.effect, self.component, self.id) {
            (Effect::Warning, Component::KubeProxy, id) if id.starts_with("KP-") => {
                Some(kube_proxy::log_line(&self.text))
            }
            (Effect::Warning, ..) => Some(self.text.clone()),
            _ => None,
        }
    }
}

/// Returns the settings of every component for the plan at the plan's version.
pub fn settings(plan: &ClusterPlan) -> Vec<ComponentSettings> {
    settings_at(plan, plan.spec.kubernetes_version)
}

/// Returns the settings of every component for the plan at another version.
pub fn settings_at(plan: &ClusterPlan, version: Version) -> Vec<ComponentSettings> {
    let profile = Profile::resolve(version);
    let view = PlanView::of(plan);
    ROWS.iter()
        .filter(|row| row.component != Component::CloudControllerManager || view.cloud_provider)
        .filter_map(|row| row.settings(plan, &view, &profile))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::kubernetes::gates::{self, GateState};
    use proptest::prelude::*;
    use serde_json::json;

    fn arguments(plan: &ClusterPlan, component: Component) -> Vec<String> {
        settings(plan)
            .iter()
            .find(|settings| settings.component == component)
            .map(|settings| settings.arguments().collect())
            .unwrap_or_default()
    }

    const V4V6: (&[&str], &[&str]) = (
        &["10.244.0.0/16", "fd00:10:244::/56"],
        &["10.96.0.0/16", "fd00:10:96::/112"],
    );

    #[test]
    fn the_reference_page_of_the_alpha() {
        let plan = plan("1.17", V4V6.0, V4V6.1);
        assert_eq!(
            arguments(&plan, Component::KubeApiserver),
            [
                "--feature-gates=IPv6DualStack=true",
                "--service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112"
            ]
        );
        assert_eq!(
            arguments(&plan, Component::KubeControllerManager),
            [
                "--feature-gates=IPv6DualStack=true",
                "--allocate-node-cidrs=true",
                "--cluster-cidr=10.244.0.0/16,fd00:10:244::/56",
                "--service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112",
                "--node-cidr-mask-size-ipv4=24",
                "--node-cidr-mask-size-ipv6=64"
            ]
        );
        assert_eq!(
            arguments(&plan, Component::Kubelet),
            [
                "--feature-gates=IPv6DualStack=true",
                "--cluster-dns=10.96.0.10",
                "--cluster-domain=cluster.local"
            ]
        );
        assert_eq!(
            arguments(&plan, Component::KubeProxy),
            [
                "--feature-gates=IPv6DualStack=true",
                "--proxy-mode=ipvs",
                "--cluster-cidr=10.244.0.0/16,fd00:10:244::/56"
            ]
        );
    }

    #[test]
    fn kube_controller_manager_alone_is_checked_as_among_all() {
        for version in Version::all() {
            for pods in [V4V6.0, &["10.244.0.0/23", "fd00:10::/40"], &["10.244.0.0/16"]] {
                let plan = plan(&version.to_string(), pods, V4V6.1);
                let settings = settings(&plan);
                let own = settings
                    .iter()
                    .find(|settings| settings.component == Component::KubeControllerManager)
                    .unwrap();
                let input = Flags::from_args(own.arguments()).into();
                let among_all = forecast(version, Component::KubeControllerManager, &input);
                assert_eq!(
                    controller_manager_forecast(&plan),
                    among_all,
                    "{version} {pods:?}"
                );
            }
        }
    }

    #[test]
    fn one_mask_for_both_in_1_16() {
        let plan = plan("1.16", V4V6.0, V4V6.1);
        let arguments = arguments(&plan, Component::KubeControllerManager);
        assert_eq!(
            arguments.last().map(String::as_str),
            Some("--node-cidr-mask-size=24")
        );
    }

    #[test]
    fn todays_form() {
        let plan = plan("1.36", V4V6.0, V4V6.1);
        assert_eq!(
            arguments(&plan, Component::KubeApiserver),
            ["--service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112"]
        );
        assert_eq!(
            arguments(&plan, Component::Kubelet),
            [
                "--node-ip=NODE_IPV4,NODE_IPV6",
                "--cluster-dns=10.96.0.10",
                "--cluster-domain=cluster.local"
            ]
        );
        let proxy = &settings(&plan)[3];
        assert_eq!(
            proxy.document().unwrap(),
            json!({
                "apiVersion": "kubeproxy.config.k8s.io/v1alpha1",
                "kind": "KubeProxyConfiguration",
                "clusterCIDR": "10.244.0.0/16,fd00:10:244::/56",
                "nodePortAddresses": ["primary"]
            })
        );
        assert_eq!(proxy.flag_only().count(), 0);
    }

    #[test]
    fn ipv6_primary_and_single_stack() {
        let v6 = plan("1.22", &["fd00:10:244::/56"], &["fd00:10:96::/112"]);
        assert_eq!(
            arguments(&v6, Component::KubeControllerManager).last().unwrap(),
            "--node-cidr-mask-size=64"
        );
        let v6 = plan("1.23", &["fd00:10:244::/56"], &["fd00:10:96::/112"]);
        assert_eq!(
            arguments(&v6, Component::KubeControllerManager).last().unwrap(),
            "--node-cidr-mask-size-ipv6=64"
        );
        assert_eq!(
            arguments(&v6, Component::Kubelet),
            [
                "--node-ip=NODE_IPV6",
                "--cluster-dns=fd00:10:96::a",
                "--cluster-domain=cluster.local"
            ]
        );
        let v6v4 = plan(
            "1.36",
            &["fd00:10:244::/56", "10.244.0.0/16"],
            &["fd00:10:96::/112", "10.96.0.0/16"],
        );
        assert!(arguments(&v6v4, Component::Kubelet).contains(&"--node-ip=NODE_IPV6,NODE_IPV4".to_owned()));
        let v4 = plan("1.16", &["10.244.0.0/16"], &["10.96.0.0/16"]);
        assert!(settings(&v4).iter().all(|s| s.get("--feature-gates").is_none()));
    }

    #[test]
    fn kubenet_takes_its_flags_until_it_is_gone() {
        let mut plan = plan("1.20", V4V6.0, V4V6.1);
        plan.spec.cni = crate::catalog::Cni::find("kubenet");
        assert!(arguments(&plan, Component::Kubelet).contains(&"--network-plugin=kubenet".to_owned()));
        plan.spec.kubernetes_version = "1.24".parse().unwrap();
        assert!(
            !arguments(&plan, Component::Kubelet)
                .iter()
                .any(|a| a.starts_with("--network-plugin"))
        );
    }

    proptest! {
        #[test]
        fn nothing_outside_its_window_gets_out(
            minor in Version::OLDEST.minor()..=Version::NEWEST.minor(),
            pods in proptest::sample::subsequence(vec!["10.244.0.0/16", "fd00:10:244::/56"], 1..=2),
            services in proptest::sample::subsequence(vec!["10.96.0.0/16", "fd00:10:96::/112"], 1..=2),
            swap in any::<bool>(),
            cni in proptest::option::of(0..crate::catalog::CNIS.len()),
            provider in proptest::option::of(0..crate::catalog::PROVIDERS.len()),
            max_pods in 1u32..500,
        ) {
            let (mut pods, mut services) = (pods, services);
            if swap {
                pods.reverse();
                services.reverse();
            }
            let mut plan = plan(&format!("1.{minor}"), &pods, &services);
            plan.spec.cni = cni.and_then(|i| crate::catalog::Cni::all().nth(i));
            plan.spec.provider = provider.and_then(|i| crate::catalog::Provider::all().nth(i));
            plan.spec.nodes.max_pods = max_pods;
            let profile = Profile::resolve(plan.spec.kubernetes_version);
            for component in settings(&plan) {
                for setting in &component.settings {
                    prop_assert!(profile.knows(component.component, setting.flag).is_some(), "{}", setting.flag);
                    if let (Some(field), Some(config)) = (&setting.field, &component.config) {
                        let name = format!("{}.{}", config.kind, field.name);
                        prop_assert!(profile.knows(component.component, &name).is_some(), "{name}");
                    }
                    if setting.flag == "--feature-gates" {
                        for pair in setting.value.split(',') {
                            let name = pair.split('=').next().unwrap();
                            let state = gates::state(name, profile.version);
                            prop_assert!(matches!(state, GateState::Known(row) if !row.locked), "{pair}");
                        }
                    }
                }
            }
        }
    }
}
