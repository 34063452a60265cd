//! Anchors, aliases and merge keys, as the YAML reader of kubectl resolves them.
//!
//! sigs.k8s.io/yaml (goyaml.v2 `decode.go`): an alias stands for the value of its anchor; the fields of `<<` replace
//! those that stand before it, and those behind it replace its fields; of a list of mappings the first counts most.
//! Where that reader counts aliases against values (`document contains excessive aliasing`), this one has a fixed bound.

use std::collections::HashMap;

use super::{Content, Frame, Key, MAX_DEPTH, Merged, Reader};
use crate::document::{Entry, Node, Span, Style, Value, codes};
use crate::i18n::Message;

/// The largest number of values that the anchors and aliases of a text may come to.
const MAX_EXPANDED: usize = 100_000;

/// The anchors of the open document.
#[derive(Default)]
pub(super) struct Anchors {
    values: HashMap<usize, Anchored>,
    /// The number of values that were copied so far, in all documents.
    expanded: usize,
    /// Whether the bound was passed, which is said once.
    exhausted: bool,
}

struct Anchored {
    node: Node,
    size: Size,
}

#[derive(Clone, Copy)]
struct Size {
    values: usize,
    depth: usize,
}

impl Anchors {
    /// Keeps the value of an anchor. 0 is no anchor.
    pub(super) fn keep(&mut self, anchor: usize, node: &Node) {
        if anchor == 0 || self.exhausted {
            return;
        }
        let size = size(node);
        self.expanded = self.expanded.saturating_add(size.values);
        if self.expanded <= MAX_EXPANDED {
            let node = node.clone();
            self.values.insert(anchor, Anchored { node, size });
        }
    }

    /// Forgets the anchors at the end of a document.
    pub(super) fn forget(&mut self) {
        self.values.clear();
    }
}

/// Returns the number of values within a node, itself among them, and how deep they are nested. Nodes are never nested
/// deeper than [`MAX_DEPTH`].
fn size(node: &Node) -> Size {
    let below = |nodes: &mut dyn Iterator<Item = &Node>| {
        nodes
            .map(size)
            .fold(Size { values: 1, depth: 1 }, |sum, one| Size {
                values: sum.values + one.values,
                depth: sum.depth.max(one.depth + 1),
            })
    };
    match &node.value {
        Value::Sequence(items) => below(&mut items.iter()),
        Value::Mapping(entries) => below(&mut entries.iter().map(|entry| &entry.value)),
        _ => Size { values: 1, depth: 0 },
    }
}

impl Reader {
    /// Puts the value of an anchor in the place of an alias.
    pub(super) fn alias(&mut self, anchor: usize, place: Span) {
        let node = self.resolve(anchor, place).unwrap_or(Node {
            value: Value::Null,
            span: place,
            style: Style::Plain,
            raw: None,
        });
        match (&node.value, self.awaits_key()) {
            (Value::String(name), true) => {
                let name = name.clone();
                let dropped = self.refuse_duplicate(&name, place);
                self.set_key(Key {
                    name,
                    span: place,
                    style: Style::Plain,
                    dropped,
                    merge: false,
                });
            }
            _ => self.node(node),
        }
    }

    fn resolve(&mut self, anchor: usize, place: Span) -> Option<Node> {
        if self.anchors.exhausted {
            return None;
        }
        let name = self.source.slice(place).trim_start_matches('*').to_owned();
        let too_many = self.anchors.expanded > MAX_EXPANDED;
        let size = self.anchors.values.get(&anchor).map(|anchored| anchored.size);
        let case = match size {
            _ if too_many => ".many",
            None if anchor == 0 => "",
            // The anchor is still open: its value would contain itself.
            None => ".itself",
            Some(size) => {
                self.anchors.expanded = self.anchors.expanded.saturating_add(size.values);
                if self.anchors.expanded > MAX_EXPANDED {
                    ".many"
                } else if self.frames.len() + size.depth > MAX_DEPTH {
                    self.refuse(codes::TOO_DEEP, place, |id| {
                        Message::new(id).with("limit", MAX_DEPTH)
                    });
                    return None;
                } else {
                    let anchored = self.anchors.values.get(&anchor)?;
                    let mut node = anchored.node.clone();
                    node.span = place;
                    return Some(node);
                }
            }
        };
        self.anchors.exhausted = case == ".many";
        self.refuse(codes::ALIAS, place, |id| {
            Message::new(format!("{id}{case}"))
                .with("name", name)
                .with("limit", MAX_EXPANDED)
        });
        None
    }

    /// Merges the value of `<<` into the open mapping.
    pub(super) fn merge(&mut self, key: Span, value: Node) {
        let place = value.span;
        let sources = match value.value {
            Value::Mapping(_) => vec![value],
            // Of several mappings the first counts most, so it is merged last.
            Value::Sequence(items) => items.into_iter().rev().collect(),
            // An alias that was refused.
            Value::Null if value.style == Style::Plain => return,
            _ => return self.refuse(codes::MERGE_KEY, place, Message::new),
        };
        for source in sources {
            let Value::Mapping(fields) = source.value else {
                return self.refuse(codes::MERGE_KEY, place, Message::new);
            };
            let Some(Frame {
                content: Content::Mapping { entries, merged, .. },
                ..
            }) = self.frames.last_mut()
            else {
                return;
            };
            let merged = merged.get_or_insert_with(|| {
                let mut merged = Box::new(Merged::default());
                for (place, entry) in entries.iter().enumerate() {
                    merged.put(&entry.key, place);
                }
                merged
            });
            for Entry { key: name, value, .. } in fields {
                merged.put(&name, entries.len());
                entries.push(Entry {
                    key: name,
                    key_span: key,
                    key_style: Style::Plain,
                    value: Node { span: place, ..value },
                });
            }
        }
    }
}
