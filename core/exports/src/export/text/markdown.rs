//! Comments and pictures of Markdown files.

/// Returns a comment, which a rendered page does not show.
pub(in crate::export) fn comment(text: &str) -> String {
    // Two hyphens could end it.
    format!("<!--\n{}\n-->\n", text.replace("--", "- -").replace("--", "- -"))
}

/// Returns a picture in a paragraph of its own.
pub(in crate::export) fn image(text: &str, path: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]");
    format!("![{escaped}]({path})\n")
}

/// Returns a text with a paragraph below its title, or before everything if it has none.
pub(in crate::export) fn below_title(text: &str, paragraph: &str) -> String {
    match text.split_once("\n\n").filter(|_| text.starts_with("# ")) {
        Some((title, rest)) => format!("{title}\n\n{paragraph}\n{rest}"),
        None => format!("{paragraph}\n{text}"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_comment_cannot_be_ended_from_within() {
        assert_eq!(comment("a --> b --->"), "<!--\na - -> b - - ->\n-->\n");
    }

    #[test]
    fn a_picture_stands_below_the_title() {
        assert_eq!(below_title("# a\n\nb\n", "![c](d)\n"), "# a\n\n![c](d)\n\nb\n");
        assert_eq!(below_title("b\n\nc\n", "![c](d)\n"), "![c](d)\n\nb\n\nc\n");
        assert_eq!(image("a [b] \\", "c.svg"), "![a \\[b\\] \\\\](c.svg)\n");
    }

    proptest! {
        #[test]
        fn comments_end_at_their_end(inner in "[->! a]{0,12}") {
            let written = comment(&inner);
            prop_assert_eq!(written.matches("--").count(), 2, "{}", written);
        }
    }
}
