//! Terraform and OpenTofu: values that are loaded automatically, with their variables, and the same values as locals.

use std::net::IpAddr;

use super::shared::{self, Variables};
use crate::clusterip::{DNS_SERVICE_INDEX, KUBERNETES_SERVICE_INDEX};
use crate::document::write::to_json_pretty;
use crate::export::text::hcl::{Body, HclValue};
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::{Catalogue, Message};
use crate::kubernetes::Window;
use crate::net::{Cidr, IpFamily};

/// `*.auto.tfvars.json`, `variables.tf` and `locals.tf`.
pub(in crate::export) struct Terraform;

static META: TargetMeta = TargetMeta {
    id: "terraform",
    versions: Window::ALL,
    docs: "https://developer.hashicorp.com/terraform/language/values/variables",
    checked: &[Checked::Reader("HCL")],
};

/// The largest number of values that `range()` returns (lang/funcs, `RangeFunc` of go-cty).
const RANGE_LIMIT: u64 = 1024;

fn sentence(cx: &ExportContext<'_>, id: &'static str) -> HclValue {
    HclValue::text(cx.text(&Message::new(id)))
}

/// Returns a variable with its description, and with a condition if one is given.
fn variable(
    cx: &ExportContext<'_>,
    name: &str,
    kind: &str,
    description: &'static str,
    rest: Body,
) -> (String, Body) {
    let body = Body::new()
        .attribute("description", sentence(cx, description))
        .attribute("type", HclValue::expression(kind));
    (name.to_owned(), body.append(rest))
}

fn validation(cx: &ExportContext<'_>, condition: &str, error: &'static str) -> Body {
    Body::new().block(
        "validation",
        &[],
        Body::new()
            .attribute("condition", HclValue::expression(condition))
            .attribute("error_message", sentence(cx, error)),
    )
}

fn cidrs_only(cx: &ExportContext<'_>, name: &str, error: &'static str) -> Body {
    validation(
        cx,
        &format!("alltrue([for cidr in var.{name} : can(cidrsubnet(cidr, 0, 0))])"),
        error,
    )
}

fn variables(cx: &ExportContext<'_>) -> Body {
    let list = "list(string)";
    let families = "length(var.ip_families) >= 1 && length(var.ip_families) == length(distinct(var.ip_families)) && \
                    alltrue([for family in var.ip_families : contains([\"IPv4\", \"IPv6\"], family)])";
    let null = || Body::new().attribute("default", HclValue::expression("null"));
    [
        variable(
            cx,
            "cluster_name",
            "string",
            "export-terraform-cluster-name",
            Body::new(),
        ),
        variable(
            cx,
            "ip_families",
            list,
            "export-terraform-ip-families",
            validation(cx, families, "export-terraform-ip-families.error"),
        ),
        variable(
            cx,
            "pod_cidrs",
            list,
            "export-terraform-pod-cidrs",
            cidrs_only(cx, "pod_cidrs", "export-terraform-pod-cidrs.error"),
        ),
        variable(
            cx,
            "service_cidrs",
            list,
            "export-terraform-service-cidrs",
            cidrs_only(cx, "service_cidrs", "export-terraform-service-cidrs.error"),
        ),
        variable(
            cx,
            "node_cidrs",
            list,
            "export-terraform-node-cidrs",
            cidrs_only(cx, "node_cidrs", "export-terraform-node-cidrs.error"),
        ),
        variable(
            cx,
            "node_cidr_mask_sizes",
            "map(number)",
            "export-terraform-node-masks",
            Body::new(),
        ),
        variable(
            cx,
            "dns_service_ips",
            list,
            "export-terraform-dns-service-ips",
            Body::new(),
        ),
        variable(
            cx,
            "api_service_ips",
            list,
            "export-terraform-api-service-ips",
            Body::new(),
        ),
        variable(
            cx,
            "max_pods_per_node",
            "number",
            "export-terraform-max-pods",
            Body::new(),
        ),
        // Plans whose blocks cannot be counted have no value for the variable.
        variable(cx, "max_nodes", "number", "export-terraform-max-nodes", null()),
    ]
    .into_iter()
    .fold(Body::new(), |body, (name, variable)| {
        body.block("variable", &[&name], variable)
    })
}

/// The types of the values of a cluster.
const TYPES: [(&str, &str); 10] = [
    ("cluster_name", "string"),
    ("ip_families", "list(string)"),
    ("pod_cidrs", "list(string)"),
    ("service_cidrs", "list(string)"),
    ("node_cidrs", "list(string)"),
    ("node_cidr_mask_sizes", "map(number)"),
    ("dns_service_ips", "list(string)"),
    ("api_service_ips", "list(string)"),
    ("max_pods_per_node", "number"),
    ("max_nodes", "optional(number)"),
];

/// Returns the variable that holds the values of many clusters by their names, as HCL.
pub(in crate::export) fn variable_of_clusters(catalogue: &Catalogue) -> String {
    let members: Vec<String> = TYPES
        .iter()
        .map(|(name, kind)| format!("  {name} = {kind}\n"))
        .collect();
    let kind = format!("map(object({{\n{}}}))", members.concat());
    let description = catalogue.text(&Message::new("export-terraform-clusters"));
    let body = Body::new()
        .attribute("description", HclValue::text(description))
        .attribute("type", HclValue::Expression(kind));
    Body::new().block("variable", &["clusters"], body).render()
}

fn suffix(cidr: &Cidr) -> &'static str {
    match cidr.family() {
        IpFamily::IPv4 => "ipv4",
        IpFamily::IPv6 => "ipv6",
    }
}

/// Returns `cidrhost` of each Service range that contains one of the addresses.
fn hosts(service_cidrs: &[Cidr], index: u128, addresses: &[IpAddr]) -> HclValue {
    let calls: Vec<String> = service_cidrs
        .iter()
        .filter(|cidr| {
            cidr.address(index)
                .is_some_and(|address| addresses.contains(&address))
        })
        .map(|cidr| format!("cidrhost(local.service_cidr_{}, {index})", suffix(cidr)))
        .collect();
    HclValue::Expression(format!("[{}]", calls.join(", ")))
}

fn joined(name: &str, cidrs: &[Cidr]) -> HclValue {
    let locals: Vec<String> = cidrs
        .iter()
        .map(|cidr| format!("local.{name}_{}", suffix(cidr)))
        .collect();
    HclValue::Expression(format!("join(\",\", [{}])", locals.join(", ")))
}

/// Returns the blocks of the first nodes by number.
fn node_pod_cidrs(cidrs: &[Cidr], nodes: u64) -> HclValue {
    let mut text = format!("[for n in range({nodes}) : [\n");
    for cidr in cidrs {
        let family = suffix(cidr);
        text.push_str(&format!(
            "  cidrsubnet(local.pod_cidr_{family}, local.node_mask_{family} - {}, n),\n",
            cidr.prefix_len()
        ));
    }
    text.push_str("]]");
    HclValue::Expression(text)
}

fn locals(cx: &ExportContext<'_>, variables: &Variables) -> Body {
    let (pods, services) = (&variables.pod_cidrs, &variables.service_cidrs);
    let mut body = Body::new().attribute("cluster_name", HclValue::text(&variables.cluster_name));
    for cidr in pods {
        body = body.attribute(&format!("pod_cidr_{}", suffix(cidr)), HclValue::text(cidr));
    }
    for cidr in services {
        body = body.attribute(&format!("service_cidr_{}", suffix(cidr)), HclValue::text(cidr));
    }
    body = body.attribute("node_cidrs", HclValue::texts(&variables.node_cidrs));
    for cidr in pods {
        let mask = cx.plan.spec.node_mask(cidr.family());
        body = body.attribute(
            &format!("node_mask_{}", suffix(cidr)),
            HclValue::Number(mask.into()),
        );
    }
    body = body
        .attribute("pod_subnet", joined("pod_cidr", pods))
        .attribute("service_subnet", joined("service_cidr", services))
        .attribute(
            "api_service_ips",
            hosts(services, KUBERNETES_SERVICE_INDEX, &variables.api_service_ips),
        )
        .attribute(
            "dns_service_ips",
            hosts(services, DNS_SERVICE_INDEX, &variables.dns_service_ips),
        )
        .attribute(
            "max_pods_per_node",
            HclValue::Number(variables.max_pods_per_node.into()),
        );
    if let Some(nodes) = variables.max_nodes {
        let shown = u64::from(cx.plan.spec.nodes.count).min(nodes).min(RANGE_LIMIT);
        let comment = cx.text(&Message::new("export-terraform-node-pod-cidrs"));
        body = body
            .attribute("max_nodes", HclValue::Number(nodes))
            .blank()
            .comment(&comment)
            .attribute("node_pod_cidrs", node_pod_cidrs(pods, shown));
    }
    Body::new().block("locals", &[], body)
}

impl Exporter for Terraform {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        shared::support(META.id, cx)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let Some(values) = Variables::of(cx) else {
            return Ok(());
        };
        let name = cx.object_name();
        let tfvars = format!("{name}.auto.tfvars.json");
        out.add(
            &format!("terraform/{tfvars}"),
            "application/json",
            &to_json_pretty(&values.to_json()),
        )?;
        let comment = Message::new("export-terraform-variables").with("file", tfvars.as_str());
        out.add(
            "terraform/variables.tf",
            "text/plain",
            &cx.hcl(&[comment], &variables(cx)),
        )?;
        let comment = Message::new("export-terraform-locals").with("file", tfvars.as_str());
        out.add(
            "terraform/locals.tf",
            "text/plain",
            &cx.hcl(&[comment], &locals(cx, &values)),
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::components::plan_for_tests;
    use crate::export::for_tests::export;
    use crate::request::ClusterPlan;

    fn dual() -> ClusterPlan {
        plan_for_tests(
            "1.36",
            &["10.244.0.0/16", "fd00:10:244::/56"],
            &["10.96.0.0/16", "fd00:10:96::/112"],
        )
    }

    fn file(plan: &ClusterPlan, path: &str) -> String {
        let exported = export(plan, &[], &["terraform"]);
        assert!(exported.diagnostics.is_empty());
        let file = exported.files.into_iter().find(|file| file.path == path).unwrap();
        // Without the header.
        let lines = file.text.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| format!("{line}\n")).collect()
    }

    #[test]
    fn values_of_both_families() {
        let expected = r#"{
  "cluster_name": "demo",
  "ip_families": [
    "IPv4",
    "IPv6"
  ],
  "pod_cidrs": [
    "10.244.0.0/16",
    "fd00:10:244::/56"
  ],
  "service_cidrs": [
    "10.96.0.0/16",
    "fd00:10:96::/112"
  ],
  "node_cidrs": [
    "192.168.1.0/24",
    "fd00:192:168:1::/64"
  ],
  "node_cidr_mask_sizes": {
    "IPv4": 24,
    "IPv6": 64
  },
  "dns_service_ips": [
    "10.96.0.10",
    "fd00:10:96::a"
  ],
  "api_service_ips": [
    "10.96.0.1",
    "fd00:10:96::1"
  ],
  "max_pods_per_node": 110,
  "max_nodes": 256
}
"#;
        assert_eq!(file(&dual(), "terraform/demo.auto.tfvars.json"), expected);
    }

    #[test]
    fn locals_of_both_families() {
        let mut plan = dual();
        plan.spec.nodes.count = 3;
        let expected = r#"
locals {
  cluster_name      = "demo"
  pod_cidr_ipv4     = "10.244.0.0/16"
  pod_cidr_ipv6     = "fd00:10:244::/56"
  service_cidr_ipv4 = "10.96.0.0/16"
  service_cidr_ipv6 = "fd00:10:96::/112"
  node_cidrs        = ["192.168.1.0/24", "fd00:192:168:1::/64"]
  node_mask_ipv4    = 24
  node_mask_ipv6    = 64
  pod_subnet        = join(",", [local.pod_cidr_ipv4, local.pod_cidr_ipv6])
  service_subnet    = join(",", [local.service_cidr_ipv4, local.service_cidr_ipv6])
  api_service_ips   = [cidrhost(local.service_cidr_ipv4, 1), cidrhost(local.service_cidr_ipv6, 1)]
  dns_service_ips   = [cidrhost(local.service_cidr_ipv4, 10), cidrhost(local.service_cidr_ipv6, 10)]
  max_pods_per_node = 110
  max_nodes         = 256

  # Illustrative: the controller gives a new node the next free block, in the order in which nodes join.
  node_pod_cidrs = [for n in range(3) : [
    cidrsubnet(local.pod_cidr_ipv4, local.node_mask_ipv4 - 16, n),
    cidrsubnet(local.pod_cidr_ipv6, local.node_mask_ipv6 - 56, n),
  ]]
}
"#;
        assert_eq!(file(&plan, "terraform/locals.tf"), expected);
    }

    #[test]
    fn every_value_has_a_variable_and_every_variable_a_value() {
        let values: serde_json::Value =
            serde_json::from_str(&file(&dual(), "terraform/demo.auto.tfvars.json")).unwrap();
        let names: Vec<String> = values.as_object().unwrap().keys().cloned().collect();
        let text = file(&dual(), "terraform/variables.tf");
        let declared: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("variable \"")?.strip_suffix("\" {"))
            .collect();
        assert_eq!(names, declared);
    }

    #[test]
    fn values_of_many_clusters_have_the_types_of_one() {
        let mut text = file(&dual(), "terraform/variables.tf");
        text.retain(|c| c != ' ');
        for (name, kind) in super::TYPES {
            let kind = kind.trim_start_matches("optional(").trim_end_matches(')');
            let declared = text.split(&format!("variable\"{name}\"{{")).nth(1).unwrap();
            assert!(
                declared.split("type=").nth(1).unwrap().starts_with(kind),
                "{name}: {declared}"
            );
        }
        assert_eq!(text.matches("variable\"").count(), super::TYPES.len());
        let many = super::variable_of_clusters(&crate::i18n::Catalogue::of("en"));
        assert_eq!(
            many.lines().take(5).collect::<Vec<_>>().join("\n"),
            "variable \"clusters\" {\n  description = \"Address plans by the name of the cluster\"\n  type = map(object({\n    \
             cluster_name = string\n    ip_families = list(string)"
        );
    }

    #[test]
    fn more_nodes_than_blocks_or_than_a_list_of_terraform_holds() {
        let mut plan = dual();
        plan.spec.nodes.count = 10_000;
        assert!(file(&plan, "terraform/locals.tf").contains("for n in range(256) : ["));
        plan.spec.pod_cidrs = vec!["10.0.0.0/8".parse().unwrap()];
        assert!(file(&plan, "terraform/locals.tf").contains("for n in range(1024) : ["));
    }

    #[test]
    fn blocks_that_do_not_fit_are_not_counted() {
        let mut plan = dual();
        plan.spec.nodes.mask_size_ipv4 = Some(12);
        assert!(!file(&plan, "terraform/demo.auto.tfvars.json").contains("max_nodes"));
        let locals = file(&plan, "terraform/locals.tf");
        assert!(!locals.contains("max_nodes") && !locals.contains("node_pod_cidrs"));
    }

    #[test]
    fn a_service_range_without_address_ten_gives_no_dns_address() {
        let mut plan = dual();
        plan.spec.service_cidrs = vec!["10.96.0.0/29".parse().unwrap()];
        let locals = file(&plan, "terraform/locals.tf");
        assert!(locals.contains("  dns_service_ips   = []\n"), "{locals}");
        assert!(locals.contains("  api_service_ips   = [cidrhost(local.service_cidr_ipv4, 1)]\n"));
    }
}
