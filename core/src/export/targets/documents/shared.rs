//! The plan file of a plan that was read: its fields and the Services beside it, without the comments.

use serde_json::{Value, json};

use crate::export::ExportContext;

/// The documents of the plan file, the plan first.
pub(super) fn documents(cx: &ExportContext<'_>) -> Vec<Value> {
    std::iter::once(json!(cx.plan))
        .chain(cx.services.iter().cloned())
        .collect()
}
