#![allow(clippy::indexing_slicing, reason = "helpers of tests")]

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::Analysis;
use crate::i18n::Catalogue;
use crate::net::{AddressCount, Cidr, IpFamily, address_bits};
use dualstack_analysis::AnalyzeOptions;

fn plan(spec: &str) -> String {
    format!(
        "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nmetadata: {{name: demo}}\nspec:\n  kubernetesVersion: \
         \"1.36\"\n{}\n",
        spec.lines().map(|line| format!("  {line}\n")).collect::<String>()
    )
}

fn seen_at(text: &str, at: &[&str]) -> Scene {
    let analysis = Analysis::of(text, &AnalyzeOptions::default());
    let at = at.iter().map(|network| network.parse().unwrap()).collect();
    scene(&analysis, &SceneOptions { at }).unwrap()
}

fn grid(scene: &Scene, pane: usize) -> &Grid {
    scene.panes[pane].grid.as_ref().unwrap()
}

/// The cells of a grid as runs: `0-39 pods-today`, uses that share addresses joined by `+`, parts by `|`.
fn runs(grid: &Grid) -> Vec<String> {
    let mut runs: Vec<(usize, usize, String)> = Vec::new();
    for cell in &grid.cells {
        let parts: Vec<String> = cell
            .parts
            .iter()
            .map(|part| {
                let uses: Vec<&str> = part.uses.iter().map(|usage| usage.what.as_str()).collect();
                if uses.is_empty() {
                    "free".to_owned()
                } else {
                    uses.join("+")
                }
            })
            .collect();
        let text = parts.join("|");
        match runs.last_mut() {
            Some((_, last, before)) if *before == text => *last = cell.index,
            _ => runs.push((cell.index, cell.index, text)),
        }
    }
    runs.into_iter()
        .map(|(first, last, text)| format!("{first}-{last} {text}"))
        .collect()
}

fn networks(scene: &Scene) -> Vec<String> {
    let of_pane = |pane: &Pane| {
        let grid = pane.grid.as_ref();
        grid.map_or("–".to_owned(), |grid| {
            format!("{} /{}", grid.network, grid.cell_prefix)
        })
    };
    scene.panes.iter().map(of_pane).collect()
}

fn in_english(messages: &[Message]) -> String {
    let english = Catalogue::of("en");
    let texts: Vec<String> = messages.iter().map(|message| english.text(message)).collect();
    texts.join(" ")
}

const DEMO: &str = "podCIDRs: [10.244.0.0/16, 'fd5a:1b2c:3d4e::/56']
serviceCIDRs: [10.96.0.0/16, 'fd5a:1b2c:3d4e:ffff::/112']
nodeCIDRs: [192.168.1.0/24, 'fd5a:1b2c:3d4e:8001::/64']
advertiseAddress: 192.168.1.11
nodes: {count: 40, max: 250}";

#[test]
fn both_families_show_the_same_nodes_in_the_same_cells() {
    let scene = seen_at(&plan(DEMO), &[]);
    assert_eq!(networks(&scene), ["10.244.0.0/16 /24", "fd5a:1b2c:3d4e::/56 /64"]);
    for pane in [0, 1] {
        assert_eq!(
            runs(grid(&scene, pane)),
            ["0-39 pods-today", "40-249 pods-planned", "250-255 pods-free"]
        );
    }
    assert!(scene.in_step && scene.shifted_from.is_none());
    let cells = [&grid(&scene, 0).cells[200], &grid(&scene, 1).cells[200]];
    assert_eq!(cells[0].network.to_string(), "10.244.200.0/24");
    assert_eq!(cells[1].network.to_string(), "fd5a:1b2c:3d4e:c8::/64");
    assert!(cells.iter().all(|cell| cell.nodes
        == Some(NodeSpan {
            first: 200,
            last: 200
        })));
    assert_eq!(
        in_english(&scene.summary),
        "IPv4: 10.244.0.0/16 in 256 cells of /24. IPv6: fd5a:1b2c:3d4e::/56 in 256 cells of /64. Pods use cells 0 to 249 \
         of 256 in both families. Services lie outside. No ranges overlap."
    );
    let legend: Vec<String> = scene
        .legend
        .iter()
        .map(|entry| in_english(std::slice::from_ref(&entry.message)))
        .collect();
    assert_eq!(
        legend,
        [
            "40 nodes today",
            "planned, to 250 nodes",
            "free for 6 nodes",
            "Services",
            "Nodes"
        ]
    );
}

#[test]
fn strips_are_true_to_scale() {
    let scene = seen_at(&plan(DEMO), &[]);
    let shown = |strip: &Strip| -> (String, Vec<(usize, f64)>) {
        let marks = strip.marks.iter();
        (
            strip.network.to_string(),
            marks.map(|mark| (mark.range, mark.stretch.start)).collect(),
        )
    };
    let pane = &scene.panes[0];
    // 96 and 244 of 256.
    assert_eq!(
        shown(&pane.strips[0]),
        ("10.0.0.0/8".to_owned(), vec![(2, 0.375), (0, 0.953_125)])
    );
    assert_eq!(pane.strips[0].marks[0].stretch.length, 1.0 / 256.0);
    assert_eq!(
        pane.strips[0].window,
        Some(Stretch {
            start: 0.953_125,
            length: 1.0 / 256.0
        })
    );
    assert_eq!(shown(&pane.strips[1]).0, "192.168.0.0/16");
    assert_eq!(pane.strips[1].window, None);
    // One site: 0, 0x8001 and 0xffff of 0x10000.
    let (network, marks) = shown(&scene.panes[1].strips[0]);
    assert_eq!(network, "fd5a:1b2c:3d4e::/48");
    assert_eq!(
        marks
            .iter()
            .map(|(_, start)| (start * 65_536.0).round())
            .collect::<Vec<_>>(),
        [0.0, 32_769.0, 65_535.0]
    );
    assert_eq!(scene.panes[1].strips.len(), 1);
    let path: Vec<String> = pane.path.iter().map(|crumb| crumb.network.to_string()).collect();
    assert_eq!(path, ["10.0.0.0/8", "10.244.0.0/16"]);
    assert_eq!(pane.path[1].range, Some(0));
}

#[test]
fn sites_of_one_plan_are_one_strip() {
    let scene = seen_at(
        &plan("podCIDRs: ['fd00:10:244::/56']\nserviceCIDRs: ['fd00:10:96::/112']"),
        &[],
    );
    let strips: Vec<String> = scene.panes[0]
        .strips
        .iter()
        .map(|strip| strip.network.to_string())
        .collect();
    assert_eq!(strips, ["fd00:10::/38"]);
}

#[test]
fn a_strip_is_as_narrow_as_its_ranges_allow() {
    let text = plan(
        "podCIDRs: ['2001:db8:42::/56']\nserviceCIDRs: ['2001:db8:42:ff00::/112']\nnodeCIDRs: [192.168.1.0/24]\nloadBalancerCIDRs: \
         [192.168.1.240/28]",
    );
    let scene = seen_at(&text, &[]);
    let networks: Vec<String> = scene
        .panes
        .iter()
        .map(|pane| pane.strips[0].network.to_string())
        .collect();
    assert_eq!(networks, ["192.168.1.0/24", "2001:db8:42::/48"]);
}

#[test]
fn the_larger_family_shows_which_blocks_have_no_twin() {
    let scene = seen_at(
        &plan(
            "podCIDRs: [10.96.0.0/15, 'fd00:10:244::/56']\nserviceCIDRs: [172.30.0.0/16, 'fd00:10:96::/112']\nnodes: {count: 3, max: 500}",
        ),
        &[],
    );
    // 512 blocks of IPv4, two in each cell; 256 of IPv6, two in each cell as well.
    assert_eq!(networks(&scene), ["10.96.0.0/15 /23", "fd00:10:244::/56 /63"]);
    assert_eq!(
        runs(grid(&scene, 0)),
        [
            "0-0 pods-today",
            "1-1 pods-today|pods-planned",
            "2-127 pods-planned",
            "128-255 pods-unpaired"
        ]
    );
    assert_eq!(
        runs(grid(&scene, 1)),
        [
            "0-0 pods-today",
            "1-1 pods-today|pods-planned",
            "2-127 pods-planned"
        ]
    );
    assert!(scene.in_step);
    assert_eq!(
        in_english(scene.shortfall.as_slice()),
        "244 of the 500 planned nodes get no pod CIDR: there are blocks for 256"
    );
}

#[test]
fn a_family_with_very_few_blocks_is_one_cell() {
    let scene = seen_at(
        &plan(
            "podCIDRs: [10.0.0.0/10, 'fd00:10:244::/62']\nserviceCIDRs: [172.30.0.0/16, 'fd00:10:96::/112']",
        ),
        &[],
    );
    // 16,384 blocks of IPv4, 64 in each cell; IPv6 has 4.
    assert_eq!(networks(&scene), ["10.0.0.0/10 /18", "fd00:10:244::/62 /62"]);
    assert_eq!(
        runs(grid(&scene, 0)),
        ["0-0 pods-today|pods-free|pods-unpaired", "1-255 pods-unpaired"]
    );
    assert_eq!(runs(grid(&scene, 1)), ["0-0 pods-today|pods-free"]);
}

#[test]
fn plenty_of_ipv6_does_not_hide_the_nodes() {
    let text = plan(
        "podCIDRs: [10.244.0.0/16, 'fd00:10:244::/48']\nserviceCIDRs: [10.96.0.0/16, 'fd00:10:96::/112']",
    );
    // A /48 has 65,536 blocks; the 256 that nodes get are shown.
    for at in [&[][..], &["10.244.0.0/16"]] {
        let scene = seen_at(&text, at);
        assert_eq!(networks(&scene), ["10.244.0.0/16 /24", "fd00:10:244::/56 /64"]);
        assert!(scene.in_step);
        let path: Vec<String> = scene.panes[1]
            .path
            .iter()
            .map(|crumb| crumb.network.to_string())
            .collect();
        assert_eq!(
            path,
            [
                "fd00:10::/38",
                "fd00:10:200::/40",
                "fd00:10:244::/48",
                "fd00:10:244::/56"
            ]
        );
    }
    let scene = seen_at(&text, &["fd00:10:244::/48"]);
    assert_eq!(networks(&scene), ["10.244.0.0/16 /16", "fd00:10:244::/48 /56"]);
    assert_eq!(
        runs(grid(&scene, 1)),
        ["0-0 pods-today|pods-free", "1-255 pods-unpaired"]
    );
}

#[test]
fn overlaps_lie_in_the_very_cells_with_their_findings() {
    let text = plan(
        "podCIDRs: [10.244.0.0/16, 'fd00:10:244::/56']\nserviceCIDRs: [10.244.96.0/20, 'fd00:10:96::/112']\nreserved: \
         [{name: office, cidr: 10.244.200.0/25}]",
    );
    let scene = seen_at(&text, &[]);
    let shown: Vec<(String, &[&str])> = scene
        .overlaps
        .iter()
        .map(|overlap| (overlap.shared.to_string(), overlap.findings.as_slice()))
        .collect();
    assert_eq!(
        shown,
        [
            ("10.244.96.0/20".to_owned(), &["ADDR001"][..]),
            ("10.244.200.0/25".to_owned(), &["ADDR025"][..])
        ]
    );
    let marked: Vec<usize> = grid(&scene, 0)
        .cells
        .iter()
        .filter(|cell| !cell.overlaps.is_empty())
        .map(|cell| cell.index)
        .collect();
    assert_eq!(marked, (96..112).chain([200]).collect::<Vec<_>>());
    assert!(grid(&scene, 1).cells.iter().all(|cell| cell.overlaps.is_empty()));
    assert_eq!(
        runs(grid(&scene, 0)),
        [
            "0-0 pods-today",
            "1-95 pods-free",
            "96-96 pods-excluded+services-unusable|pods-excluded+services-static",
            "97-97 pods-excluded+services-static|pods-excluded+services-dynamic",
            "98-110 pods-excluded+services-dynamic",
            "111-111 pods-excluded+services-dynamic|pods-excluded+services-unusable",
            "112-199 pods-free",
            "200-200 pods-free+reserved|pods-free",
            "201-255 pods-free"
        ]
    );
    // IPv4 gives no node the cells of Services, so that node 96 is elsewhere.
    assert_eq!(scene.shifted_from, Some(112));
    let services: Vec<&str> = scene.ranges[2].findings.clone();
    assert!(services.contains(&"ADDR001"), "{services:?}");
}

#[test]
fn nodes_that_are_there_keep_their_blocks() {
    let text = plan(
        "podCIDRs: [10.244.0.0/16, 'fd00:10:244::/56']\nserviceCIDRs: [10.96.0.0/16, 'fd00:10:96::/112']\nnodes: {count: 4, max: 6}",
    ) + "---\n{kind: Node, apiVersion: v1, metadata: {name: a}, spec: {podCIDRs: [10.244.2.0/24, 'fd00:10:244:2::/64']}}\n";
    let scene = seen_at(&text, &[]);
    for pane in [0, 1] {
        assert_eq!(
            runs(grid(&scene, pane)),
            [
                "0-1 pods-today",
                "2-2 pods-taken",
                "3-3 pods-today",
                "4-5 pods-planned",
                "6-255 pods-free"
            ]
        );
        let cells = &grid(&scene, pane).cells;
        assert_eq!(cells[2].parts[0].uses[0].name.as_deref(), Some("a"));
        let numbers: Vec<u128> = cells[..5].iter().map(|cell| cell.nodes.unwrap().first).collect();
        assert_eq!(numbers, [1, 2, 0, 3, 4]);
    }
    assert!(scene.in_step && scene.shifted_from.is_none());
}

#[test]
fn positions_go_down_to_addresses_in_lock_step() {
    let text = plan(DEMO);
    for (at, networks_there) in [
        // Out: what holds the pods, in both families.
        ("10.0.0.0/8", ["10.0.0.0/8 /16", "fd5a:1b2c:3d4e::/48 /56"]),
        (
            "fd5a:1b2c:3d4e::/48",
            ["10.0.0.0/8 /16", "fd5a:1b2c:3d4e::/48 /56"],
        ),
        // In: the block of node 200, then a sixteenth of it, then an address.
        (
            "10.244.200.0/24",
            ["10.244.200.0/24 /32", "fd5a:1b2c:3d4e:c8::/64 /72"],
        ),
        (
            "fd5a:1b2c:3d4e:c8::/64",
            ["10.244.200.0/24 /32", "fd5a:1b2c:3d4e:c8::/64 /72"],
        ),
        (
            "10.244.200.7/32",
            ["10.244.200.7/32 /32", "fd5a:1b2c:3d4e:c8:700::/72 /80"],
        ),
        // Services: the same part of the other range.
        (
            "10.96.1.0/24",
            ["10.96.1.0/24 /32", "fd5a:1b2c:3d4e:ffff::100/120 /128"],
        ),
        (
            "192.168.1.0/24",
            ["192.168.1.0/24 /32", "fd5a:1b2c:3d4e:8001::/64 /72"],
        ),
        // Where the plan has nothing.
        ("11.0.0.0/8", ["11.0.0.0/8 /16", "fd5a:1b2c:3d4e::/56 /64"]),
        ("0.0.0.0/0", ["0.0.0.0/0 /8", "fd5a:1b2c:3d00::/40 /48"]),
    ] {
        assert_eq!(networks(&seen_at(&text, &[at])), networks_there, "{at}");
    }
    let scene = seen_at(&text, &["10.244.200.0/24", "fd5a:1b2c:3d4e:ffff::/112"]);
    assert_eq!(
        networks(&scene),
        ["10.244.200.0/24 /32", "fd5a:1b2c:3d4e:ffff::/112 /120"]
    );
    assert!(!scene.in_step);
}

#[test]
fn a_service_range_inside_of_the_pods_has_the_other_one_as_its_twin() {
    let text = plan(
        "podCIDRs: [10.96.0.0/15, 'fd00:10:244::/56']\nserviceCIDRs: [10.97.16.0/20, 'fd00:10:244:20::/112']",
    );
    let scene = seen_at(&text, &["10.97.16.0/20"]);
    assert_eq!(
        networks(&scene),
        ["10.97.16.0/20 /24", "fd00:10:244:20::/112 /120"]
    );
}

#[test]
fn a_place_without_a_twin_says_so() {
    let text =
        plan("podCIDRs: [10.0.0.0/8, 'fd00:10:244::/56']\nserviceCIDRs: [172.30.0.0/16, 'fd00:10:96::/112']");
    let scene = seen_at(&text, &["10.128.0.0/16"]);
    assert_eq!(networks(&scene), ["10.128.0.0/16 /24", "–"]);
    assert_eq!(runs(grid(&scene, 0)), ["0-255 pods-unpaired"]);
    assert!(in_english(&scene.summary).contains("IPv6: nothing corresponds to this place."));
}

#[test]
fn bands_and_addresses_of_services_are_shown() {
    let text = plan(DEMO)
        + "---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {clusterIP: 10.96.7.9, ports: [{port: 80}]}\n\
           ---\napiVersion: networking.k8s.io/v1\nkind: ServiceCIDR\nmetadata: {name: more}\nspec: {cidrs: [10.112.0.0/24]}\n";
    let scene = seen_at(&text, &["10.96.0.0/16"]);
    let own = grid(&scene, 0);
    assert_eq!(
        runs(own),
        [
            "0-0 services-unusable|services-static",
            "1-1 services-static|services-dynamic",
            "2-254 services-dynamic",
            "255-255 services-dynamic|services-unusable"
        ]
    );
    let in_use: Vec<(usize, usize, &str)> = own
        .cells
        .iter()
        .filter_map(|cell| Some((cell.index, cell.addresses_in_use, cell.in_use_by.as_deref()?)))
        .collect();
    assert_eq!(in_use, [(0, 2, "default/kubernetes"), (7, 1, "default/web")]);
    let scene = seen_at(&text, &["10.112.0.0/24"]);
    assert_eq!(
        runs(grid(&scene, 0)),
        [
            "0-0 services-unusable",
            "1-254 services-object",
            "255-255 services-unusable"
        ]
    );
}

#[test]
fn rows_are_runs_of_cells_with_the_same_meaning() {
    let scene = seen_at(&plan(DEMO), &[]);
    let english = Catalogue::of("en");
    let shown: Vec<String> = scene
        .rows
        .iter()
        .map(|row| {
            let spans: Vec<&str> = row.spans.iter().map(|span| span.spoken.as_str()).collect();
            format!("{} {}: {}", row.index, english.text(&row.label), spans.join(", "))
        })
        .collect();
    assert_eq!(
        shown,
        [
            "1 cells 0 to 39: 10.244.0.0/24, fd5a 1b2c 3d4e 0 /64",
            "2 cells 40 to 249: 10.244.40.0/24, fd5a 1b2c 3d4e 28 /64",
            "3 cells 250 to 255: 10.244.250.0/24, fd5a 1b2c 3d4e fa /64"
        ]
    );
    assert!(scene.rows.iter().all(|row| row.level == 1 && row.expandable));
}

#[test]
fn a_single_family_has_one_pane() {
    let scene = seen_at(
        &plan("podCIDRs: ['fd00:10:244::/56']\nserviceCIDRs: ['fd00:10:96::/112']"),
        &[],
    );
    assert_eq!(networks(&scene), ["fd00:10:244::/56 /64"]);
    assert!(!scene.in_step);
    assert_eq!(runs(grid(&scene, 0)), ["0-0 pods-today", "1-255 pods-free"]);
}

#[test]
fn blocks_that_nobody_hands_out_are_not_made_up() {
    // A mask that is shorter than the range: kube-controller-manager does not start.
    let text =
        plan("podCIDRs: [10.244.0.0/24]\nserviceCIDRs: [10.96.0.0/16]\nnodes: {count: 3, maskSizeIPv4: 20}");
    let scene = seen_at(&text, &[]);
    assert_eq!(runs(grid(&scene, 0)), ["0-255 pods"]);
    assert!(
        scene
            .sentences
            .iter()
            .all(|sentence| !sentence.id.starts_with("plan-capacity"))
    );
}

#[test]
fn a_file_without_a_plan_has_no_map() {
    let analysis = Analysis::of("kind: ConfigMap\n", &AnalyzeOptions::default());
    assert_eq!(scene(&analysis, &SceneOptions::default()), None);
}

#[test]
fn many_blocks_and_ranges_cost_little() {
    let reserved: Vec<String> = (0..500)
        .map(|i| format!("{{name: r{i}, cidr: 10.{}.{}.0/26}}", 128 + i % 64, i / 64))
        .collect();
    let text = plan(&format!(
        "podCIDRs: [10.0.0.0/9, 'fd00:10::/49']\nserviceCIDRs: [10.255.0.0/16, 'fd00:ff::/112']\nnodes: {{count: 30000, max: \
         32768}}\nreserved: [{}]",
        reserved.join(", ")
    ));
    let analysis = Analysis::of(&text, &AnalyzeOptions::default());
    analysis.diagnostics();
    let begin = Instant::now();
    let top = scene(&analysis, &SceneOptions::default()).unwrap();
    let at: Vec<Cidr> = vec!["10.128.0.0/16".parse().unwrap()];
    let below = scene(&analysis, &SceneOptions { at }).unwrap();
    let taken = begin.elapsed();
    assert_eq!(
        (grid(&top, 0).cells.len(), grid(&below, 0).cells.len()),
        (256, 256)
    );
    let parts = |scene: &Scene| -> usize {
        let cells = scene
            .panes
            .iter()
            .flat_map(|pane| &pane.grid)
            .flat_map(|grid| &grid.cells);
        cells.map(|cell| cell.parts.len()).sum()
    };
    // What there is to draw grows with cells and ranges only.
    assert!(parts(&top) <= 512 + 2 * 504 && parts(&below) <= 512 + 2 * 504);
    // A hundred times what it takes; a scene that walked the blocks would take far longer.
    assert!(taken < Duration::from_secs(10), "{taken:?}");
}

/// Plans of every shape: ranges of odd sizes, anywhere, that may overlap.
fn any_plan() -> impl Strategy<Value = String> {
    let ipv4 = (any::<u32>(), 8u8..=30).prop_map(|(bits, len)| {
        Cidr::from_bits(
            IpFamily::IPv4,
            u128::from((bits & 0x00ff_ffff) | 0x0a00_0000),
            len,
        )
        .unwrap()
        .to_string()
    });
    let ipv6 = (any::<u64>(), 40u8..=124).prop_map(|(bits, len)| {
        let bits = 0xfd00_u128 << 112 | u128::from(bits & 0xff) << 80 | u128::from(bits >> 8) << 24;
        format!("'{}'", Cidr::from_bits(IpFamily::IPv6, bits, len).unwrap())
    });
    let pods = (ipv4.clone(), 0u8..=14, ipv6.clone(), 0u8..=16);
    let reserved = proptest::collection::vec(prop_oneof![ipv4.clone(), ipv6.clone()], 0..6);
    (pods, ipv4, ipv6, reserved, 0u32..400, 0u32..400, 0u8..4).prop_map(
        |((pods4, more4, pods6, more6), services4, services6, reserved, count, more, families)| {
            let length = |cidr: &str| cidr.trim_matches('\'').split('/').nth(1).unwrap().parse::<u8>().unwrap();
            let (mask4, mask6) = ((length(&pods4) + more4).min(32), (length(&pods6) + more6).min(128));
            let list = |a: &str, b: &str| match families {
                0 => a.to_owned(),
                1 => b.to_owned(),
                2 => format!("{b}, {a}"),
                _ => format!("{a}, {b}"),
            };
            let reserved: Vec<String> = reserved.iter().map(|cidr| format!("{{name: r, cidr: {cidr}}}")).collect();
            plan(&format!(
                "podCIDRs: [{}]\nserviceCIDRs: [{}]\nreserved: [{}]\nnodes: {{count: {count}, max: {}, maskSizeIPv4: {mask4}, \
                 maskSizeIPv6: {mask6}}}",
                list(&pods4, &pods6),
                list(&services4, &services6),
                reserved.join(", "),
                count + more,
            ))
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn scenes_hold_together(text in any_plan(), down in proptest::collection::vec(any::<prop::sample::Index>(), 0..4)) {
        let analysis = Analysis::of(&text, &AnalyzeOptions::default());
        let mut at: Vec<Cidr> = Vec::new();
        for step in down.iter().map(Some).chain([None]) {
            let scene = scene(&analysis, &SceneOptions { at: at.clone() }).unwrap();
            // Every range of a family is on exactly one of its strips, where it is.
            for (number, range) in scene.ranges.iter().enumerate() {
                let cidr = range.declared.cidr;
                let pane = scene.panes.iter().find(|pane| pane.family == cidr.family()).unwrap();
                let marks: Vec<(&Strip, &Mark)> = pane
                    .strips
                    .iter()
                    .flat_map(|strip| strip.marks.iter().map(move |mark| (strip, mark)))
                    .filter(|(_, mark)| mark.range == number)
                    .collect();
                prop_assert_eq!(marks.len(), 1, "{}", cidr);
                prop_assert!(marks[0].0.network.contains(&cidr));
            }
            for pane in &scene.panes {
                let Some(grid) = &pane.grid else { continue };
                prop_assert!(grid.cells.len() <= 256 && !grid.cells.is_empty());
                // The cells are the network, and the parts of a cell are the cell.
                let mut next = grid.network.first_bits();
                for (index, cell) in grid.cells.iter().enumerate() {
                    prop_assert_eq!((cell.index, cell.network.first_bits()), (index, next));
                    let mut sum = AddressCount::ZERO;
                    for part in &cell.parts {
                        prop_assert_eq!(address_bits(part.first), next);
                        next = address_bits(part.last).wrapping_add(1);
                        sum = sum.saturating_add(part.addresses);
                        // What is declared is what is shown, no more and no less.
                        let mut shown: Vec<usize> = part.uses.iter().map(|usage| usage.range).collect();
                        shown.sort_unstable();
                        let declared: Vec<usize> = scene
                            .ranges
                            .iter()
                            .enumerate()
                            .filter(|(_, range)| range.declared.cidr.contains_address(part.first))
                            .map(|(number, _)| number)
                            .collect();
                        prop_assert_eq!(shown, declared);
                    }
                    prop_assert_eq!(sum, cell.network.size());
                    let overlaps = scene.overlaps.iter().enumerate();
                    let inside = overlaps.filter(|(_, overlap)| overlap.shared.overlaps(&cell.network));
                    prop_assert_eq!(&cell.overlaps, &inside.map(|(number, _)| number).collect::<Vec<_>>());
                }
                prop_assert_eq!(next, grid.network.last_bits().wrapping_add(1));
                prop_assert_eq!(pane.path.last().map(|crumb| crumb.network), Some(grid.network));
                prop_assert!(pane.path.windows(2).all(|pair| pair[0].network.contains(&pair[1].network)));
            }
            // Node for node what kube-controller-manager hands out.
            if let Ok(blocks) = analysis.node_blocks() {
                for pane in &scene.panes {
                    let Some(grid) = pane.grid.as_ref().filter(|grid| grid.nodes_per_cell.is_some()) else { continue };
                    for cell in &grid.cells {
                        if let Some(span) = cell.nodes {
                            let node = blocks.nth(span.first).unwrap();
                            prop_assert!(node.pod_cidrs.iter().any(|block| block.contains_address(cell.network.network())));
                        }
                    }
                }
            }
            let cells = scene.panes.iter().flat_map(|pane| &pane.grid).map(|grid| grid.cells.len()).max().unwrap_or(0);
            // The rows are all cells, once.
            let mut row_cells = 0;
            for row in &scene.rows {
                prop_assert_eq!(row.first, row_cells);
                row_cells = row.last + 1;
            }
            prop_assert_eq!(row_cells, cells);
            let largest = scene.panes.iter().flat_map(|pane| &pane.grid).max_by_key(|grid| grid.cells.len());
            if let (Some(step), Some(grid)) = (step, largest) {
                at = vec![step.get(&grid.cells).network];
            }
        }
    }

    #[test]
    fn the_same_cell_is_the_same_node(pods4 in 8u8..=20, nodes in 1u8..=16, step in any::<prop::sample::Index>()) {
        let mask4 = (pods4 + nodes).min(30);
        let bits = mask4 - pods4;
        // As many blocks in both families, and Services elsewhere.
        let text = plan(&format!(
            "podCIDRs: [10.0.0.0/{pods4}, 'fd00:10::/{}']\nserviceCIDRs: [172.30.0.0/16, 'fd00:ff::/112']\nnodes: {{count: 9, \
             maskSizeIPv4: {mask4}, maskSizeIPv6: 64}}",
            64 - bits
        ));
        let top = seen_at(&text, &[]);
        let zoomed = step.get(&grid(&top, 0).cells).network.to_string();
        for scene in [&top, &seen_at(&text, &[&zoomed])] {
            let (one, other) = (grid(scene, 0), grid(scene, 1));
            let of_nodes = one.nodes_per_cell.is_some();
            prop_assert_eq!(scene.in_step, of_nodes);
            prop_assert_eq!(one.nodes_per_cell, other.nodes_per_cell);
            if of_nodes {
                prop_assert_eq!(one.cells.len(), other.cells.len());
            }
            for (a, b) in one.cells.iter().zip(&other.cells) {
                prop_assert_eq!(a.nodes, b.nodes);
            }
        }
    }
}
