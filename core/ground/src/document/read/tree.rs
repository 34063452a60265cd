//! Lists and mappings: what is open, where it begins, and where a finished node goes.

use std::borrow::Cow;

use granit_parser::{ScalarStyle, StructureStyle, Tag};

use super::{Content, Frame, Key, MAX_DEPTH, Reader};
use crate::document::scalar::Scalar;
use crate::document::source::skip_trivia;
use crate::document::{Entry, Node, Span, Style, Value, codes, scalar};
use crate::i18n::Message;

impl Reader {
    pub(super) fn start(
        &mut self,
        (content, anchor): (Content, usize),
        style: StructureStyle,
        tag: Option<&Tag>,
        span: &granit_parser::Span,
        place: Span,
    ) {
        if self.skipped > 0 {
            self.skipped += 1;
            return;
        }
        let introduced = self.introduced();
        let tag_at = span.tag_start.and_then(|marker| marker.byte_offset());
        if let Some(tag) = tag {
            let expected = if matches!(content, Content::Sequence(_)) {
                "seq"
            } else {
                "map"
            };
            self.check_tag(
                tag,
                tag_at.unwrap_or(place.start),
                tag.core_suffix() == Some(expected),
            );
        }
        if self.frames.len() >= MAX_DEPTH {
            self.refuse(codes::TOO_DEEP, place, |id| {
                Message::new(id).with("limit", MAX_DEPTH)
            });
            self.node(Node {
                value: Value::Null,
                span: place,
                style: Style::Flow,
                raw: None,
            });
            self.skipped = 1;
            return;
        }
        let style = match (style, &content) {
            (StructureStyle::Block, _) => Style::Block,
            // The mapping in `[a: 1]` has no brace.
            (StructureStyle::Flow, Content::Mapping { .. }) if place.start == place.end => Style::FlowPair,
            (StructureStyle::Flow, _) => Style::Flow,
        };
        // A list at the indentation of its key is reported behind its first dash.
        let open = match (&content, style) {
            (Content::Sequence(_), Style::Block) => {
                let dash = skip_trivia(self.source.text(), introduced);
                if dash < place.start && self.byte(dash) == Some(b'-') {
                    dash
                } else {
                    place.start
                }
            }
            _ => place.start,
        };
        let start = tag_at.map_or(open, |tag| tag.min(open));
        self.frames.push(Frame {
            style,
            start,
            open,
            content,
            anchor,
        });
    }

    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        self.source.text().as_bytes().get(at).copied()
    }

    /// Returns the offset behind the `:`, `-` or `---` that introduces the next node, or the node's own start if
    /// nothing introduces it.
    pub(super) fn introduced(&self) -> usize {
        let Some(frame) = self.frames.last() else {
            return self.document.as_ref().map_or(0, |open| open.introduced);
        };
        let (from, indicator) = match &frame.content {
            Content::Mapping { key: Some(key), .. } => (key.span.end, b':'),
            Content::Mapping { .. } => return frame.open,
            Content::Sequence(items) => match items.last() {
                Some(last) => (
                    last.span.end,
                    if frame.style == Style::Block { b'-' } else { b',' },
                ),
                None => (frame.open, if frame.style == Style::Block { b'-' } else { b'[' }),
            },
        };
        let at = skip_trivia(self.source.text(), from);
        if self.byte(at) == Some(indicator) {
            at + 1
        } else {
            from
        }
    }

    /// Returns whether the next node is a key.
    pub(super) fn awaits_key(&self) -> bool {
        matches!(
            self.frames.last(),
            Some(Frame {
                content: Content::Mapping { key: None, .. },
                ..
            })
        )
    }

    pub(super) fn key(&mut self, text: Cow<'_, str>, style: ScalarStyle, tag: Option<&Tag>, place: Span) {
        let style = match style {
            ScalarStyle::SingleQuoted => Style::SingleQuoted,
            ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
            _ => Style::Plain,
        };
        let name = text.into_owned();
        let plain = style == Style::Plain;
        let merge = plain && name == "<<";
        let dropped = if merge {
            false
        } else {
            if (plain && scalar::resolve(&name) != Scalar::String) || tag.is_some() {
                let written = name.clone();
                self.refuse(codes::KEY_NOT_STRING, place, |id| {
                    Message::new(id).with("key", written)
                });
            }
            place.start == place.end || self.refuse_duplicate(&name, place)
        };
        self.set_key(Key {
            name,
            span: place,
            style,
            dropped,
            merge,
        });
    }

    /// Returns whether the open mapping already has the key. A duplicate is reported with the line of the first one.
    pub(super) fn refuse_duplicate(&mut self, name: &str, place: Span) -> bool {
        let Some(Frame {
            content: Content::Mapping { seen, .. },
            ..
        }) = self.frames.last_mut()
        else {
            return false;
        };
        let Some(first) = seen.get(name).copied() else {
            seen.insert(name.to_owned(), place.start);
            return false;
        };
        let (line, _) = self.source.position(first);
        let written = name.to_owned();
        self.refuse(codes::DUPLICATE_KEY, place, |id| {
            Message::new(id).with("key", written).with("line", line)
        });
        true
    }

    pub(super) fn set_key(&mut self, new: Key) {
        if let Some(Frame {
            content: Content::Mapping { key, .. },
            ..
        }) = self.frames.last_mut()
        {
            *key = Some(new);
        }
    }

    /// Adds a finished node to the open list, mapping or document.
    pub(super) fn node(&mut self, node: Node) {
        if self.awaits_key() {
            // A list, a mapping or an alias as a key.
            let span = node.span;
            if !matches!(node.value, Value::Null) {
                let written = self
                    .source
                    .slice(span)
                    .lines()
                    .next()
                    .unwrap_or_default()
                    .to_owned();
                self.refuse(codes::KEY_NOT_STRING, span, |id| {
                    Message::new(id).with("key", written)
                });
            }
            return self.set_key(Key {
                name: String::new(),
                span,
                style: Style::Plain,
                dropped: true,
                merge: false,
            });
        }
        match self.frames.last_mut() {
            None => {
                if let Some(open) = &mut self.document {
                    open.root = Some(node);
                }
            }
            Some(Frame {
                content: Content::Sequence(items),
                ..
            }) => items.push(node),
            Some(Frame {
                content: Content::Mapping {
                    entries, key, merged, ..
                },
                ..
            }) => match key.take() {
                Some(Key {
                    merge: true, span, ..
                }) => self.merge(span, node),
                Some(Key {
                    name,
                    span,
                    style,
                    dropped: false,
                    ..
                }) => {
                    // A field that is written here replaces one that was merged in.
                    if let Some(merged) = merged {
                        merged.put(&name, entries.len());
                    }
                    entries.push(Entry {
                        key: name,
                        key_span: span,
                        key_style: style,
                        value: node,
                    });
                }
                _ => {}
            },
        }
    }

    /// Gives an empty value to the key at which reading broke off.
    pub(super) fn close_open_key(&mut self) {
        if let Some(Frame {
            content: Content::Mapping { key: Some(key), .. },
            ..
        }) = self.frames.last()
        {
            let span = Span {
                start: key.span.end,
                end: key.span.end,
            };
            self.node(Node {
                value: Value::Null,
                span,
                style: Style::Empty,
                raw: None,
            });
        }
    }

    /// Ends the innermost list or mapping. Without `end` it ends with its last entry.
    pub(super) fn close(&mut self, end: Option<usize>) {
        let Some(Frame {
            style,
            start,
            content,
            anchor,
            ..
        }) = self.frames.pop()
        else {
            return;
        };
        // A list grows by doubling; what stands in the tree has no room to spare.
        let (last, value) = match content {
            Content::Sequence(mut items) => {
                items.shrink_to_fit();
                (items.last().map(|item| item.span.end), Value::Sequence(items))
            }
            Content::Mapping {
                mut entries, merged, ..
            } => {
                if let Some(merged) = merged {
                    entries = merged.left(entries);
                }
                entries.shrink_to_fit();
                let last = entries.last().map(|entry| entry.value.span.end);
                (last, Value::Mapping(entries))
            }
        };
        let bracket = if style == Style::Flow { end } else { None };
        let end = bracket.or(last).unwrap_or(start);
        let node = Node {
            value,
            span: Span {
                start,
                end: end.max(start),
            },
            style,
            raw: None,
        };
        self.anchors.keep(anchor, &node);
        self.node(node);
    }
}
