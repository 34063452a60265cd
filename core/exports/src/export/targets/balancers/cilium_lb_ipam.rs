//! Cilium LB-IPAM: CiliumLoadBalancerIPPool, which hands out addresses. Announcing them is a separate feature.

use serde_json::Value;

use super::shared;
use crate::export::tree::tree;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::kubernetes::{Window, cilium_pool_api};

/// A CiliumLoadBalancerIPPool.
pub(in crate::export) struct CiliumLbIpam;

static META: TargetMeta = TargetMeta {
    id: "cilium-lb-ipam",
    versions: Window::from(26),
    docs: "https://docs.cilium.io/en/stable/network/lb-ipam/",
    checked: &[Checked::Schema("types made from the CRDs of Cilium")],
};

impl Exporter for CiliumLbIpam {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        shared::findings(cx, META.id)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let Some(api_version) = cilium_pool_api(cx.profile.version) else {
            return Ok(());
        };
        let blocks: Vec<Value> = shared::pools(cx)
            .into_iter()
            .map(|pool| tree!({"cidr": pool}))
            .collect();
        let pool = tree!({
            "apiVersion": api_version,
            "kind": "CiliumLoadBalancerIPPool",
            "metadata": {"name": cx.object_name()},
            "spec": {"blocks": blocks},
        });
        let releases = if api_version.ends_with("v2") {
            "export-cilium-lb-ipam-v2"
        } else {
            "export-cilium-lb-ipam-v2alpha1"
        };
        let comments = [Message::new("export-cilium-lb-ipam"), Message::new(releases)];
        out.add(
            "cilium-lb-ipam.yaml",
            "application/yaml",
            &cx.yaml(&comments, &[pool]),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::Exported;
    use crate::export::for_tests::export;

    fn exported(version: &str, pools: &[&str]) -> Exported {
        let mut plan = plan(version, &["10.244.0.0/16"], &["10.96.0.0/16", "fd00:10:96::/112"]);
        plan.spec.load_balancer_cidrs = pools.iter().map(|pool| pool.parse().unwrap()).collect();
        export(&plan, &[], &[META.id])
    }

    #[test]
    fn each_pool_is_a_block() {
        let exported = exported("1.36", &["192.168.1.240/28", "fd00:192:168:1::f0/124"]);
        assert!(exported.files[0].text.ends_with(
            "
apiVersion: cilium.io/v2
kind: CiliumLoadBalancerIPPool
metadata:
  name: demo
spec:
  blocks:
    - cidr: 192.168.1.240/28
    - cidr: fd00:192:168:1::f0/124
"
        ));
    }

    #[test]
    fn older_clusters_have_the_alpha() {
        let text = &exported("1.29", &["192.168.1.240/28"]).files[0].text;
        assert!(text.contains("apiVersion: cilium.io/v2alpha1\n"));
    }

    #[test]
    fn a_plan_without_pools_is_refused() {
        let exported = exported("1.36", &[]);
        assert!(exported.files.is_empty());
        assert_eq!(exported.diagnostics[0].code, "EXP068");
    }
}
