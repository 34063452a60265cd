//! Cluster API: Cluster, KubeadmControlPlane and what workers need (kubernetes-sigs/cluster-api
//! api/core/v1beta2/cluster_types.go, api/bootstrap/kubeadm/v1beta2/kubeadm_types.go; v1beta2 is Cluster API 1.11).

use serde_json::Value;

use super::shared::{
    list, max_pods, node_arguments, object, primary, release, release_comment, unused_address,
};
use super::{kubeadm, shared};
use crate::export::tree::{sparse, tree};
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::needs::versions;
use crate::net::IpFamily;

/// Objects of Cluster API.
pub(in crate::export) struct ClusterApi;

/// Cluster API 1.12 runs workload clusters from 1.29 on (its release notes), so 1.11 from 1.28 on.
static META: TargetMeta = TargetMeta {
    id: "cluster-api",
    versions: versions::CLUSTER_API,
    docs: "https://cluster-api.sigs.k8s.io/",
    checked: &[
        Checked::Schema("kubernetes-sigs/cluster-api ae7ff047, v1beta2"),
        Checked::Source("kubernetes-sigs/cluster-api api/core/v1beta2"),
    ],
};

const API_PORT: u16 = 6443;
/// Any address of the family: kubeadm and kubelet then use the host's own.
const ANY_IPV6: &str = "::";

/// Returns the kinds of the infrastructure provider.
fn infrastructure(cx: &ExportContext<'_>) -> (&'static str, &'static str) {
    match cx.plan.spec.provider.map(|provider| provider.id()) {
        Some("aws") => ("AWSCluster", "AWSMachineTemplate"),
        Some("azure") => ("AzureCluster", "AzureMachineTemplate"),
        Some("gcp") => ("GCPCluster", "GCPMachineTemplate"),
        Some("openstack") => ("OpenStackCluster", "OpenStackMachineTemplate"),
        Some("vsphere") => ("VSphereCluster", "VSphereMachineTemplate"),
        _ => ("DockerCluster", "DockerMachineTemplate"),
    }
}

fn reference(group: &str, kind: &str, name: &str) -> Value {
    tree!({"apiGroup": format!("{group}.cluster.x-k8s.io"), "kind": kind, "name": name})
}

fn head(group: Option<&str>, kind: &str, name: &str) -> Vec<(&'static str, Value)> {
    let group = group.map(|group| format!("{group}.")).unwrap_or_default();
    vec![
        ("apiVersion", tree!(format!("{group}cluster.x-k8s.io/v1beta2"))),
        ("kind", tree!(kind)),
        ("metadata", tree!({"name": name, "namespace": "default"})),
    ]
}

fn control_plane_name(cx: &ExportContext<'_>) -> String {
    format!("{}-control-plane", cx.object_name())
}

fn cluster(cx: &ExportContext<'_>) -> Value {
    let spec = &cx.plan.spec;
    let name = cx.object_name();
    let mut object_fields = head(None, "Cluster", &name);
    let endpoint = cx
        .endpoint()
        .map(|endpoint| tree!({"host": endpoint.host(), "port": endpoint.port()}));
    object_fields.push((
        "spec",
        sparse!({
            "controlPlaneEndpoint": endpoint,
            "clusterNetwork": {
                "apiServerPort": API_PORT,
                "serviceDomain": "cluster.local",
                "services": {"cidrBlocks": spec.service_cidrs},
                "pods": {"cidrBlocks": spec.pod_cidrs},
            },
            "controlPlaneRef": reference("controlplane", "KubeadmControlPlane", &control_plane_name(cx)),
            "infrastructureRef": reference("infrastructure", infrastructure(cx).0, &name),
        }),
    ));
    object(object_fields)
}

/// Returns the settings that kubelet cannot find out. The infrastructure decides about node addresses; only IPv6
/// first has to be set, as in the templates of Cluster API's own tests (infrastructure-docker cluster-template-ipv6).
fn node_registration(cx: &ExportContext<'_>) -> Value {
    let mut arguments = Vec::new();
    if primary(cx) == IpFamily::IPv6 {
        arguments.push(("node-ip", ANY_IPV6.to_owned()));
    }
    if let Some(max_pods) = max_pods(cx) {
        arguments.push(("max-pods", max_pods.to_string()));
    }
    sparse!({"kubeletExtraArgs": list(arguments)})
}

fn api_endpoint(cx: &ExportContext<'_>) -> Value {
    if primary(cx) == IpFamily::IPv6 {
        tree!({"advertiseAddress": ANY_IPV6, "bindPort": API_PORT})
    } else {
        Value::Null
    }
}

fn control_plane(cx: &ExportContext<'_>) -> Value {
    let name = control_plane_name(cx);
    let arguments = list(node_arguments(cx));
    let controller_manager = sparse!({"extraArgs": arguments});
    let kubeadm = sparse!({
        "clusterConfiguration": {"controllerManager": controller_manager},
        "initConfiguration": {"localAPIEndpoint": api_endpoint(cx), "nodeRegistration": node_registration(cx)},
        "joinConfiguration": {
            "controlPlane": {"localAPIEndpoint": api_endpoint(cx)},
            "nodeRegistration": node_registration(cx),
        },
    });
    let infrastructure = reference("infrastructure", infrastructure(cx).1, &name);
    let mut fields = head(Some("controlplane"), "KubeadmControlPlane", &name);
    fields.push((
        "spec",
        sparse!({
            "replicas": 1,
            "version": format!("v{}", release(cx)),
            "machineTemplate": {"spec": {"infrastructureRef": infrastructure}},
            "kubeadmConfigSpec": kubeadm,
        }),
    ));
    object(fields)
}

/// Returns the template for the MachineDeployments of workers. `None` if their kubelet needs no settings.
fn workers(cx: &ExportContext<'_>) -> Option<Value> {
    let registration = node_registration(cx);
    if registration.as_object().is_none_or(serde_json::Map::is_empty) {
        return None;
    }
    let name = format!("{}-workers", cx.object_name());
    let mut fields = head(Some("bootstrap"), "KubeadmConfigTemplate", &name);
    let join = tree!({"nodeRegistration": registration});
    fields.push(("spec", tree!({"template": {"spec": {"joinConfiguration": join}}})));
    Some(object(fields))
}

impl Exporter for ClusterApi {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let mut found = kubeadm::findings(cx, META.id, shared::control_plane);
        found.extend(unused_address(cx, META.id));
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let (cluster_kind, template_kind) = infrastructure(cx);
        let mut comments: Vec<Message> = release_comment(cx).into_iter().collect();
        comments.push(
            Message::new("export-cluster-api")
                .with("cluster", cluster_kind)
                .with("template", template_kind),
        );
        let mut documents = vec![cluster(cx), control_plane(cx)];
        if let Some(template) = workers(cx) {
            comments.push(Message::new("export-cluster-api-workers"));
            documents.push(template);
        }
        out.add(
            "cluster-api.yaml",
            "application/yaml",
            &cx.yaml(&comments, &documents),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::shared::tests::{body, codes};
    use crate::catalog::Provider;
    use crate::components::plan_for_tests as plan;

    const PODS: [&str; 2] = ["10.244.0.0/16", "fd00:10:244::/56"];
    const SERVICES: [&str; 2] = ["10.96.0.0/16", "fd00:10:96::/112"];

    #[test]
    fn dual_stack() {
        let plan = plan("1.34", &PODS, &SERVICES);
        assert_eq!(
            body(&plan, "cluster-api", "cluster-api.yaml"),
            "apiVersion: cluster.x-k8s.io/v1beta2\n\
             kind: Cluster\n\
             metadata:\n  \
               name: demo\n  \
               namespace: default\n\
             spec:\n  \
               clusterNetwork:\n    \
                 apiServerPort: 6443\n    \
                 serviceDomain: cluster.local\n    \
                 services:\n      \
                   cidrBlocks:\n        \
                     - 10.96.0.0/16\n        \
                     - fd00:10:96::/112\n    \
                 pods:\n      \
                   cidrBlocks:\n        \
                     - 10.244.0.0/16\n        \
                     - fd00:10:244::/56\n  \
               controlPlaneRef:\n    \
                 apiGroup: controlplane.cluster.x-k8s.io\n    \
                 kind: KubeadmControlPlane\n    \
                 name: demo-control-plane\n  \
               infrastructureRef:\n    \
                 apiGroup: infrastructure.cluster.x-k8s.io\n    \
                 kind: DockerCluster\n    \
                 name: demo\n\
             ---\n\
             apiVersion: controlplane.cluster.x-k8s.io/v1beta2\n\
             kind: KubeadmControlPlane\n\
             metadata:\n  \
               name: demo-control-plane\n  \
               namespace: default\n\
             spec:\n  \
               replicas: 1\n  \
               version: v1.34.0\n  \
               machineTemplate:\n    \
                 spec:\n      \
                   infrastructureRef:\n        \
                     apiGroup: infrastructure.cluster.x-k8s.io\n        \
                     kind: DockerMachineTemplate\n        \
                     name: demo-control-plane\n  \
               kubeadmConfigSpec:\n    \
                 clusterConfiguration:\n      \
                   controllerManager:\n        \
                     extraArgs:\n          \
                       - name: node-cidr-mask-size-ipv4\n            \
                         value: \"24\"\n          \
                       - name: node-cidr-mask-size-ipv6\n            \
                         value: \"64\"\n"
        );
        assert!(codes(&plan, "cluster-api").is_empty());
    }

    #[test]
    fn ipv6_first_listens_on_ipv6_on_every_node() {
        let mut plan = plan("1.34.2", &[PODS[1], PODS[0]], &[SERVICES[1], SERVICES[0]]);
        plan.spec.provider = Provider::find("openstack");
        let text = body(&plan, "cluster-api", "cluster-api.yaml");
        assert!(text.contains("version: v1.34.2\n") && text.contains("kind: OpenStackMachineTemplate\n"));
        let registration =
            "nodeRegistration:\n        kubeletExtraArgs:\n          - name: node-ip\n            value: ";
        assert_eq!(text.matches(registration).count(), 2);
        assert_eq!(text.matches("advertiseAddress: ").count(), 2);
        assert!(text.contains(
            "---\n\
             apiVersion: bootstrap.cluster.x-k8s.io/v1beta2\n\
             kind: KubeadmConfigTemplate\n\
             metadata:\n  \
               name: demo-workers\n  \
               namespace: default\n\
             spec:\n  \
               template:\n    \
                 spec:\n      \
                   joinConfiguration:\n        \
                     nodeRegistration:\n          \
                       kubeletExtraArgs:\n            \
                         - name: node-ip\n"
        ));
    }

    #[test]
    fn kubeadm_refuses_what_the_webhook_takes() {
        let plan = plan("1.33", &PODS[1..], &["fd00:10:96::/64"]);
        assert!(codes(&plan, "cluster-api").iter().all(|code| *code == "EXP015"));
        assert!(!codes(&plan, "cluster-api").is_empty());
    }

    #[test]
    fn lists_that_are_no_cluster_and_old_versions_are_refused() {
        assert_eq!(codes(&plan("1.34", &PODS, &[]), "cluster-api"), ["EXP020"]);
        assert_eq!(codes(&plan("1.27", &PODS, &SERVICES), "cluster-api"), ["EXP002"]);
        let mut plan = plan("1.34", &PODS, &SERVICES);
        plan.spec.advertise_address = "192.168.1.11".parse().ok();
        assert_eq!(codes(&plan, "cluster-api"), ["EXP027"]);
    }
}
