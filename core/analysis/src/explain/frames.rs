//! Frames around a text: colours, escapes, JSON, log formats, wrapped and folded lines. What a component printed lies
//! somewhere inside.

use serde_json::Value;

/// The most lines that one text is put together from.
pub(super) const MAX_JOINED: usize = 4;
/// How often escapes are taken off: a JSON text in a JSON text in a log line.
const MAX_ESCAPES: usize = 3;
/// Stands between the fields of one record, so that a pattern can match `msg` and `err` together.
pub(super) const BETWEEN_FIELDS: char = '\u{1f}';

/// Returns the lines of a pasted text as the component's terminal had them: without colours, with plain quotes and blanks.
pub(super) fn lines(text: &str) -> Vec<String> {
    text.lines().map(plain).collect()
}

/// Takes off colours, and makes typographic quotes and blanks plain.
fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        if let Some(length) = colour(rest) {
            rest = rest.get(length..).unwrap_or_default();
            continue;
        }
        match c {
            '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ff02}' => out.push('"'),
            '\u{2018}' | '\u{2019}' | '\u{ff07}' => out.push('\''),
            '\u{a0}' | '\u{3000}' => out.push(' '),
            '\u{200b}' | '\u{feff}' | '\r' => {}
            c => out.push(c),
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    out
}

/// Returns the length of the colour that a text begins with, as bytes or as loggers and editors write them. `None` if it
/// does not begin with one.
fn colour(text: &str) -> Option<usize> {
    let lead = ["\u{1b}[", "\\x1b[", "\\u001b[", "\\033[", "#033[", "^[["]
        .into_iter()
        .find(|lead| text.starts_with(lead))?;
    let rest = text.get(lead.len()..)?;
    let numbers = rest
        .bytes()
        .take_while(|c| c.is_ascii_digit() || *c == b';')
        .count();
    let end = rest.get(numbers..)?.chars().next()?;
    matches!(end, 'm' | 'K' | 'J').then_some(lead.len() + numbers + 1)
}

/// Returns the texts that a line may hold: the line itself, without the escapes of loggers, and the values of a JSON record
/// in it.
pub(super) fn forms(line: &str) -> Vec<String> {
    let mut forms = Vec::new();
    if let Some(record) = record(line) {
        let mut texts = Vec::new();
        strings(&record, &mut texts);
        let joined = texts.join("\u{1f}");
        unescaped(&joined, &mut forms);
        forms.push(joined);
    }
    unescaped(line, &mut forms);
    forms.push(line.to_owned());
    forms
}

/// Reads the JSON object in a line, wherever it begins.
fn record(line: &str) -> Option<Value> {
    let from = line.find('{')?;
    let text = line.get(from..)?;
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    values.next()?.ok()
}

/// Adds the text with one, two and more levels of escapes taken off.
fn unescaped(text: &str, forms: &mut Vec<String>) {
    let mut now = text.to_owned();
    for _ in 0..MAX_ESCAPES {
        if !now.contains("\\\"") && !now.contains("\\n") && !now.contains("\\u00") {
            break;
        }
        now = now
            .replace("\\\\", "\u{1e}")
            .replace("\\\"", "\"")
            .replace("\\n", " ")
            .replace("\\t", " ")
            .replace("\\u0026", "&")
            .replace("\\u003c", "<")
            .replace("\\u003e", ">")
            .replace("\\u0027", "'")
            .replace('\u{1e}', "\\");
        forms.push(now.clone());
    }
}

/// Collects the texts of a record. journald writes a message with colours as a list of bytes.
fn strings(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::String(text) => out.push(plain(text)),
        Value::Array(items) => match bytes(items) {
            Some(text) => out.push(plain(&text)),
            None => items.iter().for_each(|item| strings(item, out)),
        },
        Value::Object(members) => members.values().for_each(|member| strings(member, out)),
        _ => {}
    }
}

fn bytes(items: &[Value]) -> Option<String> {
    let bytes: Option<Vec<u8>> = items
        .iter()
        .map(|item| item.as_u64().and_then(|byte| u8::try_from(byte).ok()))
        .collect();
    let text = String::from_utf8(bytes.filter(|bytes| bytes.len() > 1)?).ok()?;
    Some(text)
}

/// Returns the texts that a line and those behind it may have been before a terminal wrapped them or YAML folded them: with
/// nothing between the lines, and with a blank.
pub(super) fn joined(lines: &[String], at: usize) -> Vec<String> {
    let Some(first) = lines.get(at).filter(|first| !first.trim().is_empty()) else {
        return Vec::new();
    };
    let mut close = first.trim_end_matches('\\').to_owned();
    let mut apart = first.trim_end_matches('\\').trim_end().to_owned();
    let mut texts = Vec::new();
    for line in lines.iter().skip(at + 1).take(MAX_JOINED) {
        if begins_a_record(line) {
            break;
        }
        let next = line.trim_start();
        // In double quotes, YAML keeps a blank at a fold with a backslash.
        let next = next.strip_prefix('\\').unwrap_or(next).trim_end_matches('\\');
        close.push_str(next.trim_end());
        apart.push(' ');
        apart.push_str(next.trim());
        texts.push(close.clone());
        texts.push(apart.clone());
    }
    texts
}

/// Returns whether a line is the first of a record, so that the one before it has ended.
fn begins_a_record(line: &str) -> bool {
    let bytes = line.as_bytes();
    let digits = |from: usize, to: usize| {
        bytes
            .get(from..to)
            .is_some_and(|part| part.iter().all(u8::is_ascii_digit))
    };
    let klog = matches!(bytes.first(), Some(b'I' | b'W' | b'E' | b'F')) && digits(1, 5);
    let dated = digits(0, 4) && matches!(bytes.get(4), Some(b'-' | b'/'));
    let syslog = [
        "Jan ", "Feb ", "Mar ", "Apr ", "May ", "Jun ", "Jul ", "Aug ", "Sep ", "Oct ", "Nov ", "Dec ",
    ]
    .iter()
    .any(|month| line.starts_with(month));
    klog || dated || syslog || line.trim().is_empty() || line.starts_with("time=\"") || line.starts_with('{')
}

/// Returns a line that a pager, a table or a terminal has cut, without its mark. `None` if it has no such mark.
pub(super) fn cut(line: &str) -> Option<&str> {
    let line = line.trim_end();
    let line = line.strip_suffix('"').unwrap_or(line);
    ["...", "\u{2026}", ">"]
        .into_iter()
        .find_map(|mark| line.strip_suffix(mark))
        .filter(|rest| !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_and_typographic_quotes_go() {
        assert_eq!(lines("\u{1b}[31mE1\u{1b}[0m \u{201c}a\u{201d}\r")[0], "E1 \"a\"");
        assert_eq!(lines("#033[36mINFO#033[0m x")[0], "INFO x");
    }

    #[test]
    fn every_level_of_escapes_comes_off() {
        let line = r#"{"log":"{\"msg\":\"a \\\"b\\\" c\"}\n"}"#;
        assert!(forms(line).iter().any(|form| form.contains(r#"a "b" c"#)));
    }

    #[test]
    fn a_message_of_journald_in_bytes_is_a_text() {
        assert!(forms(r#"{"MESSAGE":[27,91,51,49,109,104,105]}"#).contains(&"hi".to_owned()));
    }

    #[test]
    fn lines_are_put_together_until_a_record_begins() {
        let lines = lines("message: 'one\n    two'\nE0101 00:00:00 x");
        assert_eq!(joined(&lines, 0), ["message: 'onetwo'", "message: 'one two'"]);
        let quoted = super::lines("message: \"one\\\n  \\ two\"");
        assert!(joined(&quoted, 0).contains(&"message: \"one two\"".to_owned()));
    }

    #[test]
    fn a_cut_has_a_mark() {
        assert_eq!(
            cut("must share the same IP vers>"),
            Some("must share the same IP vers")
        );
        assert_eq!(cut("whole"), None);
    }
}
