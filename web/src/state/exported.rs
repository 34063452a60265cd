//! The files that were exported last, by plan: what a later export is compared with.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

/// The most that is remembered, in characters of its JSON; browsers give a site about five million.
const MOST_KEPT: usize = 1 << 20;

/// What was exported, by plan name, the plan exported last first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remembered {
    plans: Vec<(String, BTreeMap<String, String>)>,
}

impl Remembered {
    /// Reads what [`Remembered::to_json`] wrote; anything else is nothing.
    pub fn parse(text: &str) -> Remembered {
        let read = |text: &str| {
            let value: Value = serde_json::from_str(text).ok()?;
            let mut plans = Vec::new();
            for entry in value.as_array()? {
                let files = entry.get("files")?.as_object()?.iter();
                let files = files.filter_map(|(path, text)| Some((path.clone(), text.as_str()?.to_owned())));
                plans.push((entry.get("plan")?.as_str()?.to_owned(), files.collect()));
            }
            Some(Remembered { plans })
        };
        read(text).unwrap_or_default()
    }

    /// As it is stored.
    pub fn to_json(&self) -> String {
        let entry = |(plan, files): &(String, BTreeMap<String, String>)| {
            let files: Map<String, Value> = files
                .iter()
                .map(|(path, text)| (path.clone(), Value::from(text.as_str())))
                .collect();
            json!({"plan": plan, "files": files})
        };
        Value::Array(self.plans.iter().map(entry).collect()).to_string()
    }

    /// The file of a plan as it was exported last.
    pub fn file(&self, plan: &str, path: &str) -> Option<&str> {
        let (_, files) = self.plans.iter().find(|(name, _)| name == plan)?;
        files.get(path).map(String::as_str)
    }

    /// Whether anything of a plan is remembered.
    pub fn knows(&self, plan: &str) -> bool {
        self.plans.iter().any(|(name, _)| name == plan)
    }

    /// With files that are exported now. What was exported longest ago is forgotten when there is too much; files that
    /// are too much by themselves are not kept.
    pub fn with<'a>(&self, plan: &str, files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Remembered {
        let mut next = self.without(plan);
        let known = self.plans.iter().find(|(name, _)| name == plan);
        let mut own: BTreeMap<String, String> = known.map(|(_, files)| files.clone()).unwrap_or_default();
        for (path, text) in files {
            own.insert(path.to_owned(), text.to_owned());
        }
        next.plans.insert(0, (plan.to_owned(), own));
        while next.to_json().len() > MOST_KEPT && next.plans.pop().is_some() {}
        next
    }

    /// Without anything of a plan.
    pub fn without(&self, plan: &str) -> Remembered {
        let others = self.plans.iter().filter(|(name, _)| name != plan);
        Remembered {
            plans: others.cloned().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back() {
        let kept = Remembered::default()
            .with("demo", [("a.yaml", "x: \"1\"\n"), ("b", "日本\n")])
            .with("demo", [("b", "2\n")]);
        let read = Remembered::parse(&kept.to_json());
        assert_eq!(read, kept);
        assert_eq!(read.file("demo", "a.yaml"), Some("x: \"1\"\n"));
        assert_eq!(read.file("demo", "b"), Some("2\n"));
        assert_eq!(read.file("other", "b"), None);
        assert!(!read.without("demo").knows("demo"));
    }

    #[test]
    fn what_cannot_be_read_is_nothing() {
        for text in ["", "null", "{}", "[1]", "[{\"plan\": 1}]", "[{\"plan\": \"a\"}]"] {
            assert_eq!(Remembered::parse(text), Remembered::default(), "{text}");
        }
    }

    #[test]
    fn the_oldest_plan_is_forgotten_first() {
        let half = "x".repeat(MOST_KEPT / 2);
        let kept = Remembered::default().with("old", [("a", half.as_str())]);
        let kept = kept.with("new", [("a", half.as_str())]);
        assert!(kept.knows("new") && !kept.knows("old"));
        let too_much = "x".repeat(MOST_KEPT);
        assert!(!kept.with("huge", [("a", too_much.as_str())]).knows("huge"));
    }
}
