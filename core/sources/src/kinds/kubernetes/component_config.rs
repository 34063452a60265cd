//! The configuration files of kubelet and kube-proxy.

use crate::components::{Flags, StartInput};
use crate::diagnostic::Component;
use crate::found::Found;
use crate::items::{At, Item, Object};
use crate::kinds::{Kind, nothing_embedded};
use crate::text::gates;

const ID: &str = "component-config";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| matches!(item, Item::Object(object) if format_of(object).is_some()),
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
    for item in items {
        let Item::Object(object) = item else { continue };
        let Some(format) = format_of(object) else { continue };
        let root = object.root(ID);
        let input = StartInput {
            from_config: true,
            ..flags(&root, format).into()
        };
        found.start(format.component, input, &root.origin());
    }
}

fn flags(root: &At<'_>, format: &Format) -> Flags {
    let mut flags = Flags::new();
    let gates: Vec<String> = gates(&root.get("featureGates"))
        .into_iter()
        .map(|(name, on)| format!("{name}={on}"))
        .collect();
    if !gates.is_empty() {
        flags.push("feature-gates", gates.join(","));
    }
    for (path, flag) in format.fields {
        // An empty field counts as absent.
        if let Some(text) = root.path(path).text().filter(|text| !text.is_empty()) {
            flags.push(flag, text);
        }
    }
    for (path, flag) in format.lists {
        let entries: Vec<&str> = root.path(path).items().iter().filter_map(At::text).collect();
        if !entries.is_empty() {
            flags.push(flag, entries.join(","));
        }
    }
    flags
}
