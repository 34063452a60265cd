//! Quoting of strings in double quotes, as Go's `strconv` and `encoding/json` do it.

use std::fmt::Write as _;

/// Returns the text as `%q` (`strconv.Quote`) prints it.
///
/// ```
/// use dualstack_ground::go::quote::quoted;
/// assert_eq!(quoted("a\"b\u{7}"), r#""a\"b\a""#);
/// ```
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len().saturating_add(2));
    quote(text, &mut out);
    out
}

/// Appends the text as `%q` (`strconv.Quote`) prints it.
pub fn quote(text: &str, out: &mut String) {
    between_quotes(text, out, |c, out| match c {
        '\u{7}' => out.push_str("\\a"),
        '\u{8}' => out.push_str("\\b"),
        '\u{c}' => out.push_str("\\f"),
        '\u{b}' => out.push_str("\\v"),
        c if (c as u32) < 0x20 || c == '\u{7f}' => {
            let _ = write!(out, "\\x{:02x}", c as u32);
        }
        c if c.is_control() || matches!(c, '\u{feff}' | '\u{2028}' | '\u{2029}') => escape(c, out),
        c => out.push(c),
    });
}

/// Appends the text as `json.Marshal` prints a string: HTML characters are escaped too.
pub fn json_quote(text: &str, out: &mut String) {
    between_quotes(text, out, |c, out| match c {
        '\u{8}' => out.push_str("\\b"),
        '\u{c}' => out.push_str("\\f"),
        c if (c as u32) < 0x20 || matches!(c, '<' | '>' | '&' | '\u{2028}' | '\u{2029}') => escape(c, out),
        c => out.push(c),
    });
}

/// Writes the escapes that both share; every other character goes to `other`.
fn between_quotes(text: &str, out: &mut String, other: fn(char, &mut String)) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c => other(c, out),
        }
    }
    out.push('"');
}

fn escape(c: char, out: &mut String) {
    let _ = write!(out, "\\u{:04x}", c as u32);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_writers_escape_different_characters() {
        let both = |text: &str| {
            let mut json = String::new();
            json_quote(text, &mut json);
            (quoted(text), json)
        };
        for (text, go, json) in [
            ("a\"\\\n", r#""a\"\\\n""#, r#""a\"\\\n""#),
            ("\u{7}\u{b}", r#""\a\v""#, r#""\u0007\u000b""#),
            ("<&>", "\"<&>\"", r#""\u003c\u0026\u003e""#),
            ("\u{7f}\u{85}", r#""\x7f\u0085""#, "\"\u{7f}\u{85}\""),
            ("\u{2028}", r#""\u2028""#, r#""\u2028""#),
            ("日本", "\"日本\"", "\"日本\""),
        ] {
            assert_eq!(both(text), (go.to_owned(), json.to_owned()), "{text:?}");
        }
    }
}
