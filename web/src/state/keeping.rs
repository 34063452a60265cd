//! Which plans of this tab are kept in this browser, and what is open of the header. The plans themselves are kept by
//! `web/plans.js`.

use std::rc::Rc;

/// What is open of the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfolded {
    /// The ways to share the plan.
    Share,
    /// The plans that are kept in this browser.
    Plans,
}

/// A plan that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What storage knows it by.
    pub id: Rc<str>,
    /// What its user calls it.
    pub name: Rc<str>,
}

/// Which plans are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keeping {
    /// With the numbers that the history gives to plans.
    kept: Vec<(u32, Kept)>,
    /// Whether it is not to be offered any more.
    refused: bool,
}

/// Something happens to plans that are kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Keep {
    /// The plan is kept as this.
    As(Kept),
    /// A plan has got this name.
    Renamed(Kept),
    /// The plan of this id is kept no more.
    Gone(Rc<str>),
    /// The user does not want it, or the browser does not let us.
    Refused,
}

impl Keeping {
    /// Returns what the plan of that number is kept as.
    pub fn of(&self, origin: u32) -> Option<&Kept> {
        let of_origin = self.kept.iter().find(|(other, _)| *other == origin);
        of_origin.map(|(_, kept)| kept)
    }

    /// Whether it is not to be offered any more.
    pub fn is_refused(&self) -> bool {
        self.refused
    }

    pub(super) fn keep(&mut self, origin: u32, keep: Keep) {
        match keep {
            Keep::As(kept) => {
                self.kept.retain(|(other, _)| *other != origin);
                self.kept.push((origin, kept));
            }
            Keep::Renamed(renamed) => {
                let of_id = self.kept.iter_mut().filter(|(_, kept)| kept.id == renamed.id);
                of_id.for_each(|(_, kept)| kept.name = Rc::clone(&renamed.name));
            }
            Keep::Gone(id) => self.kept.retain(|(_, kept)| kept.id != id),
            Keep::Refused => self.refused = true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(id: &str, name: &str) -> Kept {
        Kept {
            id: id.into(),
            name: name.into(),
        }
    }

    #[test]
    fn a_plan_that_was_opened_twice_is_renamed_and_deleted_once() {
        let mut keeping = Keeping::default();
        keeping.keep(0, Keep::As(kept("a", "one")));
        keeping.keep(1, Keep::As(kept("b", "two")));
        keeping.keep(2, Keep::As(kept("a", "one")));
        keeping.keep(1, Keep::Renamed(kept("a", "first")));
        let names = [0, 1, 2].map(|origin| keeping.of(origin).map(|kept| kept.name.to_string()));
        assert_eq!(
            names,
            [Some("first".into()), Some("two".into()), Some("first".into())]
        );
        keeping.keep(1, Keep::Gone("a".into()));
        assert_eq!(keeping.of(0), None);
        assert_eq!(keeping.of(2), None);
        assert_eq!(keeping.of(1), Some(&kept("b", "two")));
    }
}
