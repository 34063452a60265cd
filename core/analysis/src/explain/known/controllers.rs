//! kube-controller-manager and cloud controllers: node blocks, routes, load balancers, node addresses.
//!
//! From `pkg/controller/nodeipam`, `cmd/kube-controller-manager/app`, `k8s.io/cloud-provider/controllers/{node,route,
//! service}` and `k8s.io/cloud-provider/node/helpers`.

use super::super::guard::Guard;
use super::{Text, text};

const NAME: &str = "kube-controller-manager";
const CLOUD: &str = "cloud-controller-manager";

pub(super) const TEXTS: &[Text] = &[
    text(
        NAME,
        &["CAP003", "CAP002"],
        &[
            "CIDR allocation failed; there are no remaining CIDRs left to allocate in the accepted range",
            "there are no remaining CIDRs left to allocate in the accepted range",
            "failed to allocate cidr: CIDR allocation failed",
            "failed to allocate cidr from cluster cidr at idx:%d{index}: ",
            "failed to allocate cidr from cluster cidr at idx:%d{index}",
            "CIDRNotAvailable",
            "Failed to allocate CIDR for node",
            "no available CIDR",
            "failed to get cidr(s) from lists of cluster cidrs",
        ],
    ),
    text(
        NAME,
        &["CAP003", "CAP002"],
        &[
            "Failed to update node PodCIDR after multiple attempts",
            "CIDR assignment for node failed. Releasing allocated CIDR",
            "CIDR assignment for node %s{node} failed: %s. Releasing allocated CIDR",
            "Failed to update node %s{node} PodCIDR to %s{range} after %d attempts",
            "failed to update node %s{node} PodCIDR to %s{range} after multiple attempts",
            "CIDRAssignmentFailed",
        ],
    )
    .weak(),
    text(
        NAME,
        &["MIG003", "ORD005"],
        &[
            "cidr %s{block} is out the range of cluster cidr %s{range}",
            "is out of the range of CIDR allocator",
            "failed to mark cidr[%s{block}] at idx [%d{index}] as occupied for node: %s{node}: ",
            "failed to mark cidr %s{block} as occupied for node %s{node}",
            "error when releasing CIDR %s{block}: ",
        ],
    ),
    // A Node keeps the blocks it has (`updateCIDRsAllocation`).
    text(
        NAME,
        &["MIG001"],
        &[
            "Node already has a CIDR allocated. Releasing the new one",
            "Node %s{node} already has a CIDR allocated %s{block}. Releasing the new one",
        ],
    ),
    text(
        NAME,
        &["START001"],
        &[
            "failed to parse node %s{node}, CIDR %s{block}",
            "failed to parse CIDR %s{block} on Node %s{node}: ",
            "failed to parse cidr value:%q{range} with error:",
            "invalid CIDR[%d{index}]: %s (invalid CIDR address: %s{range})",
            "invalid CIDR[%d{index}]",
            "unsuccessful parsing of cluster CIDR %s{range}",
            "unsuccessful parsing of service CIDR %s{range}",
            "unsuccessful parsing of service CIDR",
            "unsuccessful parsing of secondary service CIDR",
            "invalid CIDR allocator type",
            "unknown CIDR allocator type",
            "Error filtering out service cidr out cluster cidr",
            "Error building controllers",
            "Error initializing a controller",
            "\"--node-cidr-mask-size\" flag: ",
            "\"--node-cidr-mask-size-ipv4\" flag: ",
            "\"--node-cidr-mask-size-ipv6\" flag: ",
            "\"--allocate-node-cidrs\" flag: ",
            "\"--configure-cloud-routes\" flag: ",
            "\"--cluster-cidr\" flag: ",
            "No Service CIDR provided. Skipping filtering out service addresses",
            "No Secondary Service CIDR provided. Skipping filtering out secondary service addresses",
            "Error starting \"nodeipam\"",
            "Error starting \"node-ipam-controller\"",
        ],
    ),
    text(
        NAME,
        &["ADDR008"],
        &["are not configured as dual stack (at least one from each IPFamily"],
    ),
    text(
        NAME,
        &["ADDR009"],
        &["more than max allowed of 2", "expected at most 2 CIDRs"],
    )
    .only(Guard::Says(&["cidr", "cluster"])),
    text(
        NAME,
        &["START001"],
        &["Must specify --cluster-cidr if --allocate-node-cidrs is set"],
    ),
    text(
        NAME,
        &["CAP001", "CAP005"],
        &["the node CIDR size is too big", "New CIDR set failed"],
    ),
    text(
        NAME,
        &["CAP007"],
        &["usage of --node-cidr-mask-size-ipv4 and --node-cidr-mask-size-ipv6 is not allowed with"],
    ),
    text(
        NAME,
        &["VER008"],
        &[
            "built-in cloud providers are disabled",
            "cloud provider %q{provider} was specified, but built-in cloud providers are disabled",
        ],
    ),
    text(
        CLOUD,
        &["NODE003", "NODE004"],
        &[
            "failed to get node address from cloud provider that matches ip: %s{address}",
            "failed to get NodeAddress from cloud provider that matches ip: %s{address}",
            "Failed to update node addresses for node %q{node}: failed to get node address from cloud provider that matches ip",
            "provided node ip for node %q{node} is not valid: %s",
            "failed to parse node IP %q{address}",
        ],
    ),
    // The pair of --node-ip, which kubelet writes into an annotation (component-helpers/node/util/ips.go), at a controller
    // that takes one address.
    text(
        CLOUD,
        &["VER006", "NODE004"],
        &["dual-stack not supported in this configuration"],
    ),
    text(
        CLOUD,
        &["VER006", "NODE004"],
        &["address %s{address},%s{second}: too many colons in address"],
    ),
    text(
        CLOUD,
        &["CAP002", "CAP003", "MIG001"],
        &[
            "Could not create route %s{route} %s{range} for node %s{node}",
            "Couldn't reconcile node routes",
            "FailedToCreateRoute",
        ],
    )
    .weak(),
    text(
        CLOUD,
        &["LB001", "LB009"],
        &[
            "Error syncing load balancer: failed to ensure load balancer: ",
            "failed to ensure load balancer: ",
            "SyncLoadBalancerFailed",
        ],
    )
    .only(Guard::Says(&[
        "ipv6",
        "ipv4",
        "dual-stack",
        "dual stack",
        "dualstack",
        "family",
        "families",
    ]))
    .weak(),
    text(
        "endpoints controller",
        &["ORD006", "NODE001"],
        &["failed to find a matching endpoint for service %s{service}"],
    ),
];
