//! GitHub's Markdown: text, code and tables that show their input unchanged.

/// Returns a text in which nothing is markup. Line breaks become blanks.
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut start = true;
    for c in text.chars() {
        match c {
            c if c.is_control() => out.push(' '),
            // `#`, `+`, `-`, `=` and `~` begin blocks, `.` and `)` make a list of a number before them.
            '#' | '+' | '-' | '=' | '.' | ')' if start => {
                out.push('\\');
                out.push(c);
            }
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '!' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
        start = start && (c.is_ascii_digit() || c.is_whitespace() || c.is_control());
    }
    out
}

/// Returns a piece of code within a line, which may be in a table.
pub fn code(code: &str) -> String {
    let code: String = code
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if code.trim().is_empty() {
        return String::new();
    }
    let fence = "`".repeat(longest_run(&code) + 1);
    // Readers remove a blank at both ends.
    let blank = if code.starts_with(['`', ' ']) || code.ends_with(['`', ' ']) {
        " "
    } else {
        ""
    };
    format!("{fence}{blank}{code}{blank}{fence}")
}

/// Returns lines of code as a block.
pub fn block(language: &str, code: &str) -> String {
    let fence = "`".repeat((longest_run(code) + 1).max(3));
    // Files hold no tabs and carriage returns.
    let code = code.replace(['\t', '\r'], " ");
    format!("{fence}{language}\n{}\n{fence}\n", code.trim_end_matches('\n'))
}

fn longest_run(code: &str) -> usize {
    code.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Returns a table. The cells are Markdown already.
pub fn table(head: &[String], rows: &[Vec<String>]) -> String {
    // Within tables a pipe ends the cell even in code, and a backslash before it is removed first.
    let cell = |text: &String| {
        let mut out = String::with_capacity(text.len());
        let mut escaped = false;
        for c in text.chars() {
            if c == '|' && !escaped {
                out.push('\\');
            }
            escaped = c == '\\' && !escaped;
            out.push(c);
        }
        out
    };
    let line = |cells: &[String]| format!("| {} |\n", cells.iter().map(cell).collect::<Vec<_>>().join(" | "));
    let mut out = line(head);
    out.push_str(&format!("|{}\n", " --- |".repeat(head.len())));
    for row in rows {
        out.push_str(&line(row));
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Takes escapes off; a special character without one is markup.
    fn read(markdown: &str) -> Result<String, char> {
        let mut out = String::new();
        let mut characters = markdown.chars();
        while let Some(c) = characters.next() {
            match c {
                '\\' => {
                    let next = characters.next().filter(char::is_ascii_punctuation).ok_or('\\')?;
                    out.push(next);
                }
                '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '!' => return Err(c),
                c => out.push(c),
            }
        }
        Ok(out)
    }

    /// What stands in a code span (CommonMark 6.1).
    fn read_code(markdown: &str) -> Option<&str> {
        let fence = markdown.len() - markdown.trim_start_matches('`').len();
        let inner = markdown.get(fence..markdown.len() - fence)?;
        if longest_run(inner) >= fence {
            return None;
        }
        let strip = inner.starts_with(' ') && inner.ends_with(' ') && !inner.trim().is_empty();
        if strip {
            inner.get(1..inner.len() - 1)
        } else {
            Some(inner)
        }
    }

    #[test]
    fn markup_is_shown() {
        for (plain, markdown) in [
            ("a*b* [x](y) <b> &amp;", "a\\*b\\* \\[x\\](y) \\<b\\> \\&amp;"),
            ("# no heading", "\\# no heading"),
            ("- no item", "\\- no item"),
            ("12. no item", "12\\. no item"),
            ("/24 is 10.0.0.0", "/24 is 10.0.0.0"),
            ("two\nlines", "two lines"),
        ] {
            assert_eq!(text(plain), markdown);
        }
    }

    #[test]
    fn code_has_fences_long_enough() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("`a"), "`` `a ``");
        assert_eq!(code(""), "");
        assert_eq!(block("sh", "a\n````\n"), "`````sh\na\n````\n`````\n");
    }

    #[test]
    fn pipes_stay_in_their_cells() {
        let cells = [code("a|b"), text("a|b"), text("a\\|b")].to_vec();
        assert_eq!(
            table(&["x".to_owned(), "y".to_owned(), "z".to_owned()], &[cells]),
            "| x | y | z |\n| --- | --- | --- |\n| `a\\|b` | a\\|b | a\\\\\\|b |\n"
        );
    }

    proptest! {
        #[test]
        fn text_reads_back(plain in "[ -~äß漢]{0,20}") {
            prop_assert_eq!(read(&text(&plain)), Ok(plain));
        }

        #[test]
        fn code_reads_back(plain in "[a` |]{0,10}x[a` |]{0,10}") {
            let written = code(&plain);
            prop_assert_eq!(read_code(&written), Some(plain.as_str()));
        }
    }
}
