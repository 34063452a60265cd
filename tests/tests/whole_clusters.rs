//! Every recorded answer about ServiceCIDR objects, and every recorded start of an API server with other ranges.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::path::Path;

use dualstack_conformance::{FileResult, assert_agree, ranges, servicecidr, vectors};

#[test]
fn every_recorded_request_for_a_service_cidr_is_answered_as_recorded() {
    assert_agree(&servicecidr::run(&vectors()).unwrap(), 104);
}

#[test]
fn every_recorded_start_with_other_ranges_ends_as_recorded() {
    assert_agree(&ranges::run(&vectors()).unwrap(), 3);
}

#[test]
fn a_folder_that_is_not_there_has_no_cases() {
    let nowhere = vectors().join("derived");
    assert!(servicecidr::run(&nowhere).unwrap().is_empty());
    assert!(ranges::run(&nowhere).unwrap().is_empty());
}

/// Writes a recording into a folder of its own, and plays it.
fn play(
    suite: &str,
    file: &str,
    text: &str,
    run: fn(&Path) -> Result<Vec<FileResult>, String>,
) -> Vec<FileResult> {
    let dir = std::env::temp_dir().join(format!("whole-{suite}-{file}-{}", std::process::id()));
    let folder = dir.join(suite).join("v1.36");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(file), text).unwrap();
    let files = run(&dir);
    std::fs::remove_dir_all(&dir).unwrap();
    files.unwrap()
}

/// A scenario with one creation, and these objects after it.
fn scenario(message: &str, objects: &str) -> String {
    let default = r#"{"name": "kubernetes", "cidrs": ["10.96.0.0/16"], "deleting": false,
        "conditions": [["Ready", "True", "", "Kubernetes Service CIDR is ready"]],
        "finalizers": ["networking.k8s.io/service-cidr-finalizer"]}"#;
    format!(
        r#"{{"kubernetes": "v1.36", "scenarios": [{{"name": "one", "cluster": "v4", "events": [], "before": [{default}],
            "steps": [{{"action": "createServiceCidr", "name": "", "cidrs": ["10.97.0.0/16"],
                "answer": {{"code": 422, "message": {message:?}, "serviceCidrs": [{default}{objects}]}}}}]}}]}}"#
    )
}

const UNNAMED: &str = "ServiceCIDR.networking.k8s.io \"\" is invalid: metadata.name: Required value: name or generateName is required";

#[test]
fn a_wrong_answer_or_a_wrong_object_is_noticed() {
    let agreed = |text: String| play("servicecidr", "one.json", &text, servicecidr::run)[0].agreed();
    assert_eq!(agreed(scenario(UNNAMED, "")), 1);
    assert_eq!(agreed(scenario("something else", "")), 0);
    let another = r#", {"name": "x", "cidrs": ["10.97.0.0/16"], "conditions": [], "deleting": false, "finalizers": null}"#;
    assert_eq!(agreed(scenario(UNNAMED, another)), 0);
}

#[test]
fn an_event_that_is_not_told_is_noticed() {
    let transition = |events: &str| {
        format!(
            r#"{{"transitions": [{{"from": ["10.96.0.0/16"], "to": ["10.97.0.0/16"], "before": {{}}, "read": {{}},
                "update": {{}}, "toPrefer": {{}}, "after": {{}}, "events": [{events}],
                "kubernetes": {{"code": 200, "spec": {{"clusterIP": "10.96.0.1", "clusterIPs": ["10.96.0.1"],
                    "ipFamilies": ["IPv4"], "ipFamilyPolicy": "SingleStack", "type": "ClusterIP"}}}},
                "serviceCidrs": [{{"name": "kubernetes", "cidrs": ["10.96.0.0/16"],
                    "conditions": [["Ready", "True", "", "Kubernetes default Service CIDR is ready"]]}}]}}]}}"#
        )
    };
    let agreed = |events: &str| play("ranges", "one.json", &transition(events), ranges::run)[0].agreed();
    let told = r#"["KubernetesDefaultServiceCIDRInconsistent", "The default ServiceCIDR [10.96.0.0/16] does not match the controller flag configurations [10.97.0.0/16]", "kubernetes"]"#;
    assert_eq!(agreed(told), 1);
    assert_eq!(agreed(""), 0);
}
