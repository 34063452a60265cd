//! Values written in the style of the text around them.

use serde_json::Value as Json;

use crate::document::source::line_start;
use crate::document::write::{self, Layout};
use crate::document::{Document, Node, Style, Value};

/// Returns whether a value is written in the style of JSON: brackets, and double quotes around every string and key.
pub(super) fn is_json(node: &Node) -> bool {
    match &node.value {
        Value::Sequence(items) => node.style == Style::Flow && items.iter().all(is_json),
        Value::Mapping(entries) => {
            node.style == Style::Flow
                && entries
                    .iter()
                    .all(|entry| entry.key_style == Style::DoubleQuoted && is_json(&entry.value))
        }
        Value::String(_) => node.style == Style::DoubleQuoted,
        _ => node.style == Style::Plain,
    }
}

/// Returns the indentation of the document: that of the first nested mapping and of the first list below a key.
pub(super) fn layout(document: &Document) -> Layout {
    fn walk(text: &str, node: &Node, found: &mut (Option<usize>, Option<bool>)) {
        let column = |at: usize| at - line_start(text, at);
        for entry in node.entries() {
            if node.style == Style::Block && entry.value.style == Style::Block {
                let deeper = column(entry.value.span.start).checked_sub(column(entry.key_span.start));
                if entry.value.is_mapping() {
                    found.0 = found.0.or(deeper.filter(|step| *step > 0));
                } else {
                    found.1 = found.1.or(Some(deeper == Some(0)));
                }
            }
            walk(text, &entry.value, found);
        }
        node.items().iter().for_each(|item| walk(text, item, found));
    }
    let mut found = (None, None);
    walk(document.source().text(), document.root(), &mut found);
    let default = Layout::default();
    Layout {
        step: found.0.filter(|step| *step <= 8).unwrap_or(default.step),
        compact: found.1.unwrap_or(default.compact),
    }
}

/// Returns the text with the line breaks (LF or CR LF) of the document.
pub(super) fn with_line_breaks(document: &Document, text: &str) -> String {
    if document.source().text().contains("\r\n") {
        text.replace('\n', "\r\n")
    } else {
        text.to_owned()
    }
}

/// Returns a value on one line, for block context. A string with line breaks is escaped.
pub(super) fn inline(value: &Json, hint: Style) -> String {
    match value {
        Json::String(text) => string(text, hint, false),
        other => write::to_yaml(other).trim_end().to_owned(),
    }
}

/// The style of values in brackets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Flow {
    /// Whether the style is JSON rather than YAML.
    pub(super) json: bool,
    /// Whether a space follows `,` and `:`; YAML always needs the one behind `:`.
    pub(super) spaced: bool,
}

impl Flow {
    pub(super) fn value(self, value: &Json, hint: Style) -> String {
        let comma = if self.spaced { ", " } else { "," };
        match value {
            Json::String(text) => self.string(text, hint),
            Json::Array(items) => {
                let items: Vec<_> = items.iter().map(|item| self.value(item, Style::Plain)).collect();
                format!("[{}]", items.join(comma))
            }
            Json::Object(members) => {
                let members: Vec<_> = members
                    .iter()
                    .map(|(key, value)| self.entry(key, &self.value(value, Style::Plain)))
                    .collect();
                format!("{{{}}}", members.join(comma))
            }
            scalar if self.json => scalar.to_string(),
            scalar => write::to_yaml(scalar).trim_end().to_owned(),
        }
    }

    /// Returns the entry of a key and a value that is already text.
    pub(super) fn entry(self, key: &str, value: &str) -> String {
        let colon = if self.json && !self.spaced { ":" } else { ": " };
        [&self.key(key), colon, value].concat()
    }

    pub(super) fn key(self, name: &str) -> String {
        if self.json {
            write::double_quoted(name)
        } else {
            write::key(name, true)
        }
    }

    fn string(self, text: &str, hint: Style) -> String {
        if self.json {
            write::double_quoted(text)
        } else {
            string(text, hint, true)
        }
    }
}

fn string(text: &str, hint: Style, in_flow: bool) -> String {
    let quoted = match hint {
        Style::DoubleQuoted => Some(write::double_quoted(text)),
        Style::SingleQuoted => write::single_quoted(text),
        _ => write::plain(text, in_flow),
    };
    quoted.unwrap_or_else(|| write::double_quoted(text))
}

/// Returns the quotes that all strings of a list share, and [`Style::Plain`] if they differ.
pub(super) fn quotes_of(list: &Node) -> Style {
    let mut styles = list
        .items()
        .iter()
        .filter(|item| item.as_str().is_some())
        .map(|item| item.style);
    let first = styles.next().unwrap_or(Style::Plain);
    if styles.all(|style| style == first) {
        first
    } else {
        Style::Plain
    }
}

/// Returns the text with all lines but the first indented by `columns` spaces; empty lines stay empty.
pub(super) fn indented(text: &str, columns: usize) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
            if !line.is_empty() {
                out.push_str(&" ".repeat(columns));
            }
        }
        out.push_str(line);
    }
    out
}

/// Returns `key: value` in block style, without the last line break.
pub(super) fn block_entry(key: &str, value: &Json, layout: Layout) -> String {
    let map = Json::Object([(key.to_owned(), value.clone())].into_iter().collect());
    trim_last_break(write::to_yaml_with(&map, layout))
}

/// Returns `- value` in block style, without the last line break.
pub(super) fn block_item(value: &Json, layout: Layout) -> String {
    trim_last_break(write::to_yaml_with(&Json::Array(vec![value.clone()]), layout))
}

fn trim_last_break(mut text: String) -> String {
    if text.ends_with('\n') {
        text.pop();
    }
    text
}
