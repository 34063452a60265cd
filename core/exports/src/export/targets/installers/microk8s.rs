//! MicroK8s: a launch configuration (canonical/microk8s-cluster-agent `pkg/k8sinit/schema.go`, canonical/microk8s
//! `scripts/generate-cni.sh`, `default-args/cni-env`).

use serde_json::{Map, Value};

use crate::clusterip::KUBERNETES_SERVICE_INDEX;
use crate::diagnostic::{Component, Severity};
use crate::export::tree::{Set, tree};
use crate::export::{
    Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding, forecasts, ranges,
};
use crate::i18n::Message;
use crate::needs::versions;
use crate::net::IpFamily;
use crate::request::Endpoint;

/// A launch configuration.
pub(in crate::export) struct Microk8s;

static META: TargetMeta = TargetMeta {
    id: "microk8s",
    versions: versions::MICROK8S,
    docs: "https://microk8s.io/docs/ref-launch-config",
    checked: &[Checked::Source("canonical/microk8s and microk8s-core-addons")],
};

/// The Service range whose first address is in every certificate.
const DEFAULT_SERVICES: &str = "10.152.183.0/24";
/// The settings of kubelet that MicroK8s does not derive from the ranges.
const KUBELET: [&str; 3] = [CLUSTER_DNS, "--node-ip", "--max-pods"];
const CLUSTER_DNS: &str = "--cluster-dns";
/// The name servers of the machine, the default of the add-on.
const NAME_SERVERS: &str = "/etc/resolv.conf";

fn cni_env(cx: &ExportContext<'_>) -> Value {
    let spec = &cx.plan.spec;
    let mut env = Map::new();
    for family in IpFamily::ALL {
        let mut set = |name: &str, value: Value| env.insert(format!("{family}_{name}"), value);
        let pods = ranges::of_family(&spec.pod_cidrs, family);
        let services = ranges::of_family(&spec.service_cidrs, family);
        set("SUPPORT", tree!(pods.is_some()));
        if let Some((pods, services)) = pods.zip(services) {
            set("CLUSTER_CIDR", tree!(pods));
            set("SERVICE_CIDR", tree!(services));
        }
    }
    Value::Object(env)
}

/// Returns the names in the API server's certificate besides the default ones.
fn sans(cx: &ExportContext<'_>) -> Vec<String> {
    let spec = &cx.plan.spec;
    let first = spec
        .service_cidrs
        .first()
        .filter(|cidr| cidr.to_string() != DEFAULT_SERVICES)
        .and_then(|cidr| cidr.address(KUBERNETES_SERVICE_INDEX));
    first
        .into_iter()
        .chain(spec.advertise_address)
        .map(|address| address.to_string())
        .chain(cx.endpoint().map(Endpoint::host))
        .collect()
}

fn kubelet_arguments(cx: &ExportContext<'_>) -> Map<String, Value> {
    let settings = cx.component(Component::Kubelet);
    settings
        .iter()
        .flat_map(|settings| &settings.settings)
        .filter(|setting| KUBELET.contains(&setting.flag))
        .map(|setting| (setting.flag.to_owned(), tree!(setting.value)))
        .collect()
}

fn configuration(cx: &ExportContext<'_>) -> Value {
    let mut document = Map::new();
    document.set("version", &"0.1.0");
    document.insert("extraCNIEnv".to_owned(), cni_env(cx));
    let sans = sans(cx);
    if !sans.is_empty() {
        document.set("extraSANs", &sans);
    }
    let arguments = kubelet_arguments(cx);
    if !arguments.is_empty() {
        document.insert("extraKubeletArgs".to_owned(), Value::Object(arguments));
    }
    document.set("addons", &tree!([dns(cx)]));
    Value::Object(document)
}

/// Returns the settings of the DNS add-on. Without them it picks any address if the Services are not in the default
/// range (microk8s-core-addons `addons/dns/enable`).
fn dns(cx: &ExportContext<'_>) -> Value {
    let settings = cx.component(Component::Kubelet);
    match settings.and_then(|settings| settings.get(CLUSTER_DNS)) {
        Some(address) => tree!({"name": "dns", "args": [NAME_SERVERS, address.value]}),
        None => tree!({"name": "dns"}),
    }
}

impl Exporter for Microk8s {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn api_port(&self) -> Option<u16> {
        // canonical/microk8s microk8s-resources/default-args/kube-apiserver
        Some(16443)
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let spec = &cx.plan.spec;
        let settings = cx
            .component(Component::Kubelet)
            .map(|settings| &settings.settings);
        let mut found: Vec<_> = cx
            .placeholder_diagnostic(META.id, settings.into_iter().flatten())
            .into_iter()
            .collect();
        if spec.nodes.mask_size_ipv4.is_some() || spec.nodes.mask_size_ipv6.is_some() {
            let message = Message::new("EXP092").with("target", META.id);
            found.push(finding("EXP092", Severity::Warning, "nodes", message));
        }
        if let Some(cni) = spec.cni.filter(|cni| cni.id() != "calico") {
            let message = Message::new("EXP096.instead")
                .with("target", META.id)
                .with("own", "Calico")
                .with("plugin", cni.title());
            found.push(finding("EXP096", Severity::Warning, "cni", message));
        }
        // kube-controller-manager allocates no blocks, so it does not check masks.
        found.extend(forecasts::of_components(cx, META.id, |component| {
            component == Component::KubeApiserver
        }));
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let command = format!(
            "snap install microk8s --classic --channel=1.{}/stable",
            cx.profile.version.minor()
        );
        let mut comments = vec![
            Message::new("export-microk8s")
                .with("path", "/var/snap/microk8s/common/.microk8s.yaml")
                .with("command", command),
        ];
        if let Some(settings) = cx.component(Component::Kubelet) {
            comments.extend(cx.placeholders(&settings.settings));
        }
        let text = cx.yaml(&comments, &[configuration(cx)]);
        out.add("microk8s/microk8s.yaml", "application/yaml", &text)
    }
}

#[cfg(test)]
mod tests {
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::export;
    use crate::request::ClusterPlan;

    const PODS: &[&str] = &["10.244.0.0/16", "fd00:10:244::/56"];
    const SERVICES: &[&str] = &["10.96.0.0/16", "fd00:10:96::/112"];

    fn body(plan: &ClusterPlan) -> String {
        let exported = export(plan, &[], &["microk8s"]);
        let lines = exported.files[0]
            .text
            .lines()
            .filter(|line| !line.starts_with('#'));
        lines.map(|line| format!("{line}\n")).collect()
    }

    #[test]
    fn both_families() {
        let mut plan = plan("1.36", PODS, SERVICES);
        plan.spec.advertise_address = Some("192.168.1.11".parse().unwrap());
        assert_eq!(
            body(&plan),
            "\
version: \"0.1.0\"
extraCNIEnv:
  IPv4_SUPPORT: true
  IPv4_CLUSTER_CIDR: 10.244.0.0/16
  IPv4_SERVICE_CIDR: 10.96.0.0/16
  IPv6_SUPPORT: true
  IPv6_CLUSTER_CIDR: fd00:10:244::/56
  IPv6_SERVICE_CIDR: fd00:10:96::/112
extraSANs:
  - \"10.96.0.1\"
  - \"192.168.1.11\"
extraKubeletArgs:
  --node-ip: NODE_IPV4,NODE_IPV6
  --cluster-dns: \"10.96.0.10\"
addons:
  - name: dns
    args:
      - /etc/resolv.conf
      - \"10.96.0.10\"
"
        );
    }

    #[test]
    fn ipv6_alone_drops_the_other_family() {
        let text = body(&plan("1.36", &PODS[1..], &SERVICES[1..]));
        assert!(
            text.contains(
                "  IPv4_SUPPORT: false\n  IPv6_SUPPORT: true\n  IPv6_CLUSTER_CIDR: fd00:10:244::/56\n"
            ),
            "{text}"
        );
        assert!(text.contains("  - fd00:10:96::1\n"));
    }

    #[test]
    fn the_default_services_need_no_name_of_their_own() {
        let text = body(&plan("1.36", &PODS[..1], &["10.152.183.0/24"]));
        assert!(
            !text.contains("extraSANs") && text.contains("  --cluster-dns: \"10.152.183.10\"\n"),
            "{text}"
        );
    }

    #[test]
    fn what_has_no_place_is_said() {
        let codes = |plan: &ClusterPlan| {
            let exported = export(plan, &[], &["microk8s"]);
            let codes: Vec<&str> = exported.diagnostics.iter().map(|found| found.code).collect();
            (exported.files.len(), codes)
        };
        let first = plan("1.36", &[PODS[1], PODS[0]], &[SERVICES[1], SERVICES[0]]);
        assert_eq!(codes(&first), (0, vec!["EXP088"]));
        assert_eq!(codes(&plan("1.27", PODS, SERVICES)), (0, vec!["EXP002"]));
        assert_eq!(codes(&plan("1.36", PODS, &SERVICES[..1])), (0, vec!["EXP090"]));
        let mut masks = plan("1.36", &PODS[..1], &SERVICES[..1]);
        masks.spec.nodes.mask_size_ipv4 = Some(26);
        masks.spec.cni = crate::catalog::Cni::find("cilium");
        assert_eq!(codes(&masks), (1, vec!["EXP092", "EXP096"]));
    }
}
