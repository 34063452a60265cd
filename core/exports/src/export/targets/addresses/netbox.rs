//! Bulk import files of NetBox (netbox-community/netbox v4.6.8 `netbox/ipam/forms/bulk_import.py`, `choices.py`,
//! `models/ip.py`). Columns that only newer releases know are left out.

use super::shared::{Prefix, Scope, node_block_findings, prefixes};
use crate::clusterip::{AddressBand, RangeOrigin, ServiceBands};
use crate::diagnostic::{Diagnostic, Severity};
use crate::export::text::csv;
use crate::export::{
    Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding, refuse,
};
use crate::i18n::Message;
use crate::kubernetes::Window;
use crate::kubernetes::cluster_ip::ClusterIpRules;
use crate::net::{AddressCount, Cidr};
use crate::order;

/// Roles, prefixes and address ranges.
pub(in crate::export) struct Netbox;

static META: TargetMeta = TargetMeta {
    id: "netbox",
    versions: Window::ALL,
    docs: "https://github.com/netbox-community/netbox/blob/main/docs/models/ipam/prefix.md",
    checked: &[
        Checked::Source("netbox-community/netbox, bulk import"),
        Checked::Reader("csv of Python"),
    ],
};

/// The largest number of characters in `description`.
const DESCRIPTION: usize = 200;
/// The largest number of addresses in an IP range (`IPRange.clean`).
const RANGE_SIZE: u32 = u32::MAX;

const ROLE_COLUMNS: [&str; 4] = ["name", "slug", "weight", "description"];
const PREFIX_COLUMNS: [&str; 6] = [
    "prefix",
    "status",
    "role",
    "is_pool",
    "mark_utilized",
    "description",
];
const RESERVED_COLUMNS: [&str; 3] = ["prefix", "status", "description"];
const RANGE_COLUMNS: [&str; 5] = ["start_address", "end_address", "status", "role", "description"];

/// The roles: prefixes name them by `name`, so every plan writes the same ones.
const ROLES: [(Scope, &str, &str); 3] = [
    (Scope::Nodes, "Kubernetes nodes", "kubernetes-nodes"),
    (Scope::Pods, "Kubernetes pods", "kubernetes-pods"),
    (Scope::Services, "Kubernetes services", "kubernetes-services"),
];

fn role(scope: Scope) -> &'static str {
    let scope = if scope == Scope::NodePods {
        Scope::Pods
    } else {
        scope
    };
    ROLES
        .iter()
        .find(|(of, ..)| *of == scope)
        .map_or("", |(_, name, _)| name)
}

/// Returns the prefixes of the cluster. A block that equals the pod range is listed once.
fn own<'a>(cx: &ExportContext<'a>) -> Vec<Prefix<'a>> {
    let mut own = prefixes(cx);
    own.retain(|prefix| {
        let kept_elsewhere = matches!(prefix.scope, Scope::Reserved | Scope::LoadBalancers);
        !kept_elsewhere && prefix.parent != Some(prefix.cidr)
    });
    own
}

/// Returns the first prefix that is listed twice, because NetBox then refuses the whole file. `None` if there is
/// none.
fn duplicate(prefixes: &[Prefix<'_>]) -> Option<Cidr> {
    let mut sorted: Vec<Cidr> = prefixes.iter().map(|prefix| prefix.cidr).collect();
    order::sort(&mut sorted);
    sorted.windows(2).find_map(|pair| match pair {
        [one, other] if one == other => Some(*one),
        _ => None,
    })
}

/// Returns the reason why NetBox refuses the files. `None` if it accepts them.
fn refusal(cx: &ExportContext<'_>) -> Option<Diagnostic> {
    let own = own(cx);
    let field = |cidr: &Cidr| {
        let spec = &cx.plan.spec;
        if spec.service_cidrs.contains(cidr) {
            "serviceCIDRs"
        } else if spec.node_cidrs.contains(cidr) {
            "nodeCIDRs"
        } else {
            "podCIDRs"
        }
    };
    let refused = |id: &'static str, cidr: Cidr| {
        let message = Message::new(id).with("range", cidr);
        finding("EXP084", Severity::Error, field(&cidr), message)
    };
    let whole = own.iter().find(|prefix| prefix.cidr.prefix_len() == 0);
    match (whole, duplicate(&own)) {
        (Some(prefix), _) => {
            let mut diagnostic = refused("EXP084.whole", prefix.cidr);
            diagnostic.upstream = Some("Cannot create prefix with /0 mask.".to_owned());
            Some(diagnostic)
        }
        (None, Some(cidr)) => Some(refused("EXP084", cidr)),
        (None, None) => None,
    }
}

fn description(cx: &ExportContext<'_>, text: &str) -> String {
    csv::clipped(&format!("{} {text}", cx.object_name()), DESCRIPTION)
}

fn prefix_row(cx: &ExportContext<'_>, prefix: &Prefix<'_>, with_blocks: &[Cidr]) -> String {
    let (status, is_pool, mark_utilized) = match prefix.scope {
        Scope::Pods if with_blocks.contains(&prefix.cidr) => ("container", false, false),
        Scope::NodePods => ("active", true, false),
        // Kubernetes assigns the addresses in it.
        Scope::Services => ("active", true, true),
        _ => ("active", false, false),
    };
    csv::record(&[
        prefix.cidr.to_string(),
        status.to_owned(),
        role(prefix.scope).to_owned(),
        is_pool.to_string(),
        mark_utilized.to_string(),
        description(cx, &prefix.description(cx)),
    ])
}

/// Returns the bands of the Service ranges that have two of them.
fn bands(cx: &ExportContext<'_>) -> Vec<(Cidr, &'static str, &'static str, AddressBand)> {
    let rules = ClusterIpRules::at(cx.profile.version);
    let mut bands = Vec::new();
    let of_flag = cx.plan.spec.service_cidrs.iter();
    let of_flag = of_flag.map(|cidr| ServiceBands::new(*cidr, RangeOrigin::Flag, &rules));
    let of_objects = cx.added_service_ranges();
    let of_objects = of_objects.map(|(cidr, name)| ServiceBands::of_object(cidr, name, &rules));
    for of in of_flag.chain(of_objects) {
        if let (Some(fixed), Some(dynamic)) = (of.static_band, of.dynamic_band) {
            bands.push((of.range, "reserved", "export-netbox-static", fixed));
            bands.push((of.range, "active", "export-netbox-dynamic", dynamic));
        }
    }
    bands
}

/// Returns whether an IP range can have that many addresses: at least two, at most 2^32 − 1.
fn fits(band: &AddressBand) -> bool {
    band.first < band.last && band.count <= AddressCount::from(RANGE_SIZE)
}

fn band_row(
    cx: &ExportContext<'_>,
    cidr: &Cidr,
    status: &str,
    text: &'static str,
    band: &AddressBand,
) -> String {
    let with_mask = |address: std::net::IpAddr| format!("{address}/{}", cidr.prefix_len());
    csv::record(&[
        with_mask(band.first),
        with_mask(band.last),
        status.to_owned(),
        role(Scope::Services).to_owned(),
        description(cx, &cx.text(&Message::new(text))),
    ])
}

/// Returns a pool as a range, with the mask of the network that contains it. `None` for one address, which is not a
/// range.
fn pool_row(cx: &ExportContext<'_>, pool: &Prefix<'_>) -> Option<String> {
    let cidr = pool.cidr;
    let last = cidr.address(cidr.last_bits().saturating_sub(cidr.first_bits()))?;
    let mask = pool.parent.unwrap_or(cidr).prefix_len();
    (cidr.host_bits() > 0 && cidr.size() <= AddressCount::from(RANGE_SIZE)).then(|| {
        csv::record(&[
            format!("{}/{mask}", cidr.network()),
            format!("{last}/{mask}"),
            "active".to_owned(),
            String::new(),
            description(cx, &pool.description(cx)),
        ])
    })
}

impl Exporter for Netbox {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        refuse(crate::needs::missing(&cx.tool(META.id)).or_else(|| refusal(cx)))?;
        let mut found = vec![
            node_block_findings(cx, META.id),
            finding("EXP085", Severity::Info, "podCIDRs", Message::new("EXP085")),
        ];
        if let Some((cidr, ..)) = bands(cx).iter().find(|(.., band)| !fits(band)) {
            let message = Message::new("EXP086").with("range", *cidr);
            found.push(finding("EXP086", Severity::Warning, "serviceCIDRs", message));
        }
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let own = own(cx);
        let mut roles = csv::record(&ROLE_COLUMNS);
        for (scope, name, slug) in ROLES {
            let text = cx.text(&Message::new(format!("export-netbox-role-{}", scope.as_str())));
            roles.push_str(&csv::record(&[name, slug, "1000", &text]));
        }
        out.add("netbox/roles.csv", "text/csv", &roles)?;

        let with_blocks: Vec<Cidr> = own.iter().filter_map(|prefix| prefix.parent).collect();
        let mut rows = csv::record(&PREFIX_COLUMNS);
        for prefix in &own {
            rows.push_str(&prefix_row(cx, prefix, &with_blocks));
        }
        out.add("netbox/prefixes.csv", "text/csv", &rows)?;

        let bands = bands(cx);
        let bands = bands.iter().filter(|(.., band)| fits(band));
        let mut rows: Vec<String> = bands
            .map(|(cidr, status, text, band)| band_row(cx, cidr, status, text, band))
            .collect();
        let pools = prefixes(cx);
        let pools = pools.iter().filter(|prefix| prefix.scope == Scope::LoadBalancers);
        rows.extend(pools.filter_map(|pool| pool_row(cx, pool)));
        if !rows.is_empty() {
            let text = csv::record(&RANGE_COLUMNS) + &rows.concat();
            out.add("netbox/ip-ranges.csv", "text/csv", &text)?;
        }

        // Reserved networks are often in NetBox already, and one existing network makes it refuse a whole file.
        if !cx.plan.spec.reserved.is_empty() {
            let mut rows = csv::record(&RESERVED_COLUMNS);
            for reserved in &cx.plan.spec.reserved {
                let name = csv::clipped(&reserved.name, DESCRIPTION);
                rows.push_str(&csv::record(&[
                    reserved.cidr.to_string(),
                    "reserved".to_owned(),
                    name,
                ]));
            }
            out.add("netbox/reserved-prefixes.csv", "text/csv", &rows)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::components::plan_for_tests as plan;
    use crate::export::Exported;
    use crate::export::for_tests::export;

    const PODS: &[&str] = &["10.244.0.0/16", "fd00:10:244::/56"];
    const SERVICES: &[&str] = &["10.96.0.0/16", "fd00:10:96::/112"];

    fn file(exported: &Exported, path: &str) -> String {
        let found = exported.files.iter().find(|file| file.path == path);
        found.map(|file| file.text.clone()).unwrap_or_default()
    }

    #[test]
    fn the_files_of_the_default_plan() {
        let exported = export(&plan("1.36", PODS, SERVICES), &[], &["netbox"]);
        assert_eq!(
            file(&exported, "netbox/roles.csv"),
            "\
name,slug,weight,description
Kubernetes nodes,kubernetes-nodes,1000,Node networks
Kubernetes pods,kubernetes-pods,1000,Pod networks
Kubernetes services,kubernetes-services,1000,Service ClusterIP ranges
"
        );
        assert_eq!(
            file(&exported, "netbox/prefixes.csv"),
            "\
prefix,status,role,is_pool,mark_utilized,description
192.168.1.0/24,active,Kubernetes nodes,false,false,demo Node addresses
fd00:192:168:1::/64,active,Kubernetes nodes,false,false,demo Node addresses
10.244.0.0/16,container,Kubernetes pods,false,false,demo Pod network
fd00:10:244::/56,container,Kubernetes pods,false,false,demo Pod network
10.244.0.0/24,active,Kubernetes pods,true,false,demo node 0 (illustrative)
fd00:10:244::/64,active,Kubernetes pods,true,false,demo node 0 (illustrative)
10.96.0.0/16,active,Kubernetes services,true,true,demo Service ClusterIPs
fd00:10:96::/112,active,Kubernetes services,true,true,demo Service ClusterIPs
"
        );
        // 256 addresses of each range are the static band.
        assert_eq!(
            file(&exported, "netbox/ip-ranges.csv"),
            "\
start_address,end_address,status,role,description
10.96.0.1/16,10.96.1.0/16,reserved,Kubernetes services,demo addresses for Services that ask for one
10.96.1.1/16,10.96.255.254/16,active,Kubernetes services,demo addresses that Services get by themselves
fd00:10:96::1/112,fd00:10:96::100/112,reserved,Kubernetes services,demo addresses for Services that ask for one
fd00:10:96::101/112,fd00:10:96::ffff/112,active,Kubernetes services,demo addresses that Services get by themselves
"
        );
    }

    #[test]
    fn a_prefix_that_stands_for_two_things_is_refused() {
        let twice = export(
            &plan("1.36", &["10.244.0.0/16"], &["10.244.0.0/16"]),
            &[],
            &["netbox"],
        );
        assert!(twice.files.is_empty());
        assert_eq!(twice.diagnostics[0].code, "EXP084");
        let mut whole = plan("1.36", &["::/0"], &["fd00:10:96::/112"]);
        whole.spec.nodes.mask_size_ipv6 = Some(16);
        let whole = export(&whole, &[], &["netbox"]);
        assert_eq!(
            whole.diagnostics[0].upstream.as_deref(),
            Some("Cannot create prefix with /0 mask.")
        );
    }

    #[test]
    fn one_node_with_the_whole_range_is_one_prefix() {
        let exported = export(
            &plan("1.36", &["10.244.0.0/24"], &["10.96.0.0/16"]),
            &[],
            &["netbox"],
        );
        let prefixes = file(&exported, "netbox/prefixes.csv");
        assert_eq!(prefixes.matches("10.244.0.0/24,active,").count(), 1, "{prefixes}");
        assert!(!prefixes.contains("container"));
    }

    #[test]
    fn ranges_that_netbox_cannot_hold_are_left_out() {
        // /64 is larger than 2^32 − 1 addresses; its static band is not.
        let exported = export(
            &plan("1.36", &["fd00:10:244::/56"], &["fd00:10:96::/64"]),
            &[],
            &["netbox"],
        );
        assert_eq!(file(&exported, "netbox/ip-ranges.csv").lines().count(), 2);
        let codes: Vec<&str> = exported.diagnostics.iter().map(|found| found.code).collect();
        assert_eq!(codes, ["EXP081", "EXP085", "EXP086"]);
        // Before 1.24 there are no bands.
        let old = export(&plan("1.20", PODS, SERVICES), &[], &["netbox"]);
        assert_eq!(file(&old, "netbox/ip-ranges.csv"), "");
    }

    #[test]
    fn pools_of_load_balancers_are_ranges_of_their_network() {
        let mut plan = plan("1.36", PODS, SERVICES);
        plan.spec.node_cidrs = vec!["192.168.1.0/24".parse().unwrap()];
        plan.spec.load_balancer_cidrs = ["192.168.1.240/28", "fd00:1::f0/124"]
            .map(|cidr| cidr.parse().unwrap())
            .to_vec();
        let text = file(&export(&plan, &[], &["netbox"]), "netbox/ip-ranges.csv");
        assert!(
            text.ends_with(
                "192.168.1.240/24,192.168.1.255/24,active,,demo load balancer pool\n\
             fd00:1::f0/124,fd00:1::ff/124,active,,demo load balancer pool\n"
            ),
            "{text}"
        );
        assert!(!file(&export(&plan, &[], &["netbox"]), "netbox/prefixes.csv").contains("192.168.1.240"));
    }

    #[test]
    fn reserved_networks_are_a_file_of_their_own() {
        let mut plan = plan("1.36", PODS, SERVICES);
        plan.spec.reserved = vec![crate::request::Reserved {
            name: format!("=office{}", "x".repeat(300)),
            cidr: "172.16.0.0/16".parse().unwrap(),
        }];
        let exported = export(&plan, &[], &["netbox"]);
        let text = file(&exported, "netbox/reserved-prefixes.csv");
        let row = text.lines().nth(1).unwrap();
        assert!(row.starts_with("172.16.0.0/16,reserved,'=office"));
        assert_eq!(row.len(), "172.16.0.0/16,reserved,".len() + 200);
    }
}
