use serde_json::{Value as Json, json};

use crate::diagnostic::{PatchOperation, Pointer};
use crate::document::patch::{PatchError, apply, set};
use crate::document::{read, to_json};

fn pointer(text: &str) -> Pointer {
    Pointer::parse(text).unwrap()
}

fn add(path: &str, value: Json) -> PatchOperation {
    PatchOperation::Add {
        path: pointer(path),
        value,
    }
}

fn replace(path: &str, value: Json) -> PatchOperation {
    PatchOperation::Replace {
        path: pointer(path),
        value,
    }
}

fn remove(path: &str) -> PatchOperation {
    PatchOperation::Remove { path: pointer(path) }
}

/// Applies operations to the first document and wants exactly that text, without writing it anew.
#[track_caller]
fn becomes(text: &str, operations: &[PatchOperation], expected: &str) {
    let result = apply(text, 0, operations).unwrap();
    assert_eq!(result.text, expected);
    assert!(!result.rewritten, "written anew: {}", result.text);
}

const PLAN: &str = "\
# The plan of the demo cluster
apiVersion: dualstack-planner/v1
kind: ClusterPlan   # aligned
spec:
  kubernetesVersion: \"1.36\"              # 1.16 … 1.37
  # pods first
  podCIDRs: [10.244.0.0/16, \"fd00:10:244::/56\"]
  nodes:
    count: 40 # today
    max: 250

  reserved: # must stay free
    # the office
    - {name: office, cidr: 172.16.0.0/16}
    - name: vpn # tunnel
      cidr: 10.8.0.0/16
    # end of reserved

# Services follow
---
kind: Service # untouched
";

#[test]
fn values_are_replaced_in_their_own_quotes() {
    for (operation, from, to) in [
        (
            replace("/spec/kubernetesVersion", json!("1.37")),
            "\"1.36\" ",
            "\"1.37\" ",
        ),
        (
            replace("/spec/nodes/count", json!(41)),
            "count: 40 #",
            "count: 41 #",
        ),
        (
            replace("/spec/nodes/count", json!("on")),
            "count: 40 #",
            "count: \"on\" #",
        ),
        (
            replace("/spec/nodes/count", json!(null)),
            "count: 40 #",
            "count: null #",
        ),
        (
            replace("/kind", json!("a: b")),
            "kind: ClusterPlan ",
            "kind: \"a: b\" ",
        ),
        (
            replace("/spec/podCIDRs/0", json!("10.0.0.0/8")),
            "[10.244.0.0/16,",
            "[10.0.0.0/8,",
        ),
        (
            replace("/spec/podCIDRs/0", json!("fd01::/56")),
            "[10.244.0.0/16,",
            "[\"fd01::/56\",",
        ),
        (
            replace("/spec/reserved/1/name", json!("lab")),
            "name: vpn #",
            "name: lab #",
        ),
        (
            replace("/spec/reserved/0/cidr", json!("1:2:3:4:5:6:7:8")),
            "cidr: 172.16.0.0/16}",
            "cidr: \"1:2:3:4:5:6:7:8\"}",
        ),
    ] {
        assert!(PLAN.contains(from));
        becomes(PLAN, &[operation], &PLAN.replace(from, to));
    }
}

#[test]
fn lists_and_mappings_change_only_where_they_differ() {
    becomes(
        PLAN,
        &[replace(
            "/spec/podCIDRs",
            json!(["fd00:10:244::/56", "10.244.0.0/16"]),
        )],
        &PLAN.replace(
            "[10.244.0.0/16, \"fd00:10:244::/56\"]",
            "[\"fd00:10:244::/56\", \"10.244.0.0/16\"]",
        ),
    );
    becomes(
        PLAN,
        &[replace("/spec/nodes", json!({"count": 41, "maxPods": 110}))],
        &PLAN.replace(
            "count: 40 # today\n    max: 250\n",
            "count: 41 # today\n    maxPods: 110\n",
        ),
    );
    becomes(
        PLAN,
        &[replace(
            "/spec/reserved",
            json!([{"name": "vpn", "cidr": "10.8.0.0/16"}]),
        )],
        &PLAN.replace("    - {name: office, cidr: 172.16.0.0/16}\n", ""),
    );
    let same = to_json(read(PLAN).documents[0].root());
    becomes(PLAN, &[replace("", same)], PLAN);
}

#[test]
fn a_new_key_stands_behind_the_last_one() {
    becomes(
        PLAN,
        &[add("/spec/nodes/maxPods", json!(110))],
        &PLAN.replace("    max: 250\n", "    max: 250\n    maxPods: 110\n"),
    );
    becomes(
        PLAN,
        &[add("/spec/cni", json!("calico"))],
        &PLAN.replace(
            "    # end of reserved\n",
            "    # end of reserved\n  cni: calico\n",
        ),
    );
    becomes(
        PLAN,
        &[add("/metadata", json!({"name": "demo", "labels": {"a/b": "on"}, "list": ["fd00::/8"]}))],
        &PLAN.replace(
            "    # end of reserved\n",
            "    # end of reserved\nmetadata:\n  name: demo\n  labels:\n    a/b: \"on\"\n  list:\n    - fd00::/8\n",
        ),
    );
    becomes(
        PLAN,
        &[add("/spec/reserved/0/note", json!("x, y"))],
        &PLAN.replace("172.16.0.0/16}", "172.16.0.0/16, note: \"x, y\"}"),
    );
    becomes(
        PLAN,
        &[add("/spec/reserved/1/note", json!(null))],
        &PLAN.replace("10.8.0.0/16\n", "10.8.0.0/16\n      note: null\n"),
    );
    becomes(
        PLAN,
        &[add("/spec/nodes/max", json!(1))],
        &PLAN.replace("max: 250", "max: 1"),
    );
}

#[test]
fn list_entries_are_added_where_the_list_is_written() {
    becomes(
        PLAN,
        &[add(
            "/spec/reserved/-",
            json!({"name": "lab", "cidr": "fd00:1::/48"}),
        )],
        &PLAN.replace(
            "10.8.0.0/16\n",
            "10.8.0.0/16\n    - name: lab\n      cidr: fd00:1::/48\n",
        ),
    );
    becomes(
        PLAN,
        &[add("/spec/reserved/0", json!({"name": "lab"}))],
        &PLAN.replace("    - {name: office", "    - name: lab\n    - {name: office"),
    );
    becomes(
        PLAN,
        &[add("/spec/reserved/1", json!({"name": "lab"}))],
        &PLAN.replace("    - name: vpn", "    - name: lab\n    - name: vpn"),
    );
    becomes(
        PLAN,
        &[
            add("/spec/podCIDRs/0", json!("10.0.0.0/8")),
            add("/spec/podCIDRs/-", json!("::/0")),
        ],
        &PLAN.replace(
            "[10.244.0.0/16, \"fd00:10:244::/56\"]",
            "[10.0.0.0/8, 10.244.0.0/16, \"fd00:10:244::/56\", \"::/0\"]",
        ),
    );
    becomes(
        "a:\n- \"x\"\n- \"y\" # c\nb: 1\n",
        &[add("/a/-", json!("z"))],
        "a:\n- \"x\"\n- \"y\" # c\n- \"z\"\nb: 1\n",
    );
    becomes(
        "- - a\n  - b\n",
        &[add("/0/0", json!("z"))],
        "- - z\n  - a\n  - b\n",
    );
    becomes(
        "- - a\n  - b\n",
        &[add("/0/1", json!({"k": [1]}))],
        "- - a\n  - k:\n      - 1\n  - b\n",
    );
    becomes(
        "a:\n- 1\n",
        &[add("/a/-", json!({"k": [1]}))],
        "a:\n- 1\n- k:\n  - 1\n",
    );
}

#[test]
fn removed_entries_take_their_lines_with_them() {
    for (operation, from, to) in [
        (remove("/spec/nodes/count"), "    count: 40 # today\n", ""),
        (
            remove("/spec/nodes"),
            "  nodes:\n    count: 40 # today\n    max: 250\n",
            "",
        ),
        (remove("/kind"), "kind: ClusterPlan   # aligned\n", ""),
        (
            remove("/spec/reserved/0"),
            "    - {name: office, cidr: 172.16.0.0/16}\n",
            "",
        ),
        (
            remove("/spec/reserved/1"),
            "    - name: vpn # tunnel\n      cidr: 10.8.0.0/16\n",
            "",
        ),
        (
            remove("/spec/reserved/1/name"),
            "- name: vpn # tunnel\n      cidr",
            "- cidr",
        ),
        (remove("/spec/reserved/0/name"), "{name: office, cidr", "{cidr"),
        (remove("/spec/reserved/0/cidr"), ", cidr: 172.16.0.0/16}", "}"),
        (remove("/spec/podCIDRs/0"), "[10.244.0.0/16, ", "["),
        (remove("/spec/podCIDRs/1"), ", \"fd00:10:244::/56\"]", "]"),
    ] {
        assert!(PLAN.contains(from), "{from}");
        becomes(PLAN, &[operation], &PLAN.replace(from, to));
    }
}

#[test]
fn the_last_entry_leaves_empty_brackets() {
    becomes("a: # c\n  b: 1 # d\n# e\n", &[remove("/a/b")], "a: {} # c\n# e\n");
    becomes("a:\n- 1\nb: 2\n", &[remove("/a/0")], "a: []\nb: 2\n");
    becomes("- a: 1\n- 2\n", &[remove("/0/a")], "- {}\n- 2\n");
    becomes("# c\na: 1\n# d\n", &[remove("/a")], "# c\n{}\n# d\n");
    becomes(
        "a: [ 1 ]\nb: {c: 1,}\n",
        &[remove("/a/0"), remove("/b/c")],
        "a: []\nb: {}\n",
    );
    becomes(
        "a: [ # c\n  1, # d\n]\n",
        &[remove("/a/0")],
        "a: [ # c\n   # d\n]\n",
    );
    becomes("{\"a\": 1}", &[remove("/a")], "{}");
    becomes(
        "a: {}\nb: []\n",
        &[add("/a/x", json!(1)), add("/b/-", json!({"z": []}))],
        "a: {x: 1}\nb: [{z: []}]\n",
    );
}

#[test]
fn a_value_of_another_shape_takes_the_place_of_the_old_one() {
    becomes(
        "a: # c\n  b: 1\n  c: 2\nd: 3\n",
        &[replace("/a", json!("x"))],
        "a: x # c\nd: 3\n",
    );
    becomes(
        "a:\n- 1\n- 2\nd: 3\n",
        &[replace("/a", json!(true))],
        "a: true\nd: 3\n",
    );
    becomes(
        "a: x # c\nd: 3\n",
        &[replace("/a", json!({"b": [1, {"c": 2}]}))],
        "a: # c\n  b:\n    - 1\n    - c: 2\nd: 3\n",
    );
    becomes(
        "a: # c\nd: 3\n",
        &[replace("/a", json!(["x"]))],
        "a: # c\n  - x\nd: 3\n",
    );
    becomes("a: # c\nd: 3\n", &[replace("/a", json!("x"))], "a: x # c\nd: 3\n");
    becomes(
        "- x # c\n-\n",
        &[
            replace("/0", json!({"a": 1, "b": 2})),
            replace("/1", json!([1, 2])),
        ],
        "- a: 1 # c\n  b: 2\n- - 1\n  - 2\n",
    );
    becomes(
        "- a: 1\n  b: 2 # c\n- x\n",
        &[replace("/0", json!("z"))],
        "- z # c\n- x\n",
    );
    becomes(
        "a:\n  b: 1 # c\nd: 3\n",
        &[replace("/a", json!(["x", "z"]))],
        "a:\n  - x\n  - z # c\nd: 3\n",
    );
    becomes(
        "a: {b: 1}\nd: 3\n",
        &[replace("/a", json!([1, "x"]))],
        "a: [1, x]\nd: 3\n",
    );
    becomes(
        "a: {b: 1, c}\n",
        &[replace("/a/c", json!([1])), replace("/a/b", json!({}))],
        "a: {b: {}, c: [1]}\n",
    );
    becomes("a: !!str 1 # c\n", &[replace("/a", json!("x"))], "a: x # c\n");
    becomes(
        "# c\na: 1\n",
        &[replace("", json!({"b": [1]}))],
        "# c\nb:\n  - 1\n",
    );
    becomes(
        "--- # c\n{a: 1}\n",
        &[replace("", json!({"b": [1]}))],
        "--- # c\n{b: [1]}\n",
    );
}

#[test]
fn block_scalars_stay_block_scalars() {
    let text = "k: |- # c\n  one\n  two\n\nl:\n  - >\n    folded\n    text\n  - x\n";
    becomes(
        text,
        &[replace("/k", json!("1\n2"))],
        "k: |-\n  1\n  2\n\nl:\n  - >\n    folded\n    text\n  - x\n",
    );
    becomes(
        text,
        &[replace("/k", json!("short"))],
        "k: short\n\nl:\n  - >\n    folded\n    text\n  - x\n",
    );
    becomes(
        text,
        &[add("/m", json!("a\nb\n"))],
        &[text, "m: |\n  a\n  b\n"].concat(),
    );
    becomes(
        text,
        &[replace("/l/0", json!("a\nb\n"))],
        "k: |- # c\n  one\n  two\n\nl:\n  - |\n    a\n    b\n  - x\n",
    );
    becomes(
        text,
        &[add("/l/1", json!("z"))],
        &text.replace("  - x\n", "  - z\n  - x\n"),
    );
    becomes(
        text,
        &[remove("/k")],
        &text.replace("k: |- # c\n  one\n  two\n", ""),
    );
    becomes(
        "a: |+\n  x\n\n\nb: 1\n",
        &[replace("/a", json!("z"))],
        "a: z\n\n\nb: 1\n",
    );
    becomes("a: |+\n  x\n\n\nb: 1\n", &[remove("/b")], "a: |+\n  x\n\n\n");
    becomes(
        "b:\n  a: |+\n    x\n\n",
        &[add("/b/c", json!(1))],
        "b:\n  a: |+\n    x\n\n  c: 1\n",
    );
}

#[test]
fn renaming_keeps_the_place_and_the_comments() {
    becomes(
        PLAN,
        &[remove("/spec/nodes/count"), add("/spec/nodes/size", json!(40))],
        &PLAN.replace("count: 40 # today", "size: 40 # today"),
    );
    becomes(
        "a: 1.30 # kept\n\"b\": x\n",
        &[
            remove("/a"),
            add("/on", json!(1.3)),
            remove("/b"),
            add("/c", json!("x")),
        ],
        "\"on\": 1.30 # kept\n\"c\": x\n",
    );
    becomes("{a: 1}", &[remove("/a"), add("/b, c", json!(1))], "{\"b, c\": 1}");
}

#[test]
fn json_stays_json() {
    let text = "{\n    \"a\": [\n        1,\n        2\n    ],\n    \"b\": {\"c\": \"x\"}\n}\n";
    becomes(
        text,
        &[
            add("/a/-", json!("z")),
            add("/b/d", json!({"e": [1, "y"]})),
            add("/f", json!({"g": ["h"]})),
        ],
        "{\n    \"a\": [\n        1,\n        2,\n        \"z\"\n    ],\n    \"b\": {\"c\": \"x\", \"d\": {\"e\": [1, \"y\"]}},\n    \
         \"f\": {\n        \"g\": [\n            \"h\"\n        ]\n    }\n}\n",
    );
    becomes(
        text,
        &[remove("/a/1")],
        "{\n    \"a\": [\n        1\n    ],\n    \"b\": {\"c\": \"x\"}\n}\n",
    );
    becomes(
        text,
        &[remove("/a/0")],
        "{\n    \"a\": [\n        2\n    ],\n    \"b\": {\"c\": \"x\"}\n}\n",
    );
    becomes(
        text,
        &[remove("/b")],
        "{\n    \"a\": [\n        1,\n        2\n    ]\n}\n",
    );
    becomes(
        "{\"a\":1,\"b\":[2]}",
        &[add("/c", json!([1, 2])), add("/b/0", json!("x"))],
        "{\"a\":1,\"b\":[\"x\",2],\"c\":[1,2]}",
    );
    for text in [text, "{\"a\":1,\"b\":{\"c\":[2]}}"] {
        let result = apply(text, 0, &[add("/n", json!({"x": "y\u{7f}é\n"}))]).unwrap();
        assert_eq!(
            serde_json::from_str::<Json>(&result.text).unwrap()["n"]["x"],
            "y\u{7f}é\n"
        );
    }
}

#[test]
fn brackets_over_several_lines_keep_their_comments() {
    let text = "a: [\n  1, # one\n  2, # two\n  3 # three\n]\n";
    becomes(text, &[remove("/a/1")], "a: [\n  1, # one\n  3 # three\n]\n");
    becomes(text, &[remove("/a/2")], "a: [\n  1, # one\n  2 # two\n]\n");
    becomes(
        text,
        &[add("/a/-", json!(4))],
        "a: [\n  1, # one\n  2, # two\n  3, # three\n  4\n]\n",
    );
    becomes(
        text,
        &[add("/a/1", json!(9))],
        "a: [\n  1, # one\n  9,\n  2, # two\n  3 # three\n]\n",
    );
    becomes(
        "a: [\n  1,\n  2, # two\n]\n",
        &[add("/a/-", json!(3))],
        "a: [\n  1,\n  2, # two\n  3,\n]\n",
    );
    becomes(
        "a: [1, 2,]\n",
        &[add("/a/-", json!(3)), remove("/a/0")],
        "a: [2, 3,]\n",
    );
}

#[test]
fn line_breaks_indentation_and_list_style_are_those_of_the_document() {
    becomes(
        "a:\r\n  b: 1 # c\r\n",
        &[add("/a/d", json!({"e": 1}))],
        "a:\r\n  b: 1 # c\r\n  d:\r\n    e: 1\r\n",
    );
    becomes(
        "a:\n    b: 1\n",
        &[add("/a/d", json!({"e": {"f": 1}}))],
        "a:\n    b: 1\n    d:\n        e:\n            f: 1\n",
    );
    becomes(
        "a:\n- b:\n  - 1\n",
        &[add("/c", json!({"d": [{"e": [1]}]}))],
        "a:\n- b:\n  - 1\nc:\n  d:\n  - e:\n    - 1\n",
    );
    becomes("\u{feff}a: 1", &[add("/b", json!(2))], "\u{feff}a: 1\nb: 2");
    becomes("\u{feff}a: 1\n", &[remove("/a")], "\u{feff}{}\n");
    becomes(
        "  a: 1\n  b: 2\n",
        &[remove("/a"), add("/c", json!(3))],
        "  b: 2\n  c: 3\n",
    );
    becomes("a: 1\n...\n", &[add("/b", json!(2))], "a: 1\nb: 2\n...\n");
}

#[test]
fn only_the_document_named_changes() {
    let text = "# one\na: 1 # x\n---\n---\n# two\nb: {c: 1} # y\n# end\n---\nd: [1\n";
    let result = apply(text, 2, &[add("/b/e", json!(2)), add("/f", json!("x"))]).unwrap();
    assert_eq!(
        result.text,
        text.replace("{c: 1} # y\n", "{c: 1, e: 2} # y\nf: x\n")
    );
    assert_eq!(apply(text, 1, &[]), Err(PatchError::NoDocument(1)));
    assert_eq!(apply(text, 9, &[]), Err(PatchError::NoDocument(9)));
}

#[test]
fn a_place_that_is_not_there_is_an_error_and_nothing_changes() {
    for operation in [
        replace("/x", json!(1)),
        remove("/x"),
        remove("/spec/podCIDRs/2"),
        remove("/spec/podCIDRs/-"),
        add("/spec/podCIDRs/3", json!(1)),
        add("/spec/podCIDRs/01", json!(1)),
        add("/x/y", json!(1)),
        add("/kind/y", json!(1)),
        remove(""),
    ] {
        let path = match &operation {
            PatchOperation::Add { path, .. }
            | PatchOperation::Replace { path, .. }
            | PatchOperation::Remove { path } => path,
        };
        assert_eq!(
            apply(PLAN, 0, &[replace("/kind", json!("x")), operation.clone()]),
            Err(PatchError::NoPlace(path.clone()))
        );
    }
}

#[test]
fn documents_with_errors_can_be_mended_where_they_were_read() {
    becomes("a: 1\nb: *x\n", &[replace("/a", json!(2))], "a: 2\nb: *x\n");
    becomes(
        "a: 1\na: 2\nb: 3\n",
        &[replace("/b", json!(4))],
        "a: 1\na: 2\nb: 4\n",
    );
    becomes("a: 1\nb: [2\n", &[replace("/a", json!(2))], "a: 2\nb: [2\n");
    assert_eq!(
        apply("a: 1\na: 2\n", 0, &[remove("/a")]),
        Err(PatchError::Unreadable)
    );
}

#[test]
fn what_cannot_be_cut_is_written_anew() {
    // The keys stand behind `?`; the numbers keep their digits.
    let text = "# c\n? a\n: 1.30\n? b\n: 2\nc: [0x1F]\n# d\n---\nx: 1\n";
    let result = apply(text, 0, &[remove("/b")]).unwrap();
    assert_eq!(result.text, "# c\na: 1.30\nc:\n  - 0x1F\n# d\n---\nx: 1\n");
    assert!(result.rewritten);
}

#[test]
fn setting_a_field_adds_what_is_missing_above_it() {
    for (text, path, value, expected) in [
        (
            "kind: x # c\n",
            "/spec/podCIDRs/0",
            json!("::/0"),
            "kind: x # c\nspec:\n  podCIDRs:\n    - \"::/0\"\n",
        ),
        (
            "spec: # c\n",
            "/spec/nodes/count",
            json!(1),
            "spec: # c\n  nodes:\n    count: 1\n",
        ),
        (
            "spec: {nodes: }\n",
            "/spec/nodes/count",
            json!(1),
            "spec: {nodes: {count: 1} }\n",
        ),
        ("spec: {a: [1]}\n", "/spec/a/0", json!(2), "spec: {a: [2]}\n"),
        ("spec: {a: [1]}\n", "/spec/a/1", json!(2), "spec: {a: [1, 2]}\n"),
        ("spec: {a: [1]}\n", "/spec/a/-", json!(2), "spec: {a: [1, 2]}\n"),
        ("spec: {a: null}\n", "/spec/a", json!(2), "spec: {a: 2}\n"),
    ] {
        let stream = read(text);
        becomes(text, &set(&stream.documents[0], &pointer(path), value), expected);
    }
}
