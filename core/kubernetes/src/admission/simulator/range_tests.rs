use serde_json::json;

use super::*;

const V4: &str = "10.96.0.0/16";
const V6: &str = "fd00:10:96::/112";

fn simulation(start: Value, actions: Value) -> Simulation {
    let start: ClusterStart = serde_json::from_value(start).unwrap();
    let actions: Vec<Action> = serde_json::from_value(actions).unwrap();
    Simulation::replay(&start, &actions).unwrap()
}

fn create(cidr: &str, name: &str) -> Value {
    json!({"action": "createServiceCidr", "name": name, "cidrs": [cidr]})
}

fn delete(name: &str) -> Value {
    json!({"action": "deleteServiceCidr", "name": name})
}

fn pinned(name: &str, ip: &str) -> Value {
    let spec = json!({"clusterIP": ip, "ports": [{"port": 80}]});
    json!({"action": "create", "service": {"metadata": {"name": name}, "spec": spec}})
}

fn refusals(simulation: &Simulation) -> Vec<String> {
    let refusal = |entry: &TimelineEntry| match &entry.result {
        ActionResult::Refused { refusal } => Some(refusal.message.clone()),
        ActionResult::Admitted { admission } => admission.refused().map(|refusal| refusal.message.clone()),
        ActionResult::Done => None,
    };
    simulation.timeline().iter().filter_map(refusal).collect()
}

/// Each object: its name, its phase, what its condition says, the number of finalizers.
fn objects(simulation: &Simulation) -> Vec<String> {
    let object = |object: &ServiceCidr| {
        let condition = object.conditions.first();
        format!(
            "{} {:?} {} {}",
            object.name,
            object.phase,
            condition.map_or("-", |condition| condition.message.split(' ').nth(1).unwrap()),
            object.finalizers.len()
        )
    };
    simulation.service_cidrs().iter().map(object).collect()
}

fn events(simulation: &Simulation) -> Vec<String> {
    let all = simulation.timeline().iter().flat_map(|entry| &entry.events);
    all.map(|event| format!("{} {}: {}", event.object, event.reason, event.message))
        .collect()
}

#[test]
fn a_deleted_object_stays_ten_seconds_and_its_name_with_it() {
    let start = json!({"version": "1.36", "serviceCIDRs": [V4]});
    let again = |seconds: u64| {
        let wait = json!({"action": "wait", "seconds": seconds});
        simulation(
            start.clone(),
            json!([
                create("10.97.0.0/16", "x"),
                delete("x"),
                wait,
                create("10.98.0.0/16", "x")
            ]),
        )
    };
    assert_eq!(
        refusals(&again(9)),
        ["object is being deleted: servicecidrs.networking.k8s.io \"x\" already exists"]
    );
    assert_eq!(refusals(&again(10)), [] as [&str; 0]);
    let twice = simulation(
        start.clone(),
        json!([
            create("10.97.0.0/16", "x"),
            create("10.97.0.0/16", "x"),
            delete("y")
        ]),
    );
    assert_eq!(
        refusals(&twice),
        [
            "servicecidrs.networking.k8s.io \"x\" already exists",
            "servicecidrs.networking.k8s.io \"y\" not found"
        ]
    );
    // What is wrong with a request is said before the name is looked up.
    let wrong = simulation(start, json!([create("banana", "kubernetes")]));
    assert!(refusals(&wrong)[0].contains("must be a valid CIDR value"));
}

#[test]
fn an_object_waits_for_addresses_that_only_it_holds() {
    let start = json!({"version": "1.36", "serviceCIDRs": [V4]});
    let blocked =
        json!([create("10.97.0.0/16", "x"), pinned("a", "10.97.0.5"), delete("x"), {"action": "wait"}]);
    let mut run = simulation(start.clone(), blocked);
    assert_eq!(
        objects(&run),
        ["kubernetes Ready Service 1", "x Terminating are 1"]
    );
    assert_eq!(run.ip_addresses().len(), 2, "the Service and the API server");
    run.apply(serde_json::from_value(json!({"action": "delete", "name": "a"})).unwrap());
    assert_eq!(
        objects(&run),
        ["kubernetes Ready Service 1"],
        "ten seconds have gone"
    );
    // A range inside another one is not waited for, whoever has addresses in it.
    let covered = simulation(
        start,
        json!([create("10.97.0.0/24", "x"), pinned("a", "10.97.0.5"), create("10.97.0.0/16", "y"), delete("x"),
               delete("y"), {"action": "wait"}]),
    );
    assert_eq!(
        objects(&covered),
        ["kubernetes Ready Service 1", "y Terminating are 1"]
    );
}

#[test]
fn without_a_controller_manager_objects_get_no_finalizer_and_go_at_once() {
    let start = json!({"version": "1.36", "serviceCIDRs": [V4], "controllerManager": false});
    let run = simulation(
        start.clone(),
        json!([create("10.97.0.0/16", "x"), pinned("a", "10.97.0.5")]),
    );
    assert_eq!(objects(&run), ["kubernetes Ready default 0", "x Ready - 0"]);
    assert_eq!(
        refusals(&run),
        [] as [&str; 0],
        "a range without a condition counts as ready"
    );
    let gone = simulation(
        start.clone(),
        json!([create("10.97.0.0/16", "x"), pinned("a", "10.97.0.5"), delete("x")]),
    );
    assert_eq!(objects(&gone), ["kubernetes Ready default 0"]);
    assert_eq!(
        events(&gone),
        [
            "default/a ClusterIPOutOfRange: Cluster IP [IPv4]: 10.97.0.5 is not within any configured Service CIDR; please \
             recreate service"
        ]
    );
    let begins = json!({"action": "setControllerManager", "running": true});
    let run = simulation(start, json!([create("10.97.0.0/16", "x"), begins]));
    assert_eq!(objects(&run), ["kubernetes Ready Service 1", "x Ready Service 1"]);
}

#[test]
fn the_object_of_the_flag_comes_back_ten_seconds_after_it_went() {
    let start = json!({"version": "1.36", "serviceCIDRs": [V4], "controllerManager": false});
    let run = simulation(start.clone(), json!([delete("kubernetes")]));
    assert_eq!(objects(&run), [] as [&str; 0]);
    let run = simulation(start, json!([delete("kubernetes"), {"action": "wait"}]));
    assert_eq!(objects(&run), ["kubernetes Ready default 0"]);
}

#[test]
fn two_deleted_objects_of_one_range_give_addresses_until_one_is_gone() {
    let start = json!({"version": "1.36", "serviceCIDRs": [V4]});
    let mut run = simulation(
        start,
        json!([
            create("10.97.0.0/16", "x"),
            create("10.97.0.0/16", "y"),
            delete("x"),
            delete("y"),
            pinned("a", "10.97.0.5")
        ]),
    );
    assert_eq!(refusals(&run), [] as [&str; 0]);
    run.apply(serde_json::from_value(json!({"action": "wait"})).unwrap());
    run.apply(serde_json::from_value(pinned("b", "10.97.0.6")).unwrap());
    assert!(refusals(&run)[0].contains("does not match the current range"));
}

#[test]
fn other_ranges_of_the_flag_are_told_from_1_33_on() {
    let run = |version: &str, to: &[&str]| {
        simulation(
            json!({"version": version, "serviceCIDRs": [V4], "featureGates": {"MultiCIDRServiceAllocator": true}}),
            json!([{"action": "setServiceRanges", "serviceCIDRs": to}]),
        )
    };
    let other = run("1.33", &["10.97.0.0/16", V6]);
    assert_eq!(
        events(&other),
        [
            "kubernetes KubernetesDefaultServiceCIDRInconsistent: The default ServiceCIDR [10.96.0.0/16] does not match \
             the controller flag configurations [10.97.0.0/16 fd00:10:96::/112]"
        ]
    );
    assert_eq!(events(&run("1.32", &["10.97.0.0/16", V6])), [] as [&str; 0]);
    // A second range is added to the object from 1.33 on, and before it nothing happens.
    assert_eq!(run("1.33", &[V4, V6]).service_cidrs()[0].cidrs.len(), 2);
    assert_eq!(events(&run("1.33", &[V4, V6])), [] as [&str; 0]);
    assert_eq!(run("1.32", &[V4, V6]).service_cidrs()[0].cidrs.len(), 1);
}

#[test]
fn an_upgrade_to_objects_repairs_every_service_and_a_downgrade_the_bitmap() {
    let start = json!({"version": "1.32", "serviceCIDRs": [V4]});
    let up = json!({"action": "setVersion", "version": "1.34"});
    let web = pinned("web", "10.96.0.9");
    let run = simulation(start.clone(), json!([web, up]));
    assert_eq!(
        events(&run),
        [
            "default/kubernetes ClusterIPNotAllocated: Cluster IP [IPv4]: 10.96.0.1 is not allocated; repairing",
            "default/web ClusterIPNotAllocated: Cluster IP [IPv4]: 10.96.0.9 is not allocated; repairing"
        ]
    );
    let down = json!({"action": "setVersion", "version": "1.32"});
    let run = simulation(start, json!([up, web, down]));
    assert_eq!(
        events(&run)[1..],
        ["default/web ClusterIPNotAllocated: Cluster IP [IPv4]:10.96.0.9 is not allocated; repairing"]
    );
}

#[test]
fn an_address_object_without_its_service_is_cleaned_up() {
    let run = simulation(
        json!({"version": "1.34", "serviceCIDRs": [V4]}),
        json!([
            pinned("web", "10.96.0.9"),
            {"action": "setVersion", "version": "1.32"},
            {"action": "delete", "name": "web"},
            {"action": "setVersion", "version": "1.34"},
        ]),
    );
    assert_eq!(
        events(&run).last().unwrap(),
        "10.96.0.9 IPAddressNotAllocated: IPAddress: 10.96.0.9 for Service default/web appears to have leaked: cleaning up"
    );
}

#[test]
fn versions_without_the_allocator_do_not_have_the_resource() {
    let update = json!({"action": "updateServiceCidr", "name": "x", "cidrs": [V4]});
    let run = simulation(
        json!({"version": "1.32", "serviceCIDRs": [V4]}),
        json!([create("10.97.0.0/16", "x"), update, delete("x")]),
    );
    assert_eq!(
        refusals(&run),
        ["the server could not find the requested resource"; 3]
    );
    assert!(run.service_cidrs().is_empty() && run.ip_addresses().is_empty());
}

#[test]
fn a_list_that_is_not_there_is_judged_by_the_server() {
    let run = simulation(
        json!({"version": "1.36", "serviceCIDRs": [V4]}),
        json!([{"action": "createServiceCidr", "name": "x"}]),
    );
    assert_eq!(
        refusals(&run),
        [
            "ServiceCIDR.networking.k8s.io \"x\" is invalid: spec.cidrs: Required value: at least one CIDR required"
        ]
    );
}
