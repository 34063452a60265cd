//! CSV import of Infoblox NIOS (CSV Import Reference of NIOS 9.0: Network, Network Container, IPv6 Network, IPv6
//! Network Container). The column names are those of the reference; no file was imported into a Grid.

use std::net::Ipv4Addr;

use super::shared::{Prefix, Scope, prefixes};
use crate::diagnostic::Severity;
use crate::export::text::csv;
use crate::export::{
    Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding, refuse,
};
use crate::i18n::Message;
use crate::kubernetes::Window;
use crate::net::{Cidr, IpFamily};

/// Networks and network containers.
pub(in crate::export) struct Infoblox;

static META: TargetMeta = TargetMeta {
    id: "infoblox",
    versions: Window::ALL,
    docs: "https://docs.infoblox.com/space/nios90/280401820",
    checked: &[
        Checked::Documentation("the CSV import of NIOS"),
        Checked::Reader("csv of Python"),
    ],
};

/// The largest number of characters in `comment`.
const COMMENT: usize = 256;

/// Returns the object type of a prefix. A pod range is a container, since smaller networks are cut from it later.
fn object(prefix: &Prefix<'_>) -> &'static str {
    match (prefix.scope, prefix.cidr.family()) {
        (Scope::Pods, IpFamily::IPv4) => "networkcontainer",
        (Scope::Pods, IpFamily::IPv6) => "ipv6networkcontainer",
        (_, IpFamily::IPv4) => "network",
        (_, IpFamily::IPv6) => "ipv6network",
    }
}

/// The object types in the order of the file: containers before the networks they contain.
const OBJECTS: [(&str, &str); 4] = [
    ("networkcontainer", "netmask*"),
    ("network", "netmask*"),
    ("ipv6networkcontainer", "cidr*"),
    ("ipv6network", "cidr*"),
];

fn mask(cidr: &Cidr) -> String {
    match cidr.family() {
        IpFamily::IPv4 => {
            let bits = u32::MAX.checked_shl(u32::from(cidr.host_bits())).unwrap_or(0);
            Ipv4Addr::from_bits(bits).to_string()
        }
        IpFamily::IPv6 => cidr.prefix_len().to_string(),
    }
}

fn row(cx: &ExportContext<'_>, object: &str, prefix: &Prefix<'_>) -> String {
    let comment = if prefix.scope == Scope::Reserved {
        prefix.description(cx)
    } else {
        format!("{} {}", cx.object_name(), prefix.description(cx))
    };
    csv::record(&[
        object.to_owned(),
        prefix.cidr.network().to_string(),
        mask(&prefix.cidr),
        csv::clipped(&comment, COMMENT),
    ])
}

impl Exporter for Infoblox {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        refuse(crate::needs::missing(&cx.tool(META.id)))?;
        let message = Message::new("EXP087");
        Ok(vec![finding("EXP087", Severity::Warning, "podCIDRs", message)])
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let mut prefixes = prefixes(cx);
        // Only the cluster knows which node gets which block; the container stands for all of them.
        prefixes.retain(|prefix| !prefix.is_part());
        let mut text = String::new();
        for (object_type, mask_column) in OBJECTS {
            let mut rows = prefixes
                .iter()
                .filter(|prefix| object(prefix) == object_type)
                .peekable();
            if rows.peek().is_none() {
                continue;
            }
            let header = format!("header-{object_type}");
            text.push_str(&csv::record(&[
                header.as_str(),
                "address*",
                mask_column,
                "comment",
            ]));
            for prefix in rows {
                text.push_str(&row(cx, object_type, prefix));
            }
        }
        out.add("infoblox/networks.csv", "text/csv", &text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::export;

    #[test]
    fn the_file_of_the_default_plan() {
        let mut plan = plan(
            "1.36",
            &["10.244.0.0/16", "fd00:10:244::/56"],
            &["10.96.0.0/12", "fd00:10:96::/112"],
        );
        plan.spec.reserved = vec![crate::request::Reserved {
            name: "office, north".to_owned(),
            cidr: "172.16.0.0/16".parse().unwrap(),
        }];
        let exported = export(&plan, &[], &["infoblox"]);
        assert_eq!(
            exported.files[0].text,
            "\
header-networkcontainer,address*,netmask*,comment
networkcontainer,10.244.0.0,255.255.0.0,demo Pod network
header-network,address*,netmask*,comment
network,192.168.1.0,255.255.255.0,demo Node addresses
network,10.96.0.0,255.240.0.0,demo Service ClusterIPs
network,172.16.0.0,255.255.0.0,\"office, north\"
header-ipv6networkcontainer,address*,cidr*,comment
ipv6networkcontainer,fd00:10:244::,56,demo Pod network
header-ipv6network,address*,cidr*,comment
ipv6network,fd00:192:168:1::,64,demo Node addresses
ipv6network,fd00:10:96::,112,demo Service ClusterIPs
"
        );
        assert_eq!(exported.diagnostics[0].code, "EXP087");
    }

    #[test]
    fn masks_of_every_length() {
        for (cidr, text) in [
            ("0.0.0.0/0", "0.0.0.0"),
            ("10.0.0.0/8", "255.0.0.0"),
            ("10.0.0.4/30", "255.255.255.252"),
            ("10.0.0.4/32", "255.255.255.255"),
            ("fd00::/8", "8"),
        ] {
            assert_eq!(mask(&cidr.parse().unwrap()), text);
        }
    }

    #[test]
    fn a_single_family_has_no_header_of_the_other() {
        let mut plan = plan("1.36", &["fd00:10:244::/56"], &["fd00:10:96::/112"]);
        plan.spec.node_cidrs.clear();
        let text = export(&plan, &[], &["infoblox"]).files[0].text.clone();
        assert!(!text.contains("netmask*") && text.starts_with("header-ipv6networkcontainer,"));
    }
}
