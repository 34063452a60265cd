mod config_fields;
mod starts;

use crate::components::Flag;
use crate::diagnostic::Component;
use crate::{Found, Text, read};

fn pasted(text: &str) -> Found {
    read(&[Text::pasted(text)], None)
}

fn flags(found: &Found, component: Component) -> Vec<(&str, &str)> {
    found
        .start_ups
        .iter()
        .filter(|start| start.component == component)
        .flat_map(|start| start.input.flags.iter())
        .map(|Flag { name, value }| (name.as_str(), value.as_str()))
        .collect()
}

#[test]
fn a_unit_with_environment() {
    let unit = r#"
[Service]
Environment="KUBELET_ARGS=--node-ip=192.168.1.11,fd00::11 --max-pods=250"
EnvironmentFile=-/etc/default/kubelet
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml \
  --cloud-provider external $KUBELET_ARGS $NOT_SET
"#;
    assert_eq!(
        flags(&pasted(unit), Component::Kubelet),
        [
            ("config", "/var/lib/kubelet/config.yaml"),
            ("cloud-provider", "external"),
            ("node-ip", "192.168.1.11,fd00::11"),
            ("max-pods", "250"),
        ]
    );
}

#[test]
fn a_shell_command_with_quotes() {
    let found =
        pasted("sudo kube-controller-manager --cluster-cidr '10.244.0.0/16,fd00::/56' --allocate-node-cidrs");
    assert_eq!(
        flags(&found, Component::KubeControllerManager),
        [
            ("cluster-cidr", "10.244.0.0/16,fd00::/56"),
            ("allocate-node-cidrs", "true")
        ]
    );
}

#[test]
fn arguments_without_a_program_are_guessed() {
    let found =
        pasted("    - --service-cluster-ip-range=10.96.0.0/16\n    - --advertise-address=192.168.1.5\n");
    assert_eq!(found.start_ups[0].component, Component::KubeApiserver);
    assert_eq!(
        found.start_ups[0].input.flags.get("advertise-address"),
        Some("192.168.1.5")
    );
    assert!(pasted("nothing of interest").start_ups.is_empty());
}

#[test]
fn a_static_pod() {
    let manifest = "
apiVersion: v1
kind: Pod
spec:
  containers:
  - name: kube-apiserver
    command:
    - kube-apiserver
    - --service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112
";
    assert_eq!(
        flags(&pasted(manifest), Component::KubeApiserver),
        [("service-cluster-ip-range", "10.96.0.0/16,fd00:10:96::/112")]
    );
}

#[test]
fn configuration_files() {
    let text = "
apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
networking: {podSubnet: 10.244.0.0/16, serviceSubnet: 10.96.0.0/16}
controllerManager:
  extraArgs:
  - {name: node-cidr-mask-size-ipv4, value: \"25\"}
---
apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
localAPIEndpoint: {advertiseAddress: 192.168.1.11}
nodeRegistration:
  kubeletExtraArgs:
  - {name: node-ip, value: \"192.168.1.11,fd00::11\"}
---
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
clusterCIDR: \"\"
mode: nftables
nodePortAddresses: [primary]
featureGates: {NFTablesProxyMode: true}
";
    let found = pasted(text);
    assert_eq!(
        flags(&found, Component::KubeProxy),
        [
            ("cluster-cidr", "10.244.0.0/16"),
            ("feature-gates", "NFTablesProxyMode=true"),
            ("proxy-mode", "nftables"),
            ("nodeport-addresses", "primary"),
        ]
    );
    assert_eq!(
        flags(&found, Component::Kubelet),
        [("node-ip", "192.168.1.11,fd00::11")]
    );
    let kubeadm = found
        .start_ups
        .iter()
        .find_map(|found| found.input.kubeadm.as_ref())
        .unwrap();
    assert_eq!(kubeadm.pod_subnet, "10.244.0.0/16");
    assert_eq!(kubeadm.advertise_address.as_deref(), Some("192.168.1.11"));
    assert_eq!(
        kubeadm.controller_manager_args.get("node-cidr-mask-size-ipv4"),
        Some("25")
    );
}

proptest::proptest! {
    #[test]
    fn no_text_is_too_odd(
        lines in proptest::collection::vec(
            "(ExecStart=|Environment=|kind: Pod|- |kubelet |kube-proxy |kubeadm |--[a-z-]{0,9}|[=\"'\\\\${}: a-zA-Z]){0,8}",
            0..6,
        )
    ) {
        for found in pasted(&lines.join("\n")).start_ups {
            let version = crate::kubernetes::Version::NEWEST;
            let _ = crate::components::forecast(version, found.component, &found.input);
        }
    }
}

#[test]
fn a_kubeadm_command_line() {
    let found = pasted("kubeadm init --pod-network-cidr=10.244.0.0/16 --feature-gates IPv6DualStack=true");
    let kubeadm = found.start_ups[0].input.kubeadm.as_ref().unwrap();
    assert_eq!(kubeadm.feature_gates, [("IPv6DualStack".to_owned(), true)]);
}

#[test]
fn a_version_that_nobody_compared_says_so_without_a_plan() {
    let codes = |version: &str| -> Vec<&str> {
        let text = Text::pasted("kube-proxy --cluster-cidr=10.244.0.0/16");
        let checked = crate::check_texts(version.parse().unwrap(), &[text]);
        checked.diagnostics.iter().map(|found| found.code).collect()
    };
    assert_eq!(codes("1.36"), <[&str; 0]>::default());
    assert_eq!(codes("1.37"), ["PLAN008"]);
}
