//! systemd unit files (systemd.syntax(7), systemd.exec(5)).

/// An `Environment=` assignment over several lines, one argument a line. The value is split at blanks again where a
/// unit uses it as `$NAME`.
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
    use super::*;

    #[test]
    fn one_argument_a_line() {
        let arguments = ["--a=1", "--b=50%"].map(str::to_owned);
        assert_eq!(
            environment("ARGS", arguments.into_iter()),
            "Environment=\"ARGS=\\\n  --a=1 \\\n  --b=50%%\"\n"
        );
    }
}
