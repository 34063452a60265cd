//! What kubectl of a version reads, and in which words it refuses the rest: the fields that objects have, the API
//! versions that kinds are served in, and the texts.
//!
//! Fields: `staging/src/k8s.io/api/core/v1/types.go`, `staging/src/k8s.io/api/networking/v1/types.go` and
//! `staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/types.go`, v1.16 to v1.36.

use super::{Timeline, Version, Window, row};

/// A field of an object.
#[derive(Clone, Copy, Debug)]
pub struct FieldRow {
    /// The name of the field.
    pub name: &'static str,
    /// The versions that have the field.
    pub versions: Window,
    /// The fields below it, or below each of its entries; `None` if anything may stand there, or a plain value.
    pub below: Option<&'static Shape>,
}

/// The fields of an object.
#[derive(Debug)]
pub struct Shape {
    /// The name of the type in the OpenAPI document of the server.
    pub definition: &'static str,
    /// The fields.
    pub fields: &'static [FieldRow],
}

const fn field(name: &'static str) -> FieldRow {
    FieldRow {
        name,
        versions: Window::ALL,
        below: None,
    }
}

const fn since(name: &'static str, minor: u8) -> FieldRow {
    FieldRow {
        versions: Window::from(minor),
        ..field(name)
    }
}

const fn until(name: &'static str, minor: u8) -> FieldRow {
    FieldRow {
        versions: Window::ALL.until(minor),
        ..field(name)
    }
}

const fn object(name: &'static str, below: &'static Shape) -> FieldRow {
    FieldRow {
        below: Some(below),
        ..field(name)
    }
}

static METADATA: Shape = Shape {
    definition: "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta",
    fields: &[
        field("annotations"),
        until("clusterName", 23),
        field("creationTimestamp"),
        field("deletionGracePeriodSeconds"),
        field("deletionTimestamp"),
        field("finalizers"),
        field("generateName"),
        field("generation"),
        field("labels"),
        field("managedFields"),
        field("name"),
        field("namespace"),
        field("ownerReferences"),
        field("resourceVersion"),
        field("selfLink"),
        field("uid"),
    ],
};

static PORT: Shape = Shape {
    definition: "io.k8s.api.core.v1.ServicePort",
    fields: &[
        since("appProtocol", 18),
        field("name"),
        field("nodePort"),
        field("port"),
        field("protocol"),
        field("targetPort"),
    ],
};

static CLIENT_IP: Shape = Shape {
    definition: "io.k8s.api.core.v1.ClientIPConfig",
    fields: &[field("timeoutSeconds")],
};

static AFFINITY: Shape = Shape {
    definition: "io.k8s.api.core.v1.SessionAffinityConfig",
    fields: &[object("clientIP", &CLIENT_IP)],
};

static SPEC: Shape = Shape {
    definition: "io.k8s.api.core.v1.ServiceSpec",
    fields: &[
        since("allocateLoadBalancerNodePorts", 20),
        field("clusterIP"),
        since("clusterIPs", 20),
        field("externalIPs"),
        field("externalName"),
        field("externalTrafficPolicy"),
        field("healthCheckNodePort"),
        since("internalTrafficPolicy", 21),
        since("ipFamilies", 20),
        until("ipFamily", 19),
        since("ipFamilyPolicy", 20),
        since("loadBalancerClass", 21),
        field("loadBalancerIP"),
        field("loadBalancerSourceRanges"),
        object("ports", &PORT),
        field("publishNotReadyAddresses"),
        field("selector"),
        field("sessionAffinity"),
        object("sessionAffinityConfig", &AFFINITY),
        FieldRow {
            versions: Window::from(17).until(21),
            ..field("topologyKeys")
        },
        since("trafficDistribution", 30),
        field("type"),
    ],
};

static STATUS: Shape = Shape {
    definition: "io.k8s.api.core.v1.ServiceStatus",
    fields: &[since("conditions", 20), field("loadBalancer")],
};

static SERVICE: Shape = Shape {
    definition: "io.k8s.api.core.v1.Service",
    fields: &[
        field("apiVersion"),
        field("kind"),
        object("metadata", &METADATA),
        object("spec", &SPEC),
        object("status", &STATUS),
    ],
};

static SERVICE_CIDR_SPEC: Shape = Shape {
    definition: "io.k8s.api.networking.v1.ServiceCIDRSpec",
    fields: &[field("cidrs")],
};

static SERVICE_CIDR_STATUS: Shape = Shape {
    definition: "io.k8s.api.networking.v1.ServiceCIDRStatus",
    fields: &[field("conditions")],
};

static SERVICE_CIDR: Shape = Shape {
    definition: "io.k8s.api.networking.v1.ServiceCIDR",
    fields: &[
        field("apiVersion"),
        field("kind"),
        object("metadata", &METADATA),
        object("spec", &SERVICE_CIDR_SPEC),
        object("status", &SERVICE_CIDR_STATUS),
    ],
};

/// Returns the fields of a kind. `None` for kinds whose fields are not known here.
pub fn shape_of(kind: &str) -> Option<&'static Shape> {
    match kind {
        "Service" => Some(&SERVICE),
        "ServiceCIDR" => Some(&SERVICE_CIDR),
        _ => None,
    }
}

/// What becomes of a field that the version does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownFields {
    /// kubectl refuses the manifest by the server's OpenAPI document; a server that gets it drops the field.
    RefusedByClient,
    /// kubectl asks the server to refuse it: `fieldValidation=Strict`.
    RefusedByServer,
}

const UNKNOWN_FIELDS: Timeline<UnknownFields> = Timeline::new(&[
    row(
        16,
        UnknownFields::RefusedByClient,
        "staging/src/k8s.io/kubectl/pkg/validation/schema.go v1.16 to v1.24, pkg/kubectl/validation: ValidationError",
    ),
    row(
        25,
        UnknownFields::RefusedByServer,
        "CHANGELOG-1.25 ServerSideFieldValidation is beta and on; apimachinery/pkg/runtime/error.go v1.25",
    ),
]);

/// Returns what becomes of fields that the version does not have.
pub fn unknown_fields(version: Version) -> UnknownFields {
    UNKNOWN_FIELDS.at(version)
}

/// An API version of a kind.
#[derive(Clone, Copy, Debug)]
pub struct ServedRow {
    /// The kind.
    pub kind: &'static str,
    /// The API version.
    pub api: &'static str,
    /// The versions that have it.
    pub versions: Window,
    /// Whether it is served without `--runtime-config`.
    pub by_default: bool,
    /// The source of the row.
    pub source: &'static str,
}

/// The API versions of the kinds of KEP-1880.
pub const SERVED: &[ServedRow] = &[
    ServedRow {
        kind: "IPAddress",
        api: "networking.k8s.io/v1alpha1",
        versions: Window::from(27).until(30),
        by_default: false,
        source: "staging/src/k8s.io/api/networking/v1alpha1/types.go v1.27",
    },
    ServedRow {
        kind: "ServiceCIDR",
        api: "networking.k8s.io/v1alpha1",
        versions: Window::from(29).until(30),
        by_default: false,
        source: "staging/src/k8s.io/api/networking/v1alpha1/types.go v1.29",
    },
    ServedRow {
        kind: "IPAddress",
        api: "networking.k8s.io/v1beta1",
        versions: Window::from(31),
        by_default: false,
        source: "staging/src/k8s.io/api/networking/v1beta1/types.go v1.31",
    },
    ServedRow {
        kind: "ServiceCIDR",
        api: "networking.k8s.io/v1beta1",
        versions: Window::from(31),
        by_default: false,
        source: "staging/src/k8s.io/api/networking/v1beta1/types.go v1.31",
    },
    ServedRow {
        kind: "IPAddress",
        api: "networking.k8s.io/v1",
        versions: Window::from(33),
        by_default: true,
        source: "staging/src/k8s.io/api/networking/v1/types.go v1.33",
    },
    ServedRow {
        kind: "ServiceCIDR",
        api: "networking.k8s.io/v1",
        versions: Window::from(33),
        by_default: true,
        source: "staging/src/k8s.io/api/networking/v1/types.go v1.33",
    },
];

/// Returns the row of an API version of a kind in that version. `None` if the version does not have it.
pub fn served(kind: &str, api: &str, version: Version) -> Option<&'static ServedRow> {
    SERVED
        .iter()
        .find(|row| row.kind == kind && row.api == api && row.versions.contains(version))
}

/// Whether kubectl's text about a kind that is not served names the object (from 1.24).
const MAPPING_NAMES_OBJECT: Timeline<bool> = Timeline::new(&[
    row(
        16,
        false,
        "staging/src/k8s.io/cli-runtime/pkg/resource/mapper.go v1.23",
    ),
    row(
        24,
        true,
        "staging/src/k8s.io/cli-runtime/pkg/resource/mapper.go v1.24",
    ),
]);

/// Returns what kubectl prints about an object whose kind the server does not have.
///
/// ```
/// use dualstack_kubernetes::kubernetes::kubectl::no_matches;
/// assert_eq!(
///     no_matches("1.29".parse().unwrap(), "ServiceCIDR", "networking.k8s.io/v1", "extra", ""),
///     "error: resource mapping not found for name: \"extra\" namespace: \"\" from \"STDIN\": no matches for kind \
///      \"ServiceCIDR\" in version \"networking.k8s.io/v1\"\nensure CRDs are installed first"
/// );
/// ```
pub fn no_matches(version: Version, kind: &str, api: &str, name: &str, namespace: &str) -> String {
    let reason = format!("no matches for kind {kind:?} in version {api:?}");
    if MAPPING_NAMES_OBJECT.at(version) {
        format!(
            "error: resource mapping not found for name: {name:?} namespace: {namespace:?} from \"STDIN\": \
             {reason}\nensure CRDs are installed first"
        )
    } else {
        format!("error: unable to recognize \"STDIN\": {reason}")
    }
}
