//! Antrea: values of its chart, with node ranges of kube-controller-manager or of its own NodeIPAM (antrea-io/antrea
//! build/charts/antrea/values.yaml, cmd/antrea-controller/options.go).

use serde_json::Value;

use super::shared;
use crate::diagnostic::Severity;
use crate::export::tree::{sparse, tree};
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding};
use crate::i18n::Message;
use crate::kubernetes::Window;
use crate::needs::antrea_node_ipam;
use crate::net::IpFamily;

/// Helm values of Antrea.
pub(in crate::export) struct Antrea;

static META: TargetMeta = TargetMeta {
    id: "antrea",
    versions: Window::ALL,
    docs: "https://antrea.io/docs/main/docs/antrea-ipam/",
    checked: &[
        Checked::Schema("the values of its chart, August 2026"),
        Checked::Source("antrea-io/antrea fc70f2bb"),
    ],
};

const PLUGIN: &str = "Antrea";
const NODE_IPAM_FILE: &str = "antrea/values-node-ipam.yaml";

/// Returns the values that both forms share. The agent leaves pods their own addresses only without encapsulation: `noSNAT
/// is only applicable to the noEncap mode` (cmd/antrea-agent/options.go).
fn values(cx: &ExportContext<'_>, node_ipam: Option<Value>) -> Value {
    let masquerades = shared::any_private(cx);
    sparse!({
        "trafficEncapMode": if masquerades { "encap" } else { "noEncap" },
        "noSNAT": !masquerades,
        "nodeIPAM": node_ipam,
        "antreaProxy": {"enable": true},
    })
}

fn node_ipam(cx: &ExportContext<'_>) -> Value {
    let spec = &cx.plan.spec;
    let service = |family| shared::first(&spec.service_cidrs, family).map(|range| tree!(range));
    let mask = |family| {
        shared::first(&spec.pod_cidrs, family)?;
        Some(tree!(shared::node_mask(cx, family)))
    };
    sparse!({
        "enable": true,
        "clusterCIDRs": spec.pod_cidrs,
        "serviceCIDR": service(IpFamily::IPv4),
        "serviceCIDRv6": service(IpFamily::IPv6),
        "nodeCIDRMaskSizeIPv4": mask(IpFamily::IPv4),
        "nodeCIDRMaskSizeIPv6": mask(IpFamily::IPv6),
    })
}

impl Exporter for Antrea {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let mut found = shared::node_ranges(cx, META.id, PLUGIN);
        let refused = antrea_node_ipam(&cx.tool(META.id));
        if !refused.is_empty() {
            found.extend(refused);
            let message = Message::new("EXP057").with("file", NODE_IPAM_FILE);
            found.push(finding("EXP057", Severity::Warning, "nodes", message));
        }
        found.extend(shared::routed_pods_of_one_switch(cx, PLUGIN));
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let mut add = |path: &str, comment: Message, document: Value| {
            let install = Message::new("export-antrea-install").with("file", path);
            let both = shared::families(&cx.plan.spec.pod_cidrs).len() > 1;
            let transport = both.then(|| Message::new("export-antrea-transport"));
            let routed = (!shared::any_private(cx)).then(|| Message::new("export-antrea-no-encap"));
            let comments: Vec<Message> = [Some(install), Some(comment), routed, transport]
                .into_iter()
                .flatten()
                .collect();
            out.add(path, "application/yaml", &cx.yaml(&comments, &[document]))
        };
        add(
            "antrea/values.yaml",
            shared::from_nodes(cx, PLUGIN),
            values(cx, None),
        )?;
        if !antrea_node_ipam(&cx.tool(META.id)).is_empty() {
            return Ok(());
        }
        add(
            NODE_IPAM_FILE,
            Message::new("export-antrea-node-ipam"),
            values(cx, Some(node_ipam(cx))),
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::components::plan_for_tests as plan;
    use crate::export::Exported;
    use crate::request::ClusterPlan;

    const BOTH: [&str; 2] = ["10.244.0.0/16", "fd00:10:244::/56"];
    const SERVICES: [&str; 2] = ["10.96.0.0/16", "fd00:10:96::/112"];

    fn export(plan: &ClusterPlan) -> Exported {
        crate::export::for_tests::export(plan, &[], &["antrea"])
    }

    fn codes(exported: &Exported) -> Vec<&'static str> {
        exported.diagnostics.iter().map(|found| found.code).collect()
    }

    #[test]
    fn nodes_get_their_ranges_with_and_without_antrea() {
        let plan = plan("1.36", &BOTH, &SERVICES);
        let exported = export(&plan);
        let body = |text: &str| text.split_once("trafficEncapMode").unwrap().1.to_owned();
        assert_eq!(
            body(&exported.files[1].text),
            ": encap\nnoSNAT: false\nantreaProxy:\n  enable: true\n"
        );
        assert_eq!(
            body(&exported.files[0].text),
            ": encap\nnoSNAT: false\nnodeIPAM:\n  enable: true\n  clusterCIDRs:\n    - 10.244.0.0/16\n    \
             - fd00:10:244::/56\n  serviceCIDR: 10.96.0.0/16\n  serviceCIDRv6: fd00:10:96::/112\n  \
             nodeCIDRMaskSizeIPv4: 24\n  nodeCIDRMaskSizeIPv6: 64\nantreaProxy:\n  enable: true\n"
        );
        assert!(exported.diagnostics.is_empty());
    }

    #[test]
    fn masks_outside_the_limits_leave_node_ipam_out() {
        for (ipv4, ipv6, text) in [
            (
                31,
                64,
                "the Node IPv4 CIDR mask size 31 is invalid, should be between 16 and 30",
            ),
            (
                24,
                60,
                "the Node IPv6 CIDR mask size 60 is invalid, should be between 64 and 126",
            ),
        ] {
            let mut plan = plan("1.36", &BOTH, &SERVICES);
            plan.spec.nodes.mask_size_ipv4 = Some(ipv4);
            plan.spec.nodes.mask_size_ipv6 = Some(ipv6);
            let exported = export(&plan);
            assert_eq!(exported.files.len(), 1);
            assert_eq!(exported.files[0].path, "antrea/values.yaml");
            assert_eq!(codes(&exported), ["EXP052", "EXP057"]);
            assert_eq!(exported.diagnostics[0].upstream.as_deref(), Some(text));
        }
    }

    #[test]
    fn nodes_of_too_large_a_range_are_refused_by_both() {
        let mut plan = plan("1.36", &["fd00:10:244::/56"], &["fd00:10:96::/112"]);
        plan.spec.nodes.mask_size_ipv6 = Some(80);
        let exported = export(&plan);
        assert_eq!(codes(&exported), ["EXP015", "EXP045", "EXP057"]);
        assert_eq!(
            exported.diagnostics[1].upstream.as_deref(),
            Some(
                "the Node IPv6 CIDR size is too big, the cluster CIDR mask size cannot be greater than 16 more than \
                 the Node IPv6 CIDR mask size"
            )
        );
    }

    #[test]
    fn routed_pods_are_not_translated() {
        let exported = export(&plan("1.36", &["2a00:1450::/56"], &["fd00:10:96::/112"]));
        assert!(exported.files[1].text.contains("noSNAT: true\n"));
        let mixed = export(&plan("1.36", &["10.244.0.0/16", "2a00:1450::/56"], &SERVICES));
        assert_eq!(codes(&mixed), ["EXP042"]);
        assert_eq!(
            codes(&export(&plan(
                "1.36",
                &["10.244.0.0/16", "10.245.0.0/16"],
                &SERVICES
            ))),
            ["EXP041"]
        );
    }
}
