//! Configuration files of kubelet and kube-proxy with fields that are unknown, or values of another type.

use crate::check;
use crate::components::Effect;
use crate::diagnostic::Component;

/// What components print about a text, and what becomes of them.
fn texts(version: &str, text: &str) -> Vec<(String, Effect)> {
    let checks = check(version.parse().unwrap(), text);
    let failed = checks.into_iter().flat_map(|check| check.failed_checks);
    failed.map(|check| (check.text, check.effect)).collect()
}

#[test]
fn fields_that_a_configuration_does_not_have_are_logged_and_ignored() {
    let proxy = "apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\nclusterCidr: \
                 10.244.0.0/16\nipvs:\n  excludeCidrs: []\n  strictARP: true\nnftables:\n  masqueradeAll: true\n";
    let lenient = |fields: &str| {
        let text = format!(
            "\"Using lenient decoding as strict decoding failed\" err=\"strict decoding error: {fields}\""
        );
        (text, Effect::Warning)
    };
    let both = "unknown field \\\"clusterCidr\\\", unknown field \\\"ipvs.excludeCidrs\\\"";
    assert!(
        texts("1.33", proxy).contains(&lenient(both)),
        "{:?}",
        texts("1.33", proxy)
    );
    // The table of nftables came with 1.29.
    let three = format!("{both}, unknown field \\\"nftables\\\"");
    assert!(
        texts("1.28", proxy).contains(&lenient(&three)),
        "{:?}",
        texts("1.28", proxy)
    );
    assert!(texts("1.20", proxy).contains(&("found unknown field: clusterCidr".to_owned(), Effect::Warning)));
}

#[test]
fn values_of_another_type_end_the_start() {
    let kubelet = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nclusterDNS: 10.96.0.10\n\
                   featureGates:\n  GracefulNodeShutdown: \"true\"\nmaxPods: 110\n";
    let checks = check("1.33".parse().unwrap(), kubelet);
    assert_eq!(
        checks[0].printed,
        [
            "failed to decode: json: cannot unmarshal string into Go struct field KubeletConfiguration.clusterDNS of type \
             []string"
        ]
    );
    let gates = kubelet.replace("clusterDNS: 10.96.0.10\n", "");
    assert_eq!(
        check("1.33".parse().unwrap(), &gates)[0].printed,
        [
            "failed to decode: json: cannot unmarshal string into Go struct field KubeletConfiguration.featureGates of type \
             bool"
        ]
    );
    let right = gates.replace("\"true\"", "true");
    assert_eq!(check("1.33".parse().unwrap(), &right)[0].failed_checks, []);
}

#[test]
fn kubeadm_tells_fields_of_components_and_does_not_hand_them_on() {
    let file = "apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n---\n\
                apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nclusterDns: [10.96.0.10]\n";
    let checks = check("1.33".parse().unwrap(), file);
    let said: Vec<(Component, String)> = checks
        .into_iter()
        .flat_map(|check| check.failed_checks)
        .map(|check| (check.component, check.text))
        .collect();
    assert_eq!(
        said,
        [(
            Component::Kubeadm,
            "error unmarshaling configuration schema.GroupVersionKind{Group:\"kubelet.config.k8s.io\", \
             Version:\"v1beta1\", Kind:\"KubeletConfiguration\"}: strict decoding error: unknown field \"clusterDns\""
                .to_owned()
        )]
    );
}

#[test]
fn a_file_that_cannot_be_read_whole_is_not_taken_for_nothing() {
    let file = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n\tmaxPods: 110\n";
    let running = crate::running(&[crate::Text::pasted(file)], None);
    assert_eq!(running.start_ups, []);
    assert_eq!(running.unread[0].origin.line, 3);
    let checked = crate::check_texts("1.33".parse().unwrap(), &[crate::Text::pasted(file)]);
    assert_eq!(checked.checks, []);
    let codes: Vec<&str> = checked.diagnostics.iter().map(|found| found.code).collect();
    assert_eq!(codes, ["FILE001"]);
}

#[test]
fn kubeadm_names_keys_that_stand_twice() {
    // deckhouse/deckhouse#10675 (1.27) and kubernetes-sigs/kubespray#3890 (1.13): the line is that of the value, counted
    // from the start of the document.
    let file = "---\napiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nnetworking:\n  podSubnet: 10.244.0.0/16\n\
                networking:\n  # the second one\n  dnsDomain: cluster.local\nclusterName: a\nclusterName: b\n";
    let lines = "yaml: unmarshal errors:\n  line 7: key \"networking\" already set in map\n  line 9: key \"clusterName\" \
                 already set in map";
    let kind = "error unmarshaling configuration schema.GroupVersionKind{Group:\"kubeadm.k8s.io\", \
                Version:\"v1beta3\", Kind:\"ClusterConfiguration\"}: ";
    assert!(
        texts("1.30", file).contains(&(format!("{kind}strict decoding error: {lines}"), Effect::Warning))
    );
    assert!(texts("1.22", file).contains(&(
        format!("{kind}error converting YAML to JSON: {lines}"),
        Effect::Warning
    )));
    let unknown = file.replace("podSubnet", "podSubnets");
    let both = format!("{kind}strict decoding error: {lines}, unknown field \"networking.podSubnets\"");
    assert!(texts("1.30", &unknown).contains(&(both, Effect::Warning)));
}

#[test]
fn a_manifest_that_was_cut_above_its_spec_still_starts_its_container() {
    let cut = "spec:\n  containers:\n  - command:\n    - kube-apiserver\n    - --feature-gates=EphemeralContainers=true\n    \
               image: registry.k8s.io/kube-apiserver:v1.27.3\n";
    let found = texts("1.27", cut);
    assert!(
        found[0]
            .0
            .ends_with("unrecognized feature gate: EphemeralContainers"),
        "{found:?}"
    );
}
