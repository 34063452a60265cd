//! Reading documents from a text, through the events of `granit-parser`. JSON is read in the same way, since it is
//! YAML.
//!
//! This reader is stricter than go-yaml on purpose: constructs that two readers of a plan could understand
//! differently (a key given twice, tags) are refused with their place instead of being resolved silently. Aliases and
//! merge keys are read as sigs.k8s.io/yaml reads them, up to a bound.

mod aliases;
mod problems;
mod scalars;
mod templates;
mod tree;

pub use templates::template;

use std::collections::HashMap;
use std::sync::Arc;

use granit_parser::{Event, Parser};

use super::codes;
use super::source::Source;
use super::{Document, Entry, Node, Span, Stream, Style, location};
use crate::diagnostic::{Diagnostic, Pointer};
use crate::i18n::Message;

/// The largest text that is read, in bytes.
pub const MAX_SIZE: usize = 16 * 1024 * 1024;
/// The largest depth to which lists and mappings may be nested.
pub const MAX_DEPTH: usize = 64;
/// The largest number of values that are read of one text: scalars, keys, lists and mappings. Time and memory grow with
/// it, and 60,000 ordinary Services have fewer.
pub const MAX_VALUES: usize = 1_500_000;
/// The largest number of keys of one mapping. They are looked up one after the other.
pub const MAX_KEYS: usize = 10_000;
/// The largest number of documents that are read of one text.
pub const MAX_DOCUMENTS: usize = 100_000;
/// The largest number of findings that are listed.
const MAX_DIAGNOSTICS: usize = 100;

/// Reads a stream of YAML documents, or one JSON text. An error does not discard the rest: the document with the
/// error is returned as far as it was understood, and the documents before and after it are complete.
pub fn read(text: &str) -> Stream {
    read_file(text, None, &Bounds::DEFAULT)
}

/// How much of one text is read.
pub(in crate::document) struct Bounds {
    pub(in crate::document) values: usize,
    pub(in crate::document) keys: usize,
    pub(in crate::document) documents: usize,
}

impl Bounds {
    const DEFAULT: Bounds = Bounds {
        values: MAX_VALUES,
        keys: MAX_KEYS,
        documents: MAX_DOCUMENTS,
    };
}

/// Reads files as one stream: their documents count on from file to file, and every place names its own file, unless it has
/// no name.
///
/// ```
/// use dualstack_ground::document::read_files;
/// let stream = read_files(&[("a.yaml", "a: 1\n---\nb: 2\n"), ("b.yaml", "c: 3\n")]);
/// let last = stream.documents.last().unwrap();
/// let place = last.locate(&dualstack_ground::diagnostic::Pointer::root());
/// assert_eq!((last.index(), place.line, place.file.as_deref()), (2, 1, Some("b.yaml")));
/// assert_eq!(stream.firsts, [0, 2]);
/// ```
pub fn read_files(files: &[(&str, &str)]) -> Stream {
    let mut all = Stream {
        documents: Vec::new(),
        diagnostics: Vec::new(),
        firsts: Vec::with_capacity(files.len()),
        sources: Vec::with_capacity(files.len()),
        count: 0,
    };
    for (name, text) in files {
        let mut one = read_file(
            text,
            Some(*name).filter(|name| !name.is_empty()),
            &Bounds::DEFAULT,
        );
        let first = all.count;
        all.firsts.push(first);
        for document in &mut one.documents {
            document.index += first;
        }
        for found in &mut one.diagnostics {
            found.location.document += first;
        }
        // A file without documents has a place for what is said about it all the same.
        all.count += one.count.max(1);
        all.documents.append(&mut one.documents);
        all.sources.append(&mut one.sources);
        all.diagnostics.append(&mut one.diagnostics);
    }
    all
}

pub(in crate::document) fn read_file(text: &str, name: Option<&str>, bounds: &Bounds) -> Stream {
    let source = Source::new(if text.len() > MAX_SIZE { "" } else { text }, name);
    let mut reader = Reader::new(Arc::clone(&source));
    if text.len() > MAX_SIZE {
        let message = Message::new(codes::TOO_LARGE.id).with("limit", MAX_SIZE >> 20);
        reader.report_span(codes::TOO_LARGE, Span::default(), message);
    } else {
        let options = granit_parser::options! {
            emit_comments: false,
            emit_anchor_events: false,
            emit_unresolved_aliases: true,
        };
        let mut parser = Parser::new_from_str_with_options(source.text(), options);
        loop {
            match parser.next_event() {
                Some(Ok((event, span))) => {
                    if reader.is_full(bounds, &event, &span) {
                        break;
                    }
                    reader.event(event, &span);
                }
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
    // Whether this is `<<`, whose value is merged into the mapping.
    merge: bool,
}

/// A list or mapping that is not closed yet.
struct Frame {
    style: Style,
    /// Offset at which it begins, with its tag.
    start: usize,
    /// Offset of its bracket, its first `-` or its first key.
    open: usize,
    content: Content,
    /// The number of its anchor; 0 if it has none.
    anchor: usize,
}

enum Content {
    Sequence(Vec<Node>),
    Mapping {
        entries: Vec<Entry>,
        key: Option<Key>,
        seen: HashMap<String, usize>,
        /// What merge keys have brought; `None` before the first of them.
        merged: Option<Box<Merged>>,
    },
}

/// The state of a mapping with merge keys. What was replaced is taken out at its end, all at once.
#[derive(Default)]
struct Merged {
    /// The place of each field among the entries.
    places: HashMap<String, usize>,
    /// The places of entries that were replaced.
    replaced: Vec<usize>,
}

impl Merged {
    /// Notes that a field comes at a place; one of its name before it is replaced.
    fn put(&mut self, name: &str, place: usize) {
        if let Some(before) = self.places.insert(name.to_owned(), place) {
            self.replaced.push(before);
        }
    }

    /// Returns how many entries were replaced.
    fn replaced(merged: &Option<Box<Merged>>) -> usize {
        merged.as_ref().map_or(0, |merged| merged.replaced.len())
    }

    /// Returns the entries that nothing has replaced.
    fn left(&self, entries: Vec<Entry>) -> Vec<Entry> {
        let mut left: Vec<Option<Entry>> = entries.into_iter().map(Some).collect();
        for place in &self.replaced {
            if let Some(entry) = left.get_mut(*place) {
                *entry = None;
            }
        }
        left.into_iter().flatten().collect()
    }
}

struct Reader {
    source: Arc<Source>,
    documents: Vec<Document>,
    diagnostics: Vec<Diagnostic>,
    overflow: bool,
    frames: Vec<Frame>,
    /// The number of documents that have begun.
    count: usize,
    /// The number of values that have begun, keys among them.
    values: usize,
    /// The offset at which each document begins.
    starts: Vec<usize>,
    /// The offset behind the last `...`; `None` if a document has begun since.
    after_end: Option<usize>,
    /// The offset at which the parser ended the last document.
    ended: usize,
    document: Option<Open>,
    /// The number of open collections below the deepest allowed one.
    skipped: usize,
    anchors: aliases::Anchors,
}

/// The document being read.
struct Open {
    index: usize,
    introduced: usize,
    root: Option<Node>,
    complete: bool,
    cut: bool,
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
            values: 0,
            starts: Vec::new(),
            after_end: None,
            ended: 0,
            document: None,
            skipped: 0,
            anchors: aliases::Anchors::default(),
        }
    }

    /// Counts what begins, and reports once that a bound is reached. Nothing behind that place is read.
    fn is_full(&mut self, bounds: &Bounds, event: &Event<'_>, span: &granit_parser::Span) -> bool {
        let (count, limit, variant) = match event {
            Event::DocumentStart(..) => (self.count, bounds.documents, "documents"),
            // An alias is a value too, also where nothing stands for it any more.
            Event::Scalar(..)
            | Event::SequenceStart(..)
            | Event::MappingStart(..)
            | Event::Alias(_)
            | Event::UnresolvedAlias(_) => {
                self.values += 1;
                match self.frames.last().map(|frame| &frame.content) {
                    Some(Content::Mapping {
                        entries,
                        key: None,
                        merged,
                        ..
                    }) if entries.len() - Merged::replaced(merged) >= bounds.keys => {
                        (bounds.keys, bounds.keys, "keys")
                    }
                    _ => (self.values.saturating_sub(1), bounds.values, "values"),
                }
            }
            _ => return false,
        };
        if count >= limit {
            let place = self.span(span);
            let id = codes::TOO_MUCH.id;
            let message = Message::new(format!("{id}.{variant}")).with("limit", limit);
            self.report_span(codes::TOO_MUCH, place, message);
        }
        count >= limit
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
            Event::Scalar(text, style, anchor, tag) => {
                self.scalar(text, style, anchor, tag.as_deref(), place);
            }
            Event::SequenceStart(style, anchor, tag) => {
                let content = Content::Sequence(Vec::new());
                self.start((content, anchor), style, tag.as_deref(), span, place);
            }
            Event::MappingStart(style, anchor, tag) => {
                let content = Content::Mapping {
                    entries: Vec::new(),
                    key: None,
                    seen: HashMap::new(),
                    merged: None,
                };
                self.start((content, anchor), style, tag.as_deref(), span, place);
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
            Event::Alias(anchor) => self.alias(anchor, place),
            Event::UnresolvedAlias(_) => self.alias(0, place),
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
            cut: false,
        });
        self.count += 1;
    }

    fn end_document(&mut self) {
        self.frames.clear();
        self.skipped = 0;
        self.anchors.forget();
        let Some(Open {
            index,
            root: Some(root),
            complete,
            cut,
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
            cut,
            source: Arc::clone(&self.source),
        });
    }

    /// Ends a document in the middle and keeps what was read of it.
    fn abandon(&mut self) {
        if let Some(open) = &mut self.document {
            open.complete = false;
            open.cut = true;
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
        self.name_templates();
        Stream {
            documents: self.documents,
            diagnostics: self.diagnostics,
            firsts: vec![0],
            sources: vec![self.source],
            count: self.count,
        }
    }
}
