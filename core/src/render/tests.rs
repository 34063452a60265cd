#![allow(clippy::panic, clippy::unwrap_used, reason = "helpers of tests")]

use super::*;
use crate::AnalyzeOptions;
use crate::drawing::svg::Theme;

const DEMO: &str = "\
apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata: {name: demo}
spec:
  kubernetesVersion: '1.36'
  podCIDRs: [10.244.0.0/16, 'fd00:10:244::/56']
  serviceCIDRs: [10.96.0.0/16, 'fd00:10:96::/112']
  nodes: {count: 40, max: 250}
  distribution: kubeadm
  cni: calico
  reserved: [{name: office, cidr: 172.16.0.0/16}]
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ipFamilyPolicy: RequireDualStack, clusterIP: 10.96.7.7, clusterIPs: [10.96.7.7, 'fd00:10:96::77'], selector: {app: web}, ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: old}
spec: {clusterIP: 10.1.1.1, selector: {app: old}, ports: [{port: 80}]}
";
/// A name that would be markup, ends attributes, and turns the direction.
const HOSTILE: &str = "<script>alert(1)</script>\\\" onload=\\\"x' & <b>\\u202e";

const VIEWS: [View; 7] = [
    View::Sentence,
    View::Map,
    View::Nodes,
    View::Services,
    View::Findings,
    View::Files,
    View::Planner,
];

fn shown(text: &str, view: View, language: &str) -> Option<Element> {
    let analysis = Analysis::of(text, &AnalyzeOptions::default());
    let options = RenderOptions {
        view,
        ..RenderOptions::default()
    };
    render(&analysis, &options, &Catalogue::of(language))
}

fn html(text: &str, view: View) -> String {
    shown(text, view, "en").unwrap().html()
}

fn walk<'t>(element: &'t Element, visit: &mut dyn FnMut(&'t Element)) {
    visit(element);
    for child in &element.children {
        if let Node::Element(child) = child {
            walk(child, visit);
        }
    }
}

#[test]
fn a_view_is_well_formed_and_holds_nothing_that_runs_or_styles() {
    for view in VIEWS {
        for language in ["en", "ja"] {
            let tree = shown(DEMO, view, language).unwrap();
            assert_eq!(tree.attributes["lang"], language);
            let html = tree.html();
            roxmltree::Document::parse(&html).unwrap_or_else(|error| panic!("{error}\n{html}"));
            walk(&tree, &mut |element| {
                assert!(
                    !["script", "style", "a", "img"].contains(&&*element.tag),
                    "{}",
                    element.tag
                );
                for name in element.attributes.keys() {
                    assert!(
                        !name.starts_with("on") && name != "style" && !name.contains(':'),
                        "{name}"
                    );
                }
            });
        }
    }
}

#[test]
fn the_tree_and_its_text_are_the_same_document() {
    fn same(element: &Element, parsed: roxmltree::Node<'_, '_>) {
        assert_eq!(element.tag, parsed.tag_name().name());
        assert_eq!(element.attributes.len(), parsed.attributes().len());
        for (name, value) in &element.attributes {
            assert_eq!(parsed.attribute(&**name), Some(value.as_str()));
        }
        let children: Vec<_> = parsed.children().collect();
        let mut nodes = children.iter();
        let mut text = String::new();
        for child in &element.children {
            match child {
                // Neighbouring texts are one text in a document.
                Node::Text(more) => text.push_str(more),
                Node::Element(child) => {
                    if !text.is_empty() {
                        assert_eq!(nodes.next().unwrap().text(), Some(text.as_str()));
                        text.clear();
                    }
                    same(child, *nodes.next().unwrap());
                }
            }
        }
        if !text.is_empty() {
            assert_eq!(nodes.next().unwrap().text(), Some(text.as_str()));
        }
        assert!(nodes.next().is_none());
    }
    let hostile = DEMO.replace("name: office", &format!("name: \"{HOSTILE}\""));
    for view in VIEWS {
        let tree = shown(&hostile, view, "en").unwrap();
        let html = tree.html();
        same(&tree, roxmltree::Document::parse(&html).unwrap().root_element());
    }
}

#[test]
fn a_hostile_name_is_a_text() {
    let hostile = DEMO.replace("name: office", &format!("name: \"{HOSTILE}\""));
    let map = html(&hostile, View::Map);
    assert!(!map.contains("<script") && !map.contains("<b>"), "{map}");
    assert!(!map.contains('\u{202e}'));
    assert!(
        map.contains(
            "<td>&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x&#39; &amp; &lt;b&gt;⟦RLO⟧</td>"
        ),
        "{map}"
    );
    let service = DEMO.replace("name: web}", &format!("name: \"{HOSTILE}\"}}"));
    let table = html(&service, View::Services);
    assert!(!table.contains("<script") && !table.contains("<b>"), "{table}");
    assert!(table.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{table}");
}

#[test]
fn the_sentence_says_what_the_plan_comes_to() {
    let html = html(DEMO, View::Sentence);
    assert!(html.contains("<bdi dir=\"ltr\">"), "{html}");
    assert!(html.ends_with(".</p></section>"), "{html}");
    assert!(!html.contains('`'), "{html}");
}

#[test]
fn the_map_is_a_picture_with_a_table_beside_it() {
    let tree = shown(DEMO, View::Map, "en").unwrap();
    let mut names = Vec::new();
    walk(&tree, &mut |element| names.push(element.tag.to_string()));
    assert!(names.contains(&"svg".to_owned()));
    assert!(names.contains(&"clipPath".to_owned()));
    assert!(!names.contains(&"style".to_owned()));
    let html = tree.html();
    assert!(html.contains(" role=\"img\""), "{html}");
    assert!(html.contains("class=\"f-pods"), "a page colours it");
    let row = "<tr><th scope=\"row\"><bdi dir=\"ltr\">172.16.0.0/16</bdi></th><td>reserved</td>\
               <td><bdi dir=\"ltr\">65536</bdi></td><td>office</td></tr>";
    assert!(html.contains(row), "{html}");
    let analysis = Analysis::of(DEMO, &AnalyzeOptions::default());
    let mut dark = RenderOptions::default();
    dark.svg.theme = Theme::Dark;
    dark.svg.id = "second".to_owned();
    let html = render(&analysis, &dark, &Catalogue::of("en")).unwrap().html();
    assert!(
        html.contains(" id=\"second\"") && !html.contains("f-pods"),
        "{html}"
    );
}

#[test]
fn the_table_of_nodes_has_both_families() {
    let html = html(DEMO, View::Nodes);
    assert!(
        html.contains(
            "<caption>Node blocks: <bdi dir=\"ltr\">16</bdi> of <bdi dir=\"ltr\">256</bdi></caption><thead><tr>\
             <th scope=\"col\">Node</th><th scope=\"col\">IPv4</th><th scope=\"col\">IPv6</th></tr></thead>"
        ),
        "{html}"
    );
    let last = "<tr><th scope=\"row\"><bdi dir=\"ltr\">15</bdi></th><td><bdi dir=\"ltr\">10.244.15.0/24</bdi></td>\
                <td><bdi dir=\"ltr\">fd00:10:244:f::/64</bdi></td></tr></tbody>";
    assert!(html.contains(last), "{html}");
}

#[test]
fn a_controller_that_does_not_start_is_quoted() {
    let text = DEMO.replace("'1.36'", "'1.16'");
    let html = html(&text, View::Nodes);
    assert!(html.contains("kube-controller-manager does not start"), "{html}");
    assert!(
        html.contains("<pre dir=\"ltr\" lang=\"en\" tabindex=\"0\" translate=\"no\"><code>"),
        "{html}"
    );
}

#[test]
fn services_are_stored_or_refused() {
    let html = html(DEMO, View::Services);
    let stored = "<td>stored</td><td><bdi dir=\"ltr\">RequireDualStack</bdi></td><td><bdi dir=\"ltr\">IPv4</bdi>, \
                  <bdi dir=\"ltr\">IPv6</bdi></td><td><bdi dir=\"ltr\">10.96.7.7</bdi>, \
                  <bdi dir=\"ltr\">fd00:10:96::77</bdi></td>";
    assert!(html.contains(stored), "{html}");
    assert!(html.contains("<td>refused</td>"), "{html}");
    assert!(
        html.contains(
            "failed to allocate IP 10.1.1.1: the provided network does not match the current range"
        ),
        "{html}"
    );
}

#[test]
fn files_are_those_of_the_plan_s_own_tools() {
    let html = html(DEMO, View::Files);
    assert!(
        html.contains("<h3>kubeadm</h3>"),
        "{}",
        html.chars().take(400).collect::<String>()
    );
    assert!(html.contains("podSubnet: 10.244.0.0/16,fd00:10:244::/56"));
    assert!(html.contains("kind: Installation"));
    let none = DEMO
        .replace("  distribution: kubeadm\n", "")
        .replace("  cni: calico\n", "");
    assert!(
        self::html(&none, View::Files).contains("--service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112")
    );
}

#[test]
fn without_a_plan_there_are_findings_only() {
    for view in VIEWS {
        let found = shown("kind: ConfigMap\n", view, "en");
        let has_findings = matches!(view, View::Findings | View::Planner);
        assert_eq!(found.is_some(), has_findings, "{view:?}");
    }
    let html = html("kind: ConfigMap\n", View::Findings);
    assert!(
        html.contains("<li class=\"dsp-finding dsp-error\"><p><strong>error PLAN001</strong>"),
        "{html}"
    );
    let clean = shown(DEMO, View::Planner, "ja").unwrap().html();
    assert!(clean.contains("<svg ") && clean.contains("<h3>"), "{clean}");
}

#[test]
fn the_style_sheet_colours_every_shape_of_the_map() {
    let style = style_sheet();
    let map = shown(DEMO, View::Map, "en").unwrap();
    let mut coloured = 0;
    walk(&map, &mut |element| {
        let classes = element
            .attributes
            .get("class")
            .map(String::as_str)
            .unwrap_or_default();
        for class in classes
            .split(' ')
            .filter(|class| class.starts_with("f-") || class.starts_with("s-"))
        {
            assert!(style.contains(&format!(".dsp .{class} {{")), "{class}");
            coloured += 1;
        }
    });
    assert!(coloured > 80, "{coloured}");
    assert!(
        !style.contains('`') && !style.contains("${"),
        "it stands in a template literal"
    );
}

#[test]
fn a_fleet_is_its_sentences_with_the_picture_that_is_drawn_of_it() {
    let text = "\
apiVersion: dualstack-planner/v1
kind: FleetPlan
metadata: {name: acme}
spec: {blocks: [10.0.0.0/8, 'fd00::/40'], clusters: [{name: eu-1, nodes: {count: 250}}]}
";
    let texts = [("fleet.yaml", text)];
    let files = crate::fleet::FleetFiles::among(&texts).unwrap();
    let (fleet, found) = crate::fleet::plan_fleet(files, "en").unwrap();
    let (map, catalogue) = (FleetMap::of(&fleet), Catalogue::of("en"));
    let at = FleetSceneOptions::default();
    let html = |view: View| {
        let options = RenderOptions {
            view,
            ..RenderOptions::default()
        };
        render_fleet(&map, &found, &at, &options, &catalogue)
            .unwrap()
            .html()
    };
    assert!(
        html(View::Sentence).contains("one cluster has its place"),
        "{}",
        html(View::Sentence)
    );
    let drawn = html(View::Map);
    assert!(
        drawn.contains(" id=\"dsp-map\"") && drawn.contains("10.0.0.0/12"),
        "{drawn}"
    );
    assert!(!drawn.contains("<style"), "{drawn}");
    assert!(html(View::Planner).contains(" id=\"dsp-map\""));
    assert!(!html(View::Findings).contains("<svg"));
}

#[test]
fn a_finding_has_its_fixes_each_with_its_place() {
    let overlapping = DEMO.replace("10.96.0.0/16, 'fd00:10:96", "10.244.0.0/16, 'fd00:10:96");
    let analysis = Analysis::of(&overlapping, &AnalyzeOptions::default());
    let listed = analysis.listed();
    let tree = shown(&overlapping, View::Findings, "en").unwrap();
    let mut offered = Vec::new();
    walk(&tree, &mut |element| {
        offered.extend(element.attributes.get("data-fix").cloned());
    });
    let places = listed
        .iter()
        .enumerate()
        .flat_map(|(number, found)| (0..found.fixes.len()).map(move |fix| format!("{number} {fix}")));
    assert_eq!(offered, places.collect::<Vec<_>>());
    assert!(offered.len() > 1, "{offered:?}");
    let html = tree.html();
    assert!(
        html.contains(
            "<li><strong>fix</strong> <span class=\"dsp-fix\" data-fix=\"4 0\">Move the Service range to <bdi"
        ),
        "{html}"
    );
    let japanese = shown(&overlapping, View::Findings, "ja").unwrap().html();
    assert!(japanese.contains("<strong>修正</strong>"), "{japanese}");
}
