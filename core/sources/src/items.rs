//! The pieces of a text: objects of YAML and JSON, each with its place, and runs of lines.

mod heredoc;
mod split;
mod twice;

use std::rc::Rc;

use crate::diagnostic::{Diagnostic, Pointer};
use crate::document::{self, Document, Node};
use crate::found::Origin;

pub use split::{Pieces, pieces};

/// A text and its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text<'a> {
    /// The name of the file; `None` for pasted text.
    pub name: Option<&'a str>,
    /// Its content.
    pub text: &'a str,
}

impl<'a> Text<'a> {
    /// Creates a text without a name.
    pub fn pasted(text: &'a str) -> Text<'a> {
        Text { name: None, text }
    }
}

/// Where a piece lies: in a file, or in a field of an object of one (a ConfigMap, a patch).
#[derive(Clone, Debug, Default)]
struct Place {
    file: Option<Rc<str>>,
    /// Lines of the file before the text that the piece was read from.
    lines_before: usize,
    /// The field that holds this text, with a `:` behind it; empty for the file itself.
    within: String,
}

impl Place {
    /// Returns the place of a part with so many more lines before it.
    fn below(&self, lines: usize) -> Place {
        Place {
            lines_before: self.lines_before.saturating_add(lines),
            ..self.clone()
        }
    }

    fn origin(&self, kind: &'static str, line: usize, path: &str) -> Origin {
        Origin {
            file: self.file.as_deref().map(str::to_owned),
            line: self.lines_before.saturating_add(line),
            path: format!("{}{path}", self.within),
            kind,
        }
    }
}

/// A piece of a text.
#[derive(Clone, Debug)]
pub enum Item {
    /// An object: a document, or an entry of a List.
    Object(Object),
    /// Lines that are no object.
    Lines(Lines),
}

impl Item {
    /// Returns the object. `None` for lines.
    pub fn object(&self) -> Option<&Object> {
        match self {
            Item::Object(object) => Some(object),
            Item::Lines(_) => None,
        }
    }

    /// Returns the lines. `None` for an object.
    pub fn lines(&self) -> Option<&Lines> {
        match self {
            Item::Object(_) => None,
            Item::Lines(lines) => Some(lines),
        }
    }

    /// Creates lines that stand around what was meant, of which nothing is said if no kind recognises them.
    fn prose(text: &str, place: &Place) -> Item {
        Item::Lines(Lines {
            is_prose: true,
            ..Lines::new(text, place)
        })
    }

    /// Returns every key of an object at any depth, or the words of lines.
    pub fn vocabulary(&self) -> Vec<String> {
        match self {
            Item::Object(object) => {
                let mut words = Vec::new();
                if let Some(node) = object.node() {
                    keys(node, &mut words);
                }
                words
            }
            Item::Lines(lines) => lines
                .text()
                .split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_')))
                .filter(|word| !word.is_empty())
                .take(MOST_WORDS)
                .map(str::to_owned)
                .collect(),
        }
    }

    /// Returns the place of the whole piece, as one of that kind of source.
    pub fn origin(&self, kind: &'static str) -> Origin {
        match self {
            Item::Object(object) => object.root(kind).origin(),
            Item::Lines(lines) => {
                lines.origin(kind, lines.lines().next().map_or(1, |(number, _)| number), "")
            }
        }
    }
}

/// The number of words of a piece that are compared with those of known kinds.
const MOST_WORDS: usize = 4096;

fn keys(node: &Node, words: &mut Vec<String>) {
    for entry in node.entries() {
        if words.len() < MOST_WORDS {
            words.push(entry.key.clone());
        }
        keys(&entry.value, words);
    }
    for item in node.items() {
        keys(item, words);
    }
}

/// An object of YAML or JSON.
#[derive(Clone, Debug)]
pub struct Object {
    place: Place,
    document: Rc<Document>,
    pointer: Pointer,
    /// The kind and version that the list says its entries have, which then need not say it.
    listed: Option<Rc<(String, String)>>,
    /// The keys that stand twice in a mapping of its document, as Go's parser of YAML names each.
    duplicate_keys: Rc<[String]>,
}

impl Object {
    /// Returns the field at the top of the object, read as a scalar. `None` if it is absent or no scalar.
    pub fn text(&self, key: &str) -> Option<&str> {
        let own = self.node()?.get(key);
        match (key, self.listed.as_deref()) {
            ("kind", Some((kind, _))) if own.is_none() => Some(kind),
            ("apiVersion", Some((_, version))) if own.is_none() => Some(version),
            _ => own?.text(),
        }
    }

    /// Returns whether the object has that `kind` in a group that starts so: `kubeadm.k8s.io/`.
    pub fn is(&self, group: &str, kind: &str) -> bool {
        self.text("kind") == Some(kind) && self.text("apiVersion").unwrap_or_default().starts_with(group)
    }

    /// Returns whether the object has a key at its top.
    pub fn has(&self, key: &str) -> bool {
        self.node().is_some_and(|node| node.get(key).is_some())
            || (self.listed.is_some() && matches!(key, "kind" | "apiVersion"))
    }

    /// Returns the keys that stand twice in a mapping of its document, as Go's parser of YAML names each:
    /// `line 7: key "networking" already set in map`, with lines counted from the start of the document.
    pub fn duplicate_keys(&self) -> &[String] {
        &self.duplicate_keys
    }

    /// Returns the object as a value with its place. Its origins name `kind`.
    pub fn root(&self, kind: &'static str) -> At<'_> {
        At {
            object: self,
            kind,
            pointer: self.pointer.clone(),
            node: self.node(),
        }
    }

    fn node(&self) -> Option<&Node> {
        self.document.at(&self.pointer)
    }
}

/// A value of an object, which may be absent, with its place.
#[derive(Clone, Debug)]
pub struct At<'a> {
    object: &'a Object,
    kind: &'static str,
    pointer: Pointer,
    node: Option<&'a Node>,
}

impl<'a> At<'a> {
    /// Returns the value below a key.
    #[must_use]
    pub fn get(&self, key: &str) -> At<'a> {
        At {
            object: self.object,
            kind: self.kind,
            pointer: self.pointer.key(key),
            node: self.node.and_then(|node| node.get(key)),
        }
    }

    /// Returns the value below several keys: `networking/podSubnet`.
    #[must_use]
    pub fn path(&self, keys: &str) -> At<'a> {
        keys.split('/').fold(self.clone(), |at, key| at.get(key))
    }

    /// Returns whether there is a value.
    pub fn exists(&self) -> bool {
        self.node.is_some()
    }

    /// Returns the node. `None` if the value is absent.
    pub fn node(&self) -> Option<&'a Node> {
        self.node
    }

    /// Returns the scalar as it is written. `None` if the value is absent, null, a list or a mapping.
    pub fn text(&self) -> Option<&'a str> {
        self.node?.text()
    }

    /// Returns the entries of a list. Empty for any other value.
    pub fn items(&self) -> Vec<At<'a>> {
        let items = self.node.map_or(&[][..], Node::items);
        items
            .iter()
            .enumerate()
            .map(|(index, node)| At {
                object: self.object,
                kind: self.kind,
                pointer: self.pointer.index(index),
                node: Some(node),
            })
            .collect()
    }

    /// Returns the keys of a mapping with their values. Empty for any other value.
    pub fn entries(&self) -> Vec<(&'a str, At<'a>)> {
        let entries = self.node.map_or(&[][..], Node::entries);
        entries
            .iter()
            .map(|entry| (entry.key.as_str(), self.get(&entry.key)))
            .collect()
    }

    /// Returns the scalars of a list, or the parts of one text between commas, as tools take lists of ranges.
    pub fn list(&self) -> Vec<&'a str> {
        match self.text() {
            Some(text) => text.split(',').map(str::trim).collect(),
            None => self
                .node
                .map_or(&[][..], Node::items)
                .iter()
                .filter_map(Node::text)
                .collect(),
        }
    }

    /// Returns the place of the value.
    pub fn origin(&self) -> Origin {
        let line = self.object.document.locate(&self.pointer).line;
        self.object.place.origin(self.kind, line, &self.below())
    }

    /// Returns the path of the value below its object.
    fn below(&self) -> String {
        self.pointer
            .as_str()
            .strip_prefix(self.object.pointer.as_str())
            .and_then(Pointer::parse)
            .map_or_else(String::new, |pointer| pointer.field_path())
    }

    /// Returns the mapping as a piece of its own: the Helm values that another object holds. `None` for any other value.
    pub fn as_item(&self) -> Option<Item> {
        self.node.filter(|node| node.is_mapping())?;
        Some(Item::Object(Object {
            place: Place {
                within: format!("{}{}.", self.object.place.within, self.below()),
                ..self.object.place.clone()
            },
            document: Rc::clone(&self.object.document),
            pointer: self.pointer.clone(),
            listed: None,
            duplicate_keys: Rc::clone(&self.object.duplicate_keys),
        }))
    }

    /// Returns the pieces of the text that the value holds. Empty if it is no text.
    pub fn embedded(&self) -> Vec<Item> {
        let Some(text) = self.text() else {
            return Vec::new();
        };
        let origin = self.origin();
        let is_block = self
            .node
            .is_some_and(|node| node.style == document::Style::BlockScalar);
        let place = Place {
            file: self.object.place.file.clone(),
            // The text of a block scalar begins in the line below its header.
            lines_before: origin.line.saturating_sub(usize::from(!is_block)),
            within: format!("{}: ", origin.path),
        };
        split::split(text, &place).items
    }
}

/// Lines that are no object, with their numbers.
#[derive(Clone, Debug)]
pub struct Lines {
    place: Place,
    text: String,
    /// Why the text is no stream of objects, if it may have been meant as one.
    why: Vec<Diagnostic>,
    /// Whether the text stands around what was meant: blocks of code in a report, documents in a script, objects in a dump.
    is_prose: bool,
}

impl Lines {
    fn new(text: &str, place: &Place) -> Lines {
        Lines {
            place: place.clone(),
            text: text.to_owned(),
            why: Vec::new(),
            is_prose: false,
        }
    }

    /// Returns whether the text stands around blocks of code in a report, which are what was meant.
    pub fn is_prose(&self) -> bool {
        self.is_prose
    }

    /// Returns why the text is no stream of objects. Empty if it does not look like one.
    pub fn why(&self) -> &[Diagnostic] {
        &self.why
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the lines that are not empty, each with its number, from 1. A line that ends with a backslash goes on in
    /// the next.
    pub fn lines(&self) -> impl Iterator<Item = (usize, String)> {
        let mut lines = self.text.lines().enumerate();
        std::iter::from_fn(move || {
            loop {
                let (index, first) = lines.next()?;
                let mut joined = first.trim_end().to_owned();
                while joined.ends_with('\\') {
                    joined.pop();
                    joined.push(' ');
                    let Some((_, next)) = lines.next() else { break };
                    joined.push_str(next.trim());
                }
                if !joined.trim().is_empty() {
                    return Some((index.saturating_add(1), joined));
                }
            }
        })
    }

    /// Returns the pieces of a part of the text, with the number of lines before it.
    pub fn part(&self, before: usize, text: &str) -> Vec<Item> {
        split::split(text, &self.place.below(before)).items
    }

    /// Returns the place of a line.
    pub fn origin(&self, kind: &'static str, line: usize, path: &str) -> Origin {
        self.place.origin(kind, line, path)
    }
}
