//! What the plan is compared with, and what of it is ticked off: as links, this tab and kept plans have it. The rest of the page
//! passes it on and does not read it.
//!
//! `1.<base64url(raw deflate(text))>.<base64url of the ticks>`: a tick is six bytes, three for what it is about (a step by its
//! name, a field by its path) and three for what is done there. So a tick stays with its step wherever the step stands, goes
//! with it, and does not say of another step, or of the same one with other commands, that it is done.

use std::fmt::Write as _;
use std::rc::Rc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use dualstack_core::change::{Difference, MigrationStep};
use dualstack_core::hash::fnv1a_64;

use super::reach::LONGEST;
use crate::share::{Link, WAY_FORMAT, unpacked, way_from};

/// The most that is ticked off in one plan; a link would not hold more. What comes after them is not kept.
pub(super) const MOST_TICKS: usize = 512;
const TICK_BYTES: usize = 6;

/// What it is about, and what is done there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tick {
    about: [u8; 3],
    what: [u8; 3],
}

/// Whether something is ticked off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// It is not.
    Open,
    /// It is.
    Done,
    /// It was, and what is to be done has changed since.
    Changed,
}

impl Mark {
    /// The name of it, by which it is styled.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Mark::Open => "open",
            Mark::Done => "done",
            Mark::Changed => "changed",
        }
    }
}

/// The same text gives the same number in every version of this page.
fn digest(parts: &[&str]) -> [u8; 3] {
    let bytes = parts.iter().flat_map(|part| part.as_bytes().iter().chain(&[0]));
    let [a, b, c, d, e, f, ..] = fnv1a_64(0, bytes).to_le_bytes();
    [a ^ d, b ^ e, c ^ f]
}

impl Tick {
    /// The tick of a step of the way.
    pub(super) fn of_step(step: &MigrationStep) -> Tick {
        let mut done = String::new();
        for setting in &step.settings {
            let _ = writeln!(
                done,
                "{} {} {:?} {:?}",
                setting.component.as_str(),
                setting.flag,
                setting.before,
                setting.after
            );
        }
        let commands = step.commands.join("\n");
        Tick {
            about: digest(&["step", &step.id]),
            what: digest(&[&done, &commands]),
        }
    }

    /// The tick of a difference.
    pub(super) fn of_difference(found: &Difference) -> Tick {
        let value = |text: &Option<String>| format!("{text:?}");
        Tick {
            about: digest(&["difference", &found.path]),
            what: digest(&[found.kind.as_str(), &value(&found.before), &value(&found.after)]),
        }
    }
}

/// What the plan is compared with, and what is ticked off.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Way {
    /// The older plan, or what is known of a cluster.
    pub(super) other: Rc<str>,
    /// What is ticked off.
    pub(super) ticks: Vec<Tick>,
}

/// What was read of a way.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Written {
    /// It is this.
    Here(Way),
    /// It is longer than what is compared here.
    TooLong,
    /// It was written by a later version of this page.
    Later,
    /// Some of it is missing or altered.
    Damaged,
}

impl Way {
    /// Reads what [`Way::write`] has written, or somebody has made of it.
    pub(super) fn read(written: &str) -> Written {
        if written.is_empty() {
            return Written::Here(Way::default());
        }
        let Some((format, rest)) = written.split_once('.') else {
            return Written::Damaged;
        };
        if format != WAY_FORMAT {
            let is_number = !format.is_empty() && format.bytes().all(|byte| byte.is_ascii_digit());
            return if is_number {
                Written::Later
            } else {
                Written::Damaged
            };
        }
        // Mail programs add a full stop.
        let (text, ticks) = rest.split_once('.').unwrap_or((rest, ""));
        let other = match unpacked(text, LONGEST) {
            Link::Plan(text) => text.into(),
            Link::TooLarge => return Written::TooLong,
            _ => return Written::Damaged,
        };
        let Ok(ticks) = URL_SAFE_NO_PAD.decode(ticks.trim_end_matches(['.', '='])) else {
            return Written::Damaged;
        };
        let (whole, _) = ticks.as_chunks::<TICK_BYTES>();
        let ticks = whole.iter().take(MOST_TICKS).map(|&[a, b, c, d, e, f]| Tick {
            about: [a, b, c],
            what: [d, e, f],
        });
        Written::Here(Way {
            other,
            ticks: ticks.collect(),
        })
    }

    /// Writes it as links have it. Nothing to compare with and nothing ticked off is nothing.
    pub(super) fn write(&self) -> String {
        if self.other.is_empty() && self.ticks.is_empty() {
            return String::new();
        }
        let mut written = way_from(&self.other);
        if !self.ticks.is_empty() {
            written.push('.');
            let bytes: Vec<u8> = self
                .ticks
                .iter()
                .flat_map(|tick| [tick.about, tick.what].concat())
                .collect();
            URL_SAFE_NO_PAD.encode_string(bytes, &mut written);
        }
        written
    }

    /// Whether each of what there is to do is done.
    pub(super) fn marks(&self, there: &[Tick]) -> Vec<Mark> {
        let left: Vec<&Tick> = self.ticks.iter().filter(|tick| !there.contains(tick)).collect();
        there
            .iter()
            .map(|tick| match self.ticks.contains(tick) {
                true => Mark::Done,
                false if left.iter().any(|old| old.about == tick.about) => Mark::Changed,
                false => Mark::Open,
            })
            .collect()
    }

    /// The way with one more tick, or without it. Ticks of what there is no more go now, and not while the plan is being typed:
    /// half of a network is another plan.
    #[must_use]
    pub(super) fn with(&self, tick: Tick, is_done: bool, there: &[Tick]) -> Way {
        let mut ticks = self.ticks.clone();
        ticks.retain(|old| there.contains(old) && *old != tick);
        if is_done && ticks.len() < MOST_TICKS {
            ticks.push(tick);
        }
        Way {
            other: Rc::clone(&self.other),
            ticks,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tick(about: u8, what: u8) -> Tick {
        Tick {
            about: [about; 3],
            what: [what; 3],
        }
    }

    fn read(written: &str) -> Way {
        match Way::read(written) {
            Written::Here(way) => way,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_written_is_read_as_the_same() {
        let way = Way {
            other: "spec: {}\n日本\n".into(),
            ticks: vec![tick(1, 2), tick(0, 255)],
        };
        let written = way.write();
        assert!(
            written
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)),
            "{written}"
        );
        assert_eq!(read(&written), way);
        assert_eq!(read(&format!("{written}.")), way);
        assert_eq!(read(""), Way::default());
        assert_eq!(Way::default().write(), "");
    }

    #[test]
    fn what_was_handed_out_opens() {
        let way = read("1.y89JAQA.AQEBAgIC");
        assert_eq!((&*way.other, way.ticks), ("old", vec![tick(1, 2)]));
        assert_eq!(read("1.y89JAQA").ticks, []);
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        assert_eq!(Way::read("2.abc"), Written::Later);
        for bad in ["x", "1", "a.b", ".", "1.!!!!", "1.y89JAQA.!", "1.y89J"] {
            assert_eq!(Way::read(bad), Written::Damaged, "{bad}");
        }
        let long = way_from(&"plan ".repeat(LONGEST / 5 + 1));
        assert_eq!(Way::read(&long), Written::TooLong);
    }

    #[test]
    fn ticks_are_bounded() {
        let ticks: Vec<Tick> = (0..=255)
            .flat_map(|about| [0, 1, 2].map(|what| tick(about, what)))
            .collect();
        let many = Way {
            other: "a".into(),
            ticks: ticks.clone(),
        };
        let read = read(&many.write());
        assert_eq!(read.ticks.len(), MOST_TICKS);
        assert_eq!(read.with(tick(255, 2), true, &ticks).ticks.len(), MOST_TICKS);
    }

    #[test]
    fn a_tick_stays_with_its_step_and_goes_with_it() {
        let (first, second, third) = (tick(1, 1), tick(2, 1), tick(3, 1));
        let way = Way::default().with(first, true, &[first, second, third]);
        let way = way.with(third, true, &[first, second, third]);
        assert_eq!(
            way.marks(&[first, second, third]),
            [Mark::Done, Mark::Open, Mark::Done]
        );
        // The first step is gone: the others keep what they had, and the next tick forgets it.
        let left = [second, third];
        assert_eq!(way.marks(&left), [Mark::Open, Mark::Done]);
        let way = way.with(second, true, &left);
        assert_eq!(way.ticks, [third, second]);
        assert_eq!(way.with(third, false, &left).ticks, [second]);
    }

    #[test]
    fn a_step_that_does_something_else_now_is_not_done() {
        let way = Way::default().with(tick(1, 1), true, &[tick(1, 1)]);
        assert_eq!(way.marks(&[tick(1, 2)]), [Mark::Changed]);
        // Of two things about the same, the one that is ticked off says nothing of the other.
        assert_eq!(way.marks(&[tick(1, 1), tick(1, 2)]), [Mark::Done, Mark::Open]);
    }
}
