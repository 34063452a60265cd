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
        c if c.is_ascii() || is_printable(c) => out.push(c),
        c => escape(c, out),
    });
}

/// Returns whether `strconv.IsPrint` holds for a character outside of ASCII: it is a letter, mark, number, punctuation or
/// symbol. Which of the code points that have no character yet get one depends on the version of Go.
fn is_printable(c: char) -> bool {
    // Rust has the same table. At the beginning of a text it escapes marks too, because they would join the quote.
    let behind_a_letter: String = ['a', c].iter().collect();
    behind_a_letter.escape_debug().nth(1) == Some(c)
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
    let _ = match c as u32 {
        code @ ..=0xffff => write!(out, "\\u{code:04x}"),
        code => write!(out, "\\U{code:08x}"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_shape_is_escaped_in_quotes_alone() {
        for (text, go) in [
            ("\u{a0}", r#""\u00a0""#),
            ("全\u{3000}角", r#""全\u3000角""#),
            ("\u{200b}", r#""\u200b""#),
            ("\u{ad}", r#""\u00ad""#),
            ("\u{e000}", r#""\ue000""#),
            ("\u{e0001}", r#""\U000e0001""#),
            ("e\u{301}", "\"e\u{301}\""),
            ("\u{301}", "\"\u{301}\""),
            ("😀'", "\"😀'\""),
        ] {
            let mut json = String::new();
            json_quote(text, &mut json);
            assert_eq!(
                (quoted(text).as_str(), json),
                (go, format!("\"{text}\"")),
                "{text:?}"
            );
        }
    }

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
