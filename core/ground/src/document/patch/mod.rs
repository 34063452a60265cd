//! Changes to one document of a text that leave the rest as it is: comments, order, quotes, and every other document
//! byte for byte.
//!
//! A change is made by cutting at the places of the tree. The result is read again and compared with the same change
//! made to the tree. Only if they differ is that document written anew.

mod edit;
mod expand;
mod render;
mod tree;

use super::{Document, Node, Value, codes, read, to_json, write};
use crate::diagnostic::{PatchOperation, Pointer};

/// The result of applying a patch to a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatchResult {
    /// The new text.
    pub text: String,
    /// Whether the document was written anew, which loses its comments.
    pub rewritten: bool,
}

/// Why a patch was not applied.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatchError {
    /// The stream has no document with that index, or the document is empty.
    #[error("there is no document {0}")]
    NoDocument(usize),
    /// The path does not exist, or nothing can be added there.
    #[error("there is no place `{0}`")]
    NoPlace(Pointer),
    /// Errors in the document prevent a change at that place.
    #[error("the document has errors that are in the way")]
    Unreadable,
}

/// Applies a patch to one document of a text. `document` is its index, from 0. Either all operations are applied or
/// none.
///
/// # Errors
/// A [`PatchError`] if the document does not exist, a path does not fit it, or errors in the text prevent the change.
///
/// ```
/// use dualstack_ground::diagnostic::{PatchOperation, Pointer};
/// use dualstack_ground::document::patch::apply;
/// let text = "spec: # the plan\n  podCIDRs: [10.244.0.0/16] # pods\n";
/// let add = PatchOperation::Add {
///     path: Pointer::parse("/spec/podCIDRs/-").unwrap(),
///     value: "fd00:10:244::/56".into(),
/// };
/// let result = apply(text, 0, &[add]).unwrap();
/// assert_eq!(result.text, "spec: # the plan\n  podCIDRs: [10.244.0.0/16, \"fd00:10:244::/56\"] # pods\n");
/// ```
pub fn apply(text: &str, document: usize, operations: &[PatchOperation]) -> Result<PatchResult, PatchError> {
    let stream = read(text);
    let document = stream
        .document(document)
        .ok_or(PatchError::NoDocument(document))?;
    apply_to(document, operations)
}

/// Applies a patch to a document that has been read, as [`apply`] does. The text of the result is that of its whole file.
///
/// # Errors
/// A [`PatchError`] if a path does not fit the document, or errors in its text prevent the change.
pub fn apply_to(document: &Document, operations: &[PatchOperation]) -> Result<PatchResult, PatchError> {
    let (text, range) = (document.source().text(), document.range());
    let PatchResult {
        text: part,
        rewritten,
    } = apply_within(document, operations)?;
    let before = text.get(..range.start).unwrap_or_default();
    let behind = text.get(range.end..).unwrap_or_default();
    Ok(PatchResult {
        text: [before, &part, behind].concat(),
        rewritten,
    })
}

/// Applies a patch to a document that has been read, as [`apply`] does. The text of the result is that of the document alone,
/// so that a change of one of many costs no copy of the others.
///
/// # Errors
/// A [`PatchError`] if a path does not fit the document, or errors in its text prevent the change.
pub fn apply_within(document: &Document, operations: &[PatchOperation]) -> Result<PatchResult, PatchError> {
    let (text, range) = (document.source().text(), document.range());
    let mut part = text.get(range).unwrap_or_default().to_owned();
    let mut rewritten = false;
    let mut rest = operations;
    while let Some((operation, after)) = rest.split_first() {
        let current = Part::read(&part)?;
        let (steps, consumed) = expand::steps(current.document.root(), operation, after)?;
        rest = operations_after(rest, consumed);
        let mut current = Some(current);
        for step in steps {
            let before = match current.take() {
                Some(before) => before,
                None => Part::read(&part)?,
            };
            let (changed, anew) = before.change(&part, &step)?;
            part = changed;
            rewritten |= anew;
        }
    }
    Ok(PatchResult {
        text: part,
        rewritten,
    })
}

fn operations_after(operations: &[PatchOperation], count: usize) -> &[PatchOperation] {
    operations.get(count..).unwrap_or_default()
}

/// Returns the operations that make a field hold `value`. Missing parents are added, and a field that exists is
/// replaced. A list index names an existing entry or the one behind the last.
///
/// ```
/// use dualstack_ground::diagnostic::Pointer;
/// use dualstack_ground::document::{patch, read};
/// let text = "kind: ClusterPlan\n";
/// let stream = read(text);
/// let count = Pointer::parse("/spec/nodes/count").unwrap();
/// let operations = patch::set(&stream.documents[0], &count, 40.into());
/// let result = patch::apply(text, 0, &operations).unwrap();
/// assert_eq!(result.text, "kind: ClusterPlan\nspec:\n  nodes:\n    count: 40\n");
/// ```
pub fn set(document: &Document, pointer: &Pointer, value: serde_json::Value) -> Vec<PatchOperation> {
    let mut path = Pointer::root();
    let mut node = document.root();
    let tokens: Vec<String> = pointer.tokens().collect();
    for (depth, token) in tokens.iter().enumerate() {
        let next = path.key(token);
        match node.at(&Pointer::root().key(token)) {
            Some(child) if depth + 1 == tokens.len() || !child.is_null() => (path, node) = (next, child),
            found => {
                // Everything below is wrapped around the value, inside out.
                let below = tokens.get(depth + 1..).unwrap_or_default();
                let value = below.iter().rev().fold(value, |value, name| wrap(name, value));
                return vec![match found {
                    Some(_) => PatchOperation::Replace { path: next, value },
                    None => PatchOperation::Add { path: next, value },
                }];
            }
        }
    }
    vec![PatchOperation::Replace { path, value }]
}

fn wrap(name: &str, value: serde_json::Value) -> serde_json::Value {
    if matches!(name, "0" | "-") {
        serde_json::Value::Array(vec![value])
    } else {
        serde_json::Value::Object([(name.to_owned(), value)].into_iter().collect())
    }
}

/// A single change, small enough for one cut.
enum Step {
    Operation(PatchOperation),
    /// A key gets another name and keeps its place.
    Rename {
        path: Pointer,
        name: String,
    },
}

/// The text of one document.
struct Part {
    document: Document,
    /// The codes of its problems.
    problems: Vec<&'static str>,
    /// The text from the last syntax error on, which was not read.
    unread: String,
}

impl Part {
    fn read(text: &str) -> Result<Part, PatchError> {
        let mut stream = read(text);
        match (stream.documents.pop(), stream.documents.is_empty()) {
            (Some(document), true) => {
                let syntax = stream
                    .diagnostics
                    .iter()
                    .rfind(|found| found.code == codes::SYNTAX.id);
                let at = syntax.and_then(|found| {
                    document
                        .source()
                        .offset(found.location.line, found.location.column)
                });
                let unread = at.and_then(|at| text.get(at..)).unwrap_or_default().to_owned();
                let problems = stream.diagnostics.iter().map(|found| found.code).collect();
                Ok(Part {
                    document,
                    problems,
                    unread,
                })
            }
            _ => Err(PatchError::Unreadable),
        }
    }

    /// Returns the text after the change, and whether the document was written anew.
    fn change(&self, text: &str, step: &Step) -> Result<(String, bool), PatchError> {
        let mut expected = self.document.root().clone();
        match step {
            Step::Operation(operation) => tree::apply(&mut expected, operation)?,
            Step::Rename { path, name } => tree::rename(&mut expected, path, name)?,
        }
        let edits = match step {
            Step::Operation(operation) => edit::operation(&self.document, operation),
            Step::Rename { path, name } => edit::rename(&self.document, path, name),
        };
        let holds = |text: &str| {
            Part::read(text).is_ok_and(|part| {
                // An edit adds no problem, and leaves the unread text as it is.
                let count =
                    |problems: &[&str], code: &str| problems.iter().filter(|found| **found == code).count();
                part.problems
                    .iter()
                    .all(|code| count(&part.problems, code) <= count(&self.problems, code))
                    && part.unread == self.unread
                    && part.document.root().same_value(&expected)
            })
        };
        if let Some(edited) = edits
            .and_then(|edits| edit::cut(text, edits))
            .filter(|text| holds(text))
        {
            return Ok((edited, false));
        }
        if !self.document.is_complete() {
            return Err(PatchError::Unreadable);
        }
        let anew = self.rewrite(text, &expected);
        if holds(&anew) {
            Ok((anew, true))
        } else {
            Err(PatchError::Unreadable)
        }
    }

    fn rewrite(&self, text: &str, expected: &Node) -> String {
        let old = self.document.root();
        let layout = render::layout(&self.document);
        let json = to_json(expected);
        let written = if render::is_json(old) {
            write::to_json_pretty(&json)
        } else {
            write::to_yaml_with(&json, layout)
        };
        let written = keep_numbers(&written, expected);
        let (start, end) = edit::content(text, old);
        let own_line = text
            .get(..start)
            .is_none_or(|before| before.is_empty() || before.ends_with(['\n', '\r', '\u{feff}']));
        let separator = if own_line { "" } else { "\n" };
        let written = render::with_line_breaks(&self.document, written.trim_end());
        [
            text.get(..start).unwrap_or_default(),
            separator,
            &written,
            text.get(end..).unwrap_or_default(),
        ]
        .concat()
    }
}

/// Restores the spelling of the numbers of a document that was written anew: `1.30` is not `1.3`.
fn keep_numbers(written: &str, original: &Node) -> String {
    fn collect(new: &Node, old: &Node, edits: &mut Vec<edit::Edit>) {
        match (&new.value, &old.value) {
            (Value::Sequence(a), Value::Sequence(b)) => {
                a.iter().zip(b).for_each(|(a, b)| collect(a, b, edits))
            }
            (Value::Mapping(_), Value::Mapping(b)) => b.iter().for_each(|entry| {
                if let Some(node) = new.get(&entry.key) {
                    collect(node, &entry.value, edits);
                }
            }),
            (Value::Int(_) | Value::Float(_), Value::Int(_) | Value::Float(_)) => {
                if let Some(text) = old
                    .text()
                    .filter(|text| !old.is_detached() && new.text() != Some(*text))
                {
                    edits.push(edit::Edit::replace(new.span.start..new.span.end, text));
                }
            }
            _ => {}
        }
    }
    let mut edits = Vec::new();
    if let Some(document) = read(written).documents.first() {
        collect(document.root(), original, &mut edits);
    }
    edit::cut(written, edits).unwrap_or_else(|| written.to_owned())
}
