//! The table of facts: the flags, configuration fields, feature gates, APIs and limits of each version, with their
//! defaults and sources. The settings, checks, documentation and comparisons derive from it.
//!
//! Names are listed in `NAMES`; gates come from [`super::gates`], behaviour from the timelines of this module.
//! A new version needs new rows in these tables, and no other code.

use serde::Serialize;

use super::gates::{GATES, Gate, KUBEADM_GATES};
use super::{Confidence, Timeline, Version, apiserver, kube_proxy, kubeadm, kubelet, node_ipam, service_api};
use crate::diagnostic::Component;
use crate::document::order;

/// The kind of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// A command line flag.
    Flag,
    /// A field of a configuration file.
    Field,
    /// A feature gate.
    Gate,
    /// A field or object of the Kubernetes API.
    Api,
    /// A number or size that a component checks.
    Limit,
    /// Any other difference in the behaviour of a component.
    Behaviour,
}

/// One fact, in force from one version to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    /// The component that the fact is about.
    pub component: Component,
    /// The kind of the fact.
    pub kind: FactKind,
    /// The name of the fact: `--cluster-cidr`, `KubeletConfiguration.clusterDNS`, `IPv6DualStack`.
    pub name: &'static str,
    /// The first version in which the fact holds.
    #[cfg_attr(feature = "wasm", tsify(type = "KubernetesVersion"))]
    pub since: Version,
    /// The last version in which the fact holds; absent if no later state is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "KubernetesVersion"))]
    pub until: Option<Version>,
    /// The default or the state; empty if there is none.
    pub value: String,
    /// The source of the fact.
    pub source: &'static str,
    /// The confidence in the fact.
    pub confidence: Confidence,
}

impl Fact {
    /// Returns whether the fact holds at that version.
    pub fn holds_at(&self, version: Version) -> bool {
        let minor = version.minor();
        self.since.minor() <= minor && self.until.is_none_or(|until| minor <= until.minor())
    }

    /// Returns the key that rows of one fact share.
    pub fn key(&self) -> (Component, FactKind, &'static str) {
        (self.component, self.kind, self.name)
    }
}

/// A row of `NAMES`.
struct NameRow {
    component: Component,
    kind: FactKind,
    name: &'static str,
    since: u8,
    until: Option<u8>,
    value: &'static str,
    source: &'static str,
    confidence: Confidence,
}

impl NameRow {
    const fn since(self, since: u8) -> NameRow {
        NameRow { since, ..self }
    }

    const fn until(self, until: u8) -> NameRow {
        NameRow {
            until: Some(until),
            ..self
        }
    }

    const fn sure(self, confidence: Confidence) -> NameRow {
        NameRow { confidence, ..self }
    }
}

const fn name(
    component: Component,
    kind: FactKind,
    name: &'static str,
    value: &'static str,
    source: &'static str,
) -> NameRow {
    NameRow {
        component,
        kind,
        name,
        since: 16,
        until: None,
        value,
        source,
        confidence: Confidence::Verified,
    }
}

const fn flag(
    component: Component,
    flag: &'static str,
    default: &'static str,
    source: &'static str,
) -> NameRow {
    name(component, FactKind::Flag, flag, default, source)
}

const fn field(
    component: Component,
    field: &'static str,
    default: &'static str,
    source: &'static str,
) -> NameRow {
    name(component, FactKind::Field, field, default, source)
}

const fn api(object: &'static str, state: &'static str, source: &'static str) -> NameRow {
    name(Component::KubeApiserver, FactKind::Api, object, state, source)
}

use Component::{
    CloudControllerManager as Ccm, KubeApiserver as Kas, KubeControllerManager as Kcm, KubeProxy as Kp,
    KubeScheduler as Ks, Kubeadm as Ka, Kubelet as Kl,
};

const KAS_OPTIONS: &str = "cmd/kube-apiserver/app/options";
const KCM_IPAM: &str = "cmd/kube-controller-manager/app/options/nodeipamcontroller.go";
const CLOUD_SHARED: &str = "cloud-provider/options/kubecloudshared.go";
const KL_OPTIONS: &str = "cmd/kubelet/app/options/options.go";
const KL_CONFIG: &str = "kubernetes/kubelet config/v1beta1/types.go";
const KP_OPTIONS: &str = "cmd/kube-proxy/app";
const KP_CONFIG: &str = "kubernetes/kube-proxy config/v1alpha1/types.go";
const KUBENET: &str = "pkg/kubelet/config/flags.go v1.16–v1.23.1, absent v1.24";
const CADVISOR_1_37: &str = "kubernetes/kubernetes#139870";

static NAMES: &[NameRow] = &[
    flag(Kas, "--feature-gates", "", KAS_OPTIONS),
    flag(
        Kas,
        "--service-cluster-ip-range",
        "10.0.0.0/24",
        "cmd/kube-apiserver/app/options v1.16–v1.36",
    ),
    flag(
        Kas,
        "--advertise-address",
        "the bind address or the host's default address",
        KAS_OPTIONS,
    ),
    flag(Kas, "--bind-address", "0.0.0.0", KAS_OPTIONS),
    flag(Kas, "--service-node-port-range", "30000-32767", KAS_OPTIONS),
    flag(Kas, "--endpoint-reconciler-type", "lease", KAS_OPTIONS),
    flag(Kas, "--runtime-config", "", KAS_OPTIONS),
    flag(Kcm, "--feature-gates", "", KCM_IPAM),
    flag(Kcm, "--allocate-node-cidrs", "false", CLOUD_SHARED),
    flag(Kcm, "--cluster-cidr", "", CLOUD_SHARED),
    flag(Kcm, "--service-cluster-ip-range", "", KCM_IPAM),
    flag(
        Kcm,
        "--node-cidr-mask-size",
        "24 for both families",
        "nodeipamcontroller.go v1.16",
    )
    .until(16),
    flag(
        Kcm,
        "--node-cidr-mask-size",
        "unset: 24 for IPv4, 64 for IPv6",
        "nodeipamcontroller.go v1.20",
    )
    .since(17),
    flag(
        Kcm,
        "--node-cidr-mask-size-ipv4",
        "unset: 24",
        "kubernetes/kubernetes#79993",
    )
    .since(17),
    flag(
        Kcm,
        "--node-cidr-mask-size-ipv6",
        "unset: 64",
        "kubernetes/kubernetes#79993",
    )
    .since(17),
    flag(
        Kcm,
        "--cidr-allocator-type",
        "RangeAllocator",
        "pkg/controller/nodeipam v1.16–v1.36",
    ),
    flag(Kcm, "--configure-cloud-routes", "true", CLOUD_SHARED),
    flag(
        Kcm,
        "--concurrent-service-syncs",
        "1",
        "kubernetes/kubernetes#138002",
    )
    .until(36),
    flag(Ccm, "--allocate-node-cidrs", "false", CLOUD_SHARED),
    flag(Ccm, "--cluster-cidr", "", CLOUD_SHARED),
    flag(Ccm, "--cidr-allocator-type", "RangeAllocator", CLOUD_SHARED),
    flag(Ccm, "--configure-cloud-routes", "true", CLOUD_SHARED),
    flag(Ccm, "--feature-gates", "", "cloud-provider/options/options.go"),
    flag(Kl, "--feature-gates", "", KL_OPTIONS),
    flag(
        Kl,
        "--node-ip",
        "",
        "cmd/kubelet/app/options/options.go v1.16–v1.36",
    ),
    flag(Kl, "--cloud-provider", "", KL_OPTIONS),
    flag(Kl, "--pod-cidr", "", KL_OPTIONS),
    flag(Kl, "--cluster-dns", "", KL_OPTIONS),
    flag(Kl, "--cluster-domain", "", KL_OPTIONS),
    flag(
        Kl,
        "--max-pods",
        "110",
        "pkg/kubelet/apis/config/v1beta1/defaults.go v1.36",
    ),
    flag(Kl, "--address", "0.0.0.0", KL_OPTIONS),
    flag(Kl, "--config", "", KL_OPTIONS),
    flag(Kl, "--network-plugin", "", KUBENET).until(23),
    flag(Kl, "--non-masquerade-cidr", "10.0.0.0/8", KUBENET).until(23),
    flag(Kl, "--cni-conf-dir", "", KUBENET).until(23),
    flag(Kl, "--cni-bin-dir", "", KUBENET).until(23),
    flag(Kl, "--network-plugin-mtu", "0", KUBENET).until(23),
    flag(Kl, "--containerd", "", CADVISOR_1_37)
        .until(36)
        .sure(Confidence::Changelog),
    flag(Kl, "--global-housekeeping-interval", "", CADVISOR_1_37)
        .until(36)
        .sure(Confidence::Changelog),
    flag(Kl, "--event-storage-age-limit", "", CADVISOR_1_37)
        .until(36)
        .sure(Confidence::Changelog),
    flag(Kl, "--event-storage-event-limit", "", CADVISOR_1_37)
        .until(36)
        .sure(Confidence::Changelog),
    flag(Kl, "--machine-id-file", "", CADVISOR_1_37)
        .until(36)
        .sure(Confidence::Changelog),
    flag(Kl, "--boot-id-file", "", CADVISOR_1_37)
        .until(36)
        .sure(Confidence::Changelog),
    flag(Kl, "--log-cadvisor-usage", "", CADVISOR_1_37)
        .until(36)
        .sure(Confidence::Changelog),
    field(Kl, "KubeletConfiguration.featureGates", "", KL_CONFIG),
    field(Kl, "KubeletConfiguration.clusterDNS", "", KL_CONFIG),
    field(Kl, "KubeletConfiguration.clusterDomain", "", KL_CONFIG),
    field(
        Kl,
        "KubeletConfiguration.maxPods",
        "110",
        "pkg/kubelet/apis/config/v1beta1/defaults.go v1.36",
    ),
    field(Kl, "KubeletConfiguration.address", "0.0.0.0", KL_CONFIG),
    field(Kl, "KubeletConfiguration.podCIDR", "", KL_CONFIG),
    flag(Kp, "--feature-gates", "", KP_OPTIONS),
    flag(Kp, "--proxy-mode", "iptables", KP_OPTIONS),
    flag(Kp, "--cluster-cidr", "", "cmd/kube-proxy/app v1.16–v1.36"),
    flag(
        Kp,
        "--detect-local-mode",
        "ClusterCIDR",
        "cmd/kube-proxy/app/server.go v1.18, v1.36",
    )
    .since(18),
    flag(
        Kp,
        "--pod-bridge-interface",
        "",
        "cmd/kube-proxy/app/server.go v1.24",
    )
    .since(24),
    flag(
        Kp,
        "--pod-interface-name-prefix",
        "",
        "cmd/kube-proxy/app/server.go v1.24",
    )
    .since(24),
    flag(Kp, "--bind-address", "0.0.0.0", KP_OPTIONS),
    flag(Kp, "--nodeport-addresses", "", KP_OPTIONS),
    flag(Kp, "--config", "", KP_OPTIONS),
    field(Kp, "KubeProxyConfiguration.featureGates", "", KP_CONFIG),
    field(Kp, "KubeProxyConfiguration.mode", "iptables", KP_CONFIG),
    field(Kp, "KubeProxyConfiguration.clusterCIDR", "", KP_CONFIG),
    field(Kp, "KubeProxyConfiguration.bindAddress", "0.0.0.0", KP_CONFIG),
    field(Kp, "KubeProxyConfiguration.nodePortAddresses", "", KP_CONFIG),
    field(
        Kp,
        "KubeProxyConfiguration.detectLocalMode",
        "ClusterCIDR",
        "cmd/kube-proxy/app/server.go v1.18",
    )
    .since(18),
    field(
        Kp,
        "KubeProxyConfiguration.detectLocal",
        "",
        "kubernetes/kube-proxy config/v1alpha1 v1.24",
    )
    .since(24),
    flag(Ks, "--feature-gates", "", "cmd/kube-scheduler/app/options"),
    field(
        Ka,
        "ClusterConfiguration.networking.podSubnet",
        "",
        "cmd/kubeadm v1.16–v1.36",
    ),
    field(
        Ka,
        "ClusterConfiguration.networking.serviceSubnet",
        "10.96.0.0/12",
        "cmd/kubeadm v1.16–v1.36",
    ),
    field(
        Ka,
        "ClusterConfiguration.networking.dnsDomain",
        "cluster.local",
        "cmd/kubeadm v1.16–v1.36",
    ),
    field(
        Ka,
        "ClusterConfiguration.featureGates",
        "",
        "cmd/kubeadm v1.16–v1.36",
    ),
    field(
        Ka,
        "InitConfiguration.localAPIEndpoint.advertiseAddress",
        "the default route's address",
        "cmd/kubeadm",
    ),
    field(
        Ka,
        "InitConfiguration.nodeRegistration.kubeletExtraArgs",
        "",
        "cmd/kubeadm",
    ),
    api(
        "Service.spec.ipFamily",
        "with IPv6DualStack",
        "kubernetes/api core/v1 v1.16–v1.19",
    )
    .until(19),
    api("Service.spec.ipFamilies", "", "kubernetes/api core/v1 v1.20").since(20),
    api("Service.spec.ipFamilyPolicy", "", "kubernetes/api core/v1 v1.20").since(20),
    api("Service.spec.clusterIPs", "", "kubernetes/api core/v1 v1.20").since(20),
    api("Node.spec.podCIDRs", "", "kubernetes/api core/v1 v1.16"),
    api(
        "IPAddress networking.k8s.io/v1alpha1",
        "off by default",
        "storage_networking.go v1.27",
    )
    .since(27)
    .until(30),
    api(
        "IPAddress networking.k8s.io/v1beta1",
        "off by default",
        "storage_networking.go v1.31",
    )
    .since(31),
    api(
        "IPAddress networking.k8s.io/v1",
        "on",
        "storage_networking.go v1.33",
    )
    .since(33),
    api(
        "ServiceCIDR networking.k8s.io/v1alpha1",
        "off by default",
        "storage_networking.go v1.29",
    )
    .since(29)
    .until(30),
    api(
        "ServiceCIDR networking.k8s.io/v1beta1",
        "off by default",
        "storage_networking.go v1.31",
    )
    .since(31),
    api(
        "ServiceCIDR networking.k8s.io/v1",
        "on",
        "storage_networking.go v1.33",
    )
    .since(33),
    api(
        "ClusterCIDR networking.k8s.io/v1alpha1",
        "off by default",
        "KEP-2593",
    )
    .since(25)
    .until(28),
];

/// A timeline of behaviour under a name.
struct BehaviourFact {
    component: Component,
    kind: FactKind,
    name: &'static str,
    rows: fn() -> Vec<ShownRow>,
}

/// A row of a timeline as text.
struct ShownRow {
    since: u8,
    value: String,
    source: &'static str,
    confidence: Confidence,
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

static BEHAVIOURS: &[BehaviourFact] = &[
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
        shown(&service_api::EXTERNAL_IPS_DEPRECATED, debug)
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
        || shown(&kube_proxy::CONFIG_FAMILY_CHECK, debug),
    ),
    behaviour(Ka, FactKind::Behaviour, "API versions it reads", || {
        shown(&kubeadm::ACCEPTED_API_VERSIONS, list)
    }),
    behaviour(
        Ka,
        FactKind::Behaviour,
        "derives --node-cidr-mask-size from the pod subnet",
        || shown(&kubeadm::DERIVES_NODE_MASK, debug),
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

fn gate_facts(gate: &'static Gate, component: Component) -> impl Iterator<Item = Fact> {
    let ends = gate
        .rows
        .iter()
        .skip(1)
        .map(|row| Some(row.since))
        .chain([gate.removed.map(|(since, _)| since)]);
    gate.rows.iter().zip(ends).map(move |(row, end)| Fact {
        component,
        kind: FactKind::Gate,
        name: gate.name,
        since: Version::minor_version(row.since),
        until: end.map(|next| Version::minor_version(next.saturating_sub(1))),
        value: format!(
            "{}, {}{}",
            row.stage.as_str(),
            if row.on { "on" } else { "off" },
            if row.locked { ", locked" } else { "" }
        ),
        source: row.source,
        confidence: row.confidence,
    })
}

/// Returns every fact, sorted by component, kind, name and version.
pub fn all() -> Vec<Fact> {
    let names = NAMES.iter().map(|row| Fact {
        component: row.component,
        kind: row.kind,
        name: row.name,
        since: Version::minor_version(row.since),
        until: row.until.map(Version::minor_version),
        value: row.value.to_owned(),
        source: row.source,
        confidence: row.confidence,
    });
    let gates = GATES.iter().flat_map(|gate| {
        gate.components
            .iter()
            .flat_map(move |component| gate_facts(gate, *component))
    });
    let kubeadm_gates = KUBEADM_GATES.iter().flat_map(|gate| gate_facts(gate, Ka));
    let behaviours = BEHAVIOURS.iter().flat_map(|fact| {
        let rows = (fact.rows)();
        let ends: Vec<Option<u8>> = rows
            .iter()
            .skip(1)
            .map(|row| Some(row.since))
            .chain([None])
            .collect();
        rows.into_iter().zip(ends).map(move |(row, end)| Fact {
            component: fact.component,
            kind: fact.kind,
            name: fact.name,
            since: Version::minor_version(row.since),
            until: end.map(|next| Version::minor_version(next.saturating_sub(1))),
            value: row.value,
            source: row.source,
            confidence: row.confidence,
        })
    });
    let mut facts: Vec<Fact> = names
        .chain(gates)
        .chain(kubeadm_gates)
        .chain(behaviours)
        .collect();
    order::sort_by_key(&mut facts, |fact| {
        (fact.component, fact.kind, fact.name, fact.since)
    });
    facts
}

/// Returns the confidence that a component of that version knows a flag (`--name`) or configuration field
/// (`Kind.field`). `None` if it does not know it, or if no table has the name.
pub fn knows(component: Component, name: &str, version: Version) -> Option<Confidence> {
    let minor = version.minor();
    NAMES
        .iter()
        .find(|row| {
            row.component == component
                && row.name == name
                && row.since <= minor
                && row.until.is_none_or(|until| minor <= until)
        })
        .map(|row| row.confidence)
}

/// Returns whether any version of the component has or had that flag or field.
pub fn ever_known(component: Component, name: &str) -> bool {
    NAMES
        .iter()
        .any(|row| row.component == component && row.name == name)
}

/// Flags that documents and error texts name, but that no version ever had.
static NEVER_FLAGS: &[(Component, &str)] = &[
    (Kas, "--secondary-service-cluster-ip-range"),
    (Kp, "--cluster-cidrs"),
    (Kcm, "--cluster-cidrs"),
];

/// Returns whether no version of the component ever had that flag, although documents name it.
pub fn never_existed(component: Component, name: &str) -> bool {
    NEVER_FLAGS.contains(&(component, name))
}

/// A flag that a component had before a version and no longer has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RemovedFlag {
    /// The last version with the flag.
    pub until: Version,
    /// The source of the removal.
    pub source: &'static str,
    /// The confidence in the removal.
    pub confidence: Confidence,
}

/// Returns the removal of a flag. `None` if that version still has it or no version ever had it.
pub fn removed_flag(component: Component, name: &str, version: Version) -> Option<RemovedFlag> {
    if knows(component, name, version).is_some() {
        return None;
    }
    NAMES
        .iter()
        .filter(|row| row.component == component && row.kind == FactKind::Flag && row.name == name)
        .filter_map(|row| row.until.map(|until| (until, row)))
        .filter(|(until, _)| *until < version.minor())
        .max_by_key(|(until, _)| *until)
        .map(|(until, row)| RemovedFlag {
            until: Version::minor_version(until),
            source: row.source,
            confidence: row.confidence,
        })
}

/// Returns the first version in which a component has a flag. `None` if `version` is not older than that one, or if no
/// version has the flag.
pub fn future_flag(component: Component, name: &str, version: Version) -> Option<Version> {
    let since = NAMES
        .iter()
        .filter(|row| row.component == component && row.kind == FactKind::Flag && row.name == name)
        .map(|row| row.since)
        .min()?;
    (since > version.minor()).then(|| Version::minor_version(since))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_one_fact_do_not_overlap() {
        let facts = all();
        for pair in facts.windows(2) {
            if pair[0].key() == pair[1].key() {
                let until = pair[0]
                    .until
                    .unwrap_or_else(|| panic!("{:?} never ends", pair[0]));
                assert!(until < pair[1].since, "{:?} / {:?}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn windows_of_flags() {
        let at = |minor: u8, component, name| knows(component, name, Version::minor_version(minor)).is_some();
        assert!(!at(16, Kcm, "--node-cidr-mask-size-ipv4"));
        assert!(at(17, Kcm, "--node-cidr-mask-size-ipv4"));
        assert!(at(23, Kl, "--network-plugin"));
        assert!(!at(24, Kl, "--network-plugin"));
        assert!(!at(36, Kcm, "--node-ip"));
        let removed = removed_flag(Kl, "--non-masquerade-cidr", Version::minor_version(36)).unwrap();
        assert_eq!(removed.until, Version::minor_version(23));
        assert_eq!(
            removed_flag(Kl, "--non-masquerade-cidr", Version::minor_version(23)),
            None
        );
        assert_eq!(
            future_flag(Kp, "--detect-local-mode", Version::minor_version(17)),
            Some(Version::minor_version(18))
        );
    }

    #[test]
    fn every_fact_has_a_source() {
        assert!(all().iter().all(|fact| !fact.source.is_empty()));
    }
}
