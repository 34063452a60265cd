use super::{argument, kubelet_arguments};
use crate::components::{Flags, forecast};
use crate::diagnostic::Component;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// kubelet of the plan's version refuses the `--node-ip` of a kubeadm configuration: two addresses of one
    /// family, an unspecified one in a pair, a pair where none is allowed.
    /// ## Why
    /// kubelet exits with this text, and the node never joins.
    /// ## Example
    /// ```yaml
    /// apiVersion: kubeadm.k8s.io/v1beta4
    /// kind: JoinConfiguration
    /// nodeRegistration:
    ///   kubeletExtraArgs:
    ///     - {name: node-ip, value: "0.0.0.0,::"}
    /// ```
    rule NodeIpRefused {
        code: "NODE003",
        severity: ERROR,
        needs: Manifests,
        component: Kubelet,
        stage: Start,
        since: "0.1.0",
        sources: ["kubernetes/enhancements#3706", "cmd/kubelet/app/server.go v1.20 to v1.26", "component-helpers node/util/ips.go v1.27"],
        reads: ["InitConfiguration", "JoinConfiguration"],
        upstream: [
            "dual-stack --node-ip %q{addresses} cannot include '0.0.0.0' or '::'",
            "bad --node-ip %q{addresses}: dual-stack node IP cannot include '0.0.0.0' or '::'",
            "bad --node-ip %q{addresses}; must contain either a single IP or a dual-stack pair of IPs",
            "bad --node-ip %q{addresses}: must contain either a single IP or a dual-stack pair of IPs",
        ],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for (object, arguments) in kubelet_arguments(cx) {
        let Some((_, value, place)) = argument(&arguments, "node-ip") else {
            continue;
        };
        let mut flags = Flags::new();
        for name in ["node-ip", "cloud-provider", "feature-gates"] {
            if let Some((_, value, _)) = argument(&arguments, name) {
                flags.push(name, *value);
            }
        }
        let refusals = forecast(cx.version(), Component::Kubelet, &flags.into());
        for refusal in refusals.iter().filter(|refusal| refusal.id.starts_with("KL-")) {
            out.at_object(&object, place)
                .param("value", *value)
                .upstream(refusal.text.clone())
                .file();
        }
    }
}
