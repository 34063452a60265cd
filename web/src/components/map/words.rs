//! What drawing and table both say of a range.

use crate::engine::{DeclaredRange, Segment};
use crate::i18n::I18n;

/// What a kind of range is called.
pub fn kind_name(i18n: I18n, kind: &str) -> String {
    match kind {
        "pods" => i18n.text("pods"),
        "services" => i18n.text("services"),
        "nodes" => i18n.text("nodes"),
        "load-balancers" => i18n.text("load-balancers"),
        "reserved" => i18n.text("reserved"),
        _ => i18n.text("free"),
    }
}

/// `pods`, …, or `free`.
pub fn kind_of(segment: &Segment) -> &'static str {
    segment.range.as_ref().map_or("free", |range| range.kind.as_str())
}

/// Whether the range has no business inside the segment.
pub fn overlaps(segment: &Segment, inner: &DeclaredRange) -> bool {
    segment
        .range
        .as_ref()
        .is_none_or(|outer| !outer.kind.may_share(inner.kind))
}
