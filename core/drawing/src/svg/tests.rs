#![allow(clippy::indexing_slicing, reason = "helpers of tests")]

use proptest::prelude::*;

use super::text::Font;
use super::*;
use crate::Analysis;
use crate::fleet::{FleetFiles, plan_fleet};
use crate::fleet_map::{FleetMap, FleetSceneOptions};
use crate::scene::{SceneOptions, scene};
use dualstack_analysis::AnalyzeOptions;

const DEMO: &str = "\
apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata: {name: demo}
spec:
  kubernetesVersion: '1.36'
  podCIDRs: [10.96.0.0/15, 'fd00:10:244::/56']
  serviceCIDRs: [10.97.16.0/20, 'fd00:10:244:20::/112']
  nodeCIDRs: [192.168.1.0/24]
  loadBalancerCIDRs: [192.168.1.240/28]
  nodes: {count: 40, max: 500}
  cni: calico
  reserved: [{name: office, cidr: 172.16.0.0/16}]
";

fn picture(text: &str, options: &SvgOptions, language: &str) -> String {
    let analysis = Analysis::of(text, &AnalyzeOptions::default());
    let scene = scene(&analysis, &SceneOptions::default()).unwrap();
    draw(&scene, options, &Catalogue::of(language))
}

fn options(width: u32, theme: Theme) -> SvgOptions {
    SvgOptions {
        width,
        theme,
        ..SvgOptions::default()
    }
}

/// Checks what every picture has to keep, and returns its texts.
fn checked(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).unwrap_or_else(|error| panic!("{error}\n{svg}"));
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "svg");
    let ids: Vec<&str> = document
        .descendants()
        .filter_map(|node| node.attribute("id"))
        .collect();
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(ids.len(), unique.len(), "an id stands twice");
    for named in root.attribute("aria-labelledby").unwrap().split(' ') {
        assert!(ids.contains(&named), "{named}");
    }
    let width: f64 = root.attribute("width").unwrap().parse().unwrap();
    let height: f64 = root.attribute("height").unwrap().parse().unwrap();
    let mut texts = Vec::new();
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        let known = [
            "svg", "title", "desc", "style", "defs", "pattern", "clipPath", "g", "rect", "path", "circle",
            "text",
        ];
        assert!(known.contains(&name), "{name}");
        for attribute in node.attributes() {
            let value = attribute.value();
            assert!(
                !attribute.name().starts_with("on")
                    && attribute.name() != "style"
                    && attribute.name() != "href"
            );
            assert!(!value.contains("://"), "{value}");
            if let Some(named) = value.strip_prefix("url(#") {
                assert!(ids.contains(&named.trim_end_matches(')')), "{value}");
            }
        }
        if name == "text" {
            let size: f64 = node.attribute("font-size").unwrap().parse().unwrap();
            assert!(size >= 12.0, "{size}");
            let (x, y): (f64, f64) = (
                node.attribute("x").unwrap().parse().unwrap(),
                node.attribute("y").unwrap().parse().unwrap(),
            );
            assert!(
                (0.0..=width).contains(&x) && (0.0..=height).contains(&y),
                "{x} {y}"
            );
            let text = node.text().unwrap_or_default().to_owned();
            let font = Font {
                size,
                mono: node.attribute("font-family").is_some(),
                bold: node.attribute("font-weight").is_some(),
            };
            let long = font.width(&text);
            let left = match node.attribute("text-anchor") {
                Some("middle") => x - long / 2.0,
                Some("end") => x - long,
                _ => x,
            };
            assert!(
                left >= -1.0 && left + long <= width + 1.0,
                "{text:?} stands out at {left} of {width}"
            );
            texts.push(text);
        }
    }
    texts
}

#[test]
fn pictures_are_sound_in_every_language_theme_and_width() {
    for language in ["en", "ja"] {
        for theme in Theme::ALL {
            for width in [1, 320, 390, 759, 760, 1200, 2400, u32::MAX] {
                checked(&picture(DEMO, &options(width, theme), language));
            }
        }
    }
}

#[test]
fn the_picture_says_what_the_scene_says() {
    let texts = checked(&picture(DEMO, &SvgOptions::default(), "en"));
    for text in [
        "Map of the plan demo",
        "500 nodes are planned, 255 fit, with 110 pods each; IPv6 runs out first, at node",
        "256; Calico decides the blocks; these are what kube-controller-manager would cut",
        "245 of the 500 planned nodes get no pod CIDR: there are blocks for 255",
        "Pods 10.96.0.0/15",
        "Pods fd00:10:244::/56",
        "no IPv6 from here on",
        "256 × /23, 2 nodes each",
        "128 × /63, 2 nodes each",
        "10.96.0.0 … 10.97.255.255",
        "office 172.16.0.0/16",
        "ADDR001: 10.96.0.0/15 and 10.97.16.0/20 share 10.97.16.0/20",
        "From cell 17 on the same cell is another node, because one family has blocks that no node gets.",
    ] {
        assert!(
            texts.iter().any(|found| found.contains(text)),
            "{text}\n{texts:#?}"
        );
    }
    let texts = checked(&picture(DEMO, &SvgOptions::default(), "ja"));
    assert!(
        texts.iter().any(|text| text == "ここから先は IPv6 なし"),
        "{texts:#?}"
    );
}

#[test]
fn the_description_is_for_those_who_do_not_see_the_picture() {
    let svg = picture(DEMO, &SvgOptions::default(), "en");
    let document = roxmltree::Document::parse(&svg).unwrap();
    let text = |name: &str| {
        let mut nodes = document.descendants();
        nodes
            .find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", name)))
            .unwrap()
            .text()
            .unwrap()
    };
    assert_eq!(text("title"), "Map of the plan demo");
    let description = text("desc");
    assert!(
        description.starts_with(
            "500 nodes are planned, 255 fit, with 110 pods each; IPv6 runs out first, at node 256; Calico decides the \
             blocks; these are what kube-controller-manager would cut. Services start in IPv4"
        ) && description.contains("there are blocks for 255. Calico gives pods addresses")
            && description.ends_with("2 pairs of ranges overlap."),
        "{description}"
    );
}

#[test]
fn names_cannot_break_out_or_turn_the_direction() {
    let name = r#""</text><script>alert(1)</script>\u202e\u0007\uFFFE]]>&amp;<!--""#;
    let text = DEMO
        .replace("name: demo", &format!("name: {name}"))
        .replace("name: office", &format!("name: {name}"));
    let svg = picture(&text, &SvgOptions::default(), "en");
    let texts = checked(&svg);
    assert!(!svg.contains("<script") && !svg.contains('\u{202e}'));
    assert!(
        texts[0].contains("⟦RLO⟧") && texts[0].contains("⟦U+0007⟧"),
        "{texts:?}"
    );
    let hebrew = DEMO.replace("name: office", "name: משרד");
    assert!(
        checked(&picture(&hebrew, &SvgOptions::default(), "en"))
            .iter()
            .any(|text| text.contains("“משרד”"))
    );
}

#[test]
fn an_id_is_no_way_into_the_style_sheet() {
    let own = SvgOptions {
        id: "1 x}*{display:none\"".to_owned(),
        ..SvgOptions::default()
    };
    let svg = picture(DEMO, &own, "en");
    checked(&svg);
    assert!(svg.contains("id=\"m1xdisplaynone\""), "{svg}");
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let one = picture(DEMO, &SvgOptions::default(), "en");
    assert_eq!(one, picture(DEMO, &SvgOptions::default(), "en"));
    // A picture for a page, not a listing of its cells.
    assert!(one.len() < 40_000, "{}", one.len());
}

#[test]
fn many_ranges_are_counted_where_they_cannot_be_named() {
    let reserved: Vec<String> = (0..300)
        .map(|i| format!("{{name: r{i}, cidr: 10.{}.{}.0/24}}", 128 + i / 256, i % 256))
        .collect();
    let text = DEMO.replace("{name: office, cidr: 172.16.0.0/16}", &reserved.join(", "));
    let texts = checked(&picture(&text, &SvgOptions::default(), "en"));
    let more = texts.iter().find(|text| text.ends_with("more ranges")).unwrap();
    let is_label = |text: &&String| {
        let name = text.split(" 10.").next().unwrap_or_default();
        name != text.as_str() && (name.starts_with('r') || ["Pods", "Services"].contains(&name))
    };
    let labels = texts.iter().filter(is_label);
    // Each range of the strip has its label or is counted; the step of the path is the pods' again.
    let count: usize = more.split(' ').next().unwrap().parse().unwrap();
    assert_eq!(count + labels.count() - 1, 302, "{texts:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_plan_at_any_place_gives_a_sound_picture(
        pods4 in 8u8..=28, mask4 in 8u8..=32, pods6 in 40u8..=120, mask6 in 40u8..=128,
        services in 12u8..=30, at in 0u8..=32, bits in any::<u32>(), width in 320u32..1400, name in "\\PC{0,40}",
    ) {
        let name = serde_json::to_string(&name).unwrap();
        let text = format!(
            "kind: ClusterPlan\nmetadata: {{name: {name}}}\nspec:\n  kubernetesVersion: '1.36'\n  podCIDRs: [10.0.0.0/{pods4}, \
             'fd00:10::/{pods6}']\n  serviceCIDRs: [10.96.0.0/{}, 'fd00:11::/112']\n  nodes: {{count: 7, max: 99, maskSizeIPv4: \
             {mask4}, maskSizeIPv6: {mask6}}}\n",
            services.max(11)
        );
        let analysis = Analysis::of(&text, &AnalyzeOptions::default());
        let position = crate::net::Cidr::from_bits(crate::net::IpFamily::IPv4, u128::from(bits & 0x0a7f_ffff), at).unwrap();
        if let Some(seen) = scene(&analysis, &SceneOptions { at: vec![position] }) {
            checked(&draw(&seen, &options(width, Theme::Auto), &Catalogue::of("ja")));
        }
    }
}

/// A fleet with two groups on the same addresses, a name that tries to break out, and one that is too long.
fn fleet_map() -> FleetMap {
    let fleet = "\
apiVersion: dualstack-planner/v1
kind: FleetPlan
metadata: {name: \"a<b>\u{202e}\"}
spec:
  blocks: [10.0.0.0/8, 172.16.0.0/12, 'fd5c:8e21:7a00::/40']
  reserved: [{name: office, cidr: 10.0.0.0/16}]
  existing: [{name: old, group: mesh, podCIDRs: [10.244.0.0/16], serviceCIDRs: [10.96.0.0/12]}]
  clusters:
    - {name: eu-1, group: mesh, site: eu, nodes: {count: 250}}
    - {name: us-1, group: mesh, site: us, nodes: {count: 4000}}
    - {name: lab, group: lab, nodes: {count: 3000}}
";
    let files = FleetFiles {
        fleet,
        ..FleetFiles::default()
    };
    FleetMap::of(&plan_fleet(files, "en").unwrap().0)
}

#[test]
fn pictures_of_fleets_are_sound_in_every_language_theme_and_width() {
    let map = fleet_map();
    for language in ["en", "ja", "zh-Hans", "ko"] {
        for theme in Theme::ALL {
            for width in [320, 390, 800, 1200] {
                for at in [
                    "10.0.0.0/8",
                    "10.96.0.0/12",
                    "172.16.0.0/12",
                    "fd5c:8e21:7a00::/64",
                    "::/0",
                ] {
                    let at = FleetSceneOptions {
                        group: None,
                        at: vec![at.parse().unwrap()],
                    };
                    let svg = draw_fleet(&map, &at, &options(width, theme), &Catalogue::of(language));
                    let texts = checked(&svg);
                    assert!(texts.iter().any(|text| text.contains("⟦RLO⟧")), "{texts:?}");
                }
            }
        }
    }
}

#[test]
fn the_picture_of_a_fleet_names_what_there_is_room_for() {
    let map = fleet_map();
    let texts = |group: Option<&str>, at: &str| {
        let at = FleetSceneOptions {
            group: group.map(str::to_owned),
            at: vec![at.parse().unwrap()],
        };
        checked(&draw_fleet(
            &map,
            &at,
            &options(1200, Theme::Light),
            &Catalogue::of("en"),
        ))
    };
    let whole = texts(Some("mesh"), "10.0.0.0/8");
    for named in [
        "IPv4 10.0.0.0/8",
        "IPv6 fd5c:8e21:7a00::/40",
        "172.16.0.0/12",
        "10.240.0.0/12",
        "old",
        "us-1",
        "runs already",
    ] {
        assert!(whole.iter().any(|text| text == named), "{named}: {whole:?}");
    }
    assert!(!whole.iter().any(|text| text == "lab"), "{whole:?}");
    assert!(texts(None, "10.0.0.0/8").iter().any(|text| text == "group lab"));
}

#[test]
fn the_same_fleet_gives_the_same_bytes() {
    let draw = || {
        let at = FleetSceneOptions::default();
        draw_fleet(
            &fleet_map(),
            &at,
            &options(1200, Theme::Auto),
            &Catalogue::of("en"),
        )
    };
    assert_eq!(draw(), draw());
}
