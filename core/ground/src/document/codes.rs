//! The codes of findings about the text of a plan file. A code is never reused. The sentences are in
//! `core/locales/<language>/file.ftl` under the code; an attribute holds the sentence of a special case.

use crate::diagnostic::{Component, Diagnostic, Location, Severity, Stage};
use crate::i18n::Message;

/// A code, and the properties that all of its findings share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// The code: `FILE001`.
    pub id: &'static str,
    /// The severity of its findings.
    pub severity: Severity,
    /// The id of the sentence that says what to do, in the catalogue.
    pub help: &'static str,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $severity:ident;)*) => {
        $($(#[$doc])* pub const $name: Code = Code {
            id: $id,
            severity: Severity::$severity,
            help: concat!($id, ".help"),
        };)*
        /// Every code, in ascending order.
        pub const ALL: &[Code] = &[$($name),*];
    };
}

codes! {
    /// The text is not YAML.
    SYNTAX = "FILE001", Error;
    /// The text is larger than 16 MiB.
    TOO_LARGE = "FILE002", Error;
    /// Lists and mappings are nested too deep.
    TOO_DEEP = "FILE003", Error;
    /// A key occurs twice in one mapping.
    DUPLICATE_KEY = "FILE004", Error;
    /// An alias that stands for nothing, for itself or for too much.
    ALIAS = "FILE005", Error;
    /// A merge key, `<<`, with a value that cannot be merged.
    MERGE_KEY = "FILE006", Error;
    /// A key that is not a string.
    KEY_NOT_STRING = "FILE007", Error;
    /// A tag that Kubernetes does not know.
    TAG = "FILE008", Error;
    /// A number that JSON cannot hold.
    NUMBER = "FILE009", Error;
    /// The text has more problems than are listed.
    TOO_MANY = "FILE010", Info;
    /// A field that the format does not have.
    UNKNOWN_FIELD = "FILE011", Error;
    /// A required field is absent.
    REQUIRED = "FILE012", Error;
    /// A value whose type differs from the field's.
    TYPE = "FILE013", Error;
    /// A number outside the range of the field.
    RANGE = "FILE014", Error;
    /// A word that is not one of the allowed ones.
    NOT_ONE_OF = "FILE015", Error;
    /// A text that the field's type cannot be read from.
    VALUE = "FILE016", Error;
    /// Full-width characters, read as their ASCII forms.
    FULL_WIDTH = "FILE017", Info;
    /// A template that has to be rendered before it is YAML.
    TEMPLATE = "FILE018", Error;
    /// The text has more values or documents than are read.
    TOO_MUCH = "FILE019", Error;
}

impl Code {
    /// Creates a code. Its help is the sentence `<id>.help` of the catalogue, given whole because a constant cannot join texts.
    pub const fn new(id: &'static str, severity: Severity, help: &'static str) -> Code {
        Code { id, severity, help }
    }

    /// Returns a finding of this code with its general sentence. Add the sentence's parameters to `message`.
    pub fn at(self, location: Location) -> Diagnostic {
        self.with(location, Message::new(self.id))
    }

    /// Returns a finding of this code with the sentence `message`.
    pub fn with(self, location: Location, message: Message) -> Diagnostic {
        Diagnostic {
            code: self.id,
            severity: self.severity,
            location,
            message,
            help: Some(Message::new(self.help)),
            upstream: None,
            component: Component::Planner,
            stage: Stage::Read,
            fixes: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Catalogue, LOCALES, complete};

    #[test]
    fn codes_are_unique_and_every_language_has_their_sentences() {
        for (i, code) in ALL.iter().enumerate() {
            assert_eq!(code.id, format!("FILE{:03}", i + 1));
            for locale in complete(LOCALES) {
                let catalogue = Catalogue::of(locale.tag);
                for id in [
                    code.id.to_owned(),
                    format!("{}.title", code.id),
                    format!("{}.help", code.id),
                ] {
                    assert!(catalogue.has(&id), "{} lacks {id}", locale.tag);
                }
            }
        }
    }
}
