//! The languages of a catalogue: which there are, what is compiled in, and what has come at run time.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::OnceLock;

use super::{Catalogue, EXPORTS, LOCALES};

/// A language and its catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Locale {
    /// The BCP 47 tag: `en`, `ja`.
    pub tag: &'static str,
    /// The name of the language in that language.
    pub name: &'static str,
    /// The Fluent sources that are compiled in, file name and text; none where they come at run time.
    pub sources: &'static [(&'static str, &'static str)],
}

impl Locale {
    /// Returns the file name of the first page of a folder of documentation: `README.md` in the first language.
    pub fn readme(&self) -> String {
        let is_first = LOCALES.first().is_some_and(|first| first.tag == self.tag);
        if is_first {
            "README.md".to_owned()
        } else {
            format!("README.{}.md", self.tag)
        }
    }
}

/// Makes a list of [`Locale`](crate::i18n::Locale)s, of every language of the project: `texts!("../locales",
/// ["ui.ftl"])` from `../locales/<tag>/ui.ftl`, a path from the source file that holds the call.
#[macro_export]
macro_rules! texts {
    ($folder:literal, $files:tt) => {
        $crate::languages!($crate::texts_of, ($folder, $files))
    };
}

/// The work of [`texts!`](crate::texts).
#[doc(hidden)]
#[macro_export]
macro_rules! texts_of {
    ([$first:literal: $first_name:literal $(, $tag:literal: $name:literal)* $(,)?], ($folder:literal, $files:tt)) => {
        &[
            $crate::i18n::Locale {
                tag: $first,
                name: $first_name,
                sources: $crate::texts_of!(@files $first, $folder, $files),
            },
            $($crate::i18n::Locale {
                tag: $tag,
                name: $name,
                sources: $crate::unless_provided!($crate::texts_of!(@files $tag, $folder, $files)),
            },)*
        ]
    };
    (@files $tag:literal, $folder:literal, [$($file:literal),+ $(,)?]) => {
        &[$(($file, include_str!(concat!($folder, "/", $tag, "/", $file)))),+]
    };
}

/// The sources given, where languages besides English are compiled in.
#[cfg(any(not(target_family = "wasm"), feature = "all-languages"))]
#[doc(hidden)]
#[macro_export]
macro_rules! unless_provided {
    ($sources:expr) => {
        $sources
    };
}

/// No sources: they come at run time.
#[cfg(not(any(not(target_family = "wasm"), feature = "all-languages")))]
#[doc(hidden)]
#[macro_export]
macro_rules! unless_provided {
    ($sources:expr) => {
        &[]
    };
}

/// Returns the best locale for a tag such as `ja-JP`. Returns the first of [`LOCALES`] if no locale fits.
pub fn negotiate(tag: &str) -> &'static Locale {
    negotiate_in(LOCALES, tag)
}

/// Returns the best of other locales for a tag, as [`negotiate`] does. The list has at least one locale.
pub(super) fn negotiate_in(locales: &'static [Locale], tag: &str) -> &'static Locale {
    #[allow(
        clippy::indexing_slicing,
        reason = "lists of locales are constants with at least one entry"
    )]
    find(locales, tag).unwrap_or(&locales[0])
}

fn find(locales: &'static [Locale], tag: &str) -> Option<&'static Locale> {
    let wanted = language(tag);
    locales
        .iter()
        .find(|locale| wanted.eq_ignore_ascii_case(language(locale.tag)))
}

/// Returns the language of a BCP 47 tag: `ja` of `ja-JP`, also as an operating system writes it, `ja_JP.UTF-8`.
fn language(tag: &str) -> &str {
    tag.split(['-', '_', '.']).next().unwrap_or_default()
}

thread_local! {
    // Keyed as the catalogues are: by the list of locales and the language.
    static PROVIDED: RefCell<BTreeMap<(usize, &'static str), Rc<str>>> = const { RefCell::new(BTreeMap::new()) };
}

/// Gives a list of locales ([`LOCALES`], or one that [`texts!`](crate::texts) has made) the messages of a language, as
/// Fluent source. They take the place of those given before, and go before those that are compiled in. Returns whether
/// the list has that language. Of a source with faults what can be read is used.
///
/// ```
/// use dualstack_ground::i18n::{Catalogue, LOCALES, Message, provide};
/// let message = Message::new("ADDR005.title");
/// provide(LOCALES, "ja", "ADDR005 = …\n    .title = 余分なビット\n");
/// assert_eq!(Catalogue::of("ja").text(&message), "余分なビット");
/// ```
pub fn provide(locales: &'static [Locale], tag: &str, source: impl Into<String>) -> bool {
    let Some(locale) = find(locales, tag) else {
        return false;
    };
    let source = Rc::from(source.into());
    PROVIDED.with_borrow_mut(|all| all.insert((locales.as_ptr().addr(), locale.tag), source));
    Catalogue::forget(locales, locale);
    true
}

/// What [`provide`] was given.
pub(super) fn provided(locales: &'static [Locale], locale: &Locale) -> Option<Rc<str>> {
    PROVIDED.with_borrow(|all| all.get(&(locales.as_ptr().addr(), locale.tag)).cloned())
}

/// Returns whether a list of locales has the language of a tag such as `ja-JP`, with its messages or without.
pub fn is_known(locales: &'static [Locale], tag: &str) -> bool {
    find(locales, tag).is_some()
}

/// Returns whether a list of locales has the messages of a language, compiled in or provided.
pub fn is_there(locales: &'static [Locale], tag: &str) -> bool {
    find(locales, tag).is_some_and(|locale| !locale.sources.is_empty() || provided(locales, locale).is_some())
}

/// [`EXPORTS`] once something has used it: the reference is set and not written, so that a module without exports does
/// not hold their texts.
static IN_USE: OnceLock<&'static [Locale]> = OnceLock::new();

/// Makes the catalogues of [`LOCALES`] find the messages of [`EXPORTS`] too. Everything that gives or shows such a
/// message calls it.
pub fn use_exports() {
    IN_USE.get_or_init(|| EXPORTS);
}

/// Returns the list that is searched too if one of these locales lacks a message. `None` if there is none.
pub(super) fn further(locales: &'static [Locale]) -> Option<&'static [Locale]> {
    let of_engine = std::ptr::eq(locales, LOCALES);
    IN_USE.get().copied().filter(|_| of_engine)
}
