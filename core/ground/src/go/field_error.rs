//! The errors of the Kubernetes API machinery, byte for byte.
//!
//! Models `apimachinery/pkg/util/validation/field/errors.go` (v1.16, v1.33, v1.34, v1.36) and
//! `apimachinery/pkg/util/errors`.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::quote::{json_quote, quote};

/// The syntax of a value inside an error. `ServiceApi::value_syntax` has the syntax of each version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueSyntax {
    /// Up to 1.33: `"x"`, `[]string{"a", "b"}`, `[]string(nil)`, `"null"` for a nil pointer.
    Go,
    /// From 1.34: `"x"`, `["a","b"]`, `null`.
    Json,
}

/// The type of a field error, which is also the reason of a Status cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldErrorKind {
    /// `Required value`
    Required,
    /// `Invalid value`
    Invalid,
    /// `Unsupported value`
    NotSupported,
    /// `Duplicate value`
    Duplicate,
    /// `Forbidden`
    Forbidden,
    /// `Too long`
    TooLong,
    /// `Internal error`
    InternalError,
}

impl FieldErrorKind {
    /// Returns the type as the message of the error prints it.
    pub const fn as_str(self) -> &'static str {
        match self {
            FieldErrorKind::Required => "Required value",
            FieldErrorKind::Invalid => "Invalid value",
            FieldErrorKind::NotSupported => "Unsupported value",
            FieldErrorKind::Duplicate => "Duplicate value",
            FieldErrorKind::Forbidden => "Forbidden",
            FieldErrorKind::TooLong => "Too long",
            FieldErrorKind::InternalError => "Internal error",
        }
    }

    /// Returns the type as `details.causes[].reason` of a Status prints it.
    pub const fn reason(self) -> &'static str {
        match self {
            FieldErrorKind::Required => "FieldValueRequired",
            FieldErrorKind::Invalid => "FieldValueInvalid",
            FieldErrorKind::NotSupported => "FieldValueNotSupported",
            FieldErrorKind::Duplicate => "FieldValueDuplicate",
            FieldErrorKind::Forbidden => "FieldValueForbidden",
            FieldErrorKind::TooLong => "FieldValueTooLong",
            FieldErrorKind::InternalError => "InternalError",
        }
    }

    /// Returns whether the error prints the value. `Required value`, `Forbidden`, `Too long` and `Internal error` do
    /// not.
    const fn prints_value(self) -> bool {
        !matches!(
            self,
            FieldErrorKind::Required
                | FieldErrorKind::Forbidden
                | FieldErrorKind::TooLong
                | FieldErrorKind::InternalError
        )
    }
}

/// The offending value, with what is needed to print it in both syntaxes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// A string of a named type, which the newer syntax prints as JSON.
    Text(String),
    /// A plain string, which both syntaxes print as `%q`.
    Plain(String),
    /// A list of strings of a Go type: `[]string`, `[]core.IPFamily`.
    List {
        /// The Go type with its brackets: `[]string`.
        go_type: &'static str,
        /// The entries.
        items: Vec<String>,
    },
    /// A nil slice of a Go type.
    NilList {
        /// The Go type with its brackets: `[]string`.
        go_type: &'static str,
    },
    /// A number.
    Number(i64),
    /// A boolean.
    Bool(bool),
    /// A nil pointer.
    Null,
    /// A struct or another value, spelled in both syntaxes.
    Raw {
        /// The value as Go's `%#v` prints it.
        go: String,
        /// The value as `json.Marshal` prints it.
        json: String,
    },
}

impl FieldValue {
    /// Returns a `[]string` value; an empty list prints as an empty list, not as nil.
    pub fn strings(items: impl IntoIterator<Item = impl Into<String>>) -> FieldValue {
        FieldValue::List {
            go_type: "[]string",
            items: items.into_iter().map(Into::into).collect(),
        }
    }

    fn write(&self, syntax: ValueSyntax, out: &mut String) {
        match (self, syntax) {
            (FieldValue::Text(text), ValueSyntax::Go) => quote(text, out),
            (FieldValue::Text(text), ValueSyntax::Json) => json_quote(text, out),
            (FieldValue::Plain(text), _) => quote(text, out),
            (FieldValue::Number(n), _) => {
                let _ = write!(out, "{n}");
            }
            (FieldValue::Bool(b), _) => {
                let _ = write!(out, "{b}");
            }
            (FieldValue::Raw { go, .. }, ValueSyntax::Go) => out.push_str(go),
            (FieldValue::Raw { json, .. }, ValueSyntax::Json) => out.push_str(json),
            (FieldValue::Null, ValueSyntax::Go) => out.push_str("\"null\""),
            (FieldValue::Null | FieldValue::NilList { .. }, ValueSyntax::Json) => out.push_str("null"),
            (FieldValue::NilList { go_type }, ValueSyntax::Go) => {
                let _ = write!(out, "{go_type}(nil)");
            }
            (FieldValue::List { go_type, items }, ValueSyntax::Go) => {
                out.push_str(go_type);
                write_list(out, items, ['{', '}'], ", ", quote);
            }
            (FieldValue::List { items, .. }, ValueSyntax::Json) => {
                write_list(out, items, ['[', ']'], ",", json_quote);
            }
        }
    }
}

fn write_list(
    out: &mut String,
    items: &[String],
    [open, close]: [char; 2],
    separator: &str,
    write: fn(&str, &mut String),
) {
    out.push(open);
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            out.push_str(separator);
        }
        write(item, out);
    }
    out.push(close);
}

/// One validation error of an API field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Type of the error.
    pub kind: FieldErrorKind,
    /// Field path, `spec.clusterIPs[1]`.
    pub field: String,
    /// The offending value; not printed by the types `Required value`, `Forbidden`, `Too long` and `Internal error`.
    pub value: FieldValue,
    /// The detail behind the last colon; may be empty.
    pub detail: String,
    /// This project's name of the check that fails, `SVC-25`; empty if the check has no name. It is not printed.
    pub check: &'static str,
}

impl FieldError {
    /// Creates an error of type `Invalid value`.
    pub fn invalid(field: impl Into<String>, value: FieldValue, detail: impl Into<String>) -> FieldError {
        FieldError {
            kind: FieldErrorKind::Invalid,
            field: field.into(),
            value,
            detail: detail.into(),
            check: "",
        }
    }

    /// Creates an error of type `Required value`.
    pub fn required(field: impl Into<String>, detail: impl Into<String>) -> FieldError {
        FieldError {
            kind: FieldErrorKind::Required,
            field: field.into(),
            value: FieldValue::Null,
            detail: detail.into(),
            check: "",
        }
    }

    /// Creates an error of type `Forbidden`.
    pub fn forbidden(field: impl Into<String>, detail: impl Into<String>) -> FieldError {
        FieldError {
            kind: FieldErrorKind::Forbidden,
            field: field.into(),
            value: FieldValue::Null,
            detail: detail.into(),
            check: "",
        }
    }

    /// Creates an error of type `Too long`.
    pub fn too_long(field: impl Into<String>, detail: impl Into<String>) -> FieldError {
        FieldError {
            kind: FieldErrorKind::TooLong,
            field: field.into(),
            value: FieldValue::Null,
            detail: detail.into(),
            check: "",
        }
    }

    /// Creates an error of type `Duplicate value`.
    pub fn duplicate(field: impl Into<String>, value: FieldValue) -> FieldError {
        FieldError {
            kind: FieldErrorKind::Duplicate,
            field: field.into(),
            value,
            detail: String::new(),
            check: "",
        }
    }

    /// Creates an error of type `Unsupported value` that lists the supported ones in the order given.
    pub fn not_supported(field: impl Into<String>, value: FieldValue, supported: &[&str]) -> FieldError {
        let mut detail = String::new();
        for (i, name) in supported.iter().enumerate() {
            detail.push_str(if i == 0 { "supported values: " } else { ", " });
            quote(name, &mut detail);
        }
        FieldError {
            kind: FieldErrorKind::NotSupported,
            field: field.into(),
            value,
            detail,
            check: "",
        }
    }

    /// Returns the same error with the name of the check that fails.
    ///
    /// ```
    /// use dualstack_ground::go::field_error::FieldError;
    /// let error = FieldError::required("spec.ports", "").checked_by("SVC-31");
    /// assert_eq!(error.check, "SVC-31");
    /// ```
    #[must_use]
    pub fn checked_by(mut self, check: &'static str) -> FieldError {
        self.check = check;
        self
    }

    /// Returns the error without its field, which is the message of a Status cause.
    pub fn body(&self, syntax: ValueSyntax) -> String {
        let mut text = self.kind.as_str().to_owned();
        if self.kind.prints_value() {
            text.push_str(": ");
            self.value.write(syntax, &mut text);
        }
        if !self.detail.is_empty() {
            text.push_str(": ");
            text.push_str(&self.detail);
        }
        text
    }

    /// Returns the whole error, `FIELD: TYPE: VALUE: DETAIL`.
    pub fn message(&self, syntax: ValueSyntax) -> String {
        format!("{}: {}", self.field, self.body(syntax))
    }
}

/// Joins texts as the API machinery does: a single text is printed alone, several as `[a, b]`, repeated ones once.
///
/// ```
/// use dualstack_ground::go::field_error::aggregate;
/// assert_eq!(aggregate(["a"]), "a");
/// assert_eq!(aggregate(["a", "b", "a"]), "[a, b]");
/// ```
pub fn aggregate(texts: impl IntoIterator<Item = impl Into<String>>) -> String {
    let mut seen = BTreeSet::new();
    let mut unique: Vec<String> = Vec::new();
    for text in texts {
        let text = text.into();
        if seen.insert(text.clone()) {
            unique.push(text);
        }
    }
    match <[String; 1]>::try_from(unique) {
        Ok([only]) => only,
        Err(several) if several.is_empty() => String::new(),
        Err(several) => format!("[{}]", several.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_printed_in_the_syntax_of_the_version() {
        let list = FieldValue::strings(["10.96.0.1", "fd00::1"]);
        for (value, go, json) in [
            (FieldValue::Text("<x>".into()), "\"<x>\"", "\"\\u003cx\\u003e\""),
            (FieldValue::Plain("<x>".into()), "\"<x>\"", "\"<x>\""),
            (
                list,
                "[]string{\"10.96.0.1\", \"fd00::1\"}",
                "[\"10.96.0.1\",\"fd00::1\"]",
            ),
            (
                FieldValue::NilList { go_type: "[]string" },
                "[]string(nil)",
                "null",
            ),
            (FieldValue::Null, "\"null\"", "null"),
            (FieldValue::Number(80), "80", "80"),
        ] {
            let error = FieldError::invalid("spec.x", value, "no");
            assert_eq!(
                error.message(ValueSyntax::Go),
                format!("spec.x: Invalid value: {go}: no")
            );
            assert_eq!(
                error.message(ValueSyntax::Json),
                format!("spec.x: Invalid value: {json}: no")
            );
        }
    }

    #[test]
    fn required_and_forbidden_print_no_value() {
        assert_eq!(
            FieldError::required("spec.ports", "").message(ValueSyntax::Go),
            "spec.ports: Required value"
        );
        assert_eq!(
            FieldError::forbidden("spec.clusterIPs", "may not be set").message(ValueSyntax::Json),
            "spec.clusterIPs: Forbidden: may not be set"
        );
        assert_eq!(
            FieldError::not_supported("f", FieldValue::Text("IPv5".into()), &["IPv4", "IPv6"])
                .body(ValueSyntax::Json),
            "Unsupported value: \"IPv5\": supported values: \"IPv4\", \"IPv6\""
        );
    }
}
