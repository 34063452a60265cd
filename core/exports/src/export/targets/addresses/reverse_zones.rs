//! The reverse DNS zones that hold the plan's addresses (RFC 1035 3.5, RFC 3596 2.5; RFC 2317 for small networks).

use super::shared::{Prefix, Scope, prefixes};
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, refuse};
use crate::i18n::Message;
use crate::kubernetes::Window;
use crate::net::{Cidr, IpFamily};

/// Zones below in-addr.arpa and ip6.arpa.
pub(in crate::export) struct ReverseZones;

static META: TargetMeta = TargetMeta {
    id: "reverse-zones",
    versions: Window::ALL,
    docs: "https://www.rfc-editor.org/rfc/rfc3596#section-2.5",
    checked: &[Checked::Reader("dnspython")],
};

/// Returns the number of bits of a label, and the longest prefix that is a zone.
const fn labels(family: IpFamily) -> (u8, u8) {
    match family {
        IpFamily::IPv4 => (8, 24),
        IpFamily::IPv6 => (4, 124),
    }
}

/// Returns the networks of whole labels that make up a range, or the network around it if it is smaller than a label.
fn zone_networks(cidr: &Cidr) -> Vec<Cidr> {
    let (label, longest) = labels(cidr.family());
    let len = cidr
        .prefix_len()
        .div_ceil(label)
        .saturating_mul(label)
        .min(longest);
    if len < cidr.prefix_len() {
        return Cidr::from_bits(cidr.family(), cidr.first_bits(), len)
            .into_iter()
            .collect();
    }
    // At most 128 of them: a label of eight bits, of which one is fixed.
    (0..1u128 << (len - cidr.prefix_len()))
        .filter_map(|index| cidr.block(len, index))
        .collect()
}

/// Returns the name of the zone: `244.10.in-addr.arpa` for 10.244.0.0/16.
fn zone_name(network: &Cidr) -> String {
    let (label, _) = labels(network.family());
    let (width, suffix) = match network.family() {
        IpFamily::IPv4 => (32, "in-addr.arpa"),
        IpFamily::IPv6 => (128, "ip6.arpa"),
    };
    let mut name = String::new();
    for index in (1..=network.prefix_len() / label).rev() {
        let bits = network.first_bits() >> (width - u32::from(index) * u32::from(label));
        let value = bits & ((1 << label) - 1);
        let text = match network.family() {
            IpFamily::IPv4 => format!("{value}."),
            IpFamily::IPv6 => format!("{value:x}."),
        };
        name.push_str(&text);
    }
    name.push_str(suffix);
    name
}

/// Returns the zones in the order of the ranges, each with the descriptions of its ranges.
fn zones(prefixes: &[Prefix<'_>]) -> Vec<(Cidr, Vec<String>)> {
    let mut zones: Vec<(Cidr, Vec<String>)> = Vec::new();
    for prefix in prefixes {
        let what = format!("{} {}", prefix.scope.as_str(), prefix.cidr);
        for network in zone_networks(&prefix.cidr) {
            match zones.iter_mut().find(|(zone, _)| *zone == network) {
                Some((_, held)) if held.contains(&what) => {}
                Some((_, held)) => held.push(what.clone()),
                None => zones.push((network, vec![what.clone()])),
            }
        }
    }
    zones
}

impl Exporter for ReverseZones {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        refuse(crate::needs::missing(&cx.tool(META.id)))?;
        Ok(Vec::new())
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let mut prefixes = prefixes(cx);
        // Zones of parts lie in those of the whole, and reserved networks belong to other owners.
        prefixes.retain(|prefix| !prefix.is_part() && prefix.scope != Scope::Reserved);
        let mut comments = vec![Message::new("export-reverse-zones")];
        if prefixes.iter().any(|prefix| prefix.scope == Scope::Services) {
            comments.push(Message::new("export-reverse-zones-cluster"));
        }
        let mut text: String = cx
            .header_with(&comments)
            .lines()
            .map(|line| format!("; {line}\n"))
            .collect();
        let shared = cx.text(&Message::new("export-reverse-zones-shared"));
        for (network, held) in zones(&prefixes) {
            let outside = prefixes
                .iter()
                .any(|prefix| network.contains(&prefix.cidr) && network != prefix.cidr);
            let note = if outside {
                format!("; {shared}")
            } else {
                String::new()
            };
            text.push_str(&format!("{} ; {}{note}\n", zone_name(&network), held.join(", ")));
        }
        out.add("reverse-zones/zones.txt", "text/plain", &text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::export;

    fn names(cidr: &str) -> Vec<String> {
        zone_networks(&cidr.parse().unwrap())
            .iter()
            .map(zone_name)
            .collect()
    }

    #[test]
    fn ranges_on_label_boundaries_are_one_zone() {
        for (cidr, zone) in [
            ("10.0.0.0/8", "10.in-addr.arpa"),
            ("10.244.0.0/16", "244.10.in-addr.arpa"),
            ("192.168.1.0/24", "1.168.192.in-addr.arpa"),
            ("0.0.0.0/0", "in-addr.arpa"),
            ("::/0", "ip6.arpa"),
            ("fd00:10:244::/56", "0.0.4.4.2.0.0.1.0.0.0.0.d.f.ip6.arpa"),
            ("fd00:192:168:1::/64", "1.0.0.0.8.6.1.0.2.9.1.0.0.0.d.f.ip6.arpa"),
        ] {
            assert_eq!(names(cidr), [zone], "{cidr}");
        }
        assert_eq!(names("fd00:10:96::/112")[0].matches('.').count(), 29);
    }

    #[test]
    fn other_ranges_are_several_zones_or_part_of_one() {
        let twelve = names("10.96.0.0/12");
        assert_eq!((twelve.len(), twelve[0].as_str()), (16, "96.10.in-addr.arpa"));
        assert_eq!(twelve[15], "111.10.in-addr.arpa");
        assert_eq!(names("10.0.0.0/7").len(), 2);
        assert_eq!(names("128.0.0.0/1").len(), 128);
        assert_eq!(
            names("fd00:10:244::/58"),
            [
                "0.0.0.4.4.2.0.0.1.0.0.0.0.d.f.ip6.arpa",
                "1.0.0.4.4.2.0.0.1.0.0.0.0.d.f.ip6.arpa",
                "2.0.0.4.4.2.0.0.1.0.0.0.0.d.f.ip6.arpa",
                "3.0.0.4.4.2.0.0.1.0.0.0.0.d.f.ip6.arpa",
            ]
        );
        assert_eq!(names("192.168.1.128/25"), ["1.168.192.in-addr.arpa"]);
        assert_eq!(names("fd00::1/128")[0].matches('.').count(), 32);
    }

    #[test]
    fn the_list_of_the_default_plan() {
        let mut plan = plan("1.36", &["10.244.0.0/16"], &["10.96.0.0/16"]);
        plan.spec.node_cidrs = ["192.168.1.0/25", "192.168.1.128/25"]
            .map(|c| c.parse().unwrap())
            .to_vec();
        let text = export(&plan, &[], &["reverse-zones"]).files[0].text.clone();
        let zones: Vec<&str> = text.lines().filter(|line| !line.starts_with(';')).collect();
        assert_eq!(
            zones,
            [
                "1.168.192.in-addr.arpa ; nodes 192.168.1.0/25, nodes 192.168.1.128/25; the zone holds other addresses too (RFC 2317)",
                "244.10.in-addr.arpa ; pods 10.244.0.0/16",
                "96.10.in-addr.arpa ; services 10.96.0.0/16",
            ]
        );
    }

    proptest! {
        #[test]
        fn zones_cover_their_range(v4 in any::<bool>(), bits in any::<u128>(), len in 0u8..=128) {
            let (family, bits, len) = if v4 { (IpFamily::IPv4, bits >> 96, len % 33) } else { (IpFamily::IPv6, bits, len) };
            let cidr = Cidr::from_bits(family, bits, len).unwrap();
            let zones = zone_networks(&cidr);
            let first = zones.first().unwrap();
            let last = zones.last().unwrap();
            prop_assert!(first.contains_address(cidr.network()) && last.contains_address(cidr.last()));
            prop_assert!(zones.iter().all(|zone| zone.overlaps(&cidr) && zone.prefix_len() % labels(family).0 == 0));
            // A resolver asks for the reversed name of an address; its zone is an ancestor of that.
            let name = zone_name(&Cidr::from_bits(family, cidr.first_bits(), family.width()).unwrap());
            let below = format!(".{}", zone_name(first));
            prop_assert!(name.ends_with(&below), "{name} {below}");
        }
    }
}
