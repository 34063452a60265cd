//! Large changes as small ones: a list or mapping that is replaced by a similar one is changed only where the two
//! differ, so that the comments of the rest stay.

use serde_json::Value as Json;

use super::{PatchError, Step};
use crate::diagnostic::{PatchOperation, Pointer};
use crate::document::{Node, Value, to_json};

/// Returns the steps of an operation, and how many operations they replace. A removal and an addition of the same
/// value beside it become one renaming.
pub(super) fn steps(
    root: &Node,
    operation: &PatchOperation,
    after: &[PatchOperation],
) -> Result<(Vec<Step>, usize), PatchError> {
    if let Some(step) = renaming(root, operation, after.first()) {
        return Ok((vec![step], 2));
    }
    let mut steps = Vec::new();
    match operation {
        PatchOperation::Replace { path, value } => {
            let old = root.at(path).ok_or_else(|| PatchError::NoPlace(path.clone()))?;
            replace(path, old, value, &mut steps);
        }
        PatchOperation::Add { path, value } => {
            let parent = path.split_last().map(|(parent, _)| parent);
            let inserts = parent.is_some_and(|parent| root.at(&parent).is_some_and(Node::is_sequence));
            match root.at(path).filter(|_| !inserts) {
                Some(old) => replace(path, old, value, &mut steps),
                None => steps.push(Step::Operation(operation.clone())),
            }
        }
        PatchOperation::Remove { .. } => steps.push(Step::Operation(operation.clone())),
    }
    Ok((steps, 1))
}

fn renaming(root: &Node, operation: &PatchOperation, next: Option<&PatchOperation>) -> Option<Step> {
    let (PatchOperation::Remove { path }, Some(PatchOperation::Add { path: to, value })) = (operation, next)
    else {
        return None;
    };
    let ((parent, _), (same_parent, name)) = (path.split_last()?, to.split_last()?);
    let mapping = root.at(&parent).filter(|_| parent == same_parent)?;
    let old = mapping.is_mapping().then(|| root.at(path)).flatten()?;
    (mapping.get(&name).is_none() && to_json(old) == *value).then(|| Step::Rename {
        path: path.clone(),
        name,
    })
}

fn replace(path: &Pointer, old: &Node, new: &Json, steps: &mut Vec<Step>) {
    if Node::from(new).same_value(old) {
        return;
    }
    match (&old.value, new) {
        (Value::Mapping(entries), Json::Object(members))
            if entries.iter().any(|entry| members.contains_key(&entry.key)) =>
        {
            for entry in entries {
                let place = path.key(&entry.key);
                match members.get(&entry.key) {
                    Some(value) => replace(&place, &entry.value, value, steps),
                    None => steps.push(Step::Operation(PatchOperation::Remove { path: place })),
                }
            }
            for (key, value) in members.iter().filter(|(key, _)| old.get(key).is_none()) {
                steps.push(Step::Operation(PatchOperation::Add {
                    path: path.key(key),
                    value: value.clone(),
                }));
            }
        }
        (Value::Sequence(items), Json::Array(values)) if !items.is_empty() && !values.is_empty() => {
            let same = |(item, value): &(&Node, &Json)| Node::from(*value).same_value(item);
            let front = items.iter().zip(values).take_while(same).count();
            let most = items.len().min(values.len()) - front;
            let back = items
                .iter()
                .rev()
                .zip(values.iter().rev())
                .take(most)
                .take_while(same)
                .count();
            let (old_end, new_end) = (items.len() - back, values.len() - back);
            let both = old_end.min(new_end);
            for (index, (item, value)) in items.iter().zip(values).enumerate().take(both).skip(front) {
                replace(&path.index(index), item, value, steps);
            }
            for index in (both..old_end).rev() {
                steps.push(Step::Operation(PatchOperation::Remove {
                    path: path.index(index),
                }));
            }
            for (index, value) in values.iter().enumerate().take(new_end).skip(both) {
                steps.push(Step::Operation(PatchOperation::Add {
                    path: path.index(index),
                    value: value.clone(),
                }));
            }
        }
        _ => steps.push(Step::Operation(PatchOperation::Replace {
            path: path.clone(),
            value: new.clone(),
        })),
    }
}
