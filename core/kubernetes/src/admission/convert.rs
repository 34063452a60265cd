//! Conversion of a Service from the form of one version to that of another, with remarks about rewritten fields, lost
//! fields and decisions of the other version.
//!
//! The result is also given as patches of the document, so that a file keeps its comments and its unknown fields.

use serde::Serialize;
use serde_json::Value;

use super::service::{ServiceSpec, policy, service_type};
use super::trace::Remark;
use crate::diagnostic::{PatchOperation, Pointer, Severity};
use crate::document::as_json;
use crate::i18n::Message;
use crate::kubernetes::Version;
use crate::kubernetes::service_api::{AppProtocol, MixedProtocols, ServiceApi, ServiceEra, TrafficRules};
use crate::net::lenient::{self, Oddity};

/// A converted Service.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Conversion {
    /// The spec in the form of the other version.
    pub spec: ServiceSpec,
    /// The changes to the document that lead to it.
    pub patch: Vec<PatchOperation>,
    /// The decisions of the conversion, and what it loses. An error means that the other version still refuses the
    /// Service.
    pub remarks: Vec<Remark>,
}

/// Returns whether the spec is written with `spec.ipFamily`, the field of 1.16 to 1.19.
pub fn is_single_family_form(spec: &ServiceSpec) -> bool {
    spec.ip_family.is_some()
}

/// Returns the newest version that the spec can have been written for, if `version` does not accept its form:
/// `ipFamily` in the place of `ipFamilies`, the other way round, or two families without the policy that they need
/// now. `None` if it accepts the form.
///
/// ```
/// use dualstack_kubernetes::admission::{ServiceSpec, convert::written_for};
/// let old: ServiceSpec = serde_json::from_str(r#"{"ipFamily": "IPv6"}"#).unwrap();
/// assert_eq!(written_for(&old, "1.36".parse().unwrap()), Some("1.19".parse().unwrap()));
/// assert_eq!(written_for(&old, "1.17".parse().unwrap()), None);
/// ```
pub fn written_for(spec: &ServiceSpec, version: Version) -> Option<Version> {
    let newest = |wanted: &dyn Fn(ServiceEra) -> bool| {
        Version::all()
            .filter(|known| wanted(ServiceApi::at(*known, Some(true)).era))
            .last()
    };
    let old_form = is_single_family_form(spec);
    let new_form =
        spec.ip_families.is_some() || spec.ip_family_policy.is_some() || spec.cluster_ips.is_some();
    let two = spec.families().len() == 2 || spec.ips().len() == 2;
    match ServiceApi::at(version, Some(true)).era {
        // Both forms at once: each version reads its own.
        _ if old_form && new_form => Some(version),
        ServiceEra::SingleFamily if new_form => newest(&|era| era != ServiceEra::SingleFamily),
        ServiceEra::ValidatedFirst | ServiceEra::AllocatedFirst if old_form => {
            newest(&|era| era == ServiceEra::SingleFamily)
        }
        ServiceEra::AllocatedFirst if two && spec.ip_family_policy.is_none() && !spec.is_external_name() => {
            newest(&|era| era == ServiceEra::ValidatedFirst)
        }
        _ => None,
    }
}

/// Converts a spec that was written for `from` to the form of `to`. `dual_stack` is whether the cluster of `to` uses
/// the dual-stack fields ([`ServiceApi::dual_stack`]).
///
/// ```
/// use dualstack_kubernetes::admission::{ServiceSpec, convert::convert};
/// let old: ServiceSpec = serde_json::from_str(r#"{"ipFamily": "IPv6", "ports": [{"port": 80}]}"#).unwrap();
/// let new = convert(&old, "1.19".parse().unwrap(), "1.36".parse().unwrap(), true).spec;
/// assert_eq!(new.ip_families.as_deref().unwrap(), ["IPv6"]);
/// assert_eq!(new.ip_family_policy.as_deref(), Some("SingleStack"));
/// ```
pub fn convert(spec: &ServiceSpec, from: Version, to: Version, dual_stack: bool) -> Conversion {
    let mut conversion = Converter {
        from: ServiceApi::at(from, Some(true)),
        to: ServiceApi::at(to, Some(true)),
        version: to,
        dual_stack,
        spec: spec.clone(),
        remarks: Vec::new(),
    };
    conversion.without_effect();
    conversion.families();
    conversion.fields();
    conversion.addresses();
    conversion.refusals();
    conversion.gate();
    let Converter {
        spec: converted,
        remarks,
        ..
    } = conversion;
    let mut patch = Vec::new();
    difference(
        &Pointer::root().key("spec"),
        &as_json(spec),
        &as_json(&converted),
        &mut patch,
    );
    Conversion {
        spec: converted,
        patch,
        remarks,
    }
}

struct Converter {
    from: ServiceApi,
    to: ServiceApi,
    version: Version,
    dual_stack: bool,
    spec: ServiceSpec,
    remarks: Vec<Remark>,
}

impl Converter {
    fn remark(&mut self, severity: Severity, field: &str, message: Message) {
        self.remarks.push(Remark::new(severity, message).on(field));
    }

    fn is_single(&self) -> bool {
        self.to.era == ServiceEra::SingleFamily
    }

    /// Removes fields that the first version ignored and that would otherwise take effect.
    fn without_effect(&mut self) {
        let before = as_json(&self.spec);
        super::defaults::drop_unknown(&self.from, &mut self.spec);
        let after = as_json(&self.spec);
        let names: Vec<String> = before
            .as_object()
            .into_iter()
            .flat_map(serde_json::Map::keys)
            .filter(|name| after.get(*name).is_none())
            .map(|name| format!("spec.{name}"))
            .collect();
        for field in names {
            let message = Message::new("service-convert-had-no-effect").with("field", field.as_str());
            self.remark(Severity::Info, &field, message);
        }
    }

    fn families(&mut self) {
        if self.is_single() {
            self.single_family_form();
            return;
        }
        if let Some(family) = self.spec.ip_family.take() {
            if self.spec.is_external_name() || !self.spec.families().is_empty() {
                self.remark(
                    Severity::Info,
                    "spec.ipFamily",
                    Message::new("service-convert-family-dropped"),
                );
            } else {
                let family = self.family_of_address(family);
                let message = Message::new("service-convert-family-to-list").with("family", family.as_str());
                self.remark(Severity::Info, "spec.ipFamilies", message);
                self.spec.ip_families = Some(vec![family]);
                self.spec.ip_family_policy = Some(policy::SINGLE_STACK.to_owned());
            }
        }
        self.policy_of_two();
        if self.from.prefer_dual_stack_kept
            && !self.to.prefer_dual_stack_kept
            && self.spec.has_policy(policy::PREFER_DUAL_STACK)
        {
            let message = Message::new("service-convert-prefer-upgrades").with("version", self.version);
            self.remark(Severity::Warning, "spec.ipFamilyPolicy", message);
        }
        if self.from.allocated_values_kept
            && !self.to.allocated_values_kept
            && self.spec.cluster_ip.is_empty()
        {
            let message = Message::new("service-convert-replace-needs-ip").with("version", self.version);
            self.remark(Severity::Info, "spec.clusterIP", message);
        }
    }

    /// Returns the family of the cluster IP where the field names another one. Servers of 1.16 to 1.18 stored such
    /// Services (kubernetes/kubernetes#89526); later ones refuse them, and the address is what cannot be changed.
    fn family_of_address(&mut self, named: String) -> String {
        match lenient::family_of(&self.spec.cluster_ip) {
            Some(family) if family.as_str() != named => {
                let message = Message::new("service-convert-family-of-address")
                    .with("named", named)
                    .with("family", family)
                    .with("address", self.spec.cluster_ip.as_str());
                self.remark(Severity::Warning, "spec.clusterIP", message);
                family.as_str().to_owned()
            }
            _ => named,
        }
    }

    /// Sets the policy of two families or addresses. Without a policy they mean `RequireDualStack` up to 1.22 and are
    /// refused from 1.23 on.
    fn policy_of_two(&mut self) {
        let two = self.spec.families().len() == 2 || self.spec.ips().len() == 2;
        let meant = self.from.era == ServiceEra::ValidatedFirst && self.to.era == ServiceEra::AllocatedFirst;
        if meant && two && self.spec.ip_family_policy.is_none() && !self.spec.is_external_name() {
            self.spec.ip_family_policy = Some(policy::REQUIRE_DUAL_STACK.to_owned());
            let message =
                Message::new("service-convert-policy-added").with("policy", policy::REQUIRE_DUAL_STACK);
            self.remark(Severity::Info, "spec.ipFamilyPolicy", message);
        }
    }

    fn single_family_form(&mut self) {
        let families = self.spec.ip_families.take().unwrap_or_default();
        let had_policy = self.spec.ip_family_policy.take();
        let ips = self.spec.cluster_ips.take().unwrap_or_default();
        if self.spec.cluster_ip.is_empty() {
            self.spec.cluster_ip = ips.first().cloned().unwrap_or_default();
        }
        if let Some(second) = ips.get(1) {
            let message =
                Message::new("service-convert-second-address-lost").with("address", second.as_str());
            self.remark(Severity::Warning, "spec.clusterIPs", message);
        }
        if let (Some(first), false) = (families.first(), self.spec.is_external_name()) {
            let message = Message::new("service-convert-list-to-family").with("family", first.as_str());
            self.remark(Severity::Info, "spec.ipFamily", message);
            self.spec.ip_family = Some(first.clone());
        }
        if self.to.family_must_be_configured
            && !self.spec.is_external_name()
            && let Some(named) = self.spec.ip_family.take()
        {
            self.spec.ip_family = Some(self.family_of_address(named));
        }
        let dual = had_policy
            .as_deref()
            .is_some_and(|policy| policy != policy::SINGLE_STACK);
        if families.len() > 1 || dual {
            let message = Message::new("service-convert-one-family-only").with("version", self.version);
            let required = had_policy.as_deref() == Some(policy::REQUIRE_DUAL_STACK);
            let severity = if required || families.len() > 1 {
                Severity::Warning
            } else {
                Severity::Info
            };
            self.remark(severity, "spec.ipFamilyPolicy", message);
        }
    }

    fn lost(&mut self, field: &str) {
        let message = Message::new("service-convert-field-lost")
            .with("field", field)
            .with("version", self.version);
        self.remark(Severity::Warning, field, message);
    }

    /// Converts fields that the other version does not have or treats differently.
    fn fields(&mut self) {
        if !self.to.load_balancer_fields {
            if self.spec.allocate_load_balancer_node_ports.take() == Some(false) {
                self.lost("spec.allocateLoadBalancerNodePorts");
            }
            if self.spec.load_balancer_class.take().is_some() {
                self.lost("spec.loadBalancerClass");
            }
        }
        if !self.to.internal_traffic_policy
            && self
                .spec
                .internal_traffic_policy
                .take()
                .is_some_and(|p| p != "Cluster")
        {
            self.lost("spec.internalTrafficPolicy");
        }
        let known = self.to.traffic_distribution;
        if let Some(given) = self
            .spec
            .traffic_distribution
            .clone()
            .filter(|given| !known.contains(&given.as_str()))
        {
            // The two values name the same behaviour.
            self.spec.traffic_distribution = (given == "PreferSameZone" && known.contains(&"PreferClose"))
                .then(|| "PreferClose".to_owned());
            if self.spec.traffic_distribution.is_none() {
                self.lost("spec.trafficDistribution");
            }
        }
        if self.to.app_protocol != AppProtocol::Accepted {
            let mut any = false;
            for port in self.spec.ports.iter_mut().flatten() {
                any |= port.app_protocol.take().is_some();
            }
            if any {
                self.lost("spec.ports[*].appProtocol");
            }
        }
        // From 1.29 on a Service with external IPs only has the field.
        let by_external_ips = self.from.traffic_rules == TrafficRules::ByReachability
            && self.to.traffic_rules != TrafficRules::ByReachability
            && !self.spec.uses_node_ports();
        if by_external_ips && !self.spec.external_traffic_policy.is_empty() {
            self.spec.external_traffic_policy.clear();
            self.lost("spec.externalTrafficPolicy");
        }
    }

    /// Rewrites texts of addresses that can be read in two ways, which are refused from 1.36 on.
    fn addresses(&mut self) {
        if !self.to.strict_addresses {
            return;
        }
        let mut rewritten = Vec::new();
        let mut address = |field: String, text: &mut String| {
            if let Some(read) = lenient::parse_address(text)
                && read
                    .oddities
                    .iter()
                    .any(|oddity| matches!(oddity, Oddity::LeadingZeros | Oddity::Ipv4Mapped))
            {
                let canonical = read.address.to_string();
                rewritten.push((field, std::mem::replace(text, canonical.clone()), canonical));
            }
        };
        address("spec.clusterIP".to_owned(), &mut self.spec.cluster_ip);
        for (i, ip) in self.spec.cluster_ips.iter_mut().flatten().enumerate() {
            address(format!("spec.clusterIPs[{i}]"), ip);
        }
        for (i, ip) in self.spec.external_ips.iter_mut().flatten().enumerate() {
            address(format!("spec.externalIPs[{i}]"), ip);
        }
        for (i, range) in self
            .spec
            .load_balancer_source_ranges
            .iter_mut()
            .flatten()
            .enumerate()
        {
            if let Some(read) = lenient::parse_cidr(range.trim())
                && read.oddities.iter().any(|oddity| *oddity != Oddity::NotRfc5952)
            {
                let canonical = read.cidr.to_string();
                let field = format!("spec.loadBalancerSourceRanges[{i}]");
                rewritten.push((field, std::mem::replace(range, canonical.clone()), canonical));
            }
        }
        for (field, before, after) in rewritten {
            let message = Message::new("service-convert-canonical")
                .with("before", before)
                .with("after", after);
            self.remark(Severity::Info, &field, message);
        }
    }

    /// Adds remarks about values that the version refuses in every form of the Service.
    fn refusals(&mut self) {
        let balanced = self.spec.is_type(service_type::LOAD_BALANCER);
        let ports = self.spec.port_list().to_vec();
        let protocol = |port: &super::ServicePort| {
            if port.protocol.is_empty() {
                "TCP".to_owned()
            } else {
                port.protocol.clone()
            }
        };
        let mut refuse = |field: &str, id: &'static str| {
            let message = Message::new(id).with("version", self.version);
            self.remarks.push(Remark::new(Severity::Error, message).on(field));
        };
        if !self.to.sctp && ports.iter().any(|port| port.protocol == "SCTP") {
            refuse("spec.ports", "service-convert-no-sctp");
        }
        let mixed = ports
            .first()
            .is_some_and(|first| ports.iter().any(|port| protocol(port) != protocol(first)));
        if balanced && mixed && self.to.mixed_protocols != MixedProtocols::Accepted {
            refuse("spec.ports", "service-convert-no-mixed-protocols");
        }
        if balanced && self.to.kubelet_port_refused && ports.iter().any(|port| port.port == 10_250) {
            refuse("spec.ports", "service-convert-no-kubelet-port");
        }
    }

    fn gate(&mut self) {
        let uses_families = self.spec.ip_family.is_some()
            || !self.spec.families().is_empty()
            || self.spec.ip_family_policy.is_some();
        if uses_families && !self.dual_stack {
            let message = Message::new("service-convert-needs-gate").with("version", self.version);
            self.remark(Severity::Warning, "spec", message);
        }
    }
}

/// Adds the operations that turn one value into the other, as few and as deep as possible.
fn difference(at: &Pointer, before: &Value, after: &Value, patch: &mut Vec<PatchOperation>) {
    match (before, after) {
        (before, after) if before == after => {}
        (Value::Object(before), Value::Object(after)) => {
            for name in before.keys().filter(|name| !after.contains_key(*name)) {
                patch.push(PatchOperation::Remove { path: at.key(name) });
            }
            for (name, value) in after {
                match before.get(name) {
                    Some(old) => difference(&at.key(name), old, value, patch),
                    None => patch.push(PatchOperation::Add {
                        path: at.key(name),
                        value: value.clone(),
                    }),
                }
            }
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            for (i, (old, new)) in before.iter().zip(after).enumerate() {
                difference(&at.index(i), old, new, patch);
            }
        }
        (_, after) => patch.push(PatchOperation::Replace {
            path: at.clone(),
            value: after.clone(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    /// The conversion for a cluster without gates of its own.
    fn convert(spec: &ServiceSpec, from: Version, to: Version) -> Conversion {
        super::convert(spec, from, to, ServiceApi::at(to, None).dual_stack)
    }
    use crate::admission::tests::{cluster, specs};
    use crate::admission::{Request, Service, admit};

    fn converted(spec: Value, from: &str, to: &str) -> (Value, Vec<String>) {
        let spec: ServiceSpec = serde_json::from_value(spec).unwrap();
        let conversion = convert(&spec, from.parse().unwrap(), to.parse().unwrap());
        let remarks = conversion
            .remarks
            .iter()
            .map(|remark| remark.message.id.to_string())
            .collect();
        (serde_json::to_value(conversion.spec).unwrap(), remarks)
    }

    #[test]
    fn two_families_without_a_policy_get_the_one_that_was_meant() {
        let two = json!({"ipFamilies": ["IPv6", "IPv4"]});
        assert_eq!(
            converted(two.clone(), "1.21", "1.36"),
            (
                json!({"ipFamilies": ["IPv6", "IPv4"], "ipFamilyPolicy": "RequireDualStack"}),
                vec!["service-convert-policy-added".to_owned()]
            )
        );
        assert_eq!(
            converted(two.clone(), "1.27", "1.36"),
            (two, vec![]),
            "1.27 refuses it, and so does 1.36"
        );
    }

    #[test]
    fn going_back_before_1_20_loses_the_second_family() {
        let (spec, remarks) = converted(
            json!({"clusterIP": "10.96.0.9", "clusterIPs": ["10.96.0.9", "fd00::9"], "ipFamilies": ["IPv4", "IPv6"],
                   "ipFamilyPolicy": "RequireDualStack", "internalTrafficPolicy": "Local"}),
            "1.36",
            "1.19",
        );
        assert_eq!(spec, json!({"clusterIP": "10.96.0.9", "ipFamily": "IPv4"}));
        assert_eq!(
            remarks,
            [
                "service-convert-second-address-lost",
                "service-convert-list-to-family",
                "service-convert-one-family-only",
                "service-convert-field-lost",
                "service-convert-needs-gate",
            ]
        );
    }

    #[test]
    fn ambiguous_texts_are_written_out_for_1_36() {
        let odd =
            json!({"externalIPs": ["192.0.2.01"], "loadBalancerSourceRanges": ["10.1.2.3/8", "FD00::/8"]});
        let (spec, remarks) = converted(odd, "1.35", "1.36");
        assert_eq!(
            spec,
            json!({"externalIPs": ["192.0.2.1"], "loadBalancerSourceRanges": ["10.0.0.0/8", "FD00::/8"]})
        );
        assert_eq!(remarks.len(), 2);
    }

    #[test]
    fn the_patch_touches_only_what_changes() {
        let spec: ServiceSpec =
            serde_json::from_value(json!({"ipFamily": "IPv6", "ports": [{"port": 80, "appProtocol": "h2"}]}))
                .unwrap();
        let conversion = convert(&spec, "1.19".parse().unwrap(), "1.36".parse().unwrap());
        let patch = serde_json::to_value(&conversion.patch).unwrap();
        assert_eq!(
            patch,
            json!([
                {"op": "remove", "path": "/spec/ipFamily"},
                {"op": "add", "path": "/spec/ipFamilies", "value": ["IPv6"]},
                {"op": "add", "path": "/spec/ipFamilyPolicy", "value": "SingleStack"},
            ])
        );
        let back = convert(&spec, "1.19".parse().unwrap(), "1.17".parse().unwrap());
        assert_eq!(
            serde_json::to_value(&back.patch).unwrap(),
            json!([{"op": "remove", "path": "/spec/ports/0/appProtocol"}])
        );
    }

    #[test]
    fn the_form_tells_the_era() {
        for (spec, version, written) in [
            (json!({"ipFamily": "IPv4"}), "1.20", Some("1.19")),
            (json!({"ipFamily": "IPv4"}), "1.19", None),
            (json!({"ipFamilyPolicy": "SingleStack"}), "1.18", Some("1.37")),
            (json!({"ipFamilies": ["IPv4", "IPv6"]}), "1.22", None),
            (json!({"ipFamilies": ["IPv4", "IPv6"]}), "1.23", Some("1.22")),
            (
                json!({"ipFamilies": ["IPv4", "IPv6"], "ipFamilyPolicy": "RequireDualStack"}),
                "1.23",
                None,
            ),
            (
                json!({"ipFamily": "IPv4", "ipFamilies": ["IPv6"]}),
                "1.30",
                Some("1.30"),
            ),
            (json!({"ports": [{"port": 80}]}), "1.16", None),
        ] {
            let spec: ServiceSpec = serde_json::from_value(spec).unwrap();
            assert_eq!(
                written_for(&spec, version.parse().unwrap()),
                written.map(|version: &str| version.parse().unwrap()),
                "{spec:?}"
            );
        }
    }

    fn versions() -> impl Strategy<Value = Version> {
        prop::sample::select(Version::all().collect::<Vec<_>>())
    }

    fn create(version: Version, spec: &ServiceSpec) -> crate::admission::Admission {
        let cluster = cluster(&version.to_string(), "v4v6");
        admit(
            &cluster,
            &Request::Create {
                service: Service {
                    spec: spec.clone(),
                    ..Service::default()
                },
            },
        )
    }

    /// Does what the operations say; the paths of a conversion lead through objects and lists that are there.
    fn apply(document: &mut Value, patch: &[PatchOperation]) {
        for operation in patch {
            let (PatchOperation::Add { path, .. }
            | PatchOperation::Replace { path, .. }
            | PatchOperation::Remove { path }) = operation;
            let (parent, last) = path.split_last().unwrap();
            let target = document.pointer_mut(parent.as_str()).unwrap();
            match (operation, target) {
                (PatchOperation::Remove { .. }, Value::Object(fields)) => {
                    fields.shift_remove(&last).unwrap();
                }
                (
                    PatchOperation::Add { value, .. } | PatchOperation::Replace { value, .. },
                    Value::Object(fields),
                ) => {
                    fields.insert(last, value.clone());
                }
                (PatchOperation::Replace { value, .. }, Value::Array(entries)) => {
                    entries[last.parse::<usize>().unwrap()] = value.clone();
                }
                other => panic!("{other:?}"),
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1500))]

        #[test]
        fn there_and_back_and_there_again_is_there(from in versions(), to in versions(), spec in specs()) {
            let there = convert(&spec, from, to).spec;
            let back = convert(&there, to, from).spec;
            let again = convert(&back, from, to).spec;
            if create(from, &spec).stored().is_some() {
                prop_assert_eq!(&again, &there);
            }
            // And whatever was sent, from the second time on nothing changes any more.
            prop_assert_eq!(&convert(&again, to, from).spec, &back);
            prop_assert_eq!(&convert(&convert(&again, to, from).spec, from, to).spec, &again);
        }

        #[test]
        fn the_patch_gives_the_converted_spec(from in versions(), to in versions(), spec in specs()) {
            let conversion = convert(&spec, from, to);
            let mut document = json!({"spec": spec});
            apply(&mut document, &conversion.patch);
            prop_assert_eq!(&document["spec"], &serde_json::to_value(&conversion.spec).unwrap());
        }

        #[test]
        fn what_one_version_accepts_the_other_accepts_converted(from in versions(), to in versions(), spec in specs()) {
            if create(from, &spec).stored().is_some() {
                let conversion = convert(&spec, from, to);
                let certain = conversion.remarks.iter().all(|remark| remark.severity != Severity::Error);
                let answer = create(to, &conversion.spec);
                prop_assert!(answer.stored().is_some() || !certain, "{:?}\n{:?}", conversion, answer.refused());
            }
        }
    }
}
