//! The plan of each cluster of a fleet.

use super::file::FleetCluster;
use super::found::{Fleet, PlacedCluster};
use super::need::node_mask;
use crate::net::IpFamily;
use crate::request::{API_VERSION, ClusterPlan, KIND, Metadata, NodeSizing, PlanSpec};

/// Returns the plan of each cluster that has its ranges, by name.
pub fn plans(fleet: &Fleet) -> Vec<ClusterPlan> {
    let by_name = fleet.source.spec.by_name();
    fleet
        .clusters
        .iter()
        .filter_map(|placed| Some(plan(fleet, placed, by_name.get(placed.name.as_str())?)))
        .collect()
}

/// Returns the plan of a cluster. `None` if it has no place.
pub fn plan_of(fleet: &Fleet, name: &str) -> Option<ClusterPlan> {
    let placed = fleet.clusters.iter().find(|placed| placed.name == name)?;
    let cluster = fleet
        .source
        .spec
        .clusters
        .iter()
        .find(|cluster| cluster.name == name)?;
    Some(plan(fleet, placed, cluster))
}

fn plan(fleet: &Fleet, placed: &PlacedCluster, cluster: &FleetCluster) -> ClusterPlan {
    let settings = &cluster.settings;
    // A mask is named for the families that have a pod range.
    let mask = |family: IpFamily| {
        let has = placed.pod_cidrs.iter().any(|cidr| cidr.family() == family);
        has.then(|| node_mask(settings, family))
    };
    ClusterPlan {
        api_version: API_VERSION.to_owned(),
        kind: KIND.to_owned(),
        metadata: Metadata {
            name: placed.name.clone(),
        },
        spec: PlanSpec {
            kubernetes_version: settings.kubernetes_version,
            pod_cidrs: placed.pod_cidrs.clone(),
            service_cidrs: placed.service_cidrs.clone(),
            node_cidrs: cluster.node_cidrs.clone(),
            load_balancer_cidrs: Vec::new(),
            advertise_address: None,
            control_plane_endpoint: None,
            nodes: NodeSizing {
                count: settings.nodes.count,
                max: Some(placed.nodes).filter(|nodes| *nodes > settings.nodes.count),
                max_pods: settings.nodes.max_pods,
                mask_size_ipv4: mask(IpFamily::IPv4),
                mask_size_ipv6: mask(IpFamily::IPv6),
            },
            feature_gates: Default::default(),
            distribution: settings.distribution,
            cni: settings.cni,
            tools: Default::default(),
            provider: settings.provider,
            reserved: fleet.source.spec.reserved.clone(),
            rules: Vec::new(),
        },
    }
}
