//! kubeadm, Cluster API, and what kube-controller-manager checks of the flags that installers set.

use dualstack_core::net::{Cidr, IpFamily};

use super::Check::{Each, Holds};
use super::Source::Refuses;
use super::{Document, StartCheck, counts, is_network, one_of_each_family};

/// The flags of kube-controller-manager in a file, and the ranges of pods that they are for.
struct Flags {
    arguments: Vec<(String, String)>,
    pods: Vec<Cidr>,
}

/// Returns the flag of node masks of one family, and the prefix where no flag says another one.
fn of_family(family: IpFamily) -> (&'static str, u64) {
    match family {
        IpFamily::IPv4 => ("-ipv4", 24),
        IpFamily::IPv6 => ("-ipv6", 64),
    }
}

impl Flags {
    /// Without the controller that cuts blocks nothing is asked about them.
    fn of(arguments: Vec<(String, String)>, pods: Vec<Cidr>) -> Flags {
        let off = ("allocate-node-cidrs".to_owned(), "false".to_owned());
        if arguments.contains(&off) {
            Flags {
                arguments: Vec::new(),
                pods: Vec::new(),
            }
        } else {
            Flags { arguments, pods }
        }
    }

    /// The value of a flag of node masks; 0 is none, as for the component.
    fn mask(&self, suffix: &str) -> Option<u64> {
        let name = format!("node-cidr-mask-size{suffix}");
        let (_, value) = self.arguments.iter().find(|(flag, _)| *flag == name)?;
        value.parse().ok().filter(|mask| *mask != 0)
    }

    /// Returns whether the flags of node masks go with each other and with the ranges.
    fn are_taken(&self) -> bool {
        let [any, ipv4, ipv6] = ["", "-ipv4", "-ipv6"].map(|suffix| self.mask(suffix).is_some());
        let [of_ipv4, of_ipv6] = counts(&self.pods);
        if self.pods.len() > 1 {
            !any
        } else if any {
            !ipv4 && !ipv6
        } else {
            !(ipv4 && of_ipv6 > 0 || ipv6 && of_ipv4 > 0)
        }
    }

    /// Returns the difference between the prefixes of a range and of its nodes' blocks. `None`: blocks are larger than it.
    fn cut(&self, range: &Cidr) -> Option<u64> {
        let (suffix, default) = of_family(range.family());
        let mask = self.mask("").or_else(|| self.mask(suffix)).unwrap_or(default);
        mask.checked_sub(u64::from(range.prefix_len()))
    }

    fn are_inside(&self) -> bool {
        self.pods.iter().all(|range| self.cut(range).is_some())
    }

    fn are_countable(&self) -> bool {
        let mut ipv6 = self.pods.iter().filter(|range| range.family() == IpFamily::IPv6);
        ipv6.all(|range| self.cut(range).is_none_or(|bits| bits <= 16))
    }
}

fn of_rancher(file: &Document) -> Flags {
    Flags::of(
        file.arguments("kube-controller-manager-arg"),
        file.cidrs("cluster-cidr"),
    )
}

fn of_k0s(file: &Document) -> Flags {
    let mut pods = file.cidrs("spec/network/podCIDR");
    pods.extend(file.cidrs("spec/network/dualStack/IPv6podCIDR"));
    Flags::of(file.arguments("spec/controllerManager/extraArgs"), pods)
}

fn of_talos(file: &Document) -> Flags {
    Flags::of(
        file.arguments("cluster/controllerManager/extraArgs"),
        file.cidrs("cluster/network/podSubnets"),
    )
}

fn of_kubeadm(file: &Document) -> Flags {
    Flags::of(
        file.arguments("controllerManager/extraArgs"),
        file.cidrs("networking/podSubnet"),
    )
}

/// Returns whether a file of kubeadm is for the version that was read, or a later one: older ones check less.
fn is_read(file: &Document) -> bool {
    let version = file.text("kubernetesVersion").unwrap_or_default();
    let minor = version.rsplit('.').next().and_then(|minor| minor.parse().ok());
    minor.is_none_or(|minor: u8| minor >= 36)
}

/// The files of a target that set flags of kube-controller-manager: the targets, a part of the path, and the kind.
type Files = (&'static [&'static str], &'static str, &'static str);

const RANCHER: Files = (&["k3s", "rke2"], "server", "");
const K0S: Files = (&["k0s"], "", "ClusterConfig");
const TALOS: Files = (&["talos"], "1.13-and-earlier", "");
const KUBEADM: Files = (&["kubeadm"], "init", "ClusterConfiguration");

const fn taken((targets, file, kind): Files, holds: fn(&Document) -> bool) -> StartCheck {
    StartCheck {
        targets,
        file,
        kind,
        source: Refuses("kubernetes v1.36.2 cmd/kube-controller-manager/app/core.go:959, :981, :990, :999"),
        text: "usage of --node-cidr-mask-size is not allowed with dual-stack clusters; usage of --node-cidr-mask-size-ipv4 \
               and --node-cidr-mask-size-ipv6 is not allowed if --node-cidr-mask-size is set. …; usage of \
               --node-cidr-mask-size-ipv4 is not allowed for a single-stack IPv6 cluster; usage of \
               --node-cidr-mask-size-ipv6 is not allowed for a single-stack IPv4 cluster",
        check: Holds(holds),
    }
}

const fn inside((targets, file, kind): Files, holds: fn(&Document) -> bool) -> StartCheck {
    StartCheck {
        targets,
        file,
        kind,
        source: Refuses("kubernetes v1.36.2 pkg/controller/nodeipam/node_ipam_controller.go:90"),
        text: "Controller: Invalid --cluster-cidr, mask size of cluster CIDR must be less than or equal to \
               --node-cidr-mask-size configured for CIDR family",
        check: Holds(holds),
    }
}

const fn countable((targets, file, kind): Files, holds: fn(&Document) -> bool) -> StartCheck {
    StartCheck {
        targets,
        file,
        kind,
        source: Refuses("kubernetes v1.36.2 pkg/controller/nodeipam/ipam/cidrset/cidr_set.go:74"),
        text: "New CIDR set failed; the node CIDR size is too big",
        check: Holds(holds),
    }
}

/// Rows of kubeadm, Cluster API and of the flags of kube-controller-manager.
pub(super) const CHECKS: &[StartCheck] = &[
    taken(RANCHER, |file| of_rancher(file).are_taken()),
    inside(RANCHER, |file| of_rancher(file).are_inside()),
    countable(RANCHER, |file| of_rancher(file).are_countable()),
    taken(K0S, |file| of_k0s(file).are_taken()),
    inside(K0S, |file| of_k0s(file).are_inside()),
    countable(K0S, |file| of_k0s(file).are_countable()),
    taken(TALOS, |file| of_talos(file).are_taken()),
    inside(TALOS, |file| of_talos(file).are_inside()),
    countable(TALOS, |file| of_talos(file).are_countable()),
    taken(KUBEADM, |file| !is_read(file) || of_kubeadm(file).are_taken()),
    StartCheck {
        targets: &["kubeadm"],
        file: "init",
        kind: "ClusterConfiguration",
        source: Refuses("kubernetes v1.36.2 cmd/kubeadm/app/apis/kubeadm/validation/validation.go:505, :507"),
        text: "the size of pod subnet with mask … is smaller than the size of node subnet with mask …; pod subnet mask (…) \
               and node-mask (…) difference is greater than 16",
        // kubeadm looks at the flag of the family alone, and asks for the difference in both families.
        check: Holds(|file| {
            let flags = of_kubeadm(file);
            let pods = flags.pods.iter().filter(|_| is_read(file));
            pods.into_iter().all(|range| {
                let (suffix, default) = of_family(range.family());
                let mask = flags.mask(suffix).unwrap_or(default);
                let bits = mask.checked_sub(u64::from(range.prefix_len()));
                bits.is_some_and(|bits| bits <= 16)
            })
        }),
    },
    StartCheck {
        targets: &["kubeadm"],
        file: "init",
        kind: "ClusterConfiguration",
        source: Refuses(
            "kubernetes v1.36.2 cmd/kubeadm/app/apis/kubeadm/validation/validation.go:436, :442, :449",
        ),
        text: "couldn't parse subnet; expected one (IPv4 or IPv6) CIDR or two CIDRs from each family for dual-stack networking",
        check: Holds(|file| {
            ["networking/podSubnet", "networking/serviceSubnet"]
                .into_iter()
                .all(|path| {
                    let subnets = file.cidrs(path);
                    subnets.len() == file.list(path).len() && one_of_each_family(&subnets)
                })
        }),
    },
    StartCheck {
        targets: &["kubeadm"],
        file: "init",
        kind: "ClusterConfiguration",
        source: Refuses("kubernetes v1.36.2 cmd/kubeadm/app/apis/kubeadm/validation/validation.go:456, :480"),
        text: "subnet with … address(es) is too small, the minimum is …; specified service subnet is too large; for …-bit \
               addresses, the mask must be >= …",
        // 14 addresses of pods and 10 of Services at the least: 16 each.
        check: Holds(|file| {
            let pods = file.cidrs("networking/podSubnet");
            let services = file.cidrs("networking/serviceSubnet");
            !is_read(file)
                || pods.iter().all(|range| range.host_bits() >= 4)
                    && services.iter().all(|range| (4..=20).contains(&range.host_bits()))
        }),
    },
    StartCheck {
        targets: &["kubeadm"],
        file: "init",
        kind: "ClusterConfiguration",
        source: Refuses("kubernetes v1.36.2 cmd/kubeadm/app/util/endpoint.go:97, :111"),
        text: "hostport …: port … must be a valid number between 1 and 65535, inclusive; hostport …: host '…' must be a valid \
               IP address or a valid RFC-1123 DNS subdomain",
        check: Each("controlPlaneEndpoint", |text| {
            text.parse::<dualstack_core::request::Endpoint>().is_ok()
        }),
    },
    StartCheck {
        targets: &["cluster-api"],
        file: "",
        kind: "Cluster",
        source: Refuses("cluster-api ae7ff047 core/webhooks/admission/cluster.go:756-760"),
        text: "spec.clusterNetwork.….cidrBlocks[…]: Invalid value: \"…\": invalid CIDR address: …",
        check: Each("spec/clusterNetwork/*/cidrBlocks", is_network),
    },
    StartCheck {
        targets: &["cluster-api"],
        file: "",
        kind: "Cluster",
        source: Refuses("cluster-api ae7ff047 api/core/v1beta2/cluster_types.go:1412-1415"),
        text: "MinItems=1; MaxItems=100; items:MinLength=1; items:MaxLength=43",
        check: Holds(|cluster| {
            let lists = cluster.values("spec/clusterNetwork/*/cidrBlocks");
            lists.into_iter().all(|list| {
                let blocks = list.as_array().map(Vec::as_slice).unwrap_or_default();
                let fits = |text: &str| (1..=43).contains(&text.len());
                (1..=100).contains(&blocks.len())
                    && blocks.iter().all(|block| block.as_str().is_some_and(fits))
            })
        }),
    },
    StartCheck {
        targets: &["cluster-api"],
        file: "",
        kind: "Cluster",
        source: Refuses("kubernetes v1.36.2 cmd/kube-controller-manager/app/core.go:903, :908"),
        text: "len of ClusterCIDRs==… and they are not configured as dual stack (at least one from each IPFamily; length of \
               clusterCIDRs is:… more than max allowed of 2",
        check: Holds(|cluster| one_of_each_family(&cluster.cidrs("spec/clusterNetwork/pods/cidrBlocks"))),
    },
    StartCheck {
        targets: &["cluster-api"],
        file: "",
        kind: "Cluster",
        source: Refuses("kubernetes v1.36.2 cmd/kube-apiserver/app/options/validation.go:48, :73"),
        text: "--service-cluster-ip-range must not contain more than two entries; --service-cluster-ip-range[0] and \
               --service-cluster-ip-range[1] must be of different IP family",
        check: Holds(|cluster| one_of_each_family(&cluster.cidrs("spec/clusterNetwork/services/cidrBlocks"))),
    },
    StartCheck {
        targets: &["cluster-api"],
        file: "",
        kind: "KubeadmControlPlane",
        source: Refuses("kubernetes v1.36.2 cmd/kube-controller-manager/app/core.go:981"),
        text: "usage of --node-cidr-mask-size-ipv4 and --node-cidr-mask-size-ipv6 is not allowed if --node-cidr-mask-size is \
               set. …",
        check: Holds(|plane| {
            let path = "spec/kubeadmConfigSpec/clusterConfiguration/controllerManager/extraArgs";
            let arguments = plane.arguments(path);
            let named = |name: &str| arguments.iter().any(|(argument, _)| argument == name);
            !named("node-cidr-mask-size")
                || !(named("node-cidr-mask-size-ipv4") || named("node-cidr-mask-size-ipv6"))
        }),
    },
];
