//! A version one past the newest: until somebody adds rows for it, everything is as in the newest version. A rule, a
//! table or a target whose window was closed at the newest version by mistake falls silent there.

#![allow(clippy::unwrap_used, reason = "inputs are written out here")]

use std::path::Path;

use dualstack_conformance::exports::export;
use dualstack_conformance::rules::read_all;
use dualstack_core::admission::{Request, Service, ServiceCluster, admit};
use dualstack_core::catalog::{Cni, Distribution, Provider};
use dualstack_core::cluster::PlannedCluster;
use dualstack_core::components::{ComponentSettings, FailedCheck, StartUpCheck, settings_at};
use dualstack_core::diagnostic::Diagnostic;
use dualstack_core::document::read;
use dualstack_core::export::targets;
use dualstack_core::kubernetes::cluster_ip::ClusterIpRules;
use dualstack_core::kubernetes::gates::GATES;
use dualstack_core::kubernetes::node_ipam::NodeIpamRules;
use dualstack_core::kubernetes::service_api::ServiceApi;
use dualstack_core::kubernetes::tools::TOOLS;
use dualstack_core::kubernetes::{
    AdmissionPolicyApi, KubesprayStacks, Profile, Version, changes, cilium_pool_api, facts, kyverno_cel_api,
};
use dualstack_core::lint::{self, LintContext, Lookups};
use dualstack_core::plan::AddressPlan;
use dualstack_core::request::ClusterPlan;
use dualstack_core::request::decode::decode;
use dualstack_core::{AnalyzeOptions, analyze};

fn failed_checks(version: Version, settings: &[ComponentSettings]) -> Vec<FailedCheck> {
    let checks = settings
        .iter()
        .map(|given| StartUpCheck::of_settings(version, given));
    checks.flat_map(|check| check.failed_checks).collect()
}

const NEWEST: Version = Version::NEWEST;
/// Not a version of this release: no text is read as it, and [`Version::all`] does not have it.
const NEXT: Version = Version::minor_version(NEWEST.minor() + 1);

#[test]
fn the_pretended_version_is_none_that_users_can_name() {
    assert!(NEXT.to_string().parse::<Version>().is_err());
    assert!(Version::all().all(|version| version != NEXT));
}

#[test]
fn no_rule_and_no_target_ends_with_the_newest_version() {
    let ended: Vec<&str> = lint::rules()
        .filter(|rule| rule.meta.versions.contains(NEWEST) && !rule.meta.versions.contains(NEXT))
        .map(|rule| rule.meta.code)
        .chain(
            targets()
                .iter()
                .filter(|target| target.until == Some(NEWEST))
                .map(|target| target.id),
        )
        .collect();
    assert_eq!(ended, [""; 0]);
}

#[test]
fn no_table_changes_by_itself() {
    assert_eq!(changes(NEWEST, NEXT), []);
    for fact in facts::all() {
        assert_eq!(fact.holds_at(NEWEST), fact.holds_at(NEXT), "{:?}", fact.key());
    }
    for gate in GATES {
        assert_eq!(
            format!("{:?}", gate.at(NEWEST)),
            format!("{:?}", gate.at(NEXT)),
            "{}",
            gate.name
        );
    }
    let profile = Profile::resolve(NEXT);
    let before = Profile::resolve(NEWEST);
    assert_eq!(
        Profile {
            version: NEWEST,
            ..profile
        },
        before
    );
    for check in lint::rules().flat_map(|rule| rule.meta.covers) {
        assert_eq!(
            profile.check_confidence(check),
            before.check_confidence(check),
            "{check}"
        );
    }
    let tables = |version: Version| {
        let gates = [None, Some(false), Some(true)];
        [
            format!("{:?}", NodeIpamRules::at(version)),
            format!("{:?}", ClusterIpRules::at(version)),
            format!("{:?}", gates.map(|gate| ServiceApi::at(version, gate))),
            format!("{:?}", AdmissionPolicyApi::validating(version)),
            format!("{:?}", AdmissionPolicyApi::mutating(version)),
            format!("{:?}", kyverno_cel_api(version)),
            format!("{:?}", cilium_pool_api(version)),
            format!(
                "{:?}",
                TOOLS.iter().map(|tool| tool.newest(version)).collect::<Vec<_>>()
            ),
            format!("{:?}", KubesprayStacks::at(version)),
        ]
    };
    let named =
        |version: Version| tables(version).map(|table| table.replace(&format!("{version:?}"), "VERSION"));
    assert_eq!(named(NEWEST), named(NEXT));
}

/// The plan of a file, as that version.
fn plan_at(text: &str, version: Version) -> Option<ClusterPlan> {
    let mut plan = decode(&read(text), lint::is_read).plan?.plan;
    plan.spec.kubernetes_version = version;
    Some(plan)
}

/// A plan of that kind, as that version.
fn plan_of(pods: &str, services: &str, version: Version) -> ClusterPlan {
    let text = format!(
        "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nmetadata: {{name: demo}}\nspec:\n  kubernetesVersion: \
         \"{NEWEST}\"\n  podCIDRs: [{pods}]\n  serviceCIDRs: [{services}]\n  nodeCIDRs: [192.168.1.0/24, \
         \"fd00:192:168:1::/64\"]\n  loadBalancerCIDRs: [192.168.1.240/28]\n  nodes: {{count: 3, max: 40}}\n"
    );
    plan_at(&text, version).unwrap()
}

const KINDS: [(&str, &str); 4] = [
    ("10.244.0.0/16", "10.96.0.0/16"),
    ("\"fd00:10:244::/56\"", "\"fd00:10:96::/112\""),
    (
        "10.244.0.0/16, \"fd00:10:244::/56\"",
        "10.96.0.0/16, \"fd00:10:96::/112\"",
    ),
    (
        "\"fd00:10:244::/56\", 10.244.0.0/16",
        "\"fd00:10:96::/112\", 10.96.0.0/16",
    ),
];

/// Plans of every kind, as they are and with each plugin, distribution and provider.
fn plans(version: Version) -> Vec<ClusterPlan> {
    let mut plans = Vec::new();
    for (pods, services) in KINDS {
        let bare = plan_of(pods, services, version);
        let mut with = |change: &dyn Fn(&mut ClusterPlan)| {
            let mut plan = bare.clone();
            change(&mut plan);
            plans.push(plan);
        };
        with(&|_| {});
        Cni::all().for_each(|cni| with(&|plan| plan.spec.cni = Some(cni)));
        Distribution::all().for_each(|found| with(&|plan| plan.spec.distribution = Some(found)));
        Provider::all().for_each(|found| with(&|plan| plan.spec.provider = Some(found)));
    }
    plans
}

#[test]
fn components_are_given_the_same_and_take_it() {
    for (plan, next) in plans(NEWEST).iter().zip(plans(NEXT)) {
        let (before, after) = (settings_at(plan, NEWEST), settings_at(&next, NEXT));
        let shown = |text: String, version: Version| text.replace(&version.to_string(), "VERSION");
        assert_eq!(
            shown(format!("{before:?}"), NEWEST),
            shown(format!("{after:?}"), NEXT)
        );
        assert_eq!(failed_checks(NEWEST, &before), failed_checks(NEXT, &after));
    }
}

/// Checksums are of plans, which have the version in them.
fn without_checksums(text: &str) -> String {
    let mut out = String::new();
    let mut pieces = text.split("fnv1a64:");
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        out.push_str(piece.trim_start_matches(|c: char| c.is_ascii_hexdigit()));
    }
    out
}

#[test]
fn every_target_writes_the_same() {
    let service = serde_json::json!({
        "apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"},
        "spec": {"ipFamilyPolicy": "PreferDualStack", "selector": {"app": "web"}, "ports": [{"port": 80}]},
    });
    // The version itself is written in files; a patch level or another software's version can look the same.
    let shown = |plan: &ClusterPlan, id: &str| -> Vec<String> {
        let version = plan.spec.kubernetes_version.to_string();
        let exported = export(plan, std::slice::from_ref(&service), &[id]);
        let files = exported
            .files
            .iter()
            .map(|file| format!("{}\n{}", file.path, file.text));
        let said = exported.diagnostics.iter().map(|found| format!("{found:?}"));
        files
            .chain(said)
            .map(|text| {
                let text = text.replace(&version, &NEWEST.to_string());
                let minor = plan.spec.kubernetes_version.minor();
                text.replace(&format!("minor: {minor}"), &format!("minor: {}", NEWEST.minor()))
            })
            .map(|text| without_checksums(&text))
            .collect()
    };
    let mut faults = Vec::new();
    for (plan, next) in plans(NEWEST).iter().zip(plans(NEXT)) {
        // The report is made from the text of the plan, and no text has the pretended version.
        for target in targets().iter().filter(|target| target.id != "markdown") {
            let (before, after) = (shown(plan, target.id), shown(&next, target.id));
            if before != after {
                let differs = before.iter().zip(&after).find(|(a, b)| a != b);
                faults.push(format!("{}: {differs:?}", target.id));
            }
        }
    }
    faults.truncate(5);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn services_are_admitted_alike() {
    for (pods, services) in KINDS {
        for spec in [
            serde_json::json!({}),
            serde_json::json!({"ipFamilyPolicy": "PreferDualStack"}),
            serde_json::json!({"ipFamilyPolicy": "RequireDualStack"}),
            serde_json::json!({"ipFamilies": ["IPv6", "IPv4"]}),
            serde_json::json!({"type": "ExternalName", "externalName": "example.org"}),
            serde_json::json!({"clusterIP": "None"}),
            serde_json::json!({"clusterIP": "010.96.0.9"}),
        ] {
            let service: Service = serde_json::from_value(serde_json::json!({
                "metadata": {"name": "web"}, "spec": spec,
            }))
            .unwrap();
            let answer = |version: Version| {
                let plan = plan_of(pods, services, version);
                let cluster = ServiceCluster::new(version, plan.spec.services().unwrap());
                let answer = admit(
                    &cluster,
                    &Request::Create {
                        service: service.clone(),
                    },
                );
                serde_json::to_value(answer).unwrap()
            };
            assert_eq!(answer(NEWEST), answer(NEXT), "{spec}");
        }
    }
}

/// What the rules find in a file when its plan is of that version.
fn findings(text: &str, running: Option<&str>, version: Version) -> Option<Vec<Diagnostic>> {
    let stream = read(text);
    let decoded = decode(&stream, lint::is_read).plan?;
    let mut plan = decoded.plan;
    plan.spec.kubernetes_version = version;
    let addresses = AddressPlan::of_declared(&plan, decoded.ranges);
    let components = settings_at(&plan, version);
    let failed_checks = failed_checks(version, &components);
    let started = running
        .map(|text| dualstack_core::sources::check(version, text))
        .unwrap_or_default();
    let cluster = PlannedCluster::of(&plan, &stream, 0);
    // That Services are admitted alike is a test of its own.
    let services = analyze(text, &AnalyzeOptions::default()).services;
    Some(lint::run(&LintContext {
        plan: &plan,
        document: stream.document(decoded.document)?,
        addresses: &addresses,
        cluster: cluster.as_ref(),
        services: &services,
        stream: &stream,
        failed_checks: &failed_checks,
        components: &components,
        started: &started,
        previous: None,
        ula_seed: 0,
        lookups: Lookups::default(),
    }))
}

#[test]
fn the_rules_find_the_same() {
    let cases = read_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/rules")).unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for case in cases.values().flatten() {
        let text = case.plan.replace("\"1.36\"", &format!("\"{NEWEST}\""));
        let found = |version| findings(&text, case.running.as_deref(), version);
        let (Some(before), Some(after)) = (found(NEWEST), found(NEXT)) else {
            continue;
        };
        let places = |found: &[Diagnostic]| -> Vec<String> {
            let place = |it: &Diagnostic| format!("{} {:?} {}", it.code, it.severity, it.location.pointer);
            found.iter().map(place).collect()
        };
        assert_eq!(places(&before), places(&after), "{}", case.title);
        seen.extend(after.iter().map(|it| it.code));
    }
    // The cases hold something for most of the rules that are in force.
    assert!(seen.len() > 100, "{} rules: {seen:?}", seen.len());
}
