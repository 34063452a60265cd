use super::{dual_stack, silently_single};
use crate::kubernetes::Window;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
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
    rule SilentlySingleStack {
        code: "SVC004",
        severity: WARNING,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["cert-manager/trust-manager#336", "goauthentik/authentik#415", "pkg/registry/core/service/storage/alloc.go"],
        versions: Window::from(20),
        fixes: ["prefer", "say-so"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let Some((_, secondary)) = dual_stack(cx) else {
        return;
    };
    for (service, stored) in cx.stored_services() {
        // Another rule reports headless Services.
        if !stored.is_headless() {
            silently_single(out, cx, service, stored, secondary);
        }
    }
}
