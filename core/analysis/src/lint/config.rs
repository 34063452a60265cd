//! The settings of rules in a plan file: `spec.rules` for the whole file, and an annotation for a single Service.

use super::context::{Found, LintContext};
use super::registry::{rule, rules};
use crate::diagnostic::{Diagnostic, Fix, Location, PatchOperation, Pointer, Severity};
use crate::document::codes::Code;
use crate::document::{Node, nearest};
use crate::i18n::Message;
use crate::order::{self, Key, Keys};
use crate::request::RuleSeverity;

/// The annotation that suppresses findings about its Service: `CODE reason`, one per line or separated by `;`.
pub const IGNORE_ANNOTATION: &str = "dualstack-planner/ignore";

/// A setting names a code that no rule has.
pub const UNKNOWN_RULE: Code = Code::new("LINT001", Severity::Error, "LINT001.help");
/// A rule is switched off or has a lower severity, and no reason is given.
pub const NO_REASON: Code = Code::new("LINT002", Severity::Error, "LINT002.help");
/// A rule that finds nothing is switched off.
pub const UNUSED: Code = Code::new("LINT003", Severity::Warning, "LINT003.help");

/// Applies both to what was found. What is wrong with them is added.
pub(super) fn apply(cx: &LintContext<'_>, mut found: Vec<Found>) -> Vec<Diagnostic> {
    let mut own = Vec::new();
    ignore_for_services(cx, &mut found, &mut own);
    plan_settings(cx, &mut found, &mut own);
    let mut diagnostics: Vec<Diagnostic> = found.into_iter().map(|found| found.diagnostic).collect();
    diagnostics.extend(own);
    diagnostics
}

fn is_blank(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

/// The entries of `spec.rules` with their places; entries that could not be read have no setting.
fn plan_settings(cx: &LintContext<'_>, found: &mut Vec<Found>, own: &mut Vec<Diagnostic>) {
    let list = Pointer::root().key("spec").key("rules");
    let written: Vec<Option<&str>> = cx
        .document
        .at(&list)
        .map_or(&[][..], Node::items)
        .iter()
        .map(|entry| entry.get("code").and_then(Node::text))
        .collect();
    let mut from = 0;
    for setting in &cx.plan.spec.rules {
        let rest = written.get(from..).unwrap_or_default();
        let place = rest
            .iter()
            .position(|code| code.is_some_and(|code| code.trim() == setting.code))
            .unwrap_or(0);
        let entry = list.index(from + place);
        from += place + 1;
        let field = entry.key("code");
        let Some(rule) = rule(&setting.code) else {
            own.push(unknown(cx, cx.document.index(), &field, &setting.code));
            continue;
        };
        let natural = rule.meta.severity.at(cx.version());
        let wanted = match setting.severity {
            RuleSeverity::Error => Some(Severity::Error),
            RuleSeverity::Warning => Some(Severity::Warning),
            RuleSeverity::Info => Some(Severity::Info),
            RuleSeverity::Off => None,
        };
        // Severities are ordered from the worst on.
        let counts_less = wanted.is_none_or(|wanted| wanted > natural);
        if counts_less && is_blank(setting.reason.as_deref()) {
            let message = Message::new(NO_REASON.id).with("code", setting.code.clone());
            own.push(NO_REASON.with(cx.document.locate(&entry), message));
            continue;
        }
        let concerns = |found: &Found| found.meta.code == setting.code;
        match wanted {
            Some(wanted) => {
                found
                    .iter_mut()
                    .filter(|found| concerns(found))
                    .for_each(|found| found.diagnostic.severity = wanted);
            }
            None => {
                let before = found.len();
                found.retain(|found| !concerns(found));
                if found.len() == before {
                    own.push(unused(cx, cx.document.index(), &field, &entry, &setting.code));
                }
            }
        }
    }
}

/// Returns the code of a finding with the two places at which its Service may stand: the document, or an item of its List.
fn keys_of(found: &Found) -> [Key<'_>; 2] {
    let Location {
        document, pointer, ..
    } = &found.diagnostic.location;
    let pointer = pointer.as_str();
    let item = pointer
        .match_indices('/')
        .nth(2)
        .map_or(pointer, |(end, _)| pointer.get(..end).unwrap_or(pointer));
    [
        (*document, found.meta.code, ""),
        (*document, found.meta.code, item),
    ]
}

fn ignore_for_services(cx: &LintContext<'_>, found: &mut Vec<Found>, own: &mut Vec<Diagnostic>) {
    let mut ignored: Vec<Key<'_>> = Vec::new();
    // What is found where, made when the first annotation is seen.
    let mut all: Option<Keys<'_>> = None;
    for service in cx.services {
        let own_first = ignored.len();
        let annotations = service.location.pointer.key("metadata").key("annotations");
        let pointer = annotations.key(IGNORE_ANNOTATION);
        let document = service.location.document;
        let Some(tree) = cx.stream.document(document) else {
            continue;
        };
        let Some(text) = tree.at(&pointer).and_then(Node::as_str) else {
            continue;
        };
        for entry in text
            .split(['\n', ';'])
            .map(str::trim)
            .filter(|entry| !entry.is_empty())
        {
            let (code, reason) = entry.split_once(char::is_whitespace).unwrap_or((entry, ""));
            let code = code.trim_end_matches([':', ',']);
            if rule(code).is_none() {
                own.push(unknown(cx, document, &pointer, code));
            } else if is_blank(Some(reason)) {
                let message = Message::new(NO_REASON.id).with("code", code.to_owned());
                own.push(NO_REASON.with(tree.locate(&pointer), message));
            } else {
                let all = all.get_or_insert_with(|| found.iter().flat_map(keys_of).collect());
                let key = (document, code, service.location.pointer.as_str());
                let of_service = ignored.get(own_first..).unwrap_or_default();
                if all.contains(key) && !of_service.contains(&key) {
                    ignored.push(key);
                } else {
                    own.push(unused(cx, document, &pointer, &pointer, code));
                }
            }
        }
    }
    drop(all);
    let ignored: Keys<'_> = ignored.into_iter().collect();
    if !ignored.is_empty() {
        found.retain(|found| !keys_of(found).into_iter().any(|key| ignored.contains(key)));
    }
}

fn unknown(cx: &LintContext<'_>, document: usize, place: &Pointer, code: &str) -> Diagnostic {
    let mut codes: Vec<&str> = rules().map(|rule| rule.meta.code).collect();
    order::sort(&mut codes);
    let near = nearest(code, codes);
    let id = if near.is_some() {
        "LINT001.near"
    } else {
        UNKNOWN_RULE.id
    };
    let mut message = Message::new(id).with("code", code.to_owned());
    let mut fixes = Vec::new();
    if let Some(near) = near {
        message = message.with("near", near);
        let text = cx
            .stream
            .document(document)
            .and_then(|tree| tree.at(place))
            .and_then(Node::text);
        fixes.extend(text.map(|text| Fix {
            title: Message::new("LINT001.fix").with("to", near),
            safe: false,
            document,
            patch: vec![PatchOperation::Replace {
                path: place.clone(),
                value: text.replacen(code, near, 1).into(),
            }],
        }));
    }
    Diagnostic {
        fixes,
        ..UNKNOWN_RULE.with(locate(cx, document, place), message)
    }
}

fn unused(
    cx: &LintContext<'_>,
    document: usize,
    place: &Pointer,
    removable: &Pointer,
    code: &str,
) -> Diagnostic {
    let message = Message::new(UNUSED.id).with("code", code.to_owned());
    Diagnostic {
        fixes: vec![Fix {
            title: Message::new("LINT003.fix"),
            safe: false,
            document,
            patch: vec![PatchOperation::Remove {
                path: removable.clone(),
            }],
        }],
        ..UNUSED.with(locate(cx, document, place), message)
    }
}

fn locate(cx: &LintContext<'_>, document: usize, place: &Pointer) -> crate::diagnostic::Location {
    cx.stream
        .document(document)
        .map(|tree| tree.locate(place))
        .unwrap_or_default()
}
