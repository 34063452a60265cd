use super::allocate::Pool;
use super::cluster::ServiceCluster;
use super::outcome::Refusal;
use super::service::{Service, ServiceSpec};
use super::trace::Step;
use crate::go::field_error::{FieldError, FieldValue};
use crate::kubernetes::service_api::{ServiceApi, TrafficRules};
use crate::net::{IpFamily, lenient};

/// One request on its way through the API server.
pub(super) struct Context<'a> {
    pub(super) cluster: &'a ServiceCluster<'a>,
    pub(super) api: ServiceApi,
    pub(super) service: &'a Service,
    pub(super) pool: Pool<'a>,
    /// Whether the decisions are kept.
    pub(super) traced: bool,
    pub(super) trace: Vec<Step>,
}

impl<'a> Context<'a> {
    pub(super) fn new(cluster: &'a ServiceCluster<'a>, service: &'a Service, traced: bool) -> Context<'a> {
        let api = cluster.api;
        let pool = Pool::new(cluster, api, &service.metadata.namespace, &service.metadata.name);
        Context {
            cluster,
            api,
            service,
            pool,
            traced,
            trace: Vec::new(),
        }
    }

    /// 422 with these errors.
    pub(super) fn refuse(&self, errors: &[FieldError]) -> Refusal {
        Refusal::invalid(&self.service.metadata.name, errors, self.api.value_syntax)
    }

    /// 422 if there are errors.
    pub(super) fn check(&self, errors: &[FieldError]) -> Result<(), Refusal> {
        if errors.is_empty() {
            Ok(())
        } else {
            Err(self.refuse(errors))
        }
    }

    /// Whether the change of type takes the meaning from `externalTrafficPolicy` and the request left it alone.
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

/// The opposite of a family by name; `None` for other names.
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

/// `clusterIPs` as an error prints it.
pub(super) fn ips_value(spec: &ServiceSpec) -> FieldValue {
    list_value(spec.cluster_ips.as_ref(), "[]string")
}

/// `ipFamilies` as an error prints it.
pub(super) fn families_value(spec: &ServiceSpec) -> FieldValue {
    list_value(spec.ip_families.as_ref(), "[]core.IPFamily")
}

/// An optional string as an error prints it.
pub(super) fn optional_value(value: Option<&String>) -> FieldValue {
    value.map_or(FieldValue::Null, |text| FieldValue::Text(text.clone()))
}
