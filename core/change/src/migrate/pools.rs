//! The commands that put pools beside those that a plugin has.

use super::commands::Commands;
use super::state::State;
use crate::diagnostic::Component;
use crate::net::IpFamily;
use crate::pools::{Larger, has_pools, larger, texts};

/// Returns the pools that a step makes larger, which plugins take beside the old ones only.
pub(super) fn growing(before: &State, after: &State) -> Vec<Larger> {
    let (old, new) = (before.view(Component::Cni), after.view(Component::Cni));
    match has_pools(&new.spec) {
        true => larger(&old.spec, &new.spec),
        false => Vec::new(),
    }
}

/// Returns the commands that put pools beside the old ones. `None` if no pool grows.
pub(super) fn commands(before: &State, after: &State) -> Option<Commands> {
    let pools = growing(before, after);
    let cni = after
        .view(Component::Cni)
        .spec
        .cni
        .filter(|_| !pools.is_empty())?;
    Some(match cni.id() {
        "cilium" => cilium(&pools),
        _ => calico(&pools),
    })
}

fn cilium(pools: &[Larger]) -> Commands {
    let mut values = Vec::new();
    let mut shown = Vec::new();
    let mut prints = Vec::new();
    for pool in pools {
        let mut list = vec![pool.old.to_string()];
        list.extend(texts(&pool.parts));
        let (key, data) = match pool.family {
            IpFamily::IPv4 => ("clusterPoolIPv4PodCIDRList", "cluster-pool-ipv4-cidr"),
            IpFamily::IPv6 => ("clusterPoolIPv6PodCIDRList", "cluster-pool-ipv6-cidr"),
        };
        values.push(format!("ipam.operator.{key}=[\"{}\"]", list.join("\",\"")));
        shown.push(format!("{{.data.{data}}}"));
        prints.push(list.join(" "));
    }
    Commands {
        commands: vec![format!(
            "helm -n kube-system upgrade cilium cilium/cilium --reuse-values --set-json '{}'",
            values.join(",")
        )],
        check: format!(
            "kubectl -n kube-system get configmap cilium-config -o jsonpath='{}'",
            shown.join("{\"\\n\"}")
        ),
        prints: prints.join("\n"),
    }
}

fn calico(pools: &[Larger]) -> Commands {
    let mut commands = Vec::new();
    let mut parts = Vec::new();
    for pool in pools {
        let name = match pool.family {
            IpFamily::IPv4 => "default-ipv4-ippool",
            IpFamily::IPv6 => "default-ipv6-ippool",
        };
        for part in texts(&pool.parts) {
            parts.push(part.clone());
            commands.push(format!(
                "calicoctl get ippool {name} -o json | jq '{{apiVersion, kind, metadata: {{name: \"more-pods-{}\"}}, spec: \
                 (.spec + {{cidr: \"{part}\"}})}}' | calicoctl create -f -",
                parts.len()
            ));
        }
    }
    let pattern = parts.join("|").replace('.', "\\.");
    parts.sort_unstable();
    Commands {
        commands,
        check: format!("calicoctl get ippool -o yaml | grep -oE '{pattern}' | sort -u"),
        prints: parts.join("\n"),
    }
}
