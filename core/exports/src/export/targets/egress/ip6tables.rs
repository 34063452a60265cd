//! iptables and ip6tables: the chain that ip-masq-agent and kindnetd keep, as a script.

use super::shared;
use crate::document::write::with_header;
use crate::export::text::shell::quote;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::kubernetes::Window;
use crate::net::{Cidr, IpFamily};

/// A script that masquerades with iptables and ip6tables.
pub(in crate::export) struct Ip6tables;

static META: TargetMeta = TargetMeta {
    id: "ip6tables",
    versions: Window::ALL,
    docs: "https://manpages.debian.org/stable/iptables/iptables-extensions.8.en.html",
    checked: &[Checked::Started("ip6tables and iptables, in a network namespace")],
};

/// Longest name of a chain: XT_EXTENSION_MAXNAMELEN without the terminating zero.
const CHAIN_LENGTH: usize = 28;
const SUFFIX: &str = "-MASQ";

fn chain(cx: &ExportContext<'_>) -> String {
    let name: String = cx
        .object_name()
        .to_ascii_uppercase()
        .chars()
        .take(CHAIN_LENGTH.saturating_sub(SUFFIX.len()))
        .collect();
    format!("{}{SUFFIX}", name.trim_end_matches('-'))
}

/// Returns the commands of one family. Running them again changes nothing.
fn commands(family: IpFamily, chain: &str, kept: &[String], pods: &[Cidr]) -> String {
    let nat = match family {
        IpFamily::IPv4 => "iptables -w -t nat",
        IpFamily::IPv6 => "ip6tables -w -t nat",
    };
    let chain = quote(chain);
    let mut text = format!("\n# {family}\n{nat} -N {chain} 2>/dev/null || {nat} -F {chain}\n");
    for cidr in kept {
        text.push_str(&format!("{nat} -A {chain} -d {} -j RETURN\n", quote(cidr)));
    }
    text.push_str(&format!("{nat} -A {chain} -j MASQUERADE --random-fully\n"));
    for cidr in pods {
        let rule = format!("POSTROUTING -s {cidr} -m addrtype ! --dst-type LOCAL -j {chain}");
        text.push_str(&format!("{nat} -C {rule} 2>/dev/null ||\n  {nat} -A {rule}\n"));
    }
    text
}

impl Exporter for Ip6tables {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        shared::findings(cx, META.id, "EXP066")
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let chain = chain(cx);
        let header = cx.header_with(&[
            Message::new("export-ip-masq-agent"),
            Message::new("export-masq-script"),
        ]);
        let mut text = with_header(&header, "set -eu\n");
        text.insert_str(0, "#!/bin/sh\n");
        for family in IpFamily::ALL {
            let pods = shared::private_pods(cx, family);
            if pods.is_empty() {
                continue;
            }
            let mut kept: Vec<String> = shared::networks(cx, family).iter().map(Cidr::to_string).collect();
            kept.push(shared::link_local(family).to_owned());
            text.push_str(&commands(family, &chain, &kept, &pods));
        }
        out.add("ip6tables.sh", "text/x-shellscript", &text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::Exported;
    use crate::export::for_tests::{context, export};

    fn exported(pods: &[&str]) -> Exported {
        let plan = plan("1.36", pods, &["10.96.0.0/16", "fd00:10:96::/112"]);
        export(&plan, &[], &[META.id])
    }

    #[test]
    fn each_family_has_its_own_tool() {
        let text = &exported(&["10.244.0.0/16", "fd00:10:244::/56"]).files[0].text;
        assert!(text.starts_with("#!/bin/sh\n# dualstack-planner "));
        assert!(text.ends_with(
            "set -eu

# IPv4
iptables -w -t nat -N DEMO-MASQ 2>/dev/null || iptables -w -t nat -F DEMO-MASQ
iptables -w -t nat -A DEMO-MASQ -d 10.244.0.0/16 -j RETURN
iptables -w -t nat -A DEMO-MASQ -d 10.96.0.0/16 -j RETURN
iptables -w -t nat -A DEMO-MASQ -d 192.168.1.0/24 -j RETURN
iptables -w -t nat -A DEMO-MASQ -d 169.254.0.0/16 -j RETURN
iptables -w -t nat -A DEMO-MASQ -j MASQUERADE --random-fully
iptables -w -t nat -C POSTROUTING -s 10.244.0.0/16 -m addrtype ! --dst-type LOCAL -j DEMO-MASQ 2>/dev/null ||
  iptables -w -t nat -A POSTROUTING -s 10.244.0.0/16 -m addrtype ! --dst-type LOCAL -j DEMO-MASQ

# IPv6
ip6tables -w -t nat -N DEMO-MASQ 2>/dev/null || ip6tables -w -t nat -F DEMO-MASQ
ip6tables -w -t nat -A DEMO-MASQ -d fd00:10:244::/56 -j RETURN
ip6tables -w -t nat -A DEMO-MASQ -d fd00:10:96::/112 -j RETURN
ip6tables -w -t nat -A DEMO-MASQ -d fd00:192:168:1::/64 -j RETURN
ip6tables -w -t nat -A DEMO-MASQ -d fe80::/10 -j RETURN
ip6tables -w -t nat -A DEMO-MASQ -j MASQUERADE --random-fully
ip6tables -w -t nat -C POSTROUTING -s fd00:10:244::/56 -m addrtype ! --dst-type LOCAL -j DEMO-MASQ 2>/dev/null ||
  ip6tables -w -t nat -A POSTROUTING -s fd00:10:244::/56 -m addrtype ! --dst-type LOCAL -j DEMO-MASQ
"
        ));
    }

    #[test]
    fn routed_pods_keep_their_addresses() {
        let exported = exported(&["10.244.0.0/16", "2a00:1450::/56"]);
        assert!(!exported.files[0].text.contains("ip6tables"));
        assert_eq!(exported.diagnostics[0].code, "EXP012");
    }

    #[test]
    fn a_plugin_that_masquerades_is_named() {
        let mut plan = plan("1.36", &["10.244.0.0/16"], &["10.96.0.0/16"]);
        plan.spec.cni = crate::catalog::Cni::all().find(|cni| cni.row().masquerades);
        assert_eq!(export(&plan, &[], &[META.id]).diagnostics[0].code, "EXP066");
    }

    #[test]
    fn a_plan_without_pods_is_refused() {
        let exported = exported(&[]);
        assert!(exported.files.is_empty());
        assert_eq!(exported.diagnostics[0].code, "EXP067");
    }

    #[test]
    fn names_of_chains_are_short_enough() {
        let mut plan = plan("1.36", &["10.244.0.0/16"], &["10.96.0.0/16"]);
        for (name, expected) in [
            ("production-europe-west-cluster-1", "PRODUCTION-EUROPE-WEST-MASQ"),
            ("a-very-long-cluster-name", "A-VERY-LONG-CLUSTER-NAM-MASQ"),
        ] {
            plan.metadata.name = name.to_owned();
            let chain = chain(&context(&plan, &[]));
            assert_eq!(chain, expected);
            assert!(chain.len() <= 28);
        }
    }
}
