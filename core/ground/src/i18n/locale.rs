//! The languages of a catalogue: which there are, what is compiled in, and what has come at run time.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::{PoisonError, RwLock};

use super::{Catalogue, EXPORTS, LOCALES};

/// How far the texts of a language can be relied on. Each language declares it in [`languages!`](crate::languages).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Every message is there; tests fail where one is missing.
    Complete,
    /// No native speaker has read the texts yet, which this sentence says in the language itself. Messages may be
    /// missing: they are shown in English, and [`Catalogue::missing`] counts them.
    Unread(&'static str),
}

/// A language and its catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Locale {
    /// The BCP 47 tag: `en`, `ja`.
    pub tag: &'static str,
    /// The name of the language in that language.
    pub name: &'static str,
    /// How far its texts can be relied on.
    pub standing: Standing,
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

/// Returns the languages of which every message is there, of a list of locales.
pub fn complete(locales: &'static [Locale]) -> impl Iterator<Item = &'static Locale> {
    locales
        .iter()
        .filter(|locale| locale.standing == Standing::Complete)
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
    ([
        $first:literal: $first_name:literal Complete
        $(, $tag:literal: $name:literal $standing:ident $(($note:literal))?)* $(,)?
    ], ($folder:literal, $files:tt)) => {
        &[
            $crate::i18n::Locale {
                tag: $first,
                name: $first_name,
                standing: $crate::i18n::Standing::Complete,
                sources: $crate::texts_of!(@files $first, $folder, $files),
            },
            $($crate::i18n::Locale {
                tag: $tag,
                name: $name,
                standing: $crate::i18n::Standing::$standing $(($note))?,
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
///
/// A locale fits a tag of its language, unless both name a script and not the same one. Where none fits, one of the
/// language in another script is nearer than the first: `zh-TW` alone gets `zh-Hans`.
pub fn negotiate(tag: &str) -> &'static Locale {
    negotiate_in(LOCALES, tag)
}

/// Returns the best of other locales for a tag, as [`negotiate`] does. The list has at least one locale.
pub(super) fn negotiate_in(locales: &'static [Locale], tag: &str) -> &'static Locale {
    find(locales, tag).unwrap_or_else(|| first(locales))
}

/// Returns the locale for several wishes, most wanted first: that of the first wish that one fits, or else the nearest,
/// or else the first of the list, which has at least one locale.
///
/// ```
/// use dualstack_ground::i18n::{LOCALES, choose};
/// assert_eq!(choose(LOCALES, ["zh-CN", "zh", "en"]).tag, "zh-Hans");
/// // Browsers add `zh` behind `zh-TW`; that wish is of the same script.
/// assert_eq!(choose(LOCALES, ["zh-TW", "zh", "en-US", "en"]).tag, "en");
/// assert_eq!(choose(LOCALES, ["zh-TW", "zh"]).tag, "zh-Hans");
/// ```
pub fn choose<'a>(locales: &'static [Locale], wishes: impl IntoIterator<Item = &'a str>) -> &'static Locale {
    let wishes: Vec<&str> = wishes.into_iter().collect();
    let fitting = wishes.iter().enumerate().find_map(|(index, wish)| {
        let before = wishes.iter().take(index).rev();
        let script = script(wish).or_else(|| {
            before
                .filter(|earlier| language(earlier).eq_ignore_ascii_case(language(wish)))
                .find_map(|earlier| script(earlier))
        });
        fitting(locales, wish, script)
    });
    let nearest = || wishes.iter().find_map(|wish| find(locales, wish));
    fitting.or_else(nearest).unwrap_or_else(|| first(locales))
}

#[allow(
    clippy::indexing_slicing,
    reason = "lists of locales are constants with at least one entry"
)]
fn first(locales: &'static [Locale]) -> &'static Locale {
    &locales[0]
}

/// Returns the locale that fits a tag, or else one of its language.
fn find(locales: &'static [Locale], tag: &str) -> Option<&'static Locale> {
    fitting(locales, tag, script(tag)).or_else(|| of_language(locales, tag).next())
}

/// Returns the locale of the tag's language that is written in this script, as far as both are named.
fn fitting(locales: &'static [Locale], tag: &str, wanted: Option<&str>) -> Option<&'static Locale> {
    of_language(locales, tag).find(|locale| match (script(locale.tag), wanted) {
        (Some(own), Some(wanted)) => own.eq_ignore_ascii_case(wanted),
        _ => true,
    })
}

fn of_language(locales: &'static [Locale], tag: &str) -> impl Iterator<Item = &'static Locale> {
    let wanted = language(tag);
    locales
        .iter()
        .filter(move |locale| wanted.eq_ignore_ascii_case(language(locale.tag)))
}

/// Returns the subtags of a BCP 47 tag: `zh` and `TW` of `zh-TW`, also as an operating system writes it,
/// `zh_TW.UTF-8`.
fn subtags(tag: &str) -> impl Iterator<Item = &str> {
    tag.split('.').next().unwrap_or_default().split(['-', '_'])
}

/// Returns the language of a tag: `ja` of `ja-JP`.
fn language(tag: &str) -> &str {
    subtags(tag).next().unwrap_or_default()
}

/// Returns the script of a tag: the one it names, or that of the region, by the likely subtags of Unicode CLDR. Of
/// our languages only Chinese is written in several.
fn script(tag: &str) -> Option<&str> {
    let mut further = subtags(tag).skip(1);
    let is_chinese = language(tag).eq_ignore_ascii_case("zh");
    further.find_map(|subtag| match subtag.to_ascii_uppercase().as_str() {
        "CN" | "SG" if is_chinese => Some("Hans"),
        "HK" | "MO" | "TW" if is_chinese => Some("Hant"),
        _ => (subtag.len() == 4 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic())).then_some(subtag),
    })
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

/// The lists that are searched behind others, once something has asked for it: the reference is set and not written, so that
/// a module that never asks does not hold their texts.
static FURTHER: RwLock<Vec<Further>> = RwLock::new(Vec::new());

/// A list of locales, and the one that is searched behind it.
type Further = (&'static [Locale], &'static [Locale]);

/// Makes the catalogues of `locales` find the messages of `further` too. Of two lists for the same one the first stays.
pub fn extend(locales: &'static [Locale], further: &'static [Locale]) {
    if self::further(locales).is_none() {
        let mut lists = FURTHER.write().unwrap_or_else(PoisonError::into_inner);
        lists.push((locales, further));
    }
}

/// Makes the catalogues of [`LOCALES`] find the messages of [`EXPORTS`] too. Everything that gives or shows such a
/// message calls it.
pub fn use_exports() {
    extend(LOCALES, EXPORTS);
}

/// Returns the list that is searched too if one of these locales lacks a message. `None` if there is none.
pub(super) fn further(locales: &'static [Locale]) -> Option<&'static [Locale]> {
    let lists = FURTHER.read().unwrap_or_else(PoisonError::into_inner);
    let mut own = lists.iter().filter(|(list, _)| std::ptr::eq(*list, locales));
    own.next().map(|(_, further)| *further)
}
