use super::{dual_stack, silently_single};
use crate::kubernetes::Window;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A headless Service with a selector in a dual-stack cluster asks for no policy, so its DNS name has addresses
    /// of one family only.
    /// ## Why
    /// Without a policy it is SingleStack of the first Service range, like every other Service with a selector.
    /// ## Example
    /// ```yaml
    /// kind: Service
    /// metadata: {name: peers}
    /// spec:
    ///   clusterIP: None
    ///   selector: {app: peers}
    ///   ports: [{port: 80}]
    /// ```
    rule HeadlessSingleStack {
        code: "SVC012",
        severity: WARNING,
        needs: Services,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["kubernetes/website: IPv4/IPv6 dual-stack, headless Services with selector", "pkg/registry/core/service/storage/alloc.go"],
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
        if stored.is_headless() {
            silently_single(out, cx, service, stored, secondary);
        }
    }
}
