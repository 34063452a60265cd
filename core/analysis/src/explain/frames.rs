//! Frames: what stands around a message on a screen or in a file, and the message without it.
//!
//! A pasted text becomes records. A record has forms: the line as it is, as it was before loggers and collectors quoted
//! it, the strings of a JSON object, and several lines that were one before a terminal or YAML broke it. Which form a
//! text has is not guessed: a pattern is searched in each.

use serde_json::Value;

/// Stands between the fields of one object.
pub(super) const FIELD: char = '\u{1f}';
/// The largest number of lines that are put together.
const MAX_JOINED: usize = 24;
/// The largest number of times that a text is unquoted.
const MAX_QUOTED: usize = 5;
/// The depth of JSON inside of JSON strings that is read.
const MAX_NESTED: usize = 4;

/// A text that a pattern is searched in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Form {
    /// The text.
    pub(super) text: String,
    /// For texts of several lines: where each of them begins, and its number.
    pub(super) lines: Vec<(usize, usize)>,
    /// The text went on to the right.
    pub(super) cut: bool,
    /// The text began further to the left.
    pub(super) tail: bool,
}

impl Form {
    fn line(text: String) -> Form {
        Form {
            text,
            lines: Vec::new(),
            cut: false,
            tail: false,
        }
    }

    /// Returns the number of the line at a place.
    pub(super) fn line_at(&self, at: usize, first: usize) -> usize {
        self.lines
            .iter()
            .take_while(|(start, _)| *start <= at)
            .last()
            .map_or(first, |(_, line)| *line)
    }

    /// Returns the form without blanks, and for each byte the place where it was.
    pub(super) fn squeezed(&self) -> (String, Vec<usize>) {
        let mut text = String::with_capacity(self.text.len());
        let mut places = Vec::with_capacity(self.text.len() + 1);
        for (at, c) in self.text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
            text.push(c);
            places.extend(std::iter::repeat_n(at, c.len_utf8()));
        }
        places.push(self.text.len());
        (text, places)
    }
}

/// Returns the text as it is searched: without colours, and with the quotation marks and dashes that programs print.
/// The lines stay.
pub(super) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(after) = colour(rest) {
            rest = after;
            continue;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        match c {
            '\u{201c}'..='\u{201f}' | '\u{ff02}' => out.push('"'),
            '\u{2018}'..='\u{201b}' => out.push('\''),
            '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{3000}' => out.push(' '),
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {}
            // Word processors make one dash of two hyphens.
            '\u{2014}' => out.push_str("--"),
            '\u{2013}' if rest.starts_with(|c: char| c.is_ascii_alphabetic()) => out.push_str("--"),
            '\u{2010}'..='\u{2013}' | '\u{2212}' => out.push('-'),
            // What an input method for Chinese, Japanese or Korean gives for ASCII.
            '\u{ff01}'..='\u{ff5e}' => {
                out.push(u8::try_from(u32::from(c) - 0xfee0).map_or(c, char::from));
            }
            '\r' => {}
            c => out.push(c),
        }
    }
    out
}

/// Returns what follows a code for colours, whichever way the escape character was written.
fn colour(text: &str) -> Option<&str> {
    let body = ["\u{1b}[", "\\u001b[", "\\x1b[", "\\033[", "#033[", "^[["]
        .iter()
        .find_map(|start| text.strip_prefix(start))?;
    let end = body.find(|c: char| !c.is_ascii_digit() && c != ';' && c != '?')?;
    let last = body.get(end..)?.chars().next()?;
    (last.is_ascii_alphabetic() && end <= 16).then(|| body.get(end + 1..).unwrap_or_default())
}

/// Returns the forms of one line, the most unpacked first.
pub(super) fn of_line(line: &str) -> Vec<Form> {
    let mut texts: Vec<String> = Vec::new();
    let mut add = |text: String| {
        if !text.trim().is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    };
    if let Some(object) = object(line) {
        let mut fields = Vec::new();
        strings(&object, &mut fields, MAX_NESTED);
        // Fields of one record belong together, so that a pattern can match `msg` and `err` together.
        let joined = fields.join(&FIELD.to_string());
        add(unquoted(&joined));
        add(joined);
    }
    add(unquoted(line));
    add(line.to_owned());
    let mut forms: Vec<Form> = Vec::new();
    for text in texts {
        forms.extend(pieces_of(&text));
    }
    forms
}

/// Returns the text, and the parts of it between marks of what a pager has cut off.
fn pieces_of(text: &str) -> Vec<Form> {
    let whole = Form::line(text.to_owned());
    let trimmed = text.trim_end();
    let edge = trimmed
        .strip_suffix('>')
        .or_else(|| trimmed.strip_suffix("..."))
        .or_else(|| trimmed.strip_suffix("..\""))
        .filter(|_| !trimmed.ends_with("=>"));
    let ellipses = text.contains('\u{2026}');
    let left = text
        .trim_start()
        .strip_prefix("...")
        .or_else(|| text.strip_prefix('<'));
    if edge.is_none() && !ellipses && left.is_none() {
        return vec![whole];
    }
    let mut forms = vec![whole];
    if let Some(rest) = left {
        forms.push(Form {
            tail: true,
            ..Form::line(rest.trim_start().to_owned())
        });
    }
    if let Some(edge) = edge {
        forms.push(Form {
            cut: true,
            ..Form::line(edge.to_owned())
        });
    }
    if ellipses {
        let parts: Vec<&str> = text.split('\u{2026}').collect();
        let last = parts.len().saturating_sub(1);
        for (index, part) in parts
            .iter()
            .enumerate()
            .filter(|(_, part)| !part.trim().is_empty())
        {
            if index < last {
                forms.push(Form {
                    cut: true,
                    ..Form::line((*part).to_owned())
                });
            }
            if index > 0 {
                forms.push(Form {
                    tail: true,
                    ..Form::line(part.trim_start().to_owned())
                });
            }
        }
    }
    forms
}

/// Returns the object that a line is, or ends with.
fn object(line: &str) -> Option<Value> {
    let start = line.find('{')?;
    let rest = line.get(start..)?;
    let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
    values
        .next()
        .and_then(Result::ok)
        .filter(|value| value.as_object().is_some_and(|members| !members.is_empty()))
}

fn strings(value: &Value, out: &mut Vec<String>, depth: usize) {
    match value {
        Value::String(text) => match object(text).filter(|_| depth > 0 && text.trim_start().starts_with('{'))
        {
            Some(inner) => strings(&inner, out, depth - 1),
            None => out.push(clean(text.trim_end_matches('\n'))),
        },
        // journald writes a message with control characters as a list of bytes.
        Value::Array(items) if items.len() > 8 && items.iter().all(Value::is_u64) => {
            let bytes: Vec<u8> = items
                .iter()
                .filter_map(|byte| u8::try_from(byte.as_u64()?).ok())
                .collect();
            out.push(clean(&String::from_utf8_lossy(&bytes)));
        }
        Value::Array(items) => items.iter().for_each(|item| strings(item, out, depth)),
        Value::Object(members) => members.values().for_each(|member| strings(member, out, depth)),
        _ => {}
    }
}

/// Returns a text as it was before loggers quoted it, however often.
pub(super) fn unquoted(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..MAX_QUOTED {
        if !text.contains('\\') {
            break;
        }
        let mut next = text
            .replace("\\\\", "\\")
            .replace("\\\"", "\"")
            .replace("\\n", " ")
            .replace("\\t", " ")
            .replace("\\u003c", "<")
            .replace("\\u003e", ">")
            .replace("\\u0026", "&")
            .replace("\\'", "'");
        if next == text {
            break;
        }
        std::mem::swap(&mut text, &mut next);
    }
    if text.contains("''") {
        // A quotation mark in a string of YAML.
        text = text.replace("''", "'");
    }
    if text.contains('&') {
        text = text
            .replace("&quot;", "\"")
            .replace("&#34;", "\"")
            .replace("&#39;", "'")
            .replace("&apos;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
    }
    text
}

/// Returns lines that may have been one: runs of lines of which only the first looks like the start of a record.
///
/// Each run is given as text with one blank where a line was broken; a break inside of a word is found by
/// [`Form::squeezed`].
pub(super) fn joined(lines: &[&str]) -> Vec<Form> {
    let mut forms = Vec::new();
    let mut from = 0;
    while from < lines.len() {
        let run = lines
            .get(from + 1..)
            .unwrap_or_default()
            .iter()
            .take_while(|line| !line.trim().is_empty() && !starts_record(line))
            .count()
            + 1;
        let end = (from + run).min(from + MAX_JOINED);
        if end > from + 1 {
            forms.extend(join(lines.get(from..end).unwrap_or_default(), from + 1));
        }
        // A long run is read in parts that overlap.
        from = if run > MAX_JOINED {
            from + MAX_JOINED / 2
        } else {
            from + run
        };
    }
    forms.extend(partial(lines));
    forms
}

fn join(lines: &[&str], first: usize) -> Option<Form> {
    let mut text = String::new();
    let mut starts = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let mut part = line.trim();
        if index > 0 {
            for mark in ["│", "|", ">", "#"] {
                part = part.strip_prefix(mark).unwrap_or(part).trim_start();
            }
            // YAML continues a string in double quotes behind a backslash.
            if let Some(before) = text.strip_suffix('\\') {
                text.truncate(before.len());
                part = part.strip_prefix('\\').unwrap_or(part);
            } else {
                text.push(' ');
            }
        }
        starts.push((text.len(), first + index));
        text.push_str(part);
    }
    let spoken = unquoted(&text);
    // The places of lines are only known where nothing was taken out before them.
    let lines = if spoken.len() == text.len() {
        starts
    } else {
        relocate(&spoken, &text, &starts)
    };
    Some(Form {
        text: spoken,
        lines,
        cut: false,
        tail: false,
    })
}

/// Returns about where lines begin in a text that became shorter.
fn relocate(short: &str, long: &str, starts: &[(usize, usize)]) -> Vec<(usize, usize)> {
    starts
        .iter()
        .map(|(at, line)| {
            let before = long.get(..*at).map_or(*at, |before| unquoted(before).len());
            (before.min(short.len()), *line)
        })
        .collect()
}

/// Returns records that a container runtime wrote in parts: lines of CRI with the tag `P`, and of Docker without an end
/// of line.
fn partial(lines: &[&str]) -> Vec<Form> {
    let mut forms = Vec::new();
    let mut open: Option<(String, Vec<(usize, usize)>)> = None;
    for (index, line) in lines.iter().enumerate() {
        let Some((text, ends)) = part_of_container(line) else {
            open = None;
            continue;
        };
        let (all, starts) = open.get_or_insert_with(Default::default);
        starts.push((all.len(), index + 1));
        all.push_str(&text);
        if ends {
            if starts.len() > 1 {
                forms.push(Form {
                    text: unquoted(all),
                    lines: std::mem::take(starts),
                    cut: false,
                    tail: false,
                });
            }
            open = None;
        }
    }
    forms
}

/// Returns the part of a record in a line of a container runtime, and whether the record ends with it.
fn part_of_container(line: &str) -> Option<(String, bool)> {
    for (mark, ends) in [
        (" stdout P ", false),
        (" stderr P ", false),
        (" stdout F ", true),
        (" stderr F ", true),
    ] {
        if let Some((_, text)) = line.split_once(mark) {
            return Some((clean(text), ends));
        }
    }
    if !line.starts_with("{\"log\"") {
        return None;
    }
    let object = object(line)?;
    let text = object.get("log")?.as_str()?;
    Some((clean(text.trim_end_matches('\n')), text.ends_with('\n')))
}

/// Whether a line begins as records of logs, events and lists do.
pub(super) fn starts_record(line: &str) -> bool {
    let text = line.trim_start();
    let bytes = text.as_bytes();
    let digits = |from: usize, to: usize| {
        bytes
            .get(from..to)
            .is_some_and(|part| part.iter().all(u8::is_ascii_digit))
    };
    // klog: E1122 09:12:01; a date; a clock.
    let klog = matches!(bytes.first(), Some(b'I' | b'W' | b'E' | b'F'))
        && digits(1, 5)
        && bytes.get(5) == Some(&b' ');
    let date = digits(0, 4) && matches!(bytes.get(4), Some(b'-' | b'/')) && digits(5, 7);
    let clock = digits(0, 2) && bytes.get(2) == Some(&b':') && digits(3, 5) && bytes.get(5) == Some(&b':');
    let month = [
        "Jan ", "Feb ", "Mar ", "Apr ", "May ", "Jun ", "Jul ", "Aug ", "Sep ", "Oct ", "Nov ", "Dec ",
    ]
    .iter()
    .any(|month| text.starts_with(month))
        && matches!(bytes.get(4), Some(b' ' | b'0'..=b'3'));
    let mark = ["{", "time=", "level=", "ts=", "- ", "[pod/", "\"level\""]
        .iter()
        .any(|mark| text.starts_with(mark));
    klog || date || clock || month || mark
}

#[cfg(test)]
mod tests;
