//! Conversion of a whole plan file to another Kubernetes version: the plan names that version, and each Service has
//! the form that it accepts. The rest of the file stays as it is.

use serde::Serialize;
use serde_json::Value;

use crate::admission::convert::{convert, written_for};
use crate::admission::{Remark, Service};
use crate::diagnostic::{Diagnostic, Location, PatchOperation, Pointer};
use crate::document::{self, Object, patch, to_json, typed};
use crate::kubernetes::Version;
use crate::kubernetes::service_api::ServiceApi;
use crate::order;
use crate::request::decode::{DecodedFile, NOT_COMPARED, decode, not_compared};

/// A converted file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ConvertedFile {
    /// The new text.
    pub text: String,
    /// The Services, in the order of the file.
    pub services: Vec<ConvertedService>,
    /// Indices (from 0) of the documents that were written anew and lost their comments.
    pub rewritten: Vec<usize>,
}

/// A Service of a converted file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ConvertedService {
    /// The place of the Service in the text before.
    pub location: Location,
    /// The namespace of the Service; `default` if none is given.
    pub namespace: String,
    /// The name of the Service.
    pub name: String,
    /// The version that the manifest is read as written for.
    #[cfg_attr(feature = "wasm", tsify(type = "KubernetesVersion"))]
    pub written_for: Version,
    /// Whether the manifest was changed.
    pub changed: bool,
    /// The decisions of the conversion, and what it loses. An error means that the version still refuses the Service.
    pub remarks: Vec<Remark>,
}

/// Converts the text of a plan file to another version, and returns the findings about the text too. A Service counts
/// as written for the version of the plan, unless its form is another era's. Without a plan it counts as written for
/// `to`.
///
/// ```
/// let old = "kind: Service # mine\nmetadata: {name: web}\nspec: {ipFamily: IPv6}\n";
/// let (converted, _) = dualstack_analysis::file_conversion::convert_text(old, "1.36".parse().unwrap());
/// assert_eq!(
///     converted.text,
///     "kind: Service # mine\nmetadata: {name: web}\nspec: {ipFamilies: [IPv6], ipFamilyPolicy: SingleStack}\n"
/// );
/// ```
pub fn convert_text(text: &str, to: Version) -> (ConvertedFile, Vec<Diagnostic>) {
    convert_files(&[("", text)], to)
}

/// Converts files that are read as one: the Services of one count as written for the version that the plan of another has.
/// The texts become one stream of documents.
pub fn convert_files(files: &[(&str, &str)], to: Version) -> (ConvertedFile, Vec<Diagnostic>) {
    let stream = document::read_files(files);
    let DecodedFile {
        plan,
        services,
        diagnostics,
    } = decode(&stream, crate::lint::is_read);
    let mut diagnostics: Vec<Diagnostic> = stream.diagnostics.iter().cloned().chain(diagnostics).collect();
    if !diagnostics.iter().any(|found| found.code == NOT_COMPARED.id) {
        diagnostics.extend(not_compared(to));
    }
    let mut changes: Vec<(usize, Vec<PatchOperation>)> = Vec::new();
    if let Some(found) = plan
        .as_ref()
        .filter(|found| found.plan.spec.kubernetes_version != to)
    {
        let path = Pointer::root().key("spec").key("kubernetesVersion");
        let value = Value::String(to.to_string());
        changes.push((found.document, vec![PatchOperation::Replace { path, value }]));
    }
    // Without a plan the gate is not known to be on, so the remark that it is needed is made.
    let gates = plan
        .as_ref()
        .map(|found| found.plan.spec.gates_at(to))
        .unwrap_or_default();
    let dual_stack = ServiceApi::with_gates(to, &gates).dual_stack;
    let from = plan.map_or(to, |found| found.plan.spec.kubernetes_version);
    let mut converted = Vec::with_capacity(services.len());
    for source in &services {
        let Some(object) = source.object(&stream) else {
            continue;
        };
        if let Some((service, patch)) = convert_one(&object, from, to, dual_stack) {
            let document = object.document.index();
            match changes.last_mut().filter(|(last, _)| *last == document) {
                Some((_, operations)) => operations.extend(patch),
                None => changes.push((document, patch)),
            }
            converted.push(service);
        }
    }
    order::sort_by_key(&mut changes, |(index, _)| *index);
    let mut file = ConvertedFile {
        text: String::with_capacity(files.iter().map(|(_, text)| text.len()).sum()),
        services: converted,
        rewritten: Vec::new(),
    };
    let ends = stream.firsts.iter().skip(1).copied().chain([usize::MAX]);
    for (((_, text), first), end) in files.iter().zip(&stream.firsts).zip(ends) {
        if !file.text.is_empty() {
            let is_open = !file.text.ends_with('\n');
            file.text.push_str(if is_open { "\n---\n" } else { "---\n" });
        }
        let own = |index: usize| (*first..end).contains(&index);
        let changes = changes
            .iter()
            .filter(|(index, patch)| own(*index) && !patch.is_empty());
        apply(text, &stream, changes, &mut file);
    }
    (file, diagnostics)
}

/// Applies patches document by document, so that the time grows linearly with the number of documents.
fn apply<'a>(
    text: &str,
    stream: &document::Stream,
    changes: impl Iterator<Item = &'a (usize, Vec<PatchOperation>)>,
    file: &mut ConvertedFile,
) {
    let mut done = 0;
    for (index, operations) in changes {
        let Some(range) = stream.document(*index).map(document::Document::range) else {
            continue;
        };
        let before = text.get(range.clone()).unwrap_or_default();
        // A document whose errors prevent the patch stays as it is; the errors are in the diagnostics.
        let Ok(changed) = patch::apply(before, 0, operations) else {
            continue;
        };
        file.text
            .push_str(text.get(done..range.start).unwrap_or_default());
        file.text.push_str(&changed.text);
        if changed.rewritten {
            file.rewritten.push(*index);
        }
        done = range.end;
    }
    file.text.push_str(text.get(done..).unwrap_or_default());
}

/// Converts one Service. `None` if it cannot be read, which is reported elsewhere.
fn convert_one(
    source: &Object<'_>,
    from: Version,
    to: Version,
    dual_stack: bool,
) -> Option<(ConvertedService, Vec<PatchOperation>)> {
    let service: Service = typed(&to_json(source.node)).ok()?;
    let from = written_for(&service.spec, from).unwrap_or(from);
    let conversion = convert(&service.spec, from, to, dual_stack);
    let metadata = service.metadata;
    let report = ConvertedService {
        location: source.document.locate(&source.pointer),
        namespace: metadata.namespace_or_default().to_owned(),
        name: metadata.name,
        written_for: from,
        changed: !conversion.patch.is_empty(),
        remarks: conversion.remarks,
    };
    let patch = conversion.patch.into_iter();
    Some((
        report,
        patch.map(|operation| operation.below(&source.pointer)).collect(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "\
apiVersion: dualstack-planner/v1
kind: ClusterPlan # ours
spec:
  kubernetesVersion: \"1.19\" # for now
  podCIDRs: [10.244.0.0/16, \"fd00:10:244::/56\"]
  serviceCIDRs: [10.96.0.0/16, \"fd00:10:96::/112\"]
---
# the shop
kind: Service
metadata: {name: web}
spec:
  ipFamily: IPv6 # the new one
  ports: [{port: 80}]
---
kind: List
items:
  - kind: Service
    metadata: {name: a, namespace: shop}
    spec: {ports: [{port: 80}]}
  - kind: Service
    metadata: {name: b}
    spec: {ipFamily: IPv4, ports: [{port: 80}]}
";

    #[test]
    fn a_version_that_nobody_compared_is_named_once() {
        let codes = |text: &str, to: &str| -> Vec<&str> {
            let (_, diagnostics) = convert_text(text, to.parse().unwrap());
            diagnostics.iter().map(|found| found.code).collect()
        };
        assert_eq!(codes(OLD, "1.36"), <[&str; 0]>::default());
        assert_eq!(codes(OLD, "1.37"), ["PLAN008"]);
        assert_eq!(codes(&OLD.replace("1.19", "1.37"), "1.37"), ["PLAN008"]);
    }

    #[test]
    fn a_file_is_converted_and_keeps_its_comments() {
        let (file, diagnostics) = convert_text(OLD, "1.36".parse().unwrap());
        assert!(diagnostics.is_empty());
        assert_eq!(file.rewritten, Vec::<usize>::new());
        for kept in [
            "kubernetesVersion: \"1.36\" # for now",
            "kind: ClusterPlan # ours",
            "# the shop",
        ] {
            assert!(file.text.contains(kept), "{kept}\n{}", file.text);
        }
        assert!(!file.text.contains("ipFamily:"), "{}", file.text);
        assert_eq!(
            file.text.matches("ipFamilyPolicy: SingleStack").count(),
            2,
            "{}",
            file.text
        );
        let services: Vec<_> = file
            .services
            .iter()
            .map(|service| (service.namespace.as_str(), service.name.as_str(), service.changed))
            .collect();
        assert_eq!(
            services,
            [
                ("default", "web", true),
                ("shop", "a", false),
                ("default", "b", true)
            ]
        );
    }

    #[test]
    fn services_of_one_file_are_written_for_the_plan_of_another() {
        let (plan, services) = OLD.split_once("---\n").unwrap();
        let files = [("svc.yaml", services), ("plan.yaml", plan)];
        let (file, diagnostics) = convert_files(&files, "1.36".parse().unwrap());
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        let (together, _) = convert_text(OLD, "1.36".parse().unwrap());
        let (first, second) = together.text.split_once("---\n").unwrap();
        assert_eq!(file.text, format!("{second}---\n{first}"));
        let of: Vec<_> = file
            .services
            .iter()
            .map(|service| (service.location.file.as_deref(), service.written_for))
            .collect();
        assert_eq!(of, [(Some("svc.yaml"), "1.19".parse().unwrap()); 3]);
    }

    #[test]
    fn what_is_in_the_form_of_the_version_stays_byte_for_byte() {
        let (file, _) = convert_text(OLD, "1.19".parse().unwrap());
        assert_eq!(file.text, OLD);
        let (new, _) = convert_text(OLD, "1.36".parse().unwrap());
        assert_eq!(convert_text(&new.text, "1.36".parse().unwrap()).0.text, new.text);
    }

    /// kubernetes/kubernetes#89526: 1.18 gave an address of the first range to `ipFamily: IPv4` of an IPv6-first cluster.
    #[test]
    fn the_family_follows_the_address() {
        let old = "kind: Service\nmetadata: {name: web}\nspec: {clusterIP: \"fd00:10:97::3b2f\", ipFamily: IPv4, ports: [{port: 80}]}\n";
        for (version, expected) in [
            ("1.33", "ipFamilies: [IPv6], ipFamilyPolicy: SingleStack"),
            ("1.21", "ipFamilies: [IPv6], ipFamilyPolicy: SingleStack"),
            ("1.19", "ipFamily: IPv6"),
        ] {
            let (file, _) = convert_text(old, version.parse().unwrap());
            assert!(file.text.contains(expected), "{version}: {}", file.text);
            let severities: Vec<_> = file.services[0]
                .remarks
                .iter()
                .map(|remark| remark.severity)
                .collect();
            assert!(
                severities.contains(&crate::diagnostic::Severity::Warning),
                "{severities:?}"
            );
        }
        let (same, _) = convert_text(old, "1.18".parse().unwrap());
        assert_eq!(same.text, old);
    }

    #[test]
    fn any_text_is_taken() {
        for text in [
            "",
            "{",
            "kind: Service",
            "kind: Service\nspec: 1\n",
            "a: &a [*a]",
            "kind: Service\nspec: &a {<<: *a}\n",
            "\u{0}",
        ] {
            let (file, _) = convert_text(text, "1.36".parse().unwrap());
            assert_eq!(file.text, text);
        }
    }
}
