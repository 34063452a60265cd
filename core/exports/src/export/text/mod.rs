//! Quoting of formats other than YAML, each in one place.

pub(super) mod csv;
pub(super) mod hcl;
pub(super) mod markdown;
pub(super) mod shell;
pub(super) mod systemd;

/// Returns a text in which nothing ends a line for some reader, or changes the order in which people see it: each such
/// character is a space. A comment or a cell that holds it stays one.
///
/// YAML 1.1 ends a comment at U+0085, U+2028 and U+2029 too, and refuses the last two of its characters anywhere.
pub(super) fn one_line(text: &str) -> String {
    let is_one = |c: char| {
        c.is_control()
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if is_one(c) { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn nothing_ends_the_line_or_turns_it_around() {
        assert_eq!(one_line("a\nb\r\u{85}\u{2028}c\u{202e}d\u{ffff}"), "a b   c d ");
        assert_eq!(one_line("日本 é"), "日本 é");
    }
}
