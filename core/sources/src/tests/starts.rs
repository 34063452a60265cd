//! What is started by the files and lines of each installer, and what is refused.

use crate::diagnostic::Component;
use crate::{Text, check_texts};

/// Returns the lines `component: text` of everything that ends or spoils a start, and the codes of diagnostics.
fn told(version: &str, text: &str) -> (Vec<String>, Vec<&'static str>) {
    let checked = check_texts(version.parse().unwrap(), &[Text::pasted(text)]);
    let lines = checked
        .checks
        .iter()
        .flat_map(|check| &check.failed_checks)
        // kube-controller-manager says so wherever there is no second range, kube-proxy wherever a field is not set.
        .filter(|failed| {
            !failed.text.starts_with("No ") && !failed.text.starts_with("nodePortAddresses is unset;")
        })
        .map(|failed| format!("{}: {}", failed.component.as_str(), failed.text))
        .collect();
    (
        lines,
        checked.diagnostics.iter().map(|found| found.code).collect(),
    )
}

#[track_caller]
fn says(version: &str, text: &str, expected: &[&str]) {
    let (lines, codes) = told(version, text);
    for line in expected {
        assert!(
            lines.iter().any(|found| found == line),
            "{line}\n{lines:#?} {codes:?}"
        );
    }
    assert_eq!(lines.len(), expected.len(), "{lines:#?} {codes:?}");
}

fn components(version: &str, text: &str) -> Vec<&'static str> {
    let checked = check_texts(version.parse().unwrap(), &[Text::pasted(text)]);
    checked
        .checks
        .iter()
        .map(|check| check.component.as_str())
        .collect()
}

fn value(version: &str, text: &str, component: Component, flag: &str) -> Option<String> {
    let checked = check_texts(version.parse().unwrap(), &[Text::pasted(text)]);
    let check = checked.checks.iter().find(|check| check.component == component)?;
    check.input.flags.get(flag).map(str::to_owned)
}

const K3S: &str = "\
cluster-cidr: fddf:f7bc:9670::/48,10.244.0.0/16
service-cidr: fddf:f7bc:9671::/112,10.43.0.0/16
disable:
- flannel
disable-network-policy: true
flannel-backend: none
node-ip: 192.0.2.10,2001:db8::10
kube-controller-manager-arg:
- 'bind-address=::'
- 'node-cidr-mask-size-ipv6=64'
kubelet-arg:
- feature-gates=GracefulNodeShutdown=true
";

#[test]
fn k3s_advertises_the_first_address_of_the_node() {
    says(
        "1.24",
        K3S,
        &[
            "kube-apiserver: error creating bootstrap controller: service IP family \"fddf:f7bc:9671::/112\" must match \
             public address family \"192.0.2.10\"",
        ],
    );
    assert_eq!(
        components("1.24", K3S),
        [
            "kube-apiserver",
            "kube-proxy",
            "kube-controller-manager",
            "kubelet"
        ]
    );
}

#[test]
fn k3s_refuses_before_it_starts_anything() {
    says(
        "1.20",
        "cluster-cidr: 10.42.0.0/16,fd42::/56\nservice-cidr: 10.43.0.0/16\n",
        &[
            "distribution: Invalid CIDR 10.42.0.0/16,fd42::/56: invalid CIDR address: 10.42.0.0/16,fd42::/56: invalid CIDR \
             address: 10.42.0.0/16,fd42::/56",
            "kube-controller-manager: len of ClusterCIDRs==2 and dualstack or EndpointSlice feature is not enabled",
            "kube-proxy: KubeProxyConfiguration.ClusterCIDR: Invalid value: \"10.42.0.0/16,fd42::/56\": only one CIDR \
             allowed (e.g. 10.100.0.0/16 or fde4:8dba:82e1::/48)",
        ],
    );
    let (lines, _) = told(
        "1.30",
        "cluster-cidr: 10.42.0.0/16,fd42::/56\nservice-cidr: 10.43.0.0/16\n",
    );
    assert_eq!(
        lines[0],
        "distribution: cluster-cidr: [10.42.0.0/16 fd42::/56] and service-cidr: [10.43.0.0/16], must share the same IP \
         version (IPv4, IPv6 or dual-stack)"
    );
    let node =
        "cluster-cidr: 10.42.0.0/16,fd42::/56\nservice-cidr: 10.43.0.0/16,fd43::/112\nnode-ip: 192.0.2.1\n";
    assert_eq!(
        told("1.30", node).0,
        [
            "distribution: cluster-cidr: [10.42.0.0/16 fd42::/56] and node-ip: [192.0.2.1], must share the same IP version \
             (IPv4, IPv6 or dual-stack)"
        ]
    );
}

#[test]
fn k3s_is_read_from_units_scripts_and_processes() {
    let arguments = "--cluster-cidr=10.42.0.0/16,2001:db8:1:11:10::/80 --service-cidr=10.43.0.0/16,2001:db8:1:11:11::/112 \
                     --node-ip=172.21.50.20,2001:db8:1:11:50::20 \
                     --kube-controller-manager-arg=node-cidr-mask-size-ipv6=100 --flannel-backend=none";
    for text in [
        format!("[Service]\nType=notify\nExecStart=/usr/local/bin/k3s \\\n  server \\\n  {arguments}\n"),
        format!("root 812 1 4 08:44 ? 00:00:03 /usr/local/bin/k3s server {arguments}"),
        format!("curl -sfL https://get.k3s.io | INSTALL_K3S_EXEC=\"server {arguments}\" sh -s -"),
        format!("curl -sfL https://get.k3s.io | sh -s - server {arguments}"),
        format!("export INSTALL_K3S_EXEC=\"{arguments}\""),
        format!("rke2 server {arguments}"),
    ] {
        let (lines, codes) = told("1.24", &text);
        assert_eq!(
            lines,
            ["kube-controller-manager: New CIDR set failed; the node CIDR size is too big"],
            "{text} {codes:?}"
        );
    }
    assert_eq!(
        components(
            "1.30",
            "server: https://192.0.2.1:6443\ntoken: x\nkubelet-arg: [max-pods=200]\n"
        ),
        ["kubelet"]
    );
}

#[test]
fn lines_of_logs_show_what_runs() {
    let command = "Running kube-apiserver --advertise-address=192.0.2.10 --bind-address=127.0.0.1 \
                   --service-cluster-ip-range=fddf:f7bc:9671::/112,10.43.0.0/16";
    for line in [
        format!("time=\"2022-08-30T10:12:01Z\" level=info msg=\"{command}\""),
        format!("Aug 30 10:12:01 n1 k3s[1320]: time=\"2022-08-30T10:12:01Z\" level=info msg=\"{command}\""),
        format!("{{\"level\":\"info\",\"msg\":\"{command}\",\"time\":\"2022-08-30T10:12:01Z\"}}"),
        format!("{{\"MESSAGE\":\"time=\\\"x\\\" level=info msg=\\\"{command}\\\"\",\"_PID\":\"1320\"}}"),
        format!(
            "{{\"log\":\"time=\\\"x\\\" msg=\\\"other\\\"\\n\",\"stream\":\"stderr\"}}\n{{\"log\":\"time=\\\"x\\\" \
             msg=\\\"{command}\\\"\\n\",\"stream\":\"stderr\"}}"
        ),
        format!("2022-08-30T10:12:01.0Z stderr F time=\"x\" level=info msg=\"{command}\""),
    ] {
        says(
            "1.28",
            &line,
            &[
                "kube-apiserver: service IP family \"fddf:f7bc:9671::/112\" must match public address family \
                 \"192.0.2.10\"",
            ],
        );
    }
}

#[test]
fn kubeadm_is_checked_for_all_it_starts() {
    let text = "
apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
localAPIEndpoint: {advertiseAddress: 192.0.2.10, bindPort: 6443}
---
apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.33.1
networking:
  podSubnet: fd00:10:244::/56,10.244.0.0/16
  serviceSubnet: fd00:10:96::/112,10.96.0.0/16
controllerManager:
  extraArgs:
  - {name: node-cidr-mask-size-ipv6, value: \"80\"}
scheduler:
  extraArgs:
  - {name: feature-gates, value: SupportIPVSProxyMode=true}
";
    says(
        "1.33",
        text,
        &[
            "kubeadm: networking.podSubnet: Invalid value: \"fd00:10:244::/56\": pod subnet mask (56) and node-mask (80) \
             difference is greater than 16",
            "kube-apiserver: service IP family \"fd00:10:96::/112\" must match public address family \"192.0.2.10\"",
            "kube-controller-manager: New CIDR set failed; the node CIDR size is too big",
            "kube-scheduler: unrecognized feature gate: SupportIPVSProxyMode",
        ],
    );
    assert_eq!(
        value("1.33", text, Component::KubeProxy, "cluster-cidr").as_deref(),
        Some("fd00:10:244::/56,10.244.0.0/16")
    );
}

#[test]
fn kubeadm_names_fields_that_it_does_not_know() {
    let text = |version: &str| {
        format!(
            "apiVersion: kubeadm.k8s.io/{version}\nkind: ClusterConfiguration\nnetworking:\n  podSubnet: 10.244.0.0/16\n  \
             dualStack: true\n"
        )
    };
    says(
        "1.30",
        &text("v1beta3"),
        &[
            "kubeadm: error unmarshaling configuration schema.GroupVersionKind{Group:\"kubeadm.k8s.io\", \
             Version:\"v1beta3\", Kind:\"ClusterConfiguration\"}: strict decoding error: unknown field \
             \"networking.dualStack\"",
        ],
    );
    says(
        "1.20",
        &text("v1beta2"),
        &[
            "kubeadm: error unmarshaling configuration schema.GroupVersionKind{Group:\"kubeadm.k8s.io\", \
             Version:\"v1beta2\", Kind:\"ClusterConfiguration\"}: error unmarshaling JSON: while decoding JSON: json: \
             unknown field \"dualStack\"",
        ],
    );
    let newer =
        "apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nencryptionAlgorithm: ECDSA-P256\n";
    let lines = told("1.31", newer).0;
    assert!(lines[0].contains("uses a deprecated API spec: \"kubeadm.k8s.io/v1beta3\""));
    assert!(lines[1].ends_with("unknown field \"encryptionAlgorithm\""));
    assert!(told("1.31", &newer.replace("v1beta3", "v1beta4")).0.is_empty());
}

#[test]
fn kind_hands_patches_to_kubeadm() {
    let text = "
kind: Cluster
apiVersion: kind.x-k8s.io/v1alpha4
networking: {podSubnet: \"192.168.0.0/16,fd00:10:244::/56\", ipFamily: dual}
nodes:
- role: control-plane
- role: worker
kubeadmConfigPatches:
- |
  apiVersion: kubeadm.k8s.io/v1beta3
  kind: ClusterConfiguration
  featureGates:
    IPv6DualStack: true
- |
  kind: KubeProxyConfiguration
  mode: userspace
kubeadmConfigPatchesJSON6902:
- group: kubeadm.k8s.io
  version: v1beta3
  kind: ClusterConfiguration
  patch: |
    - op: add
      path: /controllerManager/extraArgs/node-cidr-mask-size-ipv6
      value: \"80\"
";
    says(
        "1.31",
        text,
        &[
            "kubeadm: your configuration file uses a deprecated API spec: \"kubeadm.k8s.io/v1beta3\" (kind: \
             \"ClusterConfiguration\"). Please use 'kubeadm config migrate --old-config old.yaml --new-config new.yaml', \
             which will write the new, similar spec using a newer API version.",
            "kubeadm: networking.podSubnet: Invalid value: \"fd00:10:244::/56\": pod subnet mask (56) and node-mask (80) \
             difference is greater than 16",
            "kubeadm: featureGates: Invalid value: map[string]bool{\"IPv6DualStack\":true}: IPv6DualStack is not a valid \
             feature name.",
            "kube-controller-manager: New CIDR set failed; the node CIDR size is too big",
            "kube-proxy: KubeProxyConfiguration.Mode.ProxyMode: Invalid value: \"userspace\": must be iptables, ipvs, \
             nftables or blank (blank means the best-available proxy [currently iptables])",
        ],
    );
    says(
        "1.31",
        "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnetworking: {ipFamily: ipv6, podSubnet: 10.0.0.0/16}\n",
        &["distribution: invalid pod subnet expected IPv6 CIDR for IPv6 family"],
    );
}

#[test]
fn talos_in_both_forms() {
    let old = "
version: v1alpha1
machine: {type: controlplane}
cluster:
  network:
    podSubnets: [10.209.0.0/16, \"fda0:0:0:1000::/64\"]
    serviceSubnets: [10.96.0.0/16, \"fda0:0:0:2000::/108\"]
  controllerManager:
    extraArgs: {node-cidr-mask-size-ipv6: 96}
";
    let new = "
apiVersion: v1alpha1
kind: KubeNetworkConfig
podSubnets: [10.209.0.0/16, \"fda0:0:0:1000::/64\"]
serviceSubnets: [10.96.0.0/16, \"fda0:0:0:2000::/108\"]
nodeCIDRMaskSizeIPv6: 96
";
    for text in [old, new] {
        says(
            "1.32",
            text,
            &["kube-controller-manager: New CIDR set failed; the node CIDR size is too big"],
        );
    }
}

#[test]
fn k0s_has_masks_of_its_own() {
    let text = "
apiVersion: k0s.k0sproject.io/v1beta1
kind: ClusterConfig
metadata: {name: demo}
spec:
  api: {address: 192.0.2.1}
  network:
    podCIDR: 10.244.0.0/16
    serviceCIDR: 10.96.0.0/16
    dualStack: {enabled: true, IPv6podCIDR: \"fd00:10:244::/56\", IPv6serviceCIDR: \"fd00:10:96::/112\"}
";
    says(
        "1.36",
        text,
        &["kube-controller-manager: New CIDR set failed; the node CIDR size is too big"],
    );
    assert_eq!(
        value(
            "1.36",
            text,
            Component::KubeControllerManager,
            "node-cidr-mask-size-ipv6"
        )
        .as_deref(),
        Some("117")
    );
    let wrong = text.replace("10.96.0.0/16", "fd00:1::/112");
    assert_eq!(
        told("1.36", &wrong).0[0],
        "distribution: podCIDR: Invalid value: \"10.244.0.0/16\": podCIDR and serviceCIDR must be both IPv4 or IPv6"
    );
}

#[test]
fn microk8s_and_minikube() {
    let launch = "
version: 0.1.0
extraCNIEnv:
  IPv4_CLUSTER_CIDR: 10.1.0.0/16
  IPv4_SERVICE_CIDR: 10.152.183.0/24
  IPv6_CLUSTER_CIDR: fd02::/48
  IPv6_SERVICE_CIDR: fd98::/112
extraKubeletArgs:
  --feature-gates: IPv6DualStack=true
";
    says(
        "1.28",
        launch,
        &["kubelet: unrecognized feature gate: IPv6DualStack"],
    );
    let file = Text {
        name: Some("args/kube-controller-manager"),
        text: "--kubeconfig=x\n--feature-gates=EndpointSlice=true\n",
    };
    let checked = check_texts("1.28".parse().unwrap(), &[file]);
    assert_eq!(checked.checks[0].component, Component::KubeControllerManager);
    says(
        "1.30",
        "minikube start --extra-config=kubeadm.pod-network-cidr=10.244.0.0/16 --extra-config=kubelet.feature-gates=Dynami\
         cKubeletConfig=true --kubernetes-version=v1.30.0",
        &["kubelet: unrecognized feature gate: DynamicKubeletConfig"],
    );
}

#[test]
fn environment_files_name_their_component() {
    let text = "KUBELET_KUBEADM_ARGS=\"--cloud-provider=external --node-ip=192.0.2.11,2001:db8::11\"\n";
    assert_eq!(components("1.27", text), ["kubelet"]);
    let (lines, _) = told("1.27", text);
    assert!(
        lines[0].contains("dual-stack not supported in this configuration"),
        "{lines:?}"
    );
    assert_eq!(
        components("1.27", "KUBELET_EXTRA_ARGS=--node-ip=192.0.2.11 --max-pods=20\n"),
        ["kubelet"]
    );
    assert_eq!(
        value(
            "1.27",
            "KUBELET_EXTRA_ARGS=--node-ip=192.0.2.11 --max-pods=20\n",
            Component::Kubelet,
            "max-pods"
        )
        .as_deref(),
        Some("20")
    );
}

#[test]
fn inspected_containers() {
    let docker = r#"[{"Id": "x", "Path": "kube-proxy", "Args": ["--cluster-cidr=10.0.0.0/8,10.1.0.0/16"]}]"#;
    assert_eq!(components("1.30", docker), ["kube-proxy"]);
    let crictl = r#"{"status": {}, "info": {"runtimeSpec": {"process": {"args": ["kubelet", "--node-ip=192.0.2.1"]}}}}"#;
    assert_eq!(components("1.30", crictl), ["kubelet"]);
}

#[test]
fn gates_of_every_version() {
    let with = |gate: &str| format!("kube-apiserver --feature-gates={gate}");
    says(
        "1.33",
        &with("SupportIPVSProxyMode=true"),
        &["kube-apiserver: unrecognized feature gate: SupportIPVSProxyMode"],
    );
    assert_eq!(told("1.33", &with("GracefulNodeShutdown=true")), (vec![], vec![]));
    assert_eq!(told("1.36", &with("NoSuchGate=true")), (vec![], vec!["READ003"]));
    says(
        "1.34",
        &with("SidecarContainers=false"),
        &["kube-apiserver: cannot set feature gate SidecarContainers to false, feature is locked to true"],
    );
}

#[test]
fn an_empty_list_is_never_an_answer() {
    for text in [
        "worker_processes auto;\nevents { worker_connections 1024; }\n",
        "",
        "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n",
        "apiVersion: v1\nkind: ConfigMap\ndata: {a: b}\n",
        "systemctl restart kubelet",
    ] {
        let (lines, codes) = told("1.33", text);
        assert_eq!((lines.len(), codes.first()), (0, Some(&"READ001")), "{text}");
    }
    let both = "apiVersion: v1\nkind: Secret\n---\nkind: KubeProxyConfiguration\nmode: ipvs\n";
    assert_eq!(told("1.33", both).1, ["READ002"]);
}

#[test]
fn kubeadm_writes_the_masks_of_both_families_from_1_18_on() {
    let file = |version: &str| {
        format!(
            "apiVersion: kubeadm.k8s.io/v1beta2\nkind: ClusterConfiguration\nkubernetesVersion: v{version}.2\n\
             featureGates: {{IPv6DualStack: true}}\n\
             networking: {{podSubnet: '2001:db8::/64,10.1.0.0/16', serviceSubnet: 'fd03::/112,192.168.0.0/16'}}\n"
        )
    };
    let masks = |version: &str| {
        [
            "node-cidr-mask-size",
            "node-cidr-mask-size-ipv4",
            "node-cidr-mask-size-ipv6",
        ]
        .map(|flag| value(version, &file(version), Component::KubeControllerManager, flag))
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(masks("1.16"), [some("24"), None, None]);
    assert_eq!(masks("1.17"), [None, None, None]);
    assert_eq!(masks("1.18"), [None, some("24"), some("80")]);
    assert_eq!(masks("1.19"), [None, some("24"), some("80")]);
    assert_eq!(masks("1.20"), [None, None, None]);
    says("1.18", &file("1.18"), &[]);
}

#[test]
fn kube_proxy_is_compared_with_the_node_beside_it() {
    let proxy = "
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
clusterCIDR: fd01::/48
nodePortAddresses: [primary]
";
    let node = "
---
apiVersion: v1
kind: Node
metadata: {name: a}
status:
  addresses:
  - {type: InternalIP, address: 192.0.2.1}
";
    says("1.36", proxy, &[]);
    says(
        "1.36",
        &format!("{proxy}{node}"),
        &["kube-proxy: cluster is IPv4-primary but clusterCIDRs contains only IPv6 addresses"],
    );
}
