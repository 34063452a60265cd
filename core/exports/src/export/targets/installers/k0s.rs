//! k0s: ClusterConfig (k0sproject/k0s pkg/apis/k0s/v1beta1/network.go, docs/dual-stack.md, docs/ipv6-single-stack.md).

use serde_json::Value;

use super::shared::{
    address_of, command, control_plane, is_dual, is_ipv6_only, map, max_pods, message, node_arguments,
    node_ip, node_mask, of_family, place, placeholder, placeholder_comment, plugin_by_hand, primary,
};
use crate::diagnostic::{Diagnostic, Severity};
use crate::export::tree::{sparse, tree};
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding};
use crate::needs::{k0s::provider, versions};
use crate::net::{Cidr, IpFamily};
use crate::request::Endpoint;

/// Configuration of k0s.
pub(in crate::export) struct K0s;

/// From 1.21 on releases have the number of their Kubernetes.
static META: TargetMeta = TargetMeta {
    id: "k0s",
    versions: versions::K0S,
    docs: "https://docs.k0sproject.io/stable/dual-stack/",
    checked: &[
        Checked::Schema("k0sproject/k0s dff90cee"),
        Checked::Source("k0sproject/k0s dff90cee"),
    ],
};

/// Name of the worker profile that sets `maxPods`.
const WORKER_PROFILE: &str = "planned";

fn dual(cx: &ExportContext<'_>) -> bool {
    is_dual(&cx.plan.spec.pod_cidrs)
}

/// Returns `spec.api.address`: k0s announces the first address it finds, which has to be of the primary family.
fn api_address(cx: &ExportContext<'_>) -> Option<String> {
    let given = cx.plan.spec.advertise_address.map(|address| address.to_string());
    let ipv6 = primary(cx) == IpFamily::IPv6;
    given.or_else(|| ipv6.then(|| address_of(IpFamily::IPv6).to_owned()))
}

/// Returns the address or name before the API servers, unless k0s would take its family for the primary one: before
/// `primaryAddressFamily` the family of `externalAddress` decides, and that of a name is IPv4.
fn external<'a>(cx: &ExportContext<'a>) -> Option<&'a Endpoint> {
    let endpoint = cx.endpoint()?;
    let decides = !cx.profile.installers.k0s_primary_field && dual(cx);
    let taken_for = endpoint.family().unwrap_or(IpFamily::IPv4);
    (!decides || taken_for == primary(cx)).then_some(endpoint)
}

/// Returns the arguments of kube-controller-manager. Masks are always written, because k0s has other defaults, /117
/// for IPv6 (/110 up to 1.33). A single range gets the plain flag, which kube-controller-manager refuses beside those
/// of the families.
fn controller_manager(cx: &ExportContext<'_>) -> Value {
    let mut arguments = node_arguments(cx);
    let first = cx.plan.spec.pod_cidrs.first();
    if let Some(only) = first.filter(|_| !dual(cx)) {
        arguments.retain(|(name, _)| !name.starts_with("node-cidr-mask-size"));
        arguments.push(("node-cidr-mask-size", node_mask(cx, only.family()).to_string()));
    }
    tree!({"extraArgs": map(arguments)})
}

fn network(cx: &ExportContext<'_>) -> Value {
    let spec = &cx.plan.spec;
    let provider = provider(&cx.tool(META.id));
    // Calico encapsulates IPv6 in neither of its tunnels in k0s.
    let calico = of_family(&spec.pod_cidrs, IpFamily::IPv6).is_some() && provider == "calico";
    let pick = |cidrs: &[Cidr]| of_family(cidrs, IpFamily::IPv4).or_else(|| cidrs.first().copied());
    let family = cx.profile.installers.k0s_primary_field && dual(cx);
    let second = |cidrs: &[Cidr]| tree!(of_family(cidrs, IpFamily::IPv6));
    let dual_stack = if dual(cx) {
        tree!({
            "enabled": true,
            "IPv6podCIDR": second(&spec.pod_cidrs),
            "IPv6serviceCIDR": second(&spec.service_cidrs),
        })
    } else {
        Value::Null
    };
    sparse!({
        "provider": provider,
        "calico": if calico {
            tree!({"mode": "bird"})
        } else {
            Value::Null
        },
        "podCIDR": pick(&spec.pod_cidrs),
        "serviceCIDR": pick(&spec.service_cidrs),
        "clusterDomain": "cluster.local",
        "primaryAddressFamily": family.then(|| primary(cx).to_string()),
        "dualStack": dual_stack,
    })
}

fn document(cx: &ExportContext<'_>) -> Value {
    let profiles =
        max_pods(cx).map(|max_pods| tree!([{"name": WORKER_PROFILE, "values": {"maxPods": max_pods}}]));
    sparse!({
        "apiVersion": "k0s.k0sproject.io/v1beta1",
        "kind": "ClusterConfig",
        "metadata": {"name": cx.object_name()},
        "spec": {
            "api": {
                "address": api_address(cx),
                "externalAddress": external(cx).map(Endpoint::host),
                // The load balancer listens at the port of the API servers (docs/configuration.md).
                "port": external(cx).map(Endpoint::port).filter(|port| *port != Endpoint::DEFAULT_PORT),
            },
            "controllerManager": controller_manager(cx),
            "network": network(cx),
            "workerProfiles": profiles,
        },
    })
}

/// Returns the finding about pod ranges that k0s passes to kube-controller-manager in another order.
fn pod_order(cx: &ExportContext<'_>) -> Option<Diagnostic> {
    let first = if cx.profile.installers.k0s_pods_follow_primary {
        primary(cx)
    } else {
        IpFamily::IPv6
    };
    let planned = cx.plan.spec.pod_cidrs.first()?.family();
    (dual(cx) && planned != first).then(|| {
        let message = message("EXP029", META.id, cx).with("family", first);
        finding("EXP029", Severity::Warning, "podCIDRs", message)
    })
}

impl Exporter for K0s {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let mut found = cx.flags_findings(META.id, control_plane);
        found.extend(pod_order(cx));
        let address = api_address(cx).filter(|_| cx.plan.spec.advertise_address.is_none());
        found.extend(address.map(|value| placeholder(META.id, "spec.api.address", &value)));
        found.extend(node_ip(cx).map(|value| placeholder(META.id, "--node-ip", &value)));
        if provider(&cx.tool(META.id)) == "custom" {
            found.extend(cx.plan.spec.cni.map(|cni| plugin_by_hand(META.id, cni)));
        }
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let mut comments = vec![place("/etc/k0s/k0s.yaml")];
        if is_ipv6_only(&cx.plan.spec.pod_cidrs) {
            comments.push(command("k0s controller --feature-gates=IPv6SingleStack=true"));
        }
        let address = api_address(cx).filter(|_| cx.plan.spec.advertise_address.is_none());
        comments.extend(address.map(|value| placeholder_comment("spec.api.address", &value)));
        let mut worker = String::from("k0s worker");
        if max_pods(cx).is_some() {
            worker.push_str(&format!(" --profile={WORKER_PROFILE}"));
        }
        if let Some(value) = node_ip(cx) {
            worker.push_str(&format!(" --kubelet-extra-args=--node-ip={value}"));
            comments.push(command(worker));
            comments.push(placeholder_comment("--node-ip", &value));
        } else if max_pods(cx).is_some() {
            comments.push(command(worker));
        }
        out.add(
            "k0s.yaml",
            "application/yaml",
            &cx.yaml(&comments, &[document(cx)]),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::shared::tests::{body, codes};
    use crate::catalog::Cni;
    use crate::components::plan_for_tests as plan;
    use crate::export::for_tests::export;

    const PODS: [&str; 2] = ["10.244.0.0/16", "fd00:10:244::/56"];
    const SERVICES: [&str; 2] = ["10.96.0.0/16", "fd00:10:96::/112"];

    #[test]
    fn dual_stack_names_its_masks_and_primary_family() {
        let plan = plan("1.36", &PODS, &SERVICES);
        assert_eq!(
            body(&plan, "k0s", "k0s.yaml"),
            "apiVersion: k0s.k0sproject.io/v1beta1\n\
             kind: ClusterConfig\n\
             metadata:\n  \
               name: demo\n\
             spec:\n  \
               controllerManager:\n    \
                 extraArgs:\n      \
                   node-cidr-mask-size-ipv4: \"24\"\n      \
                   node-cidr-mask-size-ipv6: \"64\"\n  \
               network:\n    \
                 provider: kuberouter\n    \
                 podCIDR: 10.244.0.0/16\n    \
                 serviceCIDR: 10.96.0.0/16\n    \
                 clusterDomain: cluster.local\n    \
                 primaryAddressFamily: IPv4\n    \
                 dualStack:\n      \
                   enabled: true\n      \
                   IPv6podCIDR: fd00:10:244::/56\n      \
                   IPv6serviceCIDR: fd00:10:96::/112\n"
        );
        assert_eq!(codes(&plan, "k0s"), ["EXP001"]);
    }

    #[test]
    fn ipv6_first_needs_an_address_of_the_api_server() {
        let swapped = [[PODS[1], PODS[0]], [SERVICES[1], SERVICES[0]]];
        let mut plan = plan("1.33", &swapped[0], &swapped[1]);
        plan.spec.cni = Cni::find("calico");
        plan.spec.nodes.max_pods = 60;
        assert_eq!(
            body(&plan, "k0s", "k0s.yaml"),
            "apiVersion: k0s.k0sproject.io/v1beta1\n\
             kind: ClusterConfig\n\
             metadata:\n  \
               name: demo\n\
             spec:\n  \
               api:\n    \
                 address: NODE_IPV6\n  \
               controllerManager:\n    \
                 extraArgs:\n      \
                   node-cidr-mask-size-ipv6: \"64\"\n      \
                   node-cidr-mask-size-ipv4: \"24\"\n  \
               network:\n    \
                 provider: calico\n    \
                 calico:\n      \
                   mode: bird\n    \
                 podCIDR: 10.244.0.0/16\n    \
                 serviceCIDR: 10.96.0.0/16\n    \
                 clusterDomain: cluster.local\n    \
                 dualStack:\n      \
                   enabled: true\n      \
                   IPv6podCIDR: fd00:10:244::/56\n      \
                   IPv6serviceCIDR: fd00:10:96::/112\n  \
               workerProfiles:\n    \
                 - name: planned\n      \
                   values:\n        \
                     maxPods: 60\n"
        );
        assert_eq!(codes(&plan, "k0s"), ["EXP001", "EXP001"]);
    }

    #[test]
    fn the_order_of_pods_is_that_of_k0s() {
        assert_eq!(
            codes(&plan("1.35", &PODS, &SERVICES), "k0s"),
            ["EXP029", "EXP001"]
        );
        let mixed = plan("1.36", &[PODS[1], PODS[0]], &SERVICES);
        assert_eq!(codes(&mixed, "k0s"), ["EXP029", "EXP001"]);
    }

    #[test]
    fn ipv4_only_uses_the_plain_mask() {
        let plan = plan("1.34", &PODS[..1], &SERVICES[..1]);
        let text = body(&plan, "k0s", "k0s.yaml");
        assert!(text.contains("    extraArgs:\n      node-cidr-mask-size: \"24\"\n"));
        assert!(!text.contains("dualStack") && !text.contains("primaryAddressFamily"));
        assert!(codes(&plan, "k0s").is_empty());
    }

    #[test]
    fn ipv6_only_wants_exactly_108_bits() {
        for (version, services, code, upstream) in [
            ("1.33", "fd00:10:96::/108", Some("EXP022"), None),
            (
                "1.34",
                "fd00:10:96::/112",
                Some("EXP030"),
                Some(
                    "serviceCIDR: Invalid value: \"fd00:10:96::/112\": IPv6 service CIDR prefix must be <= 108",
                ),
            ),
            ("1.34", "fd00:10:96::/64", Some("EXP030"), None),
            ("1.34", "fd00:10:96::/108", None, None),
        ] {
            let plan = plan(version, &PODS[1..], &[services]);
            let exported = export(&plan, &[], &["k0s"]);
            let error = exported.diagnostics.iter().find(|found| found.code != "EXP001");
            assert_eq!(error.map(|error| error.code), code, "{version} {services}");
            assert_eq!(error.and_then(|error| error.upstream.as_deref()), upstream);
            assert_eq!(exported.files.is_empty(), code.is_some());
        }
        let plan = plan("1.34", &PODS[1..], &["fd00:10:96::/108"]);
        let text = body(&plan, "k0s", "k0s.yaml");
        assert!(
            text.contains("node-cidr-mask-size: \"64\"\n") && text.contains("podCIDR: fd00:10:244::/56\n")
        );
    }

    #[test]
    fn dual_stack_wants_108_bits_or_fewer_addresses() {
        let plan = plan("1.36", &PODS, &["10.96.0.0/16", "fd00:10:96::/64"]);
        let exported = export(&plan, &[], &["k0s"]);
        assert_eq!(exported.diagnostics[0].code, "EXP024");
        assert_eq!(
            exported.diagnostics[0].upstream.as_deref(),
            Some(
                "dualStack.IPv6serviceCIDR: Invalid value: \"fd00:10:96::/64\": IPv6 service CIDR prefix must be <= 108"
            )
        );
    }

    #[test]
    fn plugins_by_version() {
        let mut old = plan("1.30", &PODS, &SERVICES);
        assert!(body(&old, "k0s", "k0s.yaml").contains("provider: calico\n    calico:\n      mode: bird\n"));
        old.spec.cni = Cni::find("kube-router");
        assert_eq!(codes(&old, "k0s"), ["EXP031"]);
        old.spec.cni = Cni::find("cilium");
        assert!(body(&old, "k0s", "k0s.yaml").contains("provider: custom\n"));
        assert!(codes(&old, "k0s").contains(&"EXP025"));
    }

    #[test]
    fn families_have_to_agree() {
        let plan = plan("1.36", &PODS[..1], &SERVICES[1..]);
        let exported = export(&plan, &[], &["k0s"]);
        assert_eq!(exported.diagnostics[0].code, "EXP023");
        assert_eq!(
            exported.diagnostics[0].upstream.as_deref(),
            Some(
                "podCIDR: Invalid value: \"10.244.0.0/16\": podCIDR and serviceCIDR must be both IPv4 or IPv6"
            )
        );
    }
}
