//! The addresses of a Service range: which of them Services can have, which are kept for explicit requests, and how
//! far a range reaches.
//!
//! Models `pkg/registry/core/service/ipallocator/{bitmap,ipallocator,cidrallocator}.go`. Addresses are picked at
//! random upstream, so only bands are told here, never the next address.

use std::net::IpAddr;

use serde::Serialize;

use crate::i18n::Message;
use crate::kubernetes::cluster_ip::{
    BITMAP_IPV6_SIZE, BandRule, ClusterIpRules, IP_ADDRESS_IPV6_SHORTEST_PREFIX, ServiceAllocator,
};
use crate::net::range_set::{Range, RangeSet};
use crate::net::{AddressCount, Cidr, IpFamily, address_bits, address_from_bits};

/// Index of the address of the Service `default/kubernetes`, in the first range.
pub const KUBERNETES_SERVICE_INDEX: u128 = 1;
/// Index of the address that kubeadm and most installers give to the cluster DNS, in the first range.
pub const DNS_SERVICE_INDEX: u128 = 10;

/// Where a Service range is configured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeOrigin {
    /// In `--service-cluster-ip-range`, hence in the ServiceCIDR object `kubernetes`.
    Flag,
    /// In a ServiceCIDR object that was added; it never has a bitmap.
    Object,
}

/// Some addresses in a row.
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
    /// How many there are.
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

    /// Whether the address is one of them.
    pub fn contains(&self, address: IpAddr) -> bool {
        let bits = address_bits(address);
        let range = self.range();
        address.is_ipv4() == self.first.is_ipv4() && range.first <= bits && bits <= range.last
    }
}

/// Which band an address is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Band {
    /// Kept for explicit requests until the rest is full.
    Static,
    /// Automatic allocation starts here.
    Dynamic,
}

/// A Service range as its allocator sees it.
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ServiceBands {
    /// The range.
    #[cfg_attr(feature = "wasm", tsify(type = "string"))]
    pub range: Cidr,
    /// Its family.
    pub family: IpFamily,
    /// Who hands out its addresses; absent when the component cannot make an allocator for it.
    pub allocator: Option<ServiceAllocator>,
    /// Why there is no allocator: the component's own text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upstream: Option<String>,
    /// Every address a Service can have.
    pub usable: Option<AddressBand>,
    /// How many those are.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub usable_count: AddressCount,
    /// Addresses of the range that no Service can ever have.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub unusable_count: AddressCount,
    /// Kept for explicit requests until the dynamic band is full; absent in small ranges and before 1.25.
    pub static_band: Option<AddressBand>,
    /// Where automatic allocation starts.
    pub dynamic_band: Option<AddressBand>,
    /// Index 1: the address of `default/kubernetes` if this is the first range.
    #[cfg_attr(feature = "wasm", tsify(type = "string | null"))]
    pub kubernetes_service: Option<IpAddr>,
    /// Index 10: the address of the cluster DNS if this is the first range.
    #[cfg_attr(feature = "wasm", tsify(type = "string | null"))]
    pub dns_service: Option<IpAddr>,
    /// This range can give addresses that lie outside of it (IPv6 /64, fixed in 1.34.8).
    pub overflows: bool,
}

impl ServiceBands {
    /// The bands of a range.
    pub fn new(range: Cidr, origin: RangeOrigin, rules: &ClusterIpRules) -> ServiceBands {
        let family = range.family();
        let allocator = match (rules.allocator, origin) {
            (ServiceAllocator::DualWrite, RangeOrigin::Object) => ServiceAllocator::IpAddress,
            (allocator, _) => allocator,
        };
        let too_short = allocator != ServiceAllocator::Bitmap
            && family == IpFamily::IPv6
            && range.prefix_len() < IP_ADDRESS_IPV6_SHORTEST_PREFIX;
        // A ServiceCIDR object is nothing where objects are not used.
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
        ServiceBands {
            range,
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
            kubernetes_service: range.address(KUBERNETES_SERVICE_INDEX),
            dns_service: range.address(DNS_SERVICE_INDEX),
            overflows: rules.slash_64_overflow
                && allocator == ServiceAllocator::IpAddress
                && family == IpFamily::IPv6
                && range.prefix_len() == IP_ADDRESS_IPV6_SHORTEST_PREFIX,
        }
    }

    /// Which band an address is in; `None` when no Service can have it.
    pub fn band_of(&self, address: IpAddr) -> Option<Band> {
        let within = |band: &Option<AddressBand>| band.is_some_and(|band| band.contains(address));
        if within(&self.static_band) {
            Some(Band::Static)
        } else {
            within(&self.dynamic_band).then_some(Band::Dynamic)
        }
    }

    /// How full the range is with so many cluster IPs, the Services of the cluster itself counted in by the caller.
    pub fn utilisation(&self, services: u64) -> Utilisation {
        utilisation(self.usable_count, services)
    }

    /// What is worth saying about the range.
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

/// How full a range is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Utilisation {
    /// Addresses that Services can have.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub capacity: AddressCount,
    /// Addresses that are taken.
    pub used: u64,
    /// Addresses left.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub free: AddressCount,
    /// Services that find no address.
    pub missing: u64,
    /// Tenths of a percent in use, rounded down; 1000 when full.
    pub per_mille: u32,
}

fn utilisation(capacity: AddressCount, services: u64) -> Utilisation {
    let room = capacity.saturating_u128();
    let used = u64::try_from(room).map_or(services, |room| services.min(room));
    // 1000 × u64 fits into u128; an empty range is a full one.
    let per_mille = (u128::from(used) * 1000).checked_div(room).unwrap_or(1000);
    Utilisation {
        capacity,
        used,
        free: capacity.saturating_sub(u128::from(used)),
        missing: services - used,
        per_mille: u32::try_from(per_mille).unwrap_or(1000),
    }
}

/// How many dual-stack Services fit: each takes an address of every range.
pub fn dual_stack_capacity(ranges: &[ServiceBands]) -> AddressCount {
    ranges
        .iter()
        .map(|bands| bands.usable_count)
        .min()
        .unwrap_or(AddressCount::ZERO)
}

/// What a ServiceCIDR object adds to a range that gets full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RangeExtension {
    /// Whether this server can use the object at all.
    pub possible: bool,
    /// API version of the object, where there is one.
    pub api_version: Option<&'static str>,
    /// Whether that API version must be switched on first.
    pub needs_runtime_config: bool,
    /// Addresses that come on top; those that another range has already are not counted twice.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub added: AddressCount,
    /// Addresses afterwards.
    #[cfg_attr(feature = "wasm", tsify(type = "`${bigint}`"))]
    pub total: AddressCount,
    /// Bands of the added range: it has a static band of its own.
    pub bands: ServiceBands,
}

/// What happens when a ServiceCIDR object with `extra` joins ranges of the same family. Ranges of the other family
/// are passed over: an object of a family that the flag lacks does not make a cluster dual-stack.
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
    /// The outcome in a sentence.
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

/// Every address of the range that its allocator can give.
fn usable_range(range: Cidr, allocator: ServiceAllocator) -> Option<Range> {
    // The network address never.
    let first = range.first_bits().checked_add(1)?;
    let last = match (range.family(), allocator) {
        // Nor the broadcast address.
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

/// `RangeSize` of `k8s.io/utils/net`.
fn range_size(range: Cidr) -> u128 {
    let host_bits = range.host_bits();
    match range.family() {
        IpFamily::IPv4 if host_bits >= 31 => 0,
        IpFamily::IPv6 if host_bits >= 127 => 0,
        _ if host_bits >= 63 => i64::MAX as u128,
        _ => 1 << host_bits,
    }
}

/// How many addresses the static band starts out with, before it is cut to what there is.
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
