//! kube-vip: the ConfigMap of its cloud provider, which hands out addresses (kube-vip/kube-vip-cloud-provider
//! `pkg/provider/loadBalancer.go`, `pkg/ipam/addressbuilder.go`).

use super::shared;
use crate::export::tree::tree;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::kubernetes::Window;
use crate::net::Cidr;

/// ConfigMap of the kube-vip cloud provider.
pub(in crate::export) struct KubeVip;

static META: TargetMeta = TargetMeta {
    id: "kube-vip",
    versions: Window::from(20),
    docs: "https://kube-vip.io/docs/usage/cloud-provider/",
    checked: &[
        Checked::Schema("the Kubernetes API of each version"),
        Checked::Source("kube-vip/kube-vip-cloud-provider, August 2026"),
    ],
};

impl Exporter for KubeVip {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        shared::findings(cx, META.id)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        // The provider splits at commas and takes no blanks.
        let pools: Vec<String> = shared::pools(cx).iter().map(Cidr::to_string).collect();
        let config_map = tree!({
            "apiVersion": "v1",
            "kind": "ConfigMap",
            "metadata": {"name": "kubevip", "namespace": "kube-system"},
            "data": {"cidr-global": pools.join(",")},
        });
        let text = cx.yaml(&[Message::new("export-kube-vip")], &[config_map]);
        out.add("kube-vip.yaml", "application/yaml", &text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::Exported;
    use crate::export::for_tests::export;

    fn exported(pools: &[&str]) -> Exported {
        let mut plan = plan("1.36", &["10.244.0.0/16"], &["10.96.0.0/16", "fd00:10:96::/112"]);
        plan.spec.load_balancer_cidrs = pools.iter().map(|pool| pool.parse().unwrap()).collect();
        export(&plan, &[], &[META.id])
    }

    #[test]
    fn pools_of_both_families_are_one_value() {
        let exported = exported(&["192.168.1.240/28", "fd00:192:168:1::f0/124"]);
        assert!(exported.files[0].text.ends_with(
            "
apiVersion: v1
kind: ConfigMap
metadata:
  name: kubevip
  namespace: kube-system
data:
  cidr-global: 192.168.1.240/28,fd00:192:168:1::f0/124
"
        ));
    }

    #[test]
    fn a_plan_without_pools_is_refused() {
        let exported = exported(&[]);
        assert!(exported.files.is_empty());
        assert_eq!(exported.diagnostics[0].code, "EXP068");
    }
}
