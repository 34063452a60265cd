//! The form of an input: a text, and behind its last NUL byte the choices of a check. So a file of any kind is an input
//! whose choices are all the first ones, and mutations of either part leave the other as it is.

use std::borrow::Cow;

/// Decisions from bytes; the first of each where the bytes have ended.
#[derive(Clone, Debug)]
pub struct Choices<'a> {
    bytes: &'a [u8],
}

impl<'a> Choices<'a> {
    /// Creates the choices of some bytes.
    pub fn new(bytes: &'a [u8]) -> Choices<'a> {
        Choices { bytes }
    }

    /// Returns whether every further choice is the first one.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Returns the next byte.
    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.bytes.split_first() else {
            return 0;
        };
        self.bytes = rest;
        *first
    }

    /// Returns a number below a bound of at most 256.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::from(self.byte()) % bound.max(1)
    }

    /// Returns one of several things. `None` if there is none.
    pub fn of<'t, T>(&mut self, items: &'t [T]) -> Option<&'t T> {
        items.get(self.below(items.len()))
    }

    /// Returns a number of 64 bits.
    pub fn number(&mut self) -> u64 {
        (0..8).fold(0, |number, _| number << 8 | u64::from(self.byte()))
    }

    /// Returns a number of 128 bits.
    pub fn large_number(&mut self) -> u128 {
        u128::from(self.number()) << 64 | u128::from(self.number())
    }
}

/// Divides an input into its text and its choices.
pub(crate) fn text_and_choices(bytes: &[u8]) -> (Cow<'_, str>, Choices<'_>) {
    match bytes.iter().rposition(|byte| *byte == 0) {
        Some(at) => {
            let (text, choices) = bytes.split_at(at);
            (text_of(text), Choices::new(choices.get(1..).unwrap_or_default()))
        }
        None => (text_of(bytes), Choices::new(&[])),
    }
}

/// Returns the text of an input without choices. Bytes that are no text become replacement characters.
pub(crate) fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}
