//! The endpoint that API servers share, and the releases of tools: from the plan file into the files of each tool, and
//! back from them.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use dualstack_core::export::{ExportContext, Exported, export};
use dualstack_core::i18n::Catalogue;

use dualstack_core::sources::{Field, ImportOptions, Text, import};
use dualstack_core::{Analysis, AnalyzeOptions};

const DUAL: [&str; 2] = [
    "10.244.0.0/16, \"fd00:10:244::/56\"",
    "10.96.0.0/16, \"fd00:10:96::/112\"",
];
const IPV4: [&str; 2] = ["10.244.0.0/16", "10.96.0.0/16"];
const IPV6: [&str; 2] = ["\"fd00:10:244::/56\"", "\"fd00:10:96::/112\""];
const IPV6_FIRST: [&str; 2] = [
    "\"fd00:10:244::/56\", 10.244.0.0/16",
    "\"fd00:10:96::/112\", 10.96.0.0/16",
];

fn plan(version: &str, [pods, services]: [&str; 2], more: &str) -> String {
    format!(
        "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nmetadata: {{name: demo}}\nspec:\n  kubernetesVersion: \
         \"{version}\"\n  podCIDRs: [{pods}]\n  serviceCIDRs: [{services}]\n  nodeCIDRs: [192.168.0.0/20, \
         \"fd00:192:168::/64\"]\n{more}"
    )
}

fn exported(text: &str, target: &str) -> Exported {
    let analysis = Analysis::of(text, &AnalyzeOptions::default());
    let plan = analysis.plan().unwrap();
    export(&ExportContext::new(plan, &[], Catalogue::of("en")), &[target])
}

fn codes(exported: &Exported) -> Vec<&str> {
    exported.diagnostics.iter().map(|found| found.code).collect()
}

/// A target, the ranges of its plan, the endpoint, what stands in its files, and whether the import finds it again.
type Row<'a> = (&'a str, [&'a str; 2], &'a str, &'a [&'a str], bool);

#[test]
fn every_tool_that_takes_an_endpoint_has_it_and_the_import_reads_it_back() {
    let rows: &[Row] = &[
        (
            "kubeadm",
            DUAL,
            "api.example.com:8443",
            &[
                "controlPlaneEndpoint: api.example.com:8443\n",
                "apiServerEndpoint: api.example.com:8443\n",
            ],
            true,
        ),
        (
            "kubeadm",
            DUAL,
            "fd00:192:168::10",
            &["controlPlaneEndpoint: \"[fd00:192:168::10]:6443\"\n"],
            true,
        ),
        (
            "cluster-api",
            DUAL,
            "api.example.com:8443",
            &["controlPlaneEndpoint:\n    host: api.example.com\n    port: 8443\n"],
            true,
        ),
        (
            "k3s",
            DUAL,
            "api.example.com:8443",
            &[
                "server: https://api.example.com:8443\n",
                "tls-san:\n  - api.example.com\n",
            ],
            true,
        ),
        (
            "rke2",
            DUAL,
            "fd00:192:168::10",
            &[
                "server: https://[fd00:192:168::10]:9345\n",
                "tls-san:\n  - fd00:192:168::10\n",
            ],
            true,
        ),
        (
            "talos",
            DUAL,
            "api.example.com",
            &["gen config CLUSTER https://api.example.com:6443 "],
            false,
        ),
        (
            "k0s",
            DUAL,
            "api.example.com:8443",
            &["externalAddress: api.example.com\n    port: 8443\n"],
            true,
        ),
        (
            "kops",
            ["10.96.0.0/14", "10.100.0.0/16"],
            "api.example.com",
            &["masterPublicName: api.example.com\n"],
            true,
        ),
        (
            "kubespray",
            DUAL,
            "api.example.com:8443",
            &[
                "apiserver_loadbalancer_domain_name: api.example.com\n",
                "loadbalancer_apiserver:\n  port: 8443\n",
            ],
            true,
        ),
        (
            "kubespray",
            DUAL,
            "192.168.0.10",
            &["loadbalancer_apiserver:\n  address: \"192.168.0.10\"\n  port: 6443\n"],
            true,
        ),
        (
            "canonical-kubernetes",
            IPV4,
            "api.example.com:7443",
            &["extra-sans:\n  - api.example.com\n", "secure-port: 7443\n"],
            false,
        ),
        (
            "microk8s",
            DUAL,
            "api.example.com",
            &["- api.example.com\n"],
            false,
        ),
        (
            "microshift",
            DUAL,
            "api.example.com",
            &["subjectAltNames:\n    - api.example.com\n"],
            false,
        ),
        (
            "minikube",
            IPV4,
            "api.example.com",
            &["--apiserver-names=api.example.com"],
            false,
        ),
        (
            "minikube",
            IPV4,
            "api.example.com:7443",
            &["--apiserver-names=api.example.com", "--apiserver-port=7443"],
            false,
        ),
        (
            "cilium",
            DUAL,
            "api.example.com:8443",
            &["k8sServiceHost: api.example.com\nk8sServicePort: 8443\n"],
            false,
        ),
        (
            "ovn-kubernetes",
            DUAL,
            "fd00:192:168::10",
            &["k8sAPIServer: https://[fd00:192:168::10]:6443\n"],
            false,
        ),
        (
            "plan-yaml",
            DUAL,
            "api.example.com:8443",
            &["controlPlaneEndpoint: api.example.com:8443\n"],
            true,
        ),
    ];
    for (target, ranges, endpoint, written, comes_back) in rows {
        let more = format!("  controlPlaneEndpoint: \"{endpoint}\"\n");
        let exported = exported(&plan("1.36", *ranges, &more), target);
        let text: String = exported.files.iter().map(|file| file.text.as_str()).collect();
        for part in *written {
            assert!(
                text.contains(part),
                "{target}: {part}\n{text}\n{:?}",
                exported.diagnostics
            );
        }
        assert!(!text.contains("CONTROL_PLANE_ENDPOINT"), "{target}: {text}");
        assert!(!codes(&exported).contains(&"EXP027"), "{target}");
        let texts: Vec<Text<'_>> = exported
            .files
            .iter()
            .map(|file| Text {
                name: Some(&file.path),
                text: &file.text,
            })
            .collect();
        let read = import(&texts, &ImportOptions::default());
        let found = read
            .values
            .iter()
            .find(|value| value.field == Field::ControlPlaneEndpoint)
            .and_then(|value| value.value.as_str().map(str::to_owned));
        let expected = comes_back.then(|| (*endpoint).to_owned());
        assert_eq!(found, expected, "{target}");
    }
}

#[test]
fn a_tool_that_makes_its_own_endpoint_says_so() {
    let more = "  controlPlaneEndpoint: api.example.com\n";
    for (target, ranges) in [("kind", DUAL), ("openshift", DUAL), ("eks", IPV4)] {
        let exported = exported(&plan("1.36", ranges, more), target);
        assert!(
            codes(&exported).contains(&"EXP027"),
            "{target}: {:?}",
            exported.diagnostics
        );
    }
}

#[test]
fn a_tool_that_takes_the_host_alone_says_what_becomes_of_the_port() {
    let kops = ["10.96.0.0/14", "10.100.0.0/16"];
    for (target, ranges, own) in [
        ("kops", kops, 443),
        ("microk8s", IPV4, 16_443),
        ("microshift", IPV4, 6443),
        ("rke2", IPV4, 6443),
    ] {
        let said = |port: u16| -> Vec<String> {
            let more = format!("  controlPlaneEndpoint: api.example.com:{port}\n");
            let exported = exported(&plan("1.36", ranges, &more), target);
            assert!(!exported.files.is_empty(), "{target}: {:?}", exported.diagnostics);
            let found = exported.diagnostics.iter().filter(|found| found.code == "EXP027");
            found
                .map(|found| Catalogue::of("en").text(&found.message))
                .collect()
        };
        assert_eq!(said(own), <[&str; 0]>::default(), "{target}");
        let said = said(7443);
        assert!(
            said.len() == 1 && said[0].contains(&format!("port {own}: of api.example.com:7443")),
            "{target}: {said:?}"
        );
    }
    // Other tools have the port in their files.
    for (target, ranges) in [
        ("kubeadm", DUAL),
        ("k3s", DUAL),
        ("k0s", DUAL),
        ("kubespray", DUAL),
        ("canonical-kubernetes", IPV4),
        ("minikube", IPV4),
    ] {
        let more = "  controlPlaneEndpoint: api.example.com:7443\n";
        assert!(
            !codes(&exported(&plan("1.36", ranges, more), target)).contains(&"EXP027"),
            "{target}"
        );
    }
}

#[test]
fn k0s_before_its_field_takes_the_primary_family_from_the_endpoint() {
    let address = "  controlPlaneEndpoint: \"fd00:192:168::10\"\n";
    let name = "  controlPlaneEndpoint: api.example.com\n";
    let is_written = |version: &str, ranges: [&str; 2], more: &str| {
        let exported = exported(&plan(version, ranges, more), "k0s");
        let text: String = exported.files.iter().map(|file| file.text.as_str()).collect();
        let written = text.contains("externalAddress");
        assert_eq!(codes(&exported).contains(&"EXP027"), !written, "{version} {more}");
        written
    };
    assert!(is_written("1.33", IPV6_FIRST, address));
    assert!(!is_written("1.33", IPV6_FIRST, name));
    assert!(!is_written("1.33", DUAL, address));
    assert!(is_written("1.33", DUAL, name));
    assert!(is_written("1.34", IPV6_FIRST, name));
}

fn found(more: &str) -> Vec<(String, String, String)> {
    let text = plan("1.36", DUAL, more);
    let analysis = Analysis::of(&text, &AnalyzeOptions::default());
    let place = |pointer: &str| pointer.contains("controlPlaneEndpoint") || pointer.contains("tools");
    analysis
        .diagnostics()
        .iter()
        .filter(|found| place(found.location.pointer.as_str()))
        .map(|found| {
            let fix = found
                .fixes
                .first()
                .map(|fix| Catalogue::of("en").text(&fix.title));
            (
                found.code.to_owned(),
                found.location.pointer.as_str().to_owned(),
                fix.unwrap_or_default(),
            )
        })
        .collect()
}

fn one(code: &str, pointer: &str, fix: &str) -> Vec<(String, String, String)> {
    vec![(code.to_owned(), pointer.to_owned(), fix.to_owned())]
}

#[test]
fn what_is_no_endpoint_is_reported() {
    for text in ["api:0", "https://api.example.com", "[fd00::1", "api_server"] {
        let more = format!("  controlPlaneEndpoint: \"{text}\"\n");
        assert_eq!(
            found(&more),
            one("FILE016", "/spec/controlPlaneEndpoint", ""),
            "{text}"
        );
    }
    for text in ["api", "fd00::11", "[fd00::11]:443", "203.0.113.1:6443"] {
        assert_eq!(
            found(&format!("  controlPlaneEndpoint: \"{text}\"\n")),
            [],
            "{text}"
        );
    }
}

#[test]
fn unknown_tools_and_releases_are_reported_with_the_nearest() {
    assert_eq!(
        found("  tools: {cilium: 1.20, calico: v3.31.1, kind: \"0.30\", talos: \"1.14\"}\n"),
        []
    );
    assert_eq!(
        found("  tools: {cilum: \"1.18\"}\n"),
        one("FILE011", "/spec/tools/cilum", "rename to `cilium`")
    );
    assert_eq!(
        found("  tools: {cilium: \"1.30\"}\n"),
        one("FILE015", "/spec/tools/cilium", "use `1.20`")
    );
    assert_eq!(
        found("  tools: {cilium: newest}\n"),
        one("FILE016", "/spec/tools/cilium", "")
    );
}

fn text_of(exported: &Exported) -> String {
    exported.files.iter().map(|file| file.text.as_str()).collect()
}

#[test]
fn files_say_for_which_release_they_are_and_follow_it() {
    let cilium = |more: &str| exported(&plan("1.36", IPV6, more), "cilium");
    let newest = cilium("");
    let text = text_of(&newest);
    assert!(
        text.contains("# for Cilium 1.20, the newest known for this version"),
        "{text}"
    );
    assert!(text.contains("preferIpv6: true\n") && text.contains("underlayProtocol: ipv6\n"));
    let older = cilium("  tools: {cilium: \"1.18\"}\n");
    let text = text_of(&older);
    assert!(
        text.contains("# for Cilium 1.18\n") && !text.contains("preferIpv6"),
        "{text}"
    );
    assert!(text.contains("underlayProtocol: ipv6\n"));
    assert!(codes(&older).contains(&"EXP028") && !codes(&newest).contains(&"EXP028"));
    let oldest = text_of(&cilium("  tools: {cilium: \"1.17\"}\n"));
    assert!(
        !oldest.contains("underlayProtocol") && !oldest.contains("routingMode: tunnel"),
        "{oldest}"
    );

    let calico = |more: &str| text_of(&exported(&plan("1.36", DUAL, more), "calico-manifest"));
    let bandwidth = "\"type\": \"bandwidth\"";
    assert!(calico("  tools: {calico: \"3.29\"}\n").contains(bandwidth));
    assert!(!calico("").contains(bandwidth) && !calico("  tools: {calico: \"3.30\"}\n").contains(bandwidth));
    assert!(calico("").contains("# for Calico 3.32, the newest known"));

    let talos = |more: &str| {
        let exported = exported(&plan("1.34", DUAL, more), "talos");
        exported
            .files
            .into_iter()
            .map(|file| file.path)
            .collect::<Vec<_>>()
    };
    assert_eq!(talos("").len(), 2);
    assert_eq!(
        talos("  tools: {talos: \"1.13\"}\n"),
        ["talos/1.13-and-earlier.yaml"]
    );
    assert_eq!(
        talos("  tools: {talos: \"1.14\"}\n"),
        ["talos/1.14-and-later.yaml"]
    );
}

#[test]
fn a_release_that_cannot_build_the_cluster_is_an_error_of_lint_and_of_the_export() {
    let own = |distribution: &str, version: &str, ranges: [&str; 2], release: &str| {
        let more = format!("  distribution: {distribution}\n  tools: {{{distribution}: \"{release}\"}}\n");
        let text = plan(version, ranges, &more);
        let refused = exported(&text, distribution).files.is_empty();
        let analysis = Analysis::of(&text, &AnalyzeOptions::default());
        let is_said = |found: &dualstack_core::diagnostic::Diagnostic| {
            found.message.id.starts_with("EXP028") && found.location.pointer.as_str() == "/spec/tools"
        };
        (refused, analysis.diagnostics().iter().any(is_said))
    };
    assert_eq!(own("kind", "1.34", IPV6_FIRST, "0.11"), (true, true));
    assert_eq!(own("kind", "1.34", IPV6_FIRST, "0.12"), (false, false));
    assert_eq!(own("kind", "1.34", DUAL, "0.11"), (false, false));
    assert_eq!(own("talos", "1.37", DUAL, "1.13"), (true, true));
    assert_eq!(own("talos", "1.31", DUAL, "1.14"), (true, true));
    assert_eq!(own("talos", "1.36", DUAL, "1.13"), (false, false));
}
