//! The part of a long text that is in the text area: a browser lays out the whole of it at every key.

use std::ops::Range;
use std::rc::Rc;

/// A text of up to so many bytes and lines is shown whole.
const WHOLE: (usize, usize) = (128 << 10, 3000);
/// A part of a longer one has so many at most, until lines are typed into it.
const PART: (usize, usize) = (64 << 10, 1000);

/// The part of a text that is shown.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Window {
    /// The text.
    text: Rc<str>,
    /// The part of it, in bytes.
    part: Range<usize>,
}

fn lines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

/// Where the part that begins at the start of a text ends: behind the end of a line, if its lines are not longer than a part.
fn end_of_part(text: &str) -> usize {
    let (bytes, lines) = PART;
    let mut end = 0;
    for line in text.split_inclusive('\n').take(lines) {
        if end + line.len() > bytes {
            break;
        }
        end += line.len();
    }
    match end {
        0 => {
            let mut within = (0..=bytes.min(text.len())).rev();
            within.find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
        }
        end => end,
    }
}

impl Window {
    /// Shows a text from its start.
    pub(super) fn of(text: &Rc<str>) -> Window {
        let is_short = text.len() <= WHOLE.0 && lines(text) < WHOLE.1;
        let end = if is_short { text.len() } else { end_of_part(text) };
        Window {
            text: Rc::clone(text),
            part: 0..end,
        }
    }

    /// The same part of another text, as far as it has that.
    pub(super) fn in_text(&self, text: &Rc<str>) -> Window {
        let (mut window, start) = (Window::of(text), self.part.start);
        while window.part.end <= start && window.has_next() {
            window = window.next();
        }
        window
    }

    /// The part with a line, counted from 1.
    pub(super) fn with_line(&self, line: usize) -> Window {
        let mut window = Window::of(&self.text);
        // A part without the end of its line is of that line.
        while window.first_line() + lines(window.shown()).max(1) <= line && window.has_next() {
            window = window.next();
        }
        window
    }

    /// The text of which a part is shown.
    pub(super) fn text(&self) -> &Rc<str> {
        &self.text
    }

    /// The part.
    pub(super) fn shown(&self) -> &str {
        self.text.get(self.part.clone()).unwrap_or_default()
    }

    /// Whether that is all.
    pub(super) fn is_whole(&self) -> bool {
        self.part == (0..self.text.len())
    }

    /// The number of the first line of the part, from 1.
    pub(super) fn first_line(&self) -> usize {
        1 + lines(self.text.get(..self.part.start).unwrap_or_default())
    }

    /// Whether something stands before the part.
    pub(super) fn has_previous(&self) -> bool {
        self.part.start > 0
    }

    /// Whether something stands behind it.
    pub(super) fn has_next(&self) -> bool {
        self.part.end < self.text.len()
    }

    /// The part before this one; the first one before itself.
    pub(super) fn previous(&self) -> Window {
        let mut window = Window::of(&self.text);
        while window.part.end < self.part.start {
            window = window.next();
        }
        window
    }

    /// The part behind this one.
    pub(super) fn next(&self) -> Window {
        let start = self.part.end;
        let rest = self.text.get(start..).unwrap_or_default();
        Window {
            text: Rc::clone(&self.text),
            part: start..start + end_of_part(rest),
        }
    }

    /// The last part.
    pub(super) fn last(&self) -> Window {
        let mut window = self.clone();
        while window.has_next() {
            window = window.next();
        }
        window
    }

    /// The text with something else in the place of the part, which goes on being shown.
    pub(super) fn with(&self, typed: &str) -> Window {
        let (before, behind) = (self.text.get(..self.part.start), self.text.get(self.part.end..));
        let text = [before.unwrap_or_default(), typed, behind.unwrap_or_default()].concat();
        Window {
            text: text.into(),
            part: self.part.start..self.part.start + typed.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn long() -> Rc<str> {
        (1..=3500)
            .map(|line| format!("line: {line}\n"))
            .collect::<String>()
            .into()
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        let window = Window::of(&"a: 1\nb: 2\n".into());
        assert!(window.is_whole() && !window.has_next() && !window.has_previous());
        assert_eq!((window.shown(), window.first_line()), ("a: 1\nb: 2\n", 1));
    }

    #[test]
    fn a_long_text_is_shown_in_parts_that_are_the_text() {
        let mut window = Window::of(&long());
        let mut joined = window.shown().to_owned();
        assert_eq!(window.shown().lines().last(), Some("line: 1000"));
        while window.has_next() {
            window = window.next();
            joined.push_str(window.shown());
        }
        assert_eq!(joined, *long());
        assert_eq!((window.first_line(), window.shown().lines().count()), (3001, 500));
        assert_eq!(window.previous().first_line(), 2001);
        assert_eq!(window, Window::of(&long()).last());
        assert_eq!(Window::of(&long()).previous(), Window::of(&long()));
    }

    #[test]
    fn a_line_leads_to_its_part() {
        let window = Window::of(&long());
        for (line, first) in [(1, 1), (1000, 1), (1001, 1001), (3500, 3001), (9999, 3001)] {
            assert_eq!(window.with_line(line).first_line(), first, "{line}");
        }
    }

    #[test]
    fn what_is_typed_stands_in_its_place_and_the_part_goes_on_being_shown() {
        let window = Window::of(&long()).next();
        let typed = window.with("x\ny\nz\n");
        assert_eq!((typed.shown(), typed.first_line()), ("x\ny\nz\n", 1001));
        assert_eq!(typed.text().lines().count(), 2503);
        assert_eq!(typed.next().shown().lines().next(), Some("line: 2001"));
    }

    #[test]
    fn a_text_that_changes_elsewhere_stays_where_it_was() {
        let window = Window::of(&long()).next();
        let other: Rc<str> = long().replace("line: 3000", "line: three thousand").into();
        assert_eq!(window.in_text(&other).first_line(), 1001);
        assert_eq!(window.in_text(&"short\n".into()).shown(), "short\n");
    }

    #[test]
    fn a_line_without_end_is_cut_between_characters() {
        let text: Rc<str> = "日本".repeat(100_000).into();
        let mut window = Window::of(&text);
        let mut joined = String::new();
        loop {
            assert!(window.shown().len() <= PART.0);
            joined.push_str(window.shown());
            if !window.has_next() {
                break;
            }
            window = window.next();
        }
        assert_eq!(joined, *text);
    }
}
