//! The plan file as a tree in which every node has its place, edits that keep comments, and the only place that
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
pub use read::{MAX_DEPTH, MAX_DOCUMENTS, MAX_KEYS, MAX_SIZE, MAX_VALUES, read, read_files, template};
pub use source::{LineTable, Source};
pub use typed::{Misfit, typed};

/// A range of bytes of the text; the end is exclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Offset of the first byte, from 0.
    pub start: usize,
    /// Offset behind the last byte.
    pub end: usize,
}

/// An integer. In two halves: with an `i128`, which is aligned to 16 bytes, every value of a text would take 8 bytes more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole {
    high: i64,
    low: u64,
}

impl Whole {
    /// Returns the number.
    pub fn get(self) -> i128 {
        (i128::from(self.high) << 64) | i128::from(self.low)
    }
}

impl From<i128> for Whole {
    fn from(number: i128) -> Whole {
        Whole {
            high: (number >> 64) as i64,
            low: number as u64,
        }
    }
}

/// The value of a node, by its type.
#[derive(Clone, Debug)]
pub enum Value {
    /// Null: an empty value, `~` or `null`.
    Null,
    /// A boolean; `yes` and `on` without quotes are booleans.
    Bool(bool),
    /// An integer of 64 bits, signed or unsigned.
    Int(Whole),
    /// Any other finite number.
    Float(f64),
    /// A string.
    String(String),
    /// A list.
    Sequence(Vec<Node>),
    /// A mapping, in the order of the text, each key once.
    Mapping(Vec<Entry>),
}

/// The form in which a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Not written: `key:` with nothing behind it.
    Empty,
    /// A scalar without quotes.
    Plain,
    /// A string in single quotes: `'…'`.
    SingleQuoted,
    /// A string in double quotes: `"…"`.
    DoubleQuoted,
    /// A block scalar, `|` or `>`.
    BlockScalar,
    /// A list or mapping by indentation.
    Block,
    /// A list or mapping in brackets: `[…]` or `{…}`.
    Flow,
    /// The `a: 1` of `[a: 1]`, a mapping without its braces.
    FlowPair,
}

/// A value and its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// The bytes of the value, with its tag or block scalar header. Empty, behind the `:` or `-`, for
    /// [`Style::Empty`].
    pub span: Span,
    /// The form in which the value is written.
    pub style: Style,
    // The text of a plain scalar that is not a string: `1.30`.
    raw: Option<Box<str>>,
}

/// A key of a mapping and its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// The bytes of the key, with its quotes.
    pub key_span: Span,
    /// The form in which the key is written.
    pub key_style: Style,
    /// The value.
    pub value: Node,
}

impl Node {
    /// Creates a node that has no place in a text.
    pub(crate) fn detached(value: Value) -> Node {
        let raw = match &value {
            Value::Int(number) => Some(number.get().to_string().into()),
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

    /// Returns the value of the key `key`. `None` if the node is not a mapping or has no such key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// Returns the entry of the key `key`. `None` if the node is not a mapping or has no such key.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.key == key)
    }

    /// Returns the entries of a mapping. Empty for any other node.
    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Mapping(entries) => entries,
            _ => &[],
        }
    }

    /// Returns the entries of a list. Empty for any other node.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::Sequence(items) => items,
            _ => &[],
        }
    }

    /// Returns the node that `pointer` names, counted from this node. `None` if it does not exist.
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

    /// Returns whether the value is null.
    pub fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }

    /// Returns whether the node is a mapping.
    pub fn is_mapping(&self) -> bool {
        matches!(self.value, Value::Mapping(_))
    }

    /// Returns whether the node is a list.
    pub fn is_sequence(&self) -> bool {
        matches!(self.value, Value::Sequence(_))
    }

    /// Returns the string. `None` if Kubernetes does not read the node as a string.
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// Returns a scalar as it is written: `1.30` without quotes is `1.30`. `None` for null, lists and mappings.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            Value::Bool(_) | Value::Int(_) | Value::Float(_) => self.raw.as_deref(),
            Value::Null | Value::Sequence(_) | Value::Mapping(_) => None,
        }
    }

    /// Returns the boolean; `yes`, `on` and `y` without quotes are booleans. `None` for any other value.
    pub fn as_bool(&self) -> Option<bool> {
        match self.value {
            Value::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// Returns the integer; `1e3` is one, `1.5` is not. `None` for any other value.
    pub fn as_integer(&self) -> Option<i128> {
        match self.value {
            Value::Int(value) => Some(value.get()),
            Value::Float(value) => scalar::whole(value),
            _ => None,
        }
    }

    /// Returns whether the node is a plain scalar that readers of YAML 1.1 and of YAML 1.2 understand differently
    /// ([`scalar::is_ambiguous`]).
    pub fn is_ambiguous(&self) -> bool {
        self.style == Style::Plain
            && self
                .raw
                .as_deref()
                .or(self.as_str())
                .is_some_and(scalar::is_ambiguous)
    }

    /// Returns whether the node has no place in a text.
    fn is_detached(&self) -> bool {
        self.style != Style::Empty && self.span == Span::default()
    }

    /// Returns whether two nodes hold the same value; place and style do not matter. The order of keys does not
    /// matter. Numbers that are written differently (`1.3` and `1.30`) are not the same.
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
            Value::Int(value) => Some(value.get() as f64),
            Value::Float(value) => Some(value),
            _ => None,
        }
    }
}

/// Reads a list index as RFC 6901 writes it: no sign, no leading zero.
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
    cut: bool,
    source: Arc<Source>,
}

impl Document {
    /// Returns the index of the document in the stream, from 0. Empty documents are not returned but counted.
    pub fn index(&self) -> usize {
        self.index
    }

    /// Returns the root node of the document.
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// Returns the bytes of the stream that belong to the document, with its `---` and comments.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// Returns whether the whole document was read; false if reading reported an error in it.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// Returns whether reading broke off in the document, so that what follows the error is missing. What is said about
    /// missing fields of such a document would only repeat the error.
    pub fn is_cut(&self) -> bool {
        self.cut
    }

    /// Returns the text that holds the document.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Returns the node that `pointer` names. `None` if it does not exist.
    pub fn at(&self, pointer: &Pointer) -> Option<&Node> {
        self.root.at(pointer)
    }

    /// Returns the place of the value that `pointer` names. For an absent value it is the place of the key of the
    /// nearest existing value around it.
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

    /// Returns the place of the key that `pointer` ends with. For a list entry it is the place of its value, for an
    /// absent key as in [`Self::locate`].
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
        file: source.name().map(str::to_owned),
    }
}

/// The result of reading a text.
#[derive(Clone, Debug)]
pub struct Stream {
    /// The documents that are not empty, in the order of the text.
    pub documents: Vec<Document>,
    /// The problems of the text, in its order.
    pub diagnostics: Vec<Diagnostic>,
    /// The index of the first document of each file; one entry for a text that is read by itself.
    pub firsts: Vec<usize>,
    /// The texts of the files, in their order.
    pub sources: Vec<Arc<Source>>,
    /// The number of documents, with the empty ones.
    count: usize,
}

impl Stream {
    /// Returns the number of the file that has a document, from 0, and the index of the document within the file.
    pub fn file_of(&self, document: usize) -> (usize, usize) {
        let file = self
            .firsts
            .partition_point(|first| *first <= document)
            .saturating_sub(1);
        let first = self.firsts.get(file).copied().unwrap_or_default();
        (file, document.saturating_sub(first))
    }

    /// Returns the document with that index ([`Document::index`]). `None` if there is none or it is empty.
    pub fn document(&self, index: usize) -> Option<&Document> {
        // INVARIANT: documents stand in the order of their indices.
        let place = self.documents.binary_search_by_key(&index, Document::index);
        self.documents.get(place.ok()?)
    }
}
