//! A spreadsheet of every prefix (RFC 4180, UTF-8).

use std::net::IpAddr;

use super::shared::{Prefix, Scope, node_block_findings, prefixes};
use crate::clusterip::{RangeOrigin, ServiceBands};
use crate::export::text::csv;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, refuse};
use crate::kubernetes::Window;
use crate::kubernetes::cluster_ip::ClusterIpRules;
use crate::net::{AddressCount, Cidr, IpFamily};

/// A row for every prefix of the plan.
pub(in crate::export) struct Csv;

static META: TargetMeta = TargetMeta {
    id: "csv",
    versions: Window::ALL,
    docs: "https://www.rfc-editor.org/rfc/rfc4180",
    checked: &[Checked::Reader("csv of Python")],
};

const COLUMNS: [&str; 10] = [
    "cluster",
    "scope",
    "family",
    "prefix",
    "prefix_length",
    "first_usable",
    "last_usable",
    "usable_count",
    "parent",
    "description",
];

/// The addresses of a prefix that hosts or Services can have.
#[derive(Debug, PartialEq, Eq)]
struct Usable {
    first: Option<IpAddr>,
    last: Option<IpAddr>,
    count: AddressCount,
}

/// Returns the addresses that hosts can have: neither the network address nor, for IPv4, the broadcast address; both
/// addresses of a pair (RFC 3021, RFC 6164).
fn of_hosts(cidr: &Cidr) -> Usable {
    let (before, behind) = match (cidr.host_bits(), cidr.family()) {
        (0 | 1, _) => (0, 0),
        (_, IpFamily::IPv4) => (1, 1),
        (_, IpFamily::IPv6) => (1, 0),
    };
    let last = cidr.last_bits().saturating_sub(cidr.first_bits()) - behind;
    Usable {
        first: cidr.address(before),
        last: cidr.address(last),
        count: cidr.size().saturating_sub(before + behind),
    }
}

fn usable(cx: &ExportContext<'_>, prefix: &Prefix<'_>) -> Usable {
    match prefix.scope {
        Scope::Services => {}
        Scope::LoadBalancers => {
            return Usable {
                first: prefix.cidr.address(0),
                last: prefix
                    .cidr
                    .address(prefix.cidr.last_bits().saturating_sub(prefix.cidr.first_bits())),
                count: prefix.cidr.size(),
            };
        }
        _ => return of_hosts(&prefix.cidr),
    }
    let rules = ClusterIpRules::at(cx.profile.version);
    let bands = ServiceBands::new(prefix.cidr, RangeOrigin::Flag, &rules);
    Usable {
        first: bands.usable.map(|band| band.first),
        last: bands.usable.map(|band| band.last),
        count: bands.usable_count,
    }
}

fn row(cx: &ExportContext<'_>, prefix: &Prefix<'_>) -> String {
    let usable = usable(cx, prefix);
    let address = |address: Option<IpAddr>| address.map(|address| address.to_string()).unwrap_or_default();
    csv::record(&[
        csv::plain(&cx.plan.metadata.name),
        prefix.scope.as_str().to_owned(),
        prefix.cidr.family().to_string(),
        prefix.cidr.to_string(),
        prefix.cidr.prefix_len().to_string(),
        address(usable.first),
        address(usable.last),
        usable.count.to_string(),
        prefix.parent.map(|parent| parent.to_string()).unwrap_or_default(),
        csv::plain(&prefix.description(cx)),
    ])
}

impl Exporter for Csv {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        refuse(crate::needs::missing(&cx.tool(META.id)))?;
        Ok(vec![node_block_findings(cx, META.id)])
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let mut text = csv::record(&COLUMNS);
        for prefix in prefixes(cx) {
            text.push_str(&row(cx, &prefix));
        }
        out.add("addresses/plan.csv", "text/csv", &text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::diagnostic::Severity;
    use crate::export::for_tests::export;

    const PODS: &[&str] = &["10.244.0.0/16", "fd00:10:244::/56"];
    const SERVICES: &[&str] = &["10.96.0.0/16", "fd00:10:96::/112"];

    #[test]
    fn the_table_of_the_default_plan() {
        let result = export(&plan("1.36", PODS, SERVICES), &[], &["csv"]);
        assert_eq!(
            result.files[0].text,
            "\
cluster,scope,family,prefix,prefix_length,first_usable,last_usable,usable_count,parent,description
demo,nodes,IPv4,192.168.1.0/24,24,192.168.1.1,192.168.1.254,254,,Node addresses
demo,nodes,IPv6,fd00:192:168:1::/64,64,fd00:192:168:1::1,fd00:192:168:1:ffff:ffff:ffff:ffff,18446744073709551615,,Node addresses
demo,pods,IPv4,10.244.0.0/16,16,10.244.0.1,10.244.255.254,65534,,Pod network
demo,pods,IPv6,fd00:10:244::/56,56,fd00:10:244::1,fd00:10:244:ff:ffff:ffff:ffff:ffff,4722366482869645213695,,Pod network
demo,node-pods,IPv4,10.244.0.0/24,24,10.244.0.1,10.244.0.254,254,10.244.0.0/16,node 0 (illustrative)
demo,node-pods,IPv6,fd00:10:244::/64,64,fd00:10:244::1,fd00:10:244:0:ffff:ffff:ffff:ffff,18446744073709551615,fd00:10:244::/56,node 0 (illustrative)
demo,services,IPv4,10.96.0.0/16,16,10.96.0.1,10.96.255.254,65534,,Service ClusterIPs
demo,services,IPv6,fd00:10:96::/112,112,fd00:10:96::1,fd00:10:96::ffff,65535,,Service ClusterIPs
"
        );
        assert_eq!(result.diagnostics[0].code, "EXP081");
        assert_eq!(result.diagnostics[0].severity, Severity::Info);
    }

    #[test]
    fn hosts_of_odd_networks() {
        for (cidr, first, last, count) in [
            ("10.0.0.0/31", "10.0.0.0", "10.0.0.1", "2"),
            ("10.0.0.7/32", "10.0.0.7", "10.0.0.7", "1"),
            ("0.0.0.0/0", "0.0.0.1", "255.255.255.254", "4294967294"),
            ("fd00::/127", "fd00::", "fd00::1", "2"),
            (
                "::/0",
                "::1",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "340282366920938463463374607431768211455",
            ),
        ] {
            let usable = of_hosts(&cidr.parse().unwrap());
            assert_eq!(usable.first.unwrap().to_string(), first, "{cidr}");
            assert_eq!(usable.last.unwrap().to_string(), last, "{cidr}");
            assert_eq!(usable.count.to_string(), count, "{cidr}");
        }
    }

    #[test]
    fn blocks_end_where_nodes_or_ranges_end() {
        let blocks = |plan: &crate::request::ClusterPlan| {
            let result = export(plan, &[], &["csv"]);
            let count = result.files[0].text.matches(",node-pods,").count();
            (count, result.diagnostics[0].message.id.to_string())
        };
        let mut many = plan("1.36", PODS, SERVICES);
        many.spec.nodes.count = 10_000;
        assert_eq!(blocks(&many), (512, "EXP081.fewer".to_owned()));
        many.spec.nodes.count = 3;
        assert_eq!(blocks(&many), (6, "EXP081".to_owned()));
        many.spec.cni = crate::catalog::Cni::find("calico");
        assert_eq!(blocks(&many), (0, "EXP082".to_owned()));
        many.spec.cni = None;
        many.spec.nodes.mask_size_ipv4 = Some(8);
        assert_eq!(blocks(&many), (0, "EXP083".to_owned()));
    }

    #[test]
    fn names_from_outside_are_no_formulas() {
        let mut plan = plan("1.36", PODS, SERVICES);
        plan.metadata.name = "=cmd()".to_owned();
        plan.spec.reserved = vec![crate::request::Reserved {
            name: "@office, \"north\"".to_owned(),
            cidr: "172.16.0.0/16".parse().unwrap(),
        }];
        let text = export(&plan, &[], &["csv"]).files[0].text.clone();
        assert!(text.ends_with(
            "'=cmd(),reserved,IPv4,172.16.0.0/16,16,172.16.0.1,172.16.255.254,65534,,\"'@office, \"\"north\"\"\"\n"
        ));
    }

    #[test]
    fn a_plan_without_ranges_is_refused() {
        let result = export(&plan("1.36", &[], SERVICES), &[], &["csv"]);
        assert!(result.files.is_empty());
        assert_eq!(result.diagnostics[0].code, "EXP080");
    }
}
