//! What the objects of a running cluster occupy: node blocks, cluster IPs, node ports.

use serde::Serialize;
use serde_json::Value as Json;

use crate::found::{Beside, Origin, pod_cidrs};

/// The blocks of a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct UsedBlocks {
    /// The name of the Node.
    pub node: String,
    /// Its blocks, in order.
    #[serde(rename = "podCIDRs")]
    pub pod_cidrs: Vec<String>,
    /// Its place.
    pub origin: Origin,
}

/// A cluster IP that a Service has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct UsedAddress {
    /// The address.
    pub address: String,
    /// The Service, `namespace/name`, or the name of an IPAddress that belongs to none of the Services here.
    pub owner: String,
    /// Its place.
    pub origin: Origin,
}

/// A port that a Service has on every node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct UsedPort {
    /// The port.
    pub port: u64,
    /// Its protocol.
    pub protocol: String,
    /// The Service, `namespace/name`.
    pub owner: String,
    /// Its place.
    pub origin: Origin,
}

/// What a running cluster occupies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Occupancy {
    /// The node blocks, in the order of the texts.
    pub node_blocks: Vec<UsedBlocks>,
    /// The cluster IPs.
    #[serde(rename = "clusterIPs")]
    pub cluster_ips: Vec<UsedAddress>,
    /// The node ports.
    pub node_ports: Vec<UsedPort>,
}

impl Occupancy {
    /// Returns what objects occupy.
    pub(super) fn of(objects: &[Beside]) -> Occupancy {
        let mut occupancy = Occupancy::default();
        for Beside { object, origin, .. } in objects {
            match text(object, "/kind") {
                "Node" => occupancy.node(object, origin),
                "Service" => occupancy.service(object, origin),
                _ => {}
            }
        }
        for Beside { object, origin, .. } in objects {
            let address = text(object, "/metadata/name");
            let is_known = occupancy.cluster_ips.iter().any(|used| used.address == address);
            if text(object, "/kind") == "IPAddress" && !is_known {
                let parent = object.pointer("/spec/parentRef");
                let owner = parent.map(|parent| name_of(parent, "")).unwrap_or_default();
                occupancy.cluster_ips.push(UsedAddress {
                    address: address.to_owned(),
                    owner,
                    origin: origin.clone(),
                });
            }
        }
        occupancy
    }

    fn node(&mut self, node: &Json, origin: &Origin) {
        let pod_cidrs = pod_cidrs(node);
        if !pod_cidrs.is_empty() {
            self.node_blocks.push(UsedBlocks {
                node: text(node, "/metadata/name").to_owned(),
                pod_cidrs,
                origin: origin.clone(),
            });
        }
    }

    fn service(&mut self, service: &Json, origin: &Origin) {
        let owner = service
            .get("metadata")
            .map(|metadata| name_of(metadata, "default"))
            .unwrap_or_default();
        let mut addresses = texts(service, "/spec/clusterIPs");
        let first = text(service, "/spec/clusterIP");
        if addresses.is_empty() && !first.is_empty() {
            addresses.push(first.to_owned());
        }
        for address in addresses.into_iter().filter(|address| address != "None") {
            self.cluster_ips.push(UsedAddress {
                address,
                owner: owner.clone(),
                origin: origin.clone(),
            });
        }
        let mut port = |port: Option<&Json>, protocol: &str| {
            if let Some(port) = port.and_then(Json::as_u64).filter(|port| *port > 0) {
                self.node_ports.push(UsedPort {
                    port,
                    protocol: protocol.to_owned(),
                    owner: owner.clone(),
                    origin: origin.clone(),
                });
            }
        };
        let ports = service.pointer("/spec/ports").and_then(Json::as_array);
        for entry in ports.into_iter().flatten() {
            let protocol = entry.get("protocol").and_then(Json::as_str).unwrap_or("TCP");
            port(entry.get("nodePort"), protocol);
        }
        port(service.pointer("/spec/healthCheckNodePort"), "TCP");
    }
}

fn name_of(metadata: &Json, namespace: &str) -> String {
    let name = text(metadata, "/name");
    match text(metadata, "/namespace") {
        "" if namespace.is_empty() => name.to_owned(),
        "" => format!("{namespace}/{name}"),
        namespace => format!("{namespace}/{name}"),
    }
}

fn text<'a>(object: &'a Json, pointer: &str) -> &'a str {
    object.pointer(pointer).and_then(Json::as_str).unwrap_or_default()
}

fn texts(object: &Json, pointer: &str) -> Vec<String> {
    let list = object.pointer(pointer).and_then(Json::as_array);
    list.into_iter()
        .flatten()
        .filter_map(Json::as_str)
        .map(str::to_owned)
        .collect()
}
