//! Ten thousand clusters of a fleet: how long they take from text to places, and how packing by buddies compares with
//! first-fit over a list and with sparse allocation (RFC 3531). `cargo bench -p dualstack-fleet`.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a benchmark of inputs that are known"
)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use dualstack_cidr::packing::pack;
use dualstack_cidr::{Net, sets};
use dualstack_fleet::{FleetFiles, plan_fleet};

const CLUSTERS: usize = 10_000;
const SITES: usize = 50;

/// Returns small numbers that look random, the same every time.
fn numbers(seed: u64) -> impl Iterator<Item = u64> {
    std::iter::successors(Some(seed), |last| {
        Some(
            last.wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407),
        )
    })
    .map(|number| number >> 33)
}

/// Returns the number of nodes of each cluster: few of most, many of some.
fn nodes(clusters: usize) -> Vec<u64> {
    numbers(7)
        .skip(1)
        .take(clusters)
        .map(|number| match number % 50 {
            0 => 20 + number / 50 % 40,
            1..8 => 6 + number / 50 % 10,
            _ => 1 + number / 50 % 4,
        })
        .collect()
}

fn fleet_file(clusters: usize) -> String {
    let mut text = String::from(
        "apiVersion: dualstack-planner/v1\nkind: FleetPlan\nspec:\n  blocks: [10.0.0.0/8, 172.16.0.0/12, 100.64.0.0/10, \
         \"fd12:3456:7000::/36\"]\n  defaults: {services: 20, nodes: {maxPods: 60}}\n  clusters:\n",
    );
    for (index, nodes) in nodes(clusters).into_iter().enumerate() {
        text.push_str(&format!(
            "    - {{name: c-{index}, group: g-{}, site: s-{}, nodes: {{count: {nodes}}}}}\n",
            index / CLUSTERS,
            index % SITES
        ));
    }
    text
}

/// Takes the first place in a sorted list of what is taken: a look at every entry for every block.
fn first_fit(pool: Net<u32>, wanted: &[u8]) -> Vec<Option<Net<u32>>> {
    let mut taken: Vec<Net<u32>> = Vec::new();
    wanted
        .iter()
        .map(|len| {
            let size = 1u64 << (32 - len);
            let mut begin = u64::from(pool.first());
            let mut at = 0;
            for (index, other) in taken.iter().enumerate() {
                at = index;
                if begin + size <= u64::from(other.first()) {
                    break;
                }
                begin = (u64::from(other.last()) + 1).next_multiple_of(size);
                at = index + 1;
            }
            let net = Net::containing(u32::try_from(begin).ok()?, *len).filter(|net| pool.contains(*net))?;
            taken.insert(at, net);
            Some(net)
        })
        .collect()
}

/// Takes the middle of the largest free block, as RFC 3531 does for allocations that shall grow.
fn sparse(pool: Net<u32>, wanted: &[u8]) -> Vec<Option<Net<u32>>> {
    // Free blocks by their size, the largest last.
    let mut free: Vec<Vec<Net<u32>>> = vec![Vec::new(); 33];
    free[usize::from(pool.host_bits())].push(pool);
    wanted
        .iter()
        .map(|len| {
            let host_bits = 32 - len;
            let largest = free.iter().rposition(|blocks| !blocks.is_empty())?;
            if largest < usize::from(host_bits) {
                return None;
            }
            let block = free[largest].pop()?;
            // The second half of the block begins in its middle.
            let (rest, place) = match block.subnets(block.prefix_len() + 1) {
                Some(mut halves) if block.prefix_len() < *len => (halves.next(), halves.next()?),
                _ => (None, block),
            };
            free[largest.saturating_sub(1)].extend(rest);
            let net = Net::containing(place.first(), *len)?;
            let mut whole = net;
            while whole.prefix_len() > place.prefix_len() {
                let half = whole.sibling()?;
                free[usize::from(half.host_bits())].push(half);
                whole = whole.supernet(whole.prefix_len() - 1)?;
            }
            Some(net)
        })
        .collect()
}

/// Prints what an arrangement comes to: how many have a place, and how many networks hold each site's.
fn print(name: &str, placed: &[Option<Net<u32>>], wanted: &[u8]) {
    let nets: Vec<Net<u32>> = placed.iter().flatten().copied().collect();
    let span = nets
        .iter()
        .map(|net| u64::from(net.last()) + 1)
        .max()
        .unwrap_or_default();
    let first = nets
        .iter()
        .map(|net| u64::from(net.first()))
        .min()
        .unwrap_or_default();
    let bound: u64 = wanted.iter().map(|len| 1u64 << (32 - len)).sum();
    let routes: usize = (0..SITES)
        .map(|site| {
            let own: Vec<Net<u32>> = placed
                .iter()
                .skip(site)
                .step_by(SITES)
                .flatten()
                .copied()
                .collect();
            sets::merge(&own).len()
        })
        .sum();
    println!(
        "{name}: {} of {} placed, {:.1}% of the span is not used, {routes} routes to {SITES} sites",
        nets.len(),
        wanted.len(),
        (span - first).saturating_sub(bound) as f64 * 100.0 / bound as f64,
    );
}

fn packing(criterion: &mut Criterion) {
    let pool: Net<u32> = "0.0.0.0/1".parse().expect("a network");
    // Pods of IPv4 with room to double.
    let wanted: Vec<u8> = nodes(CLUSTERS)
        .into_iter()
        .map(|nodes| 25 - (64 - (2 * nodes - 1).leading_zeros()) as u8)
        .collect();
    print("first-fit over a list", &first_fit(pool, &wanted), &wanted);
    print("sparse (RFC 3531)", &sparse(pool, &wanted), &wanted);
    print("buddies, largest first", &pack(&[pool], &[], &wanted), &wanted);
    let mut group = criterion.benchmark_group("10,000 blocks");
    group.sample_size(10);
    group.bench_function("first-fit over a list", |bencher| {
        bencher.iter(|| first_fit(pool, black_box(&wanted)))
    });
    group.bench_function("sparse (RFC 3531)", |bencher| {
        bencher.iter(|| sparse(pool, black_box(&wanted)))
    });
    group.bench_function("buddies, largest first", |bencher| {
        bencher.iter(|| pack(&[pool], &[], black_box(&wanted)))
    });
    group.finish();
}

fn fleets(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("fleet, both families");
    group.sample_size(10);
    for clusters in [1_000, CLUSTERS, 2 * CLUSTERS] {
        let text = fleet_file(clusters);
        let files = FleetFiles {
            fleet: &text,
            plans: &[],
            lock: None,
        };
        let (fleet, found) = plan_fleet(files, "en").expect("the file can be read");
        println!(
            "{clusters} clusters: {} placed, {} findings, lock of {} bytes",
            fleet.clusters.len(),
            found.len(),
            fleet.lock.len()
        );
        for of in &fleet.uses {
            println!(
                "  {}: {}% above the lower bound, {} routes",
                of.family, of.waste_percent, of.routes
            );
        }
        group.bench_function(format!("{clusters} clusters, new"), |bencher| {
            bencher.iter(|| plan_fleet(black_box(files), "en"))
        });
        let again = FleetFiles {
            lock: Some(&fleet.lock),
            ..files
        };
        group.bench_function(format!("{clusters} clusters, with a lock file"), |bencher| {
            bencher.iter(|| plan_fleet(black_box(again), "en"))
        });
    }
    group.finish();
}

criterion_group!(benches, packing, fleets);
criterion_main!(benches);
