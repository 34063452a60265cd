//! Exported files pass what their tools check when they start: every target with rows, at every version, for each kind of
//! cluster, over random plans. `DUALSTACK_PLANS=500` takes that many plans for each of them; without it a few, so that
//! it ends within a minute.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod refused;

use std::collections::{BTreeMap, BTreeSet};

use dualstack_conformance::random_plans::{Kind, Random, plan_of};
use dualstack_conformance::start_checks::{
    self, Check, Document, NOT_READ, STATES, Source, Where, documents, options, overlaid,
};
use dualstack_core::diagnostic::{Component, Severity};
use dualstack_core::document;
use dualstack_core::export::{ExportContext, Exported, export};
use dualstack_core::i18n::Catalogue;
use dualstack_core::kubernetes::Version;
use dualstack_core::request::ClusterPlan;
use dualstack_core::request::decode::decode;

/// Plans for each target, version and kind of cluster, unless the environment says how many.
const PLANS: usize = 3;

fn plans() -> usize {
    let given = std::env::var("DUALSTACK_PLANS").ok();
    given.and_then(|text| text.parse().ok()).unwrap_or(PLANS)
}

fn read(text: &str) -> ClusterPlan {
    decode(&document::read(text), |_| false).plan.unwrap().plan
}

/// The documents of an export, each with its path. Files that a tool reads together are taken together too.
fn all_documents(exported: &Exported) -> Vec<(String, Document)> {
    let mut found = Vec::new();
    for file in &exported.files {
        if file.path.ends_with(".sh") {
            found.push((file.path.clone(), options(&file.text)));
            continue;
        }
        found.extend(
            documents(&file.text)
                .into_iter()
                .map(|document| (file.path.clone(), document)),
        );
    }
    let together = [
        (
            "cilium/values-cluster-pool.yaml",
            "cilium/values-native-routing.yaml",
        ),
        (
            "cilium/values-kubernetes.yaml",
            "cilium/values-native-routing.yaml",
        ),
        (
            "kubespray/group_vars/k8s_cluster/k8s-cluster.yml",
            "kubespray/hosts.yaml",
        ),
    ];
    for (below, above) in together {
        let named = |name: &str| found.iter().find(|(path, _)| path == name);
        if let Some(((_, base), (_, over))) = named(below).zip(named(above)) {
            let name = above.rsplit('/').next().unwrap();
            found.push((format!("{below} and {name}"), overlaid(base, over)));
        }
    }
    found
}

#[test]
fn exported_files_pass_the_start_up_checks_of_their_tools() {
    let targets: BTreeSet<&str> = start_checks::all().flat_map(|row| row.targets).copied().collect();
    let mut random = Random(0x1_57a7);
    let mut held: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
    // The first one of each row is enough to read.
    let mut faults: BTreeMap<(&str, &str, &str), String> = BTreeMap::new();
    for target in &targets {
        for version in Version::all() {
            for kind in Kind::ALL {
                for _ in 0..plans() {
                    let mut text = plan_of(&mut random, &version.to_string(), Some(kind), Some(target));
                    if matches!(*target, "metallb" | "kube-vip" | "cilium-lb-ipam") {
                        text.push_str(
                            "  loadBalancerCIDRs: [192.168.1.240/28, \"fd00:192:168:1::f0/124\"]\n",
                        );
                    }
                    if random.below(3) == 0 {
                        let hosts = ["api.example.com:8443", "192.168.1.10", "[fd00:192:168:1::a]:6443"];
                        text.push_str(&format!("  controlPlaneEndpoint: \"{}\"\n", random.of(&hosts)));
                    }
                    if random.below(3) == 0 {
                        let older = [
                            "cilium: \"1.17\"",
                            "cilium: \"1.18\"",
                            "calico: \"3.22\"",
                            "talos: \"1.14\"",
                        ];
                        text.push_str(&format!("  tools: {{{}}}\n", random.of(&older)));
                    }
                    let plan = read(&text);
                    let cx = ExportContext::new(&plan, &[], Catalogue::of("en"));
                    let exported = export(&cx, &[target]);
                    let forecast: BTreeSet<Component> = exported
                        .diagnostics
                        .iter()
                        .filter(|found| found.code == "EXP015" && found.severity == Severity::Error)
                        .map(|found| found.component)
                        .collect();
                    for (path, document) in all_documents(&exported) {
                        for row in start_checks::all().filter(|row| row.reads(target, &path, &document)) {
                            let key = (*target, row.source.text(), row.text);
                            *held.entry(key).or_default() += 1;
                            // Files that a component of Kubernetes refuses are written, with an error that says so.
                            let said = row
                                .component()
                                .is_some_and(|component| forecast.contains(&component));
                            if !document.passes(&row.check) && !said {
                                let told = || format!("{path}: {key:?}\n{}\n{text}", document.0);
                                faults.entry(key).or_insert_with(told);
                            }
                        }
                    }
                }
            }
        }
    }
    let faults: Vec<String> = faults.into_values().collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let keys = start_checks::all().flat_map(|row| {
        let targets = row.targets.iter();
        targets.map(|target| (*target, row.source.text(), row.text))
    });
    let few: Vec<_> = keys
        .map(|key| (key, held.get(&key).copied().unwrap_or_default()))
        .filter(|(_, count)| *count <= 5)
        .collect();
    assert!(few.is_empty(), "rows with few documents: {few:#?}");
}

#[test]
fn every_row_refuses_what_its_tool_refuses() {
    let mut unused: Vec<_> = start_checks::all().collect();
    for (target, path, text) in refused::FILES {
        let read = |found: Vec<Document>| found.into_iter().map(|document| ((*path).to_owned(), document));
        let found = if path.ends_with(".sh") {
            vec![options(text)]
        } else {
            documents(text)
        };
        let mut refusing = 0;
        for (path, document) in read(found) {
            let reads = |row: &&start_checks::StartCheck| {
                row.reads(target, &path, &document) && !document.passes(&row.check)
            };
            refusing += start_checks::all().filter(reads).count();
            unused.retain(|row| !(reads(row) && row.targets.contains(target)));
        }
        assert!(refusing > 0, "{target} {path} is taken: {text}");
    }
    let rows: Vec<_> = unused
        .iter()
        .map(|row| format!("{:?} {}: {}", row.targets, row.source.text(), row.text))
        .collect();
    assert!(rows.is_empty(), "no file is refused by:\n{}", rows.join("\n"));
}

#[test]
fn every_source_is_a_line_of_a_state_that_was_read() {
    let mut used = BTreeSet::new();
    for row in start_checks::all() {
        let Some(place) = row.source.place() else {
            let Source::Unread(why) = row.source else {
                panic!("{:?}: {} is not of the form", row.targets, row.source.text());
            };
            assert!(why.contains(' '), "{:?}: {why} gives no reason", row.targets);
            continue;
        };
        used.insert((place.tool, place.state));
    }
    let listed: BTreeSet<_> = STATES
        .iter()
        .flat_map(|(tool, _, states)| states.iter().map(move |state| (*tool, *state)))
        .collect();
    assert_eq!(used, listed);
}

#[test]
fn sources_have_one_form() {
    let taken = start_checks::place("kops 268927e2 pkg/apis/kops/validation/validation.go:717, :721-724");
    let taken = taken.unwrap();
    assert_eq!((taken.tool, taken.state), ("kops", "268927e2"));
    assert_eq!(taken.path, "pkg/apis/kops/validation/validation.go");
    assert_eq!(taken.lines, [(717, 717), (721, 724)]);
    assert!(start_checks::place("kubernetes v1.36.2 cmd/app/core.go:959").is_some());
    for text in [
        "kops pkg/apis/kops/validation/validation.go:717",
        "kops 268927e pkg/validation.go:717",
        "kops 268927E2 pkg/validation.go:717",
        "kops v1 pkg/validation.go:717",
        "kops v1..2 pkg/validation.go:717",
        "kops 268927e2 pkg/validation:717",
        "kops 268927e2 pkg/validation.go",
        "kops 268927e2 pkg/validation.go validateSubnet",
        "kops 268927e2 pkg/validation.go:",
        "kops 268927e2 pkg/validation.go:0",
        "kops 268927e2 pkg/validation.go:017",
        "kops 268927e2 pkg/validation.go:+7",
        "kops 268927e2 pkg/validation.go:20-20",
        "kops 268927e2 pkg/validation.go:20-10",
        "kops 268927e2 pkg/validation.go:20,:21",
        "kops 268927e2 pkg/validation.go:20 (1.32)",
        "kops 268927e2 pkg/validation.go:20, pkg/other.go:21",
        "kops  268927e2 pkg/validation.go:20",
        "",
    ] {
        assert_eq!(start_checks::place(text), None, "{text}");
    }
}

/// What CONTRIBUTING.md says of the states that were read.
fn section() -> String {
    let mut section = String::from("| tool | repository | states read | rows |\n| --- | --- | --- | --- |\n");
    for (tool, repository, states) in STATES {
        let states = states.iter().map(|state| format!("`{state}`"));
        let of_tool =
            |row: &&start_checks::StartCheck| row.source.place().is_some_and(|place| place.tool == *tool);
        let rows = start_checks::all().filter(of_tool).count();
        let states = states.collect::<Vec<_>>().join(", ");
        section.push_str(&format!("| {tool} | {repository} | {states} | {rows} |\n"));
    }
    section.push_str("\n| not read | why, and what stands for it |\n| --- | --- |\n");
    for (what, why) in NOT_READ {
        section.push_str(&format!("| {what} | {why} |\n"));
    }
    for row in start_checks::all() {
        if let Source::Unread(why) = row.source {
            section.push_str(&format!("| {}: {} | {why} |\n", row.targets.join(", "), row.text));
        }
    }
    section
}

#[test]
fn contributing_says_what_was_read() {
    let (begin, end) = (
        "<!-- start-up checks: generated -->\n\n",
        "\n<!-- start-up checks: end -->",
    );
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../CONTRIBUTING.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (before, rest) = text.split_once(begin).unwrap();
    let (written, after) = rest.split_once(end).unwrap();
    let section = section();
    if std::env::var_os("DUALSTACK_UPDATE").is_some() && written != section {
        std::fs::write(path, format!("{before}{begin}{section}{end}{after}")).unwrap();
    } else {
        assert_eq!(written, section, "DUALSTACK_UPDATE=1 writes it");
    }
}

#[test]
fn conditions_mean_what_they_say() {
    let document = start_checks::of(&serde_json::json!({"a": {"b": [1, 2]}, "on": true, "list": "x,y"}));
    assert!(document.passes(&Check::Requires(Where::Is("on", "true"), Where::Has("a/b"))));
    assert!(!document.passes(&Check::Excludes(Where::Has("a"), Where::Begins("list", "y"))));
    assert!(
        document.passes(&Check::AsMany("a/b", "list")) && document.passes(&Check::AsMany("none", "list"))
    );
    assert!(!document.passes(&Check::AtMost("list", 1)) && document.passes(&Check::OneOf("none", &[])));
    assert!(document.passes(&Check::Requires(Where::Lacks("a"), Where::Lacks("on"))));
}
