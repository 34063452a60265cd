//! The error type of this program: a sentence for the user.

use std::fmt;

/// A failure as a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Error(String);

/// The result type of this program.
pub(crate) type Result<T = ()> = std::result::Result<T, Error>;

impl Error {
    pub(crate) fn new(text: impl Into<String>) -> Error {
        Error(text.into())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Returns an error with that text.
pub(crate) fn fail<T>(text: impl Into<String>) -> Result<T> {
    Err(Error::new(text))
}

/// Adds the action that failed to an error.
pub(crate) trait Context<T> {
    fn context(self, doing: impl fmt::Display) -> Result<T>;
}

impl<T, E: fmt::Display> Context<T> for std::result::Result<T, E> {
    fn context(self, doing: impl fmt::Display) -> Result<T> {
        self.map_err(|error| Error(format!("{doing}: {error}")))
    }
}
