//! Services that are no manifests yet, and those that the API types do not fit.

use serde_json::Value;

use crate::diagnostic::{Diagnostic, Fix, PatchOperation, Pointer, Severity};
use crate::document::codes::{FULL_WIDTH, TEMPLATE};
use crate::document::normalise::normalise;
use crate::document::{Misfit, Node, Object, Style, template};
use crate::i18n::Message;
use crate::request::decode::UNREADABLE_SERVICE;

/// Returns the finding about a Service that is not a manifest yet: a template with its holes in quotes, or a patch.
pub(crate) fn not_a_manifest(object: &Object<'_>) -> Option<Diagnostic> {
    let said = |place: &Pointer, case: &str| {
        let id = TEMPLATE.id;
        let mut finding = TEMPLATE.with(
            object.document.locate(place),
            Message::new(format!("{id}.{case}")),
        );
        finding.help = Some(Message::new(format!("{id}.help-{case}")));
        Some(finding)
    };
    for field in ["spec", "metadata"] {
        let Some(node) = object.get(&[field]) else {
            continue;
        };
        if let Some((place, language)) = hole(node, &object.at(&[field]), field == "metadata") {
            return said(&place, language);
        }
    }
    // Strategic merge patches have directives, and only the fields that they change.
    let spec = object.get(&["spec"]);
    let fields = spec.map(Node::entries).unwrap_or_default();
    let directive = fields.iter().any(|entry| entry.key.starts_with('$'));
    let part = !fields.is_empty()
        && fields.iter().all(|entry| PATCHED.contains(&entry.key.as_str()))
        && object.document.is_complete();
    if directive || part {
        return said(&object.at(&["spec"]), "patch");
    }
    None
}

/// Returns the finding about the first value of a Service with full-width characters in the place of ASCII ones. The server
/// reads them as they are.
pub(crate) fn full_width(object: &Object<'_>) -> Option<Diagnostic> {
    let whole = |node: &Node| node.text().is_some_and(|text| normalise(text) != text);
    let mut names = ["name", "namespace"].into_iter().filter_map(|field| {
        let path = ["metadata", field];
        let node = object.get(&path)?;
        whole(node).then(|| (object.at(&path), node))
    });
    let (place, node) = names.next().or_else(|| {
        let found = |node| whole(node).then_some(node);
        first_below(object.get(&["spec"])?, &object.at(&["spec"]), &|_| true, &found)
    })?;
    let read = normalise(node.text()?).trim().to_owned();
    let id = FULL_WIDTH.id;
    let message = Message::new(format!("{id}.manifest"))
        .with("field", object.field_path(&place))
        .with("value", read.as_str());
    let mut finding = FULL_WIDTH.with(object.document.locate(&place), message);
    finding.severity = Severity::Error;
    let value = match read.parse::<i64>() {
        Ok(number) if node.style == Style::Plain => number.into(),
        _ => Value::from(read.as_str()),
    };
    finding.fixes.push(Fix {
        title: Message::new(format!("{id}.fix")).with("value", read),
        safe: true,
        document: object.document.index(),
        patch: vec![PatchOperation::Replace { path: place, value }],
    });
    Some(finding)
}

/// The fields that patches add to the Services of a base. A Service of these alone is no Service.
const PATCHED: &[&str] = &[
    "allocateLoadBalancerNodePorts",
    "externalTrafficPolicy",
    "internalTrafficPolicy",
    "ipFamilies",
    "ipFamilyPolicy",
    "loadBalancerClass",
    "loadBalancerIP",
    "loadBalancerSourceRanges",
    "trafficDistribution",
];

/// Returns the first text with a hole of a template in it. Annotations and labels hold templates of other programs.
fn hole(node: &Node, place: &Pointer, only_names: bool) -> Option<(Pointer, &'static str)> {
    let enters = |key: &str| !only_names || matches!(key, "name" | "namespace");
    first_below(node, place, &enters, &|node| {
        let (language, _) = template(node.as_str()?)?;
        (language != "jsonnet").then_some(language)
    })
}

/// Returns what `found` says of the first node for which it says something, with its place: the node itself, or one below
/// it behind keys that are entered.
fn first_below<'n, T>(
    node: &'n Node,
    place: &Pointer,
    enters: &impl Fn(&str) -> bool,
    found: &impl Fn(&'n Node) -> Option<T>,
) -> Option<(Pointer, T)> {
    if let Some(told) = found(node) {
        return Some((place.clone(), told));
    }
    let items = node.items().iter().enumerate();
    let fields = node.entries().iter().filter(|entry| enters(&entry.key));
    items
        .map(|(i, item)| (place.index(i), item))
        .chain(fields.map(|entry| (place.key(&entry.key), &entry.value)))
        .find_map(|(place, node)| first_below(node, &place, enters, found))
}

/// Returns the finding about a Service whose JSON does not fit the API types: the field that fails, and the decoder's
/// message.
pub(crate) fn unreadable(object: &Object<'_>, misfit: &Misfit) -> Diagnostic {
    let place = object.pointer.join(&misfit.place());
    let reason = misfit.to_string();
    let message = Message::new("PLAN005")
        .with("field", place.field_path())
        .with("reason", reason);
    UNREADABLE_SERVICE.with(object.document.locate(&place), message)
}
