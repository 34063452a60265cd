use serde::{Deserialize, Serialize};

use super::service::ServiceSpec;
use super::trace::Step;
use crate::go::field_error::{FieldError, ValueSyntax, aggregate};

/// The answer of the API server to a request.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(tag = "outcome", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Admission {
    /// The API server stores the object.
    Stored {
        /// The spec that is stored.
        spec: Box<ServiceSpec>,
        /// The name that the server completed; absent if the request named the Service.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "wasm", tsify(optional))]
        name: Option<String>,
        /// The decisions that lead to the answer.
        trace: Vec<Step>,
        /// The warnings in the answer (from 1.27), in the server's words.
        warnings: Vec<String>,
    },
    /// The API server refuses the request.
    Refused {
        /// The refusal.
        #[serde(flatten)]
        refusal: Refusal,
        /// The decisions that lead to the answer.
        trace: Vec<Step>,
    },
}

impl Admission {
    /// Returns the stored spec. `None` if the request is refused.
    pub fn stored(&self) -> Option<&ServiceSpec> {
        match self {
            Admission::Stored { spec, .. } => Some(spec),
            Admission::Refused { .. } => None,
        }
    }

    /// Returns the refusal. `None` if the request is accepted.
    pub fn refused(&self) -> Option<&Refusal> {
        match self {
            Admission::Stored { .. } => None,
            Admission::Refused { refusal, .. } => Some(refusal),
        }
    }

    /// Returns the decisions that lead to the answer.
    pub fn trace(&self) -> &[Step] {
        match self {
            Admission::Stored { trace, .. } | Admission::Refused { trace, .. } => trace,
        }
    }
}

/// A Status that refuses a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Refusal {
    /// The HTTP status code.
    pub code: u16,
    /// The reason of the Status: `Invalid`, `InternalError`, …
    pub reason: String,
    /// The Status message, byte for byte.
    pub message: String,
    /// The causes, `details.causes` of the Status.
    pub causes: Vec<Cause>,
}

/// One cause of a refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Cause {
    /// The field path.
    pub field: String,
    /// The reason of the cause: `FieldValueInvalid`, …
    pub reason: String,
    /// The error without its field.
    pub message: String,
    #[serde(skip)]
    rule: &'static str,
}

/// The name of checks that have nothing to do with families.
const OTHER: &str = "SVC-validation";

impl Cause {
    /// Returns the name of the check that fails, as rules list it in `covers`: `SVC-25`. `SVC-validation` for checks
    /// that have nothing to do with families.
    pub fn rule(&self) -> &'static str {
        if self.rule.is_empty() { OTHER } else { self.rule }
    }

    /// Returns the cause as the server's message prints it: the field, then the error.
    pub fn text(&self) -> String {
        if self.field.is_empty() {
            self.message.clone()
        } else {
            format!("{}: {}", self.field, self.message)
        }
    }
}

/// The reason of a refusal because a Service of that name is stored.
pub(super) const ALREADY_EXISTS: &str = "AlreadyExists";

impl Refusal {
    /// Creates a refusal with code 422: fields of the Service are invalid (apimachinery `errors.NewInvalid`).
    pub(super) fn invalid(name: &str, errors: &[FieldError], syntax: ValueSyntax) -> Refusal {
        Refusal::invalid_object("Service", name, errors, syntax)
    }

    /// Creates a refusal with code 422: fields of an object of that kind are invalid. `kind` is followed by its group:
    /// `ServiceCIDR.networking.k8s.io`.
    pub(super) fn invalid_object(
        kind: &str,
        name: &str,
        errors: &[FieldError],
        syntax: ValueSyntax,
    ) -> Refusal {
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
            message: format!("{kind} {name:?} is invalid: {joined}"),
            causes,
        }
    }

    /// Creates a refusal with code 500 and a text (apimachinery `errors.NewInternalError`).
    pub(super) fn internal(text: String) -> Refusal {
        Refusal::internal_by("", text)
    }

    /// Creates a refusal with code 500 and a text, by that check.
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

    /// Creates a refusal with code 400: the object cannot be decoded (apimachinery `errors.NewBadRequest`).
    pub(super) fn bad_request(text: String) -> Refusal {
        Refusal {
            code: 400,
            reason: "BadRequest".to_owned(),
            causes: vec![Cause {
                field: String::new(),
                reason: String::new(),
                message: text.clone(),
                rule: "SVC-strict",
            }],
            message: text,
        }
    }

    /// Creates a refusal that has a reason and no causes.
    pub(super) fn status(code: u16, reason: &str, message: String) -> Refusal {
        Refusal {
            code,
            reason: reason.to_owned(),
            message,
            causes: Vec::new(),
        }
    }

    /// Creates a refusal with code 409: a Service of that name is stored (apimachinery `errors.NewAlreadyExists`).
    pub fn already_exists(name: &str) -> Refusal {
        Refusal::status(409, ALREADY_EXISTS, format!("services {name:?} already exists"))
    }

    /// Creates a refusal with code 500 for an error that is not an API error.
    pub(super) fn unknown(text: String) -> Refusal {
        Refusal {
            code: 500,
            reason: String::new(),
            message: text,
            causes: Vec::new(),
        }
    }

    /// Creates the refusal of a handler that panics. Recorded servers drop the connection; this is the text of the
    /// recovery filter.
    pub(super) fn handler_panic() -> Refusal {
        Refusal::unknown("This request caused apiserver to panic. Look in the logs for details.".to_owned())
    }
}
