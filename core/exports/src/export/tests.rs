//! Tests that go through every target.

use std::collections::BTreeSet;

use super::for_tests::export;
use super::registry::exporters;
use super::run::has_comments;
use super::{TargetGroup, targets};
use crate::components::plan_for_tests as plan;
use crate::diagnostic::Severity;
use crate::i18n::{Catalogue, LOCALES, complete};
use crate::kubernetes::Version;

#[test]
fn every_target_says_what_it_was_checked_against() {
    for target in targets() {
        assert!(!target.checked.is_empty(), "{}", target.id);
        for locale in complete(LOCALES) {
            let catalogue = Catalogue::of(locale.tag);
            for checked in &target.checked {
                assert!(catalogue.has(&checked.id), "{} {}", target.id, checked.id);
            }
        }
    }
}

#[test]
fn targets_are_sorted_and_have_titles_in_every_language() {
    for (group, targets) in targets::GROUPS {
        let ids: Vec<&str> = targets.iter().map(|target| target.meta().id).collect();
        assert!(ids.windows(2).all(|w| w[0] < w[1]), "{group:?}: {ids:?}");
    }
    let unique: BTreeSet<&str> = exporters().map(|(_, target)| target.meta().id).collect();
    assert_eq!(unique.len(), exporters().count());
    for locale in complete(LOCALES) {
        let catalogue = Catalogue::of(locale.tag);
        for group in TargetGroup::all() {
            assert!(catalogue.has(&group.title().id), "{} {group:?}", locale.tag);
        }
        for target in super::run::targets() {
            assert!(
                catalogue.has(&target.title.id),
                "{} {}",
                locale.tag,
                target.title.id
            );
            assert!(catalogue.has(&target.description.id), "{}", target.description.id);
        }
    }
}

#[test]
fn unknown_targets_and_versions_are_said() {
    let plan = plan("1.20", &["10.244.0.0/16"], &["10.96.0.0/16"]);
    let result = export(&plan, &[], &["kubadm", "servicecidr"]);
    assert!(result.files.is_empty());
    let codes: Vec<&str> = result.diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(codes, ["EXP003", "EXP002"]);
    assert_eq!(result.diagnostics[0].message.id, "EXP003.nearest");
}

#[test]
fn a_target_named_twice_is_written_once() {
    let plan = plan("1.36", &["10.244.0.0/16"], &["10.96.0.0/16"]);
    let twice = export(&plan, &[], &["kubeadm", "kubeadm"]);
    assert_eq!(twice, export(&plan, &[], &["kubeadm"]));
    assert!(!twice.files.is_empty());
}

#[test]
fn targets_write_together_what_they_write_alone() {
    let plan = plan("1.36", &["10.244.0.0/16"], &["10.96.0.0/16"]);
    let ids: Vec<&str> = exporters().map(|(_, target)| target.meta().id).collect();
    let mut alone: Vec<_> = ids
        .iter()
        .flat_map(|id| export(&plan, &[], &[id]).files)
        .collect();
    alone.sort_unstable_by(|one, other| one.path.cmp(&other.path));
    assert!(alone.len() > ids.len());
    assert_eq!(export(&plan, &[], &ids).files, alone);
}

#[test]
fn every_file_of_a_group_is_registered() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/export/targets");
    for (group, targets) in targets::GROUPS {
        // A target is a file, or a folder of files.
        let files: BTreeSet<String> = std::fs::read_dir(root.join(group.as_str()))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .map(|name| name.trim_end_matches(".rs").to_owned())
            .filter(|name| name != "mod")
            .collect();
        let named: BTreeSet<String> = targets
            .iter()
            .map(|target| target.meta().id.replace('-', "_"))
            .collect();
        assert!(named.is_subset(&files), "{group:?}: {named:?} {files:?}");
        // What several targets of a group need stands in `shared.rs`.
        let rest: Vec<&String> = files
            .difference(&named)
            .filter(|name| *name != "shared")
            .collect();
        assert!(rest.is_empty(), "{group:?}: {rest:?}");
    }
}

#[test]
fn every_file_names_its_plan_and_reads_back() {
    let ids: Vec<&str> = exporters().map(|(_, target)| target.meta().id).collect();
    let mut plan = plan(
        "1.36",
        &["10.244.0.0/16", "fd00:10:244::/56"],
        &["10.96.0.0/16", "fd00:10:96::/112"],
    );
    plan.metadata.name = "odd\nname: [\t".to_owned();
    let services = [serde_json::json!({
        "apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}, "spec": {"ports": [{"port": 80}]}
    })];
    let result = export(&plan, &services, &ids);
    assert!(result.diagnostics.iter().all(|found| found.code != "EXP009"));
    // A message that is missing is shown by its id.
    for file in &result.files {
        let id = file
            .text
            .split_whitespace()
            .find(|word| word.starts_with("export-") && !word.contains(':'));
        assert_eq!(id, None, "{}", file.path);
    }
    for file in &result.files {
        assert!(
            !has_comments(file.media_type) || file.text.contains("plan: odd name: [ , Kubernetes 1.36\n"),
            "{}",
            file.path
        );
        if file.path.ends_with(".yaml") {
            let stream = crate::document::read(&file.text);
            assert!(
                stream.diagnostics.is_empty(),
                "{}: {:?}",
                file.path,
                stream.diagnostics
            );
            assert!(!stream.documents.is_empty());
        }
    }
}

/// Names of flags and fields that no component of the version has, and of gates it does not know.
fn foreign_names(version: Version) -> Vec<&'static str> {
    use crate::kubernetes::facts::{self, FactKind};
    let facts = facts::all();
    let known = |name: &str| {
        facts
            .iter()
            .any(|fact| fact.name == name && fact.holds_at(version))
    };
    let mut names: Vec<&'static str> = facts
        .iter()
        .filter(|fact| matches!(fact.kind, FactKind::Flag | FactKind::Field | FactKind::Gate))
        .map(|fact| fact.name)
        .filter(|name| !known(name))
        .map(|name| name.rsplit('.').next().unwrap())
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Whether a file sets the name: as a flag, a key or a gate. A comment may speak of it.
fn sets(text: &str, name: &str) -> bool {
    text.lines()
        .map(|line| line.split(" #").next().unwrap().trim())
        .filter(|line| !line.starts_with('#'))
        .any(|line| {
            line.match_indices(name).any(|(at, found)| {
                let boundary = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_');
                let behind = line[at + found.len()..].chars().next();
                line[..at].chars().next_back().is_none_or(boundary)
                    && behind.is_some_and(|c| c == '=' || c == ':')
            })
        })
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    #[test]
    fn no_file_sets_what_the_version_does_not_have(
        minor in Version::OLDEST.minor()..=Version::NEWEST.minor(),
        pods in proptest::sample::subsequence(vec!["10.244.0.0/16", "fd00:10:244::/56"], 1..=2),
        services in proptest::sample::subsequence(vec!["10.96.0.0/16", "fd00:10:96::/112"], 1..=2),
        swap in proptest::prelude::any::<bool>(),
        cni in proptest::option::of(0..crate::catalog::CNIS.len()),
        provider in proptest::option::of(0..crate::catalog::PROVIDERS.len()),
    ) {
        let (mut pods, mut services) = (pods, services);
        if swap {
            pods.reverse();
            services.reverse();
        }
        let mut plan = plan(&format!("1.{minor}"), &pods, &services);
        plan.spec.cni = cni.and_then(|i| crate::catalog::Cni::all().nth(i));
        plan.spec.provider = provider.and_then(|i| crate::catalog::Provider::all().nth(i));
        let foreign = foreign_names(plan.spec.kubernetes_version);
        for (group, target) in exporters() {
            for file in export(&plan, &[], &[target.meta().id]).files {
                // Command lines of clouds are not those of components: az has a `--network-plugin` too.
                let flags = group != TargetGroup::Clouds;
                for name in foreign.iter().filter(|name| flags || !name.starts_with("--")) {
                    proptest::prop_assert!(!sets(&file.text, name), "1.{minor} {} {name}\n{}", file.path, file.text);
                }
            }
        }
    }
}

fn any_cidrs() -> impl proptest::strategy::Strategy<Value = Vec<crate::net::Cidr>> {
    use proptest::prelude::*;
    let cidr = (any::<bool>(), any::<u128>(), 0u8..=128).prop_map(|(v4, bits, len)| {
        let (family, bits, len) = if v4 {
            (crate::net::IpFamily::IPv4, bits >> 96, len % 33)
        } else {
            (crate::net::IpFamily::IPv6, bits, len)
        };
        crate::net::Cidr::from_bits(family, bits, len).unwrap()
    });
    proptest::collection::vec(cidr, 0..4)
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]
    #[test]
    fn every_plan_has_files_that_read_back_or_an_error(
        minor in Version::OLDEST.minor()..=Version::NEWEST.minor(),
        pods in any_cidrs(),
        services in any_cidrs(),
        nodes in any_cidrs(),
        count in 0u32..2000,
        masks in (proptest::option::of(0u8..=32), proptest::option::of(0u8..=128)),
        name in "[ -~漢]{0,70}",
    ) {
        let mut plan = plan(&format!("1.{minor}"), &[], &[]);
        plan.metadata.name = name.clone();
        plan.spec.reserved = nodes
            .iter()
            .map(|cidr| crate::request::Reserved { name: name.clone(), cidr: *cidr })
            .collect();
        plan.spec.pod_cidrs = pods;
        plan.spec.service_cidrs = services;
        plan.spec.node_cidrs = nodes;
        plan.spec.nodes.count = count;
        plan.spec.nodes.mask_size_ipv4 = masks.0;
        plan.spec.nodes.mask_size_ipv6 = masks.1;
        let service = serde_json::json!({
            "apiVersion": "v1", "kind": "Service", "metadata": {"name": name}, "spec": {"ports": [{"port": 0}]}
        });
        for (_, target) in exporters() {
            let id = target.meta().id;
            let result = export(&plan, std::slice::from_ref(&service), &[id]);
            // EXP010: there is nothing to masquerade, so an empty file would be wrong.
            let mut found = result.diagnostics.iter();
            let refused = found.any(|found| found.severity == Severity::Error || found.code == "EXP010");
            proptest::prop_assert!(refused || !result.files.is_empty(), "{id}: {:?}", result.diagnostics);
            let mut paths = BTreeSet::new();
            for file in &result.files {
                proptest::prop_assert!(paths.insert(&file.path), "{} twice", file.path);
                if file.media_type == "application/yaml" || file.media_type == "application/json" {
                    let stream = crate::document::read(&file.text);
                    proptest::prop_assert!(stream.diagnostics.is_empty(), "{}: {:?}", file.path, stream.diagnostics);
                    proptest::prop_assert!(!stream.documents.is_empty(), "{} is empty", file.path);
                }
            }
            let broken = result.diagnostics.iter().find(|found| found.code == "EXP009");
            proptest::prop_assert!(broken.is_none(), "{id}: {broken:?}");
        }
    }
}

#[test]
fn names_outside_their_versions_are_found() {
    let old = foreign_names("1.16".parse().unwrap());
    assert!(old.contains(&"--node-cidr-mask-size-ipv6") && old.contains(&"detectLocalMode"));
    assert!(foreign_names("1.36".parse().unwrap()).contains(&"IPv6DualStack"));
    assert!(sets("- --feature-gates=IPv6DualStack=true", "IPv6DualStack"));
    assert!(sets("detectLocalMode: ClusterCIDR", "detectLocalMode"));
    assert!(!sets("# --node-cidr-mask-size=24", "--node-cidr-mask-size"));
    assert!(!sets("--node-cidr-mask-size-ipv6=64", "--node-cidr-mask-size"));
}
