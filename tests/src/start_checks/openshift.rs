//! OpenShift's installer and MicroShift.

use dualstack_core::net::{Cidr, IpFamily};

use super::Check::{Each, Holds};
use super::Source::Refuses;
use super::{
    Document, StartCheck, apart_from, disjoint, dual, is_network, one_of_each_family, same_families,
};

const OPENSHIFT: &[&str] = &["openshift"];
const MICROSHIFT: &[&str] = &["microshift"];

const LISTS: [&str; 3] = [
    "networking/machineNetwork/*/cidr",
    "networking/clusterNetwork/*/cidr",
    "networking/serviceNetwork",
];

/// The networks that OVN-Kubernetes has for itself (`pkg/validate/validate.go` of the installer).
const INTERNAL: [&str; 6] = [
    "100.64.0.0/16",
    "100.88.0.0/16",
    "169.254.0.0/17",
    "fd98::/64",
    "fd97::/64",
    "fd69::/112",
];

/// Returns the name of the platform, if the file has the lists of one at the state that was read: AWS with `ipFamily` is
/// newer, and has machine networks of IPv4 alone.
fn platform(file: &Document) -> Option<String> {
    let platforms = file.values("platform").into_iter().next()?.as_object()?;
    let named = platforms
        .iter()
        .find(|(_, fields)| fields.get("ipFamily").is_none());
    named.map(|(name, _)| name.clone())
}

fn is_dual(file: &Document) -> bool {
    dual(&file.cidrs("networking/serviceNetwork"))
}

fn families(file: &Document, path: &str) -> Vec<IpFamily> {
    // Placeholders of machine networks name their family.
    let texts = file.list(path);
    let family = |text: &String| {
        let written = text.parse::<Cidr>().ok().map(|cidr| cidr.family());
        let named = |family: &IpFamily| text.contains(&family.as_str().to_ascii_uppercase());
        written.or_else(|| IpFamily::ALL.into_iter().find(named))
    };
    texts.iter().filter_map(family).collect()
}

fn host_prefixes(file: &Document) -> bool {
    let entries = file.values("networking/clusterNetwork/*");
    entries.into_iter().all(|entry| {
        let entry = Document(entry.clone());
        let prefix = entry.number("hostPrefix");
        entry.cidrs("cidr").iter().all(|range| {
            prefix.is_some_and(|prefix| {
                u64::from(range.prefix_len()) <= prefix && (range.family() == IpFamily::IPv4 || prefix == 64)
            })
        })
    })
}

/// The names that the certificate of MicroShift's API server has inside of the cluster.
const SERVICE_NAMES: [&str; 8] = [
    "kubernetes",
    "kubernetes.default",
    "kubernetes.default.svc",
    "kubernetes.default.svc.cluster.local",
    "openshift",
    "openshift.default",
    "openshift.default.svc",
    "openshift.default.svc.cluster.local",
];

/// Rows of OpenShift and MicroShift.
pub(super) const CHECKS: &[StartCheck] = &[
    StartCheck {
        targets: OPENSHIFT,
        file: "install-config",
        kind: "",
        source: Refuses("openshift-installer 7e30b7d6 pkg/types/validation/installconfig.go:343, :399"),
        text: "when installing dual-stack IPv4/IPv6 you must provide two service networks, one for each IP address type; only \
               one service network can be specified",
        check: Holds(|file| one_of_each_family(&file.cidrs("networking/serviceNetwork"))),
    },
    StartCheck {
        targets: OPENSHIFT,
        file: "install-config",
        kind: "",
        source: Refuses("openshift-installer 7e30b7d6 pkg/types/validation/installconfig.go:364, :394"),
        text: "dual-stack IPv4/IPv6 is not supported for this platform, specify only one type of address; single-stack IPv6 is \
               not supported for this platform",
        check: Holds(|file| {
            let services = file.cidrs("networking/serviceNetwork");
            let has_ipv6 = services.iter().any(|cidr| cidr.family() == IpFamily::IPv6);
            !has_ipv6
                || platform(file).is_none_or(|name| {
                    matches!(
                        name.as_str(),
                        "baremetal" | "vsphere" | "openstack" | "ovirt" | "nutanix" | "none" | "external"
                    )
                })
        }),
    },
    StartCheck {
        targets: OPENSHIFT,
        file: "install-config",
        kind: "",
        source: Refuses("openshift-installer 7e30b7d6 pkg/types/validation/installconfig.go:369, :371"),
        text: "dual-stack IPv4/IPv6 requires an IPv6 network in this list; dual-stack IPv4/IPv6 requires an IPv4 network in \
               this list",
        check: Holds(|file| {
            !is_dual(file)
                || platform(file).is_none()
                || LISTS.into_iter().all(|path| {
                    let found = families(file, path);
                    IpFamily::ALL.iter().all(|family| found.contains(family))
                })
        }),
    },
    StartCheck {
        targets: OPENSHIFT,
        file: "install-config",
        kind: "",
        source: Refuses("openshift-installer 7e30b7d6 pkg/types/validation/installconfig.go:378"),
        text: "IPv4 addresses must be listed before IPv6 addresses",
        check: Holds(|file| {
            let takes_ipv6_first =
                |name: &String| matches!(name.as_str(), "baremetal" | "vsphere" | "openstack");
            let first = |path: &str| families(file, path).first().copied();
            !is_dual(file)
                || platform(file).as_ref().is_none_or(takes_ipv6_first)
                || LISTS.into_iter().all(|path| first(path) == Some(IpFamily::IPv4))
        }),
    },
    StartCheck {
        targets: OPENSHIFT,
        file: "install-config",
        kind: "",
        source: Refuses("openshift-installer 7e30b7d6 pkg/types/validation/installconfig.go:427, :434, :441"),
        text: "at least one machine network is required; a service network is required; cluster network required",
        check: Holds(|file| LISTS.into_iter().all(|path| !file.list(path).is_empty())),
    },
    StartCheck {
        targets: OPENSHIFT,
        file: "install-config",
        kind: "",
        source: Refuses(
            "openshift-installer 7e30b7d6 pkg/types/validation/installconfig.go:466, :489, :494, :516, :521, :526",
        ),
        text: "machine network must not overlap with machine network …; service network must not overlap with any of the \
               machine networks; service network must not overlap with service network …; cluster network must not overlap \
               with any of the machine networks; cluster network must not overlap with service network …; cluster network must \
               not overlap with cluster network …",
        check: Holds(|file| disjoint(&LISTS.map(|path| file.cidrs(path)).concat())),
    },
    StartCheck {
        targets: OPENSHIFT,
        file: "install-config",
        kind: "",
        source: Refuses("openshift-installer 7e30b7d6 pkg/types/validation/installconfig.go:585, :590, :595"),
        text: "must not overlap with OVNKubernetes default internal subnet …; must not overlap with OVNKubernetes default \
               transit subnet …; must not overlap with OVNKubernetes default masquerade subnet …",
        check: Holds(|file| {
            let all = LISTS.map(|path| file.cidrs(path)).concat();
            file.has("networking/ovnKubernetesConfig") || all.iter().all(|cidr| apart_from(cidr, &INTERNAL))
        }),
    },
    StartCheck {
        targets: OPENSHIFT,
        file: "install-config",
        kind: "",
        source: Refuses("openshift-installer 7e30b7d6 pkg/validate/validate.go:175, :179, :191, :196"),
        text: "address must be specified; invalid network address. got …, expecting …; subnet size for IPv4 service network \
               must be /12 or greater (/16 is recommended); subnet size for IPv6 service network should be /112",
        check: Holds(|file| {
            let services = file.cidrs("networking/serviceNetwork");
            let texts = LISTS.map(|path| file.list(path)).concat();
            let is_specified = |cidr: &Cidr| !cidr.network().is_unspecified();
            let all = LISTS.map(|path| file.cidrs(path)).concat();
            // A network whose host part is not zero is not one for `is_network` either.
            texts.iter().all(|text| is_network(text))
                && all.iter().all(is_specified)
                && services.iter().all(|cidr| cidr.host_bits() <= 20)
        }),
    },
    StartCheck {
        targets: OPENSHIFT,
        file: "install-config",
        kind: "",
        source: Refuses("openshift-installer 7e30b7d6 pkg/types/validation/installconfig.go:535, :546"),
        text: "cluster network host subnetwork prefix must not be larger size than CIDR …; cluster network host subnetwork \
               prefix must be 64 for IPv6 networks",
        check: Holds(host_prefixes),
    },
    StartCheck {
        targets: OPENSHIFT,
        file: "install-config",
        kind: "",
        source: Refuses(
            "openshift-installer 7e30b7d6 pkg/types/validation/installconfig.go:951, :993, :997, :1002, :1036",
        ),
        text: "must specify at least one VIP for the API; If two API VIPs are given, one must be an IPv4 address, the other an \
               IPv6; Too many: …: must have at most 2 items; must specify at least one VIP for the Ingress; If two Ingress \
               VIPs are given, one must be an IPv4 address, the other an IPv6",
        check: Holds(|file| {
            let required = file.has("platform/baremetal") || file.has("platform/openstack");
            ["apiVIPs", "ingressVIPs"].into_iter().all(|name| {
                let vips = file.families(&format!("platform/*/{name}"));
                match vips.as_slice() {
                    [] => !required,
                    [_] => true,
                    [first, second] => first != second,
                    _ => false,
                }
            })
        }),
    },
    StartCheck {
        targets: OPENSHIFT,
        file: "install-config",
        kind: "",
        source: Refuses("openshift-installer 7e30b7d6 pkg/types/validation/installconfig.go:989, :1032"),
        text: "VIP for the API must be of the same IP family with machine network's primary IP Family for dual-stack \
               IPv4/IPv6; VIP for the Ingress must be of the same IP family with machine network's primary IP Family for \
               dual-stack IPv4/IPv6",
        check: Holds(|file| {
            let first = families(file, "networking/machineNetwork/*/cidr")
                .first()
                .copied();
            ["apiVIPs", "ingressVIPs"].into_iter().all(|name| {
                let vips = file.families(&format!("platform/*/{name}"));
                !is_dual(file) || vips.len() != 1 || vips.first().copied() == first
            })
        }),
    },
    StartCheck {
        targets: MICROSHIFT,
        file: "",
        kind: "",
        source: Refuses("microshift 8e16b12f pkg/config/config.go:970, :973, :980, :984"),
        text: "network.serviceNetwork and network.clusterNetwork have different cardinality; network.serviceNetwork can not \
               have more than 2 entries; invalid format in network.ServiceNetwork[…]: …; invalid format in \
               network.ClusterNetwork[…]: …",
        check: Holds(|file| {
            let pods = file.list("network/clusterNetwork");
            let services = file.list("network/serviceNetwork");
            let all = [pods.clone(), services.clone()].concat();
            pods.len() == services.len() && services.len() <= 2 && all.iter().all(|text| is_network(text))
        }),
    },
    StartCheck {
        targets: MICROSHIFT,
        file: "",
        kind: "",
        source: Refuses("microshift 8e16b12f pkg/config/config.go:987, :996"),
        text: "mismatched IP families in network.ServiceNetwork[…] and network.ClusterNetwork[…]; invalid number of entries of \
               the same IP family in network.serviceNetwork and network.clusterNetwork",
        check: Holds(|file| {
            let pods = file.cidrs("network/clusterNetwork");
            let services = file.cidrs("network/serviceNetwork");
            same_families(&pods, &services) && one_of_each_family(&services)
        }),
    },
    StartCheck {
        targets: MICROSHIFT,
        file: "",
        kind: "",
        source: Refuses("microshift 8e16b12f pkg/config/config.go:595, :999"),
        text: "error validating apiServer.advertiseAddress (…); invalid IP family in apiServer.AdvertiseAddress: does not \
               match first network.ServiceNetwork IP family",
        check: Holds(|file| {
            let first = file
                .cidrs("network/serviceNetwork")
                .first()
                .map(|cidr| cidr.family());
            let written = file.list("apiServer/advertiseAddress").len();
            let advertised = file.families("apiServer/advertiseAddress");
            advertised.len() == written && advertised.iter().all(|family| Some(*family) == first)
        }),
    },
    StartCheck {
        targets: MICROSHIFT,
        file: "",
        kind: "",
        source: Refuses("microshift 8e16b12f pkg/config/network.go:105"),
        text: "service cidr must have at least 10 distinct host addresses …",
        check: Holds(|file| {
            let services = file.cidrs("network/serviceNetwork");
            services.first().is_none_or(|range| range.address(10).is_some())
        }),
    },
    StartCheck {
        targets: MICROSHIFT,
        file: "",
        kind: "",
        source: Refuses("microshift 8e16b12f pkg/config/config.go:605, :1029, :1035"),
        text: "error validating node.nodeIP (…); dual stack not detected, address must not be configured; address … must be \
               ipv6",
        check: Holds(|file| {
            let written = file.list("node/nodeIP").len() + file.list("node/nodeIPv6").len();
            let second = file.families("node/nodeIPv6");
            let is_second = second.iter().all(|family| *family == IpFamily::IPv6);
            written == file.families("node/nodeIP").len() + second.len()
                && is_second
                && (second.is_empty() || dual(&file.cidrs("network/serviceNetwork")))
        }),
    },
    StartCheck {
        targets: MICROSHIFT,
        file: "",
        kind: "",
        source: Refuses("microshift 8e16b12f pkg/config/config.go:657"),
        text: "subjectAltNames must not contain kubernetes service names",
        check: Each("apiServer/subjectAltNames", |name| !SERVICE_NAMES.contains(&name)),
    },
    StartCheck {
        targets: MICROSHIFT,
        file: "",
        kind: "",
        source: Refuses("microshift 8e16b12f pkg/config/config.go:640, :663"),
        text: "subjectAltNames must not contain node IP; subjectAltNames must not contain apiserver advertise address IPs",
        check: Holds(|file| {
            let own = [file.list("apiServer/advertiseAddress"), file.list("node/nodeIP")].concat();
            let names = file.list("apiServer/subjectAltNames");
            names.iter().all(|name| !own.contains(name))
        }),
    },
];
