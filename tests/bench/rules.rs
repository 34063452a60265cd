//! How long all rules take on a large file: 50 reserved networks and 500 Services.
#![allow(missing_docs, reason = "a benchmark")]

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use dualstack_core::lint::{self, LintContext, Lookups};
use dualstack_core::{Analysis, AnalyzeOptions, analyze, document};

fn large() -> String {
    let mut text = "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  kubernetesVersion: \"1.36\"\n  podCIDRs: \
                    [10.244.0.0/16, \"fd3b:9e72:41c8::/56\"]\n  serviceCIDRs: [10.96.0.0/16, \
                    \"fd3b:9e72:41c8:100::/112\"]\n  nodes: {count: 40, max: 250}\n  reserved:\n"
        .to_owned();
    for i in 0..50 {
        let _ = writeln!(text, "    - {{name: network-{i}, cidr: 172.16.{i}.0/24}}");
    }
    for i in 0..500 {
        let policy = if i % 2 == 0 {
            "ipFamilyPolicy: PreferDualStack, "
        } else {
            ""
        };
        let _ = write!(
            text,
            "---\napiVersion: v1\nkind: Service\nmetadata: {{name: service-{i}}}\nspec: {{{policy}selector: {{app: x}}, \
             ports: [{{port: 80}}]}}\n"
        );
    }
    text
}

/// The parts of an analysis, so that it shows which one a slow file is slow in.
fn all_rules(criterion: &mut Criterion) {
    let text = large();
    let report = analyze(&text, &AnalyzeOptions::default());
    assert!(
        report.diagnostics.len() >= 250,
        "{} findings",
        report.diagnostics.len()
    );
    let mut group = criterion.benchmark_group("50 reserved networks and 500 Services");
    group.bench_function("text to report", |bencher| {
        bencher.iter(|| analyze(black_box(&text), &AnalyzeOptions::default()))
    });
    group.bench_function("text to documents", |bencher| {
        bencher.iter(|| document::read(black_box(&text)))
    });
    let analysis = Analysis::of(&text, &AnalyzeOptions::default());
    let (Some(plan), Some(addresses), Some(document)) =
        (analysis.plan(), analysis.addresses(), analysis.document())
    else {
        unreachable!("the file holds a plan")
    };
    group.bench_function("every rule", |bencher| {
        bencher.iter(|| {
            lint::run(&LintContext {
                plan,
                document,
                addresses,
                cluster: analysis.cluster(),
                services: analysis.services(),
                stream: analysis.stream(),
                failed_checks: analysis.failed_checks(),
                components: analysis.components(),
                started: &[],
                previous: None,
                ula_seed: 1,
                lookups: Lookups::default(),
            })
        })
    });
    group.finish();
}

/// A plan in which nothing is found, and one with nine findings of which five have fixes.
const PLANS: [(&str, &str); 2] = [
    (
        "nothing found",
        "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  kubernetesVersion: \"1.36\"\n  podCIDRs: \
         [10.244.0.0/16]\n  serviceCIDRs: [10.96.0.0/16]\n  nodes: {count: 40}\n",
    ),
    (
        "much found",
        "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  kubernetesVersion: \"1.36\"\n  podCIDRs: \
         [10.96.0.0/20, \"fd00:10:244::/60\"]\n  serviceCIDRs: [10.96.0.0/16, \"fd00:10:96::/112\"]\n  nodes: {count: 40, \
         max: 250, maskSizeIPv4: 26}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {clusterIP: 10.96.9.9, \
         selector: {app: x}, ports: [{port: 80}]}\n",
    ),
];

/// What it costs to try fixes before they are offered: findings alone, and with their fixes.
fn fixes(criterion: &mut Criterion) {
    let large = large();
    let large_file = ("500 Services", large.as_str());
    for (name, text) in PLANS.into_iter().chain([large_file]) {
        let mut group = criterion.benchmark_group(name);
        group.bench_function("text to findings", |bencher| {
            bencher.iter(|| {
                Analysis::of(black_box(text), &AnalyzeOptions::default())
                    .findings()
                    .len()
            })
        });
        group.bench_function("text to findings with fixes", |bencher| {
            bencher.iter(|| {
                Analysis::of(black_box(text), &AnalyzeOptions::default())
                    .diagnostics()
                    .len()
            })
        });
        group.finish();
    }
}

criterion_group!(benches, all_rules, fixes);
criterion_main!(benches);
