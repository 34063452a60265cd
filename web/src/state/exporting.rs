//! Which targets are written, and which of their files is looked at.

use std::collections::BTreeSet;
use std::rc::Rc;

/// What is shown of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileView {
    /// The file.
    #[default]
    Text,
    /// What changed since it was exported last.
    Changes,
}

impl FileView {
    /// Part of the element ids of the tab and its panel.
    pub const fn slug(self) -> &'static str {
        match self {
            FileView::Text => "file-text",
            FileView::Changes => "file-changes",
        }
    }
}

/// The state of the Exports view.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exporting {
    /// Ids of the targets chosen; absent while nobody has chosen.
    pub chosen: Option<Rc<[&'static str]>>,
    /// Path of the file shown; absent: the first.
    pub file: Option<Rc<str>>,
    /// What was typed to narrow the list of targets.
    pub filter: Rc<str>,
    /// Folders whose files are hidden.
    pub closed: Rc<BTreeSet<Rc<str>>>,
    /// What is shown of the file.
    pub view: FileView,
}

/// A change of the Exports view.
#[derive(Clone, Debug, PartialEq)]
pub enum Export {
    /// The targets chosen.
    Choose(Vec<&'static str>),
    /// The file shown.
    File(String),
    /// What was typed to narrow the list.
    Filter(String),
    /// Opens or closes a folder.
    Folder(String),
    /// What is shown of the file.
    View(FileView),
}

impl Exporting {
    /// The state after a change.
    pub fn after(&self, change: Export) -> Exporting {
        let mut next = self.clone();
        match change {
            Export::Choose(targets) => next.chosen = Some(targets.into()),
            Export::File(path) => next.file = Some(path.into()),
            Export::Filter(text) => next.filter = text.into(),
            Export::Folder(path) => {
                let closed = Rc::make_mut(&mut next.closed);
                if !closed.remove(path.as_str()) {
                    closed.insert(path.into());
                }
            }
            Export::View(view) => next.view = view,
        }
        next
    }
}

/// The list with a target in it, or without it when it was there. The order is that of `all`.
pub fn toggled(all: &[&'static str], chosen: &[&'static str], target: &str) -> Vec<&'static str> {
    all.iter()
        .copied()
        .filter(|id| chosen.contains(id) != (*id == target))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_chosen_and_left_in_the_order_of_the_list() {
        let all = ["a", "b", "c"];
        assert_eq!(toggled(&all, &["c"], "a"), ["a", "c"]);
        assert_eq!(toggled(&all, &["a", "c"], "a"), ["c"]);
        assert_eq!(toggled(&all, &["b"], "x"), ["b"]);
    }

    #[test]
    fn a_folder_closes_and_opens() {
        let closed = Exporting::default().after(Export::Folder("a".into()));
        assert!(closed.closed.contains("a"));
        assert_eq!(closed.after(Export::Folder("a".into())), Exporting::default());
    }
}
