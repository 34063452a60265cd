//! Conversion of full-width characters, as Japanese, Chinese and Korean input methods type them, to ASCII.

use std::borrow::Cow;

/// Returns the text with full-width letters, digits and punctuation as ASCII. The result is borrowed if the text has
/// none.
///
/// ```
/// use dualstack_ground::document::normalise::normalise;
/// assert_eq!(normalise("１０．０．０．０／８"), "10.0.0.0/8");
/// ```
pub fn normalise(text: &str) -> Cow<'_, str> {
    if text.chars().any(|c| ascii_form(c).is_some()) {
        Cow::Owned(text.chars().map(|c| ascii_form(c).unwrap_or(c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

fn ascii_form(c: char) -> Option<char> {
    match c {
        // The block repeats `!` to `~` of ASCII in the same order.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        '\u{3000}' => Some(' '),
        // Ideographic full stop and comma, and their half-width forms.
        '\u{3002}' | '\u{ff61}' => Some('.'),
        '\u{3001}' | '\u{ff64}' => Some(','),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_forms_become_ascii_and_nothing_else_changes() {
        for (typed, read) in [
            ("１０．０．０．０／８", "10.0.0.0/8"),
            ("ｆｄ００：１０：：／５６", "fd00:10::/56"),
            ("１０。０。０。１", "10.0.0.1"),
            ("a，b、c", "a,b,c"),
            ("１．３６　", "1.36 "),
            ("～！", "~!"),
            ("｡､", ".,"),
        ] {
            assert_eq!(normalise(typed), read);
            assert!(matches!(normalise(typed), Cow::Owned(_)));
        }
        for text in ["", "10.0.0.0/8", "日本語", "カナｶﾅ", "é", "\u{ff5f}"] {
            assert!(
                matches!(normalise(text), Cow::Borrowed(same) if same == text),
                "{text}"
            );
        }
    }
}
