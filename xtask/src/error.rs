//! One error for all of it: a sentence for the person at the terminal.

use std::fmt;

/// What went wrong, as a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Error(String);

/// The result of anything here.
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

/// An error at once.
pub(crate) fn fail<T>(text: impl Into<String>) -> Result<T> {
    Err(Error::new(text))
}

/// Says what was being done when something failed.
pub(crate) trait Context<T> {
    fn context(self, doing: impl fmt::Display) -> Result<T>;
}

impl<T, E: fmt::Display> Context<T> for std::result::Result<T, E> {
    fn context(self, doing: impl fmt::Display) -> Result<T> {
        self.map_err(|error| Error(format!("{doing}: {error}")))
    }
}
