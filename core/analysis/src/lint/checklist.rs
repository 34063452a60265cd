//! The checklist: checks of hosts and installed components that no plan file can decide. The plan selects them, and
//! each has the commands that answer it. A row corresponds to a rule that needs the state of a host.

use serde::Serialize;

use crate::catalog::{DistributionRow, PodAddressSource};
use crate::clusterip::KUBERNETES_SERVICE_INDEX;
use crate::i18n::Message;
use crate::net::lists::of_family;
use crate::net::special::{self, Purpose};
use crate::net::{Cidr, IpFamily};
use crate::request::ClusterPlan;

/// A check to make on the running cluster.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct ChecklistItem {
    /// The stable name of the item: `forwarding`.
    pub id: &'static str,
    /// The code of the rule that the item corresponds to.
    pub code: &'static str,
    /// The subject of the item.
    pub title: Message,
    /// What to check, and what fails otherwise.
    pub check: Message,
    /// The commands that show the state.
    pub commands: Vec<String>,
}

/// A row of the checklist: the condition on the plan, and the commands to run.
struct Row {
    id: &'static str,
    code: &'static str,
    when: fn(&Facts<'_>) -> bool,
    commands: fn(&Facts<'_>) -> Vec<String>,
}

/// The facts about a plan that rows depend on.
struct Facts<'a> {
    plan: &'a ClusterPlan,
    ipv4: bool,
    ipv6: bool,
}

impl<'a> Facts<'a> {
    fn of(plan: &'a ClusterPlan) -> Facts<'a> {
        let has = |family| of_family(&plan.spec.pod_cidrs, family).is_some();
        Facts {
            plan,
            ipv4: has(IpFamily::IPv4),
            ipv6: has(IpFamily::IPv6),
        }
    }

    fn dual(&self) -> bool {
        self.ipv4 && self.ipv6
    }

    fn unique_local_pods(&self) -> bool {
        let local = |range: &Cidr| {
            special::containing(range).is_some_and(|block| block.purpose == Purpose::UniqueLocal)
        };
        self.plan.spec.pod_cidrs.iter().any(local)
    }

    fn node_blocks_count(&self) -> bool {
        let source = self.plan.spec.pod_addresses();
        source.is_none_or(|source| source == PodAddressSource::NodePodCidrs)
    }

    fn shows_plugin(&self) -> Option<&'static str> {
        self.plan.spec.cni?.row().show
    }

    fn distribution(&self, fact: fn(&DistributionRow) -> bool) -> bool {
        self.plan
            .spec
            .distribution
            .is_some_and(|distribution| fact(distribution.row()))
    }

    fn own_machines(&self) -> bool {
        self.plan
            .spec
            .provider
            .is_none_or(|provider| !provider.row().reports_node_addresses)
    }
}

const fn row(
    id: &'static str,
    code: &'static str,
    when: fn(&Facts<'_>) -> bool,
    commands: fn(&Facts<'_>) -> Vec<String>,
) -> Row {
    Row {
        id,
        code,
        when,
        commands,
    }
}

fn lines(commands: &[&str]) -> Vec<String> {
    commands.iter().map(|command| (*command).to_owned()).collect()
}

/// The rows in the order of the work: hosts, nodes, plugin, cluster.
static ROWS: &[Row] = &[
    row(
        "docker-ipv6",
        "NODE009",
        |plan| plan.ipv6 && plan.distribution(|row| row.nodes_are_containers),
        |_| {
            lines(&[
                "docker network inspect kind --format '{{.EnableIPv6}} {{json .IPAM.Config}}'",
                "cat /proc/net/if_inet6",
            ])
        },
    ),
    row(
        "ipv6-enabled",
        "NODE009",
        |plan| plan.ipv6,
        |_| lines(&["sysctl net.ipv6.conf.all.disable_ipv6", "cat /proc/net/if_inet6"]),
    ),
    row(
        "forwarding",
        "NODE008",
        |_| true,
        |plan| {
            let ipv4 = plan.ipv4.then_some("sysctl net.ipv4.ip_forward");
            let ipv6 = plan.ipv6.then_some("sysctl net.ipv6.conf.all.forwarding");
            lines(&ipv4.into_iter().chain(ipv6).collect::<Vec<_>>())
        },
    ),
    row(
        "router-advertisements",
        "NODE007",
        |plan| plan.ipv6,
        |_| {
            lines(&[
                "ip -6 route show default",
                "sysctl -a --pattern 'net.ipv6.conf..*.accept_ra$'",
            ])
        },
    ),
    row(
        "icmpv6",
        "CNI011",
        |plan| plan.ipv6,
        |_| lines(&["nft list ruleset | grep -i icmpv6", "ip6tables -S | grep -i icmp"]),
    ),
    row(
        "node-addresses",
        "NODE001",
        |plan| plan.dual(),
        |plan| {
            let list = "kubectl get nodes -o jsonpath='{range .items[*]}{.metadata.name}{\"\\t\"}\
                        {.status.addresses[?(@.type==\"InternalIP\")].address}{\"\\n\"}{end}'";
            let flag = plan
                .own_machines()
                .then_some("ps -o args= -C kubelet | tr ' ' '\\n' | grep node-ip");
            lines(&[list].into_iter().chain(flag).collect::<Vec<_>>())
        },
    ),
    row(
        "node-blocks",
        "MIG001",
        |plan| plan.dual() && plan.node_blocks_count(),
        |_| lines(&["kubectl get nodes -o custom-columns=NAME:.metadata.name,PODCIDRS:.spec.podCIDRs"]),
    ),
    row(
        "certificate",
        "ORD008",
        |plan| plan.own_machines(),
        |_| lines(&["openssl x509 -in /etc/kubernetes/pki/apiserver.crt -noout -ext subjectAltName"]),
    ),
    row(
        "endpoint-brackets",
        "ORD010",
        |plan| plan.ipv6 && plan.distribution(|row| row.kubeadm),
        |_| {
            lines(&[
                "kubectl -n kube-system get configmap kubeadm-config -o yaml | grep controlPlaneEndpoint",
            ])
        },
    ),
    row(
        "feature-set",
        "VER011",
        |plan| plan.distribution(|row| row.feature_sets),
        |_| lines(&["oc get featuregate cluster -o jsonpath='{.spec.featureSet}'"]),
    ),
    row(
        "cri-dockerd",
        "VER010",
        |plan| plan.dual(),
        |_| lines(&["ps -o args= -C cri-dockerd"]),
    ),
    row(
        "plugin",
        "CNI006",
        |plan| plan.shows_plugin().is_some(),
        |plan| plan.shows_plugin().into_iter().map(str::to_owned).collect(),
    ),
    row(
        "masquerade",
        "EGR001",
        |plan| plan.unique_local_pods(),
        |plan| {
            let k3s = plan
                .distribution(|row| row.bundles_flannel)
                .then_some("grep flannel-ipv6-masq /etc/rancher/k3s/config.yaml");
            lines(
                &[
                    "ip6tables -t nat -S POSTROUTING",
                    "nft list ruleset | grep masquerade",
                ]
                .into_iter()
                .chain(k3s)
                .collect::<Vec<_>>(),
            )
        },
    ),
    row(
        "kube-proxy",
        "PRX001",
        |plan| plan.dual(),
        |_| {
            lines(&[
                "ip6tables -t nat -S >/dev/null && echo ok",
                "kubectl -n kube-system logs -l k8s-app=kube-proxy | grep -- '-stack mode'",
            ])
        },
    ),
    row(
        "listeners",
        "SVC016",
        |plan| plan.dual(),
        |_| lines(&["kubectl exec POD -- ss -ltn"]),
    ),
    row(
        "upstream-dns",
        "DNS004",
        |plan| plan.ipv6 && !plan.ipv4,
        |_| lines(&["cat /etc/resolv.conf", "cat /run/systemd/resolve/resolv.conf"]),
    ),
];

/// Returns the checks to make on the running cluster of a plan.
///
/// ```
/// use dualstack_analysis::lint::checklist::checklist;
/// use dualstack_analysis::{AnalyzeOptions, analyze};
/// let text = "\
/// apiVersion: dualstack-planner/v1
/// kind: ClusterPlan
/// spec:
///   kubernetesVersion: \"1.36\"
///   podCIDRs: [10.244.0.0/16]
///   serviceCIDRs: [10.96.0.0/16]
/// ";
/// let plan = analyze(text, &AnalyzeOptions::default()).plan.unwrap();
/// let ids: Vec<&str> = checklist(&plan).iter().map(|item| item.id).collect();
/// assert_eq!(ids, ["forwarding", "certificate"]);
/// ```
pub fn checklist(plan: &ClusterPlan) -> Vec<ChecklistItem> {
    let facts = Facts::of(plan);
    let services: Vec<String> = plan
        .spec
        .service_cidrs
        .iter()
        .filter_map(|range| range.address(KUBERNETES_SERVICE_INDEX))
        .map(|address| address.to_string())
        .collect();
    let services = services.join(", ");
    ROWS.iter()
        .filter(|row| (row.when)(&facts))
        .map(|row| ChecklistItem {
            id: row.id,
            code: row.code,
            title: Message::new(format!("check-{}.title", row.id)),
            check: Message::new(format!("check-{}", row.id)).with("services", services.clone()),
            commands: (row.commands)(&facts),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Catalogue, LOCALES, complete};
    use crate::{AnalyzeOptions, analyze};

    fn items(spec: &str) -> Vec<ChecklistItem> {
        let text = format!("apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n{spec}");
        checklist(&analyze(&text, &AnalyzeOptions::default()).plan.unwrap())
    }

    const DUAL: &str = "  kubernetesVersion: \"1.36\"\n  podCIDRs: [10.244.0.0/16, \"fd00:10:244::/56\"]\n  \
                        serviceCIDRs: [10.96.0.0/16, \"fd00:10:96::/112\"]\n";

    #[test]
    fn every_row_has_its_texts_in_every_language() {
        for locale in complete(LOCALES) {
            let catalogue = Catalogue::of(locale.tag);
            for row in ROWS {
                for id in [format!("check-{}", row.id), format!("check-{}.title", row.id)] {
                    assert!(catalogue.has(&id), "{} lacks {id}", locale.tag);
                }
            }
        }
    }

    #[test]
    fn every_rule_about_hosts_is_an_item() {
        for rule in crate::lint::rules().filter(|rule| rule.meta.needs == crate::lint::Needs::Hosts) {
            let code = rule.meta.code;
            assert!(ROWS.iter().any(|row| row.code == code), "no row for {code}");
        }
        for row in ROWS {
            assert!(
                crate::lint::rule(row.code).is_some(),
                "{} stands for no rule",
                row.code
            );
        }
    }

    #[test]
    fn items_follow_families_distribution_and_plugin() {
        let ids = |spec: &str| items(spec).iter().map(|item| item.id).collect::<Vec<_>>();
        let dual = ids(DUAL);
        assert!(dual.contains(&"router-advertisements") && dual.contains(&"node-blocks"));
        assert!(!dual.contains(&"docker-ipv6") && !dual.contains(&"plugin"));
        assert!(ids(&format!("{DUAL}  distribution: kind\n")).contains(&"docker-ipv6"));
        let calico = ids(&format!("{DUAL}  cni: calico\n"));
        assert!(calico.contains(&"plugin") && !calico.contains(&"node-blocks"));
        let ipv6 = ids(
            "  kubernetesVersion: \"1.36\"\n  podCIDRs: [\"fd00:10:244::/56\"]\n  serviceCIDRs: [\"fd00:10:96::/112\"]\n",
        );
        assert!(ipv6.contains(&"upstream-dns") && !ipv6.contains(&"listeners"));
    }

    #[test]
    fn the_certificate_check_names_the_first_service_addresses() {
        let item = items(DUAL)
            .into_iter()
            .find(|item| item.id == "certificate")
            .unwrap();
        assert!(
            Catalogue::of("en")
                .text(&item.check)
                .contains("10.96.0.1, fd00:10:96::1")
        );
    }

    #[test]
    fn a_cloud_that_reports_addresses_needs_no_flag() {
        let commands = |provider: &str| {
            let found = items(&format!("{DUAL}  provider: {provider}\n"));
            found
                .into_iter()
                .find(|item| item.id == "node-addresses")
                .unwrap()
                .commands
                .len()
        };
        assert_eq!((commands("none"), commands("aws")), (2, 1));
    }
}
