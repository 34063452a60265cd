//! What is wrong with a text: errors of the parser and of what is refused, each with its place.

use granit_parser::{ErrorKind, ScanError};

use super::{Content, MAX_DEPTH, MAX_DIAGNOSTICS, Reader};
use crate::diagnostic::Pointer;
use crate::document::codes::{self, Code};
use crate::document::source::{line_end, line_start};
use crate::document::{Span, location};
use crate::i18n::Message;

impl Reader {
    pub(super) fn error(&mut self, error: &ScanError) {
        let length = self.source.text().len();
        let mut at = error.marker().byte_offset().unwrap_or(length).min(length);
        let mut kind = syntax_case(error.kind());
        if matches!(kind, "indentation" | "colon" | "")
            && let Some(tab) = self.tab_of_indentation(at)
        {
            (kind, at) = ("tab", tab);
        }
        if kind == "tab" && self.source.text().as_bytes().get(at) != Some(&b'\t') {
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

    /// Returns the offset of a tab in the indentation of the line of an offset, or of a line of the document before it.
    fn tab_of_indentation(&self, at: usize) -> Option<usize> {
        let text = self.source.text();
        let from = self.starts.last().copied().unwrap_or_default().min(at);
        let start = line_start(text, from);
        let part = text.get(start..line_end(text, at))?;
        let mut offset = start;
        for line in part.split_inclusive('\n') {
            let indentation = line.len() - line.trim_start_matches([' ', '\t']).len();
            let tab = line.get(..indentation).and_then(|blank| blank.find('\t'));
            // Blank lines and comments may have tabs.
            let content = line.trim();
            if let Some(tab) = tab.filter(|_| !content.is_empty() && !content.starts_with('#')) {
                return Some(offset + tab);
            }
            offset += line.len();
        }
        None
    }

    /// Returns whether a `---` or `...` lies between the last announced document and an offset.
    pub(super) fn separated(&self, at: usize) -> bool {
        let from = self.ended.max(self.after_end.unwrap_or(0));
        let between = self.source.text().get(from..at).unwrap_or_default();
        self.after_end.is_some()
            || between
                .lines()
                .any(|line| line.starts_with("---") || line.starts_with("..."))
    }

    /// Returns whether the line of an offset, or the line before it, has a full-width `：` or `，`, which looks like
    /// punctuation but is text. The line before counts because the value that begins there goes on.
    pub(super) fn line_has_full_width(&self, at: usize) -> bool {
        let text = self.source.text();
        let start = line_start(text, line_start(text, at).saturating_sub(1));
        let end = line_end(text, at);
        text.get(start..end)
            .is_some_and(|line| line.contains(['：', '，', '－', '［', '｛', '＂', '　']))
    }

    /// Reports an error within the open document, which is then not complete.
    pub(super) fn refuse(&mut self, code: Code, span: Span, message: impl FnOnce(&'static str) -> Message) {
        if let Some(open) = &mut self.document {
            open.complete = false;
        }
        self.report_span(code, span, message(code.id));
    }

    /// Returns the index of the document that an error outside of all documents belongs to. Text that does not fit
    /// the document it follows ends that document for the parser, but not for its author.
    pub(super) fn reopen(&mut self, at: usize) -> Option<usize> {
        if self.document.is_some() || self.count == 0 || self.separated(at) {
            return None;
        }
        if let Some(last) = self
            .documents
            .last_mut()
            .filter(|last| last.index + 1 == self.count)
        {
            last.complete = false;
            last.cut = true;
        }
        Some(self.count - 1)
    }

    pub(super) fn report_span(&mut self, code: Code, span: Span, message: Message) {
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
    pub(super) fn pointer(&self) -> Pointer {
        self.frames
            .iter()
            .fold(Pointer::root(), |pointer, frame| match &frame.content {
                Content::Sequence(items) => pointer.index(items.len()),
                Content::Mapping { key: Some(key), .. } => pointer.key(&key.name),
                Content::Mapping { .. } => pointer,
            })
    }
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
