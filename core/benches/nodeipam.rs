//! Nodes joining a cluster, and the lazy view of their blocks.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a benchmark may stop on a wrong input, and has no readers"
)]

use std::hint::black_box;
use std::net::IpAddr;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use dualstack_core::go::flags::Flags;
use dualstack_core::net::{Cidr, IpFamily, address_from_bits};
use dualstack_core::nodeipam::{Controller, NodeBlocks, check};

const PODS: [(&str, u8); 2] = [("10.0.0.0/8", 26), ("fd00:10::/48", 64)];
const SERVICES: [&str; 2] = ["10.96.0.0/12", "fd00:10:0:96::/108"];
const INPUTS: usize = 1_000_000;

/// Returns a generator that needs no crate: the same inputs on every run.
fn numbers(count: usize) -> Vec<u128> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        u128::from(state)
    };
    (0..count).map(|_| (next() << 64) | next()).collect()
}

fn blocks() -> NodeBlocks {
    let pods: Vec<(Cidr, u8)> = PODS
        .iter()
        .map(|(cidr, mask)| (cidr.parse().unwrap(), *mask))
        .collect();
    let services: Vec<Cidr> = SERVICES.iter().map(|cidr| cidr.parse().unwrap()).collect();
    NodeBlocks::new(&pods, &services).unwrap()
}

fn joining(c: &mut Criterion) {
    let pods = PODS.map(|(cidr, _)| cidr).join(",");
    let args = [
        "--allocate-node-cidrs".to_owned(),
        format!("--cluster-cidr={pods}"),
        "--node-cidr-mask-size-ipv4=26".to_owned(),
        format!("--service-cluster-ip-range={}", SERVICES.join(",")),
    ];
    let flags = Flags::from_args(&args);
    let config = check("1.36".parse().unwrap(), &(&flags).into()).unwrap();
    let names: Vec<String> = (0..5_000).map(|i| format!("node-{i}")).collect();
    c.bench_function("5000 nodes join", |b| {
        b.iter_batched_ref(
            || Controller::start(config.clone(), &[]).unwrap(),
            |controller| {
                for name in &names {
                    black_box(controller.create_node(name, &[]));
                }
            },
            BatchSize::LargeInput,
        );
    });
    c.bench_function("every second of 5000 nodes is replaced", |b| {
        b.iter_batched_ref(
            || {
                let mut controller = Controller::start(config.clone(), &[]).unwrap();
                for name in &names {
                    controller.create_node(name, &[]);
                }
                controller
            },
            |controller| {
                for name in names.iter().step_by(2) {
                    controller.delete_node(name);
                    black_box(controller.create_node(name, &[]));
                }
            },
            BatchSize::LargeInput,
        );
    });
}

fn view(c: &mut Criterion) {
    let blocks = blocks();
    let numbers = numbers(INPUTS);
    let count = blocks.count().saturating_u128();
    let nodes: Vec<u128> = numbers.iter().map(|n| n % count).collect();
    let addresses: Vec<IpAddr> = numbers
        .iter()
        .map(|n| match n % 2 {
            0 => address_from_bits(IpFamily::IPv4, 10 << 24 | (n >> 8) & 0xff_ffff),
            _ => address_from_bits(IpFamily::IPv6, 0xfd00_0010 << 96 | n >> 48),
        })
        .collect();
    let mut group = c.benchmark_group("view");
    group.sample_size(10);
    group.bench_function("nth of 1000000 nodes", |b| {
        b.iter(|| {
            nodes
                .iter()
                .filter_map(|node| blocks.nth(*node))
                .map(|node| node.pod_cidrs.len())
                .sum::<usize>()
        });
    });
    group.bench_function("find of 1000000 addresses", |b| {
        b.iter(|| {
            for address in &addresses {
                black_box(blocks.find(*address));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, joining, view);
criterion_main!(benches);
