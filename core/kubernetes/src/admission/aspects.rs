//! The consequences of a stored Service's families elsewhere in the cluster: node ports, load balancer addresses,
//! source ranges, external IPs, EndpointSlices and DNS records.
//!
//! The API server decides none of them; each part names the component that does.

mod balancers;

use serde::Serialize;

use super::held::KUBERNETES_SERVICE;
use super::service::{Service, ServiceSpec, service_type};
use super::trace::Remark;
use super::{ServiceCluster, read};
use crate::catalog::{Cni, Distribution, Provider};
use crate::diagnostic::Severity;
use crate::i18n::Message;
use crate::kubernetes::service_api::ServiceApi;
use crate::net::{IpFamily, lenient};
use crate::request::PlanSpec;

pub use balancers::{BALANCERS, Balancer, BalancerFamilies, FOUND};

/// The properties of a cluster outside of its API server.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// The DNS domain of the cluster, `cluster.local`.
    pub cluster_domain: &'a str,
    /// The provider of load balancers; `None` if the cluster has none.
    pub balancer: Option<&'static Balancer>,
    /// The families of the addresses that the load balancer of the Service has already; empty if it has none yet.
    pub given: &'a [IpFamily],
}

impl Surroundings<'_> {
    /// Returns the properties that a plan describes: the load balancers of its distribution, else of its cloud, else
    /// of its CNI plugin.
    pub fn of_plan(plan: &PlanSpec) -> Surroundings<'static> {
        let installer = plan.distribution.map(Distribution::id);
        let cloud = plan.provider.map(Provider::id);
        let plugin = plan.cni.map(Cni::id);
        Surroundings {
            balancer: [installer, cloud, plugin]
                .into_iter()
                .flatten()
                .find_map(Balancer::of_environment),
            ..Surroundings::default()
        }
    }
}

impl Default for Surroundings<'_> {
    fn default() -> Self {
        Surroundings {
            cluster_domain: "cluster.local",
            balancer: None,
            given: &[],
        }
    }
}

/// The consequences of a Service's families.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Aspects {
    /// The families that the Service serves, the primary one first.
    pub families: Vec<IpFamily>,
    /// The ports that kube-proxy opens on the nodes, per family.
    pub node_ports: Vec<NodePort>,
    /// The addresses that a load balancer has, per family.
    pub load_balancer: Vec<BalancerAddress>,
    /// The sources that may connect to the load balancer, per family.
    pub source_ranges: Vec<SourceRanges>,
    /// The external IPs that kube-proxy serves, per family.
    pub external_ips: Vec<ExternalIps>,
    /// The EndpointSlices, by address type.
    pub endpoint_slices: Vec<EndpointSlice>,
    /// The family of the Endpoints object, which holds one family only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoints: Option<IpFamily>,
    /// The records of the cluster's DNS server.
    pub dns: Vec<DnsRecord>,
    /// Remarks about unexpected consequences.
    pub remarks: Vec<Remark>,
}

/// A port on the nodes' addresses of one family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct NodePort {
    /// The family of the addresses.
    pub family: IpFamily,
    /// The protocol: `TCP`, `UDP` or `SCTP`.
    pub protocol: String,
    /// The port of the Service.
    pub port: i32,
    /// The port of the nodes; the same for both families.
    pub node_port: i32,
}

/// The address of a load balancer in one family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct BalancerAddress {
    /// The family of the address.
    pub family: IpFamily,
    /// Whether the provider gives this Service an address of the family.
    pub provided: bool,
    /// The annotation that requests a particular address of the family; absent if the provider has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address_annotation: Option<&'static str>,
}

/// The sources that may connect, in one family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SourceRanges {
    /// The family of the ranges.
    pub family: IpFamily,
    /// The source ranges of the family.
    pub ranges: Vec<String>,
    /// Whether no range of the family is given, so that every address may connect.
    pub unrestricted: bool,
}

/// The external IPs of one family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ExternalIps {
    /// The family of the addresses.
    pub family: IpFamily,
    /// The external IPs.
    pub addresses: Vec<String>,
    /// Whether the Service has the family; otherwise kube-proxy does not serve the addresses.
    pub served: bool,
}

/// The EndpointSlices of one address type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct EndpointSlice {
    /// The value of `addressType`.
    pub address_type: IpFamily,
    /// Whether the control plane writes the slices; otherwise the user has to.
    pub managed: bool,
}

/// The type of a DNS record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub enum DnsRecordType {
    /// A: an IPv4 address.
    A,
    /// AAAA: an IPv6 address.
    #[serde(rename = "AAAA")]
    Aaaa,
    /// CNAME: another name.
    #[serde(rename = "CNAME")]
    Cname,
    /// SRV: a port.
    #[serde(rename = "SRV")]
    Srv,
}

/// A record of the cluster's DNS server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct DnsRecord {
    /// The name, with its final dot.
    pub name: String,
    /// The type of the record.
    #[serde(rename = "type")]
    pub type_: DnsRecordType,
    /// The values of the record; empty if they are the addresses of endpoints.
    pub values: Vec<String>,
    /// Whether the values are the addresses of the ready endpoints of that family.
    pub of_endpoints: bool,
}

/// Returns the consequences of a stored Service in a cluster.
pub fn aspects(cluster: &ServiceCluster<'_>, service: &Service, surroundings: &Surroundings<'_>) -> Aspects {
    let spec = read(cluster, &service.spec);
    let mut found = Aspects {
        families: families(&spec),
        ..Aspects::default()
    };
    found.dns = dns(service, &spec, &found.families, surroundings.cluster_domain);
    if spec.is_external_name() {
        found
            .remarks
            .push(remark(Severity::Info, "service-aspect-external-name").on("spec.externalName"));
        return found;
    }
    node_ports(&spec, &mut found);
    if spec.is_type(service_type::LOAD_BALANCER) {
        load_balancer(service, &spec, surroundings, &mut found);
        source_ranges(&spec, &mut found);
    }
    external_ips(&spec, &mut found);
    endpoints(&cluster.api, service, &spec, &mut found);
    found
}

fn remark(severity: Severity, id: &'static str) -> Remark {
    Remark::new(severity, Message::new(id))
}

/// Returns the families of a Service of any version, from its fields or, where they are not set, from its addresses.
pub(super) fn families(spec: &ServiceSpec) -> Vec<IpFamily> {
    let named = |name: &String| IpFamily::named(name);
    if spec.is_external_name() {
        return Vec::new();
    }
    if !spec.families().is_empty() {
        return spec.families().iter().filter_map(named).collect();
    }
    let of_ips: Vec<IpFamily> = spec
        .ips()
        .iter()
        .filter_map(|ip| lenient::family_of(ip))
        .collect();
    if !of_ips.is_empty() {
        return of_ips;
    }
    // The address counts before the field: up to 1.18 the two may differ.
    lenient::family_of(&spec.cluster_ip)
        .or_else(|| spec.ip_family.as_ref().and_then(named))
        .into_iter()
        .collect()
}

fn node_ports(spec: &ServiceSpec, found: &mut Aspects) {
    if !spec.uses_node_ports() || spec.starts_headless() {
        return;
    }
    for family in &found.families {
        for port in spec.port_list().iter().filter(|port| port.node_port != 0) {
            found.node_ports.push(NodePort {
                family: *family,
                protocol: port.protocol.clone(),
                port: port.port,
                node_port: port.node_port,
            });
        }
    }
}

fn load_balancer(
    service: &Service,
    spec: &ServiceSpec,
    surroundings: &Surroundings<'_>,
    found: &mut Aspects,
) {
    let Some(balancer) = surroundings.balancer else {
        found
            .remarks
            .push(remark(Severity::Warning, "service-aspect-no-balancer").on("spec.type"));
        return;
    };
    let provided = if surroundings.given.is_empty() {
        balancer.families(&found.families, &service.metadata.annotations)
    } else {
        surroundings.given.to_vec()
    };
    for family in IpFamily::ALL {
        if found.families.contains(&family) || provided.contains(&family) {
            found.load_balancer.push(BalancerAddress {
                family,
                provided: provided.contains(&family),
                address_annotation: balancer.address_annotation(family),
            });
        }
    }
    for family in found.families.iter().filter(|family| !provided.contains(family)) {
        let mut message = Message::new("service-aspect-balancer-lacks-family").with("family", *family);
        if let Some((key, value)) = balancer.dual_stack_annotation {
            message = Message::new("service-aspect-balancer-needs-annotation")
                .with("family", *family)
                .with("annotation", format!("{key}: {value}"));
        }
        found.remarks.push(Remark::new(
            Severity::Warning,
            message.with("balancer", balancer.name),
        ));
    }
    if !spec.load_balancer_ip.is_empty() && found.families.len() > 1 {
        found
            .remarks
            .push(remark(Severity::Warning, "service-aspect-one-balancer-ip").on("spec.loadBalancerIP"));
    }
}

fn source_ranges(spec: &ServiceSpec, found: &mut Aspects) {
    let given = spec.source_range_list();
    let families = found.families.clone();
    for family in families {
        let ranges: Vec<String> = given
            .iter()
            .filter(|range| {
                lenient::parse_cidr(range.trim()).is_some_and(|read| read.cidr.family() == family)
            })
            .cloned()
            .collect();
        let unrestricted = ranges.is_empty();
        if unrestricted && !given.is_empty() {
            let message = Message::new("service-aspect-family-unrestricted").with("family", family);
            found
                .remarks
                .push(Remark::new(Severity::Warning, message).on("spec.loadBalancerSourceRanges"));
        }
        found.source_ranges.push(SourceRanges {
            family,
            ranges,
            unrestricted,
        });
    }
}

fn external_ips(spec: &ServiceSpec, found: &mut Aspects) {
    for family in IpFamily::ALL {
        let addresses: Vec<String> = spec
            .external_ip_list()
            .iter()
            .filter(|ip| lenient::family_of(ip) == Some(family))
            .cloned()
            .collect();
        if addresses.is_empty() {
            continue;
        }
        let served = found.families.contains(&family) && !spec.starts_headless();
        if !served {
            let message = Message::new("service-aspect-external-ips-not-served").with("family", family);
            found
                .remarks
                .push(Remark::new(Severity::Warning, message).on("spec.externalIPs"));
        }
        found.external_ips.push(ExternalIps {
            family,
            addresses,
            served,
        });
    }
}

fn endpoints(api: &ServiceApi, service: &Service, spec: &ServiceSpec, found: &mut Aspects) {
    // The API servers write their own addresses (pkg/controlplane/reconcilers).
    let metadata = &service.metadata;
    let managed = spec.has_selector()
        || (metadata.namespace_or_default(), metadata.name.as_str()) == KUBERNETES_SERVICE;
    if api.endpoint_slices {
        let slices = found.families.iter().map(|family| EndpointSlice {
            address_type: *family,
            managed,
        });
        found.endpoint_slices = slices.collect();
    }
    if managed {
        found.endpoints = found.families.first().copied();
        if found.families.len() > 1 {
            found
                .remarks
                .push(remark(Severity::Info, "service-aspect-endpoints-one-family"));
        }
    } else {
        found
            .remarks
            .push(remark(Severity::Info, "service-aspect-endpoints-by-hand").on("spec.selector"));
    }
}

fn dns(service: &Service, spec: &ServiceSpec, families: &[IpFamily], domain: &str) -> Vec<DnsRecord> {
    let namespace = service.metadata.namespace_or_default();
    let name = format!("{}.{namespace}.svc.{domain}.", service.metadata.name);
    if spec.is_external_name() {
        let target = spec.external_name.trim_end_matches('.');
        return vec![DnsRecord {
            name,
            type_: DnsRecordType::Cname,
            values: vec![format!("{target}.")],
            of_endpoints: false,
        }];
    }
    let headless = spec.has_headless_ip() || spec.starts_headless();
    let singular = spec.ips().is_empty().then_some(&spec.cluster_ip);
    let ips: Vec<&String> = spec.ips().iter().chain(singular).collect();
    let mut records: Vec<DnsRecord> = families
        .iter()
        .map(|family| DnsRecord {
            name: name.clone(),
            type_: match family {
                IpFamily::IPv4 => DnsRecordType::A,
                IpFamily::IPv6 => DnsRecordType::Aaaa,
            },
            values: ips
                .iter()
                .filter(|ip| lenient::family_of(ip) == Some(*family))
                .map(|ip| (*ip).clone())
                .collect(),
            of_endpoints: headless,
        })
        .collect();
    let named = spec.port_list().iter().filter(|port| !port.name.is_empty());
    records.extend(named.map(|port| DnsRecord {
        name: format!("_{}._{}.{name}", port.name, port.protocol.to_lowercase()),
        type_: DnsRecordType::Srv,
        values: if headless {
            Vec::new()
        } else {
            vec![format!("{} {name}", port.port)]
        },
        of_endpoints: headless,
    }));
    records
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::admission::{Request, ServiceMetadata, admit};
    use crate::net::{Cidr, Dual};

    fn cluster(version: &str) -> ServiceCluster<'static> {
        let ranges: Vec<Cidr> = ["10.96.0.0/16", "fd00:10:96::/112"]
            .map(|range| range.parse().unwrap())
            .into();
        ServiceCluster::new(version.parse().unwrap(), Dual::from_cidrs(&ranges).unwrap())
    }

    fn stored(json: &str) -> Service {
        let spec = serde_json::from_str(json).unwrap();
        let metadata = ServiceMetadata {
            name: "web".into(),
            ..ServiceMetadata::default()
        };
        let service = Service {
            metadata: metadata.clone(),
            spec,
        };
        let admission = admit(&cluster("1.36"), &Request::Create { service });
        Service {
            metadata,
            spec: admission.stored().unwrap().clone(),
        }
    }

    fn remarks(found: &Aspects) -> Vec<&str> {
        found
            .remarks
            .iter()
            .map(|remark| remark.message.id.as_ref())
            .collect()
    }

    #[test]
    fn the_api_servers_write_the_endpoints_of_their_own_service() {
        let mut service = stored(r#"{"ports":[{"port":443}]}"#);
        for (name, managed) in [("kubernetes", true), ("other", false)] {
            service.metadata.name = name.into();
            let found = aspects(&cluster("1.36"), &service, &Surroundings::default());
            assert!(
                found
                    .endpoint_slices
                    .iter()
                    .all(|slices| slices.managed == managed)
            );
            assert_eq!(remarks(&found).is_empty(), managed, "{found:?}");
        }
    }

    #[test]
    fn a_dual_stack_load_balancer_is_there_in_both_families() {
        let service = stored(
            r#"{"type":"LoadBalancer","selector":{"app":"x"},"ipFamilyPolicy":"RequireDualStack",
                "ports":[{"name":"http","port":80}],"loadBalancerSourceRanges":["192.0.2.0/24"]}"#,
        );
        let metallb = Balancer::find("metallb");
        let surroundings = Surroundings {
            balancer: metallb,
            ..Surroundings::default()
        };
        let found = aspects(&cluster("1.36"), &service, &surroundings);
        let ports: Vec<(IpFamily, bool)> = found
            .node_ports
            .iter()
            .map(|port| (port.family, port.node_port >= 30_000))
            .collect();
        assert_eq!(ports, [(IpFamily::IPv4, true), (IpFamily::IPv6, true)]);
        assert_eq!(found.node_ports[0].node_port, found.node_ports[1].node_port);
        assert!(found.load_balancer.iter().all(|address| address.provided));
        assert_eq!(
            found.source_ranges,
            [
                SourceRanges {
                    family: IpFamily::IPv4,
                    ranges: vec!["192.0.2.0/24".into()],
                    unrestricted: false
                },
                SourceRanges {
                    family: IpFamily::IPv6,
                    ranges: vec![],
                    unrestricted: true
                },
            ]
        );
        assert_eq!(
            remarks(&found),
            [
                "service-aspect-family-unrestricted",
                "service-aspect-endpoints-one-family"
            ]
        );
        let slices: Vec<IpFamily> = found
            .endpoint_slices
            .iter()
            .map(|slice| slice.address_type)
            .collect();
        assert_eq!(
            (slices, found.endpoints),
            (vec![IpFamily::IPv4, IpFamily::IPv6], Some(IpFamily::IPv4))
        );
        let records: Vec<(&str, DnsRecordType)> = found
            .dns
            .iter()
            .map(|record| (record.name.as_str(), record.type_))
            .collect();
        assert_eq!(
            records,
            [
                ("web.default.svc.cluster.local.", DnsRecordType::A),
                ("web.default.svc.cluster.local.", DnsRecordType::Aaaa),
                ("_http._tcp.web.default.svc.cluster.local.", DnsRecordType::Srv),
            ]
        );
        assert_eq!(found.dns[0].values, [service.spec.ips()[0].clone()]);
    }

    #[test]
    fn a_provider_may_need_an_annotation_for_the_second_family() {
        let mut service =
            stored(r#"{"type":"LoadBalancer","ports":[{"port":80}],"ipFamilyPolicy":"RequireDualStack"}"#);
        let surroundings = Surroundings {
            balancer: Balancer::find("eks"),
            ..Surroundings::default()
        };
        let provided = |service: &Service| {
            let found = aspects(&cluster("1.36"), service, &surroundings);
            let families: Vec<IpFamily> = found
                .load_balancer
                .iter()
                .filter(|a| a.provided)
                .map(|a| a.family)
                .collect();
            (
                families,
                remarks(&found).contains(&"service-aspect-balancer-needs-annotation"),
            )
        };
        assert_eq!(provided(&service), (vec![IpFamily::IPv4], true));
        service.metadata.annotations.insert(
            "service.beta.kubernetes.io/aws-load-balancer-ip-address-type".into(),
            "dualstack".into(),
        );
        assert_eq!(provided(&service), (IpFamily::ALL.to_vec(), false));
    }

    #[test]
    fn headless_and_external_names_have_their_own_records() {
        let headless = stored(r#"{"clusterIP":"None","ports":[{"port":80}]}"#);
        let found = aspects(&cluster("1.36"), &headless, &Surroundings::default());
        assert!(
            found
                .dns
                .iter()
                .all(|record| record.of_endpoints && record.values.is_empty())
        );
        assert_eq!(found.dns.len(), 2);
        assert!(found.endpoint_slices.iter().all(|slice| !slice.managed));
        let external = stored(r#"{"type":"ExternalName","externalName":"example.com."}"#);
        let found = aspects(&cluster("1.36"), &external, &Surroundings::default());
        assert_eq!(
            (found.dns[0].type_, found.dns[0].values[0].as_str()),
            (DnsRecordType::Cname, "example.com.")
        );
        assert!(found.families.is_empty() && found.endpoint_slices.is_empty());
    }

    #[test]
    fn external_ips_of_a_family_the_service_lacks_are_not_served() {
        let service = stored(r#"{"ports":[{"port":80}],"externalIPs":["192.0.2.1","2001:db8::1"]}"#);
        let found = aspects(&cluster("1.36"), &service, &Surroundings::default());
        let served: Vec<(IpFamily, bool)> = found.external_ips.iter().map(|e| (e.family, e.served)).collect();
        assert_eq!(served, [(IpFamily::IPv4, true), (IpFamily::IPv6, false)]);
    }

    #[test]
    fn every_balancer_has_a_source_and_a_name_of_its_own() {
        for (i, balancer) in BALANCERS.iter().enumerate() {
            assert!(!balancer.source.is_empty());
            assert!(BALANCERS.iter().skip(i + 1).all(|other| other.id != balancer.id));
        }
    }
}
