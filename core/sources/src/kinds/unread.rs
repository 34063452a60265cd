//! Pieces that no kind recognises, and the kind that is most like each.

use crate::components::Unread;
use crate::items::Item;

/// Words of each kind. The kind with most of them in a piece is the nearest.
const WORDS: &[(&str, &[&str])] = &[
    (
        "kubeadm",
        &[
            "networking",
            "podSubnet",
            "serviceSubnet",
            "apiServer",
            "controllerManager",
            "kubernetesVersion",
            "controlPlaneEndpoint",
            "localAPIEndpoint",
            "nodeRegistration",
            "certSANs",
            "extraArgs",
            "kubeadm",
        ],
    ),
    (
        "k3s",
        &[
            "cluster-cidr",
            "service-cidr",
            "node-ip",
            "flannel-backend",
            "write-kubeconfig-mode",
            "tls-san",
            "k3s",
            "rke2",
        ],
    ),
    (
        "talos",
        &[
            "machine",
            "podSubnets",
            "serviceSubnets",
            "validSubnets",
            "talos",
            "installer",
        ],
    ),
    (
        "kind",
        &[
            "nodes",
            "role",
            "kubeadmConfigPatches",
            "extraPortMappings",
            "disableDefaultCNI",
            "ipFamily",
        ],
    ),
    (
        "k0s",
        &[
            "k0s",
            "k0sctl",
            "podCIDR",
            "serviceCIDR",
            "dualStack",
            "IPv6podCIDR",
        ],
    ),
    (
        "microk8s",
        &["extraCNIEnv", "extraKubeletArgs", "microk8s", "addons"],
    ),
    (
        "component-config",
        &[
            "clusterDNS",
            "clusterDomain",
            "featureGates",
            "cgroupDriver",
            "clusterCIDR",
            "detectLocalMode",
            "nodePortAddresses",
            "ipvs",
            "iptables",
        ],
    ),
    (
        "workload",
        &["containers", "image", "command", "args", "spec", "hostNetwork"],
    ),
    (
        "command-line",
        &[
            "kube-apiserver",
            "kube-controller-manager",
            "kubelet",
            "kube-proxy",
            "ExecStart",
            "Environment",
            "Service",
        ],
    ),
];

/// Returns what is to be said of a piece that no kind recognises. `None` for an empty piece.
pub(super) fn of(item: &Item) -> Option<Unread> {
    let words = item.vocabulary();
    let (default, found) = match item {
        Item::Object(object) => {
            let kind = object.text("kind").map(str::to_owned);
            ("kubeadm", kind)
        }
        Item::Lines(lines) if lines.text().trim().is_empty() => return None,
        Item::Lines(_) => ("command-line", None),
    };
    let score = |known: &[&str]| words.iter().filter(|word| known.contains(&word.as_str())).count();
    let nearest = WORDS
        .iter()
        .rev()
        .map(|(id, known)| (*id, score(known)))
        .max_by_key(|(_, score)| *score)
        .filter(|(_, score)| *score > 0)
        .map_or(default, |(id, _)| id);
    Some(Unread {
        origin: item.origin(nearest),
        found,
        nearest: nearest.to_owned(),
    })
}
