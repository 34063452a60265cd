//! kube-proxy: its settings, and the checks of `pkg/proxy/apis/config/validation` in their order.

mod logged;

pub(super) use logged::log_line;

use serde_json::json;

use super::check::{Effect, Sink, boolean, int32};
use super::gates::{self, Gates};
use super::given::{PlanView, Settings};
use crate::diagnostic::Stage;
use crate::go::field_error::{FieldError, FieldValue};
use crate::go::flags::{Flag, Flags};
use crate::go::net::{GoNet, is_dual_stack, split_host_port};
use crate::go::quote::quoted;
use crate::go::strconv::atoi;
use crate::i18n::Message;
use crate::kubernetes::{ClusterCidrRule, DualStackModes, NodePortAddressRule};
use crate::net::{IpFamily, lenient};
use crate::order;

/// Adds the settings of the component for the plan.
pub(super) fn settings(plan: &PlanView<'_>, out: &mut Settings<'_>) {
    out.dual_stack_gate(plan);
    let profile = out.profile().kube_proxy;
    let mode_decides = plan.dual_stack() && profile.dual_stack_modes == DualStackModes::IpvsWithGate;
    if mode_decides || profile.unset_mode_warns {
        let id = if mode_decides {
            "component-proxy-mode-ipvs"
        } else {
            "component-proxy-mode-explicit"
        };
        out.flag("--proxy-mode", profile.preferred_mode, Message::new(id))
            .field("mode", json!(profile.preferred_mode))
            .because(&["modes in which it is dual-stack", "warning when no mode is set"]);
    }
    let pods = super::given::joined(plan.spec.pod_cidrs.iter());
    out.flag(
        "--cluster-cidr",
        pods.clone(),
        Message::new("component-proxy-cluster-cidr"),
    )
    .field("clusterCIDR", json!(pods))
    .because(&["validation of clusterCIDR"]);
    let has_keyword = matches!(
        profile.node_port_addresses,
        NodePortAddressRule::PrimaryAlone | NodePortAddressRule::Keywords
    );
    if has_keyword {
        out.flag(
            "--nodeport-addresses",
            logged::PRIMARY,
            Message::new("component-proxy-node-ports"),
        )
        .field("nodePortAddresses", json!([logged::PRIMARY]))
        .because(&["validation of nodePortAddresses"]);
    }
    if plan.primary == IpFamily::IPv6 {
        out.flag(
            "--bind-address",
            "::",
            Message::new("component-proxy-bind-address"),
        )
        .field("bindAddress", json!("::"));
    }
}

const CONFIG: &str = "KubeProxyConfiguration";

fn invalid(sink: &mut Sink, id: &'static str, field: &str, value: FieldValue, detail: &str) {
    let error = FieldError::invalid(format!("{CONFIG}.{field}"), value, detail);
    field_error(sink, id, &error);
}

fn field_error(sink: &mut Sink, id: &'static str, error: &FieldError) {
    let text = error.message(sink.profile.value_syntax);
    sink.push(id, "failed validate: ", text, Stage::Start, Effect::Fatal);
}

fn text(value: &str) -> FieldValue {
    FieldValue::Text(value.to_owned())
}

/// Returns the entries of a comma-separated list as pflag's `StringSlice` reads it. The empty text has no entry.
fn slice(value: Option<&str>) -> Vec<&str> {
    match value {
        None | Some("") => Vec::new(),
        Some(list) => list.split(',').collect(),
    }
}

/// Runs the start-up checks: flag values, gates, validation (all errors), then the checks that only write to the log.
/// `node` holds the families of the node's addresses, the primary one first; empty where they are not known.
pub(super) fn forecast(flags: &Flags, node: &[IpFamily], sink: &mut Sink) {
    if gates::check(flags, sink) {
        return;
    }
    let mode = flags.get("proxy-mode").unwrap_or_default();
    let node_ports = slice(flags.get("nodeport-addresses"));
    number(
        flags,
        "iptables-masquerade-bit",
        "KubeProxyIPTablesConfiguration.MasqueradeBit",
        &(0..=31),
        "must be within the range [0, 31]",
        sink,
    );
    if mode == "ipvs" {
        ipvs_exclude(&slice(flags.get("ipvs-exclude-cidrs")), sink);
    }
    for (flag, field) in [("conntrack-max-per-core", "MaxPerCore"), ("conntrack-min", "Min")] {
        let field = format!("KubeProxyConntrackConfiguration.{field}");
        let detail = "must be greater than or equal to 0";
        number(flags, flag, &field, &(0..=i64::MAX), detail, sink);
    }
    proxy_mode(flags, mode, sink);
    number(
        flags,
        "oom-score-adj",
        "OOMScoreAdj",
        &(-1000..=1000),
        "must be within the range [-1000, 1000]",
        sink,
    );
    if let Some(address) = flags.get("bind-address").filter(|_| sink.from_config)
        && lenient::parse_address(address).is_none()
    {
        let detail = "not a valid textual representation of an IP address";
        invalid(sink, "KP-9", "BindAddress", text(address), detail);
    }
    host_port(flags, "healthz-bind-address", "HealthzBindAddress", sink);
    host_port(flags, "metrics-bind-address", "MetricsBindAddress", sink);
    cluster_cidr_text(flags, sink);
    node_port_addresses(&node_ports, sink);
    detect_local(flags, sink);
    if !sink.is_fatal() {
        logged::check(flags, &node_ports, node, sink);
    }
}

/// Returns why a flag does not take a value.
pub(super) fn value(flag: &Flag) -> Option<(&'static str, String)> {
    let given = flag.value.as_str();
    match flag.name.as_str() {
        "bind-address" => {
            let unreadable = !given.is_empty() && lenient::parse_address(given).is_none();
            unreadable.then(|| ("KP-9", format!("{} is not a valid IP address", quoted(given))))
        }
        "healthz-bind-address" | "metrics-bind-address" => {
            host_port_error(given).map(|cause| ("KP-H", cause))
        }
        "iptables-masquerade-bit" | "conntrack-max-per-core" | "conntrack-min" => {
            int32(given).map(|cause| ("KP-F", cause))
        }
        "oom-score-adj" => atoi(given).err().map(|_| {
            let cause = format!("strconv.ParseInt: parsing {}: invalid syntax", quoted(given));
            ("KP-F", cause)
        }),
        "masquerade-all" => boolean(given).map(|cause| ("KP-F", cause)),
        _ => None,
    }
}

/// Returns why the flag library does not take a text as an address with or without a port. `None` if it does.
fn host_port_error(given: &str) -> Option<String> {
    let is_address = |text: &str| text.is_empty() || lenient::parse_address(text).is_some();
    if is_address(given) {
        return None;
    }
    match split_host_port(given) {
        Err(cause) => Some(format!(
            "{} is not in a valid format (ip or ip:port): address {given}: {cause}",
            quoted(given)
        )),
        Ok((host, port)) => {
            let port_fits = port.parse::<u32>().is_ok_and(|port| port <= 65_535);
            let host_fits = lenient::parse_address(host).is_some();
            (!host_fits)
                .then(|| format!("{} is not a valid IP address", quoted(host)))
                .or_else(|| (!port_fits).then(|| format!("{} is not a valid number", quoted(port))))
        }
    }
}

/// Checks a number. One that cannot be read has ended the start before.
fn number(
    flags: &Flags,
    flag: &str,
    field: &str,
    allowed: &std::ops::RangeInclusive<i64>,
    detail: &str,
    sink: &mut Sink,
) {
    let given = flags.get(flag).and_then(|text| atoi(text).ok());
    if let Some(number) = given.filter(|number| !allowed.contains(number)) {
        invalid(sink, "KP-22", field, FieldValue::Number(number), detail);
    }
}

/// Checks an address with its port. A flag without a port gets the default one.
fn host_port(flags: &Flags, flag: &str, field: &str, sink: &mut Sink) {
    let Some(given) = flags.get(flag).filter(|given| !given.is_empty()) else {
        return;
    };
    if !sink.from_config && lenient::parse_address(given).is_some() {
        return;
    }
    let Ok((host, port)) = split_host_port(given) else {
        return invalid(sink, "KP-23", field, text(given), "must be IP:port");
    };
    if lenient::parse_address(host).is_none() {
        invalid(sink, "KP-23", field, text(host), "must be a valid IP");
    }
    if !atoi(port).is_ok_and(|port| (1..=65_535).contains(&port)) {
        invalid(sink, "KP-23", field, text(port), "must be a valid port");
    }
}

fn ipvs_exclude(entries: &[&str], sink: &mut Sink) {
    let whole_list = sink.profile.kube_proxy.node_port_addresses == NodePortAddressRule::WholeList;
    for (i, entry) in entries.iter().enumerate() {
        if GoNet::parse(entry).is_some() {
            continue;
        }
        let field = "KubeProxyIPVSConfiguration.ExcludeCidrs";
        if whole_list {
            let list = FieldValue::strings(entries.iter().copied());
            invalid(sink, "KP-20", field, list, "must be a valid IP block");
        } else {
            invalid(
                sink,
                "KP-20",
                &format!("{field}[{i}]"),
                text(entry),
                "must be a valid CIDR",
            );
        }
    }
}

fn proxy_mode(flags: &Flags, mode: &str, sink: &mut Sink) {
    let profile = sink.profile;
    let gates = Gates::of(flags, &profile);
    let ipvs_gate_off = gates_known_off(&gates, &profile, "KubeProxyIPVS");
    let mut modes: Vec<&str> = profile
        .kube_proxy
        .modes
        .iter()
        .copied()
        .filter(|mode| *mode != "ipvs" || !ipvs_gate_off)
        .collect();
    if gates.enabled("NFTablesProxyMode") {
        modes.push("nftables");
    }
    order::sort(&mut modes);
    if mode.is_empty() || modes.contains(&mode) {
        return;
    }
    let detail = format!(
        "must be {} or blank (blank means the best-available proxy [currently iptables])",
        modes.join(profile.kube_proxy.mode_separator)
    );
    invalid(sink, "KP-12", "Mode.ProxyMode", text(mode), &detail);
}

/// Returns whether a gate exists and is off. A gate that does not exist switches nothing off.
fn gates_known_off(gates: &Gates<'_>, profile: &crate::kubernetes::Profile, name: &str) -> bool {
    matches!(profile.gate(name), crate::kubernetes::gates::GateState::Known(_)) && !gates.enabled(name)
}

/// Checks the cluster CIDR as one text, up to 1.30.
fn cluster_cidr_text(flags: &Flags, sink: &mut Sink) {
    let profile = sink.profile;
    let Some(given) = flags.get("cluster-cidr").filter(|given| !given.is_empty()) else {
        return;
    };
    let field = "ClusterCIDR";
    let gates = Gates::of(flags, &profile);
    let entries: Vec<&str> = given.split(',').collect();
    let single = "must be a valid CIDR block (e.g. 10.100.0.0/16 or fde4:8dba:82e1::/48)";
    let dual_stack = match profile.kube_proxy.cluster_cidr {
        ClusterCidrRule::DetectLocalList => return,
        ClusterCidrRule::EachEntry => {
            // Reads the component's own featureGates only, without the effect of `AllAlpha`.
            let entries = if gates.asked_for("IPv6DualStack") {
                entries
            } else {
                vec![given]
            };
            for entry in entries.into_iter().filter(|entry| GoNet::parse(entry).is_none()) {
                let detail = "must be a valid CIDR block (e.g. 10.100.0.0/16 or FD02::0:0:0/96)";
                invalid(sink, "KP-1", field, text(entry), detail);
            }
            return;
        }
        ClusterCidrRule::PairWithGate => gates.enabled("IPv6DualStack"),
        ClusterCidrRule::Pair => true,
    };
    match (dual_stack, entries.len()) {
        (true, 3..) => {
            let detail =
                "only one CIDR allowed or a valid DualStack CIDR (e.g. 10.100.0.0/16,fde4:8dba:82e1::/48)";
            invalid(sink, "KP-2", field, text(given), detail);
        }
        (true, 2) => {
            if !GoNet::parse_list(given).is_some_and(|list| is_dual_stack(&list)) {
                let detail = "must be a valid DualStack CIDR (e.g. 10.100.0.0/16,fde4:8dba:82e1::/48)";
                invalid(sink, "KP-3", field, text(given), detail);
            }
        }
        (false, 2..) => {
            let detail = "only one CIDR allowed (e.g. 10.100.0.0/16 or fde4:8dba:82e1::/48)";
            invalid(sink, "KP-4", field, text(given), detail);
        }
        _ => {
            if GoNet::parse(given).is_none() {
                invalid(sink, "KP-5", field, text(given), single);
            }
        }
    }
}

fn node_port_addresses(entries: &[&str], sink: &mut Sink) {
    let rule = sink.profile.kube_proxy.node_port_addresses;
    for (i, entry) in entries.iter().enumerate() {
        let field = format!("NodePortAddresses[{i}]");
        match (rule, *entry) {
            (NodePortAddressRule::PrimaryAlone, "primary") => {
                if entries.len() > 1 {
                    invalid(
                        sink,
                        "KP-11",
                        &field,
                        text(entry),
                        "can't use both 'primary' and CIDRs",
                    );
                }
                return;
            }
            (NodePortAddressRule::Keywords, "primary" | "localhost" | "all") => continue,
            _ => {}
        }
        if GoNet::parse(entry).is_some() {
            continue;
        }
        if rule == NodePortAddressRule::WholeList {
            let list = FieldValue::strings(entries.iter().copied());
            invalid(
                sink,
                "KP-10",
                "NodePortAddresses",
                list,
                "must be a valid IP block",
            );
            return;
        }
        invalid(sink, "KP-10", &field, text(entry), "must be a valid CIDR");
    }
}

fn detect_local(flags: &Flags, sink: &mut Sink) {
    let profile = sink.profile.kube_proxy;
    let mode = flags.get("detect-local-mode").unwrap_or_default();
    let known = mode.is_empty() || profile.detect_local_modes.contains(&mode);
    if !known && profile.detect_local_mode_is_validated {
        let mut supported = profile.detect_local_modes.to_vec();
        supported.push("");
        let error = FieldError::not_supported(format!("{CONFIG}.DetectLocalMode"), text(mode), &supported);
        field_error(sink, "KP-13", &error);
    }
    if let Some(parent) = profile.interface_fields {
        let (flag, field) = match mode {
            "BridgeInterface" => ("pod-bridge-interface", "InterfaceName"),
            "InterfaceNamePrefix" => ("pod-interface-name-prefix", "InterfacePrefix"),
            _ => ("", ""),
        };
        if !flag.is_empty() && flags.get(flag).unwrap_or_default().is_empty() {
            invalid(
                sink,
                "KP-14",
                &format!("{parent}{field}"),
                text(""),
                "must not be empty",
            );
        }
    }
    if profile.cluster_cidr == ClusterCidrRule::DetectLocalList && matches!(mode, "" | "ClusterCIDR") {
        cluster_cidr_list(flags, sink);
    }
    if !known && !profile.detect_local_mode_is_validated && !sink.is_fatal() {
        sink.fatal("KP-13", format!("unknown detect-local-mode: {mode}"));
    }
}

/// Checks the cluster CIDR as a list, from 1.31 on. The empty text given as a flag is a list of one empty entry.
fn cluster_cidr_list(flags: &Flags, sink: &mut Sink) {
    let Some(given) = flags.get("cluster-cidr") else {
        return;
    };
    let entries: Vec<&str> = given.split(',').collect();
    let field = "DetectLocalConfiguration.ClusterCIDRs";
    let pair = "must be a either a single CIDR or dual-stack pair of CIDRs (e.g. [10.100.0.0/16, fde4:8dba:82e1::/48]";
    let list = FieldValue::strings(entries.iter().copied());
    if entries.len() > 2 {
        return invalid(sink, "KP-6a", field, list, pair);
    }
    for (i, entry) in entries.iter().enumerate() {
        if GoNet::parse(entry).is_none() {
            let detail = "must be a valid CIDR block (e.g. 10.100.0.0/16 or fde4:8dba:82e1::/48)";
            invalid(sink, "KP-6b", &format!("{field}[{i}]"), text(entry), detail);
        }
    }
    if entries.len() == 2 && GoNet::parse_list(given).is_some_and(|list| !is_dual_stack(&list)) {
        invalid(sink, "KP-6a", field, list, pair);
    }
}

#[cfg(test)]
mod tests;
