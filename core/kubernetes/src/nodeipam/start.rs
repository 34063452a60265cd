//! The start of the node IPAM controller of kube-controller-manager with given flags, and the masks it uses.
//!
//! Models `startNodeIpamController` of `cmd/kube-controller-manager/app/core.go`, its flag parsing and
//! `pkg/controller/nodeipam/node_ipam_controller.go`, in the order of the real checks: the first one that fails
//! decides.

use serde::Serialize;

use super::cidr_set::CidrSet;
use super::config::{Allocator, LogLine, NodeIpamConfig, PodRange, SECOND_SERVICE_RANGE};
use super::flags::ControllerFlags;
use crate::diagnostic::Stage;
use crate::go::net::{GoNet, is_dual_stack};
use crate::go::quote::quoted;
use crate::go::strconv;
use crate::kubernetes::node_ipam::{
    MaskPolicy, NodeIpamRules, ParseErrorShape, Sourced, SwitchableGate, default_node_mask,
};
use crate::kubernetes::{Confidence, Version};
use crate::net::IpFamily;

const DEFAULT_NODE_MASK_IPV4: i32 = default_node_mask(IpFamily::IPv4) as i32;
const DEFAULT_NODE_MASK_IPV6: i32 = default_node_mask(IpFamily::IPv6) as i32;

/// The refusal of the component to start: it exits, and a supervisor starts it again (a crash loop).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[error("{text}")]
pub struct StartRefusal {
    /// This project's name of the check: `KCM-7`, `N-6`.
    pub id: &'static str,
    /// The exact text of the refusal.
    pub text: String,
    /// The moment of the failure.
    pub stage: Stage,
    /// The confidence in the text for that version.
    pub confidence: Confidence,
    /// The flag that the check depends on, without its dashes.
    #[serde(skip)]
    pub flag: &'static str,
}

/// The check of flags by the library that reads them.
const FLAG_LIBRARY: &str = "KCM-F";

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

    /// Returns the text as the process prints it: the flag library writes `Error: ` before its own.
    pub fn printed(&self) -> String {
        format!("{}{}", self.prefix(), self.text)
    }

    /// Returns what stands before the text on the printed line.
    pub fn prefix(&self) -> &'static str {
        if self.id == FLAG_LIBRARY { "Error: " } else { "" }
    }

    /// Sets the flag of the refusal.
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

/// Starts the controller up to the point where existing nodes are read.
///
/// # Errors
/// Returns the refusal of the first check that fails.
///
/// ```
/// use dualstack_ground::go::flags::Flags;
/// use dualstack_kubernetes::nodeipam::check;
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

/// The clouds that kube-controller-manager had built in (`k8s.io/cloud-provider/plugins.go`).
const REMOVED_CLOUDS: &[&str] = &["aws", "azure", "gce", "openstack", "vsphere"];

const SERVICE_RANGE: &str = "service-cluster-ip-range";

struct Start<'a> {
    rules: NodeIpamRules,
    version: Version,
    flags: &'a ControllerFlags,
    log: Vec<LogLine>,
}

/// The three mask flags as numbers; 0 if not set.
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
        self.cloud()?;
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

        // The cloud allocator does not read the pod CIDRs.
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
                Err(StartRefusal::flags(FLAG_LIBRARY, text, self.rules.confidence))
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

    /// Creates the refusal of a flag value, with the prefix of the flag library.
    fn invalid_argument(&self, value: &str, name: &str, cause: &str) -> StartRefusal {
        let text = format!(
            "invalid argument {} for \"--{name}\" flag: {cause}",
            quoted(value)
        );
        StartRefusal::flags(FLAG_LIBRARY, text, self.rules.confidence)
    }

    /// Checks the name of the cloud, which comes before the ranges are read.
    fn cloud(&self) -> Result<(), StartRefusal> {
        let provider = self.flags.cloud_provider.as_deref().unwrap_or_default();
        let off_gate = self.rules.clouds_off_gate;
        let switched_off = off_gate.is_some() && self.gate(off_gate);
        let allowed = self.rules.in_tree_clouds && !switched_off;
        if allowed || !REMOVED_CLOUDS.contains(&provider) {
            return Ok(());
        }
        let text = format!(
            "cloud provider {} was specified, but built-in cloud providers are disabled. Please set \
             --cloud-provider=external and migrate to an external cloud provider",
            quoted(provider)
        );
        Err(StartRefusal::flags("KCM-C", text, self.rules.confidence).about("cloud-provider"))
    }

    fn has_cloud(&self) -> bool {
        let provider = self.flags.cloud_provider.as_deref().unwrap_or_default();
        self.rules.in_tree_clouds && !matches!(provider, "" | "external")
    }

    fn cluster_cidrs(&self) -> Result<Vec<GoNet>, StartRefusal> {
        let rules = &self.rules;
        let list = self.flags.cluster_cidr.as_deref().unwrap_or_default();
        let mut cidrs = Vec::new();
        // The whole list is trimmed, its entries are not.
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
            // The text is not verified: the controller uses a cloud provider that does not exist.
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

    /// Returns whether a gate is on. A gate that cannot be switched counts as on.
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
        // A gate that is named takes precedence over its group, at any place in the list.
        given(gate.name)
            .or_else(|| given(gate.group))
            .unwrap_or(gate.default_on)
    }
}

/// Returns whether `strings.TrimSpace` removes the character.
fn is_go_space(c: char) -> bool {
    c.is_whitespace()
}

#[cfg(test)]
mod tests;
