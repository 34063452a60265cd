//! What a component is given for a plan at its version: settings, every value with its reason, and how they are collected.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::catalog::PodAddressSource;
use crate::diagnostic::Component;
use crate::i18n::Message;
use crate::kubernetes::gates::{GATES, GateState};
use crate::kubernetes::{Confidence, Profile};
use crate::net::lists::has_both;
use crate::net::{Cidr, IpFamily};
use crate::request::{ClusterPlan, PlanSpec};

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
            pod_addresses: spec.pod_addresses(),
        }
    }

    /// Whether anything in the plan has two families.
    pub(super) fn dual_stack(&self) -> bool {
        self.pods_dual || self.services_dual
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
    /// The configuration file that the component reads.
    config: Option<ConfigDocument>,
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
    pub(super) fn of(
        profile: &'a Profile,
        component: Component,
        config: Option<ConfigDocument>,
        named: &'a BTreeMap<String, bool>,
    ) -> Settings<'a> {
        Settings {
            profile,
            component,
            config,
            named,
            settings: Vec::new(),
        }
    }

    /// What the component is given: the settings added, and the gates that the plan names.
    pub(super) fn finish(mut self) -> ComponentSettings {
        self.named_gates();
        ComponentSettings {
            component: self.component,
            settings: self.settings,
            config: self.config,
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
        let kind = self.out.config.as_ref().map(|config| config.kind);
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
