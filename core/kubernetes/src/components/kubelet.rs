//! kubelet: its settings, and the checks of `--node-ip`.

use std::net::IpAddr;

use serde_json::json;

use super::check::{Effect, Sink};
use super::gates::{self, Gates};
use super::given::{PlanView, Settings};
use crate::diagnostic::Stage;
use crate::go::flags::Flags;
use crate::go::quote::quoted;
use crate::i18n::Message;
use crate::kubernetes::NodeIpRule;
use crate::net::{IpFamily, lenient};

/// The index (from 0) of the cluster DNS address in the first Service range, by convention of kubeadm and most
/// installers (`cmd/kubeadm/app/constants/constants.go`).
const DNS_INDEX: u128 = 10;
/// The default of `maxPods`.
const DEFAULT_MAX_PODS: u32 = 110;

/// Adds the settings of the component for the plan.
pub(super) fn settings(plan: &PlanView<'_>, out: &mut Settings<'_>) {
    out.dual_stack_gate(plan);
    if let Some(gate) = out.profile().kubelet.node_ip_external_gate
        && plan.dual_stack()
        && plan.cloud_provider
    {
        out.gate_if_off(gate, Message::new("component-cloud-dual-stack-gate"));
    }
    node_ip(plan, out);
    if let Some(services) = plan.spec.service_cidrs.first()
        && let Some(dns) = services.address(DNS_INDEX)
    {
        out.flag(
            "--cluster-dns",
            dns.to_string(),
            Message::new("component-cluster-dns"),
        )
        .field("clusterDNS", json!([dns.to_string()]));
        out.flag(
            "--cluster-domain",
            "cluster.local",
            Message::new("component-cluster-domain"),
        )
        .field("clusterDomain", json!("cluster.local"));
    }
    if plan.spec.nodes.max_pods != DEFAULT_MAX_PODS {
        out.flag(
            "--max-pods",
            plan.spec.nodes.max_pods.to_string(),
            Message::new("component-max-pods"),
        )
        .field("maxPods", json!(plan.spec.nodes.max_pods));
    }
    if plan.kubenet {
        out.flag("--network-plugin", "kubenet", Message::new("component-kubenet"));
        // kubenet accepts one CIDR of one family; with two families ip-masq-agent masquerades.
        let value = match plan.spec.pod_cidrs.first() {
            Some(pods) if !plan.pods_dual => pods.to_string(),
            _ => "0.0.0.0/0".to_owned(),
        };
        out.flag(
            "--non-masquerade-cidr",
            value,
            Message::new(if plan.pods_dual {
                "component-non-masquerade-off"
            } else {
                "component-non-masquerade"
            }),
        );
    }
}

/// Adds the node addresses. A plan does not contain a node's own addresses, so the value is a placeholder, and it is
/// written only if kubelet would not find the right ones.
fn node_ip(plan: &PlanView<'_>, out: &mut Settings<'_>) {
    if plan.cloud_provider {
        return;
    }
    let primary = plan.primary;
    let pair = plan.dual_stack() && out.profile().kubelet.node_ip != NodeIpRule::Single;
    if !pair && primary == IpFamily::IPv4 {
        return;
    }
    let placeholder = |family: IpFamily| match family {
        IpFamily::IPv4 => "NODE_IPV4",
        IpFamily::IPv6 => "NODE_IPV6",
    };
    let value = if pair {
        format!("{},{}", placeholder(primary), placeholder(primary.other()))
    } else {
        placeholder(primary).to_owned()
    };
    let id = if pair {
        "component-node-ip-pair"
    } else {
        "component-node-ip"
    };
    out.flag("--node-ip", value, Message::new(id).with("family", primary))
        .placeholder()
        .because(&["--node-ip", "gate a pair in --node-ip needs"]);
}

/// Runs the start-up checks.
pub(super) fn forecast(flags: &Flags, sink: &mut Sink) {
    if gates::check(flags, sink) {
        return;
    }
    let Some(given) = flags.get("node-ip").filter(|given| !given.is_empty()) else {
        return;
    };
    // Entries that cannot be read are skipped with a log line.
    let addresses: Vec<IpAddr> = given
        .split(',')
        .filter_map(|entry| lenient::parse_address(entry.trim()))
        .map(|read| read.address)
        .collect();
    let profile = sink.profile;
    match profile.kubelet.node_ip {
        // The flag holds one address: a list is unreadable, and kubelet continues without the flag.
        NodeIpRule::Single => return runtime_check(&single(given), sink),
        NodeIpRule::PairOwnTexts => own_texts(flags, given, &addresses, sink),
        NodeIpRule::PairWrapped => wrapped(flags, given, &addresses, sink),
    }
    if !sink.is_fatal() {
        runtime_check(&addresses, sink);
    }
}

fn single(given: &str) -> Vec<IpAddr> {
    lenient::parse_address(given)
        .map(|read| read.address)
        .into_iter()
        .collect()
}

fn is_pair(addresses: &[IpAddr]) -> bool {
    matches!(addresses, [a, b] if IpFamily::of(*a) != IpFamily::of(*b))
}

fn own_texts(flags: &Flags, given: &str, addresses: &[IpAddr], sink: &mut Sink) {
    let profile = sink.profile;
    let gates = Gates::of(flags, &profile);
    let gate_off = profile
        .kubelet
        .node_ip_pair_gate
        .is_some_and(|gate| !gates.enabled(gate));
    let pair = is_pair(addresses);
    let cloud_provider = flags.get("cloud-provider").is_some_and(|name| !name.is_empty());
    let quoted = quoted(given);
    if gate_off && addresses.len() > 1 {
        sink.fatal(
            "KL-1",
            format!("dual-stack --node-ip {quoted} not supported in a single-stack cluster"),
        );
    } else if addresses.len() > 1 && !pair {
        sink.fatal(
            "KL-2",
            format!("bad --node-ip {quoted}; must contain either a single IP or a dual-stack pair of IPs"),
        );
    } else if pair && cloud_provider {
        sink.fatal(
            "KL-3",
            format!("dual-stack --node-ip {quoted} not supported when using a cloud provider"),
        );
    } else if pair && addresses.iter().any(IpAddr::is_unspecified) {
        sink.fatal(
            "KL-4",
            format!("dual-stack --node-ip {quoted} cannot include '0.0.0.0' or '::'"),
        );
    }
}

fn wrapped(flags: &Flags, given: &str, addresses: &[IpAddr], sink: &mut Sink) {
    let profile = sink.profile;
    let gates = Gates::of(flags, &profile);
    let external = profile.kubelet.external_provider_pair
        && profile
            .kubelet
            .node_ip_external_gate
            .is_none_or(|gate| gates.enabled(gate));
    let dual_allowed = match flags.get("cloud-provider").unwrap_or_default() {
        "" => true,
        "external" => external,
        _ => false,
    };
    let pair = is_pair(addresses);
    let cause = if addresses.len() > 1 && !pair {
        "must contain either a single IP or a dual-stack pair of IPs"
    } else if pair && !dual_allowed {
        "dual-stack not supported in this configuration"
    } else if pair && addresses.iter().any(IpAddr::is_unspecified) {
        "dual-stack node IP cannot include '0.0.0.0' or '::'"
    } else {
        return;
    };
    sink.fatal("KL-5", format!("bad --node-ip {}: {cause}", quoted(given)));
}

/// Adds the text about each address that kubelet writes when it first reports its status
/// (`pkg/kubelet/kubelet_node_status.go`).
fn runtime_check(addresses: &[IpAddr], sink: &mut Sink) {
    for (name, address) in ["nodeIP", "secondaryNodeIP"].into_iter().zip(addresses) {
        let fault = if address.is_loopback() {
            "nodeIP can't be loopback address"
        } else if address.is_multicast() {
            "nodeIP can't be a multicast address"
        } else if is_link_local(*address) {
            "nodeIP can't be a link-local unicast address"
        } else {
            // An unspecified address alone means "choose one of this family"; in a pair it was refused before.
            continue;
        };
        sink.push(
            "KL-6",
            "",
            format!("failed to validate {name}: {fault}"),
            Stage::Run,
            Effect::NeverReady,
        );
    }
}

fn is_link_local(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4.is_link_local(),
        IpAddr::V6(v6) => v6.is_unicast_link_local(),
    }
}

#[cfg(test)]
mod tests {
    use crate::components::{Flags, forecast};
    use crate::diagnostic::Component;
    use crate::kubernetes::Version;

    #[test]
    fn node_ip_in_every_era() {
        const PAIR: &str = "--node-ip=192.168.1.11,fd00::11";
        for (minor, args, text) in [
            (19, vec![PAIR], ""),
            (
                20,
                vec![PAIR],
                "dual-stack --node-ip \"192.168.1.11,fd00::11\" not supported in a single-stack cluster",
            ),
            (20, vec![PAIR, "--feature-gates=IPv6DualStack=true"], ""),
            (21, vec![PAIR], ""),
            (
                26,
                vec![PAIR, "--cloud-provider=external"],
                "dual-stack --node-ip \"192.168.1.11,fd00::11\" not supported when using a cloud provider",
            ),
            (
                28,
                vec![PAIR, "--cloud-provider=external"],
                "bad --node-ip \"192.168.1.11,fd00::11\": dual-stack not supported in this configuration",
            ),
            (
                28,
                vec![
                    PAIR,
                    "--cloud-provider=external",
                    "--feature-gates=CloudDualStackNodeIPs=true",
                ],
                "",
            ),
            (29, vec![PAIR, "--cloud-provider=external"], ""),
            (36, vec![PAIR, "--cloud-provider=external"], ""),
            (
                36,
                vec![PAIR, "--cloud-provider=aws"],
                "bad --node-ip \"192.168.1.11,fd00::11\": dual-stack not supported in this configuration",
            ),
            (
                36,
                vec!["--node-ip=10.0.0.1,10.0.0.2"],
                "bad --node-ip \"10.0.0.1,10.0.0.2\": must contain either a single IP or a dual-stack pair of IPs",
            ),
            (
                36,
                vec!["--node-ip=0.0.0.0,::"],
                "bad --node-ip \"0.0.0.0,::\": dual-stack node IP cannot include '0.0.0.0' or '::'",
            ),
            (36, vec!["--node-ip=::"], ""),
            (
                36,
                vec!["--node-ip=192.168.1.11,fe80::1"],
                "failed to validate secondaryNodeIP: nodeIP can't be a link-local unicast address",
            ),
        ] {
            let refusals = forecast(
                Version::minor_version(minor),
                Component::Kubelet,
                &Flags::from_args(&args).into(),
            );
            let texts: Vec<&str> = refusals.iter().map(|refusal| refusal.text.as_str()).collect();
            let expected: Vec<&str> = Some(text).filter(|text| !text.is_empty()).into_iter().collect();
            assert_eq!(texts, expected, "1.{minor} {args:?}");
        }
    }
}
