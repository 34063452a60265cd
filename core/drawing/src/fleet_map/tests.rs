//! Expectations are written out by hand from the places that `docs/fleet.md` shows.

use super::{FleetMap, FleetScene, FleetSceneOptions, Purpose};
use crate::fleet::{FleetFiles, plan_fleet};
use crate::net::Cidr;

const ACME: &str = "\
apiVersion: dualstack-planner/v1
kind: FleetPlan
metadata: {name: acme}
spec:
  blocks: [10.0.0.0/8, \"fd5c:8e21:7a00::/40\"]
  reserved:
    - {name: office, cidr: 10.0.0.0/16}
  existing:
    - {name: old, group: mesh, podCIDRs: [10.244.0.0/16], serviceCIDRs: [10.96.0.0/12]}
  defaults: {kubernetesVersion: \"1.36\", group: mesh, services: 500}
  clusters:
    - {name: eu-1, site: eu, nodes: {count: 40, max: 250}}
    - {name: eu-2, site: eu, nodes: {count: 12}, growth: {nodesPerMonth: 5%, months: 24}}
    - {name: us-1, site: us, nodes: {count: 100, maxPods: 200}}
    - {name: lab, group: lab, nodes: {count: 3}}
";

/// Two clusters that fill a block with their rooms.
const TIGHT: &str = "\
apiVersion: dualstack-planner/v1
kind: FleetPlan
spec:
  blocks: [10.0.0.0/13]
  clusters:
    - {name: a, nodes: {count: 256}, services: 100}
    - {name: b, nodes: {count: 256}, services: 100}
";

fn map(text: &str) -> FleetMap {
    let files = FleetFiles {
        fleet: text,
        ..FleetFiles::default()
    };
    FleetMap::of(&plan_fleet(files, "en").unwrap().0)
}

fn cidr(text: &str) -> Cidr {
    text.parse().unwrap()
}

fn seen(map: &FleetMap, group: Option<&str>, at: &[&str]) -> FleetScene {
    map.scene(&FleetSceneOptions {
        group: group.map(str::to_owned),
        at: at.iter().map(|text| cidr(text)).collect(),
    })
}

/// The runs of a row: where they begin, how long they are, and in each lane the purpose and the cluster.
fn row(map: &FleetMap, scene: &FleetScene, pane: usize, row: usize) -> Vec<String> {
    let runs = &scene.panes[pane].rows[row].runs;
    runs.iter()
        .map(|run| {
            let lanes = run.lanes.iter().map(|lane| {
                let cluster = lane.cluster.map_or("", |index| &map.clusters()[index].name);
                let part = if lane.is_part { "~" } else { "" };
                format!("{part}{} {cluster}", lane.what.as_str())
                    .trim_end()
                    .to_owned()
            });
            format!(
                "{}+{} {}",
                run.start,
                run.length,
                lanes.collect::<Vec<_>>().join(" | ")
            )
        })
        .collect()
}

#[test]
fn a_family_is_its_block_in_sixteen_rows() {
    let map = map(ACME);
    let scene = seen(&map, Some("mesh"), &[]);
    let networks: Vec<String> = scene.panes.iter().map(|pane| pane.network.to_string()).collect();
    assert_eq!(networks, ["10.0.0.0/8", "fd5c:8e21:7a00::/40"]);
    let rows = &scene.panes[0].rows;
    assert_eq!((rows.len(), rows[15].network), (16, cidr("10.240.0.0/12")));
    // A row is a /12 in 256 columns of a /20: a /16 has sixteen of them.
    assert_eq!(
        row(&map, &scene, 0, 0),
        [
            "0+16 reserved",
            // 10.1.0.0/18 in its room of a /17, then the Service ranges of both clusters with theirs.
            "16+4 pods eu-2",
            "20+4 room eu-2",
            "24+1 ~services eu-1",
            "25+1 ~services eu-2",
            "26+6 site",
            "32+16 pods eu-1",
            "48+16 room eu-1",
            "64+192 free"
        ]
    );
    assert_eq!(row(&map, &scene, 0, 6), ["0+256 existing old"]);
    assert_eq!(rows[0].count, 2);
    assert_eq!(rows[0].free, 0.75);
    assert_eq!(rows[6].free, 0.0);
}

#[test]
fn the_other_family_follows_the_clusters() {
    let map = map(ACME);
    let scene = seen(&map, Some("mesh"), &["10.2.0.0/15"]);
    // Only eu-1 lies in 10.2.0.0/15.
    let around = &scene.panes[1];
    assert!(
        cidr("fd5c:8e21:7a00::/40").contains(&around.network),
        "{around:?}"
    );
    let eu_1 = map
        .clusters()
        .iter()
        .position(|cluster| cluster.name == "eu-1")
        .unwrap();
    for range in &map.clusters()[eu_1].ranges {
        let home = if range.cidr.to_string().contains(':') {
            around.network
        } else {
            cidr("10.0.0.0/8")
        };
        assert!(home.contains(&range.room.unwrap()), "{range:?} in {home}");
    }
    assert_eq!(around.network, cidr("fd5c:8e21:7a00::/48"));
    assert_eq!(
        around.path,
        [
            cidr("fd5c:8e21:7a00::/40"),
            cidr("fd5c:8e21:7a00::/44"),
            cidr("fd5c:8e21:7a00::/48")
        ]
    );
    // Seen from where nothing is, the other one stays at its block.
    let empty = seen(&map, Some("mesh"), &["10.16.0.0/12"]);
    assert_eq!(empty.panes[1].network, cidr("fd5c:8e21:7a00::/40"));
}

#[test]
fn groups_that_use_the_same_addresses_lie_one_above_the_other() {
    let map = map(ACME);
    let scene = seen(&map, None, &["10.1.0.0/16"]);
    // lab has 10.1.16.0/22 where mesh has 10.1.0.0/18.
    let lanes = row(&map, &scene, 0, 1);
    assert_eq!(lanes[0], "0+64 pods lab | pods eu-2", "{lanes:?}");
    assert_eq!(
        scene.groups.iter().map(|group| group.shown).collect::<Vec<_>>(),
        [true, true]
    );
    // In one group alone, there is one.
    let alone = seen(&map, Some("lab"), &["10.1.0.0/16"]);
    assert_eq!(row(&map, &alone, 0, 1)[0], "0+64 pods lab");
    assert_eq!(alone.groups.iter().filter(|group| group.shown).count(), 1);
}

#[test]
fn whoever_can_double_has_room_and_whoever_runs_already_is_not_asked() {
    let map = map(ACME);
    let can = |map: &FleetMap| -> Vec<(String, Option<bool>)> {
        let all = map.clusters().iter();
        all.map(|cluster| (cluster.name.clone(), cluster.can_double))
            .collect()
    };
    let named = |names: &[(&str, Option<bool>)]| -> Vec<(String, Option<bool>)> {
        names
            .iter()
            .map(|(name, can)| ((*name).to_owned(), *can))
            .collect()
    };
    let yes = Some(true);
    assert_eq!(
        can(&map),
        named(&[
            ("eu-1", yes),
            ("eu-2", yes),
            ("lab", yes),
            ("us-1", yes),
            ("old", None)
        ])
    );
    // It takes all of the room that was kept for it, and what lies beside that is taken.
    let first = plan_fleet(
        FleetFiles {
            fleet: TIGHT,
            ..FleetFiles::default()
        },
        "en",
    )
    .unwrap()
    .0;
    let grown = TIGHT.replacen("count: 256", "count: 512", 1);
    let files = FleetFiles {
        fleet: &grown,
        lock: Some(&first.lock),
        plans: &[],
    };
    let second = FleetMap::of(&plan_fleet(files, "en").unwrap().0);
    assert_eq!(can(&second), named(&[("a", Some(false)), ("b", yes)]));
}

#[test]
fn what_overlaps_is_marked() {
    let overlapping = ACME.replace(
        "podCIDRs: [10.244.0.0/16]",
        "podCIDRs: [10.244.0.0/16, 10.0.128.0/17]",
    );
    let map = map(&overlapping);
    let scene = seen(&map, Some("mesh"), &["10.0.0.0/16"]);
    let lane = scene.panes[0].rows[8].runs[0].lanes[0];
    assert_eq!((lane.what, lane.is_shared), (Purpose::Existing, true));
    assert!(!scene.panes[0].rows[0].runs[0].lanes[0].is_shared);
}

#[test]
fn a_position_may_be_anywhere() {
    let map = map(ACME);
    for at in [
        "0.0.0.0/0",
        "::/0",
        "10.0.0.0/32",
        "10.0.0.0/31",
        "::1/128",
        "192.168.0.0/16",
        "255.255.255.255/32",
    ] {
        let scene = seen(&map, None, &[at]);
        for pane in &scene.panes {
            for row in &pane.rows {
                let columns: u16 = row.runs.iter().map(|run| run.length).sum();
                assert_eq!(columns, pane.columns, "{at}");
            }
        }
    }
    let one = seen(&map, None, &["10.1.0.0/32"]);
    assert_eq!((one.panes[0].rows.len(), one.panes[0].columns), (1, 1));
    // A group that is not there is no group: all are shown.
    assert!(
        seen(&map, Some("zebra"), &[])
            .groups
            .iter()
            .all(|group| group.shown)
    );
}

#[test]
fn what_is_drawn_is_bounded_however_many_clusters_there_are() {
    let mut text = "\
apiVersion: dualstack-planner/v1
kind: FleetPlan
spec:
  blocks: [10.0.0.0/8, \"fd00::/32\"]
  clusters:
"
    .to_owned();
    for index in 0..2000 {
        text.push_str(&format!(
            "    - {{name: c{index}, site: s{}, nodes: {{count: 3}}, services: 100}}\n",
            index % 20
        ));
    }
    let map = map(&text);
    assert_eq!(map.clusters().len(), 2000);
    for at in [&[][..], &["10.0.0.0/12"], &["10.0.0.0/16"]] {
        let scene = seen(&map, None, at);
        for row in scene.panes.iter().flat_map(|pane| &pane.rows) {
            assert!(row.runs.len() <= 256 && row.clusters.len() <= 8);
            assert!(row.count >= row.clusters.len());
        }
    }
}
