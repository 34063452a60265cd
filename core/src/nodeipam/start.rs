//! Whether kube-controller-manager starts its node IPAM controller with given flags, and with which masks.
//!
//! Models `startNodeIpamController` of `cmd/kube-controller-manager/app/core.go`, its flag parsing and
//! `pkg/controller/nodeipam/node_ipam_controller.go`, in the order in which the real checks run: the first one that
//! fails decides.

use serde::Serialize;

use super::blocks::NodeBlocks;
use super::cidr_set::CidrSet;
use super::flags::ControllerFlags;
use crate::diagnostic::Stage;
use crate::go::net::{GoNet, is_dual_stack};
use crate::go::quote::quoted;
use crate::go::strconv;
use crate::kubernetes::node_ipam::{MaskPolicy, NodeIpamRules, ParseErrorShape, Sourced, SwitchableGate};
use crate::kubernetes::{Confidence, Version};
use crate::net::{Cidr, IpFamily};

/// Node mask of IPv4 when no flag names one.
pub const DEFAULT_NODE_MASK_IPV4: i32 = 24;
/// Node mask of IPv6 when no flag names one.
pub const DEFAULT_NODE_MASK_IPV6: i32 = 64;

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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct LogLine {
    /// The text, without keys.
    pub message: String,
    /// The value of the key `err`, where the line has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub err: Option<String>,
    /// Our name of the check that writes it at start; empty for lines of a running controller.
    #[serde(skip)]
    pub check: &'static str,
}

/// Our name of the check that there is a second Service range. What it logs stands in the log of every single-stack
/// cluster.
pub const SECOND_SERVICE_RANGE: &str = "KCM-L2";

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

    /// All node blocks; `None` when a mask does not exist or nothing hands out blocks.
    pub fn blocks(&self) -> Option<NodeBlocks> {
        let pairs = self.pod_ranges.iter().map(|range| {
            let mask = u8::try_from(range.node_mask_size).ok()?;
            // The mask of an IPv4-mapped range counts from 128 bits: its blocks are not what they seem.
            let cidr = range
                .cidr
                .to_cidr()
                .filter(|cidr| cidr.prefix_len() == range.cidr.mask_size())?;
            Some((cidr, mask))
        });
        NodeBlocks::new(
            &pairs.collect::<Option<Vec<_>>>()?,
            &self.service_cidrs().collect::<Vec<_>>(),
        )
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
    /// The flag that the check is about, without its dashes.
    #[serde(skip)]
    pub flag: &'static str,
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
            flag: "cluster-cidr",
        }
    }

    /// The same about that flag.
    fn about(mut self, flag: &'static str) -> StartRefusal {
        self.flag = flag;
        self
    }

    fn flags(id: &'static str, text: impl Into<String>, confidence: Confidence) -> StartRefusal {
        StartRefusal {
            id,
            text: text.into(),
            stage: Stage::Start,
            confidence,
            flag: "cluster-cidr",
        }
    }
}

/// The start of the controller up to the point where existing nodes are read.
///
/// ```
/// use dualstack_core::go::flags::Flags;
/// use dualstack_core::nodeipam::check;
/// let flags = Flags::from_args([
///     "--allocate-node-cidrs",
///     "--cluster-cidr=10.244.0.0/16,fd00:10:244::/56",
///     "--node-cidr-mask-size=24",
/// ]);
/// let refusal = check("1.36".parse().unwrap(), &(&flags).into()).unwrap_err();
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

const SERVICE_RANGE: &str = "service-cluster-ip-range";

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
            return Err(StartRefusal::flags("KCM-V", text, self.rules.confidence).about(SERVICE_RANGE));
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
        let one_for_both = self.rules.one_mask_for_both();
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
            strconv::parse_i32(text).map_err(|cause| {
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
        strconv::parse_bool(text).ok_or_else(|| {
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
        for (index, (check, missing)) in [
            (
                "KCM-L1",
                "No Service CIDR provided. Skipping filtering out service addresses",
            ),
            (
                SECOND_SERVICE_RANGE,
                "No Secondary Service CIDR provided. Skipping filtering out secondary service addresses",
            ),
        ]
        .into_iter()
        .enumerate()
        {
            let entry = entries.get(index).copied().unwrap_or_default();
            let read = GoNet::parse(entry);
            if read.is_none() && !entry.trim_matches(is_go_space).is_empty() {
                let err = format!("invalid CIDR address: {entry}");
                let template = self.rules.service_parse_warning;
                let unreadable = LogLine {
                    check: "KCM-L",
                    ..LogLine::default()
                };
                let line = if template.contains("%v") {
                    let message = template.replacen("%v", entry, 1).replacen("%v", &err, 1);
                    LogLine {
                        message,
                        ..unreadable
                    }
                } else {
                    LogLine {
                        message: template.to_owned(),
                        err: Some(err),
                        ..unreadable
                    }
                };
                self.log.push(line);
            }
            match read {
                Some(range) => ranges.push(range),
                None => self.log.push(LogLine {
                    message: missing.to_owned(),
                    err: None,
                    check,
                }),
            }
        }
        if ranges.len() == 2 {
            let off = self.rules.secondary_service_range_off;
            if let Some(text) = off.value.filter(|_| !self.gate(self.rules.dual_stack_gate)) {
                return Err(StartRefusal::controller("KCM-5", text, off.confidence).about(SERVICE_RANGE));
            }
            if !is_dual_stack(&ranges) {
                let text =
                    "serviceCIDR and secondaryServiceCIDR are not dualstack (from different IPfamiles)";
                return Err(
                    StartRefusal::controller("KCM-6", text, self.rules.confidence).about(SERVICE_RANGE)
                );
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
                    .then(|| strconv::parse_bool(value.trim()))
                    .flatten()
            })
        };
        // A gate that is named itself wins over its group, wherever it stands in the list.
        given(gate.name)
            .or_else(|| given(gate.group))
            .unwrap_or(gate.default_on)
    }
}

/// What `strings.TrimSpace` takes off.
fn is_go_space(c: char) -> bool {
    c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::go::flags::Flags;

    fn start(version: &str, args: &[&str]) -> Result<NodeIpamConfig, StartRefusal> {
        let args = args.iter().copied().chain(["--allocate-node-cidrs=true"]);
        check(
            version.parse().unwrap(),
            &ControllerFlags::from(&Flags::from_args(args)),
        )
    }

    /// The id and the text of the refusal; two empty texts when it starts.
    fn refusal(version: &str, args: &[&str]) -> (&'static str, String) {
        start(version, args)
            .err()
            .map_or_else(Default::default, |refusal| (refusal.id, refusal.text))
    }

    const DUAL: &str = "--cluster-cidr=10.244.0.0/16,fd00:10:244::/56";
    const GATE: &str = "--feature-gates=IPv6DualStack=true";

    #[test]
    fn each_check_has_the_text_of_its_version() {
        for (version, flag, id, text) in [
            (
                "1.36",
                "--cluster-cidr=banana",
                "KCM-1",
                "invalid CIDR[0]: <nil> (invalid CIDR address: banana)",
            ),
            (
                "1.26",
                "--cluster-cidr=banana",
                "KCM-1",
                "failed to parse cidr value:\"banana\" with error:invalid CIDR address: banana",
            ),
            (
                "1.36",
                "--cluster-cidr=10.0.0.0/8, fd00::/56",
                "KCM-1",
                "invalid CIDR[1]: <nil> (invalid CIDR address:  fd00::/56)",
            ),
            ("1.36", "--cluster-cidr= 10.244.0.0/16 ", "", ""),
            (
                "1.16",
                "--cluster-cidr=10.244.0.0/16,fd00::/56",
                "KCM-2",
                "len of ClusterCIDRs==2 and dualstack feature is not enabled",
            ),
            (
                "1.20",
                "--cluster-cidr=10.244.0.0/16,fd00::/56",
                "KCM-2",
                "len of ClusterCIDRs==2 and dualstack or EndpointSlice feature is not enabled",
            ),
            ("1.21", "--cluster-cidr=10.244.0.0/16,fd00::/56", "", ""),
            (
                "1.36",
                "--cluster-cidr=10.0.0.0/16,10.1.0.0/16",
                "KCM-3",
                "len of ClusterCIDRs==2 and they are not configured as dual stack (at least one from each IPFamily",
            ),
            (
                "1.25",
                "--cluster-cidr=10.0.0.0/16,10.1.0.0/16",
                "KCM-3",
                "len of ClusterCIDRs==2 and they are not configured as dual stack (at least one from each IPFamily)",
            ),
            (
                "1.36",
                "--cluster-cidr=10.0.0.0/16,fd00::/56,10.1.0.0/16",
                "KCM-4",
                "length of clusterCIDRs is:3 more than max allowed of 2",
            ),
            (
                "1.25",
                "--cluster-cidr=10.0.0.0/16,fd00::/56,10.1.0.0/16",
                "KCM-4",
                "len of clusters is:3 > more than max allowed of 2",
            ),
            (
                "1.36",
                "--cluster-cidr=fd00::/47",
                "KCM-13",
                "New CIDR set failed; the node CIDR size is too big",
            ),
            (
                "1.16",
                "--cluster-cidr=fd00::/56",
                "KCM-12",
                "Controller: Invalid --cluster-cidr, mask size of cluster CIDR must be less than --node-cidr-mask-size",
            ),
            ("1.17", "--cluster-cidr=fd00::/56", "", ""),
        ] {
            let (got_id, got_text) = refusal(version, &[flag]);
            assert_eq!((got_id, got_text.as_str()), (id, text), "{version} {flag}");
        }
    }

    #[test]
    fn which_mask_flags_are_legal_depends_on_version_and_families() {
        let (generic, v4, v6) = (
            "--node-cidr-mask-size=60",
            "--node-cidr-mask-size-ipv4=25",
            "--node-cidr-mask-size-ipv6=60",
        );
        let (single4, single6) = ("--cluster-cidr=10.244.0.0/16", "--cluster-cidr=fd00:10:244::/56");
        for (version, args, id) in [
            ("1.16", &[single4, v4][..], "KCM-F"),
            ("1.16", &[DUAL, GATE, "--node-cidr-mask-size=64"], ""),
            ("1.17", &[DUAL, GATE, generic], "KCM-7"),
            ("1.17", &[DUAL, GATE, v4, v6], ""),
            // Until 1.19 the gate alone makes a cluster dual-stack.
            ("1.19", &[single6, GATE, generic], "KCM-7"),
            ("1.19", &[single4, GATE, v4], ""),
            ("1.20", &[single6, GATE, generic], ""),
            ("1.20", &[single4, GATE, v4], "KCM-8"),
            ("1.22", &[single4, v4], "KCM-8"),
            ("1.23", &[single4, v4], ""),
            ("1.23", &[single4, v6], "KCM-10b"),
            ("1.23", &[single6, v4], "KCM-10a"),
            ("1.23", &[single6, v6], ""),
            ("1.36", &[single6, generic, v6], "KCM-9"),
            ("1.36", &[DUAL, generic], "KCM-7"),
            ("1.36", &[DUAL, "--node-cidr-mask-size=0", v4, v6], ""),
        ] {
            assert_eq!(refusal(version, args).0, id, "{version} {args:?}");
        }
    }

    #[test]
    fn masks_default_to_24_and_64() {
        let masks = |version: &str, args: &[&str]| {
            start(version, args)
                .unwrap()
                .pod_ranges
                .iter()
                .map(|range| range.node_mask_size)
                .collect::<Vec<_>>()
        };
        assert_eq!(masks("1.36", &[DUAL]), [24, 64]);
        assert_eq!(
            masks(
                "1.36",
                &[
                    "--cluster-cidr=fd00::/56,10.244.0.0/16",
                    "--node-cidr-mask-size-ipv4=0x1a"
                ]
            ),
            [64, 26]
        );
        assert_eq!(masks("1.16", &["--cluster-cidr=10.244.0.0/16"]), [24]);
        assert_eq!(
            masks(
                "1.16",
                &[
                    "--cluster-cidr=10.0.0.0/8,fd00::/56",
                    GATE,
                    "--node-cidr-mask-size=64"
                ]
            ),
            [64, 64]
        );
    }

    #[test]
    fn an_ipv4_mapped_range_has_a_mask_of_128_bits() {
        assert_eq!(
            refusal("1.36", &["--cluster-cidr=::ffff:10.244.0.0/112"]).0,
            "KCM-12"
        );
        assert_eq!(
            refusal(
                "1.36",
                &[
                    "--cluster-cidr=::ffff:10.244.0.0/112",
                    "--node-cidr-mask-size=120"
                ]
            )
            .0,
            ""
        );
    }

    #[test]
    fn only_real_blocks_can_be_looked_at() {
        let count = |args: &[&str]| {
            start("1.36", args)
                .unwrap()
                .blocks()
                .map(|blocks| blocks.count().to_string())
        };
        assert_eq!(count(&[DUAL]).as_deref(), Some("256"));
        assert_eq!(
            count(&["--cluster-cidr=10.244.0.0/16", "--node-cidr-mask-size=33"]),
            None
        );
        assert_eq!(
            count(&[
                "--cluster-cidr=::ffff:10.244.0.0/112",
                "--node-cidr-mask-size=120"
            ]),
            None
        );
    }

    #[test]
    fn service_ranges_are_refused_only_for_their_number_and_families() {
        let pods = "--cluster-cidr=10.244.0.0/16";
        for (version, services, id) in [
            ("1.36", "10.96.0.0/16,fd00::/112,10.97.0.0/16", "KCM-V"),
            ("1.36", "10.96.0.0/16,10.97.0.0/16", "KCM-6"),
            ("1.36", "10.96.0.0/16,fd00::/112", ""),
            ("1.36", "banana,10.97.0.0/16", ""),
            ("1.20", "10.96.0.0/16,fd00::/112", "KCM-5"),
            ("1.21", "10.96.0.0/16,fd00::/112", ""),
        ] {
            let flag = format!("--service-cluster-ip-range={services}");
            assert_eq!(refusal(version, &[pods, &flag]).0, id, "{version} {services}");
        }
        let config = start(
            "1.36",
            &[pods, "--service-cluster-ip-range=10.96.0.0/16, fd00::/112"],
        )
        .unwrap();
        assert_eq!(
            config.service_cidrs().count(),
            1,
            "a blank after the comma loses the second range"
        );
        let messages: Vec<&str> = config.log.iter().map(|line| line.message.as_str()).collect();
        assert_eq!(
            messages,
            [
                "Warning: unsuccessful parsing of service CIDR",
                "No Secondary Service CIDR provided. Skipping filtering out secondary service addresses"
            ]
        );
    }

    #[test]
    fn without_allocate_node_cidrs_nothing_but_the_flags_is_looked_at() {
        let off = |args: &[&str]| {
            check(
                "1.36".parse().unwrap(),
                &ControllerFlags::from(&Flags::from_args(args)),
            )
        };
        assert_eq!(off(&["--cluster-cidr=banana"]).unwrap().allocator, Allocator::Off);
        assert_eq!(
            off(&["--service-cluster-ip-range=a,b,c"]).unwrap_err().id,
            "KCM-V"
        );
        assert_eq!(off(&["--allocate-node-cidrs=maybe"]).unwrap_err().id, "KCM-F");
    }

    #[test]
    fn allocator_types_come_and_go() {
        for (version, kind, id) in [
            ("1.36", "RangeAllocator", ""),
            ("1.36", "CloudAllocator", "KCM-0"),
            ("1.36", "MultiCIDRRangeAllocator", "KCM-14"),
            ("1.26", "MultiCIDRRangeAllocator", "KCM-14"),
            ("1.36", "rangeallocator", "KCM-14"),
        ] {
            let flag = format!("--cidr-allocator-type={kind}");
            assert_eq!(
                refusal(version, &["--cluster-cidr=10.244.0.0/16", &flag]).0,
                id,
                "{version} {kind}"
            );
        }
        let multi = [
            "--cluster-cidr=10.244.0.0/16",
            "--cidr-allocator-type=MultiCIDRRangeAllocator",
        ];
        assert_eq!(
            refusal("1.26", &multi).1,
            "invalid CIDR allocator type: MultiCIDRRangeAllocator, feature gate MultiCIDRRangeAllocator must be enabled"
        );
        let on = [multi[0], multi[1], "--feature-gates=AllAlpha=true"];
        assert_eq!(start("1.26", &on).unwrap().allocator, Allocator::MultiCidr);
    }

    #[test]
    fn a_named_gate_wins_over_its_group() {
        for (gates, id) in [
            ("AllAlpha=true", ""),
            ("IPv6DualStack=false,AllAlpha=true", "KCM-2"),
            ("IPv6DualStack=true,EndpointSlice=false", "KCM-2"),
            ("IPv6DualStack=true", ""),
        ] {
            let flag = format!("--feature-gates={gates}");
            assert_eq!(refusal("1.20", &[DUAL, &flag]).0, id, "{gates}");
        }
    }
}
