//! Comments of Markdown files.

/// Returns a comment, which a rendered page does not show.
pub(in crate::export) fn comment(text: &str) -> String {
    // Two hyphens could end it.
    format!("<!--\n{}\n-->\n", text.replace("--", "- -").replace("--", "- -"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_comment_cannot_be_ended_from_within() {
        assert_eq!(comment("a --> b --->"), "<!--\na - -> b - - ->\n-->\n");
    }

    proptest! {
        #[test]
        fn comments_end_at_their_end(inner in "[->! a]{0,12}") {
            let written = comment(&inner);
            prop_assert_eq!(written.matches("--").count(), 2, "{}", written);
        }
    }
}
