//! The rules as the page has them: behind its first view, since the plan can be drawn before it is checked.

use dualstack_core::diagnostic::{Diagnostic, Fix};
use dualstack_core::mend::{Fixed, apply_safe};
use dualstack_core::{Analysis as Stages, AnalyzeOptions};

/// What needs every rule. Only a module that calls [`Rules::linked`] holds them.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// Returns the findings of an analysis, without their fixes.
    pub findings: fn(&Stages) -> &[Diagnostic],
    /// Returns the fixes of one of the findings, by its index. They are tried for that.
    pub fixes: fn(&Stages, usize) -> &[Fix],
    /// Returns whether a safe fix is proposed for one of the findings, by its index.
    pub proposes_safely: fn(&Stages, usize) -> bool,
    /// Applies every safe fix.
    pub apply_safe: fn(&str, &AnalyzeOptions<'_>) -> Fixed,
}

impl Rules {
    /// Returns the rules of this module.
    pub const fn linked() -> Rules {
        Rules {
            findings: Stages::findings,
            fixes: Stages::fixes,
            proposes_safely: Stages::proposes_safely,
            apply_safe,
        }
    }

    /// Returns the rules. `None` until [`Rules::arrive`] was called.
    pub fn current() -> Option<Rules> {
        kept::current()
    }

    /// Takes the rules into use, for the analyses that are made from now on.
    pub fn arrive(self) {
        kept::keep(self);
    }
}

#[cfg(feature = "split")]
mod kept {
    use std::cell::Cell;

    use super::Rules;

    thread_local! {
        static RULES: Cell<Option<Rules>> = const { Cell::new(None) };
    }

    pub(super) fn current() -> Option<Rules> {
        RULES.get()
    }

    pub(super) fn keep(rules: Rules) {
        RULES.set(Some(rules));
    }
}

/// Without the split they are there from the start.
#[cfg(not(feature = "split"))]
mod kept {
    use super::Rules;

    pub(super) fn current() -> Option<Rules> {
        Some(Rules::linked())
    }

    pub(super) fn keep(_: Rules) {}
}
