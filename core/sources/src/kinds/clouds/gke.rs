//! GKE: `gcloud` command lines, and `gcloud container clusters describe`.

use super::{commands, managed};
use crate::found::{Field, Found, Origin, Strength};
use crate::items::{At, Item, Object};
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "gke";

const IDS: (&str, &str, Option<&str>) = ("gke", "gcp", None);

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| match item {
        Item::Object(object) => is_description(object),
        Item::Lines(lines) => commands(lines, "gcloud", ID).iter().any(|command| {
            CREATE.iter().any(|begin| command.is(begin)) || command.is("compute networks subnets create")
        }),
    },
    embedded: nothing_embedded,
    read,
};

const CREATE: [&str; 3] = [
    "container clusters create",
    "container clusters create-auto",
    "beta container clusters create",
];

fn is_description(object: &Object) -> bool {
    !object.has("kind") && (object.has("clusterIpv4Cidr") || object.has("currentMasterVersion"))
}

fn read(items: &[Item], found: &mut Found) {
    for item in items {
        match item {
            Item::Object(object) => description(&object.root(ID), found),
            Item::Lines(lines) => {
                for command in commands(lines, "gcloud", ID) {
                    if command.is("compute networks subnets create") {
                        command.fact("range", Field::NodeCidrs, found);
                        for pair in command.values("secondary-range") {
                            let place = command.place("secondary-range");
                            secondary(&pair, place, found);
                        }
                    }
                    if let Some(begin) = CREATE.iter().find(|begin| command.is(begin)) {
                        managed(IDS, &command.origin, found);
                        let name = command.operand(begin);
                        found.fact(Field::Name, name, Strength::Configured, command.origin.clone());
                        command.fact("cluster-version", Field::KubernetesVersion, found);
                        let stack = command.values("stack-type");
                        found.asked_for(stack.iter().map(String::as_str), &command.place("stack-type"));
                        command.fact("default-max-pods-per-node", Field::MaxPods, found);
                        // A length alone, `/17`, lets GKE choose the range.
                        for (flag, field) in [
                            ("cluster-ipv4-cidr", Field::PodCidrs),
                            ("services-ipv4-cidr", Field::ServiceCidrs),
                        ] {
                            if command.values(flag).iter().all(|text| !text.starts_with('/')) {
                                command.fact(flag, field, found);
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A secondary range is what its name says; the cluster names it, and most people name it so.
fn secondary(pair: &str, place: Origin, found: &mut Found) {
    let Some((name, range)) = pair.split_once('=') else {
        return;
    };
    let field = match name {
        name if name.contains("pod") => Field::PodCidrs,
        name if name.contains("service") || name.contains("svc") => Field::ServiceCidrs,
        _ => return,
    };
    found.fact(field, [range], Strength::Implied, place);
}

fn description(root: &At<'_>, found: &mut Found) {
    managed(IDS, &root.origin(), found);
    let strength = Strength::Observed;
    for (path, field) in [
        ("name", Field::Name),
        ("currentMasterVersion", Field::KubernetesVersion),
        ("currentNodeCount", Field::NodeCount),
        ("defaultMaxPodsConstraint/maxPodsPerNode", Field::MaxPods),
        ("nodeIpv4CidrSize", Field::MaskSizeIpv4),
    ] {
        let value = root.path(path);
        found.fact(field, value.text(), strength, value.origin());
    }
    let policy = root.get("ipAllocationPolicy");
    // The IPv4 ranges stand at the top and in the policy, whose blocks are the newer names.
    for (field, v4, v6) in [
        (
            Field::PodCidrs,
            ["clusterIpv4Cidr", "clusterIpv4CidrBlock"],
            "subnetIpv6CidrBlock",
        ),
        (
            Field::ServiceCidrs,
            ["servicesIpv4Cidr", "servicesIpv4CidrBlock"],
            "servicesIpv6CidrBlock",
        ),
    ] {
        let [old, new] = v4;
        let places = [root.get(old), policy.get(new), policy.get(old)];
        let v4 = places.into_iter().find(|place| place.text().is_some());
        let values = v4.into_iter().chain([policy.get(v6)]);
        let given: Vec<At<'_>> = values.filter(|place| place.text().is_some()).collect();
        if let Some(first) = given.first() {
            found.fact(field, given.iter().filter_map(At::text), strength, first.origin());
        }
    }
}
