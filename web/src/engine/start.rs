//! The crash forecast of the page: of a pasted text, or of the plan's own settings if no text is pasted.

use dualstack_core::components::{Effect, StartUpCheck, settings_at, start_checks_at};
use dualstack_core::kubernetes::Version;
use dualstack_core::request::ClusterPlan;
use dualstack_core::sources::{Checked, Text, check_texts};

/// The length of the longest text that is checked, in bytes.
pub const MOST_PASTED: usize = 1 << 20;

/// The result of a check.
#[derive(Clone, Debug, PartialEq)]
pub enum StartCheck {
    /// The starts of the components in the pasted text, and what is to be said about the text.
    Pasted(Checked),
    /// The starts of the plan's components, with its settings at that version.
    Own(Vec<StartUpCheck>),
    /// There is no text and no plan to check.
    Nothing,
    /// The pasted text is too long.
    TooLong,
}

/// The result of a component's start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The component starts and works.
    Starts,
    /// The component starts, but a requested function never works.
    NeverReady,
    /// The component exits.
    Exits,
}

/// Returns the worst effect of the checks that a component fails.
pub fn fate(found: &StartUpCheck) -> Fate {
    let has = |effect| found.failed_checks.iter().any(|failed| failed.effect == effect);
    if has(Effect::Fatal) {
        Fate::Exits
    } else if has(Effect::NeverReady) {
        Fate::NeverReady
    } else {
        Fate::Starts
    }
}

/// Checks the pasted text, or the plan if no text is pasted.
pub fn start_check(plan: Option<&ClusterPlan>, version: Version, pasted: &str) -> StartCheck {
    if pasted.len() > MOST_PASTED {
        return StartCheck::TooLong;
    }
    if !pasted.trim().is_empty() {
        return StartCheck::Pasted(check_texts(version, &[Text::pasted(pasted)]));
    }
    plan.map_or(StartCheck::Nothing, |plan| {
        let settings = settings_at(plan, version);
        StartCheck::Own(start_checks_at(plan, &settings, version))
    })
}

#[cfg(test)]
mod tests {
    use dualstack_core::diagnostic::Component;

    use super::*;
    use crate::engine::Analysis;
    use crate::views::planner::EXAMPLE;

    fn version(text: &str) -> Version {
        text.parse().unwrap()
    }

    #[test]
    fn the_plan_is_checked_when_nothing_is_pasted() {
        let example = Analysis::of(&EXAMPLE.into());
        let StartCheck::Own(found) = start_check(example.plan(), version("1.36"), " \n") else {
            panic!("not the plan");
        };
        let kubeadm = found.iter().filter(|check| check.component == Component::Kubeadm);
        assert_eq!((found.len(), kubeadm.count()), (5, 1), "{found:?}");
        assert!(found.iter().all(|check| fate(check) == Fate::Starts), "{found:?}");
        assert_eq!(start_check(None, version("1.36"), ""), StartCheck::Nothing);
    }

    #[test]
    fn a_pasted_unit_is_read_and_its_fate_told() {
        let unit = "[Service]\nExecStart=/usr/bin/kubelet --feature-gates=IPv6DualStack=true\n";
        let StartCheck::Pasted(found) = start_check(None, version("1.25"), unit) else {
            panic!("not pasted");
        };
        let found = found.checks;
        assert_eq!(fate(&found[0]), Fate::Exits);
        assert!(found[0].printed[0].contains("unrecognized feature gate: IPv6DualStack"));
        let long = "x".repeat(MOST_PASTED + 1);
        assert_eq!(start_check(None, version("1.25"), &long), StartCheck::TooLong);
        let StartCheck::Pasted(found) = start_check(None, version("1.25"), "hello") else {
            panic!("not pasted");
        };
        assert_eq!((found.checks.len(), found.diagnostics[0].code), (0, "READ001"));
    }
}
