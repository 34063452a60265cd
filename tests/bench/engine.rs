//! How long the engine's calls take natively. `cargo xtask bench` runs this and the same calls as WASM.
#![allow(missing_docs, clippy::expect_used, reason = "a benchmark")]

use criterion::{Criterion, criterion_group, criterion_main};
use dualstack_core::kubernetes::changes;
use dualstack_core::plan::AddressPlan;
use dualstack_core::plan::suggest::{SuggestRequest, suggest};
use std::hint::black_box;

fn suggestions(criterion: &mut Criterion) {
    let request: SuggestRequest =
        serde_json::from_str(r#"{"nodes": 40, "seed": "1"}"#).expect("the request is complete");
    criterion.bench_function("suggest, 40 nodes", |bencher| {
        bencher.iter(|| suggest(black_box(&request)))
    });
    let suggested = suggest(&request).expect("40 nodes fit");
    criterion.bench_function("address plan", |bencher| {
        bencher.iter(|| AddressPlan::of(black_box(&suggested)))
    });
}

fn versions(criterion: &mut Criterion) {
    let [from, to] = ["1.16", "1.36"].map(|version| version.parse().expect("a known version"));
    criterion.bench_function("version diff, 1.16 to 1.36", |bencher| {
        bencher.iter(|| changes(black_box(from), black_box(to)))
    });
}

criterion_group!(benches, suggestions, versions);
criterion_main!(benches);
