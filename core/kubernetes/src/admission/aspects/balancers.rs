//! The families of providers' load balancers, as rows. Each row names its source.

use std::collections::BTreeMap;

use crate::net::IpFamily;

/// The rule by which a load balancer gets its families.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BalancerFamilies {
    /// It has the families of the Service.
    OfService,
    /// It has the families of the Service, but a second one only with [`Balancer::dual_stack_annotation`].
    OneUnlessAnnotated,
    /// It has both families for any Service, unless [`Balancer::single_stack_annotation`] is set.
    BothUnlessAnnotated,
}

/// A provider of load balancers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Balancer {
    /// The id in the plan file.
    pub id: &'static str,
    /// The name of the provider.
    pub name: &'static str,
    /// The rule by which its load balancers get their families.
    pub families: BalancerFamilies,
    /// The annotation that requests both families: key and value.
    pub dual_stack_annotation: Option<(&'static str, &'static str)>,
    /// The annotation that requests IPv4 only: key and value.
    pub single_stack_annotation: Option<(&'static str, &'static str)>,
    /// The annotation that requests an IPv4 address.
    pub ipv4_annotation: Option<&'static str>,
    /// The annotation that requests an IPv6 address; it may be the same as for IPv4.
    pub ipv6_annotation: Option<&'static str>,
    /// The beginnings of annotations and load balancer classes of Services that nobody but the provider reads.
    pub marks: &'static [&'static str],
    /// The source of the row.
    pub source: &'static str,
}

const fn of_service(id: &'static str, name: &'static str, source: &'static str) -> Balancer {
    Balancer {
        id,
        name,
        families: BalancerFamilies::OfService,
        dual_stack_annotation: None,
        single_stack_annotation: None,
        ipv4_annotation: None,
        ipv6_annotation: None,
        marks: &[],
        source,
    }
}

/// The known providers.
pub const BALANCERS: &[Balancer] = &[
    Balancer {
        marks: &["networking.gke.io/", "cloud.google.com/"],
        ..of_service(
            "gke",
            "GKE",
            "docs.cloud.google.com kubernetes-engine/docs/how-to/single-stack-ipv6",
        )
    },
    Balancer {
        families: BalancerFamilies::OneUnlessAnnotated,
        dual_stack_annotation: Some((
            "service.beta.kubernetes.io/aws-load-balancer-ip-address-type",
            "dualstack",
        )),
        ipv6_annotation: Some("service.beta.kubernetes.io/aws-load-balancer-ipv6-addresses"),
        marks: &[
            "service.beta.kubernetes.io/aws-load-balancer-",
            "service.k8s.aws/",
        ],
        ..of_service(
            "eks",
            "AWS Load Balancer Controller",
            "kubernetes-sigs/aws-load-balancer-controller docs/guide/service/annotations.md",
        )
    },
    Balancer {
        ipv4_annotation: Some("service.beta.kubernetes.io/azure-load-balancer-ipv4"),
        ipv6_annotation: Some("service.beta.kubernetes.io/azure-load-balancer-ipv6"),
        marks: &["service.beta.kubernetes.io/azure-"],
        ..of_service(
            "aks",
            "AKS",
            "kubernetes-sigs/cloud-provider-azure pkg/consts/consts.go",
        )
    },
    Balancer {
        ipv4_annotation: Some("oci-network-load-balancer.oraclecloud.com/assigned-private-ipv4"),
        ipv6_annotation: Some("oci-network-load-balancer.oraclecloud.com/assigned-ipv6"),
        marks: &[
            "oci.oraclecloud.com/",
            "oci-network-load-balancer.oraclecloud.com/",
            "service.beta.kubernetes.io/oci-load-balancer-",
        ],
        ..of_service(
            "oke",
            "OKE",
            "oracle/oci-cloud-controller-manager pkg/cloudprovider/providers/oci/load_balancer_spec.go",
        )
    },
    Balancer {
        families: BalancerFamilies::BothUnlessAnnotated,
        dual_stack_annotation: Some((
            "service.beta.kubernetes.io/do-loadbalancer-network-stack",
            "DUALSTACK",
        )),
        single_stack_annotation: Some(("service.beta.kubernetes.io/do-loadbalancer-network-stack", "IPV4")),
        marks: &["service.beta.kubernetes.io/do-loadbalancer-"],
        ..of_service(
            "doks",
            "DigitalOcean",
            "digitalocean/digitalocean-cloud-controller-manager docs/controllers/services/annotations.md",
        )
    },
    Balancer {
        families: BalancerFamilies::BothUnlessAnnotated,
        single_stack_annotation: Some(("load-balancer.hetzner.cloud/ipv6-disabled", "true")),
        marks: &["load-balancer.hetzner.cloud/"],
        ..of_service(
            "hetzner",
            "Hetzner",
            "hetznercloud/hcloud-cloud-controller-manager docs/reference/load_balancer_annotations.md",
        )
    },
    Balancer {
        ipv4_annotation: Some("metallb.io/loadBalancerIPs"),
        ipv6_annotation: Some("metallb.io/loadBalancerIPs"),
        marks: &["metallb.io/", "metallb.universe.tf/"],
        ..of_service(
            "metallb",
            "MetalLB",
            "metallb/metallb website/content/usage/_index.md",
        )
    },
    Balancer {
        marks: &[
            "lbipam.cilium.io/",
            "io.cilium/lb-ipam",
            "io.cilium/bgp-control-plane",
            "io.cilium/l2-announcer",
        ],
        ..of_service(
            "cilium",
            "Cilium LB-IPAM",
            "cilium/cilium Documentation/network/lb-ipam.rst",
        )
    },
    Balancer {
        marks: &["kube-vip.io/"],
        ..of_service(
            "kube-vip",
            "kube-vip",
            "kube-vip/kube-vip pkg/kubevip/config_envvar.go",
        )
    },
    Balancer {
        marks: &["svccontroller.k3s.cattle.io/"],
        ..of_service(
            "servicelb",
            "ServiceLB",
            "k3s-io/k3s pkg/cloudprovider/servicelb.go",
        )
    },
    of_service(
        FOUND,
        "The load balancer",
        "its addresses in the status of a Service",
    ),
];

/// The id of a provider that is known by nothing but the addresses it has given.
pub const FOUND: &str = "found";

/// Names in the plan file, each with the provider of load balancers that comes with it.
const ENVIRONMENTS: &[(&str, &str)] = &[
    ("gke", "gke"),
    ("gcp", "gke"),
    ("eks", "eks"),
    ("aws", "eks"),
    ("aks", "aks"),
    ("azure", "aks"),
    ("cilium", "cilium"),
    ("k3s", "servicelb"),
];

impl Balancer {
    /// Returns the provider of that id. `None` if no provider has it.
    pub fn find(id: &str) -> Option<&'static Balancer> {
        BALANCERS.iter().find(|balancer| balancer.id == id)
    }

    /// Returns the provider that comes with a distribution, cloud or CNI plugin. `None` if it has none.
    pub fn of_environment(name: &str) -> Option<&'static Balancer> {
        ENVIRONMENTS
            .iter()
            .find(|(environment, _)| *environment == name)
            .and_then(|(_, balancer)| Balancer::find(balancer))
    }

    /// Returns the provider that a Service with that annotation or load balancer class is meant for. `None` if no mark of
    /// any provider tells.
    ///
    /// ```
    /// use dualstack_kubernetes::admission::aspects::Balancer;
    /// assert_eq!(Balancer::marked_by("metallb.universe.tf/address-pool").unwrap().id, "metallb");
    /// assert!(Balancer::marked_by("prometheus.io/scrape").is_none());
    /// ```
    pub fn marked_by(text: &str) -> Option<&'static Balancer> {
        BALANCERS
            .iter()
            .find(|balancer| balancer.marks.iter().any(|mark| text.starts_with(mark)))
    }

    /// Returns the annotation that requests an address of the family. `None` if the provider has none.
    pub fn address_annotation(&self, family: IpFamily) -> Option<&'static str> {
        match family {
            IpFamily::IPv4 => self.ipv4_annotation,
            IpFamily::IPv6 => self.ipv6_annotation,
        }
    }

    /// Returns the families of the load balancer of a Service with these families and annotations.
    pub fn families(&self, service: &[IpFamily], annotations: &BTreeMap<String, String>) -> Vec<IpFamily> {
        let has = |annotation: Option<(&str, &str)>| {
            annotation.is_some_and(|(key, value)| {
                annotations
                    .get(key)
                    .is_some_and(|given| given.eq_ignore_ascii_case(value))
            })
        };
        match self.families {
            BalancerFamilies::OfService => service.to_vec(),
            BalancerFamilies::OneUnlessAnnotated => {
                let both = has(self.dual_stack_annotation);
                service.iter().copied().take(if both { 2 } else { 1 }).collect()
            }
            BalancerFamilies::BothUnlessAnnotated => {
                if has(self.single_stack_annotation) {
                    vec![IpFamily::IPv4]
                } else {
                    IpFamily::ALL.to_vec()
                }
            }
        }
    }
}
