//! The decoding of a spec: fields that the version does not know are dropped, the others get their static defaults
//! (pkg/apis/core/v1/defaults.go). Fields whose feature gate is off are dropped before anything else
//! (`dropServiceDisabledFields` of strategy.go).

use super::context::is_ipv6;
use super::service::{ClientIpConfig, IntOrString, ServiceSpec, SessionAffinityConfig, policy, service_type};
use crate::kubernetes::service_api::{
    AppProtocol, ExternalNameTraffic, ServiceApi, ServiceEra, TrafficRules,
};

/// The default duration of affinity by client address, in seconds.
const DEFAULT_AFFINITY_SECONDS: i32 = 10_800;

/// Returns the spec that a client sends as a server of that version decodes it.
pub(super) fn decode(api: &ServiceApi, spec: &ServiceSpec) -> ServiceSpec {
    let mut spec = spec.clone();
    spec.hidden_traffic_policy = None;
    decoded(api, spec)
}

/// Returns the spec that is stored as a server of that version decodes it.
pub(super) fn decode_stored(api: &ServiceApi, spec: &ServiceSpec) -> ServiceSpec {
    decoded(api, spec.clone().with_hidden_values())
}

fn decoded(api: &ServiceApi, mut spec: ServiceSpec) -> ServiceSpec {
    drop_unknown(api, &mut spec);
    set_defaults(api, &mut spec);
    spec
}

/// Drops the fields that the version does not have.
pub(super) fn drop_unknown(api: &ServiceApi, spec: &mut ServiceSpec) {
    match api.era {
        ServiceEra::SingleFamily => {
            spec.cluster_ips = None;
            spec.ip_families = None;
            spec.ip_family_policy = None;
        }
        ServiceEra::ValidatedFirst | ServiceEra::AllocatedFirst => spec.ip_family = None,
    }
    if !api.load_balancer_fields {
        spec.allocate_load_balancer_node_ports = None;
        spec.load_balancer_class = None;
    }
    if !api.internal_traffic_policy {
        spec.internal_traffic_policy = None;
    }
    if api.traffic_distribution.is_empty() {
        spec.traffic_distribution = None;
    }
    if api.app_protocol == AppProtocol::Unknown {
        spec.ports
            .iter_mut()
            .flatten()
            .for_each(|port| port.app_protocol = None);
    }
}

fn set_defaults(api: &ServiceApi, spec: &mut ServiceSpec) {
    if spec.session_affinity.is_empty() {
        spec.session_affinity = "None".to_owned();
    }
    match spec.session_affinity.as_str() {
        "None" => spec.session_affinity_config = None,
        "ClientIP" => {
            let timeout = spec
                .session_affinity_config
                .as_ref()
                .and_then(|config| config.client_ip.as_ref());
            if timeout.and_then(|config| config.timeout_seconds).is_none() {
                spec.session_affinity_config = Some(SessionAffinityConfig {
                    client_ip: Some(ClientIpConfig {
                        timeout_seconds: Some(DEFAULT_AFFINITY_SECONDS),
                    }),
                });
            }
        }
        _ => {}
    }
    if spec.type_.is_empty() {
        spec.type_ = service_type::CLUSTER_IP.to_owned();
    }
    for port in spec.ports.iter_mut().flatten() {
        if port.protocol.is_empty() {
            port.protocol = "TCP".to_owned();
        }
        if port.target_port.as_ref().is_none_or(IntOrString::is_unset) {
            port.target_port = Some(IntOrString::Int(port.port));
        }
    }
    let external = match api.traffic_rules {
        TrafficRules::ByReachability => spec.is_externally_accessible(),
        TrafficRules::AfterAllocation | TrafficRules::ByType => spec.uses_node_ports(),
    };
    if external && spec.external_traffic_policy.is_empty() {
        spec.external_traffic_policy = "Cluster".to_owned();
    }
    let internal = spec.uses_node_ports()
        || spec.is_type(service_type::CLUSTER_IP)
        || api.external_name_traffic == ExternalNameTraffic::Defaulted;
    if api.internal_traffic_policy && internal && spec.internal_traffic_policy.is_none() {
        spec.internal_traffic_policy = Some("Cluster".to_owned());
    }
    if api.load_balancer_fields
        && spec.is_type(service_type::LOAD_BALANCER)
        && spec.allocate_load_balancer_node_ports.is_none()
    {
        spec.allocate_load_balancer_node_ports = Some(true);
    }
    if api.dual_stack && !spec.is_external_name() {
        default_families(api, spec);
    }
}

fn default_families(api: &ServiceApi, spec: &mut ServiceSpec) {
    if api.era == ServiceEra::SingleFamily
        && spec.ip_family.is_none()
        && !spec.cluster_ip.is_empty()
        && !spec.has_headless_ip()
    {
        let family = if is_ipv6(&spec.cluster_ip) { "IPv6" } else { "IPv4" };
        spec.ip_family = Some(family.to_owned());
    }
    if !api.decode_completes_families {
        return;
    }
    if spec.ip_family_policy.is_none() && (spec.ips().len() == 2 || spec.families().len() == 2) {
        spec.ip_family_policy = Some(policy::REQUIRE_DUAL_STACK.to_owned());
    }
    if spec.has_policy(policy::REQUIRE_DUAL_STACK) {
        let other = match spec.families() {
            [only] if only == "IPv4" => "IPv6",
            // Also behind a family that does not exist (recorded 1.20.8).
            [_] => "IPv4",
            _ => return,
        };
        spec.ip_families.get_or_insert_default().push(other.to_owned());
    }
}

/// Drops fields whose gate is off, unless the stored object uses them.
pub(super) fn drop_disabled(api: &ServiceApi, old: Option<&ServiceSpec>, new: &mut ServiceSpec) {
    if api.dual_stack {
        return;
    }
    match api.era {
        ServiceEra::SingleFamily => {
            if old.is_none_or(|old| old.ip_family.is_none()) {
                new.ip_family = None;
            }
        }
        ServiceEra::ValidatedFirst | ServiceEra::AllocatedFirst => {
            let in_use = old.is_some_and(|old| {
                old.ip_family_policy.is_some() || !old.families().is_empty() || old.ips().len() > 1
            });
            if !in_use {
                new.ip_families = None;
                new.ip_family_policy = None;
                if let Some(ips) = new.cluster_ips.as_mut() {
                    ips.truncate(1);
                }
            }
        }
    }
}
