//! The configuration files of kubelet and kube-proxy.

use serde_json::Value as Json;

use crate::components::{Effect, Flags, KubeadmDocument, ReadRefusal as Refusal, StartInput};
use crate::diagnostic::Component;
use crate::document::to_json;
use crate::found::Found;
use crate::go::quote::quoted;
use crate::items::{Item, Object};
use crate::kinds::starting::{at, fatal, version_for};
use crate::kinds::{Kind, nothing_embedded};
use crate::kubernetes::{Confidence, FieldFaults, Profile, Version, field_faults, strict_error};
use crate::text::flag_facts;

const ID: &str = "component-config";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| item.object().is_some_and(|object| format_of(object).is_some()),
    embedded: nothing_embedded,
    read,
};

/// A configuration file, and the flags that set the same as its fields.
struct Format {
    kind: &'static str,
    component: Component,
    fields: &'static [(&'static str, &'static str)],
    lists: &'static [(&'static str, &'static str)],
}

const FORMATS: &[Format] = &[
    Format {
        kind: "KubeletConfiguration",
        component: Component::Kubelet,
        fields: &[
            ("clusterDomain", "cluster-domain"),
            ("maxPods", "max-pods"),
            ("address", "address"),
            ("podCIDR", "pod-cidr"),
        ],
        lists: &[("clusterDNS", "cluster-dns")],
    },
    Format {
        kind: "KubeProxyConfiguration",
        component: Component::KubeProxy,
        fields: &[
            ("mode", "proxy-mode"),
            ("clusterCIDR", "cluster-cidr"),
            ("bindAddress", "bind-address"),
            ("healthzBindAddress", "healthz-bind-address"),
            ("metricsBindAddress", "metrics-bind-address"),
            ("iptables/masqueradeBit", "iptables-masquerade-bit"),
            ("conntrack/maxPerCore", "conntrack-max-per-core"),
            ("conntrack/min", "conntrack-min"),
            ("oomScoreAdj", "oom-score-adj"),
            ("detectLocalMode", "detect-local-mode"),
            ("detectLocal/bridgeInterface", "pod-bridge-interface"),
            ("detectLocal/interfaceNamePrefix", "pod-interface-name-prefix"),
        ],
        lists: &[
            ("nodePortAddresses", "nodeport-addresses"),
            ("ipvs/excludeCIDRs", "ipvs-exclude-cidrs"),
        ],
    },
];

fn format_of(object: &Object) -> Option<&'static Format> {
    FORMATS
        .iter()
        .find(|format| object.text("kind") == Some(format.kind))
}

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let Some(format) = format_of(object) else { continue };
        let root = object.root(ID);
        let configuration = root.node().map_or(Json::Null, to_json);
        let flags = flags(&configuration, format);
        flag_facts(format.component, &flags, &root.origin(), found);
        let version = version_for(found, None);
        let faults = field_faults(format.kind, &configuration, version);
        let input = StartInput {
            from_config: true,
            ..flags.into()
        };
        found.start(format.component, input, &root.origin());
        if let Some(start) = found.start_ups.last_mut() {
            start.refusals = refusals(&faults, version);
        }
        if !faults.unknown.is_empty() {
            let document = KubeadmDocument {
                api_version: object.text("apiVersion").unwrap_or_default().to_owned(),
                kind: format.kind.to_owned(),
                unknown_fields: faults.unknown,
                duplicate_keys: Vec::new(),
            };
            found.odd_documents.push((root.origin().file, document));
        }
    }
}

/// Returns what the component says of fields that it does not have, and of values of another type.
fn refusals(faults: &FieldFaults, version: Version) -> Vec<Refusal> {
    // Decoders that name every field with its path are those whose texts are modelled.
    let (rule, confidence) = Profile::resolve(version).kubeadm_strict();
    let mut refusals = Vec::new();
    if let Some(text) = faults.mistyped.as_ref().filter(|_| rule.names_every_path) {
        refusals.push(fatal(format!("failed to decode: {text}"), confidence));
    }
    if let Some(first) = faults.unknown.first() {
        let (text, confidence) = if rule.names_every_path {
            let message = quoted("Using lenient decoding as strict decoding failed");
            let cause = quoted(&strict_error(&faults.unknown));
            (format!("{message} err={cause}"), confidence)
        } else {
            (format!("found unknown field: {first}"), Confidence::Unverified)
        };
        refusals.push(Refusal {
            text,
            effect: Effect::Warning,
            confidence,
        });
    }
    refusals
}

fn flags(configuration: &Json, format: &Format) -> Flags {
    let at = |path: &str| at(configuration, path);
    let mut flags = Flags::new();
    let gates: Vec<String> = at("featureGates")
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(name, on)| Some(format!("{name}={}", on.as_bool()?)))
        .collect();
    if !gates.is_empty() {
        flags.push("feature-gates", gates.join(","));
    }
    for (path, flag) in format.fields {
        let text = match at(path) {
            Json::String(text) => text.clone(),
            Json::Number(number) => number.to_string(),
            _ => continue,
        };
        // An empty field counts as absent.
        if !text.is_empty() {
            flags.push(flag, text);
        }
    }
    for (path, flag) in format.lists {
        let entries: Vec<&str> = at(path)
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Json::as_str)
            .collect();
        if !entries.is_empty() {
            flags.push(flag, entries.join(","));
        }
    }
    flags
}

/// Returns the flags that set the same as a configuration of that kind. Empty for any other kind.
pub(in crate::kinds) fn flags_of(kind: &str, configuration: &Json) -> Flags {
    let format = FORMATS.iter().find(|format| format.kind == kind);
    format.map_or_else(Flags::new, |format| flags(configuration, format))
}
