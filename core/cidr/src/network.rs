use std::fmt;
use std::str::FromStr;

use ipnet::IpNet;

use crate::Net;
use crate::digits::is_v6;
use crate::read::{NotANetwork, read_net};

/// A network of either family. IPv4 sorts before IPv6.
///
/// ```
/// use dualstack_cidr::Network;
/// let mut list: Vec<Network> = ["fd00::/8", "10.0.0.0/8"].map(|text| text.parse().unwrap()).into();
/// list.sort_unstable();
/// assert_eq!(list[0].to_string(), "10.0.0.0/8");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Network {
    /// A network of IPv4.
    V4(Net<u32>),
    /// A network of IPv6; IPv4-mapped addresses stay what they are.
    V6(Net<u128>),
}

impl Network {
    /// Reads `address/length`, or an address alone. Host bits are dropped.
    ///
    /// # Errors
    ///
    /// Says which part cannot be read.
    pub fn read(text: &[u8]) -> Result<Network, NotANetwork> {
        if is_v6(text) {
            let read = read_net::<u128>(text)?;
            let net = Net::containing(read.address, read.prefix_len);
            net.map(Network::V6).ok_or(NotANetwork::LongerThanAddress)
        } else {
            let read = read_net::<u32>(text)?;
            let net = Net::containing(read.address, read.prefix_len);
            net.map(Network::V4).ok_or(NotANetwork::LongerThanAddress)
        }
    }

    /// Returns whether the whole of `other` lies in this network. Never for networks of different families.
    pub fn contains(self, other: Network) -> bool {
        match (self, other) {
            (Network::V4(a), Network::V4(b)) => a.contains(b),
            (Network::V6(a), Network::V6(b)) => a.contains(b),
            _ => false,
        }
    }
}

impl FromStr for Network {
    type Err = NotANetwork;

    /// Reads `address/length`, or an address as the network of it alone. Host bits are dropped.
    fn from_str(text: &str) -> Result<Network, NotANetwork> {
        Network::read(text.as_bytes())
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Network::V4(net) => net.fmt(f),
            Network::V6(net) => net.fmt(f),
        }
    }
}

impl From<IpNet> for Network {
    fn from(net: IpNet) -> Network {
        match net {
            IpNet::V4(net) => Network::V4(net.into()),
            IpNet::V6(net) => Network::V6(net.into()),
        }
    }
}
