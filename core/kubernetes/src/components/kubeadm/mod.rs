//! kubeadm: what `kubeadm config validate` says of a configuration file. Documents come first, then what it works out, then
//! the checks of `cmd/kubeadm/app/apis/kubeadm/validation/validation.go`, all of whose errors are printed.

mod documents;
mod dynamic;
mod subnets;

pub use documents::KubeadmDocument;
pub use dynamic::advertise_address_fault;

use serde::{Deserialize, Serialize};

use super::check::{Effect, PlanField, Sink};
use super::given::{ComponentSettings, joined};
use crate::diagnostic::{Component, Stage};
use crate::go::field_error::{FieldError, FieldValue, ValueSyntax};
use crate::go::flags::Flags;
use crate::go::quote::quoted;
use crate::kubernetes::gates::{self as gate_table, GateState};
use crate::kubernetes::service_api::DUAL_STACK;
use crate::kubernetes::{KubeadmProfile, Profile, SubnetRule};
use crate::net::Cidr;
use crate::order;
use crate::request::{ClusterPlan, PlanSpec};

/// The fields of kubeadm's configuration that are checked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct KubeadmConfiguration {
    /// The API version, `kubeadm.k8s.io/v1beta4`; absent: the one that the version writes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub api_version: Option<String>,
    /// The value of `networking.podSubnet`.
    pub pod_subnet: String,
    /// The value of `networking.serviceSubnet`; empty: `10.96.0.0/12`.
    pub service_subnet: String,
    /// The value of `networking.dnsDomain`; absent: `cluster.local`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub dns_domain: Option<String>,
    /// The feature gates of kubeadm itself (`featureGates`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub feature_gates: Vec<(String, bool)>,
    /// The arguments in `controllerManager.extraArgs`.
    #[serde(skip_serializing_if = "Flags::is_empty")]
    pub controller_manager_args: Flags,
    /// The value of `localAPIEndpoint.advertiseAddress`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub advertise_address: Option<String>,
    /// The documents of the file, in its order. Empty for a configuration that comes from flags or from a plan.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub documents: Vec<KubeadmDocument>,
    /// Whether fields that nobody knows are refused, as by `kubeadm config validate`; `kubeadm init` warns of them.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub validated: bool,
    /// The value of `kubernetesVersion`; absent: kubeadm's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub kubernetes_version: Option<String>,
    /// The value of `controlPlaneEndpoint`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub control_plane_endpoint: Option<String>,
    /// The value of `localAPIEndpoint.bindPort`; absent or 0: 6443.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub bind_port: Option<i64>,
    /// The value of `nodeRegistration.name`; absent: the host's.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub node_name: Option<String>,
    /// Extra arguments without a name: the field that lists them, and their places in it, from 0.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub nameless_args: Vec<(String, usize)>,
    /// What the KubeProxyConfiguration in the file sets, as flags.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub kube_proxy: Option<Flags>,
    /// What the KubeletConfiguration in the file sets, as flags.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub kubelet: Option<Flags>,
}

/// Returns the value of kubeadm's own gate for dual-stack, which it passes on to every component that it starts. `None`
/// if the plan needs no such gate, or kubeadm of the plan's version has none of that name.
pub fn own_dual_stack_gate(spec: &PlanSpec) -> Option<bool> {
    let state = gate_table::kubeadm_state(DUAL_STACK, spec.kubernetes_version);
    let known = matches!(state, GateState::Known(_));
    spec.gates().given(DUAL_STACK).filter(|_| known)
}

impl KubeadmConfiguration {
    /// Returns the Service subnet in force.
    fn service_subnet(&self) -> &str {
        match self.service_subnet.as_str() {
            "" => "10.96.0.0/12",
            given => given,
        }
    }

    /// Returns whether the file says only how a node joins.
    fn is_for_a_node_only(&self) -> bool {
        let cluster = |document: &KubeadmDocument| {
            matches!(
                document.kind.as_str(),
                "ClusterConfiguration" | "InitConfiguration"
            )
        };
        !self.documents.is_empty() && !self.documents.iter().any(cluster)
    }

    /// Returns the configuration of kubeadm for a plan and the settings of its components.
    pub fn of_plan(plan: &ClusterPlan, components: &[ComponentSettings]) -> KubeadmConfiguration {
        let spec = &plan.spec;
        let gate = own_dual_stack_gate(spec);
        KubeadmConfiguration {
            pod_subnet: joined(spec.pod_cidrs.iter()),
            service_subnet: joined(spec.service_cidrs.iter()),
            feature_gates: gate.map(|on| (DUAL_STACK.to_owned(), on)).into_iter().collect(),
            controller_manager_args: components
                .iter()
                .find(|found| found.component == Component::KubeControllerManager)
                .map(|found| Flags::from_args(found.arguments()))
                .unwrap_or_default(),
            advertise_address: spec.advertise_address.map(|address| address.to_string()),
            ..KubeadmConfiguration::default()
        }
    }
}

/// Returns the Service ranges that `networking.serviceSubnet` of the plan's version can hold. The others have to
/// reach the components through extra arguments.
pub fn service_subnet_of(plan: &ClusterPlan) -> &[Cidr] {
    let ranges = &plan.spec.service_cidrs;
    match Profile::resolve(plan.spec.kubernetes_version).kubeadm.subnets {
        SubnetRule::ByGatePodsOnly => ranges.get(..1).unwrap_or_default(),
        SubnetRule::ByGate | SubnetRule::ListWithGate | SubnetRule::List => ranges,
    }
}

/// Runs the checks of `kubeadm config validate` and `kubeadm init`.
pub(super) fn forecast(configuration: &KubeadmConfiguration, sink: &mut Sink) {
    if documents::check(configuration, sink) || configuration.is_for_a_node_only() {
        return;
    }
    if dynamic::check(configuration, sink) {
        return;
    }
    node_name(configuration, sink);
    nameless_args(configuration, true, sink);
    dns_domain(configuration, sink);
    subnets::check(configuration, sink);
    nameless_args(configuration, false, sink);
    feature_gates(configuration, sink);
    bind_port(configuration, sink);
}

/// Returns whether kubeadm's own gate is on. False in versions without a gate of that name.
fn gate_on(configuration: &KubeadmConfiguration, sink: &Sink) -> bool {
    let given = configuration
        .feature_gates
        .iter()
        .rev()
        .find(|(name, _)| name == "IPv6DualStack")
        .map(|(_, on)| *on);
    match gate_table::kubeadm_state("IPv6DualStack", sink.profile.version) {
        GateState::Known(row) => given.unwrap_or(row.on),
        GateState::Unknown | GateState::Untracked => false,
    }
}

fn invalid(sink: &mut Sink, id: &'static str, field: &str, value: &str, detail: &str) {
    sink.field = PlanField::behind(field);
    let field = format!("{}{field}", sink.profile.kubeadm.field_prefix);
    let error = FieldError::invalid(field, FieldValue::Plain(value.to_owned()), detail);
    let text = error.message(sink.profile.value_syntax);
    sink.push(id, "error: ", text, Stage::Install, Effect::Fatal);
}

/// Adds an error of a field outside `networking`.
fn invalid_field(sink: &mut Sink, id: &'static str, field: &str, value: FieldValue, detail: &str) {
    let text = FieldError::invalid(field, value, detail).message(sink.profile.value_syntax);
    sink.push(id, "error: ", text, Stage::Install, Effect::Fatal);
}

/// Returns whether a text is a DNS-1123 subdomain.
fn is_dns_subdomain(text: &str) -> bool {
    text.len() <= 253 && has_dns_labels(text)
}

fn has_dns_labels(text: &str) -> bool {
    text.split('.').all(|label| {
        let edge = |c: Option<u8>| c.is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        edge(label.bytes().next())
            && edge(label.bytes().last())
            && label
                .bytes()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-')
    })
}

/// Returns what `IsDNS1123Subdomain` says of a text in the kubeadm of a profile. Empty if it is one.
pub fn subdomain_faults(text: &str, kubeadm: &KubeadmProfile) -> Vec<String> {
    let mut faults = Vec::new();
    if text.len() > 253 {
        faults.push("must be no more than 253 characters".to_owned());
    }
    if !has_dns_labels(text) {
        faults.push(format!(
            "{} must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an \
             alphanumeric character (e.g. 'example.com', regex used for validation is \
             '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
            kubeadm.dns_name_text
        ));
    }
    faults
}

fn dns_domain(configuration: &KubeadmConfiguration, sink: &mut Sink) {
    let domain = configuration.dns_domain.as_deref().unwrap_or_default();
    if domain.is_empty() {
        return;
    }
    for fault in subdomain_faults(domain, &sink.profile.kubeadm) {
        invalid(sink, "KA-9", "dnsDomain", domain, &fault);
    }
}

fn node_name(configuration: &KubeadmConfiguration, sink: &mut Sink) {
    // It is trimmed and written in small letters before it is checked (`nodeutil.GetHostname`).
    let name = configuration.node_name.as_deref().unwrap_or_default();
    let name = name.trim().to_lowercase();
    if name.is_empty() {
        return;
    }
    for fault in subdomain_faults(&name, &sink.profile.kubeadm) {
        let value = FieldValue::Plain(name.clone());
        invalid_field(sink, "KA-9", "nodeRegistration.name", value, &fault);
    }
}

/// Checks the names of extra arguments: those of kubelet come before the networks, those of the control plane behind.
fn nameless_args(configuration: &KubeadmConfiguration, of_node: bool, sink: &mut Sink) {
    if !sink.profile.kubeadm.names_of_args_are_checked {
        return;
    }
    for (field, index) in &configuration.nameless_args {
        if field.starts_with("nodeRegistration.") == of_node {
            let value = FieldValue::Plain(format!("index {index}"));
            invalid_field(sink, "KA-21", field, value, "argument has no name");
        }
    }
}

fn bind_port(configuration: &KubeadmConfiguration, sink: &mut Sink) {
    let port = configuration.bind_port.unwrap_or_default();
    if port != 0 && !(1..=65_535).contains(&port) {
        let field = "localAPIEndpoint.bindPort";
        invalid_field(
            sink,
            "KA-22",
            field,
            FieldValue::Number(port),
            "port number is not valid",
        );
    }
}

fn feature_gates(configuration: &KubeadmConfiguration, sink: &mut Sink) {
    let version = sink.profile.version;
    let unknown: Vec<&String> = configuration
        .feature_gates
        .iter()
        .map(|(name, _)| name)
        .filter(|name| {
            matches!(
                gate_table::kubeadm_state(name, version),
                GateState::Unknown | GateState::Untracked
            )
        })
        .collect();
    let mut given = configuration.feature_gates.clone();
    order::sort(&mut given);
    let entries: Vec<String> = given
        .iter()
        .map(|(name, on)| format!("{}:{on}", quoted(name)))
        .collect();
    for name in unknown {
        let value = match sink.profile.value_syntax {
            ValueSyntax::Go => format!("map[string]bool{{{}}}", entries.join(", ")),
            ValueSyntax::Json => format!("{{{}}}", entries.join(",")),
        };
        sink.push(
            "KA-11",
            "error: ",
            format!("featureGates: Invalid value: {value}: {name} is not a valid feature name."),
            Stage::Install,
            Effect::Fatal,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::{FailedCheck, forecast, printed, warnings};
    use crate::diagnostic::Component;
    use crate::kubernetes::Version;

    fn refusals(minor: u8, configuration: KubeadmConfiguration) -> Vec<FailedCheck> {
        forecast(
            Version::minor_version(minor),
            Component::Kubeadm,
            &configuration.into(),
        )
    }

    fn subnets(pods: &str, services: &str) -> KubeadmConfiguration {
        KubeadmConfiguration {
            pod_subnet: pods.to_owned(),
            service_subnet: services.to_owned(),
            ..KubeadmConfiguration::default()
        }
    }

    #[test]
    fn lists_in_every_era() {
        let pair = || subnets("10.244.0.0/16,fd00:10:244::/56", "10.96.0.0/16");
        let with_gate = |mut configuration: KubeadmConfiguration| {
            configuration.feature_gates = vec![("IPv6DualStack".to_owned(), true)];
            configuration
        };
        for (minor, configuration, line) in [
            (
                16,
                pair(),
                "error: podSubnet: Invalid value: \"10.244.0.0/16,fd00:10:244::/56\": couldn't parse subnet",
            ),
            (16, with_gate(pair()), ""),
            (
                16,
                with_gate(subnets("10.244.0.0/16", "10.96.0.0/16")),
                "error: podSubnet: Invalid value: \"10.244.0.0/16\": expected at least one IP from each family (v4 or \
                 v6) for dual-stack networking",
            ),
            (18, with_gate(subnets("10.244.0.0/16", "10.96.0.0/16")), ""),
            (
                20,
                pair(),
                "error: podSubnet: Invalid value: \"10.244.0.0/16,fd00:10:244::/56\": only one CIDR allowed for \
                 single-stack networking",
            ),
            (21, pair(), ""),
            (
                24,
                with_gate(pair()),
                "error: featureGates: Invalid value: map[string]bool{\"IPv6DualStack\":true}: IPv6DualStack is not a \
                 valid feature name.",
            ),
            (
                36,
                with_gate(pair()),
                "error: featureGates: Invalid value: {\"IPv6DualStack\":true}: IPv6DualStack is not a valid feature \
                 name.",
            ),
        ] {
            let lines = printed(&refusals(minor, configuration));
            let expected: Vec<&str> = Some(line).filter(|line| !line.is_empty()).into_iter().collect();
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            assert_eq!(lines, expected, "1.{minor}");
        }
    }

    #[test]
    fn an_api_version_that_is_gone() {
        let configuration = KubeadmConfiguration {
            api_version: Some("kubeadm.k8s.io/v1beta2".to_owned()),
            ..KubeadmConfiguration::default()
        };
        assert_eq!(
            printed(&refusals(36, configuration.clone())),
            [
                "error: your configuration file uses an old API spec: \"kubeadm.k8s.io/v1beta2\" (kind: \
              \"ClusterConfiguration\"). Please use kubeadm v1.22 instead and run 'kubeadm config migrate --old-config \
              old-config-file --new-config new-config-file', which will write the new, similar spec using a newer API \
              version."
            ]
        );
        assert!(printed(&refusals(26, configuration)).is_empty());
    }

    #[test]
    fn allocation_switched_off_skips_the_masks() {
        let mut configuration = subnets("10.0.0.0/7", "10.96.0.0/16");
        assert_eq!(printed(&refusals(36, configuration.clone())).len(), 1);
        configuration
            .controller_manager_args
            .push("allocate-node-cidrs", "false");
        assert!(refusals(36, configuration).is_empty());
    }

    #[test]
    fn site_local_subnets_are_warned_about_from_1_20() {
        let configuration = subnets("fec0::/56", "10.96.0.0/16");
        assert_eq!(warnings(&refusals(36, configuration.clone())).len(), 1);
        assert!(warnings(&refusals(19, configuration)).is_empty());
    }
}
