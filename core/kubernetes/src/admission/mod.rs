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
mod metadata;
mod names;
mod normalize;
mod occupancy;
mod outcome;
mod request;
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

pub use cluster::ServiceCluster;
pub use eras::read;
pub use metadata::{DEFAULT_NAMESPACE, ManagedFields, OwnerReference, ServiceMetadata, namespace_or_default};
pub use occupancy::{Occupancy, Taken, Vacant};
pub use outcome::{Admission, Cause, Refusal};
pub use request::{Request, RequestOptions};
pub use service::{
    ClientIpConfig, HEADLESS, IntOrString, Service, ServicePort, ServiceSpec, SessionAffinityConfig, policy,
    service_type,
};
pub use trace::{Remark, Step};

use crate::i18n::Message;
use context::Context;
use trace::step;

/// Returns the API server's answer to a request, with its decisions. The same cluster and request always give the
/// same answer.
pub fn admit(cluster: &ServiceCluster<'_>, request: &Request) -> Admission {
    admit_with(cluster, request, &RequestOptions::default())
}

/// Returns the API server's answer to a request with these options.
///
/// ```
/// use dualstack_kubernetes::admission::{Request, RequestOptions, Service, ServiceCluster, admit, admit_with};
/// use dualstack_ground::net::{Cidr, Dual};
/// let range: Cidr = "10.96.0.0/16".parse().unwrap();
/// let cluster = ServiceCluster::new("1.36".parse().unwrap(), Dual::single(range));
/// let web: Service = serde_json::from_str(
///     r#"{"metadata": {"name": "web"}, "spec": {"clusterIP": "10.97.0.1", "ports": [{"port": 80}]}}"#,
/// ).unwrap();
/// let request = Request::Create { service: web };
/// let really = admit(&cluster, &request);
/// assert!(really.refused().unwrap().message.ends_with("the provided network does not match the current range"));
/// let dry_run = admit_with(&cluster, &request, &RequestOptions { dry_run: true, ..Default::default() });
/// assert!(dry_run.refused().unwrap().message.ends_with("The range of valid IPs is 10.96.0.0/16"));
/// ```
pub fn admit_with(cluster: &ServiceCluster<'_>, request: &Request, options: &RequestOptions) -> Admission {
    request::answer(cluster, request, options, true, |mut cx, answer| match answer {
        Ok(spec) => {
            let warnings = warnings::warnings(&cx, &spec);
            // It is kept as long as the answer.
            cx.trace.shrink_to_fit();
            Admission::Stored {
                spec: Box::new(spec),
                name: request
                    .is_named_by_server()
                    .then(|| cx.service.metadata.name.clone()),
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
    })
}

/// Returns whether the API server stores the Service, as [`admit`] does, without computing decisions and warnings.
pub fn would_store(cluster: &ServiceCluster<'_>, request: &Request) -> bool {
    request::answer(
        cluster,
        request,
        &RequestOptions::default(),
        false,
        |_, answer| answer.is_ok(),
    )
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
