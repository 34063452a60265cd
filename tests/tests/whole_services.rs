//! Whole Services: recorded answers about metadata and patches, and what a plan file says about them.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use dualstack_conformance::{assert_agree, patches, service, vectors};
use dualstack_core::admission::Admission;
use dualstack_core::services::ServiceReport;
use dualstack_core::{Analysis, AnalyzeOptions};

#[test]
fn recorded_names_labels_and_annotations_are_answered_as_recorded() {
    assert_agree(&service::run_metadata(&vectors()).unwrap(), 119);
    assert_agree(&service::run_metadata_as_plan_files(&vectors()).unwrap(), 119);
}

#[test]
fn recorded_patches_are_answered_as_recorded() {
    assert_agree(&patches::run(&vectors()).unwrap(), 774);
}

#[test]
fn a_wrong_answer_to_a_patch_is_noticed() {
    // The same recordings, held against a server of another version.
    let dir = std::env::temp_dir().join(format!("patches-{}", std::process::id()));
    let folder = dir.join("patches/v1.20");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::copy(
        vectors().join("patches/v1.36/patches.json.gz"),
        folder.join("patches.json.gz"),
    )
    .unwrap();
    let files = patches::run(&dir);
    std::fs::remove_dir_all(&dir).unwrap();
    assert!(files.unwrap().iter().all(|file| file.agreed() < file.total));
}

const PLAN: &str = "\
apiVersion: dualstack-planner/v1
kind: ClusterPlan
spec: {kubernetesVersion: '1.36', podCIDRs: [10.244.0.0/16], serviceCIDRs: [10.96.0.0/16]}
";

fn analysis(services: &str, options: &AnalyzeOptions<'_>) -> Analysis {
    Analysis::of(&format!("{PLAN}---\n{services}"), options)
}

fn message(service: &ServiceReport) -> &str {
    let refusal = service.admission.as_ref().and_then(Admission::refused);
    refusal.map_or("stored", |refusal| &refusal.message)
}

fn found<'a>(analysis: &'a Analysis, code: &str) -> Vec<&'a str> {
    analysis
        .diagnostics()
        .iter()
        .filter(|found| found.code == code)
        .map(|found| found.upstream.as_deref().unwrap_or_default())
        .collect()
}

#[test]
fn a_plan_file_says_what_the_server_says_about_a_name() {
    let file = analysis(
        "kind: Service\nmetadata: {name: Web_1}\nspec: {ports: [{port: 80}]}\n",
        &AnalyzeOptions::default(),
    );
    let text = "metadata.name: Invalid value: \"Web_1\": a lowercase RFC 1123 label must consist of lower case \
                alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  \
                or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
    assert_eq!(
        message(&file.services()[0]),
        format!("Service \"Web_1\" is invalid: {text}")
    );
    assert_eq!(found(&file, "SVC025"), [text]);
    assert!(found(&file, "SVC100").is_empty());
}

const TWO: &str = "\
kind: Service
metadata: {name: web}
spec: {type: NodePort, selector: {app: web}, ports: [{port: 80}], externalIPs: [192.0.2.1]}
---
kind: Service
metadata: {name: web}
spec: {type: NodePort, selector: {app: api}, ports: [{port: 80, name: http}, {port: 443, name: https}]}
---
kind: Service
metadata: {name: other}
spec: {ports: [{port: 80}]}
";

#[test]
fn the_second_service_of_a_name_is_applied_over_the_first() {
    let file = analysis(TWO, &AnalyzeOptions::default());
    let [first, second, other] = file.services() else {
        panic!("{:?}", file.services())
    };
    let before = first.admission.as_ref().unwrap().stored().unwrap();
    let after = second.stored().unwrap();
    // It was stored, and is no more.
    assert!(first.replaced && first.stored().is_none() && first.aspects.is_none());
    assert_eq!(second.over.as_ref().unwrap().document, first.location.document);
    assert_eq!(after.ips(), before.ips());
    assert_eq!(after.node_ports().next(), before.node_ports().next());
    assert_eq!(after.node_ports().count(), 2);
    assert_eq!(after.selector.as_ref().unwrap()["app"], "api");
    assert_eq!(after.external_ips, None);
    assert_ne!(other.stored().unwrap().ips(), after.ips());
    assert_eq!(found(&file, "SVC026"), ["services \"web\" already exists"]);
}

#[test]
fn a_second_service_that_is_refused_leaves_the_first_one() {
    let services = "\
kind: Service
metadata: {name: web}
spec: {clusterIP: 10.96.7.7, ports: [{port: 80}]}
---
kind: Service
metadata: {name: web}
spec: {clusterIP: 10.96.8.8, ports: [{port: 80}]}
---
kind: Service
metadata: {name: api}
spec: {clusterIP: 10.96.7.7, ports: [{port: 80}]}
";
    let file = analysis(services, &AnalyzeOptions::default());
    let [first, second, api] = file.services() else {
        panic!("{:?}", file.services())
    };
    assert!(!first.replaced && first.stored().is_some());
    assert!(
        message(second)
            .contains("spec.clusterIPs[0]: Invalid value: [\"10.96.8.8\"]: may not change once set")
    );
    assert!(message(api).contains("provided IP is already allocated"));
}

#[test]
fn a_manifest_is_applied_over_the_service_that_the_cluster_holds() {
    let services = "\
kind: Service
metadata: {name: web, uid: u, resourceVersion: '7'}
spec: {type: ClusterIP, clusterIP: 10.96.7.7, clusterIPs: [10.96.7.7], ipFamilies: [IPv4], ipFamilyPolicy: SingleStack, ports: [{port: 80}]}
---
kind: Service
metadata: {name: web}
spec: {ports: [{port: 80, name: http}]}
";
    let file = analysis(services, &AnalyzeOptions::default());
    assert_eq!(file.services()[1].stored().unwrap().cluster_ip, "10.96.7.7");
    assert!(file.services()[0].replaced);
    // That is what manifests are for.
    assert!(found(&file, "SVC026").is_empty());
}

#[test]
fn a_service_has_the_name_that_the_server_completes() {
    let file = analysis(
        "kind: Service\nmetadata: {generateName: web-}\nspec: {ports: [{port: 80}]}\n",
        &AnalyzeOptions::default(),
    );
    let service = &file.services()[0];
    assert!(service.name.starts_with("web-") && service.name.len() == 9);
    let dns = &service.aspects.as_ref().unwrap().dns[0].name;
    assert_eq!(*dns, format!("{}.default.svc.cluster.local.", service.name));
}

#[test]
fn a_dry_run_of_a_plan_file_sends_each_service_alone() {
    let options = AnalyzeOptions {
        dry_run: true,
        ..AnalyzeOptions::default()
    };
    let file = analysis(TWO, &options);
    let addresses: Vec<&str> = file
        .services()
        .iter()
        .map(|service| service.stored().unwrap().cluster_ip.as_str())
        .collect();
    assert_eq!(addresses, ["10.96.0.0"; 3]);
    let outside = "kind: Service\nmetadata: {name: web}\nspec: {clusterIP: 10.97.0.1, ports: [{port: 80}]}\n";
    let text = |options: &AnalyzeOptions<'_>| {
        let file = analysis(outside, options);
        message(&file.services()[0])
            .rsplit_once("10.97.0.1: ")
            .unwrap()
            .1
            .to_owned()
    };
    assert_eq!(
        text(&options),
        "the provided IP (10.97.0.1) is not in the valid range. The range of valid IPs is 10.96.0.0/16"
    );
    assert_eq!(
        text(&AnalyzeOptions::default()),
        "the provided network does not match the current range"
    );
}
