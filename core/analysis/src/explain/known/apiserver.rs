//! kube-apiserver: Services, their addresses and ports, ServiceCIDR and IPAddress objects, the loops that repair them,
//! and start-up.
//!
//! From `pkg/registry/core/service/{storage,ipallocator,portallocator}`, `pkg/apis/core/validation`,
//! `pkg/registry/networking/servicecidr`, `pkg/controlplane/controller/defaultservicecidr` and
//! `cmd/kube-apiserver/app/options`.

use super::super::guard::Guard;
use super::{Text, text};

const NAME: &str = "kube-apiserver";
const SERVICE: &[&str] = &[
    "service",
    "clusterip",
    "externaltrafficpolicy",
    "spec.",
    "loadbalancer",
];

pub(super) const TEXTS: &[Text] = &[
    // The loops that repair allocations, ipallocator/controller/{repair,repairip}.go.
    text(
        NAME,
        &["MIG007", "SVC014"],
        &[
            "cluster IP %s{address} for service %s{service} is not within the service CIDR %s{range}; please recreate",
            "cluster IP %s{address} for service %s{service} is not within any service CIDR",
            "Cluster IP %s{address} is not within the service CIDR %s{range}; please recreate service",
            "Cluster IP [%s{family}]: %s{address} is not within any configured Service CIDR; please recreate service",
            "the ClusterIP [%s{family}]: %s{address} for Service %s{service} is not within any service CIDR; please recreate",
            "ClusterIPOutOfRange",
            "the cluster IP [%s{family}]:%s{address} for service %s{service} is not within the service CIDR %s{range}; please recreate",
        ],
    ),
    text(
        NAME,
        &["MIG007", "SVC014"],
        &[
            "cluster IP %s{address} for service %s{service} is not allocated; repairing",
            "Cluster IP %s{address} is not allocated; repairing",
            "the ClusterIP [%s{family}]: %s{address} for Service %s{service} is not allocated; repairing",
            "for Service %s{service} has a wrong reference; repairing",
            "IPAddress: %s{address} for Service %s{service} appears to have leaked: cleaning up",
            "the cluster IP %s{address} appears to have leaked: cleaning up",
            "the cluster IP %s{address} may have leaked: flagged for later clean up",
            "ClusterIPNotAllocated",
            "IPAddressNotAllocated",
            "IPAddressWrongReference",
        ],
    ),
    text(
        NAME,
        &["SVC013"],
        &[
            "was assigned to multiple services; please recreate",
            "the ClusterIP [%s{family}]: %s{address} for Service %s{service} has a different reference",
            "ClusterIPAlreadyAllocated",
        ],
    )
    .only(Guard::Says(&["cluster", "service cidr"])),
    text(
        NAME,
        &["SVC014"],
        &[
            "Cluster IP %s{address} is not a valid IP; please recreate",
            "cluster IP %s{address} for service %s{service} is not a valid IP; please recreate",
            "the ClusterIP %s{address} for Service %s{service} is not a valid IP; please recreate",
            "ClusterIPNotValid",
            "failed to parse service IP %q{address}",
        ],
    ),
    text(
        NAME,
        &["CAP013"],
        &[
            "the service CIDR %s{range} is full; you must widen the CIDR in order to create new services",
            "Service CIDR %s{range} is full; you must widen the CIDR in order to create new services",
            "ServiceCIDRFull",
            "failed to allocate a serviceIP: range is full",
            "failed to allocate a serviceIP for Service %s{service}: range is full",
            "failed to allocate IP: range is full",
        ],
    ),
    text(NAME, &["CAP013"], &["range is full"]).only(Guard::Says(&["serviceip", "service cidr", "cluster ip", "clusterip", "service"])),
    text(
        NAME,
        &["PRX005"],
        &[
            "failed to allocate a nodePort: range is full",
            "Port range %s{range} is full; you must widen the port range in order to create new services",
            "the port range %s{range} is full; you must widen the port range in order to create new services",
            "PortRangeFull",
            "Port %d{port} is not within the port range %s{range}; please recreate service",
            "the port %d{port} for service %s{service} is not within the port range %s{range}; please recreate",
            "the node port %d{port} for service %s{service} is not within the port range",
            "failed to allocate requested HealthCheck NodePort %d{port}: provided port is not in the valid range",
        ],
    ),
    text(
        NAME,
        &["PRX003"],
        &[
            "the port %d{port} for service %s{service} was assigned to multiple services; please recreate",
            "Port %d{port} was assigned to multiple services; please recreate service",
            "the node port %d{port} for service %s{service} was assigned to multiple services; please recreate",
            "PortAlreadyAllocated",
            "failed to allocate requested HealthCheck NodePort %d{port}: provided port is already allocated",
            "the node port %d{port} for service %s{service} is not allocated; repairing",
            "Port %d{port} is not allocated; repairing",
            "the port %d{port} for service %s{service} is not allocated; repairing",
            "PortNotAllocated",
            "PortNotAvailable",
            "duplicate nodePort: ",
        ],
    ),
    // Allocation, ipallocator/{allocator,cidrallocator}.go.
    text(
        NAME,
        &["SVC014", "CAP010"],
        &["the provided network does not match the current range"],
    ),
    text(
        NAME,
        &["CAP010", "MIG007"],
        &[
            "failed to allocate a serviceIP: allocator not ready",
            "allocator not ready",
        ],
    )
    .only(Guard::Says(&["service", "clusterip"])),
    text(
        NAME,
        &["SVC013"],
        &["provided IP is already allocated"],
    ),
    text(
        NAME,
        &["SVC014"],
        &["provided IP is not in the valid range. The range of valid IPs is %s{range}"],
    )
    .only(Guard::Says(&["clusterip"])),
    text(
        NAME,
        &["SVC014"],
        &["the provided IP (%s{address}) is not in the valid range. The range of valid IPs is %s{range}"],
    ),
    text(NAME, &["PRX003"], &["provided port is already allocated"]),
    text(NAME, &["PRX005"], &["provided port is not in the valid range"]),
    // A value of another type: kubectl's own validation up to 1.24, the API server's decoder from 1.25 on.
    text(
        NAME,
        &["SVC024"],
        &[
            "invalid type for io.k8s.api.core.v1.Service",
            "into Go struct field Service.spec.",
            "into Go struct field ServiceSpec.",
            "into Go struct field ServicePort.",
        ],
    ),
    // ServiceCIDR objects.
    text(
        NAME,
        &["MIG007"],
        &[
            "KubernetesDefaultServiceCIDRInconsistent",
            "The default ServiceCIDR %s{range} does not match the",
            "Inconsistent ServiceCIDR status for %s{name}, controller configuration: %s{flags}, ServiceCIDR configuration: %s{range}. Configure the flags to match current ServiceCIDR or manually delete it",
            "Inconsistent ServiceCIDR status, global configuration: %s{flags} local configuration: %s{range}, configure the flags to match current ServiceCIDR or manually delete it",
            "KubernetesDefaultServiceCIDRError",
            "The default ServiceCIDR can not be created",
            "There are still IPAddresses referencing the ServiceCIDR, please remove them or create a new ServiceCIDR",
        ],
    ),
    text(
        NAME,
        &["SVC018"],
        &[
            "spec.cidrs: Required value: at least one CIDR required",
            "ServiceCIDR %q{name} is invalid: ",
            "spec.cidrs: Invalid value: %s{range}: field is immutable",
            "spec.cidrs[%d{index}]: Invalid value: %q{range}: field is immutable",
            "spec.cidrs[%d{index}]: Invalid value: %q{range}: must be a valid CIDR value",
            "spec.cidrs[%d{index}]: Invalid value: %q{range}: must be in canonical form",
            "may only hold up to 2 values",
            "object is being deleted: servicecidrs.networking.k8s.io %q{name} already exists",
        ],
    )
    .only(Guard::Says(&["servicecidr", "cidrs"])),
    text(
        NAME,
        &["VER015"],
        &[
            "no matches for kind \"ServiceCIDR\" in version",
            "no matches for kind \"IPAddress\" in version",
            "the server doesn't have a resource type \"servicecidrs\"",
            "the server doesn't have a resource type \"ipaddresses\"",
        ],
    ),
    // Families of Services, storage/alloc.go and service/strategy.go.
    text(
        NAME,
        &["SVC002"],
        &[
            "may not use %s{family} on a cluster which is not configured for it",
            "does not match %s{family} cluster IP",
            "Invalid value: %q{family}: does not match",
            "only the following families are allowed",
        ],
    )
    .only(Guard::Says(&["ipfamil", "clusterip", "cluster ip", "service"])),
    text(
        NAME,
        &["SVC019"],
        &[
            "ipFamilyPolicy: Unsupported value: %q{policy}",
            "Unsupported value: %q{family}: supported values: \"IPv4\", \"IPv6\"",
            "ipFamilies[%d]: Unsupported value: %q{family}",
            "ipFamilies[%d]: Invalid value: %q{family}: Unsupported",
            "ipFamily: Unsupported value: %q{family}",
            "ipFamilies: Duplicate value",
            "ipFamilies[%s{index}]: Duplicate value: %q{family}",
        ],
    ),
    text(
        NAME,
        &["SVC006"],
        &[
            "primary clusterIP can not be unset",
            "primary ipFamily can not be unset",
            "clusterIP: Invalid value: %q{value}: field is immutable",
            "clusterIPs[%d]: Invalid value: %s{value}: field is immutable",
            "clusterIPs: Invalid value: %s{value}: field is immutable",
            "ipFamily: Invalid value: %s{value}: field is immutable",
            "ipFamilies: Invalid value: %s{value}: field is immutable",
            "ipFamilies[%d]: Invalid value: %s{value}: field is immutable",
            "may not change once set",
            "field is immutable",
        ],
    )
    .only(Guard::Says(&["clusterip", "ipfamil", "ipfamily"])),
    text(
        NAME,
        &["VER002", "SVC002"],
        &[
            "programmer error, must be cleared when the dual-stack feature gate is off",
            "programmer error, must be set or defaulted by other fields",
            "spec.ipFamily: Forbidden",
        ],
    ),
    text(
        NAME,
        &["SVC009", "SVC014"],
        &[
            "must be empty, 'None', or a valid IP address",
            "must be empty when clusterIP is empty",
            "must be empty when `clusterIP` is not specified",
            "element [0] must match clusterIP",
            "spec.clusterIPs[%s{index}]: Invalid value: %q{address}: must be a valid IP address",
            "spec.clusterIPs[%d]: Invalid value: %q{address}: must be",
            "spec.clusterIP: Invalid value: %q{address}: must be",
            "clusterIPs: Required value",
            "clusterIP: Required value",
        ],
    ),
    text(
        NAME,
        &["ADDR006", "ADDR007"],
        &[
            "must not have leading 0s",
            "must not be an IPv4-mapped IPv6 address",
            "must not have an IPv4-mapped IPv6 address",
            "non-standard IP address %q{address} is invalid: use %q{standard}",
            "IP address %q{address} will be considered invalid in a future Kubernetes release: use %q{standard}",
            "should be in RFC 5952 canonical format",
            "non-standard CIDR value %q{range}",
            "CIDR value %q{range} will be considered invalid in a future Kubernetes release",
        ],
    ),
    text(
        NAME,
        &["ADDR005"],
        &[
            "must not have bits set beyond the prefix length",
            "is ambiguous in this context (should be",
        ],
    ),
    text(
        NAME,
        &["SVC021"],
        &[
            "may only be set when `type` is",
            "may only be used when `type` is",
            "may not be used when `type` is",
            "may only be set for externally-accessible services",
            "ExternalTrafficPolicy can only be set on NodePort and LoadBalancer service",
            "HealthCheckNodePort can only be set on LoadBalancer service with ExternalTrafficPolicy=Local",
            "cannot change healthCheckNodePort on loadBalancer service with externalTraffic=Local during update",
            "ExternalTrafficPolicy must be empty, Cluster or Local",
            "HealthCheckNodePort must be not less than 0",
            "externalTrafficPolicy: Unsupported value",
            "internalTrafficPolicy: Unsupported value",
            "externalTrafficPolicy: Required value",
            "internalTrafficPolicy: Required value",
            "healthCheckNodePort: Required value",
            "allocateLoadBalancerNodePorts: Required value",
            "allocateLoadBalancerNodePorts: Forbidden",
            "loadBalancerClass: Forbidden",
            "loadBalancerClass: Invalid value: %s{value}: may not change once set",
            "externalName: Required value",
            "must not be set when session affinity is None",
            "may not expose port %d{port} externally since it is used by kubelet",
            "may not contain a mix of protocols when 'type' is 'LoadBalancer'",
            "cannot create an external load balancer with",
            "type: Unsupported value",
            "healthCheckNodePort: Invalid value: %s{value}: may only be set",
            "trafficDistribution: Unsupported value",
            "trafficDistribution: Forbidden",
            "healthCheckNodePort: Invalid value",
            "healthCheckNodePort: Forbidden: field is immutable",
            "is ignored for headless services",
            "is ignored when spec.type is",
        ],
    )
    .only(Guard::Says(SERVICE)),
    text(
        NAME,
        &["SVC024"],
        &[
            "spec.ports: Required value",
            "spec.ports[%s{index}]",
            "spec.ports[%s{index}].name: Required value",
            "spec.ports[%s{index}].name: Duplicate value",
            "spec.ports[%s{index}].name: Invalid value",
            "spec.ports[%s{index}].nodePort: Duplicate value",
            "spec.ports[%s{index}].targetPort: Invalid value",
            "spec.ports[%s{index}].protocol: Unsupported value",
            "spec.ports[%s{index}].port: Invalid value",
            "spec.selector: Invalid value",
            "spec.externalName: Invalid value",
            "spec.externalIPs[%s{index}]: Invalid value",
            "spec.externalIPs is deprecated and may no longer be implemented",
            "spec.sessionAffinity: Unsupported value",
            "spec.sessionAffinity: Required value",
            "spec.sessionAffinityConfig",
            "spec.trafficDistribution: \"PreferClose\" is deprecated",
            "annotation service.kubernetes.io/topology-aware-hints is deprecated",
            "spec.loadBalancerClass: Invalid value",
            "spec.ipFamily: Required value",
        ],
    )
    .only(Guard::Says(&["spec.", "service", "metadata."])),
    text(
        NAME,
        &["SVC025"],
        &[
            "metadata.name: Invalid value",
            "metadata.name: Required value",
            "metadata.generateName: Invalid value",
            "metadata.labels: Invalid value",
            "metadata.annotations: Invalid value",
            "metadata.annotations: Too long",
            "metadata.namespace: ",
            "metadata.finalizers",
            "metadata.ownerReferences",
        ],
    )
    .only(Guard::Says(&["spec.", "service", "metadata."])),
    text(
        NAME,
        &["LB012"],
        &[
            "must be a list of IP ranges. For example, 10.240.0.0/24,10.250.0.0/24",
            "loadBalancerSourceRanges[%d]: Invalid value",
            "loadBalancerSourceRanges: Invalid value",
            "load-balancer-source-ranges: Invalid value",
            "load-balancer-source-ranges]: Invalid value",
        ],
    ),
    text(
        NAME,
        &["LB003"],
        &[
            "loadBalancerIP: Invalid value",
        ],
    ),
    // Start-up, options/validation.go and pkg/controlplane.
    text(
        NAME,
        &["ORD001", "NODE010"],
        &[
            "may not be unspecified (%s{address})",
            "may not be in the loopback range (127.0.0.0/8, ::1/128)",
            "may not be in the link-local range (169.254.0.0/16, fe80::/10)",
            "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)",
        ],
    )
    .only(Guard::Says(&["advertise", "apiserver", "command failed", "run.go"])),
    // cmd/kubeadm/app/apis/kubeadm/validation/validation.go, ValidateCertSANs.
    text("kubeadm", &["ORD008"], &["altname is not a valid IP address, DNS label"]),
    text(
        NAME,
        &["ORD009"],
        &[
            "\"--advertise-address\" flag: failed to parse IP: %q{address}",
            "Unable to find suitable network address.error='%s'. Try to set the AdvertiseAddress directly or provide a valid BindAddress to fix this",
            "unable to find suitable network address.error='%s'. Try to set the AdvertiseAddress directly or provide a valid BindAddress to fix this",
            "--advertise-address: Invalid value",
            "unable to select an IP from default routes",
            // cmd/kubeadm/app/util/config/common.go, VerifyAPIServerBindAddress.
            "cannot use %q{address} as the bind address for the API Server",
        ],
    ),
    text(
        NAME,
        &["ADDR008"],
        &[
            "--service-cluster-ip-range and --secondary-service-cluster-ip-range must be of different IP family",
            "must be of different IP family",
        ],
    )
    .only(Guard::Says(&["service-cluster-ip-range"])),
    text(
        NAME,
        &["START001"],
        &[
            "service-cluster-ip-range[0] is not a valid cidr",
            "service-cluster-ip-range[1] is not an ip net",
            "service-cluster-ip-range[1] is not a valid cidr",
            "service-cluster-ip-range is not a valid cidr",
            "secondary-service-cluster-ip-range is not a valid cidr",
            "error determining service IP ranges for primary service cidr: ",
            "error determining service IP ranges for secondary service cidr: ",
            "--service-cluster-ip-range must be specified",
            "--kubernetes-service-node-port %d{port} must be between 0 and 65535, inclusive",
            "--bind-address: Invalid value",
            "invalid argument %q{value} for \"--service-node-port-range\" flag",
            "service-node-port-range",
            "invalid argument %q{value} for \"--advertise-address\" flag",
            "invalid argument %q{value} for \"--bind-address\" flag",
        ],
    )
    .only(Guard::Says(&["invalid", "not a", "must", "error", "failed", "no valid"])),
    text(
        NAME,
        &["SVC100"],
        &[

            "This request caused apiserver to panic. Look in the logs for details.",
            "failed to allocate a serviceIP: ",
            "failed to allocate IP: ",
            "failed to allocate a nodePort: ",
        ],
    ),
];
