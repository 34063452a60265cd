//! POSIX shell.

/// A word as the shell reads it back; plain where nothing in it is special.
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

/// A command over several lines, one argument a line.
pub(in crate::export) fn command(program: &str, arguments: impl Iterator<Item = String>) -> String {
    let mut text = quote(program);
    for argument in arguments {
        text.push_str(" \\\n  ");
        text.push_str(&quote(&argument));
    }
    text.push('\n');
    text
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

    proptest! {
        #[test]
        fn words_survive_a_shell(words in proptest::collection::vec("[ -~äß漢\n]{0,12}", 0..4)) {
            let line = words.iter().map(|word| quote(word)).collect::<Vec<_>>().join(" ");
            prop_assert_eq!(crate::components::paste::words(&line), words);
        }
    }
}
