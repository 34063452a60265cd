//! Patterns: the text of a component with holes, and where it stands in a record.
//!
//! Upper and lower case of ASCII letters are the same: one wording differs from the next by its first letter.

use std::ops::Range;

use serde::Serialize;

/// A value in a line, with the name that the pattern gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Captured {
    /// The name of the value: `range`, `address`, `gate`.
    pub name: &'static str,
    /// The text of the value.
    pub value: String,
}

/// The place where a pattern was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct LogMatch {
    /// Number of the line in the pasted text, from 1.
    pub line: usize,
    /// The part of the line that the pattern covers.
    pub text: String,
    /// The pattern that was found.
    pub pattern: &'static str,
    /// Who prints such a text.
    pub component: &'static str,
    /// The values of its holes.
    pub captured: Vec<Captured>,
}

/// The longest value of a hole, in bytes: a hole that runs on has left its message.
const MAX_VALUE: usize = 1_500;
/// The bits of [`Grams`].
const BITS: usize = 1 << 13;

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    /// Fixed text, in lower case.
    Words(String),
    /// A hole: its verb and its name.
    Hole(u8, &'static str),
}

/// The three-letter sequences of a text. A pattern can only stand in a text that has all of the pattern's.
pub(super) struct Grams(Vec<u64>);

impl Grams {
    /// Returns those of a text in lower case.
    pub(super) fn of(text: &str) -> Grams {
        let mut bits = vec![0_u64; BITS / 64];
        for hash in hashes(text.as_bytes()) {
            if let Some(word) = bits.get_mut(hash / 64) {
                *word |= 1 << (hash % 64);
            }
        }
        Grams(bits)
    }

    fn has(&self, hashes: &[usize]) -> bool {
        hashes.iter().all(|hash| {
            self.0
                .get(hash / 64)
                .is_some_and(|word| word >> (hash % 64) & 1 == 1)
        })
    }
}

fn hashes(text: &[u8]) -> impl Iterator<Item = usize> {
    text.windows(3).map(|three| {
        three.iter().fold(7_usize, |hash, byte| {
            hash.wrapping_mul(31).wrapping_add(usize::from(*byte))
        }) % BITS
    })
}

/// A pattern that is ready to be searched for.
pub(super) struct Pattern {
    /// The pattern as it is written.
    pub(super) source: &'static str,
    pieces: Vec<Piece>,
    /// The number of its characters that are fixed text.
    pub(super) own: usize,
    /// Of its longest fixed text.
    longest: Vec<usize>,
    /// Of the beginning of its first fixed text.
    head: Vec<usize>,
}

/// A place of a pattern in a text.
pub(super) struct Found {
    /// The part that the pattern covers.
    pub(super) range: Range<usize>,
    /// The values of its holes.
    pub(super) captured: Vec<Captured>,
    /// The number of fixed characters that were there: all, unless the text is cut.
    pub(super) own: usize,
}

/// The most that a follow-up of pieces found.
enum End {
    /// All pieces follow; the text behind them begins here.
    Whole(usize),
    /// The text ends inside of the pieces.
    Cut,
}

impl Pattern {
    /// Reads a pattern.
    pub(super) fn new(source: &'static str) -> Pattern {
        Pattern::of(source, pieces(source))
    }

    fn of(source: &'static str, pieces: Vec<Piece>) -> Pattern {
        let words = || {
            pieces.iter().filter_map(|piece| match piece {
                Piece::Words(words) => Some(words.as_str()),
                Piece::Hole(..) => None,
            })
        };
        let longest = words().max_by_key(|words| words.len()).unwrap_or_default();
        let head = words().next().unwrap_or_default();
        let head = head.get(..head.len().min(14)).unwrap_or(head);
        Pattern {
            source,
            own: words().map(str::len).sum(),
            longest: hashes(longest.as_bytes()).collect(),
            head: hashes(head.as_bytes()).collect(),
            pieces,
        }
    }

    /// Returns the fixed text of the pattern, with one blank for each hole.
    pub(super) fn words(&self) -> String {
        let mut text = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Words(words) => text.push_str(words),
                Piece::Hole(..) => text.push(' '),
            }
        }
        text
    }

    /// Returns the first place of the pattern in a text; `lower` is the text in lower case.
    pub(super) fn find(&self, text: &str, lower: &str, grams: &Grams) -> Option<Found> {
        if !grams.has(&self.longest) {
            return None;
        }
        let (anchor, words) = self.anchor()?;
        let mut from = 0;
        while let Some(at) = lower.get(from..)?.find(words).map(|at| from + at) {
            let mut captured = Vec::new();
            let start = self.start(anchor, text, at, &mut captured)?;
            let rest = self.pieces.get(anchor + 1..).unwrap_or_default();
            let mut own = words.len();
            if let Some(End::Whole(end)) =
                follow(rest, text, lower, at + words.len(), &mut captured, &mut own)
            {
                // The name of a field that is not known is what the text is about, letter by letter.
                let is_field = self.source.starts_with("unknown field \"") && captured.is_empty();
                let spelt = text.get(start..end).unwrap_or_default();
                if !is_field || spelt == self.source || is_squeezed(spelt, self.source) {
                    return Some(Found {
                        range: start..end,
                        captured,
                        own,
                    });
                }
            }
            from = at + words.len();
        }
        None
    }

    /// Returns the place of a pattern that goes on behind the end of the text, if at least so many of its fixed
    /// characters are there.
    pub(super) fn find_cut(&self, text: &str, lower: &str, grams: &Grams, guard: usize) -> Option<Found> {
        if !grams.has(&self.head) || self.own <= guard {
            return None;
        }
        // What makes a value invalid stands behind it; without it every refusal of the field looks the same.
        if lower
            .rsplit_once("invalid value: ")
            .is_some_and(|(_, value)| !value.contains(": "))
        {
            return None;
        }
        let (anchor, words) = self.anchor()?;
        let mut from = 0;
        while let Some(at) = lower.get(from..)?.find(words).map(|at| from + at) {
            let mut captured = Vec::new();
            let start = self.start(anchor, text, at, &mut captured)?;
            let rest = self.pieces.get(anchor + 1..).unwrap_or_default();
            let mut own = words.len();
            if let Some(End::Cut) = follow(rest, text, lower, at + words.len(), &mut captured, &mut own)
                && own >= guard
            {
                return Some(Found {
                    range: start..text.len(),
                    captured,
                    own,
                });
            }
            from = at + words.len();
        }
        let longest = words.len().saturating_sub(1).min(lower.len());
        (guard..=longest).rev().find_map(|length| {
            let start = words.get(..length).filter(|start| lower.ends_with(start))?;
            Some(Found {
                range: text.len() - start.len()..text.len(),
                captured: Vec::new(),
                own: length,
            })
        })
    }

    /// Returns the place of a pattern that began before the text, if at least so many of its last fixed characters are
    /// there.
    pub(super) fn find_tail(&self, lower: &str, guard: usize) -> Option<Found> {
        let words = self.pieces.iter().rev().find_map(|piece| match piece {
            Piece::Words(words) => Some(words),
            Piece::Hole(..) => None,
        })?;
        (1..=words.len().checked_sub(guard)?).find_map(|cut| {
            let tail = words.get(cut..).filter(|tail| lower.starts_with(tail))?;
            Some(Found {
                range: 0..tail.len(),
                captured: Vec::new(),
                own: tail.len(),
            })
        })
    }

    fn anchor(&self) -> Option<(usize, &str)> {
        self.pieces
            .iter()
            .enumerate()
            .find_map(|(index, piece)| match piece {
                Piece::Words(words) => Some((index, words.as_str())),
                Piece::Hole(..) => None,
            })
    }

    /// Returns the start of the match: that of the first words, or of the word before them if a hole is there.
    fn start(&self, anchor: usize, text: &str, at: usize, captured: &mut Vec<Captured>) -> Option<usize> {
        match self.pieces.first() {
            Some(Piece::Hole(_, name)) if anchor == 1 => {
                let before = text.get(..at)?;
                let start = before
                    .rfind(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '='))
                    .map_or(0, |blank| {
                        let width = before.get(blank..).and_then(|rest| rest.chars().next());
                        blank + width.map_or(1, char::len_utf8)
                    });
                capture(captured, name, before.get(start..)?);
                Some(start)
            }
            _ => Some(at),
        }
    }

    /// Returns the pattern without its blanks, for texts that were broken at the edge of a terminal.
    pub(super) fn squeezed(&self) -> Pattern {
        let pieces: Vec<Piece> = self
            .pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Words(words) => {
                    let squeezed: String = words.split_whitespace().collect();
                    (!squeezed.is_empty()).then_some(Piece::Words(squeezed))
                }
                hole @ Piece::Hole(..) => Some(hole.clone()),
            })
            .collect();
        Pattern::of(self.source, pieces)
    }
}

fn pieces(pattern: &'static str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = pattern;
    while let Some(at) = ["%s", "%q", "%d", "%v"]
        .iter()
        .filter_map(|verb| rest.find(verb))
        .min()
    {
        let (words, hole) = rest.split_at(at);
        if !words.is_empty() {
            pieces.push(Piece::Words(words.to_ascii_lowercase()));
        }
        let verb = hole.as_bytes().get(1).copied().unwrap_or(b's');
        let behind = hole.get(2..).unwrap_or_default();
        let named = behind.strip_prefix('{').and_then(|name| name.split_once('}'));
        let (name, after) = named.unwrap_or(("", behind));
        pieces.push(Piece::Hole(verb, name));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest.to_ascii_lowercase()));
    }
    pieces
}

fn capture(captured: &mut Vec<Captured>, name: &'static str, value: &str) {
    if !name.is_empty() {
        captured.push(Captured {
            name,
            value: value.to_owned(),
        });
    }
}

/// Whether a text is another one without its blanks.
fn is_squeezed(text: &str, of: &str) -> bool {
    text.chars().eq(of.chars().filter(|c| !c.is_whitespace()))
}

/// Matches the pieces behind a place, without backtracking.
fn follow(
    pieces: &[Piece],
    text: &str,
    lower: &str,
    mut at: usize,
    captured: &mut Vec<Captured>,
    own: &mut usize,
) -> Option<End> {
    let mut pieces = pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        let rest = text.get(at..)?;
        let rest_lower = lower.get(at..)?;
        at += match piece {
            Piece::Words(words) => {
                if !rest_lower.starts_with(words.as_str()) {
                    *own += rest_lower.len();
                    return words.starts_with(rest_lower).then_some(End::Cut);
                }
                *own += words.len();
                words.len()
            }
            Piece::Hole(b'q', name) => match quoted(rest) {
                Some((value, length)) => {
                    capture(captured, name, &value);
                    length
                }
                None => return (rest.is_empty() || rest.starts_with('"')).then_some(End::Cut),
            },
            Piece::Hole(b'd', name) => {
                let sign = usize::from(rest.starts_with('-'));
                let digits = rest.get(sign..)?.bytes().take_while(u8::is_ascii_digit).count();
                if rest.len() == sign + digits && pieces.peek().is_some() {
                    return Some(End::Cut);
                }
                if digits == 0 {
                    return None;
                }
                capture(captured, name, rest.get(..sign + digits)?);
                sign + digits
            }
            Piece::Hole(_, name) => {
                let length = match pieces.peek() {
                    Some(Piece::Words(next)) => match rest_lower.find(next.as_str()) {
                        Some(length) => length,
                        None if rest.len() <= MAX_VALUE / 10 => return Some(End::Cut),
                        None => return None,
                    },
                    Some(Piece::Hole(..)) => return None,
                    None => word(rest),
                };
                if length > MAX_VALUE {
                    return None;
                }
                capture(captured, name, rest.get(..length)?);
                length
            }
        };
    }
    Some(End::Whole(at))
}

/// Reads a string in double quotes as Go writes it. Returns its value, and its length with the quotes.
fn quoted(text: &str) -> Option<(String, usize)> {
    let body = text.strip_prefix('"')?;
    let mut value = String::new();
    let mut escaped = false;
    for (at, c) in body.char_indices() {
        match c {
            _ if escaped => {
                value.push(c);
                escaped = false;
            }
            '\\' => escaped = true,
            '"' => return Some((value, at + 2)),
            c => value.push(c),
        }
    }
    None
}

/// Returns the length of the word at the start of a text, without marks that end a sentence or a quotation.
fn word(text: &str) -> usize {
    let end = text
        .find(|c: char| c.is_whitespace() || c == super::frames::FIELD)
        .unwrap_or(text.len());
    text.get(..end).map_or(0, |word| {
        word.trim_end_matches(['"', '\'', ',', '.', ';', ')', ']', '}'])
            .len()
    })
}
