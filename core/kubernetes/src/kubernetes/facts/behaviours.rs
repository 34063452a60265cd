//! The timelines of what components do, as facts.

use super::fact::FactKind;
use crate::diagnostic::Component;
use crate::kubernetes::{
    Confidence, Timeline, apiserver, kube_proxy, kubeadm, kubelet, node_ipam, service_api, warnings,
};

use Component::{
    KubeApiserver as Kas, KubeControllerManager as Kcm, KubeProxy as Kp, Kubeadm as Ka, Kubelet as Kl,
};

/// A timeline of behaviour under a name.
pub(super) struct BehaviourFact {
    pub(super) component: Component,
    pub(super) kind: FactKind,
    pub(super) name: &'static str,
    pub(super) rows: fn() -> Vec<ShownRow>,
}

/// A row of a timeline as text.
pub(super) struct ShownRow {
    pub(super) since: u8,
    pub(super) value: String,
    pub(super) source: &'static str,
    pub(super) confidence: Confidence,
}

fn shown<T: Copy + 'static>(timeline: &Timeline<T>, show: impl Fn(T) -> String) -> Vec<ShownRow> {
    timeline
        .rows()
        .iter()
        .map(|row| ShownRow {
            since: row.since.minor(),
            value: show(row.value),
            source: row.source,
            confidence: row.confidence,
        })
        .collect()
}

fn debug<T: std::fmt::Debug>(value: T) -> String {
    format!("{value:?}")
}

fn list(names: &[&str]) -> String {
    names.join(", ")
}

fn limit(limit: apiserver::SizeLimit) -> String {
    let short = |bits: u8| {
        format!(
            "/{} or /{}",
            32u8.saturating_sub(bits),
            128u8.saturating_sub(bits)
        )
    };
    let lifted = limit.lifted_host_bits.map_or_else(
        || "no limit".to_owned(),
        |bits| format!("/{}", 128u8.saturating_sub(bits)),
    );
    match limit.lifted_by {
        [] => short(limit.host_bits),
        gates => format!(
            "{}; with {}: {lifted}",
            short(limit.host_bits),
            gates.join(" and ")
        ),
    }
}

const fn behaviour(
    component: Component,
    kind: FactKind,
    name: &'static str,
    rows: fn() -> Vec<ShownRow>,
) -> BehaviourFact {
    BehaviourFact {
        component,
        kind,
        name,
        rows,
    }
}

pub(super) static BEHAVIOURS: &[BehaviourFact] = &[
    behaviour(
        Kas,
        FactKind::Behaviour,
        "empty --service-cluster-ip-range means 10.0.0.0/24",
        || shown(&apiserver::EMPTY_RANGE_IS_DEFAULT, debug),
    ),
    behaviour(Kas, FactKind::Limit, "largest --service-cluster-ip-range", || {
        shown(&apiserver::SIZE_LIMIT, limit)
    }),
    behaviour(
        Kas,
        FactKind::Limit,
        "second Service range needs eight addresses",
        || shown(&apiserver::SECONDARY_HAS_MINIMUM, debug),
    ),
    behaviour(
        Kas,
        FactKind::Behaviour,
        "text for a Service range that is too small",
        || shown(&apiserver::TOO_SMALL, str::to_owned),
    ),
    behaviour(
        Kas,
        FactKind::Behaviour,
        "text for a large Service range names the mask",
        || shown(&apiserver::TOO_LARGE_NAMES_THE_MASK, debug),
    ),
    behaviour(
        Kas,
        FactKind::Behaviour,
        "text for two Service ranges of one family",
        || shown(&apiserver::SECONDARY_TEXTS, |texts| texts.same_family.to_owned()),
    ),
    behaviour(
        Kas,
        FactKind::Behaviour,
        "gates a second Service range needs",
        || shown(&apiserver::SECONDARY_GATES, list),
    ),
    behaviour(
        Kas,
        FactKind::Behaviour,
        "check of the family of --advertise-address",
        || shown(&apiserver::ADVERTISE_FAMILY, debug),
    ),
    behaviour(
        Kas,
        FactKind::Behaviour,
        "loopback and link-local --advertise-address refused",
        || shown(&apiserver::ADVERTISE_KIND, debug),
    ),
    behaviour(Kas, FactKind::Behaviour, "IP family fields of Services", || {
        shown(&service_api::ERA, debug)
    }),
    behaviour(
        Kas,
        FactKind::Behaviour,
        "values in field errors are printed as",
        || shown(&service_api::VALUE_SYNTAX, debug),
    ),
    behaviour(
        Kas,
        FactKind::Behaviour,
        "two families without a policy mean RequireDualStack",
        || shown(&service_api::TWO_FAMILIES_REQUIRE_BOTH, debug),
    ),
    behaviour(
        Kas,
        FactKind::Behaviour,
        "defaults of Services when they are read",
        || shown(&service_api::READ_DEFAULTS, debug),
    ),
    behaviour(Kas, FactKind::Behaviour, "allocator of cluster IPs", || {
        shown(&service_api::ALLOCATOR, debug)
    }),
    behaviour(Kas, FactKind::Behaviour, "static band of cluster IPs", || {
        shown(&service_api::STATIC_BAND, debug)
    }),
    behaviour(
        Kas,
        FactKind::Behaviour,
        "addresses in new objects must be canonical",
        || shown(&service_api::STRICT_ADDRESSES, debug),
    ),
    behaviour(
        Kas,
        FactKind::Behaviour,
        "Service.spec.internalTrafficPolicy",
        || shown(&service_api::INTERNAL_TRAFFIC_POLICY, debug),
    ),
    behaviour(
        Kas,
        FactKind::Behaviour,
        "values of Service.spec.trafficDistribution",
        || {
            shown(&service_api::TRAFFIC_DISTRIBUTION, |values| {
                if values.is_empty() {
                    "none".to_owned()
                } else {
                    list(values)
                }
            })
        },
    ),
    behaviour(Kas, FactKind::Behaviour, "externalIPs are warned about", || {
        shown(&warnings::EXTERNAL_IPS_DEPRECATED, debug)
    }),
    behaviour(Kcm, FactKind::Behaviour, "choice of node masks", || {
        shown(&node_ipam::MASK_POLICY, debug)
    }),
    behaviour(
        Kcm,
        FactKind::Behaviour,
        "shape of the error about an unreadable --cluster-cidr",
        || shown(&node_ipam::PARSE_ERROR, debug),
    ),
    behaviour(
        Kcm,
        FactKind::Behaviour,
        "text for pod ranges of one family",
        || shown(&node_ipam::NOT_DUAL_STACK, str::to_owned),
    ),
    behaviour(
        Kcm,
        FactKind::Behaviour,
        "text for more than two pod ranges",
        || shown(&node_ipam::TOO_MANY_CIDRS, str::to_owned),
    ),
    behaviour(Kcm, FactKind::Behaviour, "in-tree cloud providers", || {
        shown(&node_ipam::IN_TREE_CLOUDS, debug)
    }),
    behaviour(
        Ka,
        FactKind::Limit,
        "largest difference between node mask and pod subnet mask",
        || {
            shown(&node_ipam::KUBEADM_MAX_DIFFERENCE, |bits| {
                bits.map_or_else(|| "none".to_owned(), |bits| bits.to_string())
            })
        },
    ),
    behaviour(Kl, FactKind::Behaviour, "--node-ip", || {
        shown(&kubelet::NODE_IP, debug)
    }),
    behaviour(Kl, FactKind::Behaviour, "gate a pair in --node-ip needs", || {
        shown(&kubelet::NODE_IP_PAIR_GATE, |gate| {
            gate.unwrap_or("none").to_owned()
        })
    }),
    behaviour(
        Kl,
        FactKind::Behaviour,
        "pair in --node-ip with an external cloud provider",
        || shown(&kubelet::EXTERNAL_PROVIDER_PAIR, debug),
    ),
    behaviour(Kp, FactKind::Behaviour, "validation of clusterCIDR", || {
        shown(&kube_proxy::CLUSTER_CIDR, debug)
    }),
    behaviour(Kp, FactKind::Behaviour, "validation of nodePortAddresses", || {
        shown(&kube_proxy::NODE_PORT_ADDRESSES, debug)
    }),
    behaviour(Kp, FactKind::Behaviour, "modes that need no gate", || {
        shown(&kube_proxy::MODES, |(modes, _)| list(modes))
    }),
    behaviour(Kp, FactKind::Behaviour, "values of detectLocalMode", || {
        shown(&kube_proxy::DETECT_LOCAL_MODES, |modes| {
            if modes.is_empty() {
                "none".to_owned()
            } else {
                list(modes)
            }
        })
    }),
    behaviour(Kp, FactKind::Behaviour, "modes in which it is dual-stack", || {
        shown(&kube_proxy::DUAL_STACK_MODES, debug)
    }),
    behaviour(Kp, FactKind::Behaviour, "warning when no mode is set", || {
        shown(&kube_proxy::UNSET_MODE_WARNS, debug)
    }),
    behaviour(Kp, FactKind::Behaviour, "ipvs is deprecated", || {
        shown(&kube_proxy::IPVS_IS_DEPRECATED, debug)
    }),
    behaviour(
        Kp,
        FactKind::Behaviour,
        "families of the configuration checked at start",
        || shown(&kube_proxy::CONFIG_LOG, debug),
    ),
    behaviour(Ka, FactKind::Behaviour, "API versions it reads", || {
        shown(&kubeadm::ACCEPTED_API_VERSIONS, list)
    }),
    behaviour(
        Ka,
        FactKind::Behaviour,
        "node masks derived from the pod subnet",
        || shown(&kubeadm::DERIVED_MASK, debug),
    ),
    behaviour(Ka, FactKind::Behaviour, "writes kube-proxy's mode", || {
        shown(&kubeadm::WRITES_PROXY_MODE, debug)
    }),
    behaviour(Ka, FactKind::Behaviour, "extra arguments", || {
        shown(&kubeadm::EXTRA_ARGS, debug)
    }),
    behaviour(Ka, FactKind::Behaviour, "validation of subnets", || {
        shown(&kubeadm::SUBNETS, debug)
    }),
    behaviour(
        Ka,
        FactKind::Behaviour,
        "fields in errors about subnets start with",
        || shown(&kubeadm::FIELD_PREFIX, |prefix| format!("`{prefix}`")),
    ),
];
