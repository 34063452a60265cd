//! Flags, configuration fields and API objects by name: which version has them.

use super::fact::FactKind;
use crate::diagnostic::Component;
use crate::kubernetes::{Confidence, Version};

use Component::{
    CloudControllerManager as Ccm, KubeApiserver as Kas, KubeControllerManager as Kcm, KubeProxy as Kp,
    KubeScheduler as Ks, Kubeadm as Ka, Kubelet as Kl,
};

/// A row of `NAMES`.
pub(super) struct NameRow {
    pub(super) component: Component,
    pub(super) kind: FactKind,
    pub(super) name: &'static str,
    pub(super) since: u8,
    pub(super) until: Option<u8>,
    pub(super) value: &'static str,
    pub(super) source: &'static str,
    pub(super) confidence: Confidence,
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

const KAS_OPTIONS: &str = "cmd/kube-apiserver/app/options";
const KCM_IPAM: &str = "cmd/kube-controller-manager/app/options/nodeipamcontroller.go";
const CLOUD_SHARED: &str = "cloud-provider/options/kubecloudshared.go";
const KL_OPTIONS: &str = "cmd/kubelet/app/options/options.go";
const KL_CONFIG: &str = "kubernetes/kubelet config/v1beta1/types.go";
const KP_OPTIONS: &str = "cmd/kube-proxy/app";
const KP_CONFIG: &str = "kubernetes/kube-proxy config/v1alpha1/types.go";
const KUBENET: &str = "pkg/kubelet/config/flags.go v1.16–v1.23.1, absent v1.24";
const CADVISOR_1_37: &str = "kubernetes/kubernetes#139870";

pub(super) static NAMES: &[NameRow] = &[
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

/// The components whose flags are read here whole, as far as they are about networks.
const NETWORKED: &[Component] = &[Kas, Kcm, Kl, Kp, Component::KubeScheduler];

/// Flags about networks with the components that have them in any version. The others refuse them: people give a flag to the
/// wrong one, or hand on one of `kubeadm init`.
static OWNERS: &[(&str, &[Component])] = &[
    ("--advertise-address", &[Kas]),
    ("--allocate-node-cidrs", &[Kcm]),
    ("--apiserver-advertise-address", &[]),
    ("--cidr-allocator-type", &[Kcm]),
    ("--cluster-cidr", &[Kcm, Kp]),
    ("--cluster-dns", &[Kl]),
    ("--cluster-domain", &[Kl]),
    ("--configure-cloud-routes", &[Kcm]),
    ("--detect-local-mode", &[Kp]),
    ("--endpoint-reconciler-type", &[Kas]),
    ("--ipvs-exclude-cidrs", &[Kp]),
    ("--kubernetes-service-node-port", &[Kas]),
    ("--node-cidr-mask-size", &[Kcm]),
    ("--node-cidr-mask-size-ipv4", &[Kcm]),
    ("--node-cidr-mask-size-ipv6", &[Kcm]),
    ("--node-ip", &[Kl]),
    ("--nodeport-addresses", &[Kp]),
    ("--non-masquerade-cidr", &[Kl]),
    ("--pod-cidr", &[Kl]),
    ("--pod-network-cidr", &[]),
    ("--proxy-mode", &[Kp]),
    ("--service-cidr", &[]),
    ("--service-cluster-ip-range", &[Kas, Kcm]),
    ("--service-dns-domain", &[]),
    ("--service-node-port-range", &[Kas]),
];

/// Returns whether no version of the component ever had that flag: documents name it, or another component has it.
pub fn never_existed(component: Component, name: &str) -> bool {
    let of_others = || {
        NETWORKED.contains(&component)
            && OWNERS
                .iter()
                .any(|(flag, owners)| *flag == name && !owners.contains(&component))
    };
    NEVER_FLAGS.contains(&(component, name)) || of_others()
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
