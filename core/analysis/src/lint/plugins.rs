//! Configuration of CNI plugins and of ip-masq-agent in manifests beside the plan (tigera/operator
//! api/v1/installation_types.go; projectcalico/calico, cilium/cilium and flannel-io/flannel manifests;
//! kubernetes-sigs/ip-masq-agent).

use serde_json::Value as Json;

use crate::diagnostic::Pointer;
use crate::document::Node;
use crate::net::special::{self, Purpose};
use crate::net::{Cidr, IpFamily, lenient};

use super::context::LintContext;
use crate::document::{Object, WORKLOADS};

/// The way in which a pool's traffic crosses the network between nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encapsulation {
    /// Without encapsulation.
    None,
    /// IP in IP, for IPv4 only.
    Ipip,
    /// VXLAN.
    Vxlan,
}

/// A pool of Calico: an IPPool, or an entry of an Installation.
pub(crate) struct CalicoPool<'a> {
    /// The object that holds the pool.
    pub object: Object<'a>,
    /// The place of the pool in the document.
    pub place: Pointer,
    /// The node of the pool.
    pub node: &'a Node,
    /// The range of the pool.
    pub cidr: Cidr,
    /// Whether the operator's spelling and defaults apply.
    pub by_operator: bool,
}

impl CalicoPool<'_> {
    fn text(&self, key: &str) -> Option<&str> {
        self.node.get(key)?.text()
    }

    /// Returns whether traffic that leaves the cluster is masqueraded.
    pub(crate) fn nat_outgoing(&self) -> bool {
        if self.by_operator {
            let default = self.cidr.family() == IpFamily::IPv4;
            return self
                .text("natOutgoing")
                .map_or(default, |value| value == "Enabled");
        }
        self.node.get("natOutgoing").and_then(Node::as_bool) == Some(true)
    }

    /// Returns the value of `natOutgoing` that switches it on or off.
    pub(crate) fn nat_value(&self, on: bool) -> Json {
        match (self.by_operator, on) {
            (true, true) => "Enabled".into(),
            (true, false) => "Disabled".into(),
            (false, on) => on.into(),
        }
    }

    /// Returns the encapsulation of the pool's traffic.
    pub(crate) fn encapsulation(&self) -> Encapsulation {
        if self.by_operator {
            return match (self.text("encapsulation"), self.cidr.family()) {
                (Some(name), _) if name.starts_with("IPIP") => Encapsulation::Ipip,
                (Some(name), _) if name.starts_with("VXLAN") => Encapsulation::Vxlan,
                (None, IpFamily::IPv4) => Encapsulation::Ipip,
                _ => Encapsulation::None,
            };
        }
        let on = |key: &str| self.text(key).is_some_and(|mode| mode != "Never");
        match (on("ipipMode"), on("vxlanMode")) {
            (true, _) => Encapsulation::Ipip,
            (_, true) => Encapsulation::Vxlan,
            _ => Encapsulation::None,
        }
    }

    /// Returns whether pods get addresses of the pool.
    pub(crate) fn is_for_pods(&self) -> bool {
        let disabled = self.node.get("disabled").and_then(Node::as_bool) == Some(true);
        let uses = self.node.get("allowedUses").map_or(&[][..], Node::items);
        !disabled && (uses.is_empty() || uses.iter().any(|item| item.text() == Some("Workload")))
    }
}

/// Returns the unique local IPv6 pod range, which needs masquerading to leave the cluster. `None` if there is none.
pub(crate) fn unique_local_pods(cx: &LintContext<'_>) -> Option<Cidr> {
    cx.plan
        .spec
        .pods()?
        .of(IpFamily::IPv6)
        .filter(|range| special::containing(range).is_some_and(|block| block.purpose == Purpose::UniqueLocal))
}

/// Returns the IPv6 pod range if the Internet routes it. `None` otherwise.
pub(crate) fn global_pods(cx: &LintContext<'_>) -> Option<Cidr> {
    cx.plan.spec.pods()?.of(IpFamily::IPv6).filter(special::is_global)
}

impl<'a> LintContext<'a> {
    /// Returns the pools of Calico in the file.
    pub(crate) fn calico_pools(&self) -> Vec<CalicoPool<'a>> {
        let mut pools = Vec::new();
        let read = |node: Option<&Node>| Some(lenient::parse_cidr(node?.text()?)?.cidr);
        for object in self.objects(&["IPPool", "Installation"]) {
            if object.kind() == "IPPool" {
                let Some(node) = object.get(&["spec"]) else {
                    continue;
                };
                if let Some(cidr) = read(node.get("cidr")) {
                    pools.push(CalicoPool {
                        place: object.at(&["spec"]),
                        node,
                        cidr,
                        by_operator: false,
                        object,
                    });
                }
                continue;
            }
            for (place, node) in object.items(&["spec", "calicoNetwork", "ipPools"]) {
                if let Some(cidr) = read(node.get("cidr")) {
                    pools.push(CalicoPool {
                        object: object.clone(),
                        place,
                        node,
                        cidr,
                        by_operator: true,
                    });
                }
            }
        }
        pools
    }

    /// Returns the configuration of Cilium's agent, a ConfigMap.
    pub(crate) fn cilium(&self) -> impl Iterator<Item = Object<'a>> + use<'a> {
        self.config_maps("cilium-config")
    }

    /// Returns the configuration of Flannel: the ConfigMap, and the value of its `net-conf.json`.
    pub(crate) fn flannel(&self) -> impl Iterator<Item = (Object<'a>, Json)> + use<'a> {
        self.config_maps("kube-flannel-cfg").filter_map(|object| {
            let config = object.embedded(&["data", NET_CONF])?;
            Some((object, config))
        })
    }

    /// Returns the configuration of ip-masq-agent: the ConfigMap, the key, and its value.
    pub(crate) fn masq_config(&self) -> impl Iterator<Item = (Object<'a>, &'static str, Json)> + use<'a> {
        self.config_maps("ip-masq-agent").filter_map(|object| {
            let key = ["config", "ip-masq-agent"]
                .into_iter()
                .find(|key| object.text(&["data", key]).is_some())?;
            let config = object.embedded(&["data", key])?;
            Some((object, key, config))
        })
    }

    /// Returns the workloads that run ip-masq-agent: the object, the place of the container, and the container.
    pub(crate) fn masq_agents(&self) -> Vec<(Object<'a>, Pointer, &'a Node)> {
        self.objects(WORKLOADS)
            .flat_map(|object| {
                object
                    .containers()
                    .into_iter()
                    .filter(|(_, container)| {
                        let image = container.get("image").and_then(Node::text).unwrap_or_default();
                        image.contains("ip-masq-agent")
                    })
                    .map(|(place, container)| (object.clone(), place, container))
                    .collect::<Vec<_>>()
            })
            .collect()
    }
}

/// The key of Flannel's configuration.
pub(crate) const NET_CONF: &str = "net-conf.json";

/// Returns whether a container is started with `--enable-ipv6` (`ip-masq-agent` README; off by default).
pub(crate) fn handles_ipv6(container: &Node) -> bool {
    let given = |list: &str| container.get(list).map_or(&[][..], Node::items);
    given("args")
        .iter()
        .chain(given("command"))
        .filter_map(Node::text)
        .any(|arg| matches!(arg, "--enable-ipv6" | "--enable-ipv6=true"))
}

/// Returns a text field of a JSON object.
pub(crate) fn text<'j>(object: &'j Json, key: &str) -> Option<&'j str> {
    object.get(key)?.as_str()
}
