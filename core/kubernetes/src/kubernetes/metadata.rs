//! The checks of an object's metadata in each version: names, labels, annotations, owners, managed fields.
//!
//! Sources are files of kubernetes/kubernetes or kubernetes/apimachinery at the tag of the row, named as in
//! [`super::service_api`].

use super::{Timeline, Version, row};

/// The texts about names and labels that are malformed. Each row has what the ones before it have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameTexts {
    /// "a DNS-1123 label …"
    Dns1123,
    /// "a lowercase RFC 1123 label …"
    LowercaseRfc1123,
    /// Names of ports "must contain at least one letter (a-z)" instead of "… letter or number (a-z, 0-9)".
    OneLetter,
    /// Labels with a dot "must not contain dots".
    NoDots,
    /// "a valid label key …" instead of "a qualified name …"; lengths are in bytes.
    LabelKeys,
}

/// The text about a value that is too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooLongText {
    /// "must have at most 5 characters"
    AtMostCharacters,
    /// "must have at most 5 bytes"
    AtMostBytes,
    /// "may not be more than 5 bytes"
    NotMoreThanBytes,
}

impl TooLongText {
    /// Returns the text about a limit in bytes.
    pub fn about(self, limit: usize) -> String {
        match self {
            TooLongText::AtMostCharacters => format!("must have at most {limit} characters"),
            TooLongText::AtMostBytes => format!("must have at most {limit} bytes"),
            TooLongText::NotMoreThanBytes => format!("may not be more than {limit} bytes"),
        }
    }
}

/// The texts about owner references and managed fields. Each row has what the ones before it have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OwnerTexts {
    /// "name must not be empty"; two controllers are told apart by name.
    Named,
    /// Two controllers are told apart by kind and name.
    WithKind,
    /// "must not be empty"
    Short,
    /// "Required value: must not be empty", at the place in the list; operations are listed.
    Required,
}

static NAME_TEXTS: Timeline<NameTexts> = Timeline::new(&[
    row(16, NameTexts::Dns1123, "apimachinery util/validation v1.19"),
    row(20, NameTexts::LowercaseRfc1123, "kubernetes/kubernetes#94182"),
    row(25, NameTexts::OneLetter, "apimachinery util/validation v1.25"),
    row(27, NameTexts::NoDots, "apimachinery util/validation v1.27"),
    row(
        35,
        NameTexts::LabelKeys,
        "apimachinery api/validate/content/kube.go v1.35",
    ),
]);
/// The gate of names of Services that start with a digit.
pub(super) const RELAXED_NAMES: &str = "RelaxedServiceNameValidation";
static RELAXED_SERVICE_NAMES: Timeline<bool> = Timeline::new(&[
    row(16, false, "val v1.16, ValidateServiceName"),
    row(36, true, "gates v1.36, RelaxedServiceNameValidation; KEP-5311"),
]);
static NAME_CHECKED_ON_UPDATE: Timeline<bool> = Timeline::new(&[
    row(16, true, "val v1.16, ValidateService"),
    row(34, false, "kubernetes/kubernetes#132339, val v1.34"),
]);
static TOO_LONG: Timeline<TooLongText> = Timeline::new(&[
    row(
        16,
        TooLongText::AtMostCharacters,
        "apimachinery field/errors.go v1.16",
    ),
    row(17, TooLongText::AtMostBytes, "apimachinery field/errors.go v1.17"),
    row(
        32,
        TooLongText::NotMoreThanBytes,
        "apimachinery field/errors.go v1.32",
    ),
]);
static OWNER_TEXTS: Timeline<OwnerTexts> = Timeline::new(&[
    row(
        16,
        OwnerTexts::Named,
        "apimachinery api/validation/objectmeta.go v1.16",
    ),
    row(
        26,
        OwnerTexts::WithKind,
        "apimachinery api/validation/objectmeta.go v1.26",
    ),
    row(
        34,
        OwnerTexts::Short,
        "apimachinery api/validation/objectmeta.go v1.34",
    ),
    row(
        37,
        OwnerTexts::Required,
        "apimachinery api/validation/objectmeta.go v0.37.0-beta.0",
    ),
]);
static MANAGED_FIELDS_INDEXED: Timeline<bool> = Timeline::new(&[
    row(16, false, "apimachinery apis/meta/v1/validation v1.16"),
    row(21, true, "apimachinery apis/meta/v1/validation v1.21"),
]);
static NAMESPACE_CHECKED_BEFORE_NAME: Timeline<bool> = Timeline::new(&[
    row(16, false, "apiserver endpoints/handlers/update.go v1.23"),
    row(24, true, "apiserver endpoints/handlers/update.go v1.24"),
]);

/// The checks of metadata in one version.
#[derive(Clone, Copy, Debug)]
pub struct MetadataRules {
    /// The texts about names that are malformed.
    pub name_texts: NameTexts,
    /// Whether the name of a Service may start with a digit.
    pub relaxed_names: bool,
    /// Whether an update checks the name again.
    pub name_checked_on_update: bool,
    /// The text about a value that is too long.
    pub too_long: TooLongText,
    /// The texts about owner references.
    pub owner_texts: OwnerTexts,
    /// Whether an error about managed fields names the place in the list.
    pub managed_fields_indexed: bool,
    /// Whether an update for another namespace is refused before one for another name.
    pub namespace_checked_before_name: bool,
}

impl MetadataRules {
    /// Returns the checks of that version with its default gates.
    pub fn at(version: Version) -> MetadataRules {
        MetadataRules {
            name_texts: NAME_TEXTS.at(version),
            relaxed_names: RELAXED_SERVICE_NAMES.at(version),
            name_checked_on_update: NAME_CHECKED_ON_UPDATE.at(version),
            too_long: TOO_LONG.at(version),
            owner_texts: OWNER_TEXTS.at(version),
            managed_fields_indexed: MANAGED_FIELDS_INDEXED.at(version),
            namespace_checked_before_name: NAMESPACE_CHECKED_BEFORE_NAME.at(version),
        }
    }
}
