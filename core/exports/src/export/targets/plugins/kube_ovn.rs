//! Kube-OVN: values of both its charts (kubeovn/kube-ovn charts/kube-ovn, charts/kube-ovn-v2 v1.16.0).

use serde_json::{Map, Value};

use super::shared;
use crate::diagnostic::{Diagnostic, Severity};
use crate::export::tree::{Set, tree};
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding};
use crate::i18n::Message;
use crate::needs::{join_candidates, kube_ovn_join, versions};
use crate::net::{Cidr, IpFamily};

/// Helm values of Kube-OVN.
pub(in crate::export) struct KubeOvn;

static META: TargetMeta = TargetMeta {
    id: "kube-ovn",
    versions: versions::KUBE_OVN,
    docs: "https://kubeovn.github.io/docs/stable/en/guide/dual-stack/",
    checked: &[
        Checked::Schema("the values of its charts, August 2026"),
        Checked::Source("kubeovn/kube-ovn 1533681d"),
    ],
};

const PLUGIN: &str = "Kube-OVN";

/// The networks that are written for a family.
struct Networks {
    pods: Cidr,
    gateway: std::net::IpAddr,
    services: Cidr,
    join: Cidr,
}

fn networks(cx: &ExportContext<'_>, family: IpFamily) -> Option<Networks> {
    let pods = shared::first(&cx.plan.spec.pod_cidrs, family)?;
    Some(Networks {
        pods,
        gateway: pods.address(1)?,
        services: shared::first(&cx.plan.spec.service_cidrs, family)?,
        join: kube_ovn_join(&cx.tool(META.id), family)?,
    })
}

/// Returns the networks of the families, in the only order that Kube-OVN accepts.
fn all_networks(cx: &ExportContext<'_>) -> Vec<(IpFamily, Networks)> {
    IpFamily::ALL
        .into_iter()
        .filter_map(|family| Some((family, networks(cx, family)?)))
        .collect()
}

fn names(cx: &ExportContext<'_>) -> (&'static str, &'static str, &'static str) {
    match shared::families(&cx.plan.spec.pod_cidrs).as_slice() {
        [IpFamily::IPv4] => ("ipv4", "ipv4", "IPv4"),
        [IpFamily::IPv6] => ("ipv6", "ipv6", "IPv6"),
        _ => ("dual_stack", "dual_stack", "Dual"),
    }
}

/// Returns the values of the chart `kube-ovn`.
fn values(cx: &ExportContext<'_>) -> Value {
    let (stack, section, _) = names(cx);
    let networks = all_networks(cx);
    let list = |value: fn(&Networks) -> String| {
        let values: Vec<String> = networks.iter().map(|(_, networks)| value(networks)).collect();
        values.join(",")
    };
    let section_values = tree!({
        "POD_CIDR": list(|n| n.pods.to_string()),
        "POD_GATEWAY": list(|n| n.gateway.to_string()),
        "SVC_CIDR": list(|n| n.services.to_string()),
        "JOIN_CIDR": list(|n| n.join.to_string()),
    });
    let mut values = Map::new();
    values.set("networking", &tree!({"NET_STACK": stack}));
    values.insert(section.to_owned(), section_values);
    Value::Object(values)
}

/// Returns the values of the chart `kube-ovn-v2`.
fn values_v2(cx: &ExportContext<'_>) -> Value {
    let networks = all_networks(cx);
    let by_family = |value: fn(&Networks) -> String| {
        let fields: Map<String, Value> = networks
            .iter()
            .map(|(family, networks)| {
                let key = match family {
                    IpFamily::IPv4 => "v4",
                    IpFamily::IPv6 => "v6",
                };
                (key.to_owned(), tree!(value(networks)))
            })
            .collect();
        Value::Object(fields)
    };
    let (_, _, stack) = names(cx);
    tree!({
        "networking": {
            "stack": stack,
            "pods": {
                "cidr": by_family(|n| n.pods.to_string()),
                "gateways": by_family(|n| n.gateway.to_string()),
            },
            "services": {"cidr": by_family(|n| n.services.to_string())},
            "join": {"cidr": by_family(|n| n.join.to_string())},
        },
    })
}

/// Returns the patch that switches masquerading off in the default subnet; no value of the chart does.
fn subnet_patch() -> Value {
    tree!({
        "apiVersion": "kubeovn.io/v1",
        "kind": "Subnet",
        "metadata": {"name": "ovn-default"},
        "spec": {"natOutgoing": false},
    })
}

/// Returns the warnings about join networks other than the default ones, and about node masks that have no effect.
fn warnings(cx: &ExportContext<'_>) -> Vec<Diagnostic> {
    let spec = &cx.plan.spec;
    let mut found = Vec::new();
    for family in shared::families(&spec.pod_cidrs) {
        let usual = join_candidates(family).next();
        if let (Some(usual), Some(join)) = (usual, kube_ovn_join(&cx.tool(META.id), family))
            && usual != join
        {
            let message = Message::new("EXP055").with("usual", usual).with("join", join);
            found.push(finding("EXP055", Severity::Warning, "podCIDRs", message));
        }
        if let Some(mask) = spec.nodes.mask_size(family) {
            let message = Message::new("EXP056")
                .with("plugin", PLUGIN)
                .with("family", family)
                .with("mask", mask);
            found.push(finding("EXP056", Severity::Info, "nodes", message));
        }
    }
    found.extend(shared::routed_pods_of_one_switch(cx, PLUGIN));
    found
}

impl Exporter for KubeOvn {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        Ok(warnings(cx))
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let mut add = |path: &str, comments: &[Message], document: Value| {
            out.add(path, "application/yaml", &cx.yaml(comments, &[document]))
        };
        let install = |chart: &str, file: &str| {
            Message::new("export-kube-ovn-install")
                .with("chart", chart)
                .with("file", file)
        };
        let join = Message::new("export-kube-ovn-join");
        let own = shared::own_pools(PLUGIN);
        let file = "kube-ovn/values.yaml";
        add(
            file,
            &[install("kube-ovn", file), join.clone(), own.clone()],
            values(cx),
        )?;
        let file = "kube-ovn/values-v2.yaml";
        add(file, &[install("kube-ovn-v2", file), join, own], values_v2(cx))?;
        if shared::any_private(cx) {
            return Ok(());
        }
        let file = "kube-ovn/ovn-default-patch.yaml";
        add(
            file,
            &[Message::new("export-kube-ovn-patch").with("file", file)],
            subnet_patch(),
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::components::plan_for_tests as plan;
    use crate::export::Exported;
    use crate::request::{ClusterPlan, Reserved};

    const BOTH: [&str; 2] = ["10.244.0.0/16", "fd00:10:244::/56"];
    const SERVICES: [&str; 2] = ["10.96.0.0/16", "fd00:10:96::/112"];

    fn export(plan: &ClusterPlan) -> Exported {
        crate::export::for_tests::export(plan, &[], &["kube-ovn"])
    }

    fn codes(exported: &Exported) -> Vec<&'static str> {
        exported.diagnostics.iter().map(|found| found.code).collect()
    }

    fn body(exported: &Exported, name: &str) -> String {
        let file = exported
            .files
            .iter()
            .find(|file| file.path.ends_with(name))
            .unwrap();
        file.text.split_once("\nnetworking").unwrap().1.to_owned()
    }

    #[test]
    fn both_charts_have_both_families() {
        // Whatever the order of the Services, IPv4 stands first.
        let plan = plan("1.36", &BOTH, &["fd00:10:96::/112", "10.96.0.0/16"]);
        let exported = export(&plan);
        assert_eq!(
            body(&exported, "values.yaml"),
            ":\n  NET_STACK: dual_stack\ndual_stack:\n  POD_CIDR: 10.244.0.0/16,fd00:10:244::/56\n  \
             POD_GATEWAY: 10.244.0.1,fd00:10:244::1\n  SVC_CIDR: 10.96.0.0/16,fd00:10:96::/112\n  \
             JOIN_CIDR: 100.64.0.0/16,fd00:100:64::/112\n"
        );
        assert_eq!(
            body(&exported, "values-v2.yaml"),
            ":\n  stack: Dual\n  pods:\n    cidr:\n      v4: 10.244.0.0/16\n      v6: fd00:10:244::/56\n    \
             gateways:\n      v4: \"10.244.0.1\"\n      v6: fd00:10:244::1\n  services:\n    cidr:\n      \
             v4: 10.96.0.0/16\n      v6: fd00:10:96::/112\n  join:\n    cidr:\n      v4: 100.64.0.0/16\n      \
             v6: fd00:100:64::/112\n"
        );
        assert!(exported.diagnostics.is_empty());
    }

    #[test]
    fn one_family_has_a_section_of_its_own() {
        let exported = export(&plan("1.36", &["fd00:10:244::/56"], &["fd00:10:96::/112"]));
        assert!(
            body(&exported, "values.yaml")
                .starts_with(":\n  NET_STACK: ipv6\nipv6:\n  POD_CIDR: fd00:10:244::/56\n")
        );
        assert!(
            body(&exported, "values-v2.yaml").starts_with(":\n  stack: IPv6\n  pods:\n    cidr:\n      v6: ")
        );
    }

    #[test]
    fn the_join_network_moves_out_of_the_way() {
        let mut plan = plan("1.36", &["100.64.0.0/15", "fd00:10:244::/56"], &SERVICES);
        plan.spec.reserved.push(Reserved {
            name: "vpn".to_owned(),
            cidr: "fd00:100:64::/64".parse().unwrap(),
        });
        let exported = export(&plan);
        assert!(body(&exported, "values.yaml").contains("JOIN_CIDR: 100.66.0.0/16,fd00:100:65::/112\n"));
        assert_eq!(codes(&exported), ["EXP055", "EXP055"]);
        plan.spec.reserved.push(Reserved {
            name: "carrier".to_owned(),
            cidr: "100.64.0.0/10".parse().unwrap(),
        });
        let refused = export(&plan);
        assert!(refused.files.is_empty());
        assert_eq!(refused.diagnostics[0].message.id, "EXP055.none");
    }

    #[test]
    fn what_it_cannot_say_is_refused() {
        let refused = |pods: &[&str], services: &[&str]| {
            let exported = export(&plan("1.36", pods, services));
            assert!(exported.files.is_empty());
            codes(&exported)
        };
        assert_eq!(
            refused(&["fd00:10:244::/56", "10.244.0.0/16"], &SERVICES),
            ["EXP053"]
        );
        assert_eq!(refused(&BOTH, &["10.96.0.0/16"]), ["EXP043"]);
        assert_eq!(refused(&["10.244.0.0/16"], &[]), ["EXP043"]);
        assert_eq!(refused(&["10.244.0.0/31"], &["10.96.0.0/16"]), ["EXP054"]);
        assert_eq!(
            refused(&["10.244.0.0/16", "10.245.0.0/16"], &["10.96.0.0/16"]),
            ["EXP041"]
        );
        assert_eq!(refused(&[], &SERVICES), ["EXP040"]);
    }

    #[test]
    fn routed_pods_need_a_patch_of_the_subnet() {
        let exported = export(&plan("1.36", &["2a00:1450::/56"], &["fd00:10:96::/112"]));
        let patch = &exported.files[0];
        assert_eq!(patch.path, "kube-ovn/ovn-default-patch.yaml");
        assert!(patch.text.ends_with("spec:\n  natOutgoing: false\n"));
        assert_eq!(codes(&exported), ["EXP012"]);
    }

    #[test]
    fn node_masks_are_not_used() {
        let mut plan = plan("1.36", &BOTH, &SERVICES);
        plan.spec.nodes.mask_size_ipv6 = Some(64);
        assert_eq!(codes(&export(&plan)), ["EXP056"]);
    }
}
