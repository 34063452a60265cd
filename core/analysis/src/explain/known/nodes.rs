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
            "nodeIP can't be loopback address",
            "nodeIP can't be a multicast address",
            "nodeIP can't be a link-local unicast address",
            "nodeIP can't be an all zeros address",
            "nodeIP must be valid IP address",
            "failed to get node address from cloud provider that matches ip: %s{address}",
            "can't get ip address of node %s{node}. error: ",
            "can't get ip address of node %s{node}",
        ],
    )
    .only(Guard::Says(&["node", "kubelet"])),
    text(
        KUBELET,
        &["NODE003"],
        &[
            "failed to validate nodeIP: ",
            "failed to validate secondaryNodeIP: ",
        ],
    )
    .weak(),
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
            "Cannot get host IPs",
            "host IP unknown; known addresses: %s{addresses}",
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
            "listen tcp %s{address}:10250: bind: ",
        ],
    ),
    text(
        KUBELET,
        &["MIG001"],
        &[
            "node updates may not change podCIDR except from \"\" to valid",
            "spec.podCIDRs: Forbidden: node updates may not change podCIDR",
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
        ],
    ),
    text(
        KUBELET,
        &["VER005"],
        &["failed to generate CNI config for kubenet", "too many PodCIDRs"],
    )
    .only(Guard::Says(&["kubenet", "cidr"])),
    text(
        KUBELET,
        &["NODE009", "NODE006"],
        &[
            "listen tcp [%s{address}]:%s{port}: bind: cannot assign requested address",
            "dial tcp [%s{address}]:%s{port}: connect: cannot assign requested address",
            "dial tcp [%s{address}]:%s{port}: connect: network is unreachable",
            "listen tcp6 %s{address}: socket: address family not supported by protocol",
            "listen tcp [::]:%s{port}: socket: address family not supported by protocol",
            "socket: address family not supported by protocol",
            "open /proc/sys/net/ipv6/conf/",
            "stat /proc/sys/net/bridge/bridge-nf-call-ip6tables: no such file or directory",
            "can't initialize ip6tables table",
        ],
    )
    .only(Guard::Says(&[
        "kube",
        "etcd",
        "k3s",
        "rke2",
        "k0s",
        "cni",
        "node",
        "calico",
        "felix",
        "cilium",
        "flannel",
        "pod",
        "ip6tables",
    ])),
    text(
        KUBELET,
        &["NODE008"],
        &[
            "/proc/sys/net/ipv6/conf/all/forwarding contents are not set to 1",
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
        ],
    ),
    text(
        PROXY,
        &["NODE009", "NODE006"],
        &[
            "kube-proxy running in single-stack mode, this ipFamily is not supported",
            "kube-proxy running in single-stack mode",
            "no support for primary IP family %q{family}",
            "No iptables support for family",
            "iptables is not available on this host",
            "Can't determine this node's IP, assuming",
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
    .only(Guard::Says(&[
        "proxy",
        "failed validate",
        "failed complete",
        "detect-local",
        "nodeportaddresses",
        "clustercidr",
    ])),
    text(
        PROXY,
        &["VER009"],
        &[
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
            "in loadBalancerSourceRanges has incorrect IP version",
            "in externalIPs has incorrect IP version",
            "in load balancer ingress IPs has incorrect IP version",
            "KubeProxyIncorrectIPVersion",
        ],
    ),
    // kubeadm.
    text(
        KUBEADM,
        &["START001"],
        &[
            "podSubnet: Invalid value: %s{range}: ",
            "serviceSubnet: Invalid value: %s{range}: ",
            "podSubnet: Invalid value",
            "serviceSubnet: Invalid value",
            "dnsDomain: Invalid value",
            "couldn't parse subnet",
            "could not parse the value of the kube-controller-manager flag %s{flag} as an integer",
            "unable to get the DNS IP from the given subnet",
            "unable to get internal Kubernetes Service IP from the given service CIDR",
            "unable to get first IP address from the given CIDR",
            "couldn't parse service subnet CIDR",
            "your configuration file uses an old API spec: %q{spec}",
            "unknown configuration APIs: ",
            "no kind %q{kind} is registered for version %q{version}",
            "localAPIEndpoint.advertiseAddress: Invalid value",
            "advertiseAddress: Invalid value",
            "localAPIEndpoint.bindPort: Invalid value",
            "bindPort: Invalid value",
            "featureGates: Invalid value",
            "this version of kubeadm only supports deploying clusters with the control plane version",
            "must be no more than 253 characters",
        ],
    )
    .only(Guard::Says(&[
        "kube",
        "cluster",
        "subnet",
        "cidr",
        "advertise",
        "bindport",
        "dnsdomain",
        "featuregates",
        "networking",
        "config",
        "node",
    ])),
    text(
        KUBEADM,
        &["START001"],
        &[
            "your configuration file uses a deprecated API spec: %q{spec}",
            "experimental API spec: %q{spec}",
            "argument has no name",
            "nodeRegistration.name: Invalid value: %q{name}: ",
            "nodeRegistration.criSocket: Invalid value: %q{socket}: ",
            "nodeRegistration.imagePullPolicy: Invalid value: %q{policy}: ",
            "Usage of CRI endpoints without URL scheme is deprecated",
            "bootstrapToken or file must be set",
            "bootstrapToken and file cannot both be set",
            "discovery.bootstrapToken: Required value: APIServerEndpoint is not set",
            "using token-based discovery without caCertHashes can be unsafe",
            "the bootstrap token is invalid",
            "discovery.bootstrapToken.apiServerEndpoint: Invalid value: %q{endpoint}: ",
            "discovery.file.kubeConfigPath: Invalid value: %q{path}: ",
            "certificate key decoding error: encoding/hex: ",
            "the key must be an AES key of size",
            "the ca certificate path must be an absolute path",
            "unable to select an IP from %s{interface} network interface",
            "invalid version %q{version}",
            "kubernetes service node port range %s{range} doesn't contain %s{port}",
            "couldn't use %q{address} as %q{field}, must be ipv4 or ipv6 address",
            "error unmarshaling configuration schema.GroupVersionKind",
            "doesn't match patterns for neither semantic version nor labels",
            "port number is not valid",
            "\"--healthz-bind-address\" flag: ",
            "\"--metrics-bind-address\" flag: ",
            "\"--kubernetes-service-node-port\" flag: ",
            "The recommended value for \"bindAddress\" in \"KubeProxyConfiguration\" is: %s{recommended}; the provided value is: %s{value}",
        ],
    ),
    text(KUBEADM, &["START001"], &["invalid CIDR address: %s{range}"]).only(Guard::Has(&[
        "kube",
        "subnet",
        "cluster",
        "service-c",
        "config",
    ])),
    text(
        KUBEADM,
        &["DNS002"],
        &[
            "The recommended value for \"clusterDNS\" in \"KubeletConfiguration\" is: %s{recommended}; the provided value is: %s{value}",
        ],
    ),
    text(
        KUBEADM,
        &["ORD004", "PRX001"],
        &[
            "The recommended value for \"clusterCIDR\" in \"KubeProxyConfiguration\" is: %s{recommended}; the provided value is: %s{value}",
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
            "hostport %s{endpoint}: ",
            "is neither a valid IP address nor",
            "missing port in address",
        ],
    )
    .only(Guard::Says(&[
        "controlplaneendpoint",
        "control-plane",
        "control plane",
        "hostport",
        "6443",
        "apiserver",
        "kubeadm",
    ])),
    text(KUBEADM, &["ORD010"], &["too many colons in address"]).only(Guard::Endpoint("address")),
    text(
        "crypto/x509",
        &["ORD008"],
        &[
            "x509: cannot validate certificate for %s{address} because it doesn't contain any IP SANs",
            "x509: certificate is not valid for any names, but wanted to match %s{address}",
        ],
    )
    .only(Guard::Certificate),
    // Gates, component-base/featuregate.
    text(
        "component-base",
        &["VER007"],
        &[
            "missing bool value for %s{gate}",
            "invalid value of %s{gate}=%s{value}, err: strconv.ParseBool",
        ],
    ),
    text(
        "component-base",
        &["VER007"],
        &[
            "Setting GA feature gate %s{gate}=%s{value}. It will be removed in a future release",
            "Setting deprecated feature gate %s{gate}=%s{value}. It will be removed in a future release",
            "setting deprecated feature gate",
            "feature is locked to",
        ],
    )
    .only(Guard::Says(&["gate"])),
    text(
        "component-base",
        &["VER008"],
        &["flag provided but not defined: -%s{flag}"],
    )
    .only(Guard::Flag("flag")),
    text("kubectl", &["VER004"], &["unknown field \"spec.clusterIPs\""]),
];
