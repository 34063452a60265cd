//! Clouds: controllers and APIs of AWS, Google, Azure, OpenStack and Hetzner.
//!
//! From `pkg/{service,ingress,networking,deploy}` of aws-load-balancer-controller, `pkg/providers` of
//! cloud-provider-aws, `cmd` and `pkg` of amazon-vpc-cni-k8s, `pkg/provider` of cloud-provider-azure, `ipam` of
//! azure-container-networking, `pkg/controller/nodeipam` of cloud-provider-gcp, `pkg/openstack` of
//! cloud-provider-openstack, and `hcloud` of hcloud-cloud-controller-manager.

use super::super::guard::Guard;
use super::{Text, text};

const AWS: &str = "AWS";
const VPC_CNI: &str = "Amazon VPC CNI";
const GOOGLE: &str = "Google Cloud";
const AZURE: &str = "Azure";
const OPENSTACK: &str = "OpenStack";
const HETZNER: &str = "Hetzner Cloud";

pub(super) const TEXTS: &[Text] = &[
    text(
        AWS,
        &["LB004"],
        &[
            "You must specify subnets with an associated IPv6 CIDR block",
            "unsupported IPv6 configuration",
            "that has an 'ipv4' IP address type",
            "IPv6 addresses can only be set for dualstack load balancers",
            "IPv6Allocation can only be set for dualstack load balancers",
        ],
    ),
    text(
        AWS,
        &["LB004", "NODE006"],
        &[
            "do not have an associated IPv6 CIDR block, which is required for",
            "don't have an associated IPv6 CIDR block, which is required for",
        ],
    ),
    text(
        AWS,
        &["LB004", "LB012"],
        &["unsupported v6 cidr %s{range} when lb is not dualstack"],
    ),
    text(AWS, &["LB006"], &["because of missing primary IPv6 addresses"]),
    text(
        AWS,
        &["LB007"],
        &[
            "unknown IPAddressType: %s{type}",
            "unsupported IPAddressType: %s{type}",
            "conflicting IPAddressType: %s{types}",
            "conflicting IngressClassParams ip-address-type",
            "invalid IP address type %s{type} for TargetGroup",
        ],
    ),
    text(
        AWS,
        &["LB007", "LB004"],
        &["Value '%s{type}' at 'ipAddressType' failed to satisfy constraint"],
    ),
    text(
        AWS,
        &["LB008"],
        &[
            "enable-prefix-for-ipv6-source-nat annotation is only applicable to Network Load Balancers using Dualstack",
            "Invalid enable-prefix-for-ipv6-source-nat value",
            "source-nat-ipv6-prefixes annotation",
            "Invalid value in source-nat-ipv6-prefixes",
            "Number of values in source-nat-ipv6-prefixes",
            "To enable prefix for source NAT, all associated subnets must have an IPv6 CIDR",
            "SourceNatIPv6Prefix is only supported for Network LoadBalancers",
        ],
    ),
    text(AWS, &["CAP018"], &["have insufficient available IP addresses"]),
    text(
        AWS,
        &["NODE006", "NODE001"],
        &["no Ipv6Addresses associated with the eni"],
    ),
    text(
        VPC_CNI,
        &["LB014"],
        &[
            "VPC CNI currently does not support dual stack mode",
            "VPC CNI currently doesn't support dual stack mode",
            "IPv4 and IPv6 are both disabled. One of them have to be enabled",
        ],
    ),
    text(
        VPC_CNI,
        &["START002", "CAP017"],
        &[
            "IPv6 is supported only in Prefix Delegation mode",
            "IPv6 is only supported in Prefix delegation Mode",
        ],
    ),
    text(
        VPC_CNI,
        &["NODE006", "EGR005"],
        &[
            "To support IPv6 egress, node primary ENI must have a global IPv6 address",
            "global unicast IPv6 not found in host primary interface which is mandatory to support IPv6 egress",
        ],
    ),
    text(
        VPC_CNI,
        &["CAP008", "CAP018"],
        &[
            "add cmd: failed to assign an IP address to container",
            "no available IP/Prefix addresses",
            "DataStore has no available IP addresses",
            "AssignPodIPv6Address: no available IP addresses",
            "subnet doesn't seem to have enough IPs/Prefixes",
        ],
    ),
    text(
        AWS,
        &["CAP018"],
        &["InsufficientFreeAddressesInSubnet", "InsufficientCidrBlocks"],
    ),
    text(
        VPC_CNI,
        &["NODE009"],
        &["setupVeth network: failed to enable IPv6 on container"],
    ),
    text(VPC_CNI, &["NODE008"], &["Failed to enable IPv6 forwarding"]),
    text(VPC_CNI, &["NODE007"], &["Failed to enable IPv6 accept_ra"]),
    // Google.
    text(GOOGLE, &["CAP003", "ADDR020"], &["IP_SPACE_EXHAUSTED"]),
    text(
        GOOGLE,
        &["ADDR020"],
        &["Invalid IPCidrRange: %s{range} conflicts with existing subnetwork"],
    ),
    text(
        GOOGLE,
        &["MIG001", "CAP003", "CAP002"],
        &[
            "has no ranges from which CIDRs can be allocated",
            "err: IPs are not dual stack, CIDRS:",
        ],
    ),
    text(
        GOOGLE,
        &["MIG003"],
        &[
            "Node.Spec.PodCIDR != cloud alias",
            "Inconsistency detected between node PodCIDR and node alias",
        ],
    ),
    // Azure.
    text(AZURE, &["CAP018"], &["InsufficientSubnetSize", "SubnetIsFull"]),
    text(AZURE, &["ADDR003"], &["ServiceCidrOverlapExistingSubnetsCidr"]),
    text(
        AZURE,
        &["NODE006", "NODE001"],
        &[
            "failed to determine the ipconfig(IPv6=true)",
            "failed to find a primary IP configuration (IPv6=true)",
            "no match found matching the ipfamily requested",
        ],
    ),
    text(
        AZURE,
        &["NODE003", "NODE004"],
        &[
            "specified Node IP %s{address} not found in cloudprovider for node %q{node}",
            "specified Node IP not found in cloudprovider for node %q{node}",
            "failed to find kubelet node IP from cloud provider",
        ],
    ),
    text(
        AZURE,
        &["CAP005"],
        &["because it is out of the range of the cluster CIDR with the mask size %d{length}"],
    ),
    text(
        AZURE,
        &["LB012"],
        &[
            "security rule source addresses and destination addresses must be from the same IP family",
            "security rule source addresses must be from the same IP family",
        ],
    ),
    // A load balancer of the basic kind (Azure/aks-engine#4428).
    text(
        AZURE,
        &["LB009"],
        &["internal load balancers does not support IPv6"],
    ),
    text(
        AZURE,
        &["LB012", "LB013"],
        &[
            "ResourceCannotContainAddressPrefixesFromDifferentAddressFamilies",
            "contains IP addresses or prefixes that belong to different address families",
        ],
    ),
    text(
        AZURE,
        &["START002"],
        &["unmanaged nodes are not supported in dual stack mode"],
    ),
    text(
        AZURE,
        &["MIG001", "CAP002"],
        &["Failed to retrieve subnet, node does an IPv6 subnet allocated from Kubernetes"],
    ),
    text(
        AZURE,
        &["VER005"],
        &["Incompatible Kubernetes version for dual stack"],
    ),
    // OpenStack.
    text(OPENSTACK, &["NODE001", "LB011"], &["no address found for host"]).only(Guard::Says(&[
        "openstack",
        "member",
        "load balancer",
        "could not create route",
    ])),
    text(OPENSTACK, &["NODE001"], &["IPv6 support is disabled"])
        .only(Guard::Has(&["openstack", "node addresses"])),
    // Hetzner.
    text(
        HETZNER,
        &["START002"],
        &["can't create route %q{range} via node %q{node}: private networks do not support IPv6"],
    ),
    text(
        HETZNER,
        &["NODE001"],
        &[
            "invalid value for \"HCLOUD_INSTANCES_ADDRESS_FAMILY\", expect one of",
            "Invalid value, expected one of: ipv4,ipv6,dualstack",
        ],
    ),
    text(
        HETZNER,
        &["ORD004"],
        &["route CIDR %s{block} is not contained within cluster CIDR %s{range}"],
    ),
    text(
        AWS,
        &["LB004"],
        &[
            "IPv6Allocation is only supported for Network LoadBalancers",
            "Subnet has invalid IPv6 CIDRs",
            "count of IPv6 addresses (%d{addresses}) and subnets (%d{subnets}) must match",
            "Unable to assign IPv6 addresses we have",
            "IPv6 addresses must be valid IPv6 address",
            "IPv6 addresses must be valid IP address",
            "expect one IPv6 address configured for subnet",
            "Either specify all ipv6 allocations or none",
        ],
    ),
];
