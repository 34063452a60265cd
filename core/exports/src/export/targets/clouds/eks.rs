//! EKS (awsdocs/amazon-eks-user-guide, API KubernetesNetworkConfigRequest; eksctl-io/eksctl
//! pkg/apis/eksctl.io/v1alpha5/validation.go, pkg/vpc/vpc.go; hashicorp/terraform-provider-aws eks_cluster).
//!
//! A cluster has one family for pods and Services, fixed when it is made. Pods take addresses of the VPC's subnets, so
//! of the plan only the nodes' network and an IPv4 Service range can be given; AWS assigns every IPv6 range itself.

use serde_json::Value;

use super::shared::{self, Cloud, Findings, Stack};
use crate::catalog::clouds;
use crate::diagnostic::Severity;
use crate::export::text::hcl::{Body, HclValue};
use crate::export::text::shell::{self, Command};
use crate::export::tree::sparse;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::needs::versions;
use crate::net::{AddressCount, Cidr, IpFamily};

/// An eksctl file, an aws command and a Terraform configuration.
pub(in crate::export) struct Eks;

static META: TargetMeta = TargetMeta {
    id: "eks",
    versions: versions::EKS,
    docs: "https://docs.aws.amazon.com/eks/latest/userguide/cni-ipv6.html",
    checked: &[
        Checked::Schema("eksctl-io/eksctl 99984adb"),
        Checked::Reader("ShellCheck and HCL"),
    ],
};
const CLOUD: Cloud = Cloud {
    target: META.id,
    title: "EKS",
};

/// The largest number of characters in a cluster's name, which is longer than any name here.
const LONGEST_NAME: usize = 100;

/// eksctl cuts a VPC into eight subnets (pkg/vpc/vpc.go, `SplitInto8`).
const EKSCTL_SUBNET_BITS: u8 = 3;

/// Returns the Service range that can be set: an IPv4 range of an IPv4 cluster. `None` for other clusters.
fn service_range(cx: &ExportContext<'_>, stack: Stack) -> Option<Cidr> {
    match stack.first {
        IpFamily::IPv4 => shared::services(cx, IpFamily::IPv4),
        IpFamily::IPv6 => None,
    }
}

/// Returns the ranges of the plan that no field takes. The node networks are not among them.
fn unused_ranges(cx: &ExportContext<'_>, stack: Stack) -> Vec<Cidr> {
    let spec = &cx.plan.spec;
    let given = service_range(cx, stack);
    let ipv6_nodes = spec.node_cidrs_of(IpFamily::IPv6);
    let rest = spec.pod_cidrs.iter().chain(&spec.service_cidrs).copied();
    rest.chain(ipv6_nodes)
        .filter(|cidr| Some(*cidr) != given)
        .collect()
}

fn check(cx: &ExportContext<'_>) -> Support {
    let mut out = Findings::of(CLOUD);
    let Some(stack) = shared::stack(cx) else {
        return out.into_support();
    };
    let vpc = shared::nodes(cx, IpFamily::IPv4);
    if let Some(range) = vpc.filter(|_| stack.first == IpFamily::IPv4) {
        check_pod_addresses(&mut out, cx, range);
    }
    let unused = unused_ranges(cx, stack);
    let message = Message::new("EXP104.eks").with("ranges", shared::joined(&unused));
    out.add("EXP104", Severity::Warning, "podCIDRs", message);
    let used: Vec<Cidr> = vpc.into_iter().chain(unused).collect();
    shared::unused_networks(&mut out, cx, &used);
    shared::other_plugin(&mut out, cx, &["aws-vpc"], "Amazon VPC CNI");
    let message = Message::new("EXP119")
        .with("value", "REGION")
        .with("file", "eks/cluster.yaml");
    out.add("EXP119", Severity::Warning, "", message);
    let version = cx.plan.spec.kubernetes_version;
    if version.patch().is_some() {
        let message = Message::new("EXP119.patch")
            .with("version", version)
            .with("minor", version.without_patch());
        out.add("EXP119", Severity::Warning, "kubernetesVersion", message);
    }
    out.into_support()
}

/// Compares the addresses of the VPC with those of an IPv4 cluster, in which every pod takes one, as its node does.
fn check_pod_addresses(out: &mut Findings, cx: &ExportContext<'_>, range: Cidr) {
    let nodes = cx.plan.spec.nodes;
    let wanted = u128::from(nodes.planned()).saturating_mul(u128::from(nodes.max_pods).saturating_add(1));
    let left = range.size().saturating_sub(clouds::AWS_SUBNET_RESERVED.into());
    if left < AddressCount::from(wanted) {
        let message = Message::new("EXP109.pods")
            .with("range", range)
            .with("room", left)
            .with("nodes", nodes.planned())
            .with("pods", nodes.max_pods)
            .with("wanted", AddressCount::from(wanted));
        out.add("EXP109", Severity::Warning, "nodeCIDRs", message);
    }
}

/// Returns whether the nodes of an IPv4 cluster have IPv6 addresses too, as the plan's node networks want it.
fn dual_stack_nodes(cx: &ExportContext<'_>, stack: Stack) -> bool {
    stack.first == IpFamily::IPv4 && shared::nodes(cx, IpFamily::IPv6).is_some()
}

/// Returns the `ClusterConfig` of eksctl.
fn cluster_config(cx: &ExportContext<'_>, stack: Stack) -> Value {
    let spec = &cx.plan.spec;
    let nodes = spec.nodes;
    sparse!({
        "apiVersion": "eksctl.io/v1alpha5",
        "kind": "ClusterConfig",
        "metadata": {
            "name": shared::name(cx, LONGEST_NAME),
            "region": "REGION",
            "version": spec.kubernetes_version.without_patch(),
        },
        "kubernetesNetworkConfig": {
            // eksctl spells the families as Kubernetes does, the API in lower case.
            "ipFamily": stack.first,
            "serviceIPv4CIDR": service_range(cx, stack),
        },
        "vpc": {
            "cidr": shared::nodes(cx, IpFamily::IPv4),
            // IPv6 clusters always get it, and eksctl refuses the field there.
            "autoAllocateIPv6": dual_stack_nodes(cx, stack).then_some(true),
        },
        // IPv6 clusters want all of these.
        "iam": {"withOIDC": true},
        "addons": [{"name": "vpc-cni"}, {"name": "coredns"}, {"name": "kube-proxy"}],
        "managedNodeGroups": [{
            "name": "nodes",
            "desiredCapacity": nodes.count,
            "minSize": nodes.count.min(1),
            "maxSize": nodes.planned().max(1),
        }],
    })
}

fn script(cx: &ExportContext<'_>, stack: Stack) -> String {
    let family = stack.first.to_string().to_ascii_lowercase();
    let network = match service_range(cx, stack) {
        Some(range) => format!("ipFamily={family},serviceIpv4Cidr={range}"),
        None => format!("ipFamily={family}"),
    };
    let cluster = Command::new(["aws", "eks", "create-cluster"])
        .flag("--name", shared::name(cx, LONGEST_NAME))
        .flag(
            "--kubernetes-version",
            cx.plan.spec.kubernetes_version.without_patch(),
        )
        .variable("--role-arn", "CLUSTER_ROLE_ARN")
        .variable("--resources-vpc-config=subnetIds", "SUBNET_IDS")
        .flag("--kubernetes-network-config", network);
    let commands = [
        shell::required("CLUSTER_ROLE_ARN"),
        shell::required("SUBNET_IDS"),
        "\n".to_owned(),
        cluster.render(),
    ];
    let mut comments = comments(cx, stack);
    comments.push(Message::new("export-eks-script"));
    shared::script(cx, &comments, &commands)
}

fn configuration(cx: &ExportContext<'_>, stack: Stack) -> Body {
    let family = stack.first.to_string().to_ascii_lowercase();
    let range = service_range(cx, stack).map(HclValue::text);
    shared::variable(cx, "cluster_role_arn", "string", "export-eks-role", None)
        .append(shared::variable(
            cx,
            "subnet_ids",
            "list(string)",
            "export-eks-subnets",
            None,
        ))
        .block(
            "resource",
            &["aws_eks_cluster", "cluster"],
            Body::new()
                .attribute("name", HclValue::text(shared::name(cx, LONGEST_NAME)))
                .attribute("role_arn", HclValue::expression("var.cluster_role_arn"))
                .attribute(
                    "version",
                    HclValue::text(cx.plan.spec.kubernetes_version.without_patch()),
                )
                .block(
                    "vpc_config",
                    &[],
                    Body::new().attribute("subnet_ids", HclValue::expression("var.subnet_ids")),
                )
                .block(
                    "kubernetes_network_config",
                    &[],
                    Body::new()
                        .attribute("ip_family", HclValue::text(family))
                        .optional("service_ipv4_cidr", range),
                ),
        )
}

fn versions() -> Message {
    Message::new("export-cloud-versions").with("command", "aws eks describe-cluster-versions")
}

/// Returns the comments for every file but eksctl's: the available versions, and the requirements for the subnets.
fn comments(cx: &ExportContext<'_>, stack: Stack) -> Vec<Message> {
    let mut comments = vec![versions()];
    if stack.first == IpFamily::IPv6 || dual_stack_nodes(cx, stack) {
        comments.push(Message::new("export-eks-subnets.both"));
    }
    if stack.first == IpFamily::IPv4 {
        comments.push(Message::new("export-eks-subnets.ipv4"));
    }
    if let Some(range) = shared::nodes(cx, IpFamily::IPv4) {
        comments.push(Message::new("export-eks-vpc").with("range", range));
    }
    comments
}

impl Exporter for Eks {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        check(cx)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let Some(stack) = shared::stack(cx) else {
            return Ok(());
        };
        let mut about = vec![versions(), Message::new("export-eks-region")];
        if let Some(vpc) = shared::nodes(cx, IpFamily::IPv4) {
            let subnets = format!("/{}", vpc.prefix_len().saturating_add(EKSCTL_SUBNET_BITS));
            about.push(Message::new("export-eks-split").with("subnets", subnets));
        }
        if stack.first == IpFamily::IPv4 {
            about.push(Message::new("export-eks-pods").with("pods", cx.plan.spec.nodes.max_pods));
        }
        let config = cx.yaml(&about, &[cluster_config(cx, stack)]);
        out.add("eks/cluster.yaml", "application/yaml", &config)?;
        out.add("eks/create.sh", "text/x-shellscript", &script(cx, stack))?;
        let text = cx.hcl(&comments(cx, stack), &configuration(cx, stack));
        out.add("eks/main.tf", "text/plain", &text)
    }
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::{dual, file, ipv4, plan, refused, said};
    use crate::components::plan_for_tests;
    use crate::export::for_tests::export;
    use crate::request::ClusterPlan;

    fn ipv6() -> ClusterPlan {
        plan(&["fd00:10:244::/56"], &["fd00:10:96::/112"])
    }

    /// A network that holds nodes and their pods.
    fn roomy(mut plan: ClusterPlan) -> ClusterPlan {
        plan.spec.node_cidrs = vec!["192.168.0.0/16".parse().unwrap()];
        plan
    }

    #[test]
    fn eksctl_file_of_an_ipv4_cluster() {
        let expected = r#"apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata:
  name: demo
  region: REGION
  version: "1.36"
kubernetesNetworkConfig:
  ipFamily: IPv4
  serviceIPv4CIDR: 10.96.0.0/16
vpc:
  cidr: 192.168.0.0/16
iam:
  withOIDC: true
addons:
  - name: vpc-cni
  - name: coredns
  - name: kube-proxy
managedNodeGroups:
  - name: nodes
    desiredCapacity: 40
    minSize: 1
    maxSize: 40
"#;
        assert_eq!(file(&roomy(ipv4()), "eks", "eks/cluster.yaml"), expected);
        assert_eq!(said(&roomy(ipv4()), "eks"), ["EXP104.eks", "EXP119"]);
    }

    #[test]
    fn eksctl_file_of_an_ipv6_cluster() {
        let expected = r#"apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata:
  name: demo
  region: REGION
  version: "1.36"
kubernetesNetworkConfig:
  ipFamily: IPv6
vpc:
  cidr: 192.168.0.0/16
iam:
  withOIDC: true
addons:
  - name: vpc-cni
  - name: coredns
  - name: kube-proxy
managedNodeGroups:
  - name: nodes
    desiredCapacity: 40
    minSize: 1
    maxSize: 40
"#;
        assert_eq!(file(&roomy(ipv6()), "eks", "eks/cluster.yaml"), expected);
    }

    #[test]
    fn commands_and_configurations_name_the_family() {
        let script = r#"set -eu
: "${CLUSTER_ROLE_ARN:?}"
: "${SUBNET_IDS:?}"

aws eks create-cluster \
  --name=demo \
  --kubernetes-version=1.36 \
  --role-arn="$CLUSTER_ROLE_ARN" \
  --resources-vpc-config=subnetIds="$SUBNET_IDS" \
  --kubernetes-network-config=ipFamily=ipv4,serviceIpv4Cidr=10.96.0.0/16
"#;
        assert_eq!(file(&ipv4(), "eks", "eks/create.sh"), script);
        let ipv6 = ipv6();
        assert!(file(&ipv6, "eks", "eks/create.sh").ends_with("--kubernetes-network-config=ipFamily=ipv6\n"));
        let configuration = file(&ipv4(), "eks", "eks/main.tf");
        assert!(configuration.ends_with(
            r#"resource "aws_eks_cluster" "cluster" {
  name     = "demo"
  role_arn = var.cluster_role_arn
  version  = "1.36"

  vpc_config {
    subnet_ids = var.subnet_ids
  }

  kubernetes_network_config {
    ip_family         = "ipv4"
    service_ipv4_cidr = "10.96.0.0/16"
  }
}
"#
        ));
        assert!(file(&ipv6, "eks", "eks/main.tf").contains("    ip_family = \"ipv6\"\n  }\n"));
    }

    #[test]
    fn no_pod_range_and_no_ipv6_range_is_ever_given() {
        for plan in [ipv4(), ipv6()] {
            for path in ["eks/cluster.yaml", "eks/create.sh", "eks/main.tf"] {
                let text = file(&plan, "eks", path);
                assert!(!text.contains("fd00") && !text.contains("10.244"), "{text}");
            }
        }
    }

    #[test]
    fn a_dual_stack_plan_is_refused_in_either_order() {
        let mut plan = roomy(dual());
        assert_eq!(refused(&plan, "eks"), ["EXP110"]);
        plan.spec.pod_cidrs.reverse();
        plan.spec.service_cidrs.reverse();
        assert_eq!(refused(&plan, "eks"), ["EXP110"]);
    }

    #[test]
    fn nodes_of_an_ipv4_cluster_can_have_both_families() {
        let mut plan = roomy(ipv4());
        plan.spec.node_cidrs.push("fd00:192:168::/64".parse().unwrap());
        assert_eq!(said(&plan, "eks"), ["EXP104.eks", "EXP119"]);
        let text = file(&plan, "eks", "eks/cluster.yaml");
        assert!(text.contains("  ipFamily: IPv4\n  serviceIPv4CIDR: 10.96.0.0/16\n"));
        assert!(text.contains("  cidr: 192.168.0.0/16\n  autoAllocateIPv6: true\n"));
    }

    #[test]
    fn service_ranges_that_the_api_refuses() {
        for (services, expected) in [
            ("100.64.0.0/16", "EXP111"),
            ("8.8.0.0/16", "EXP111"),
            ("10.0.0.0/11", "EXP111.size"),
            ("10.96.0.0/25", "EXP111.size"),
            ("192.168.128.0/20", "EXP112"),
        ] {
            let plan = roomy(plan(&["10.244.0.0/16"], &[services]));
            assert!(refused(&plan, "eks").contains(&expected.to_owned()), "{services}");
        }
        for services in ["10.96.0.0/12", "172.20.0.0/24"] {
            said(&roomy(plan(&["10.244.0.0/16"], &[services])), "eks");
        }
        // The range of eksctl's own VPC, where the plan has none.
        let mut plan = plan(&["10.244.0.0/16"], &["192.168.128.0/20"]);
        plan.spec.node_cidrs.clear();
        assert_eq!(refused(&plan, "eks")[0], "EXP112");
    }

    #[test]
    fn networks_that_eksctl_makes_no_vpc_of() {
        for network in ["172.16.0.0/15", "172.16.0.0/25"] {
            let mut plan = ipv4();
            plan.spec.node_cidrs = vec![network.parse().unwrap()];
            let found = export(&plan, &[], &["eks"]).diagnostics;
            let found = found.iter().find(|found| found.code == "EXP113").unwrap();
            assert_eq!(
                found.upstream.as_deref(),
                Some("VPC CIDR prefix must be between /16 and /24")
            );
            refused(&plan, "eks");
        }
    }

    #[test]
    fn pods_of_ipv4_clusters_need_addresses_of_the_vpc() {
        let mut plan = ipv4();
        plan.spec.node_cidrs = vec!["172.16.0.0/20".parse().unwrap()];
        // 40 nodes with 100 pods each and 5 addresses of AWS: 4045 of 4096.
        plan.spec.nodes.max_pods = 100;
        assert_eq!(said(&plan, "eks"), ["EXP104.eks", "EXP119"]);
        plan.spec.nodes.max_pods = 102;
        assert_eq!(said(&plan, "eks")[0], "EXP109.pods");
        // Nodes of an IPv6 cluster need one each.
        let mut plan = ipv6();
        plan.spec.node_cidrs = vec!["172.16.0.0/24".parse().unwrap()];
        plan.spec.nodes.count = 251;
        assert_eq!(said(&plan, "eks"), ["EXP104.eks", "EXP119"]);
        plan.spec.nodes.max = Some(252);
        assert_eq!(said(&plan, "eks")[0], "EXP109");
    }

    #[test]
    fn the_patch_level_is_left_to_eks() {
        let mut plan = roomy(plan_for_tests("1.36.2", &["10.244.0.0/16"], &["10.96.0.0/16"]));
        plan.spec.cni = crate::catalog::Cni::find("cilium");
        assert_eq!(
            said(&plan, "eks"),
            ["EXP104.eks", "EXP116", "EXP119", "EXP119.patch"]
        );
        assert!(file(&plan, "eks", "eks/cluster.yaml").contains("  version: \"1.36\"\n"));
    }
}
