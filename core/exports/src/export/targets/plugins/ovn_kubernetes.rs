//! OVN-Kubernetes: values of its chart (ovn-kubernetes/ovn-kubernetes helm/ovn-kubernetes/values-single-node-zone.yaml,
//! go-controller/pkg/config/{config,utils}.go).

use serde_json::{Map, Value};

use super::shared;
use crate::diagnostic::{Diagnostic, Severity};
use crate::export::tree::{Set, tree};
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding};
use crate::i18n::Message;
use crate::needs::{internals, versions};

/// Helm values of OVN-Kubernetes.
pub(in crate::export) struct OvnKubernetes;

static META: TargetMeta = TargetMeta {
    id: "ovn-kubernetes",
    versions: versions::OVN_KUBERNETES,
    docs: "https://ovn-kubernetes.io/installation/launching-ovn-kubernetes-with-helm/",
    checked: &[
        Checked::Schema("the values of its chart, August 2026"),
        Checked::Source("ovn-org/ovn-kubernetes go-controller/pkg/config"),
    ],
};

const PLUGIN: &str = "OVN-Kubernetes";
fn values(cx: &ExportContext<'_>) -> Value {
    let spec = &cx.plan.spec;
    let pods: Vec<String> = spec
        .pod_cidrs
        .iter()
        .map(|range| format!("{range}/{}", shared::node_mask(cx, range.family())))
        .collect();
    let mut global = Map::new();
    global.set("gatewayMode", &"shared");
    global.extend(
        internals(&cx.tool(META.id)).map(|(internal, network)| (internal.key.to_owned(), tree!(network))),
    );
    tree!({
        "k8sAPIServer": shared::api_server_url(cx),
        "podNetwork": pods.join(","),
        "serviceNetwork": shared::joined(&spec.service_cidrs),
        "mtu": 1400,
        "global": global,
    })
}

impl Exporter for OvnKubernetes {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let mut found: Vec<Diagnostic> = shared::api_server_missing(cx, "k8sAPIServer")
            .into_iter()
            .collect();
        // There is no value that leaves a family's pods their own addresses.
        for family in shared::families(&cx.plan.spec.pod_cidrs) {
            if !shared::is_private(cx, family) {
                let message = Message::new("EXP042.always")
                    .with("plugin", PLUGIN)
                    .with("family", family);
                found.push(finding("EXP042", Severity::Warning, "podCIDRs", message));
            }
        }
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let mut comments = vec![
            Message::new("export-ovn-kubernetes-install"),
            Message::new("export-ovn-kubernetes-mtu"),
            shared::own_pools(PLUGIN),
        ];
        comments.extend(shared::api_server_comment(cx));
        out.add(
            "ovn-kubernetes/values.yaml",
            "application/yaml",
            &cx.yaml(&comments, &[values(cx)]),
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
        crate::export::for_tests::export(plan, &[], &["ovn-kubernetes"])
    }

    #[test]
    fn both_families_are_written() {
        let mut plan = plan("1.36", &BOTH, &SERVICES);
        plan.spec.advertise_address = Some("fd00:192:168:1::10".parse().unwrap());
        let exported = export(&plan);
        assert!(exported.diagnostics.is_empty());
        assert_eq!(
            exported.files[0].text.split_once("\nk8sAPIServer").unwrap().1,
            ": https://[fd00:192:168:1::10]:6443\npodNetwork: 10.244.0.0/16/24,fd00:10:244::/56/64\n\
             serviceNetwork: 10.96.0.0/16,fd00:10:96::/112\nmtu: 1400\nglobal:\n  gatewayMode: shared\n  \
             v4JoinSubnet: 100.64.0.0/16\n  v6JoinSubnet: fd98::/64\n  v4MasqueradeSubnet: 169.254.0.0/17\n  \
             v6MasqueradeSubnet: fd69::/112\n  v4TransitSubnet: 100.88.0.0/16\n  v6TransitSubnet: fd97::/64\n"
        );
    }

    #[test]
    fn one_family_has_its_own_networks_only() {
        let exported = export(&plan("1.36", &["10.244.0.0/16"], &["10.96.0.0/16"]));
        let text = &exported.files[0].text;
        assert!(
            text.contains("k8sAPIServer: https://CONTROL_PLANE_ENDPOINT:6443\n"),
            "{text}"
        );
        assert!(!text.contains("v6"));
        assert_eq!(exported.diagnostics[0].code, "EXP050");
    }

    fn refusal(plan: &ClusterPlan) -> (&'static str, Option<String>) {
        let exported = export(plan);
        assert!(exported.files.is_empty());
        let found = &exported.diagnostics[0];
        (found.code, found.upstream.clone())
    }

    #[test]
    fn host_subnets_are_checked_as_it_does() {
        let masks = |pods: &[&str], services: &[&str], ipv4, ipv6| {
            let mut plan = plan("1.36", pods, services);
            plan.spec.nodes.mask_size_ipv4 = ipv4;
            plan.spec.nodes.mask_size_ipv6 = ipv6;
            refusal(&plan)
        };
        let v6: &[&str] = &["fd00:10:96::/112"];
        assert_eq!(
            masks(&["fd00:10:244::/56"], v6, None, Some(80)),
            ("EXP059", Some("IPv6 only supports /64 host subnets".to_owned()))
        );
        assert_eq!(
            masks(&["fd00:10:244::/64"], v6, None, None),
            (
                "EXP059",
                Some(
                    "cannot use a host subnet length mask shorter than or equal to the cluster subnet mask. host \
                     subnet length: 64, cluster subnet length: 64"
                        .to_owned()
                )
            )
        );
        assert_eq!(
            masks(&["10.244.0.0/24"], &["10.96.0.0/16"], None, None).0,
            "EXP059"
        );
        assert_eq!(export(&plan("1.36", &["fd00:10:244::/63"], v6)).files.len(), 1);
    }

    #[test]
    fn families_of_pods_and_services_are_the_same() {
        assert_eq!(
            refusal(&plan("1.36", &BOTH, &["10.96.0.0/16"])),
            (
                "EXP043",
                Some(
                    "illegal network configuration: dual-stack cluster subnet, IPv4 service subnet"
                        .to_owned()
                )
            )
        );
        assert_eq!(
            refusal(&plan(
                "1.36",
                &["10.244.0.0/16"],
                &["10.96.0.0/16", "10.97.0.0/16"]
            )),
            (
                "EXP043",
                Some(
                    "kubernetes service-cidrs must contain either a single CIDR or else an IPv4/IPv6 pair"
                        .to_owned()
                )
            )
        );
        assert_eq!(refusal(&plan("1.36", &["10.244.0.0/16"], &[])), ("EXP043", None));
        assert_eq!(refusal(&plan("1.36", &[], &SERVICES)), ("EXP040", None));
    }

    #[test]
    fn its_own_networks_are_not_used_for_anything_else() {
        assert_eq!(
            refusal(&plan("1.36", &["100.64.0.0/14"], &["10.96.0.0/16"])),
            (
                "EXP051",
                Some(
                    "illegal network configuration: built-in join subnet \"100.64.0.0/16\" overlaps cluster subnet \
                     \"100.64.0.0/14\""
                        .to_owned()
                )
            )
        );
        let mut nodes = plan("1.36", &BOTH, &SERVICES);
        nodes.spec.node_cidrs.push("100.88.4.0/24".parse().unwrap());
        assert_eq!(refusal(&nodes), ("EXP051", None));
        let mut reserved = plan("1.36", &BOTH, &SERVICES);
        reserved.spec.reserved.push(Reserved {
            name: "vpn".to_owned(),
            cidr: "fd97::/48".parse().unwrap(),
        });
        assert_eq!(refusal(&reserved), ("EXP051", None));
        // Networks of the plan that overlap each other are a matter of its rules.
        let mut both = plan("1.36", &BOTH, &SERVICES);
        both.spec.reserved.push(Reserved {
            name: "lan".to_owned(),
            cidr: "192.168.0.0/16".parse().unwrap(),
        });
        assert_eq!(export(&both).files.len(), 1);
    }

    #[test]
    fn routed_pods_are_translated_all_the_same() {
        let exported = export(&plan("1.36", &["2a00:1450::/56"], &["fd00:10:96::/112"]));
        let codes: Vec<&str> = exported.diagnostics.iter().map(|found| found.code).collect();
        assert_eq!(codes, ["EXP050", "EXP042"]);
    }
}
