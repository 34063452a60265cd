//! A file whose findings are written.

use crate::diagnostic::Diagnostic;
use crate::lint;

/// A file and what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct CheckedFile<'a> {
    /// Its name, as people know it.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
    /// What was found.
    pub diagnostics: &'a [Diagnostic],
}

/// The page of a rule; findings about the file itself have none.
pub(super) fn docs_of(code: &str) -> Option<String> {
    lint::rule(code).map(|rule| rule.meta.docs_url())
}
