use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::net::lenient;

fn start(version: &str, ranges: &[&str]) -> ClusterStart {
    ClusterStart {
        version: version.parse().unwrap(),
        service_cidrs: ranges.iter().map(|range| range.parse().unwrap()).collect(),
        dual_stack_gate: None,
        feature_gates: BTreeMap::new(),
        service_cidr_objects: Vec::new(),
        occupied: Vec::new(),
        seed: 7,
        controller_manager: true,
    }
}

const V4: &str = "10.96.0.0/16";
const V6: &str = "fd00:10:96::/112";

fn action(value: Value) -> Action {
    serde_json::from_value(value).unwrap()
}

fn create(name: &str, spec: Value) -> Action {
    action(json!({"action": "create", "service": {"metadata": {"name": name}, "spec": spec}}))
}

fn patch(name: &str, spec: Value) -> Action {
    action(json!({"action": "patch", "name": name, "patch": {"spec": spec}}))
}

fn ranges(ranges: &[&str]) -> Action {
    action(json!({"action": "setServiceRanges", "serviceCIDRs": ranges}))
}

fn version(version: &str) -> Action {
    action(json!({"action": "setVersion", "version": version}))
}

fn run(start: &ClusterStart, actions: &[Action]) -> Simulation {
    Simulation::replay(start, actions).unwrap()
}

fn view(simulation: &Simulation, name: &str) -> ServiceView {
    simulation
        .services()
        .into_iter()
        .find(|view| view.metadata.name == name)
        .unwrap()
}

fn web() -> Value {
    json!({"selector": {"app": "web"}, "ports": [{"port": 80}]})
}

#[test]
fn the_api_servers_have_the_first_address_of_the_primary_family() {
    let simulation = run(&start("1.36", &[V6, V4]), &[]);
    assert_eq!(view(&simulation, "kubernetes").seen.ips(), ["fd00:10:96::1"]);
    assert_eq!(view(&simulation, "kubernetes").seen.families(), ["IPv6"]);
}

#[test]
fn a_cluster_that_becomes_dual_stack_changes_no_service_until_it_is_patched() {
    let prefer = json!({"ports": [{"port": 80}], "ipFamilyPolicy": "PreferDualStack"});
    let simulation = run(
        &start("1.36", &[V4]),
        &[
            create("web", web()),
            create("prefer", prefer),
            ranges(&[V4, V6]),
            patch("prefer", json!({"sessionAffinity": "ClientIP"})),
            patch("web", json!({"ipFamilyPolicy": "RequireDualStack"})),
        ],
    );
    assert_eq!(view(&simulation, "prefer").seen.families(), ["IPv4"]);
    assert_eq!(view(&simulation, "web").seen.families(), ["IPv4", "IPv6"]);
    assert_eq!(
        simulation.service_cidrs()[0].cidrs.len(),
        2,
        "the default object follows the flag"
    );
    assert_eq!(view(&simulation, "kubernetes").seen.families(), ["IPv4"]);
}

#[test]
fn before_1_22_any_update_upgrades_a_service_that_prefers_both() {
    let prefer = json!({"ports": [{"port": 80}], "ipFamilyPolicy": "PreferDualStack"});
    let actions = |v: &str| {
        let simulation = run(
            &start(v, &[V4]),
            &[
                create("p", prefer.clone()),
                ranges(&[V4, V6]),
                patch("p", json!({"sessionAffinity": "ClientIP"})),
            ],
        );
        view(&simulation, "p").seen.families().to_vec()
    };
    assert_eq!(actions("1.21"), ["IPv4", "IPv6"]);
    assert_eq!(actions("1.22"), ["IPv4"]);
}

#[test]
fn a_cluster_that_loses_a_family_breaks_the_services_that_have_it() {
    let dual = json!({"ports": [{"port": 80}], "ipFamilyPolicy": "RequireDualStack"});
    let mut simulation = run(&start("1.30", &[V4, V6]), &[create("d", dual), ranges(&[V4])]);
    let broken = view(&simulation, "d");
    assert_eq!(broken.update_refused.unwrap().causes.len(), 2);
    let events = &simulation.timeline()[1].events;
    assert_eq!(events.len(), 1);
    assert!(events[0].message.ends_with(
        "(IPv6) is of ip family that is no longer configured on cluster; please \
                                         recreate service"
    ));
    simulation.apply(patch("d", json!({"ipFamilyPolicy": "SingleStack"})));
    assert_eq!(view(&simulation, "d").seen.families(), ["IPv4"]);
    assert_eq!(view(&simulation, "d").update_refused, None);
}

#[test]
fn a_service_of_1_19_is_read_with_families_after_the_upgrade() {
    let first = start("1.19", &[V4, V6]);
    let v6 = json!({"ports": [{"port": 80}], "ipFamily": "IPv6"});
    let simulation = run(&first, &[create("v6", v6), version("1.23"), version("1.36")]);
    let v6 = view(&simulation, "v6");
    assert_eq!(
        (v6.stored.ip_family.as_deref(), v6.stored.families().len()),
        (Some("IPv6"), 0)
    );
    assert_eq!(
        (v6.seen.families(), v6.seen.ip_family.clone()),
        (&["IPv6".to_owned()][..], None)
    );
    assert_eq!(v6.written_by.to_string(), "1.19");
}

#[test]
fn a_service_cidr_adds_room_and_waits_for_its_addresses_to_go() {
    let more =
        |cidrs: &[&str]| action(json!({"action": "createServiceCidr", "name": "more", "cidrs": cidrs}));
    let in_more = json!({"ports": [{"port": 80}], "clusterIP": "10.200.0.9"});
    let mut simulation = run(&start("1.36", &[V4]), &[create("early", in_more.clone())]);
    let refusal = |simulation: &Simulation| match &simulation.timeline().last().unwrap().result {
        ActionResult::Admitted { admission } => admission.refused().cloned(),
        ActionResult::Refused { refusal } => Some(refusal.clone()),
        ActionResult::Done => None,
    };
    assert!(
        refusal(&simulation)
            .unwrap()
            .message
            .contains("the provided network does not match the current range")
    );
    simulation.apply(more(&["10.200.0.0/24", "10.201.0.0/24"]));
    assert_eq!(
        refusal(&simulation).unwrap().message,
        "ServiceCIDR.networking.k8s.io \"more\" is invalid: spec.cidrs: Invalid value: \
         [\"10.200.0.0/24\",\"10.201.0.0/24\"]: may specify no more than one IP for each IP family, i.e \
         192.168.0.0/24 and 2001:db8::/64"
    );
    simulation.apply(more(&["10.200.0.0/24"]));
    simulation.apply(create("late", in_more));
    assert_eq!(refusal(&simulation), None);
    simulation.apply(action(json!({"action": "deleteServiceCidr", "name": "more"})));
    assert_eq!(simulation.service_cidrs()[1].phase, ServiceCidrPhase::Terminating);
    simulation.apply(action(json!({"action": "delete", "name": "late"})));
    assert_eq!(simulation.service_cidrs().len(), 2, "no time has passed");
    simulation.apply(action(json!({"action": "wait"})));
    assert_eq!(simulation.service_cidrs().len(), 1);
    let old = run(&start("1.32", &[V4]), &[more(&["10.200.0.0/24"])]);
    assert_eq!(refusal(&old).unwrap().code, 404);
}

#[test]
fn names_are_unique_and_what_is_not_there_is_not_found() {
    let simulation = run(
        &start("1.36", &[V4]),
        &[
            create("web", web()),
            create("web", web()),
            patch("gone", json!({})),
            action(json!({"action": "delete", "name": "gone"})),
        ],
    );
    let messages: Vec<&str> = simulation
        .timeline()
        .iter()
        .filter_map(|entry| match &entry.result {
            ActionResult::Refused { refusal } => Some(refusal.message.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(
        messages,
        [
            "services \"web\" already exists",
            "services \"gone\" not found",
            "services \"gone\" not found"
        ]
    );
}

#[test]
fn a_merge_patch_removes_what_it_sets_to_null() {
    let mut value = json!({"a": 1, "b": {"c": 2, "d": [1]}});
    crate::admission::request::merge(&mut value, &json!({"a": null, "b": {"d": [2], "e": {"f": null}}}));
    assert_eq!(value, json!({"b": {"c": 2, "d": [2], "e": {}}}));
}

fn actions() -> impl Strategy<Value = Action> {
    let names = prop::sample::select(vec!["a", "b", "c"]);
    let specs = prop::sample::select(vec![
        json!({"ports": [{"port": 80}]}),
        json!({"ports": [{"port": 80}], "ipFamilyPolicy": "PreferDualStack", "ipFamily": "IPv6"}),
        json!({"ports": [{"port": 80}], "ipFamilyPolicy": "RequireDualStack", "type": "NodePort"}),
        json!({"ports": [{"port": 80}], "ipFamilies": ["IPv6"]}),
        json!({"clusterIP": "None", "ports": [{"port": 80}]}),
        json!({"type": "ExternalName", "externalName": "example.com"}),
    ]);
    let range_lists = prop::sample::select(vec![
        vec!["10.0.0.0/28"],
        vec!["10.0.0.0/28", "fd00::/124"],
        vec!["fd00::/124", "10.0.0.0/28"],
        vec!["10.0.0.0/28", "10.0.0.16/28"],
    ]);
    let versions = prop::sample::select(vec![
        "1.19", "1.20", "1.21", "1.22", "1.23", "1.30", "1.33", "1.36", "1.37",
    ]);
    prop_oneof![
        4 => (names.clone(), specs.clone()).prop_map(|(name, spec)| create(name, spec)),
        2 => (names.clone(), specs.clone()).prop_map(|(name, spec)| patch(name, spec)),
        1 => (names.clone(), specs).prop_map(|(name, spec)| {
            action(json!({"action": "replace", "service": {"metadata": {"name": name}, "spec": spec}}))
        }),
        1 => names.prop_map(|name| action(json!({"action": "delete", "name": name}))),
        1 => range_lists.prop_map(|list| ranges(&list)),
        1 => versions.prop_map(version),
        1 => prop::option::of(any::<bool>()).prop_map(|enabled| Action::SetDualStackGate { enabled }),
        1 => Just(action(json!({"action": "createServiceCidr", "name": "x", "cidrs": ["10.0.1.0/28"]}))),
        1 => Just(action(json!({"action": "updateServiceCidr", "name": "x", "cidrs": ["10.0.1.0/28", "fd00:1::/124"]}))),
        1 => Just(action(json!({"action": "deleteServiceCidr", "name": "x"}))),
        1 => Just(action(json!({"action": "deleteServiceCidr", "name": "kubernetes"}))),
        1 => (0u64..20).prop_map(|seconds| Action::Wait { seconds }),
        1 => any::<bool>().prop_map(|running| Action::SetControllerManager { running }),
    ]
}

proptest! {
    #[test]
    fn addresses_never_collide_and_undo_is_exact(
        list in prop::collection::vec(actions(), 0..25), first in prop::sample::select(vec!["1.16", "1.21", "1.30", "1.36"]),
    ) {
        let start = start(first, &["10.0.0.0/28", "fd00::/124"]);
        let mut simulation = run(&start, &list);
        let mut seen = std::collections::BTreeSet::new();
        for view in simulation.services() {
            let singular = view.stored.ips().is_empty().then_some(&view.stored.cluster_ip);
            for ip in view.stored.ips().iter().chain(singular) {
                if let Some(read) = lenient::parse_address(ip) {
                    prop_assert!(seen.insert(read.address), "{ip} is used twice");
                }
            }
        }
        prop_assert_eq!(&run(&start, &list).timeline, &simulation.timeline);
        let wire = serde_json::to_string(&list).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Vec<Action>>(&wire).unwrap(), &list);
        if let Some((last, before)) = list.split_last() {
            let undone = simulation.undo();
            prop_assert_eq!(undone.as_ref(), Some(last));
            prop_assert_eq!(simulation.services(), run(&start, before).services());
        }
    }
}
