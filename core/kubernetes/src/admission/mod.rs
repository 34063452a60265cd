//! The answer of kube-apiserver to a Service on create and update: the stored object or the exact error, and the
//! decisions that lead to it.
//!
//! Models pkg/registry/core/service and pkg/apis/core/validation of Kubernetes 1.16 to 1.37. The
//! recorded answers in `tests/vectors/service` are matched byte for byte.
//!
//! ```
//! use dualstack_kubernetes::admission::{Admission, Request, Service, ServiceCluster, admit};
//! use dualstack_ground::net::{Cidr, Dual};
//! let ranges: Vec<Cidr> = ["10.96.0.0/16", "fd00:10:96::/112"].map(|c| c.parse().unwrap()).into();
//! let cluster = ServiceCluster::new("1.36".parse().unwrap(), Dual::from_cidrs(&ranges).unwrap());
//! let web: Service = serde_json::from_str(
//!     r#"{"metadata": {"name": "web"},
//!         "spec": {"ipFamilyPolicy": "PreferDualStack", "selector": {"app": "web"}, "ports": [{"port": 80}]}}"#,
//! ).unwrap();
//! let admission = admit(&cluster, &Request::Create { service: web });
//! let spec = admission.stored().unwrap();
//! assert_eq!(spec.ip_families.as_deref().unwrap(), ["IPv4", "IPv6"]);
//! assert_eq!(spec.cluster_ips.as_ref().unwrap().len(), 2);
//! ```

mod addresses;
mod allocate;
pub mod aspects;
mod cluster;
mod context;
pub mod convert;
mod defaults;
mod eras;
mod families;
pub mod held;
mod names;
mod normalize;
mod occupancy;
mod outcome;
mod service;
pub mod service_cidr;
pub mod simulator;
pub mod strict;
#[cfg(test)]
mod tests;
mod trace;
mod update;
mod validate;
mod warnings;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

pub use cluster::ServiceCluster;
pub use occupancy::{Occupancy, Taken, Vacant};
pub use outcome::{Admission, Cause, Refusal};
pub use service::{
    ClientIpConfig, HEADLESS, IntOrString, Service, ServiceMetadata, ServicePort, ServiceSpec,
    SessionAffinityConfig, policy, service_type,
};
pub use trace::{Remark, Step};

use crate::i18n::Message;
use context::Context;
use trace::step;

/// A request of a client. A patch is an update whose new object is the stored one with the changes applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(tag = "operation", rename_all = "camelCase")]
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
        /// The Service that is sent.
        service: Service,
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
        }
        #[derive(Deserialize)]
        struct Members {
            operation: Operation,
            service: Service,
            old: Option<Box<ServiceSpec>>,
        }
        let Members {
            operation,
            service,
            old,
        } = Members::deserialize(deserializer)?;
        Ok(match operation {
            Operation::Create => Request::Create { service },
            Operation::Update => Request::Update {
                old: old.ok_or_else(|| D::Error::missing_field("old"))?,
                service,
            },
        })
    }
}

impl Request {
    /// Returns the Service that is sent.
    pub fn into_service(self) -> Service {
        let (Request::Create { service } | Request::Update { service, .. }) = self;
        service
    }

    fn service(&self) -> &Service {
        let (Request::Create { service } | Request::Update { service, .. }) = self;
        service
    }
}

/// Returns the API server's answer to a request, with its decisions. The same cluster and request always give the
/// same answer.
pub fn admit(cluster: &ServiceCluster<'_>, request: &Request) -> Admission {
    let mut cx = Context::new(cluster, request.service(), true);
    match decide(&mut cx, request) {
        Ok(spec) => {
            let warnings = warnings::warnings(&cx, &spec);
            Admission::Stored {
                spec: Box::new(spec),
                trace: cx.trace,
                warnings,
            }
        }
        Err(refusal) => {
            note_refusal(&mut cx, &refusal);
            Admission::Refused {
                refusal,
                trace: cx.trace,
            }
        }
    }
}

/// Returns whether the API server stores the Service, as [`admit`] does, without computing decisions and warnings.
pub fn would_store(cluster: &ServiceCluster<'_>, request: &Request) -> bool {
    let mut cx = Context::new(cluster, request.service(), false);
    decide(&mut cx, request).is_ok()
}

fn decide(cx: &mut Context<'_>, request: &Request) -> Result<ServiceSpec, Refusal> {
    match request {
        Request::Create { service } => eras::create(cx, &service.spec),
        Request::Update { old, service } => eras::update(cx, old, &service.spec),
    }
}

/// Records one decision for every cause.
fn note_refusal(cx: &mut Context<'_>, refusal: &Refusal) {
    for cause in &refusal.causes {
        let text = if cause.field.is_empty() {
            Message::new("service-step-failed").with("error", cause.message.as_str())
        } else {
            Message::new("service-step-refused")
                .with("field", cause.field.as_str())
                .with("error", cause.message.as_str())
        };
        let step = Step::new(cause.rule(), text);
        step!(
            cx,
            if cause.field.is_empty() {
                step
            } else {
                step.on(cause.field.as_str())
            }
        );
    }
    if refusal.causes.is_empty() {
        let text = Message::new("service-step-failed").with("error", refusal.message.as_str());
        step!(cx, Step::new("SVC-server-error", text));
    }
}

/// Returns the stored spec as a client of that cluster reads it: fields that the version does not have are removed,
/// and fields that did not exist when it was stored get the defaults of reading (`pkg/apis/core/v1/defaults.go`,
/// `pkg/registry/core/service/storage`).
pub fn read(cluster: &ServiceCluster<'_>, stored: &ServiceSpec) -> ServiceSpec {
    let api = cluster.api;
    let mut spec = defaults::decode(&api, stored).without_empty_values();
    families::default_on_read(&api, &cluster.ranges.families(), &mut spec);
    spec
}
