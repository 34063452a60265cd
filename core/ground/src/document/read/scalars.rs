//! Scalars and tags: what a text is, and where it stands.

use std::borrow::Cow;

use granit_parser::{ScalarStyle, Tag};

use super::Reader;
use crate::document::scalar::{self, Scalar};
use crate::document::source::{Source, line_end, skip_trivia};
use crate::document::{Node, Span, Style, Value, codes};
use crate::i18n::Message;

impl Reader {
    pub(super) fn scalar(
        &mut self,
        text: Cow<'_, str>,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        place: Span,
    ) {
        if self.skipped > 0 {
            return;
        }
        if self.awaits_key() {
            if anchor != 0 {
                let name = Node::detached(Value::String(text.clone().into_owned()));
                self.anchors.keep(anchor, &name);
            }
            return self.key(text, style, tag, place);
        }
        let style = match style {
            // An empty node is reported as `~` without a place.
            ScalarStyle::Plain if place.start == place.end => Style::Empty,
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted => Style::SingleQuoted,
            ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
            ScalarStyle::Literal | ScalarStyle::Folded => Style::BlockScalar,
        };
        let mut span = place;
        match style {
            Style::Empty => {
                span.start = self.introduced();
                span.end = span.start;
            }
            Style::BlockScalar => {
                // Its place is that of the content; the header stands before it.
                span.start = skip_trivia(self.source.text(), self.introduced()).min(place.start);
                span.end = self.block_scalar_end(span.start, place);
            }
            _ => {}
        }
        let mut node = Node {
            value: Value::String(String::new()),
            span,
            style,
            raw: None,
        };
        let plain = matches!(style, Style::Plain | Style::Empty);
        let resolved = match tag {
            None if plain => scalar::resolve(if style == Style::Empty { "" } else { &text }),
            None => Scalar::String,
            Some(tag) => {
                let at = skip_trivia(self.source.text(), self.introduced());
                let at = if style == Style::Empty {
                    at
                } else {
                    at.min(node.span.start)
                };
                node.span.start = at;
                if style == Style::Empty {
                    // The tag alone is all that is written.
                    node.span.end = self.tag_end(tag, at);
                    node.style = Style::Plain;
                }
                self.tagged(tag, &text, at)
            }
        };
        node.value = match resolved {
            Scalar::Null => Value::Null,
            Scalar::Bool(value) => Value::Bool(value),
            Scalar::Int(value) => Value::Int(value.into()),
            Scalar::Float(value) if value.is_finite() => Value::Float(value),
            Scalar::Float(_) => {
                let text = text.clone().into_owned();
                self.refuse(codes::NUMBER, place, |id| Message::new(id).with("value", text));
                Value::String(text_of(&node, &self.source))
            }
            Scalar::String | Scalar::Timestamp => Value::String(text.clone().into_owned()),
        };
        if !matches!(node.value, Value::String(_)) && style != Style::Empty {
            node.raw = Some(text.into());
        }
        self.anchors.keep(anchor, &node);
        self.node(node);
    }

    /// Returns the end of a block scalar: behind its last line with content, or behind all its lines if the header
    /// keeps them (`+`).
    pub(super) fn block_scalar_end(&self, start: usize, place: Span) -> usize {
        let text = self.source.text();
        let header = text.get(start..place.start).unwrap_or_default();
        let header = header.lines().next().unwrap_or_default();
        let keeps = header
            .split('#')
            .next()
            .is_some_and(|header| header.contains('+'));
        let body = text.get(..place.end).unwrap_or_default();
        if keeps {
            body.trim_end_matches(' ').len()
        } else {
            body.trim_end().len()
        }
    }

    /// Resolves a tagged scalar. The tags that Kubernetes' reader knows are those of the core schema.
    pub(super) fn tagged(&mut self, tag: &Tag, text: &str, at: usize) -> Scalar {
        let resolved = scalar::resolve(text);
        let fitting = match (tag.core_suffix(), resolved) {
            (Some("str"), _) => Some(Scalar::String),
            (Some("null"), Scalar::Null)
            | (Some("bool"), Scalar::Bool(_))
            | (Some("int"), Scalar::Int(_)) => Some(resolved),
            (Some("float"), Scalar::Int(value)) => Some(Scalar::Float(value as f64)),
            (Some("float"), Scalar::Float(_)) => Some(resolved),
            _ => None,
        };
        self.check_tag(tag, at, fitting.is_some());
        fitting.unwrap_or(Scalar::String)
    }

    pub(super) fn check_tag(&mut self, tag: &Tag, at: usize, fits: bool) {
        if fits {
            return;
        }
        let span = Span {
            start: at,
            end: self.tag_end(tag, at),
        };
        self.refuse(codes::TAG, span, |id| {
            Message::new(id).with("tag", tag.original())
        });
    }

    pub(super) fn tag_end(&self, tag: &Tag, at: usize) -> usize {
        let end = at + tag.original().len();
        // A tag with escapes is longer than its value; it ends at a white space too.
        if self.source.text().is_char_boundary(end) {
            end
        } else {
            line_end(self.source.text(), at)
        }
    }
}

fn text_of(node: &Node, source: &Source) -> String {
    source.slice(node.span).to_owned()
}
