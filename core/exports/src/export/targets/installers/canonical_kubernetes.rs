//! Canonical Kubernetes, the snap k8s: a bootstrap configuration (canonical/k8s-snap
//! `docs/canonicalk8s/snap/howto/networking/{dualstack,ipv6}.md`; canonical/k8sd `pkg/k8sd/features/cilium/network.go`,
//! `pkg/k8sd/types/cluster_config_validate.go`).

use serde_json::{Map, Value};

use crate::diagnostic::{Component, Severity};
use crate::export::tree::{Set, tree};
use crate::export::{
    Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding, forecasts, ranges,
};
use crate::i18n::Message;
use crate::needs::versions;
use crate::net::IpFamily;
use crate::request::Endpoint;

/// A bootstrap configuration.
pub(in crate::export) struct CanonicalKubernetes;

static META: TargetMeta = TargetMeta {
    id: "canonical-kubernetes",
    versions: versions::CANONICAL_KUBERNETES,
    docs: "https://documentation.ubuntu.com/canonical-kubernetes/latest/snap/howto/networking/dualstack",
    checked: &[
        Checked::Source("canonical/k8s-snap main, 1.32 and later"),
        Checked::Source("canonical/k8sd 1417866d"),
    ],
};

/// Returns the prefix length of the blocks that Cilium cuts out of the pod ranges. The snap keeps Cilium's defaults
/// (`clusterPoolIPv4MaskSize`, `clusterPoolIPv6MaskSize`).
const fn block(family: IpFamily) -> u8 {
    match family {
        IpFamily::IPv4 => 24,
        IpFamily::IPv6 => 120,
    }
}
const DEFAULT_MAX_PODS: u32 = 110;
fn configuration(cx: &ExportContext<'_>) -> Value {
    let spec = &cx.plan.spec;
    let mut document = Map::new();
    document.set(
        "cluster-config",
        &tree!({
            "network": {"enabled": has_own_plugin(cx)},
            "dns": {"enabled": true, "cluster-domain": "cluster.local"},
        }),
    );
    document.set("pod-cidr", &ranges::joined(&spec.pod_cidrs));
    document.set("service-cidr", &ranges::joined(&spec.service_cidrs));
    if let Some(endpoint) = cx.endpoint() {
        document.set("extra-sans", &vec![endpoint.host()]);
        // canonical/k8s-snap-api api/v1/bootstrap_config.go: 6443 where it is left out.
        let port = endpoint.port.filter(|port| *port != Endpoint::DEFAULT_PORT);
        if let Some(port) = port {
            document.set("secure-port", &port);
        }
    }
    if spec.nodes.max_pods != DEFAULT_MAX_PODS {
        let arguments = tree!({"--max-pods": spec.nodes.max_pods.to_string()});
        document.insert("extra-node-kubelet-args".to_owned(), arguments);
    }
    Value::Object(document)
}

/// Returns whether the plan uses the Cilium that the snap installs.
fn has_own_plugin(cx: &ExportContext<'_>) -> bool {
    cx.plan.spec.cni.is_none_or(|cni| cni.id() == "cilium")
}

fn begins_with_ipv6(cx: &ExportContext<'_>) -> bool {
    let first = cx.plan.spec.service_cidrs.first();
    first.is_some_and(|cidr| cidr.family() == IpFamily::IPv6)
}

impl Exporter for CanonicalKubernetes {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let spec = &cx.plan.spec;
        let mut found = Vec::new();
        if begins_with_ipv6(cx) && ranges::is_dual(&spec.service_cidrs) {
            let message = Message::new("EXP088.unread").with("target", META.id);
            found.push(finding("EXP088", Severity::Warning, "serviceCIDRs", message));
        }
        let other_mask = IpFamily::ALL.into_iter().any(|family| {
            let given = spec.nodes.mask_size(family);
            ranges::of_family(&spec.pod_cidrs, family).is_some()
                && given.is_some_and(|mask| mask != block(family))
        });
        if other_mask {
            let message = Message::new("EXP092").with("target", META.id);
            found.push(finding("EXP092", Severity::Warning, "nodes", message));
        }
        if let Some(cni) = spec.cni.filter(|_| !has_own_plugin(cx)) {
            let message = Message::new("EXP096")
                .with("target", META.id)
                .with("plugin", cni.title());
            found.push(finding("EXP096", Severity::Warning, "cni", message));
        }
        if let Some(address) = spec.advertise_address {
            let message = Message::new("EXP097.option")
                .with("target", META.id)
                .with("option", format!("--address {address}"));
            found.push(finding("EXP097", Severity::Info, "advertiseAddress", message));
        }
        found.extend(forecasts::of_components(cx, META.id, |component| {
            component == Component::KubeApiserver
        }));
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let address = match cx.plan.spec.advertise_address {
            Some(address) => format!(" --address {address}"),
            // On machines with both families the snap would take the IPv4 address.
            None if begins_with_ipv6(cx) => " --address ::/0".to_owned(),
            None => String::new(),
        };
        let command = format!("sudo k8s bootstrap --file bootstrap.yaml{address}");
        let comment = Message::new("export-canonical-kubernetes").with("command", command);
        let text = cx.yaml(&[comment], &[configuration(cx)]);
        out.add("canonical-kubernetes/bootstrap.yaml", "application/yaml", &text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::Exported;
    use crate::export::for_tests::export;
    use crate::request::ClusterPlan;

    const PODS: &[&str] = &["10.244.0.0/16", "fd00:10:244::/108"];
    const SERVICES: &[&str] = &["10.96.0.0/16", "fd00:10:96::/112"];

    fn written(plan: &ClusterPlan) -> Exported {
        export(plan, &[], &["canonical-kubernetes"])
    }

    #[test]
    fn both_families() {
        let exported = written(&plan("1.36", PODS, SERVICES));
        assert!(exported.files[0].text.ends_with(
            "\
cluster-config:
  network:
    enabled: true
  dns:
    enabled: true
    cluster-domain: cluster.local
pod-cidr: 10.244.0.0/16,fd00:10:244::/108
service-cidr: 10.96.0.0/16,fd00:10:96::/112
"
        ));
        assert_eq!(exported.diagnostics, []);
    }

    #[test]
    fn ipv6_machines_are_found_by_their_address() {
        let exported = written(&plan("1.36", &PODS[1..], &SERVICES[1..]));
        assert!(
            exported.files[0]
                .text
                .contains("sudo k8s bootstrap --file bootstrap.yaml --address ::/0\n")
        );
        let first = written(&plan("1.36", &[PODS[1], PODS[0]], &[SERVICES[1], SERVICES[0]]));
        assert_eq!(first.diagnostics[0].code, "EXP088");
        assert_eq!(first.diagnostics[0].severity, Severity::Warning);
    }

    #[test]
    fn pools_that_cilium_cannot_cut_are_refused() {
        let upstream = |pods: &[&str]| {
            let exported = written(&plan("1.36", pods, SERVICES));
            assert!(exported.files.is_empty());
            assert_eq!(exported.diagnostics[0].code, "EXP091");
            exported.diagnostics[0].upstream.clone()
        };
        assert_eq!(
            upstream(&["10.244.0.0/16", "fd00:10:244::/103"]).as_deref(),
            Some("unable to initialize IPv6 allocator New CIDR set failed; the node CIDR size is too big")
        );
        assert_eq!(upstream(&["10.244.0.0/25", "fd00:10:244::/104"]), None);
        assert_eq!(upstream(&["10.244.0.0/16", "fd00:10:244::/121"]), None);
    }

    #[test]
    fn ranges_that_its_daemon_does_not_take_are_refused() {
        let upstream = |pods: &[&str], services: &[&str]| {
            let exported = written(&plan("1.36", pods, services));
            assert!(exported.files.is_empty());
            assert_eq!(exported.diagnostics[0].code, "EXP091");
            exported.diagnostics[0].upstream.clone()
        };
        assert_eq!(
            upstream(&["10.0.0.0/8", PODS[1]], SERVICES).as_deref(),
            Some(
                "invalid cidr configuration: pod CIDR \"10.0.0.0/8,fd00:10:244::/108\" and service CIDR \
                 \"10.96.0.0/16,fd00:10:96::/112\" overlap"
            )
        );
        assert_eq!(
            upstream(PODS, &["10.96.0.0/16", "fd00:10:96::/104"]).as_deref(),
            Some(
                "invalid service CIDR: service CIDR \"10.96.0.0/16,fd00:10:96::/104\" cannot be larger than /108"
            )
        );
    }

    #[test]
    fn what_goes_elsewhere_is_said() {
        let mut plan = plan("1.36", &["10.244.0.0/16", "fd00:10:244::/56"], SERVICES);
        plan.spec.cni = crate::catalog::Cni::find("calico");
        plan.spec.nodes.mask_size_ipv6 = Some(64);
        plan.spec.nodes.max_pods = 200;
        plan.spec.advertise_address = Some("192.168.1.11".parse().unwrap());
        let exported = written(&plan);
        let codes: Vec<&str> = exported.diagnostics.iter().map(|found| found.code).collect();
        assert_eq!(codes, ["EXP092", "EXP096", "EXP097"]);
        let text = &exported.files[0].text;
        assert!(
            text.contains("    enabled: false\n") && text.contains("--address 192.168.1.11\n"),
            "{text}"
        );
        assert!(
            text.ends_with("extra-node-kubelet-args:\n  --max-pods: \"200\"\n"),
            "{text}"
        );
    }
}
