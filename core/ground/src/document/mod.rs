//! The plan file as a tree that knows where everything stands, edits that keep its comments, and the only place that
//! writes YAML.
//!
//! ```
//! use dualstack_ground::diagnostic::Pointer;
//! use dualstack_ground::document::read;
//! let stream = read("kind: ClusterPlan\nspec:\n  kubernetesVersion: 1.30 # no quotes\n");
//! let plan = &stream.documents[0];
//! let version = plan.root().get("spec").and_then(|spec| spec.get("kubernetesVersion")).unwrap();
//! assert_eq!(version.text(), Some("1.30"));
//! let place = plan.locate(&Pointer::root().key("spec").key("kubernetesVersion"));
//! assert_eq!((place.line, place.column), (3, 22));
//! ```

pub mod codes;
pub mod decode;
mod json;
mod nearest;
pub mod normalise;
mod object;
pub mod order;
pub mod patch;
mod read;
pub mod scalar;
mod source;
#[cfg(test)]
mod tests;
mod typed;
pub mod write;

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Location, Pointer};

pub use json::{as_json, to_json};
pub use nearest::nearest;
pub use object::{Object, WORKLOADS};
pub use read::{MAX_DEPTH, MAX_SIZE, read};
pub use source::{LineTable, Source};
pub use typed::{Misfit, typed};

/// A range of bytes of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// Byte behind the last one.
    pub end: usize,
}

/// What a value is.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing, `~`, `null`.
    Null,
    /// A boolean, `yes` and `on` among them.
    Bool(bool),
    /// An integer of 64 bits, signed or unsigned.
    Int(i128),
    /// Any other finite number.
    Float(f64),
    /// A string.
    String(String),
    /// A list.
    Sequence(Vec<Node>),
    /// A mapping, in the order of the text, each key once.
    Mapping(Vec<Entry>),
}

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Not written at all: `key:` and nothing behind it.
    Empty,
    /// A scalar without quotes.
    Plain,
    /// `'…'`
    SingleQuoted,
    /// `"…"`
    DoubleQuoted,
    /// `|` or `>`
    BlockScalar,
    /// A list or mapping by indentation.
    Block,
    /// `[…]` or `{…}`
    Flow,
    /// The `a: 1` of `[a: 1]`, a mapping without its braces.
    FlowPair,
}

/// A value and its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Where it is written, a tag or block scalar header with it. Empty, behind the `:` or `-`, for [`Style::Empty`].
    pub span: Span,
    /// How it is written.
    pub style: Style,
    // The text of a plain scalar that is not a string: `1.30`.
    raw: Option<Box<str>>,
}

/// A key of a mapping and its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key is written, its quotes with it.
    pub key_span: Span,
    /// How the key is written.
    pub key_style: Style,
    /// The value.
    pub value: Node,
}

impl Node {
    /// A node that stands in no text.
    pub(crate) fn detached(value: Value) -> Node {
        let raw = match &value {
            Value::Int(number) => Some(number.to_string().into()),
            Value::Float(number) => Some(number.to_string().into()),
            _ => None,
        };
        let style = match &value {
            Value::Sequence(_) | Value::Mapping(_) => Style::Block,
            _ => Style::Plain,
        };
        Node {
            value,
            span: Span::default(),
            style,
            raw,
        }
    }

    /// The value of a key of a mapping.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The key and value of a mapping.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.key == key)
    }

    /// The entries of a mapping; none for anything else.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Mapping(entries) => entries,
            _ => &[],
        }
    }

    /// The entries of a list; none for anything else.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::Sequence(items) => items,
            _ => &[],
        }
    }

    /// The node below this one that a pointer names.
    pub fn at(&self, pointer: &Pointer) -> Option<&Node> {
        pointer.tokens().try_fold(self, |node, token| node.child(&token))
    }

    fn child(&self, token: &str) -> Option<&Node> {
        match &self.value {
            Value::Mapping(_) => self.get(token),
            Value::Sequence(items) => items.get(list_index(token)?),
            _ => None,
        }
    }

    /// Whether nothing is there.
    pub fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }

    /// Whether it is a mapping.
    pub fn is_mapping(&self) -> bool {
        matches!(self.value, Value::Mapping(_))
    }

    /// Whether it is a list.
    pub fn is_sequence(&self) -> bool {
        matches!(self.value, Value::Sequence(_))
    }

    /// The string, where Kubernetes sees a string too.
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// A scalar as it was written: `1.30` without quotes is `1.30`. `None` for null, lists and mappings.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            Value::Bool(_) | Value::Int(_) | Value::Float(_) => self.raw.as_deref(),
            Value::Null | Value::Sequence(_) | Value::Mapping(_) => None,
        }
    }

    /// The boolean; `yes`, `on` and `y` without quotes are booleans.
    pub fn as_bool(&self) -> Option<bool> {
        match self.value {
            Value::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// The integer; `1e3` is one, `1.5` is not.
    pub fn as_integer(&self) -> Option<i128> {
        match self.value {
            Value::Int(value) => Some(value),
            Value::Float(value) => scalar::whole(value),
            _ => None,
        }
    }

    /// Whether it is a plain scalar that YAML 1.1 and 1.2 readers take for different values ([`scalar::is_ambiguous`]).
    pub fn is_ambiguous(&self) -> bool {
        self.style == Style::Plain
            && self
                .raw
                .as_deref()
                .or(self.as_str())
                .is_some_and(scalar::is_ambiguous)
    }

    /// Whether the node stands in no text.
    fn is_detached(&self) -> bool {
        self.style != Style::Empty && self.span == Span::default()
    }

    /// Whether two nodes hold the same, wherever and however it is written. The order of keys does not matter; numbers
    /// written differently in their texts (`1.3` and `1.30`) are not the same.
    pub fn same_value(&self, other: &Node) -> bool {
        match (&self.value, &other.value) {
            (Value::Null, Value::Null) => true,
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Int(a), Value::Int(b)) => a == b && self.same_text(other),
            (Value::Int(_) | Value::Float(_), Value::Int(_) | Value::Float(_)) => {
                self.as_number() == other.as_number() && self.same_text(other)
            }
            (Value::String(a), Value::String(b)) => a == b,
            (Value::Sequence(a), Value::Sequence(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same_value(b))
            }
            (Value::Mapping(a), Value::Mapping(b)) => {
                a.len() == b.len()
                    && a.iter().all(|entry| {
                        other
                            .get(&entry.key)
                            .is_some_and(|value| entry.value.same_value(value))
                    })
            }
            _ => false,
        }
    }

    fn same_text(&self, other: &Node) -> bool {
        self.raw == other.raw || self.is_detached() || other.is_detached()
    }

    fn as_number(&self) -> Option<f64> {
        match self.value {
            Value::Int(value) => Some(value as f64),
            Value::Float(value) => Some(value),
            _ => None,
        }
    }
}

/// A list index as RFC 6901 writes it: no sign, no leading zero.
fn list_index(token: &str) -> Option<usize> {
    let plain = token == "0" || token.starts_with(|c: char| matches!(c, '1'..='9'));
    token.parse().ok().filter(|_| plain)
}

/// One document of a stream.
#[derive(Clone, Debug)]
pub struct Document {
    index: usize,
    root: Node,
    range: Range<usize>,
    complete: bool,
    source: Arc<Source>,
}

impl Document {
    /// Its index in the stream. Empty documents are not returned but counted, so the index stays what it is.
    pub fn index(&self) -> usize {
        self.index
    }

    /// The value of the document.
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// The bytes of the stream that belong to it, its `---` and comments with it.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// Whether all of it was read; not so where reading reported an error within it.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// The text it stands in.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The node that a pointer names.
    pub fn at(&self, pointer: &Pointer) -> Option<&Node> {
        self.root.at(pointer)
    }

    /// The place of a value. For one that is absent: the place of the nearest value around it that is there, by its key.
    pub fn locate(&self, pointer: &Pointer) -> Location {
        let mut node = &self.root;
        let mut key = None;
        for token in pointer.tokens() {
            let next = match node.entry(&token) {
                Some(entry) => Some((&entry.value, Some(entry.key_span))),
                None => node.child(&token).map(|item| (item, None)),
            };
            let Some((child, child_key)) = next else {
                let start = Span {
                    start: node.span.start,
                    end: node.span.start,
                };
                return self.location(pointer, key.unwrap_or(start));
            };
            (node, key) = (child, child_key);
        }
        match key {
            Some(key) if node.style == Style::Empty => self.location(pointer, key),
            _ => self.location(pointer, node.span),
        }
    }

    /// The place of the key that a pointer ends with; for a list entry its value, for an absent key as [`Self::locate`].
    pub fn locate_key(&self, pointer: &Pointer) -> Location {
        let key = pointer
            .split_last()
            .and_then(|(parent, name)| self.at(&parent).and_then(|parent| parent.entry(&name)))
            .map(|entry| entry.key_span);
        key.map_or_else(|| self.locate(pointer), |span| self.location(pointer, span))
    }

    fn location(&self, pointer: &Pointer, span: Span) -> Location {
        location(&self.source, self.index, pointer.clone(), span)
    }
}

fn location(source: &Source, document: usize, pointer: Pointer, span: Span) -> Location {
    let (line, column) = source.position(span.start);
    let (end_line, end_column) = source.position(span.end);
    Location {
        document,
        pointer,
        line,
        column,
        end_line,
        end_column,
    }
}

/// What was read from a text.
#[derive(Clone, Debug)]
pub struct Stream {
    /// The documents that are not empty, in order.
    pub documents: Vec<Document>,
    /// What is wrong with the text, in order.
    pub diagnostics: Vec<Diagnostic>,
}

impl Stream {
    /// The document of an index ([`Document::index`]).
    pub fn document(&self, index: usize) -> Option<&Document> {
        self.documents.iter().find(|document| document.index == index)
    }
}
