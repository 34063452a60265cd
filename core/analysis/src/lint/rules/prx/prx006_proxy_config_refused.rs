use super::proxy_configs;
use crate::components::{Effect, Flags, StartInput, forecast};
use crate::diagnostic::Component;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// kube-proxy of the plan's version refuses a KubeProxyConfiguration of the file.
    /// ## Why
    /// It exits with this text on every node, and Services stop working there.
    /// ## Example
    /// ```yaml
    /// apiVersion: kubeproxy.config.k8s.io/v1alpha1
    /// kind: KubeProxyConfiguration
    /// clusterCIDR: 10.244.0.0/16,10.245.0.0/16,fd00:10:244::/56
    /// ```
    rule ProxyConfigRefused {
        code: "PRX006",
        severity: ERROR,
        needs: Manifests,
        component: KubeProxy,
        stage: Start,
        since: "0.1.0",
        sources: ["pkg/proxy/apis/config/validation/validation.go", "cmd/kube-proxy/app/options.go"],
        reads: ["ConfigMap", "KubeProxyConfiguration"],
        upstream: [
            "KubeProxyConfiguration.%s{field}: Invalid value: ",
            "KubeProxyConfiguration.%s{field}: Unsupported value: ",
            "KubeProxyIPVSConfiguration.ExcludeCidrs",
            "DetectLocalConfiguration.%s{field}: ",
            "unknown detect-local-mode: %s{mode}",
        ],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    for config in proxy_configs(cx) {
        let mut flags = Flags::new();
        let mut keys = Vec::new();
        for (flag, key) in [
            ("cluster-cidr", "clusterCIDR"),
            ("proxy-mode", "mode"),
            ("detect-local-mode", "detectLocalMode"),
            ("bind-address", "bindAddress"),
        ] {
            if !config.text(key).is_empty() {
                flags.push(flag, config.text(key));
                keys.push(key);
            }
        }
        let addresses = config.list("nodePortAddresses");
        if !addresses.is_empty() {
            flags.push("nodeport-addresses", addresses.join(","));
            keys.push("nodePortAddresses");
        }
        if let Some(local) = config.fields.get("detectLocal") {
            for (flag, key) in [
                ("pod-bridge-interface", "bridgeInterface"),
                ("pod-interface-name-prefix", "interfaceNamePrefix"),
            ] {
                if let Some(value) = local.get(key).and_then(|value| value.as_str()) {
                    flags.push(flag, value);
                }
            }
        }
        let input = StartInput {
            flags,
            from_config: true,
            ..StartInput::default()
        };
        let refusals = forecast(cx.version(), Component::KubeProxy, &input);
        for refusal in refusals.iter().filter(|refusal| refusal.effect == Effect::Fatal) {
            let lower = refusal.text.to_lowercase();
            let key = keys
                .iter()
                .find(|key| lower.contains(&key.to_lowercase()))
                .copied()
                .unwrap_or("kind");
            out.at_object(&config.object, &config.place(key))
                .upstream(refusal.text.clone())
                .file();
        }
    }
}
