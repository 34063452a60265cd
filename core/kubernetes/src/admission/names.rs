//! Checks of names by the API machinery, without a regular expression engine: apimachinery
//! `pkg/util/validation/validation.go` and `pkg/api/validation`.

use crate::go::field_error::{FieldError, FieldValue};
use crate::kubernetes::metadata::NameTexts;

fn is_alphanumeric(c: char) -> bool {
    c.is_ascii_alphanumeric()
}

/// Returns whether the first and last character meet `frame`, and the characters between them `inside`.
fn is_framed(text: &str, frame: fn(char) -> bool, inside: fn(char) -> bool) -> bool {
    text.chars().next().is_some_and(frame)
        && text.chars().last().is_some_and(frame)
        && text.chars().all(inside)
}

fn is_lower(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit()
}

fn is_label(text: &str) -> bool {
    is_framed(text, is_lower, |c| is_lower(c) || c == '-')
}

fn is_subdomain(text: &str) -> bool {
    text.split('.').all(is_label)
}

fn is_qualified_part(text: &str) -> bool {
    is_framed(text, is_alphanumeric, |c| {
        is_alphanumeric(c) || matches!(c, '-' | '_' | '.')
    })
}

fn too_long(max: usize, texts: NameTexts) -> String {
    let unit = if texts >= NameTexts::LabelKeys {
        "bytes"
    } else {
        "characters"
    };
    format!("must be no more than {max} {unit}")
}

const LABEL_PATTERN: &str = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const QUALIFIED_PATTERN: &str = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
const VALUE_PATTERN: &str = "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?";

fn pattern_error(message: &str, pattern: &str, examples: &[&str]) -> String {
    let examples: Vec<String> = examples.iter().map(|example| format!("'{example}', ")).collect();
    format!(
        "{message} (e.g. {}regex used for validation is '{pattern}')",
        examples.join(" or ")
    )
}

/// Returns the errors of a DNS label.
pub(super) fn label_errors(text: &str, texts: NameTexts) -> Vec<String> {
    let kind = if texts >= NameTexts::LowercaseRfc1123 {
        "a lowercase RFC 1123"
    } else {
        "a DNS-1123"
    };
    let mut errors = Vec::new();
    if text.len() > 63 {
        errors.push(too_long(63, NameTexts::Dns1123));
    }
    if texts >= NameTexts::NoDots && !is_label(text) && is_subdomain(text) {
        errors.push("must not contain dots".to_owned());
    } else if !is_label(text) {
        errors.push(pattern_error(
            &format!(
                "{kind} label must consist of lower case alphanumeric characters or '-', and must start and end with \
                 an alphanumeric character"
            ),
            LABEL_PATTERN,
            &["my-name", "123-abc"],
        ));
    }
    errors
}

/// Returns the errors of a DNS label that starts with a letter (RFC 1035).
pub(super) fn letter_label_errors(text: &str) -> Vec<String> {
    let mut errors = Vec::new();
    if text.len() > 63 {
        errors.push(too_long(63, NameTexts::Dns1123));
    }
    let starts_well = text.chars().next().is_some_and(|c| c.is_ascii_lowercase());
    if !starts_well || !is_label(text) {
        errors.push(pattern_error(
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic \
             character, and end with an alphanumeric character",
            "[a-z]([-a-z0-9]*[a-z0-9])?",
            &["my-name", "abc-123"],
        ));
    }
    errors
}

/// Returns the start of a name as it is checked: a dash at its end is allowed, because the server adds to it. The
/// API machinery (`maskTrailingDash`) takes the character before the dash away too.
pub(super) fn mask_trailing_dash(start: &str) -> String {
    match start.strip_suffix('-') {
        Some(rest) if !rest.is_empty() => {
            let kept = rest.char_indices().next_back().map_or(0, |(at, _)| at);
            format!("{}a", rest.get(..kept).unwrap_or_default())
        }
        _ => start.to_owned(),
    }
}

/// Returns the errors of a DNS subdomain that is a field of its own.
pub(super) fn subdomain_errors(text: &str, texts: NameTexts) -> Vec<String> {
    subdomain_errors_in(text, texts, NameTexts::Dns1123)
}

/// Returns the errors of a DNS subdomain, its length in the unit of `length_texts`.
fn subdomain_errors_in(text: &str, texts: NameTexts, length_texts: NameTexts) -> Vec<String> {
    let kind = if texts >= NameTexts::LowercaseRfc1123 {
        "a lowercase RFC 1123"
    } else {
        "a DNS-1123"
    };
    let mut errors = Vec::new();
    if text.len() > 253 {
        errors.push(too_long(253, length_texts));
    }
    if !is_subdomain(text) {
        errors.push(pattern_error(
            &format!(
                "{kind} subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and \
                 end with an alphanumeric character"
            ),
            &format!("{LABEL_PATTERN}(\\.{LABEL_PATTERN})*"),
            &["example.com"],
        ));
    }
    errors
}

/// Returns the errors of a name that may have a DNS prefix.
pub(super) fn qualified_name_errors(text: &str, texts: NameTexts) -> Vec<String> {
    let pattern = pattern_error(
        "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric \
         character",
        QUALIFIED_PATTERN,
        &["MyName", "my.name", "123-abc"],
    );
    let mut errors = Vec::new();
    let name = match text.split('/').collect::<Vec<_>>()[..] {
        [name] => name,
        [prefix, name] => {
            if prefix.is_empty() {
                errors.push("prefix part must be non-empty".to_owned());
            } else {
                errors.extend(
                    subdomain_errors_in(prefix, texts, texts)
                        .iter()
                        .map(|e| format!("prefix part {e}")),
                );
            }
            name
        }
        _ => {
            let kind = if texts >= NameTexts::LabelKeys {
                "valid label key"
            } else {
                "qualified name"
            };
            return vec![format!(
                "a {kind} {pattern} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"
            )];
        }
    };
    if name.is_empty() {
        errors.push("name part must be non-empty".to_owned());
    } else if name.len() > 63 {
        errors.push(format!("name part {}", too_long(63, texts)));
    }
    if !is_qualified_part(name) {
        errors.push(format!("name part {pattern}"));
    }
    errors
}

/// Returns the errors of the value of a label.
pub(super) fn label_value_errors(text: &str, texts: NameTexts) -> Vec<String> {
    let mut errors = Vec::new();
    if text.len() > 63 {
        errors.push(too_long(63, texts));
    }
    if !text.is_empty() && !is_qualified_part(text) {
        errors.push(pattern_error(
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must \
             start and end with an alphanumeric character",
            VALUE_PATTERN,
            &["MyValue", "my_value", "12345"],
        ));
    }
    errors
}

/// Returns the errors of the name of a port (RFC 6335).
pub(super) fn port_name_errors(text: &str, texts: NameTexts) -> Vec<String> {
    let mut errors = Vec::new();
    if text.len() > 15 {
        errors.push(too_long(15, NameTexts::Dns1123));
    }
    if text.is_empty() || !text.chars().all(|c| is_lower(c) || c == '-') {
        errors.push("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)".to_owned());
    }
    if !text.chars().any(|c| c.is_ascii_lowercase()) {
        let letter = if texts >= NameTexts::OneLetter {
            "must contain at least one letter (a-z)"
        } else {
            "must contain at least one letter or number (a-z, 0-9)"
        };
        errors.push(letter.to_owned());
    }
    if text.contains("--") {
        errors.push("must not contain consecutive hyphens".to_owned());
    }
    if text.starts_with('-') || text.ends_with('-') {
        errors.push("must not begin or end with a hyphen".to_owned());
    }
    errors
}

/// Returns one field error per text, at that field.
pub(super) fn at_field(field: &str, value: &str, details: Vec<String>) -> impl Iterator<Item = FieldError> {
    details
        .into_iter()
        .map(move |detail| FieldError::invalid(field, FieldValue::Plain(value.to_owned()), detail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_judged_as_the_patterns_say() {
        for (text, label, subdomain) in [
            ("web", true, true),
            ("web-1", true, true),
            ("example.com", false, true),
            ("-web", false, false),
            ("Web", false, false),
            ("a..b", false, false),
            ("", false, false),
        ] {
            assert_eq!(
                label_errors(text, NameTexts::LowercaseRfc1123).is_empty(),
                label,
                "{text:?}"
            );
            assert_eq!(
                subdomain_errors(text, NameTexts::LowercaseRfc1123).is_empty(),
                subdomain,
                "{text:?}"
            );
        }
        assert!(qualified_name_errors("example.com/My_Name", NameTexts::LowercaseRfc1123).is_empty());
        assert_eq!(
            qualified_name_errors("/x", NameTexts::LowercaseRfc1123),
            ["prefix part must be non-empty"]
        );
        assert_eq!(
            qualified_name_errors("a/b/c", NameTexts::LowercaseRfc1123).len(),
            1
        );
        assert!(label_value_errors("", NameTexts::LowercaseRfc1123).is_empty());
        assert_eq!(
            port_name_errors("http--x", NameTexts::LabelKeys),
            ["must not contain consecutive hyphens"]
        );
        assert_eq!(
            port_name_errors("80", NameTexts::LowercaseRfc1123),
            ["must contain at least one letter or number (a-z, 0-9)"]
        );
        assert_eq!(
            port_name_errors("80", NameTexts::OneLetter),
            ["must contain at least one letter (a-z)"]
        );
    }

    #[test]
    fn a_length_is_in_bytes_only_where_a_label_is_checked() {
        let long = "x".repeat(254);
        assert_eq!(
            subdomain_errors(&long, NameTexts::LabelKeys),
            ["must be no more than 253 characters"]
        );
        assert_eq!(
            qualified_name_errors(&format!("{long}/x"), NameTexts::LabelKeys),
            ["prefix part must be no more than 253 bytes"]
        );
        assert_eq!(
            letter_label_errors(&"x".repeat(64)),
            ["must be no more than 63 characters"]
        );
    }

    #[test]
    fn a_service_name_starts_with_a_letter() {
        assert!(letter_label_errors("web-1").is_empty());
        for name in ["1web", "-web", "web-", "Web", "web_1", "web.x", ""] {
            assert_eq!(letter_label_errors(name).len(), 1, "{name:?}");
        }
        assert_eq!(
            letter_label_errors("9"),
            [
                "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic \
                 character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for \
                 validation is '[a-z]([-a-z0-9]*[a-z0-9])?')"
            ]
        );
    }

    #[test]
    fn a_dash_at_the_end_of_a_start_takes_a_character_with_it() {
        for (start, masked) in [
            ("web-", "wea"),
            ("web", "web"),
            ("-", "-"),
            ("a-", "a"),
            ("9-", "a"),
        ] {
            assert_eq!(mask_trailing_dash(start), masked);
        }
    }

    #[test]
    fn examples_are_listed_as_the_api_machinery_lists_them() {
        assert_eq!(
            label_errors("A", NameTexts::LowercaseRfc1123),
            [
                "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start \
              and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is \
              '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
            ]
        );
    }
}
