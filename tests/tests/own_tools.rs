//! Lint and the export to the plan's own tools never disagree: over random plans, a refusal of the plan's own
//! distribution or plugin is a finding of lint, and what lint says in a tool's words is refused by that tool.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::BTreeMap;

use dualstack_core::catalog::{Cni, Distribution, Provider};
use dualstack_core::diagnostic::{Diagnostic, Severity};
use dualstack_core::export::{ExportContext, export};
use dualstack_core::i18n::Catalogue;
use dualstack_core::lint;
use dualstack_core::needs::NEEDS;
use dualstack_core::{Analysis, AnalyzeOptions};

/// Pseudo-random numbers (xorshift64*), so that the plans are the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let mixed = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(mixed).unwrap() % bound
    }

    fn of<'a>(&mut self, items: &[&'a str]) -> &'a str {
        items.get(self.below(items.len())).unwrap()
    }

    fn list(&mut self, ipv4: &[&str], ipv6: &[&str]) -> String {
        let (ipv4, ipv6) = (self.of(ipv4), self.of(ipv6));
        match self.below(10) {
            0..=2 => ipv4.to_owned(),
            3..=4 => format!("\"{ipv6}\""),
            5..=7 => format!("{ipv4}, \"{ipv6}\""),
            8 => format!("\"{ipv6}\", {ipv4}"),
            _ => format!("{ipv4}, {}", self.of(&["10.245.0.0/16", "172.30.0.0/16"])),
        }
    }
}

/// A plan with a distribution, a plugin, or both, in ranges of usual and of odd sizes.
fn plan(random: &mut Random) -> String {
    let pods = random.list(
        &[
            "10.244.0.0/16",
            "10.0.0.0/8",
            "10.244.0.0/24",
            "10.96.0.0/14",
            "192.168.0.0/22",
            "10.244.0.0/28",
        ],
        &[
            "fd00:10:244::/56",
            "fd00:10:244::/64",
            "fd00:10::/40",
            "fd00:10:244::/112",
            "2a00:1450::/48",
            "fe80::/64",
        ],
    );
    let services = random.list(
        &[
            "10.96.0.0/16",
            "10.96.0.0/12",
            "10.96.0.0/20",
            "10.96.0.0/28",
            "172.30.0.0/16",
            "10.0.0.0/10",
            "100.64.0.0/16",
        ],
        &[
            "fd00:10:96::/112",
            "fd00:10:96::/108",
            "fd00:10:96::/64",
            "fd00:10:96::/120",
            "fd98::/112",
        ],
    );
    let nodes = random.list(
        &["192.168.1.0/24", "10.0.0.0/16", "192.168.1.0/29", "10.244.0.0/20"],
        &["fd00:192:168:1::/64", "2001:db8:1::/64"],
    );
    let mut text = format!(
        "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nmetadata: {{name: demo}}\nspec:\n  kubernetesVersion: \
         \"1.{}\"\n  podCIDRs: [{pods}]\n  serviceCIDRs: [{services}]\n",
        16 + random.below(22),
    );
    if random.below(2) == 0 {
        text.push_str(&format!("  nodeCIDRs: [{nodes}]\n"));
    }
    let counts = ["1", "3", "40", "250", "6000"];
    text.push_str(&format!(
        "  nodes: {{count: {}, maxPods: {}",
        random.of(&counts),
        random.of(&["5", "30", "110", "250", "500"])
    ));
    if random.below(3) == 0 {
        text.push_str(&format!(
            ", maskSizeIPv4: {}",
            random.of(&["24", "26", "20", "28"])
        ));
    }
    if random.below(3) == 0 {
        text.push_str(&format!(
            ", maskSizeIPv6: {}",
            random.of(&["64", "80", "72", "120"])
        ));
    }
    text.push_str("}\n");
    let ids = |all: Vec<&'static str>, random: &mut Random| random.of(&all).to_owned();
    let both = random.below(3);
    if both != 1 {
        let all = Distribution::all().map(Distribution::id).collect();
        text.push_str(&format!("  distribution: {}\n", ids(all, random)));
    }
    if both != 0 {
        let all = Cni::all().map(Cni::id).collect();
        text.push_str(&format!("  cni: {}\n", ids(all, random)));
    }
    if random.below(3) == 0 {
        let all = Provider::all().map(Provider::id).collect();
        text.push_str(&format!("  provider: {}\n", ids(all, random)));
    }
    text
}

fn is_error(found: &&Diagnostic) -> bool {
    found.severity == Severity::Error
}

#[test]
fn refusals_of_own_tools_are_found_and_in_the_same_words() {
    let mut random = Random(0x005e_ed0f_ca11);
    let (mut refused, mut worded) = (0, 0);
    let mut faults: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for _ in 0..4000 {
        let text = plan(&mut random);
        let analysis = Analysis::of(&text, &AnalyzeOptions::default());
        let Some(plan) = analysis.plan() else { continue };
        let found = analysis.diagnostics();
        let targets: Vec<&str> = [
            plan.spec.distribution.map(Distribution::id),
            plan.spec.cni.map(Cni::id),
        ]
        .into_iter()
        .flatten()
        .map(|id| if id == "calico" { "calico-operator" } else { id })
        .filter(|id| NEEDS.iter().any(|needs| needs.id == *id))
        .collect();
        let mut said = Vec::new();
        for target in &targets {
            let exported = export(&ExportContext::new(plan, &[], Catalogue::of("en")), &[target]);
            if !exported.files.is_empty() {
                continue;
            }
            refused += 1;
            for refusal in exported.diagnostics.iter().filter(is_error) {
                said.push(refusal.message.clone());
                let same = |found: &&Diagnostic| {
                    found.message.params.iter().all(|(name, value)| {
                        refusal.message.params.get(name).is_none_or(|said| said == value)
                    }) && found.message.id == refusal.message.id
                };
                let explained = |found: &&Diagnostic| {
                    lint::rule(found.code).is_some_and(|rule| {
                        let ids = rule.meta.refusals;
                        ids.contains(&refusal.code) || ids.contains(&refusal.message.id.as_ref())
                    })
                };
                let known = found.iter().any(|found| same(&found))
                    || found.iter().filter(is_error).any(|found| explained(&found));
                worded += usize::from(found.iter().any(|found| same(&found)));
                if !known {
                    let fault = faults
                        .entry(format!("{target} {}", refusal.message.id))
                        .or_default();
                    *fault = (fault.0 + 1, text.clone());
                }
            }
        }
        // The other way round: what is said in a tool's words is refused by a tool of the plan.
        for finding in found
            .iter()
            .filter(is_error)
            .filter(|found| found.message.id.starts_with("EXP"))
        {
            let outside = finding.message.id == "EXP002" || said.iter().any(|said| said.id == "EXP002");
            if !outside && !said.iter().any(|said| said.id == finding.message.id) {
                let fault = faults
                    .entry(format!("only lint: {}", finding.message.id))
                    .or_default();
                *fault = (fault.0 + 1, text.clone());
            }
        }
    }
    assert!(refused > 1000, "the plans are too tame: {refused}");
    println!("{refused} refusals, {worded} errors in the same words");
    let list: Vec<String> = faults
        .iter()
        .map(|(id, (count, text))| format!("{count} times {id}, such as\n{text}"))
        .collect();
    assert!(list.is_empty(), "{}", list.join("\n"));
}

/// What a tool checks when it starts: where a file has the first text, it has the second one too, or never that one.
struct Invariant {
    target: &'static str,
    source: &'static str,
    holds: fn(&str) -> bool,
}

const INVARIANTS: &[Invariant] = &[
    Invariant {
        target: "kube-router",
        source: "pkg/bgp/id.go: router-id must be specified when primary node IP is an IPv6 address",
        holds: |text| !text.contains("--enable-ipv4=false") || text.contains("--router-id="),
    },
    Invariant {
        target: "rke2",
        source: "cilium daemon: auto-direct-node-routes cannot be used with tunneling",
        holds: |text| !text.contains("autoDirectNodeRoutes: true") || text.contains("routingMode: native"),
    },
    Invariant {
        target: "cilium",
        source: "cilium daemon: auto-direct-node-routes cannot be used with tunneling",
        holds: |text| !text.contains("autoDirectNodeRoutes: true") || text.contains("routingMode: native"),
    },
    Invariant {
        target: "k3s",
        source: "pkg/server/server.go: as many cluster-dns addresses as Service ranges, or none",
        holds: one_dns_per_range,
    },
    Invariant {
        target: "rke2",
        source: "pkg/bootstrap/bootstrap.go: as many cluster-dns addresses as Service ranges, or none",
        holds: one_dns_per_range,
    },
];

fn one_dns_per_range(text: &str) -> bool {
    let entries = |key: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(key));
        line.map(|list| list.split(',').count())
    };
    entries("cluster-dns: ").is_none_or(|dns| Some(dns) == entries("service-cidr: "))
}

#[test]
fn exported_files_pass_the_start_up_checks_of_their_tools() {
    let mut random = Random(0x1_57a7);
    let mut checked = BTreeMap::new();
    for _ in 0..500 {
        let text = plan(&mut random);
        let analysis = Analysis::of(&text, &AnalyzeOptions::default());
        let Some(plan) = analysis.plan() else { continue };
        for invariant in INVARIANTS {
            let exported = export(
                &ExportContext::new(plan, &[], Catalogue::of("en")),
                &[invariant.target],
            );
            for file in &exported.files {
                *checked.entry(invariant.target).or_insert(0) += 1;
                assert!(
                    (invariant.holds)(&file.text),
                    "{}\n{}\n{text}",
                    invariant.source,
                    file.text
                );
            }
        }
    }
    assert!(checked.values().all(|count| *count > 50), "{checked:?}");
}
