//! The codes of what can be wrong with a plan file as a text: one table, never reused. The sentences are in
//! `core/locales/<language>/file.ftl` under the code; an attribute holds the sentence of a special case.

use crate::diagnostic::{Component, Diagnostic, Location, Severity, Stage};
use crate::i18n::Message;

/// A code and what is the same for each of its findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// `FILE001`
    pub id: &'static str,
    /// How bad.
    pub severity: Severity,
    /// Its place in the catalogue of messages that say what to do.
    pub help: &'static str,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $severity:ident;)*) => {
        $($(#[$doc])* pub const $name: Code = Code {
            id: $id,
            severity: Severity::$severity,
            help: concat!($id, ".help"),
        };)*
        /// Every code of a plan file.
        pub const ALL: &[Code] = &[$($name),*];
    };
}

codes! {
    /// The text is not YAML.
    SYNTAX = "FILE001", Error;
    /// The text is larger than 16 MiB.
    TOO_LARGE = "FILE002", Error;
    /// Lists and mappings stand in each other too deep.
    TOO_DEEP = "FILE003", Error;
    /// A key stands twice in one mapping.
    DUPLICATE_KEY = "FILE004", Error;
    /// An anchor or an alias.
    ALIAS = "FILE005", Error;
    /// A merge key, `<<`.
    MERGE_KEY = "FILE006", Error;
    /// A key that is not a string.
    KEY_NOT_STRING = "FILE007", Error;
    /// A tag that means nothing to Kubernetes.
    TAG = "FILE008", Error;
    /// A number that JSON cannot hold.
    NUMBER = "FILE009", Error;
    /// Reading found more than it lists.
    TOO_MANY = "FILE010", Info;
    /// A field that the plan file does not have.
    UNKNOWN_FIELD = "FILE011", Error;
    /// A field that must be there is not.
    REQUIRED = "FILE012", Error;
    /// A value of another type than the field has.
    TYPE = "FILE013", Error;
    /// A number outside its range.
    RANGE = "FILE014", Error;
    /// A word that is none of those allowed.
    NOT_ONE_OF = "FILE015", Error;
    /// A text that the field cannot be made from.
    VALUE = "FILE016", Error;
    /// Full-width characters, read as their ASCII forms.
    FULL_WIDTH = "FILE017", Info;
}

impl Code {
    /// A finding of this code with its plain sentence; parameters are added to `message`.
    pub fn at(self, location: Location) -> Diagnostic {
        self.with(location, Message::new(self.id))
    }

    /// A finding of this code with a sentence of its own.
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
    use crate::i18n::{Catalogue, LOCALES};

    #[test]
    fn codes_are_unique_and_every_language_has_their_sentences() {
        for (i, code) in ALL.iter().enumerate() {
            assert_eq!(code.id, format!("FILE{:03}", i + 1));
            for locale in LOCALES {
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
