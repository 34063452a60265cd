use super::exempt;
use crate::document::write::to_yaml;
use crate::lint::meta::ERROR;
use crate::lint::plugins::handles_ipv6;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::IpFamily;
use crate::net::lenient::{self, Oddity};

declare_rule! {
    /// ## What it checks
    /// ip-masq-agent refuses its configuration: too many networks, one with host bits, or an IPv6 one without
    /// `--enable-ipv6`.
    /// ## Why
    /// The agent keeps running with the configuration it had before, so changes of IPv4 networks have no effect
    /// either.
    /// ## Example
    /// ```yaml
    /// apiVersion: v1
    /// kind: ConfigMap
    /// metadata: {name: ip-masq-agent, namespace: kube-system}
    /// data:
    ///   config: |
    ///     nonMasqueradeCIDRs:
    ///       - 10.244.0.1/16
    ///       - 10.96.0.0/16
    ///       - fd00:10:244::/56
    ///       - fd00:10:96::/112
    /// ```
    rule MasqConfigRefused {
        code: "EGR009",
        severity: ERROR,
        needs: Manifests,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["cmd/ip-masq-agent/ip-masq-agent.go v2.12.6"],
        reads: ["ConfigMap", "DaemonSet", "Deployment", "Pod", "ReplicaSet", "StatefulSet"],
        upstream: [
            "the daemon can only accept up to %d{limit} CIDRs (excluding link-local), but got %d{count} CIDRs",
            "CIDR %q{range} is not aligned to a CIDR block, ip: %q{address} network: %q{network}",
            "ipv6 is not enabled, but ipv6 cidr %s{range} provided. Enable ipv6 using --enable-ipv6 agent flag",
        ],
        fixes: ["limit", "align"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let agents = cx.masq_agents();
    let without_ipv6 = !agents.is_empty() && !agents.iter().any(|(_, _, container)| handles_ipv6(container));
    for (object, key, config) in cx.masq_config() {
        let Some(list) = exempt(&config) else { continue };
        let place = object.at(&["data", key]);
        let limit = config
            .get("cidrLimit")
            .and_then(|limit| limit.as_u64())
            .unwrap_or(64);
        let with = |field: &str, value: serde_json::Value| {
            let mut mended = config.clone();
            if let Some(fields) = mended.as_object_mut() {
                fields.insert(field.to_owned(), value);
            }
            object.set(&place, to_yaml(&mended).into())
        };
        let count = u64::try_from(list.len()).unwrap_or(u64::MAX);
        if count > limit {
            let patch = with("cidrLimit", count.into());
            out.at_object(&object, &place)
                .variant("many")
                .param("entry", count.to_string())
                .upstream(format!(
                    "the daemon can only accept up to {limit} CIDRs (excluding link-local), but got {count} CIDRs \
                     (excluding link local)"
                ))
                .fix("limit", [("to", count.to_string().into())], false, patch).file();
            continue;
        }
        for text in &list {
            let Some(read) = lenient::parse_cidr(text) else {
                continue;
            };
            if read.oddities.contains(&Oddity::HostBits) {
                let aligned: Vec<String> = list
                    .iter()
                    .map(|text| {
                        lenient::parse_cidr(text)
                            .map_or_else(|| (*text).to_owned(), |read| read.cidr.to_string())
                    })
                    .collect();
                let patch = with("nonMasqueradeCIDRs", aligned.into());
                out.at_object(&object, &place)
                    .param("entry", *text)
                    .upstream(format!(
                        "CIDR \"{text}\" is not aligned to a CIDR block, ip: \"{}\" network: \"{}\"",
                        read.address, read.cidr
                    ))
                    .fix("align", [("to", read.cidr.into())], true, patch)
                    .file();
                break;
            }
            if read.cidr.family() == IpFamily::IPv6 && without_ipv6 {
                out.at_object(&object, &place)
                    .variant("family")
                    .param("entry", *text)
                    .upstream(format!(
                        "ipv6 is not enabled, but ipv6 cidr {text} provided. Enable ipv6 using --enable-ipv6 agent flag"
                    )).file();
                break;
            }
        }
    }
}
