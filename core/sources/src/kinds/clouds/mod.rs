//! Managed clusters: command lines, what the clouds say about a cluster, and variables of tools.

pub(super) mod aks;
pub(super) mod ansible;
pub(super) mod eks;
pub(super) mod gke;
mod hcl;
pub(super) mod terraform;

use crate::found::{Field, Found, Origin, Strength};
use crate::items::Lines;
use crate::text::words;

/// A command of a script, with the values that its variables have by default.
struct Command {
    /// The words behind the program.
    words: Vec<String>,
    /// The letters that stand for flags.
    letters: Letters,
    origin: Origin,
}

/// Letters of a tool, each with the name of the flag.
type Letters = &'static [(&'static str, &'static str)];

/// The tools whose flags people give by a letter.
const LETTERS: &[(&str, Letters)] = &[
    (
        "az",
        &[
            ("-n", "name"),
            ("-k", "kubernetes-version"),
            ("-c", "node-count"),
            ("-m", "max-pods"),
        ],
    ),
    ("eksctl", &[("-n", "name"), ("-N", "nodes")]),
];

impl Command {
    /// Returns the values of a flag: `--name=a`, `--name a b`, or `-n a` where the tool has a letter for it.
    fn values(&self, name: &str) -> Vec<String> {
        let letter = self.letters.iter().find(|(_, known)| *known == name);
        let given = self.values_of(&format!("--{name}"));
        match letter {
            Some((letter, _)) if given.is_empty() => self.values_of(letter),
            _ => given,
        }
    }

    fn values_of(&self, flag: &str) -> Vec<String> {
        let mut words = self.words.iter();
        while let Some(word) = words.next() {
            if let Some(value) = word.strip_prefix(flag).and_then(|rest| rest.strip_prefix('=')) {
                return value.split(',').map(str::to_owned).collect();
            }
            if word == flag {
                return words
                    .take_while(|word| !word.starts_with('-'))
                    .flat_map(|word| word.split(','))
                    .map(str::to_owned)
                    .collect();
            }
        }
        Vec::new()
    }

    /// Adds the values of a flag, unless one is a variable of the shell.
    fn fact(&self, name: &str, field: Field, found: &mut Found) {
        let values = self.values(name);
        if !values.iter().any(|value| value.contains('$')) {
            found.fact(field, values, Strength::Configured, self.place(name));
        }
    }

    fn place(&self, name: &str) -> Origin {
        Origin {
            path: format!("--{name}"),
            ..self.origin.clone()
        }
    }

    /// Returns whether the words of the command begin so: `container clusters create`. Flags may stand before them.
    fn is(&self, begin: &str) -> bool {
        self.end_of(begin).is_some()
    }

    /// Returns the number of words up to the end of those words. `None` if the command is another.
    fn end_of(&self, begin: &str) -> Option<usize> {
        let mut wanted = begin.split(' ').peekable();
        let mut takes_value = false;
        for (index, word) in self.words.iter().enumerate() {
            if wanted.peek() == Some(&word.as_str()) {
                wanted.next();
                if wanted.peek().is_none() {
                    return Some(index.saturating_add(1));
                }
            } else if !word.starts_with('-') && !takes_value {
                return None;
            }
            takes_value = word.starts_with('-') && !word.contains('=');
        }
        None
    }

    /// Returns the first word behind those that no flag can have: the name of what is made.
    fn operand(&self, begin: &str) -> Option<&str> {
        let behind = self.words.get(self.end_of(begin)?..)?;
        let mut takes_value = false;
        behind
            .iter()
            .find(|word| {
                let is_operand = !word.starts_with('-') && !takes_value;
                takes_value = word.starts_with('-') && !word.contains('=');
                is_operand
            })
            .map(String::as_str)
    }
}

/// Returns the commands of a script that run a program.
fn commands(lines: &Lines, program: &str, kind: &'static str) -> Vec<Command> {
    let mut variables: Vec<(String, String)> = Vec::new();
    let mut commands = Vec::new();
    for (number, line) in lines.lines() {
        let line = line.trim();
        // `NODE_COUNT="${NODE_COUNT:-40}"`
        if let Some((name, value)) = line.split_once('=')
            && let Some(default) = value
                .trim_matches('"')
                .strip_prefix(&format!("${{{name}:-"))
                .and_then(|rest| rest.strip_suffix('}'))
        {
            variables.push((format!("${name}"), default.to_owned()));
        }
        let mut own: Vec<String> = words(line);
        let Some(at) = own
            .iter()
            .position(|word| word.rsplit('/').next() == Some(program))
            .filter(|at| *at <= 2)
        else {
            continue;
        };
        let mut arguments = own.split_off(at.saturating_add(1));
        for word in &mut arguments {
            for (name, value) in &variables {
                if word.ends_with(name.as_str()) {
                    *word = word.replace(name.as_str(), value);
                }
            }
        }
        commands.push(Command {
            words: arguments,
            letters: LETTERS
                .iter()
                .find(|(tool, _)| *tool == program)
                .map_or(&[], |(_, letters)| letters),
            origin: lines.origin(kind, number, ""),
        });
    }
    commands
}

/// Adds the distribution, the cloud and the plugin that a managed cluster has.
fn managed(ids: (&str, &str, Option<&str>), origin: &Origin, found: &mut Found) {
    let (distribution, provider, plugin) = ids;
    found.fact(
        Field::Distribution,
        [distribution],
        Strength::Implied,
        origin.clone(),
    );
    found.fact(Field::Provider, [provider], Strength::Implied, origin.clone());
    found.fact(Field::Cni, plugin, Strength::Implied, origin.clone());
}
