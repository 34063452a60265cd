//! Messages in the languages of the project. Rust code names a message and its parameters; the sentence is in
//! `core/locales/<language>/*.ftl` (Fluent). The languages are listed in [`languages!`](crate::languages).
//!
//! English is compiled in. The other languages are so outside of WASM; there, files with them are given at run time
//! ([`provide`]), unless the feature `all-languages` is on. A message that a language lacks is shown in English.

mod locale;
mod messages;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::named::Named;
use crate::net::{AddressCount, Cidr, IpFamily};

use self::locale::negotiate_in;
pub use self::locale::{
    Locale, Standing, choose, complete, extend, is_known, is_there, negotiate, provide, use_exports,
};
use self::messages::{Messages, Nested};

/// Calls a macro with the languages of the project, `["en": "English" Complete, …]`, and with what is given behind its
/// name. Each has its tag, its own name and its [`Standing`]. [`texts!`](crate::texts) makes lists of [`Locale`]s of
/// it, `cargo xtask gen` the TypeScript type.
#[macro_export]
macro_rules! languages {
    ($($then:tt)::+, $given:tt) => {
        $($then)::+!([
            "en": "English" Complete,
            "ja": "日本語" Complete,
            "zh-Hans": "简体中文" Unread("尚未经母语者审阅"),
            "ko": "한국어" Unread("아직 원어민이 검토하지 않음"),
        ], $given)
    };
}

/// The languages with what the engine says; the first is the one that is used where another lacks something.
///
/// A `static`: of a constant each crate that reads it gets a copy, here of all texts.
pub static LOCALES: &[Locale] = crate::texts!(
    "../../../locales",
    [
        "api.ftl",
        "checklist.ftl",
        "components.ftl",
        "explain.ftl",
        "file.ftl",
        "needs.ftl",
        "plan.ftl",
        "report.ftl",
        "rules/addr.ftl",
        "rules/cap.ftl",
        "rules/cni.ftl",
        "rules/dns.ftl",
        "rules/egr.ftl",
        "rules/lb.ftl",
        "rules/mig.ftl",
        "rules/node.ftl",
        "rules/ord.ftl",
        "rules/prx.ftl",
        "rules/start.ftl",
        "rules/svc.ftl",
        "rules/ver.ftl",
        "rules/win.ftl",
        "service.ftl",
    ]
);

/// The languages with what exports, the Markdown report, the import, the search for an address, the map and
/// changes of a plan say. Only a module that writes those holds it: whoever shows one of these messages calls
/// [`use_exports`] first.
pub static EXPORTS: &[Locale] = crate::texts!(
    "../../../locales",
    [
        "change.ftl",
        "draw.ftl",
        "export.ftl",
        "export/addresses.ftl",
        "export/balancers.ftl",
        "export/clouds.ftl",
        "export/components.ftl",
        "export/documents.ftl",
        "export/egress.ftl",
        "export/installers.ftl",
        "export/objects.ftl",
        "export/plugins.ftl",
        "export/policies.ftl",
        "export/tools.ftl",
        "fleet.ftl",
        "import.ftl",
        "render.ftl",
        "whose.ftl",
    ]
);

/// A parameter of a message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum Param {
    /// A number, which chooses plural forms.
    Number(i64),
    /// A text, which is never translated.
    Text(String),
}

impl From<String> for Param {
    fn from(text: String) -> Self {
        Param::Text(text)
    }
}

impl From<&str> for Param {
    #[inline(never)]
    fn from(text: &str) -> Self {
        Param::Text(text.to_owned())
    }
}

macro_rules! param_from {
    (number: $($number:ty),*; text: $($text:ty),*) => {
        $(impl From<$number> for Param { fn from(n: $number) -> Self { Param::Number(i64::from(n)) } })*
        $(impl From<$text> for Param {
            // Called from everywhere: formatting is not repeated at each place.
            #[inline(never)]
            fn from(value: $text) -> Self { Param::Text(value.to_string()) }
        })*
    };
}
param_from!(number: u8, u16, u32, i32, i64; text: Cidr, IpFamily, std::net::IpAddr);

impl From<usize> for Param {
    fn from(n: usize) -> Self {
        Param::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<AddressCount> for Param {
    /// Converts small counts to numbers, which plural forms need, and large ones to texts with powers.
    #[inline(never)]
    fn from(count: AddressCount) -> Self {
        match count
            .to_u128()
            .and_then(|n| i64::try_from(n).ok())
            .filter(|n| *n < 1 << 32)
        {
            Some(n) => Param::Number(n),
            None => Param::Text(count.short()),
        }
    }
}

/// A message that is not text yet: an id of the catalogue and its parameters. It is serialised with its text, see
/// [`speaking`].
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// The Fluent id, with `.attribute` if it names an attribute.
    pub id: Cow<'static, str>,
    /// Parameters by name.
    pub params: Named<Param>,
    /// What is said along with it, in order: each with the id of the sentence that joins it, see [`Message::and`].
    pub tail: Vec<(&'static str, Message)>,
}

/// The JSON form of a message.
#[cfg(feature = "wasm")]
#[derive(tsify::Tsify, Serialize)]
pub struct MessageJson {
    /// The stable id of the message in the catalogue.
    pub id: String,
    /// The sentence in the language of the call.
    pub text: String,
    /// The sentence in parts, with each parameter as a part.
    pub parts: Vec<Part>,
    /// The parameters of the message, by name.
    pub params: BTreeMap<String, Param>,
}

impl Message {
    /// Creates the message `id` without parameters.
    pub fn new(id: impl Into<Cow<'static, str>>) -> Message {
        Message {
            id: id.into(),
            params: Named::new(),
            tail: Vec::new(),
        }
    }

    /// Adds a message that is said along with it. The message `joint` of the catalogue joins the two: `$first` is what is
    /// said so far, `$next` the other message and `$code` the part of its id before the dot.
    pub fn and(&mut self, joint: &'static str, next: Message) {
        self.tail.push((joint, next));
    }

    /// Returns the message with one more parameter.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Param>) -> Message {
        self.set(name, value.into());
        self
    }

    #[inline(never)]
    fn set(&mut self, name: &'static str, value: Param) {
        self.params.insert(name, value);
    }
}

/// A part of a rendered message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Part {
    /// The text of the part.
    pub text: String,
    /// Whether the part is a parameter (an address, a flag, a number), which is shown left to right and as code.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub param: bool,
}

thread_local! {
    static SPEAKING: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// Runs `work` with messages serialised in the language of `tag`, a BCP 47 tag. Results carry [`Message`]s, not text:
/// the language matters only when they are serialised. Calls may be nested.
///
/// ```
/// use dualstack_ground::i18n::{Message, speaking};
/// let message = Message::new("ADDR005.title");
/// let english = speaking("en", || serde_json::to_value(&message).unwrap());
/// let japanese = speaking("ja", || serde_json::to_value(&message).unwrap());
/// assert_eq!(english["text"], "Host bits in a range");
/// assert_eq!(japanese["text"], "範囲にホストビットがある");
/// ```
pub fn speaking<T>(tag: &str, work: impl FnOnce() -> T) -> T {
    let _spoken = Spoken::start(tag);
    work()
}

/// A language while it is spoken.
struct Spoken;

impl Spoken {
    #[inline(never)]
    fn start(tag: &str) -> Spoken {
        SPEAKING.with_borrow_mut(|stack| stack.push(negotiate(tag).tag));
        Spoken
    }
}

impl Drop for Spoken {
    #[inline(never)]
    fn drop(&mut self) {
        SPEAKING.with_borrow_mut(Vec::pop);
    }
}

/// Returns the catalogue of the language that [`speaking`] set, and outside of it that of the first language.
fn spoken() -> Rc<Catalogue> {
    Catalogue::of(
        SPEAKING
            .with_borrow(|stack| stack.last().copied())
            .unwrap_or_default(),
    )
}

impl Serialize for Message {
    /// Writes `{ id, text, parts, params }` in the language that [`speaking`] set, and outside of it in the first
    /// language.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let catalogue = spoken();
        let parts = catalogue.parts(self);
        let text: String = parts.iter().map(|part| part.text.as_str()).collect();
        let mut out = serializer.serialize_struct("Message", 4)?;
        out.serialize_field("id", &self.id)?;
        out.serialize_field("text", &text)?;
        out.serialize_field("parts", &parts)?;
        out.serialize_field("params", &self.params)?;
        out.end()
    }
}

/// The messages of one language.
pub struct Catalogue {
    locale: &'static Locale,
    locales: &'static [Locale],
    messages: Messages,
}

thread_local! {
    // One catalogue a language and thread: parsing a catalogue costs more than a whole analysis.
    // The key is the list of locales (the page has a list besides this crate's) and the language.
    static CATALOGUES: RefCell<BTreeMap<(usize, &'static str), Rc<Catalogue>>> = const { RefCell::new(BTreeMap::new()) };
}

impl Catalogue {
    /// Returns the catalogue of a language tag, with the fallback of [`negotiate`].
    pub fn of(tag: &str) -> Rc<Catalogue> {
        Catalogue::of_locales(LOCALES, tag)
    }

    /// Returns the catalogue of a language tag from another list of locales than [`LOCALES`], such as that of the
    /// page. The first entry of the list is the fallback.
    pub fn of_locales(locales: &'static [Locale], tag: &str) -> Rc<Catalogue> {
        let locale = negotiate_in(locales, tag);
        CATALOGUES.with_borrow_mut(|all| {
            Rc::clone(
                all.entry((locales.as_ptr().addr(), locale.tag))
                    .or_insert_with(|| Rc::new(Catalogue::load(locales, locale))),
            )
        })
    }

    fn load(locales: &'static [Locale], locale: &'static Locale) -> Catalogue {
        let mut messages = Messages::default();
        for (_, source) in locale.sources {
            // A test parses every file; at run time the readable part of a file is used.
            messages.add(source);
        }
        if let Some(provided) = locale::provided(locales, locale) {
            messages.add(&provided);
        }
        Catalogue {
            locale,
            locales,
            messages,
        }
    }

    /// Returns the locale of this catalogue.
    pub fn locale(&self) -> &'static Locale {
        self.locale
    }

    /// Returns whether the catalogue has the id, `message` or `message.attribute`. Its fallback does not count.
    pub fn has(&self, id: &str) -> bool {
        self.has_own(id)
            || locale::further(self.locales)
                .is_some_and(|further| Catalogue::of_locales(further, self.locale.tag).has_own(id))
    }

    /// Returns how many messages of the first language this one lacks, each attribute counted by itself. What
    /// [`extend`] has added is counted too.
    pub fn missing(&self) -> usize {
        let lacking = |locales: &'static [Locale]| {
            let first = Catalogue::of_locales(locales, "");
            first.messages.ids().filter(|id| !self.has(id)).count()
        };
        lacking(self.locales) + locale::further(self.locales).map_or(0, lacking)
    }

    fn has_own(&self, id: &str) -> bool {
        self.messages.has(id)
    }

    /// Returns the message as plain text.
    pub fn text(&self, message: &Message) -> String {
        self.parts(message).into_iter().map(|part| part.text).collect()
    }

    /// Returns the message in parts, with each parameter as a part. An id that no language has is shown as itself.
    pub fn parts(&self, message: &Message) -> Vec<Part> {
        let own = self.found(message, &[]).unwrap_or_else(|| {
            vec![Part {
                text: message.id.clone().into_owned(),
                param: false,
            }]
        });
        let whole = message.tail.iter().fold(own, |first, (joint, next)| {
            let code = next.id.split_once('.').map_or(&*next.id, |(id, _)| id);
            let joined = Message::new(*joint).with("code", code);
            self.found(&joined, &[("first", first), ("next", self.parts(next))])
                .unwrap_or_default()
        });
        self.without_empty(whole)
    }

    /// Says in words that a parameter is empty where it stands between backticks.
    fn without_empty(&self, mut parts: Vec<Part>) -> Vec<Part> {
        for part in parts
            .iter_mut()
            .filter(|part| part.text.contains(messages::EMPTY))
        {
            let empty = self.found(&Message::new("value-empty"), &[]).unwrap_or_default();
            let empty: String = empty.into_iter().map(|part| part.text).collect();
            part.text = part
                .text
                .replace(&format!("`{}`", messages::EMPTY), &empty)
                .replace(messages::EMPTY, "");
        }
        parts.retain(|part| !part.text.is_empty());
        parts
    }

    /// Forgets what was loaded, so that it is loaded with what has come since.
    fn forget(locales: &'static [Locale], locale: &'static Locale) {
        CATALOGUES.with_borrow_mut(|all| all.remove(&(locales.as_ptr().addr(), locale.tag)));
    }

    /// Returns the message in this language, or in the first one if this one lacks it. `nested` are parameters that are
    /// sentences themselves.
    fn found(&self, message: &Message, nested: &Nested) -> Option<Vec<Part>> {
        self.found_in(self.locale, message, nested).or_else(|| {
            let first = self.locales.first()?;
            (first.tag != self.locale.tag).then(|| self.found_in(first, message, nested))?
        })
    }

    /// Returns the message in a language, of this catalogue or of those that belong to it.
    fn found_in(&self, locale: &Locale, message: &Message, nested: &Nested) -> Option<Vec<Part>> {
        let own = if locale.tag == self.locale.tag {
            self.own(message, nested)
        } else {
            Catalogue::of_locales(self.locales, locale.tag).own(message, nested)
        };
        own.or_else(|| {
            let further = locale::further(self.locales)?;
            Catalogue::of_locales(further, locale.tag).own(message, nested)
        })
    }

    fn own(&self, message: &Message, nested: &Nested) -> Option<Vec<Part>> {
        self.messages.parts(self.locale.tag, message, nested)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_syntax::ast;

    use super::*;

    #[test]
    fn an_unknown_language_falls_back_to_the_first() {
        assert_eq!(negotiate("ja-JP").tag, "ja");
        assert_eq!(negotiate("tlh").tag, "en");
        assert_eq!(negotiate("").tag, "en");
        assert_eq!(negotiate("not a tag").tag, "en");
    }

    #[test]
    fn chinese_is_chosen_by_its_script() {
        for tag in [
            "zh",
            "zh-CN",
            "zh-Hans",
            "zh-Hans-CN",
            "zh-hans-HK",
            "zh_CN.UTF-8",
            "zh-SG",
            "ZH",
        ] {
            assert_eq!(choose(LOCALES, [tag, "en"]).tag, "zh-Hans", "{tag}");
        }
        for tag in ["zh-TW", "zh-Hant", "zh-HK", "zh-Hant-CN", "zh_TW.UTF-8"] {
            assert_eq!(choose(LOCALES, [tag, "en"]).tag, "en", "{tag}");
            // As what browsers send: the language alone behind it is that of the wish before.
            assert_eq!(choose(LOCALES, [tag, "zh", "ja"]).tag, "ja", "{tag}");
            // Nothing else is wanted: Chinese in another script is nearer than English.
            assert_eq!(choose(LOCALES, [tag, "zh"]).tag, "zh-Hans", "{tag}");
            assert_eq!(negotiate(tag).tag, "zh-Hans", "{tag}");
        }
        // Chosen on the page once, whatever the browser asks for.
        assert_eq!(choose(LOCALES, ["zh-Hans", "zh-TW", "zh", "en"]).tag, "zh-Hans");
        assert_eq!(choose(LOCALES, ["ko-KR"]).tag, "ko");
    }

    #[test]
    fn an_unknown_id_is_shown_as_itself() {
        assert_eq!(
            Catalogue::of("ja").text(&Message::new("no-such-message")),
            "no-such-message"
        );
    }

    /// Every id (with `.attribute`) of a language and the variables its pattern uses.
    fn patterns(locale: &Locale) -> BTreeMap<String, BTreeSet<String>> {
        let mut all = BTreeMap::new();
        for (file, source) in locale.sources {
            let resource = fluent_syntax::parser::parse(*source)
                .unwrap_or_else(|(_, errors)| panic!("{}/{file}: {errors:?}", locale.tag));
            for entry in resource.body {
                let ast::Entry::Message(message) = entry else {
                    continue;
                };
                let id = message.id.name.to_owned();
                let attributes = message
                    .attributes
                    .iter()
                    .map(|a| (format!("{id}.{}", a.id.name), &a.value));
                for (id, pattern) in message
                    .value
                    .iter()
                    .map(|value| (id.clone(), value))
                    .chain(attributes)
                {
                    let mut variables = BTreeSet::new();
                    collect(pattern, &mut variables);
                    assert!(
                        all.insert(id.clone(), variables).is_none(),
                        "{}/{file}: {id} twice",
                        locale.tag
                    );
                }
            }
        }
        all
    }

    fn collect(pattern: &ast::Pattern<&str>, variables: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            let ast::PatternElement::Placeable { expression } = element else {
                continue;
            };
            match expression {
                ast::Expression::Inline(ast::InlineExpression::VariableReference { id }) => {
                    variables.insert(id.name.to_owned());
                }
                ast::Expression::Select { selector, variants } => {
                    let ast::InlineExpression::VariableReference { id } = selector else {
                        panic!("only parameters choose: {selector:?}");
                    };
                    variables.insert(id.name.to_owned());
                    for variant in variants {
                        collect(&variant.value, variables);
                    }
                }
                ast::Expression::Inline(
                    ast::InlineExpression::StringLiteral { .. }
                    | ast::InlineExpression::MessageReference { .. },
                ) => {}
                ast::Expression::Inline(other) => panic!("messages.rs does not resolve {other:?}"),
            }
        }
    }

    /// The files below a folder, by their paths in it.
    fn files_below(folder: &std::path::Path, prefix: &str, found: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
            if path.is_dir() {
                files_below(&path, &format!("{name}/"), found);
            } else {
                found.insert(name);
            }
        }
    }

    #[test]
    fn every_folder_of_a_language_and_every_file_in_it_is_listed() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales");
        let mut folders = BTreeSet::new();
        for entry in std::fs::read_dir(&root).unwrap() {
            folders.insert(entry.unwrap().file_name().into_string().unwrap());
        }
        let tags = LOCALES.iter().map(|locale| locale.tag.to_owned());
        assert_eq!(tags.collect::<BTreeSet<_>>(), folders);
        for (locale, exports) in LOCALES.iter().zip(EXPORTS) {
            let mut found = BTreeSet::new();
            files_below(&root.join(locale.tag), "", &mut found);
            // `cargo xtask build` makes the files of a language by the same rule.
            let (of_exports, of_engine): (BTreeSet<_>, BTreeSet<_>) = found.into_iter().partition(|file| {
                file.starts_with("export")
                    || [
                        "change.ftl",
                        "draw.ftl",
                        "fleet.ftl",
                        "import.ftl",
                        "render.ftl",
                        "whose.ftl",
                    ]
                    .contains(&file.as_str())
            });
            for (list, found) in [(locale, of_engine), (exports, of_exports)] {
                let listed = list.sources.iter().map(|(file, _)| (*file).to_owned());
                assert_eq!(listed.collect::<BTreeSet<_>>(), found, "{}", locale.tag);
            }
        }
    }

    #[test]
    fn every_language_has_the_same_messages_with_the_same_variables() {
        use_exports();
        for (index, locale) in LOCALES.iter().enumerate().skip(1) {
            let mut missing = Vec::new();
            for list in [LOCALES, EXPORTS] {
                let (english, other) = (patterns(&list[0]), patterns(&list[index]));
                for (id, variables) in &other {
                    assert_eq!(english.get(id), Some(variables), "{}: {id}", locale.tag);
                }
                missing.extend(english.into_keys().filter(|id| !other.contains_key(id)));
            }
            println!("{} lacks {} messages: {missing:?}", locale.tag, missing.len());
            assert_eq!(
                Catalogue::of(locale.tag).missing(),
                missing.len(),
                "{}",
                locale.tag
            );
            if locale.standing == Standing::Complete {
                assert!(missing.is_empty(), "{}: {missing:?}", locale.tag);
            }
        }
    }

    #[test]
    fn a_message_that_is_missing_is_english_and_counted() {
        static LIST: &[Locale] = &[
            Locale {
                tag: "en",
                name: "English",
                standing: Standing::Complete,
                sources: &[("a.ftl", "a = A\n    .title = T\nb = B\nc =\n    .title = C\n")],
            },
            Locale {
                tag: "ko",
                name: "한국어",
                standing: Standing::Unread("아직"),
                sources: &[("a.ftl", "a = 가\n")],
            },
        ];
        let korean = Catalogue::of_locales(LIST, "ko");
        let text = |id: &'static str| korean.text(&Message::new(id));
        assert_eq!((text("a"), text("a.title")), ("가".to_owned(), "T".to_owned()));
        assert_eq!(korean.missing(), 3);
        assert_eq!(Catalogue::of_locales(LIST, "en").missing(), 0);
        assert_eq!(
            complete(LIST).map(|locale| locale.tag).collect::<Vec<_>>(),
            ["en"]
        );
    }

    #[test]
    fn no_message_is_both_the_engine_s_and_the_exports() {
        for (engine, exports) in LOCALES.iter().zip(EXPORTS) {
            let (engine, exports) = (patterns(engine), patterns(exports));
            let both: Vec<_> = engine.keys().filter(|id| exports.contains_key(*id)).collect();
            assert!(both.is_empty(), "{both:?}");
        }
    }

    static IN_PARTS: &[Locale] = &[
        Locale {
            tag: "en",
            name: "English",
            standing: Standing::Complete,
            sources: &[("a.ftl", "greeting = Hello\nleave = Bye { $name }\n")],
        },
        Locale {
            tag: "ja",
            name: "日本語",
            standing: Standing::Complete,
            sources: &[],
        },
    ];

    #[test]
    fn a_language_that_is_not_there_yet_is_english_until_it_comes() {
        let say = |tag: &str, id: &'static str| {
            let message = Message::new(id).with("name", "Ann");
            Catalogue::of_locales(IN_PARTS, tag).text(&message)
        };
        assert!(!is_there(IN_PARTS, "ja"));
        assert!(is_there(IN_PARTS, "en"));
        assert_eq!(say("ja", "greeting"), "Hello");
        assert!(provide(IN_PARTS, "ja-JP", "greeting = こんにちは\n"));
        assert!(is_there(IN_PARTS, "ja"));
        assert_eq!(say("ja", "greeting"), "こんにちは");
        assert_eq!(say("ja", "leave"), "Bye Ann");
        assert_eq!(say("en", "greeting"), "Hello");
        // What comes later takes the place of what came first.
        assert!(provide(
            IN_PARTS,
            "ja",
            "greeting = やあ\n\nleave = さようなら、{ $name }\n"
        ));
        assert_eq!(say("ja", "greeting"), "やあ");
        assert_eq!(say("ja", "leave"), "さようなら、Ann");
        assert!(!provide(IN_PARTS, "tlh", "greeting = nuqneH\n"));
        assert_eq!(say("tlh", "greeting"), "Hello");
    }

    #[test]
    fn a_broken_file_gives_what_can_be_read_of_it() {
        static LIST: &[Locale] = &[
            Locale {
                tag: "en",
                name: "English",
                standing: Standing::Complete,
                sources: &[("a.ftl", "a = A\nb = B\n")],
            },
            Locale {
                tag: "ja",
                name: "日本語",
                standing: Standing::Complete,
                sources: &[],
            },
        ];
        assert!(provide(LIST, "ja", "<!doctype html>\n\nb = び\n"));
        let text = |id: &'static str| Catalogue::of_locales(LIST, "ja").text(&Message::new(id));
        assert_eq!((text("a"), text("b")), ("A".to_owned(), "び".to_owned()));
    }

    #[test]
    fn messages_of_exports_are_found_once_they_are_in_use() {
        use_exports();
        let catalogue = Catalogue::of("ja");
        assert!(catalogue.has("EXP001.title"));
        assert_ne!(catalogue.text(&Message::new("EXP001.title")), "EXP001.title");
    }

    #[test]
    fn parameters_are_parts_of_their_own() {
        let message = Message::new("ADDR005")
            .with("text", "10.0.0.1/8")
            .with("network", "10.0.0.0/8");
        let parts = Catalogue::of("en").parts(&message);
        let params: Vec<&str> = parts
            .iter()
            .filter(|part| part.param)
            .map(|part| part.text.as_str())
            .collect();
        assert_eq!(params, ["10.0.0.1/8", "10.0.0.0/8"]);
    }

    #[test]
    fn a_message_with_a_tail_is_one_sentence_with_the_parameters_of_both() {
        let mut message = Message::new("CAP008.fix-mask").with("to", "/24");
        message.and(
            "fix-also",
            Message::new("CAP003.fix-range").with("to", "10.0.0.0/12"),
        );
        message.and("fix-then", Message::new("ADDR004.title"));
        let english = Catalogue::of("en");
        assert_eq!(
            english.text(&message),
            format!(
                "Set the node mask to /24; also: Use the pod range 10.0.0.0/12 (then ADDR004: {})",
                english.text(&Message::new("ADDR004.title"))
            )
        );
        let parts = english.parts(&message);
        let params = parts
            .iter()
            .filter(|part| part.param)
            .map(|part| part.text.as_str());
        assert_eq!(params.collect::<Vec<_>>(), ["/24", "10.0.0.0/12", "ADDR004"]);
    }

    #[test]
    fn an_empty_value_is_said_in_words() {
        let message = Message::new("FILE013.list")
            .with("field", "podCIDRs")
            .with("value", "");
        assert_eq!(
            Catalogue::of("en").text(&message),
            "`podCIDRs` is an empty value; expected a list"
        );
        assert!(!Catalogue::of("ja").text(&message).contains("``"));
    }
}
