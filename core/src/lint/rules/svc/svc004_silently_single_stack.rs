use super::{dual_stack, silently_single};
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
        let Some((_, secondary)) = dual_stack(cx) else {
            return;
        };
        for (service, stored) in cx.stored_services() {
            // Headless ones have a rule of their own.
            if !stored.is_headless() {
                silently_single(out, cx, service, stored, secondary);
            }
        }
    }
}
