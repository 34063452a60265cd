//! The API server's allocators of cluster IPs and node ports: pkg/registry/core/service/ipallocator
//! and portallocator, and the calls to them in storage/{rest,alloc}.go. Real servers pick at random inside the
//! band. Here a seed decides the starting point, so that the same request gets the same address.

use std::net::IpAddr;

use super::cluster::ServiceCluster;
use crate::hash::fnv1a_64;
use crate::kubernetes::service_api::{AllocatorKind, DryRunAllocation, NoAddressError, ServiceApi};
use crate::net::{Cidr, IpFamily, address_bits};

/// The reason why an allocator refuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum AllocationError {
    Full,
    Taken,
    OutsideRange {
        range: String,
        address: Option<IpAddr>,
    },
    NoSuchRange,
    NotReady,
    /// The IPAddress object would belong to a Service without a name.
    NoOwner(IpAddr),
    OutsidePorts {
        range: String,
    },
    PortTaken,
}

impl AllocationError {
    /// Returns the reason in the words of the allocator.
    pub(super) fn text(&self) -> String {
        match self {
            AllocationError::Full => "range is full".to_owned(),
            AllocationError::Taken => "provided IP is already allocated".to_owned(),
            AllocationError::OutsideRange { range, address: None } => {
                format!("provided IP is not in the valid range. The range of valid IPs is {range}")
            }
            AllocationError::OutsideRange {
                range,
                address: Some(address),
            } => {
                format!(
                    "the provided IP ({address}) is not in the valid range. The range of valid IPs is {range}"
                )
            }
            AllocationError::NoSuchRange => {
                "the provided network does not match the current range".to_owned()
            }
            AllocationError::NoOwner(address) => {
                format!(
                    "IPAddress.networking.k8s.io \"{address}\" is invalid: spec.parentRef.name: Required value"
                )
            }
            AllocationError::NotReady => "allocator not ready".to_owned(),
            AllocationError::OutsidePorts { range } => {
                format!("provided port is not in the valid range. The range of valid ports is {range}")
            }
            AllocationError::PortTaken => "provided port is already allocated".to_owned(),
        }
    }
}

/// The size of the largest range without a static band, in addresses or ports.
const SMALLEST_BANDED_RANGE: u128 = 16;

/// Returns the number of addresses at the start of a range that are kept for explicit requests (KEP-3070).
pub(crate) fn address_band_offset(range: &Cidr) -> u128 {
    let size = range.size().saturating_u128();
    if size <= SMALLEST_BANDED_RANGE {
        0
    } else {
        (size / 16).clamp(16, 256)
    }
}

/// Returns the number of node ports at the start of a range of `size` ports that are kept for explicit requests
/// (KEP-3668).
fn port_band_offset(size: u128) -> u128 {
    if size <= SMALLEST_BANDED_RANGE {
        0
    } else {
        (size / 32).clamp(16, 128)
    }
}

/// The shortest prefix length of an IPv6 range that an allocator of IPAddress objects accepts.
const SHORTEST_IPV6_PREFIX: u8 = 64;
/// The number of addresses in the bitmap of an IPv6 range.
const IPV6_BITMAP_SIZE: u128 = 65_536;

/// Returns the usable addresses of a range, as offsets from its first address, both ends included. `None` if there
/// are none.
fn usable(range: &Cidr, bitmap: bool) -> Option<(u128, u128)> {
    let last = range.last_bits() - range.first_bits();
    let last = match range.family() {
        IpFamily::IPv4 => last.checked_sub(1)?,
        IpFamily::IPv6 if bitmap => last.min(IPV6_BITMAP_SIZE - 1),
        IpFamily::IPv6 if range.prefix_len() < SHORTEST_IPV6_PREFIX => return None,
        IpFamily::IPv6 => last,
    };
    (last >= 1).then_some((1, last))
}

/// The allocators during one request: the addresses and ports in use in the cluster, and those that this request
/// takes.
pub(super) struct Pool<'a> {
    cluster: &'a ServiceCluster<'a>,
    api: &'a ServiceApi,
    salt: u64,
    /// Whether the request only asks what would happen: nothing is taken.
    dry_run: bool,
    /// Whether the Service has no name: its IPAddress objects are invalid, which is noticed before the Service itself is
    /// checked (kubernetes/kubernetes#135333).
    unnamed: bool,
    addresses: Vec<IpAddr>,
    node_ports: Vec<i32>,
}

/// The port before the first one that a dry run names.
const BEFORE_DRY_RUN_PORTS: i32 = 32_768;

impl<'a> Pool<'a> {
    pub(super) fn new(
        cluster: &'a ServiceCluster<'a>,
        api: &'a ServiceApi,
        (namespace, name): (&str, &str),
        dry_run: bool,
    ) -> Pool<'a> {
        // Enough to spread names over a range.
        let full_name = namespace.as_bytes().iter().chain(b"/").chain(name.as_bytes());
        let salt = fnv1a_64(cluster.seed, full_name);
        Pool {
            cluster,
            api,
            salt,
            dry_run,
            unnamed: name.is_empty() && api.allocator != AllocatorKind::Bitmap,
            addresses: Vec::new(),
            node_ports: Vec::new(),
        }
    }

    /// Returns whether cluster IPs are neither allocated nor checked.
    pub(super) fn leaves_addresses_out(&self) -> bool {
        self.dry_run && self.api.dry_run == DryRunAllocation::NoAddress
    }

    /// Returns the ranges of that family, those of the flag first.
    fn ranges(&self, family: IpFamily) -> impl Iterator<Item = Cidr> + '_ {
        let flag = self.cluster.ranges.iter().copied();
        let objects = match (self.api.allocator, self.cluster.service_cidrs) {
            (AllocatorKind::Objects | AllocatorKind::ObjectsAndBitmap, Some(objects)) => Some(objects),
            _ => None,
        };
        let flag = flag.filter(move |range| objects.is_none_or(|objects| objects.contains(range)));
        let more = objects.unwrap_or_default().iter().copied();
        let more = more.filter(|range| self.cluster.ranges.of(range.family()) != Some(*range));
        flag.chain(more).filter(move |range| range.family() == family)
    }

    /// Returns whether the range is also held in a bitmap.
    fn has_bitmap(&self, range: &Cidr) -> bool {
        match self.api.allocator {
            AllocatorKind::Bitmap => true,
            AllocatorKind::ObjectsAndBitmap => self.cluster.ranges.of(range.family()) == Some(*range),
            AllocatorKind::Objects => false,
        }
    }

    fn is_taken(&self, address: IpAddr) -> bool {
        self.addresses.contains(&address) || self.cluster.occupancy.is_address_taken(address)
    }

    /// Allocates a free address of the family: from the dynamic band, and from the static band if that is full.
    ///
    /// # Errors
    /// Returns the reason if the family has no range or no free address.
    pub(super) fn next_address(&mut self, family: IpFamily) -> Result<IpAddr, AllocationError> {
        if self.dry_run {
            let range = self.ranges(family).next();
            return range
                .and_then(|range| range.address(0))
                .ok_or(AllocationError::NotReady);
        }
        let free = self
            .ranges(family)
            .find_map(|range| self.free_address(&range))
            .ok_or(AllocationError::Full)?;
        if self.unnamed {
            // At first the server tried every address of the range.
            return Err(match self.api.no_address_error {
                NoAddressError::Internal => AllocationError::Full,
                NoAddressError::InternalWhenFull | NoAddressError::InternalWhenFullNamed => {
                    AllocationError::NoOwner(free)
                }
            });
        }
        self.addresses.push(free);
        Ok(free)
    }

    fn free_address(&self, range: &Cidr) -> Option<IpAddr> {
        let (first, last) = usable(range, self.has_bitmap(range))?;
        let offset = if self.api.static_band {
            address_band_offset(range)
        } else {
            0
        };
        let dynamic = first.saturating_add(offset);
        let find = |first: u128, last: u128| {
            let count = last.checked_sub(first)?.checked_add(1)?;
            let start = u128::from(self.salt) % count;
            (0..count)
                .filter_map(|i| range.address(first + (start + i) % count))
                .find(|address| !self.is_taken(*address))
        };
        find(dynamic, last).or_else(|| find(first, last.min(dynamic.saturating_sub(1))))
    }

    /// Allocates the requested address.
    ///
    /// # Errors
    /// Returns the reason if the address is in use, outside of the ranges, or cannot be allocated.
    pub(super) fn take_address(&mut self, family: IpFamily, address: IpAddr) -> Result<(), AllocationError> {
        if self.dry_run {
            return self.check_dry_run(family, address);
        }
        self.check_range(family, address)?;
        if self.unnamed {
            return Err(AllocationError::NoOwner(address));
        }
        if self.is_taken(address) {
            return Err(AllocationError::Taken);
        }
        self.addresses.push(address);
        Ok(())
    }

    fn check_range(&self, family: IpFamily, address: IpAddr) -> Result<(), AllocationError> {
        let named = self.api.texts.range_names_address.then_some(address);
        let outside = |range: Cidr| AllocationError::OutsideRange {
            range: range.to_string(),
            address: named,
        };
        if self.api.allocator == AllocatorKind::Bitmap {
            // The allocator of a family is that of the flag's range; callers make sure that it exists.
            let range = self
                .cluster
                .ranges
                .of(family)
                .ok_or(AllocationError::NoSuchRange)?;
            return if is_usable(&range, true, address) {
                Ok(())
            } else {
                Err(outside(range))
            };
        }
        let range = self
            .ranges(family)
            .find(|range| usable(range, false).is_some() && is_usable(range, false, address))
            .ok_or(AllocationError::NoSuchRange)?;
        if self.has_bitmap(&range) && !is_usable(&range, true, address) {
            return Err(outside(range));
        }
        Ok(())
    }

    /// Checks a requested address in a dry run. The API server asks one allocator of the family, any of them
    /// (`MetaAllocator.DryRun`); here it is that of the first range.
    fn check_dry_run(&self, family: IpFamily, address: IpAddr) -> Result<(), AllocationError> {
        let range = self.ranges(family).next().ok_or(AllocationError::NotReady)?;
        if is_usable(&range, self.api.allocator == AllocatorKind::Bitmap, address) {
            return Ok(());
        }
        Err(AllocationError::OutsideRange {
            range: range.to_string(),
            address: self.api.texts.range_names_address.then_some(address),
        })
    }

    fn is_port_taken(&self, port: i32) -> bool {
        self.node_ports.contains(&port) || self.cluster.occupancy.is_node_port_taken(port)
    }

    /// Allocates a free node port.
    ///
    /// # Errors
    /// Returns the reason if no port is free.
    pub(super) fn next_port(&mut self) -> Result<i32, AllocationError> {
        if self.dry_run {
            let last = self.node_ports.iter().copied().max();
            let port = last.unwrap_or(BEFORE_DRY_RUN_PORTS).saturating_add(1);
            self.node_ports.push(port);
            return Ok(port);
        }
        let (first, last) = (
            i32::from(self.cluster.node_ports.0),
            i32::from(self.cluster.node_ports.1),
        );
        let size = u128::try_from(last.saturating_sub(first).saturating_add(1)).unwrap_or(0);
        let offset = if self.api.node_port_static_band {
            port_band_offset(size)
        } else {
            0
        };
        let dynamic = first + i32::try_from(offset).unwrap_or(0);
        let find = |first: i32, last: i32| {
            let count = u64::try_from(last.checked_sub(first)?.checked_add(1)?)
                .ok()
                .filter(|n| *n > 0)?;
            let start = self.salt % count;
            (0..count)
                .filter_map(|i| i32::try_from((start + i) % count).ok().map(|n| first + n))
                .find(|port| !self.is_port_taken(*port))
        };
        let port = find(dynamic, last)
            .or_else(|| find(first, dynamic - 1))
            .ok_or(AllocationError::Full)?;
        self.node_ports.push(port);
        Ok(port)
    }

    /// Allocates the requested node port.
    ///
    /// # Errors
    /// Returns the reason if the port is in use or outside of the range.
    pub(super) fn take_port(&mut self, port: i32) -> Result<(), AllocationError> {
        let (first, last) = self.cluster.node_ports;
        // A dry run asks whether the port is in use, which no port outside of the range is.
        if !self.dry_run && (port < i32::from(first) || port > i32::from(last)) {
            return Err(AllocationError::OutsidePorts {
                range: format!("{first}-{last}"),
            });
        }
        if self.is_port_taken(port) {
            return Err(AllocationError::PortTaken);
        }
        self.node_ports.push(port);
        Ok(())
    }
}

fn is_usable(range: &Cidr, bitmap: bool, address: IpAddr) -> bool {
    range.contains_address(address)
        && usable(range, bitmap).is_some_and(|(first, last)| {
            let offset = address_bits(address) - range.first_bits();
            (first..=last).contains(&offset)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kubernetes::Version;
    use crate::net::Dual;
    use std::collections::BTreeSet;

    fn cidr(text: &str) -> Cidr {
        text.parse().unwrap()
    }

    #[test]
    fn bands_and_usable_addresses_are_those_of_the_specification() {
        for (range, offset, bitmap, objects) in [
            ("10.96.0.0/12", 256, Some((1, 1_048_574)), Some((1, 1_048_574))),
            ("10.96.0.0/22", 64, Some((1, 1022)), Some((1, 1022))),
            ("10.0.0.0/24", 16, Some((1, 254)), Some((1, 254))),
            ("10.0.0.0/28", 0, Some((1, 14)), Some((1, 14))),
            ("10.0.0.0/31", 0, None, None),
            ("10.0.0.0/32", 0, None, None),
            ("fd00:96::/108", 256, Some((1, 65_535)), Some((1, 1_048_575))),
            ("fd00:96::/112", 256, Some((1, 65_535)), Some((1, 65_535))),
            ("fd00:96::/123", 16, Some((1, 31)), Some((1, 31))),
            ("fd00:96::/124", 0, Some((1, 15)), Some((1, 15))),
            (
                "fd00:96::/64",
                256,
                Some((1, 65_535)),
                Some((1, u128::from(u64::MAX))),
            ),
            ("fd00:96::/63", 256, Some((1, 65_535)), None),
        ] {
            let range = cidr(range);
            assert_eq!(address_band_offset(&range), offset, "{range}");
            assert_eq!(usable(&range, true), bitmap, "{range} bitmap");
            assert_eq!(usable(&range, false), objects, "{range} objects");
        }
    }

    #[test]
    fn a_small_range_is_handed_out_completely_and_the_static_band_last() {
        let version: Version = "1.36".parse().unwrap();
        let cluster = ServiceCluster::new(version, Dual::single(cidr("10.0.0.0/27")));
        let mut pool = Pool::new(&cluster, &cluster.api, ("default", "web"), false);
        let picked: Vec<IpAddr> = std::iter::from_fn(|| pool.next_address(IpFamily::IPv4).ok()).collect();
        assert_eq!(picked.len(), 30);
        let (dynamic, fixed) = picked.split_at(14);
        assert!(
            dynamic
                .iter()
                .all(|a| *a >= "10.0.0.17".parse::<IpAddr>().unwrap())
        );
        assert!(fixed.iter().all(|a| *a <= "10.0.0.16".parse::<IpAddr>().unwrap()));
        assert_eq!(picked.iter().collect::<BTreeSet<_>>().len(), 30);
        assert_eq!(pool.next_address(IpFamily::IPv4), Err(AllocationError::Full));
    }
}
