//! nftables: a file for `nft -f` that replaces its own table as one transaction.
//!
//! Interval sets take no overlapping elements, so the networks are merged first.

use super::shared;
use crate::document::write::with_header;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::kubernetes::Window;
use crate::net::{Cidr, IpFamily};

/// A table that masquerades with nftables.
pub(in crate::export) struct Nftables;

static META: TargetMeta = TargetMeta {
    id: "nftables",
    versions: Window::ALL,
    docs: "https://wiki.nftables.org/wiki-nftables/index.php/Performing_Network_Address_Translation_(NAT)",
    checked: &[Checked::Started("nft, in a network namespace")],
};

/// Returns the names of a family in nftables: its set here, the type of its elements, and the header of its packets.
const fn names(family: IpFamily) -> (&'static str, &'static str, &'static str) {
    match family {
        IpFamily::IPv4 => ("nonmasq4", "ipv4_addr", "ip"),
        IpFamily::IPv6 => ("nonmasq6", "ipv6_addr", "ip6"),
    }
}

/// Returns the name of the table. Identifiers begin with a letter and contain no hyphen.
fn table_name(cx: &ExportContext<'_>) -> String {
    format!("masq_{}", cx.object_name().replace('-', "_"))
}

fn set(family: IpFamily, networks: &[Cidr]) -> String {
    let (name, kind, _) = names(family);
    let elements: Vec<String> = networks.iter().map(Cidr::to_string).collect();
    format!(
        "  set {name} {{\n    type {kind}\n    flags interval\n    elements = {{ {} }}\n  }}\n",
        elements.join(", ")
    )
}

fn table(cx: &ExportContext<'_>) -> String {
    let name = table_name(cx);
    let mut sets = String::new();
    let mut rules = String::new();
    for family in IpFamily::ALL {
        let pods = shared::private_pods(cx, family);
        if pods.is_empty() {
            continue;
        }
        sets.push_str(&set(family, &shared::disjoint_networks(cx, family)));
        let (set, _, header) = names(family);
        for cidr in pods {
            rules.push_str(&format!(
                "    {header} saddr {cidr} {header} daddr != @{set} masquerade fully-random\n"
            ));
        }
    }
    // The table is made first, so that deleting it never fails.
    format!(
        "table inet {name}\ndelete table inet {name}\ntable inet {name} {{\n{sets}  chain postrouting {{\n    \
         type nat hook postrouting priority srcnat; policy accept;\n    fib daddr type local return\n{rules}  }}\n}}\n"
    )
}

impl Exporter for Nftables {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        shared::findings(cx, META.id, "EXP066")
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let header = cx.header_with(&[
            Message::new("export-ip-masq-agent"),
            Message::new("export-nftables"),
        ]);
        let mut text = with_header(&header, &table(cx));
        text.insert_str(0, "#!/usr/sbin/nft -f\n");
        out.add("nftables.nft", "text/plain", &text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::{context, export};

    #[test]
    fn one_table_holds_both_families() {
        let plan = plan(
            "1.36",
            &["10.244.0.0/16", "fd00:10:244::/56"],
            &["10.96.0.0/16", "fd00:10:96::/112"],
        );
        let text = &export(&plan, &[], &[META.id]).files[0].text;
        assert!(text.starts_with("#!/usr/sbin/nft -f\n# dualstack-planner "));
        assert!(text.ends_with(
            "
table inet masq_demo
delete table inet masq_demo
table inet masq_demo {
  set nonmasq4 {
    type ipv4_addr
    flags interval
    elements = { 10.96.0.0/16, 10.244.0.0/16, 169.254.0.0/16, 192.168.1.0/24 }
  }
  set nonmasq6 {
    type ipv6_addr
    flags interval
    elements = { fd00:10:96::/112, fd00:10:244::/56, fd00:192:168:1::/64, fe80::/10 }
  }
  chain postrouting {
    type nat hook postrouting priority srcnat; policy accept;
    fib daddr type local return
    ip saddr 10.244.0.0/16 ip daddr != @nonmasq4 masquerade fully-random
    ip6 saddr fd00:10:244::/56 ip6 daddr != @nonmasq6 masquerade fully-random
  }
}
"
        ));
    }

    #[test]
    fn networks_inside_others_are_left_out() {
        let mut plan = plan("1.36", &["10.0.0.0/9"], &["10.96.0.0/16"]);
        plan.spec.node_cidrs = vec!["10.128.0.0/9".parse().unwrap()];
        let text = &export(&plan, &[], &[META.id]).files[0].text;
        assert!(text.contains("    elements = { 10.0.0.0/8, 169.254.0.0/16 }\n"));
    }

    #[test]
    fn names_of_tables_begin_with_a_letter() {
        let mut plan = plan("1.36", &["10.244.0.0/16"], &["10.96.0.0/16"]);
        plan.metadata.name = "2nd-site".to_owned();
        assert_eq!(table_name(&context(&plan, &[])), "masq_2nd_site");
    }

    #[test]
    fn a_plan_without_pods_is_refused() {
        let exported = export(&plan("1.36", &[], &["10.96.0.0/16"]), &[], &[META.id]);
        assert!(exported.files.is_empty());
        assert_eq!(exported.diagnostics[0].code, "EXP067");
    }
}
