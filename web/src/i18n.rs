//! The words of the interface: `web/locales/<language>/*.ftl`, beside the engine's own catalogue. No component holds
//! a word; tests compare the languages and look for letters in `html!`.

use std::rc::Rc;

use dualstack_core::i18n::{self as engine, Catalogue, Locale, Message, Param, Part, Standing};
use dualstack_core::net::AddressCount;
use yew::prelude::*;

/// The languages of the interface, those of the engine; the first is the one that is used where another lacks something.
/// These are the words of the first view.
pub static LOCALES: &[Locale] =
    dualstack_core::texts!("../locales", ["bring.ftl", "help.ftl", "map.ftl", "ui.ftl"]);

/// The words of what is loaded on demand. Only a part that calls [`use_later`] holds their English. The other languages need
/// no such division: their files have all words, and are given to [`LOCALES`].
static LATER: &[Locale] = dualstack_core::texts!(
    "../locales",
    [
        "brought.ftl",
        "change.ftl",
        "check.ftl",
        "diagnose.ftl",
        "exports.ftl",
        "fleet.ftl",
        "plans.ftl",
        "results.ftl",
        "share.ftl",
        "sim.ftl"
    ]
);

/// Makes the interface find the words of what is loaded on demand. A part that shows any of them calls it when it comes.
pub fn use_later() {
    engine::extend(LOCALES, LATER);
}

/// The language that fits best to a list of wishes, most wanted first.
pub fn choose<'a>(wishes: impl IntoIterator<Item = &'a str>) -> &'static str {
    engine::choose(LOCALES, wishes).tag
}

/// The interface in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct I18n {
    /// Its tag.
    pub language: &'static str,
}

impl I18n {
    fn interface(self) -> Rc<Catalogue> {
        // Tests draw what is loaded on demand without loading it.
        if cfg!(test) {
            use_later();
        }
        Catalogue::of_locales(LOCALES, self.language)
    }

    /// What is said of a language that no native speaker has read yet: in that language and in English.
    pub fn unread(language: &str) -> Option<(&'static str, String)> {
        let locale = Catalogue::of_locales(LOCALES, language).locale();
        match locale.standing {
            Standing::Complete => None,
            Standing::Unread(note) => {
                let english = Catalogue::of_locales(LOCALES, "");
                Some((note, english.text(&Message::new("language-unread"))))
            }
        }
    }

    /// How many texts of the page and of the engine this language lacks, so that they are shown in English.
    pub fn missing(self) -> usize {
        self.interface().missing() + Catalogue::of(self.language).missing()
    }

    /// A sentence of the interface without parameters.
    pub fn text(self, id: &'static str) -> String {
        self.interface().text(&Message::new(id))
    }

    /// A sentence of the interface.
    pub fn message(self, message: &Message) -> String {
        self.interface().text(message)
    }

    /// A sentence of the interface, parameters marked up.
    pub fn html(self, message: &Message) -> Html {
        parts(&self.interface().parts(message))
    }

    /// A sentence of the engine as plain text.
    pub fn engine_text(self, message: &Message) -> String {
        Catalogue::of(self.language).text(message)
    }

    /// A sentence of the engine, parameters marked up.
    pub fn engine_html(self, message: &Message) -> Html {
        parts(&Catalogue::of(self.language).parts(message))
    }

    /// The same, with some of its parameters marked.
    pub fn engine_html_marked(self, message: &Message, marked: &[&str]) -> Html {
        let values = marked.iter().filter_map(|name| match message.params.get(name)? {
            Param::Number(number) => Some(number.to_string()),
            Param::Text(text) => Some(text.clone()),
        });
        parts_marked(
            &Catalogue::of(self.language).parts(message),
            &values.collect::<Vec<_>>(),
        )
    }

    /// The attribute of an engine message (`ADDR001` and `title`), where it has one.
    pub fn engine_attribute(self, message: &str, attribute: &str) -> Option<String> {
        let id = format!("{message}.{attribute}");
        let catalogue = Catalogue::of(self.language);
        catalogue.has(&id).then(|| catalogue.text(&Message::new(id)))
    }
}

/// Digits in groups of three; all languages here use a comma. Years and line numbers stay as they are.
pub fn group_digits(number: &str) -> String {
    if number.len() < 5 || !number.bytes().all(|b| b.is_ascii_digit()) {
        return number.to_owned();
    }
    let lead = number.len() % 3;
    let mut grouped = String::new();
    for (index, digit) in number.chars().enumerate() {
        if index > 0 && index % 3 == lead {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A count of addresses, readable: exact while it is small, a power of two when it is not.
pub fn count(count: AddressCount) -> String {
    group_digits(&count.short())
}

/// Parameters are shown left to right whatever surrounds them, and as code unless they are numbers. So is what stands
/// between backticks, without them.
pub fn parts(parts: &[Part]) -> Html {
    parts_marked(parts, &[])
}

/// The same, with the parameters of these values marked.
fn parts_marked(parts: &[Part], marked: &[String]) -> Html {
    let mut is_code = false;
    let mut html = Vec::new();
    let code = |text: &str| html! { <bdi dir="ltr"><code>{ text.to_owned() }</code></bdi> };
    for part in parts {
        if part.param {
            let number = part
                .text
                .chars()
                .all(|c| c.is_ascii_digit() || "^>−, ".contains(c));
            let shown = match number {
                true => html! { <bdi dir="ltr">{ group_digits(&part.text) }</bdi> },
                false => code(&part.text),
            };
            html.push(match marked.contains(&part.text) {
                true => html! { <mark>{ shown }</mark> },
                false => shown,
            });
            continue;
        }
        for (index, words) in part.text.split('`').enumerate() {
            is_code ^= index > 0;
            if !words.is_empty() {
                html.push(match is_code {
                    true => code(words),
                    false => html! { { words.to_owned() } },
                });
            }
        }
    }
    html.into_iter().collect()
}

/// The interface's language, from the nearest provider.
#[hook]
pub fn use_i18n() -> I18n {
    use_context::<I18n>().unwrap_or(I18n { language: choose([]) })
}

/// Properties of [`T`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TProps {
    /// The id in the interface's catalogue.
    pub id: &'static str,
    /// Its parameters.
    #[prop_or_default]
    pub params: Vec<(&'static str, Param)>,
}

/// A sentence of the interface.
#[component]
pub fn T(props: &TProps) -> Html {
    let message = props
        .params
        .iter()
        .fold(Message::new(props.id), |message, (name, value)| {
            message.with(name, value.clone())
        });
    use_i18n().html(&message)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;

    /// Each language with all its sources.
    fn languages() -> Vec<Locale> {
        let both = LOCALES.iter().zip(LATER);
        both.map(|(first, later)| Locale {
            sources: [first.sources, later.sources].concat().leak(),
            ..*first
        })
        .collect()
    }

    /// Id (with attribute) → the variables its pattern names.
    fn entries(locale: &Locale) -> BTreeMap<String, BTreeSet<String>> {
        let mut found = BTreeMap::new();
        let mut id = String::new();
        let mut key = String::new();
        for (_, source) in locale.sources {
            for line in source.lines() {
                let is_entry = line.starts_with(|c: char| c.is_ascii_alphabetic()) && line.contains('=');
                let attribute = line.trim_start().strip_prefix('.');
                if is_entry {
                    id = line.split('=').next().unwrap().trim().to_owned();
                    key = id.clone();
                    assert!(
                        found.insert(key.clone(), BTreeSet::new()).is_none(),
                        "{key} is there twice in {}",
                        locale.tag
                    );
                } else if let Some(attribute) = attribute {
                    key = format!("{id}.{}", attribute.split('=').next().unwrap().trim());
                    found.insert(key.clone(), BTreeSet::new());
                } else if line.starts_with('#') || key.is_empty() {
                    continue;
                }
                for variable in line.split('$').skip(1) {
                    let name: String = variable
                        .chars()
                        .take_while(|c| c.is_ascii_alphanumeric())
                        .collect();
                    found.get_mut(&key).unwrap().insert(name);
                }
            }
        }
        found
    }

    fn sources(directory: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]").next().unwrap().to_owned();
                found.push((path, code));
            }
        }
    }

    fn all_sources() -> Vec<(PathBuf, String)> {
        let mut found = Vec::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
        found
    }

    #[test]
    fn every_language_has_the_same_messages_with_the_same_variables() {
        let languages = languages();
        let english = entries(&languages[0]);
        assert!(english.len() > 100);
        for locale in &languages[1..] {
            let other = entries(locale);
            for (id, variables) in &other {
                assert_eq!(english.get(id), Some(variables), "{}: {id}", locale.tag);
            }
            let missing: Vec<_> = english.keys().filter(|id| !other.contains_key(*id)).collect();
            if locale.standing == Standing::Complete {
                assert!(missing.is_empty(), "{}: {missing:?}", locale.tag);
            }
            println!(
                "{}: {} of {} missing: {missing:?}",
                locale.tag,
                missing.len(),
                english.len()
            );
        }
    }

    #[test]
    fn every_folder_of_a_language_and_every_file_in_it_is_listed() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
        let names = |folder: &Path| -> BTreeSet<String> {
            let entries = fs::read_dir(folder).unwrap();
            entries
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect()
        };
        let tags = LOCALES.iter().map(|locale| locale.tag.to_owned());
        assert_eq!(tags.collect::<BTreeSet<_>>(), names(&root));
        for locale in languages() {
            let listed = locale.sources.iter().map(|(file, _)| (*file).to_owned());
            assert_eq!(
                listed.collect::<BTreeSet<_>>(),
                names(&root.join(locale.tag)),
                "{}",
                locale.tag
            );
        }
    }

    #[test]
    fn every_message_can_be_read() {
        use_later();
        for locale in languages() {
            let catalogue = Catalogue::of_locales(LOCALES, locale.tag);
            for id in entries(&locale).keys() {
                assert!(catalogue.has(id), "{} {id}", locale.tag);
            }
        }
    }

    #[test]
    fn every_message_is_used_and_every_used_message_is_there() {
        let code: String = all_sources().into_iter().map(|(_, code)| code).collect();
        let english = entries(&languages()[0]);
        let unused: Vec<_> = english
            .keys()
            .filter(|id| !code.contains(&format!("\"{id}\"")))
            .collect();
        assert!(unused.is_empty(), "{unused:?}");
        for opener in [" id=\"", "text(\"", "Message::new(\""] {
            for (_, found) in code
                .match_indices(opener)
                .map(|(at, _)| code.split_at(at + opener.len()))
            {
                let id = found.split('"').next().unwrap();
                // Element ids are attributes too; message ids that are missing would otherwise be shown as themselves.
                let is_element = opener == " id=\"" && id.starts_with("dsp-");
                assert!(is_element || english.contains_key(id), "{opener}{id}");
            }
        }
    }

    /// String literals in `html!` that a user would read: children, and the attributes that are read out.
    fn letters_in_html(code: &str) -> Vec<String> {
        let mut found = Vec::new();
        for (start, _) in code.match_indices("html! {") {
            let body = &code[start + "html! {".len()..];
            let mut depth = 1;
            let mut chars = body.char_indices();
            let mut before = String::new();
            while let Some((at, c)) = chars.next() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    '"' => {
                        let end = body[at + 1..].find('"').map_or(body.len(), |end| at + 1 + end);
                        let literal = &body[at + 1..end];
                        let context = before.trim_end();
                        let child =
                            (context.ends_with('{') && !context.ends_with("={")) || context.ends_with('>');
                        let spoken = [
                            "aria-label=",
                            "title=",
                            "placeholder=",
                            "alt=",
                            "aria-description=",
                        ]
                        .iter()
                        .any(|name| context.trim_end_matches('{').ends_with(name));
                        if (child || spoken) && literal.chars().any(char::is_alphabetic) {
                            found.push(literal.to_owned());
                        }
                        while chars.next().is_some_and(|(position, _)| position < end) {}
                        before.clear();
                        continue;
                    }
                    _ => {}
                }
                if depth == 0 {
                    break;
                }
                before.push(c);
            }
        }
        found
    }

    #[test]
    fn no_words_stand_in_components() {
        assert_eq!(letters_in_html("html! { <p>{ \"Hello\" }</p> }"), ["Hello"]);
        assert_eq!(
            letters_in_html("html! { <p title=\"Hello\" class=\"x\">{ \"/\" }</p> }"),
            ["Hello"]
        );
        for (path, code) in all_sources() {
            assert_eq!(letters_in_html(&code), Vec::<String>::new(), "{}", path.display());
        }
    }

    #[test]
    fn long_numbers_are_grouped() {
        for (number, grouped) in [
            ("256", "256"),
            ("4096", "4096"),
            ("16646144", "16,646,144"),
            ("65280", "65,280"),
            ("2^79", "2^79"),
        ] {
            assert_eq!(group_digits(number), grouped);
        }
    }

    #[test]
    fn the_first_known_wish_wins() {
        assert_eq!(choose(["tlh", "ja-JP", "en"]), "ja");
        assert_eq!(choose(["en_GB"]), "en");
        assert_eq!(choose(["", "x"]), "en");
        assert_eq!(choose(["zh-CN", "zh", "en"]), "zh-Hans");
        assert_eq!(choose(["zh-TW", "zh", "en"]), "en");
    }
}
