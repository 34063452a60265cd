//! Texts of a picture: escaped, with nothing invisible in them, measured and divided into lines.

use crate::report::display_width;

/// Characters that change the direction of what follows, or are not seen, by the names that Unicode gives them for short.
const INVISIBLE: &[(char, &str)] = &[
    ('\u{61c}', "ALM"),
    ('\u{200b}', "ZWSP"),
    ('\u{200e}', "LRM"),
    ('\u{200f}', "RLM"),
    ('\u{2028}', "LS"),
    ('\u{2029}', "PS"),
    ('\u{202a}', "LRE"),
    ('\u{202b}', "RLE"),
    ('\u{202c}', "PDF"),
    ('\u{202d}', "LRO"),
    ('\u{202e}', "RLO"),
    ('\u{2060}', "WJ"),
    ('\u{2066}', "LRI"),
    ('\u{2067}', "RLI"),
    ('\u{2068}', "FSI"),
    ('\u{2069}', "PDI"),
    ('\u{feff}', "BOM"),
];

/// Returns a text in which every character is seen: `⟦RLO⟧` in place of one that turns the direction.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match INVISIBLE.iter().find(|(known, _)| *known == c) {
            Some((_, name)) => out.push_str(&format!("⟦{name}⟧")),
            // XML has no form for most of them.
            None if c.is_control() || matches!(u32::from(c), 0xfffe | 0xffff) => {
                out.push_str(&format!("⟦U+{:04X}⟧", u32::from(c)));
            }
            None => out.push(c),
        }
    }
    out
}

/// Returns a visible text as the content of an element or the value of an attribute.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

/// A fount, as far as its width matters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Font {
    pub(super) size: f64,
    pub(super) mono: bool,
    pub(super) bold: bool,
}

impl Font {
    pub(super) const fn plain(size: f64) -> Font {
        Font {
            size,
            mono: false,
            bold: false,
        }
    }

    pub(super) const fn mono(size: f64) -> Font {
        Font {
            size,
            mono: true,
            bold: false,
        }
    }

    pub(super) const fn bold(self) -> Font {
        Font { bold: true, ..self }
    }

    /// Returns how wide a text is at most, in the founts that readers are likely to have.
    pub(super) fn width(self, text: &str) -> f64 {
        let narrow = match (self.mono, self.bold) {
            (true, _) => 0.61,
            (false, true) => 0.63,
            (false, false) => 0.57,
        };
        let em: f64 = text
            .chars()
            .map(|c| match display_width(c.encode_utf8(&mut [0; 4])) {
                0 => 0.0,
                1 => narrow,
                _ => 1.0,
            })
            .sum();
        em * self.size
    }
}

/// Returns a text that is not wider than `width`: its end is left out if there is no room.
pub(super) fn shortened(text: &str, font: Font, width: f64) -> String {
    let text = visible(text);
    if font.width(&text) <= width {
        return text;
    }
    let mut out = String::new();
    for c in text.chars() {
        out.push(c);
        if font.width(&out) + font.width("…") > width {
            out.pop();
            break;
        }
    }
    out.push('…');
    out
}

/// Whether a line may end before this character: not within words, addresses and numbers, and not before a closing mark.
fn may_break(before: char, next: char) -> bool {
    let is_wide = |c: char| display_width(c.encode_utf8(&mut [0; 4])) == 2;
    let closes = "、。，．・：；？！）」』】〕・ーっゃゅょッャュョ…";
    let opens = "（「『【〔";
    before == ' ' || ((is_wide(before) || is_wide(next)) && !closes.contains(next) && !opens.contains(before))
}

/// Divides a text into lines that are not wider than `width`, as far as what must not be broken allows.
pub(super) fn lines(text: &str, font: Font, width: f64) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut last = None;
    for c in visible(text).chars() {
        match pieces.last_mut() {
            Some(piece) if last.is_none_or(|before| !may_break(before, c)) => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
        last = Some(c);
    }
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if font.width(&format!("{line}{}", piece.trim_end())) <= width => {
                line.push_str(&piece)
            }
            _ => lines.push(piece),
        }
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

/// Divides a text as [`lines`] does, into lines of about the same length.
pub(super) fn balanced(text: &str, font: Font, width: f64) -> Vec<String> {
    let widest = lines(text, font, width);
    let mut best = widest.clone();
    // Steps of a twentieth are not seen.
    for step in 1..=8 {
        let narrower = lines(text, font, width * (1.0 - 0.05 * f64::from(step)));
        if narrower.len() > widest.len() {
            break;
        }
        best = narrower;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_the_direction_is_seen() {
        assert_eq!(visible("a\u{202e}b\u{7}c\u{fffe}"), "a⟦RLO⟧b⟦U+0007⟧c⟦U+FFFE⟧");
        assert_eq!(
            escape("<a href='x'>&\"\u{2066}"),
            "&lt;a href=&#39;x&#39;&gt;&amp;&quot;⟦LRI⟧"
        );
    }

    #[test]
    fn addresses_are_never_broken() {
        let font = Font::plain(14.0);
        let text = "fd00:10:244::/56 と 10.244.0.0/16 は fd00:10:244::/64 を共有しています。";
        let lines = lines(text, font, 120.0);
        for address in ["fd00:10:244::/56", "10.244.0.0/16", "fd00:10:244::/64"] {
            assert!(lines.iter().any(|line| line.contains(address)), "{lines:?}");
        }
        assert!(lines.len() > 2 && lines.iter().all(|line| !line.starts_with('。')));
        assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
    }

    #[test]
    fn a_long_name_ends_in_dots() {
        let font = Font::plain(12.0);
        let short = shortened(&"x".repeat(100), font, 60.0);
        assert!(short.ends_with('…') && font.width(&short) <= 60.0, "{short}");
        assert_eq!(shortened("office", font, 60.0), "office");
    }
}
