//! EKS: `aws eks` and `eksctl` command lines, `aws eks describe-cluster`, and eksctl's ClusterConfig.

use super::{commands, managed};
use crate::found::{Field, Found, Origin, Strength};
use crate::items::{At, Item, Object};
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "eks";

const IDS: (&str, &str, Option<&str>) = ("eks", "aws", None);

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| match item {
        Item::Object(object) => is_config(object) || described(object).is_some(),
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
                None => config(&object.root(ID), found),
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
                        if let Some(("serviceIpv4Cidr", range)) = pair.split_once('=') {
                            let place = command.place("kubernetes-network-config");
                            found.fact(Field::ServiceCidrs, [range], Strength::Configured, place);
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
    let mut count = 0u32;
    let mut place: Option<Origin> = None;
    for group in ["managedNodeGroups", "nodeGroups"]
        .iter()
        .flat_map(|key| root.get(key).items())
    {
        let size = group.get("desiredCapacity");
        if let Some(number) = size.text().and_then(|text| text.parse::<u32>().ok()) {
            count = count.saturating_add(number);
            place.get_or_insert_with(|| size.origin());
        }
        let pods = group.get("maxPodsPerNode");
        found.fact(Field::MaxPods, pods.text(), strength, pods.origin());
    }
    if let Some(origin) = place {
        found.fact(Field::NodeCount, [count.to_string()], strength, origin);
    }
}

fn services(ranges: &[At<'_>], strength: Strength, found: &mut Found) {
    let Some(first) = ranges.iter().find(|at| at.text().is_some()) else {
        return;
    };
    let texts: Vec<&str> = ranges.iter().filter_map(At::text).collect();
    found.fact(Field::ServiceCidrs, texts, strength, first.origin());
}
