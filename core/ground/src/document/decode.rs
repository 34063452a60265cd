//! Decoding that collects every problem. [`ObjectReader`] reads the fields of a mapping. It reports each field that
//! is missing, of the wrong type, out of range or unknown, with its place and, where one is certain, a fix.
//!
//! ```
//! use dualstack_ground::diagnostic::Pointer;
//! use dualstack_ground::document::{decode::ObjectReader, read};
//! let stream = read("count: 4\nmaxpods: 110\n");
//! let document = &stream.documents[0];
//! let mut diagnostics = Vec::new();
//! let mut nodes = ObjectReader::new(document.root(), Pointer::root(), document, &mut diagnostics);
//! assert_eq!(nodes.optional("count").integer(1..=5000_u32), Some(4));
//! assert_eq!(nodes.optional("maxPods").integer(1..=1000_u32), None);
//! nodes.finish();
//! assert_eq!(diagnostics[0].code, "FILE011"); // `maxpods`: did you mean `maxPods`?
//! ```

use std::ops::RangeInclusive;

use serde_json::Value as Json;

use super::codes::{self, Code};
use super::normalise::normalise;
use super::{Document, Node, Value, nearest, to_json};
use crate::diagnostic::{Diagnostic, Fix, PatchOperation, Pointer};
use crate::i18n::{Message, Param};

/// Reads the fields of one mapping.
pub struct ObjectReader<'n, 'd> {
    node: &'n Node,
    pointer: Pointer,
    document: &'n Document,
    diagnostics: &'d mut Vec<Diagnostic>,
    known: Vec<&'static str>,
}

impl<'n, 'd> ObjectReader<'n, 'd> {
    /// Creates a reader of `node`, which lies at `pointer`. A node that is not a mapping is reported and has no
    /// fields.
    pub fn new(
        node: &'n Node,
        pointer: Pointer,
        document: &'n Document,
        diagnostics: &'d mut Vec<Diagnostic>,
    ) -> ObjectReader<'n, 'd> {
        let mut reader = ObjectReader {
            node,
            pointer,
            document,
            diagnostics,
            known: Vec::new(),
        };
        if !node.is_mapping() {
            let case = if reader.pointer == Pointer::root() {
                "document"
            } else {
                "object"
            };
            reader.this().mistyped(node, case);
        }
        reader
    }

    /// Returns a reader of the mapping as if it were a field.
    fn this(&mut self) -> FieldReader<'n, '_> {
        FieldReader {
            node: Some(self.node),
            pointer: self.pointer.clone(),
            document: self.document,
            diagnostics: self.diagnostics,
        }
    }

    /// Returns the place of the mapping.
    pub fn pointer(&self) -> &Pointer {
        &self.pointer
    }

    /// Returns the node of the mapping.
    pub fn node(&self) -> &'n Node {
        self.node
    }

    /// Returns a reader of the field `key`, which may be absent. `null` counts as absent, as in the Kubernetes API.
    pub fn optional(&mut self, key: &'static str) -> FieldReader<'n, '_> {
        self.known.push(key);
        FieldReader {
            node: self.node.get(key).filter(|node| !node.is_null()),
            pointer: self.pointer.key(key),
            document: self.document,
            diagnostics: self.diagnostics,
        }
    }

    /// Returns a reader of the field `key`, which is required. Its absence is reported.
    pub fn required(&mut self, key: &'static str) -> FieldReader<'n, '_> {
        let in_mapping = self.node.is_mapping();
        let mut field = self.optional(key);
        if in_mapping && field.node.is_none() {
            let name = field.pointer.field_path();
            field.report(
                codes::REQUIRED,
                Message::new(codes::REQUIRED.id).with("field", name),
            );
        }
        field
    }

    /// Reports the fields that were not read, each with the nearest known name.
    pub fn finish(self) {
        let ObjectReader {
            node,
            pointer,
            document,
            diagnostics,
            known,
        } = self;
        let present: Vec<&str> = known
            .iter()
            .copied()
            .filter(|name| node.get(name).is_some())
            .collect();
        for entry in node
            .entries()
            .iter()
            .filter(|entry| !known.contains(&entry.key.as_str()))
        {
            let place = pointer.key(&entry.key);
            let field = place.field_path();
            let message = |id: String| Message::new(id).with("field", field.clone());
            let id = codes::UNKNOWN_FIELD.id;
            let mut fixes = Vec::new();
            let message = match nearest(&entry.key, known.iter().copied()) {
                None => message(format!("{id}.alone")),
                Some(name) if present.contains(&name) => message(format!("{id}.taken")).with("nearest", name),
                Some(name) => {
                    fixes.push(Fix {
                        title: Message::new(format!("{id}.fix")).with("nearest", name),
                        safe: false,
                        document: document.index(),
                        patch: vec![
                            PatchOperation::Remove { path: place.clone() },
                            PatchOperation::Add {
                                path: pointer.key(name),
                                value: to_json(&entry.value),
                            },
                        ],
                    });
                    message(id.to_owned()).with("nearest", name)
                }
            };
            let mut diagnostic =
                codes::UNKNOWN_FIELD.with(document.location(&place, entry.key_span), message);
            diagnostic.fixes = fixes;
            diagnostics.push(diagnostic);
        }
    }
}

/// The largest number of entries that are read of one list or table of a plan: networks are compared with each other, and
/// settings of rules with every finding.
pub const MAX_ENTRIES: usize = 5_000;

/// Reads one field, or one entry of a list. Every reading method returns `None` if the value is absent, or if it was
/// reported.
pub struct FieldReader<'n, 'd> {
    node: Option<&'n Node>,
    pointer: Pointer,
    document: &'n Document,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl<'n> FieldReader<'n, '_> {
    /// Returns whether the field has a value.
    pub fn is_present(&self) -> bool {
        self.node.is_some()
    }

    /// Returns the node of the value. `None` if the field is absent.
    pub fn node(&self) -> Option<&'n Node> {
        self.node
    }

    /// Returns the place of the field.
    pub fn pointer(&self) -> &Pointer {
        &self.pointer
    }

    /// Reads a text. Full-width characters are read as ASCII and reported. A number or word without quotes is taken
    /// as it is written: `1.30`.
    pub fn string(mut self) -> Option<String> {
        self.ascii("string")
    }

    /// Reads a text and keeps it exactly as it is written.
    pub fn verbatim(mut self) -> Option<String> {
        self.text("string").map(str::to_owned)
    }

    /// Reads a text and converts it with `parse`. A failure is reported with the sentence `sentence`, an id of the
    /// catalogue, which gets the parameters `field` and `value`.
    pub fn parse<T>(mut self, sentence: &'static str, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let text = self.ascii("string")?;
        let parsed = parse(text.trim());
        if parsed.is_none() {
            // That full-width characters were read is no news beside a value that cannot be used.
            if self.diagnostics.last().is_some_and(|last| {
                last.code == codes::FULL_WIDTH.id && last.location.pointer == self.pointer
            }) {
                self.diagnostics.pop();
            }
            let message = self.message(sentence).with("value", shorten(&text));
            self.report(codes::VALUE, message);
        }
        parsed
    }

    /// Reads an integer. One outside `range` is reported.
    pub fn integer<T>(mut self, range: RangeInclusive<T>) -> Option<T>
    where
        T: Copy + TryFrom<i128> + Into<i128>,
    {
        let node = self.node?;
        let number = match node.as_integer() {
            Some(number) => number,
            None => {
                let text = node.as_str().map(normalise);
                let number = text.as_ref().and_then(|text| text.trim().parse::<i128>().ok());
                let replacement = number
                    .and_then(|number| i64::try_from(number).ok())
                    .map(Json::from);
                match (number, node.as_str() == text.as_deref()) {
                    (Some(number), false) => {
                        // Typed in full-width digits: a number was meant, and there are no quotes to remove.
                        self.report_full_width(&number.to_string(), replacement.unwrap_or(Json::Null));
                        number
                    }
                    _ => {
                        self.mistyped_with(node, "integer", replacement);
                        return None;
                    }
                }
            }
        };
        let (least, most): (i128, i128) = ((*range.start()).into(), (*range.end()).into());
        if !(least..=most).contains(&number) {
            let message = self
                .message(codes::RANGE.id)
                .with("value", number.to_string())
                .with("least", least.to_string())
                .with("most", most.to_string());
            self.report(codes::RANGE, message);
            return None;
        }
        T::try_from(number).ok()
    }

    /// Reads a boolean. `yes`, `on` and the like without quotes are booleans, as in Kubernetes.
    pub fn boolean(mut self) -> Option<bool> {
        let node = self.node?;
        let value = node.as_bool();
        if value.is_none() {
            let text = node.as_str().map(|text| normalise(text).trim().to_lowercase());
            let replacement = match text.as_deref() {
                Some("true" | "yes" | "on") => Some(Json::Bool(true)),
                Some("false" | "no" | "off") => Some(Json::Bool(false)),
                _ => None,
            };
            self.mistyped_with(node, "boolean", replacement);
        }
        value
    }

    /// Reads one of the names of `choices` and returns the value beside it. Other names are reported.
    pub fn one_of<T: Clone>(mut self, choices: &[(&'static str, T)]) -> Option<T> {
        let text = self.ascii("string")?;
        if let Some((_, choice)) = choices.iter().find(|(name, _)| *name == text) {
            return Some(choice.clone());
        }
        let names = || choices.iter().map(|(name, _)| *name);
        let allowed = names().collect::<Vec<_>>().join(", ");
        let id = codes::NOT_ONE_OF.id;
        let message = self
            .message(id)
            .with("value", shorten(&text))
            .with("allowed", allowed);
        let fixes = nearest(&text, names()).map(|name| {
            let title = Message::new(format!("{id}.fix")).with("nearest", name);
            self.replacement(title, false, Json::from(name))
        });
        self.report_with(codes::NOT_ONE_OF, message, fixes.into_iter().collect());
        None
    }

    /// Reads a mapping with `decode`. Fields that `decode` does not read are reported.
    pub fn object<T>(self, decode: impl FnOnce(&mut ObjectReader<'n, '_>) -> T) -> Option<T> {
        let node = self.node?;
        let is_mapping = node.is_mapping();
        let mut reader = ObjectReader::new(node, self.pointer, self.document, self.diagnostics);
        if !is_mapping {
            return None;
        }
        let decoded = decode(&mut reader);
        reader.finish();
        Some(decoded)
    }

    /// Reads a list, each entry with `decode`. Entries that `decode` returns `None` for are left out. A null entry is
    /// reported.
    pub fn list<T>(self, decode: impl FnMut(FieldReader<'n, '_>) -> Option<T>) -> Option<Vec<T>> {
        self.list_up_to(MAX_ENTRIES, decode)
    }

    /// Reads a list as [`FieldReader::list`] does, of up to `most` entries.
    pub fn list_up_to<T>(
        mut self,
        most: usize,
        mut decode: impl FnMut(FieldReader<'n, '_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let node = self.node?;
        let Value::Sequence(items) = &node.value else {
            // `podCIDRs: a,b` is the syntax of flags, so the intended list is clear.
            let replacement = node.text().map(|text| {
                normalise(text)
                    .split(',')
                    .map(|part| Json::from(part.trim()))
                    .filter(|part| part != "")
                    .collect()
            });
            self.mistyped_with(node, "list", replacement);
            return None;
        };
        let mut decoded = Vec::with_capacity(items.len().min(most));
        for (index, item) in items.iter().enumerate() {
            let mut field = FieldReader {
                node: Some(item),
                pointer: self.pointer.index(index),
                document: self.document,
                diagnostics: self.diagnostics,
            };
            if index >= most {
                field.report_too_many(most);
                break;
            }
            if item.is_null() {
                let message = field.message(codes::REQUIRED.id);
                field.report(codes::REQUIRED, message);
            } else {
                decoded.extend(decode(field));
            }
        }
        Some(decoded)
    }

    /// Reports that this entry is the first of those that are too many.
    fn report_too_many(&mut self, most: usize) {
        let id = codes::TOO_MUCH.id;
        let list = self.pointer.split_last().map(|(list, _)| list.field_path());
        let message = Message::new(format!("{id}.entries"))
            .with("field", list.unwrap_or_default())
            .with("limit", most);
        self.report(codes::TOO_MUCH, message);
    }

    /// Reads a mapping whose keys are names chosen by the user, each value with `decode`. Entries that `decode`
    /// returns `None` for are left out.
    pub fn entries<T>(self, decode: impl FnMut(&str, FieldReader<'n, '_>) -> Option<T>) -> Option<Vec<T>> {
        self.entries_up_to(MAX_ENTRIES, decode)
    }

    /// Reads a mapping as [`FieldReader::entries`] does, of up to `most` entries.
    pub fn entries_up_to<T>(
        mut self,
        most: usize,
        mut decode: impl FnMut(&str, FieldReader<'n, '_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let node = self.node?;
        if !node.is_mapping() {
            self.mistyped(node, "object");
            return None;
        }
        let mut decoded = Vec::with_capacity(node.entries().len().min(most));
        for (index, entry) in node.entries().iter().enumerate() {
            let mut field = FieldReader {
                node: Some(&entry.value),
                pointer: self.pointer.key(&entry.key),
                document: self.document,
                diagnostics: self.diagnostics,
            };
            if index >= most {
                field.report_too_many(most);
                break;
            }
            if entry.value.is_null() {
                let message = field.message(codes::REQUIRED.id);
                field.report(codes::REQUIRED, message);
            } else {
                decoded.extend(decode(&entry.key, field));
            }
        }
        Some(decoded)
    }

    /// Returns the value as JSON, converted as Kubernetes converts YAML. Every type is accepted.
    pub fn json(self) -> Option<Json> {
        self.node.map(to_json)
    }

    /// Reports a problem with this field.
    pub fn report(&mut self, code: Code, message: Message) {
        self.report_with(code, message, Vec::new());
    }

    /// Reports a problem with this field, with fixes for it.
    pub fn report_with(&mut self, code: Code, message: Message, fixes: Vec<Fix>) {
        let mut diagnostic = code.with(self.document.locate(&self.pointer), message);
        diagnostic.fixes = fixes;
        self.diagnostics.push(diagnostic);
    }

    /// Returns the message `id` with the name of this field as its parameter `field`.
    pub fn message(&self, id: impl Into<std::borrow::Cow<'static, str>>) -> Message {
        Message::new(id).with("field", Param::Text(self.pointer.field_path()))
    }

    /// Reads the text of a scalar. Another node is reported with `expected`.
    fn text(&mut self, expected: &str) -> Option<&'n str> {
        let node = self.node?;
        let text = node.text();
        if text.is_none() {
            self.mistyped(node, expected);
        }
        text
    }

    /// Reads the text of a scalar as ASCII. Full-width characters are reported.
    fn ascii(&mut self, expected: &str) -> Option<String> {
        let text = self.text(expected)?;
        let read = normalise(text);
        if read == text {
            return Some(text.to_owned());
        }
        let read = read.trim().to_owned();
        self.report_full_width(&read, Json::from(read.as_str()));
        Some(read)
    }

    fn report_full_width(&mut self, read: &str, value: Json) {
        let id = codes::FULL_WIDTH.id;
        let fix = self.replacement(
            Message::new(format!("{id}.fix")).with("value", shorten(read)),
            true,
            value,
        );
        let message = self.message(id).with("value", shorten(read));
        self.report_with(codes::FULL_WIDTH, message, vec![fix]);
    }

    fn mistyped(&mut self, node: &Node, expected: &str) {
        self.mistyped_with(node, expected, None);
    }

    fn mistyped_with(&mut self, node: &Node, expected: &str, replacement: Option<Json>) {
        let id = codes::TYPE.id;
        let written = self.document.source().slice(node.span);
        let message = self
            .message(format!("{id}.{expected}"))
            .with("value", shorten(written));
        let fix = replacement.map(|value| {
            let title = Message::new(format!("{id}.fix")).with("value", shorten(&value.to_string()));
            self.replacement(title, true, value)
        });
        self.report_with(codes::TYPE, message, fix.into_iter().collect());
    }

    /// Returns a fix that replaces the value of this field with `value`.
    pub fn replacement(&self, title: Message, safe: bool, value: Json) -> Fix {
        let patch = vec![PatchOperation::Replace {
            path: self.pointer.clone(),
            value,
        }];
        Fix {
            title,
            safe,
            document: self.document.index(),
            patch,
        }
    }
}

/// Returns the first line of a value, cut to a length that fits into a sentence.
fn shorten(text: &str) -> String {
    const LONGEST: usize = 60;
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= LONGEST && line.len() == text.trim_end().len() {
        return line.to_owned();
    }
    line.chars().take(LONGEST).chain("…".chars()).collect()
}
