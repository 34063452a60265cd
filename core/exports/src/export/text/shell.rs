//! Quoting and commands of the POSIX shell.

/// Returns a word in the form that the shell reads back. It has no quotes if no character in it is special.
pub(in crate::export) fn quote(word: &str) -> String {
    let plain = !word.is_empty()
        && word
            .bytes()
            .all(|c| c.is_ascii_alphanumeric() || b"_@%+=:,./-".contains(&c));
    if plain {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// Returns a command over several lines, one argument per line.
pub(in crate::export) fn command(program: &str, arguments: impl Iterator<Item = String>) -> String {
    let mut text = quote(program);
    for argument in arguments {
        text.push_str(" \\\n  ");
        text.push_str(&quote(&argument));
    }
    text.push('\n');
    text
}

/// A command of a script, with one argument per line. A word can take the value of a variable of the script.
#[derive(Clone, Debug)]
pub(in crate::export) struct Command(String);

impl Command {
    /// Creates a command whose first line is `words`: program, subcommand and names.
    pub(in crate::export) fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Command {
        Command(words.into_iter().map(quote).collect::<Vec<_>>().join(" "))
    }

    fn line(mut self, words: &str) -> Command {
        self.0.push_str(" \\\n  ");
        self.0.push_str(words);
        self
    }

    /// Adds an argument without a value.
    pub(in crate::export) fn switch(self, name: &str) -> Command {
        self.line(&quote(name))
    }

    /// Adds `name=value`.
    pub(in crate::export) fn flag(self, name: &str, value: impl std::fmt::Display) -> Command {
        self.line(&quote(&format!("{name}={value}")))
    }

    /// Adds `name=` with the value of a variable.
    pub(in crate::export) fn variable(self, name: &str, variable: &str) -> Command {
        self.line(&format!("{}\"${variable}\"", quote(&format!("{name}="))))
    }

    /// Adds an argument with several words.
    pub(in crate::export) fn words(self, name: &str, words: impl IntoIterator<Item = String>) -> Command {
        let words: Vec<String> = words.into_iter().map(|word| quote(&word)).collect();
        self.line(&format!("{} {}", quote(name), words.join(" ")))
    }

    /// Returns the text of the command, with a line break at its end.
    pub(in crate::export) fn render(&self) -> String {
        format!("{}\n", self.0)
    }

    /// Returns the assignment of the command's output to a variable.
    pub(in crate::export) fn into_variable(self, variable: &str) -> String {
        format!("{variable}=\"$({})\"\n", self.0)
    }
}

/// Returns a line that ends the script if the variable is not set.
pub(in crate::export) fn required(variable: &str) -> String {
    format!(": \"${{{variable}:?}}\"\n")
}

/// Returns a variable that can be set from outside.
pub(in crate::export) fn default(variable: &str, value: impl std::fmt::Display) -> String {
    format!("{variable}=\"${{{variable}:-{value}}}\"\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_quoted_where_they_have_to_be() {
        for (word, quoted) in [
            (
                "--cluster-cidr=10.244.0.0/16,fd00::/56",
                "--cluster-cidr=10.244.0.0/16,fd00::/56",
            ),
            ("", "''"),
            ("a b", "'a b'"),
            ("it's", r"'it'\''s'"),
            ("$HOME", "'$HOME'"),
            ("*", "'*'"),
        ] {
            assert_eq!(quote(word), quoted);
        }
    }

    #[test]
    fn variables_are_taken_from_the_script_and_nothing_else_is() {
        let command = Command::new(["az", "vnet", "create", "it's"])
            .variable("--group", "GROUP")
            .flag("--name", "$x")
            .words("--prefixes", ["10.0.0.0/8".to_owned(), "a b".to_owned()])
            .switch("--yes");
        let text = "az vnet create 'it'\\''s' \\\n  --group=\"$GROUP\" \\\n  '--name=$x' \\\n  --prefixes 10.0.0.0/8 'a b' \\\n  --yes";
        assert_eq!(command.render(), format!("{text}\n"));
        assert_eq!(command.into_variable("ID"), format!("ID=\"$({text})\"\n"));
        assert_eq!(required("REGION"), ": \"${REGION:?}\"\n");
        assert_eq!(default("NODES", 3), "NODES=\"${NODES:-3}\"\n");
    }

    proptest! {
        #[test]
        fn words_survive_a_shell(words in proptest::collection::vec("[ -~äß漢\n]{0,12}", 0..4)) {
            let line = words.iter().map(|word| quote(word)).collect::<Vec<_>>().join(" ");
            prop_assert_eq!(crate::components::words(&line), words);
        }
    }
}
