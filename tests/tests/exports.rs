//! What each target writes: one snapshot a target and version, where its form changes, with the four kinds of cluster one after the other.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "inputs are written out here"
)]

use std::collections::BTreeSet;
use std::path::Path;

use dualstack_conformance::exports::export;
use dualstack_core::catalog::Cni;
use dualstack_core::diagnostic::Severity;
use dualstack_core::export::{Exported, targets};
use dualstack_core::i18n::Catalogue;
use dualstack_core::kubernetes::Version;
use dualstack_core::request::{API_VERSION, ClusterPlan, KIND, Metadata, NodeSizing, PlanSpec};
use serde_json::{Value, json};

/// A kind of cluster: its name, pod ranges, Service ranges, node networks, load balancer pools.
type Family = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
);

const FAMILIES: [Family; 4] = [
    (
        "v4",
        &["10.244.0.0/16"],
        &["10.96.0.0/16"],
        &["192.168.1.0/24"],
        &["192.168.1.128/28"],
    ),
    (
        "v6",
        &["fd00:10:244::/56"],
        &["fd00:10:96::/112"],
        &["fd00:192:168:1::/64"],
        &["fd00:192:168:1::f0/124"],
    ),
    (
        "v4v6",
        &["10.244.0.0/16", "fd00:10:244::/56"],
        &["10.96.0.0/16", "fd00:10:96::/112"],
        &["192.168.1.0/24", "fd00:192:168:1::/64"],
        &["192.168.1.128/28", "fd00:192:168:1::f0/124"],
    ),
    (
        "v6v4",
        &["fd00:10:244::/56", "10.244.0.0/16"],
        &["fd00:10:96::/112", "10.96.0.0/16"],
        &["fd00:192:168:1::/64", "192.168.1.0/24"],
        &["fd00:192:168:1::f0/124", "192.168.1.128/28"],
    ),
];

fn plan(version: &str, (_, pods, services, nodes, balancers): Family) -> ClusterPlan {
    let cidrs = |texts: &[&str]| texts.iter().map(|text| text.parse().unwrap()).collect();
    ClusterPlan {
        api_version: API_VERSION.to_owned(),
        kind: KIND.to_owned(),
        metadata: Metadata {
            name: "demo".to_owned(),
        },
        spec: PlanSpec {
            kubernetes_version: version.parse().unwrap(),
            pod_cidrs: cidrs(pods),
            service_cidrs: cidrs(services),
            node_cidrs: cidrs(nodes),
            load_balancer_cidrs: cidrs(balancers),
            advertise_address: None,
            control_plane_endpoint: None,
            nodes: NodeSizing {
                count: 40,
                max: Some(250),
                ..NodeSizing::default()
            },
            distribution: None,
            cni: None,
            provider: None,
            tools: Default::default(),
            reserved: Vec::new(),
            rules: Vec::new(),
            feature_gates: Default::default(),
        },
    }
}

fn services() -> Vec<Value> {
    vec![json!({
        "apiVersion": "v1",
        "kind": "Service",
        "metadata": {"name": "web"},
        "spec": {"ipFamilyPolicy": "PreferDualStack", "selector": {"app": "web"}, "ports": [{"port": 80}]},
    })]
}

/// Files and findings as one text. The tool's version and the checksum change with every release and plan field.
fn shown(exported: &Exported) -> String {
    let english = Catalogue::of("en");
    let mut text = String::new();
    for file in &exported.files {
        text.push_str(&format!("=== {}\n{}", file.path, stable(&file.text)));
    }
    for diagnostic in &exported.diagnostics {
        let message = english.text(&diagnostic.message);
        text.push_str(&format!("!!! {} {message}\n", diagnostic.code));
        if let Some(upstream) = &diagnostic.upstream {
            text.push_str(&format!("!!!   {upstream}\n"));
        }
    }
    text
}

fn stable(text: &str) -> String {
    let line = |line: &str| {
        if line.contains("dualstack-planner ") || line.contains("checksum: fnv1a64:") {
            String::new()
        } else {
            format!("{line}\n")
        }
    };
    text.lines().map(line).collect()
}

/// What a target writes for the four kinds of cluster; the version itself is left out, so that equal forms are equal.
fn forms(target: &str, version: &str) -> String {
    let text: String = FAMILIES
        .iter()
        .map(|family| {
            let exported = export(&plan(version, *family), &services(), &[target]);
            format!("##### {}\n{}\n", family.0, shown(&exported))
        })
        .collect();
    unversioned(&without_note(&text), version)
}

/// The text without the sentence that stands in the header of every file of a version that was not yet compared with a
/// running one, which has a test of its own.
fn without_note(text: &str) -> String {
    text.split_inclusive('\n')
        .filter(|line| !line.contains(NOT_COMPARED))
        .collect()
}

const NOT_COMPARED: &str = "from the source, not yet compared with a running";

#[test]
fn files_of_a_version_that_nobody_compared_say_so() {
    for target in targets() {
        for (version, says) in [("1.36", false), ("1.37", true)] {
            let version_of_target = target.since.minor()..;
            let minor: u8 = version.trim_start_matches("1.").parse().unwrap();
            if !version_of_target.contains(&minor) || target.id == JSON_TARGET {
                continue;
            }
            for file in export(&plan(version, FAMILIES[0]), &services(), &[target.id]).files {
                let note = file.text.lines().find(|line| line.contains(NOT_COMPARED));
                let has_header = file.text.contains("dualstack-planner ");
                assert_eq!(note.is_some(), says && has_header, "{} {version}", file.path);
                if let Some(line) = note {
                    assert!(
                        line.ends_with(
                            "Kubernetes 1.37: from the source, not yet compared with a running 1.37"
                        )
                    );
                }
            }
        }
    }
}

/// The text without the version; `1.25` within `192.168.1.254` is none.
fn unversioned(text: &str, version: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(version) {
        out.push_str(before);
        let part_of_more = out.ends_with(|c: char| c.is_ascii_digit() || c == '.')
            || behind.starts_with(|c: char| c.is_ascii_digit());
        out.push_str(if part_of_more { version } else { "VERSION" });
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// A target that writes JSON: pages of it cannot be read, so it is compared value by value.
const JSON_TARGET: &str = "plan-json";

/// The values of what a target writes, one a line: kind of cluster, file, JSON Pointer, value.
fn values(target: &str, version: &str) -> BTreeSet<String> {
    fn walk(value: &Value, at: &str, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(members) if !members.is_empty() => {
                for (name, member) in members {
                    walk(member, &format!("{at}/{name}"), found);
                }
            }
            Value::Array(items) if !items.is_empty() => {
                for (index, item) in items.iter().enumerate() {
                    walk(item, &format!("{at}/{index}"), found);
                }
            }
            value => {
                found.insert(format!("{at} = {value}"));
            }
        }
    }
    let mut found = BTreeSet::new();
    for family in FAMILIES {
        for file in export(&plan(version, family), &services(), &[target]).files {
            let value: Value = serde_json::from_str(&file.text).unwrap();
            walk(&value, &format!("{} {} ", family.0, file.path), &mut found);
        }
    }
    found
        .into_iter()
        .map(|line| unversioned(&line, version))
        .collect()
}

/// What a snapshot of JSON shows: the values that differ from those of the version before, and at first those of the
/// dual-stack cluster.
fn changed_values(target: &str, version: &str, before: Option<&str>) -> String {
    let now = values(target, version);
    let Some(before) = before.map(|before| values(target, before)) else {
        let dual = now.iter().filter(|line| line.starts_with("v4v6 "));
        return dual.map(|line| format!("{line}\n")).collect();
    };
    let gone = before.difference(&now).map(|line| format!("- {line}\n"));
    let new = now.difference(&before).map(|line| format!("+ {line}\n"));
    gone.chain(new).collect()
}

/// One snapshot for each version in which a target's form differs from that of the version before.
#[test]
fn targets_write_what_they_wrote_before() {
    let mut written = BTreeSet::new();
    for target in targets() {
        let mut before = String::new();
        let mut version_before: Option<String> = None;
        for minor in target.since.minor()..=Version::NEWEST.minor() {
            let version = format!("1.{minor}");
            let text = forms(target.id, &version);
            if text == before {
                continue;
            }
            let name = format!("{}@{version}", target.id);
            let shown = if target.id == JSON_TARGET {
                changed_values(target.id, &version, version_before.as_deref())
            } else {
                text.clone()
            };
            insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!(name.as_str(), shown);
            });
            written.insert(format!("{name}.snap"));
            before = text;
            version_before = Some(version);
        }
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let there: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".snap"))
        .collect();
    assert_eq!(
        there.difference(&written).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
}

/// The snapshots show one kind of cluster whole; the others are held against the plan itself.
#[test]
fn json_is_the_plan_and_what_it_comes_to() {
    for family in FAMILIES {
        for version in ["1.16", "1.22", "1.36"] {
            let plan = plan(version, family);
            let files = export(&plan, &[], &[JSON_TARGET]).files;
            let read = |name: &str| -> Value {
                let file = files.iter().find(|file| file.path == name).unwrap();
                serde_json::from_str(&file.text).unwrap()
            };
            assert_eq!(files.len(), 2);
            assert_eq!(read("plan-json/plan.json"), serde_json::to_value(&plan).unwrap());
            let ranges: Vec<Value> = read("plan-json/addresses.json")["declared"]
                .as_array()
                .unwrap()
                .iter()
                .map(|range| range["cidr"].clone())
                .collect();
            let (_, pods, services, nodes, balancers) = family;
            let given: Vec<Value> = [pods, services, nodes, balancers]
                .concat()
                .into_iter()
                .map(Value::from)
                .collect();
            assert_eq!(ranges, given);
        }
    }
}

#[test]
fn kubenet_and_ip_masq_agent_of_the_alpha() {
    let mut plan = plan("1.16", FAMILIES[2]);
    plan.spec.cni = Cni::find("kubenet");
    let exported = export(&plan, &[], &["flags"]);
    let kubelet = exported
        .files
        .iter()
        .find(|file| file.path == "flags/kubelet.sh")
        .unwrap();
    assert!(kubelet.text.ends_with(
        "kubelet \\\n  --feature-gates=IPv6DualStack=true \\\n  --cluster-dns=10.96.0.10 \\\n  \
         --cluster-domain=cluster.local \\\n  --network-plugin=kubenet \\\n  --non-masquerade-cidr=0.0.0.0/0\n"
    ));
}

#[test]
fn every_target_and_family_is_written_at_every_version() {
    for version in Version::all().map(|version| version.to_string()) {
        for family in FAMILIES {
            for target in targets() {
                let exported = export(&plan(&version, family), &services(), &[target.id]);
                let codes: Vec<&str> = exported.diagnostics.iter().map(|found| found.code).collect();
                let at = format!("{} {version} {}: {codes:?}", target.id, family.0);
                assert!(!codes.contains(&"EXP009"), "{at}");
                // Nothing is written only where an error says why.
                let says_why = exported
                    .diagnostics
                    .iter()
                    .any(|found| found.severity == Severity::Error);
                assert!(!exported.files.is_empty() || says_why, "{at}");
            }
        }
    }
}
