//! The error type of this program: a sentence for the user.

use std::fmt;

/// A failure as a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Error {
    text: String,
    is_missing: bool,
}

/// The result type of this program.
pub(crate) type Result<T = ()> = std::result::Result<T, Error>;

impl Error {
    pub(crate) fn new(text: impl Into<String>) -> Error {
        Error {
            text: text.into(),
            is_missing: false,
        }
    }

    /// Returns whether nothing was found wrong, because what it is looked up in is not there.
    pub(crate) fn is_missing(&self) -> bool {
        self.is_missing
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Returns an error with that text.
pub(crate) fn fail<T>(text: impl Into<String>) -> Result<T> {
    Err(Error::new(text))
}

/// Returns the error of a check that could not look, and says why. A stage is then neither passed nor failed.
pub(crate) fn not_checked<T>(why: impl Into<String>) -> Result<T> {
    Err(Error {
        text: why.into(),
        is_missing: true,
    })
}

/// Adds the action that failed to an error.
pub(crate) trait Context<T> {
    fn context(self, doing: impl fmt::Display) -> Result<T>;
}

impl<T, E: fmt::Display> Context<T> for std::result::Result<T, E> {
    fn context(self, doing: impl fmt::Display) -> Result<T> {
        self.map_err(|error| Error::new(format!("{doing}: {error}")))
    }
}
