//! The fields of the form, and the field that shows a finding.

use dualstack_core::diagnostic::{Diagnostic, Location};

use crate::state::{EditorMode, Place};

/// The fields with one value.
pub const SCALARS: &[&str] = &[
    "/metadata/name",
    "/spec/kubernetesVersion",
    "/spec/advertiseAddress",
    "/spec/nodes/count",
    "/spec/nodes/max",
    "/spec/nodes/maxPods",
    "/spec/nodes/maskSizeIPv4",
    "/spec/nodes/maskSizeIPv6",
    "/spec/distribution",
    "/spec/cni",
    "/spec/provider",
];

/// The lists of ranges.
pub const RANGES: &[&str] = &[
    "/spec/podCIDRs",
    "/spec/serviceCIDRs",
    "/spec/nodeCIDRs",
    "/spec/loadBalancerCIDRs",
];

/// The list of reserved networks.
pub const RESERVED: &str = "/spec/reserved";

/// Returns the id of the element that edits a place.
pub fn element_id(pointer: &str) -> String {
    format!("dsp-field{}", pointer.replace('/', "-"))
}

/// Returns the place that the element of an id edits. `None` if it edits none.
pub fn pointer_of(id: &str) -> Option<String> {
    Some(id.strip_prefix("dsp-field")?.replace('-', "/"))
}

/// Returns the form field that shows a place of the plan document: the place itself, or the field that contains it.
/// `None` if the form does not show it.
pub fn field_of(pointer: &str) -> Option<String> {
    let below = |field: &str| {
        pointer
            .strip_prefix(field)
            .filter(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    if let Some(field) = SCALARS.iter().find(|field| below(field).is_some()) {
        return Some((*field).to_owned());
    }
    let (list, entry) = RANGES
        .iter()
        .chain([&RESERVED])
        .find_map(|list| below(list).map(|rest| (*list, rest)))?;
    let mut tokens = entry.split('/').skip(1);
    let index: usize = tokens.next().unwrap_or("0").parse().ok()?;
    if list == RESERVED {
        let member = if tokens.next() == Some("name") {
            "name"
        } else {
            "cidr"
        };
        return Some(format!("{list}/{index}/{member}"));
    }
    Some(format!("{list}/{index}"))
}

/// Returns the place to which a finding leads: the field in the form, or the line in the text.
pub fn place_of(location: &Location, plan_document: Option<usize>, mode: EditorMode) -> Place {
    let in_text = || Place::Text {
        line: location.line.max(1),
        column: location.column.max(1),
        end_line: location.end_line.max(location.line).max(1),
        end_column: location.end_column.max(1),
    };
    if mode == EditorMode::Text && location.line > 0 || plan_document != Some(location.document) {
        return in_text();
    }
    field_of(location.pointer.as_str()).map_or_else(in_text, Place::Field)
}

/// Returns the findings that a field shows: those at its place or below it.
pub fn at_field<'a>(
    diagnostics: &'a [Diagnostic],
    plan_document: Option<usize>,
    field: &'a str,
) -> impl Iterator<Item = &'a Diagnostic> {
    diagnostics.iter().filter(move |diagnostic| {
        plan_document == Some(diagnostic.location.document)
            && field_of(diagnostic.location.pointer.as_str()).as_deref() == Some(field)
    })
}

#[cfg(test)]
mod tests {
    use dualstack_core::diagnostic::Pointer;

    use super::*;

    #[test]
    fn places_belong_to_the_field_that_edits_them() {
        for (pointer, field) in [
            ("/spec/podCIDRs/1", Some("/spec/podCIDRs/1")),
            ("/spec/podCIDRs", Some("/spec/podCIDRs/0")),
            ("/spec/podCIDRs/x", None),
            ("/spec/reserved/2", Some("/spec/reserved/2/cidr")),
            ("/spec/reserved/2/name", Some("/spec/reserved/2/name")),
            ("/spec/nodes/maxPods", Some("/spec/nodes/maxPods")),
            ("/spec/nodes/max", Some("/spec/nodes/max")),
            ("/spec/nodes", None),
            ("/spec/cniX", None),
            ("", None),
        ] {
            assert_eq!(field_of(pointer).as_deref(), field, "{pointer}");
        }
    }

    #[test]
    fn a_finding_leads_to_its_field_or_to_its_line() {
        let location = |document, pointer: &str, line| Location {
            document,
            pointer: Pointer::parse(pointer).unwrap(),
            line,
            column: 3,
            end_line: line,
            end_column: 7,
            file: None,
        };
        let text = |line| Place::Text {
            line,
            column: 3,
            end_line: line,
            end_column: 7,
        };
        let field = Place::Field("/spec/cni".into());
        let cni = location(0, "/spec/cni", 4);
        assert_eq!(place_of(&cni, Some(0), EditorMode::Form), field);
        assert_eq!(place_of(&cni, Some(0), EditorMode::Text), text(4));
        assert_eq!(
            place_of(&location(0, "/spec/cni", 0), Some(0), EditorMode::Text),
            field
        );
        assert_eq!(
            place_of(&location(1, "/spec/cni", 9), Some(0), EditorMode::Form),
            text(9)
        );
        assert_eq!(
            place_of(&location(0, "/spec/typo", 5), Some(0), EditorMode::Form),
            text(5)
        );
        assert_eq!(place_of(&location(0, "", 0), None, EditorMode::Form), text(1));
    }
}
