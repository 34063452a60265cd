use serde::{Deserialize, Serialize};

use super::service::ServiceSpec;
use super::trace::Step;
use crate::go::field_error::{FieldError, ValueSyntax, aggregate};

/// What the API server does with a request.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(tag = "outcome", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Admission {
    /// It stores the object.
    Stored {
        /// The spec it stores.
        spec: Box<ServiceSpec>,
        /// The decisions on the way.
        trace: Vec<Step>,
        /// Warnings in the answer (from 1.27), as the server words them.
        warnings: Vec<String>,
    },
    /// It refuses.
    Refused {
        /// The answer.
        #[serde(flatten)]
        refusal: Refusal,
        /// The decisions on the way.
        trace: Vec<Step>,
    },
}

impl Admission {
    /// The spec, if the request was accepted.
    pub fn stored(&self) -> Option<&ServiceSpec> {
        match self {
            Admission::Stored { spec, .. } => Some(spec),
            Admission::Refused { .. } => None,
        }
    }

    /// The answer, if the request was refused.
    pub fn refused(&self) -> Option<&Refusal> {
        match self {
            Admission::Stored { .. } => None,
            Admission::Refused { refusal, .. } => Some(refusal),
        }
    }

    /// The decisions.
    pub fn trace(&self) -> &[Step] {
        match self {
            Admission::Stored { trace, .. } | Admission::Refused { trace, .. } => trace,
        }
    }
}

/// A Status that says no.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Refusal {
    /// The HTTP status code.
    pub code: u16,
    /// `Invalid`, `InternalError`, …
    pub reason: String,
    /// The Status message, byte for byte.
    pub message: String,
    /// `details.causes` of the Status.
    pub causes: Vec<Cause>,
}

/// One cause of a refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Cause {
    /// The field.
    pub field: String,
    /// `FieldValueInvalid`, …
    pub reason: String,
    /// The error without its field.
    pub message: String,
    #[serde(skip)]
    rule: &'static str,
}

/// The check of errors that have nothing to do with families.
const OTHER: &str = "SVC-validation";

impl Cause {
    /// The name of the check that fails, as rules list it in `covers`: `SVC-25`. `SVC-validation` for checks that have
    /// nothing to do with families.
    pub fn rule(&self) -> &'static str {
        if self.rule.is_empty() { OTHER } else { self.rule }
    }

    /// The cause as the server's message has it: the field, then the error.
    pub fn text(&self) -> String {
        if self.field.is_empty() {
            self.message.clone()
        } else {
            format!("{}: {}", self.field, self.message)
        }
    }
}

impl Refusal {
    /// 422: the fields of the Service are wrong (apimachinery `errors.NewInvalid`).
    pub(super) fn invalid(name: &str, errors: &[FieldError], syntax: ValueSyntax) -> Refusal {
        let causes = errors
            .iter()
            .map(|error| Cause {
                field: error.field.clone(),
                reason: error.kind.reason().to_owned(),
                message: error.body(syntax),
                rule: error.check,
            })
            .collect();
        let joined = aggregate(errors.iter().map(|error| error.message(syntax)));
        Refusal {
            code: 422,
            reason: "Invalid".to_owned(),
            message: format!("Service {name:?} is invalid: {joined}"),
            causes,
        }
    }

    /// 500 with a text (apimachinery `errors.NewInternalError`).
    pub(super) fn internal(text: String) -> Refusal {
        Refusal::internal_by("", text)
    }

    /// 500 with a text, by that check.
    pub(super) fn internal_by(check: &'static str, text: String) -> Refusal {
        Refusal {
            code: 500,
            reason: "InternalError".to_owned(),
            message: format!("Internal error occurred: {text}"),
            causes: vec![Cause {
                field: String::new(),
                reason: String::new(),
                message: text,
                rule: check,
            }],
        }
    }

    /// 500 for an error that is no API error.
    pub(super) fn unknown(text: String) -> Refusal {
        Refusal {
            code: 500,
            reason: String::new(),
            message: text,
            causes: Vec::new(),
        }
    }

    /// The handler dies. Recorded servers drop the connection; what the recovery filter writes is given here.
    pub(super) fn handler_panic() -> Refusal {
        Refusal::unknown("This request caused apiserver to panic. Look in the logs for details.".to_owned())
    }
}
