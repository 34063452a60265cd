//! Bringing linked fields of a request into step, before anything is checked. Models `normalizeClusterIPs` and
//! `patchAllocatedValues` (storage.go), and `dropTypeDependentFields` and `trimFieldsForDualStackDowngrade`
//! (strategy.go).

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::service::{ServiceSpec, policy, service_type};
use super::trace::{Step, step};
use crate::i18n::Message;

/// A client that knows `clusterIP` only gets `clusterIPs` set for it.
pub(super) fn normalize_create(cx: &mut Context<'_>, new: &mut ServiceSpec) {
    if !new.cluster_ip.is_empty() && new.ips().is_empty() {
        new.cluster_ips = Some(vec![new.cluster_ip.clone()]);
        step!(
            cx,
            Step::new("SVC-normalize", Message::new("service-step-ips-from-ip"))
                .on("spec.clusterIPs")
                .given("spec.clusterIP", new.cluster_ip.as_str())
                .sets(new.ips()),
        );
    }
}

/// The same on update, where leaving a field out and clearing it differ.
pub(super) fn normalize_update(cx: &mut Context<'_>, old: &ServiceSpec, new: &mut ServiceSpec) {
    if !old.ips().is_empty() && new.ips().is_empty() && old.cluster_ip == new.cluster_ip {
        new.cluster_ips.clone_from(&old.cluster_ips);
        step!(
            cx,
            Step::new("SVC-normalize", Message::new("service-step-ips-kept"))
                .on("spec.clusterIPs")
                .sets(new.ips()),
        );
    }
    if old.cluster_ip == new.cluster_ip || old.ips() != new.ips() {
        return;
    }
    if !old.cluster_ip.is_empty() && new.cluster_ip.is_empty() {
        new.cluster_ips = None;
        step!(
            cx,
            Step::new("SVC-normalize", Message::new("service-step-ips-cleared"))
                .on("spec.clusterIPs")
                .sets(serde_json::Value::Null),
        );
    } else {
        new.cluster_ips = Some(vec![new.cluster_ip.clone()]);
        step!(
            cx,
            Step::new("SVC-normalize", Message::new("service-step-ips-follow-ip"))
                .on("spec.clusterIPs")
                .given("spec.clusterIP", new.cluster_ip.as_str())
                .sets(new.ips()),
        );
    }
}

/// Values the server handed out are kept when the request leaves them out.
pub(super) fn keep_allocated_values(cx: &mut Context<'_>, old: &ServiceSpec, new: &mut ServiceSpec) {
    if !old.is_external_name() && !new.is_external_name() {
        if new.cluster_ip.is_empty() && !old.cluster_ip.is_empty() {
            new.cluster_ip.clone_from(&old.cluster_ip);
            step!(
                cx,
                Step::new(
                    "SVC-keep",
                    Message::new("service-step-kept").with("field", "spec.clusterIP"),
                )
                .on("spec.clusterIP")
                .sets(new.cluster_ip.as_str()),
            );
        }
        if new.ips().is_empty() && !old.ips().is_empty() {
            new.cluster_ips.clone_from(&old.cluster_ips);
            step!(
                cx,
                Step::new(
                    "SVC-keep",
                    Message::new("service-step-kept").with("field", "spec.clusterIPs"),
                )
                .on("spec.clusterIPs")
                .sets(new.ips()),
            );
        }
    }
    if keeps_node_ports(old) && keeps_node_ports(new) {
        keep_node_ports(cx, old, new);
    }
    if old.needs_health_check() && new.needs_health_check() && new.health_check_node_port == 0 {
        new.health_check_node_port = old.health_check_node_port;
    }
}

fn keeps_node_ports(spec: &ServiceSpec) -> bool {
    spec.is_type(service_type::NODE_PORT)
        || (spec.is_type(service_type::LOAD_BALANCER)
            && spec.allocate_load_balancer_node_ports != Some(false))
}

/// Ports are matched by name.
fn keep_node_ports(cx: &mut Context<'_>, old: &ServiceSpec, new: &mut ServiceSpec) {
    let mut asked: BTreeSet<i32> = BTreeSet::new();
    asked.extend(new.node_ports());
    let mut by_name: BTreeMap<&str, i32> = BTreeMap::new();
    let ports = old.port_list().iter();
    by_name.extend(ports.map(|port| (port.name.as_str(), port.node_port)));
    for (i, port) in new
        .ports
        .iter_mut()
        .flatten()
        .enumerate()
        .filter(|(_, port)| port.node_port == 0)
    {
        let Some(kept) = by_name
            .get(port.name.as_str())
            .filter(|p| **p != 0 && !asked.contains(p))
        else {
            continue;
        };
        port.node_port = *kept;
        let field = format!("spec.ports[{i}].nodePort");
        step!(
            cx,
            Step::new(
                "SVC-keep",
                Message::new("service-step-kept").with("field", field.as_str()),
            )
            .on(field)
            .sets(port.node_port),
        );
    }
}

/// Fields that make no sense with the new type are cleared, unless the request changed them too.
pub(super) fn drop_type_dependent(cx: &mut Context<'_>, old: &ServiceSpec, new: &mut ServiceSpec) {
    let mut cleared: Vec<&'static str> = Vec::new();
    if !old.is_external_name() && new.is_external_name() {
        if old.cluster_ip == new.cluster_ip && old.ips() == new.ips() {
            new.cluster_ip.clear();
            new.cluster_ips = None;
            cleared.push("spec.clusterIPs");
        }
        // Upstream compares with reflect.DeepEqual: an absent list and an empty one differ.
        if old.ip_families == new.ip_families {
            new.ip_families = None;
            cleared.push("spec.ipFamilies");
        }
        if old.ip_family_policy.as_deref().unwrap_or("") == new.ip_family_policy.as_deref().unwrap_or("") {
            new.ip_family_policy = None;
            cleared.push("spec.ipFamilyPolicy");
        }
    }
    if old.uses_node_ports() && !new.uses_node_ports() {
        let mut had: BTreeSet<i32> = BTreeSet::new();
        had.extend(old.node_ports());
        if new.node_ports().all(|port| had.contains(&port)) {
            let any = new.node_ports().next().is_some();
            new.ports.iter_mut().flatten().for_each(|port| port.node_port = 0);
            cleared.extend(any.then_some("spec.ports[*].nodePort"));
        }
    }
    if old.needs_health_check()
        && !new.needs_health_check()
        && old.health_check_node_port == new.health_check_node_port
        && new.health_check_node_port != 0
    {
        new.health_check_node_port = 0;
        cleared.push("spec.healthCheckNodePort");
    }
    if old.is_type(service_type::LOAD_BALANCER) && !new.is_type(service_type::LOAD_BALANCER) {
        if new.allocate_load_balancer_node_ports.is_some()
            && old.allocate_load_balancer_node_ports == new.allocate_load_balancer_node_ports
        {
            new.allocate_load_balancer_node_ports = None;
            cleared.push("spec.allocateLoadBalancerNodePorts");
        }
        if new.load_balancer_class.is_some() && old.load_balancer_class == new.load_balancer_class {
            new.load_balancer_class = None;
            cleared.push("spec.loadBalancerClass");
        }
    }
    if cx.clears_traffic_policy(old, new) && !new.external_traffic_policy.is_empty() {
        new.external_traffic_policy.clear();
        cleared.push("spec.externalTrafficPolicy");
    }
    for field in cleared {
        step!(
            cx,
            Step::new(
                "SVC-drop-by-type",
                Message::new("service-step-cleared-by-type")
                    .with("field", field)
                    .with("old", old.type_.as_str())
                    .with("new", new.type_.as_str()),
            )
            .on(field)
            .sets(serde_json::Value::Null),
        );
    }
}

/// Up to 1.22, `SingleStack` alone is enough to say that the second family goes.
pub(super) fn trim_for_downgrade(cx: &mut Context<'_>, old: &ServiceSpec, new: &mut ServiceSpec) {
    let was_dual = old.has_policy(policy::REQUIRE_DUAL_STACK) || old.has_policy(policy::PREFER_DUAL_STACK);
    if !cx.api.dual_stack || !was_dual || !new.has_policy(policy::SINGLE_STACK) {
        return;
    }
    trim_to_one(cx, "spec.clusterIPs", &mut new.cluster_ips);
    trim_to_one(cx, "spec.ipFamilies", &mut new.ip_families);
}

/// Keeps the first entry.
pub(super) fn trim_to_one(cx: &mut Context<'_>, field: &'static str, list: &mut Option<Vec<String>>) {
    let Some(entries) = list.as_mut().filter(|entries| entries.len() > 1) else {
        return;
    };
    let before = entries.clone();
    entries.truncate(1);
    step!(
        cx,
        Step::new(
            "SVC-downgrade",
            Message::new("service-step-second-dropped").with("field", field),
        )
        .on(field)
        .given("before", before)
        .sets(entries.as_slice()),
    );
}
