//! Undo and redo over whole plan texts. Texts are shared, so a step costs a pointer until the text changes.

use std::rc::Rc;

use super::{EditSource, Place};

/// Steps kept.
const STEPS: usize = 200;
/// Bytes of text kept in all steps together: two hundred copies of the largest file would not fit a browser tab.
const BYTES: usize = 64 << 20;
/// Edits from one source within this time are one step.
const MERGE_MS: f64 = 1000.0;

/// One state of the plan text, and where the user was.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The whole plan text.
    pub text: Rc<str>,
    /// The field or caret of the edit that led here.
    pub place: Option<Place>,
    /// Which plan it is: one that is opened is another plan, and its edits are of the same.
    origin: u32,
}

/// Past, present and future of the plan text.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    past: Vec<Step>,
    present: Step,
    future: Vec<Step>,
    changed: Option<Place>,
    newest_origin: u32,
    last_edit: Option<(EditSource, f64)>,
}

impl History {
    /// A history that starts with that text.
    pub fn new(text: impl Into<Rc<str>>) -> History {
        History {
            past: Vec::new(),
            present: Step {
                text: text.into(),
                place: None,
                origin: 0,
            },
            future: Vec::new(),
            changed: None,
            newest_origin: 0,
            last_edit: None,
        }
    }

    /// The text now.
    pub fn text(&self) -> &Rc<str> {
        &self.present.text
    }

    /// Number of the plan that the text is of. Undo and redo go from plan to plan.
    pub fn origin(&self) -> u32 {
        self.present.origin
    }

    /// Where the last undo or redo changed something.
    pub fn changed(&self) -> Option<&Place> {
        self.changed.as_ref()
    }

    /// Whether there is a step to go back to.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is an undone step.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Records an edit; `false` when the text is the one that is there already.
    pub fn edit(&mut self, text: Rc<str>, source: EditSource, at_ms: f64, place: Option<Place>) -> bool {
        if text == self.present.text {
            return false;
        }
        let merges = source.merges()
            && self.last_edit.as_ref().is_some_and(|(last, last_ms)| {
                // A clock that was set back must not merge everything that follows.
                *last == source && (0.0..=MERGE_MS).contains(&(at_ms - last_ms))
            });
        let origin = match source {
            EditSource::Open => self.newest_origin + 1,
            _ => self.present.origin,
        };
        self.newest_origin = self.newest_origin.max(origin);
        let step = Step { text, place, origin };
        if merges && self.can_undo() {
            self.present = step;
        } else {
            self.past.push(std::mem::replace(&mut self.present, step));
        }
        self.future.clear();
        self.last_edit = Some((source, at_ms));
        self.forget_oldest();
        true
    }

    /// Goes one step back; `false` at the oldest.
    pub fn undo(&mut self) -> bool {
        let Some(step) = self.past.pop() else { return false };
        // An edit's place is kept with the step it led to: undoing it shows the same place as redoing it.
        self.changed = self.present.place.clone();
        self.future.push(std::mem::replace(&mut self.present, step));
        self.last_edit = None;
        true
    }

    /// Goes one step forward; `false` at the newest.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.future.pop() else {
            return false;
        };
        self.changed = step.place.clone();
        self.past.push(std::mem::replace(&mut self.present, step));
        self.last_edit = None;
        true
    }

    fn forget_oldest(&mut self) {
        let over = self.past.len().saturating_sub(STEPS);
        self.past.drain(..over);
        let mut bytes = self.present.text.len();
        let kept = self
            .past
            .iter()
            .rev()
            .take_while(|step| {
                bytes = bytes.saturating_add(step.text.len());
                bytes <= BYTES
            })
            .count();
        self.past.drain(..self.past.len() - kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(name: &str) -> EditSource {
        EditSource::Field(name.into())
    }

    fn texts(history: &mut History) -> Vec<String> {
        let mut all = vec![history.text().to_string()];
        while history.undo() {
            all.push(history.text().to_string());
        }
        all
    }

    #[test]
    fn edits_of_one_field_within_a_second_are_one_step() {
        let mut history = History::new("a");
        history.edit("ab".into(), field("/x"), 100.0, None);
        history.edit("abc".into(), field("/x"), 900.0, None);
        history.edit("abcd".into(), field("/x"), 1900.0, None);
        history.edit("abcde".into(), field("/x"), 2901.0, None);
        assert_eq!(texts(&mut history), ["abcde", "abcd", "a"]);
    }

    #[test]
    fn another_field_or_a_fix_starts_a_step() {
        let mut history = History::new("a");
        history.edit("b".into(), field("/x"), 0.0, None);
        history.edit("c".into(), field("/y"), 1.0, None);
        history.edit("d".into(), EditSource::Fix, 2.0, None);
        history.edit("e".into(), EditSource::Fix, 3.0, None);
        assert_eq!(texts(&mut history), ["e", "d", "c", "b", "a"]);
    }

    #[test]
    fn typing_after_an_undo_drops_the_future_and_does_not_merge() {
        let mut history = History::new("a");
        history.edit("b".into(), field("/x"), 0.0, None);
        assert!(history.undo());
        assert!(history.can_redo());
        history.edit("c".into(), field("/x"), 1.0, None);
        assert!(!history.can_redo());
        assert!(!history.redo());
        assert_eq!(texts(&mut history), ["c", "a"]);
    }

    #[test]
    fn undo_and_redo_tell_where_something_changed() {
        let mut history = History::new("a");
        let (cni, name) = (
            Place::Field("/spec/cni".into()),
            Place::Field("/metadata/name".into()),
        );
        history.edit("b".into(), field("/spec/cni"), 0.0, Some(cni.clone()));
        history.edit("c".into(), field("/metadata/name"), 0.0, Some(name.clone()));
        let mut seen = Vec::new();
        for step in [History::undo, History::undo, History::redo, History::redo] {
            assert!(step(&mut history));
            seen.push((history.text().to_string(), history.changed().cloned()));
        }
        let step = |text: &str, place: &Place| (text.to_owned(), Some(place.clone()));
        assert_eq!(
            seen,
            [
                step("b", &name),
                step("a", &cni),
                step("b", &cni),
                step("c", &name)
            ]
        );
    }

    #[test]
    fn what_is_opened_is_another_plan_and_undo_returns_to_the_one_before() {
        let mut history = History::new("a");
        history.edit("b".into(), EditSource::Text, 0.0, None);
        history.edit("c".into(), EditSource::Open, 1.0, None);
        history.edit("d".into(), EditSource::Fix, 2.0, None);
        assert_eq!(history.origin(), 1);
        history.undo();
        history.undo();
        assert_eq!((&**history.text(), history.origin()), ("b", 0));
        // A number is not given twice.
        history.edit("e".into(), EditSource::Open, 3.0, None);
        assert_eq!(history.origin(), 2);
    }

    #[test]
    fn the_same_text_is_no_step() {
        let mut history = History::new("a");
        assert!(!history.edit("a".into(), EditSource::Text, 0.0, None));
        assert!(!history.can_undo());
    }

    #[test]
    fn a_clock_set_back_does_not_merge() {
        let mut history = History::new("a");
        history.edit("b".into(), field("/x"), 5000.0, None);
        history.edit("c".into(), field("/x"), 10.0, None);
        assert_eq!(texts(&mut history), ["c", "b", "a"]);
    }

    #[test]
    fn two_hundred_steps_are_kept() {
        let mut history = History::new("start");
        for n in 0..500 {
            history.edit(n.to_string().into(), EditSource::Fix, 0.0, None);
        }
        let all = texts(&mut history);
        assert_eq!((all.len(), all.last().map(String::as_str)), (201, Some("299")));
    }

    #[test]
    fn steps_of_huge_texts_are_bounded_by_their_bytes() {
        let mut history = History::new("start");
        for n in 0..10u8 {
            let text = String::from_utf8(vec![b'a' + n; 15 << 20]).unwrap();
            history.edit(text.into(), EditSource::Open, 0.0, None);
        }
        assert_eq!(texts(&mut history).len(), 4);
    }
}
