//! MicroK8s' launch configuration. Its files of arguments are read with the command lines, by their names.

use crate::components::Flags;
use crate::diagnostic::Component;
use crate::found::{Field, Found, Strength};
use crate::items::{Item, Object};
use crate::kinds::starting::{arguments_at, flag, overlaid, run};
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "microk8s";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| item.object().is_some_and(is_launch_configuration),
    embedded: nothing_embedded,
    read,
};

/// The fields that hold arguments, and whose they are.
const ARGUMENTS: &[(&str, Component)] = &[
    ("extraKubeAPIServerArgs", Component::KubeApiserver),
    ("extraKubeControllerManagerArgs", Component::KubeControllerManager),
    ("extraKubeSchedulerArgs", Component::KubeScheduler),
    ("extraKubeletArgs", Component::Kubelet),
    ("extraKubeProxyArgs", Component::KubeProxy),
];

fn is_launch_configuration(object: &Object) -> bool {
    !object.has("kind") && (object.has("extraCNIEnv") || ARGUMENTS.iter().any(|(field, _)| object.has(field)))
}

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        let environment = root.get("extraCNIEnv");
        let ranges = |suffix: &str| -> Vec<&str> {
            ["IPv4", "IPv6"]
                .iter()
                .filter_map(|family| environment.get(&format!("{family}_{suffix}")).text())
                .collect()
        };
        let (pods, services) = (ranges("CLUSTER_CIDR"), ranges("SERVICE_CIDR"));
        let place = environment.origin();
        found.fact(Field::PodCidrs, pods.clone(), Strength::Configured, place.clone());
        found.fact(
            Field::ServiceCidrs,
            services.clone(),
            Strength::Configured,
            place.clone(),
        );
        found.fact(Field::Distribution, [ID], Strength::Implied, root.origin());
        for (field, component) in ARGUMENTS {
            let given = root.get(field);
            let own = match component {
                Component::KubeApiserver => vec![flag("service-cluster-ip-range", &services.join(","))],
                Component::KubeControllerManager => vec![
                    flag("allocate-node-cidrs", "true").filter(|_| !pods.is_empty()),
                    flag("cluster-cidr", &pods.join(",")),
                    flag("service-cluster-ip-range", &services.join(",")),
                ],
                Component::KubeProxy => vec![flag("cluster-cidr", &pods.join(","))],
                _ => Vec::new(),
            };
            let flags: Flags = overlaid(own.into_iter().flatten().collect(), &arguments_at(&given));
            if !flags.is_empty() {
                run(*component, flags, &given.origin(), found);
            }
        }
    }
}
