//! EKS: `aws eks` and `eksctl` command lines, `aws eks describe-cluster`, eksctl's ClusterConfig, and templates of
//! CloudFormation.

use super::{commands, managed};
use crate::found::{Field, Found, Strength};
use crate::items::{At, Item, Object};
use crate::kinds::shared::{facts, node_count};
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "eks";

const IDS: (&str, &str, Option<&str>) = ("eks", "aws", None);

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| match item {
        Item::Object(object) => is_config(object) || described(object).is_some() || is_template(object),
        Item::Lines(lines) => {
            commands(lines, "aws", ID)
                .iter()
                .any(|command| command.is("eks create-cluster"))
                || commands(lines, "eksctl", ID)
                    .iter()
                    .any(|command| command.is("create cluster"))
        }
    },
    embedded: nothing_embedded,
    read,
};

fn is_config(object: &Object) -> bool {
    object.is("eksctl.io/", "ClusterConfig")
}

fn is_template(object: &Object) -> bool {
    object.has("AWSTemplateFormatVersion")
        || resources(&object.root(ID), "AWS::EKS::Cluster").next().is_some()
}

/// Returns the properties of the resources of a type.
fn resources<'a>(template: &At<'a>, kind: &'static str) -> impl Iterator<Item = At<'a>> {
    let all = template.get("Resources").entries().into_iter();
    all.filter(move |(_, resource)| resource.get("Type").text() == Some(kind))
        .map(|(_, resource)| resource.get("Properties"))
}

/// Returns the cluster of `aws eks describe-cluster`. `None` for any other object.
fn described(object: &Object) -> Option<At<'_>> {
    let root = object.root(ID);
    [root.get("cluster"), root]
        .into_iter()
        .find(|at| at.get("kubernetesNetworkConfig").exists() && at.get("arn").exists())
}

fn read(items: &[Item], found: &mut Found) {
    for item in items {
        match item {
            Item::Object(object) => match described(object) {
                Some(cluster) => description(&cluster, found),
                None if is_config(object) => config(&object.root(ID), found),
                None => template(&object.root(ID), found),
            },
            Item::Lines(lines) => {
                for command in commands(lines, "aws", ID) {
                    if !command.is("eks create-cluster") {
                        continue;
                    }
                    managed(IDS, &command.origin, found);
                    command.fact("name", Field::Name, found);
                    command.fact("kubernetes-version", Field::KubernetesVersion, found);
                    for pair in command.values("kubernetes-network-config") {
                        let place = command.place("kubernetes-network-config");
                        match pair.split_once('=') {
                            Some(("serviceIpv4Cidr", range)) => {
                                found.fact(Field::ServiceCidrs, [range], Strength::Configured, place);
                            }
                            Some(("ipFamily", name)) => found.asked_for([name], &place),
                            _ => {}
                        }
                    }
                }
                for command in commands(lines, "eksctl", ID) {
                    if command.is("create cluster") {
                        managed(IDS, &command.origin, found);
                        command.fact("name", Field::Name, found);
                        command.fact("version", Field::KubernetesVersion, found);
                        command.fact("nodes", Field::NodeCount, found);
                        command.fact("max-pods-per-node", Field::MaxPods, found);
                        command.fact("vpc-cidr", Field::NodeCidrs, found);
                    }
                }
            }
        }
    }
}

fn description(cluster: &At<'_>, found: &mut Found) {
    let strength = Strength::Observed;
    managed(IDS, &cluster.origin(), found);
    for (path, field) in [("name", Field::Name), ("version", Field::KubernetesVersion)] {
        let value = cluster.get(path);
        found.fact(field, value.text(), strength, value.origin());
    }
    let network = cluster.get("kubernetesNetworkConfig");
    services(
        &[network.get("serviceIpv4Cidr"), network.get("serviceIpv6Cidr")],
        strength,
        found,
    );
}

fn config(root: &At<'_>, found: &mut Found) {
    let strength = Strength::Configured;
    managed(IDS, &root.origin(), found);
    for (path, field) in [
        ("metadata/name", Field::Name),
        ("metadata/version", Field::KubernetesVersion),
        ("vpc/cidr", Field::NodeCidrs),
    ] {
        let value = root.path(path);
        found.fact(field, value.text(), strength, value.origin());
    }
    services(
        &[root.path("kubernetesNetworkConfig/serviceIPv4CIDR")],
        strength,
        found,
    );
    family(&root.path("kubernetesNetworkConfig/ipFamily"), found);
    let groups: Vec<At<'_>> = ["managedNodeGroups", "nodeGroups"]
        .iter()
        .flat_map(|key| root.get(key).items())
        .collect();
    node_count(
        groups.iter().map(|group| group.get("desiredCapacity")),
        strength,
        found,
    );
    for group in groups {
        let pods = group.get("maxPodsPerNode");
        found.fact(Field::MaxPods, pods.text(), strength, pods.origin());
    }
}

fn template(root: &At<'_>, found: &mut Found) {
    let strength = Strength::Configured;
    for cluster in resources(root, "AWS::EKS::Cluster") {
        managed(IDS, &cluster.origin(), found);
        facts(
            &cluster,
            &[
                ("Name", Field::Name),
                ("Version", Field::KubernetesVersion),
                ("KubernetesNetworkConfig/ServiceIpv4Cidr", Field::ServiceCidrs),
            ],
            strength,
            found,
        );
        family(&cluster.path("KubernetesNetworkConfig/IpFamily"), found);
    }
    for network in resources(root, "AWS::EC2::VPC") {
        facts(&network, &[("CidrBlock", Field::NodeCidrs)], strength, found);
    }
}

/// Takes the family that is asked for. Addresses of IPv6 are those of the VPC, and its Services get a range from EKS.
fn family(asked: &At<'_>, found: &mut Found) {
    found.asked_for(asked.text(), &asked.origin());
}

fn services(ranges: &[At<'_>], strength: Strength, found: &mut Found) {
    let Some(first) = ranges.iter().find(|at| at.text().is_some()) else {
        return;
    };
    let texts: Vec<&str> = ranges.iter().filter_map(At::text).collect();
    found.fact(Field::ServiceCidrs, texts, strength, first.origin());
}
