use super::*;
use crate::page::ChangeFormat;

fn forecast(plan: &str, request: &str) -> GrowthForecast {
    let side = Side::read(&[("plan.yaml", plan)], 0, "en").unwrap();
    growth(&side, &serde_json::from_str(request).unwrap())
}

const PLAN: &str = "\
kind: ClusterPlan
spec:
  kubernetesVersion: \"1.33\"
  podCIDRs: [10.244.0.0/18, \"fd00:10:244::/56\"]
  serviceCIDRs: [10.96.0.0/24, \"fd00:10:96::/112\"]
  nodes: {count: 40}
  distribution: kubeadm
";

/// Each room: what, family, how many fit, today, when it is used up.
fn rooms(forecast: &GrowthForecast) -> Vec<String> {
    let room = |room: &GrowthRoom| {
        format!(
            "{} {} {} {} {}",
            room.of.as_str(),
            room.family,
            room.room.short(),
            room.used.short(),
            room.out.map_or_else(|| "-".to_owned(), |month| month.to_string())
        )
    };
    forecast.rooms.iter().map(room).collect()
}

/// Each way out: what is done, and how far it reaches.
fn ways(forecast: &GrowthForecast) -> Vec<String> {
    let english = crate::i18n::Catalogue::of("en");
    let way = |way: &WayOut| format!("{}: {}", english.text(&way.what), english.text(&way.reach));
    forecast.ways_out.iter().map(way).collect()
}

#[test]
fn each_family_runs_out_in_its_month() {
    let found = forecast(
        PLAN,
        r#"{"nodesPerMonth": 4, "servicesPerMonth": "20", "from": "2026-11", "services": 100}"#,
    );
    // 64 IPv4 blocks: 40 + 4 a month is 64 after six months, more in the seventh. 254 addresses: 101 + 20 a month.
    assert_eq!(
        rooms(&found),
        [
            "nodes IPv4 64 40 2027-06",
            "nodes IPv6 256 40 2031-06",
            "services IPv4 254 101 2027-07",
            "services IPv6 65535 101 -"
        ]
    );
    assert_eq!(found.points.len(), 121);
    assert_eq!(found.points[120].nodes, 520);
}

#[test]
fn the_way_out_is_the_one_that_touches_least() {
    let found = forecast(
        PLAN,
        r#"{"nodesPerMonth": 4, "servicesPerMonth": 20, "from": "2026-11", "months": 24, "services": 100}"#,
    );
    assert_eq!(
        ways(&found),
        [
            "the pod range 10.244.0.0/18 grows to 10.244.0.0/16: restart kube-controller-manager, kube-proxy, cni",
            "a ServiceCIDR object with 10.96.2.0/23: nothing that runs is touched"
        ]
    );
    let choices: Vec<String> = found
        .today
        .iter()
        .map(|choice| format!("{} {} {}", choice.path, choice.before, choice.after))
        .collect();
    assert_eq!(
        choices,
        [
            "spec.podCIDRs 10.244.0.0/18 10.244.0.0/16",
            "spec.serviceCIDRs 10.96.0.0/24 10.96.0.0/22"
        ]
    );
}

#[test]
fn without_objects_and_room_services_need_a_new_cluster() {
    let plan = PLAN.replace("1.33", "1.30").replace(
        "  distribution",
        "  reserved: [{name: vpn, cidr: 10.96.1.0/24}]\n  distribution",
    );
    let found = forecast(
        &plan,
        r#"{"servicesPerMonth": 20, "from": "2026-11", "months": 24, "services": 100}"#,
    );
    assert_eq!(
        ways(&found),
        ["what is left is a new cluster: build a new cluster"]
    );
    assert_eq!(found.today[0].after, "10.96.4.0/22");
}

#[test]
fn a_shorter_block_for_nodes_where_the_range_cannot_grow() {
    let plan = PLAN.replace(
        "  distribution",
        "  reserved: [{name: vpn, cidr: 10.244.64.0/18}]\n  distribution",
    );
    let found = forecast(&plan, r#"{"nodesPerMonth": 4, "from": "2026-11", "months": 12}"#);
    assert_eq!(
        ways(&found),
        ["nodes get IPv4 blocks of /25 instead of /24: register 40 nodes anew, one after the other"]
    );
}

#[test]
fn enough_is_enough() {
    let found = forecast(
        PLAN,
        r#"{"nodesPerMonth": "1%", "from": "2026-11", "months": 12}"#,
    );
    assert_eq!(ways(&found), [] as [&str; 0]);
    assert_eq!(found.today, []);
    assert_eq!(found.points[12].nodes, 45);
    let english = crate::i18n::Catalogue::of("en");
    assert_eq!(english.text(&found.summary), "there is room until 2027-11");
}

#[test]
fn the_text_is_a_table() {
    let found = forecast(PLAN, r#"{"nodesPerMonth": 4, "from": "2026-11", "months": 24}"#);
    assert_eq!(
        found.write(ChangeFormat::Text, "en"),
        "\
IPv4 blocks for nodes run out first, in 2027-06

month    nodes  Services  used up
2026-11     40         0
2027-06     68         0  IPv4 blocks for nodes
2027-11     88         0
2028-11    136         0

IPv4 blocks for nodes: 64 in all, 40 used today, 136 in the last month; they run out in 2027-06
IPv6 blocks for nodes: 256 in all, 40 used today, 136 in the last month
IPv4 addresses for Services: 254 in all, 1 used today, 1 in the last month
IPv6 addresses for Services: 65535 in all, 0 used today, 0 in the last month
IPv4 blocks for nodes, the cheapest way then: the pod range 10.244.0.0/18 grows to 10.244.0.0/16 (restart \
         kube-controller-manager, kube-proxy, cni)
so that it is not needed, choose spec.podCIDRs: 10.244.0.0/16 instead of 10.244.0.0/18 before the cluster is built
"
    );
    assert!(found.write(ChangeFormat::Text, "ja").contains("2027-06"));
}

#[test]
fn a_request_that_is_no_number_or_month_says_so() {
    let read = |text: &str| serde_json::from_str::<GrowthRequest>(text).map_err(|error| error.to_string());
    assert!(
        read(r#"{"from": "2026-13"}"#)
            .unwrap_err()
            .contains("expected a month such as `2026-11`")
    );
    assert!(
        read(r#"{"from": "2026-11", "nodesPerMonth": "many"}"#)
            .unwrap_err()
            .contains("expected a number")
    );
    assert!(read(r#"{"from": "2026-11", "nodesPerMonth": -1}"#).is_err());
    assert!(
        read(r#"{"from": "2026-11", "nodes": 1}"#)
            .unwrap_err()
            .contains("unknown field `nodes`")
    );
}
