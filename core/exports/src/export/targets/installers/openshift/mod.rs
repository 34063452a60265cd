//! OpenShift: install-config.yaml (openshift/installer `pkg/types/validation/installconfig.go`,
//! `pkg/validate/validate.go`, read at release 4.19; the internal networks of OVN-Kubernetes from
//! ovn-kubernetes `go-controller/pkg/config/config.go`).

#[cfg(test)]
mod tests;

use serde_json::{Map, Value};

use crate::diagnostic::{Component, Diagnostic, Severity};
use crate::export::tree::{member, tree};
use crate::export::{
    Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding, forecasts,
};
use crate::i18n::Message;
use crate::needs::openshift::{lists, machine_networks, platform};
use crate::needs::versions;
use crate::net::{Cidr, IpFamily};

/// The install configuration.
pub(in crate::export) struct Openshift;

static META: TargetMeta = TargetMeta {
    id: "openshift",
    versions: versions::OPENSHIFT,
    docs: "https://docs.redhat.com/en/documentation/openshift_container_platform/4.19/html/installing_on_bare_metal/",
    checked: &[Checked::Source("openshift/installer release-4.19")],
};

/// The number of control plane machines, which are counted among the nodes of the plan.
const CONTROL_PLANE: u32 = 3;
/// The lists with placeholders for the addresses of load balancers of platforms, and the placeholder of each.
const VIPS: [(&str, &str); 2] = [("apiVIPs", "API_VIP"), ("ingressVIPs", "INGRESS_VIP")];
const DOCKER_BRIDGE: &str = "172.17.0.0/16";

/// Returns the families in order, each once.
fn service_families(cx: &ExportContext<'_>) -> Vec<IpFamily> {
    let mut families: Vec<IpFamily> = cx.plan.spec.service_cidrs.iter().map(Cidr::family).collect();
    families.dedup();
    families
}

fn networking(cx: &ExportContext<'_>) -> Value {
    let spec = &cx.plan.spec;
    let machines: Vec<Value> = if spec.node_cidrs.is_empty() {
        let own = platform(&cx.tool(META.id)).ip_family;
        service_families(cx)
            .into_iter()
            .filter(|family| !own || *family == IpFamily::IPv4)
            .map(
                |family| tree!({"cidr": format!("MACHINE_NETWORK_{}", family.as_str().to_ascii_uppercase())}),
            )
            .collect()
    } else {
        machine_networks(&cx.tool(META.id))
            .iter()
            .map(|cidr| tree!({"cidr": cidr}))
            .collect()
    };
    let pods: Vec<Value> = spec
        .pod_cidrs
        .iter()
        .map(|cidr| tree!({"cidr": cidr, "hostPrefix": spec.node_mask(cidr.family())}))
        .collect();
    tree!({
        "networkType": "OVNKubernetes",
        "machineNetwork": machines,
        "clusterNetwork": pods,
        "serviceNetwork": spec.service_cidrs,
    })
}

fn platform_value(cx: &ExportContext<'_>) -> Value {
    let platform = platform(&cx.tool(META.id));
    let mut fields = Map::new();
    for (name, value) in platform.required {
        fields.insert((*name).to_owned(), tree!(value));
    }
    if platform.ip_family {
        let first = service_families(cx).first().copied().unwrap_or(IpFamily::IPv4);
        fields.insert("ipFamily".to_owned(), tree!(format!("DualStack{first}Primary")));
    }
    if platform.vips {
        for (name, placeholder) in VIPS {
            let addresses: Vec<String> = service_families(cx)
                .into_iter()
                .map(|family| format!("{placeholder}_{}", family.as_str().to_ascii_uppercase()))
                .collect();
            fields.insert(name.to_owned(), tree!(addresses));
        }
    }
    member(platform.name, &fields)
}

fn install_config(cx: &ExportContext<'_>) -> Value {
    tree!({
        "apiVersion": "v1",
        "baseDomain": "example.com",
        "metadata": {"name": cx.object_name()},
        "networking": networking(cx),
        "platform": platform_value(cx),
        "controlPlane": {"name": "master", "replicas": CONTROL_PLANE},
        "compute": [{
            "name": "worker",
            "replicas": cx.plan.spec.nodes.count.saturating_sub(CONTROL_PLANE),
        }],
        "pullSecret": "PULL_SECRET",
        "sshKey": "SSH_PUBLIC_KEY",
    })
}

/// Returns the findings about parts of the plan that the files do not contain.
fn remarks(cx: &ExportContext<'_>) -> Vec<Diagnostic> {
    let spec = &cx.plan.spec;
    let about = |code, severity, field, message: Message| {
        finding(code, severity, field, message.with("target", META.id))
    };
    let placeholders = Message::new("EXP098").with("file", "install-config.yaml");
    let mut found = vec![about("EXP098", Severity::Warning, "provider", placeholders)];
    if spec.node_cidrs.is_empty() {
        found.push(about(
            "EXP093",
            Severity::Warning,
            "nodeCIDRs",
            Message::new("EXP093"),
        ));
    }
    if let Some(cni) = spec.cni.filter(|cni| cni.id() != "ovn-kubernetes") {
        let message = Message::new("EXP096.instead")
            .with("own", "OVN-Kubernetes")
            .with("plugin", cni.title());
        found.push(about("EXP096", Severity::Warning, "cni", message));
    }
    if let Some(address) = spec.advertise_address {
        let message = Message::new("EXP097").with("address", address);
        found.push(about("EXP097", Severity::Info, "advertiseAddress", message));
    }
    let bridge: Option<Cidr> = DOCKER_BRIDGE.parse().ok();
    for list in lists(&cx.tool(META.id)) {
        if let Some((index, cidr)) = list
            .cidrs
            .iter()
            .enumerate()
            .find(|(_, cidr)| bridge.is_some_and(|bridge| bridge.overlaps(cidr)))
        {
            // The installer counts a pod network twice there.
            let path = match list.name {
                "clusterNetwork" => format!("{}[{index}]", list.path(index)),
                _ => list.path(index),
            };
            let message = Message::new("EXP094.bridge").with("range", *cidr);
            let mut diagnostic = about("EXP094", Severity::Warning, list.field, message);
            diagnostic.upstream = Some(format!(
                "{path}: {cidr} overlaps with default Docker Bridge subnet"
            ));
            found.push(diagnostic);
        }
    }
    found
}

impl Exporter for Openshift {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let mut found = remarks(cx);
        found.extend(forecasts::of_components(cx, META.id, |component| {
            component == Component::KubeApiserver
        }));
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let version = cx.profile.version;
        let comments = [
            Message::new("export-openshift").with("kubernetes", version),
            Message::new("export-openshift-replicas")
                .with("nodes", cx.plan.spec.nodes.count)
                .with("control", CONTROL_PLANE),
        ];
        let text = cx.yaml(&comments, &[install_config(cx)]);
        out.add("openshift/install-config.yaml", "application/yaml", &text)
    }
}
