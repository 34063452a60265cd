//! Reading documents from a text, through the events of `granit-parser`. JSON is read in the same way, since it is
//! YAML.
//!
//! This reader is stricter than go-yaml on purpose: constructs that two readers of a plan could understand
//! differently (a key given twice, aliases, merge keys, tags) are refused with their place instead of being resolved
//! silently.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, StructureStyle, Tag};

use super::codes::{self, Code};
use super::scalar::{self, Scalar};
use super::source::{Source, line_end, line_start, skip_trivia};
use super::{Document, Entry, Node, Span, Stream, Style, Value, location};
use crate::diagnostic::{Diagnostic, Pointer};
use crate::i18n::Message;

/// The largest text that is read, in bytes.
pub const MAX_SIZE: usize = 16 * 1024 * 1024;
/// The largest depth to which lists and mappings may be nested.
pub const MAX_DEPTH: usize = 64;
/// The largest number of findings that are listed.
const MAX_DIAGNOSTICS: usize = 100;

/// Reads a stream of YAML documents, or one JSON text. An error does not discard the rest: the document with the
/// error is returned as far as it was understood, and the documents before and after it are complete.
pub fn read(text: &str) -> Stream {
    let source = Source::new(if text.len() > MAX_SIZE { "" } else { text });
    let mut reader = Reader::new(Arc::clone(&source));
    if text.len() > MAX_SIZE {
        let message = Message::new(codes::TOO_LARGE.id).with("limit", MAX_SIZE >> 20);
        reader.report_span(codes::TOO_LARGE, Span::default(), message);
    } else {
        let options = granit_parser::options! {
            emit_comments: false,
            emit_anchor_events: true,
            emit_unresolved_aliases: true,
        };
        let mut parser = Parser::new_from_str_with_options(source.text(), options);
        loop {
            match parser.next_event() {
                Some(Ok((event, span))) => reader.event(event, &span),
                Some(Err(error)) => {
                    reader.error(&error);
                    if !matches!(parser.proceed_next_document(), Ok(true)) {
                        break;
                    }
                }
                None => break,
            }
        }
    }
    reader.finish()
}

/// A key that waits for its value.
struct Key {
    name: String,
    span: Span,
    style: Style,
    // Whether the key was refused; its value is then read and dropped.
    dropped: bool,
}

/// A list or mapping that is not closed yet.
struct Frame {
    style: Style,
    /// Offset at which it begins, with its tag.
    start: usize,
    /// Offset of its bracket, its first `-` or its first key.
    open: usize,
    content: Content,
}

enum Content {
    Sequence(Vec<Node>),
    Mapping {
        entries: Vec<Entry>,
        key: Option<Key>,
        seen: HashMap<String, usize>,
    },
}

struct Reader {
    source: Arc<Source>,
    documents: Vec<Document>,
    diagnostics: Vec<Diagnostic>,
    overflow: bool,
    frames: Vec<Frame>,
    /// The number of documents that have begun.
    count: usize,
    /// The offset at which each document begins.
    starts: Vec<usize>,
    /// The offset behind the last `...`; `None` if a document has begun since.
    after_end: Option<usize>,
    /// The offset at which the parser ended the last document.
    ended: usize,
    document: Option<Open>,
    /// The number of open collections below the deepest allowed one.
    skipped: usize,
}

/// The document being read.
struct Open {
    index: usize,
    introduced: usize,
    root: Option<Node>,
    complete: bool,
}

impl Reader {
    fn new(source: Arc<Source>) -> Reader {
        Reader {
            source,
            documents: Vec::new(),
            diagnostics: Vec::new(),
            overflow: false,
            frames: Vec::new(),
            count: 0,
            starts: Vec::new(),
            after_end: None,
            ended: 0,
            document: None,
            skipped: 0,
        }
    }

    fn event(&mut self, event: Event<'_>, span: &granit_parser::Span) {
        let place = self.span(span);
        match event {
            Event::DocumentStart(explicit, _) => self.start_document(explicit, place),
            Event::DocumentEnd => {
                self.end_document();
                self.ended = place.start;
                if place.end > place.start {
                    self.after_end = Some(place.end);
                }
            }
            _ if self.document.is_none() => {}
            Event::Scalar(text, style, _, tag) => self.scalar(text, style, tag.as_deref(), place),
            Event::SequenceStart(style, _, tag) => {
                let content = Content::Sequence(Vec::new());
                self.start(content, style, tag.as_deref(), span, place);
            }
            Event::MappingStart(style, _, tag) => {
                let content = Content::Mapping {
                    entries: Vec::new(),
                    key: None,
                    seen: HashMap::new(),
                };
                self.start(content, style, tag.as_deref(), span, place);
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if self.skipped > 0 {
                    self.skipped -= 1;
                } else {
                    self.close(Some(place.end));
                }
            }
            // Below the deepest level allowed nothing is read.
            _ if self.skipped > 0 => {}
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let name = self.source.slice(place).to_owned();
                self.refuse(codes::ALIAS, place, |id| Message::new(id).with("name", name));
                self.node(Node {
                    value: Value::Null,
                    span: place,
                    style: Style::Plain,
                    raw: None,
                });
            }
            Event::Anchor(..) => {
                let name = self.source.slice(place).to_owned();
                self.refuse(codes::ALIAS, place, |id| {
                    Message::new(format!("{id}.anchor")).with("name", name)
                });
            }
            _ => {}
        }
    }

    /// Converts a span of the parser to bytes.
    fn span(&self, span: &granit_parser::Span) -> Span {
        let length = self.source.text().len();
        let start = span.start.byte_offset().unwrap_or(length).min(length);
        let end = span.end.byte_offset().unwrap_or(length).clamp(start, length);
        Span { start, end }
    }

    fn start_document(&mut self, explicit: bool, place: Span) {
        self.abandon();
        // Directives and comments before the first document belong to it.
        let start = match (self.count, self.after_end.take()) {
            (0, _) => 0,
            (_, Some(end)) => end,
            _ => place.start,
        };
        self.starts.push(start);
        let introduced = if explicit { place.end } else { start };
        self.document = Some(Open {
            index: self.count,
            introduced,
            root: None,
            complete: true,
        });
        self.count += 1;
    }

    fn end_document(&mut self) {
        self.frames.clear();
        self.skipped = 0;
        let Some(Open {
            index,
            root: Some(root),
            complete,
            ..
        }) = self.document.take()
        else {
            return;
        };
        if root.style == Style::Empty {
            return;
        }
        // The end of the range is known when the next document begins.
        let range = self.starts.get(index).copied().unwrap_or(0)..self.source.text().len();
        self.documents.push(Document {
            index,
            root,
            range,
            complete,
            source: Arc::clone(&self.source),
        });
    }

    /// Ends a document in the middle and keeps what was read of it.
    fn abandon(&mut self) {
        if let Some(open) = &mut self.document {
            open.complete = false;
            while !self.frames.is_empty() {
                self.close_open_key();
                self.close(None);
            }
            self.end_document();
        }
    }

    fn finish(mut self) -> Stream {
        self.abandon();
        if self.overflow {
            let end = Span { start: 0, end: 0 };
            let message = Message::new(codes::TOO_MANY.id).with("count", MAX_DIAGNOSTICS);
            let place = location(&self.source, 0, Pointer::root(), end);
            self.diagnostics.push(codes::TOO_MANY.with(place, message));
        }
        for document in &mut self.documents {
            if let Some(next) = self.starts.get(document.index + 1) {
                document.range.end = *next;
            }
        }
        Stream {
            documents: self.documents,
            diagnostics: self.diagnostics,
        }
    }

    fn start(
        &mut self,
        content: Content,
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
        });
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.source.text().as_bytes().get(at).copied()
    }

    /// Returns the offset behind the `:`, `-` or `---` that introduces the next node, or the node's own start if
    /// nothing introduces it.
    fn introduced(&self) -> usize {
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

    fn scalar(&mut self, text: Cow<'_, str>, style: ScalarStyle, tag: Option<&Tag>, place: Span) {
        if self.skipped > 0 {
            return;
        }
        if self.awaits_key() {
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
            Scalar::Int(value) => Value::Int(value),
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
        self.node(node);
    }

    /// Returns the end of a block scalar: behind its last line with content, or behind all its lines if the header
    /// keeps them (`+`).
    fn block_scalar_end(&self, start: usize, place: Span) -> usize {
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
    fn tagged(&mut self, tag: &Tag, text: &str, at: usize) -> Scalar {
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

    fn check_tag(&mut self, tag: &Tag, at: usize, fits: bool) {
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

    fn tag_end(&self, tag: &Tag, at: usize) -> usize {
        let end = at + tag.original().len();
        // A tag with escapes is longer than its value; it ends at a white space too.
        if self.source.text().is_char_boundary(end) {
            end
        } else {
            line_end(self.source.text(), at)
        }
    }

    /// Returns whether the next node is a key.
    fn awaits_key(&self) -> bool {
        matches!(
            self.frames.last(),
            Some(Frame {
                content: Content::Mapping { key: None, .. },
                ..
            })
        )
    }

    fn key(&mut self, text: Cow<'_, str>, style: ScalarStyle, tag: Option<&Tag>, place: Span) {
        let style = match style {
            ScalarStyle::SingleQuoted => Style::SingleQuoted,
            ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
            _ => Style::Plain,
        };
        let name = text.into_owned();
        let plain = style == Style::Plain;
        let dropped = if plain && name == "<<" {
            self.refuse(codes::MERGE_KEY, place, Message::new);
            true
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
        });
    }

    /// Returns whether the open mapping already has the key. A duplicate is reported with the line of the first one.
    fn refuse_duplicate(&mut self, name: &str, place: Span) -> bool {
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

    fn set_key(&mut self, new: Key) {
        if let Some(Frame {
            content: Content::Mapping { key, .. },
            ..
        }) = self.frames.last_mut()
        {
            *key = Some(new);
        }
    }

    /// Adds a finished node to the open list, mapping or document.
    fn node(&mut self, node: Node) {
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
                content: Content::Mapping { entries, key, .. },
                ..
            }) => {
                if let Some(Key {
                    name,
                    span,
                    style,
                    dropped: false,
                }) = key.take()
                {
                    entries.push(Entry {
                        key: name,
                        key_span: span,
                        key_style: style,
                        value: node,
                    });
                }
            }
        }
    }

    /// Gives an empty value to the key at which reading broke off.
    fn close_open_key(&mut self) {
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
    fn close(&mut self, end: Option<usize>) {
        let Some(Frame {
            style,
            start,
            content,
            ..
        }) = self.frames.pop()
        else {
            return;
        };
        let (last, value) = match content {
            Content::Sequence(items) => (items.last().map(|item| item.span.end), Value::Sequence(items)),
            Content::Mapping { entries, .. } => (
                entries.last().map(|entry| entry.value.span.end),
                Value::Mapping(entries),
            ),
        };
        let bracket = if style == Style::Flow { end } else { None };
        let end = bracket.or(last).unwrap_or(start);
        self.node(Node {
            value,
            span: Span {
                start,
                end: end.max(start),
            },
            style,
            raw: None,
        });
    }

    fn error(&mut self, error: &ScanError) {
        let length = self.source.text().len();
        let mut at = error.marker().byte_offset().unwrap_or(length).min(length);
        let kind = syntax_case(error.kind());
        if kind == "tab" {
            // The parser names where the value began; the tab is further on.
            at = self
                .source
                .text()
                .get(at..)
                .and_then(|rest| rest.find('\t'))
                .map_or(at, |index| at + index);
        }
        let span = Span { start: at, end: at };
        if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
            self.refuse(codes::TOO_DEEP, span, |id| {
                Message::new(id).with("limit", MAX_DEPTH)
            });
        } else if self.line_has_full_width(at) {
            self.refuse(codes::SYNTAX, span, |id| Message::new(format!("{id}.full-width")));
        } else {
            let character = match error.kind() {
                ErrorKind::UnexpectedCharacter { character } => character.escape_debug().to_string(),
                _ => String::new(),
            };
            self.refuse(codes::SYNTAX, span, |id| {
                if kind.is_empty() {
                    Message::new(id)
                } else if kind == "character" {
                    Message::new(format!("{id}.{kind}")).with("character", character)
                } else {
                    Message::new(format!("{id}.{kind}"))
                }
            });
        }
        if self.document.is_some() {
            self.abandon();
        } else if self.count == 0 || self.separated(at) {
            // The error came before the document was announced: it is counted too.
            self.starts.push(if self.count == 0 { 0 } else { at });
            self.count += 1;
            self.after_end = None;
        }
    }

    /// Returns whether a `---` or `...` lies between the last announced document and an offset.
    fn separated(&self, at: usize) -> bool {
        let from = self.ended.max(self.after_end.unwrap_or(0));
        let between = self.source.text().get(from..at).unwrap_or_default();
        self.after_end.is_some()
            || between
                .lines()
                .any(|line| line.starts_with("---") || line.starts_with("..."))
    }

    /// Returns whether the line of an offset, or the line before it, has a full-width `：` or `，`, which looks like
    /// punctuation but is text. The line before counts because the value that begins there goes on.
    fn line_has_full_width(&self, at: usize) -> bool {
        let text = self.source.text();
        let start = line_start(text, line_start(text, at).saturating_sub(1));
        let end = line_end(text, at);
        text.get(start..end)
            .is_some_and(|line| line.contains(['：', '，', '－', '［', '｛', '＂', '　']))
    }

    /// Reports an error within the open document, which is then not complete.
    fn refuse(&mut self, code: Code, span: Span, message: impl FnOnce(&'static str) -> Message) {
        if let Some(open) = &mut self.document {
            open.complete = false;
        }
        self.report_span(code, span, message(code.id));
    }

    /// Returns the index of the document that an error outside of all documents belongs to. Text that does not fit
    /// the document it follows ends that document for the parser, but not for its author.
    fn reopen(&mut self, at: usize) -> Option<usize> {
        if self.document.is_some() || self.count == 0 || self.separated(at) {
            return None;
        }
        if let Some(last) = self
            .documents
            .last_mut()
            .filter(|last| last.index + 1 == self.count)
        {
            last.complete = false;
        }
        Some(self.count - 1)
    }

    fn report_span(&mut self, code: Code, span: Span, message: Message) {
        if self.diagnostics.len() >= MAX_DIAGNOSTICS {
            self.overflow = true;
            return;
        }
        let document = match &self.document {
            Some(open) => open.index,
            None => self.reopen(span.start).unwrap_or(self.count),
        };
        let place = location(&self.source, document, self.pointer(), span);
        self.diagnostics.push(code.with(place, message));
    }

    /// Returns the pointer of the node being read.
    fn pointer(&self) -> Pointer {
        self.frames
            .iter()
            .fold(Pointer::root(), |pointer, frame| match &frame.content {
                Content::Sequence(items) => pointer.index(items.len()),
                Content::Mapping { key: Some(key), .. } => pointer.key(&key.name),
                Content::Mapping { .. } => pointer,
            })
    }
}

fn text_of(node: &Node, source: &Source) -> String {
    source.slice(node.span).to_owned()
}

/// Returns the attribute of the catalogue for an error of the parser; empty for the general sentence.
fn syntax_case(kind: &ErrorKind) -> &'static str {
    use ErrorKind as E;
    match kind {
        E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::UnclosedFlowCollection { .. }
        | E::MisplacedFlowCollectionEnd
        | E::MismatchedFlowCollectionEnd { .. } => "bracket",
        // Text that falls out of its indentation is nearly always a text without its closing quote.
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar | E::InvalidQuotedScalarIndent => {
            "quote"
        }
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => "behind-quote",
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabAtBlockScalarStart
        | E::TabInPlainScalar => "tab",
        E::InvalidIndentation
        | E::InvalidBlockScalarIndent
        | E::InvalidFlowScalarIndent
        | E::ExpectedDocumentStart
        | E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry => "indentation",
        E::MappingValueNotAllowed
        | E::MappingKeyNotAllowed
        | E::SimpleKeyExpected
        | E::InvalidSimpleKey
        | E::InvalidColonPlacement
        | E::InvalidMappingValueWhitespace
        | E::FlowMappingValueAdjacentCollection => "colon",
        E::ExpectedFlowMappingSeparator | E::ExpectedFlowSequenceSeparator => "comma",
        E::BlockSequenceEntryNotAllowed
        | E::BlockEntryInFlowCollection
        | E::InvalidBlockEntryWhitespace
        | E::PlainScalarStartsWithDashFlowIndicator => "dash",
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => "escape",
        E::CommentInterceptedScalar | E::CommentNotSeparated => "comment",
        E::UnexpectedCharacter { .. } => "character",
        E::BomInsideDocument => "byte-order-mark",
        _ => "",
    }
}
