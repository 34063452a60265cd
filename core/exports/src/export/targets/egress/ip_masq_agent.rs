//! ip-masq-agent (kubernetes-sigs/ip-masq-agent, read at v2.4.1 … v2.12.6).

use serde_json::Value;

use super::shared::{findings, has, is_private, networks};
use crate::diagnostic::Severity;
use crate::document::write::to_yaml;
use crate::export::tree::tree;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding};
use crate::i18n::Message;
use crate::kubernetes::Window;
use crate::net::{Cidr, IpFamily};

/// ConfigMap and DaemonSet of ip-masq-agent.
pub(in crate::export) struct IpMasqAgent;

static META: TargetMeta = TargetMeta {
    id: "ip-masq-agent",
    versions: Window::ALL,
    docs: "https://kubernetes.io/docs/tasks/administer-cluster/ip-masq-agent/",
    checked: &[
        Checked::Schema("the Kubernetes API of each version"),
        Checked::Source("kubernetes-sigs/ip-masq-agent cmd/ip-masq-agent"),
    ],
};

/// The image that the repository's own manifest pins; it knows `--enable-ipv6` (v2.5.0).
const IMAGE: &str = "registry.k8s.io/networking/ip-masq-agent:v2.8.0";
/// The largest number of entries that the agent accepts without `cidrLimit`, which the pinned version does not know.
const CIDR_LIMIT: usize = 64;

/// Returns the destinations that see the pods' own addresses: pods, Services and nodes, IPv4 first, each once.
fn kept(cx: &ExportContext<'_>) -> Vec<Cidr> {
    let mut kept: Vec<Cidr> = Vec::new();
    for family in IpFamily::ALL {
        // The agent decides by destination alone, so a family whose pods are routed keeps everything.
        if has(cx, family) && !is_private(cx, family) && family == IpFamily::IPv4 {
            kept.extend(Cidr::from_bits(family, 0, 0));
        } else if family == IpFamily::IPv4 || is_private(cx, family) {
            kept.extend(networks(cx, family));
        }
    }
    kept
}

impl Exporter for IpMasqAgent {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let mut found = findings(cx, META.id, "EXP011")?;
        let count = kept(cx).len();
        if count > CIDR_LIMIT {
            let message = Message::new("EXP014")
                .with("count", count)
                .with("limit", CIDR_LIMIT);
            let mut diagnostic = finding("EXP014", Severity::Error, "nodeCIDRs", message);
            diagnostic.upstream = Some(format!(
                "the daemon can only accept up to {CIDR_LIMIT} CIDRs (excluding link-local), but got {count} CIDRs \
                 (excluding link local)"
            ));
            found.push(diagnostic);
        }
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let ipv6 = is_private(cx, IpFamily::IPv6);
        let config = tree!({
            "nonMasqueradeCIDRs": kept(cx),
            "masqLinkLocal": false,
            "masqLinkLocalIPv6": false,
            "resyncInterval": "60s",
        });
        let documents = [config_map(&to_yaml(&config)), daemon_set(ipv6)];
        let text = cx.yaml(&[Message::new("export-ip-masq-agent")], &documents);
        out.add("ip-masq-agent.yaml", "application/yaml", &text)
    }
}

fn config_map(config: &str) -> Value {
    tree!({
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": {"name": "ip-masq-agent", "namespace": "kube-system"},
        "data": {"config": config},
    })
}

fn daemon_set(ipv6: bool) -> Value {
    let mut arguments = vec!["--masq-chain=IP-MASQ-AGENT"];
    if ipv6 {
        // Without it any IPv6 entry invalidates the whole configuration.
        arguments.push("--enable-ipv6=true");
    }
    let labels = tree!({"k8s-app": "ip-masq-agent"});
    tree!({
        "apiVersion": "apps/v1",
        "kind": "DaemonSet",
        "metadata": {"name": "ip-masq-agent", "namespace": "kube-system", "labels": labels},
        "spec": {
            "selector": {"matchLabels": labels},
            "template": {
                "metadata": {"labels": labels},
                "spec": {
                    "hostNetwork": true,
                    "tolerations": [{"operator": "Exists"}],
                    "containers": [{
                        "name": "ip-masq-agent",
                        "image": IMAGE,
                        "args": arguments,
                        "securityContext": {
                            "privileged": false,
                            "capabilities": {"add": ["NET_ADMIN", "NET_RAW"]},
                        },
                        "volumeMounts": [{"name": "config", "mountPath": "/etc/config"}],
                    }],
                    "volumes": [{
                        "name": "config",
                        "configMap": {
                            "name": "ip-masq-agent",
                            "optional": true,
                            "items": [{"key": "config", "path": "ip-masq-agent"}],
                        },
                    }],
                },
            },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::context;

    fn kept_for(pods: &[&str]) -> Vec<String> {
        let plan = plan("1.36", pods, &["10.96.0.0/16", "fd00:10:96::/112"]);
        kept(&context(&plan, &[])).iter().map(Cidr::to_string).collect()
    }

    #[test]
    fn both_families_are_listed() {
        assert_eq!(
            kept_for(&["10.244.0.0/16", "fd00:10:244::/56"]),
            [
                "10.244.0.0/16",
                "10.96.0.0/16",
                "192.168.1.0/24",
                "fd00:10:244::/56",
                "fd00:10:96::/112",
                "fd00:192:168:1::/64"
            ]
        );
    }

    #[test]
    fn routed_ipv6_pods_are_left_alone() {
        assert_eq!(
            kept_for(&["10.244.0.0/16", "2a00:1450::/56"]),
            ["10.244.0.0/16", "10.96.0.0/16", "192.168.1.0/24"]
        );
    }

    #[test]
    fn routed_ipv4_pods_keep_everything() {
        assert_eq!(kept_for(&["8.8.0.0/16", "fd00:10:244::/56"])[0], "0.0.0.0/0");
    }
}
