//! How long the engine's calls take natively. `cargo xtask bench` runs this and the same calls as WASM.
#![allow(missing_docs, clippy::expect_used, reason = "a benchmark")]

use criterion::{Criterion, criterion_group, criterion_main};
use dualstack_core::plan::{plan, suggest::SuggestRequest, suggest::suggest};
use std::hint::black_box;

fn suggestions(criterion: &mut Criterion) {
    let request: SuggestRequest =
        serde_json::from_str(r#"{"nodes": 40, "seed": "1"}"#).expect("the request is complete");
    criterion.bench_function("suggest, 40 nodes", |bencher| {
        bencher.iter(|| suggest(black_box(&request)))
    });
    let suggested = suggest(&request).expect("40 nodes fit");
    criterion.bench_function("address plan", |bencher| {
        bencher.iter(|| plan(black_box(&suggested)))
    });
}

criterion_group!(benches, suggestions);
criterion_main!(benches);
