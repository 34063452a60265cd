//! The files as a tree: arrows move, open and close, as the ARIA practices have it.

use std::collections::BTreeSet;
use std::rc::Rc;

use dualstack_core::export::ExportFile;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::components::shell::use_dispatch;
use crate::effects::focus::focus;
use crate::engine::exports::{TreeRow, tree};
use crate::i18n::{T, use_i18n};
use crate::state::Action;
use crate::state::exporting::Export;

/// Properties of [`FileTree`].
#[derive(Clone, PartialEq, Properties)]
pub struct FileTreeProps {
    /// The files, sorted by path.
    pub files: Rc<Vec<ExportFile>>,
    /// Path of the file shown.
    pub shown: Rc<str>,
    /// Folders that are closed.
    pub closed: Rc<BTreeSet<Rc<str>>>,
    /// Paths of files that changed since they were exported.
    pub changed: Rc<BTreeSet<String>>,
}

fn row_id(path: &str) -> String {
    format!("dsp-file-{path}")
}

/// What a key does.
#[derive(Debug, PartialEq)]
enum Move {
    /// To that row.
    To(usize),
    /// Opens or closes the folder.
    Toggle,
    /// Shows the file.
    Show,
}

fn on_key(key: &str, rows: &[TreeRow], at: usize) -> Option<Move> {
    let row = rows.get(at)?;
    let last = rows.len().checked_sub(1)?;
    match key {
        "ArrowDown" => Some(Move::To((at + 1).min(last))),
        "ArrowUp" => Some(Move::To(at.saturating_sub(1))),
        "Home" => Some(Move::To(0)),
        "End" => Some(Move::To(last)),
        "ArrowRight" => match row.open {
            Some(false) => Some(Move::Toggle),
            Some(true) => Some(Move::To((at + 1).min(last))),
            None => None,
        },
        "ArrowLeft" => match row.open {
            Some(true) => Some(Move::Toggle),
            _ => rows
                .iter()
                .position(|other| other.path == row.parent())
                .map(Move::To),
        },
        "Enter" | " " => Some(if row.open.is_some() {
            Move::Toggle
        } else {
            Move::Show
        }),
        _ => {
            // A letter goes to the next name that begins with it.
            let mut letters = key.chars();
            let letter = letters.next().filter(|_| letters.next().is_none())?;
            let begins = |row: &TreeRow| {
                let first = row.name.chars().next();
                first.is_some_and(|first| first.to_lowercase().eq(letter.to_lowercase()))
            };
            (1..=rows.len())
                .map(|step| (at + step) % rows.len())
                .find(|index| rows.get(*index).is_some_and(begins))
                .map(Move::To)
        }
    }
}

/// The tree. One row is in the tab order; going to a file shows it.
#[component]
pub fn FileTree(props: &FileTreeProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let active = use_state_eq(|| None::<String>);
    let rows = Rc::new(tree(&props.files, &props.closed));
    let place = |path: &str| rows.iter().position(|row| row.path == path);
    let at = active
        .as_deref()
        .and_then(place)
        .or_else(|| place(&props.shown))
        .unwrap_or(0);
    let go = {
        let (active, dispatch) = (active.clone(), dispatch.clone());
        move |row: &TreeRow| {
            active.set(Some(row.path.clone()));
            if row.open.is_none() {
                dispatch.send(Action::Export(Export::File(row.path.clone())));
            }
        }
    };
    let toggle = {
        let active = active.clone();
        move |row: &TreeRow| {
            active.set(Some(row.path.clone()));
            dispatch.send(Action::Export(Export::Folder(row.path.clone())));
        }
    };
    let onkeydown = {
        let (rows, go, toggle) = (Rc::clone(&rows), go.clone(), toggle.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let Some(done) = on_key(&event.key(), &rows, at) else {
                return;
            };
            event.prevent_default();
            match done {
                Move::To(index) => {
                    if let Some(row) = rows.get(index) {
                        go(row);
                        focus(&row_id(&row.path));
                    }
                }
                Move::Toggle => rows.get(at).into_iter().for_each(&toggle),
                Move::Show => rows.get(at).into_iter().for_each(&go),
            }
        })
    };
    html! {
        <ul class="tree" role="tree" aria-label={i18n.text("files-tree")} {onkeydown}>
            { for rows.iter().enumerate().map(|(index, row)| {
                let onclick = {
                    let (row, go, toggle) = (row.clone(), go.clone(), toggle.clone());
                    Callback::from(move |_: MouseEvent| if row.open.is_some() { toggle(&row) } else { go(&row) })
                };
                let shown = row.open.is_none() && *row.path == *props.shown;
                html! {
                    <li key={row.path.clone()} id={row_id(&row.path)} role="treeitem" {onclick}
                        aria-level={row.level.to_string()} aria-posinset={row.position.to_string()} aria-setsize={row.size.to_string()}
                        aria-expanded={row.open.map(|open| open.to_string())}
                        aria-selected={row.open.is_none().then(|| shown.to_string())}
                        tabindex={if index == at { "0" } else { "-1" }}>
                        <span class="tree-name" translate="no">{ row.name.clone() }</span>
                        if props.changed.contains(&row.path) {
                            { " " }<span class="tag" data-tone="warning"><T id="file-changed" /></span>
                        }
                    </li>
                }
            }) }
        </ul>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(closed: &[&str]) -> Vec<TreeRow> {
        let file = |path: &str| ExportFile {
            path: path.to_owned(),
            media_type: "text/plain",
            text: String::new(),
        };
        let files = [file("a/b"), file("a/c"), file("d")];
        tree(&files, &closed.iter().map(|path| Rc::from(*path)).collect())
    }

    #[test]
    fn arrows_move_open_and_close() {
        let open = rows(&[]);
        for (key, at, expected) in [
            ("ArrowDown", 0, Some(Move::To(1))),
            ("ArrowDown", 3, Some(Move::To(3))),
            ("ArrowUp", 0, Some(Move::To(0))),
            ("End", 0, Some(Move::To(3))),
            ("Home", 2, Some(Move::To(0))),
            ("ArrowRight", 0, Some(Move::To(1))),
            ("ArrowRight", 1, None),
            ("ArrowLeft", 2, Some(Move::To(0))),
            ("ArrowLeft", 0, Some(Move::Toggle)),
            ("ArrowLeft", 3, None),
            ("Enter", 0, Some(Move::Toggle)),
            (" ", 1, Some(Move::Show)),
            ("C", 0, Some(Move::To(2))),
            ("a", 3, Some(Move::To(0))),
            ("Tab", 0, None),
            ("z", 0, None),
        ] {
            assert_eq!(on_key(key, &open, at), expected, "{key} at {at}");
        }
        assert_eq!(on_key("ArrowRight", &rows(&["a"]), 0), Some(Move::Toggle));
        assert_eq!(on_key("ArrowDown", &[], 0), None);
    }
}
