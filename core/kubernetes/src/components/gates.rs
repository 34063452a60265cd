//! `--feature-gates`: the values that a version refuses, and the gates that are on afterwards.
//!
//! Models `component-base/featuregate/feature_gate.go` release-1.16 … release-1.36.

use super::check::{Effect, Sink};
use crate::diagnostic::{Component, Stage};
use crate::go::flags::Flags;
use crate::go::quote::quoted;
use crate::go::strconv::parse_bool;
use crate::kubernetes::gates::{self as gate_table, GateRow, GateSettings, GateStage, GateState};
use crate::kubernetes::{Confidence, Profile};

/// The gates after `--feature-gates`; gates that it does not name have their defaults.
pub(super) struct Gates<'a> {
    profile: &'a Profile,
    given: GateSettings,
}

impl<'a> Gates<'a> {
    /// Reads every `--feature-gates` of the flags and ignores entries that cannot be read.
    pub(super) fn of(flags: &Flags, profile: &'a Profile) -> Gates<'a> {
        let given = flags
            .all("feature-gates")
            .flat_map(|value| value.split(','))
            .filter_map(|pair| pair.split_once('='))
            .filter_map(|(name, value)| Some((name.trim().to_owned(), parse_bool(value.trim())?)))
            .collect();
        Gates { profile, given }
    }

    /// Returns whether the gate was switched on by name, independent of its default.
    pub(super) fn asked_for(&self, name: &str) -> bool {
        self.given.given(name) == Some(true)
    }

    /// Returns whether the gate is on: by its name, by `AllAlpha` or `AllBeta`, or by default.
    pub(super) fn enabled(&self, name: &str) -> bool {
        self.given.is_on(name, self.profile.version)
    }
}

enum Fault {
    Fatal(String, Confidence),
    Warning(String, Confidence),
}

fn set(profile: &Profile, component: Component, name: &str, on: bool) -> Option<Fault> {
    let warning = |pattern: &str, row: GateRow| {
        let text = pattern
            .replace("%s", name)
            .replace("%t", if on { "true" } else { "false" });
        Some(Fault::Warning(text, row.confidence))
    };
    match profile.gate(name) {
        GateState::Unknown => Some(Fault::Fatal(
            format!("unrecognized feature gate: {name}"),
            Confidence::Verified,
        )),
        // A fork may have gates of its own, so the text is not sure; every cloud's controller has some.
        GateState::Untracked if component == Component::CloudControllerManager => None,
        GateState::Untracked => gate_table::all_known(profile.version).then(|| {
            Fault::Fatal(
                format!("unrecognized feature gate: {name}"),
                Confidence::Unverified,
            )
        }),
        GateState::Known(row) if row.locked && row.on != on => Some(Fault::Fatal(
            format!(
                "cannot set feature gate {name} to {on}, feature is locked to {}",
                row.on
            ),
            row.confidence,
        )),
        GateState::Known(row) => match row.stage {
            GateStage::Ga => warning(profile.ga_gate_warning, row),
            GateStage::Deprecated => warning(profile.deprecated_gate_warning, row),
            GateStage::Alpha | GateStage::Beta => None,
        },
    }
}

/// A text and the confidence in it.
type Said = (String, Confidence);

/// Reads one value of `--feature-gates`. Returns the warnings, and the text of the first fault, which ends the start.
fn read(profile: &Profile, component: Component, value: &str) -> (Vec<Said>, Option<Said>) {
    let mut warnings = Vec::new();
    let mut pairs = Vec::new();
    for pair in value.split(',').filter(|pair| !pair.is_empty()) {
        let (name, on) = match pair.split_once('=') {
            None => {
                let text = format!("missing bool value for {}", pair.trim());
                return (warnings, Some((text, Confidence::Verified)));
            }
            Some((name, on)) => (name.trim(), on.trim()),
        };
        let Some(on) = parse_bool(on) else {
            let text = format!(
                "invalid value of {name}={on}, err: strconv.ParseBool: parsing {}: invalid syntax",
                quoted(on)
            );
            return (warnings, Some((text, Confidence::Verified)));
        };
        pairs.push((name, on));
    }
    for (name, on) in pairs {
        match set(profile, component, name, on) {
            Some(Fault::Fatal(text, confidence)) => return (warnings, Some((text, confidence))),
            Some(Fault::Warning(text, confidence)) => warnings.push((text, confidence)),
            None => {}
        }
    }
    (warnings, None)
}

/// Returns whether a component of that version reads its gates while it parses its flags. Others do so when all of them
/// are parsed.
fn while_parsing(sink: &Sink) -> bool {
    !matches!(sink.component, Component::KubeProxy | Component::Kubelet)
        && !sink.profile.apiserver.gates_before_options
}

/// Checks one `--feature-gates` in its place among the flags, if the component does so. Returns whether the start ended.
pub(super) fn parsed(value: &str, sink: &mut Sink) -> bool {
    while_parsing(sink) && one(value, sink)
}

/// Checks every `--feature-gates` that was not checked while the flags were parsed. Returns whether the start ended.
pub(super) fn check(flags: &Flags, sink: &mut Sink) -> bool {
    !while_parsing(sink) && flags.all("feature-gates").any(|value| one(value, sink))
}

fn one(value: &str, sink: &mut Sink) -> bool {
    let (warnings, fatal) = read(&sink.profile, sink.component, value);
    for (text, confidence) in warnings {
        sink.push_with("GATE-2", "", text, Stage::Start, Effect::Warning, confidence);
    }
    let Some((text, confidence)) = fatal else {
        return false;
    };
    let start = Stage::Start;
    match sink.component {
        Component::KubeProxy => {
            sink.push_with(
                "GATE-1",
                "failed complete: ",
                text,
                start,
                Effect::Fatal,
                confidence,
            );
        }
        Component::Kubelet => {
            let prefix = sink.profile.kubelet.gate_error_prefix;
            let confidence = confidence.min(Confidence::Unverified);
            sink.push_with("GATE-1", prefix, text, start, Effect::Fatal, confidence);
        }
        _ if sink.profile.apiserver.gates_before_options => {
            sink.push_with("GATE-1", "", text, start, Effect::Fatal, confidence);
        }
        _ => sink.invalid_argument("GATE-1", "feature-gates", value, &text),
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::{forecast, printed, warnings};
    use crate::kubernetes::Version;

    fn lines(minor: u8, component: Component, value: &str) -> (Vec<String>, Vec<String>) {
        let flags = Flags::from_args([format!("--feature-gates={value}")]);
        let refusals = forecast(Version::minor_version(minor), component, &flags.into());
        (printed(&refusals), warnings(&refusals))
    }

    #[test]
    fn unknown_and_locked_gates_end_the_start() {
        for (minor, value, line) in [
            (
                25,
                "IPv6DualStack=false",
                "Error: invalid argument \"IPv6DualStack=false\" for \"--feature-gates\" flag: unrecognized feature \
                 gate: IPv6DualStack",
            ),
            (
                23,
                "IPv6DualStack=false",
                "Error: invalid argument \"IPv6DualStack=false\" for \"--feature-gates\" flag: cannot set feature gate \
                 IPv6DualStack to false, feature is locked to true",
            ),
            (
                34,
                "MultiCIDRServiceAllocator=false",
                "cannot set feature gate MultiCIDRServiceAllocator to false, feature is locked to true",
            ),
            (
                20,
                "IPv6DualStack",
                "Error: invalid argument \"IPv6DualStack\" for \"--feature-gates\" flag: missing bool value for \
                 IPv6DualStack",
            ),
        ] {
            assert_eq!(
                lines(minor, Component::KubeApiserver, value).0,
                [line],
                "{minor} {value}"
            );
        }
        assert_eq!(
            lines(36, Component::KubeProxy, "KubeProxyIPVS=true").0,
            ["failed complete: unrecognized feature gate: KubeProxyIPVS"]
        );
    }

    #[test]
    fn settled_gates_only_warn() {
        let (fatal, warnings) = lines(24, Component::KubeScheduler, "IPv6DualStack=true");
        assert!(fatal.is_empty());
        assert_eq!(
            warnings,
            ["Setting GA feature gate IPv6DualStack=true. It will be removed in a future release."]
        );
        assert_eq!(
            lines(37, Component::KubeProxy, "KubeProxyIPVS=true").1[..1],
            ["Warning: setting deprecated feature gate. It will be removed in a future release."]
        );
    }

    #[test]
    fn groups_switch_gates_that_nobody_names() {
        let profile = Profile::resolve(Version::minor_version(20));
        let flags = Flags::from_args(["--feature-gates=AllAlpha=true,AllBeta=false"]);
        let gates = Gates::of(&flags, &profile);
        assert!(gates.enabled("IPv6DualStack"));
        assert!(!gates.enabled("EndpointSlice"));
        assert!(!gates.asked_for("IPv6DualStack"));
    }
}
