use std::sync::Arc;

use super::Span;

/// The table of the lines of a text. It converts between a byte offset (from 0) and a line and column (from 1, the
/// column in characters).
///
/// Lines end at LF, CR LF or a lone CR, as in YAML. A byte order mark does not count as a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineTable {
    starts: Vec<usize>,
    /// The number of characters that begin before each multiple of [`STRIDE`], so that a column far behind in a long line, such
    /// as that of JSON without line breaks, is not counted from its beginning.
    characters: Vec<usize>,
}

/// The number of bytes between two places whose characters are counted.
const STRIDE: usize = 1 << 10;

/// Returns the number of characters that begin in some bytes of UTF-8.
fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

impl LineTable {
    /// Creates the table of a text.
    pub fn new(text: &str) -> LineTable {
        let mut starts = vec![if text.starts_with('\u{feff}') {
            '\u{feff}'.len_utf8()
        } else {
            0
        }];
        let mut bytes = text.bytes().enumerate().peekable();
        while let Some((offset, byte)) = bytes.next() {
            match byte {
                b'\n' => starts.push(offset + 1),
                b'\r' if bytes.peek().is_none_or(|(_, next)| *next != b'\n') => starts.push(offset + 1),
                _ => {}
            }
        }
        let mut characters = vec![0];
        for stretch in text.as_bytes().chunks(STRIDE) {
            let before = characters.last().copied().unwrap_or_default();
            characters.push(before + beginnings(stretch));
        }
        LineTable { starts, characters }
    }

    /// Returns the number of characters that begin before an offset.
    fn characters_before(&self, text: &str, offset: usize) -> usize {
        let bytes = text.as_bytes();
        let offset = offset.min(bytes.len());
        let counted = offset / STRIDE;
        let rest = bytes.get(counted * STRIDE..offset).unwrap_or_default();
        self.characters.get(counted).copied().unwrap_or_default() + beginnings(rest)
    }

    /// Returns the number of lines. A text that ends with a line break has an empty last line.
    pub fn lines(&self) -> usize {
        self.starts.len()
    }

    /// Returns the line and column, both from 1, of a byte offset of that text. An offset behind the end counts as
    /// the end.
    pub fn position(&self, text: &str, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let before = self.characters_before(text, start);
        let column = self.characters_before(text, offset).saturating_sub(before);
        (line, column + 1)
    }

    /// Returns the byte offset of a line and column, both from 1. A column behind the end of its line counts as the
    /// end of that line. `None` if the text has no such line.
    pub fn offset(&self, text: &str, line: usize, column: usize) -> Option<usize> {
        let start = *self.starts.get(line.checked_sub(1)?)?;
        let rest = text.get(start..)?;
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let within = rest.get(..end)?;
        let column = within
            .char_indices()
            .nth(column.checked_sub(1)?)
            .map_or(end, |(index, _)| index);
        Some(start + column)
    }
}

/// A text and its line table, shared by the documents read from it.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    text: String,
    lines: LineTable,
    name: Option<String>,
}

impl Source {
    pub(super) fn new(text: &str, name: Option<&str>) -> Arc<Source> {
        Arc::new(Source {
            text: text.to_owned(),
            lines: LineTable::new(text),
            name: name.map(str::to_owned),
        })
    }

    /// Returns the name of the file. `None` if the text was read by itself.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the line and column of a byte offset, both from 1, the column in characters.
    pub fn position(&self, offset: usize) -> (usize, usize) {
        self.lines.position(&self.text, offset)
    }

    /// Returns the byte offset of a line and column, both from 1. `None` if the text has no such line.
    pub fn offset(&self, line: usize, column: usize) -> Option<usize> {
        self.lines.offset(&self.text, line, column)
    }

    /// Returns the text of a span. Empty if the span does not lie within this text.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }
}

/// Returns the first offset from `from` on that is neither white space nor in a comment.
pub(super) fn skip_trivia(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        match bytes.get(at) {
            Some(b' ' | b'\t' | b'\n' | b'\r') => at += 1,
            Some(b'#') if starts_comment(bytes, at) => at = line_end(text, at),
            Some(0xef) if text.get(at..).is_some_and(|rest| rest.starts_with('\u{feff}')) => at += 3,
            _ => return at,
        }
    }
}

/// Returns whether the `#` at an offset begins a comment: at the start of a line or behind white space.
fn starts_comment(bytes: &[u8], at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| bytes.get(before))
        .is_none_or(|before| matches!(before, b' ' | b'\t' | b'\n' | b'\r'))
}

/// Returns the offset of the line break that ends the line of `from`, or the end of the text.
pub(super) fn line_end(text: &str, from: usize) -> usize {
    text.get(from..)
        .and_then(|rest| rest.find(['\n', '\r']))
        .map_or(text.len(), |index| from + index)
}

/// Returns the offset behind the line break of the line of `from`, or the end of the text.
pub(super) fn next_line(text: &str, from: usize) -> usize {
    let end = line_end(text, from);
    match text.get(end..) {
        Some(rest) if rest.starts_with("\r\n") => end + 2,
        Some(rest) if !rest.is_empty() => end + 1,
        _ => end,
    }
}

/// Returns the offset at which the line of `at` begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text.get(..at)
        .and_then(|before| before.rfind(['\n', '\r']))
        .map_or_else(
            || {
                if text.starts_with('\u{feff}') && at >= 3 {
                    3
                } else {
                    0
                }
            },
            |index| index + 1,
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_and_positions_count_characters_and_every_kind_of_line_break() {
        let text = "aé:\r\n日本: x\rz\n";
        let table = LineTable::new(text);
        assert_eq!(table.lines(), 4);
        for (needle, line, column) in [
            ("a", 1, 1),
            (":", 1, 3),
            ("日", 2, 1),
            ("本", 2, 2),
            ("x", 2, 5),
            ("z", 3, 1),
        ] {
            let offset = text.find(needle).unwrap();
            assert_eq!(table.position(text, offset), (line, column), "{needle}");
            assert_eq!(table.offset(text, line, column), Some(offset), "{needle}");
        }
        assert_eq!(table.position(text, 999), (4, 1));
        assert_eq!(
            table.offset(text, 2, 99),
            Some(text.find('\r').unwrap() + 2 + "日本: x".len())
        );
        assert_eq!(table.offset(text, 9, 1), None);
        assert_eq!(table.offset(text, 0, 0), None);
    }

    #[test]
    fn columns_of_a_long_line_are_counted_in_characters() {
        let text = format!("a: {}x\n{}y", "日本".repeat(3_000), "é".repeat(1_500));
        let table = LineTable::new(&text);
        assert_eq!(table.position(&text, text.find('x').unwrap()), (1, 6_004));
        assert_eq!(table.position(&text, text.find('y').unwrap()), (2, 1_501));
        assert_eq!(table.position(&text, text.len() + 9), (2, 1_502));
        assert_eq!(table.offset(&text, 1, 6_004), text.find('x'));
    }

    #[test]
    fn a_byte_order_mark_is_not_a_column() {
        let text = "\u{feff}a: 1";
        assert_eq!(LineTable::new(text).position(text, 3), (1, 1));
        assert_eq!(line_start(text, 5), 3);
    }

    #[test]
    fn a_hash_within_a_word_is_no_comment() {
        assert_eq!(skip_trivia("  # c\n\t# d\n x", 0), 12);
        assert_eq!(skip_trivia("a#b", 1), 1);
    }
}
