//! kube-apiserver: its settings, and the checks of `cmd/kube-apiserver/app/options` in their order.

use std::net::IpAddr;

use super::check::{Effect, PlanField, Sink, int32};
use super::gates::{self, Gates};
use super::given::{PlanView, Settings};
use crate::diagnostic::Stage;
use crate::go::flags::{Flag, Flags};
use crate::go::net::{GoNet, is_dual_stack};
use crate::go::quote::quoted;
use crate::go::strconv::{atoi, parse_i32};
use crate::i18n::Message;
use crate::kubernetes::{AdvertiseCheck, Confidence};
use crate::net::IpFamily;

/// Adds the settings of the component for the plan.
pub(super) fn settings(plan: &PlanView<'_>, out: &mut Settings<'_>) {
    out.dual_stack_gate(plan);
    out.flag(
        "--service-cluster-ip-range",
        super::given::joined(plan.spec.service_cidrs.iter()),
        Message::new(if plan.services_dual {
            "component-service-range-dual"
        } else {
            "component-service-range"
        }),
    );
    if let Some(address) = plan.spec.advertise_address {
        out.flag(
            "--advertise-address",
            address.to_string(),
            Message::new("component-advertise-address").with("family", IpFamily::of(address)),
        )
        .because(&["check of the family of --advertise-address"]);
    }
    if plan.primary == IpFamily::IPv6 {
        out.flag("--bind-address", "::", Message::new("component-bind-address"));
    }
}

/// The default when no range is given.
const DEFAULT_RANGE: &str = "10.0.0.0/24";

/// The primary range, and the second one if it could be read.
struct Ranges {
    primary: GoNet,
    secondary: Option<GoNet>,
}

/// Runs the start-up checks: gates, then reading the ranges (which ends at the first error), then validation (all
/// errors).
pub(super) fn forecast(flags: &Flags, sink: &mut Sink) {
    if gates::check(flags, sink) {
        return;
    }
    let Some(ranges) = read_ranges(flags, sink) else {
        return;
    };
    validate(flags, &ranges, sink);
    allocator(flags, &ranges, sink);
}

/// Returns why a flag does not take a value (`net.IP`, `k8s.io/apimachinery/pkg/util/net`).
pub(super) fn value(flag: &Flag) -> Option<(&'static str, String)> {
    let given = flag.value.trim();
    match flag.name.as_str() {
        "advertise-address" => {
            let unreadable = !given.is_empty() && given.parse::<IpAddr>().is_err();
            unreadable.then(|| ("KAS-10", format!("failed to parse IP: {}", quoted(&flag.value))))
        }
        // An empty value is none.
        NODE_PORT_RANGE if given.is_empty() => None,
        NODE_PORT_RANGE => port_range(given).err().map(|cause| ("KAS-NP", cause)),
        OWN_NODE_PORT => int32(&flag.value).map(|cause| ("KAS-NP", cause)),
        _ => None,
    }
}

const NODE_PORT_RANGE: &str = "service-node-port-range";
const OWN_NODE_PORT: &str = "kubernetes-service-node-port";

/// The node ports that Services get, and the one of the Service `kubernetes`.
struct NodePorts {
    first: i64,
    size: i64,
    range: String,
    kubernetes: i64,
}

impl NodePorts {
    /// Reads the two flags. `None` if one cannot be read, which has ended the start before.
    fn of(flags: &Flags) -> Option<NodePorts> {
        let kubernetes = parse_i32(flags.get(OWN_NODE_PORT).unwrap_or("0")).ok()?;
        let given = flags.get(NODE_PORT_RANGE).unwrap_or_default().trim();
        let given = if given.is_empty() { "30000-32767" } else { given };
        let (first, size) = port_range(given).ok()?;
        Some(NodePorts {
            first,
            size,
            range: format!("{first}-{}", first + size - 1),
            kubernetes: i64::from(kubernetes),
        })
    }
}

/// Reads `first-last`, `first+more` or one port. Returns the first port and the number of ports.
///
/// # Errors
/// Returns what the flag library says.
fn port_range(given: &str) -> Result<(i64, i64), String> {
    let number =
        |text: &str| atoi(text).map_err(|cause| format!("strconv.Atoi: parsing {}: {cause}", quoted(text)));
    let (first, last) = if let Some((first, last)) = given.split_once('-') {
        (number(first)?, number(last)?)
    } else if let Some((first, more)) = given.split_once('+') {
        let first = number(first)?;
        (first, first.saturating_add(number(more)?))
    } else {
        let port = number(given)?;
        (port, port)
    };
    if last > 65_535 || first > 65_535 {
        return Err(format!("the port range cannot be greater than 65535: {given}"));
    }
    if last < first {
        return Err(format!("end port cannot be less than start port: {given}"));
    }
    Ok((first, last - first + 1))
}

/// Checks the node port of the Service `kubernetes`.
fn node_ports(flags: &Flags, sink: &mut Sink) {
    let Some(ports) = NodePorts::of(flags) else { return };
    let NodePorts {
        first,
        size,
        range,
        kubernetes,
    } = ports;
    if !(0..=65_535).contains(&kubernetes) {
        sink.fatal(
            "KAS-NP",
            format!(
                "--kubernetes-service-node-port {kubernetes} must be between 0 and 65535, inclusive. If 0, the Kubernetes \
                 master service will be of type ClusterIP"
            ),
        );
    }
    if kubernetes > 0 && !(first..first + size).contains(&kubernetes) {
        sink.fatal(
            "KAS-NP",
            format!("kubernetes service node port range {range} doesn't contain {kubernetes}"),
        );
    }
}

fn read_ranges(flags: &Flags, sink: &mut Sink) -> Option<Ranges> {
    let profile = sink.profile.apiserver;
    let given = flags.get("service-cluster-ip-range").unwrap_or_default();
    if given.is_empty() && profile.empty_range_is_default {
        return Some(Ranges {
            primary: GoNet::parse(DEFAULT_RANGE)?,
            secondary: None,
        });
    }
    let mut entries = given.split(',');
    let Some(primary) = entries.next().and_then(GoNet::parse) else {
        let id = if given.is_empty() { "KAS-P4" } else { "KAS-P1" };
        sink.fatal(id, "service-cluster-ip-range[0] is not a valid cidr");
        return None;
    };
    if primary.range_size() < 8 {
        sink.fatal(
            "KAS-P2",
            format!(
                "error determining service IP ranges for primary service cidr: {}",
                profile.too_small
            ),
        );
        return None;
    }
    let secondary = match entries.next() {
        None => None,
        Some(text) => {
            let Some(secondary) = GoNet::parse(text) else {
                sink.fatal("KAS-P3", "service-cluster-ip-range[1] is not an ip net");
                return None;
            };
            if profile.secondary_has_minimum && secondary.range_size() < 8 {
                sink.push_with(
                    "KAS-P2",
                    "",
                    format!(
                        "error determining service IP ranges for secondary service cidr: {}",
                        profile.too_small
                    ),
                    Stage::Start,
                    Effect::Fatal,
                    Confidence::Unverified,
                );
                return None;
            }
            Some(secondary)
        }
    };
    Some(Ranges { primary, secondary })
}

fn validate(flags: &Flags, ranges: &Ranges, sink: &mut Sink) {
    let profile = sink.profile;
    let apiserver = profile.apiserver;
    let gates = Gates::of(flags, &profile);
    let given = flags.get("service-cluster-ip-range").unwrap_or_default();
    if given.split(',').count() > 2 {
        sink.fatal(
            "KAS-2",
            "--service-cluster-ip-range must not contain more than two entries",
        );
    }
    let limit = apiserver.size_limit;
    let lifted = !limit.lifted_by.is_empty() && limit.lifted_by.iter().all(|gate| gates.enabled(gate));
    let max_host_bits = if lifted {
        limit.lifted_host_bits
    } else {
        Some(limit.host_bits)
    };
    let too_large = |range: &GoNet, name: &str| {
        let max = max_host_bits.filter(|max| range.host_bits() > *max)?;
        Some(if apiserver.too_large_names_the_mask {
            format!(
                "specified {name} is too large; for {}-bit addresses, the mask must be >= {}",
                range.width(),
                range.width().saturating_sub(max)
            )
        } else {
            format!("specified {name} is too large")
        })
    };
    if let Some(text) = too_large(&ranges.primary, "--service-cluster-ip-range") {
        sink.fatal("KAS-3", text);
    }
    if let Some(secondary) = &ranges.secondary {
        if !apiserver.secondary_gates.iter().all(|gate| gates.enabled(gate)) {
            sink.fatal("KAS-4", apiserver.secondary_gates_off);
        }
        if !is_dual_stack(&[ranges.primary, *secondary]) {
            sink.fatal("KAS-6", apiserver.secondary.same_family);
        }
        if let Some(text) = too_large(secondary, apiserver.secondary.name) {
            sink.fatal("KAS-6b", text);
        }
    }
    node_ports(flags, sink);
    advertise_address(flags, ranges, sink);
}

/// Checks the advertise address, which every Endpoints object of `default/kubernetes` gets.
fn advertise_address(flags: &Flags, ranges: &Ranges, sink: &mut Sink) {
    let reconciled = flags.get("endpoint-reconciler-type").unwrap_or("lease") != "none";
    // Without the flag, or with an unspecified address, it is the host's own, which is not known here.
    let address = flags
        .get("advertise-address")
        .and_then(|text| text.trim().parse::<IpAddr>().ok())
        .map(|address| address.to_canonical())
        .filter(|address| !address.is_unspecified());
    let (true, Some(address)) = (reconciled, address) else {
        return;
    };
    if IpFamily::of(address) != ranges.primary.family() {
        let text = format!(
            "service IP family {} must match public address family {}",
            quoted(&ranges.primary.to_string()),
            quoted(&address.to_string())
        );
        match sink.profile.apiserver.advertise_family {
            AdvertiseCheck::None => {}
            AdvertiseCheck::Bootstrap => sink.push(
                "KAS-7",
                "",
                format!("error creating bootstrap controller: {text}"),
                Stage::ControllerStart,
                Effect::Fatal,
            ),
            AdvertiseCheck::Options => sink.fatal("KAS-7", text),
        }
    }
    if sink.profile.apiserver.advertise_kind
        && let Some(text) = not_an_endpoint_address(address)
    {
        sink.field = PlanField::AdvertiseAddress;
        // The release note names the addresses; the texts are those of the core rule it mirrors.
        sink.push_with(
            "KAS-9",
            "",
            text,
            Stage::Start,
            Effect::Fatal,
            Confidence::Unverified,
        );
    }
}

/// Returns the text of `ValidateEndpointIP` of `pkg/apis/core/validation`. `None` if the address is accepted.
fn not_an_endpoint_address(address: IpAddr) -> Option<String> {
    let (link_local, link_local_multicast) = match address {
        IpAddr::V4(v4) => (v4.is_link_local(), matches!(v4.octets(), [224, 0, 0, _])),
        IpAddr::V6(v6) => (
            v6.is_unicast_link_local(),
            v6.segments()
                .first()
                .is_some_and(|first| first & 0xff0f == 0xff02),
        ),
    };
    if address.is_unspecified() {
        Some(format!("may not be unspecified ({address})"))
    } else if address.is_loopback() {
        Some("may not be in the loopback range (127.0.0.0/8, ::1/128)".to_owned())
    } else if link_local {
        Some("may not be in the link-local range (169.254.0.0/16, fe80::/10)".to_owned())
    } else if link_local_multicast {
        Some("may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)".to_owned())
    } else {
        None
    }
}

/// Checks for a range that passes the flag checks but that the IPAddress allocator refuses: the server runs, and
/// Services of that family cannot be created.
fn allocator(flags: &Flags, ranges: &Ranges, sink: &mut Sink) {
    let profile = sink.profile;
    let gates = Gates::of(flags, &profile);
    if sink.is_fatal() || !gates.enabled("MultiCIDRServiceAllocator") {
        return;
    }
    sink.field = PlanField::ServiceCidrs;
    for range in [Some(ranges.primary), ranges.secondary].into_iter().flatten() {
        if range.family() == IpFamily::IPv6 && range.mask_size() < 64 {
            sink.push(
                "KAS-8",
                "",
                format!(
                    "shortest allowed prefix length for service CIDR is 64, got {}",
                    range.mask_size()
                ),
                Stage::Run,
                Effect::NeverReady,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::components::{Effect, Flags, forecast, printed};
    use crate::diagnostic::{Component, Stage};
    use crate::kubernetes::Version;

    fn lines(minor: u8, args: &[&str]) -> Vec<String> {
        printed(&forecast(
            Version::minor_version(minor),
            Component::KubeApiserver,
            &Flags::from_args(args).into(),
        ))
    }

    fn range(minor: u8, value: &str) -> Vec<String> {
        lines(minor, &[&format!("--service-cluster-ip-range={value}")])
    }

    #[test]
    fn size_limits_of_each_era() {
        for (minor, gates, value, line) in [
            (
                18,
                "",
                "10.0.0.0/8",
                "specified --service-cluster-ip-range is too large",
            ),
            (
                19,
                "",
                "10.0.0.0/8",
                "specified --service-cluster-ip-range is too large; for 32-bit addresses, the mask must be >= 12",
            ),
            (
                27,
                "MultiCIDRServiceAllocator=true",
                "fd00::/63",
                "specified --service-cluster-ip-range is too large; for 128-bit addresses, the mask must be >= 64",
            ),
            (27, "MultiCIDRServiceAllocator=true", "10.0.0.0/8", ""),
            (
                33,
                "",
                "fd00::/64",
                "specified --service-cluster-ip-range is too large; for 128-bit addresses, the mask must be >= 108",
            ),
            (33, "DisableAllocatorDualWrite=true", "fd00::/64", ""),
            (34, "", "fd00::/48", ""),
            (
                26,
                "",
                "::ffff:10.0.0.0/104",
                "specified --service-cluster-ip-range is too large; for 128-bit addresses, the mask must be >= 108",
            ),
        ] {
            let printed = lines(
                minor,
                &[
                    &format!("--service-cluster-ip-range={value}"),
                    &format!("--feature-gates={gates}"),
                ],
            );
            let expected: Vec<&str> = Some(line).filter(|line| !line.is_empty()).into_iter().collect();
            assert_eq!(printed, expected, "1.{minor} {gates} {value}");
        }
    }

    #[test]
    fn a_second_range_needs_its_gates() {
        let pair = "10.96.0.0/16,fd00:10:96::/112";
        assert_eq!(
            range(16, pair),
            ["--secondary-service-cluster-ip-range can only be used if IPv6DualStack feature is enabled"]
        );
        assert_eq!(
            lines(
                20,
                &[
                    &format!("--service-cluster-ip-range={pair}"),
                    "--feature-gates=IPv6DualStack=true,EndpointSlice=false"
                ]
            ),
            [
                "secondary service cluster-ip range(--service-cluster-ip-range[1]) can only be used if IPv6DualStack and \
              EndpointSlice feature is enabled"
            ]
        );
        assert!(range(21, pair).is_empty());
        assert!(
            lines(
                16,
                &[
                    &format!("--service-cluster-ip-range={pair}"),
                    "--feature-gates=IPv6DualStack=true"
                ]
            )
            .is_empty()
        );
    }

    #[test]
    fn the_empty_range_of_1_16() {
        assert_eq!(range(16, ""), ["service-cluster-ip-range[0] is not a valid cidr"]);
        assert!(range(20, "").is_empty());
    }

    #[test]
    fn the_advertise_address_is_checked_where_the_version_does() {
        let args = [
            "--service-cluster-ip-range=10.96.0.0/16",
            "--advertise-address=fd00::1",
        ];
        let at = |minor| {
            forecast(
                Version::minor_version(minor),
                Component::KubeApiserver,
                &Flags::from_args(args).into(),
            )
        };
        assert!(at(23).is_empty());
        assert_eq!(at(27)[0].stage, Stage::ControllerStart);
        assert!(
            at(27)[0]
                .text
                .starts_with("error creating bootstrap controller: service IP family")
        );
        assert_eq!(at(28)[0].stage, Stage::Start);
        assert!(lines(36, &[args[0], args[1], "--endpoint-reconciler-type=none"]).is_empty());
    }

    #[test]
    fn an_unspecified_advertise_address_stands_for_the_one_of_the_host() {
        for address in ["0.0.0.0", "::"] {
            for ranges in ["10.96.0.0/16", "fd00:10:96::/112"] {
                let args = [
                    format!("--service-cluster-ip-range={ranges}"),
                    format!("--advertise-address={address}"),
                ];
                for minor in [27, 28, 36, 37] {
                    let failed = forecast(
                        Version::minor_version(minor),
                        Component::KubeApiserver,
                        &Flags::from_args(&args).into(),
                    );
                    assert_eq!(failed, [], "1.{minor} {args:?}");
                }
            }
        }
    }

    #[test]
    fn loopback_is_refused_from_1_37() {
        let args = [
            "--service-cluster-ip-range=10.96.0.0/16",
            "--advertise-address=127.0.0.1",
        ];
        assert!(lines(36, &args).is_empty());
        assert_eq!(
            lines(37, &args),
            ["may not be in the loopback range (127.0.0.0/8, ::1/128)"]
        );
    }

    #[test]
    fn a_short_ipv6_range_never_gets_an_allocator() {
        let refusals = forecast(
            Version::minor_version(36),
            Component::KubeApiserver,
            &Flags::from_args(["--service-cluster-ip-range=10.0.0.0/8,fd00::/48"]).into(),
        );
        assert_eq!(refusals.len(), 1);
        assert_eq!(refusals[0].effect, Effect::NeverReady);
        assert_eq!(
            refusals[0].text,
            "shortest allowed prefix length for service CIDR is 64, got 48"
        );
    }
}
