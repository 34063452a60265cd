mod properties;

use crate::diagnostic::{Diagnostic, Severity};
use crate::i18n::{Catalogue, EXPORTS, complete};
use crate::net::{Cidr, IpFamily};
use crate::{Fleet, FleetFiles, FleetFormat, PlaceState, PlacedCluster, export_fleet, plan_fleet, plans};

const HEAD: &str = "apiVersion: dualstack-planner/v1\nkind: FleetPlan\nmetadata: {name: acme}\nspec:\n";

fn file(spec: &str) -> String {
    format!("{HEAD}{spec}")
}

fn planned(text: &str, lock: Option<&str>) -> (Fleet, Vec<Diagnostic>) {
    let files = FleetFiles {
        fleet: text,
        plans: &[],
        lock,
    };
    plan_fleet(files, "en").unwrap_or_else(|found| panic!("{}", said(&found)))
}

fn said(found: &[Diagnostic]) -> String {
    let catalogue = Catalogue::of("en");
    let line = |found: &Diagnostic| {
        let Diagnostic {
            code,
            location,
            message,
            ..
        } = found;
        format!("{}: {code} {}\n", location.line, catalogue.text(message))
    };
    found.iter().map(line).collect()
}

fn cluster<'a>(fleet: &'a Fleet, name: &str) -> &'a PlacedCluster {
    let found = fleet.clusters.iter().find(|placed| placed.name == name);
    found.unwrap_or_else(|| panic!("no {name}"))
}

fn texts(cidrs: &[Cidr]) -> Vec<String> {
    cidrs.iter().map(Cidr::to_string).collect()
}

const TWO: &str = "  blocks: [10.0.0.0/8, \"fd12:3456:7890::/44\"]
  clusters:
    - {name: eu-1, site: eu, nodes: {count: 40}, services: 500}
    - {name: us-1, site: us, nodes: {count: 300}}
";

#[test]
fn every_cluster_gets_ranges_with_room_to_double() {
    let (fleet, found) = planned(&file(TWO), None);
    assert_eq!(said(&found), "");
    let eu = cluster(&fleet, "eu-1");
    assert_eq!(texts(&eu.pod_cidrs), ["10.5.0.0/18", "fd12:3456:7891::/56"]);
    assert_eq!(texts(&eu.pod_rooms), ["10.5.0.0/17", "fd12:3456:7891::/56"]);
    assert_eq!(
        texts(&eu.service_cidrs),
        ["10.5.128.0/21", "fd12:3456:7891:100::/112"]
    );
    assert_eq!(
        texts(&eu.service_rooms),
        ["10.5.128.0/20", "fd12:3456:7891:100::/112"]
    );
    let us = cluster(&fleet, "us-1");
    assert_eq!(texts(&us.pod_cidrs), ["10.0.0.0/15", "fd12:3456:7890::/52"]);
    assert_eq!(texts(&us.pod_rooms), ["10.0.0.0/14", "fd12:3456:7890::/52"]);
    assert_eq!(fleet.exit_code, 0);
}

#[test]
fn routes_of_a_site_are_few_and_waste_is_told() {
    let clusters: Vec<String> = (0..20)
        .map(|number| {
            format!(
                "    - {{name: c-{number}, site: s-{}, nodes: {{count: {}}}}}\n",
                number % 2,
                10 + 13 * number
            )
        })
        .collect();
    let text = file(&format!(
        "  blocks: [10.0.0.0/8, \"fd12:3456:7890::/44\"]\n  clusters:\n{}",
        clusters.concat()
    ));
    let (fleet, found) = planned(&text, None);
    assert_eq!(said(&found), "");
    for site in &fleet.sites {
        let of = |family: IpFamily| {
            site.routes
                .iter()
                .filter(|route| route.family() == family)
                .count()
        };
        assert!(
            of(IpFamily::IPv4) <= 3 && of(IpFamily::IPv6) == 1,
            "{:?}",
            site.routes
        );
        assert_eq!(site.clusters, 10);
    }
    let of_v4 = &fleet.uses[0];
    assert_eq!((of_v4.family, of_v4.clusters), (IpFamily::IPv4, 20));
    assert!(of_v4.taken >= of_v4.bound && of_v4.bound >= of_v4.needed);
    assert!(
        (0.0..=25.0).contains(&of_v4.waste_percent),
        "{}",
        of_v4.waste_percent
    );
}

#[test]
fn routes_grow_slowly_while_clusters_come_one_by_one() {
    let mut lines = String::new();
    let mut lock: Option<String> = None;
    for number in 0..60 {
        let site = if number % 3 == 0 { "us" } else { "eu" };
        lines.push_str(&format!(
            "    - {{name: c-{number}, site: {site}, nodes: {{count: {}}}}}\n",
            3 + number % 7 * 9
        ));
        let text = file(&format!(
            "  blocks: [10.0.0.0/8, \"fd12:3456:7800::/40\"]\n  clusters:\n{lines}"
        ));
        let (fleet, found) = planned(&text, lock.as_deref());
        assert_eq!(said(&found), "");
        lock = Some(fleet.lock.clone());
        for site in &fleet.sites {
            let of = |family: IpFamily| {
                site.routes
                    .iter()
                    .filter(|route| route.family() == family)
                    .count()
            };
            assert!(
                of(IpFamily::IPv4) <= 12 && of(IpFamily::IPv6) <= 3,
                "{number}: {:?}",
                site.routes
            );
        }
    }
}

#[test]
fn groups_use_the_same_addresses_again() {
    let text = file(
        "  blocks: [10.0.0.0/15]\n  clusters:\n    - {name: a, group: one, nodes: {count: 100}}\n    - {name: b, group: two, \
         nodes: {count: 100}}\n",
    );
    let (fleet, found) = planned(&text, None);
    assert_eq!(said(&found), "");
    assert_eq!(cluster(&fleet, "a").pod_cidrs, cluster(&fleet, "b").pod_cidrs);
}

#[test]
fn a_cluster_without_a_place_says_what_it_needs_and_what_is_there() {
    let text = file(
        "  blocks: [10.0.0.0/16]\n  clusters:\n    - {name: eu-3, group: mesh, nodes: {count: 300}}\n    - {name: eu-4, group: \
         mesh, nodes: {count: 20}}\n",
    );
    let (fleet, found) = planned(&text, None);
    assert_eq!(
        said(&found),
        "7: FLEET004 cluster eu-3 needs /14 of IPv4 for pods (/15, and room to double); the largest free block of \
         10.0.0.0/16 in group mesh is 10.0.128.0/17\n"
    );
    assert_eq!(fleet.clusters.len(), 1);
    assert_eq!(fleet.exit_code, 1);
    assert_eq!(
        Catalogue::of("en").text(&fleet.summary),
        "one cluster has its place: 1 new, 0 kept, 0 grown; one has none"
    );
}

#[test]
fn reserved_networks_and_clusters_that_run_stay_where_they_are() {
    let text = file(
        "  blocks: [10.0.0.0/14]\n  reserved: [{name: office, cidr: 10.0.0.0/16}]\n  existing:\n    - {name: old, podCIDRs: \
         [10.2.0.0/16], serviceCIDRs: [10.96.0.0/12]}\n    - {name: older, plan: older.yaml}\n  clusters:\n    - {name: new, \
         nodes: {count: 60}, nodeCIDRs: [10.3.0.0/24]}\n",
    );
    let older = "apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nkubernetesVersion: v1.33.0\nnetworking:\n  \
                 podSubnet: 10.1.0.0/17\n  serviceSubnet: 10.1.128.0/20\n";
    assert_eq!(crate::referred_files(&text), ["older.yaml"]);
    let files = FleetFiles {
        fleet: &text,
        plans: &[("older.yaml", older)],
        lock: None,
    };
    let (fleet, found) = plan_fleet(files, "en").unwrap();
    assert_eq!(said(&found), "");
    assert_eq!(texts(&cluster(&fleet, "new").pod_rooms), ["10.3.128.0/17"]);
    assert!(fleet.lock.contains("name: older"));
    let missing = plan_fleet(
        FleetFiles {
            fleet: &text,
            ..FleetFiles::default()
        },
        "en",
    )
    .unwrap_err();
    assert_eq!(
        said(&missing),
        "9: FLEET008 the file older.yaml of existing cluster older was not given\n"
    );
}

#[test]
fn connected_clusters_that_overlap_already_are_named() {
    let text = file(
        "  blocks: [10.0.0.0/16]\n  existing:\n    - {name: a, podCIDRs: [10.244.0.0/16]}\n    - {name: b, podCIDRs: \
         [10.244.0.0/17]}\n    - {name: c, group: other, podCIDRs: [10.244.0.0/16]}\n  clusters: []\n",
    );
    let (fleet, found) = planned(&text, None);
    assert_eq!(
        said(&found),
        "7: ADDR021 clusters a and b overlap on 10.244.0.0/17, and group default connects them\n"
    );
    assert_eq!(found[0].severity, Severity::Warning);
    assert_eq!(fleet.exit_code, 0);
}

#[test]
fn a_place_that_somebody_else_takes_is_an_error_and_nothing_moves() {
    let (first, _) = planned(&file(TWO), None);
    let existing =
        "  existing: [{name: old, podCIDRs: [10.5.0.0/20]}]\n  reserved: [{name: vpn, cidr: 10.0.0.0/24}]\n";
    let text = file(&format!("{existing}{TWO}"));
    let (second, found) = planned(&text, Some(&first.lock));
    assert_eq!(
        said(&found),
        "9: ADDR021 clusters eu-1 and old overlap on 10.5.0.0/20, and group default connects them\n10: FLEET009 cluster us-1 \
         lies in 10.0.0.0/24, which is reserved for vpn\n"
    );
    assert_eq!(second.exit_code, 1);
    assert_eq!(
        cluster(&second, "eu-1").pod_cidrs,
        cluster(&first, "eu-1").pod_cidrs
    );
    // A reservation of nothing new and the same file: the lock is the same.
    let (third, _) = planned(&file(TWO), Some(&first.lock));
    assert!(!third.lock_changed);
    assert!(second.lock_changed);
}

#[test]
fn what_grows_in_its_room_stays_and_what_outgrows_it_is_said() {
    let one = |nodes: u32, more: &str| {
        file(&format!(
            "  blocks: [10.0.0.0/16]\n  clusters:\n    - {{name: a, services: 10, nodes: {{count: {nodes}}}}}\n{more}"
        ))
    };
    let other = "    - {name: b, services: 10, nodes: {count: 32}}\n";
    let (first, _) = planned(&one(16, other), None);
    let a = cluster(&first, "a");
    assert_eq!(
        (texts(&a.pod_cidrs), texts(&a.pod_rooms)),
        (vec!["10.0.64.0/20".to_owned()], vec!["10.0.64.0/19".to_owned()])
    );
    // Into the room; the room grows too, because what lies beside it is free.
    let (second, found) = planned(&one(32, other), Some(&first.lock));
    let a = cluster(&second, "a");
    assert_eq!(a.state, PlaceState::Grown);
    assert_eq!(texts(&a.pod_cidrs), ["10.0.64.0/19"]);
    assert_eq!(
        said(&found),
        "7: FLEET006 cluster a can no longer double where it is: its pods have 10.0.64.0/19 in 10.0.64.0/19, and what lies beside it is taken\n"
    );
    let (third, found) = planned(&one(64, other), Some(&second.lock));
    assert_eq!(
        said(&found),
        "7: FLEET005 cluster a needs /18 of IPv4 for pods now; its place is 10.0.64.0/19, and what lies beside it is taken. It \
         stays at 10.0.64.0/19\n"
    );
    assert_eq!(texts(&cluster(&third, "a").pod_cidrs), ["10.0.64.0/19"]);
    assert_eq!(third.lock, second.lock);
    assert_eq!(third.exit_code, 1);
    // Without its entry it is placed anew.
    let cut = third.lock.replace("name: a\n", "name: gone\n");
    let (fourth, found) = planned(&one(64, other), Some(&cut));
    assert_eq!(said(&found), "");
    assert_eq!(texts(&cluster(&fourth, "a").pod_rooms), ["10.0.128.0/17"]);
    assert_eq!(fourth.removed, ["gone"]);
}

#[test]
fn a_range_never_shrinks() {
    let one = |nodes: u32| {
        file(&format!(
            "  blocks: [10.0.0.0/16]\n  clusters: [{{name: a, nodes: {{count: {nodes}}}}}]\n"
        ))
    };
    let (first, _) = planned(&one(64), None);
    let (second, found) = planned(&one(2), Some(&first.lock));
    assert_eq!(said(&found), "");
    assert_eq!(cluster(&second, "a").pod_cidrs, cluster(&first, "a").pod_cidrs);
}

#[test]
fn files_that_cannot_be_read_whole_place_nothing() {
    let refused = |text: &str, lock: Option<&str>| {
        let files = FleetFiles {
            fleet: text,
            plans: &[],
            lock,
        };
        said(&plan_fleet(files, "en").unwrap_err())
    };
    assert_eq!(
        refused("kind: ClusterPlan\n", None),
        "0: FLEET001 the text has no FleetPlan\n"
    );
    assert_eq!(
        refused(&file(TWO), Some("kind: ConfigMap\n")),
        "0: FLEET011 this is no lock file of a fleet\n"
    );
    let twice = file(&format!("{TWO}    - {{name: eu-1}}\n"));
    assert_eq!(
        refused(&twice, None),
        "9: FLEET002 two clusters have the name eu-1\n"
    );
    let large = file(
        "  blocks: [10.0.0.0/8]\n  clusters: [{name: a, nodes: {count: 70000}}, {name: b, families: [IPv6]}]\n",
    );
    assert_eq!(
        refused(&large, None),
        "6: FLEET007 cluster a has no IPv4 pod range for 70000 nodes with blocks of /24\n6: FLEET003 cluster b is to have IPv6, \
         and group default has no block of IPv6\n"
    );
    let odd = file(
        "  blocks: [10.0.0.0/8]\n  groups: [{name: mesh}]\n  clusters: [{name: A_1, group: mush, growth: {nodesPerMonth: many}}]\n",
    );
    let found = refused(&odd, None);
    assert_eq!(found.lines().count(), 3, "{found}");
    assert!(
        found.contains("spec.clusters[0].name: A_1 is no name of a cluster"),
        "{found}"
    );
    assert!(found.contains("many is no rate"), "{found}");
}

#[test]
fn plans_of_a_fleet_have_no_findings() {
    let text = file(
        "  blocks: [10.0.0.0/8, \"fd5c:8e21:7a3::/44\"]\n  defaults: {kubernetesVersion: \"1.34\", nodes: {maxPods: 200}}\n  \
         clusters:\n    - {name: a, nodes: {count: 40, max: 90}}\n    - {name: b, families: [IPv6, IPv4], nodes: {count: 700}, services: \
         9000}\n    - {name: c, families: [IPv6], growth: {nodesPerMonth: 5%, months: 60}, nodes: {count: 12}}\n",
    );
    let (fleet, found) = planned(&text, None);
    assert_eq!(said(&found), "");
    let exported = export_fleet(&fleet, &["plan-yaml"], "en");
    assert_eq!(exported.files.len(), 3);
    for (file, plan) in exported.files.iter().zip(plans(&fleet)) {
        assert_eq!(file.path, format!("plan-yaml/{}/plan.yaml", plan.metadata.name));
        let analysis = dualstack_analysis::Analysis::of(&file.text, &Default::default());
        assert_eq!(analysis.plan(), Some(&plan));
        let noticed: Vec<Diagnostic> = analysis
            .diagnostics()
            .iter()
            .filter(|found| found.severity != Severity::Info)
            .cloned()
            .collect();
        assert_eq!(said(&noticed), "", "{}", file.text);
    }
}

#[test]
fn exports_are_those_of_all_clusters() {
    let (fleet, _) = planned(&file(TWO), None);
    let exported = export_fleet(&fleet, crate::FLEET_TARGETS, "en");
    let paths: Vec<&str> = exported.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "netbox/ip-ranges.csv",
            "netbox/prefixes.csv",
            "netbox/roles.csv",
            "plan-yaml/eu-1/plan.yaml",
            "plan-yaml/us-1/plan.yaml",
            "report/fleet.md",
            "reverse-zones/zones.txt",
            "terraform/acme.auto.tfvars.json",
            "terraform/variables.tf",
        ]
    );
    let table = fleet.write(FleetFormat::Markdown, "ja");
    assert!(
        table.contains("| `eu-1` | `default` | `eu` | `10.5.0.0/18` `fd12:3456:7891::/56` |"),
        "{table}"
    );
}

#[test]
fn every_code_has_its_sentences() {
    crate::i18n::use_exports();
    for locale in complete(EXPORTS) {
        let catalogue = Catalogue::of(locale.tag);
        for (number, code) in crate::codes::ALL.iter().enumerate() {
            assert_eq!(code.id, format!("FLEET{:03}", number + 1));
            for id in [
                code.id.to_owned(),
                format!("{}.title", code.id),
                code.help.to_owned(),
            ] {
                assert!(catalogue.has(&id), "{} lacks {id}", locale.tag);
            }
        }
    }
}
