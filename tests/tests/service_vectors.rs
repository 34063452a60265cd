//! Every recorded answer about Services, and the tables derived from the rules.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use dualstack_conformance::{assert_agree, service, vectors};
use dualstack_core::admission::{
    Admission, HEADLESS, Request, Service, ServiceCluster, ServicePort, ServiceSpec, admit,
};

#[test]
fn every_recorded_service_is_answered_as_recorded() {
    let files = service::run(&vectors()).unwrap();
    assert!(files.len() >= 24, "{} files", files.len());
    assert_agree(&files, 52_366);
}

#[test]
fn every_recorded_cluster_answers_the_same_as_a_plan_file() {
    let files = service::run_as_plan_files(&vectors()).unwrap();
    assert_agree(&files, 1);
    // Creations of every version and cluster: an update has no old object in a plan file.
    assert!(
        files.len() >= 24 && files.iter().all(|file| file.total >= 140),
        "{files:?}"
    );
}

#[test]
fn a_wrong_answer_is_noticed() {
    // The same recordings, held against a cluster of other ranges.
    let dir = std::env::temp_dir().join(format!("service-vectors-{}", std::process::id()));
    let folder = dir.join("service/v1.36");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::copy(
        vectors().join("service/v1.36/v4.jsonl.gz"),
        folder.join("v6.jsonl.gz"),
    )
    .unwrap();
    let files = service::run(&dir);
    std::fs::remove_dir_all(&dir).unwrap();
    assert!(files.unwrap().iter().all(|file| file.agreed() < file.total));
}

/// Fields of a line; only the last may be quoted, with doubled quotes inside.
fn fields(line: &str) -> Vec<String> {
    let (plain, quoted) = match line.split_once('"') {
        Some((plain, rest)) => (
            plain,
            Some(rest.strip_suffix('"').unwrap_or(rest).replace("\"\"", "\"")),
        ),
        None => (line, None),
    };
    let mut fields: Vec<String> = plain.split(',').map(str::to_owned).collect();
    if let (Some(last), Some(quoted)) = (fields.last_mut(), quoted) {
        *last = quoted;
    }
    fields
}

fn rows(file: &str) -> Vec<std::collections::HashMap<String, String>> {
    let text = std::fs::read_to_string(vectors().join("derived").join(file)).unwrap();
    let mut lines = text.lines();
    let names = fields(lines.next().unwrap());
    lines
        .map(|line| names.iter().cloned().zip(fields(line)).collect())
        .collect()
}

fn words(text: &str) -> Option<Vec<String>> {
    (!text.is_empty()).then(|| text.split(' ').map(str::to_owned).collect())
}

fn spec(selector: &str, ips: &str, policy: &str, families: &str) -> ServiceSpec {
    let ips = words(ips);
    ServiceSpec {
        type_: "ClusterIP".into(),
        selector: (selector == "yes").then(|| [("app".to_owned(), "x".to_owned())].into()),
        ports: Some(vec![ServicePort {
            port: 80,
            ..ServicePort::default()
        }]),
        cluster_ip: ips
            .as_ref()
            .and_then(|ips| ips.first().cloned())
            .unwrap_or_default(),
        cluster_ips: ips,
        ip_families: words(families),
        ip_family_policy: (policy != "nil").then(|| policy.to_owned()),
        ..ServiceSpec::default()
    }
}

/// The columns that say what comes out.
fn check(id: &str, row: &std::collections::HashMap<String, String>, admission: &Admission) {
    match admission {
        Admission::Stored { spec, .. } => {
            assert_eq!(row["result"], "ok", "{id}: {spec:?}");
            assert_eq!(
                spec.ip_family_policy.as_deref().unwrap_or(""),
                row["policy_out"],
                "{id}"
            );
            assert_eq!(spec.families().join(" "), row["families_out"], "{id}");
            let wanted = words(&row["clusterIPs_out"]).unwrap_or_default();
            assert_eq!(spec.ips().len(), wanted.len(), "{id}");
            for (ip, wanted) in spec.ips().iter().zip(&wanted) {
                match wanted.as_str() {
                    "<auto4>" => assert!(
                        ip.starts_with("10.96.") && ip.parse::<std::net::Ipv4Addr>().is_ok(),
                        "{id}"
                    ),
                    "<auto6>" => assert!(ip.parse::<std::net::Ipv6Addr>().is_ok(), "{id}"),
                    literal => assert_eq!(ip, literal, "{id}"),
                }
            }
        }
        Admission::Refused { refusal, .. } => {
            let errors: Vec<String> = refusal
                .causes
                .iter()
                .map(|cause| format!("{}: {}", cause.field, cause.message))
                .collect();
            assert_eq!(row["result"], refusal.code.to_string(), "{id}: {errors:?}");
            assert_eq!(errors.join(" || "), row["errors_1_34plus"], "{id}");
        }
    }
}

fn cluster(row: &std::collections::HashMap<String, String>) -> ServiceCluster<'static> {
    let text = match row["cluster"].as_str() {
        "v4" => &["10.96.0.0/16"][..],
        "v6" => &["fd00:96::/112"],
        "v4v6" => &["10.96.0.0/16", "fd00:96::/112"],
        _ => &["fd00:96::/112", "10.96.0.0/16"],
    };
    let ranges: Vec<dualstack_core::net::Cidr> = text.iter().map(|range| range.parse().unwrap()).collect();
    ServiceCluster::new(
        "1.36".parse().unwrap(),
        dualstack_core::net::Dual::from_cidrs(&ranges).unwrap(),
    )
}

fn named(spec: ServiceSpec) -> Service {
    Service {
        metadata: service::unnamed_metadata(),
        spec,
    }
}

#[test]
fn derived_creations_agree() {
    let rows = rows("service_create.csv");
    assert_eq!(rows.len(), 640);
    for row in &rows {
        let new = spec(
            &row["selector"],
            &row["clusterIPs_in"],
            &row["policy_in"],
            &row["families_in"],
        );
        check(
            &row["id"],
            row,
            &admit(&cluster(row), &Request::Create { service: named(new) }),
        );
    }
}

#[test]
fn derived_updates_agree() {
    let rows = rows("service_update.csv");
    assert_eq!(rows.len(), 1280);
    for row in &rows {
        let selector = &row["old_selector"];
        let old = spec(
            selector,
            &row["old_clusterIPs"],
            &row["old_policy"],
            &row["old_families"],
        );
        let new = spec(
            selector,
            &row["new_clusterIPs"],
            &row["new_policy"],
            &row["new_families"],
        );
        assert!(old.cluster_ip != HEADLESS || old.ips().len() == 1);
        let request = Request::Update {
            old: Box::new(old),
            old_metadata: None,
            service: named(new),
        };
        check(&row["id"], row, &admit(&cluster(row), &request));
    }
}
