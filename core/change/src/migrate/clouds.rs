//! Clusters whose control plane a cloud runs: the steps, and the cloud's own commands.
//!
//! The commands and their options are those of gcloud (command_lib/container/flags.py, compute/networks/subnets/update.py),
//! of azure-cli 2.91.0 (acs/_params.py, acs/_help.py) and of botocore 1.44 (ec2/2016-11-15, eks/2017-11-01). Which cloud
//! takes which change stands in `catalog::transitions`.

use super::commands::{BLOCK_LENGTHS, Commands, PODS_OF_ONE_FAMILY, block_lengths, typed};
use super::state::State;
use super::ways::{Change, Kind, Operation, Part, Planned, configure, gone, masks};
use crate::catalog::transitions::{Transition, transition};
use crate::diagnostic::Component;
use crate::diff::two_addresses;
use crate::net::{Cidr, IpFamily};
use crate::pools::added;
use crate::request::PlanSpec;

/// Returns whether the nodes have to be of the API server's minor version before it gets the next one
/// (eks/2017-11-01 UpdateClusterVersion).
pub(super) fn nodes_follow(distribution: &str) -> bool {
    distribution == "eks"
}

/// Returns the steps for other ranges, block sizes, node networks or numbers of pods.
pub(super) fn ranges(change: &Change<'_>, other_nodes: bool) -> Vec<Planned> {
    let (old, new) = (&change.now.spec, &change.to.plan.spec);
    let goes = gone(&old.pod_cidrs, &new.pod_cidrs).or(gone(&old.service_cidrs, &new.service_cidrs));
    let comes = gone(&new.pod_cidrs, &old.pod_cidrs).or(gone(&new.service_cidrs, &old.service_cidrs));
    let kubelet = configure(
        Component::Kubelet,
        &[Part::Pods, Part::Services, Part::NodeNetworks, Part::MaxPods],
    );
    let other_pods = old.pod_cidrs != new.pod_cidrs;
    let mut steps = Vec::new();
    match (goes, comes) {
        (Some(family), _) => {
            let names = two_addresses(change.first);
            if !names.is_empty() {
                steps.push(
                    Planned::new(Kind::ServicesSingle, vec![Operation::SingleStack(names.clone())])
                        .about(names.join(" "))
                        .of_family(goes),
                );
            }
            // What the cloud does to its nodes in that step is its own matter: behind it they have what stays.
            let mut operations = vec![kubelet, Operation::RegisterNodes];
            operations.extend(control_plane());
            steps.push(Planned::new(Kind::CloudUpdate, operations).of_family(Some(family)));
        }
        (None, Some(family)) => {
            let network = configure(Component::Cni, &[Part::NodeNetworks]);
            steps.push(Planned::new(Kind::Subnet, vec![network]).of_family(Some(family)));
            steps.push(Planned::new(Kind::CloudUpdate, control_plane()).of_family(Some(family)));
            let operations = vec![kubelet, Operation::RegisterNodes];
            steps.push(Planned::new(Kind::NodePools, operations).of_family(Some(family)));
        }
        (None, None) => {
            if other_pods {
                let added: Vec<String> = added(&old.pod_cidrs, &new.pod_cidrs)
                    .iter()
                    .map(Cidr::to_string)
                    .collect();
                steps.push(Planned::new(Kind::CloudRange, control_plane()).about(added.join(" ")));
            }
            let has_blocks = new.distribution.is_some_and(|found| {
                transition(found.id(), None, Transition::OtherMask, IpFamily::IPv4).is_some()
            });
            if masks(old) != masks(new) && has_blocks {
                let mut operations = control_plane();
                operations.extend([kubelet, Operation::RegisterNodes]);
                steps.push(Planned::new(Kind::NodePools, operations));
            } else if other_nodes {
                steps.push(Planned::new(Kind::NodePools, vec![kubelet]));
            }
        }
    }
    steps
}

/// All that the cloud configures by itself.
fn control_plane() -> Vec<Operation> {
    let ranges = [Part::Pods, Part::Services];
    vec![
        configure(Component::KubeApiserver, &[Part::Services, Part::Advertise]),
        configure(Component::KubeControllerManager, &ranges),
        configure(Component::CloudControllerManager, &ranges),
        configure(Component::KubeProxy, &ranges),
        configure(Component::Kubeadm, &ranges),
        configure(Component::Cni, &[Part::Pods, Part::Services, Part::Plugin]),
    ]
}

/// The prefix length of the largest block that a VPC of AWS takes
/// (docs.aws.amazon.com vpc/latest/userguide/vpc-cidr-blocks: /28 to /16).
const VPC_LARGEST: u8 = 16;

/// Returns networks as blocks that a VPC takes.
fn vpc_blocks(networks: &str) -> Vec<Cidr> {
    let networks = networks.split(' ').filter_map(|text| text.parse::<Cidr>().ok());
    networks
        .flat_map(|cidr| match cidr.prefix_len() < VPC_LARGEST {
            true => {
                let count = 1u128 << (VPC_LARGEST - cidr.prefix_len());
                (0..count)
                    .filter_map(|index| cidr.block(VPC_LARGEST, index))
                    .collect()
            }
            false => vec![cidr],
        })
        .collect()
}

/// Returns the attribute of the sentence that a cloud has about a step.
pub(super) fn note(distribution: &str, kind: Kind) -> Option<&'static str> {
    match (distribution, kind) {
        ("aks" | "gke", Kind::Subnet) => Some("subnet"),
        ("aks" | "gke", Kind::CloudUpdate) => Some("update"),
        ("aks" | "eks" | "gke", Kind::CloudRange) => Some("range"),
        ("aks" | "eks" | "gke", Kind::NodePools) => Some("pools"),
        ("eks", Kind::NodesVersion) => Some("version"),
        _ => None,
    }
}

/// Returns the commands of a step of a cluster that a cloud runs. `None` if the cloud has none of its own.
pub(super) fn commands(step: &Planned, after: &State) -> Option<Commands> {
    let spec = &after.plan.spec;
    let id = spec.distribution?.id();
    let dual = spec.pod_cidrs.len() > 1;
    match (id, step.kind) {
        ("gke", Kind::Subnet) => Some(typed(
            &[
                "gcloud compute networks subnets update SUBNET --region REGION --stack-type=IPV4_IPV6 \
                 --ipv6-access-type=EXTERNAL",
            ],
            "gcloud compute networks subnets describe SUBNET --region REGION --format='value(stackType)'",
            "IPV4_IPV6",
        )),
        ("gke", Kind::CloudUpdate) => Some(typed(
            &[&format!(
                "gcloud container clusters update CLUSTER --location LOCATION --stack-type={}",
                if dual { "ipv4-ipv6" } else { "ipv4" }
            )],
            "gcloud container clusters describe CLUSTER --location LOCATION \
             --format='value(ipAllocationPolicy.stackType)'",
            if dual { "IPV4_IPV6" } else { "IPV4" },
        )),
        ("gke", Kind::CloudRange) => Some(gke_ranges(&step.subject)),
        ("gke", Kind::NodePools) => {
            let create = format!(
                "gcloud container node-pools create NEW-POOL --cluster CLUSTER --location LOCATION --max-pods-per-node {}",
                spec.nodes.max_pods
            );
            let delete = "gcloud container node-pools delete OLD-POOL --cluster CLUSTER --location LOCATION";
            Some(pools(&create, delete, step.family, spec))
        }
        ("aks", Kind::Subnet) => Some(aks_subnet(spec)),
        ("aks", Kind::CloudUpdate) => Some(typed(
            &[
                "az aks update --resource-group GROUP --name CLUSTER --ip-families ipv4,ipv6 \
               --load-balancer-managed-outbound-ipv6-count 1",
            ],
            "az aks show --resource-group GROUP --name CLUSTER --query networkProfile.ipFamilies --output tsv",
            "IPv4\nIPv6",
        )),
        ("aks", Kind::CloudRange) => {
            let range = spec.pod_cidrs.first().map(Cidr::to_string).unwrap_or_default();
            Some(typed(
                &[&format!(
                    "az aks update --resource-group GROUP --name CLUSTER --pod-cidr {range}"
                )],
                "kubectl get nnc -A -o jsonpath='{range \
                 .items[*]}{.status.networkContainers[0].subnetAddressSpace}{\"\\n\"}{end}' | sort -u",
                range,
            ))
        }
        ("aks", Kind::NodePools) => {
            let create = format!(
                "az aks nodepool add --resource-group GROUP --cluster-name CLUSTER --name NEWPOOL --max-pods {}",
                spec.nodes.max_pods
            );
            let delete =
                "az aks nodepool delete --resource-group GROUP --cluster-name CLUSTER --name OLDPOOL";
            Some(pools(&create, delete, step.family, spec))
        }
        ("eks", Kind::CloudRange) => Some(eks_ranges(&step.subject)),
        ("eks", Kind::NodePools) => Some(pools(
            "eksctl create nodegroup --config-file=cluster.yaml",
            "eksctl delete nodegroup --cluster CLUSTER --name OLD-GROUP",
            step.family,
            spec,
        )),
        _ => None,
    }
}

/// New nodes take the place of the old ones, pool by pool.
fn pools(create: &str, delete: &str, family: Option<IpFamily>, spec: &PlanSpec) -> Commands {
    let commands = [create, "kubectl cordon NODE", super::commands::DRAIN, delete];
    match (family, super::state::has_node_blocks(spec)) {
        (Some(_), _) => typed(&commands, PODS_OF_ONE_FAMILY, "0"),
        (None, true) => typed(&commands, BLOCK_LENGTHS, block_lengths(spec)),
        (None, false) => typed(
            &commands,
            "kubectl get nodes -o jsonpath='{.items[*].status.allocatable.pods}' | tr ' ' '\\n' | sort -u",
            spec.nodes.max_pods.to_string(),
        ),
    }
}

fn gke_ranges(networks: &str) -> Commands {
    let names: Vec<String> = networks
        .split(' ')
        .zip(1..)
        .map(|(_, number)| format!("more-pods-{number}"))
        .collect();
    let ranges: Vec<String> = networks
        .split(' ')
        .zip(&names)
        .map(|(network, name)| format!("{name}={network}"))
        .collect();
    typed(
        &[
            &format!(
                "gcloud compute networks subnets update SUBNET --region REGION --add-secondary-ranges={}",
                ranges.join(",")
            ),
            &format!(
                "gcloud container clusters update CLUSTER --location LOCATION --additional-pod-ipv4-ranges={}",
                names.join(",")
            ),
        ],
        "gcloud container clusters describe CLUSTER --location LOCATION \
         --format='value(ipAllocationPolicy.additionalPodRangesConfig.podRangeNames)'",
        names.join(";"),
    )
}

fn aks_subnet(spec: &PlanSpec) -> Commands {
    let of = |family: IpFamily, instead: &str| {
        let found = spec.node_cidrs_of(family).next();
        found.map_or_else(|| instead.to_owned(), |cidr| cidr.to_string())
    };
    let (four, six) = (of(IpFamily::IPv4, "IPV4-RANGE"), of(IpFamily::IPv6, "IPV6-RANGE"));
    typed(
        &[
            "az network vnet update --resource-group GROUP --name VNET --address-prefixes IPV4-NETWORK IPV6-NETWORK",
            &format!(
                "az network vnet subnet update --resource-group GROUP --vnet-name VNET --name SUBNET --address-prefixes \
                 {four} {six}"
            ),
        ],
        "az network vnet subnet show --resource-group GROUP --vnet-name VNET --name SUBNET --query addressPrefixes --output \
         tsv",
        format!("{four}\n{six}"),
    )
}

fn eks_ranges(networks: &str) -> Commands {
    let blocks: Vec<String> = vpc_blocks(networks).iter().map(Cidr::to_string).collect();
    let mut commands: Vec<String> = blocks
        .iter()
        .map(|block| format!("aws ec2 associate-vpc-cidr-block --vpc-id VPC --cidr-block {block}"))
        .collect();
    commands.push(
        "aws ec2 create-subnet --vpc-id VPC --availability-zone ZONE --cidr-block PART --tag-specifications \
         'ResourceType=subnet,Tags=[{Key=kubernetes.io/role/cni,Value=1}]'  # in every zone, a part of those blocks"
            .to_owned(),
    );
    let mut sorted = blocks.clone();
    sorted.sort_unstable();
    Commands {
        commands,
        check: format!(
            "aws ec2 describe-vpcs --vpc-ids VPC --query 'Vpcs[0].CidrBlockAssociationSet[].CidrBlock' --output text | tr \
             '\\t' '\\n' | grep -xE '{}' | sort",
            blocks.join("|").replace('.', "\\.")
        ),
        prints: sorted.join("\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cidrs(texts: &[&str]) -> Vec<Cidr> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn a_vpc_takes_blocks_of_a_sixteenth_at_most() {
        assert_eq!(
            vpc_blocks("10.2.0.0/15 10.1.0.0/17"),
            cidrs(&["10.2.0.0/16", "10.3.0.0/16", "10.1.0.0/17"])
        );
    }
}
