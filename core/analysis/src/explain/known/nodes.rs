//! kubelet, kube-proxy, kubeadm, gates: what runs on nodes and what sets them up.
//!
//! From `cmd/kubelet`, `pkg/kubelet/{kubelet,nodestatus,network}`, `cmd/kube-proxy/app`, `pkg/proxy`,
//! `cmd/kubeadm/app` and `k8s.io/component-base`.

use super::super::guard::{CLUSTER, Guard};
use super::{Text, text};

const KUBELET: &str = "kubelet";
const PROXY: &str = "kube-proxy";
const KUBEADM: &str = "kubeadm";

pub(super) const TEXTS: &[Text] = &[
    // kubelet: node addresses.
    text(
        KUBELET,
        &["NODE003"],
        &[
            "bad --node-ip %q{addresses}",
            "bad --node-ip %s{addresses}",
            "failed to validate nodeIP: ",
            "failed to validate secondaryNodeIP: ",
            "nodeIP can't be loopback address",
            "nodeIP can't be a multicast address",
            "nodeIP can't be a link-local unicast address",
            "nodeIP can't be an all zeros address",
            "nodeIP must be valid IP address",
            "nodeIP family mismatch",
            "node IP: %q{address} not found in the host's network interfaces",
            "node IP: %s{address} not found in the host's network interfaces",
            "could not parse --node-ip",
            "invalid node IP",
            "failed to get node address from cloud provider that matches ip: %s{address}",
            "can't get ip address of node %s{node}. error: ",
            "can't get ip address of node %s{node}",
            "failed to get node IP",
            "Unable to get node IP",
            "Failed to set some node status fields",
            "error getting node: node-ip",
            "--node-ip: Invalid value",
        ],
    )
    .only(Guard::Says(&["node", "kubelet"])),
    text(
        KUBELET,
        &["VER006"],
        &[
            "dual-stack --node-ip",
            "dual-stack not supported in this configuration",
            "not supported when using a cloud provider",
        ],
    )
    .only(Guard::Says(&["node-ip"])),
    text(
        KUBELET,
        &["NODE006", "NODE001"],
        &[
            "Unable to find host IP for the pod's IP family",
            "failed to find host IPs of both families",
            "Pod IPs %s{addresses} do not match the host IPs",
            "unable to determine host IPs",
            "Cannot get host IPs",
            "no addresses found for node",
            "host IP unknown; known addresses: %s{addresses}",
            "no host IP address found",
            "Failed to generate pod status, host IPs",
        ],
    )
    .only(Guard::Says(CLUSTER)),
    text(
        KUBELET,
        &["DNS002"],
        &[
            "invalid clusterDNS ip %q{address}",
            "Invalid DNS ip '%s{address}'",
            "MissingClusterDNS",
            "kubelet does not have ClusterDNS IP configured and cannot create Pod using \"ClusterFirst\" policy",
        ],
    ),
    text(
        KUBELET,
        &["NODE005"],
        &[
            "dial tcp %s{address}:10250: ",
            "dial tcp [%s{address}]:10250: ",
            "invalid address to bind to",
            "listen tcp %s{address}:10250: bind: ",
        ],
    ),
    text(
        KUBELET,
        &["MIG001"],
        &[
            "node updates may not change podCIDR except from \"\" to valid",
            "spec.podCIDRs: Forbidden: node updates may not change podCIDR",
            "field.Forbidden(spec.podCIDRs)",
            "may specify no more than one CIDR for each IP family",
            "podCIDRs: Invalid value",
        ],
    ),
    text(
        KUBELET,
        &["CAP002", "CAP003", "MIG001"],
        &[
            "ConfigureCBR0 requested, but PodCIDR not set. Will not configure CBR0 right now",
            "Kubenet does not have netConfig. This is most likely due to lack of PodCIDR",
            "PodCIDR not set",
            "doesn't have a podCIDR",
            "does not have a podCIDR",
            "podCIDR is not available",
            "no podCIDR",
        ],
    ),
    text(
        KUBELET,
        &["CAP015", "VER005"],
        &["failed to generate CNI config for kubenet", "too many PodCIDRs"],
    )
    .only(Guard::Says(&["kubenet", "cidr"])),
    text(
        KUBELET,
        &["NODE009", "NODE006"],
        &[
            "listen tcp6 %s{address}: ",
            "listen tcp [::]:%s{port}: socket: address family not supported by protocol",
            "socket: address family not supported by protocol",
            "bind: cannot assign requested address",
            "connect: cannot assign requested address",
            "disable_ipv6",
            "failed to set sysctl net.ipv6",
            "open /proc/sys/net/ipv6/conf/",
            "stat /proc/sys/net/bridge/bridge-nf-call-ip6tables: no such file or directory",
            "can't initialize ip6tables table",
            "could not get IPv6 address",
            "IPv6 is not enabled",
            "IPv6 is disabled on this host",
            "no IPv6 address",
        ],
    )
    .only(Guard::Says(&["kube", "etcd", "k3s", "rke2", "k0s", "cni", "node", "calico", "felix", "cilium", "flannel", "pod", "ip6tables"])),
    text(
        KUBELET,
        &["NODE008"],
        &[
            "ip_forward is not set to 1",
            "/proc/sys/net/ipv4/ip_forward contents are not set to 1",
            "/proc/sys/net/ipv6/conf/all/forwarding contents are not set to 1",
            "net.ipv4.ip_forward = 0",
            "net.ipv6.conf.all.forwarding = 0",
            "net/ipv6/conf/all/forwarding",
            "bridge-nf-call-ip6tables contents are not set to 1",
            "bridge-nf-call-ip6tables does not exist",
        ],
    ),
    // kube-proxy.
    text(
        PROXY,
        &["PRX001"],
        &[
            "detect-local-mode set to ClusterCIDR, but no %s{family} cluster CIDR defined, , defaulting to no-op detect-local for",
            "detect-local-mode set to ClusterCIDR, but no %s{family} cluster CIDR defined",
            "detect-local-mode set to ClusterCIDR, but no cluster CIDR for family",
            "detect-local-mode set to ClusterCIDR, but no cluster CIDR defined",
            "detect-local-mode set to ClusterCIDR, but no cluster CIDR specified for primary IP family",
            "detect-local-mode set to ClusterCIDR, but no pod CIDR defined for",
            "detect-local-mode set to NodeCIDR, but no %s{family} CIDR defined",
            "detect-local-mode set to NodeCIDR, but no PodCIDR defined at node",
            "detect-local-mode set to NodeCIDR, but no %s{family} PodCIDR defined at node",
            "defaulting to no-op detect-local",
            "cluster is %s{families}-primary but clusterCIDRs contains only %s{family} addresses",
            "cluster is %s{families} but clusterCIDRs contains only %s{family} addresses",
            "cluster is %s{families}-primary but podCIDRs contains only %s{family} addresses",
            "cluster is %s{families} but podCIDRs contains only %s{family} addresses",
            "clusterCIDRs contains only %s{family} addresses",
            "podCIDRs contains only %s{family} addresses",
            "clusterCIDR not specified, unable to distinguish between internal and external traffic",
            "Cluster CIDR not specified, unable to distinguish between internal and external traffic",
            "no cluster CIDR specified",
        ],
    ),
    text(
        PROXY,
        &["PRX004", "PRX002"],
        &[
            "nodePortAddresses is unset; NodePort connections will be accepted on all local IPs",
            "nodePortAddresses contains only %s{family} addresses",
            "cluster appears to be dual-stack but nodePortAddresses contains only %s{family} addresses",
            "cluster appears to be %s{families}-primary but nodePortAddresses contains only %s{family} addresses",
            "NodePort connections will be accepted on all local",
            "Failed to get node ip address matching nodeport cidr",
            "Failed to get node ip address matching NodePort CIDRs",
            "Failed to get node IP address matching nodeport cidr",
            "error listing all interfaces: no IPs found",
            "Unable to get local IPs for nodeport addresses",
            "none of the node IPs match nodePortAddresses",
        ],
    ),
    text(
        PROXY,
        &["NODE009", "NODE006"],
        &[
            "cluster is %s{family}-only but",
            "kube-proxy running in single-stack mode",
            "kube-proxy running in single-stack %s{family} mode",
            "kube-proxy running in single-stack mode: this ipFamily is not supported",
            "no support for primary IP family %q{family}",
            "no iptables support for family",
            "No iptables support for family",
            "iptables is not available on this host",
            "unable to create proxier: iptables is not available on this host",
            "cluster is dual-stack but",
            "Can't determine this node's IP, assuming",
            "can't determine whether to use IPv4 or IPv6",
            "can't determine this node's IP",
            "ipv6 is not supported on this node",
        ],
    ),
    text(
        PROXY,
        &["PRX006"],
        &[
            "failed validate: KubeProxyConfiguration.",
            "failed validate: ",
            "KubeProxyConfiguration.ClusterCIDR: Invalid value: %q{range}: ",
            "KubeProxyConfiguration.%s{field}: Invalid value: ",
            "KubeProxyConfiguration.%s{field}: Required value",
            "KubeProxyConfiguration.%s{field}: Unsupported value",
            "KubeProxyConfiguration.%s{field}: Forbidden",
            "only one CIDR allowed or a valid DualStack CIDR",
            "must be a valid DualStack CIDR",
            "only one CIDR allowed (e.g. 10.100.0.0/16 or fde4:8dba:82e1::/48)",
            "must be a either a single CIDR or dual-stack pair of CIDRs",
            "or blank (blank means the best-available proxy [currently iptables])",
            "unknown detect-local-mode: %s{mode}",
            "can't use both 'primary' and CIDRs",
            "failed complete: ",
            "must be a valid IP block",
            "not a valid textual representation of an IP address",
        ],
    )
    .only(Guard::Says(&["proxy", "failed validate", "failed complete", "detect-local", "nodeportaddresses", "clustercidr"])),
    text(
        PROXY,
        &["VER009"],
        &[
            "dual-stack mode is only supported by the ipvs proxier",
            "not capable of dual-stack",
            "Using iptables Proxier in dual-stack mode is not supported",
            "can't use the IPVS proxier",
            "can't use ipvs proxier, trying iptables proxier",
        ],
    ),
    text(
        PROXY,
        &["LB012", "VER002"],
        &[
            "has incorrect IP version: expect isIPv6=",
            "failed to identify ipfamily for endpoints",
            "has incorrect IP version",
            "Skipping endpoint; wrong IP family",
            "in loadBalancerSourceRanges has incorrect IP version",
            "in externalIPs has incorrect IP version",
            "in load balancer ingress IPs has incorrect IP version",
            "IncorrectIPVersion",
            "KubeProxyIncorrectIPVersion",
        ],
    ),
    // kubeadm.
    text(
        KUBEADM,
        &["VER005"],
        &[
            "invalid CIDR address: %s{range}",
            "couldn't parse CIDR %q{range}",
            "couldn't parse subnet %q{range}",
            "error parsing CIDR %q{range}",
            "unable to parse CIDR %s{range}",
            "failed to parse CIDR %s{range}",
            "invalid subnet: %s{range}",
        ],
    )
    .only(Guard::List("range")),
    text(
        KUBEADM,
        &["START001"],
        &[
            "podSubnet: Invalid value: %s{range}: ",
            "serviceSubnet: Invalid value: %s{range}: ",
            "networking.podSubnet: Invalid value",
            "networking.serviceSubnet: Invalid value",
            "dnsDomain: Invalid value",
            "couldn't parse subnet",
            "couldn't parse the subnet",
            "invalid CIDR address: %s{range}",
            "could not parse the value of the kube-controller-manager flag %s{flag} as an integer",
            "unable to get API Server subnet",
            "unable to get the DNS IP from the given subnet",
            "unable to get internal Kubernetes Service IP from the given service CIDR",
            "unable to get first IP address from the given CIDR",
            "couldn't parse service subnet CIDR",
            "your configuration file uses an old API spec: %q{spec}",
            "unknown configuration APIs: ",
            "no kind %q{kind} is registered for version %q{version}",
            "couldn't use %q{address} as",
            "localAPIEndpoint.advertiseAddress: Invalid value",
            "advertiseAddress: Invalid value",
            "localAPIEndpoint.bindPort: Invalid value",
            "bindPort: Invalid value",
            "nodeRegistration.kubeletExtraArgs",
            "featureGates: Invalid value",
            "strict decoding error: unknown field \"networking",
            "this version of kubeadm only supports deploying clusters with the control plane version",
            "must be no more than 253 characters",
            "the kubelet node IP",
            "failed to read the cluster configuration from the \"kubeadm-config\" ConfigMap",
        ],
    )
    .only(Guard::Says(CLUSTER)),
    text(
        KUBEADM,
        &["START001"],
        &[
            "WARNING: kubelet configuration: the value of \"clusterDNS\"",
            "The recommended value for \"clusterDNS\" in \"KubeletConfiguration\" is: %s{recommended}; the provided value is: %s{value}",
            "The recommended value for \"clusterCIDR\" in \"KubeProxyConfiguration\" is: %s{recommended}; the provided value is: %s{value}",
            "The recommended value for \"bindAddress\" in \"KubeProxyConfiguration\" is: %s{recommended}; the provided value is: %s{value}",
        ],
    ),
    text(
        KUBEADM,
        &["ADDR008", "VER005"],
        &[
            "expected at least one IP from each family (v4 or v6) for dual-stack networking",
            "expected one (IPv4 or IPv6) CIDR or two CIDRs",
            "dual-stack networking",
        ],
    )
    .only(Guard::Says(&["expected", "invalid value"])),
    text(
        KUBEADM,
        &["ORD010"],
        &[
            "endpoint is not valid",
            "controlPlaneEndpoint: Invalid value",
            "couldn't use %q{endpoint} as a hostport",
            "couldn't parse controlPlaneEndpoint",
            "hostport %s{endpoint}: ",
            "bindPort must be a valid number",
            "is neither a valid IP address nor",
            "missing port in address",
        ],
    )
    .only(Guard::Says(&["controlplaneendpoint", "control-plane", "control plane", "hostport", "6443", "apiserver", "kubeadm"])),
    text(
        KUBEADM,
        &["ORD010"],
        &["too many colons in address"],
    )
    .only(Guard::Endpoint("address")),
    text(
        "crypto/x509",
        &["ORD008"],
        &[
            "x509: cannot validate certificate for %s{address} because it doesn't contain any IP SANs",
            "x509: certificate is not valid for any names, but wanted to match %s{address}",
            "x509: certificate relies on legacy Common Name field, use SANs instead",
            "certificate apiserver serving certificate is invalid: %s: x509: certificate is valid for %s{names}, not %s{address}",
        ],
    )
    .only(Guard::Certificate),
    // Gates, component-base/featuregate.
    text(
        "component-base",
        &["VER007"],
        &[
            "missing bool value for",
            "invalid value of %s{gate}=%s{value}, err: strconv.ParseBool",
            "unrecognized feature gates: %s{gate}",
            "invalid feature gate: %s{gate}",
            "Unknown feature gate %s{gate}",
            "unknown feature gate %q{gate}",
            "Setting GA feature gate %s{gate}=%s{value}. It will be removed in a future release",
            "Setting deprecated feature gate %s{gate}=%s{value}. It will be removed in a future release",
            "setting deprecated feature gate",
            "unable to set feature gates",
            "feature is locked to",
        ],
    )
    .only(Guard::Says(&["gate"])),
    text(
        "component-base",
        &["VER008"],
        &["flag provided but not defined: -%s{flag}", "unknown shorthand flag"],
    )
    .only(Guard::Flag("flag")),
    text(
        "kubectl",
        &["VER004"],
        &[
            "unknown field \"spec.clusterIPs\"",
        ],
    ),
];
