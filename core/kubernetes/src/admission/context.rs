use super::allocate::Pool;
use super::cluster::ServiceCluster;
use super::metadata::ServiceMetadata;
use super::outcome::Refusal;
use super::service::{Service, ServiceSpec};
use super::trace::Step;
use crate::go::field_error::{FieldError, FieldValue};
use crate::kubernetes::service_api::{ServiceApi, TrafficRules};
use crate::net::{IpFamily, lenient};

/// The state of one request in the API server.
pub(super) struct Context<'a> {
    pub(super) cluster: &'a ServiceCluster<'a>,
    pub(super) api: &'a ServiceApi,
    pub(super) service: &'a Service,
    /// The metadata of the stored object. `None` if it is not known, or if there is none yet.
    pub(super) stored: Option<&'a ServiceMetadata>,
    pub(super) pool: Pool<'a>,
    /// Whether the decisions are recorded.
    pub(super) traced: bool,
    pub(super) trace: Vec<Step>,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        cluster: &'a ServiceCluster<'a>,
        service: &'a Service,
        stored: Option<&'a ServiceMetadata>,
        dry_run: bool,
        traced: bool,
    ) -> Context<'a> {
        let api = &cluster.api;
        let metadata = &service.metadata;
        let pool = Pool::new(cluster, api, (&metadata.namespace, &metadata.name), dry_run);
        Context {
            cluster,
            api,
            service,
            stored,
            pool,
            traced,
            trace: Vec::new(),
        }
    }

    /// Returns a refusal with code 422 and these errors.
    pub(super) fn refuse(&self, errors: &[FieldError]) -> Refusal {
        Refusal::invalid(&self.service.metadata.name, errors, self.api.value_syntax)
    }

    /// Refuses the request with code 422 if there are errors.
    ///
    /// # Errors
    /// Returns the refusal if there are errors.
    pub(super) fn check(&self, errors: &[FieldError]) -> Result<(), Refusal> {
        if errors.is_empty() {
            Ok(())
        } else {
            Err(self.refuse(errors))
        }
    }

    /// Returns whether the change of type makes `externalTrafficPolicy` meaningless and the request did not change
    /// it.
    pub(super) fn clears_traffic_policy(&self, old: &ServiceSpec, new: &ServiceSpec) -> bool {
        let (had, has) = match self.api.traffic_rules {
            TrafficRules::AfterAllocation => return false,
            TrafficRules::ByType => (old.uses_node_ports(), new.uses_node_ports()),
            TrafficRules::ByReachability => (old.is_externally_accessible(), new.is_externally_accessible()),
        };
        had && !has && old.external_traffic_policy == new.external_traffic_policy
    }
}

/// Whether Kubernetes takes the text for an IPv6 address; false for anything that is not an address.
pub(super) fn is_ipv6(ip: &str) -> bool {
    lenient::family_of(ip) == Some(IpFamily::IPv6)
}

/// Returns the name of the other family. `None` if the name is not a family.
pub(super) fn other_family(family: &str) -> Option<IpFamily> {
    IpFamily::named(family).map(IpFamily::other)
}

fn list_value(list: Option<&Vec<String>>, go_type: &'static str) -> FieldValue {
    match list {
        None => FieldValue::NilList { go_type },
        Some(items) => FieldValue::List {
            go_type,
            items: items.clone(),
        },
    }
}

/// Returns `clusterIPs` as an error prints them.
pub(super) fn ips_value(spec: &ServiceSpec) -> FieldValue {
    list_value(spec.cluster_ips.as_ref(), "[]string")
}

/// Returns `ipFamilies` as an error prints them.
pub(super) fn families_value(spec: &ServiceSpec) -> FieldValue {
    list_value(spec.ip_families.as_ref(), "[]core.IPFamily")
}

/// Returns an optional string as an error prints it.
pub(super) fn optional_value(value: Option<&String>) -> FieldValue {
    value.map_or(FieldValue::Null, |text| FieldValue::Text(text.clone()))
}
