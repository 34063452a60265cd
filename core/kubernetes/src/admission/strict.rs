//! Fields of a manifest that the version does not have, and the words in which kubectl and the API server refuse them.
//!
//! From 1.25 on kubectl asks for `fieldValidation=Strict`: the server's decoder (sigs.k8s.io/json) lists unknown fields
//! in the order of the JSON that kubectl sends, which has its keys sorted. Before, kubectl compares with the server's
//! OpenAPI document itself (kubectl/pkg/util/openapi/validation), and a server that gets the field drops it.

use serde_json::Value;

use super::outcome::Refusal;
use crate::diagnostic::Pointer;
use crate::document::nearest;
use crate::kubernetes::kubectl::{Shape, UnknownFields, shape_of, unknown_fields};
use crate::kubernetes::{Version, strict_error};
use crate::order;

/// A field that the version does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownField {
    /// The place of the field in the object.
    pub place: Pointer,
    /// The path as the server writes it: `spec.ports[0].targetport`.
    pub path: String,
    /// The path of the object that has the field, as kubectl writes it: `Service.spec.ports[0]`.
    pub parent: String,
    /// The name of that object's type: `io.k8s.api.core.v1.ServicePort`.
    pub definition: &'static str,
    /// The field that is meant: another one of that object.
    pub nearest: Option<&'static str>,
    /// The place where a field of that name belongs, as Kubernetes writes it: `spec.ports[*]`.
    pub belongs: Option<String>,
}

impl UnknownField {
    /// Returns the name of the field.
    pub fn name(&self) -> String {
        self.place.split_last().map(|(_, name)| name).unwrap_or_default()
    }
}

/// Returns the fields of an object that the version does not have, in the order in which the server lists them.
///
/// ```
/// use dualstack_kubernetes::admission::strict::unknown_fields_of;
/// let service = serde_json::json!({"kind": "Service", "spec": {"ipFamilypolicy": "SingleStack"}, "targetPort": 80});
/// let found = unknown_fields_of("Service", "1.33".parse().unwrap(), &service);
/// let paths: Vec<&str> = found.iter().map(|field| field.path.as_str()).collect();
/// assert_eq!(paths, ["spec.ipFamilypolicy", "targetPort"]);
/// assert_eq!(found[0].nearest, Some("ipFamilyPolicy"));
/// assert_eq!(found[1].belongs.as_deref(), Some("spec.ports[*]"));
/// ```
pub fn unknown_fields_of(kind: &str, version: Version, object: &Value) -> Vec<UnknownField> {
    let mut found = Vec::new();
    if let Some(shape) = shape_of(kind) {
        let walk = Walk {
            version,
            root: shape,
            kind,
        };
        walk.look(shape, object, &Pointer::root(), "", &mut found);
    }
    found
}

struct Walk<'a> {
    version: Version,
    root: &'static Shape,
    kind: &'a str,
}

impl Walk<'_> {
    fn look(
        &self,
        shape: &'static Shape,
        value: &Value,
        place: &Pointer,
        path: &str,
        found: &mut Vec<UnknownField>,
    ) {
        if let Value::Array(items) = value {
            for (i, item) in items.iter().enumerate() {
                self.look(shape, item, &place.index(i), &format!("{path}[{i}]"), found);
            }
            return;
        }
        let Value::Object(fields) = value else { return };
        let mut names: Vec<&String> = fields.keys().collect();
        order::sort(&mut names);
        let separator = if path.is_empty() { "" } else { "." };
        for name in names {
            let known = shape
                .fields
                .iter()
                .find(|row| row.name == name.as_str() && row.versions.contains(self.version));
            let (place, path_here) = (place.key(name), format!("{path}{separator}{name}"));
            match (known, fields.get(name)) {
                (Some(row), Some(value)) => {
                    if let Some(below) = row.below {
                        self.look(below, value, &place, &path_here, found);
                    }
                }
                _ => {
                    let here = shape
                        .fields
                        .iter()
                        .filter(|row| row.versions.contains(self.version));
                    found.push(UnknownField {
                        place,
                        path: path_here,
                        parent: format!("{}{}{path}", self.kind, if path.is_empty() { "" } else { "." }),
                        definition: shape.definition,
                        nearest: nearest(name, here.map(|row| row.name)),
                        belongs: self.place_of(self.root, name, ""),
                    });
                }
            }
        }
    }

    /// Returns the path of the object in which a field of that name belongs. Metadata and status are not searched: what
    /// stands elsewhere by mistake is about the spec.
    fn place_of(&self, shape: &'static Shape, name: &str, path: &str) -> Option<String> {
        for row in shape
            .fields
            .iter()
            .filter(|row| row.versions.contains(self.version))
        {
            let Some(below) = row.below.filter(|_| !matches!(row.name, "metadata" | "status")) else {
                continue;
            };
            let separator = if path.is_empty() { "" } else { "." };
            let list = if row.name == "ports" { "[*]" } else { "" };
            let here = format!("{path}{separator}{}{list}", row.name);
            if below
                .fields
                .iter()
                .any(|field| field.name == name && field.versions.contains(self.version))
            {
                return Some(here);
            }
            if let Some(found) = self.place_of(below, name, &here) {
                return Some(found);
            }
        }
        None
    }
}

/// Returns the answer of the API server to a strict request with unknown fields. `None` if there are none, or if the
/// version's kubectl does not ask for strictness.
pub fn strict_refusal(kind: &str, api: &str, version: Version, unknown: &[UnknownField]) -> Option<Refusal> {
    let strict = unknown_fields(version) == UnknownFields::RefusedByServer && !unknown.is_empty();
    strict.then(|| {
        let cause = strict_error(unknown.iter().map(|field| &field.path));
        Refusal::bad_request(format!(
            "{kind} in version {api:?} cannot be handled as a {kind}: {cause}"
        ))
    })
}

/// Returns what kubectl of the version prints about unknown fields; the manifest comes by standard input.
pub fn printed_by_kubectl(kind: &str, api: &str, version: Version, unknown: &[UnknownField]) -> String {
    if let Some(refusal) = strict_refusal(kind, api, version, unknown) {
        return format!(
            "Error from server (BadRequest): error when creating \"STDIN\": {}",
            refusal.message
        );
    }
    let errors: Vec<String> = unknown
        .iter()
        .map(|field| {
            format!(
                "ValidationError({}): unknown field {:?} in {}",
                field.parent,
                field.name(),
                field.definition
            )
        })
        .collect();
    let all = match errors.as_slice() {
        [one] => one.clone(),
        _ => format!("[{}]", errors.join(", ")),
    };
    format!(
        "error: error validating \"STDIN\": error validating data: {all}; if you choose to ignore these errors, turn \
         validation off with --validate=false"
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn printed(version: &str, object: &Value) -> String {
        let version = version.parse().unwrap();
        printed_by_kubectl(
            "Service",
            "v1",
            version,
            &unknown_fields_of("Service", version, object),
        )
    }

    /// The texts of reports: yipeeio/yipee#20 (ValidationError), valentinalexeev/tailscale-ingress-controller#1 (strict).
    #[test]
    fn each_version_has_its_words() {
        let typo = json!({"kind": "Service", "spec": {"ipFamilypolicy": "SingleStack", "ports": [{"port": 80, "targetport": 1}]}});
        assert_eq!(
            printed("1.25", &typo),
            "Error from server (BadRequest): error when creating \"STDIN\": Service in version \"v1\" cannot be handled \
             as a Service: strict decoding error: unknown field \"spec.ipFamilypolicy\", unknown field \
             \"spec.ports[0].targetport\""
        );
        assert_eq!(
            printed("1.24", &typo),
            "error: error validating \"STDIN\": error validating data: [ValidationError(Service.spec): unknown field \
             \"ipFamilypolicy\" in io.k8s.api.core.v1.ServiceSpec, ValidationError(Service.spec.ports[0]): unknown field \
             \"targetport\" in io.k8s.api.core.v1.ServicePort]; if you choose to ignore these errors, turn validation off \
             with --validate=false"
        );
        assert_eq!(
            printed("1.18", &json!({"name": "web"})),
            "error: error validating \"STDIN\": error validating data: ValidationError(Service): unknown field \"name\" \
             in io.k8s.api.core.v1.Service; if you choose to ignore these errors, turn validation off with \
             --validate=false"
        );
    }

    #[test]
    fn fields_come_and_go_with_versions() {
        let paths = |version: &str, object: Value| -> Vec<String> {
            unknown_fields_of("Service", version.parse().unwrap(), &object)
                .into_iter()
                .map(|field| field.path)
                .collect()
        };
        assert_eq!(
            paths("1.19", json!({"spec": {"ipFamily": "IPv4", "topologyKeys": []}})),
            [""; 0]
        );
        assert_eq!(
            paths("1.22", json!({"spec": {"ipFamily": "IPv4", "topologyKeys": []}})),
            ["spec.ipFamily", "spec.topologyKeys"]
        );
        assert_eq!(
            paths("1.29", json!({"spec": {"trafficDistribution": "x"}})),
            ["spec.trafficDistribution"]
        );
        assert_eq!(
            paths("1.30", json!({"spec": {"trafficDistribution": "x"}})),
            [""; 0]
        );
        // Labels, annotations and selectors have the names that people give them.
        assert_eq!(
            paths(
                "1.36",
                json!({"metadata": {"labels": {"x": "y"}}, "spec": {"selector": {"x": "y"}}})
            ),
            [""; 0]
        );
    }
}
