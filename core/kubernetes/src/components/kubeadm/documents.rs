//! kubeadm: the documents of a configuration file, before their fields are looked at: API versions that are unknown, too
//! old or deprecated, and fields that nobody knows.
//!
//! Models `cmd/kubeadm/app/util/config/common.go` (`validateSupportedVersion`, `validateKnownGVKs`) and
//! `cmd/kubeadm/app/util/config/strict/strict.go`.

use serde::{Deserialize, Serialize};

use super::KubeadmConfiguration;
use crate::components::check::{Effect, Sink};
use crate::diagnostic::Stage;
use crate::go::quote::quoted;
use crate::kubernetes::{KubeadmProfile, strict_error};
use crate::order;

/// A document of kubeadm's configuration file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default)]
pub struct KubeadmDocument {
    /// The API version: `kubeadm.k8s.io/v1beta4`.
    pub api_version: String,
    /// The kind: `ClusterConfiguration`.
    pub kind: String,
    /// The fields that no configuration of that API version and kind has, each with its path.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unknown_fields: Vec<String>,
    /// The keys that stand twice in a mapping, as the parser names each: `line 7: key "networking" already set in map`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub duplicate_keys: Vec<String>,
}

const GROUP: &str = "kubeadm.k8s.io/";

impl KubeadmDocument {
    fn version(&self) -> Option<&str> {
        self.api_version.strip_prefix(GROUP)
    }

    /// Writes the document's type as Go's `%#v` does.
    fn go_syntax(&self) -> String {
        let (group, version) = self.api_version.split_once('/').unwrap_or_default();
        format!(
            "schema.GroupVersionKind{{Group:{}, Version:{}, Kind:{}}}",
            quoted(group),
            quoted(version),
            quoted(&self.kind)
        )
    }
}

/// Checks the documents in the order in which kubeadm decodes them: by group, version and kind. Returns whether that ends
/// the start.
pub(super) fn check(configuration: &KubeadmConfiguration, sink: &mut Sink) -> bool {
    let mut documents = configuration.documents.clone();
    if let (true, Some(api_version)) = (documents.is_empty(), &configuration.api_version) {
        documents.push(KubeadmDocument {
            api_version: api_version.clone(),
            kind: "ClusterConfiguration".to_owned(),
            ..KubeadmDocument::default()
        });
    }
    if unknown(&documents, sink) {
        return true;
    }
    order::sort_by_key(&mut documents, |document| {
        format!("{}, Kind={}", document.api_version, document.kind)
    });
    documents
        .iter()
        .any(|document| supported(document, sink) || strict(document, configuration.validated, sink))
}

/// Refuses API versions that never were.
fn unknown(documents: &[KubeadmDocument], sink: &mut Sink) -> bool {
    let profile = sink.profile.kubeadm;
    let unknown: Vec<&KubeadmDocument> = documents
        .iter()
        .filter(|document| {
            document.version().is_some_and(|version| {
                !profile.accepted_api_versions.contains(&version)
                    && !profile.experimental_api_versions.contains(&version)
                    && old_binary(version, &profile).is_none()
            })
        })
        .collect();
    let Some(first) = unknown.first() else {
        return false;
    };
    let text = if profile.validates_files {
        let all: Vec<String> = unknown.iter().map(|document| document.go_syntax()).collect();
        format!(
            "unknown configuration APIs: []schema.GroupVersionKind{{{}}}",
            all.join(", ")
        )
    } else {
        format!(
            "no kind {} is registered for version {}",
            quoted(&first.kind),
            quoted(&first.api_version)
        )
    };
    refuse("KA-13", text, sink);
    true
}

/// Returns the last kubeadm that reads an API version which is older than those of this one.
fn old_binary(version: &str, profile: &KubeadmProfile) -> Option<&'static str> {
    let newest = profile.accepted_api_versions.last().copied().unwrap_or_default();
    KubeadmProfile::migrate_with(version).filter(|_| version < newest)
}

/// Refuses an API version that is too old, and warns of one that is about to go.
fn supported(document: &KubeadmDocument, sink: &mut Sink) -> bool {
    let profile = sink.profile.kubeadm;
    let Some(version) = document.version() else {
        return false;
    };
    let texts = profile.api_version_texts;
    let name = if texts.names_the_kind {
        format!(
            "{} (kind: {})",
            quoted(&document.api_version),
            quoted(&document.kind)
        )
    } else {
        quoted(&document.api_version)
    };
    let migrate = format!(
        "'kubeadm config migrate --old-config {} --new-config {}', which will write the new, similar spec using a newer \
         API version.",
        texts.files.0, texts.files.1
    );
    if !profile.accepted_api_versions.contains(&version)
        && let Some(binary) = old_binary(version, &profile)
    {
        let text = format!(
            "your configuration file uses an old API spec: {name}. Please use kubeadm {binary} instead and run {migrate}"
        );
        refuse("KA-10", text, sink);
        return true;
    }
    if profile.experimental_api_versions.contains(&version) {
        let text = format!(
            "experimental API spec: {name} is not allowed. You can use the --allow-experimental-api flag if the command \
             supports it."
        );
        refuse("KA-10", text, sink);
        return true;
    }
    if profile.deprecated_api_versions.contains(&version) {
        let text =
            format!("your configuration file uses a deprecated API spec: {name}. Please use {migrate}");
        sink.push("KA-15", "", text, Stage::Install, Effect::Warning);
    }
    false
}

/// Tells fields that nobody knows and keys that stand twice: `kubeadm config validate` refuses the file, `kubeadm init`
/// goes on.
fn strict(document: &KubeadmDocument, validated: bool, sink: &mut Sink) -> bool {
    let (rule, confidence) = sink.profile.kubeadm_strict();
    let twice = (!document.duplicate_keys.is_empty()).then(|| {
        format!(
            "yaml: unmarshal errors:\n  {}",
            document.duplicate_keys.join("\n  ")
        )
    });
    let cause = match (twice, document.unknown_fields.first()) {
        (None, None) => return false,
        (Some(twice), None) if rule.names_every_path => format!("strict decoding error: {twice}"),
        (Some(twice), Some(_)) if rule.names_every_path => {
            strict_error(&document.unknown_fields).replacen(": ", &format!(": {twice}, "), 1)
        }
        (None, Some(_)) if rule.names_every_path => strict_error(&document.unknown_fields),
        // Where the text does not become JSON, no field is decoded.
        (Some(twice), _) => format!("error converting YAML to JSON: {twice}"),
        (None, Some(first)) => {
            // The decoder stops at the first field, and names it without its place.
            let field = first.rsplit('.').next().unwrap_or(first);
            format!(
                "error unmarshaling JSON: while decoding JSON: json: unknown field {}",
                quoted(field)
            )
        }
    };
    let text = format!(
        "error unmarshaling configuration {}: {cause}",
        document.go_syntax()
    );
    let refused = validated && sink.profile.kubeadm.validates_files;
    let (prefix, effect) = if refused {
        ("error: ", Effect::Fatal)
    } else {
        ("", Effect::Warning)
    };
    sink.push_with("KA-14", prefix, text, Stage::Install, effect, confidence);
    refused
}

fn refuse(id: &'static str, text: String, sink: &mut Sink) {
    sink.push(id, "error: ", text, Stage::Install, Effect::Fatal);
}

#[cfg(test)]
mod tests {
    use super::KubeadmDocument;
    use crate::components::{KubeadmConfiguration, forecast, printed, warnings};
    use crate::diagnostic::Component;
    use crate::kubernetes::Version;

    fn of(minor: u8, validated: bool, documents: &[(&str, &str, &[&str])]) -> (Vec<String>, Vec<String>) {
        let configuration = KubeadmConfiguration {
            documents: documents
                .iter()
                .map(|(version, kind, unknown)| KubeadmDocument {
                    api_version: format!("kubeadm.k8s.io/{version}"),
                    kind: (*kind).to_owned(),
                    unknown_fields: unknown.iter().map(|field| (*field).to_owned()).collect(),
                    duplicate_keys: Vec::new(),
                })
                .collect(),
            validated,
            ..KubeadmConfiguration::default()
        };
        let refusals = forecast(
            Version::minor_version(minor),
            Component::Kubeadm,
            &configuration.into(),
        );
        (printed(&refusals), warnings(&refusals))
    }

    #[test]
    fn api_versions_that_never_were_are_named_together() {
        let documents: &[(&str, &str, &[&str])] = &[
            ("v1beta5", "InitConfiguration", &[]),
            ("v1beta5", "ClusterConfiguration", &["x"]),
        ];
        assert_eq!(
            of(36, true, documents).0,
            [
                "error: unknown configuration APIs: []schema.GroupVersionKind{schema.GroupVersionKind{Group:\"kubeadm.k8s.io\", \
                 Version:\"v1beta5\", Kind:\"InitConfiguration\"}, schema.GroupVersionKind{Group:\"kubeadm.k8s.io\", \
                 Version:\"v1beta5\", Kind:\"ClusterConfiguration\"}}"
            ]
        );
        assert_eq!(
            of(24, true, documents).0,
            ["error: no kind \"InitConfiguration\" is registered for version \"kubeadm.k8s.io/v1beta5\""]
        );
    }

    #[test]
    fn the_first_refusal_in_the_order_of_decoding_is_the_only_one() {
        let documents: &[(&str, &str, &[&str])] = &[
            ("v1beta3", "InitConfiguration", &[]),
            ("v1beta3", "ClusterConfiguration", &["bananaField"]),
        ];
        let deprecated = |kind: &str| {
            format!(
                "your configuration file uses a deprecated API spec: \"kubeadm.k8s.io/v1beta3\" (kind: \"{kind}\"). Please use \
                 'kubeadm config migrate --old-config old-config-file --new-config new-config-file', which will write the \
                 new, similar spec using a newer API version."
            )
        };
        let strict = "error unmarshaling configuration schema.GroupVersionKind{Group:\"kubeadm.k8s.io\", \
                      Version:\"v1beta3\", Kind:\"ClusterConfiguration\"}: strict decoding error: unknown field \
                      \"bananaField\"";
        assert_eq!(
            of(36, true, documents),
            (
                vec![format!("error: {strict}")],
                vec![deprecated("ClusterConfiguration")]
            )
        );
        assert_eq!(
            of(36, false, documents),
            (
                vec![],
                vec![
                    deprecated("ClusterConfiguration"),
                    strict.to_owned(),
                    deprecated("InitConfiguration")
                ]
            )
        );
    }

    #[test]
    fn the_texts_of_old_and_deprecated_api_versions_change() {
        let one = |minor, version| of(minor, true, &[(version, "ClusterConfiguration", &[])]);
        let ending = |old: &str, new: &str| {
            format!(
                "run 'kubeadm config migrate --old-config {old} --new-config {new}', which will write the new, similar spec \
                 using a newer API version."
            )
        };
        assert_eq!(
            one(30, "v1beta2").0,
            [format!(
                "error: your configuration file uses an old API spec: \"kubeadm.k8s.io/v1beta2\". Please use kubeadm v1.22 \
                 instead and {}",
                ending("old.yaml", "new.yaml")
            )]
        );
        assert_eq!(
            one(31, "v1beta2").0,
            [format!(
                "error: your configuration file uses an old API spec: \"kubeadm.k8s.io/v1beta2\" (kind: \
                 \"ClusterConfiguration\"). Please use kubeadm v1.22 instead and {}",
                ending("old.yaml", "new.yaml")
            )]
        );
        assert!(one(36, "v1beta2").0[0].ends_with(&ending("old-config-file", "new-config-file")));
        assert_eq!(
            one(30, "v1beta4").0,
            [
                "error: experimental API spec: \"kubeadm.k8s.io/v1beta4\" is not allowed. You can use the \
                 --allow-experimental-api flag if the command supports it."
            ]
        );
        assert_eq!(one(30, "v1beta3"), (vec![], vec![]));
        assert_eq!(one(31, "v1beta3").1.len(), 1);
        assert_eq!(one(22, "v1beta2"), (vec![], vec![]));
        assert_eq!(one(24, "v1beta2").1.len(), 1);
        assert!(one(37, "v1beta3").0[0].contains("old API spec"));
        assert!(one(37, "v1beta3").0[0].contains("Please use kubeadm v1.36 instead"));
        assert!(one(36, "v1").0[0].starts_with("error: unknown configuration APIs"));
        assert!(one(37, "v1").0[0].starts_with(
            "error: experimental API spec: \"kubeadm.k8s.io/v1\" (kind: \"ClusterConfiguration\") is not allowed."
        ));
    }
}
