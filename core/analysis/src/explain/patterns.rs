//! Patterns: the texts of components with Go's verbs as holes, and the search for them.

use std::ops::Range;

use super::Captured;
use super::frames::BETWEEN_FIELDS;

/// The least fixed text, in bytes, that a cut line has to have of a pattern.
const LEAST_OF_A_CUT: usize = 25;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    /// Fixed text.
    Words(&'static str),
    /// A hole: its verb and its name.
    Hole(u8, &'static str),
}

/// A pattern that can be searched for.
#[derive(Debug)]
pub(super) struct Pattern {
    /// The pattern as it is written.
    pub(super) source: &'static str,
    /// The number of bytes that are fixed text.
    pub(super) own_words: usize,
    pieces: Vec<Piece>,
}

impl Pattern {
    pub(super) fn of(source: &'static str) -> Pattern {
        let pieces = pieces(source);
        let own_words = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Words(words) => words.len(),
                Piece::Hole(..) => 0,
            })
            .sum();
        Pattern {
            source,
            own_words,
            pieces,
        }
    }

    /// Returns the first place of the pattern in a text, and the values of its holes. `None` if the text does not match.
    pub(super) fn find(&self, text: &str) -> Option<(Range<usize>, Vec<Captured>)> {
        self.search(text, false)
    }

    /// Returns the place of the beginning of the pattern at the end of a text that was cut.
    pub(super) fn find_cut(&self, text: &str) -> Option<(Range<usize>, Vec<Captured>)> {
        self.search(text, true)
    }

    fn search(&self, text: &str, cut: bool) -> Option<(Range<usize>, Vec<Captured>)> {
        let (anchor, words) = self
            .pieces
            .iter()
            .enumerate()
            .find_map(|(index, piece)| match piece {
                Piece::Words(words) => Some((index, *words)),
                Piece::Hole(..) => None,
            })?;
        let mut from = 0;
        while let Some(at) = text.get(from..)?.find(words).map(|at| from + at) {
            let mut captured = Vec::new();
            // A hole at the start of a pattern is the word that ends there.
            let start = match self.pieces.first() {
                Some(Piece::Hole(_, name)) if anchor == 1 => {
                    let start = word_before(text, at)?;
                    capture(&mut captured, name, text.get(start..at)?);
                    start
                }
                _ => at,
            };
            let rest = self.pieces.get(anchor + 1..).unwrap_or_default();
            let behind = at + words.len();
            match follow(rest, text, behind, &mut captured) {
                Some(end) if !cut => return Some((start..end, captured)),
                None if cut && cut_short(rest, text, behind, words.len()) => {
                    return Some((start..text.len(), Vec::new()));
                }
                _ => {}
            }
            from = behind;
        }
        let cut_in_first = (LEAST_OF_A_CUT..words.len())
            .rev()
            .filter_map(|length| words.get(..length))
            .find(|beginning| cut && text.ends_with(beginning))?;
        Some((text.len() - cut_in_first.len()..text.len(), Vec::new()))
    }

    /// Returns the words of the pattern that are not in holes.
    pub(super) fn words(&self) -> impl Iterator<Item = &'static str> {
        self.pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Words(words) => Some(*words),
                Piece::Hole(..) => None,
            })
            .flat_map(|words| words.split(|c: char| !c.is_ascii_alphanumeric()))
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
            pieces.push(Piece::Words(words));
        }
        let verb = hole.as_bytes().get(1).copied().unwrap_or(b's');
        let behind = hole.get(2..).unwrap_or_default();
        let named = behind.strip_prefix('{').and_then(|name| name.split_once('}'));
        let (name, after) = named.unwrap_or(("", behind));
        pieces.push(Piece::Hole(verb, name));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

/// Returns the start of the word that ends at a place.
fn word_before(text: &str, at: usize) -> Option<usize> {
    let before = text.get(..at)?;
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '=' | BETWEEN_FIELDS);
    let start = before.char_indices().rev().find(|(_, c)| ends(*c));
    Some(start.map_or(0, |(space, c)| space + c.len_utf8()))
}

fn capture(captured: &mut Vec<Captured>, name: &'static str, value: &str) {
    if !name.is_empty() {
        captured.push(Captured {
            name,
            value: value.to_owned(),
        });
    }
}

/// Matches the pieces behind a place, without backtracking. Returns the end if all of them follow.
fn follow(pieces: &[Piece], text: &str, mut at: usize, captured: &mut Vec<Captured>) -> Option<usize> {
    let mut pieces = pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        let rest = text.get(at..)?;
        at += match piece {
            Piece::Words(words) => rest.starts_with(words).then_some(words.len())?,
            Piece::Hole(b'q', name) => {
                let (value, length) = quoted(rest)?;
                capture(captured, name, &value);
                length
            }
            Piece::Hole(b'd', name) => {
                let sign = usize::from(rest.starts_with('-'));
                let digits = rest.get(sign..)?.bytes().take_while(u8::is_ascii_digit).count();
                let length = if digits == 0 { 0 } else { sign + digits };
                capture(
                    captured,
                    name,
                    rest.get(..length).filter(|digits| !digits.is_empty())?,
                );
                length
            }
            Piece::Hole(_, name) => {
                let length = match pieces.peek() {
                    Some(Piece::Words(next)) => rest.find(next)?,
                    Some(Piece::Hole(..)) => return None,
                    None => word(rest),
                };
                capture(captured, name, rest.get(..length)?);
                length
            }
        };
    }
    Some(at)
}

/// Returns whether the text ends inside of the pieces, with enough fixed text of the pattern before. `seen` is the length of
/// the fixed text in front of `at`.
fn cut_short(pieces: &[Piece], text: &str, mut at: usize, mut seen: usize) -> bool {
    let mut pieces = pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        let rest = text.get(at..).unwrap_or_default();
        match piece {
            Piece::Words(words) if rest.starts_with(words) => {
                at += words.len();
                seen += words.len();
            }
            Piece::Words(words) => return words.starts_with(rest) && seen + rest.len() >= LEAST_OF_A_CUT,
            Piece::Hole(b'q', _) => match quoted(rest) {
                Some((_, length)) => at += length,
                None => return seen >= LEAST_OF_A_CUT && (rest.is_empty() || rest.starts_with('"')),
            },
            Piece::Hole(verb, _) => {
                let length = match pieces.peek() {
                    Some(Piece::Words(next)) => rest.find(next),
                    _ => None,
                };
                let length = length.filter(|length| *verb != b'd' || *length < 40);
                match (length, pieces.peek()) {
                    (Some(length), _) => at += length,
                    // The text ends in what follows the hole, or in the hole.
                    (None, Some(Piece::Words(next))) => {
                        let begun = rest
                            .char_indices()
                            .filter_map(|(at, _)| rest.get(at..))
                            .find(|end| next.starts_with(end));
                        let begun = begun.map_or(0, str::len);
                        return seen + begun >= LEAST_OF_A_CUT && (begun > 0 || !rest.contains(' '));
                    }
                    (None, _) => return seen >= LEAST_OF_A_CUT && !rest.contains(' '),
                }
            }
        }
    }
    false
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
        .find(|c: char| c.is_whitespace() || c == BETWEEN_FIELDS)
        .unwrap_or(text.len());
    text.get(..end).map_or(0, |word| {
        word.trim_end_matches(['"', '\'', ',', '.', ';', ')', ']', '}'])
            .len()
    })
}
