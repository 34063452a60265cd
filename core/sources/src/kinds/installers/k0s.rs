//! k0s' ClusterConfig.
//!
//! Models `pkg/component/controller/{apiserver,controllermanager}.go` and `pkg/apis/k0s/v1beta1/network.go`.

use crate::components::{Flags, ReadRefusal as Refusal};
use crate::diagnostic::Component;
use crate::found::{Field, Found, Strength};
use crate::items::{At, Item};
use crate::kinds::starting::{Setting, arguments_at, family_of, fatal, flag, overlaid, run, version_for};
use crate::kinds::{Kind, nothing_embedded};
use crate::kubernetes::{Confidence, Profile};
use crate::net::IpFamily;
use crate::request::join_host_port;

const ID: &str = "k0s";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        matches!(item, Item::Object(object)
            if ["ClusterConfig", "Cluster"].iter().any(|kind| object.is("k0s.k0sproject.io/", kind))
                || object.is("k0sctl.k0sproject.io/", "Cluster"))
    },
    embedded: nothing_embedded,
    read,
};

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        // k0sctl's file holds the configuration of k0s.
        let inner = root.path("spec/k0s/config/spec");
        let is_k0sctl = object.is("k0sctl.k0sproject.io/", "Cluster");
        let named = root.path("spec/k0s/version");
        if let Some(version) = named.text().filter(|_| is_k0sctl) {
            found.fact(
                Field::KubernetesVersion,
                [version],
                Strength::Configured,
                named.origin(),
            );
        }
        let hosts = root.path("spec/hosts");
        let runs_pods = |host: &At<'_>| {
            matches!(
                host.get("role").text(),
                Some("worker" | "controller+worker" | "single")
            )
        };
        let count = hosts.items().iter().filter(|host| runs_pods(host)).count();
        if is_k0sctl && count > 0 {
            let strength = Strength::Configured;
            found.fact(Field::NodeCount, [count.to_string()], strength, hosts.origin());
        }
        let spec = if is_k0sctl { inner } else { root.get("spec") };
        cluster(&root, &spec, named.text(), found);
    }
}

fn cluster(root: &At<'_>, spec: &At<'_>, named: Option<&str>, found: &mut Found) {
    let version = version_for(found, named);
    let profile = Profile::resolve(version).installers;
    let network = spec.get("network");
    let dual = network.get("dualStack");
    let is_dual = dual.get("enabled").text() == Some("true");
    let pods = Setting::of(&network.get("podCIDR"), &["10.244.0.0/16"]);
    let services = Setting::of(&network.get("serviceCIDR"), &["10.96.0.0/12"]);
    let pods6 = Setting::of(&dual.get("IPv6podCIDR"), &[]);
    let services6 = Setting::of(&dual.get("IPv6serviceCIDR"), &[]);
    found.refused(
        refusals(is_dual, &pods, &services, &pods6, &services6),
        &root.origin(),
    );

    let api = spec.get("api");
    let address = api.get("address");
    let primary_field = network.get("primaryAddressFamily").text();
    let is_ipv6_first = match primary_field.filter(|_| profile.k0s_primary_field) {
        Some(family) => family == "IPv6",
        None => [api.get("externalAddress"), address.clone()]
            .iter()
            .find_map(|at| at.text().filter(|text| !text.is_empty()))
            .and_then(family_of)
            .is_some_and(|family| family == IpFamily::IPv6),
    };
    let ordered = |four: &Setting, six: &Setting, six_first: bool| {
        let mut both = vec![four.joined()];
        if is_dual {
            both.insert(usize::from(!six_first), six.joined());
        }
        both
    };
    let pods_in_order = ordered(&pods, &pods6, is_ipv6_first || !profile.k0s_pods_follow_primary);
    let services_in_order = ordered(&services, &services6, is_ipv6_first);
    for (field, values, setting) in [
        (Field::PodCidrs, &pods_in_order, "podCIDR"),
        (Field::ServiceCidrs, &services_in_order, "serviceCIDR"),
    ] {
        let at = network.get(setting);
        let strength = if at.exists() || is_dual {
            Strength::Configured
        } else {
            Strength::Default
        };
        found.fact(field, values.clone(), strength, at.origin());
    }
    found.fact(Field::Distribution, [ID], Strength::Implied, root.origin());
    let name = root.path("metadata/name");
    found.fact(Field::Name, name.text(), Strength::Configured, name.origin());
    if let Some(text) = address.text() {
        found.fact(
            Field::AdvertiseAddress,
            [text],
            Strength::Configured,
            address.origin(),
        );
    }

    // `custom` leaves the plugin to somebody else.
    let provider = network.get("provider");
    let plugin = match provider.text() {
        None | Some("kuberouter") => Some("kube-router"),
        Some("calico") => Some("calico"),
        Some(_) => None,
    };
    let strength = if provider.exists() {
        Strength::Configured
    } else {
        Strength::Default
    };
    found.fact(Field::Cni, plugin, strength, provider.origin());
    let external = api.get("externalAddress");
    let port = api.get("port").text();
    let endpoint = external.text().map(|host| match port {
        // Newer releases take a port in the address itself.
        Some(port) if !host.contains(']') && host.matches(':').count() != 1 => join_host_port(host, port),
        _ => host.to_owned(),
    });
    found.fact(
        Field::ControlPlaneEndpoint,
        endpoint,
        Strength::Configured,
        external.origin(),
    );

    let gates = |component: &str| gates(&spec.get("featureGates"), component);
    let own = [
        flag("advertise-address", address.text().unwrap_or_default()),
        flag("service-cluster-ip-range", &services_in_order.join(",")),
        flag("feature-gates", &gates("kube-apiserver")),
    ];
    let flags = overlaid(
        own.into_iter().flatten().collect(),
        &arguments_at(&api.get("extraArgs")),
    );
    run(Component::KubeApiserver, flags, &api.origin(), found);

    let manager = spec.get("controllerManager");
    let mut own = vec![
        ("allocate-node-cidrs", "true".to_owned()),
        ("cluster-cidr", pods_in_order.join(",")),
        ("service-cluster-ip-range", services_in_order.join(",")),
    ];
    let mask = profile.k0s_ipv6_mask;
    if is_dual {
        own.push(("node-cidr-mask-size-ipv6", mask.to_owned()));
        own.push(("node-cidr-mask-size-ipv4", "24".to_owned()));
    } else {
        let is_ipv6 = pods.values.first().and_then(|text| family_of(text)) == Some(IpFamily::IPv6);
        let mask = if is_ipv6 { mask } else { "24" };
        own.push(("node-cidr-mask-size", mask.to_owned()));
    }
    own.extend(flag("feature-gates", &gates("kube-controller-manager")));
    let flags = overlaid(own, &arguments_at(&manager.get("extraArgs")));
    run(Component::KubeControllerManager, flags, &manager.origin(), found);

    let scheduler = spec.get("scheduler");
    let own = flag("feature-gates", &gates("kube-scheduler"))
        .into_iter()
        .collect();
    let flags = overlaid(own, &arguments_at(&scheduler.get("extraArgs")));
    found.start_with(Component::KubeScheduler, flags, &scheduler.origin());
    proxy(&network, &pods_in_order.join(","), &gates("kube-proxy"), found);
}

fn proxy(network: &At<'_>, pods: &str, gates: &str, found: &mut Found) {
    let proxy = network.get("kubeProxy");
    if proxy.get("disabled").text() == Some("true") {
        return;
    }
    let own = [
        flag("cluster-cidr", pods),
        flag("proxy-mode", proxy.get("mode").text().unwrap_or("iptables")),
        flag(
            "nodeport-addresses",
            &proxy.get("nodePortAddresses").list().join(","),
        ),
        flag("feature-gates", gates),
    ];
    let flags: Flags = overlaid(
        own.into_iter().flatten().collect(),
        &arguments_at(&proxy.get("extraArgs")),
    );
    run(Component::KubeProxy, flags, &proxy.origin(), found);
}

/// Returns the gates of a component: those that name it, and those that name none.
fn gates(given: &At<'_>, component: &str) -> String {
    let pairs: Vec<String> = given
        .items()
        .iter()
        .filter(|gate| {
            let components = gate.get("components").list();
            components.is_empty() || components.contains(&component)
        })
        .filter_map(|gate| {
            let on = gate.get("enabled").text().unwrap_or("false");
            Some(format!("{}={on}", gate.get("name").text()?))
        })
        .collect();
    pairs.join(",")
}

/// Returns what `Network.Validate` of k0s refuses.
fn refusals(
    is_dual: bool,
    pods: &Setting,
    services: &Setting,
    pods6: &Setting,
    services6: &Setting,
) -> Vec<Refusal> {
    let mut found = Vec::new();
    let mut invalid = |field: &str, value: &str, detail: &str| {
        found.push(fatal(
            format!("{field}: Invalid value: \"{value}\": {detail}"),
            Confidence::Verified,
        ));
    };
    let network = |setting: &Setting| crate::go::net::GoNet::parse(&setting.joined());
    let (pod, service) = (network(pods), network(services));
    for (field, setting, parsed) in [("podCIDR", pods, pod), ("serviceCIDR", services, service)] {
        if parsed.is_none() {
            invalid(field, &setting.joined(), "invalid CIDR address");
        }
    }
    if let (Some(pod), Some(service)) = (pod, service)
        && pod.family() != service.family()
    {
        invalid(
            "podCIDR",
            &pods.joined(),
            "podCIDR and serviceCIDR must be both IPv4 or IPv6",
        );
    }
    if !is_dual {
        return found;
    }
    for (field, setting) in [
        ("dualStack.IPv6podCIDR", pods6),
        ("dualStack.IPv6serviceCIDR", services6),
    ] {
        match network(setting) {
            None => invalid(field, &setting.joined(), "invalid CIDR address"),
            Some(net) if net.family() == IpFamily::IPv4 => {
                invalid(field, &setting.joined(), "must be an IPv6 CIDR, not IPv4");
            }
            Some(net) if field.ends_with("serviceCIDR") && net.host_bits() > 20 => {
                invalid(
                    field,
                    &setting.joined(),
                    "IPv6 service CIDR prefix must be <= 108",
                );
            }
            Some(_) => {}
        }
    }
    for (field, setting, parsed) in [("podCIDR", pods, pod), ("serviceCIDR", services, service)] {
        if parsed.is_some_and(|net| net.family() == IpFamily::IPv6) {
            let detail = format!("if DualStack is enabled, {field} must be IPv4");
            invalid(field, &setting.joined(), &detail);
        }
    }
    found
}
