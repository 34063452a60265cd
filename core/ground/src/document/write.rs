//! The one place that writes YAML and JSON.
//!
//! Strings that a reader of YAML 1.1 (Ansible, older tools) would read as another type are quoted (`1:2:3:4:5:6:7:8`,
//! `on`, `12:30:45`), lists are indented by two spaces below their key, and several documents are joined with `---`.

use serde_json::{Map, Value as Json};
use serde_saphyr::SerializerOptions;

/// The indentation of block lists and mappings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// Spaces per level.
    pub(super) step: usize,
    /// Whether the `-` of a list has the indentation of its key.
    pub(super) compact: bool,
}

impl Default for Layout {
    fn default() -> Self {
        Layout {
            step: 2,
            compact: false,
        }
    }
}

/// Writes a value as one YAML document, with a line break at its end.
///
/// ```
/// use dualstack_ground::document::write::to_yaml;
/// let value = serde_json::json!({"version": "1.30", "podCIDRs": ["10.244.0.0/16", "1:2:3:4:5:6:7:8"]});
/// assert_eq!(to_yaml(&value), "version: \"1.30\"\npodCIDRs:\n  - 10.244.0.0/16\n  - \"1:2:3:4:5:6:7:8\"\n");
/// assert_eq!(to_yaml(&serde_json::json!({"text": "a\tb\nc"})), "text: \"a\\tb\\nc\"\n");
/// ```
pub fn to_yaml(value: &Json) -> String {
    serialize(value, options(Layout::default()))
}

/// Writes several values as the documents of one stream.
pub fn to_yaml_documents(values: &[Json]) -> String {
    join_documents(values.iter().map(to_yaml))
}

/// Joins documents that are already text into one stream.
pub fn join_documents(documents: impl IntoIterator<Item = String>) -> String {
    documents.into_iter().collect::<Vec<_>>().join("---\n")
}

/// Returns `text` with the lines of `header` as comments before it. An empty header adds nothing.
///
/// ```
/// use dualstack_ground::document::write::with_header;
/// assert_eq!(with_header("Made by a tool\n\nDo not edit", "a: 1\n"), "# Made by a tool\n#\n# Do not edit\na: 1\n");
/// ```
pub fn with_header(header: &str, text: &str) -> String {
    let mut out = String::new();
    for line in header.lines() {
        out.push('#');
        if !line.is_empty() {
            out.push(' ');
            out.push_str(line);
        }
        out.push('\n');
    }
    out.push_str(text);
    out
}

/// Writes a value as JSON over several lines, two spaces per level, with a line break at its end.
pub fn to_json_pretty(value: &Json) -> String {
    let text = serde_json::to_string_pretty(value);
    debug_assert!(text.is_ok(), "{text:?}");
    let mut out = String::new();
    // JSON allows characters within strings that YAML does not; outside of strings there is none but the line break.
    for c in text.unwrap_or_default().chars() {
        if c != '\n' && is_unprintable(c) {
            escape(c, &mut out)
        } else {
            out.push(c)
        }
    }
    out.push('\n');
    out
}

/// Writes a value as a part of a document. Texts that end with blank lines are quoted: as block scalars they would
/// run into the blank lines of the document.
pub(super) fn to_yaml_with(value: &Json, layout: Layout) -> String {
    let mut options = options(layout);
    options.prefer_block_scalars = !has_blank_end(value);
    serialize(value, options)
}

fn has_blank_end(value: &Json) -> bool {
    match value {
        Json::String(text) => text.ends_with("\n\n") || text == "\n",
        Json::Array(items) => items.iter().any(has_blank_end),
        Json::Object(members) => members.values().any(has_blank_end),
        _ => false,
    }
}

fn serialize(value: &Json, options: SerializerOptions) -> String {
    let write = |options: SerializerOptions| {
        let text = serde_saphyr::to_string_with_options(value, options);
        debug_assert!(text.is_ok(), "{text:?}");
        text.unwrap_or_default()
    };
    let text = write(options.clone());
    if !text.contains('\t') {
        return text;
    }
    // Tabs in block scalars look like indentation to people and to some readers.
    let mut quoted = options;
    quoted.prefer_block_scalars = false;
    write(quoted)
}

fn options(layout: Layout) -> SerializerOptions {
    serde_saphyr::ser_options! {
        indent_step: layout.step,
        compact_list_indent: layout.compact,
        // Long texts stay on one line: folding makes addresses hard to read.
        folded_wrap_chars: usize::MAX,
    }
}

/// Returns a string without quotes. `None` if some reader would not read it as that string there; `[…]` and `{…}`
/// allow fewer characters.
pub(super) fn plain(text: &str, in_flow: bool) -> Option<String> {
    if text.contains(['\n', '\r']) {
        return None;
    }
    // Within brackets these end a plain scalar; a colon does so for older readers.
    if in_flow && text.contains([':', ',', '[', ']', '{', '}']) {
        return None;
    }
    let written = to_yaml(&Json::from(text));
    (written.strip_suffix('\n')? == text).then(|| text.to_owned())
}

/// Returns a string in double quotes, as JSON and YAML both read it.
pub(super) fn double_quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if is_unprintable(c) => escape(c, &mut out),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Returns a string in single quotes. `None` if it cannot be written so.
pub(super) fn single_quoted(text: &str) -> Option<String> {
    (!text.contains(is_unprintable)).then(|| format!("'{}'", text.replace('\'', "''")))
}

/// Returns whether YAML does not print a character, or reads it as a line break. All of them have four hexadecimal
/// digits.
fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Returns a text in which nothing ends a line for some reader, or changes the order in which people see it: each such
/// character is a space. A comment or a cell that holds it stays one.
///
/// YAML 1.1 ends a comment at U+0085, U+2028 and U+2029 too, and refuses the last two of its characters anywhere.
///
/// ```
/// use dualstack_ground::document::write::one_line;
/// assert_eq!(one_line("a\nb\r\u{85}\u{2028}c\u{202e}d\u{ffff}"), "a b   c d ");
/// assert_eq!(one_line("日本 é"), "日本 é");
/// ```
pub fn one_line(text: &str) -> String {
    let is_one = |c: char| {
        is_unprintable(c)
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if is_one(c) { ' ' } else { c }).collect()
}

fn escape(c: char, out: &mut String) {
    out.push_str(&format!("\\u{:04x}", u32::from(c)));
}

/// Returns a key as it is written before its colon.
pub(super) fn key(name: &str, in_flow: bool) -> String {
    let plain = to_yaml(&Json::Object(Map::from_iter([(name.to_owned(), Json::from(0))])));
    let bare = plain.strip_suffix(": 0\n").unwrap_or_default();
    let fits = bare == name
        && !(in_flow && (name.contains([',', '[', ']', '{', '}', ':']) || self::plain(name, true).is_none()));
    if fits {
        name.to_owned()
    } else {
        double_quoted(name)
    }
}
