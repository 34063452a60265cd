//! The messages of a Fluent source, and how one becomes text.
//!
//! The syntax is read by `fluent-syntax`. What our catalogues use of the language is resolved here, straight into
//! [`Part`]s: texts, parameters, string literals, references to other messages, and selections by number or by text.
//! A test holds every catalogue to that. `fluent-bundle` knows more (functions, terms, formatters), and brings for it
//! the plural rules of every language and the reading and writing of floats.

use std::collections::BTreeMap;

use fluent_syntax::ast::{
    Attribute, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource, Variant, VariantKey,
};
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::{Message, Param, Part};
use crate::named::Named;

/// References lead through this many messages at most.
const REFERENCES: usize = 8;

/// Parameters that are sentences themselves, by name.
pub(super) type Nested = [(&'static str, Vec<Part>)];

/// What stands in the words for an empty parameter, until it is known what stands around it.
pub(super) const EMPTY: &str = "\0";

/// Messages by their ids.
#[derive(Debug, Default)]
pub(super) struct Messages {
    all: BTreeMap<String, Texts>,
}

/// What a message says: its own text, and the texts of its attributes.
#[derive(Debug)]
struct Texts {
    value: Option<Pattern<String>>,
    attributes: Vec<Attribute<String>>,
}

impl Messages {
    /// Adds the messages of a source. They take the place of those that are there. Of a source with faults, what can be
    /// read is added.
    pub(super) fn add(&mut self, source: &str) {
        let Resource { body } = match parser::parse_runtime(source.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        for entry in body {
            if let Entry::Message(message) = entry {
                let texts = Texts {
                    value: message.value,
                    attributes: message.attributes,
                };
                self.all.insert(message.id.name, texts);
            }
        }
    }

    /// Returns the id of every text, `message` or `message.attribute`.
    pub(super) fn ids(&self) -> impl Iterator<Item = String> {
        self.all.iter().flat_map(|(id, texts)| {
            let value = texts.value.is_some().then(|| id.clone());
            let attributes = texts.attributes.iter();
            value
                .into_iter()
                .chain(attributes.map(move |attribute| format!("{id}.{}", attribute.id.name)))
        })
    }

    /// Returns whether there is a text for the id, `message` or `message.attribute`.
    pub(super) fn has(&self, id: &str) -> bool {
        self.pattern(id).is_some()
    }

    /// Returns the parts of a message, with [`EMPTY`] in the place of empty parameters. `None` if there is no text for its
    /// id.
    pub(super) fn parts(&self, tag: &str, message: &Message, nested: &Nested) -> Option<Vec<Part>> {
        let pattern = self.pattern(&message.id)?;
        let mut writer = Writer {
            messages: self,
            tag,
            params: &message.params,
            nested,
            parts: Vec::new(),
            references: REFERENCES,
        };
        writer.pattern(pattern);
        Some(writer.parts)
    }

    fn pattern(&self, id: &str) -> Option<&Pattern<String>> {
        match id.split_once('.') {
            None => self.all.get(id)?.value.as_ref(),
            Some((id, attribute)) => self.attribute(id, attribute),
        }
    }

    fn attribute(&self, id: &str, name: &str) -> Option<&Pattern<String>> {
        let attributes = &self.all.get(id)?.attributes;
        let found = attributes.iter().find(|attribute| attribute.id.name == name)?;
        Some(&found.value)
    }
}

/// Resolves one message.
struct Writer<'a> {
    messages: &'a Messages,
    tag: &'a str,
    params: &'a Named<Param>,
    nested: &'a Nested,
    parts: Vec<Part>,
    /// How many references may still be followed.
    references: usize,
}

impl Writer<'_> {
    fn pattern(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<String>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                if let Some(variant) = self.chosen(selector, variants) {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<String>) {
        match inline {
            InlineExpression::VariableReference { id } => self.variable(&id.name),
            InlineExpression::StringLiteral { value } => self.words(&unescape_unicode_to_string(value)),
            InlineExpression::NumberLiteral { value } => self.words(value),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::MessageReference { id, attribute } => {
                let messages = self.messages;
                let found = match attribute {
                    None => messages.pattern(&id.name),
                    Some(attribute) => messages.attribute(&id.name, &attribute.name),
                };
                match found.filter(|_| self.references > 0) {
                    Some(pattern) => {
                        self.references -= 1;
                        self.pattern(pattern);
                    }
                    None => self.words(&id.name),
                }
            }
            // No catalogue has one.
            InlineExpression::FunctionReference { id, .. } | InlineExpression::TermReference { id, .. } => {
                self.words(&id.name);
            }
        }
    }

    fn variable(&mut self, name: &str) {
        if let Some((_, parts)) = self.nested.iter().find(|(known, _)| *known == name) {
            for part in parts {
                match part.param {
                    true => self.param(&part.text),
                    false => self.words(&part.text),
                }
            }
            return;
        }
        match self.params.get(name) {
            Some(Param::Number(number)) => self.param(&number.to_string()),
            Some(Param::Text(text)) => self.param(text),
            None => self.words(&format!("{{${name}}}")),
        }
    }

    /// Returns the variant that a selection takes: of a number the one with that number, or else with its plural
    /// category, of a text the one of that name; otherwise the default.
    fn chosen<'v>(
        &self,
        selector: &InlineExpression<String>,
        variants: &'v [Variant<String>],
    ) -> Option<&'v Variant<String>> {
        let value = match selector {
            InlineExpression::VariableReference { id } => self.params.get(id.name.as_str()),
            _ => None,
        };
        let named = |wanted: &str| {
            variants
                .iter()
                .find(|variant| matches!(&variant.key, VariantKey::Identifier { name } if name == wanted))
        };
        let numbered = |wanted: &str| {
            variants.iter().find(
                |variant| matches!(&variant.key, VariantKey::NumberLiteral { value } if value == wanted),
            )
        };
        let found = match value {
            Some(Param::Number(number)) => {
                numbered(&number.to_string()).or_else(|| named(plural(self.tag, *number)))
            }
            Some(Param::Text(text)) => named(text),
            None => None,
        };
        found.or_else(|| variants.iter().find(|variant| variant.default))
    }

    fn words(&mut self, text: &str) {
        match self.parts.last_mut() {
            Some(last) if !last.param => last.text.push_str(text),
            _ if text.is_empty() => {}
            _ => self.push(text, false),
        }
    }

    fn param(&mut self, text: &str) {
        match text {
            "" => self.words(EMPTY),
            _ => self.push(text, true),
        }
    }

    fn push(&mut self, text: &str, param: bool) {
        let text = text.to_owned();
        self.parts.push(Part { text, param });
    }
}

/// Returns the plural category of a whole number in a language, by the rules of Unicode CLDR. A test compares it with a
/// crate that knows them all, for every language of the project.
fn plural(tag: &str, number: i64) -> &'static str {
    match (tag, number) {
        ("en", 1 | -1) => "one",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};

    use super::*;
    use crate::i18n::LOCALES;

    /// The parts of the message `m` of a source, parameters between brackets.
    fn said(source: &str, params: &[(&'static str, Param)]) -> String {
        let mut messages = Messages::default();
        messages.add(source);
        let message = params
            .iter()
            .cloned()
            .fold(Message::new("m"), |message, (name, value)| {
                message.with(name, value)
            });
        let parts = messages.parts("en", &message, &[]).unwrap();
        let shown = parts.iter().map(|part| match part.param {
            true => format!("<{}>", part.text),
            false => part.text.clone(),
        });
        shown.collect::<Vec<_>>().join("|")
    }

    #[test]
    fn parameters_are_parts_of_their_own() {
        let params = [("range", "10.0.0.0/8".into()), ("n", 256.into())];
        assert_eq!(
            said("m = { $range } holds { $n }!", &params),
            "<10.0.0.0/8>| holds |<256>|!"
        );
        assert_eq!(said("m = { $range }", &params), "<10.0.0.0/8>");
        assert_eq!(said("m = a { $other } b", &params), "a {$other} b");
        assert_eq!(said("m = a { $range } b", &[("range", "".into())]), "a \0 b");
    }

    #[test]
    fn words_of_a_selection_are_no_parameters() {
        const NODES: &str =
            "m = { $n ->\n    [0] no nodes\n    [one] a node\n   *[other] { $n } nodes\n } of { $kind }";
        let of = |n: i64| said(NODES, &[("n", n.into()), ("kind", "nodes".into())]);
        assert_eq!(of(0), "no nodes of |<nodes>");
        assert_eq!(of(1), "a node of |<nodes>");
        assert_eq!(of(2), "<2>| nodes of |<nodes>");
        const KINDS: &str = "m = { $kind ->\n    [k3s] K3s\n    [1] one\n   *[other] it\n }";
        let kind = |text: &str| said(KINDS, &[("kind", text.into())]);
        assert_eq!(
            (kind("k3s"), kind("1"), kind("x")),
            ("K3s".into(), "it".into(), "it".into())
        );
        assert_eq!(said(KINDS, &[]), "it");
    }

    #[test]
    fn references_literals_and_escapes() {
        const SOURCE: &str =
            "a = A { $n }\n    .b = B\nm = { a }, { a.b }, {\"{\"}{\"\\u00e9\"}, { gone }, { 7 }";
        assert_eq!(said(SOURCE, &[("n", 5.into())]), "A |<5>|, B, {é, gone, 7");
        // A circle ends.
        assert!(said("m = x { m }", &[]).len() < 100);
    }

    #[test]
    fn later_messages_take_the_place_of_earlier_ones() {
        let mut messages = Messages::default();
        messages.add("m = one\n    .a = A\nn = N\n");
        messages.add("<!doctype html>\n\nm = two\n");
        let text = |id: &'static str| {
            let parts = messages.parts("en", &Message::new(id), &[]);
            parts.map(|parts| parts.into_iter().map(|part| part.text).collect::<String>())
        };
        assert_eq!(text("m").as_deref(), Some("two"));
        assert_eq!(text("m.a"), None);
        assert_eq!(text("n").as_deref(), Some("N"));
        assert!(messages.has("n") && !messages.has("n.a") && !messages.has("o"));
    }

    #[test]
    fn plurals_are_those_of_the_languages() {
        for locale in LOCALES {
            let language: unic_langid::LanguageIdentifier = locale.tag.parse().unwrap();
            // A language that CLDR has no rules for has one form.
            let rules = PluralRules::create(language, PluralRuleType::CARDINAL);
            for number in (0_i64..=1_000).chain([10_000, 65_536, 1_000_000, 4_294_967_296, -1, -2]) {
                let expected = match rules.as_ref().map(|rules| rules.select(number.unsigned_abs())) {
                    Ok(Ok(PluralCategory::ZERO)) => "zero",
                    Ok(Ok(PluralCategory::ONE)) => "one",
                    Ok(Ok(PluralCategory::TWO)) => "two",
                    Ok(Ok(PluralCategory::FEW)) => "few",
                    Ok(Ok(PluralCategory::MANY)) => "many",
                    Ok(Ok(PluralCategory::OTHER)) | Err(_) => "other",
                    Ok(Err(error)) => panic!("{} {number}: {error}", locale.tag),
                };
                assert_eq!(plural(locale.tag, number), expected, "{} {number}", locale.tag);
            }
        }
    }
}
