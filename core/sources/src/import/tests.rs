use super::*;
use crate::i18n::Catalogue;
use crate::kinds::KINDS;

fn imported(texts: &[(&str, &str)]) -> Import {
    let texts: Vec<Text<'_>> = texts
        .iter()
        .map(|(name, text)| Text {
            name: Some(name),
            text,
        })
        .collect();
    import(&texts, &ImportOptions::default())
}

fn codes(import: &Import) -> Vec<&'static str> {
    import.diagnostics.iter().map(|found| found.code).collect()
}

fn told(import: &Import, code: &str) -> Vec<String> {
    let english = Catalogue::of("en");
    let of_code = import.diagnostics.iter().filter(|found| found.code == code);
    of_code.map(|found| english.text(&found.message)).collect()
}

#[test]
fn every_kind_has_a_name_in_every_language() {
    use_exports();
    for tag in ["en", "ja"] {
        let catalogue = Catalogue::of(tag);
        for kind in KINDS {
            assert!(catalogue.has(&format!("source-{}", kind.id)), "{tag} {}", kind.id);
        }
    }
}

#[test]
fn every_code_says_what_to_do() {
    use_exports();
    let kubeadm = "kind: ClusterConfiguration\napiVersion: kubeadm.k8s.io/v1beta3\nnetworking: {podSubnet: 10.244.0.0/16}\n";
    let other = "kube-controller-manager --cluster-cidr=10.245.0.0/16 --node-cidr-mask-size-ipv4=x";
    let import = imported(&[
        ("a", kubeadm),
        ("b", other),
        ("c", "kind: Ingress\napiVersion: networking.k8s.io/v1\n"),
    ]);
    let mut found = codes(&import);
    found.dedup();
    assert_eq!(
        found,
        ["IMP001", "IMP002", "IMP007", "IMP005", "IMP006", "IMP003"]
    );
    for tag in ["en", "ja"] {
        let catalogue = Catalogue::of(tag);
        for diagnostic in &import.diagnostics {
            let help = catalogue.text(diagnostic.help.as_ref().unwrap());
            assert!(!help.contains("{ $") && !help.contains("IMP0"), "{tag} {help}");
        }
        for code in 1..=10 {
            for part in ["", ".title", ".help"] {
                assert!(
                    catalogue.has(&format!("IMP{code:03}{part}")),
                    "{tag} {code}{part}"
                );
            }
        }
    }
}

#[test]
fn a_contradiction_names_both_places() {
    let import = imported(&[
        (
            "kubeadm.yaml",
            "apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nnetworking:\n  podSubnet: 10.244.0.0/16\n  serviceSubnet: 10.96.0.0/16\n",
        ),
        ("ps.txt", "kube-apiserver --service-cluster-ip-range=10.97.0.0/16"),
    ]);
    assert_eq!(
        told(&import, "IMP001"),
        [
            "`spec.serviceCIDRs` is 10.96.0.0/16 at kubeadm.yaml:5 networking.serviceSubnet and 10.97.0.0/16 at ps.txt:1 \
             --service-cluster-ip-range"
        ]
    );
    assert_eq!(import.contradictions.len(), 1);
    assert_eq!(import.contradictions[0].taken.value, "10.96.0.0/16");
}

#[test]
fn what_a_cluster_shows_outweighs_what_a_file_asks_for() {
    let import = imported(&[
        (
            "plan.yaml",
            "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec: {kubernetesVersion: '1.32', nodes: {count: 9, max: 40}, reserved: [{name: office, cidr: 172.16.0.0/16}]}\n",
        ),
        (
            "version.txt",
            "Client Version: v1.35.0\nKustomize Version: v5.0.4\nServer Version: v1.33.2+k3s1\n",
        ),
    ]);
    assert_eq!(
        import.text,
        "\
apiVersion: dualstack-planner/v1
kind: ClusterPlan
spec:
  kubernetesVersion: \"1.33.2\" # version.txt:3 Server Version
  nodes:
    count: 9 # plan.yaml:3 spec.nodes.count
    max: 40
  distribution: k3s # version.txt:3 Server Version
  reserved:
    - name: office
      cidr: 172.16.0.0/16
"
    );
    assert_eq!(codes(&import).iter().filter(|code| **code == "IMP001").count(), 1);
}

#[test]
fn a_list_of_a_plan_that_is_too_broken_to_be_read_is_no_node() {
    // What `-o jsonpath` prints, each Node in its line or all in one, with and without names.
    for (printed, names) in [
        (
            "wk-1 [\"10.244.1.0/24\"]\nwk-2: [\"10.244.2.0/24\"]\n",
            vec!["wk-1", "wk-2"],
        ),
        (
            "wk-1 [\"10.244.1.0/24\"] wk-2 [\"10.244.2.0/24\"]\n",
            vec!["wk-1", "wk-2"],
        ),
        ("  wk-1 [\"10.244.1.0/24\"]\n", vec!["wk-1"]),
        ("[\"10.244.1.0/24\"][\"10.244.2.0/24\"]\n", vec!["#1", "#2"]),
        // Fields: a name that no Node has, or a field at its indentation.
        ("podCIDRs: [\"10.244.0.0/16\"]\n", vec![]),
        ("  cidrs: [\"10.244.0.0/16\"]\n", vec![]),
        (": [\"10.244.0.0/16\"]\n", vec![]),
        ("wk-1 [\"10.244.1.0/24\"] podCIDRs: [\"10.244.2.0/24\"]\n", vec![]),
    ] {
        // The bracket behind them keeps the whole from being YAML.
        let found = read(&[Text::pasted(&format!("{printed}}}{{\n"))], None);
        let nodes: Vec<&str> = found
            .beside
            .iter()
            .filter_map(|beside| beside.object.pointer("/metadata/name")?.as_str())
            .collect();
        assert_eq!(nodes, names, "{printed}");
    }
}

const DUMP: &str = r#"apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Node
  metadata: {name: a, uid: x, managedFields: [{manager: kubelet}]}
  spec: {podCIDR: 10.244.0.0/24, podCIDRs: [10.244.0.0/24, "fd00:10:244::/64"], providerID: "aws:///eu-west-1a/i-0"}
  status:
    addresses: [{type: InternalIP, address: 192.168.1.11}, {type: Hostname, address: a}]
    capacity: {pods: "110"}
    nodeInfo: {kubeletVersion: v1.33.2}
- apiVersion: v1
  kind: Node
  metadata: {name: b}
  spec: {podCIDR: 10.244.3.0/24, podCIDRs: [10.244.3.0/24, "fd00:10:244:0:3::/64"]}
  status:
    addresses: [{type: InternalIP, address: 192.168.1.12}]
    capacity: {pods: "110"}
    nodeInfo: {kubeletVersion: v1.33.2}
- apiVersion: v1
  kind: Service
  metadata: {name: web, namespace: shop, uid: y}
  spec: {clusterIP: 10.96.7.7, clusterIPs: [10.96.7.7, "fd00:10:96::7"], type: NodePort, ports: [{port: 80, nodePort: 30080}]}
- apiVersion: networking.k8s.io/v1
  kind: ServiceCIDR
  metadata: {name: kubernetes}
  spec: {cidrs: [10.96.0.0/16, "fd00:10:96::/112"]}
- apiVersion: networking.k8s.io/v1
  kind: IPAddress
  metadata: {name: 10.96.9.9}
  spec: {parentRef: {resource: services, namespace: other, name: db}}
"#;

#[test]
fn a_dump_gives_what_is_used() {
    let import = imported(&[("dump.yaml", DUMP)]);
    let plan: Vec<&str> = import.text.split("---\n").collect();
    assert_eq!(plan[0], "\
apiVersion: dualstack-planner/v1
kind: ClusterPlan
spec:
  kubernetesVersion: \"1.33.2\" # dump.yaml:11 status.nodeInfo.kubeletVersion, dump.yaml:19 status.nodeInfo.kubeletVersion
  serviceCIDRs: # dump.yaml:27 spec.cidrs
    - 10.96.0.0/16
    - fd00:10:96::/112
  nodes:
    count: 2 # dump.yaml:4
    maxPods: 110 # dump.yaml:10 status.capacity.pods, dump.yaml:18 status.capacity.pods
    maskSizeIPv4: 24 # dump.yaml:7 spec.podCIDRs, dump.yaml:15 spec.podCIDRs
    maskSizeIPv6: 64 # dump.yaml:7 spec.podCIDRs, dump.yaml:15 spec.podCIDRs
  provider: aws # dump.yaml:7 spec.providerID
");
    // Two Nodes, the Service and the IPAddress.
    assert_eq!(plan.len(), 5);
    assert!(!import.text.contains("managedFields"));
    let blocks: Vec<(&str, usize)> = import
        .occupancy
        .node_blocks
        .iter()
        .map(|used| (used.node.as_str(), used.pod_cidrs.len()))
        .collect();
    assert_eq!(blocks, [("a", 2), ("b", 2)]);
    let addresses: Vec<(&str, &str)> = import
        .occupancy
        .cluster_ips
        .iter()
        .map(|used| (used.address.as_str(), used.owner.as_str()))
        .collect();
    assert_eq!(
        addresses,
        [
            ("10.96.7.7", "shop/web"),
            ("fd00:10:96::7", "shop/web"),
            ("10.96.9.9", "other/db")
        ]
    );
    assert_eq!(import.occupancy.node_ports[0].port, 30080);
    assert_eq!(codes(&import), ["IMP002", "IMP007"]);
    assert_eq!(
        told(&import, "IMP007"),
        ["nodes have the addresses 192.168.1.11, 192.168.1.12, but nothing says which networks they lie in"]
    );
}

#[test]
fn cluster_info_dump_is_json_with_logs_between() {
    let text = "{\n    \"kind\": \"NodeList\",\n    \"apiVersion\": \"v1\",\n    \"items\": [\n        {\"metadata\": {\"name\": \"a\"}, \"spec\": {\"podCIDR\": \"10.244.0.0/24\"}}\n    ]\n}\n{\n    \"kind\": \"PodList\",\n    \"apiVersion\": \"v1\",\n    \"items\": [\n        {\"metadata\": {\"name\": \"kube-controller-manager-a\"}, \"spec\": {\"containers\": [{\"command\": [\"kube-controller-manager\", \"--cluster-cidr=10.244.0.0/16\"]}]}}\n    ]\n}\n==== START logs for container etcd of pod kube-system/etcd-a ====\nhello\n==== END logs for container etcd of pod kube-system/etcd-a ====\n";
    let import = imported(&[("dump.json", text)]);
    assert!(
        import.text.contains("podCIDRs: # dump.json:12 "),
        "{}",
        import.text
    );
    assert_eq!(import.occupancy.node_blocks[0].node, "a");
}

#[test]
fn gates_of_all_components_add_up() {
    let import = imported(&[(
        "ps.txt",
        "kube-apiserver --feature-gates=A=true,B=false\nkubelet --feature-gates=B=true,C=true\n",
    )]);
    let gates = import
        .values
        .iter()
        .find(|value| value.field == Field::FeatureGates)
        .unwrap();
    assert_eq!(gates.value, serde_json::json!({"A": true, "B": false, "C": true}));
    assert_eq!(import.contradictions.len(), 1);
}

#[test]
fn nothing_understood_is_an_error_and_no_plan() {
    let import = imported(&[("nginx.conf", "worker_processes auto;\n")]);
    assert_eq!(codes(&import), ["IMP004"]);
    let import = import_nothing();
    assert_eq!(codes(&import), ["IMP004"]);
}

fn import_nothing() -> Import {
    import(&[], &ImportOptions::default())
}

#[test]
fn only_some_pieces_start_components() {
    for (text, starts) in [
        ("kube-proxy --cluster-cidr=10.244.0.0/16", true),
        (
            "apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n",
            true,
        ),
        (
            "apiVersion: v1\nkind: Node\nmetadata: {name: a}\nspec: {podCIDR: 10.244.0.0/24}\n",
            false,
        ),
        (
            "apiVersion: metallb.io/v1beta1\nkind: IPAddressPool\nspec: {addresses: [192.0.2.0/24]}\n",
            false,
        ),
    ] {
        let found = imported(&[("", text)]);
        assert_eq!((found.pieces.len(), found.starts), (1, starts), "{text}");
    }
}

#[test]
fn pools_of_balancers_are_networks() {
    let import = imported(&[(
        "metallb.yaml",
        "apiVersion: metallb.io/v1beta1\nkind: IPAddressPool\nmetadata: {name: a}\nspec: {addresses: [192.168.1.240-192.168.1.250]}\n",
    )]);
    assert_eq!(
        import.values[0].value,
        serde_json::json!(["192.168.1.240/29", "192.168.1.248/31", "192.168.1.250/32"])
    );
}

#[test]
fn an_order_that_nobody_says_is_told() {
    let flannel = "{\"Network\": \"10.244.0.0/16\", \"IPv6Network\": \"fd00::/56\", \"EnableIPv6\": true, \"Backend\": {}}";
    let import = imported(&[("net-conf.json", flannel)]);
    assert!(codes(&import).contains(&"IMP010"));
    let import = imported(&[
        ("net-conf.json", flannel),
        (
            "ps.txt",
            "kube-controller-manager --cluster-cidr=fd00::/56,10.244.0.0/16",
        ),
    ]);
    assert!(!codes(&import).contains(&"IMP010"));
    assert_eq!(import.contradictions, []);
    assert_eq!(
        import.values[0].value,
        serde_json::json!(["fd00::/56", "10.244.0.0/16"])
    );
}

#[test]
fn a_plan_comes_back_as_it_was() {
    let plan = "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nmetadata: {name: demo}\nspec:\n  kubernetesVersion: \"1.36\"\n  podCIDRs: [\"fd00:10:244::/56\", 10.244.0.0/16]\n  serviceCIDRs: [\"fd00:10:96::/112\", 10.96.0.0/16]\n  featureGates: {IPv6DualStack: true}\n  nodes: {count: 3, maskSizeIPv6: 64}\n  cni: cilium\n";
    let json = |text: &str| {
        let read = crate::document::read(text);
        crate::document::to_json(read.documents[0].root())
    };
    assert_eq!(json(&imported(&[("plan.yaml", plan)]).text), json(plan));
}

#[test]
fn clouds_show_their_clusters() {
    let eks = r#"{"cluster": {"name": "prod", "arn": "arn:aws:eks:eu-west-1:1:cluster/prod", "version": "1.31", "kubernetesNetworkConfig": {"serviceIpv4Cidr": "172.20.0.0/16", "ipFamily": "ipv4"}}}"#;
    let gke = r#"{"name": "prod", "clusterIpv4Cidr": "10.4.0.0/14", "servicesIpv4Cidr": "10.8.0.0/20", "currentMasterVersion": "1.33.5-gke.1200", "currentNodeCount": 3, "ipAllocationPolicy": {"servicesIpv6CidrBlock": "fd20:1::/112"}, "nodeIpv4CidrSize": 24}"#;
    let aks = r#"{"name": "prod", "kubernetesVersion": "1.31.2", "agentPoolProfiles": [{"count": 3, "maxPods": 250}], "networkProfile": {"networkPlugin": "azure", "networkDataplane": "cilium", "podCidrs": ["10.244.0.0/16", "fd12::/64"], "serviceCidrs": ["10.0.0.0/16", "fd34::/108"]}}"#;
    for (text, expected) in [
        (eks, "eks aws 1.31 [] [172.20.0.0/16]"),
        (gke, "gke gcp 1.33.5 [10.4.0.0/14] [10.8.0.0/20,fd20:1::/112]"),
        (
            aks,
            "aks azure 1.31.2 [10.244.0.0/16,fd12::/64] [10.0.0.0/16,fd34::/108]",
        ),
    ] {
        let import = imported(&[("cloud.json", text)]);
        let value = |field: Field| {
            let value = import.values.iter().find(|value| value.field == field);
            value.map_or(Json::Null, |value| value.value.clone())
        };
        let one = |field| value(field).as_str().unwrap_or_default().to_owned();
        let list = |field| {
            let texts: Vec<String> = value(field)
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|text| Some(text.as_str()?.to_owned()))
                .collect();
            format!("[{}]", texts.join(","))
        };
        let found = format!(
            "{} {} {} {} {}",
            one(Field::Distribution),
            one(Field::Provider),
            one(Field::KubernetesVersion),
            list(Field::PodCidrs),
            list(Field::ServiceCidrs)
        );
        assert_eq!(found, expected);
    }
}

proptest::proptest! {
    #[test]
    fn no_text_is_too_odd(
        lines in proptest::collection::vec(
            "(kind: Node|kind: Service|apiVersion: v1|spec:|  podCIDRs: |  cidrs: |Server Version: |az aks create |metadata: |- |\\{|\\}|--[a-z-]{0,9}|[=\"'\\\\${}: a-zA-Z]){0,8}",
            0..6,
        )
    ) {
        let text = lines.join("\n");
        let import = imported(&[("odd", &text)]);
        proptest::prop_assert!(!import.diagnostics.is_empty());
    }
}

#[test]
fn manifests_and_a_unit_that_were_pasted_together_are_both_read() {
    let text = "apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.33.2\nnetworking:\n  \
        podSubnet: 10.244.0.0/16\n---\n[Service]\nExecStart=/usr/bin/kube-proxy --cluster-cidr=10.99.0.0/16\n";
    let imported = import(&[Text::pasted(text)], &ImportOptions::default());
    let kinds: Vec<(&str, usize)> = imported
        .pieces
        .iter()
        .map(|piece| (piece.kind, piece.line))
        .collect();
    assert_eq!(kinds, [("kubeadm", 1), ("command-line", 7)]);
    assert_eq!(imported.contradictions[0].other.origin.line, 8);
}
