//! minikube: the command that starts a cluster (kubernetes/minikube `cmd/minikube/cmd/{start,start_flags}.go`,
//! `pkg/minikube/bootstrapper/bsutil/kubeadm.go`). It knows IPv4 only (kubernetes/minikube#8535).

use crate::catalog::Cni;
use crate::diagnostic::{Component, Severity};
use crate::document::write::with_header;
use crate::export::text::shell;
use crate::export::{
    Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding, forecasts, ranges,
};
use crate::i18n::Message;
use crate::kubernetes::Window;
use crate::net::special::{self, Purpose};
use crate::net::{Cidr, IpFamily};

/// A command line.
pub(in crate::export) struct Minikube;

static META: TargetMeta = TargetMeta {
    id: "minikube",
    versions: Window::ALL,
    docs: "https://minikube.sigs.k8s.io/docs/commands/start/",
    checked: &[Checked::Source("kubernetes/minikube cmd/minikube")],
};

/// Values of `--cni` that the catalogue knows by the same name.
const PLUGINS: [&str; 4] = ["calico", "cilium", "flannel", "kindnet"];
/// The value for no plugin: one is installed afterwards.
const BY_HAND: &str = "false";
/// The port of the API server where `--apiserver-port` is left out (`pkg/minikube/constants/constants.go`).
const API_PORT: u16 = 8443;
/// The longest prefix length that `--subnet` accepts.
const SUBNET: u8 = 30;
/// The settings that are passed to a component, besides the ranges, with the prefix of their flags.
const PASSED: [(Component, &str, &str); 2] = [
    (
        Component::KubeControllerManager,
        "controller-manager",
        "--node-cidr-mask-size",
    ),
    (Component::Kubelet, "kubelet", "--max-pods"),
];

fn plugin(cni: Cni) -> &'static str {
    PLUGINS
        .into_iter()
        .find(|plugin| *plugin == cni.id())
        .unwrap_or(BY_HAND)
}

/// Returns the first IPv4 network of the nodes.
fn node_network(cx: &ExportContext<'_>) -> Option<Cidr> {
    ranges::of_family(&cx.plan.spec.node_cidrs, IpFamily::IPv4)
}

/// Returns whether `--subnet` takes the network (`validateSubnet`).
fn is_subnet(cidr: &Cidr) -> bool {
    cidr.prefix_len() <= SUBNET
        && special::containing(cidr).is_some_and(|block| block.purpose == Purpose::Private)
}

fn arguments(cx: &ExportContext<'_>) -> Vec<String> {
    let spec = &cx.plan.spec;
    let version = spec.kubernetes_version;
    let version = match version.patch() {
        Some(_) => format!("v{version}"),
        None => format!("v{version}.0"),
    };
    let mut arguments = vec![
        format!("--profile={}", cx.object_name()),
        format!("--kubernetes-version={version}"),
        format!("--nodes={}", spec.nodes.count.max(1)),
        format!(
            "--service-cluster-ip-range={}",
            ranges::joined(&spec.service_cidrs)
        ),
        format!(
            "--extra-config=kubeadm.pod-network-cidr={}",
            ranges::joined(&spec.pod_cidrs)
        ),
    ];
    for (component, name, flag) in PASSED {
        let settings = cx.component(component).map(|settings| &settings.settings);
        let setting = settings
            .into_iter()
            .flatten()
            .find(|setting| setting.flag.starts_with(flag));
        // 24 is the default of kube-controller-manager.
        if let Some(setting) = setting.filter(|setting| setting.value != "24") {
            arguments.push(format!(
                "--extra-config={name}.{}={}",
                setting.flag.trim_start_matches('-'),
                setting.value
            ));
        }
    }
    if let Some(endpoint) = cx.endpoint() {
        let flag = match endpoint.address() {
            Some(_) => "--apiserver-ips",
            None => "--apiserver-names",
        };
        arguments.push(format!("{flag}={}", endpoint.host()));
        if let Some(port) = endpoint.port.filter(|port| *port != API_PORT) {
            arguments.push(format!("--apiserver-port={port}"));
        }
    }
    if let Some(cni) = spec.cni {
        arguments.push(format!("--cni={}", plugin(cni)));
    }
    if let Some(network) = node_network(cx).filter(is_subnet) {
        arguments.push(format!("--subnet={network}"));
    }
    arguments
}

impl Exporter for Minikube {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let spec = &cx.plan.spec;
        let mut found = Vec::new();
        if let Some(cni) = spec.cni.filter(|cni| plugin(*cni) == BY_HAND) {
            let message = Message::new("EXP096")
                .with("target", META.id)
                .with("plugin", cni.title());
            found.push(finding("EXP096", Severity::Warning, "cni", message));
        }
        if let Some(network) = node_network(cx).filter(|network| !is_subnet(network)) {
            let message = Message::new("EXP095")
                .with("target", META.id)
                .with("range", network);
            found.push(finding("EXP095", Severity::Warning, "nodeCIDRs", message));
        }
        if let Some(address) = spec.advertise_address {
            let message = Message::new("EXP097")
                .with("target", META.id)
                .with("address", address);
            found.push(finding("EXP097", Severity::Info, "advertiseAddress", message));
        }
        found.extend(forecasts::of_kubeadm(cx, META.id));
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let comments = [Message::new("export-minikube")];
        let command = shell::command(
            "minikube",
            std::iter::once("start".to_owned()).chain(arguments(cx)),
        );
        let text = with_header(&cx.header_with(&comments), &command);
        out.add(
            "minikube/start.sh",
            "text/x-shellscript",
            &format!("#!/bin/sh\n{text}"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::export;

    #[test]
    fn the_command_of_an_ipv4_plan() {
        let mut plan = plan("1.36.2", &["10.244.0.0/16"], &["10.96.0.0/16"]);
        plan.spec.cni = Cni::find("calico");
        plan.spec.nodes.count = 3;
        let exported = export(&plan, &[], &["minikube"]);
        assert!(
            exported.files[0]
                .text
                .starts_with("#!/bin/sh\n# dualstack-planner ")
        );
        assert!(
            exported.files[0].text.ends_with(
                "\
minikube \\
  start \\
  --profile=demo \\
  --kubernetes-version=v1.36.2 \\
  --nodes=3 \\
  --service-cluster-ip-range=10.96.0.0/16 \\
  --extra-config=kubeadm.pod-network-cidr=10.244.0.0/16 \\
  --cni=calico \\
  --subnet=192.168.1.0/24
"
            ),
            "{}",
            exported.files[0].text
        );
        assert_eq!(exported.diagnostics, []);
    }

    #[test]
    fn ipv6_is_refused() {
        for (pods, services) in [
            (
                &["10.244.0.0/16", "fd00::/56"][..],
                &["10.96.0.0/16", "fd01::/112"][..],
            ),
            (&["fd00::/56"], &["fd01::/112"]),
        ] {
            let exported = export(&plan("1.36", pods, services), &[], &["minikube"]);
            assert!(exported.files.is_empty());
            assert_eq!(exported.diagnostics[0].code, "EXP089");
        }
    }

    #[test]
    fn what_goes_through_and_what_does_not() {
        let mut plan = plan("1.36", &["10.244.0.0/16"], &["10.96.0.0/16"]);
        plan.spec.cni = Cni::find("antrea");
        plan.spec.nodes.mask_size_ipv4 = Some(26);
        plan.spec.nodes.max_pods = 60;
        plan.spec.node_cidrs = vec!["203.0.113.0/24".parse().unwrap()];
        let exported = export(&plan, &[], &["minikube"]);
        let text = &exported.files[0].text;
        assert!(
            text.contains("--extra-config=controller-manager.node-cidr-mask-size-ipv4=26 \\\n"),
            "{text}"
        );
        assert!(
            text.ends_with("--extra-config=kubelet.max-pods=60 \\\n  --cni=false\n"),
            "{text}"
        );
        let codes: Vec<&str> = exported.diagnostics.iter().map(|found| found.code).collect();
        assert_eq!(codes, ["EXP096", "EXP095"]);
    }
}
