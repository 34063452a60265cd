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
mod tests {
    use super::*;
    use crate::i18n::{Catalogue, LOCALES};
    use crate::kubernetes::Version;
    use proptest::prelude::*;

    fn rules(version: &str) -> ClusterIpRules {
        ClusterIpRules::at(version.parse().unwrap())
    }

    fn flag(range: &str, version: &str) -> ServiceBands {
        ServiceBands::new(range.parse().unwrap(), RangeOrigin::Flag, &rules(version))
    }

    fn shown(band: Option<AddressBand>) -> String {
        band.map_or_else(
            || "-".to_owned(),
            |band| format!("{}–{} ({})", band.first, band.last, band.count),
        )
    }

    #[test]
    fn bands_are_those_of_the_specification() {
        for (range, version, fixed, dynamic) in [
            (
                "10.96.0.0/12",
                "1.36",
                "10.96.0.1–10.96.1.0 (256)",
                "10.96.1.1–10.111.255.254 (1048318)",
            ),
            (
                "10.96.0.0/22",
                "1.36",
                "10.96.0.1–10.96.0.64 (64)",
                "10.96.0.65–10.96.3.254 (958)",
            ),
            (
                "10.0.0.0/24",
                "1.25",
                "10.0.0.1–10.0.0.16 (16)",
                "10.0.0.17–10.0.0.254 (238)",
            ),
            ("10.0.0.0/24", "1.24", "-", "10.0.0.1–10.0.0.254 (254)"),
            ("10.0.0.0/24", "1.23", "-", "10.0.0.1–10.0.0.254 (254)"),
            (
                "10.0.0.0/27",
                "1.36",
                "10.0.0.1–10.0.0.16 (16)",
                "10.0.0.17–10.0.0.30 (14)",
            ),
            ("10.0.0.0/28", "1.36", "-", "10.0.0.1–10.0.0.14 (14)"),
            ("10.0.0.0/29", "1.36", "-", "10.0.0.1–10.0.0.6 (6)"),
            ("10.0.0.0/32", "1.36", "-", "-"),
            (
                "fd00:96::/108",
                "1.26",
                "fd00:96::1–fd00:96::100 (256)",
                "fd00:96::101–fd00:96::ffff (65279)",
            ),
            (
                "fd00:96::/108",
                "1.33",
                "fd00:96::1–fd00:96::100 (256)",
                "fd00:96::101–fd00:96::ffff (65279)",
            ),
            (
                "fd00:96::/108",
                "1.34",
                "fd00:96::1–fd00:96::100 (256)",
                "fd00:96::101–fd00:96::f:ffff (1048319)",
            ),
            (
                "fd00:96::/120",
                "1.36",
                "fd00:96::1–fd00:96::10 (16)",
                "fd00:96::11–fd00:96::ff (239)",
            ),
            ("fd00:96::/124", "1.36", "-", "fd00:96::1–fd00:96::f (15)"),
            (
                "fd00:96::/64",
                "1.36",
                "fd00:96::1–fd00:96::100 (256)",
                "fd00:96::101–fd00:96::ffff:ffff:ffff:ffff (18446744073709551359)",
            ),
            ("fd00:96::/63", "1.36", "-", "-"),
        ] {
            let bands = flag(range, version);
            assert_eq!(
                (shown(bands.static_band), shown(bands.dynamic_band)),
                (fixed.into(), dynamic.into()),
                "{range} {version}"
            );
        }
    }

    #[test]
    fn the_alpha_formula_makes_a_range_of_sixteen_all_static() {
        let on = ClusterIpRules::with_gates("1.24".parse().unwrap(), |name| {
            (name == "ServiceIPStaticSubrange").then_some(true)
        });
        let bands = ServiceBands::new("10.0.0.0/28".parse().unwrap(), RangeOrigin::Flag, &on);
        assert_eq!(
            (shown(bands.static_band), bands.dynamic_band),
            ("10.0.0.1–10.0.0.14 (14)".into(), None)
        );
    }

    #[test]
    fn usable_addresses_depend_on_the_allocator() {
        for (range, version, usable) in [
            ("10.96.0.0/12", "1.20", "1048574"),
            ("10.96.0.0/12", "1.36", "1048574"),
            ("fd00:96::/112", "1.20", "65535"),
            ("fd00:96::/108", "1.32", "65535"),
            ("fd00:96::/108", "1.36", "1048575"),
            ("fd00:96::/116", "1.36", "4095"),
            ("fd00:96::/64", "1.36", "18446744073709551615"),
            ("fd00:96::/48", "1.36", "0"),
            ("0.0.0.0/0", "1.20", "0"),
            ("0.0.0.0/0", "1.36", "4294967294"),
            ("::/0", "1.20", "0"),
            ("fd00::/127", "1.36", "1"),
            ("fd00::/128", "1.36", "0"),
        ] {
            assert_eq!(
                flag(range, version).usable_count.to_string(),
                usable,
                "{range} {version}"
            );
        }
        assert_eq!(
            flag("fd00:96::/48", "1.36").upstream.as_deref(),
            Some("shortest allowed prefix length for service CIDR is 64, got 48")
        );
    }

    #[test]
    fn allocators_change_with_version_and_gates() {
        use ServiceAllocator::{Bitmap, DualWrite, IpAddress};
        let with = |version: &str, name: &'static str, value: bool| {
            ClusterIpRules::with_gates(version.parse().unwrap(), |other| (other == name).then_some(value))
                .allocator
        };
        for (version, allocator) in [
            ("1.26", Bitmap),
            ("1.30", Bitmap),
            ("1.32", Bitmap),
            ("1.33", DualWrite),
            ("1.34", IpAddress),
            ("1.37", IpAddress),
        ] {
            assert_eq!(rules(version).allocator, allocator, "{version}");
        }
        assert_eq!(with("1.27", "MultiCIDRServiceAllocator", true), IpAddress);
        assert_eq!(with("1.31", "MultiCIDRServiceAllocator", true), DualWrite);
        assert_eq!(with("1.33", "MultiCIDRServiceAllocator", false), Bitmap);
        assert_eq!(with("1.33", "DisableAllocatorDualWrite", true), IpAddress);
        assert_eq!(with("1.34", "DisableAllocatorDualWrite", false), DualWrite);
        assert_eq!(
            with("1.35", "DisableAllocatorDualWrite", false),
            IpAddress,
            "locked"
        );
        assert_eq!(with("1.26", "MultiCIDRServiceAllocator", true), Bitmap, "unknown");
    }

    #[test]
    fn well_known_addresses_are_counted_in_hexadecimal_for_ipv6() {
        let bands = flag("fd00:10:96::/112", "1.36");
        assert_eq!(bands.kubernetes_service.unwrap().to_string(), "fd00:10:96::1");
        assert_eq!(bands.dns_service.unwrap().to_string(), "fd00:10:96::a");
        assert_eq!(bands.band_of(bands.dns_service.unwrap()), Some(Band::Static));
        assert_eq!(bands.band_of("fd00:10:96::".parse().unwrap()), None);
        assert_eq!(flag("10.0.0.0/29", "1.36").dns_service, None);
    }

    #[test]
    fn a_full_range_is_extended_only_where_objects_are_used() {
        let extended = |version: &str, extra: &str| {
            extend(
                &[flag("10.96.0.0/24", version), flag("fd00:96::/112", version)],
                extra.parse().unwrap(),
                &rules(version),
            )
        };
        let new = extended("1.36", "10.98.0.0/24");
        assert_eq!(
            (new.possible, new.added.to_string(), new.total.to_string()),
            (true, "254".into(), "508".into())
        );
        // The range around the old one: only the old broadcast address and the new upper half are new.
        assert_eq!(extended("1.36", "10.96.0.0/23").added.to_string(), "256");
        assert_eq!(
            extended("1.32", "10.98.0.0/24").message().id,
            "plan-services-extend-rebuild"
        );
        assert_eq!(
            extended("1.36", "fd00:98::/60").message().id,
            "plan-services-extend-refused"
        );
        // Dual write keeps a bitmap only for the range of the flag.
        assert_eq!(extended("1.33", "fd00:98::/108").added.to_string(), "1048575");
    }

    #[test]
    fn utilisation_is_exact_at_the_ends() {
        let small = flag("10.0.0.0/29", "1.36");
        assert_eq!(
            (small.utilisation(6).per_mille, small.utilisation(6).missing),
            (1000, 0)
        );
        assert_eq!(
            (small.utilisation(9).missing, small.utilisation(0).per_mille),
            (3, 0)
        );
        assert_eq!(flag("10.0.0.0/32", "1.36").utilisation(0).per_mille, 1000);
        assert_eq!(
            flag("fd00::/64", "1.36").utilisation(u64::MAX).free,
            AddressCount::ZERO
        );
    }

    #[test]
    fn every_sentence_exists_in_every_language() {
        let mut messages = Vec::new();
        for (range, version) in [
            ("fd00::/48", "1.36"),
            ("fd00::/108", "1.30"),
            ("fd00::/64", "1.34.7"),
        ] {
            messages.extend(flag(range, version).notes());
        }
        assert_eq!(messages.len(), 3);
        let on = |name: &str| (name == "MultiCIDRServiceAllocator").then_some(true);
        for rules in [
            rules("1.20"),
            rules("1.36"),
            ClusterIpRules::with_gates("1.31".parse().unwrap(), on),
        ] {
            let current = [ServiceBands::new(
                "10.96.0.0/24".parse().unwrap(),
                RangeOrigin::Flag,
                &rules,
            )];
            messages.push(extend(&current, "10.98.0.0/24".parse().unwrap(), &rules).message());
            messages.push(extend(&current, "fd00::/112".parse().unwrap(), &rules).message());
        }
        for locale in LOCALES {
            let catalogue = Catalogue::of(locale.tag);
            for message in &messages {
                assert!(catalogue.has(&message.id), "{} lacks {}", locale.tag, message.id);
                assert!(
                    !catalogue.text(message).contains('{'),
                    "{}",
                    catalogue.text(message)
                );
            }
        }
    }

    #[test]
    fn the_slash_64_bug_ends_with_a_patch_level() {
        for (version, bug) in [
            ("1.33", true),
            ("1.34.7", true),
            ("1.34.8", false),
            ("1.34", false),
            ("1.35", false),
        ] {
            assert_eq!(rules(version).slash_64_overflow, bug, "{version}");
        }
    }

    #[test]
    fn serialises_in_camel_case_with_counts_as_strings() {
        let json = serde_json::to_value(flag("10.0.0.0/24", "1.36")).unwrap();
        assert_eq!(json["staticBand"]["last"], "10.0.0.16");
        assert_eq!(json["usableCount"], "254");
        assert_eq!(json["allocator"], "ipAddress");
    }

    fn ranges() -> impl Strategy<Value = Cidr> {
        prop_oneof![
            (any::<u32>(), 0u8..=32).prop_map(|(bits, len)| Cidr::from_bits(
                IpFamily::IPv4,
                bits.into(),
                len
            )
            .unwrap()),
            (any::<u128>(), 0u8..=128)
                .prop_map(|(bits, len)| Cidr::from_bits(IpFamily::IPv6, bits, len).unwrap()),
        ]
    }

    proptest! {
        #[test]
        fn bands_partition_the_usable_addresses(range in ranges(), minor in Version::OLDEST.minor()..=Version::NEWEST.minor(), object in any::<bool>()) {
            let origin = if object { RangeOrigin::Object } else { RangeOrigin::Flag };
            let bands = ServiceBands::new(range, origin, &ClusterIpRules::at(Version::minor_version(minor)));
            let counts = [bands.static_band, bands.dynamic_band].into_iter().flatten();
            let sum = counts.clone().fold(AddressCount::ZERO, |sum, band| sum.saturating_add(band.count));
            prop_assert_eq!(sum, bands.usable_count);
            match (bands.usable, bands.static_band, bands.dynamic_band) {
                (None, None, None) => {}
                (Some(all), Some(low), Some(high)) => {
                    prop_assert_eq!((low.first, high.last), (all.first, all.last));
                    prop_assert_eq!(address_bits(low.last) + 1, address_bits(high.first));
                }
                (Some(all), Some(one), None) | (Some(all), None, Some(one)) => prop_assert_eq!(all, one),
                other => prop_assert!(false, "{:?}", other),
            }
            if let Some(all) = bands.usable {
                prop_assert!(range.contains_address(all.first) && range.contains_address(all.last));
            }
            let everything = bands.usable_count.saturating_add(bands.unusable_count);
            prop_assert_eq!(everything, range.size());
        }
    }
}
