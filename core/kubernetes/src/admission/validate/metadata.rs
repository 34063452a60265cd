//! The validation of metadata: `ValidateObjectMeta` and `ValidateObjectMetaUpdate` of
//! apimachinery `pkg/api/validation/objectmeta.go` and of pkg/apis/core/validation/validation.go, which adds a check of
//! finalizers.
//!
//! An update goes through them four times (`BeforeUpdate` of apiserver `pkg/registry/rest/update.go`, then
//! `ValidateServiceUpdate`), so an error is a cause as often; the message names it once.

use crate::admission::context::Context;
use crate::admission::metadata::{ManagedFields, OwnerReference, ServiceMetadata};
use crate::admission::names::{
    at_field, label_errors, label_value_errors, letter_label_errors, mask_trailing_dash,
    qualified_name_errors,
};
use crate::document::as_json;
use crate::go::field_error::{FieldError, FieldValue};
use crate::go::quote::quoted;
use crate::kubernetes::metadata::OwnerTexts;

/// The name of these checks, as rules list it in `covers`.
const CHECK: &str = "SVC-metadata";
/// The most bytes that annotations may have together, keys and values.
const MOST_ANNOTATION_BYTES: usize = 256 * 1024;
const LONGEST_MANAGER: usize = 128;
const LONGEST_SUBRESOURCE: usize = 256;
const IMMUTABLE: &str = "field is immutable";

const ORPHAN: &str = "orphan";
const DELETE_DEPENDENTS: &str = "foregroundDeletion";
/// The finalizers that need no domain (`standardFinalizers` of pkg/apis/core/helper).
const STANDARD_FINALIZERS: &[&str] = &["kubernetes", ORPHAN, DELETE_DEPENDENTS];

const TOPOLOGY_AWARE_HINTS: &str = "service.kubernetes.io/topology-aware-hints";
const TOPOLOGY_MODE: &str = "service.kubernetes.io/topology-mode";

fn plain(text: &str) -> FieldValue {
    FieldValue::Plain(text.to_owned())
}

fn named(errors: Vec<FieldError>) -> impl Iterator<Item = FieldError> {
    errors.into_iter().map(|error| error.checked_by(CHECK))
}

/// Returns the errors of metadata that belong to the object itself.
pub(in crate::admission) fn whole(cx: &Context<'_>, is_update: bool) -> Vec<FieldError> {
    let new = &cx.service.metadata;
    let mut errors = Vec::new();
    if !is_update || cx.api.metadata.name_checked_on_update {
        names(cx, new, &mut errors);
    }
    common(cx, new, !is_update, &mut errors);
    kube_finalizers(new, &mut errors);
    topology(cx, new, &mut errors);
    named(errors).collect()
}

/// Returns the errors of a change, which come before all others.
pub(in crate::admission) fn changes(cx: &Context<'_>) -> Vec<FieldError> {
    let new = &cx.service.metadata;
    let mut errors = Vec::new();
    common(cx, new, false, &mut errors);
    for strategy in [false, true] {
        change(cx, new, &mut errors);
        if strategy {
            kube_finalizers(new, &mut errors);
        }
    }
    named(errors).collect()
}

fn names(cx: &Context<'_>, new: &ServiceMetadata, errors: &mut Vec<FieldError>) {
    let rules = cx.api.metadata;
    let check = |name: &str| {
        if rules.relaxed_names {
            label_errors(name, rules.name_texts)
        } else {
            letter_label_errors(name)
        }
    };
    if !new.generate_name.is_empty() {
        let field = "metadata.generateName";
        let details = check(&mask_trailing_dash(&new.generate_name));
        errors.extend(at_field(field, &new.generate_name, details));
    }
    if new.name.is_empty() {
        errors.push(FieldError::required(
            "metadata.name",
            "name or generateName is required",
        ));
    } else {
        errors.extend(at_field("metadata.name", &new.name, check(&new.name)));
    }
}

/// Adds the errors that a new object and a changed one have alike. An update keeps the stored generation, so only that
/// of a new object is checked.
fn common(cx: &Context<'_>, new: &ServiceMetadata, is_new: bool, errors: &mut Vec<FieldError>) {
    unindexed_managers(cx, new, errors);
    if is_new && new.generation < 0 {
        errors.push(FieldError::invalid(
            "metadata.generation",
            FieldValue::Number(new.generation),
            "must be greater than or equal to 0",
        ));
    }
    labels_and_annotations(cx, new, errors);
    owners(cx, &new.owner_references, errors);
    finalizers(cx, &new.finalizers, errors);
    managed_fields(cx, &new.managed_fields, errors);
}

fn change(cx: &Context<'_>, new: &ServiceMetadata, errors: &mut Vec<FieldError>) {
    if let Some(old) = cx.stored {
        if old.deletion_timestamp.is_some() {
            no_new_finalizers(old, new, errors);
        }
        unindexed_managers(cx, new, errors);
        immutable(old, new, errors);
    } else {
        unindexed_managers(cx, new, errors);
    }
    labels_and_annotations(cx, new, errors);
    owners(cx, &new.owner_references, errors);
    managed_fields(cx, &new.managed_fields, errors);
}

fn no_new_finalizers(old: &ServiceMetadata, new: &ServiceMetadata, errors: &mut Vec<FieldError>) {
    let mut added: Vec<&String> = Vec::new();
    for finalizer in &new.finalizers {
        if !old.finalizers.contains(finalizer) && !added.contains(&finalizer) {
            added.push(finalizer);
        }
    }
    if added.is_empty() {
        return;
    }
    crate::order::sort(&mut added);
    let list: Vec<String> = added.iter().map(|name| quoted(name)).collect();
    let detail = format!(
        "no new finalizers can be added if the object is being deleted, found new finalizers []string{{{}}}",
        list.join(", ")
    );
    errors.push(FieldError::forbidden("metadata.finalizers", detail));
}

/// Adds an error for every field that only the server sets. A client that leaves it out keeps it.
fn immutable(old: &ServiceMetadata, new: &ServiceMetadata, errors: &mut Vec<FieldError>) {
    if !new.uid.is_empty() && !old.uid.is_empty() && new.uid != old.uid {
        let value = FieldValue::Text(new.uid.clone());
        errors.push(FieldError::invalid("metadata.uid", value, IMMUTABLE));
    }
    // A stored time of deletion stays whatever is sent.
    if let (None, Some(time)) = (&old.deletion_timestamp, &new.deletion_timestamp) {
        let value = FieldValue::Raw {
            go: time.strip_suffix('Z').map_or_else(
                || time.clone(),
                |utc| format!("{} +0000 UTC", utc.replacen('T', " ", 1)),
            ),
            json: quoted(time),
        };
        errors.push(FieldError::invalid(
            "metadata.deletionTimestamp",
            value,
            IMMUTABLE,
        ));
    }
    if let Some(seconds) = new.deletion_grace_period_seconds
        && old.deletion_grace_period_seconds != Some(seconds)
    {
        errors.push(FieldError::invalid(
            "metadata.deletionGracePeriodSeconds",
            FieldValue::Number(seconds),
            IMMUTABLE,
        ));
    }
}

fn labels_and_annotations(cx: &Context<'_>, new: &ServiceMetadata, errors: &mut Vec<FieldError>) {
    let texts = cx.api.metadata.name_texts;
    // Upstream goes through maps in any order.
    for (key, value) in &new.labels {
        errors.extend(at_field(
            "metadata.labels",
            key,
            qualified_name_errors(key, texts),
        ));
        errors.extend(at_field(
            "metadata.labels",
            value,
            label_value_errors(value, texts),
        ));
    }
    let mut size = 0usize;
    for (key, value) in &new.annotations {
        let details = qualified_name_errors(&key.to_lowercase(), texts);
        errors.extend(at_field("metadata.annotations", key, details));
        size = size.saturating_add(key.len()).saturating_add(value.len());
    }
    if size > MOST_ANNOTATION_BYTES {
        let detail = cx.api.metadata.too_long.about(MOST_ANNOTATION_BYTES);
        errors.push(FieldError::too_long("metadata.annotations", detail));
    }
}

/// The group and version of an API version. `None` if it has more than two parts.
fn group_version(api_version: &str) -> Option<(&str, &str)> {
    match api_version.split('/').collect::<Vec<_>>()[..] {
        [version] => Some(("", version)),
        [group, version] => Some((group, version)),
        _ => None,
    }
}

fn owners(cx: &Context<'_>, owners: &[OwnerReference], errors: &mut Vec<FieldError>) {
    let texts = cx.api.metadata.owner_texts;
    let mut controller: Option<String> = None;
    for (i, owner) in owners.iter().enumerate() {
        let field = if texts >= OwnerTexts::Required {
            format!("metadata.ownerReferences[{i}]")
        } else {
            "metadata.ownerReferences".to_owned()
        };
        one_owner(texts, owner, &field, errors);
        if owner.controller != Some(true) {
            continue;
        }
        let name = if texts >= OwnerTexts::WithKind {
            format!("{}/{}", owner.kind, owner.name)
        } else {
            owner.name.clone()
        };
        match controller.as_ref().filter(|first| !first.is_empty()) {
            Some(first) => errors.push(FieldError::invalid(
                "metadata.ownerReferences",
                owners_value(owners),
                format!(
                    "Only one reference can have Controller set to true. Found \"true\" in references for {first} and \
                     {name}"
                ),
            )),
            None => controller = Some(name),
        }
    }
}

fn one_owner(texts: OwnerTexts, owner: &OwnerReference, field: &str, errors: &mut Vec<FieldError>) {
    let (group, version) = group_version(&owner.api_version).unwrap_or_default();
    let at = |child: &str| format!("{field}.{child}");
    let is_required = texts >= OwnerTexts::Required;
    if is_required && owner.api_version.is_empty() {
        errors.push(FieldError::required(at("apiVersion"), "must not be empty"));
    } else if version.is_empty() {
        let detail = if is_required {
            "must be <group>/<version> or <version>"
        } else {
            "version must not be empty"
        };
        errors.push(FieldError::invalid(
            at("apiVersion"),
            plain(&owner.api_version),
            detail,
        ));
    }
    for (child, value) in [("kind", &owner.kind), ("name", &owner.name), ("uid", &owner.uid)] {
        if !value.is_empty() {
            continue;
        }
        errors.push(match texts {
            OwnerTexts::Required => FieldError::required(at(child), "must not be empty"),
            OwnerTexts::Short => FieldError::invalid(at(child), plain(""), "must not be empty"),
            OwnerTexts::Named | OwnerTexts::WithKind => {
                FieldError::invalid(at(child), plain(""), format!("{child} must not be empty"))
            }
        });
    }
    if (group, version, owner.kind.as_str()) == ("", "v1", "Event") {
        let detail = "/v1, Kind=Event is disallowed from being an owner";
        errors.push(FieldError::invalid(field, owner_value(owner), detail));
    }
}

/// Returns an owner as an error prints it. `%#v` prints a pointer as its address, so only nil ones are predictable.
fn owner_value(owner: &OwnerReference) -> FieldValue {
    FieldValue::Raw {
        go: go_owner(owner),
        json: as_json(owner).to_string(),
    }
}

fn go_owner(owner: &OwnerReference) -> String {
    format!(
        "v1.OwnerReference{{APIVersion:{}, Kind:{}, Name:{}, UID:{}, Controller:(*bool)(nil), \
         BlockOwnerDeletion:(*bool)(nil)}}",
        quoted(&owner.api_version),
        quoted(&owner.kind),
        quoted(&owner.name),
        quoted(&owner.uid)
    )
}

fn owners_value(owners: &[OwnerReference]) -> FieldValue {
    let go: Vec<String> = owners.iter().map(go_owner).collect();
    let json: Vec<String> = owners.iter().map(|owner| as_json(owner).to_string()).collect();
    FieldValue::Raw {
        go: format!("[]v1.OwnerReference{{{}}}", go.join(", ")),
        json: format!("[{}]", json.join(",")),
    }
}

fn finalizers(cx: &Context<'_>, finalizers: &[String], errors: &mut Vec<FieldError>) {
    let field = "metadata.finalizers";
    for finalizer in finalizers {
        let details = qualified_name_errors(finalizer, cx.api.metadata.name_texts);
        errors.extend(at_field(field, finalizer, details));
    }
    let has = |name: &str| finalizers.iter().any(|finalizer| finalizer == name);
    if has(ORPHAN) && has(DELETE_DEPENDENTS) {
        errors.push(FieldError::invalid(
            field,
            FieldValue::strings(finalizers),
            format!("finalizer {ORPHAN} and {DELETE_DEPENDENTS} cannot be both set"),
        ));
    }
}

fn kube_finalizers(new: &ServiceMetadata, errors: &mut Vec<FieldError>) {
    for (i, finalizer) in new.finalizers.iter().enumerate() {
        if !finalizer.contains('/') && !STANDARD_FINALIZERS.contains(&finalizer.as_str()) {
            errors.push(FieldError::invalid(
                format!("metadata.finalizers[{i}]"),
                plain(finalizer),
                "name is neither a standard finalizer name nor is it fully qualified",
            ));
        }
    }
}

/// Checks the managers at the place without an index that the older versions name.
fn unindexed_managers(cx: &Context<'_>, new: &ServiceMetadata, errors: &mut Vec<FieldError>) {
    if cx.api.metadata.managed_fields_indexed {
        return;
    }
    for entry in &new.managed_fields {
        manager(cx, &entry.manager, "metadata.fieldManager", errors);
    }
}

fn manager(cx: &Context<'_>, name: &str, field: &str, errors: &mut Vec<FieldError>) {
    if name.len() > LONGEST_MANAGER {
        errors.push(FieldError::too_long(
            field,
            cx.api.metadata.too_long.about(LONGEST_MANAGER),
        ));
    }
    for (at, c) in name.char_indices().filter(|(_, c)| c.is_control()) {
        let detail = format!("invalid character U+{:04X} (at position {at})", c as u32);
        errors.push(FieldError::invalid(field, plain(name), detail));
    }
}

fn managed_fields(cx: &Context<'_>, entries: &[ManagedFields], errors: &mut Vec<FieldError>) {
    let rules = cx.api.metadata;
    for (i, entry) in entries.iter().enumerate() {
        let at = |child: &str| {
            if rules.managed_fields_indexed {
                format!("metadata.managedFields[{i}].{child}")
            } else {
                format!("metadata.managedFields.{child}")
            }
        };
        let operations = ["Apply", "Update"];
        if rules.owner_texts >= OwnerTexts::Required && entry.operation.is_empty() {
            errors.push(FieldError::required(at("operation"), "must not be empty"));
        } else if !operations.contains(&entry.operation.as_str()) {
            let value = FieldValue::Text(entry.operation.clone());
            errors.push(if rules.owner_texts >= OwnerTexts::Required {
                FieldError::not_supported(at("operation"), value, &operations)
            } else {
                FieldError::invalid(at("operation"), value, "must be `Apply` or `Update`")
            });
        }
        if !entry.fields_type.is_empty() && entry.fields_type != "FieldsV1" {
            errors.push(FieldError::invalid(
                at("fieldsType"),
                plain(&entry.fields_type),
                "must be `FieldsV1`",
            ));
        }
        if !rules.managed_fields_indexed {
            continue;
        }
        manager(cx, &entry.manager, &at("manager"), errors);
        if entry.subresource.len() > LONGEST_SUBRESOURCE {
            let detail = rules.too_long.about(LONGEST_SUBRESOURCE);
            errors.push(FieldError::too_long(at("subresource"), detail));
        }
    }
}

/// Adds the error about two annotations of one meaning and different values.
fn topology(cx: &Context<'_>, new: &ServiceMetadata, errors: &mut Vec<FieldError>) {
    let value = |name: &str| new.annotations.get(name);
    if let (true, Some(mode), Some(hints)) = (
        cx.api.topology_annotations_match,
        value(TOPOLOGY_MODE),
        value(TOPOLOGY_AWARE_HINTS),
    ) && mode != hints
    {
        errors.push(FieldError::invalid(
            format!("metadata.annotations[{TOPOLOGY_MODE}]"),
            plain(mode),
            format!("must match annotations[{TOPOLOGY_AWARE_HINTS}] when both are specified"),
        ));
    }
}
