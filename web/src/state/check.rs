//! What is asked beside the plan: a pasted start-up, two versions, a number of Services. None of it is in the file.

use std::rc::Rc;

use dualstack_core::kubernetes::Version;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Questions {
    /// The text to check; empty: the plan's own settings.
    pub pasted: Rc<str>,
    /// The version to check with; absent: the plan's.
    pub version: Option<Version>,
    /// The version compared from; absent: the plan's.
    pub from: Option<Version>,
    /// The version compared to; absent: the newest.
    pub to: Option<Version>,
    /// The component whose changes are listed; absent: every one.
    pub component: Option<Rc<str>>,
    /// Number of Services planned, as typed.
    pub services: Rc<str>,
    /// The code or log line to explain.
    pub explain: Rc<str>,
}

impl Default for Questions {
    fn default() -> Questions {
        Questions {
            pasted: "".into(),
            version: None,
            from: None,
            to: None,
            component: None,
            services: "500".into(),
            explain: "".into(),
        }
    }
}

/// A change of what is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// The text to check.
    Pasted(String),
    /// The version to check with.
    Version(Option<Version>),
    /// The versions to compare.
    Between(Version, Version),
    /// The component whose changes are listed.
    Component(Option<String>),
    /// Number of Services planned.
    Services(String),
    /// The code or log line to explain.
    Explain(String),
}

impl Questions {
    pub(super) fn ask(&mut self, ask: Ask) {
        match ask {
            Ask::Pasted(text) => self.pasted = text.into(),
            Ask::Version(version) => self.version = version,
            Ask::Between(from, to) => (self.from, self.to) = (Some(from), Some(to)),
            Ask::Component(component) => self.component = component.map(Rc::from),
            Ask::Services(raw) => self.services = raw.into(),
            Ask::Explain(text) => self.explain = text.into(),
        }
    }

    /// The versions to compare, for a plan of that version: to the newest, or from the one before it.
    pub fn between(&self, plan: Option<Version>) -> (Version, Version) {
        let to = self.to.unwrap_or(Version::NEWEST);
        let before = Version::all().rev().nth(1).unwrap_or(Version::OLDEST);
        let own = plan.filter(|version| version.minor() != to.minor());
        (self.from.or(own).unwrap_or(before), to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_is_compared_with_the_newest_version() {
        let asked = Questions::default();
        let between = |plan: &str| {
            let (from, to) = asked.between(Some(plan.parse().unwrap()));
            (from.to_string(), to.to_string())
        };
        let newest = Version::NEWEST.to_string();
        assert_eq!(between("1.20"), ("1.20".to_owned(), newest.clone()));
        assert_ne!(between(&newest).0, newest);
    }

    #[test]
    fn both_versions_are_kept() {
        let mut asked = Questions::default();
        asked.ask(Ask::Between("1.16".parse().unwrap(), "1.36".parse().unwrap()));
        let (from, to) = asked.between(None);
        assert_eq!((from.to_string(), to.to_string()), ("1.16".into(), "1.36".into()));
    }
}
