//! Keys that stand twice in a mapping, in the words of the parser of YAML that Kubernetes' tools share.

use std::rc::Rc;

use crate::diagnostic::Diagnostic;
use crate::document::codes;
use crate::go::quote::quoted;
use crate::i18n::Param;

/// Returns what the parser says of each key of a document that stands twice: `line 7: key "networking" already set in map`.
/// It counts lines from the start of the document, and names that of the value (`setMapIndex` of go-yaml v2's decode.go).
pub(super) fn of_document(found: &[Diagnostic], document: usize, text: &str) -> Rc<[String]> {
    let lines: Vec<&str> = text.lines().collect();
    found
        .iter()
        .filter(|found| found.code == codes::DUPLICATE_KEY.id && found.location.document == document)
        .filter_map(|found| {
            let Some(Param::Text(key)) = found.message.params.get("key") else {
                return None;
            };
            let at = found.location.line.checked_sub(1)?;
            let before = lines.iter().take(at).rposition(|line| line.starts_with("---"));
            let start = before.map_or(0, |separator| separator.saturating_add(1));
            let line = value_line(&lines, at, key)
                .saturating_sub(start)
                .saturating_add(1);
            Some(format!("line {line}: key {} already set in map", quoted(key)))
        })
        .collect()
}

/// Returns the index of the line on which the value of a key begins: that of the key, or the next one with content that
/// belongs to it.
fn value_line(lines: &[&str], at: usize, key: &str) -> usize {
    let indent = |line: &str| line.len().saturating_sub(line.trim_start().len());
    let own = lines.get(at).copied().unwrap_or_default();
    let behind = own.split_once(key).map_or("", |(_, behind)| behind);
    let behind = behind
        .trim_start_matches(['"', '\''])
        .trim_start()
        .trim_start_matches(':')
        .trim();
    if !behind.is_empty() && !behind.starts_with('#') {
        return at;
    }
    let next = lines
        .iter()
        .enumerate()
        .skip(at.saturating_add(1))
        .find(|(_, line)| {
            let line = line.trim();
            !line.is_empty() && !line.starts_with('#')
        });
    match next {
        Some((index, line)) if indent(line) > indent(own) || line.trim_start().starts_with("- ") => index,
        _ => at,
    }
}
