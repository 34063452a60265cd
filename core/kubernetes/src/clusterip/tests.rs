use super::*;
use crate::i18n::{Catalogue, LOCALES, complete};
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
    for locale in complete(LOCALES) {
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
        (any::<u32>(), 0u8..=32)
            .prop_map(|(bits, len)| Cidr::from_bits(IpFamily::IPv4, bits.into(), len).unwrap()),
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
