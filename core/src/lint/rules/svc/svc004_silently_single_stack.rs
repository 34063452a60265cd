use super::dual_stack;
use crate::diagnostic::{PatchOperation, Pointer};
use crate::lint::rule::{self, WARNING};
use crate::lint::{LintContext, Reporter, Rule, RuleMeta};

rule::declare_rule! {
    /// ## What it checks
    /// A Service of a dual-stack cluster asks for no policy and gets one family only.
    /// ## Why
    /// Without `ipFamilyPolicy` a Service is SingleStack of the first Service range, whatever the cluster can do. Clients of the
    /// other family find no address, and nothing says so.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: web}
    /// spec: {selector: {app: web}, ports: [{port: 80}]}
    /// ```
    pub struct SilentlySingleStack {
        code: "SVC004",
        severity: WARNING,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["cert-manager/trust-manager#336", "goauthentik/authentik#415", "pkg/registry/core/service/storage/alloc.go"],
        minors: (20, 37),
    }
}

impl Rule for SilentlySingleStack {
    fn meta(&self) -> &'static RuleMeta {
        Self::META
    }

    fn check(&self, cx: &LintContext<'_>, out: &mut Reporter<'_>) {
        let Some((_, secondary)) = dual_stack(cx) else { return };
        for service in cx.services {
            let asked = |field: &str| service.sent.pointer(&format!("/spec/{field}")).is_some_and(|v| !v.is_null());
            if asked("ipFamilyPolicy") || asked("ipFamilies") || asked("clusterIPs") {
                continue;
            }
            let Some(stored) = service.admission.as_ref().and_then(|admission| admission.stored()) else { continue };
            let [family] = stored.ip_families.as_deref().unwrap_or_default() else { continue };
            let spec = service.location.pointer.key("spec");
            let patch = |policy: &str| -> Vec<PatchOperation> {
                vec![PatchOperation::Add { path: Pointer::key(&spec, "ipFamilyPolicy"), value: policy.into() }]
            };
            out.at_service(cx, service, &["spec"])
                .param("name", service.name.clone())
                .param("family", family.clone())
                .param("other", secondary)
                .fix("prefer", [], true, patch("PreferDualStack"))
                .fix("say-so", [], true, patch("SingleStack"));
        }
    }
}
