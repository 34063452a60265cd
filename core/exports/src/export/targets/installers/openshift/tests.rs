use crate::catalog::{Cni, Provider};
use crate::components::plan_for_tests as plan;
use crate::export::for_tests::export;
use crate::request::ClusterPlan;

const PODS: &[&str] = &["10.244.0.0/16", "fd00:10:244::/56"];
const SERVICES: &[&str] = &["10.96.0.0/16", "fd00:10:96::/112"];

fn body(plan: &ClusterPlan) -> String {
    let exported = export(plan, &[], &["openshift"]);
    assert_eq!(exported.files.len(), 1, "{:?}", exported.diagnostics);
    let lines = exported.files[0]
        .text
        .lines()
        .filter(|line| !line.starts_with('#'));
    lines.map(|line| format!("{line}\n")).collect()
}

fn refusal(plan: &ClusterPlan) -> String {
    let exported = export(plan, &[], &["openshift"]);
    assert!(exported.files.is_empty(), "{:?}", exported.files);
    exported.diagnostics[0].upstream.clone().unwrap_or_default()
}

#[test]
fn both_families_on_own_machines() {
    let mut plan = plan("1.36", PODS, SERVICES);
    plan.spec.nodes.count = 40;
    assert_eq!(
        body(&plan),
        "\
apiVersion: v1
baseDomain: example.com
metadata:
  name: demo
networking:
  networkType: OVNKubernetes
  machineNetwork:
    - cidr: 192.168.1.0/24
    - cidr: fd00:192:168:1::/64
  clusterNetwork:
    - cidr: 10.244.0.0/16
      hostPrefix: 24
    - cidr: fd00:10:244::/56
      hostPrefix: 64
  serviceNetwork:
    - 10.96.0.0/16
    - fd00:10:96::/112
platform:
  baremetal:
    apiVIPs:
      - API_VIP_IPV4
      - API_VIP_IPV6
    ingressVIPs:
      - INGRESS_VIP_IPV4
      - INGRESS_VIP_IPV6
controlPlane:
  name: master
  replicas: 3
compute:
  - name: worker
    replicas: 37
pullSecret: PULL_SECRET
sshKey: SSH_PUBLIC_KEY
"
    );
}

#[test]
fn ipv6_first_turns_every_list() {
    let text = body(&plan("1.36", &[PODS[1], PODS[0]], &[SERVICES[1], SERVICES[0]]));
    assert!(
        text.contains("  machineNetwork:\n    - cidr: fd00:192:168:1::/64\n    - cidr: 192.168.1.0/24\n"),
        "{text}"
    );
    assert!(
        text.contains("    apiVIPs:\n      - API_VIP_IPV6\n      - API_VIP_IPV4\n"),
        "{text}"
    );
}

#[test]
fn platforms_have_their_families() {
    let on = |provider: &str, pods: &[&str], services: &[&str]| {
        let mut plan = plan("1.35", pods, services);
        plan.spec.provider = Provider::find(provider);
        plan
    };
    let aws = body(&on("aws", &PODS[..1], &SERVICES[..1]));
    assert!(
        aws.contains("platform:\n  aws:\n    region: REGION\ncontrolPlane:"),
        "{aws}"
    );
    for provider in ["aws", "azure", "gcp"] {
        assert_eq!(
            refusal(&on(provider, PODS, SERVICES)),
            "networking: Invalid value: \"DualStack\": dual-stack IPv4/IPv6 is not supported for this platform, \
             specify only one type of address"
        );
        assert_eq!(
            refusal(&on(provider, &PODS[1..], &SERVICES[1..])),
            "networking: Invalid value: \"IPv6\": single-stack IPv6 is not supported for this platform"
        );
    }
    for provider in ["openstack", "vsphere"] {
        body(&on(provider, &[PODS[1], PODS[0]], &[SERVICES[1], SERVICES[0]]));
        body(&on(provider, &PODS[1..], &SERVICES[1..]));
    }
}

#[test]
fn networks_that_the_installer_refuses() {
    let with = |pods: &[&str], services: &[&str]| refusal(&plan("1.36", pods, services));
    for (pods, text) in [
        (
            "100.64.0.0/14",
            "networking.clusterNetwork[0].cidr: Invalid value: \"100.64.0.0/14\": must not overlap with \
             OVNKubernetes default internal subnet 100.64.0.0/16",
        ),
        (
            "100.88.0.0/16",
            "networking.clusterNetwork[0].cidr: Invalid value: \"100.88.0.0/16\": must not overlap with \
             OVNKubernetes default transit subnet 100.88.0.0/16",
        ),
        (
            "169.254.0.0/16",
            "networking.clusterNetwork[0].cidr: Invalid value: \"169.254.0.0/16\": must not overlap with \
             OVNKubernetes default masquerade subnet 169.254.0.0/17",
        ),
        (
            "192.168.0.0/16",
            "networking.clusterNetwork[0].cidr: Invalid value: \"192.168.0.0/16\": cluster network must not \
             overlap with any of the machine networks",
        ),
        (
            "10.96.0.0/14",
            "networking.clusterNetwork[0].cidr: Invalid value: \"10.96.0.0/14\": cluster network must not overlap \
             with service network 0",
        ),
        (
            "10.244.0.0/25",
            "networking.clusterNetwork[0].hostPrefix: Invalid value: 24: cluster network host subnetwork prefix \
             must not be larger size than CIDR 10.244.0.0/25",
        ),
    ] {
        assert_eq!(with(&[pods], &["10.96.0.0/16"]), text);
    }
    assert_eq!(
        with(&PODS[1..], &["fd00:10:96::/107"]),
        "networking.serviceNetwork[0]: Invalid value: \"fd00:10:96::/107\": subnet size for IPv6 service network \
         should be /112"
    );
    assert_eq!(
        with(PODS, &SERVICES[..1]),
        "spec.clusterNetwork and spec.serviceNetwork must either both be IPv4-only, both be IPv6-only, or both be \
         dual-stack"
    );
    assert_eq!(
        with(&PODS[..1], &["10.96.0.0/16", "10.97.0.0/16"]),
        "networking.serviceNetwork: Invalid value: \"10.96.0.0/16, 10.97.0.0/16\": only one service network can be \
         specified"
    );
    let mut masks = plan("1.36", PODS, SERVICES);
    masks.spec.nodes.mask_size_ipv6 = Some(72);
    assert_eq!(
        refusal(&masks),
        "networking.clusterNetwork[1].hostPrefix: Invalid value: 72: cluster network host subnetwork prefix must \
         be 64 for IPv6 networks"
    );
    let mut machines = plan("1.36", PODS, SERVICES);
    machines.spec.node_cidrs.truncate(1);
    assert_eq!(
        refusal(&machines),
        "networking.machineNetwork: Invalid value: \"192.168.1.0/24\": dual-stack IPv4/IPv6 requires an IPv6 \
         network in this list"
    );
}

#[test]
fn several_pod_ranges_of_a_family_are_taken() {
    let text = body(&plan(
        "1.36",
        &["10.244.0.0/16", "10.245.0.0/16"],
        &["10.96.0.0/16"],
    ));
    assert_eq!(text.matches("hostPrefix: 24").count(), 2);
}

#[test]
fn what_is_left_to_the_user_is_said() {
    let mut plan = plan("1.36", &["172.17.0.0/16"], &["10.96.0.0/16"]);
    plan.spec.node_cidrs.clear();
    plan.spec.cni = Cni::find("calico");
    plan.spec.advertise_address = Some("192.168.1.11".parse().unwrap());
    let exported = export(&plan, &[], &["openshift"]);
    let codes: Vec<&str> = exported.diagnostics.iter().map(|found| found.code).collect();
    assert_eq!(codes, ["EXP098", "EXP093", "EXP096", "EXP097", "EXP094"]);
    assert!(body(&plan).contains("    - cidr: MACHINE_NETWORK_IPV4\n"));
    assert_eq!(
        exported.diagnostics[4].upstream.as_deref(),
        Some("networking.clusterNetwork[0][0]: 172.17.0.0/16 overlaps with default Docker Bridge subnet")
    );
}

#[test]
fn aws_is_told_its_families_from_1_36_on() {
    let at = |version: &str, pods: &[&str], services: &[&str]| {
        let mut plan = plan(version, pods, services);
        plan.spec.provider = Provider::find("aws");
        plan
    };
    let text = body(&at("1.36", PODS, SERVICES));
    assert!(text.contains("    ipFamily: DualStackIPv4Primary\n"), "{text}");
    let turned = at("1.36", &[PODS[1], PODS[0]], &[SERVICES[1], SERVICES[0]]);
    assert!(body(&turned).contains("    ipFamily: DualStackIPv6Primary\n"));
    assert!(!body(&at("1.36", &PODS[..1], &SERVICES[..1])).contains("ipFamily"));
    assert!(refusal(&at("1.35", PODS, SERVICES)).contains("not supported for this platform"));
}
