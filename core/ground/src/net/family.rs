use std::fmt;
use std::net::IpAddr;

use serde::{Deserialize, Serialize};

/// An IP family, spelled the way Kubernetes spells it in `spec.ipFamilies`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum IpFamily {
    /// IPv4: addresses of 32 bits.
    IPv4,
    /// IPv6: addresses of 128 bits.
    IPv6,
}

impl IpFamily {
    /// Both families, IPv4 first.
    pub const ALL: [IpFamily; 2] = [IpFamily::IPv4, IpFamily::IPv6];

    /// Returns the family of an address as Kubernetes decides it: an IPv4-mapped IPv6 address counts as IPv4.
    ///
    /// ```
    /// use dualstack_ground::net::IpFamily;
    /// assert_eq!(IpFamily::of("::ffff:10.0.0.1".parse().unwrap()), IpFamily::IPv4);
    /// assert_eq!(IpFamily::of("fd00::1".parse().unwrap()), IpFamily::IPv6);
    /// ```
    pub fn of(address: IpAddr) -> IpFamily {
        match address.to_canonical() {
            IpAddr::V4(_) => IpFamily::IPv4,
            IpAddr::V6(_) => IpFamily::IPv6,
        }
    }

    /// The family of that name, `IPv4` or `IPv6`.
    pub fn named(name: &str) -> Option<IpFamily> {
        IpFamily::ALL.into_iter().find(|family| family.as_str() == name)
    }

    /// Width of an address in bits: 32 or 128.
    pub const fn width(self) -> u8 {
        match self {
            IpFamily::IPv4 => 32,
            IpFamily::IPv6 => 128,
        }
    }

    /// Returns the other family.
    pub const fn other(self) -> IpFamily {
        match self {
            IpFamily::IPv4 => IpFamily::IPv6,
            IpFamily::IPv6 => IpFamily::IPv4,
        }
    }

    /// Returns the name of the family: `IPv4` or `IPv6`.
    pub const fn as_str(self) -> &'static str {
        match self {
            IpFamily::IPv4 => "IPv4",
            IpFamily::IPv6 => "IPv6",
        }
    }
}

impl fmt::Display for IpFamily {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
