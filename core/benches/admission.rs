//! 10,000 Services admitted with their traces: created, read, and sent back unchanged.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use dualstack_core::admission::{Admission, Request, Service, ServiceCluster, ServiceMetadata, Taken, admit};
use dualstack_core::net::{Cidr, Dual};

const SERVICES: usize = 10_000;
const SPECS: [&str; 4] = [
    r#"{"selector":{"app":"x"},"ports":[{"port":80}]}"#,
    r#"{"selector":{"app":"x"},"ports":[{"port":80}],"ipFamilyPolicy":"PreferDualStack"}"#,
    r#"{"clusterIP":"None","ports":[{"port":80}]}"#,
    r#"{"ports":[{"port":80}],"ipFamilies":["IPv4","IPv6"]}"#,
];

fn requests() -> Vec<Service> {
    let service = |i: usize| Service {
        metadata: ServiceMetadata {
            name: format!("service-{i}"),
            ..ServiceMetadata::default()
        },
        spec: serde_json::from_str(SPECS.get(i % SPECS.len()).unwrap()).unwrap(),
    };
    (0..SERVICES).map(service).collect()
}

fn admission(c: &mut Criterion) {
    let ranges: Vec<Cidr> = ["10.96.0.0/12", "fd00:10:96::/112"]
        .map(|range| range.parse().unwrap())
        .into();
    let ranges = Dual::from_cidrs(&ranges).unwrap();
    let requests = requests();
    let mut group = c.benchmark_group("admission");
    group
        .throughput(Throughput::Elements(SERVICES as u64))
        .sample_size(10);
    for version in ["1.19", "1.21", "1.36"] {
        group.bench_function(format!("create 10000 in {version}"), |b| {
            b.iter(|| {
                let mut taken = Taken::default();
                let mut steps = 0;
                for service in &requests {
                    let cluster = ServiceCluster::new(version.parse().unwrap(), ranges).holding(&taken);
                    let admission = admit(
                        &cluster,
                        &Request::Create {
                            service: service.clone(),
                        },
                    );
                    steps += admission.trace().len();
                    if let Admission::Stored { spec, .. } = admission {
                        taken.add(&spec);
                    }
                }
                black_box(steps)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, admission);
criterion_main!(benches);
