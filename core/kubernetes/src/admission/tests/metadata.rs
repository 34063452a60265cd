use serde_json::{Value, json};

use crate::admission::{
    Admission, Refusal, Request, RequestOptions, Service, ServiceCluster, ServiceMetadata, ServiceSpec,
    Taken, admit, admit_with,
};
use crate::net::{Cidr, Dual};

fn cluster(version: &str) -> ServiceCluster<'static> {
    let range: Cidr = "10.96.0.0/16".parse().unwrap();
    ServiceCluster::new(version.parse().unwrap(), Dual::single(range))
}

fn metadata(value: Value) -> ServiceMetadata {
    serde_json::from_value(value).unwrap()
}

fn web(metadata: Value) -> Service {
    Service {
        metadata: self::metadata(metadata),
        spec: serde_json::from_value(json!({"ports": [{"port": 80}]})).unwrap(),
    }
}

fn create(version: &str, metadata: Value) -> Admission {
    let service = web(metadata);
    admit(&cluster(version), &Request::Create { service })
}

fn causes(admission: &Admission) -> Vec<String> {
    let causes = admission.refused().map(|refusal| refusal.causes.clone());
    causes
        .unwrap_or_default()
        .iter()
        .map(crate::admission::Cause::text)
        .collect()
}

fn refused(admission: Admission) -> Refusal {
    admission.refused().cloned().unwrap()
}

#[test]
fn a_name_may_start_with_a_digit_from_1_36() {
    let letter = "metadata.name: Invalid value: \"9web\": a DNS-1035 label must consist of lower case alphanumeric \
                  characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. \
                  'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
    for version in ["1.16", "1.27", "1.35"] {
        assert_eq!(
            causes(&create(version, json!({"name": "9web"}))),
            [letter],
            "{version}"
        );
    }
    for version in ["1.36", "1.37"] {
        assert!(
            create(version, json!({"name": "9web"})).stored().is_some(),
            "{version}"
        );
    }
    let dots = create("1.36", json!({"name": "web.x"}));
    assert_eq!(
        causes(&dots),
        ["metadata.name: Invalid value: \"web.x\": must not contain dots"]
    );
    let web_1 = refused(create("1.36", json!({"name": "Web_1"})));
    assert!(
        web_1.message.starts_with(
            "Service \"Web_1\" is invalid: metadata.name: Invalid value: \"Web_1\": a lowercase RFC 1123 label"
        ),
        "{}",
        web_1.message
    );
    assert_eq!(
        causes(&create("1.32", json!({}))),
        ["metadata.name: Required value: name or generateName is required"]
    );
}

#[test]
fn an_ip_address_object_needs_the_name_before_the_service_does() {
    let message = |version: &str, spec: Value| {
        let service: Service = serde_json::from_value(json!({"spec": spec})).unwrap();
        refused(admit(&cluster(version), &Request::Create { service })).message
    };
    let ports = json!([{"port": 80}]);
    let headless = json!({"clusterIP": "None", "ports": ports});
    let name = "Service \"\" is invalid: metadata.name: Required value: name or generateName is required";
    assert_eq!(message("1.36", headless), name);
    let any = json!({"ports": ports});
    assert_eq!(message("1.32", any.clone()), name);
    assert_eq!(
        message("1.33", any.clone()),
        "Internal error occurred: failed to allocate a serviceIP: range is full"
    );
    let text = message("1.36", any);
    let before = "Service \"\" is invalid: spec.clusterIPs: Invalid value: [\"\"]: failed to allocate IP: \
                  IPAddress.networking.k8s.io \"10.96.";
    assert!(text.starts_with(before), "{text}");
    assert!(
        text.ends_with("\" is invalid: spec.parentRef.name: Required value"),
        "{text}"
    );
    assert_eq!(
        message("1.36", json!({"clusterIP": "10.96.0.7", "ports": ports})),
        "Service \"\" is invalid: spec.clusterIPs: Invalid value: [\"10.96.0.7\"]: failed to allocate IP 10.96.0.7: \
         IPAddress.networking.k8s.io \"10.96.0.7\" is invalid: spec.parentRef.name: Required value"
    );
}

#[test]
fn the_server_completes_a_name() {
    let answer = create("1.36", json!({"generateName": "web-"}));
    let Admission::Stored { name: Some(name), .. } = &answer else {
        panic!("{answer:?}")
    };
    assert!(name.starts_with("web-") && name.len() == 9, "{name}");
    let long = create("1.36", json!({"generateName": "x".repeat(63)}));
    assert!(matches!(&long, Admission::Stored { name: Some(name), .. } if name.len() == 63));
    // The start is invalid, and so is the name that begins with it.
    let wrong = create("1.27", json!({"generateName": "Web-"}));
    let fields: Vec<String> = refused(wrong)
        .causes
        .into_iter()
        .map(|cause| cause.field)
        .collect();
    assert_eq!(fields, ["metadata.generateName", "metadata.name"]);
}

#[test]
fn labels_and_annotations_have_the_texts_of_the_version() {
    let slashes = json!({"name": "web", "labels": {"a/b/c": "x"}});
    for (version, kind) in [("1.34", "qualified name"), ("1.35", "valid label key")] {
        assert!(
            causes(&create(version, slashes.clone()))[0].starts_with(&format!(
                "metadata.labels: Invalid value: \"a/b/c\": a {kind} must consist of"
            )),
            "{version}"
        );
    }
    let long = json!({"name": "web", "labels": {"app": "a".repeat(64)}});
    for (version, unit) in [("1.34", "characters"), ("1.35", "bytes")] {
        assert!(
            causes(&create(version, long.clone()))[0].ends_with(&format!("must be no more than 63 {unit}"))
        );
    }
    // The case of an annotation's key does not matter, that of a label's prefix does.
    assert!(
        create(
            "1.36",
            json!({"name": "web", "annotations": {"Example.COM/x": "y"}})
        )
        .stored()
        .is_some()
    );
    assert_eq!(
        causes(&create(
            "1.36",
            json!({"name": "web", "labels": {"Example.COM/x": "y"}})
        ))
        .len(),
        1
    );
    let large = json!({"name": "web", "annotations": {"x": "y".repeat(262_144)}});
    for (version, text) in [
        ("1.16", "must have at most 262144 characters"),
        ("1.17", "must have at most 262144 bytes"),
        ("1.32", "may not be more than 262144 bytes"),
    ] {
        assert_eq!(
            causes(&create(version, large.clone())),
            [format!("metadata.annotations: Too long: {text}")],
            "{version}"
        );
    }
    let whole = json!({"name": "web", "annotations": {"x": "y".repeat(262_143)}});
    assert!(create("1.36", whole).stored().is_some());
}

#[test]
fn owners_and_finalizers_are_checked() {
    let owner = |version: &str| {
        causes(&create(
            version,
            json!({"name": "web", "ownerReferences": [{"apiVersion": "apps/v1/x", "kind": "ReplicaSet", "name": "", "uid": "1"}]}),
        ))
    };
    let list = "metadata.ownerReferences";
    assert_eq!(
        owner("1.27"),
        [
            format!("{list}.apiVersion: Invalid value: \"apps/v1/x\": version must not be empty"),
            format!("{list}.name: Invalid value: \"\": name must not be empty"),
        ]
    );
    assert_eq!(
        owner("1.36")[1],
        format!("{list}.name: Invalid value: \"\": must not be empty")
    );
    assert_eq!(
        owner("1.37"),
        [
            format!(
                "{list}[0].apiVersion: Invalid value: \"apps/v1/x\": must be <group>/<version> or <version>"
            ),
            format!("{list}[0].name: Required value: must not be empty"),
        ]
    );
    let controllers = json!({"name": "web", "ownerReferences": [
        {"apiVersion": "v1", "kind": "Pod", "name": "a", "uid": "1", "controller": true},
        {"apiVersion": "v1", "kind": "Pod", "name": "b", "uid": "2", "controller": true},
    ]});
    assert_eq!(
        causes(&create("1.36", controllers)),
        [
            "metadata.ownerReferences: Invalid value: [{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"name\":\"a\",\"uid\":\"1\",\
             \"controller\":true},{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"name\":\"b\",\"uid\":\"2\",\"controller\":true}]: \
             Only one reference can have Controller set to true. Found \"true\" in references for Pod/a and Pod/b"
        ]
    );
    let both = json!({"name": "web", "finalizers": ["orphan", "foregroundDeletion", "mine"]});
    assert_eq!(
        causes(&create("1.36", both)),
        [
            "metadata.finalizers: Invalid value: [\"orphan\",\"foregroundDeletion\",\"mine\"]: finalizer orphan and \
             foregroundDeletion cannot be both set",
            "metadata.finalizers[2]: Invalid value: \"mine\": name is neither a standard finalizer name nor is it fully \
             qualified",
        ]
    );
}

#[test]
fn managed_fields_are_checked_at_the_place_that_the_version_names() {
    let of = |version: &str| {
        causes(&create(
            version,
            json!({"name": "web", "managedFields": [{"manager": "a\u{1}", "operation": "Make", "fieldsType": "X"}]}),
        ))
    };
    let character = "Invalid value: \"a\\x01\": invalid character U+0001 (at position 1)";
    assert_eq!(
        of("1.20"),
        [
            format!("metadata.fieldManager: {character}"),
            "metadata.managedFields.operation: Invalid value: \"Make\": must be `Apply` or `Update`"
                .to_owned(),
            "metadata.managedFields.fieldsType: Invalid value: \"X\": must be `FieldsV1`".to_owned(),
        ]
    );
    assert_eq!(
        of("1.37"),
        [
            "metadata.managedFields[0].operation: Unsupported value: \"Make\": supported values: \"Apply\", \"Update\"",
            "metadata.managedFields[0].fieldsType: Invalid value: \"X\": must be `FieldsV1`",
            &format!("metadata.managedFields[0].manager: {character}"),
        ]
    );
}

#[test]
fn two_annotations_about_topology_must_agree_from_1_27() {
    let both = json!({"name": "web", "annotations": {
        "service.kubernetes.io/topology-aware-hints": "auto", "service.kubernetes.io/topology-mode": "Disabled",
    }});
    assert!(create("1.26", both.clone()).stored().is_some());
    assert_eq!(
        causes(&create("1.27", both)),
        [
            "metadata.annotations[service.kubernetes.io/topology-mode]: Invalid value: \"Disabled\": must match \
             annotations[service.kubernetes.io/topology-aware-hints] when both are specified"
        ]
    );
}

fn update(version: &str, old: Value, new: Value) -> Admission {
    let service = web(new);
    let stored: ServiceSpec = create(version, json!({"name": "web"})).stored().unwrap().clone();
    admit(
        &cluster(version),
        &Request::Update {
            old: Box::new(stored),
            old_metadata: Some(Box::new(metadata(old))),
            service,
        },
    )
}

#[test]
fn an_update_is_for_the_object_that_is_stored() {
    let old = json!({"name": "web", "uid": "a", "resourceVersion": "7"});
    let message = |version: &str, new: Value| {
        let refusal = refused(update(version, old.clone(), new));
        (refusal.code, refusal.message)
    };
    let bad = |text: &str| (400, text.to_owned());
    let conflict = |text: &str| {
        let text = format!("Operation cannot be fulfilled on services \"web\": {text}");
        (409, text)
    };
    assert_eq!(
        message("1.36", json!({"name": "api"})),
        bad("the name of the object (api) does not match the name on the URL (web)")
    );
    assert_eq!(
        message("1.36", json!({})),
        bad("the name of the object (web based on URL) was undeterminable: name must be provided")
    );
    let elsewhere = json!({"name": "web", "namespace": "other"});
    assert_eq!(
        message("1.24", elsewhere.clone()),
        bad("the namespace of the provided object does not match the namespace sent on the request")
    );
    assert_eq!(
        message("1.23", elsewhere),
        bad("the namespace of the object (other) does not match the namespace on the request (default)")
    );
    assert_eq!(
        message("1.36", json!({"name": "web", "resourceVersion": "6"})),
        conflict(
            "the object has been modified; please apply your changes to the latest version and try again"
        )
    );
    assert_eq!(
        message("1.36", json!({"name": "web", "uid": "b"})),
        conflict(
            "StorageError: invalid object, Code: 4, Key: /registry/services/specs/default/web, ResourceVersion: 0, \
             AdditionalErrorMsg: Precondition failed: UID in precondition: b, UID in object meta: a"
        )
    );
    for new in [
        json!({"name": "web"}),
        json!({"name": "web", "uid": "a", "resourceVersion": "7"}),
        json!({"name": "web", "resourceVersion": "0"}),
    ] {
        assert!(update("1.36", old.clone(), new).stored().is_some());
    }
}

#[test]
fn an_update_names_an_error_of_metadata_once_and_lists_it_four_times() {
    let answer = update(
        "1.36",
        json!({"name": "web"}),
        json!({"name": "web", "labels": {"/x": "y"}}),
    );
    let refusal = refused(answer);
    assert_eq!(
        refusal.message,
        "Service \"web\" is invalid: metadata.labels: Invalid value: \"/x\": prefix part must be non-empty"
    );
    assert_eq!(refusal.causes.len(), 4);
    assert!(refusal.causes.iter().all(|cause| cause.rule() == "SVC-metadata"));
}

#[test]
fn a_service_that_is_being_deleted_gets_no_further_finalizers() {
    let old =
        json!({"name": "web", "deletionTimestamp": "2026-01-01T00:00:00Z", "finalizers": ["example.com/a"]});
    let more = json!({"name": "web", "finalizers": ["example.com/a", "example.com/b"]});
    let refusal = refused(update("1.36", old.clone(), more));
    assert_eq!(
        refusal.message,
        "Service \"web\" is invalid: metadata.finalizers: Forbidden: no new finalizers can be added if the object is \
         being deleted, found new finalizers []string{\"example.com/b\"}"
    );
    assert!(update("1.36", old, json!({"name": "web"})).stored().is_some());
    let deleting = json!({"name": "web", "deletionTimestamp": "2026-01-01T00:00:00Z"});
    for (version, value) in [
        ("1.33", "2026-01-01 00:00:00 +0000 UTC"),
        ("1.34", "\"2026-01-01T00:00:00Z\""),
    ] {
        assert_eq!(
            causes(&update(version, json!({"name": "web"}), deleting.clone()))[0],
            format!("metadata.deletionTimestamp: Invalid value: {value}: field is immutable")
        );
    }
}

#[test]
fn source_ranges_of_an_annotation_are_checked_again_only_if_they_change() {
    const RANGES: &str = "service.beta.kubernetes.io/load-balancer-source-ranges";
    let answer = |version: &str, old: &str| {
        let mut service = web(json!({"name": "web", "annotations": {RANGES: "banana"}}));
        service.spec.type_ = "LoadBalancer".to_owned();
        let mut stored = service.clone();
        stored.metadata = metadata(json!({"name": "web", "annotations": {RANGES: old}}));
        let request = Request::Update {
            old: Box::new(stored.spec),
            old_metadata: Some(Box::new(stored.metadata)),
            service,
        };
        let text = format!("metadata.annotations[{RANGES}]: Invalid value: \"banana\"");
        causes(&admit(&cluster(version), &request))
            .iter()
            .any(|cause| cause.starts_with(&text))
    };
    assert!(answer("1.36", "10.0.0.0/8"));
    assert!(!answer("1.36", "banana"));
    assert!(answer("1.32", "banana"));
}

fn patch(version: &str, stored: &Service, patch: Value) -> Admission {
    let request = Request::Patch {
        stored: Box::new(stored.clone()),
        patch,
    };
    admit(&cluster(version), &request)
}

#[test]
fn a_patch_is_applied_to_the_stored_service() {
    let mut stored = web(json!({"name": "web", "uid": "a", "resourceVersion": "7"}));
    stored.spec = create("1.36", json!({"name": "web"})).stored().unwrap().clone();
    let local = patch(
        "1.36",
        &stored,
        json!({"spec": {"internalTrafficPolicy": "Local"}}),
    );
    let spec = local.stored().unwrap();
    assert_eq!(spec.internal_traffic_policy.as_deref(), Some("Local"));
    assert_eq!(spec.ips(), stored.spec.ips());
    let answer = |patched: Value| refused(patch("1.36", &stored, patched)).message;
    assert_eq!(
        answer(json!({"metadata": {"name": "api"}})),
        "the name of the object (api) does not match the name on the URL (web)"
    );
    // A patch states no object that it is meant for, so another identity is an invalid value.
    assert_eq!(
        answer(json!({"metadata": {"uid": "b"}})),
        "Service \"web\" is invalid: metadata.uid: Invalid value: \"b\": field is immutable"
    );
    assert!(
        answer(json!({"metadata": {"resourceVersion": "6"}}))
            .starts_with("Operation cannot be fulfilled on services \"web\": the object has been modified")
    );
}

#[test]
fn the_traffic_policy_of_an_external_name_is_not_shown_from_1_23() {
    let external: Service = serde_json::from_value(json!({
        "metadata": {"name": "web"},
        "spec": {"type": "ExternalName", "externalName": "example.com", "internalTrafficPolicy": "Local"},
    }))
    .unwrap();
    let stored = |version: &str| {
        let request = Request::Create {
            service: external.clone(),
        };
        let spec = admit(&cluster(version), &request).stored().unwrap().clone();
        assert_eq!(
            crate::admission::read(&cluster(version), &spec),
            spec,
            "{version}"
        );
        spec.internal_traffic_policy
    };
    assert_eq!(stored("1.21"), None);
    assert_eq!(stored("1.22").as_deref(), Some("Local"));
    assert_eq!(stored("1.23"), None);
    assert_eq!(stored("1.36"), None);
    let unset: Service = serde_json::from_value(json!({
        "metadata": {"name": "web"}, "spec": {"type": "ExternalName", "externalName": "example.com"},
    }))
    .unwrap();
    let request = Request::Create { service: unset };
    let spec = admit(&cluster("1.22"), &request).stored().unwrap().clone();
    assert_eq!(spec.internal_traffic_policy.as_deref(), Some("Cluster"));
}

#[test]
fn the_traffic_policy_of_an_external_name_comes_back_with_another_type() {
    let sent = json!({
        "metadata": {"name": "web"},
        "spec": {"type": "ExternalName", "externalName": "example.com", "internalTrafficPolicy": "Local"},
    });
    let change = json!({"type": "ClusterIP", "externalName": null, "ports": [{"port": 80}]});
    let external: Service = serde_json::from_value(sent).unwrap();
    let policy = |answer: &Admission| answer.stored().unwrap().internal_traffic_policy.clone();
    let after = |version: &str, changes: &[Value], replaced: bool| {
        let created = admit(
            &cluster(version),
            &Request::Create {
                service: external.clone(),
            },
        );
        let mut stored = Service {
            spec: created.stored().unwrap().clone(),
            ..external.clone()
        };
        let mut answer = created;
        for change in changes {
            let request = if replaced {
                let mut spec = change.clone();
                spec.as_object_mut().unwrap().retain(|_, value| !value.is_null());
                Request::Update {
                    old: Box::new(stored.spec.clone()),
                    old_metadata: None,
                    service: Service {
                        spec: serde_json::from_value(spec).unwrap(),
                        ..external.clone()
                    },
                }
            } else {
                Request::Patch {
                    stored: Box::new(stored.clone()),
                    patch: json!({ "spec": change }),
                }
            };
            answer = admit(&cluster(version), &request);
            stored.spec = answer.stored().unwrap().clone();
        }
        policy(&answer)
    };
    // A patch meets what is stored, also after another patch; an object that is sent whole replaces it.
    let other_name = json!({"externalName": "example.org"});
    for version in ["1.22", "1.23", "1.30", "1.36", "1.37"] {
        let patches = [other_name.clone(), change.clone()];
        assert_eq!(
            after(version, &patches, false).as_deref(),
            Some("Local"),
            "{version}"
        );
        let sent = [change.clone()];
        assert_eq!(
            after(version, &sent, true).as_deref(),
            Some("Cluster"),
            "{version}"
        );
        // Nothing that was replaced comes back.
        let whole = json!({"type": "ExternalName", "externalName": "example.org"});
        let shown = after(version, &[whole], true);
        assert_eq!(
            shown.as_deref(),
            Some("Cluster").filter(|_| version == "1.22"),
            "{version}"
        );
    }
    assert_eq!(after("1.21", std::slice::from_ref(&change), false), None);
    // A patch may set it while it is not shown.
    let local = [json!({"internalTrafficPolicy": "Cluster"}), change.clone()];
    assert_eq!(after("1.36", &local, false).as_deref(), Some("Cluster"));
}

fn dry_run(version: &str, spec: Value, taken: &Taken) -> Admission {
    let service = Service {
        metadata: metadata(json!({"name": "web"})),
        spec: serde_json::from_value(spec).unwrap(),
    };
    let options = RequestOptions {
        dry_run: true,
        ..RequestOptions::default()
    };
    admit_with(
        &cluster(version).holding(taken),
        &Request::Create { service },
        &options,
    )
}

#[test]
fn a_dry_run_asks_less_and_picks_nothing() {
    let mut taken = Taken::default();
    taken.add_address("10.96.0.7".parse().unwrap());
    let ports = json!([{"port": 80}]);
    let outside = json!({"clusterIP": "10.97.0.1", "ports": ports});
    let text = "spec.clusterIPs: Invalid value: [\"10.97.0.1\"]: failed to allocate IP 10.97.0.1: the provided IP (10.97.0.1) \
                is not in the valid range. The range of valid IPs is 10.96.0.0/16";
    assert_eq!(causes(&dry_run("1.36", outside.clone(), &taken)), [text]);
    // Up to 1.22 a dry run has nothing to do with addresses.
    let early = dry_run("1.22", outside.clone(), &taken);
    assert_eq!(early.stored().unwrap().cluster_ip, "10.97.0.1");
    let early = dry_run("1.22", json!({"ports": ports}), &taken);
    assert_eq!(early.stored().unwrap().cluster_ip, "");
    for version in ["1.23", "1.36"] {
        let in_use = dry_run(version, json!({"clusterIP": "10.96.0.7", "ports": ports}), &taken);
        assert_eq!(in_use.stored().unwrap().cluster_ip, "10.96.0.7", "{version}");
        let picked = dry_run(version, json!({"ports": ports}), &taken);
        assert_eq!(picked.stored().unwrap().cluster_ip, "10.96.0.0", "{version}");
    }
    let two = json!({"type": "NodePort", "ports": [{"name": "a", "port": 80}, {"name": "b", "port": 443}]});
    let node_ports: Vec<i32> = dry_run("1.36", two, &taken)
        .stored()
        .unwrap()
        .node_ports()
        .collect();
    assert_eq!(node_ports, [32_769, 32_770]);
    let low = json!({"type": "NodePort", "ports": [{"port": 80, "nodePort": 80}]});
    assert!(dry_run("1.36", low, &taken).stored().is_some());
}

#[test]
fn a_stored_name_is_refused_after_everything_else() {
    let mut taken = Taken::default();
    taken.add_name("default", "web");
    let answer = |service: Value| {
        let service: Service = serde_json::from_value(service).unwrap();
        refused(admit(
            &cluster("1.36").holding(&taken),
            &Request::Create { service },
        ))
    };
    let exists = answer(json!({"metadata": {"name": "web"}, "spec": {"ports": [{"port": 80}]}}));
    assert_eq!(
        (exists.code, exists.reason.as_str(), exists.message.as_str()),
        (409, "AlreadyExists", "services \"web\" already exists")
    );
    assert_eq!(answer(json!({"metadata": {"name": "web"}})).code, 422);
    let stored = json!({"name": "api", "resourceVersion": "7"});
    let again = refused(create("1.36", stored));
    assert_eq!(
        (again.code, again.message.as_str()),
        (500, "resourceVersion should not be set on objects to be created")
    );
}

#[test]
fn a_request_is_for_the_namespace_of_its_url() {
    let service = web(json!({"name": "web", "namespace": "other"}));
    let options = RequestOptions {
        namespace: "default".to_owned(),
        ..RequestOptions::default()
    };
    let answer = admit_with(&cluster("1.36"), &Request::Create { service }, &options);
    assert_eq!(
        refused(answer).message,
        "the namespace of the provided object does not match the namespace sent on the request"
    );
    let impossible = refused(create("1.36", json!({"name": "web", "namespace": "No_Where"})));
    assert_eq!(
        (impossible.code, impossible.message.as_str()),
        (404, "namespaces \"No_Where\" not found")
    );
}
