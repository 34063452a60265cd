use super::*;
use crate::plan::declared::{declared_ranges, overlaps};
use proptest::prelude::*;

fn request(nodes: u32) -> SuggestRequest {
    SuggestRequest {
        nodes,
        max_nodes: None,
        pods_per_node: None,
        services: None,
        families: None,
        blocks: Vec::new(),
        reserved: Vec::new(),
        node_cidrs: Vec::new(),
        kubernetes_version: None,
        seed: 42,
    }
}

#[test]
fn a_second_range_is_of_the_other_family_and_of_the_plan_s_own_site() {
    let mut spec = suggest(&request(100)).unwrap().spec;
    let second = |spec: &PlanSpec, kind| {
        second_range(spec, &declared_ranges(spec), kind, 7).map(|range| range.to_string())
    };
    spec.pod_cidrs = vec!["10.244.0.0/16".parse().unwrap()];
    spec.service_cidrs = vec!["10.96.0.0/16".parse().unwrap()];
    let site = ula_site(7).network();
    assert_eq!(second(&spec, RangeKind::Pods), Some(format!("{site}/56")));
    assert_eq!(second(&spec, RangeKind::Services), Some(format!("{site}/112")));
    assert_eq!(second(&spec, RangeKind::Nodes), None);
    spec.pod_cidrs.push("fd12:3456:789a::/56".parse().unwrap());
    assert_eq!(
        second(&spec, RangeKind::Services).as_deref(),
        Some("fd12:3456:789a:100::/112")
    );
    spec.node_cidrs = vec!["fd12:3456:789a:200::/64".parse().unwrap()];
    assert_eq!(second(&spec, RangeKind::Nodes).as_deref(), Some("10.0.0.0/24"));
    spec.service_cidrs = vec!["fd12:3456:789a:100::/112".parse().unwrap()];
    assert_eq!(second(&spec, RangeKind::Services).as_deref(), Some("10.0.0.0/20"));
}

#[test]
fn sizes_alone_give_a_dual_stack_plan() {
    let plan = suggest(&request(100)).unwrap();
    assert_eq!(plan.spec.pod_cidrs[0].to_string(), "10.0.0.0/16");
    assert_eq!(plan.spec.pod_cidrs[1].prefix_len(), 56);
    assert_eq!(plan.spec.service_cidrs[0].prefix_len(), 20);
    assert_eq!(plan.spec.service_cidrs[1].prefix_len(), 112);
    assert_eq!(plan.spec.nodes.mask_size_ipv4, Some(24));
    assert!(ula_site(42).contains(&plan.spec.pod_cidrs[1]));
    assert!(ula_site(42).contains(&plan.spec.service_cidrs[1]));
}

#[test]
fn a_plan_is_tight_roomy_or_has_room_to_double() {
    let sized = |request: &SuggestRequest, room| {
        let spec = suggest_with(request, room).unwrap().spec;
        let prefixes =
            [&spec.pod_cidrs, &spec.service_cidrs].map(|list| list.iter().map(Cidr::prefix_len).collect());
        (
            prefixes,
            spec.nodes.mask_size_ipv4.unwrap(),
            spec.nodes.max.unwrap(),
        )
    };
    let asked = request(300);
    assert_eq!(
        sized(&asked, Room::Tight),
        ([vec![16, 55], vec![22, 112]], 25, 300)
    );
    assert_eq!(
        sized(&asked, Room::Roomy),
        ([vec![15, 55], vec![20, 112]], 24, 300)
    );
    assert_eq!(
        sized(&asked, Room::Double),
        ([vec![14, 54], vec![20, 112]], 24, 600)
    );
    // What was asked for is the most, not the number of today.
    let mut planned = request(40);
    planned.max_nodes = Some(250);
    assert_eq!(sized(&planned, Room::Tight).2, 250);
    assert_eq!(sized(&planned, Room::Double).2, 500);
}

#[test]
fn a_tight_block_holds_the_pods_of_its_node() {
    for (pods, mask) in [
        (1, 30),
        (5, 29),
        (13, 28),
        (110, 25),
        (125, 25),
        (126, 24),
        (253, 24),
        (254, 23),
    ] {
        let mut wanted = request(10);
        wanted.pods_per_node = Some(pods);
        let plan = suggest_with(&wanted, Room::Tight).unwrap();
        assert_eq!(plan.spec.nodes.mask_size_ipv4, Some(mask), "{pods}");
    }
}

#[test]
fn blocks_and_reserved_networks_are_respected() {
    let mut wanted = request(10);
    wanted.blocks = vec!["192.168.0.0/16".parse().unwrap()];
    wanted.reserved = vec![Reserved {
        name: "vpn".into(),
        cidr: "192.168.0.0/18".parse().unwrap(),
    }];
    let plan = suggest(&wanted).unwrap();
    assert_eq!(plan.spec.pod_cidrs[0].to_string(), "192.168.64.0/19");
    wanted.blocks = vec!["192.168.0.0/24".parse().unwrap()];
    let refused = suggest(&wanted).unwrap_err();
    assert_eq!(
        (refused.kind, refused.family, refused.prefix_len),
        (RangeKind::Pods, IpFamily::IPv4, 19)
    );
}

proptest! {
    #[test]
    fn a_suggestion_never_overlaps_and_holds_what_was_asked(
        nodes in 0u32..1000, pods in 1u32..250, services in 0u32..50_000, seed in any::<u64>(), v6_first in any::<bool>()
    ) {
        let mut wanted = request(nodes);
        wanted.pods_per_node = Some(pods);
        wanted.services = Some(services);
        wanted.seed = seed;
        wanted.reserved = vec![Reserved { name: "office".into(), cidr: "10.0.0.0/12".parse().unwrap() }];
        if v6_first {
            wanted.families = Some(vec![IpFamily::IPv6, IpFamily::IPv4]);
        }
        let plan = suggest(&wanted).unwrap();
        prop_assert!(overlaps(&declared_ranges(&plan.spec)).is_empty());
        for pods_range in &plan.spec.pod_cidrs {
            let mask = plan.spec.nodes.mask_size(pods_range.family()).unwrap();
            let split = mask - pods_range.prefix_len();
            prop_assert!(split <= 16 && 1u64 << split >= u64::from(nodes));
            prop_assert!(pods_range.family() == IpFamily::IPv6 || 1u64 << (32 - mask) >= u64::from(pods) * 2);
        }
        for range in &plan.spec.service_cidrs {
            prop_assert!(range.host_bits() <= 20);
            prop_assert!(range.size().saturating_u128() >= u128::from(services.min(40_000)));
        }
    }
}
