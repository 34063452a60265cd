//! systemd unit files (systemd.syntax(7), systemd.exec(5)).

/// Returns an `Environment=` assignment over several lines, one argument per line. The value is split at blanks again
/// where a unit uses it as `$NAME`.
pub(in crate::export) fn environment(name: &str, arguments: impl Iterator<Item = String>) -> String {
    let mut text = format!("Environment=\"{name}=");
    for argument in arguments {
        text.push_str("\\\n  ");
        // `%` starts a specifier, a quote or backslash ends or escapes within the quoted assignment.
        for c in argument.chars() {
            match c {
                '%' => text.push_str("%%"),
                '"' | '\\' => {
                    text.push('\\');
                    text.push(c);
                }
                c => text.push(c),
            }
        }
        text.push(' ');
    }
    if text.ends_with(' ') {
        text.pop();
    }
    text.push_str("\"\n");
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What systemd makes of the assignment: lines joined, escapes and specifiers undone, then split at blanks.
    fn arguments_of(text: &str) -> Vec<String> {
        let joined = text.replace("\\\n", " ");
        let quoted = joined.strip_prefix("Environment=\"ARGS=").unwrap();
        let mut value = String::new();
        let mut chars = quoted.chars();
        loop {
            match chars.next().unwrap() {
                '"' => break,
                '\\' => value.push(chars.next().unwrap()),
                '%' => {
                    assert_eq!(chars.next(), Some('%'));
                    value.push('%');
                }
                c => value.push(c),
            }
        }
        assert_eq!(chars.as_str(), "\n");
        value.split_whitespace().map(str::to_owned).collect()
    }

    proptest! {
        #[test]
        fn arguments_survive_a_unit(arguments in proptest::collection::vec("--[!-~]{1,12}", 0..5)) {
            let text = environment("ARGS", arguments.clone().into_iter());
            prop_assert_eq!(arguments_of(&text), arguments);
        }
    }

    #[test]
    fn one_argument_a_line() {
        let arguments = ["--a=1", "--b=50%"].map(str::to_owned);
        assert_eq!(
            environment("ARGS", arguments.into_iter()),
            "Environment=\"ARGS=\\\n  --a=1 \\\n  --b=50%%\"\n"
        );
    }
}
