use super::*;
use crate::i18n::{Catalogue, LOCALES, complete};
use proptest::prelude::*;

const LIMITS: MaskLimits = MaskLimits {
    ipv6: 16,
    kubeadm: Some(16),
};

fn family(pod_cidr: &str, node_mask: u8) -> FamilySizing {
    FamilySizing {
        pod_cidr: pod_cidr.parse().unwrap(),
        node_mask,
        reserved_addresses: 0,
    }
}

fn capacity(families: &[FamilySizing], services: &[&str], max_nodes: u64, max_pods: u32) -> Capacity {
    let service_cidrs: Vec<Cidr> = services.iter().map(|cidr| cidr.parse().unwrap()).collect();
    let sizing = Sizing {
        families,
        service_cidrs: &service_cidrs,
        nodes: 40,
        max_nodes,
        max_pods,
        decided_by: None,
    };
    Capacity::new(&sizing, LIMITS).unwrap()
}

#[test]
fn the_family_that_runs_out_first_is_named() {
    for (v4, v6, english) in [
        (
            "10.244.0.0/16",
            "fd00:10:244::/48",
            "256 nodes, 110 pods each; IPv4 runs out first, at node 257",
        ),
        (
            "10.0.0.0/8",
            "fd00:10:244::/56",
            "256 nodes, 110 pods each; IPv6 runs out first, at node 257",
        ),
        (
            "10.244.0.0/16",
            "fd00:10:244::/56",
            "256 nodes, 110 pods each; both families run out together, at node 257",
        ),
        (
            "10.244.0.0/24",
            "fd00:10:244::/56",
            "250 nodes are planned, 1 fits, with 110 pods each; IPv4 runs out first, at node 2",
        ),
    ] {
        let both = capacity(&[family(v4, 24), family(v6, 64)], &[], 250, 110);
        assert_eq!(Catalogue::of("en").text(&both.headline()), english);
    }
    let single = capacity(&[family("fd00:10:244::/48", 64)], &[], 250, 110);
    assert_eq!(
        Catalogue::of("en").text(&single.headline()),
        "65536 nodes, 110 pods each; the range is used up at node 65537"
    );
}

#[test]
fn who_decides_about_the_blocks_is_said() {
    let mut got = capacity(&[family("10.244.0.0/16", 24)], &[], 300, 110);
    got.decided_by = Some("Calico");
    assert_eq!(
        Catalogue::of("en").text(&got.headline()),
        "300 nodes are planned, 256 fit, with 110 pods each; the range is used up at node 257; Calico decides the blocks; \
         these are what kube-controller-manager would cut"
    );
}

#[test]
fn a_block_smaller_than_max_pods_limits_the_pods() {
    let mut small = family("10.244.0.0/16", 26);
    small.reserved_addresses = 3;
    let got = capacity(&[small, family("fd00:10:244::/48", 64)], &[], 250, 110);
    assert_eq!((got.pods_per_node, got.pod_limit), (61, PodLimit::IPv4Block));
    assert_eq!(got.families[0].pod_headroom.missing.to_string(), "49");
    assert_eq!(got.families[1].pod_headroom.missing, AddressCount::ZERO);
    assert_eq!(got.pods.to_string(), (1024 * 61).to_string());
}

#[test]
fn blocks_of_services_are_not_counted() {
    let got = capacity(
        &[family("10.0.0.0/16", 24)],
        &["10.0.2.0/23", "fd00::/112"],
        256,
        110,
    );
    assert_eq!(got.families[0].excluded_blocks.to_string(), "2");
    assert_eq!(
        (got.nodes.to_string(), got.planned.missing.to_string()),
        ("254".into(), "2".into())
    );
    assert_eq!(
        got.families[0].growth.unwrap().pod_cidr.unwrap().to_string(),
        "10.0.0.0/15"
    );
}

#[test]
fn masks_have_windows() {
    let got = capacity(
        &[family("10.244.0.0/16", 24), family("fd00:10:244::/56", 64)],
        &[],
        250,
        110,
    );
    let windows = |index: usize| {
        let family = &got.families[index];
        [
            Some(family.legal_masks),
            family.kubeadm_masks,
            family.fitting_masks,
        ]
        .map(|window| window.map_or((0, 0), |window| (window.shortest, window.longest)))
    };
    assert_eq!(windows(0), [(16, 32), (16, 32), (24, 25)]);
    assert_eq!(windows(1), [(56, 72), (56, 72), (64, 72)]);
    let wide = capacity(&[family("10.0.0.0/8", 28)], &[], 250, 10);
    assert_eq!(
        wide.families[0].kubeadm_masks,
        Some(MaskWindow {
            shortest: 8,
            longest: 24
        })
    );
    let none = capacity(&[family("10.244.0.0/24", 24)], &[], 250, 110);
    assert_eq!(none.families[0].fitting_masks, None);
}

#[test]
fn growing_keeps_old_blocks_inside_or_is_impossible() {
    let got = capacity(
        &[family("10.244.0.0/16", 24), family("fd00:10:244::/50", 64)],
        &[],
        60_000,
        110,
    );
    assert_eq!(
        got.families[0].growth.unwrap().pod_cidr.unwrap().to_string(),
        "10.0.0.0/8"
    );
    assert_eq!(
        got.families[1].growth.unwrap().pod_cidr.unwrap().to_string(),
        "fd00:10:244::/48"
    );
    assert_eq!(
        got.families[1].doubling.pod_cidr, None,
        "17 bits are too many for IPv6"
    );
}

#[test]
fn a_mask_that_does_not_fit_gives_nothing() {
    for families in [&[family("10.0.0.0/16", 33)][..], &[family("10.0.0.0/16", 8)], &[]] {
        let sizing = Sizing {
            families,
            service_cidrs: &[],
            nodes: 1,
            max_nodes: 1,
            max_pods: 1,
            decided_by: None,
        };
        assert_eq!(Capacity::new(&sizing, LIMITS), None, "{families:?}");
    }
}

#[test]
fn every_sentence_exists_in_every_language_and_names_all_it_has() {
    let mut tight = family("10.0.0.0/16", 30);
    tight.reserved_addresses = 3;
    let mut messages = Vec::new();
    for (families, services, max_nodes) in [
        (
            vec![tight, family("fd00::/40", 64)],
            &["10.0.0.0/24"][..],
            1_000_000,
        ),
        (vec![family("fd00::/56", 64)], &[], 100_000),
        (vec![family("10.0.0.0/8", 28)], &[], 250),
        (vec![family("10.0.0.0/24", 28)], &[], 250),
        (
            vec![family("10.244.0.0/16", 24), family("fd00::/56", 64)],
            &[],
            250,
        ),
        (
            vec![family("10.244.0.0/16", 24), family("fd00::/56", 64)],
            &[],
            300,
        ),
        (
            vec![family("10.244.0.0/16", 24), family("fd00::/48", 64)],
            &[],
            250,
        ),
    ] {
        let got = capacity(&families, services, max_nodes, 110);
        messages.push(got.headline());
        messages.extend(got.notes());
    }
    for locale in complete(LOCALES) {
        let catalogue = Catalogue::of(locale.tag);
        for message in &messages {
            assert!(catalogue.has(&message.id), "{} lacks {}", locale.tag, message.id);
            let text = catalogue.text(message);
            assert!(!text.contains('{'), "{}: {text}", locale.tag);
        }
    }
    let mut ids: Vec<&str> = messages.iter().map(|message| message.id.as_ref()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 15, "{ids:?}");
}

#[test]
fn serialises_in_camel_case() {
    let json = serde_json::to_value(capacity(&[family("10.244.0.0/16", 24)], &[], 250, 110)).unwrap();
    assert_eq!(json["families"][0]["podCIDR"], "10.244.0.0/16");
    assert_eq!(json["families"][0]["legalMasks"]["longest"], 32);
    assert_eq!(json["podLimit"], "maxPods");
    assert_eq!(json["planned"]["spare"], "6");
}

proptest! {
    #[test]
    fn no_size_makes_it_panic(
        v4 in (any::<u32>(), 0u8..=32, 0u8..=40), v6 in (any::<u128>(), 0u8..=128, 0u8..=130),
        service in (any::<u128>(), 0u8..=128), nodes in any::<u64>(), max_pods in any::<u32>(), reserved in any::<u32>(),
    ) {
        let families = [
            FamilySizing { pod_cidr: Cidr::from_bits(IpFamily::IPv4, v4.0.into(), v4.1).unwrap(), node_mask: v4.2, reserved_addresses: reserved },
            FamilySizing { pod_cidr: Cidr::from_bits(IpFamily::IPv6, v6.0, v6.1).unwrap(), node_mask: v6.2, reserved_addresses: 0 },
        ];
        let service_cidrs = [Cidr::from_bits(IpFamily::IPv6, service.0, service.1).unwrap()];
        let sizing = Sizing { families: &families, service_cidrs: &service_cidrs, nodes, max_nodes: nodes, max_pods, decided_by: None };
        if let Some(got) = Capacity::new(&sizing, LIMITS) {
            prop_assert!(got.families.iter().all(|family| family.nodes >= got.nodes));
            prop_assert!(got.pods_per_node <= max_pods);
            for family in &got.families {
                if let Some(cidr) = family.doubling.pod_cidr {
                    prop_assert!(cidr.contains(&family.pod_cidr));
                }
            }
            got.notes();
        }
    }
}
