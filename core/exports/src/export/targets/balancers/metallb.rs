//! MetalLB (metallb.io/v1beta1): a Service with both families takes both addresses from one pool, so there is one.

use super::shared;
use crate::export::tree::tree;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::kubernetes::Window;

/// IPAddressPool and L2Advertisement.
pub(in crate::export) struct MetalLb;

static META: TargetMeta = TargetMeta {
    id: "metallb",
    versions: Window::from(20),
    docs: "https://metallb.io/configuration/",
    checked: &[
        Checked::Schema("metallb/metallb 7938d3f8"),
        Checked::Source("metallb/metallb 7938d3f8"),
    ],
};

const NAMESPACE: &str = "metallb-system";

impl Exporter for MetalLb {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let mut found = shared::findings(cx, META.id)?;
        found.extend(shared::off_link(cx));
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let name = cx.object_name();
        let metadata = tree!({"name": name, "namespace": NAMESPACE});
        let pool = tree!({
            "apiVersion": "metallb.io/v1beta1",
            "kind": "IPAddressPool",
            "metadata": metadata,
            "spec": {
                "addresses": shared::pools(cx),
                "autoAssign": true,
                "avoidBuggyIPs": true,
            },
        });
        let advertisement = tree!({
            "apiVersion": "metallb.io/v1beta1",
            "kind": "L2Advertisement",
            "metadata": metadata,
            "spec": {"ipAddressPools": [name]},
        });
        let text = cx.yaml(&[Message::new("export-metallb")], &[pool, advertisement]);
        out.add("metallb.yaml", "application/yaml", &text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::export;

    const DUAL: &[&str] = &["10.96.0.0/16", "fd00:10:96::/112"];

    #[test]
    fn one_pool_holds_both_families() {
        let mut plan = plan("1.36", &["10.244.0.0/16"], DUAL);
        plan.spec.load_balancer_cidrs = vec![
            "192.168.1.240/28".parse().unwrap(),
            "fd00:192:168:1::f0/124".parse().unwrap(),
        ];
        let exported = export(&plan, &[], &[META.id]);
        assert!(exported.diagnostics.is_empty());
        assert!(exported.files[0].text.ends_with(
            "
apiVersion: metallb.io/v1beta1
kind: IPAddressPool
metadata:
  name: demo
  namespace: metallb-system
spec:
  addresses:
    - 192.168.1.240/28
    - fd00:192:168:1::f0/124
  autoAssign: true
  avoidBuggyIPs: true
---
apiVersion: metallb.io/v1beta1
kind: L2Advertisement
metadata:
  name: demo
  namespace: metallb-system
spec:
  ipAddressPools:
    - demo
"
        ));
    }

    #[test]
    fn a_plan_without_pools_is_refused() {
        let exported = export(&plan("1.36", &["10.244.0.0/16"], DUAL), &[], &[META.id]);
        assert!(exported.files.is_empty());
        let refused = &exported.diagnostics[0];
        assert_eq!(refused.code, "EXP068");
        assert_eq!(refused.location.pointer.to_string(), "/spec/loadBalancerCIDRs");
        assert!(refused.help.is_some());
    }
}
