use serde_json::json;

use crate::document::write::{join_documents, to_yaml, to_yaml_documents, with_header};
use crate::document::{Style, read, to_json};

#[test]
fn strings_that_others_misread_are_quoted() {
    for text in [
        "1:2:3:4:5:6:7:8",
        "2001:db8::",
        "on",
        "y",
        "n",
        "No",
        "12:30:45",
        "1_000",
        "=",
        "0777",
        "1.30",
        "~",
        "null",
        "1e3",
        "0x1F",
        "0b1",
        "0o7",
        "2001-01-01",
        "<<",
        "-",
        "",
        "true",
        ".5",
        "1.",
        "+1",
        ".inf",
        "08",
        "::",
        "fe80::",
    ] {
        let written = to_yaml(&json!({"k": text}));
        let stream = read(&written);
        let node = stream.documents[0].root().get("k").unwrap();
        assert_eq!(node.as_str(), Some(text), "{written}");
        assert!(
            matches!(node.style, Style::DoubleQuoted | Style::SingleQuoted),
            "{written}"
        );
        let written = to_yaml(&json!({text: 1}));
        assert_eq!(
            to_json(read(&written).documents[0].root()),
            json!({text: 1}),
            "{written}"
        );
    }
    for text in [
        "fd00:10:244::/56",
        "10.244.0.0/16",
        "v1",
        "fd00::1",
        "abcdef.0123456789abcdef",
        "a b",
    ] {
        assert_eq!(to_yaml(&json!({"k": text})), format!("k: {text}\n"));
    }
}

#[test]
fn lists_stand_two_spaces_below_their_key() {
    let value = json!({
        "controllerManager": {"extraArgs": [{"name": "node-cidr-mask-size-ipv4", "value": "24"}, {"name": "x", "value": "y"}]},
        "clusterDNS": ["10.96.0.10"],
        "patches": ["kind: X\nname: \"y\"\n"],
        "empty": [], "none": {}, "nested": [[1, 2]],
        "long": "10.244.0.0/16 ".repeat(12),
    });
    let expected = format!(
        "\
controllerManager:
  extraArgs:
    - name: node-cidr-mask-size-ipv4
      value: \"24\"
    - name: x
      value: \"y\"
clusterDNS:
  - \"10.96.0.10\"
patches:
  - |
    kind: X
    name: \"y\"
empty: []
none: {{}}
nested:
  - - 1
    - 2
long: \"{}\"
",
        "10.244.0.0/16 ".repeat(12)
    );
    assert_eq!(to_yaml(&value), expected);
}

#[test]
fn documents_are_joined_and_have_a_header() {
    let documents = [json!({"a": 1}), json!({"b": [2]})];
    let text = with_header("One\nTwo", &to_yaml_documents(&documents));
    assert_eq!(text, "# One\n# Two\na: 1\n---\nb:\n  - 2\n");
    assert_eq!(join_documents(["a: 1\n".to_owned()]), "a: 1\n");
    assert_eq!(with_header("", "a: 1\n"), "a: 1\n");
}
