//! Comparisons, forecasts and migrations as text: for a terminal, as Markdown, as annotations of GitHub Actions.

use serde::{Deserialize, Serialize};

use crate::i18n::{Catalogue, Message};
use crate::report::markdown_syntax::{code, text};
use crate::report::{github_data, github_property, printable};

/// The format of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum ChangeFormat {
    /// For a terminal.
    #[default]
    Text,
    /// Markdown, as GitHub reads it.
    Markdown,
    /// Workflow commands of GitHub Actions, which become annotations of a pull request.
    Github,
}

/// The severity of an annotation.
#[derive(Clone, Copy)]
pub(crate) enum Annotation {
    Notice,
    Warning,
    Error,
}

/// A text that is being written in one language.
pub(crate) struct Page<'a> {
    pub(crate) out: String,
    pub(crate) catalogue: &'a Catalogue,
}

impl<'a> Page<'a> {
    pub(crate) fn new(catalogue: &'a Catalogue) -> Page<'a> {
        Page {
            out: String::new(),
            catalogue,
        }
    }

    /// Returns a message on one line of a terminal.
    pub(crate) fn plain(&self, message: &Message) -> String {
        printable(&self.catalogue.text(message))
    }

    pub(crate) fn say(&self, id: &'static str) -> String {
        self.plain(&Message::new(id))
    }

    /// Returns a message as Markdown: parameters, and what stands in backticks, are code.
    pub(crate) fn markdown(&self, message: &Message) -> String {
        let parts = self.catalogue.parts(message);
        parts
            .iter()
            .map(|part| {
                let is_code = part.param && part.text.chars().any(|c| !c.is_alphanumeric() && c != ' ');
                match is_code {
                    true => code(&part.text),
                    false => prose(&part.text),
                }
            })
            .collect()
    }

    pub(crate) fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    /// Writes a text of several lines, each of them indented.
    pub(crate) fn indented(&mut self, indent: &str, text: &str) {
        for line in text.lines() {
            let line = format!("{indent}{}", printable(line));
            self.line(line.trim_end());
        }
    }

    /// Writes a workflow command.
    pub(crate) fn annotation(&mut self, kind: Annotation, title: &str, text: &str) {
        let command = match kind {
            Annotation::Notice => "notice",
            Annotation::Warning => "warning",
            Annotation::Error => "error",
        };
        let line = format!(
            "::{command} title={}::{}",
            github_property(title),
            github_data(text)
        );
        self.line(&line);
    }
}

/// Returns a sentence in which pairs of backticks mark code.
fn prose(sentence: &str) -> String {
    if !sentence.matches('`').count().is_multiple_of(2) {
        return text(sentence);
    }
    sentence
        .split('`')
        .enumerate()
        .map(|(index, piece)| match index % 2 {
            0 => escaped(piece),
            _ => code(piece),
        })
        .collect()
}

/// Returns a piece of a sentence: what would begin a block stands in the middle of one.
fn escaped(piece: &str) -> String {
    let rest = piece.trim_start();
    let blanks = piece.len() - rest.len();
    format!("{}{}", " ".repeat(blanks), text(rest))
}
