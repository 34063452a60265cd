//! A start-up check that fails: who refuses, with which text, when, and what it leads to.

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Component, Stage};
use crate::go::field_error::aggregate;
use crate::go::flags::{Flag, Flags};
use crate::go::quote::quoted;
use crate::go::strconv::{parse_bool, parse_i32};
use crate::kubernetes::{Confidence, Profile, Version, facts};
use crate::net::Cidr;
use crate::request::PlanSpec;

/// The effect of a failed check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Effect {
    /// The process exits, and its supervisor starts it again.
    Fatal,
    /// The process runs, but the requested function never works.
    NeverReady,
    /// The process writes a line to its log.
    Warning,
}

/// The field of a plan that a start-up check depends on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanField {
    /// `podCIDRs`
    #[default]
    PodCidrs,
    /// `serviceCIDRs`
    ServiceCidrs,
    /// `advertiseAddress`
    AdvertiseAddress,
}

impl PlanField {
    /// Returns the name of the field in `spec`.
    pub const fn as_str(self) -> &'static str {
        match self {
            PlanField::PodCidrs => "podCIDRs",
            PlanField::ServiceCidrs => "serviceCIDRs",
            PlanField::AdvertiseAddress => "advertiseAddress",
        }
    }

    /// Returns the ranges of that field. Empty for a field without ranges.
    pub fn ranges(self, spec: &PlanSpec) -> &[Cidr] {
        match self {
            PlanField::PodCidrs => &spec.pod_cidrs,
            PlanField::ServiceCidrs => &spec.service_cidrs,
            PlanField::AdvertiseAddress => &[],
        }
    }

    /// Returns the field of the plan that decides a flag, or a field of kubeadm's configuration.
    pub(super) fn behind(name: &str) -> PlanField {
        match name {
            "service-cluster-ip-range" | "serviceSubnet" => PlanField::ServiceCidrs,
            "advertise-address" => PlanField::AdvertiseAddress,
            _ => PlanField::PodCidrs,
        }
    }
}

/// A check that fails.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FailedCheck {
    /// Who refuses.
    pub component: Component,
    /// Stable name of the check: `KAS-7`.
    pub id: &'static str,
    /// What stands in front of the text on the printed line; several texts with the same one share a line.
    pub prefix: &'static str,
    /// The text, byte for byte.
    pub text: String,
    /// When it happens.
    pub stage: Stage,
    /// What it leads to.
    pub effect: Effect,
    /// How sure the text and the condition are.
    pub confidence: Confidence,
    /// The field of the plan it is about.
    #[serde(skip)]
    pub field: PlanField,
}

/// Returns the lines that a component prints when it exits at start. Texts with one prefix are aggregated as `[a,
/// b]`, and each line begins with its prefix.
pub fn printed(refusals: &[FailedCheck]) -> Vec<String> {
    let fatal: Vec<&FailedCheck> = refusals
        .iter()
        .filter(|refusal| refusal.effect == Effect::Fatal && refusal.stage <= Stage::Start)
        .collect();
    fatal
        .chunk_by(|a, b| a.prefix == b.prefix)
        .map(|line| {
            let prefix = line.first().map_or("", |refusal| refusal.prefix);
            format!(
                "{prefix}{}",
                aggregate(line.iter().map(|refusal| refusal.text.as_str()))
            )
        })
        .collect()
}

/// Returns the warnings among the failed checks, one text per line.
pub fn warnings(refusals: &[FailedCheck]) -> Vec<String> {
    refusals
        .iter()
        .filter(|refusal| refusal.effect == Effect::Warning)
        .map(|refusal| refusal.text.clone())
        .collect()
}

/// The collector of failed checks.
pub(super) struct Sink {
    /// The profile of the version.
    pub(super) profile: Profile,
    /// The component that is checked.
    pub(super) component: Component,
    /// Whether values come from a configuration file rather than from flags.
    pub(super) from_config: bool,
    /// The field of the plan that the present checks depend on.
    pub(super) field: PlanField,
    refusals: Vec<FailedCheck>,
}

impl Sink {
    /// An empty list of refusals of a component.
    pub(super) fn new(version: Version, component: Component, field: PlanField, from_config: bool) -> Sink {
        Sink {
            profile: Profile::resolve(version),
            component,
            from_config,
            field,
            refusals: Vec::new(),
        }
    }

    /// The refusals, in the order they were found.
    pub(super) fn into_refusals(self) -> Vec<FailedCheck> {
        self.refusals
    }

    /// Adds a failed check with all its properties.
    pub(super) fn push(
        &mut self,
        id: &'static str,
        prefix: &'static str,
        text: impl Into<String>,
        stage: Stage,
        effect: Effect,
    ) {
        let confidence = self.profile.check_confidence(id);
        self.push_with(id, prefix, text, stage, effect, confidence);
    }

    /// Adds a failed check with all its properties and its confidence.
    pub(super) fn push_with(
        &mut self,
        id: &'static str,
        prefix: &'static str,
        text: impl Into<String>,
        stage: Stage,
        effect: Effect,
        confidence: Confidence,
    ) {
        self.refusals.push(FailedCheck {
            component: self.component,
            id,
            prefix,
            text: text.into(),
            stage,
            effect,
            confidence,
            field: self.field,
        });
    }

    /// Adds a check that makes the process exit at start with that text.
    pub(super) fn fatal(&mut self, id: &'static str, text: impl Into<String>) {
        self.push(id, "", text, Stage::Start, Effect::Fatal);
    }

    /// Adds a check that writes a line to the log at start.
    pub(super) fn warn(&mut self, id: &'static str, text: impl Into<String>) {
        self.push(id, "", text, Stage::Start, Effect::Warning);
    }

    /// Adds a check of a flag whose value its parser refuses (`spf13/pflag`).
    pub(super) fn invalid_argument(&mut self, id: &'static str, flag: &str, value: &str, cause: &str) {
        let text = format!(
            "invalid argument {} for \"--{flag}\" flag: {cause}",
            quoted(value)
        );
        self.push(id, "Error: ", text, Stage::Start, Effect::Fatal);
    }

    /// Returns whether a failed check makes the process exit.
    pub(super) fn is_fatal(&self) -> bool {
        self.refusals
            .iter()
            .any(|refusal| refusal.effect == Effect::Fatal && refusal.stage <= Stage::Start)
    }

    /// Reads the flags in the order in which they are given and reports the first one that ends that: a flag that this version
    /// no longer has, does not have yet, or that never existed, or a value that `read` does not take. `read` returns the name
    /// of the check and the cause; `gates` checks a value of `--feature-gates`, if that is done here. Returns whether there is
    /// such a flag.
    pub(super) fn parse(
        &mut self,
        flags: &Flags,
        read: ReadValue,
        gates: fn(&str, &mut Sink) -> bool,
    ) -> bool {
        for flag in flags.iter() {
            if self.unknown_flag(&flag.name) {
                return true;
            }
            // The values of a configuration file are read elsewhere.
            let refused = read(flag).filter(|_| !self.from_config);
            if let Some((id, cause)) = refused {
                self.field = PlanField::behind(&flag.name);
                self.invalid_argument(id, &flag.name, &flag.value, &cause);
                return true;
            }
            if flag.name == "feature-gates" && gates(&flag.value, self) {
                return true;
            }
        }
        false
    }

    fn unknown_flag(&mut self, name: &str) -> bool {
        let version = self.profile.version;
        let name = format!("--{name}");
        let confidence = if let Some(removed) = facts::removed_flag(self.component, &name, version) {
            removed.confidence
        } else if facts::future_flag(self.component, &name, version).is_some()
            || facts::never_existed(self.component, &name)
        {
            Confidence::Verified
        } else {
            return false;
        };
        let text = format!("unknown flag: {name}");
        self.push_with("FLAG-1", "Error: ", text, Stage::Start, Effect::Fatal, confidence);
        true
    }
}

/// Returns why the flag library does not take the value of a flag, with the name of the check. `None` if it does.
pub(super) type ReadValue = fn(&Flag) -> Option<(&'static str, String)>;

/// Takes every value.
pub(super) fn any_value(_: &Flag) -> Option<(&'static str, String)> {
    None
}

/// Reads a whole number of 32 bits.
pub(super) fn int32(value: &str) -> Option<String> {
    let cause = parse_i32(value).err()?;
    Some(format!("strconv.ParseInt: parsing {}: {cause}", quoted(value)))
}

/// Reads a switch.
pub(super) fn boolean(value: &str) -> Option<String> {
    let unreadable = parse_bool(value).is_none();
    unreadable.then(|| format!("strconv.ParseBool: parsing {}: invalid syntax", quoted(value)))
}
