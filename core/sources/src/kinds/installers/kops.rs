//! kOps: a Cluster and its InstanceGroups.

use crate::found::{Field, Found, Strength};
use crate::items::{At, Item};
use crate::kinds::{Kind, nothing_embedded};
use crate::net::{Cidr, IpFamily};

const ID: &str = "kops";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        matches!(item, Item::Object(object)
            if object.text("apiVersion").unwrap_or_default().starts_with("kops.k8s.io/"))
    },
    embedded: nothing_embedded,
    read,
};

/// The plugins as kOps names them, and the ids of the catalogue.
const PLUGINS: &[(&str, &str)] = &[
    ("amazonvpc", "aws-vpc"),
    ("amazonVPC", "aws-vpc"),
    ("calico", "calico"),
    ("canal", "flannel"),
    ("cilium", "cilium"),
    ("flannel", "flannel"),
    ("kindnet", "kindnet"),
    ("kuberouter", "kube-router"),
    ("kubeRouter", "kube-router"),
];

/// The clouds as kOps names them, and the ids of the catalogue.
const CLOUDS: &[(&str, &str)] = &[
    ("aws", "aws"),
    ("azure", "azure"),
    ("gce", "gcp"),
    ("openstack", "openstack"),
];

fn read(items: &[Item], found: &mut Found) {
    let strength = Strength::Configured;
    let mut count = 0u32;
    let mut first = None;
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        let spec = root.get("spec");
        if object.is("kops.k8s.io/", "InstanceGroup") {
            // The size of today lies between the two; where they are one, it is that.
            let (min, max) = (spec.get("minSize").text(), spec.get("maxSize").text());
            match (min == max, min.and_then(|text| text.parse::<u32>().ok())) {
                (true, Some(size)) => {
                    count = count.saturating_add(size);
                    first.get_or_insert_with(|| spec.get("minSize").origin());
                }
                _ => count = u32::MAX,
            }
            continue;
        }
        if !object.is("kops.k8s.io/", "Cluster") {
            continue;
        }
        found.fact(Field::Distribution, [ID], Strength::Implied, root.origin());
        let ranges = [
            ("podCIDR", Field::PodCidrs),
            ("serviceClusterIPRange", Field::ServiceCidrs),
            ("networkCIDR", Field::NodeCidrs),
            ("kubernetesVersion", Field::KubernetesVersion),
            ("masterPublicName", Field::ControlPlaneEndpoint),
            ("api/publicName", Field::ControlPlaneEndpoint),
            ("kubelet/maxPods", Field::MaxPods),
            ("kubeControllerManager/nodeCIDRMaskSize", Field::MaskSizeIpv4),
        ];
        for (path, field) in ranges {
            let value = match spec.path(path) {
                // v1alpha3 has the ranges below `networking`.
                at if !at.exists() => spec.get("networking").get(path),
                at => at,
            };
            found.fact(field, value.list(), strength, value.origin());
        }
        default_ranges(&spec, found);
        let name = root.path("metadata/name");
        found.fact(Field::Name, name.text(), strength, name.origin());
        let gates = spec.path("kubeAPIServer/featureGates");
        let pairs = gates
            .entries()
            .into_iter()
            .filter_map(|(name, on)| Some(format!("{name}={}", on.text()?)));
        found.fact(Field::FeatureGates, pairs, strength, gates.origin());
        let networking = spec.get("networking");
        let plugin = PLUGINS.iter().find(|(key, _)| networking.get(key).exists());
        found.fact(
            Field::Cni,
            plugin.map(|(_, id)| *id),
            strength,
            networking.origin(),
        );
        let cloud = spec.get("cloudProvider");
        let id = CLOUDS
            .iter()
            .find(|(key, _)| cloud.text() == Some(*key) || cloud.get(key).exists());
        found.fact(Field::Provider, id.map(|(_, id)| *id), strength, cloud.origin());
    }
    if let Some(origin) = first.filter(|_| count < u32::MAX) {
        found.fact(Field::NodeCount, [count.to_string()], strength, origin);
    }
}

/// Adds the ranges that kOps chooses inside of `nonMasqueradeCIDR` (`pkg/model/components/defaults.go`).
fn default_ranges(spec: &At<'_>, found: &mut Found) {
    let given = |key: &str| match spec.get(key) {
        at if !at.exists() => spec.path("networking").get(key),
        at => at,
    };
    let whole = given("nonMasqueradeCIDR");
    let Some(text) = whole.text() else { return };
    let Ok(range) = text.parse::<Cidr>() else { return };
    let is_ipv6 = range.family() == IpFamily::IPv6;
    if !given("serviceClusterIPRange").exists() {
        let services = if is_ipv6 {
            "fd00:5e4f:ce::/108"
        } else {
            "100.64.0.0/13"
        };
        found.fact(Field::ServiceCidrs, [services], Strength::Default, whole.origin());
    }
    // The upper half; over IPv6 the cloud gives every node a range of its own.
    let upper = range.block(range.prefix_len().saturating_add(1), 1);
    if let (false, false, Some(pods)) = (is_ipv6, given("podCIDR").exists(), upper) {
        found.fact(
            Field::PodCidrs,
            [pods.to_string()],
            Strength::Default,
            whole.origin(),
        );
    }
}
