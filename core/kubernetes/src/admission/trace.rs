use serde::Serialize;
use serde_json::Value;

use crate::diagnostic::Severity;
use crate::i18n::Message;
use crate::named::Named;

/// One decision of the API server. Decisions are in the order in which they are taken.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// The stable name of the rule that decides.
    pub rule: &'static str,
    /// The decision and its reason.
    pub message: Message,
    /// The field that the decision is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The values that the decision depends on, by field.
    #[serde(skip_serializing_if = "Named::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(type = "Record<string, unknown>"))]
    pub inputs: Named<Value>,
    /// The new value of the field; JSON null if it is cleared.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(type = "unknown"))]
    pub set: Option<Value>,
}

impl Step {
    /// Creates a decision by that rule.
    pub(super) fn new(rule: &'static str, message: Message) -> Step {
        Step {
            rule,
            message,
            field: None,
            inputs: Named::new(),
            set: None,
        }
    }

    /// Sets the field of the decision.
    #[must_use]
    pub(super) fn on(mut self, field: impl Into<String>) -> Step {
        self.field = Some(field.into());
        self
    }

    /// Adds a value that the decision depends on.
    #[must_use]
    pub(super) fn given(mut self, name: &'static str, value: impl Into<Value>) -> Step {
        self.look_at(name, value.into());
        self
    }

    #[inline(never)]
    fn look_at(&mut self, name: &'static str, value: Value) {
        self.inputs.insert(name, value);
    }

    /// Sets the new value of the field.
    #[must_use]
    pub(super) fn sets(mut self, value: impl Into<Value>) -> Step {
        self.set = Some(value.into());
        self
    }
}

/// A remark about a result.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Remark {
    /// The severity of the remark.
    pub severity: Severity,
    /// The text of the remark.
    pub message: Message,
    /// The field that the remark is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

impl Remark {
    /// Creates a remark of that severity.
    pub(super) fn new(severity: Severity, message: Message) -> Remark {
        Remark {
            severity,
            message,
            field: None,
        }
    }

    /// Sets the field of the remark.
    #[must_use]
    pub(super) fn on(mut self, field: impl Into<String>) -> Remark {
        self.field = Some(field.into());
        self
    }
}

/// Records a decision. Its sentence is built only if decisions are recorded.
macro_rules! step {
    ($cx:expr, $step:expr $(,)?) => {
        if $cx.traced {
            let step = $step;
            $cx.trace.push(step);
        }
    };
}
pub(super) use step;
