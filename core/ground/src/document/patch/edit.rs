//! Patch operations as cuts in the text, by the places of the tree. `None` stands for a cut that cannot be made
//! exactly. A wrong cut is found when the text is read again.

use std::ops::Range;

use serde_json::Value as Json;

use super::render::{self, Flow};
use crate::diagnostic::{PatchOperation, Pointer};
use crate::document::source::{line_end, line_start, next_line, skip_trivia};
use crate::document::write::{self, Layout};
use crate::document::{Document, Entry, Node, Style, Value, list_index};
use crate::order;

/// A range of the text and its replacement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    range: Range<usize>,
    text: String,
}

impl Edit {
    pub(super) fn replace(range: Range<usize>, text: impl Into<String>) -> Edit {
        Edit {
            range,
            text: text.into(),
        }
    }

    fn insert(at: usize, text: impl Into<String>) -> Edit {
        Edit::replace(at..at, text)
    }

    fn delete(range: Range<usize>) -> Edit {
        Edit::replace(range, "")
    }
}

/// Returns the text with the cuts made; `None` if they overlap.
pub(super) fn cut(text: &str, mut edits: Vec<Edit>) -> Option<String> {
    order::sort_by_key(&mut edits, |edit| edit.range.start);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        out.push_str(text.get(at..edit.range.start)?);
        out.push_str(&edit.text);
        at = edit.range.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

/// Returns the cuts of an operation.
pub(super) fn operation(document: &Document, operation: &PatchOperation) -> Option<Vec<Edit>> {
    let (path, editor) = match operation {
        PatchOperation::Add { path, .. } => (path, Editor::new(document, &path.split_last()?.0)?),
        PatchOperation::Replace { path, .. } => (path, Editor::new(document, path)?),
        PatchOperation::Remove { path } => (path, Editor::new(document, &path.split_last()?.0)?),
    };
    let edits = match operation {
        PatchOperation::Add { value, .. } => editor.add(&path.split_last()?.1, value),
        PatchOperation::Replace { value, .. } => editor.replace(value),
        PatchOperation::Remove { .. } => editor.remove(&path.split_last()?.1),
    }?;
    Some(
        edits
            .into_iter()
            .map(|edit| Edit {
                text: render::with_line_breaks(document, &edit.text),
                ..edit
            })
            .collect(),
    )
}

/// Returns the cut that gives a key another name.
pub(super) fn rename(document: &Document, path: &Pointer, name: &str) -> Option<Vec<Edit>> {
    let (parent, old) = path.split_last()?;
    let editor = Editor::new(document, &parent)?;
    let entry = editor.node().entry(&old)?;
    let new = match entry.key_style {
        Style::DoubleQuoted => write::double_quoted(name),
        Style::SingleQuoted => write::single_quoted(name)?,
        _ if editor.in_flow() => editor.flow().key(name),
        _ => write::key(name, false),
    };
    Some(vec![Edit::replace(entry.key_span.start..entry.key_span.end, new)])
}

/// Returns the bytes of the text that hold the value of a document. They begin at the start of the line if only
/// spaces precede the value there.
pub(super) fn content(text: &str, root: &Node) -> (usize, usize) {
    let line = line_start(text, root.span.start);
    let alone = text
        .get(line..root.span.start)
        .is_some_and(|before| before.trim().is_empty());
    (
        if alone { line } else { root.span.start },
        without_last_breaks(text, root),
    )
}

/// Returns the end of a value without the line breaks a block scalar may keep.
fn without_last_breaks(text: &str, node: &Node) -> usize {
    let written = text.get(node.span.start..node.span.end).unwrap_or_default();
    node.span.start + written.trim_end_matches(['\n', '\r']).len()
}

/// The text that introduces a value.
#[derive(Clone, Copy)]
enum Introducer<'a> {
    /// Nothing: it is the document.
    Root,
    /// A key.
    Key(&'a Entry),
    /// A list, and the index in it.
    Item(&'a Node, usize),
}

/// A node of a document with the nodes around it.
struct Editor<'a> {
    text: &'a str,
    layout: Layout,
    /// From the root to the node.
    chain: Vec<&'a Node>,
    introducer: Introducer<'a>,
}

impl<'a> Editor<'a> {
    fn new(document: &'a Document, path: &Pointer) -> Option<Editor<'a>> {
        let mut chain = vec![document.root()];
        let mut introducer = Introducer::Root;
        for token in path.tokens() {
            let node = *chain.last()?;
            let child = match &node.value {
                Value::Mapping(_) => {
                    let entry = node.entry(&token)?;
                    introducer = Introducer::Key(entry);
                    &entry.value
                }
                Value::Sequence(items) => {
                    let index = list_index(&token)?;
                    introducer = Introducer::Item(node, index);
                    items.get(index)?
                }
                _ => return None,
            };
            chain.push(child);
        }
        Some(Editor {
            text: document.source().text(),
            layout: render::layout(document),
            chain,
            introducer,
        })
    }

    fn node(&self) -> &'a Node {
        // INVARIANT: the chain begins with the root and is never emptied.
        #[allow(clippy::indexing_slicing, reason = "the chain is never empty")]
        self.chain[self.chain.len() - 1]
    }

    /// Returns whether the node lies within brackets; its own brackets do not count.
    fn in_flow(&self) -> bool {
        self.outermost_flow()
            .is_some_and(|outermost| !std::ptr::eq(outermost, self.node()))
    }

    fn outermost_flow(&self) -> Option<&'a Node> {
        self.chain.iter().copied().find(|node| is_flow(node))
    }

    /// Returns how values in the brackets around the node are written.
    fn flow(&self) -> Flow {
        let outermost = self.outermost_flow();
        let json = outermost.is_some_and(|node| {
            // `["a"]` within YAML may be either; quotes around keys decide.
            render::is_json(node) && (std::ptr::eq(node, self.root()) || has_key(node))
        });
        let written = outermost
            .map(|node| self.slice(node.span.start..node.span.end))
            .unwrap_or_default();
        // `"a":1` and `1,2` of JSON without spaces; anything else has them.
        let tight = json && !written.contains(": ") && !written.contains(", ") && written.len() > 2;
        Flow { json, spaced: !tight }
    }

    fn root(&self) -> &'a Node {
        #[allow(clippy::indexing_slicing, reason = "the chain is never empty")]
        self.chain[0]
    }

    fn slice(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// Returns the number of characters between the start of the line and an offset.
    fn column(&self, at: usize) -> usize {
        self.slice(line_start(self.text, at)..at).chars().count()
    }

    /// Returns whether only spaces stand before an offset on its line.
    fn begins_line(&self, at: usize) -> bool {
        self.slice(line_start(self.text, at)..at)
            .bytes()
            .all(|b| b == b' ' || b == b'\t')
    }

    /// Returns whether nothing but a comment stands behind an offset on its line.
    fn ends_line(&self, at: usize) -> bool {
        let rest = skip_blanks(self.text, at);
        rest == line_end(self.text, rest) || self.byte(rest) == Some(b'#')
    }

    /// Returns the offset behind the `:` or `-` before the node.
    fn introduced(&self) -> Option<usize> {
        match self.introducer {
            Introducer::Root => None,
            Introducer::Key(entry) => {
                let at = skip_trivia(self.text, entry.key_span.end);
                (self.byte(at) == Some(b':')).then_some(at + 1)
            }
            Introducer::Item(list, index) => self.dash(list, index).map(|dash| dash + 1),
        }
    }

    /// Returns the `-` of an entry of a block list.
    fn dash(&self, list: &Node, index: usize) -> Option<usize> {
        let from = match index.checked_sub(1) {
            Some(before) => list.items().get(before)?.span.end,
            None => list.span.start,
        };
        let at = skip_trivia(self.text, from);
        (self.byte(at) == Some(b'-')).then_some(at)
    }

    // ---- replace ----

    fn replace(&self, value: &Json) -> Option<Vec<Edit>> {
        let node = self.node();
        let stays_flow = is_flow(node) && is_filled(value);
        if self.in_flow() || stays_flow {
            return self.replace_in_flow(value);
        }
        let long =
            matches!(value, Json::String(text) if text.contains('\n')) && node.style == Style::BlockScalar;
        if is_filled(value) || long {
            self.replace_with_lines(value)
        } else {
            self.replace_with_word(value)
        }
    }

    fn replace_in_flow(&self, value: &Json) -> Option<Vec<Edit>> {
        let node = self.node();
        let text = self.flow().value(value, node.style);
        if node.style == Style::FlowPair {
            return None;
        }
        if node.style != Style::Empty {
            return Some(vec![Edit::replace(node.span.start..node.span.end, text)]);
        }
        // `{a}` and `{a: }`.
        let prefix = if self.byte(node.span.start.checked_sub(1)?) == Some(b':') {
            " "
        } else {
            ": "
        };
        Some(vec![Edit::insert(node.span.start, [prefix, &text].concat())])
    }

    /// Replaces the value with one that is written on one line.
    fn replace_with_word(&self, value: &Json) -> Option<Vec<Edit>> {
        let node = self.node();
        let text = render::inline(value, node.style);
        let end = without_last_breaks(self.text, node);
        if node.style == Style::Empty {
            return Some(vec![Edit::insert(node.span.start, [" ", &text].concat())]);
        }
        if let (Style::Block, Some(introduced)) = (node.style, self.introduced()) {
            let between = self.slice(introduced..node.span.start);
            if between.contains(['\n', '\r']) {
                let lines = line_start(self.text, node.span.start)..self.behind_line(node.span.end);
                return Some(vec![
                    Edit::insert(introduced, [" ", &text].concat()),
                    Edit::delete(lines),
                ]);
            }
        }
        Some(vec![Edit::replace(node.span.start..end, text)])
    }

    /// Replaces the value with a list, a mapping or a text of several lines.
    fn replace_with_lines(&self, value: &Json) -> Option<Vec<Edit>> {
        let node = self.node();
        let end = without_last_breaks(self.text, node);
        match self.introducer {
            Introducer::Root => {
                let text = write::to_yaml_with(value, self.layout);
                let (start, _) = content(self.text, node);
                Some(vec![Edit::replace(
                    start..self.replaced_end(value),
                    text.trim_end(),
                )])
            }
            Introducer::Item(list, index) => {
                let dash = self.dash(list, index)?;
                let text = render::indented(&render::block_item(value, self.layout), self.column(dash));
                match text.split_once('\n') {
                    // A comment behind the old value stays on its line.
                    Some((first, rest)) if node.style != Style::Block => Some(vec![
                        Edit::replace(dash..end, first),
                        Edit::insert(line_end(self.text, end), ["\n", rest].concat()),
                    ]),
                    _ => Some(vec![Edit::replace(dash..self.replaced_end(value), text)]),
                }
            }
            Introducer::Key(entry) => {
                let introduced = self.introduced()?;
                let text = render::block_entry("k", value, self.layout);
                let text = render::indented(text.strip_prefix("k:")?, self.column(entry.key_span.start));
                if node.style == Style::Block {
                    let lines = text.strip_prefix('\n')?;
                    let range = line_start(self.text, node.span.start)..self.replaced_end(value);
                    return Some(vec![Edit::replace(range, lines)]);
                }
                if !text.starts_with('\n') {
                    // The header of a block scalar stands behind the key.
                    return Some(vec![Edit::replace(introduced..end, text)]);
                }
                // A comment behind the old value stays behind the key.
                Some(vec![
                    Edit::delete(introduced..end),
                    Edit::insert(line_end(self.text, end), text),
                ])
            }
        }
    }

    /// Returns the end of the text that lines replace. A comment behind it stays, unless it would become part of a
    /// block scalar.
    fn replaced_end(&self, value: &Json) -> usize {
        let end = without_last_breaks(self.text, self.node());
        if has_lines(value) {
            line_end(self.text, end)
        } else {
            end
        }
    }

    // ---- add ----

    fn add(&self, name: &str, value: &Json) -> Option<Vec<Edit>> {
        let node = self.node();
        match (&node.value, node.style) {
            (Value::Mapping(entries), Style::Block) => {
                let column = self.column(entries.first()?.key_span.start);
                let text = render::block_entry(name, value, self.layout);
                Some(vec![self.new_lines(node.span.end, column, &text)])
            }
            (Value::Mapping(entries), Style::Flow) => {
                let pretty = entries
                    .last()
                    .and_then(|last| self.pretty(last.key_span.start, value));
                let flow = self.flow();
                let text = pretty.unwrap_or_else(|| flow.value(value, Style::Plain));
                let last = entries
                    .last()
                    .map(|last| last.key_span.start..last.value.span.end);
                self.flow_append(last, &flow.entry(name, &text))
            }
            (Value::Sequence(items), _) => {
                let index = if name == "-" {
                    items.len()
                } else {
                    list_index(name)?
                };
                match node.style {
                    Style::Block => self.add_block_item(items, index, value),
                    Style::Flow => self.add_flow_item(items, index, value),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn add_block_item(&self, items: &[Node], index: usize, value: &Json) -> Option<Vec<Edit>> {
        let node = self.node();
        let column = self.column(self.dash(node, 0)?);
        let text = match value {
            Json::String(text) if !text.contains('\n') => {
                ["- ", &render::inline(value, render::quotes_of(node))].concat()
            }
            value => render::block_item(value, self.layout),
        };
        Some(vec![match index.checked_sub(1) {
            Some(before) => self.new_lines(items.get(before)?.span.end, column, &text),
            None => {
                let text = render::indented(&text, column);
                Edit::insert(self.dash(node, 0)?, [&text, "\n", &" ".repeat(column)].concat())
            }
        }])
    }

    fn add_flow_item(&self, items: &[Node], index: usize, value: &Json) -> Option<Vec<Edit>> {
        let pretty = items.last().and_then(|last| self.pretty(last.span.start, value));
        let text = pretty.unwrap_or_else(|| self.flow().value(value, render::quotes_of(self.node())));
        match items.get(index) {
            None => self.flow_append(items.last().map(|last| last.span.start..last.span.end), &text),
            Some(next) => {
                let at = next.span.start;
                let separator = if self.begins_line(at) {
                    ["\n", &" ".repeat(self.column(at))].concat()
                } else if self.flow().spaced {
                    " ".to_owned()
                } else {
                    String::new()
                };
                Some(vec![Edit::insert(at, [&text, ",", &separator].concat())])
            }
        }
    }

    /// Adds an entry behind the last one in brackets.
    fn flow_append(&self, last: Option<Range<usize>>, text: &str) -> Option<Vec<Edit>> {
        let node = self.node();
        let Some(last) = last else {
            let inside = node.span.start + 1;
            // A comment within empty brackets needs its space.
            let space = if matches!(self.byte(inside), Some(b']' | b'}' | b' ' | b'\n' | b'\r')) {
                ""
            } else {
                " "
            };
            return Some(vec![Edit::insert(inside, [text, space].concat())]);
        };
        if !self.begins_line(last.start) {
            let comma = if self.flow().spaced { ", " } else { "," };
            return Some(vec![Edit::insert(last.end, [comma, text].concat())]);
        }
        let line = ["\n", &" ".repeat(self.column(last.start)), text].concat();
        let comma = skip_trivia(self.text, last.end);
        if self.byte(comma) == Some(b',') {
            // The brackets end with a comma and keep doing so.
            let at = if self.ends_line(comma + 1) {
                line_end(self.text, comma)
            } else {
                comma + 1
            };
            return Some(vec![Edit::insert(at, line + ",")]);
        }
        if self.ends_line(last.end) && line_end(self.text, last.end) != last.end {
            // A comment stays behind the entry it is about.
            return Some(vec![
                Edit::insert(last.end, ","),
                Edit::insert(line_end(self.text, last.end), line),
            ]);
        }
        Some(vec![Edit::insert(last.end, [",", &line].concat())])
    }

    /// Returns a list or mapping over several lines. `None` if the JSON around it is not written over several lines.
    fn pretty(&self, sibling: usize, value: &Json) -> Option<String> {
        if !(self.flow().json && is_filled(value) && self.begins_line(sibling)) {
            return None;
        }
        let own = self.column(sibling);
        let line = line_start(self.text, self.node().span.start);
        let outer = self
            .slice(line..self.text.len())
            .bytes()
            .take_while(|b| *b == b' ')
            .count();
        let step = own.saturating_sub(outer).max(1);
        let text = write::to_json_pretty(value);
        let lines = text.trim_end().lines().enumerate().map(|(index, line)| {
            let depth = (line.len() - line.trim_start_matches(' ').len()) / 2;
            let indent = if index == 0 { 0 } else { own + depth * step };
            [&" ".repeat(indent), line.trim_start_matches(' ')].concat()
        });
        Some(lines.collect::<Vec<_>>().join("\n"))
    }

    /// Inserts lines behind the text that ends at `end` and behind the comments that belong to it.
    fn new_lines(&self, end: usize, column: usize, text: &str) -> Edit {
        let mut at = self.behind_line(end);
        let mut look = at;
        while look < self.text.len() {
            let first = skip_blanks(self.text, look);
            let next = next_line(self.text, look);
            if self.byte(first) == Some(b'#') && first - look > column {
                at = next;
            } else if first != line_end(self.text, look) {
                break;
            }
            look = next;
        }
        let text = [&" ".repeat(column), &*render::indented(text, column)].concat();
        let open_end = at > 0 && !matches!(self.byte(at - 1), Some(b'\n' | b'\r'));
        Edit::insert(
            at,
            if open_end {
                ["\n", &text].concat()
            } else {
                text + "\n"
            },
        )
    }

    /// Returns the start of the line behind what ends at `end`.
    fn behind_line(&self, end: usize) -> usize {
        let at_start = end > 0 && matches!(self.byte(end - 1), Some(b'\n' | b'\r'));
        if at_start { end } else { next_line(self.text, end) }
    }

    // ---- remove ----

    fn remove(&self, name: &str) -> Option<Vec<Edit>> {
        let node = self.node();
        let (index, ranges): (usize, Vec<Range<usize>>) = match &node.value {
            Value::Mapping(entries) => (
                entries.iter().position(|entry| entry.key == name)?,
                entries
                    .iter()
                    .map(|entry| entry.key_span.start..entry.value.span.end)
                    .collect(),
            ),
            Value::Sequence(items) => {
                let starts = (0..items.len()).map(|index| match node.style {
                    Style::Block => self.dash(node, index),
                    _ => items.get(index).map(|item| item.span.start),
                });
                let ranges = starts
                    .zip(items)
                    .map(|(start, item)| Some(start?..item.span.end))
                    .collect::<Option<_>>()?;
                (list_index(name)?, ranges)
            }
            _ => return None,
        };
        match node.style {
            Style::Block => self.remove_lines(&ranges, index),
            Style::Flow => self.remove_from_flow(&ranges, index),
            _ => None,
        }
    }

    fn remove_lines(&self, ranges: &[Range<usize>], index: usize) -> Option<Vec<Edit>> {
        if ranges.len() == 1 {
            let empty = if self.node().is_mapping() {
                Json::Object(Default::default())
            } else {
                Json::Array(Vec::new())
            };
            return self.replace_with_word(&empty);
        }
        let range = ranges.get(index)?;
        let behind = self.behind_line(range.end);
        if self.begins_line(range.start) {
            return Some(vec![Edit::delete(line_start(self.text, range.start)..behind)]);
        }
        // The first entry behind a `-`: what comes next moves up to it.
        Some(vec![Edit::delete(
            range.start..skip_white_space(self.text, behind),
        )])
    }

    fn remove_from_flow(&self, ranges: &[Range<usize>], index: usize) -> Option<Vec<Edit>> {
        let node = self.node();
        let range = ranges.get(index)?.clone();
        let comma = Some(skip_trivia(self.text, range.end)).filter(|at| self.byte(*at) == Some(b','));
        if ranges.len() == 1 {
            let inside = node.span.start + 1..node.span.end.checked_sub(1)?;
            let around = [
                self.slice(inside.start..range.start),
                self.slice(range.end..inside.end),
            ]
            .concat();
            return Some(if around.contains('#') {
                let comma = comma.map(|at| Edit::delete(at..at + 1));
                [Edit::delete(range)].into_iter().chain(comma).collect()
            } else {
                vec![Edit::delete(inside)]
            });
        }
        let own_line = self.begins_line(range.start);
        if let Some(comma) = comma {
            let behind = comma + 1;
            if own_line && self.ends_line(behind) {
                return Some(vec![Edit::delete(
                    line_start(self.text, range.start)..next_line(self.text, behind),
                )]);
            }
            return Some(vec![Edit::delete(range.start..skip_blanks(self.text, behind))]);
        }
        // The last one, without a comma: the one before it goes too.
        let before = ranges.get(index.checked_sub(1)?)?.end;
        let comma = Some(skip_trivia(self.text, before)).filter(|at| self.byte(*at) == Some(b','))?;
        if !self.slice(before..range.start).contains('#') {
            return Some(vec![Edit::delete(comma..range.end)]);
        }
        let entry = if own_line && self.ends_line(range.end) {
            line_start(self.text, range.start)..next_line(self.text, range.end)
        } else {
            range
        };
        Some(vec![Edit::delete(comma..comma + 1), Edit::delete(entry)])
    }
}

fn is_flow(node: &Node) -> bool {
    matches!(node.style, Style::Flow | Style::FlowPair)
}

fn has_key(node: &Node) -> bool {
    !node.entries().is_empty() || node.items().iter().any(has_key)
}

/// Returns whether a value is a list or mapping that has entries.
fn is_filled(value: &Json) -> bool {
    match value {
        Json::Array(items) => !items.is_empty(),
        Json::Object(members) => !members.is_empty(),
        _ => false,
    }
}

/// Returns whether a string in it is written as a block scalar.
fn has_lines(value: &Json) -> bool {
    match value {
        Json::String(text) => text.contains('\n'),
        Json::Array(items) => items.iter().any(has_lines),
        Json::Object(members) => members.values().any(has_lines),
        _ => false,
    }
}

fn skip_blanks(text: &str, from: usize) -> usize {
    skip_while(text, from, |b| b == b' ' || b == b'\t')
}

fn skip_white_space(text: &str, from: usize) -> usize {
    skip_while(text, from, |b| matches!(b, b' ' | b'\t' | b'\n' | b'\r'))
}

fn skip_while(text: &str, from: usize, skipped: impl Fn(u8) -> bool) -> usize {
    from + text
        .as_bytes()
        .get(from..)
        .unwrap_or_default()
        .iter()
        .take_while(|b| skipped(**b))
        .count()
}
