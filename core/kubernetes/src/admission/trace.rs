use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::diagnostic::Severity;
use crate::i18n::Message;

/// One decision of the API server, in the order it was taken.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// The rule behind the decision; stable.
    pub rule: &'static str,
    /// What was decided and why.
    pub message: Message,
    /// The field it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What was looked at, by field.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "wasm", tsify(type = "Record<string, unknown>"))]
    pub inputs: BTreeMap<&'static str, Value>,
    /// What the field was set to; JSON null where it was cleared.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(type = "unknown"))]
    pub set: Option<Value>,
}

impl Step {
    /// A decision by that rule.
    pub(super) fn new(rule: &'static str, message: Message) -> Step {
        Step {
            rule,
            message,
            field: None,
            inputs: BTreeMap::new(),
            set: None,
        }
    }

    /// About that field.
    #[must_use]
    pub(super) fn on(mut self, field: impl Into<String>) -> Step {
        self.field = Some(field.into());
        self
    }

    /// After looking at that value.
    #[must_use]
    pub(super) fn given(mut self, name: &'static str, value: impl Into<Value>) -> Step {
        self.look_at(name, value.into());
        self
    }

    #[inline(never)]
    fn look_at(&mut self, name: &'static str, value: Value) {
        self.inputs.insert(name, value);
    }

    /// Which set the field.
    #[must_use]
    pub(super) fn sets(mut self, value: impl Into<Value>) -> Step {
        self.set = Some(value.into());
        self
    }
}

/// Something worth knowing about a result.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Remark {
    /// How much it matters.
    pub severity: Severity,
    /// What it is.
    pub message: Message,
    /// The field it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

impl Remark {
    /// A remark of that weight.
    pub(super) fn new(severity: Severity, message: Message) -> Remark {
        Remark {
            severity,
            message,
            field: None,
        }
    }

    /// About that field.
    #[must_use]
    pub(super) fn on(mut self, field: impl Into<String>) -> Remark {
        self.field = Some(field.into());
        self
    }
}

/// Keeps a decision; it is put into words only where somebody wants to know.
macro_rules! step {
    ($cx:expr, $step:expr $(,)?) => {
        if $cx.traced {
            let step = $step;
            $cx.trace.push(step);
        }
    };
}
pub(super) use step;
