//! kube-router: arguments of its DaemonSet as a patch (cloudnativelabs/kube-router docs/ipv6.md,
//! daemonset/kubeadm-kuberouter-all-features.yaml, pkg/controllers/netpol v2.x).

use serde_json::Value;

use super::shared;
use crate::export::tree::tree;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::needs::versions;
use crate::net::{Cidr, IpFamily};

/// A patch of kube-router's DaemonSet.
pub(in crate::export) struct KubeRouter;

static META: TargetMeta = TargetMeta {
    id: "kube-router",
    versions: versions::KUBE_ROUTER,
    docs: "https://github.com/cloudnativelabs/kube-router/blob/master/docs/ipv6.md",
    checked: &[
        Checked::Schema("the Kubernetes API of each version"),
        Checked::Source("cloudnativelabs/kube-router 7c2c2779"),
    ],
};

const PLUGIN: &str = "kube-router";

fn enabled(cx: &ExportContext<'_>, family: IpFamily) -> bool {
    shared::first(&cx.plan.spec.pod_cidrs, family).is_some()
}

/// Returns whether the first address of nodes is IPv6: in the order of Services, where the cluster has both families.
fn begins_with_ipv6(cx: &ExportContext<'_>) -> bool {
    let spec = &cx.plan.spec;
    let first = |cidrs: &[Cidr]| cidrs.first().map(Cidr::family);
    first(&spec.service_cidrs).or(first(&spec.pod_cidrs)) == Some(IpFamily::IPv6)
        || !enabled(cx, IpFamily::IPv4)
}

/// Returns the arguments. A patch replaces the whole list, so those of the project's manifest for kubeadm are
/// included.
fn arguments(cx: &ExportContext<'_>) -> Vec<String> {
    let mut arguments = vec![
        "--run-router=true".to_owned(),
        "--run-firewall=true".to_owned(),
        "--run-service-proxy=true".to_owned(),
        "--bgp-graceful-restart=true".to_owned(),
        "--kubeconfig=/var/lib/kube-router/kubeconfig".to_owned(),
        "--enable-cni=true".to_owned(),
        format!("--enable-ipv4={}", enabled(cx, IpFamily::IPv4)),
        format!("--enable-ipv6={}", enabled(cx, IpFamily::IPv6)),
        format!("--enable-pod-egress={}", shared::any_private(cx)),
    ];
    for range in &cx.plan.spec.service_cidrs {
        arguments.push(format!("--service-cluster-ip-range={range}"));
    }
    if begins_with_ipv6(cx) {
        // The id is otherwise the node's first address, and has to be IPv4 (pkg/bgp/id.go).
        arguments.push("--router-id=generate".to_owned());
    }
    arguments
}

fn patch(cx: &ExportContext<'_>) -> Value {
    tree!({
        "apiVersion": "apps/v1",
        "kind": "DaemonSet",
        "metadata": {"name": "kube-router", "namespace": "kube-system"},
        "spec": {"template": {"spec": {"containers": [{"name": "kube-router", "args": arguments(cx)}]}}},
    })
}

impl Exporter for KubeRouter {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let mut found = shared::node_ranges(cx, META.id, PLUGIN);
        found.extend(shared::routed_pods_of_one_switch(cx, PLUGIN));
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let comments = [
            Message::new("export-kube-router-apply"),
            Message::new("export-kube-router-args"),
            shared::from_nodes(cx, PLUGIN),
        ];
        out.add(
            "kube-router/daemonset-patch.yaml",
            "application/yaml",
            &cx.yaml(&comments, &[patch(cx)]),
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::components::plan_for_tests as plan;
    use crate::export::Exported;

    const BOTH: [&str; 2] = ["10.244.0.0/16", "fd00:10:244::/56"];
    const SERVICES: [&str; 2] = ["10.96.0.0/16", "fd00:10:96::/112"];

    fn export(pods: &[&str], services: &[&str]) -> Exported {
        crate::export::for_tests::export(&plan("1.36", pods, services), &[], &["kube-router"])
    }

    fn codes(exported: &Exported) -> Vec<&'static str> {
        exported.diagnostics.iter().map(|found| found.code).collect()
    }

    #[test]
    fn both_families_are_enabled() {
        let exported = export(&BOTH, &SERVICES);
        assert!(exported.diagnostics.is_empty());
        assert_eq!(
            exported.files[0].text.split_once("apiVersion").unwrap().1,
            ": apps/v1\nkind: DaemonSet\nmetadata:\n  name: kube-router\n  namespace: kube-system\nspec:\n  template:\n    \
             spec:\n      containers:\n        - name: kube-router\n          args:\n            \
             - --run-router=true\n            - --run-firewall=true\n            \
             - --run-service-proxy=true\n            - --bgp-graceful-restart=true\n            \
             - --kubeconfig=/var/lib/kube-router/kubeconfig\n            - --enable-cni=true\n            \
             - --enable-ipv4=true\n            - --enable-ipv6=true\n            \
             - --enable-pod-egress=true\n            - --service-cluster-ip-range=10.96.0.0/16\n            \
             - --service-cluster-ip-range=fd00:10:96::/112\n"
        );
    }

    #[test]
    fn ipv6_alone_switches_ipv4_off() {
        let exported = export(&["2a00:1450::/56"], &["fd00:10:96::/112"]);
        let text = &exported.files[0].text;
        for argument in [
            "--enable-ipv4=false",
            "--enable-ipv6=true",
            "--enable-pod-egress=false",
        ] {
            assert!(text.contains(argument), "{argument}\n{text}");
        }
        assert_eq!(codes(&exported), ["EXP012"]);
    }

    #[test]
    fn service_ranges_it_refuses_are_not_written() {
        for (pods, services, text) in [
            (
                &BOTH[..1],
                &SERVICES[..],
                "too many CIDRs provided in --service-cluster-ip-range parameter: dual-stack must be enabled to \
                 provide two addresses",
            ),
            (
                &BOTH[..1],
                &SERVICES[1..],
                "failed to get parse --service-cluster-ip-range parameter: IPv4 is enabled but only IPv6 address is \
                 provided",
            ),
            (
                &BOTH[1..],
                &SERVICES[..1],
                "failed to get parse --service-cluster-ip-range parameter: IPv6 is enabled but only IPv4 address is \
                 provided",
            ),
            (
                &BOTH[..],
                &["10.96.0.0/16", "10.97.0.0/16"][..],
                "failed to get parse --service-cluster-ip-range parameter: dual-stack is enabled, both IPv4 and IPv6 \
                 addresses should be provided",
            ),
            (
                &BOTH[..],
                &["10.96.0.0/16", "fd00:10:96::/112", "10.97.0.0/16"][..],
                "too many CIDRs provided in --service-cluster-ip-range parameter, only two addresses are allowed at \
                 once for dual-stack",
            ),
            (
                &BOTH[..],
                &[][..],
                "failed to get parse --service-cluster-ip-range parameter, the list is empty",
            ),
        ] {
            let exported = export(pods, services);
            assert!(exported.files.is_empty());
            assert_eq!(exported.diagnostics[0].upstream.as_deref(), Some(text));
        }
        // One range for two families is what it takes.
        assert_eq!(export(&BOTH, &SERVICES[..1]).files.len(), 1);
        assert_eq!(codes(&export(&[], &SERVICES)), ["EXP040"]);
        assert_eq!(
            codes(&export(&["10.244.0.0/16", "10.245.0.0/16"], &SERVICES)),
            ["EXP041"]
        );
    }
}
