//! The ranges that a plan declares, and the pairs that share addresses.

use serde::Serialize;

use crate::diagnostic::Pointer;
use crate::net::Cidr;
use crate::order;
use crate::request::PlanSpec;
pub use crate::request::ranges::{DeclaredRange, RangeKind};

/// Two declared ranges that share addresses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Overlap {
    /// The range declared first, in the order pods, Services, nodes, load balancers, reserved.
    pub first: DeclaredRange,
    /// The other range.
    pub second: DeclaredRange,
    /// The shared network: the smaller of the two, since networks overlap only by containment.
    #[cfg_attr(feature = "wasm", tsify(type = "Cidr"))]
    pub shared: Cidr,
}

/// Returns the ranges of a plan in the order pods, Services, nodes, load balancers, reserved.
pub fn declared_ranges(spec: &PlanSpec) -> Vec<DeclaredRange> {
    let root = Pointer::root().key("spec");
    let list = |kind, field: &str, cidrs: &[Cidr]| -> Vec<DeclaredRange> {
        let field = root.key(field);
        let range = |(i, cidr): (usize, &Cidr)| DeclaredRange {
            kind,
            cidr: *cidr,
            name: None,
            pointer: field.index(i),
            document: None,
        };
        cidrs.iter().enumerate().map(range).collect()
    };
    let mut ranges = list(RangeKind::Pods, "podCIDRs", &spec.pod_cidrs);
    ranges.extend(list(RangeKind::Services, "serviceCIDRs", &spec.service_cidrs));
    ranges.extend(list(RangeKind::Nodes, "nodeCIDRs", &spec.node_cidrs));
    ranges.extend(list(
        RangeKind::LoadBalancers,
        "loadBalancerCIDRs",
        &spec.load_balancer_cidrs,
    ));
    ranges.extend(
        spec.reserved
            .iter()
            .enumerate()
            .map(|(i, reserved)| DeclaredRange {
                kind: RangeKind::Reserved,
                cidr: reserved.cidr,
                name: Some(reserved.name.clone()),
                pointer: root.key("reserved").index(i).key("cidr"),
                document: None,
            }),
    );
    ranges
}

/// Returns every pair that shares addresses and must not, ordered by the fields that declare them.
///
/// Sort and sweep: networks are nested or disjoint, so the ranges that contain the current one are a stack.
/// Costs O(n log n) plus one step for each pair reported.
pub fn overlaps(ranges: &[DeclaredRange]) -> Vec<Overlap> {
    let mut order: Vec<(usize, &DeclaredRange)> = ranges.iter().enumerate().collect();
    order::sort_by_key(&mut order, |(_, r)| {
        (r.cidr.family(), r.cidr.first_bits(), r.cidr.prefix_len())
    });
    let mut enclosing: Vec<(usize, &DeclaredRange)> = Vec::new();
    let mut pairs: Vec<(usize, usize, Overlap)> = Vec::new();
    for (i, range) in order {
        while enclosing
            .last()
            .is_some_and(|(_, outer)| !outer.cidr.contains(&range.cidr))
        {
            enclosing.pop();
        }
        for (j, outer) in &enclosing {
            if outer.kind.may_share(range.kind) {
                continue;
            }
            let (a, b) = if *j < i { (*outer, range) } else { (range, *outer) };
            let overlap = Overlap {
                first: a.clone(),
                second: b.clone(),
                shared: range.cidr,
            };
            pairs.push(((*j).min(i), (*j).max(i), overlap));
        }
        enclosing.push((i, range));
    }
    order::sort_by_key(&mut pairs, |(a, b, _)| (*a, *b));
    pairs.into_iter().map(|(_, _, overlap)| overlap).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn range(index: usize, text: &str) -> DeclaredRange {
        DeclaredRange {
            kind: RangeKind::Reserved,
            cidr: text.parse().unwrap(),
            name: None,
            pointer: Pointer::root().index(index),
            document: None,
        }
    }

    fn pairs(ranges: &[DeclaredRange]) -> Vec<(String, String)> {
        overlaps(ranges)
            .into_iter()
            .map(|o| (o.first.pointer.to_string(), o.second.pointer.to_string()))
            .collect()
    }

    #[test]
    fn nested_equal_and_foreign_ranges() {
        let ranges: Vec<_> = [
            "10.96.0.0/16",
            "10.0.0.0/8",
            "fd00::/8",
            "10.96.0.0/16",
            "10.97.0.0/16",
        ]
        .iter()
        .enumerate()
        .map(|(i, text)| range(i, text))
        .collect();
        let expected = [("/0", "/1"), ("/0", "/3"), ("/1", "/3"), ("/1", "/4")];
        assert_eq!(
            pairs(&ranges),
            expected.map(|(a, b)| (a.to_owned(), b.to_owned()))
        );
    }

    #[test]
    fn a_pool_may_lie_in_the_network_of_the_nodes_only() {
        let of = |kind, index, text| DeclaredRange {
            kind,
            ..range(index, text)
        };
        let ranges = [
            of(RangeKind::Services, 0, "192.168.0.0/16"),
            of(RangeKind::Nodes, 1, "192.168.1.0/24"),
            of(RangeKind::LoadBalancers, 2, "192.168.1.240/28"),
            of(RangeKind::LoadBalancers, 3, "192.168.0.0/23"),
        ];
        let expected = [("/0", "/1"), ("/0", "/2"), ("/0", "/3"), ("/2", "/3")];
        assert_eq!(
            pairs(&ranges),
            expected.map(|(a, b)| (a.to_owned(), b.to_owned()))
        );
    }

    proptest! {
        #[test]
        fn agrees_with_comparing_every_pair(nets in proptest::collection::vec((0u32..64, 24u8..=32), 0..24)) {
            let ranges: Vec<DeclaredRange> = nets
                .iter()
                .enumerate()
                .map(|(i, (bits, len))| {
                    let cidr = Cidr::from_bits(crate::net::IpFamily::IPv4, u128::from(*bits) << 3, *len).unwrap();
                    DeclaredRange { kind: RangeKind::Pods, cidr, name: None, pointer: Pointer::root().index(i), document: None }
                })
                .collect();
            let mut naive = Vec::new();
            for (i, a) in ranges.iter().enumerate() {
                for b in &ranges[i + 1..] {
                    if a.cidr.overlaps(&b.cidr) {
                        naive.push((a.pointer.to_string(), b.pointer.to_string()));
                    }
                }
            }
            prop_assert_eq!(pairs(&ranges), naive);
        }
    }
}
