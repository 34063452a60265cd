use crate::diagnostic::{PatchOperation, Pointer, Severity};
use crate::document::decode::ObjectReader;
use crate::document::read;
use crate::i18n::Catalogue;
use crate::net::Cidr;

#[derive(Debug, Default, PartialEq)]
struct Plan {
    version: Option<String>,
    pods: Option<Vec<Cidr>>,
    count: Option<u32>,
    mask: Option<u8>,
    cni: Option<char>,
    wide: Option<bool>,
    reserved: Option<Vec<(Option<String>, Option<Cidr>)>>,
}

/// Decodes and gives each finding as `CODE severity pointer line:column sentence [fix]`.
fn decode(text: &str) -> (Plan, Vec<String>) {
    let stream = read(text);
    assert!(stream.diagnostics.is_empty());
    let document = &stream.documents[0];
    let mut diagnostics = Vec::new();
    let mut root = ObjectReader::new(document.root(), Pointer::root(), document, &mut diagnostics);
    let plan = root.required("spec").object(|spec| Plan {
        version: spec.required("kubernetesVersion").string(),
        pods: spec
            .required("podCIDRs")
            .list(|item| item.parse("FILE016.cidr", |text| text.parse().ok())),
        count: spec
            .optional("nodes")
            .object(|nodes| nodes.optional("count").integer(1..=5000))
            .flatten(),
        mask: spec.optional("mask").integer(0..=128),
        cni: spec.optional("cni").one_of(&[("calico", 'a'), ("cilium", 'b')]),
        wide: spec.optional("wide").boolean(),
        reserved: spec.optional("reserved").list(|item| {
            item.object(|entry| {
                (
                    entry.required("name").string(),
                    entry
                        .required("cidr")
                        .parse("FILE016.cidr", |text| text.parse().ok()),
                )
            })
        }),
    });
    root.finish();
    let english = Catalogue::of("en");
    let findings = diagnostics
        .iter()
        .map(|d| {
            for locale in crate::i18n::complete(crate::i18n::LOCALES) {
                assert!(Catalogue::of(locale.tag).has(&d.message.id), "{}", d.message.id);
            }
            let fixes: String = d
                .fixes
                .iter()
                .map(|f| format!(" [{}{}]", english.text(&f.title), if f.safe { "!" } else { "" }))
                .collect();
            let l = &d.location;
            let severity = if d.severity == Severity::Error {
                ""
            } else {
                " info"
            };
            format!(
                "{}{severity} {} {}:{} {}{fixes}",
                d.code,
                l.pointer,
                l.line,
                l.column,
                english.text(&d.message)
            )
        })
        .collect();
    (plan.unwrap_or_default(), findings)
}

#[test]
fn a_good_plan_is_decoded_without_a_word() {
    let (plan, findings) = decode(
        "spec:\n  kubernetesVersion: 1.30\n  podCIDRs: [10.244.0.0/16, fd00:10:244::/56]\n  nodes: {count: 4e1}\n  \
         mask: 64\n  cni: cilium\n  wide: yes\n  reserved:\n    - name: 7\n      cidr: 172.16.0.0/16\n    - {name: on, cidr: \"fd00::/64\"}\n",
    );
    assert_eq!(findings, [] as [&str; 0]);
    let cidr = |text: &str| text.parse::<Cidr>().unwrap();
    assert_eq!(
        plan,
        Plan {
            version: Some("1.30".to_owned()),
            pods: Some(vec![cidr("10.244.0.0/16"), cidr("fd00:10:244::/56")]),
            count: Some(40),
            mask: Some(64),
            cni: Some('b'),
            wide: Some(true),
            reserved: Some(vec![
                (Some("7".to_owned()), Some(cidr("172.16.0.0/16"))),
                (Some("on".to_owned()), Some(cidr("fd00::/64"))),
            ]),
        }
    );
}

#[test]
fn every_problem_is_reported_and_decoding_goes_on() {
    let (plan, findings) = decode(
        "\
spec:
  podCIDRs:
    - 10.244.0.0/16
    - 10.300.0.0/16
    -
    - [x]
  nodes: {counts: 3, count: 9000}
  mask: \"64\"
  cni: calcio
  wide: \"on\"
  podCIDR: x
  reserved:
    - office
    - {cidr: 10.0.0.0/8, name: {a: b}}
foo: bar
",
    );
    assert_eq!(
        findings,
        [
            "FILE012 /spec/kubernetesVersion 1:1 `spec.kubernetesVersion` is required",
            "FILE016 /spec/podCIDRs/1 4:7 `spec.podCIDRs[1]` is `10.300.0.0/16`; expected a CIDR such as \
             10.244.0.0/16 or fd00:10:244::/56",
            "FILE012 /spec/podCIDRs/2 5:6 `spec.podCIDRs[2]` is required",
            "FILE013 /spec/podCIDRs/3 6:7 `spec.podCIDRs[3]` is `[x]`; expected a string",
            "FILE014 /spec/nodes/count 7:29 `spec.nodes.count` is 9000; expected 1 to 5000",
            "FILE011 /spec/nodes/counts 7:11 `spec.nodes.counts` is not a field of a plan; there is a `count` already",
            "FILE013 /spec/mask 8:9 `spec.mask` is `\"64\"`; expected an integer [write `64`!]",
            "FILE015 /spec/cni 9:8 `spec.cni` is `calcio`; expected one of calico, cilium [use `calico`]",
            "FILE013 /spec/wide 10:9 `spec.wide` is `\"on\"`; expected true or false [write `true`!]",
            "FILE013 /spec/reserved/0 13:7 `spec.reserved[0]` is `office`; expected fields below it",
            "FILE013 /spec/reserved/1/name 14:32 `spec.reserved[1].name` is `{a: b}`; expected a string",
            "FILE011 /spec/podCIDR 11:3 `spec.podCIDR` is not a field of a plan; there is a `podCIDRs` already",
            "FILE011 /foo 15:1 `foo` is not a field of a plan",
        ]
    );
    assert_eq!(plan.pods.unwrap().len(), 1);
    assert_eq!(
        plan.reserved.unwrap(),
        [(None, Some("10.0.0.0/8".parse::<Cidr>().unwrap()))]
    );
}

#[test]
fn full_width_input_is_read_and_named() {
    let (plan, findings) = decode(
        "spec:\n  kubernetesVersion: １．３６\n  podCIDRs: [１０．２４４．０．０／１６]\n  nodes: {count: ４０}\n  ｃｎｉ: calico\n",
    );
    assert_eq!(plan.version.as_deref(), Some("1.36"));
    assert_eq!(plan.count, Some(40));
    assert_eq!(plan.pods.unwrap()[0].to_string(), "10.244.0.0/16");
    assert_eq!(
        findings,
        [
            "FILE017 info /spec/kubernetesVersion 2:22 `spec.kubernetesVersion` holds full-width characters and was \
             read as `1.36` [write `1.36`!]",
            "FILE017 info /spec/podCIDRs/0 3:14 `spec.podCIDRs[0]` holds full-width characters and was read as \
             `10.244.0.0/16` [write `10.244.0.0/16`!]",
            "FILE017 info /spec/nodes/count 4:18 `spec.nodes.count` holds full-width characters and was read as `40` \
             [write `40`!]",
            "FILE011 /spec/ｃｎｉ 5:3 `spec[ｃｎｉ]` is not a field of a plan; did you mean `cni`? [rename to `cni`]",
        ]
    );
}

#[test]
fn a_list_written_like_a_flag_has_a_fix() {
    let text = "spec:\n  kubernetesVersion: 1.36\n  podCIDRs: 10.244.0.0/16,fd00:10:244::/56\n";
    let stream = read(text);
    let document = &stream.documents[0];
    let mut diagnostics = Vec::new();
    let spec = document.root().get("spec").unwrap();
    let mut reader = ObjectReader::new(spec, Pointer::root().key("spec"), document, &mut diagnostics);
    assert_eq!(reader.required("podCIDRs").list(|item| item.string()), None);
    assert_eq!(
        diagnostics[0].fixes[0].patch,
        [PatchOperation::Replace {
            path: Pointer::parse("/spec/podCIDRs").unwrap(),
            value: serde_json::json!(["10.244.0.0/16", "fd00:10:244::/56"]),
        }]
    );
}

#[test]
fn a_document_that_is_no_mapping_is_one_problem() {
    assert_eq!(
        decode("just text\n").1,
        ["FILE013  1:1 the document is `just text`; expected fields such as apiVersion and kind"]
    );
}
