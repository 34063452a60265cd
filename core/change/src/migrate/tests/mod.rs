mod properties;
mod tools;

use super::*;
use crate::page::ChangeFormat;

const POD4: &str = "10.244.0.0/16";
const POD6: &str = "\"fd00:10:244::/56\"";
const SVC4: &str = "10.96.0.0/16";
const SVC6: &str = "\"fd00:10:96::/112\"";
const WEB: &str = "---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: \
                   80}]}\n";

fn plan(version: &str, pods: &str, services: &str, rest: &str) -> String {
    format!(
        "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nmetadata: {{name: demo}}\nspec:\n  kubernetesVersion: \
         \"{version}\"\n  podCIDRs: [{pods}]\n  serviceCIDRs: [{services}]\n  nodes: {{count: 3}}\n  distribution: \
         kubeadm\n{rest}"
    )
}

fn dual(version: &str, rest: &str) -> String {
    plan(
        version,
        &format!("{POD4}, {POD6}"),
        &format!("{SVC4}, {SVC6}"),
        rest,
    )
}

fn side(text: &str) -> Side {
    Side::read(&[("plan.yaml", text)], 0, "en").unwrap()
}

fn way(old: &str, new: &str) -> Migration {
    migrate(&side(old), &side(new), &[], "en").unwrap()
}

fn in_order(old: &str, new: &str, order: &[&str]) -> Migration {
    let order: Vec<String> = order.iter().map(|name| (*name).to_owned()).collect();
    migrate(&side(old), &side(new), &order, "en").unwrap()
}

fn ids(found: &Migration) -> Vec<&str> {
    found.steps.iter().map(|step| step.id.as_str()).collect()
}

/// Each problem: the step, who fails, the line.
fn problems(found: &Migration) -> Vec<String> {
    found
        .problems
        .iter()
        .map(|problem| {
            format!(
                "{} {}: {}",
                problem.step,
                problem.component.as_str(),
                problem.line
            )
        })
        .collect()
}

fn step<'a>(found: &'a Migration, id: &str) -> &'a MigrationStep {
    found.steps.iter().find(|step| step.id == id).unwrap()
}

#[test]
fn from_ipv4_to_dual_stack_in_nine_steps() {
    let found = way(&plan("1.33", POD4, SVC4, WEB), &dual("1.33", WEB));
    assert_eq!(
        ids(&found),
        [
            "hosts",
            "api-servers",
            "controller-manager",
            "kubeadm-config",
            "kube-proxy",
            "plugin",
            "nodes",
            "dns",
            "services"
        ]
    );
    assert_eq!(problems(&found), [] as [&str; 0]);
    let api = step(&found, "api-servers");
    assert_eq!(
        api.commands,
        [
            "sed -i 's#--service-cluster-ip-range=10.96.0.0/16#--service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112#' \
             /etc/kubernetes/manifests/kube-apiserver.yaml"
        ]
    );
    assert_eq!(
        api.prints,
        "- --service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112"
    );
    // After this step Services have two ranges, and pods one.
    assert!(api.plan.contains("podCIDRs: [10.244.0.0/16]\n"), "{}", api.plan);
    assert!(
        api.plan
            .contains("serviceCIDRs: [10.96.0.0/16, \"fd00:10:96::/112\"]\n"),
        "{}",
        api.plan
    );
    assert_eq!(step(&found, "nodes").prints, "[/24,/64]");
    let config = step(&found, "kubeadm-config");
    assert_eq!(config.files[0].path, "kubeadm/init.yaml");
    assert!(
        config.files[0]
            .patch
            .contains("-  podSubnet: 10.244.0.0/16\n-  serviceSubnet: 10.96.0.0/16\n+  podSubnet: 10.244.0.0/16,fd00:10:244::/56\n"),
        "{}",
        config.files[0].patch
    );
    assert_eq!(found.steps.last().unwrap().plan, dual("1.33", WEB));
}

#[test]
fn and_back() {
    let web = WEB.replace("spec: {", "spec: {ipFamilyPolicy: PreferDualStack, ");
    let found = way(&dual("1.33", &web), &plan("1.33", POD4, SVC4, WEB));
    assert_eq!(
        ids(&found),
        [
            "dns-single",
            "services-single",
            "plugin",
            "nodes-keep",
            "api-servers",
            "controller-manager",
            "kubeadm-config",
            "kube-proxy"
        ]
    );
    assert_eq!(problems(&found), [] as [&str; 0]);
    assert_eq!(step(&found, "nodes-keep").prints, "[/24]");
    assert_eq!(
        step(&found, "services-single").commands,
        [
            "kubectl -n default patch service web --type merge -p '{\"spec\":{\"ipFamilyPolicy\":\"SingleStack\"}}'"
        ]
    );
}

#[test]
fn a_wrong_order_is_caught_with_the_line_of_the_crash() {
    let web = WEB.replace("spec: {", "spec: {ipFamilyPolicy: RequireDualStack, ");
    let (old, new) = (dual("1.33", &web), plan("1.33", POD4, SVC4, WEB));
    let found = in_order(&old, &new, &["controller-manager"]);
    assert_eq!(ids(&found)[0], "controller-manager");
    assert_eq!(
        problems(&found)[0],
        "controller-manager kube-controller-manager: node:node-0001 has an allocated cidr: fd00:10:244::/64 at index:1 that \
         does not exist in cluster cidrs configuration"
    );
    assert_eq!((found.problems[0].number, found.exit_code), (1, 1));
    let found = in_order(&old, &new, &["api-servers"]);
    assert_eq!(found.problems[0].step, "api-servers");
    assert!(
        found.problems[0].line.contains("Service \"web\" is invalid"),
        "{:?}",
        problems(&found)
    );
}

#[test]
fn services_before_the_api_servers_are_refused() {
    let both = WEB.replace("spec: {", "spec: {ipFamilyPolicy: RequireDualStack, ");
    let found = in_order(
        &plan("1.33", POD4, SVC4, WEB),
        &dual("1.33", &both),
        &["services"],
    );
    assert_eq!(
        problems(&found),
        [
            "services kube-apiserver: Service \"web\" is invalid: spec.ipFamilyPolicy: Invalid value: \"RequireDualStack\": \
             this cluster is not configured for dual-stack services"
        ]
    );
    let right = way(&plan("1.33", POD4, SVC4, WEB), &dual("1.33", &both));
    assert_eq!(problems(&right), [] as [&str; 0]);
}

#[test]
fn nodes_before_the_controller_manager_stay_as_they_are() {
    let found = in_order(&plan("1.33", POD4, SVC4, ""), &dual("1.33", ""), &["nodes"]);
    assert_eq!(
        problems(&found),
        [" kube-controller-manager: 3 nodes keep blocks that a new one would not get"]
    );
}

#[test]
fn a_gate_goes_before_the_version_that_does_not_know_it() {
    let gate = "  featureGates: {IPv6DualStack: true}\n";
    let (old, new) = (dual("1.24", gate), dual("1.25", ""));
    let found = way(&old, &new);
    assert_eq!(
        ids(&found),
        ["gates-before-1.25", "control-plane-1.25", "nodes-1.25"]
    );
    assert_eq!(problems(&found), [] as [&str; 0]);
    assert!(!step(&found, "gates-before-1.25").plan.contains("featureGates"));
    assert!(step(&found, "gates-before-1.25").plan.contains("\"1.24\""));
    let wrong = in_order(&old, &new, &["control-plane-1.25"]);
    let lines = problems(&wrong);
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("control-plane-1.25 kube-apiserver: ")
                && line.ends_with("unrecognized feature gate: IPv6DualStack")),
        "{lines:?}"
    );
}

#[test]
fn the_old_family_field_is_converted_where_its_version_comes() {
    let old_web = WEB.replace("spec: {", "spec: {ipFamily: IPv6, ");
    let new_web = WEB.replace(
        "spec: {",
        "spec: {ipFamilies: [IPv6], ipFamilyPolicy: SingleStack, ",
    );
    let found = way(&dual("1.19", &old_web), &dual("1.23", &new_web));
    assert_eq!(
        ids(&found),
        [
            "control-plane-1.20",
            "manifests-1.20",
            "nodes-1.20",
            "control-plane-1.21",
            "nodes-1.21",
            "control-plane-1.22",
            "nodes-1.22",
            "control-plane-1.23",
            "nodes-1.23"
        ]
    );
    assert_eq!(problems(&found), [] as [&str; 0]);
    assert!(step(&found, "manifests-1.20").plan.contains("ipFamilies: [IPv6]"));
}

#[test]
fn api_servers_skip_no_version_and_kubelets_are_not_left_behind() {
    let plain = |version: &str| plan(version, POD4, SVC4, "").replace("  distribution: kubeadm\n", "");
    let found = way(&plain("1.30"), &plain("1.35"));
    assert_eq!(
        ids(&found),
        [
            "control-plane-1.31",
            "control-plane-1.32",
            "control-plane-1.33",
            "nodes-1.33",
            "control-plane-1.34",
            "control-plane-1.35",
            "nodes-1.35"
        ]
    );
    assert_eq!(problems(&found), [] as [&str; 0]);
    let (old, new) = (plan("1.33", POD4, SVC4, ""), plan("1.35", POD4, SVC4, ""));
    let skipped = in_order(&old, &new, &["control-plane-1.35"]);
    assert!(
        problems(&skipped).contains(
            &"control-plane-1.35 kubeadm: Specified version to upgrade to \"v1.35.0\" is too high; kubeadm can upgrade only 1 \
              minor version at a time"
                .to_owned()
        ),
        "{:?}",
        problems(&skipped)
    );
    let early = in_order(&old, &new, &["nodes-1.34"]);
    assert!(
        problems(&early)[0].starts_with("nodes-1.34 kubelet: "),
        "{:?}",
        problems(&early)
    );
}

#[test]
fn every_upgrade_starts_everything_at_every_step() {
    for (old, new) in [("1.16", "1.26"), ("1.24", "1.37"), ("1.30", "1.34")] {
        let found = way(&plan(old, POD4, SVC4, WEB), &plan(new, POD4, SVC4, WEB));
        assert_eq!(problems(&found), [] as [&str; 0], "{old} {new}");
    }
    for (old, new) in [("1.20", "1.26"), ("1.24", "1.37"), ("1.30", "1.34")] {
        let found = way(&dual(old, WEB), &dual(new, WEB));
        assert_eq!(problems(&found), [] as [&str; 0], "dual {old} {new}");
    }
}

#[test]
fn a_second_family_comes_and_goes_in_every_version() {
    for minor in 20..=37 {
        let version = format!("1.{minor}");
        let (single, both) = (plan(&version, POD4, SVC4, WEB), dual(&version, WEB));
        assert_eq!(problems(&way(&single, &both)), [] as [&str; 0], "{version} there");
        assert_eq!(problems(&way(&both, &single)), [] as [&str; 0], "{version} back");
        let six = plan(&version, POD6, SVC6, WEB);
        let six_first = plan(
            &version,
            &format!("{POD6}, {POD4}"),
            &format!("{SVC6}, {SVC4}"),
            WEB,
        );
        assert_eq!(
            problems(&way(&six_first, &six)),
            [] as [&str; 0],
            "{version} IPv6 only"
        );
    }
}

#[test]
fn the_other_order_is_a_new_cluster() {
    let swapped = plan("1.33", &format!("{POD6}, {POD4}"), &format!("{SVC6}, {SVC4}"), "");
    let found = way(&dual("1.33", ""), &swapped);
    assert_eq!(ids(&found), ["new-cluster", "workloads", "old-cluster"]);
    assert_eq!(step(&found, "new-cluster").prints, "[/64,/24]");
    assert_eq!(problems(&found), [] as [&str; 0]);
    assert_eq!(found.rebuild.len(), 2);
    assert!(
        found.rebuild[0]
            .upstream
            .as_ref()
            .unwrap()
            .text
            .starts_with("failed to mark cidr[10.244.0.0/24] at idx [0]"),
        "{:?}",
        found.rebuild[0].upstream
    );
    // IPv6 alone, where IPv4 was first, is the same.
    let six = way(&dual("1.33", ""), &plan("1.33", POD6, SVC6, ""));
    assert_eq!(ids(&six), ["new-cluster", "workloads", "old-cluster"]);
}

#[test]
fn clouds_and_distributions_that_fix_families_say_so() {
    for (id, title) in [("eks", "EKS"), ("k3s", "K3s"), ("rke2", "RKE2")] {
        let named = |text: String| text.replace("distribution: kubeadm", &format!("distribution: {id}"));
        let found = way(&named(plan("1.33", POD4, SVC4, "")), &named(dual("1.33", "")));
        let english = Catalogue::of("en");
        assert!(!found.rebuild.is_empty(), "{id}");
        assert!(english.text(&found.rebuild[0].why).contains(title), "{id}");
    }
}

#[test]
fn a_tool_that_nobody_has_read_says_so() {
    let named = |text: String| text.replace("distribution: kubeadm", "distribution: microk8s");
    let found = way(&named(plan("1.33", POD4, SVC4, "")), &named(dual("1.33", "")));
    assert_eq!(
        ids(&found),
        ["hosts", "control-plane", "plugin", "nodes", "dns", "services"]
    );
    assert_eq!(problems(&found), [] as [&str; 0]);
    assert_eq!(step(&found, "control-plane").source, None);
    let english = Catalogue::of("en");
    assert!(
        english
            .text(&step(&found, "control-plane").how)
            .contains("No source is known that says that MicroK8s takes this change in a running cluster")
    );
}

#[test]
fn a_service_range_is_replaced_by_objects() {
    let old = plan("1.33", POD4, SVC4, WEB);
    let new = plan("1.33", POD4, "10.112.0.0/16", WEB);
    let found = way(&old, &new);
    assert_eq!(
        ids(&found),
        [
            "service-cidr-new-services",
            "api-servers",
            "controller-manager",
            "kubeadm-config",
            "old-range",
            "services-anew",
            "service-cidr-gone-new-services",
            // Cluster DNS has another address.
            "kubelets"
        ]
    );
    assert_eq!(problems(&found), [] as [&str; 0]);
    // Without the object no Service gets an address any more.
    let wrong = in_order(&old, &new, &["old-range"]);
    assert!(
        problems(&wrong)[0].starts_with("old-range kube-apiserver: "),
        "{:?}",
        problems(&wrong)
    );
}

#[test]
fn a_service_that_an_older_version_stored_moves_though_a_newer_one_would_refuse_its_manifest() {
    let web = WEB.replace("spec: {", "spec: {ipFamilyPolicy: RequireDualStack, ");
    let old = plan("1.20", POD4, SVC4, &web);
    let found = way(&old, &plan("1.21", POD4, "10.112.0.0/16", ""));
    assert_eq!(problems(&found), [] as [&str; 0]);
    assert!(
        step(&found, "services-anew")
            .commands
            .contains(&"kubectl -n default delete service web".to_owned())
    );
}

#[test]
fn a_family_goes_and_the_range_of_the_other_is_another_one() {
    let found = way(&dual("1.33", WEB), &plan("1.33", POD4, "10.112.0.0/16", WEB));
    assert_eq!(problems(&found), [] as [&str; 0]);
    let at = |id: &str| ids(&found).iter().position(|found| *found == id).unwrap();
    assert!(at("nodes-keep") < at("service-cidr-new-services"));
    assert!(at("service-cidr-new-services") < at("api-servers"));
    assert!(at("api-servers") < at("services-anew"));
}

#[test]
fn services_get_more_addresses_by_an_object() {
    let object = "---\napiVersion: networking.k8s.io/v1\nkind: ServiceCIDR\nmetadata: {name: more}\nspec: {cidrs: \
                  [10.97.0.0/24]}\n";
    let found = way(&plan("1.33", POD4, SVC4, ""), &plan("1.33", POD4, SVC4, object));
    assert_eq!(ids(&found), ["service-cidr-more"]);
    assert_eq!(problems(&found), [] as [&str; 0]);
    assert_eq!(step(&found, "service-cidr-more").prints, "True");
}

#[test]
fn a_node_mask_is_changed_node_by_node() {
    let old = plan("1.33", POD4, SVC4, "");
    let new = old.replace("{count: 3}", "{count: 3, maskSizeIPv4: 25}");
    let found = way(&old, &new);
    assert_eq!(ids(&found), ["controller-manager", "kubeadm-config", "nodes"]);
    assert_eq!(problems(&found), [] as [&str; 0]);
    assert_eq!(step(&found, "nodes").prints, "[/25]");
}

#[test]
fn a_plugin_with_pools_of_its_own_creates_pods_again() {
    let found = way(
        &plan("1.33", POD4, SVC4, "  cni: cilium\n"),
        &dual("1.33", "  cni: cilium\n"),
    );
    assert_eq!(
        ids(&found),
        [
            "hosts",
            "api-servers",
            "controller-manager",
            "kubeadm-config",
            "kube-proxy",
            "plugin",
            "kubelets",
            "pods",
            "dns",
            "services"
        ]
    );
    assert_eq!(problems(&found), [] as [&str; 0]);
    assert!(
        step(&found, "plugin")
            .files
            .iter()
            .any(|file| file.path.starts_with("cilium/"))
    );
}

#[test]
fn flannel_has_its_configuration_before_nodes_have_blocks() {
    let flannel = "  cni: flannel\n";
    let (old, new) = (plan("1.33", POD4, SVC4, flannel), dual("1.33", flannel));
    let found = way(&old, &new);
    assert_eq!(problems(&found), [] as [&str; 0]);
    let english = Catalogue::of("en");
    assert!(
        english
            .text(&step(&found, "nodes").how)
            .ends_with("pods of the two kinds of nodes do not reach each other."),
    );
    let wrong = in_order(&old, &new, &["controller-manager", "nodes"]);
    assert_eq!(
        problems(&wrong),
        [
            "nodes cni: subnet \"fd00:10:244::/64\" specified in the PodCIDR, but doesn't exist in the flannel net config of \
             the \"node-0001\" node"
        ]
    );
}

#[test]
fn an_unknown_step_is_told_with_those_there_are() {
    let refused = migrate(
        &side(&plan("1.33", POD4, SVC4, "")),
        &side(&dual("1.33", "")),
        &["apiserver".to_owned()],
        "en",
    )
    .unwrap_err();
    assert_eq!(refused.code, "CHANGE002");
    let english = Catalogue::of("en");
    assert!(
        english
            .text(&refused.message)
            .starts_with("there is no step apiserver in this migration; its steps are hosts, api-servers")
    );
}

#[test]
fn the_text_has_commands_and_what_they_print() {
    let found = way(&plan("1.33", POD4, SVC4, ""), &dual("1.33", ""));
    let text = found.write(ChangeFormat::Text, "en");
    assert!(text.starts_with(
        "9 steps, and the cluster works after each of them\n\n1. Prepare the nodes for IPv6 [hosts]\n"
    ));
    assert!(
        text.contains("   - kube-apiserver --service-cluster-ip-range=10.96.0.0/16\n   + kube-apiserver "),
        "{text}"
    );
    let markdown = found.write(ChangeFormat::Markdown, "en");
    assert!(
        markdown.contains("\n### 2. Give the API servers the new Service ranges\n"),
        "{markdown}"
    );
    assert!(
        found
            .write(ChangeFormat::Text, "ja")
            .contains("すべてのノードを登録し直す")
    );
}
