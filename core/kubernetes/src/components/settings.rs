//! The settings of each component for a plan at its version. Every value has a reason.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{apiserver, controller_manager, kube_proxy, kubelet};
use crate::catalog::PodAddressSource;
use crate::diagnostic::Component;
use crate::i18n::Message;
use crate::kubernetes::gates::{GATES, GateState};
use crate::kubernetes::{Change, Confidence, Profile, Version, changes};
use crate::net::{Cidr, IpFamily};
use crate::request::{ClusterPlan, PlanSpec, has_both};

/// A field of a configuration file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct ConfigField {
    /// The name of the field at the top of the document: `clusterDNS`.
    pub name: &'static str,
    /// The value of the field.
    #[cfg_attr(feature = "wasm", tsify(type = "unknown"))]
    pub value: Value,
}

/// One setting of a component.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Setting {
    /// The flag with its dashes.
    pub flag: &'static str,
    /// The value of the flag.
    pub value: String,
    /// The field of the component's configuration file that sets the same; absent if only the flag can.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub field: Option<ConfigField>,
    /// The reason for the setting.
    pub why: Message,
    /// The confidence that the version has the flag.
    pub confidence: Confidence,
    /// Whether the value has to be replaced on every node, because the plan does not know it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub placeholder: bool,
    /// The facts that decide about the setting, besides the flag itself.
    #[serde(skip)]
    pub facts: Vec<&'static str>,
}

/// A configuration file of a component.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ConfigDocument {
    /// The API version: `kubelet.config.k8s.io/v1beta1`.
    pub api_version: &'static str,
    /// The kind: `KubeletConfiguration`.
    pub kind: &'static str,
}

/// The settings of one component.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ComponentSettings {
    /// The component.
    pub component: Component,
    /// The settings, in the order of the component's documentation.
    pub settings: Vec<Setting>,
    /// The configuration file of the component, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub config: Option<ConfigDocument>,
}

impl ComponentSettings {
    /// Returns every setting as a command line argument, `--name=value`.
    pub fn arguments(&self) -> impl Iterator<Item = String> + '_ {
        self.settings
            .iter()
            .map(|setting| format!("{}={}", setting.flag, setting.value))
    }

    /// Returns the settings that no configuration file can hold.
    pub fn flag_only(&self) -> impl Iterator<Item = &Setting> {
        let has_config = self.config.is_some();
        self.settings
            .iter()
            .filter(move |setting| !has_config || setting.field.is_none())
    }

    /// Returns the setting of that flag. `None` if the component has none.
    pub fn get(&self, flag: &str) -> Option<&Setting> {
        self.settings.iter().find(|setting| setting.flag == flag)
    }

    /// Returns the configuration file with every setting it can hold. `None` if the component has none.
    pub fn document(&self) -> Option<Value> {
        let config = self.config.as_ref()?;
        let mut document = Map::new();
        document.insert("apiVersion".to_owned(), json!(config.api_version));
        document.insert("kind".to_owned(), json!(config.kind));
        for field in self.settings.iter().filter_map(|setting| setting.field.as_ref()) {
            document.insert(field.name.to_owned(), field.value.clone());
        }
        Some(Value::Object(document))
    }
}

/// The input for the settings of a component.
pub(super) struct PlanView<'a> {
    pub(super) spec: &'a PlanSpec,
    /// The family of the first Service range.
    pub(super) primary: IpFamily,
    pub(super) pods_dual: bool,
    pub(super) services_dual: bool,
    pub(super) kubenet: bool,
    /// Whether node addresses come from a cloud.
    pub(super) cloud_provider: bool,
    pub(super) pod_addresses: Option<PodAddressSource>,
}

impl<'a> PlanView<'a> {
    pub(super) fn of(plan: &'a ClusterPlan) -> PlanView<'a> {
        let spec = &plan.spec;
        PlanView {
            spec,
            primary: spec
                .service_cidrs
                .first()
                .or(spec.pod_cidrs.first())
                .map_or(IpFamily::IPv4, Cidr::family),
            pods_dual: has_both(&spec.pod_cidrs),
            services_dual: has_both(&spec.service_cidrs),
            kubenet: spec.cni.is_some_and(|cni| cni.id() == "kubenet"),
            cloud_provider: spec.provider.is_some_and(|provider| provider.id() != "none"),
            pod_addresses: spec.cni.map(|cni| cni.row().addresses),
        }
    }

    /// Returns whether anything in the plan has two families.
    pub(super) fn dual_stack(&self) -> bool {
        self.pods_dual || self.services_dual
    }

    /// Returns the families of the pod ranges in order, each once.
    pub(super) fn pod_families(&self) -> Vec<IpFamily> {
        let mut families = Vec::new();
        for cidr in &self.spec.pod_cidrs {
            if !families.contains(&cidr.family()) {
                families.push(cidr.family());
            }
        }
        families
    }

    /// Returns the node mask of that family in bits; kube-controller-manager's default if the plan names none.
    pub(super) fn node_mask(&self, family: IpFamily) -> u8 {
        self.spec.nodes.mask_size(family).unwrap_or(match family {
            IpFamily::IPv4 => 24,
            IpFamily::IPv6 => 64,
        })
    }
}

/// Returns a list in the form in which flags take it.
pub(super) fn joined<T: Display>(items: impl Iterator<Item = T>) -> String {
    let items: Vec<String> = items.map(|item| item.to_string()).collect();
    items.join(",")
}

/// The collector of settings. It drops flags that the version does not know, so that no flag outside its window is
/// written.
pub(super) struct Settings<'a> {
    profile: &'a Profile,
    component: Component,
    /// The gates that the plan names.
    named: &'a BTreeMap<String, bool>,
    settings: Vec<Setting>,
}

/// A setting that was just added. Its methods do nothing if the version does not know the flag.
pub(super) struct Added<'s, 'a> {
    out: &'s mut Settings<'a>,
    known: bool,
}

impl<'a> Settings<'a> {
    fn of(profile: &'a Profile, component: Component, named: &'a BTreeMap<String, bool>) -> Settings<'a> {
        Settings {
            profile,
            component,
            named,
            settings: Vec::new(),
        }
    }

    pub(super) fn profile(&self) -> &'a Profile {
        self.profile
    }

    pub(super) fn knows(&self, flag: &str) -> bool {
        self.profile.knows(self.component, flag).is_some()
    }

    pub(super) fn flag<'s>(
        &'s mut self,
        flag: &'static str,
        value: impl Into<String>,
        why: Message,
    ) -> Added<'s, 'a> {
        self.push(flag, value.into(), why)
    }

    #[inline(never)]
    fn push<'s>(&'s mut self, flag: &'static str, value: String, why: Message) -> Added<'s, 'a> {
        let known = self.profile.knows(self.component, flag);
        if let Some(confidence) = known {
            self.settings.push(Setting {
                flag,
                value,
                field: None,
                why,
                confidence,
                placeholder: false,
                facts: Vec::new(),
            });
        }
        Added {
            out: self,
            known: known.is_some(),
        }
    }

    /// Adds the gate that dual-stack needs, if it needs one.
    pub(super) fn dual_stack_gate(&mut self, plan: &PlanView<'_>) {
        if let Some(gate) = self.profile.dual_stack_gate.filter(|_| plan.dual_stack()) {
            self.gate_if_off(gate, Message::new("component-dual-stack-gate"));
        }
    }

    /// Switches a gate on that the version knows and has off, unless the plan names it.
    pub(super) fn gate_if_off(&mut self, gate: &'static str, why: Message) {
        let off = matches!(self.profile.gate(gate), GateState::Known(row) if !row.on && !row.locked);
        if !off || self.named.contains_key(gate) {
            return;
        }
        self.gate(gate, true, why);
        if let Some(setting) = self.settings.iter_mut().find(|s| s.flag == "--feature-gates") {
            setting.facts.push(gate);
        }
    }

    /// Adds the gates that the plan names: those that change something in the component, and names that no table of
    /// gates has, because every binary reads all of them.
    fn named_gates(&mut self) {
        for (name, on) in self.named {
            let concerns = GATES
                .iter()
                .find(|gate| gate.name == name)
                .is_none_or(|gate| gate.components.is_empty() || gate.components.contains(&self.component));
            let known = matches!(self.profile.gate(name), GateState::Known(_));
            if concerns || !known {
                self.gate(
                    name,
                    *on,
                    Message::new("component-named-gate").with("gate", name.as_str()),
                );
            }
        }
    }

    fn gate(&mut self, gate: &str, on: bool, why: Message) {
        let Some(setting) = self.settings.iter_mut().find(|s| s.flag == "--feature-gates") else {
            self.flag("--feature-gates", format!("{gate}={on}"), why)
                .field("featureGates", json!({ gate: on }));
            return;
        };
        setting.value.push_str(&format!(",{gate}={on}"));
        if let Some(ConfigField {
            value: Value::Object(gates),
            ..
        }) = &mut setting.field
        {
            gates.insert(gate.to_owned(), json!(on));
        }
    }
}

impl Added<'_, '_> {
    fn last(&mut self) -> Option<&mut Setting> {
        if self.known {
            self.out.settings.last_mut()
        } else {
            None
        }
    }

    /// Adds the field of the configuration file that sets the same, if the component has one.
    #[inline(never)]
    pub(super) fn field(mut self, name: &'static str, value: Value) -> Self {
        let kind = config_of(self.out.component).map(|config| config.kind);
        let known = kind.is_some_and(|kind| {
            self.out
                .profile
                .knows(self.out.component, &format!("{kind}.{name}"))
                .is_some()
        });
        if let Some(setting) = self.last().filter(|_| known) {
            setting.field = Some(ConfigField { name, value });
        }
        self
    }

    /// Marks the value as a placeholder for something the plan does not know.
    pub(super) fn placeholder(mut self) -> Self {
        if let Some(setting) = self.last() {
            setting.placeholder = true;
        }
        self
    }

    /// Adds the facts that decide about the setting.
    #[inline(never)]
    pub(super) fn because(mut self, facts: &[&'static str]) {
        if let Some(setting) = self.last() {
            setting.facts.extend_from_slice(facts);
        }
    }
}

fn config_of(component: Component) -> Option<ConfigDocument> {
    match component {
        Component::Kubelet => Some(ConfigDocument {
            api_version: "kubelet.config.k8s.io/v1beta1",
            kind: "KubeletConfiguration",
        }),
        Component::KubeProxy => Some(ConfigDocument {
            api_version: "kubeproxy.config.k8s.io/v1alpha1",
            kind: "KubeProxyConfiguration",
        }),
        _ => None,
    }
}

/// Returns the settings of every component for the plan at the plan's version.
pub fn settings(plan: &ClusterPlan) -> Vec<ComponentSettings> {
    settings_at(plan, plan.spec.kubernetes_version)
}

/// Returns the settings of every component for the plan at another version.
pub fn settings_at(plan: &ClusterPlan, version: Version) -> Vec<ComponentSettings> {
    type Emit = fn(&PlanView<'_>, &mut Settings<'_>);
    const COMPONENTS: &[(Component, Emit)] = &[
        (Component::KubeApiserver, apiserver::settings),
        (Component::KubeControllerManager, controller_manager::settings),
        (
            Component::CloudControllerManager,
            controller_manager::cloud_settings,
        ),
        (Component::Kubelet, kubelet::settings),
        (Component::KubeProxy, kube_proxy::settings),
    ];
    let profile = Profile::resolve(version);
    let view = PlanView::of(plan);
    COMPONENTS
        .iter()
        .filter(|(component, _)| *component != Component::CloudControllerManager || view.cloud_provider)
        .map(|(component, emit)| {
            let mut out = Settings::of(&profile, *component, &plan.spec.feature_gates);
            emit(&view, &mut out);
            out.named_gates();
            ComponentSettings {
                component: *component,
                settings: out.settings,
                config: config_of(*component),
            }
        })
        .collect()
}

/// The difference of a setting when the same plan is built with another version.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SettingChange {
    /// The component that has the setting.
    pub component: Component,
    /// The flag with its dashes.
    pub flag: &'static str,
    /// The value at the first version; absent if it is not set there.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub before: Option<String>,
    /// The value at the second version; absent if it is not set there.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub after: Option<String>,
    /// The changes in Kubernetes that explain the difference.
    pub because: Vec<Change>,
}

/// Returns the differences of the plan's settings between two versions, with the reasons.
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
            let decided = |change: &&Change| {
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
    use crate::components::plan_for_tests as plan;
    use crate::kubernetes::gates;
    use proptest::prelude::*;

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
                "clusterCIDR": "10.244.0.0/16,fd00:10:244::/56"
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

    #[test]
    fn the_difference_is_explained() {
        let plan = plan("1.16", V4V6.0, V4V6.1);
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
