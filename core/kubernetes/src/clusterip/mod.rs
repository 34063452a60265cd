//! The addresses of a Service range: those that Services can have, and those that are kept for explicit requests.
//!
//! Models `pkg/registry/core/service/ipallocator/{bitmap,ipallocator,cidrallocator}.go`. Upstream picks addresses at
//! random, so this module returns bands, never the next address.

use std::net::IpAddr;

use serde::Serialize;

use crate::i18n::Message;
use crate::kubernetes::cluster_ip::{
    BITMAP_IPV6_SIZE, BandRule, ClusterIpRules, IP_ADDRESS_IPV6_SHORTEST_PREFIX, ServiceAllocator,
};
use crate::net::range_set::{Range, RangeSet};
use crate::net::{AddressCount, Cidr, IpFamily, address_bits, address_from_bits};

/// The index of the address of the Service `default/kubernetes` in the first range, from 0.
pub const KUBERNETES_SERVICE_INDEX: u128 = 1;
/// The index of the address that kubeadm and most installers give to the cluster DNS in the first range, from 0.
pub const DNS_SERVICE_INDEX: u128 = 10;

/// The place where a Service range is configured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeOrigin {
    /// `--service-cluster-ip-range`, and so the ServiceCIDR object `kubernetes`.
    Flag,
    /// A ServiceCIDR object that was added; its range never has a bitmap.
    Object,
}

/// Consecutive addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct AddressBand {
    /// The lowest address.
    #[cfg_attr(feature = "wasm", tsify(type = "string"))]
    pub first: IpAddr,
    /// The highest address.
    #[cfg_attr(feature = "wasm", tsify(type = "string"))]
    pub last: IpAddr,
    /// The number of addresses.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub count: AddressCount,
}

impl AddressBand {
    fn between(family: IpFamily, range: Range) -> AddressBand {
        AddressBand {
            first: address_from_bits(family, range.first),
            last: address_from_bits(family, range.last),
            count: range.count(),
        }
    }

    fn range(&self) -> Range {
        Range {
            first: address_bits(self.first),
            last: address_bits(self.last),
        }
    }

    /// Returns whether the address lies in the band.
    pub fn contains(&self, address: IpAddr) -> bool {
        let bits = address_bits(address);
        let range = self.range();
        address.is_ipv4() == self.first.is_ipv4() && range.first <= bits && bits <= range.last
    }
}

/// The band of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Band {
    /// The static band: kept for explicit requests until the rest is full.
    Static,
    /// The dynamic band, in which automatic allocation starts.
    Dynamic,
}

/// A Service range as its allocator divides it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ServiceBands {
    /// The range.
    #[cfg_attr(feature = "wasm", tsify(type = "string"))]
    pub range: Cidr,
    /// The name of the ServiceCIDR object that gives the range; absent for a range of `--service-cluster-ip-range`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub object: Option<String>,
    /// The family of the range.
    pub family: IpFamily,
    /// The allocator of its addresses; absent if the component cannot create one for the range.
    pub allocator: Option<ServiceAllocator>,
    /// The component's text about the missing allocator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upstream: Option<String>,
    /// The addresses that a Service can have.
    pub usable: Option<AddressBand>,
    /// The number of addresses that a Service can have.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub usable_count: AddressCount,
    /// The number of addresses of the range that no Service can have.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub unusable_count: AddressCount,
    /// The addresses kept for explicit requests until the dynamic band is full; absent in small ranges and before
    /// 1.25.
    pub static_band: Option<AddressBand>,
    /// The addresses in which automatic allocation starts.
    pub dynamic_band: Option<AddressBand>,
    /// The address at index 1: that of `default/kubernetes` if this is the first range.
    #[cfg_attr(feature = "wasm", tsify(type = "string | null"))]
    pub kubernetes_service: Option<IpAddr>,
    /// The address at index 10: that of the cluster DNS if this is the first range.
    #[cfg_attr(feature = "wasm", tsify(type = "string | null"))]
    pub dns_service: Option<IpAddr>,
    /// Whether this range can give addresses outside of it (IPv6 /64, fixed in 1.34.8).
    pub overflows: bool,
}

impl ServiceBands {
    /// Returns the bands of a range.
    ///
    /// ```
    /// use dualstack_kubernetes::clusterip::{RangeOrigin, ServiceBands};
    /// use dualstack_kubernetes::kubernetes::cluster_ip::ClusterIpRules;
    /// let rules = ClusterIpRules::at("1.36".parse().unwrap());
    /// let bands = ServiceBands::new("10.96.0.0/16".parse().unwrap(), RangeOrigin::Flag, &rules);
    /// assert_eq!(bands.static_band.unwrap().last.to_string(), "10.96.1.0");
    /// assert_eq!(bands.dynamic_band.unwrap().first.to_string(), "10.96.1.1");
    /// assert_eq!(bands.usable_count.to_string(), "65534");
    /// ```
    pub fn new(range: Cidr, origin: RangeOrigin, rules: &ClusterIpRules) -> ServiceBands {
        let family = range.family();
        let allocator = match (rules.allocator, origin) {
            (ServiceAllocator::DualWrite, RangeOrigin::Object) => ServiceAllocator::IpAddress,
            (allocator, _) => allocator,
        };
        let too_short = allocator != ServiceAllocator::Bitmap
            && family == IpFamily::IPv6
            && range.prefix_len() < IP_ADDRESS_IPV6_SHORTEST_PREFIX;
        // A ServiceCIDR object has no effect in versions that do not use objects.
        let absent = origin == RangeOrigin::Object && rules.service_cidr_api.is_none();
        let usable = if too_short || absent {
            None
        } else {
            usable_range(range, allocator)
        };
        let band = |first: u128, last: u128| {
            (first <= last).then(|| AddressBand::between(family, Range { first, last }))
        };
        let (static_band, dynamic_band) = match usable {
            None => (None, None),
            Some(all) => match static_size(range, rules.bands) {
                0 => (None, band(all.first, all.last)),
                size => {
                    // At most 256 addresses into the range.
                    let last = all.first.saturating_add(size - 1).min(all.last);
                    (
                        band(all.first, last),
                        last.checked_add(1).and_then(|first| band(first, all.last)),
                    )
                }
            },
        };
        let usable_count = usable.map_or(AddressCount::ZERO, |range| range.count());
        // The addresses that are given by convention are those of the flag's ranges.
        let of_flag = |index| range.address(index).filter(|_| origin == RangeOrigin::Flag);
        ServiceBands {
            range,
            object: None,
            family,
            allocator: (!too_short && !absent).then_some(allocator),
            upstream: too_short.then(|| {
                format!(
                    "shortest allowed prefix length for service CIDR is {IP_ADDRESS_IPV6_SHORTEST_PREFIX}, got {}",
                    range.prefix_len()
                )
            }),
            usable: usable.map(|range| AddressBand::between(family, range)),
            usable_count,
            unusable_count: range.size().saturating_sub(usable_count.saturating_u128()),
            static_band,
            dynamic_band,
            kubernetes_service: of_flag(KUBERNETES_SERVICE_INDEX),
            dns_service: of_flag(DNS_SERVICE_INDEX),
            overflows: rules.slash_64_overflow
                && allocator == ServiceAllocator::IpAddress
                && family == IpFamily::IPv6
                && range.prefix_len() == IP_ADDRESS_IPV6_SHORTEST_PREFIX,
        }
    }

    /// Returns the bands of a range that the ServiceCIDR object of that name gives.
    pub fn of_object(range: Cidr, name: &str, rules: &ClusterIpRules) -> ServiceBands {
        ServiceBands {
            object: Some(name.to_owned()),
            ..ServiceBands::new(range, RangeOrigin::Object, rules)
        }
    }

    /// Returns the band of an address. `None` if no Service can have it.
    pub fn band_of(&self, address: IpAddr) -> Option<Band> {
        let within = |band: &Option<AddressBand>| band.is_some_and(|band| band.contains(address));
        if within(&self.static_band) {
            Some(Band::Static)
        } else {
            within(&self.dynamic_band).then_some(Band::Dynamic)
        }
    }

    /// Returns the use of the range with `services` cluster IPs. The caller includes the Services of the cluster
    /// itself.
    pub fn utilisation(&self, services: u64) -> Utilisation {
        utilisation(self.usable_count, services)
    }

    /// Returns the remarks about the range.
    pub fn notes(&self) -> Vec<Message> {
        let mut notes = Vec::new();
        if let Some(upstream) = &self.upstream {
            let message = Message::new("plan-services-no-allocator");
            notes.push(
                message
                    .with("range", self.range)
                    .with("upstream", upstream.as_str()),
            );
        }
        let clamped = matches!(
            self.allocator,
            Some(ServiceAllocator::Bitmap | ServiceAllocator::DualWrite)
        ) && self.family == IpFamily::IPv6
            && self.range.size() > AddressCount::from(BITMAP_IPV6_SIZE);
        if clamped {
            let message = Message::new("plan-services-bitmap-limit");
            notes.push(
                message
                    .with("range", self.range)
                    .with("usable", self.usable_count)
                    .with("unusable", self.unusable_count),
            );
        }
        if self.overflows {
            notes.push(Message::new("plan-services-overflow").with("range", self.range));
        }
        notes
    }
}

/// The use of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Utilisation {
    /// The number of addresses that Services can have.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub capacity: AddressCount,
    /// The number of addresses in use.
    pub used: u64,
    /// The number of free addresses.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub free: AddressCount,
    /// The number of Services without an address.
    pub missing: u64,
    /// The used part in tenths of a percent, rounded down; 1000 if full.
    pub per_mille: u32,
}

fn utilisation(capacity: AddressCount, services: u64) -> Utilisation {
    let room = capacity.saturating_u128();
    let used = u64::try_from(room).map_or(services, |room| services.min(room));
    // 1000 × u64 fits into u128; an empty range counts as full.
    let per_mille = (u128::from(used) * 1000).checked_div(room).unwrap_or(1000);
    Utilisation {
        capacity,
        used,
        free: capacity.saturating_sub(u128::from(used)),
        missing: services - used,
        per_mille: u32::try_from(per_mille).unwrap_or(1000),
    }
}

/// The room for Services in one family: all of its ranges together, those of ServiceCIDR objects too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ServiceRoom {
    /// The family.
    pub family: IpFamily,
    /// The number of addresses that Services can have; those of nested ranges are counted once.
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    pub usable: AddressCount,
    /// The number of those in use: by the API server's own Service, by Services of the file, and by IPAddress objects.
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    pub used: AddressCount,
    /// The number of free addresses.
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    pub free: AddressCount,
}

impl ServiceRoom {
    /// Returns the room as a sentence.
    pub fn message(&self) -> Message {
        Message::new("plan-services-room")
            .with("family", self.family)
            .with("usable", self.usable)
            .with("used", self.used)
            .with("free", self.free)
    }
}

/// Returns the room of each family of the flag's ranges, in their order. Each address of `used` is listed once.
///
/// ```
/// use dualstack_kubernetes::clusterip::{RangeOrigin, ServiceBands, service_rooms};
/// use dualstack_kubernetes::kubernetes::cluster_ip::ClusterIpRules;
/// let rules = ClusterIpRules::at("1.36".parse().unwrap());
/// let ranges = [
///     ServiceBands::new("10.96.0.0/24".parse().unwrap(), RangeOrigin::Flag, &rules),
///     ServiceBands::of_object("10.97.0.0/24".parse().unwrap(), "more", &rules),
/// ];
/// let room = service_rooms(&ranges, &["10.96.0.1".parse().unwrap(), "10.97.0.9".parse().unwrap()])[0];
/// assert_eq!((room.usable.to_string(), room.free.to_string()), ("508".to_owned(), "506".to_owned()));
/// ```
pub fn service_rooms(ranges: &[ServiceBands], used: &[IpAddr]) -> Vec<ServiceRoom> {
    let of_flag = ranges.iter().filter(|bands| bands.object.is_none());
    let mut rooms: Vec<ServiceRoom> = Vec::new();
    for family in of_flag.map(|bands| bands.family) {
        if rooms.iter().any(|room| room.family == family) {
            continue;
        }
        let mut addresses = RangeSet::new(family);
        let of_family = ranges.iter().filter(|bands| bands.family == family);
        for band in of_family.filter_map(|bands| bands.usable) {
            addresses.insert(band.range());
        }
        let held = used.iter().filter(|address| {
            let bits = address_bits(**address);
            let host = Range {
                first: bits,
                last: bits,
            };
            IpFamily::of(**address) == family && addresses.overlaps(host)
        });
        let held = held.count() as u64;
        let usable = addresses.count();
        rooms.push(ServiceRoom {
            family,
            usable,
            used: AddressCount::from(held),
            free: usable.saturating_sub(u128::from(held)),
        });
    }
    rooms
}

/// Returns the number of dual-stack Services that fit: each takes an address of every range.
pub fn dual_stack_capacity(ranges: &[ServiceBands]) -> AddressCount {
    ranges
        .iter()
        .map(|bands| bands.usable_count)
        .min()
        .unwrap_or(AddressCount::ZERO)
}

/// The effect of a ServiceCIDR object that extends a range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RangeExtension {
    /// Whether this server can use the object.
    pub possible: bool,
    /// The API version of the object; absent if the version has none.
    pub api_version: Option<&'static str>,
    /// Whether that API version has to be switched on first.
    pub needs_runtime_config: bool,
    /// The number of added addresses; those of another range are not counted twice.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub added: AddressCount,
    /// The number of addresses afterwards.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub total: AddressCount,
    /// The bands of the added range, which has a separate static band.
    pub bands: ServiceBands,
}

/// Returns the effect of a ServiceCIDR object with the range `extra` on ranges of the same family. Ranges of the
/// other family are ignored: an object of a family that the flag lacks does not make a cluster dual-stack.
pub fn extend(current: &[ServiceBands], extra: Cidr, rules: &ClusterIpRules) -> RangeExtension {
    let family = extra.family();
    let same_family = || current.iter().filter(move |bands| bands.family == family);
    let mut addresses = RangeSet::new(family);
    for band in same_family().filter_map(|bands| bands.usable) {
        addresses.insert(band.range());
    }
    let before = addresses.count();
    let bands = ServiceBands::new(extra, RangeOrigin::Object, rules);
    let possible =
        rules.service_cidr_api.is_some() && bands.upstream.is_none() && same_family().next().is_some();
    if let Some(band) = bands.usable.filter(|_| possible) {
        addresses.insert(band.range());
    }
    let total = addresses.count();
    RangeExtension {
        possible,
        api_version: rules.service_cidr_api,
        needs_runtime_config: rules.needs_runtime_config,
        // Only ranges of the IPAddress allocator can be joined, and those hold at most 2^64 addresses each.
        added: total.saturating_sub(before.saturating_u128()),
        total,
        bands,
    }
}

impl RangeExtension {
    /// Returns the effect as a sentence.
    pub fn message(&self) -> Message {
        let id = match (self.possible, self.api_version, self.needs_runtime_config) {
            (true, _, false) => "plan-services-extend",
            (true, _, true) => "plan-services-extend-runtime-config",
            (false, None, _) => "plan-services-extend-rebuild",
            (false, Some(_), _) => "plan-services-extend-refused",
        };
        Message::new(id)
            .with("range", self.bands.range)
            .with("added", self.added)
            .with("total", self.total)
            .with("api", self.api_version.unwrap_or_default())
    }
}

/// Returns every address of the range that its allocator can give. `None` if there is none.
fn usable_range(range: Cidr, allocator: ServiceAllocator) -> Option<Range> {
    // The network address is never given.
    let first = range.first_bits().checked_add(1)?;
    let last = match (range.family(), allocator) {
        // The broadcast address is not given either.
        (IpFamily::IPv4, _) => range.last_bits().checked_sub(1)?,
        (IpFamily::IPv6, ServiceAllocator::IpAddress) => range.last_bits(),
        (IpFamily::IPv6, ServiceAllocator::Bitmap | ServiceAllocator::DualWrite) => range
            .last_bits()
            .min(range.first_bits().saturating_add(BITMAP_IPV6_SIZE - 1)),
    };
    // `RangeSize` is 0 for the very largest ranges, which leaves a bitmap without a bit.
    let no_bits = allocator != ServiceAllocator::IpAddress && range_size(range) == 0;
    (first <= last && !no_bits).then_some(Range { first, last })
}

/// Returns the number of addresses as `RangeSize` of `k8s.io/utils/net` does.
fn range_size(range: Cidr) -> u128 {
    let host_bits = range.host_bits();
    match range.family() {
        IpFamily::IPv4 if host_bits >= 31 => 0,
        IpFamily::IPv6 if host_bits >= 127 => 0,
        _ if host_bits >= 63 => i64::MAX as u128,
        _ => 1 << host_bits,
    }
}

/// Returns the number of addresses of the static band, before it is cut to the usable addresses.
fn static_size(range: Cidr, rule: BandRule) -> u128 {
    let size = range_size(range);
    let none = match rule {
        BandRule::NoBands => true,
        BandRule::FromSixteen => size < 16,
        BandRule::AboveSixteen => size <= 16,
    };
    if none { 0 } else { (size / 16).clamp(16, 256) }
}

#[cfg(test)]
mod tests;
