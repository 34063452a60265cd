//! Ansible: variables of a group, for the user's roles and playbooks (Kubespray has other names).

use serde_json::{Map, Value};

use super::shared::{self, Variables};
use crate::export::tree::tree;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::kubernetes::Window;

/// `group_vars` of an inventory.
pub(in crate::export) struct Ansible;

static META: TargetMeta = TargetMeta {
    id: "ansible",
    versions: Window::ALL,
    docs: "https://docs.ansible.com/ansible/latest/inventory_guide/intro_inventory.html",
    checked: &[Checked::Reader("PyYAML")],
};

fn group_vars(variables: Variables) -> Value {
    let mut vars = Map::new();
    let mut insert = |name: &str, value: Value| {
        vars.insert(format!("k8s_{name}"), value);
    };
    insert("cluster_name", tree!(variables.cluster_name));
    insert("ip_families", tree!(variables.ip_families));
    insert("pod_cidrs", tree!(variables.pod_cidrs));
    insert("service_cidrs", tree!(variables.service_cidrs));
    insert("node_cidrs", tree!(variables.node_cidrs));
    for (family, mask) in variables.node_cidr_mask_sizes {
        insert(
            &format!("node_cidr_mask_size_{}", family.to_ascii_lowercase()),
            mask,
        );
    }
    insert("dns_service_ips", tree!(variables.dns_service_ips));
    insert("api_service_ips", tree!(variables.api_service_ips));
    insert("max_pods_per_node", tree!(variables.max_pods_per_node));
    if let Some(nodes) = variables.max_nodes {
        insert("max_nodes", tree!(nodes));
    }
    Value::Object(vars)
}

impl Exporter for Ansible {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        shared::support(META.id, cx)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let Some(variables) = Variables::of(cx) else {
            return Ok(());
        };
        let text = cx.yaml(&[Message::new("export-ansible")], &[group_vars(variables)]);
        let path = format!("ansible/group_vars/all/{}-network.yml", cx.object_name());
        out.add(&path, "application/yaml", &text)
    }
}

#[cfg(test)]
mod tests {
    use crate::components::plan_for_tests as plan;
    use crate::export::checksum;
    use crate::export::for_tests::export;

    #[test]
    fn variables_of_both_families() {
        let plan = plan(
            "1.36",
            &["10.244.0.0/16", "fd00:10:244::/56"],
            &["10.96.0.0/16", "fd00:10:96::/112"],
        );
        let exported = export(&plan, &[], &["ansible"]);
        assert!(exported.diagnostics.is_empty());
        assert_eq!(exported.files.len(), 1);
        assert_eq!(exported.files[0].path, "ansible/group_vars/all/demo-network.yml");
        let expected = format!(
            r#"# dualstack-planner {}
# plan: demo, Kubernetes 1.36
# checksum: {}
# variables for playbooks of your own; Kubespray reads other names
k8s_cluster_name: demo
k8s_ip_families:
  - IPv4
  - IPv6
k8s_pod_cidrs:
  - 10.244.0.0/16
  - fd00:10:244::/56
k8s_service_cidrs:
  - 10.96.0.0/16
  - fd00:10:96::/112
k8s_node_cidrs:
  - 192.168.1.0/24
  - fd00:192:168:1::/64
k8s_node_cidr_mask_size_ipv4: 24
k8s_node_cidr_mask_size_ipv6: 64
k8s_dns_service_ips:
  - "10.96.0.10"
  - fd00:10:96::a
k8s_api_service_ips:
  - "10.96.0.1"
  - fd00:10:96::1
k8s_max_pods_per_node: 110
k8s_max_nodes: 256
"#,
            env!("CARGO_PKG_VERSION"),
            checksum::of_plan(&plan, &[]),
        );
        assert_eq!(exported.files[0].text, expected);
    }

    #[test]
    fn ranges_of_one_family_twice_and_no_ranges_are_refused() {
        for (pods, services, fields) in [
            (
                &["10.244.0.0/16", "10.245.0.0/16"][..],
                &["10.96.0.0/16"][..],
                &["/spec/podCIDRs"][..],
            ),
            (&[], &[], &["/spec/podCIDRs", "/spec/serviceCIDRs"]),
        ] {
            for target in ["ansible", "terraform"] {
                let exported = export(&plan("1.36", pods, services), &[], &[target]);
                assert!(exported.files.is_empty());
                let found: Vec<String> = exported
                    .diagnostics
                    .iter()
                    .map(|found| found.location.pointer.to_string())
                    .collect();
                assert_eq!(found, fields);
                assert!(exported.diagnostics.iter().all(|found| found.code == "EXP100"));
            }
        }
    }
}
