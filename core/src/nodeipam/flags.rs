//! Whether kube-controller-manager starts its node IPAM controller with given flags, and with which masks.
//!
//! Models `startNodeIpamController` of `cmd/kube-controller-manager/app/core.go`, its flag parsing and
//! `pkg/controller/nodeipam/node_ipam_controller.go`, in the order in which the real checks run: the first one that
//! fails decides (spec/components.md §4.2).

use serde::{Deserialize, Serialize};

use super::cidr_set::CidrSet;
use super::go_net::GoNet;
use crate::diagnostic::{Stage, go_quote};
use crate::kubernetes::node_ipam::{MaskPolicy, NodeIpamRules, ParseErrorShape, Sourced, SwitchableGate};
use crate::kubernetes::{Confidence, Version};
use crate::net::{Cidr, IpFamily};

/// Node mask of IPv4 when no flag names one.
pub const DEFAULT_NODE_MASK_IPV4: i32 = 24;
/// Node mask of IPv6 when no flag names one.
pub const DEFAULT_NODE_MASK_IPV6: i32 = 64;

/// Values of kube-controller-manager's flags as given, unread. `None`: the flag is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct ControllerFlags {
    /// `--allocate-node-cidrs`
    pub allocate_node_cidrs: Option<String>,
    /// `--cluster-cidr`
    pub cluster_cidr: Option<String>,
    /// `--service-cluster-ip-range`
    pub service_cluster_ip_range: Option<String>,
    /// `--node-cidr-mask-size`
    pub node_cidr_mask_size: Option<String>,
    /// `--node-cidr-mask-size-ipv4`
    pub node_cidr_mask_size_ipv4: Option<String>,
    /// `--node-cidr-mask-size-ipv6`
    pub node_cidr_mask_size_ipv6: Option<String>,
    /// `--cidr-allocator-type`
    pub cidr_allocator_type: Option<String>,
    /// `--cloud-provider`
    pub cloud_provider: Option<String>,
    /// `--feature-gates`. Unknown and locked gates are the business of the caller; only the value is read here.
    pub feature_gates: Option<String>,
}

impl ControllerFlags {
    /// From a command line such as `["--cluster-cidr=10.244.0.0/16"]`; flags of other controllers are passed over,
    /// and of a flag that is given twice the last one counts.
    pub fn from_args<'a>(args: impl IntoIterator<Item = &'a str>) -> ControllerFlags {
        let mut flags = ControllerFlags::default();
        for arg in args {
            let arg = arg.trim_start_matches('-');
            let (name, value) = arg
                .split_once('=')
                .map_or((arg, None), |(name, value)| (name, Some(value)));
            let field = match name {
                "allocate-node-cidrs" => &mut flags.allocate_node_cidrs,
                "cluster-cidr" => &mut flags.cluster_cidr,
                "service-cluster-ip-range" => &mut flags.service_cluster_ip_range,
                "node-cidr-mask-size" => &mut flags.node_cidr_mask_size,
                "node-cidr-mask-size-ipv4" => &mut flags.node_cidr_mask_size_ipv4,
                "node-cidr-mask-size-ipv6" => &mut flags.node_cidr_mask_size_ipv6,
                "cidr-allocator-type" => &mut flags.cidr_allocator_type,
                "cloud-provider" => &mut flags.cloud_provider,
                "feature-gates" => &mut flags.feature_gates,
                _ => continue,
            };
            // A flag without a value is only legal for a bool, where it means true.
            *field = Some(value.unwrap_or("true").to_owned());
        }
        flags
    }
}

/// Which allocator hands out the blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Allocator {
    /// `--allocate-node-cidrs` is off: nobody in kube-controller-manager does.
    Off,
    /// `RangeAllocator`, the one modelled here.
    Range,
    /// `CloudAllocator`, `IPAMFromCluster` or `IPAMFromCloud`: the cloud provider decides.
    Cloud,
    /// `MultiCIDRRangeAllocator`, 1.25 to 1.28: ClusterCIDR objects decide.
    MultiCidr,
}

/// One pod CIDR with the mask of its node blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PodRange {
    /// The entry of `--cluster-cidr`.
    pub cidr: GoNet,
    /// The mask as the flags give it; not checked against the width of the family.
    pub node_mask_size: i32,
}

/// A line of the component's log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct LogLine {
    /// The text, without keys.
    pub message: String,
    /// The value of the key `err`, where the line has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub err: Option<String>,
}

/// What the controller runs with.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeIpamConfig {
    /// The version.
    pub version: Version,
    /// Who hands out the blocks.
    pub allocator: Allocator,
    /// The pod CIDRs in order.
    pub pod_ranges: Vec<PodRange>,
    /// The Service CIDRs that were readable, in order.
    pub service_ranges: Vec<GoNet>,
    /// What starting logs without failing.
    pub log: Vec<LogLine>,
}

impl NodeIpamConfig {
    /// The pod CIDRs as canonical networks.
    pub fn pod_cidrs(&self) -> impl Iterator<Item = Cidr> + '_ {
        self.pod_ranges.iter().filter_map(|range| range.cidr.to_cidr())
    }

    /// The Service CIDRs as canonical networks.
    pub fn service_cidrs(&self) -> impl Iterator<Item = Cidr> + '_ {
        self.service_ranges.iter().filter_map(|range| range.to_cidr())
    }
}

/// The component refuses to start: it exits, and a supervisor starts it again (a crash loop).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[error("{text}")]
pub struct StartRefusal {
    /// Our name of the check: `KCM-7`, `N-6`.
    pub id: &'static str,
    /// The exact text.
    pub text: String,
    /// When it fails.
    pub stage: Stage,
    /// How sure the text is for that version.
    pub confidence: Confidence,
}

impl StartRefusal {
    pub(super) fn controller(
        id: &'static str,
        text: impl Into<String>,
        confidence: Confidence,
    ) -> StartRefusal {
        StartRefusal {
            id,
            text: text.into(),
            stage: Stage::ControllerStart,
            confidence,
        }
    }

    fn flags(id: &'static str, text: impl Into<String>, confidence: Confidence) -> StartRefusal {
        StartRefusal {
            id,
            text: text.into(),
            stage: Stage::Start,
            confidence,
        }
    }
}

/// The start of the controller up to the point where existing nodes are read.
///
/// ```
/// use dualstack_core::nodeipam::{ControllerFlags, check};
/// let flags = ControllerFlags::from_args([
///     "--allocate-node-cidrs",
///     "--cluster-cidr=10.244.0.0/16,fd00:10:244::/56",
///     "--node-cidr-mask-size=24",
/// ]);
/// let refusal = check("1.36".parse().unwrap(), &flags).unwrap_err();
/// assert_eq!(refusal.text, "usage of --node-cidr-mask-size is not allowed with dual-stack clusters");
/// ```
pub fn check(version: Version, flags: &ControllerFlags) -> Result<NodeIpamConfig, StartRefusal> {
    Start {
        rules: NodeIpamRules::at(version),
        version,
        flags,
        log: Vec::new(),
    }
    .run()
}

struct Start<'a> {
    rules: NodeIpamRules,
    version: Version,
    flags: &'a ControllerFlags,
    log: Vec<LogLine>,
}

/// The three mask flags as numbers; 0 is unset.
struct Masks {
    generic: i32,
    ipv4: i32,
    ipv6: i32,
}

impl Start<'_> {
    fn run(mut self) -> Result<NodeIpamConfig, StartRefusal> {
        let masks = self.masks()?;
        let allocate = self.allocate_node_cidrs()?;
        let service_flag = self.flags.service_cluster_ip_range.clone().unwrap_or_default();
        let service_entries: Vec<&str> = service_flag.split(',').collect();
        if service_entries.len() > 2 {
            let text = "--service-cluster-ip-range can not contain more than two entries";
            return Err(StartRefusal::flags("KCM-V", text, self.rules.confidence));
        }
        if !allocate {
            return Ok(self.config(Allocator::Off, Vec::new(), Vec::new()));
        }

        let allocator_type = self
            .flags
            .cidr_allocator_type
            .as_deref()
            .unwrap_or("RangeAllocator");
        let has_cloud = self.has_cloud();
        let refused = self.rules.cloud_allocator_refused;
        if allocator_type == "CloudAllocator"
            && !has_cloud
            && let Some(text) = refused.value
        {
            return Err(StartRefusal::controller("KCM-0", text, refused.confidence));
        }

        let cluster = self.cluster_cidrs()?;
        let service_ranges = self.service_ranges(&service_entries)?;
        let node_masks = self.node_mask_sizes(&masks, &cluster)?;
        let pod_ranges: Vec<PodRange> = cluster
            .into_iter()
            .zip(node_masks)
            .map(|(cidr, node_mask_size)| PodRange { cidr, node_mask_size })
            .collect();

        // The cloud allocator does not look at the pod CIDRs.
        if allocator_type != "CloudAllocator"
            && pod_ranges
                .iter()
                .any(|range| i32::from(range.cidr.mask_size()) > range.node_mask_size)
        {
            let Sourced { value, confidence } = self.rules.cluster_mask_too_long;
            return Err(StartRefusal::controller("KCM-12", value, confidence));
        }
        let allocator = self.allocator(allocator_type, has_cloud)?;
        if allocator == Allocator::Range {
            for range in &pod_ranges {
                CidrSet::new(range.cidr, i64::from(range.node_mask_size)).map_err(|error| {
                    StartRefusal::controller("KCM-13", error.to_string(), self.rules.confidence)
                })?;
            }
        }
        Ok(self.config(allocator, pod_ranges, service_ranges))
    }

    fn config(
        self,
        allocator: Allocator,
        pod_ranges: Vec<PodRange>,
        service_ranges: Vec<GoNet>,
    ) -> NodeIpamConfig {
        NodeIpamConfig {
            version: self.version,
            allocator,
            pod_ranges,
            service_ranges,
            log: self.log,
        }
    }

    fn masks(&self) -> Result<Masks, StartRefusal> {
        let one_for_both = self.rules.mask_policy.value == MaskPolicy::OneForBoth;
        let family = |name: &str, value: &Option<String>| match value {
            Some(_) if one_for_both => {
                let text = format!("unknown flag: --{name}");
                Err(StartRefusal::flags("KCM-F", text, self.rules.confidence))
            }
            value => self.number(name, value.as_deref(), 0),
        };
        Ok(Masks {
            generic: self.number(
                "node-cidr-mask-size",
                self.flags.node_cidr_mask_size.as_deref(),
                if one_for_both { DEFAULT_NODE_MASK_IPV4 } else { 0 },
            )?,
            ipv4: family("node-cidr-mask-size-ipv4", &self.flags.node_cidr_mask_size_ipv4)?,
            ipv6: family("node-cidr-mask-size-ipv6", &self.flags.node_cidr_mask_size_ipv6)?,
        })
    }

    fn number(&self, name: &str, value: Option<&str>, default: i32) -> Result<i32, StartRefusal> {
        value.map_or(Ok(default), |text| {
            parse_go_i32(text).map_err(|cause| {
                self.invalid_argument(
                    text,
                    name,
                    &format!("strconv.ParseInt: parsing {}: {cause}", quoted(text)),
                )
            })
        })
    }

    fn allocate_node_cidrs(&self) -> Result<bool, StartRefusal> {
        let Some(text) = self.flags.allocate_node_cidrs.as_deref() else {
            return Ok(false);
        };
        parse_go_bool(text).ok_or_else(|| {
            let cause = format!("strconv.ParseBool: parsing {}: invalid syntax", quoted(text));
            self.invalid_argument(text, "allocate-node-cidrs", &cause)
        })
    }

    /// The prefix is that of the flag library.
    fn invalid_argument(&self, value: &str, name: &str, cause: &str) -> StartRefusal {
        let text = format!(
            "invalid argument {} for \"--{name}\" flag: {cause}",
            quoted(value)
        );
        StartRefusal::flags("KCM-F", text, self.rules.confidence.min(Confidence::Unverified))
    }

    fn has_cloud(&self) -> bool {
        let provider = self.flags.cloud_provider.as_deref().unwrap_or_default();
        self.rules.in_tree_clouds && !matches!(provider, "" | "external")
    }

    fn cluster_cidrs(&self) -> Result<Vec<GoNet>, StartRefusal> {
        let rules = &self.rules;
        let list = self.flags.cluster_cidr.as_deref().unwrap_or_default();
        let mut cidrs = Vec::new();
        // The whole is trimmed, the entries are not.
        for (index, entry) in list.trim_matches(is_go_space).split(',').enumerate() {
            cidrs.push(GoNet::parse(entry).ok_or_else(|| {
                let text = match rules.parse_error.value {
                    ParseErrorShape::Value => {
                        format!(
                            "failed to parse cidr value:{} with error:invalid CIDR address: {entry}",
                            quoted(entry)
                        )
                    }
                    ParseErrorShape::Indexed => {
                        format!("invalid CIDR[{index}]: <nil> (invalid CIDR address: {entry})")
                    }
                };
                StartRefusal::controller("KCM-1", text, rules.parse_error.confidence)
            })?);
        }
        let count = cidrs.len().to_string();
        let gates_on = self.gate(rules.dual_stack_gate) && self.gate(rules.endpoint_slice_gate);
        if cidrs.len() > 1
            && !gates_on
            && let Some(text) = rules.dual_stack_off.value
        {
            let text = text.replace("%v", &count);
            return Err(StartRefusal::controller(
                "KCM-2",
                text,
                rules.dual_stack_off.confidence,
            ));
        }
        if cidrs.len() > 1 && !is_dual_stack(&cidrs) {
            let text = rules.not_dual_stack.value.replace("%v", &count);
            return Err(StartRefusal::controller(
                "KCM-3",
                text,
                rules.not_dual_stack.confidence,
            ));
        }
        if cidrs.len() > 2 {
            let text = rules.too_many_cidrs.value.replace("%v", &count);
            return Err(StartRefusal::controller(
                "KCM-4",
                text,
                rules.too_many_cidrs.confidence,
            ));
        }
        Ok(cidrs)
    }

    fn service_ranges(&mut self, entries: &[&str]) -> Result<Vec<GoNet>, StartRefusal> {
        let mut ranges = Vec::new();
        for (index, missing) in [
            "No Service CIDR provided. Skipping filtering out service addresses",
            "No Secondary Service CIDR provided. Skipping filtering out secondary service addresses",
        ]
        .into_iter()
        .enumerate()
        {
            let entry = entries.get(index).copied().unwrap_or_default();
            let read = GoNet::parse(entry);
            if read.is_none() && !entry.trim_matches(is_go_space).is_empty() {
                let err = format!("invalid CIDR address: {entry}");
                let template = self.rules.service_parse_warning;
                let line = if template.contains("%v") {
                    let message = template.replacen("%v", entry, 1).replacen("%v", &err, 1);
                    LogLine { message, err: None }
                } else {
                    LogLine {
                        message: template.to_owned(),
                        err: Some(err),
                    }
                };
                self.log.push(line);
            }
            match read {
                Some(range) => ranges.push(range),
                None => self.log.push(LogLine {
                    message: missing.to_owned(),
                    err: None,
                }),
            }
        }
        if ranges.len() == 2 {
            let off = self.rules.secondary_service_range_off;
            if let Some(text) = off.value.filter(|_| !self.gate(self.rules.dual_stack_gate)) {
                return Err(StartRefusal::controller("KCM-5", text, off.confidence));
            }
            if !is_dual_stack(&ranges) {
                let text =
                    "serviceCIDR and secondaryServiceCIDR are not dualstack (from different IPfamiles)";
                return Err(StartRefusal::controller("KCM-6", text, self.rules.confidence));
            }
        }
        Ok(ranges)
    }

    fn node_mask_sizes(&self, masks: &Masks, cluster: &[GoNet]) -> Result<Vec<i32>, StartRefusal> {
        let policy = self.rules.mask_policy;
        let refuse = |id, text: &str| Err(StartRefusal::controller(id, text, policy.confidence));
        let by_family = |ipv4: i32, ipv6: i32| {
            let size = |cidr: &GoNet| {
                if cidr.family() == IpFamily::IPv6 {
                    ipv6
                } else {
                    ipv4
                }
            };
            Ok(cluster.iter().map(size).collect())
        };
        let or = |value: i32, default: i32| if value == 0 { default } else { value };
        let defaulted = by_family(
            or(masks.ipv4, DEFAULT_NODE_MASK_IPV4),
            or(masks.ipv6, DEFAULT_NODE_MASK_IPV6),
        );

        let dual = match policy.value {
            MaskPolicy::OneForBoth => return by_family(masks.generic, masks.generic),
            MaskPolicy::ByGate => self.gate(self.rules.dual_stack_gate),
            MaskPolicy::ByClusterCidrs | MaskPolicy::FamilyFlagsEverywhere => cluster.len() > 1,
        };
        if dual {
            if masks.generic != 0 {
                return refuse(
                    "KCM-7",
                    "usage of --node-cidr-mask-size is not allowed with dual-stack clusters",
                );
            }
            return defaulted;
        }
        let family_flag = masks.ipv4 != 0 || masks.ipv6 != 0;
        if policy.value != MaskPolicy::FamilyFlagsEverywhere {
            if family_flag {
                return refuse(
                    "KCM-8",
                    "usage of --node-cidr-mask-size-ipv4 and --node-cidr-mask-size-ipv6 are not allowed with non \
                     dual-stack clusters",
                );
            }
            return by_family(
                or(masks.generic, DEFAULT_NODE_MASK_IPV4),
                or(masks.generic, DEFAULT_NODE_MASK_IPV6),
            );
        }
        if masks.generic != 0 {
            if family_flag {
                return refuse(
                    "KCM-9",
                    "usage of --node-cidr-mask-size-ipv4 and --node-cidr-mask-size-ipv6 is not allowed if \
                     --node-cidr-mask-size is set. For dual-stack clusters please unset it and use IPFamily specific \
                     flags",
                );
            }
            return by_family(masks.generic, masks.generic);
        }
        let single_ipv6 = cluster
            .first()
            .is_some_and(|cidr| cidr.family() == IpFamily::IPv6);
        if masks.ipv4 != 0 && single_ipv6 {
            return refuse(
                "KCM-10a",
                "usage of --node-cidr-mask-size-ipv4 is not allowed for a single-stack IPv6 cluster",
            );
        }
        if masks.ipv6 != 0 && !single_ipv6 {
            return refuse(
                "KCM-10b",
                "usage of --node-cidr-mask-size-ipv6 is not allowed for a single-stack IPv4 cluster",
            );
        }
        defaulted
    }

    fn allocator(&self, allocator_type: &str, has_cloud: bool) -> Result<Allocator, StartRefusal> {
        let refuse = |text: String| Err(StartRefusal::controller("KCM-14", text, self.rules.confidence));
        match allocator_type {
            "RangeAllocator" => Ok(Allocator::Range),
            "CloudAllocator" | "IPAMFromCluster" | "IPAMFromCloud" if has_cloud => Ok(Allocator::Cloud),
            // No text of its own was read: the controller uses a cloud provider that is not there.
            "CloudAllocator" | "IPAMFromCluster" | "IPAMFromCloud" => Err(StartRefusal::controller(
                "KCM-0",
                "runtime error: invalid memory address or nil pointer dereference",
                Confidence::Unverified,
            )),
            "MultiCIDRRangeAllocator" if self.rules.multi_cidr_allocator_gate.is_some() => {
                if self.gate(self.rules.multi_cidr_allocator_gate) {
                    return Ok(Allocator::MultiCidr);
                }
                let gate = self.rules.multi_cidr_allocator_gate.map_or("", |gate| gate.name);
                refuse(format!(
                    "invalid CIDR allocator type: {allocator_type}, feature gate {gate} must be enabled"
                ))
            }
            other => refuse(format!("invalid CIDR allocator type: {other}")),
        }
    }

    /// Whether a gate is on; one that cannot be switched (any more) is.
    fn gate(&self, gate: Option<SwitchableGate>) -> bool {
        let Some(gate) = gate else { return true };
        let flags = self.flags.feature_gates.as_deref().unwrap_or_default();
        let given = |name: &str| {
            flags.split(',').rev().find_map(|pair| {
                let (key, value) = pair.split_once('=')?;
                (key.trim() == name)
                    .then(|| parse_go_bool(value.trim()))
                    .flatten()
            })
        };
        // A gate that is named itself wins over its group, wherever it stands in the list.
        given(gate.name)
            .or_else(|| given(gate.group))
            .unwrap_or(gate.default_on)
    }
}

/// `IsDualStackCIDRs`: at least one of each family.
fn is_dual_stack(cidrs: &[GoNet]) -> bool {
    IpFamily::ALL
        .iter()
        .all(|family| cidrs.iter().any(|cidr| cidr.family() == *family))
}

/// What `strings.TrimSpace` takes off.
fn is_go_space(c: char) -> bool {
    c.is_whitespace()
}

fn quoted(text: &str) -> String {
    let mut out = String::new();
    go_quote(text, &mut out);
    out
}

/// `strconv.ParseBool`
fn parse_go_bool(text: &str) -> Option<bool> {
    match text {
        "1" | "t" | "T" | "true" | "TRUE" | "True" => Some(true),
        "0" | "f" | "F" | "false" | "FALSE" | "False" => Some(false),
        _ => None,
    }
}

/// `strconv.ParseInt(text, 0, 32)`: also `0x18`, `0b11000`, `0o30`, `030` (octal) and `2_4`.
fn parse_go_i32(text: &str) -> Result<i32, &'static str> {
    const SYNTAX: &str = "invalid syntax";
    const RANGE: &str = "value out of range";
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let lower = digits.to_ascii_lowercase();
    let (base, prefixed, body) = match lower.get(..2) {
        Some("0x") => (16, true, lower.get(2..).unwrap_or_default()),
        Some("0b") => (2, true, lower.get(2..).unwrap_or_default()),
        Some("0o") => (8, true, lower.get(2..).unwrap_or_default()),
        Some(_) if lower.starts_with('0') => (8, true, lower.get(1..).unwrap_or_default()),
        _ => (10, false, lower.as_str()),
    };
    // Underscores only between digits, or between the prefix and a digit.
    let underscores_fit =
        !body.ends_with('_') && !body.contains("__") && (prefixed || !body.starts_with('_'));
    let clean: String = body.chars().filter(|c| *c != '_').collect();
    if clean.is_empty() || !underscores_fit || !clean.chars().all(|c| c.is_digit(base)) {
        return Err(SYNTAX);
    }
    let magnitude = i128::from_str_radix(&clean, base).map_err(|_| RANGE)?;
    i32::try_from(if negative { -magnitude } else { magnitude }).map_err(|_| RANGE)
}
