//! Which cluster IPs, node ports and names the stored Services of a cluster hold.

use std::collections::BTreeSet;
use std::net::IpAddr;

use super::service::ServiceSpec;
use crate::net::lenient;

/// Which addresses, node ports and names are in use already.
pub trait Occupancy {
    /// Whether a Service has that cluster IP.
    fn is_address_taken(&self, address: IpAddr) -> bool;
    /// Whether a Service has that node port.
    fn is_node_port_taken(&self, port: i32) -> bool;
    /// Whether a Service has that name. Unless told otherwise, none has.
    fn is_name_taken(&self, namespace: &str, name: &str) -> bool {
        let _ = (namespace, name);
        false
    }
}

/// A cluster without Services.
#[derive(Clone, Copy, Debug)]
pub struct Vacant;

impl Occupancy for Vacant {
    fn is_address_taken(&self, _: IpAddr) -> bool {
        false
    }

    fn is_node_port_taken(&self, _: i32) -> bool {
        false
    }
}

/// The addresses and node ports of stored Services.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    addresses: BTreeSet<IpAddr>,
    node_ports: BTreeSet<i32>,
    names: BTreeSet<(String, String)>,
}

impl Taken {
    /// Takes what that stored Service holds.
    pub fn add(&mut self, spec: &ServiceSpec) {
        self.addresses.extend(addresses_of(spec));
        self.node_ports.extend(ports_of(spec));
    }

    /// Gives back what that stored Service held.
    pub fn remove(&mut self, spec: &ServiceSpec) {
        for address in addresses_of(spec) {
            self.addresses.remove(&address);
        }
        for port in ports_of(spec) {
            self.node_ports.remove(&port);
        }
    }

    /// Takes the name of a stored Service.
    pub fn add_name(&mut self, namespace: &str, name: &str) {
        self.names.insert((namespace.to_owned(), name.to_owned()));
    }

    /// Takes one address.
    pub fn add_address(&mut self, address: IpAddr) {
        self.addresses.insert(address);
    }

    /// The addresses in use.
    pub fn addresses(&self) -> impl Iterator<Item = IpAddr> + '_ {
        self.addresses.iter().copied()
    }
}

fn addresses_of(spec: &ServiceSpec) -> impl Iterator<Item = IpAddr> + '_ {
    let singular = spec.ips().is_empty().then_some(&spec.cluster_ip);
    spec.ips()
        .iter()
        .chain(singular)
        .filter(|_| !spec.is_external_name())
        .filter_map(|ip| lenient::parse_address(ip).map(|read| read.address))
}

fn ports_of(spec: &ServiceSpec) -> impl Iterator<Item = i32> + '_ {
    let health = (spec.needs_health_check() && spec.health_check_node_port != 0)
        .then_some(spec.health_check_node_port);
    spec.node_ports().filter(|_| spec.uses_node_ports()).chain(health)
}

impl Occupancy for Taken {
    fn is_address_taken(&self, address: IpAddr) -> bool {
        self.addresses.contains(&address)
    }

    fn is_node_port_taken(&self, port: i32) -> bool {
        self.node_ports.contains(&port)
    }

    fn is_name_taken(&self, namespace: &str, name: &str) -> bool {
        // Most clusters of a check have no names, and then none has to be looked up.
        !self.names.is_empty() && self.names.contains(&(namespace.to_owned(), name.to_owned()))
    }
}
