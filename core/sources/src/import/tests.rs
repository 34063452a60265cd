use super::*;

fn made(texts: &[(&str, &str)]) -> Import {
    let texts: Vec<Text<'_>> = texts
        .iter()
        .map(|(name, text)| Text {
            name: Some(name),
            text,
        })
        .collect();
    import(&texts, None)
}

#[test]
fn a_kubeadm_file_and_a_plugin_make_a_plan() {
    let kubeadm = "apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nkubernetesVersion: v1.33.2\nnetworking:\n  \
                   podSubnet: 10.244.0.0/16,fd00:10:244::/56\n  serviceSubnet: 10.96.0.0/16,fd00:10:96::/112\n";
    let calico = "apiVersion: operator.tigera.io/v1\nkind: Installation\nmetadata: {name: default}\nspec:\n  calicoNetwork:\n    \
                  ipPools:\n      - {cidr: 10.244.0.0/16}\n      - {cidr: \"fd00:10:245::/56\"}\n";
    let made = made(&[("kubeadm.yaml", kubeadm), ("calico.yaml", calico)]);
    assert_eq!(made.missing, []);
    assert!(
        made.plan
            .contains("  kubernetesVersion: \"1.33.2\" # kubeadm.yaml:3, kubernetesVersion\n"),
        "{}",
        made.plan
    );
    assert!(made.plan.contains("  podCIDRs: # kubeadm.yaml:5, networking.podSubnet\n    - 10.244.0.0/16\n    - fd00:10:244::/56\n"), "{}", made.plan);
    assert!(
        made.plan.contains("  cni: calico # calico.yaml:1"),
        "{}",
        made.plan
    );
    let [contradiction] = made.contradictions.as_slice() else {
        panic!("{:?}", made.contradictions)
    };
    assert_eq!(contradiction.other.values, ["10.244.0.0/16", "fd00:10:245::/56"]);
    assert_eq!(contradiction.other.origin.line, 7);
}

#[test]
fn a_dump_of_a_cluster_is_observed() {
    let dump = "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Node\n  metadata: {name: n1}\n  spec:\n    podCIDRs: [10.244.0.0/24, \
                \"fd00:10:244::/64\"]\n  status: {capacity: {pods: \"110\"}, nodeInfo: {kubeletVersion: v1.33.2+k3s1}}\n- apiVersion: \
                networking.k8s.io/v1\n  kind: ServiceCIDR\n  metadata: {name: kubernetes}\n  spec: {cidrs: [10.96.0.0/16]}\n- apiVersion: v1\n  \
                kind: Service\n  metadata: {name: web, uid: x}\n  spec: {clusterIP: 10.96.0.9}\n";
    let made = made(&[("dump.yaml", dump)]);
    let value = |field: Field| {
        made.values
            .iter()
            .find(|value| value.field == field)
            .map(|value| value.values.join(","))
    };
    assert_eq!(value(Field::NodeCount).as_deref(), Some("1"));
    assert_eq!(value(Field::MaskSizeIpv6).as_deref(), Some("64"));
    assert_eq!(value(Field::ServiceCidrs).as_deref(), Some("10.96.0.0/16"));
    assert_eq!(made.missing, [Field::PodCidrs]);
    assert!(
        made.plan
            .contains("---\napiVersion: networking.k8s.io/v1\nkind: ServiceCIDR\n"),
        "{}",
        made.plan
    );
    assert!(made.plan.contains("kind: Service\n"));
}

#[test]
fn versions_are_read_as_tools_print_them() {
    for (text, version) in [
        (
            "Client Version: v1.34.1\nKustomize Version: v5.7.1\nServer Version: v1.33.5",
            "1.33.5",
        ),
        (
            "Server Version: version.Info{Major:\"1\", Minor:\"20\", GitVersion:\"v1.20.2\", GitCommit:\"x\"}",
            "1.20.2",
        ),
        ("{\"serverVersion\": {\"gitVersion\": \"v1.31.0\"}}", "1.31.0"),
    ] {
        let made = made(&[("version", text)]);
        assert_eq!(made.values[0].values, [version], "{text}");
    }
}

#[test]
fn what_is_not_understood_is_said() {
    let made = made(&[("nginx.conf", "server {\n  listen [::]:80;\n}\n")]);
    assert_eq!(made.values, []);
    assert_eq!(made.unread.len(), 1);
    assert_eq!(made.missing.len(), 3);
}

#[test]
fn a_plan_comes_back_as_it_was() {
    let plan = "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nmetadata: {name: demo}\nspec:\n  kubernetesVersion: \"1.36\"\n  podCIDRs: \
                [\"fd00:10:244::/56\", 10.244.0.0/16]\n  serviceCIDRs: [\"fd00:10:96::/112\", 10.96.0.0/16]\n  featureGates: {IPv6DualStack: true}\n  \
                nodes: {count: 3, maskSizeIPv6: 64}\n  cni: cilium\n";
    let made = made(&[("plan.yaml", plan)]);
    let read = crate::document::read(&made.plan);
    let json = crate::document::to_json(read.documents[0].root());
    let wanted = crate::document::read(plan);
    assert_eq!(
        json,
        crate::document::to_json(wanted.documents[0].root()),
        "{}",
        made.plan
    );
}
