use super::*;
use crate::analyze::AnalyzeOptions;
use crate::i18n::Catalogue;

const PLAN: &str = "\
apiVersion: dualstack-planner/v1
kind: ClusterPlan
spec:
  kubernetesVersion: '1.36'
  podCIDRs: [10.244.0.0/16, 'fd00:10:244::/56']
  serviceCIDRs: [10.96.0.0/16, 'fd00:10:96::/112']
  nodeCIDRs: [192.168.1.0/24]
  loadBalancerCIDRs: [192.168.2.0/28]
  advertiseAddress: 192.168.1.11
  reserved:
    - {name: office, cidr: 172.16.0.0/16}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {clusterIP: 10.96.0.99, ports: [{port: 80}]}
";

fn said(text: &str, address: &str) -> Vec<(AddressUse, String)> {
    let analysis = Analysis::of(text, &AnalyzeOptions::default());
    let answer = whose(&analysis, address.parse().unwrap()).unwrap();
    let catalogue = Catalogue::of("en");
    answer
        .holders
        .iter()
        .map(|holder| (holder.usage, catalogue.text(&holder.message)))
        .collect()
}

#[test]
fn every_place_of_a_plan_answers() {
    use AddressUse::*;
    for (address, uses, first) in [
        (
            "192.168.1.11",
            &[ApiServer, NodeNetwork][..],
            "192.168.1.11 is the address of the API server",
        ),
        (
            "10.96.0.1",
            &[KubernetesService, ServiceRange],
            "10.96.0.1 is the cluster IP of the Service default/kubernetes, through which pods reach the API server",
        ),
        (
            "10.96.0.10",
            &[ClusterDns, ServiceRange],
            "10.96.0.10 is the cluster IP that the cluster DNS has by convention",
        ),
        (
            "10.96.0.99",
            &[Service, ServiceRange],
            "10.96.0.99 is the cluster IP of the Service shop/web",
        ),
        (
            "10.96.0.20",
            &[ServiceRange],
            "10.96.0.20 lies in the static band of the Service range 10.96.0.0/16: only Services that ask for it get it, until the dynamic band is full",
        ),
        (
            "10.96.9.9",
            &[ServiceRange],
            "10.96.9.9 lies in the dynamic band of the Service range 10.96.0.0/16: any Service may get it",
        ),
        (
            "10.96.0.0",
            &[ServiceRange],
            "10.96.0.0 lies in the Service range 10.96.0.0/16, and no Service can get it",
        ),
        (
            "10.244.200.7",
            &[Node],
            "10.244.200.7 lies in 10.244.200.0/24, the block of node 200, counted from 0",
        ),
        (
            "::ffff:10.244.200.7",
            &[Node],
            "10.244.200.7 lies in 10.244.200.0/24, the block of node 200, counted from 0",
        ),
        (
            "fd00:10:244:c8::1",
            &[Node],
            "fd00:10:244:c8::1 lies in fd00:10:244:c8::/64, the block of node 200, counted from 0",
        ),
        (
            "192.168.1.7",
            &[NodeNetwork],
            "192.168.1.7 lies in 192.168.1.0/24, a network of the nodes",
        ),
        (
            "192.168.2.3",
            &[LoadBalancerPool],
            "192.168.2.3 lies in 192.168.2.0/28, a pool of load balancers",
        ),
        (
            "172.16.3.4",
            &[Reserved],
            "172.16.3.4 lies in 172.16.0.0/16, which the plan keeps free for office",
        ),
        (
            "169.254.1.1",
            &[SpecialPurpose],
            "169.254.1.1 is of no range of this plan; it lies in 169.254.0.0/16, which RFC 3927 sets aside",
        ),
        ("8.8.8.8", &[Nobody], "8.8.8.8 is of no range of this plan"),
    ] {
        let found = said(PLAN, address);
        let kinds: Vec<AddressUse> = found.iter().map(|(usage, _)| *usage).collect();
        assert_eq!(kinds, uses, "{address}: {found:?}");
        assert_eq!(found[0].1, first, "{address}");
    }
}

#[test]
fn overlapping_ranges_both_answer() {
    let text = PLAN.replace("10.96.0.0/16", "10.244.0.0/20");
    let uses: Vec<AddressUse> = said(&text, "10.244.3.4").iter().map(|found| found.0).collect();
    assert_eq!(uses, [AddressUse::ServiceRange, AddressUse::UnusedBlock]);
}

#[test]
fn a_plugin_with_pools_of_its_own_makes_the_answer_unsure() {
    let text = PLAN.replace("  nodeCIDRs", "  cni: calico\n  nodeCIDRs");
    let analysis = Analysis::of(&text, &AnalyzeOptions::default());
    let caveat = |address: &str| whose(&analysis, address.parse().unwrap()).unwrap().caveat;
    let said = Catalogue::of("en").text(&caveat("10.244.200.7").unwrap());
    assert!(
        said.starts_with("Calico gives pods addresses from pools of its own"),
        "{said}"
    );
    assert_eq!(caveat("10.96.0.1"), None);
}

#[test]
fn a_node_of_the_cluster_answers_by_name() {
    let node =
        "---\napiVersion: v1\nkind: Node\nmetadata: {name: worker-a}\nspec: {podCIDRs: [10.244.7.0/24]}\n";
    let found = said(&format!("{PLAN}{node}"), "10.244.7.9");
    assert_eq!(
        found[0].1,
        "10.244.7.9 lies in 10.244.7.0/24, a block of the node worker-a"
    );
}

#[test]
fn without_a_plan_there_is_no_answer() {
    let analysis = Analysis::of("kind: Service\n", &AnalyzeOptions::default());
    assert_eq!(whose(&analysis, "10.0.0.1".parse().unwrap()), None);
}
