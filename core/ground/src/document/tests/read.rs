use proptest::prelude::*;
use serde_json::json;

use crate::diagnostic::Pointer;
use crate::document::read::{Bounds, read_file};
use crate::document::{Document, MAX_DEPTH, MAX_DOCUMENTS, MAX_SIZE, Style, read, to_json};

fn pointer(text: &str) -> Pointer {
    Pointer::parse(text).unwrap()
}

/// Code, pointer, line and column of every finding.
fn findings(text: &str) -> Vec<(String, String, usize, usize)> {
    read(text)
        .diagnostics
        .into_iter()
        .map(|d| {
            (
                d.message.id.into_owned(),
                d.location.pointer.to_string(),
                d.location.line,
                d.location.column,
            )
        })
        .collect()
}

fn finding(id: &str, pointer: &str, line: usize, column: usize) -> (String, String, usize, usize) {
    (id.to_owned(), pointer.to_owned(), line, column)
}

/// Text of the span of a node.
fn written<'a>(document: &'a Document, at: &str) -> &'a str {
    document.source().slice(document.at(&pointer(at)).unwrap().span)
}

#[test]
fn every_value_knows_its_place() {
    let text = "\
# a plan
spec:
  list: # x
    - a # y
    -
    - b: 1
      c:
  # t
  k: |
    lit
    two

  f: [1, {a: b, c}, [d: 2] ]
  e:
  q: 'x' # z
  same:
  - 1
  - - 2
  t: !!str
    3
# end
";
    let stream = read(text);
    assert_eq!(findings(text), []);
    let document = &stream.documents[0];
    for (at, expected) in [
        ("/spec/list/0", "a"),
        ("/spec/list/1", ""),
        ("/spec/list/2", "b: 1\n      c:"),
        ("/spec/list/2/b", "1"),
        ("/spec/list/2/c", ""),
        ("/spec/list", "- a # y\n    -\n    - b: 1\n      c:"),
        ("/spec/k", "|\n    lit\n    two"),
        ("/spec/f", "[1, {a: b, c}, [d: 2] ]"),
        ("/spec/f/1", "{a: b, c}"),
        ("/spec/f/1/c", ""),
        ("/spec/f/2/0", "d: 2"),
        ("/spec/q", "'x'"),
        ("/spec/same", "- 1\n  - - 2"),
        ("/spec/same/1", "- 2"),
        ("/spec/t", "!!str\n    3"),
    ] {
        assert_eq!(written(document, at), expected, "{at}");
    }
    assert_eq!(
        document.at(&pointer("/spec/f/2/0")).unwrap().style,
        Style::FlowPair
    );
    assert_eq!(
        to_json(document.root()),
        json!({"spec": {
            "list": ["a", null, {"b": 1, "c": null}], "k": "lit\ntwo\n", "f": [1, {"a": "b", "c": null}, [{"d": 2}]],
            "e": null, "q": "x", "same": [1, [2]], "t": "3",
        }})
    );
    // `-` and `c:` have nothing behind them: the place is behind the sign.
    let dash = document.at(&pointer("/spec/list/1")).unwrap().span.start;
    assert_eq!(document.source().position(dash), (5, 6));
}

#[test]
fn places_are_lines_and_characters() {
    let stream = read("\u{feff}名: {é: \"ü\"}\r\nb:\r\n");
    let document = &stream.documents[0];
    let place = document.locate(&pointer("/名/é"));
    assert_eq!(
        (place.line, place.column, place.end_line, place.end_column),
        (1, 8, 1, 11)
    );
    let key = document.locate_key(&pointer("/名/é"));
    assert_eq!((key.line, key.column, key.end_column), (1, 5, 6));
    // An empty value is named by its key.
    let empty = document.locate(&pointer("/b"));
    assert_eq!((empty.line, empty.column, empty.end_column), (2, 1, 2));
}

#[test]
fn an_absent_value_has_the_place_of_what_is_around_it() {
    let stream = read("kind: ClusterPlan\nspec:\n  nodes: {count: 3}\n  podCIDRs:\n    - 10.0.0.0/8\n");
    let document = &stream.documents[0];
    for (at, line, column) in [
        ("/spec/nodes/max", 3, 3),
        ("/spec/nodes/max/deeper", 3, 3),
        ("/spec/podCIDRs/1", 4, 3),
        ("/spec/podCIDRs/0/x", 5, 7),
        ("/spec/podCIDRs/00", 4, 3),
        ("/metadata/name", 1, 1),
    ] {
        let place = document.locate(&pointer(at));
        assert_eq!((place.line, place.column), (line, column), "{at}");
        assert_eq!(place.pointer, pointer(at));
    }
}

#[test]
fn empty_documents_are_counted_but_not_returned() {
    let stream = read("# only a comment\n---\n---\na: 1\n...\n# c\n---\n# nothing\n---\nb: 2\n---\n");
    let found: Vec<_> = stream
        .documents
        .iter()
        .map(|d| (d.index(), to_json(d.root())))
        .collect();
    assert_eq!(found, [(1, json!({"a": 1})), (3, json!({"b": 2}))]);
    assert_eq!(stream.documents[1].locate(&pointer("/b")).document, 3);
    assert!(stream.document(0).is_none());
    for text in ["", "\n\n", "# x", "---\n", "--- # x\n...\n", "\u{feff}", "\r\n"] {
        let stream = read(text);
        assert!(
            stream.documents.is_empty() && stream.diagnostics.is_empty(),
            "{text:?}"
        );
    }
}

#[test]
fn documents_divide_the_text_between_them() {
    let text = "# first\na: 1\n# still first\n---\nb: 2\n...\n# third\n%YAML 1.2\n---\nc: 3\n";
    let stream = read(text);
    assert_eq!(stream.diagnostics.len(), 0);
    let parts: Vec<_> = stream.documents.iter().map(|d| &text[d.range()]).collect();
    assert_eq!(
        parts,
        [
            "# first\na: 1\n# still first\n",
            "---\nb: 2\n...",
            "\n# third\n%YAML 1.2\n---\nc: 3\n"
        ]
    );
    assert_eq!(parts.concat(), text);
}

#[test]
fn json_is_read_by_the_same_door() {
    let text = "{\n\t\"a\":[1,-2.50,\"x\\u00e9\\/\\ud83d\\ude00\",null,true],\t\"b\":{},\"c\":\"1.30\"}\n";
    let stream = read(text);
    assert_eq!(findings(text), []);
    assert_eq!(
        to_json(stream.documents[0].root()),
        json!({"a": [1, -2.5, "xé/😀", null, true], "b": {}, "c": "1.30"})
    );
    let place = stream.documents[0].locate(&pointer("/a/1"));
    assert_eq!((place.line, place.column), (2, 9));
}

#[test]
fn scalars_keep_their_text() {
    let stream = read(
        "version: 1.30\nv6: fd00:10:244::/56\nlist: [10.244.0.0/16, fd00:10:244::/56, 2001:db8::1]\n\
         octal: 0777\non: x\nquoted: \"on\"\ncount: 1e3\nno: y\n",
    );
    let root = stream.documents[0].root();
    assert_eq!(root.get("version").unwrap().text(), Some("1.30"));
    assert_eq!(root.get("version").unwrap().as_str(), None);
    assert_eq!(root.get("v6").unwrap().as_str(), Some("fd00:10:244::/56"));
    let list: Vec<_> = root
        .get("list")
        .unwrap()
        .items()
        .iter()
        .filter_map(|item| item.as_str())
        .collect();
    assert_eq!(list, ["10.244.0.0/16", "fd00:10:244::/56", "2001:db8::1"]);
    assert_eq!(root.get("octal").unwrap().text(), Some("0777"));
    assert_eq!(root.get("octal").unwrap().as_integer(), Some(511));
    assert!(root.get("octal").unwrap().is_ambiguous());
    assert!(!root.get("quoted").unwrap().is_ambiguous());
    assert_eq!(root.get("count").unwrap().as_integer(), Some(1000));
    assert_eq!(root.get("no").unwrap().as_bool(), Some(true));
    assert_eq!(root.get("no").unwrap().text(), Some("y"));
}

#[test]
fn what_two_readers_could_understand_differently_is_refused_in_place() {
    let text = "\
a: 1
b: &x [1]
c: *x
<<: {d: 1}
a: 2
d: !foo
  e: 1
1: x
yes: y
? [k]
: v
i: .inf
m: {z: 1, \"z\": 2}
u: *nowhere
";
    assert_eq!(
        findings(text),
        [
            finding("FILE004", "", 5, 1),
            finding("FILE008", "/d", 6, 4),
            finding("FILE007", "", 8, 1),
            finding("FILE007", "", 9, 1),
            finding("FILE007", "", 10, 3),
            finding("FILE009", "/i", 12, 4),
            finding("FILE004", "/m", 13, 11),
            finding("FILE005", "/u", 14, 4),
        ]
    );
    let stream = read(text);
    assert!(!stream.documents[0].is_complete());
    assert_eq!(
        to_json(stream.documents[0].root()),
        json!({"a": 1, "b": [1], "c": [1], "d": {"e": 1}, "1": "x", "yes": true, "i": ".inf", "m": {"z": 1}, "u": null})
    );
}

fn json_of(text: &str) -> serde_json::Value {
    assert_eq!(findings(text), [], "{text}");
    to_json(read(text).documents[0].root())
}

/// Expectations: what `yaml.YAMLToJSON` of sigs.k8s.io/yaml gives.
#[test]
fn aliases_and_merge_keys_are_read_as_kubectl_reads_them() {
    for (text, json) in [
        ("a: &x {b: 1}\nc: *x\n", json!({"a": {"b": 1}, "c": {"b": 1}})),
        (
            "a: &x 10.96.0.1\nb: [*x, *x]\n",
            json!({"a": "10.96.0.1", "b": ["10.96.0.1", "10.96.0.1"]}),
        ),
        // A name that is given again stands for the newer value from there on.
        (
            "a: &x 1\nb: *x\nc: &x 2\nd: *x\n",
            json!({"a": 1, "b": 1, "c": 2, "d": 2}),
        ),
        (
            "a: &x {b: 1, c: 1}\nd:\n  <<: *x\n  c: 2\n",
            json!({"a": {"b": 1, "c": 1}, "d": {"b": 1, "c": 2}}),
        ),
        // goyaml.v2 sets fields in the order of the text.
        (
            "a: &x {b: 1, c: 1}\nd:\n  c: 2\n  <<: *x\n",
            json!({"a": {"b": 1, "c": 1}, "d": {"b": 1, "c": 1}}),
        ),
        (
            "a: &x {k: 1}\nb: &y {k: 2, l: 2}\nc: {<<: [*x, *y]}\n",
            json!({"a": {"k": 1}, "b": {"k": 2, "l": 2}, "c": {"k": 1, "l": 2}}),
        ),
        ("<<: {d: 1}\na: 1\n", json!({"d": 1, "a": 1})),
        ("a: &x name\n*x : 1\n", json!({"a": "name", "name": 1})),
        ("&x name: 1\nb: *x\n", json!({"name": 1, "b": "name"})),
        ("\"<<\": 1\n", json!({"<<": 1})),
    ] {
        assert_eq!(json_of(text), json, "{text}");
    }
    // Anchors end with their document.
    assert_eq!(
        findings("a: &x 1\n---\nb: *x\n"),
        [finding("FILE005", "/b", 3, 4)]
    );
    assert_eq!(
        findings("a: &x [*x]\n"),
        [finding("FILE005.itself", "/a/0", 1, 8)]
    );
    assert_eq!(findings("a: {<<: 1}\n"), [finding("FILE006", "/a", 1, 9)]);
    let stream = read("a: &x {b: 1}\nc: *x\n");
    assert_eq!(written(&stream.documents[0], "/c"), "*x");
}

#[test]
fn a_bomb_of_aliases_is_refused_once() {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..=9 {
        let list = vec![format!("*a{}", level - 1); 9].join(", ");
        text += &format!("a{level}: &a{level} [{list}]\n");
    }
    let found = findings(&text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "FILE005.many");
    let mut nested = "a0: &a0 [x]\n".to_owned();
    for level in 1..=80 {
        nested += &format!("a{level}: &a{level} [*a{}]\n", level - 1);
    }
    let found = findings(&nested);
    assert_eq!(found[0].0, "FILE003", "{found:?}");
}

#[test]
fn a_template_is_named_once_for_what_it_is() {
    let helm = "a: 1\n---\nkind: Service\nmetadata:\n  name: {{ include \"app.fullname\" . }}\n  labels:\n    \
                {{- include \"app.labels\" . | nindent 4 }}\nspec:\n  {{- if .Values.x }}\n  a: {{ .Values.x }}\n  {{- end }}\n";
    assert_eq!(findings(helm), [finding("FILE018.helm", "", 5, 9)]);
    let two = format!("{helm}---\nname: {{{{ .Values.name }}}}\n");
    assert_eq!(findings(&two), [finding("FILE018.helm", "", 5, 9)]);
    let stream = read(helm);
    assert!(stream.documents[0].is_complete() && !stream.documents.get(1).is_some_and(Document::is_complete));
    let jinja = "spec:\n  clusterIP: {{ cluster_ip }}\n";
    assert_eq!(findings(jinja), [finding("FILE018.jinja", "", 2, 14)]);
    let jsonnet = "local port = 80;\n{ kind: 'Service', spec: { ports: [{ port: port }] } }\n";
    assert_eq!(findings(jsonnet), [finding("FILE018.jsonnet", "", 1, 1)]);
    // Braces within texts are texts.
    assert_eq!(findings("a: \"{{ .Values.x }}\"\nb: |\n  {{ x }}\n"), []);
}

#[test]
fn tags_of_the_core_schema_are_understood() {
    let text =
        "a: !!str 1\nb: !!int '2'\nc: !!float 3\nd: !!map {x: !!seq [1]}\ne: !!null ''\nf: !!bool on\n";
    assert_eq!(findings(text), []);
    assert_eq!(
        to_json(read(text).documents[0].root()),
        json!({"a": "1", "b": 2, "c": 3, "d": {"x": [1]}, "e": null, "f": true})
    );
    assert_eq!(
        findings("a: !!int x\nb: !!binary aGk=\nc: !!map [1]\n"),
        [
            finding("FILE008", "/a", 1, 4),
            finding("FILE008", "/b", 2, 4),
            finding("FILE008", "/c", 3, 4)
        ]
    );
}

#[test]
fn a_syntax_error_has_a_place_and_costs_only_its_document() {
    let text = "a: 1\n---\nb: 2\nc: [1, {d: 3\n---\ne: 4\n";
    let stream = read(text);
    let found: Vec<_> = stream
        .documents
        .iter()
        .map(|d| (d.index(), d.is_complete(), to_json(d.root())))
        .collect();
    assert_eq!(
        found,
        [
            (0, true, json!({"a": 1})),
            (1, false, json!({"b": 2, "c": [1]})),
            (2, true, json!({"e": 4})),
        ]
    );
    for (text, expected) in [
        ("a: [1\nb: 2", finding("FILE001.colon", "/a/0", 2, 2)),
        ("a: [1", finding("FILE001.bracket", "/a/0", 1, 4)),
        ("a: \"x\nb: 2\n", finding("FILE001.quote", "/a", 2, 1)),
        ("a: \"x", finding("FILE001.quote", "/a", 1, 4)),
        ("a: 1\n\tb: 2", finding("FILE001.tab", "/a", 2, 1)),
        ("a: b: c\n", finding("FILE001.colon", "", 1, 5)),
        ("a: 1\n b: 2\n", finding("FILE001.colon", "", 2, 3)),
        ("a: 'x' y\n", finding("FILE001.behind-quote", "/a", 1, 8)),
        ("a:\n  - 1\n b: 2\n", finding("FILE001.indentation", "", 3, 2)),
        ("a: @x\n", finding("FILE001.character", "/a", 1, 4)),
        ("a: \"\\ud800\"\n", finding("FILE001.escape", "/a", 1, 4)),
        ("a： x\nb: 1\n", finding("FILE001.full-width", "", 2, 2)),
    ] {
        assert_eq!(findings(text), [expected], "{text}");
    }
    // An error before anything of a document was understood: the next one keeps its index.
    let stream = read("@x\n---\na: 1\n");
    assert_eq!(stream.documents[0].index(), 1);
    assert_eq!(stream.diagnostics[0].location.document, 0);
}

#[test]
fn text_that_does_not_fit_a_document_belongs_to_it() {
    let text = "  b: 1\nc: 2\n---\nd: 3\n...\n@\n---\ne: 4\n";
    assert_eq!(
        findings(text),
        [
            finding("FILE001.indentation", "", 2, 1),
            finding("FILE001.character", "", 6, 1)
        ]
    );
    let stream = read(text);
    let found: Vec<_> = stream
        .documents
        .iter()
        .map(|d| (d.index(), d.is_complete(), &text[d.range()]))
        .collect();
    assert_eq!(
        found,
        [
            (0, false, "  b: 1\nc: 2\n"),
            (1, true, "---\nd: 3\n...\n"),
            (3, true, "---\ne: 4\n")
        ]
    );
    assert_eq!(stream.diagnostics[0].location.document, 0);
    assert_eq!(stream.diagnostics[1].location.document, 2);
}

#[test]
fn depth_and_size_have_limits() {
    for (open, close) in [("[", "]"), ("{a: ", "}")] {
        let text = format!("{}1{}", open.repeat(MAX_DEPTH), close.repeat(MAX_DEPTH));
        assert_eq!(findings(&text), [], "{open}");
        let text = format!("{}1{}", open.repeat(MAX_DEPTH + 1), close.repeat(MAX_DEPTH + 1));
        assert_eq!(findings(&text).len(), 1);
        assert_eq!(findings(&text)[0].0, "FILE003");
        let text = open.repeat(100_000);
        assert_eq!(findings(&text)[0].0, "FILE003");
    }
    let deep: String = (0..5_000)
        .map(|depth| format!("{}a:\n", " ".repeat(depth)))
        .collect();
    assert_eq!(findings(&deep)[0].0, "FILE003");
    let text = format!("a: [{}{}, b]\n", "[".repeat(70), "]".repeat(70));
    assert_eq!(to_json(read(&text).documents[0].root())["a"][1], json!("b"));

    let large = format!("a: \"{}\"", "x".repeat(MAX_SIZE));
    let stream = read(&large);
    assert!(stream.documents.is_empty());
    assert_eq!(stream.diagnostics[0].code, "FILE002");
    let large = format!("a: \"{}\"", "x".repeat(MAX_SIZE - 5));
    assert_eq!(read(&large).documents.len(), 1);
}

#[test]
fn problems_are_listed_up_to_a_limit() {
    let text: String = (0..500).map(|_| "a: 1\n").collect();
    let codes: Vec<_> = read(&text).diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(codes.len(), 101);
    assert_eq!(codes[100], "FILE010");
}

proptest! {
    #[test]
    fn no_text_makes_reading_panic(text in any::<String>()) {
        check_spans(&text);
    }

    #[test]
    fn no_text_of_yaml_signs_makes_reading_panic(
        text in "([-?:,\\[\\]{}#&*!|>'\"%@`~ \t\r\n]|[a-c0-9.]|---|\\.\\.\\.|: |- |\n  |\n- |<<|!!str|é|\u{feff}|\0){0,60}"
    ) {
        check_spans(&text);
    }

    #[test]
    fn no_bytes_make_reading_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        check_spans(&String::from_utf8_lossy(&bytes));
    }
}

/// Spans lie within the text, children within their parents, and documents do not overlap.
fn check_spans(text: &str) {
    fn walk(document: &Document, node: &crate::document::Node, within: (usize, usize)) {
        let span = node.span;
        assert!(
            within.0 <= span.start && span.start <= span.end && span.end <= within.1,
            "{span:?} in {within:?}"
        );
        assert!(document.source().text().get(span.start..span.end).is_some());
        for item in node.items() {
            walk(document, item, (span.start, span.end));
        }
        for entry in node.entries() {
            assert!(span.start <= entry.key_span.start && entry.key_span.end <= entry.value.span.start);
            walk(document, &entry.value, (span.start, span.end));
        }
    }
    let stream = read(text);
    let mut end = 0;
    for document in &stream.documents {
        assert!(end <= document.range().start);
        end = document.range().end;
        if document.is_complete() {
            walk(document, document.root(), (document.range().start, end));
        }
        let _ = to_json(document.root());
    }
    for diagnostic in &stream.diagnostics {
        assert!(diagnostic.location.line >= 1);
    }
}

#[test]
fn what_is_merged_and_what_is_written_replace_each_other_in_the_order_of_the_text() {
    let json = |text: &str| {
        let stream = read(text);
        assert!(stream.diagnostics.is_empty(), "{:?}", stream.diagnostics);
        serde_json::to_string(&to_json(stream.documents[0].root())).unwrap()
    };
    let anchors = "x: &x {a: 1, b: 1}\nw: &w {b: 2, c: 2}\n";
    let merged = |lines: &str| {
        json(&format!("{anchors}z:\n{lines}"))
            .split_once("\"z\":")
            .unwrap()
            .1
            .to_owned()
    };
    assert_eq!(merged("  <<: *x\n  b: 3\n  d: 3\n"), r#"{"a":1,"b":3,"d":3}}"#);
    assert_eq!(merged("  b: 3\n  d: 3\n  <<: *x\n"), r#"{"d":3,"a":1,"b":1}}"#);
    assert_eq!(merged("  <<: *x\n  <<: *w\n  a: 3\n"), r#"{"b":2,"c":2,"a":3}}"#);
    assert_eq!(merged("  <<: [*x, *w]\n"), r#"{"c":2,"a":1,"b":1}}"#);
    // What was replaced does not count as a key.
    let fields: String = (0..6_000).map(|field| format!("k{field}: 1, ")).collect();
    let own: String = (0..6_000).map(|field| format!("  k{field}: 2\n")).collect();
    let stream = read(&format!("x: &x {{{fields}}}\nz:\n  <<: *x\n{own}"));
    assert!(stream.diagnostics.is_empty(), "{:?}", stream.diagnostics);
    let z = stream.documents[0].root().get("z").unwrap();
    assert_eq!(z.entries().len(), 6_000);
    assert!(
        z.entries()
            .iter()
            .all(|entry| entry.value.as_integer() == Some(2))
    );
}

#[test]
fn a_value_takes_little_room() {
    // A text may have 1,500,000 of them.
    assert_eq!(size_of::<crate::document::Node>(), 72);
    assert_eq!(size_of::<crate::document::Entry>(), 120);
    for number in [
        0,
        1,
        -1,
        i128::from(i64::MIN),
        i128::from(u64::MAX),
        i128::MIN,
        i128::MAX,
    ] {
        assert_eq!(crate::document::Whole::from(number).get(), number);
    }
}

#[test]
fn more_values_or_documents_than_the_bound_are_said_once_and_not_read() {
    let bounds = Bounds {
        values: 1_000,
        keys: 50,
        documents: 100,
    };
    let codes = |text: &str| -> Vec<&'static str> {
        let stream = read_file(text, None, &bounds);
        stream.diagnostics.iter().map(|found| found.code).collect()
    };
    // The list itself is a value too.
    let ones = |count: usize| format!("[{}]", "1,".repeat(count));
    assert!(codes(&ones(999)).is_empty());
    assert_eq!(codes(&ones(1_000)), ["FILE019"]);
    assert_eq!(codes(&ones(1_000_000)), ["FILE019"]);
    // The mapping, its two keys, the anchored value and the list are five more.
    let aliases = |count: usize| format!("a: &a 1\nb: [{}]\n", "*a,".repeat(count));
    assert!(codes(&aliases(995)).is_empty());
    assert_eq!(codes(&aliases(996)), ["FILE019"]);
    assert_eq!(codes(&aliases(1_000_000)), ["FILE019"]);
    let keys = |count: usize| (0..count).map(|key| format!("k{key}: 1\n")).collect::<String>();
    assert!(codes(&keys(50)).is_empty());
    assert_eq!(codes(&keys(51)), ["FILE019"]);
    assert_eq!(codes(&keys(100_000)), ["FILE019"]);
    let documents = |count: usize| "a\n---\n".repeat(count - 1) + "a\n";
    assert!(codes(&documents(100)).is_empty());
    assert_eq!(codes(&documents(101)), ["FILE019"]);
    let many = read_file(&documents(100_000), None, &bounds);
    assert_eq!(many.documents.len(), 100);
    assert_eq!(many.diagnostics[0].location.line, 200);
    // Those of every text.
    let many = read(&documents(MAX_DOCUMENTS + 1));
    assert_eq!((many.documents.len(), many.diagnostics.len()), (MAX_DOCUMENTS, 1));
}
