//! kubeadm: the checks of `cmd/kubeadm/app/apis/kubeadm/validation/validation.go` for the fields that decide families
//! and sizes.

use serde::{Deserialize, Serialize};

use super::check::{Effect, PlanField, Sink};
use super::given::{ComponentSettings, joined};
use crate::diagnostic::{Component, Stage};
use crate::go::field_error::{FieldError, FieldValue, ValueSyntax};
use crate::go::flags::Flags;
use crate::go::net::{GoNet, is_dual_stack};
use crate::go::quote::quoted;
use crate::go::strconv::atoi;
use crate::kubernetes::gates::{self as gate_table, GateState};
use crate::kubernetes::service_api::DUAL_STACK;
use crate::kubernetes::{Confidence, KubeadmProfile, Profile, SubnetRule};
use crate::net::{Cidr, IpFamily};
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
}

/// Returns the value of kubeadm's own gate for dual-stack, which it passes on to every component that it starts. `None`
/// if the plan needs no such gate, or kubeadm of the plan's version has none of that name.
pub fn own_dual_stack_gate(spec: &PlanSpec) -> Option<bool> {
    let state = gate_table::kubeadm_state(DUAL_STACK, spec.kubernetes_version);
    let known = matches!(state, GateState::Known(_));
    spec.gates().given(DUAL_STACK).filter(|_| known)
}

impl KubeadmConfiguration {
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

/// The smallest number of addresses of a Service subnet.
const MIN_SERVICE_ADDRESSES: i64 = 10;
/// The smallest number of addresses of a pod subnet, from 1.20 on.
const MIN_POD_ADDRESSES: i64 = 14;
/// The largest number of host bits of a Service subnet.
const MAX_SERVICE_HOST_BITS: u8 = 20;
/// The largest difference between the mask of the pod subnet and the node mask, in bits.
const MAX_MASK_DIFFERENCE: i64 = 16;
/// The deprecated site-local block.
const SITE_LOCAL: &str = "fec0::/10";

/// Runs the checks of `kubeadm config validate` and `kubeadm init`.
pub(super) fn forecast(configuration: &KubeadmConfiguration, sink: &mut Sink) {
    if api_version(configuration, sink) {
        return;
    }
    dns_domain(configuration, sink);
    let rule = sink.profile.kubeadm.subnets;
    let gate_on = gate_on(configuration, sink);
    match rule {
        SubnetRule::ByGatePodsOnly | SubnetRule::ByGate => {
            let services_by_gate = gate_on && rule == SubnetRule::ByGate;
            let services = or_default(&configuration.service_subnet);
            by_gate(services, "serviceSubnet", services_by_gate, sink);
            if !configuration.pod_subnet.is_empty() {
                by_gate(&configuration.pod_subnet, "podSubnet", gate_on, sink);
            }
        }
        SubnetRule::ListWithGate | SubnetRule::List => {
            let lists_allowed = gate_on || rule == SubnetRule::List;
            let services = or_default(&configuration.service_subnet);
            subnet(
                services,
                "serviceSubnet",
                MIN_SERVICE_ADDRESSES,
                lists_allowed,
                sink,
            );
            service_size(services, sink);
            if !configuration.pod_subnet.is_empty() {
                let pods = &configuration.pod_subnet;
                subnet(pods, "podSubnet", MIN_POD_ADDRESSES, lists_allowed, sink);
                if configuration.controller_manager_args.get("allocate-node-cidrs") != Some("false") {
                    node_masks(configuration, lists_allowed, sink);
                }
            }
        }
    }
    feature_gates(configuration, sink);
}

fn or_default(services: &str) -> &str {
    if services.is_empty() {
        "10.96.0.0/12"
    } else {
        services
    }
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
    let error = FieldError::invalid(field, FieldValue::Text(value.to_owned()), detail);
    let text = error.message(sink.profile.value_syntax);
    sink.push(id, "error: ", text, Stage::Install, Effect::Fatal);
}

fn api_version(configuration: &KubeadmConfiguration, sink: &mut Sink) -> bool {
    let profile: KubeadmProfile = sink.profile.kubeadm;
    let Some(given) = &configuration.api_version else {
        return false;
    };
    let Some(name) = given.strip_prefix("kubeadm.k8s.io/") else {
        return false;
    };
    if profile.accepted_api_versions.contains(&name) {
        return false;
    }
    let newest = profile.accepted_api_versions.last().copied().unwrap_or_default();
    let text = match KubeadmProfile::migrate_with(name) {
        Some(binary) if name < newest => format!(
            "your configuration file uses an old API spec: {} (kind: {}). Please use kubeadm {binary} instead and run \
             'kubeadm config migrate --old-config old-config-file --new-config new-config-file', which will write the \
             new, similar spec using a newer API version.",
            quoted(given),
            quoted("ClusterConfiguration")
        ),
        _ => format!(
            "no kind {} is registered for version {}",
            quoted("ClusterConfiguration"),
            quoted(given)
        ),
    };
    sink.push_with(
        "KA-10",
        "error: ",
        text,
        Stage::Install,
        Effect::Fatal,
        Confidence::Unverified,
    );
    true
}

fn dns_domain(configuration: &KubeadmConfiguration, sink: &mut Sink) {
    let Some(domain) = configuration
        .dns_domain
        .as_deref()
        .filter(|domain| !domain.is_empty())
    else {
        return;
    };
    if domain.len() > 253 {
        invalid(
            sink,
            "KA-9",
            "dnsDomain",
            domain,
            "must be no more than 253 characters",
        );
    }
    let label = |label: &str| {
        let edge = |c: Option<u8>| c.is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        edge(label.bytes().next())
            && edge(label.bytes().last())
            && label
                .bytes()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-')
    };
    if !domain.split('.').all(label) {
        let detail = format!(
            "{} must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an \
             alphanumeric character (e.g. 'example.com', regex used for validation is \
             '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
            sink.profile.kubeadm.dns_name_text
        );
        invalid(sink, "KA-9", "dnsDomain", domain, &detail);
    }
}

/// Checks a subnet by the gate, up to 1.19.
fn by_gate(given: &str, field: &str, gate_on: bool, sink: &mut Sink) {
    if !gate_on {
        match GoNet::parse(given) {
            None => invalid(sink, "KA-1", field, given, "couldn't parse subnet"),
            Some(subnet) if subnet.range_size() < MIN_SERVICE_ADDRESSES => {
                invalid(sink, "KA-4", field, given, "subnet is too small");
            }
            Some(_) => {}
        }
        return;
    }
    let unreadable = given.split(',').find(|entry| GoNet::parse(entry).is_none());
    if let Some(entry) = unreadable {
        let detail = format!(
            "failed to parse cidr value:{} with error:invalid CIDR address: {entry}",
            quoted(entry)
        );
        return invalid(sink, "KA-1", field, given, &detail);
    }
    let subnets = GoNet::parse_list(given).unwrap_or_default();
    let single_is_enough = sink.profile.kubeadm.single_stack_with_gate && subnets.len() == 1;
    if !single_is_enough && !is_dual_stack(&subnets) {
        let detail = "expected at least one IP from each family (v4 or v6) for dual-stack networking";
        invalid(sink, "KA-2b", field, given, detail);
    }
    for subnet in subnets {
        if subnet.range_size() < MIN_SERVICE_ADDRESSES {
            invalid(sink, "KA-4", field, &subnet.to_string(), "subnet is too small");
        }
    }
}

/// Checks a subnet as `ValidateIPNetFromString` does, from 1.20 on.
fn subnet(given: &str, field: &str, min_addresses: i64, lists_allowed: bool, sink: &mut Sink) {
    let Some(subnets) = GoNet::parse_list(given) else {
        return invalid(sink, "KA-1", field, given, "couldn't parse subnet");
    };
    let wrong_pair = subnets.len() > 2 || (subnets.len() == 2 && !is_dual_stack(&subnets));
    if lists_allowed && wrong_pair {
        let detail =
            "expected one (IPv4 or IPv6) CIDR or two CIDRs from each family for dual-stack networking";
        invalid(sink, "KA-2", field, given, detail);
    } else if !lists_allowed && subnets.len() > 1 {
        let detail = "only one CIDR allowed for single-stack networking";
        invalid(sink, "KA-3", field, given, detail);
    }
    let site_local: Option<Cidr> = SITE_LOCAL.parse().ok();
    for subnet in subnets {
        let addresses = subnet.range_size();
        if addresses < min_addresses {
            let detail =
                format!("subnet with {addresses} address(es) is too small, the minimum is {min_addresses}");
            invalid(sink, "KA-4", field, &subnet.to_string(), &detail);
        }
        if site_local.is_some_and(|block| subnet.to_cidr().is_some_and(|subnet| block.overlaps(&subnet))) {
            let text = format!(
                "the subnet {} contains IPv6 site-local addresses that belong to fec0::/10 which has been deprecated by \
                 rfc3879",
                subnet
            );
            sink.field = PlanField::behind(field);
            sink.push("KA-12", "", text, Stage::Install, Effect::Warning);
        }
    }
}

fn service_size(given: &str, sink: &mut Sink) {
    for subnet in GoNet::parse_list(given).unwrap_or_default() {
        if subnet.host_bits() > MAX_SERVICE_HOST_BITS {
            let detail = format!(
                "specified service subnet is too large; for {}-bit addresses, the mask must be >= {}",
                subnet.width(),
                subnet.width().saturating_sub(MAX_SERVICE_HOST_BITS)
            );
            invalid(sink, "KA-5", "serviceSubnet", &subnet.to_string(), &detail);
        }
    }
}

fn node_masks(configuration: &KubeadmConfiguration, family_flags: bool, sink: &mut Sink) {
    for subnet in GoNet::parse_list(&configuration.pod_subnet).unwrap_or_default() {
        let (flag, default) = match (family_flags, subnet.family()) {
            (true, IpFamily::IPv4) => ("node-cidr-mask-size-ipv4", 24),
            (true, IpFamily::IPv6) => ("node-cidr-mask-size-ipv6", 64),
            (false, IpFamily::IPv4) => ("node-cidr-mask-size", 24),
            (false, IpFamily::IPv6) => ("node-cidr-mask-size", 64),
        };
        let value = subnet.to_string();
        let given = configuration
            .controller_manager_args
            .get(flag)
            .filter(|text| !text.is_empty());
        let mask = match given.map_or(Ok(default), atoi) {
            Ok(mask) => mask,
            Err(cause) => {
                let detail = if sink.profile.kubeadm.mask_error_names_the_flag {
                    format!(
                        "could not parse the value of the kube-controller-manager flag {flag} as an integer: {cause}"
                    )
                } else {
                    cause
                };
                invalid(sink, "KA-8", "podSubnet", &value, &detail);
                continue;
            }
        };
        let ones = i64::from(subnet.mask_size());
        let difference = mask.saturating_sub(ones);
        if ones > mask {
            let detail = format!(
                "the size of pod subnet with mask {ones} is smaller than the size of node subnet with mask {mask}"
            );
            invalid(sink, "KA-6", "podSubnet", &value, &detail);
        } else if difference > MAX_MASK_DIFFERENCE {
            let detail = format!(
                "pod subnet mask ({ones}) and node-mask ({mask}) difference is greater than {MAX_MASK_DIFFERENCE}"
            );
            invalid(sink, "KA-7", "podSubnet", &value, &detail);
        }
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
    let entries: Vec<String> = configuration
        .feature_gates
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
        assert!(refusals(26, configuration).is_empty());
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
