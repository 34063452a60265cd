//! GKE Standard clusters, VPC-native (docs.cloud.google.com kubernetes-engine concepts/alias-ips,
//! how-to/flexible-pod-cidr; hashicorp/terraform-provider-google container_cluster, compute_subnetwork).
//!
//! The IPv6 ranges of nodes, pods and Services are Google's: a subnet gets a /64, a node a /112 of it for its pods,
//! and Services come from a range that all clusters share. No field sets other ranges.

use super::shared::{self, Cloud, Findings, Stack};
use crate::catalog::clouds;
use crate::diagnostic::Severity;
use crate::export::text::hcl::{Body, HclValue};
use crate::export::text::shell::{self, Command};
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::needs::versions;
use crate::net::{Cidr, IpFamily, special};

/// gcloud commands and a Terraform configuration.
pub(in crate::export) struct Gke;

static META: TargetMeta = TargetMeta {
    id: "gke",
    versions: versions::GKE,
    docs: "https://cloud.google.com/kubernetes-engine/docs/how-to/alias-ips",
    checked: &[
        Checked::Documentation("cloud.google.com/kubernetes-engine"),
        Checked::Reader("ShellCheck and HCL"),
    ],
};
const CLOUD: Cloud = Cloud {
    target: META.id,
    title: "GKE",
};

/// The longest name of a cluster.
const LONGEST_NAME: usize = 40;
/// Zones of a region, over which the nodes of a pool are spread.
const ZONES: u32 = 3;

/// Returns whether IPv6 addresses of nodes and pods are reachable from the Internet, which they are if the plan has
/// routed pods; otherwise they are Google's ULA.
fn is_external(cx: &ExportContext<'_>) -> bool {
    shared::pods(cx, IpFamily::IPv6).is_some_and(|range| special::is_global(&range))
}

fn nodes_per_zone(cx: &ExportContext<'_>) -> u32 {
    cx.plan.spec.nodes.count.div_ceil(ZONES).max(1)
}

/// Returns the IPv6 ranges of the plan, which have no counterpart in GKE.
fn ipv6_ranges(cx: &ExportContext<'_>) -> Vec<Cidr> {
    let spec = &cx.plan.spec;
    let lists = [&spec.node_cidrs, &spec.pod_cidrs, &spec.service_cidrs];
    lists
        .into_iter()
        .flatten()
        .filter(|cidr| cidr.family() == IpFamily::IPv6)
        .copied()
        .collect()
}

fn check(cx: &ExportContext<'_>) -> Support {
    let mut out = Findings::of(CLOUD);
    let mask = clouds::gke_node_mask(cx.plan.spec.nodes.max_pods);
    shared::fixed_mask(&mut out, cx, mask);
    let ipv6 = ipv6_ranges(cx);
    if !ipv6.is_empty() {
        let message = Message::new("EXP104.gke").with("ranges", shared::joined(&ipv6));
        out.add("EXP104", Severity::Warning, "podCIDRs", message);
    }
    let nodes = shared::nodes(cx, IpFamily::IPv4);
    let used: Vec<Cidr> = nodes.into_iter().chain(ipv6).collect();
    shared::unused_networks(&mut out, cx, &used);
    shared::other_plugin(&mut out, cx, &["gke"], "GKE Dataplane V2");
    out.into_support()
}

fn comments(cx: &ExportContext<'_>) -> Vec<Message> {
    let mut comments =
        vec![Message::new("export-cloud-versions").with("command", "gcloud container get-server-config")];
    if shared::nodes(cx, IpFamily::IPv4).is_none() {
        comments.push(Message::new("export-cloud-node-range"));
    }
    comments
}

fn script(cx: &ExportContext<'_>, stack: Stack, pods: Cidr, services: Cidr) -> String {
    let spec = &cx.plan.spec;
    let name = shared::name(cx, LONGEST_NAME);
    let subnet = format!("{name}-nodes");
    let range = shared::nodes(cx, IpFamily::IPv4);

    let mut network =
        Command::new(["gcloud", "compute", "networks", "create", &name]).flag("--subnet-mode", "custom");
    let mut nodes = Command::new(["gcloud", "compute", "networks", "subnets", "create", &subnet])
        .flag("--network", &name)
        .variable("--region", "REGION");
    nodes = match range {
        Some(range) => nodes.flag("--range", range),
        None => nodes.variable("--range", "NODE_RANGE"),
    };
    nodes = if stack.dual {
        let access = if is_external(cx) { "EXTERNAL" } else { "INTERNAL" };
        nodes
            .flag("--stack-type", "IPV4_IPV6")
            .flag("--ipv6-access-type", access)
    } else {
        nodes.flag("--stack-type", "IPV4_ONLY")
    };
    if stack.dual && !is_external(cx) {
        network = network.switch("--enable-ula-internal-ipv6");
    }
    nodes = nodes.flag("--secondary-range", format!("pods={pods},services={services}"));
    let cluster = Command::new(["gcloud", "container", "clusters", "create", &name])
        .variable("--location", "REGION")
        .flag("--cluster-version", spec.kubernetes_version)
        .flag("--network", &name)
        .flag("--subnetwork", &subnet)
        .switch("--enable-ip-alias")
        .flag("--stack-type", if stack.dual { "ipv4-ipv6" } else { "ipv4" })
        .switch("--enable-dataplane-v2")
        .flag("--cluster-secondary-range-name", "pods")
        .flag("--services-secondary-range-name", "services")
        .flag("--default-max-pods-per-node", spec.nodes.max_pods)
        .variable("--num-nodes", "NODES_PER_ZONE");

    let mut variables = shell::required("REGION");
    if range.is_none() {
        variables.push_str(&shell::required("NODE_RANGE"));
    }
    variables.push_str(&shell::default("NODES_PER_ZONE", nodes_per_zone(cx)));
    let blank = || "\n".to_owned();
    let commands = [
        variables,
        blank(),
        network.render(),
        blank(),
        nodes.render(),
        blank(),
        cluster.render(),
    ];
    let mut comments = comments(cx);
    comments.push(
        Message::new("export-gke-script")
            .with("count", spec.nodes.count)
            .with("zones", ZONES),
    );
    shared::script(cx, &comments, &commands)
}

fn secondary(name: &str, range: Cidr) -> Body {
    Body::new()
        .attribute("range_name", HclValue::text(name))
        .attribute("ip_cidr_range", HclValue::text(range))
}

fn configuration(cx: &ExportContext<'_>, stack: Stack, pods: Cidr, services: Cidr) -> Body {
    let spec = &cx.plan.spec;
    let name = shared::name(cx, LONGEST_NAME);
    let external = is_external(cx);
    let range = shared::nodes(cx, IpFamily::IPv4);
    let ula = (stack.dual && !external).then_some(HclValue::Flag(true));
    let access = stack
        .dual
        .then(|| HclValue::text(if external { "EXTERNAL" } else { "INTERNAL" }));

    let mut body = shared::variable(cx, "region", "string", "export-cloud-region", None);
    if range.is_none() {
        body = body.append(shared::variable(
            cx,
            "node_range",
            "string",
            "export-cloud-node-range",
            None,
        ));
    }
    let per_zone = HclValue::Number(nodes_per_zone(cx).into());
    body.append(shared::variable(
        cx,
        "nodes_per_zone",
        "number",
        "export-gke-nodes-per-zone",
        Some(per_zone),
    ))
    .block(
        "resource",
        &["google_compute_network", "cluster"],
        Body::new()
            .attribute("name", HclValue::text(&name))
            .attribute("auto_create_subnetworks", HclValue::Flag(false))
            .optional("enable_ula_internal_ipv6", ula),
    )
    .block(
        "resource",
        &["google_compute_subnetwork", "nodes"],
        Body::new()
            .attribute("name", HclValue::text(format!("{name}-nodes")))
            .attribute("region", HclValue::expression("var.region"))
            .attribute(
                "network",
                HclValue::expression("google_compute_network.cluster.id"),
            )
            .attribute(
                "ip_cidr_range",
                range.map_or_else(|| HclValue::expression("var.node_range"), HclValue::text),
            )
            .attribute(
                "stack_type",
                HclValue::text(if stack.dual { "IPV4_IPV6" } else { "IPV4_ONLY" }),
            )
            .optional("ipv6_access_type", access)
            .block("secondary_ip_range", &[], secondary("pods", pods))
            .block("secondary_ip_range", &[], secondary("services", services)),
    )
    .block(
        "resource",
        &["google_container_cluster", "cluster"],
        Body::new()
            .attribute("name", HclValue::text(&name))
            .attribute("location", HclValue::expression("var.region"))
            .attribute("min_master_version", HclValue::text(spec.kubernetes_version))
            .attribute(
                "network",
                HclValue::expression("google_compute_network.cluster.id"),
            )
            .attribute(
                "subnetwork",
                HclValue::expression("google_compute_subnetwork.nodes.id"),
            )
            .attribute("networking_mode", HclValue::text("VPC_NATIVE"))
            .attribute("datapath_provider", HclValue::text("ADVANCED_DATAPATH"))
            .attribute("initial_node_count", HclValue::expression("var.nodes_per_zone"))
            .attribute(
                "default_max_pods_per_node",
                HclValue::Number(spec.nodes.max_pods.into()),
            )
            .block(
                "ip_allocation_policy",
                &[],
                Body::new()
                    .attribute(
                        "stack_type",
                        HclValue::text(if stack.dual { "IPV4_IPV6" } else { "IPV4" }),
                    )
                    .attribute("cluster_secondary_range_name", HclValue::text("pods"))
                    .attribute("services_secondary_range_name", HclValue::text("services")),
            ),
    )
}

impl Exporter for Gke {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        check(cx)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let ranges = shared::stack(cx)
            .zip(shared::pods(cx, IpFamily::IPv4))
            .zip(shared::services(cx, IpFamily::IPv4));
        let Some(((stack, pods), services)) = ranges else {
            return Ok(());
        };
        out.add(
            "gke/create.sh",
            "text/x-shellscript",
            &script(cx, stack, pods, services),
        )?;
        let text = cx.hcl(&comments(cx), &configuration(cx, stack, pods, services));
        out.add("gke/main.tf", "text/plain", &text)
    }
}

#[cfg(test)]
mod tests {
    use super::super::shared::testing::{dual, file, ipv4, plan, refused, said};
    use crate::catalog::Cni;

    #[test]
    fn commands_of_a_dual_stack_cluster() {
        let expected = r#"set -eu
: "${REGION:?}"
NODES_PER_ZONE="${NODES_PER_ZONE:-14}"

gcloud compute networks create demo \
  --subnet-mode=custom \
  --enable-ula-internal-ipv6

gcloud compute networks subnets create demo-nodes \
  --network=demo \
  --region="$REGION" \
  --range=192.168.1.0/24 \
  --stack-type=IPV4_IPV6 \
  --ipv6-access-type=INTERNAL \
  --secondary-range=pods=10.244.0.0/16,services=10.96.0.0/16

gcloud container clusters create demo \
  --location="$REGION" \
  --cluster-version=1.36 \
  --network=demo \
  --subnetwork=demo-nodes \
  --enable-ip-alias \
  --stack-type=ipv4-ipv6 \
  --enable-dataplane-v2 \
  --cluster-secondary-range-name=pods \
  --services-secondary-range-name=services \
  --default-max-pods-per-node=110 \
  --num-nodes="$NODES_PER_ZONE"
"#;
        assert_eq!(file(&dual(), "gke", "gke/create.sh"), expected);
    }

    #[test]
    fn configuration_of_a_dual_stack_cluster() {
        let expected = r#"
variable "region" {
  description = "Region"
  type        = string
}

variable "nodes_per_zone" {
  description = "Nodes in each zone of the region"
  type        = number
  default     = 14
}

resource "google_compute_network" "cluster" {
  name                     = "demo"
  auto_create_subnetworks  = false
  enable_ula_internal_ipv6 = true
}

resource "google_compute_subnetwork" "nodes" {
  name             = "demo-nodes"
  region           = var.region
  network          = google_compute_network.cluster.id
  ip_cidr_range    = "192.168.1.0/24"
  stack_type       = "IPV4_IPV6"
  ipv6_access_type = "INTERNAL"

  secondary_ip_range {
    range_name    = "pods"
    ip_cidr_range = "10.244.0.0/16"
  }

  secondary_ip_range {
    range_name    = "services"
    ip_cidr_range = "10.96.0.0/16"
  }
}

resource "google_container_cluster" "cluster" {
  name                      = "demo"
  location                  = var.region
  min_master_version        = "1.36"
  network                   = google_compute_network.cluster.id
  subnetwork                = google_compute_subnetwork.nodes.id
  networking_mode           = "VPC_NATIVE"
  datapath_provider         = "ADVANCED_DATAPATH"
  initial_node_count        = var.nodes_per_zone
  default_max_pods_per_node = 110

  ip_allocation_policy {
    stack_type                    = "IPV4_IPV6"
    cluster_secondary_range_name  = "pods"
    services_secondary_range_name = "services"
  }
}
"#;
        assert_eq!(file(&dual(), "gke", "gke/main.tf"), expected);
    }

    #[test]
    fn no_ipv6_range_is_ever_given() {
        for path in ["gke/create.sh", "gke/main.tf"] {
            assert!(!file(&dual(), "gke", path).contains("fd00"));
        }
        assert_eq!(said(&dual(), "gke"), ["EXP104.gke"]);
    }

    #[test]
    fn routed_ipv6_pods_get_addresses_of_the_internet() {
        let plan = plan(
            &["10.244.0.0/16", "2a00:1450::/56"],
            &["10.96.0.0/16", "fd00:10:96::/112"],
        );
        let script = file(&plan, "gke", "gke/create.sh");
        assert!(script.contains("--ipv6-access-type=EXTERNAL") && !script.contains("ula"));
        let configuration = file(&plan, "gke", "gke/main.tf");
        assert!(configuration.contains("ipv6_access_type = \"EXTERNAL\"") && !configuration.contains("ula"));
    }

    #[test]
    fn the_range_of_nodes_is_asked_for_where_the_plan_has_none() {
        let mut plan = ipv4();
        plan.spec.node_cidrs.clear();
        let script = file(&plan, "gke", "gke/create.sh");
        assert!(script.contains(": \"${NODE_RANGE:?}\"\n") && script.contains("--range=\"$NODE_RANGE\""));
        let configuration = file(&plan, "gke", "gke/main.tf");
        assert!(configuration.contains("variable \"node_range\" {"));
        assert!(configuration.contains("ip_cidr_range = var.node_range\n"));
    }

    #[test]
    fn ipv6_first_and_ipv6_alone_are_refused() {
        let first = plan(
            &["fd00:10:244::/56", "10.244.0.0/16"],
            &["fd00:10:96::/112", "10.96.0.0/16"],
        );
        assert_eq!(refused(&first, "gke"), ["EXP102"]);
        let mut only = plan(&["fd00:10:244::/56"], &["fd00:10:96::/112"]);
        assert_eq!(refused(&only, "gke"), ["EXP103.gke-later"]);
        only.spec.kubernetes_version = "1.37".parse().unwrap();
        assert_eq!(refused(&only, "gke"), ["EXP103.gke"]);
    }

    #[test]
    fn blocks_follow_from_the_pods_of_a_node() {
        let mut plan = ipv4();
        plan.spec.node_cidrs = vec!["192.168.0.0/20".parse().unwrap()];
        plan.spec.nodes.max_pods = 200;
        // 2^(23 − 16) blocks: enough for 40 nodes, not for 250.
        assert_eq!(said(&plan, "gke"), ["EXP107"]);
        plan.spec.nodes.max = Some(250);
        assert_eq!(said(&plan, "gke"), ["EXP108", "EXP107"]);
        plan.spec.nodes.mask_size_ipv4 = Some(23);
        assert_eq!(said(&plan, "gke"), ["EXP108"]);
        plan.spec.nodes.count = 129;
        assert_eq!(refused(&plan, "gke"), ["EXP108"]);
        for pods in [7, 257] {
            plan.spec.nodes = crate::request::NodeSizing {
                max_pods: pods,
                mask_size_ipv4: Some(if pods == 7 { 28 } else { 23 }),
                ..Default::default()
            };
            assert_eq!(refused(&plan, "gke"), ["EXP106"]);
        }
    }

    #[test]
    fn the_subnet_of_the_nodes_loses_four_addresses() {
        let mut plan = ipv4();
        plan.spec.node_cidrs = vec!["192.168.1.0/24".parse().unwrap()];
        plan.spec.pod_cidrs = vec!["10.244.0.0/14".parse().unwrap()];
        for (count, max, expected) in [(252, 252, &[][..]), (252, 253, &["EXP109"])] {
            plan.spec.nodes.count = count;
            plan.spec.nodes.max = Some(max);
            assert_eq!(said(&plan, "gke"), expected);
        }
        plan.spec.nodes.count = 253;
        assert_eq!(refused(&plan, "gke"), ["EXP109"]);
    }

    #[test]
    fn service_ranges_are_no_smaller_than_27_and_lie_apart() {
        for (services, expected) in [
            ("10.96.0.0/28", "EXP115"),
            ("10.244.16.0/20", "EXP112"),
            ("192.168.1.0/26", "EXP112"),
        ] {
            assert!(refused(&plan(&["10.244.0.0/16"], &[services]), "gke").contains(&expected.to_owned()));
        }
        for services in ["10.96.0.0/16", "10.96.0.0/27"] {
            let found = said(&plan(&["10.244.0.0/16"], &[services]), "gke");
            assert!(!found.iter().any(|id| id.starts_with("EXP115")));
        }
        let large = plan(&["10.244.0.0/16"], &["10.96.0.0/15"]);
        assert!(said(&large, "gke").contains(&"EXP115.undocumented".to_owned()));
    }

    #[test]
    fn other_plugins_and_networks_are_named() {
        let mut plan = ipv4();
        plan.spec.cni = Cni::find("calico");
        plan.spec.node_cidrs.push("192.168.2.0/24".parse().unwrap());
        plan.spec
            .node_cidrs
            .retain(|cidr| cidr.family() == crate::net::IpFamily::IPv4);
        assert_eq!(said(&plan, "gke"), ["EXP117", "EXP116"]);
        plan.spec.cni = Cni::find("gke");
        plan.spec.node_cidrs.truncate(1);
        assert_eq!(said(&plan, "gke"), [""; 0]);
    }
}
