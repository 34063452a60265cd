use proptest::prelude::*;

use super::{cluster, file, planned, said};
use crate::Fleet;
use crate::net::{Cidr, IpFamily};

/// A cluster of a random fleet.
#[derive(Clone, Debug)]
struct Wanted {
    name: u8,
    nodes: u32,
    services: u32,
    group: u8,
    site: u8,
}

fn wanted() -> impl Strategy<Value = Vec<Wanted>> {
    let one = (1u32..600, 0u32..3000, 0u8..2, 0u8..3);
    let all = proptest::collection::vec(one, 1..24);
    all.prop_map(|all| {
        let named = all.into_iter().enumerate();
        let of = |(name, (nodes, services, group, site)): (usize, (u32, u32, u8, u8))| Wanted {
            name: name as u8,
            nodes,
            services,
            group,
            site,
        };
        named.map(of).collect()
    })
}

fn fleet_file(bits: u8, clusters: &[Wanted]) -> String {
    let lines: Vec<String> = clusters
        .iter()
        .map(|Wanted { name, nodes, services, group, site }| {
            format!("    - {{name: c-{name:03}, group: g-{group}, site: s-{site}, services: {services}, nodes: {{count: {nodes}}}}}\n")
        })
        .collect();
    let list = if lines.is_empty() {
        " []\n".to_owned()
    } else {
        format!("\n{}", lines.concat())
    };
    file(&format!(
        "  blocks: [10.0.0.0/{bits}, \"fd12:3456:7890::/44\"]\n  reserved: [{{name: office, cidr: 10.0.64.0/19}}]\n  existing: [{{name: \
         old, group: g-0, podCIDRs: [10.1.0.0/17, \"fd12:3456:7890:8000::/52\"]}}]\n  clusters:{list}"
    ))
}

/// What must hold of every fleet: nothing overlaps inside a group, twice the cluster fits, IPv6 is on digits.
fn check(fleet: &Fleet, clusters: &[Wanted], is_new: bool) {
    let office: Cidr = "10.0.64.0/19".parse().unwrap();
    let old: [Cidr; 2] = ["10.1.0.0/17", "fd12:3456:7890:8000::/52"].map(|cidr| cidr.parse().unwrap());
    let mut held: Vec<(&str, Cidr)> = Vec::new();
    for placed in &fleet.clusters {
        let ranges = placed.pod_cidrs.iter().chain(&placed.service_cidrs);
        let rooms = placed.pod_rooms.iter().chain(&placed.service_rooms);
        for (range, room) in ranges.zip(rooms) {
            assert!(room.contains(range), "{placed:?}");
            assert!(
                range.family() == IpFamily::IPv4 || range.prefix_len() % 4 == 0 && room.prefix_len() % 4 == 0
            );
            assert!(!room.overlaps(&office), "{placed:?}");
            assert!(placed.group != "g-0" || old.iter().all(|old| !old.overlaps(room)));
            held.push((&placed.group, *room));
        }
        let wanted = clusters
            .iter()
            .find(|wanted| format!("c-{:03}", wanted.name) == placed.name)
            .unwrap();
        // Blocks of nodes are /24 and /64; half of a Service range is free, besides 256 addresses.
        let twice = u128::from(wanted.nodes) * 2;
        let services = |room: &Cidr| u128::from(wanted.services) * 2 <= room.size().saturating_u128();
        if is_new {
            assert!(
                twice << 8 <= placed.pod_rooms[0].size().saturating_u128(),
                "{placed:?}"
            );
            assert!(
                twice << 64 <= placed.pod_rooms[1].size().saturating_u128(),
                "{placed:?}"
            );
            assert!(placed.service_rooms.iter().all(services));
        }
    }
    for (index, (group, room)) in held.iter().enumerate() {
        let others = held.iter().skip(index + 1).filter(|(other, _)| other == group);
        for (_, other) in others {
            assert!(!room.overlaps(other), "{room} {other}");
        }
    }
    for of in &fleet.uses {
        assert!(
            of.taken >= of.bound && (!is_new || of.bound >= of.needed),
            "{of:?}"
        );
    }
    // Routes hold their clusters, and those of different sites share nothing.
    for placed in &fleet.clusters {
        let site = fleet
            .sites
            .iter()
            .find(|site| site.group == placed.group && site.site == placed.site)
            .unwrap();
        let is_routed = |room: &Cidr| site.routes.iter().any(|route| route.contains(room));
        assert!(
            placed
                .pod_rooms
                .iter()
                .chain(&placed.service_rooms)
                .all(is_routed),
            "{site:?} {placed:?}"
        );
    }
    for (index, site) in fleet.sites.iter().enumerate() {
        for other in fleet
            .sites
            .iter()
            .skip(index + 1)
            .filter(|other| other.group == site.group)
        {
            let shared = site
                .routes
                .iter()
                .any(|one| other.routes.iter().any(|two| one.overlaps(two)));
            assert!(!shared, "{site:?} {other:?}");
        }
    }
}

/// Returns how many rooms of IPv4 a buddy allocator that knows nothing of sites places into the same space, by group.
fn largest_first(clusters: &[Wanted], bits: u8, group: u8) -> usize {
    use dualstack_cidr::{Net, packing};
    let pool: Net<u32> = format!("10.0.0.0/{bits}").parse().unwrap();
    let mut taken: Vec<Net<u32>> = vec!["10.0.64.0/19".parse().unwrap()];
    if group == 0 {
        taken.push("10.1.0.0/17".parse().unwrap());
    }
    let mut settings = crate::ClusterSettings::default();
    let lens: Vec<u8> = clusters
        .iter()
        .filter(|wanted| wanted.group == group)
        .flat_map(|wanted| {
            settings.nodes.count = wanted.nodes;
            settings.services = wanted.services;
            crate::need::needs(&settings, IpFamily::IPv4)
                .unwrap()
                .map(|need| need.room)
        })
        .collect();
    packing::pack(&[pool], &taken, &lens).iter().flatten().count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_placed_holds_and_stays(
        clusters in wanted(),
        more in wanted(),
        order in any::<u64>(),
        gone in proptest::collection::vec(any::<bool>(), 24),
        bits in 10u8..=14,
    ) {
        let (first, found) = planned(&fleet_file(bits, &clusters), None);
        check(&first, &clusters, true);
        // A refusal is one only if an allocator without sites has none either.
        let refused = found.iter().filter(|found| found.code == "FLEET004").count();
        let rooms = |group: u8| clusters.iter().filter(|wanted| wanted.group == group).count() * 2;
        let lacking = (0..2).map(|group| rooms(group) - largest_first(&clusters, bits, group)).sum::<usize>();
        prop_assert_eq!(refused, lacking, "{}", said(&found));

        // The order of the file means nothing.
        let mut turned = clusters.clone();
        let len = turned.len();
        turned.rotate_left((order % len as u64) as usize);
        if order % 2 == 0 {
            turned.reverse();
        }
        let (same, _) = planned(&fleet_file(bits, &turned), None);
        prop_assert_eq!(&same.lock, &first.lock);
        let (again, _) = planned(&fleet_file(bits, &turned), Some(&first.lock));
        prop_assert_eq!(&again.clusters.iter().map(|placed| &placed.pod_rooms).collect::<Vec<_>>(),
            &first.clusters.iter().map(|placed| &placed.pod_rooms).collect::<Vec<_>>());

        // Some go, others come: nobody moves.
        let mut changed: Vec<Wanted> = turned.into_iter().filter(|wanted| !gone[usize::from(wanted.name)]).collect();
        changed.extend(more.into_iter().map(|wanted| Wanted { name: wanted.name + 100, ..wanted }));
        let (second, _) = planned(&fleet_file(bits, &changed), Some(&first.lock));
        check(&second, &changed, true);
        for placed in &second.clusters {
            let before = first.clusters.iter().find(|before| before.name == placed.name);
            if let Some(before) = before {
                prop_assert_eq!((&placed.pod_cidrs, &placed.service_cidrs), (&before.pod_cidrs, &before.service_cidrs));
                prop_assert_eq!((&placed.pod_rooms, &placed.service_rooms), (&before.pod_rooms, &before.service_rooms));
            }
        }

        // All go, and the space is what it was.
        let (none, _) = planned(&fleet_file(bits, &[]), Some(&second.lock));
        prop_assert_eq!(none.removed.len(), second.clusters.len());
        let (back, _) = planned(&fleet_file(bits, &clusters), Some(&none.lock));
        prop_assert_eq!(&back.lock, &first.lock);
    }

    #[test]
    fn growing_never_moves_and_never_overlaps(clusters in wanted(), factors in proptest::collection::vec(1u32..5, 24), bits in 10u8..=13) {
        let (first, _) = planned(&fleet_file(bits, &clusters), None);
        let grown: Vec<Wanted> = clusters
            .iter()
            .zip(&factors)
            .map(|(wanted, factor)| Wanted { nodes: wanted.nodes * factor, ..wanted.clone() })
            .collect();
        let (second, found) = planned(&fleet_file(bits, &grown), Some(&first.lock));
        check(&second, &grown, false);
        for before in &first.clusters {
            let after = cluster(&second, &before.name);
            for (was, is) in before.pod_cidrs.iter().zip(&after.pod_cidrs) {
                prop_assert!(is.contains(was));
            }
            let factor = factors[clusters.iter().position(|wanted| format!("c-{:03}", wanted.name) == before.name).unwrap()];
            let is_outgrown = found.iter().any(|found| found.code == "FLEET005"
                && found.message.params.get("cluster") == Some(&before.name.as_str().into()));
            // Twice is always there.
            prop_assert!(factor > 2 || !is_outgrown, "{}", said(&found));
        }
    }
}
