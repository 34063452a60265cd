use dualstack_core::whose::{AddressUse, whose};

use super::*;
use crate::engine::Analysis;
use crate::share::encode;
use crate::state::brought::BroughtText;
use crate::views::planner::EXAMPLE;

const KUBEADM: &str = "apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.33.2\n\
    networking:\n  podSubnet: 10.244.0.0/16\n  serviceSubnet: 10.96.0.0/16\n";
const DUMP: &str = "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Service, metadata: {name: web}, spec: {clusterIP: \
    10.96.0.7, ports: [{port: 80}]}}\n- {apiVersion: v1, kind: Service, metadata: {name: api}, spec: {clusterIP: 10.96.0.8, \
    ports: [{port: 80}]}}\n";

fn example() -> Analysis {
    Analysis::of(&EXAMPLE.into())
}

fn reading(text: &str) -> Reading {
    read(&Bundle::written(text), 42, "en")
}

fn pieces(text: &str) -> Pieces {
    match reading(text) {
        Reading::Pieces(pieces) => Pieces::clone(&pieces),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_address_is_looked_up_however_it_is_written() {
    for text in [
        "10.244.200.7",
        " 10.244.200.7\n",
        "10.244.200.7/32",
        "10.244.200.7:8080",
    ] {
        let Reading::Address(address) = reading(text) else {
            panic!("{text}");
        };
        let answer = whose(example().stages(), address).unwrap();
        assert_eq!(answer.holders[0].usage, AddressUse::Node, "{text}");
        assert_eq!(answer.holders[0].name.as_deref(), Some("200"), "{text}");
    }
    for text in ["fd00:10:96::a", "[fd00:10:96::a]:443", "fd00:10:96::a/128"] {
        assert!(matches!(reading(text), Reading::Address(..)), "{text}");
    }
    assert!(matches!(reading("10.244.200"), Reading::Pieces(_)));
}

fn proposals(text: &str) -> Rc<Proposals> {
    match reading(text) {
        Reading::Sizes(proposals) => proposals,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_sentence_of_sizes_becomes_three_plans() {
    let found = proposals("300 nodes x 110 pods from 10.0.0.0/8");
    let pods: Vec<String> = found
        .plans
        .iter()
        .map(|(_, made)| Analysis::of(made.as_ref().unwrap()).field("/spec/podCIDRs/0"))
        .collect();
    assert_eq!(pods, ["10.0.0.0/16", "10.0.0.0/15", "10.0.0.0/14"]);
    assert_eq!(found.ula_seed, 42);
}

#[test]
fn what_does_not_fit_is_said_of_each_plan() {
    let fits = |block: &str| {
        let found = proposals(&format!("300 nodes from {block}"));
        found
            .plans
            .iter()
            .map(|(_, made)| made.is_ok())
            .collect::<Vec<_>>()
    };
    assert_eq!(fits("10.0.0.0/14"), [true, true, false]);
    assert_eq!(fits("10.0.0.0/30"), [false, false, false]);
}

#[test]
fn the_small_plan_says_what_it_costs_and_the_others_are_without_fault() {
    let found = proposals("300 nodes x 110 pods from 10.0.0.0/8");
    let warned: Vec<Vec<&str>> = found
        .plans
        .iter()
        .map(|(_, made)| {
            let plan = Analysis::of(made.as_ref().unwrap());
            let worth = plan
                .diagnostics()
                .iter()
                .filter(|found| found.severity != dualstack_core::diagnostic::Severity::Info);
            worth.map(|found| found.code).collect()
        })
        .collect();
    assert_eq!(warned, [vec!["CAP008"], vec![], vec![]]);
}

#[test]
fn a_link_brings_its_plan_byte_for_byte() {
    let link = format!("https://example.com/planner/#{}", encode(EXAMPLE).unwrap());
    let found = pieces(&link);
    assert_eq!(found.plan.as_deref(), Some(EXAMPLE));
    assert!(found.is_own);
    assert!(matches!(reading("#v2.abc"), Reading::BadLink(_)));
}

#[test]
fn a_plan_stays_as_it_is_written_and_what_others_wrote_becomes_one() {
    let own = pieces(EXAMPLE);
    assert_eq!(own.plan.as_deref(), Some(EXAMPLE));
    assert!(!own.import.starts);
    let made = pieces(KUBEADM);
    assert!(!made.is_own && made.import.starts && made.is_understood());
    assert_eq!(made.version.unwrap().to_string(), "1.33.2");
    let plan = Analysis::of(&made.plan.unwrap());
    assert_eq!(plan.field("/spec/podCIDRs/0"), "10.244.0.0/16");
}

#[test]
fn codes_and_lines_are_for_the_rules() {
    assert_eq!(reading("addr001, CAP002"), Reading::Codes);
    let log = pieces("Node 10.0.0.1 event: CIDRNotAvailable: Node node-9 status is now: CIDRNotAvailable");
    assert!(log.may_be_log && log.plan.is_none());
    assert!(!pieces(KUBEADM).may_be_log);
}

#[test]
fn services_of_a_dump_are_added_once() {
    let found = pieces(DUMP);
    assert_eq!(found.plan, None);
    let first = add(EXAMPLE, &found.import);
    // The example has a Service of that name.
    assert_eq!((first.added, first.known), (1, 1));
    let names: Vec<String> = Analysis::of(&first.text)
        .services()
        .iter()
        .map(|service| service.name())
        .collect();
    assert_eq!(names, ["default/web", "default/api"]);
    assert!(first.text.starts_with(EXAMPLE.trim_end()));
    let again = add(&first.text, &found.import);
    assert_eq!((again.added, again.known, &again.text), (0, 2, &first.text));
}

#[test]
fn too_much_is_said_to_be_too_much() {
    let bytes = MOST_READ + 1;
    assert_eq!(reading(&"x".repeat(bytes)), Reading::TooLarge { bytes });
    assert_eq!(reading(" \n"), Reading::Nothing);
}

#[test]
fn files_are_read_together() {
    let file = |name: &str, text: &str| BroughtText {
        name: Some(name.into()),
        text: text.into(),
    };
    let bundle = Bundle {
        way: Way::Dropped,
        texts: vec![
            file("kubeadm.yaml", KUBEADM),
            file(
                "kube-proxy.service",
                "ExecStart=/usr/bin/kube-proxy --cluster-cidr=10.99.0.0/16\n",
            ),
        ],
        refused: Vec::new(),
    };
    let Reading::Pieces(found) = read(&bundle, 42, "en") else {
        panic!("not read");
    };
    assert_eq!(found.import.contradictions.len(), 1);
    let [contradictions, missing, ..] = by_subject(&found.import.diagnostics);
    assert_eq!((contradictions.len(), contradictions[0].code), (1, "IMP001"));
    assert!(missing.iter().all(|found| found.code == "IMP007"));
    let checked = check(&bundle, found.version.unwrap());
    assert_eq!(exiting(&checked.checks), 0, "{checked:?}");
}
