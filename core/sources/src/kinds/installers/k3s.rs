//! K3s, and RKE2, which runs its code: `config.yaml` and command lines, which give the same settings.
//!
//! Models `pkg/cli/server/server.go`, `pkg/daemons/control/server.go` and `pkg/agent/run.go` of K3s.

use crate::components::Flags;
use crate::diagnostic::Component;
use crate::found::{Field, Found, Origin, Strength};
use crate::items::{At, Item, Object};
use crate::kinds::starting::{Setting, family_of, fatal, flag, overlaid, run, version_for};
use crate::kinds::{Kind, nothing_embedded};
use crate::kubernetes::{Confidence, Profile, RancherDualStack, Version};
use crate::net::{Cidr, IpFamily};

pub(super) const ID: &str = "k3s";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| item.object().is_some_and(is_configuration),
    embedded: nothing_embedded,
    read,
};

/// Settings that only such a file has, one of which is enough to know it.
const OWN: &[&str] = &[
    "cluster-cidr",
    "service-cidr",
    "cluster-dns",
    "cluster-domain",
    "node-ip",
    "node-external-ip",
    "node-name",
    "node-label",
    "node-taint",
    "flannel-backend",
    "flannel-iface",
    "flannel-ipv6-masq",
    "disable-network-policy",
    "disable-kube-proxy",
    "disable-cloud-controller",
    "write-kubeconfig-mode",
    "kube-apiserver-arg",
    "kube-controller-manager-arg",
    "kube-scheduler-arg",
    "kube-cloud-controller-manager-arg",
    "kube-proxy-arg",
    "kubelet-arg",
    "tls-san",
    "cluster-init",
    "egress-selector-mode",
    "advertise-address",
];

fn is_configuration(object: &Object) -> bool {
    if object.has("apiVersion") || object.has("kind") {
        return false;
    }
    let root = object.root(ID);
    let given = root.entries();
    // A piece of `config.yaml.d` may hold any of the settings.
    let file = root.origin().file.unwrap_or_default();
    let is_named = ["rancher/k3s/config.yaml", "rancher/rke2/config.yaml"]
        .iter()
        .any(|name| file.contains(name));
    is_named
        || given
            .iter()
            .any(|(key, _)| OWN.contains(&key.trim_end_matches('+')))
            && given
                .iter()
                .all(|(key, _)| key.bytes().all(|c| !c.is_ascii_uppercase() && c != b'_'))
}

fn read(items: &[Item], found: &mut Found) {
    let mut nodes: Vec<Node> = Vec::new();
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        let origin = root.origin();
        let file = origin.file.as_deref().unwrap_or_default();
        // The files of `config.yaml.d` are read over the one beside them.
        if !file.contains("config.yaml.d/") || nodes.is_empty() {
            nodes.push(Node {
                tool: ID,
                is_server: true,
                flags: Flags::new(),
                places: Vec::new(),
                origin,
            });
        }
        if let Some(node) = nodes.last_mut() {
            node.set(&root);
        }
    }
    for mut node in nodes {
        let is_given = |name: &&str| node.flags.get(name).is_some();
        let file = node.origin.file.as_deref().unwrap_or_default();
        if file.contains("rke2") || ["cni", "profile"].iter().any(is_given) {
            node.tool = "rke2";
        }
        node.is_server = node.flags.get("server").is_none() || SERVER_ONLY.iter().any(is_given);
        start(&node, found);
    }
}

/// Adds what the settings of a server start that another tool's file holds.
pub(super) fn configured(tool: &'static str, settings: &At<'_>, found: &mut Found) {
    let mut node = Node {
        tool,
        is_server: true,
        flags: Flags::new(),
        places: Vec::new(),
        origin: settings.origin(),
    };
    node.set(settings);
    start(&node, found);
}

/// Settings that only a server has.
const SERVER_ONLY: &[&str] = &[
    "cluster-cidr",
    "service-cidr",
    "cluster-dns",
    "kube-apiserver-arg",
    "kube-controller-manager-arg",
    "kube-scheduler-arg",
    "tls-san",
    "disable",
    "cluster-init",
    "flannel-backend",
    "disable-network-policy",
    "advertise-address",
    "write-kubeconfig-mode",
    "cni",
];

fn texts<'a>(value: &At<'a>) -> Vec<&'a str> {
    match value.text() {
        Some(text) => vec![text],
        None => value.items().iter().filter_map(At::text).collect(),
    }
}

/// Adds what `k3s server …` or `rke2 agent …` starts. `arguments` are the words behind the program.
pub(in crate::kinds) fn command(
    tool: &'static str,
    arguments: &[String],
    origin: &Origin,
    found: &mut Found,
) {
    let is_server = !arguments.iter().any(|word| word == "agent");
    let runs = arguments.iter().all(|word| {
        !matches!(
            word.as_str(),
            "kubectl" | "crictl" | "ctr" | "check-config" | "etcd-snapshot"
        )
    });
    let flags = Flags::from_args(arguments);
    if runs && (!flags.is_empty() || arguments.iter().any(|word| word == "server")) {
        let node = Node {
            tool,
            is_server,
            flags,
            places: Vec::new(),
            origin: origin.clone(),
        };
        start(&node, found);
    }
}

/// A node that is started.
struct Node {
    tool: &'static str,
    is_server: bool,
    flags: Flags,
    places: Vec<(String, Origin)>,
    origin: Origin,
}

impl Node {
    /// Takes the settings of a file. A setting replaces the one that was there, or with `+` adds to it.
    fn set(&mut self, root: &At<'_>) {
        for (key, value) in root.entries() {
            let name = key.trim_end_matches('+');
            if name == key {
                self.flags = self
                    .flags
                    .iter()
                    .filter(|flag| flag.name != name)
                    .map(|flag| (flag.name.clone(), flag.value.clone()))
                    .collect();
                self.places.retain(|(known, _)| known != name);
            }
            for text in texts(&value) {
                self.flags.push(name, text);
            }
            self.places.push((name.to_owned(), value.origin()));
        }
    }

    fn place(&self, name: &str) -> Origin {
        let place = self.places.iter().find(|(known, _)| known == name);
        place.map_or_else(
            || Origin {
                path: if self.flags.get(name).is_some() {
                    format!("--{name}")
                } else {
                    self.origin.path.clone()
                },
                ..self.origin.clone()
            },
            |(_, origin)| origin.clone(),
        )
    }

    fn setting(&self, name: &str, default: &[&str]) -> Setting {
        let given = self.flags.all(name).flat_map(|value| value.split(','));
        Setting::new(given, self.place(name), default)
    }

    /// Returns the arguments that are handed on to a component.
    fn arguments(&self, name: &str) -> Flags {
        let given = self.flags.all(name);
        given
            .map(|given| {
                let (name, value) = given.split_once('=').unwrap_or((given, "true"));
                (name.trim_start_matches('-').to_owned(), value.to_owned())
            })
            .collect()
    }

    fn is_on(&self, name: &str) -> bool {
        self.flags.switch(name, false)
    }
}

fn start(node: &Node, found: &mut Found) {
    let version = version_for(found, None);
    let node_ips = node.setting("node-ip", &[]);
    node_ips.fact(Field::NodeAddresses, found);
    if node.is_server {
        server(node, &node_ips, version, found);
    }
    if !node.is_on("disable-agent") {
        agent(node, &node_ips, found);
    }
    // RKE2 registers nodes at a port of its own.
    let server = node.flags.get("server").map(|url| url.trim_end_matches('/'));
    let server = server.map(|url| url.strip_suffix(":9345").unwrap_or(url));
    let place = node.place("server");
    found.fact(Field::ControlPlaneEndpoint, server, Strength::Implied, place);
    let origin = node.origin.clone();
    found.fact(Field::Distribution, [node.tool], Strength::Implied, origin);
}

fn server(node: &Node, node_ips: &Setting, version: Version, found: &mut Found) {
    let profile = Profile::resolve(version).installers;
    let is_ipv6 = node_ips
        .values
        .first()
        .is_some_and(|address| family_of(address) == Some(IpFamily::IPv6));
    let (pods, services) = if is_ipv6 && profile.k3s_ipv6_only {
        ("fd00:42::/56", "fd00:43::/112")
    } else {
        ("10.42.0.0/16", "10.43.0.0/16")
    };
    let pods = node.setting("cluster-cidr", &[pods]);
    let services = node.setting("service-cidr", &[services]);
    found.refused(refusals(node, &pods, &services, node_ips, version), &node.origin);

    let first = |name: &str| node.setting(name, &[]).values.into_iter().next();
    let advertised = first("advertise-address")
        .or_else(|| first("node-external-ip"))
        .or_else(|| node_ips.values.first().cloned());
    pods.fact(Field::PodCidrs, found);
    services.fact(Field::ServiceCidrs, found);
    if let Some(address) = &advertised {
        let place = ["advertise-address", "node-external-ip", "node-ip"]
            .into_iter()
            .find(|name| node.flags.get(name).is_some());
        let origin = place.map_or_else(|| node.origin.clone(), |name| node.place(name));
        found.fact(
            Field::AdvertiseAddress,
            [address.clone()],
            Strength::Configured,
            origin,
        );
    }
    if let Some(cni) = node.flags.get("cni") {
        // Multus hands on to another plugin; Canal is Flannel with the policies of Calico.
        let plugins = cni
            .split(',')
            .map(str::trim)
            .filter(|name| !matches!(*name, "multus" | "none"));
        let plugins = plugins.map(|name| if name == "canal" { "flannel" } else { name });
        found.fact(Field::Cni, plugins, Strength::Configured, node.place("cni"));
    }

    if !node.is_on("disable-apiserver") {
        let own = [
            flag("advertise-address", advertised.as_deref().unwrap_or_default()),
            flag("service-cluster-ip-range", &services.joined()),
        ];
        let flags = overlaid(
            own.into_iter().flatten().collect(),
            &node.arguments("kube-apiserver-arg"),
        );
        run(
            Component::KubeApiserver,
            flags,
            &node.place("kube-apiserver-arg"),
            found,
        );
    }
    if !node.is_on("disable-controller-manager") {
        let own = [
            flag("allocate-node-cidrs", "true"),
            flag("cluster-cidr", &pods.joined()),
            flag("service-cluster-ip-range", &services.joined())
                .filter(|_| profile.k3s_dual_stack != RancherDualStack::Absent),
        ];
        let flags = overlaid(
            own.into_iter().flatten().collect(),
            &node.arguments("kube-controller-manager-arg"),
        );
        let place = node.place("kube-controller-manager-arg");
        run(Component::KubeControllerManager, flags, &place, found);
    }
    let scheduler = node.arguments("kube-scheduler-arg");
    found.start_with(
        Component::KubeScheduler,
        scheduler,
        &node.place("kube-scheduler-arg"),
    );
    let cloud = node.arguments("kube-cloud-controller-manager-arg");
    let place = node.place("kube-cloud-controller-manager-arg");
    found.start_with(Component::CloudControllerManager, cloud, &place);
    proxy(node, &pods, found);
}

fn proxy(node: &Node, pods: &Setting, found: &mut Found) {
    if node.is_on("disable-kube-proxy") {
        return;
    }
    let own = [
        flag("cluster-cidr", &pods.joined()),
        flag("proxy-mode", "iptables"),
    ];
    let flags = overlaid(
        own.into_iter().flatten().collect(),
        &node.arguments("kube-proxy-arg"),
    );
    run(Component::KubeProxy, flags, &node.place("kube-proxy-arg"), found);
}

fn agent(node: &Node, node_ips: &Setting, found: &mut Found) {
    // A pair does not become a flag: the cloud controller of K3s gives the node its addresses.
    let own: Vec<(&str, String)> = match node_ips.values.as_slice() {
        [only] => flag("node-ip", only).into_iter().collect(),
        _ => Vec::new(),
    };
    let flags = overlaid(own, &node.arguments("kubelet-arg"));
    if !flags.is_empty() {
        run(Component::Kubelet, flags, &node.place("kubelet-arg"), found);
    }
    let given = node.arguments("kube-proxy-arg");
    if !node.is_server && !given.is_empty() {
        run(Component::KubeProxy, given, &node.place("kube-proxy-arg"), found);
    }
}

/// Returns what the tool itself refuses, before it starts anything.
fn refusals(
    node: &Node,
    pods: &Setting,
    services: &Setting,
    node_ips: &Setting,
    version: Version,
) -> Vec<crate::components::ReadRefusal> {
    let profile = Profile::resolve(version).installers;
    if profile.k3s_dual_stack == RancherDualStack::Absent {
        return [pods, services]
            .iter()
            .filter(|ranges| ranges.values.len() > 1)
            .map(|ranges| ranges.joined())
            .map(|given| {
                let cause = format!("invalid CIDR address: {given}");
                fatal(
                    format!("Invalid CIDR {given}: {cause}: {cause}"),
                    Confidence::Unverified,
                )
            })
            .take(1)
            .collect();
    }
    for (name, ranges) in [("cluster-cidr", pods), ("service-cidr", services)] {
        if let Some(wrong) = ranges.values.iter().find(|text| network(text).is_none()) {
            return vec![fatal(
                format!("invalid {name} {wrong}: invalid CIDR address: {wrong}"),
                Confidence::Verified,
            )];
        }
    }
    let is_pair = |ranges: &Setting| families(ranges).len() == 2;
    let bundled = node.flags.get("flannel-backend") != Some("none") || !node.is_on("disable-network-policy");
    if let RancherDualStack::WithoutBundled(text) = profile.k3s_dual_stack
        && node.tool == ID
        && bundled
        && (is_pair(pods) || is_pair(services))
    {
        let text = text.unwrap_or(
            "network policy enforcement is not compatible with dual-stack operation; server must be restarted with \
             --disable-network-policy",
        );
        let refuses = text.starts_with("flannel") || !node.is_on("disable-network-policy");
        return refuses
            .then(|| fatal(text, Confidence::Unverified))
            .into_iter()
            .collect();
    }
    if profile.k3s_dual_stack != RancherDualStack::Full {
        return Vec::new();
    }
    let (cluster, service) = (families(pods), families(services));
    let first = |families: &[IpFamily]| families.first().copied();
    if first(&cluster) != first(&service) || cluster.len() != service.len() {
        return vec![fatal(
            format!(
                "cluster-cidr: {} and service-cidr: {}, must share the same IP version (IPv4, IPv6 or dual-stack)",
                go_list(pods),
                go_list(services)
            ),
            Confidence::Verified,
        )];
    }
    // Without the setting the addresses are the host's own, which are not known here.
    let nodes: Vec<IpFamily> = node_ips
        .values
        .iter()
        .filter_map(|address| family_of(address))
        .collect();
    let missing = cluster.iter().any(|family| !nodes.contains(family));
    if !nodes.is_empty() && missing {
        return vec![fatal(
            format!(
                "cluster-cidr: {} and node-ip: [{}], must share the same IP version (IPv4, IPv6 or dual-stack)",
                go_list(pods),
                node_ips.values.join(" ")
            ),
            Confidence::Verified,
        )];
    }
    Vec::new()
}

fn network(text: &str) -> Option<Cidr> {
    crate::go::net::GoNet::parse(text)?.to_cidr()
}

/// Returns the families of networks, without repetition.
fn families(ranges: &Setting) -> Vec<IpFamily> {
    let mut families = Vec::new();
    for family in ranges.values.iter().filter_map(|text| family_of(text)) {
        if !families.contains(&family) {
            families.push(family);
        }
    }
    families
}

/// Returns networks as `%v` prints a list of them.
fn go_list(ranges: &Setting) -> String {
    let texts: Vec<String> = ranges
        .values
        .iter()
        .map(|text| network(text).map_or_else(|| text.clone(), |cidr| cidr.to_string()))
        .collect();
    format!("[{}]", texts.join(" "))
}
