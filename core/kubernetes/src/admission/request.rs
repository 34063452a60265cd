//! Requests about Services, and what the API server checks before and after it works on the object: apiserver
//! `pkg/endpoints/handlers/{create,update,patch}.go` and `pkg/registry/generic/registry/store.go`.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::cluster::ServiceCluster;
use super::context::Context;
use super::defaults::decode_stored;
use super::eras::{self, read};
use super::metadata::ServiceMetadata;
use super::names::label_errors;
use super::outcome::Refusal;
use super::service::{Service, ServiceSpec};
use super::trace::{Step, step};
use crate::document::{as_json, typed};
use crate::hash::fnv1a_64;
use crate::i18n::Message;
use crate::kubernetes::service_api::ServiceEra;

/// A request of a client.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(tag = "operation", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Request {
    /// Creates a Service (POST).
    Create {
        /// The Service that is sent.
        service: Service,
    },
    /// Replaces a stored Service (PUT).
    Update {
        /// The stored spec.
        old: Box<ServiceSpec>,
        /// The stored metadata; absent: what the request says about the identity of the object is right.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "wasm", tsify(optional))]
        old_metadata: Option<Box<ServiceMetadata>>,
        /// The Service that is sent.
        service: Service,
    },
    /// Changes a stored Service by a merge patch (PATCH, RFC 7386).
    Patch {
        /// The stored Service.
        stored: Box<Service>,
        /// The merge patch.
        #[cfg_attr(feature = "wasm", tsify(type = "unknown"))]
        patch: Value,
    },
}

/// The members of every operation together: serde's own reader of tagged enums keeps the members aside, and reads a
/// Service from there by a second copy of its reader that has lost the places.
impl<'de> Deserialize<'de> for Request {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        enum Operation {
            Create,
            Update,
            Patch,
        }
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Members {
            operation: Operation,
            service: Option<Service>,
            old: Option<Box<ServiceSpec>>,
            old_metadata: Option<Box<ServiceMetadata>>,
            stored: Option<Box<Service>>,
            patch: Option<Value>,
        }
        fn required<T, E: serde::de::Error>(member: Option<T>, name: &'static str) -> Result<T, E> {
            member.ok_or_else(|| E::missing_field(name))
        }
        let members = Members::deserialize(deserializer)?;
        Ok(match members.operation {
            Operation::Create => Request::Create {
                service: required(members.service, "service")?,
            },
            Operation::Update => Request::Update {
                old: required(members.old, "old")?,
                old_metadata: members.old_metadata,
                service: required(members.service, "service")?,
            },
            Operation::Patch => Request::Patch {
                stored: required(members.stored, "stored")?,
                patch: required(members.patch, "patch")?,
            },
        })
    }
}

impl Request {
    /// Creates an update of a stored spec by a Service of the same name.
    pub fn update(old: ServiceSpec, service: Service) -> Request {
        Request::Update {
            old: Box::new(old),
            old_metadata: None,
            service,
        }
    }

    /// Returns the Service that is sent; for a patch, the stored one.
    pub fn into_service(self) -> Service {
        match self {
            Request::Create { service } | Request::Update { service, .. } => service,
            Request::Patch { stored, .. } => *stored,
        }
    }

    /// Returns the metadata that is stored if the request is accepted.
    pub(super) fn sent_metadata(&self) -> ServiceMetadata {
        match self {
            Request::Create { service } | Request::Update { service, .. } => service.metadata.clone(),
            Request::Patch { stored, patch } => {
                let mut metadata = as_json(&stored.metadata);
                if let Some(patch) = patch.get("metadata") {
                    merge(&mut metadata, patch);
                }
                typed(&metadata).unwrap_or_else(|_| stored.metadata.clone())
            }
        }
    }

    /// Returns whether the server completes the name.
    pub(super) fn is_named_by_server(&self) -> bool {
        matches!(self, Request::Create { service }
            if service.metadata.name.is_empty() && !service.metadata.generate_name.is_empty())
    }

    fn service(&self) -> &Service {
        match self {
            Request::Create { service } | Request::Update { service, .. } => service,
            Request::Patch { stored, .. } => stored,
        }
    }
}

/// The options of a request, and what its URL says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestOptions {
    /// Whether the server only says what would happen: `kubectl apply --dry-run=server`, `?dryRun=All`.
    pub dry_run: bool,
    /// The namespace in the URL. Empty: that of the object.
    pub namespace: String,
    /// The name in the URL of an update or patch. Empty: that of the stored object.
    pub name: String,
}

impl RequestOptions {
    /// Returns the namespace that the request is for, if the URL may leave it to that object.
    fn namespace_of<'a>(&'a self, object: &'a ServiceMetadata) -> &'a str {
        if self.namespace.is_empty() {
            object.namespace_or_default()
        } else {
            &self.namespace
        }
    }
}

/// Gives the answer to a request to `then`, with the state in which the server is afterwards.
pub(super) fn answer<T>(
    cluster: &ServiceCluster<'_>,
    request: &Request,
    options: &RequestOptions,
    traced: bool,
    then: impl FnOnce(Context<'_>, Result<ServiceSpec, Refusal>) -> T,
) -> T {
    // Requests are large, so one that the server makes of another is moved as little as can be.
    let mut made: Option<Box<Request>> = None;
    let mut unreadable = None;
    if let Request::Patch { stored, patch } = request {
        match patched(cluster, stored, patch) {
            Ok(update) => made = Some(Box::new(update)),
            Err(refusal) => unreadable = Some(refusal),
        }
    }
    let is_patch = made.is_some();
    if request.is_named_by_server() {
        made = Some(Box::new(with_name(cluster, request.clone())));
    }
    let request = made.as_deref().unwrap_or(request);
    let old_metadata = match request {
        Request::Update { old_metadata, .. } => old_metadata.as_deref(),
        Request::Create { .. } | Request::Patch { .. } => None,
    };
    let mut cx = Context::new(cluster, request.service(), old_metadata, options.dry_run, traced);
    let answer = match unreadable {
        Some(refusal) => Err(refusal),
        None => decide(&mut cx, request, options, is_patch),
    };
    then(cx, answer)
}

fn decide(
    cx: &mut Context<'_>,
    request: &Request,
    options: &RequestOptions,
    is_patch: bool,
) -> Result<ServiceSpec, Refusal> {
    match request {
        Request::Create { service } => {
            right_namespace(cx, options)?;
            if !service.metadata.generate_name.is_empty() {
                note_name(cx);
            }
            let spec = eras::create(cx, &service.spec)?;
            not_stored_yet(cx, options)?;
            Ok(spec)
        }
        Request::Update { old, service, .. } => {
            right_object(cx, options, is_patch)?;
            same_version(cx, is_patch)?;
            eras::update(cx, old, &service.spec)
        }
        // Became an update before.
        Request::Patch { stored, .. } => Ok(stored.spec.clone()),
    }
}

/// Returns the update that a patch is. From 1.23 on the patch is applied to the stored object; before, to the object
/// as it is read.
///
/// # Errors
/// Returns the refusal of an object that the server cannot decode.
fn patched(cluster: &ServiceCluster<'_>, stored: &Service, patch: &Value) -> Result<Request, Refusal> {
    let spec = match cluster.api.era {
        ServiceEra::AllocatedFirst => decode_stored(&cluster.api, &stored.spec),
        ServiceEra::SingleFamily | ServiceEra::ValidatedFirst => read(cluster, &stored.spec),
    };
    let mut object = as_json(&Service {
        metadata: stored.metadata.clone(),
        spec,
    });
    merge(&mut object, patch);
    let service = typed::<Service>(&object).map_err(|error| Refusal::bad_request(error.to_string()))?;
    Ok(Request::Update {
        old: Box::new(stored.spec.clone()),
        old_metadata: Some(Box::new(stored.metadata.clone())),
        service,
    })
}

/// The letters of a generated name: no vowels, and nothing that looks like one (apimachinery `pkg/util/rand`).
const LETTERS: &[u8] = b"bcdfghjklmnpqrstvwxz2456789";
const GENERATED_LETTERS: usize = 5;
/// The longest start of a generated name in bytes (apiserver `pkg/storage/names/generate.go`).
const LONGEST_START: usize = 58;

/// Returns the request with the name that the server completes. Real servers complete it at random; here the seed
/// decides.
fn with_name(cluster: &ServiceCluster<'_>, mut request: Request) -> Request {
    if let Request::Create { service } = &mut request {
        let start = &service.metadata.generate_name;
        let mut end = start.len().min(LONGEST_START);
        while !start.is_char_boundary(end) {
            end -= 1;
        }
        let mut name = start.get(..end).unwrap_or_default().to_owned();
        let mut number = fnv1a_64(cluster.seed, start.as_bytes());
        for _ in 0..GENERATED_LETTERS {
            let count = LETTERS.len() as u64;
            let index = usize::try_from(number % count).unwrap_or(0);
            name.extend(LETTERS.get(index).map(|letter| char::from(*letter)));
            number /= count;
        }
        service.metadata.name = name;
    }
    request
}

fn note_name(cx: &mut Context<'_>) {
    let metadata = &cx.service.metadata;
    step!(
        cx,
        Step::new(
            "SVC-generate-name",
            Message::new("service-step-name-generated").with("start", metadata.generate_name.as_str()),
        )
        .on("metadata.name")
        .sets(cx.service.metadata.name.as_str()),
    );
}

const OTHER_NAMESPACE: &str =
    "the namespace of the provided object does not match the namespace sent on the request";

/// Checks the namespace of a new object. One whose name no namespace can have does not exist (the plugin
/// NamespaceLifecycle).
///
/// # Errors
/// Returns the refusal if the request is for another namespace, or for one that cannot exist.
fn right_namespace(cx: &Context<'_>, options: &RequestOptions) -> Result<(), Refusal> {
    let of_object = &cx.service.metadata.namespace;
    if !options.namespace.is_empty() && !of_object.is_empty() && options.namespace != *of_object {
        return Err(Refusal::bad_request(OTHER_NAMESPACE.to_owned()));
    }
    let namespace = options.namespace_of(&cx.service.metadata);
    if label_errors(namespace, cx.api.metadata.name_texts).is_empty() {
        return Ok(());
    }
    Err(Refusal::status(
        404,
        "NotFound",
        format!("namespaces {namespace:?} not found"),
    ))
}

/// Checks that an update is for the object that its URL names.
///
/// # Errors
/// Returns the refusal if the name or the namespace differs.
fn right_object(cx: &Context<'_>, options: &RequestOptions, is_patch: bool) -> Result<(), Refusal> {
    let new = &cx.service.metadata;
    let stored = cx.stored.unwrap_or(new);
    let name = if options.name.is_empty() {
        &stored.name
    } else {
        &options.name
    };
    let namespace = options.namespace_of(stored);
    let is_elsewhere = !new.namespace.is_empty() && new.namespace != namespace;
    if is_elsewhere && !is_patch && cx.api.metadata.namespace_checked_before_name {
        return Err(Refusal::bad_request(OTHER_NAMESPACE.to_owned()));
    }
    if new.name.is_empty() && !name.is_empty() {
        return Err(Refusal::bad_request(format!(
            "the name of the object ({name} based on URL) was undeterminable: name must be provided"
        )));
    }
    if new.name != *name {
        return Err(Refusal::bad_request(format!(
            "the name of the object ({}) does not match the name on the URL ({name})",
            new.name
        )));
    }
    if is_elsewhere {
        return Err(Refusal::bad_request(format!(
            "the namespace of the object ({}) does not match the namespace on the request ({namespace})",
            new.namespace
        )));
    }
    Ok(())
}

/// Checks that an update is for the version of the object that is stored. Only an update by PUT states which object it
/// means (`Preconditions` of apiserver `pkg/registry/rest/update.go`); a patch that changes the identity is invalid.
///
/// # Errors
/// Returns the refusal if the object is another one.
fn same_version(cx: &Context<'_>, is_patch: bool) -> Result<(), Refusal> {
    let Some(stored) = cx.stored else { return Ok(()) };
    let new = &cx.service.metadata;
    let differs = |sent: &str, stored: &str| !sent.is_empty() && !stored.is_empty() && sent != stored;
    let conflict = |reason: String| {
        Refusal::status(
            409,
            "Conflict",
            format!(
                "Operation cannot be fulfilled on services {:?}: {reason}",
                stored.name
            ),
        )
    };
    if !is_patch && differs(&new.uid, &stored.uid) {
        return Err(conflict(format!(
            "StorageError: invalid object, Code: 4, Key: /registry/services/specs/{}/{}, ResourceVersion: 0, \
             AdditionalErrorMsg: Precondition failed: UID in precondition: {}, UID in object meta: {}",
            stored.namespace_or_default(),
            stored.name,
            new.uid,
            stored.uid
        )));
    }
    // Version 0 means any.
    if new.resource_version != "0" && differs(&new.resource_version, &stored.resource_version) {
        let reason =
            "the object has been modified; please apply your changes to the latest version and try again";
        return Err(conflict(reason.to_owned()));
    }
    Ok(())
}

/// Checks that the store has no such object. That comes last: an object that is invalid is refused as such.
///
/// # Errors
/// Returns the refusal if the object claims to be stored, or another one has its name.
fn not_stored_yet(cx: &Context<'_>, options: &RequestOptions) -> Result<(), Refusal> {
    let metadata = &cx.service.metadata;
    // A dry run does not reach the check of the store. A version that is no number is not noticed there.
    if !options.dry_run
        && metadata
            .resource_version
            .parse()
            .is_ok_and(|version: u64| version != 0)
    {
        let text = "resourceVersion should not be set on objects to be created";
        return Err(Refusal::unknown(text.to_owned()));
    }
    let namespace = options.namespace_of(metadata);
    if cx.cluster.occupancy.is_name_taken(namespace, &metadata.name) {
        return Err(Refusal::already_exists(&metadata.name));
    }
    Ok(())
}

/// Applies a merge patch (RFC 7386).
pub(super) fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(changes) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    let Some(fields) = target.as_object_mut() else {
        return;
    };
    for (name, change) in changes {
        if change.is_null() {
            fields.shift_remove(name);
        } else {
            merge(fields.entry(name.clone()).or_insert(Value::Null), change);
        }
    }
}
