//! The same changes made to the tree: the edited text must be read as this tree.

use super::PatchError;
use crate::diagnostic::{PatchOperation, Pointer};
use crate::document::{Entry, Node, Value, list_index};

pub(super) fn apply(root: &mut Node, operation: &PatchOperation) -> Result<(), PatchError> {
    match operation {
        PatchOperation::Add { path, value } => add(root, path, Node::from(value)),
        PatchOperation::Replace { path, value } => {
            let node = find(root, path).ok_or_else(|| PatchError::NoPlace(path.clone()))?;
            *node = Node::from(value);
            Ok(())
        }
        PatchOperation::Remove { path } => remove(root, path),
    }
}

/// Gives a key another name; the entry keeps its place.
pub(super) fn rename(root: &mut Node, path: &Pointer, name: &str) -> Result<(), PatchError> {
    let no_place = || PatchError::NoPlace(path.clone());
    let (parent, old) = path.split_last().ok_or_else(no_place)?;
    let parent = find(root, &parent).ok_or_else(no_place)?;
    let Value::Mapping(entries) = &mut parent.value else {
        return Err(no_place());
    };
    let entry = entries
        .iter_mut()
        .find(|entry| entry.key == old)
        .ok_or_else(no_place)?;
    name.clone_into(&mut entry.key);
    Ok(())
}

fn find<'a>(root: &'a mut Node, path: &Pointer) -> Option<&'a mut Node> {
    path.tokens().try_fold(root, |node, token| match &mut node.value {
        Value::Mapping(entries) => entries
            .iter_mut()
            .find(|entry| entry.key == token)
            .map(|entry| &mut entry.value),
        Value::Sequence(items) => items.get_mut(list_index(&token)?),
        _ => None,
    })
}

fn add(root: &mut Node, path: &Pointer, new: Node) -> Result<(), PatchError> {
    let no_place = || PatchError::NoPlace(path.clone());
    let Some((parent, name)) = path.split_last() else {
        *root = new;
        return Ok(());
    };
    match find(root, &parent).map(|parent| &mut parent.value) {
        Some(Value::Mapping(entries)) => {
            match entries.iter_mut().find(|entry| entry.key == name) {
                Some(entry) => entry.value = new,
                None => entries.push(Entry::detached(name, new)),
            }
            Ok(())
        }
        Some(Value::Sequence(items)) => {
            let index = if name == "-" {
                Some(items.len())
            } else {
                list_index(&name)
            };
            let index = index.filter(|index| *index <= items.len()).ok_or_else(no_place)?;
            items.insert(index, new);
            Ok(())
        }
        _ => Err(no_place()),
    }
}

fn remove(root: &mut Node, path: &Pointer) -> Result<(), PatchError> {
    let no_place = || PatchError::NoPlace(path.clone());
    let (parent, name) = path.split_last().ok_or_else(no_place)?;
    match find(root, &parent).map(|parent| &mut parent.value) {
        Some(Value::Mapping(entries)) => {
            let index = entries
                .iter()
                .position(|entry| entry.key == name)
                .ok_or_else(no_place)?;
            entries.remove(index);
        }
        Some(Value::Sequence(items)) => {
            let index = list_index(&name)
                .filter(|index| *index < items.len())
                .ok_or_else(no_place)?;
            items.remove(index);
        }
        _ => return Err(no_place()),
    }
    Ok(())
}
