//! The metadata of an object: apimachinery `pkg/apis/meta/v1/types.go`, as far as a server reads what a client sends.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

/// The metadata of a Service that its admission reads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ServiceMetadata {
    /// The name of the Service.
    #[serde(default, deserialize_with = "null_is_default")]
    pub name: String,
    /// The start of a name that the server completes if `name` is empty.
    #[serde(
        default,
        skip_serializing_if = "String::is_empty",
        deserialize_with = "null_is_default"
    )]
    pub generate_name: String,
    /// The namespace of the Service; `default` if empty.
    #[serde(
        default,
        skip_serializing_if = "String::is_empty",
        deserialize_with = "null_is_default"
    )]
    pub namespace: String,
    /// The identity that a server gave the stored object; an update that names another one is refused.
    #[serde(
        default,
        skip_serializing_if = "String::is_empty",
        deserialize_with = "null_is_default"
    )]
    pub uid: String,
    /// The version of the stored object; an update that names another one is refused.
    #[serde(
        default,
        skip_serializing_if = "String::is_empty",
        deserialize_with = "null_is_default"
    )]
    pub resource_version: String,
    /// The number of changes of the wanted state.
    #[serde(
        default,
        skip_serializing_if = "is_zero",
        deserialize_with = "null_is_default"
    )]
    pub generation: i64,
    /// The time since which the object is being deleted (RFC 3339).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deletion_timestamp: Option<String>,
    /// The seconds that a deletion may take.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deletion_grace_period_seconds: Option<i64>,
    /// The labels of the Service.
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        deserialize_with = "texts"
    )]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub labels: BTreeMap<String, String>,
    /// The annotations of the Service.
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        deserialize_with = "texts"
    )]
    pub annotations: BTreeMap<String, String>,
    /// The objects that the Service is deleted with.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "null_is_default"
    )]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub owner_references: Vec<OwnerReference>,
    /// The names of what has to be done before the Service is gone.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "null_is_default"
    )]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub finalizers: Vec<String>,
    /// The fields that each client manages.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "null_is_default"
    )]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub managed_fields: Vec<ManagedFields>,
}

/// An object that another one is deleted with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct OwnerReference {
    /// The API version of the owner.
    #[serde(default, deserialize_with = "null_is_default")]
    pub api_version: String,
    /// The kind of the owner.
    #[serde(default, deserialize_with = "null_is_default")]
    pub kind: String,
    /// The name of the owner.
    #[serde(default, deserialize_with = "null_is_default")]
    pub name: String,
    /// The identity of the owner.
    #[serde(default, deserialize_with = "null_is_default")]
    pub uid: String,
    /// Whether the owner is the controller of the object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub controller: Option<bool>,
    /// Whether the owner can only be deleted after the object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block_owner_deletion: Option<bool>,
}

/// The fields that one client manages; the list of the fields themselves is not read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ManagedFields {
    /// The name of the client.
    #[serde(
        default,
        skip_serializing_if = "String::is_empty",
        deserialize_with = "null_is_default"
    )]
    pub manager: String,
    /// The way in which the client wrote: `Apply` or `Update`.
    #[serde(
        default,
        skip_serializing_if = "String::is_empty",
        deserialize_with = "null_is_default"
    )]
    pub operation: String,
    /// The format of the list of fields: `FieldsV1`.
    #[serde(
        default,
        skip_serializing_if = "String::is_empty",
        deserialize_with = "null_is_default"
    )]
    pub fields_type: String,
    /// The subresource that the client wrote to.
    #[serde(
        default,
        skip_serializing_if = "String::is_empty",
        deserialize_with = "null_is_default"
    )]
    pub subresource: String,
}

impl ServiceMetadata {
    /// Returns the namespace, which is `default` if none is named.
    pub fn namespace_or_default(&self) -> &str {
        namespace_or_default(&self.namespace)
    }
}

/// The namespace of an object that names none.
pub const DEFAULT_NAMESPACE: &str = "default";

/// Returns a namespace, which is `default` if it is empty.
pub fn namespace_or_default(namespace: &str) -> &str {
    if namespace.is_empty() {
        DEFAULT_NAMESPACE
    } else {
        namespace
    }
}

/// Reads a map of texts, in which JSON `null` is an empty text, as Go reads it.
///
/// # Errors
/// Returns the error of the deserializer.
fn texts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, String>, D::Error> {
    let read = Option::<BTreeMap<String, Option<String>>>::deserialize(deserializer)?.unwrap_or_default();
    let mut texts = BTreeMap::new();
    texts.extend(
        read.into_iter()
            .map(|(key, value)| (key, value.unwrap_or_default())),
    );
    Ok(texts)
}

/// Reads JSON `null` as an absent value, as the Kubernetes API does.
///
/// # Errors
/// Returns the error of the deserializer.
pub(super) fn null_is_default<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
}

fn is_zero(n: &i64) -> bool {
    *n == 0
}
