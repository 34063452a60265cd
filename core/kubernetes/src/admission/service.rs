use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::metadata::{ServiceMetadata, null_is_default};

/// The value of `clusterIP` that makes a Service headless.
pub const HEADLESS: &str = "None";

/// A Service: the metadata that admission reads, and its spec.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Service {
    /// The metadata of the Service.
    #[serde(default, deserialize_with = "null_is_default")]
    pub metadata: ServiceMetadata,
    /// The spec of the Service.
    #[serde(default, deserialize_with = "null_is_default")]
    pub spec: ServiceSpec,
}

/// The `spec` of a Service. Absent and empty values differ where they differ for the API server: lists and pointers
/// are optional, plain strings and numbers are empty or 0 if absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ServiceSpec {
    /// The type: `ClusterIP`, `NodePort`, `LoadBalancer` or `ExternalName`.
    #[serde(
        rename = "type",
        default,
        skip_serializing_if = "String::is_empty",
        deserialize_with = "null_is_default"
    )]
    pub type_: String,
    /// The labels of the pods behind the Service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selector: Option<BTreeMap<String, String>>,
    /// The ports of the Service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ports: Option<Vec<ServicePort>>,
    /// The first cluster IP, or `None` for a headless Service.
    #[serde(
        rename = "clusterIP",
        default,
        skip_serializing_if = "String::is_empty",
        deserialize_with = "null_is_default"
    )]
    pub cluster_ip: String,
    /// The cluster IPs, at most one per family.
    #[serde(rename = "clusterIPs", default, skip_serializing_if = "Option::is_none")]
    pub cluster_ips: Option<Vec<String>>,
    /// The families, in the order of the cluster IPs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ip_families: Option<Vec<String>>,
    /// The policy: `SingleStack`, `PreferDualStack` or `RequireDualStack`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ip_family_policy: Option<String>,
    /// The family, up to 1.19.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ip_family: Option<String>,
    /// The name that an ExternalName Service refers to.
    #[serde(
        default,
        skip_serializing_if = "String::is_empty",
        deserialize_with = "null_is_default"
    )]
    pub external_name: String,
    /// Addresses that other systems route to the nodes.
    #[serde(rename = "externalIPs", default, skip_serializing_if = "Option::is_none")]
    pub external_ips: Option<Vec<String>>,
    /// The requested address of the load balancer.
    #[serde(
        rename = "loadBalancerIP",
        default,
        skip_serializing_if = "String::is_empty",
        deserialize_with = "null_is_default"
    )]
    pub load_balancer_ip: String,
    /// The ranges from which the load balancer accepts connections.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub load_balancer_source_ranges: Option<Vec<String>>,
    /// The class of the load balancer, which selects its implementation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub load_balancer_class: Option<String>,
    /// Whether a load balancer needs node ports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allocate_load_balancer_node_ports: Option<bool>,
    /// The policy for traffic from outside: `Cluster` or `Local`.
    #[serde(
        default,
        skip_serializing_if = "String::is_empty",
        deserialize_with = "null_is_default"
    )]
    pub external_traffic_policy: String,
    /// The policy for traffic from inside: `Cluster` or `Local`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub internal_traffic_policy: Option<String>,
    /// The port on which a load balancer checks the health of a node.
    #[serde(
        default,
        skip_serializing_if = "is_zero",
        deserialize_with = "null_is_default"
    )]
    pub health_check_node_port: i32,
    /// The session affinity: `None` or `ClientIP`.
    #[serde(
        default,
        skip_serializing_if = "String::is_empty",
        deserialize_with = "null_is_default"
    )]
    pub session_affinity: String,
    /// The settings of session affinity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_affinity_config: Option<SessionAffinityConfig>,
    /// Whether addresses of pods that are not ready are published.
    #[serde(
        default,
        skip_serializing_if = "std::ops::Not::not",
        deserialize_with = "null_is_default"
    )]
    pub publish_not_ready_addresses: bool,
    /// The way in which traffic is spread over zones and nodes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub traffic_distribution: Option<String>,
    /// The policy for traffic from inside that is stored, but that no client reads because the type is `ExternalName`. A
    /// patch meets it. No JSON has it.
    #[serde(skip)]
    pub hidden_traffic_policy: Option<String>,
}

/// One port of a Service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ServicePort {
    /// The name of the port; required if there are several ports.
    #[serde(
        default,
        skip_serializing_if = "String::is_empty",
        deserialize_with = "null_is_default"
    )]
    pub name: String,
    /// The protocol: `TCP`, `UDP` or `SCTP`.
    #[serde(
        default,
        skip_serializing_if = "String::is_empty",
        deserialize_with = "null_is_default"
    )]
    pub protocol: String,
    /// The application protocol on the port.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app_protocol: Option<String>,
    /// The port number.
    #[serde(default, deserialize_with = "null_is_default")]
    pub port: i32,
    /// The port of the pods, by number or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_port: Option<IntOrString>,
    /// The port of the nodes.
    #[serde(
        default,
        skip_serializing_if = "is_zero",
        deserialize_with = "null_is_default"
    )]
    pub node_port: i32,
}

/// A number, or the name of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum IntOrString {
    /// A number.
    Int(i32),
    /// A name.
    String(String),
}

impl<'de> Deserialize<'de> for IntOrString {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl Visitor<'_> for Either {
            type Value = IntOrString;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number of 32 bits or a text")
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<IntOrString, E> {
                i32::try_from(number)
                    .map(IntOrString::Int)
                    .map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<IntOrString, E> {
                i32::try_from(number)
                    .map(IntOrString::Int)
                    .map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<IntOrString, E> {
                Ok(IntOrString::String(name.to_owned()))
            }
        }
        deserializer.deserialize_any(Either)
    }
}

impl IntOrString {
    /// Returns whether the API server treats the value as not given.
    pub fn is_unset(&self) -> bool {
        match self {
            IntOrString::Int(n) => *n == 0,
            IntOrString::String(name) => name.is_empty(),
        }
    }
}

/// The settings of session affinity by client address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct SessionAffinityConfig {
    /// The settings of affinity by client address.
    #[serde(rename = "clientIP", default, skip_serializing_if = "Option::is_none")]
    pub client_ip: Option<ClientIpConfig>,
}

/// The duration of affinity by client address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ClientIpConfig {
    /// The duration in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeout_seconds: Option<i32>,
}

fn is_zero(n: &i32) -> bool {
    *n == 0
}

/// Types of a Service, as the API spells them.
pub mod service_type {
    /// A Service with an address inside the cluster.
    pub const CLUSTER_IP: &str = "ClusterIP";
    /// A Service that is also reachable on every node.
    pub const NODE_PORT: &str = "NodePort";
    /// A Service that is also reachable through a load balancer.
    pub const LOAD_BALANCER: &str = "LoadBalancer";
    /// A Service that is another name for a host outside.
    pub const EXTERNAL_NAME: &str = "ExternalName";
}

/// Policies, as the API spells them.
pub mod policy {
    /// The Service has one family.
    pub const SINGLE_STACK: &str = "SingleStack";
    /// The Service has both families if the cluster has them.
    pub const PREFER_DUAL_STACK: &str = "PreferDualStack";
    /// The Service has both families or is refused.
    pub const REQUIRE_DUAL_STACK: &str = "RequireDualStack";
}

impl ServiceSpec {
    /// Returns the spec as it is stored, with what no client reads.
    pub fn with_hidden_values(mut self) -> ServiceSpec {
        if let Some(policy) = self.hidden_traffic_policy.take() {
            self.internal_traffic_policy = Some(policy);
        }
        self
    }

    /// Returns the cluster IPs. Empty if absent.
    pub fn ips(&self) -> &[String] {
        self.cluster_ips.as_deref().unwrap_or_default()
    }

    /// Returns the families. Empty if absent.
    pub fn families(&self) -> &[String] {
        self.ip_families.as_deref().unwrap_or_default()
    }

    /// Returns the ports. Empty if absent.
    pub fn port_list(&self) -> &[ServicePort] {
        self.ports.as_deref().unwrap_or_default()
    }

    /// Returns the external IPs. Empty if absent.
    pub fn external_ip_list(&self) -> &[String] {
        self.external_ips.as_deref().unwrap_or_default()
    }

    /// Returns the source ranges. Empty if absent.
    pub fn source_range_list(&self) -> &[String] {
        self.load_balancer_source_ranges.as_deref().unwrap_or_default()
    }

    /// Returns whether the Service has that type.
    pub fn is_type(&self, type_: &str) -> bool {
        self.type_ == type_
    }

    /// Returns whether the type is ExternalName, which has no cluster IPs and no families.
    pub fn is_external_name(&self) -> bool {
        self.is_type(service_type::EXTERNAL_NAME)
    }

    /// Returns whether `clusterIP` is the text `None`.
    pub fn has_headless_ip(&self) -> bool {
        self.cluster_ip == HEADLESS
    }

    /// Returns whether the first of the cluster IPs is the text `None`.
    pub fn starts_headless(&self) -> bool {
        self.ips().first().is_some_and(|ip| ip == HEADLESS)
    }

    /// Returns whether the only cluster IP is the text `None`.
    pub fn is_headless(&self) -> bool {
        self.ips().len() == 1 && self.starts_headless()
    }

    /// Returns whether pods are selected by label.
    pub fn has_selector(&self) -> bool {
        self.selector
            .as_ref()
            .is_some_and(|selector| !selector.is_empty())
    }

    /// Returns whether the Service has that policy.
    pub fn has_policy(&self, policy: &str) -> bool {
        self.ip_family_policy.as_deref() == Some(policy)
    }

    /// Returns whether nodes open ports for the Service.
    pub fn uses_node_ports(&self) -> bool {
        self.is_type(service_type::NODE_PORT) || self.is_type(service_type::LOAD_BALANCER)
    }

    /// Returns whether a load balancer needs a port for health checks.
    pub fn needs_health_check(&self) -> bool {
        self.is_type(service_type::LOAD_BALANCER) && self.external_traffic_policy == "Local"
    }

    /// Returns whether traffic can come from outside the cluster.
    pub fn is_externally_accessible(&self) -> bool {
        self.uses_node_ports()
            || (self.is_type(service_type::CLUSTER_IP) && !self.external_ip_list().is_empty())
    }

    /// Returns the node ports that are set, in the order of the ports.
    pub fn node_ports(&self) -> impl Iterator<Item = i32> + '_ {
        self.port_list()
            .iter()
            .map(|port| port.node_port)
            .filter(|port| *port != 0)
    }

    /// Returns the spec as it is written to the store, which does not distinguish empty and absent lists or maps.
    pub fn without_empty_values(mut self) -> ServiceSpec {
        let drop_empty = |list: &mut Option<Vec<String>>| {
            if list.as_ref().is_some_and(Vec::is_empty) {
                *list = None;
            }
        };
        drop_empty(&mut self.cluster_ips);
        drop_empty(&mut self.ip_families);
        drop_empty(&mut self.external_ips);
        drop_empty(&mut self.load_balancer_source_ranges);
        if self.selector.as_ref().is_some_and(BTreeMap::is_empty) {
            self.selector = None;
        }
        if self.ports.as_ref().is_some_and(Vec::is_empty) {
            self.ports = None;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absent_empty_and_null_lists_are_told_apart_as_go_does() {
        let read = |text: &str| serde_json::from_str::<ServiceSpec>(text).unwrap();
        assert_eq!(read("{}").ip_families, None);
        assert_eq!(read(r#"{"ipFamilies": null}"#).ip_families, None);
        assert_eq!(read(r#"{"ipFamilies": []}"#).ip_families, Some(vec![]));
        assert_eq!(
            read(r#"{"clusterIP": null, "type": null}"#),
            ServiceSpec::default()
        );
    }

    #[test]
    fn keys_are_those_of_the_api() {
        let text = r#"{"type":"LoadBalancer","selector":{"app":"web"},"ports":[{"port":80,"targetPort":"http"}],"clusterIP":"10.96.0.7","clusterIPs":["10.96.0.7"],"ipFamilies":["IPv4"],"ipFamilyPolicy":"SingleStack","externalIPs":["192.0.2.1"],"loadBalancerIP":"192.0.2.2","loadBalancerSourceRanges":["10.0.0.0/8"],"sessionAffinity":"ClientIP","sessionAffinityConfig":{"clientIP":{"timeoutSeconds":10}}}"#;
        let spec: ServiceSpec = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&spec).unwrap(), text);
    }
}
