use super::*;
use crate::page::ChangeFormat;

/// A plan of kubeadm; `ranges` are pod and Service ranges.
fn plan(version: &str, pods: &str, services: &str, rest: &str) -> String {
    format!(
        "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nmetadata: {{name: demo}}\nspec:\n  kubernetesVersion: \
         \"{version}\"\n  podCIDRs: [{pods}]\n  serviceCIDRs: [{services}]\n  nodes: {{count: 40}}\n  distribution: \
         kubeadm\n{rest}"
    )
}

const POD4: &str = "10.244.0.0/16";
const POD6: &str = "\"fd00:10:244::/56\"";
const SVC4: &str = "10.96.0.0/16";
const SVC6: &str = "\"fd00:10:96::/112\"";
const WEB: &str = "---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: \
                   80}]}\n";

fn side(text: &str) -> Side {
    Side::read(&[("plan.yaml", text)], 0, "en").unwrap()
}

fn compared(old: &str, new: &str) -> Comparison {
    diff(&side(old), &side(new))
}

/// Each difference: its field, its kind, how far it reaches.
fn rows(comparison: &Comparison) -> Vec<String> {
    let catalogue = crate::i18n::Catalogue::of("en");
    let row = |difference: &Difference| {
        format!(
            "{} {}: {}",
            difference.path,
            difference.kind.as_str(),
            catalogue.text(&difference.reach)
        )
    };
    comparison.differences.iter().map(row).collect()
}

fn said(comparison: &Comparison, path: &str) -> Option<String> {
    let found = comparison.differences.iter().find(|found| found.path == path)?;
    found.upstream.as_ref().map(|upstream| upstream.text.clone())
}

#[test]
fn two_plans_that_mean_the_same_have_no_differences() {
    let old = plan("1.33", POD4, SVC4, "");
    let new = old.replace("[10.244.0.0/16]", "\n    - 10.244.0.0/16 # pods");
    let found = compared(&old, &new);
    assert_eq!(rows(&found), [] as [&str; 0]);
    assert_eq!(found.blast, BlastRadius::Safe);
    assert_eq!(found.exit_code, 0);
}

#[test]
fn a_second_family_needs_every_node_anew_and_leaves_services_single() {
    let old = plan("1.33", POD4, SVC4, WEB);
    let new = plan(
        "1.33",
        &format!("{POD4}, {POD6}"),
        &format!("{SVC4}, {SVC6}"),
        WEB,
    );
    let found = compared(&old, &new);
    assert_eq!(
        rows(&found),
        [
            "spec.podCIDRs added: register 40 nodes anew, one after the other",
            "spec.serviceCIDRs added: restart kube-apiserver, kube-controller-manager",
        ]
    );
    assert_eq!(
        said(&found, "spec.podCIDRs").as_deref(),
        Some("spec.podCIDRs: Forbidden: node updates may not change podCIDR except from \"\" to valid")
    );
    let catalogue = crate::i18n::Catalogue::of("en");
    let half: Vec<String> = found.differences[1]
        .half
        .iter()
        .map(|message| catalogue.text(message))
        .collect();
    assert_eq!(
        half,
        [
            "one Service stays single-stack until its ipFamilyPolicy is changed: default/web",
            "while API servers have different ranges, one refuses what the other has stored: change no Service until the \
             last one has restarted",
            "the ConfigMap kubeadm-config has the old values: the next kubeadm upgrade writes them again",
        ]
    );
    assert_eq!(found.exit_code, 1);
}

#[test]
fn a_plugin_with_pools_of_its_own_needs_restarts_only() {
    let old = plan("1.33", POD4, SVC4, "  cni: calico\n");
    let new = plan("1.33", &format!("{POD4}, {POD6}"), SVC4, "  cni: calico\n");
    let found = compared(&old, &new);
    assert_eq!(
        rows(&found),
        ["spec.podCIDRs added: restart kube-controller-manager, kube-proxy, cni"]
    );
    assert_eq!(found.exit_code, 0);
}

#[test]
fn the_other_order_is_a_new_cluster_with_the_line_of_the_crash() {
    let old = plan("1.33", &format!("{POD4}, {POD6}"), &format!("{SVC4}, {SVC6}"), "");
    let new = plan("1.33", &format!("{POD6}, {POD4}"), &format!("{SVC6}, {SVC4}"), "");
    let found = compared(&old, &new);
    assert_eq!(
        rows(&found),
        [
            "spec.podCIDRs swapped: build a new cluster",
            "spec.serviceCIDRs swapped: build a new cluster"
        ]
    );
    assert_eq!(
        said(&found, "spec.podCIDRs").as_deref(),
        Some(
            "failed to mark cidr[10.244.0.0/24] at idx [0] as occupied for node: node-0001: cidr 10.244.0.0/24 is out the \
             range of cluster cidr fd00:10:244::/56"
        )
    );
    // The address that the API servers have today is of the old family.
    let nodes = "  nodeCIDRs: [192.168.1.0/24]\n";
    let found = compared(
        &plan(
            "1.33",
            &format!("{POD4}, {POD6}"),
            &format!("{SVC4}, {SVC6}"),
            nodes,
        ),
        &plan(
            "1.33",
            &format!("{POD6}, {POD4}"),
            &format!("{SVC6}, {SVC4}"),
            nodes,
        ),
    );
    assert_eq!(
        said(&found, "spec.serviceCIDRs").as_deref(),
        Some("service IP family \"fd00:10:96::/112\" must match public address family \"192.168.1.1\"")
    );
}

#[test]
fn a_range_grows_by_restarts_and_moves_by_a_new_cluster() {
    let old = plan("1.33", "10.244.0.0/16", SVC4, "");
    assert_eq!(
        rows(&compared(&old, &plan("1.33", "10.244.0.0/15", SVC4, ""))),
        ["spec.podCIDRs grown: restart kube-controller-manager, kube-proxy, cni"]
    );
    let moved = compared(&old, &plan("1.33", "10.250.0.0/16", SVC4, ""));
    assert_eq!(rows(&moved), ["spec.podCIDRs moved: build a new cluster"]);
    assert_eq!(
        said(&moved, "spec.podCIDRs").as_deref(),
        Some(
            "failed to mark cidr[10.244.0.0/24] at idx [0] as occupied for node: node-0001: cidr 10.244.0.0/24 is out the \
             range of cluster cidr 10.250.0.0/16"
        )
    );
}

#[test]
fn a_range_shrinks_under_the_nodes_that_are_inside() {
    let old = plan("1.33", "10.244.0.0/16", SVC4, "");
    // 40 nodes hold 10.244.0.0/24 to 10.244.39.0/24.
    assert_eq!(
        rows(&compared(&old, &plan("1.33", "10.244.0.0/18", SVC4, ""))),
        ["spec.podCIDRs shrunk: restart kube-controller-manager, kube-proxy, cni"]
    );
    // Of the blocks of a /19, 32 nodes have one each: eight are outside, and find no free one inside.
    assert_eq!(
        rows(&compared(&old, &plan("1.33", "10.244.0.0/19", SVC4, ""))),
        ["spec.podCIDRs shrunk: build a new cluster"]
    );
    let nodes = "---\nkind: Node\nmetadata: {name: a}\nspec: {podCIDRs: [10.244.0.0/24]}\n---\nkind: Node\nmetadata: \
                 {name: b}\nspec: {podCIDRs: [10.244.200.0/24]}\n";
    let old = plan("1.33", "10.244.0.0/16", SVC4, nodes);
    let found = compared(&old, &plan("1.33", "10.244.0.0/19", SVC4, nodes));
    assert_eq!(
        rows(&found),
        ["spec.podCIDRs shrunk: register one node anew"],
        "node b, which gets a block below"
    );
}

#[test]
fn a_family_goes_after_the_nodes_that_hold_it() {
    let old = plan("1.33", &format!("{POD4}, {POD6}"), &format!("{SVC4}, {SVC6}"), "");
    let found = compared(&old, &plan("1.33", POD4, SVC4, ""));
    assert_eq!(
        rows(&found),
        [
            "spec.podCIDRs removed: register 40 nodes anew, one after the other",
            "spec.serviceCIDRs removed: restart kube-apiserver, kube-controller-manager"
        ]
    );
    assert_eq!(
        said(&found, "spec.podCIDRs").as_deref(),
        Some(
            "node:node-0001 has an allocated cidr: fd00:10:244::/64 at index:1 that does not exist in cluster cidrs \
             configuration"
        )
    );
}

#[test]
fn a_dual_stack_service_is_made_single_before_its_family_goes() {
    let dual = "---\nkind: Service\nmetadata: {name: web}\nspec: {ipFamilyPolicy: RequireDualStack, selector: {app: web}, \
                ports: [{port: 80}]}\n";
    let old = plan("1.33", POD4, &format!("{SVC4}, {SVC6}"), dual);
    let new = plan("1.33", POD4, SVC4, "");
    let found = compared(&old, &new);
    let catalogue = crate::i18n::Catalogue::of("en");
    let services = &found.differences[0];
    assert_eq!(services.path, "spec.serviceCIDRs");
    assert_eq!(
        catalogue.text(&services.why),
        "one Service has an address of the family that goes: default/web is made single-stack before"
    );
}

#[test]
fn another_service_range_leaves_addresses_behind() {
    let pinned = "---\nkind: Service\nmetadata: {name: web}\nspec: {clusterIP: 10.96.7.7, selector: {app: web}, ports: \
                  [{port: 80}]}\n";
    let found = compared(
        &plan("1.30", POD4, "10.96.0.0/16", pinned),
        &plan("1.30", POD4, "10.97.0.0/16", pinned),
    );
    // The Service in the file asks for its old address, which the new range does not have.
    assert_eq!(
        rows(&found)[0],
        "spec.serviceCIDRs moved: create 2 Services again: default/kubernetes, default/web"
    );
    assert_eq!(
        said(&found, "spec.serviceCIDRs").as_deref(),
        Some(
            "Cluster IP [IPv4]:10.96.0.1 is not within the service CIDR 10.97.0.0/16; please recreate service"
        )
    );
}

#[test]
fn a_node_mask_is_mixed_until_every_node_is_new() {
    let old = plan("1.33", POD4, SVC4, "");
    let new = old.replace("{count: 40}", "{count: 40, maskSizeIPv4: 25}");
    let found = compared(&old, &new);
    assert_eq!(
        rows(&found),
        ["spec.nodes.maskSizeIPv4 changed: register 40 nodes anew, one after the other"]
    );
    assert_eq!(
        (
            found.differences[0].before.as_deref(),
            found.differences[0].after.as_deref()
        ),
        (Some("/24"), Some("/25"))
    );
    // Longer than an address is no mask.
    let never = compared(&old, &old.replace("{count: 40}", "{count: 40, maskSizeIPv4: 15}"));
    assert_eq!(rows(&never), ["spec.nodes.maskSizeIPv4 changed: impossible"]);
    assert_eq!(
        said(&never, "spec.nodes.maskSizeIPv4").as_deref(),
        Some(
            "Controller: Invalid --cluster-cidr, mask size of cluster CIDR must be less than or equal to --node-cidr-mask-size configured for CIDR family"
        )
    );
}

#[test]
fn an_upgrade_names_what_the_new_binaries_refuse() {
    let gates = "  featureGates: {IPv6DualStack: true}\n";
    let old = plan(
        "1.24",
        &format!("{POD4}, {POD6}"),
        &format!("{SVC4}, {SVC6}"),
        gates,
    );
    let found = compared(&old, &old.replace("1.24", "1.25"));
    assert_eq!(found.differences[0].path, "spec.kubernetesVersion");
    let catalogue = crate::i18n::Catalogue::of("en");
    let half: Vec<String> = found.differences[0]
        .half
        .iter()
        .map(|message| catalogue.text(message))
        .collect();
    assert!(
        half[0].starts_with("kube-apiserver of the new version does not start with the old settings: ")
            && half[0].ends_with("unrecognized feature gate: IPv6DualStack"),
        "{half:?}"
    );
    assert_eq!(
        found.blast,
        BlastRadius::Impossible,
        "the newer plan still has the gate"
    );
    let without = compared(
        &old,
        &plan("1.25", &format!("{POD4}, {POD6}"), &format!("{SVC4}, {SVC6}"), ""),
    );
    assert_eq!(
        without.blast,
        BlastRadius::Restart {
            components: vec![
                Component::KubeApiserver,
                Component::KubeControllerManager,
                Component::KubeScheduler,
                Component::Kubelet,
                Component::KubeProxy
            ]
        }
    );
}

#[test]
fn versions_are_not_skipped_and_not_taken_back() {
    let old = plan("1.33", POD4, SVC4, "");
    let up = compared(&old, &plan("1.35", POD4, SVC4, ""));
    assert_eq!(
        said(&up, "spec.kubernetesVersion").as_deref(),
        Some(
            "Specified version to upgrade to \"v1.35.0\" is too high; kubeadm can upgrade only 1 minor version at a time"
        )
    );
    let down = compared(&old, &plan("1.31", POD4, SVC4, ""));
    assert_eq!(
        rows(&down),
        ["spec.kubernetesVersion changed: build a new cluster"]
    );
    assert_eq!(
        said(&down, "spec.kubernetesVersion").as_deref(),
        Some(
            "Specified version to downgrade to \"v1.31.0\" is too low; kubeadm can downgrade only 1 minor version at a time"
        )
    );
}

#[test]
fn a_distribution_that_fixes_families_is_built_anew() {
    let old = plan("1.33", POD4, SVC4, "").replace("kubeadm", "k3s");
    let new =
        plan("1.33", &format!("{POD4}, {POD6}"), &format!("{SVC4}, {SVC6}"), "").replace("kubeadm", "k3s");
    assert_eq!(
        rows(&compared(&old, &new)),
        [
            "spec.podCIDRs added: build a new cluster",
            "spec.serviceCIDRs added: build a new cluster"
        ]
    );
}

#[test]
fn a_service_that_changes_its_first_family_is_created_again() {
    let services = format!("{SVC4}, {SVC6}");
    let web = |families: &str| {
        format!(
            "---\nkind: Service\nmetadata: {{name: web}}\nspec: {{ipFamilies: [{families}], selector: {{app: web}}, ports: \
             [{{port: 80}}]}}\n"
        )
    };
    let found = compared(
        &plan("1.33", POD4, &services, &web("IPv4")),
        &plan("1.33", POD4, &services, &web("IPv6")),
    );
    assert_eq!(
        rows(&found),
        ["Service default/web changed: create one Service again: default/web"]
    );
    let text = said(&found, "Service default/web").unwrap();
    assert!(
        text.starts_with("Service \"web\" is invalid: spec.clusterIPs[0]: Invalid value: \"10.96.")
            && text.ends_with("expected an IPv6 value as indicated by `ipFamilies[0]`"),
        "{text}"
    );
    let upgraded = compared(
        &plan("1.33", POD4, &services, WEB),
        &plan(
            "1.33",
            POD4,
            &services,
            &WEB.replace("spec: {", "spec: {ipFamilyPolicy: PreferDualStack, "),
        ),
    );
    assert_eq!(
        rows(&upgraded),
        ["Service default/web changed: nothing that runs is touched"]
    );
}

#[test]
fn an_object_stays_while_addresses_are_in_use() {
    let object = "---\napiVersion: networking.k8s.io/v1\nkind: ServiceCIDR\nmetadata: {name: more}\nspec: {cidrs: \
                  [10.97.0.0/24]}\n";
    let pinned = "---\nkind: Service\nmetadata: {name: web}\nspec: {clusterIP: 10.97.0.7, selector: {app: web}, ports: \
                  [{port: 80}]}\n";
    let old = plan("1.33", POD4, SVC4, &format!("{object}{pinned}"));
    let new = plan("1.33", POD4, SVC4, pinned);
    let found = compared(&old, &new);
    assert_eq!(
        rows(&found)[0],
        "ServiceCIDR more removed: create one Service again: default/web"
    );
    assert_eq!(
        said(&found, "ServiceCIDR more").as_deref(),
        Some(
            "There are still IPAddresses referencing the ServiceCIDR, please remove them or create a new ServiceCIDR"
        )
    );
    let added = compared(&plan("1.33", POD4, SVC4, ""), &plan("1.33", POD4, SVC4, object));
    assert_eq!(
        rows(&added),
        ["ServiceCIDR more added: nothing that runs is touched"]
    );
}

#[test]
fn more_nodes_than_blocks_are_impossible() {
    let old = plan("1.33", POD4, SVC4, "");
    let fits = compared(&old, &old.replace("count: 40", "count: 256"));
    assert_eq!(
        rows(&fits),
        ["spec.nodes.count changed: nothing that runs is touched"]
    );
    let not = compared(&old, &old.replace("count: 40", "count: 257"));
    assert_eq!(rows(&not), ["spec.nodes.count changed: impossible"]);
    assert_eq!(
        said(&not, "spec.nodes.count").as_deref(),
        Some("CIDR allocation failed; there are no remaining CIDRs left to allocate in the accepted range")
    );
}

#[test]
fn either_side_is_whatever_an_import_reads() {
    let kubeadm = "apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nkubernetesVersion: v1.33.0\nclusterName: \
                   demo\nnetworking:\n  podSubnet: 10.244.0.0/16\n  serviceSubnet: 10.96.0.0/16\n";
    // The file says neither how many nodes there are nor, as a plan may, only the minor version.
    let new = plan("1.33", &format!("{POD4}, {POD6}"), SVC4, "");
    let found = diff(
        &Side::read(&[("kubeadm.yaml", kubeadm)], 0, "en").unwrap(),
        &side(&new),
    );
    assert!(found.imported[0].contains("kubeadm.yaml"), "{:?}", found.imported);
    assert!(
        rows(&found)[0] == "spec.podCIDRs added: register 40 nodes anew, one after the other",
        "{:?}",
        rows(&found)
    );
    assert!(Side::read(&[("x", "nothing of the kind")], 0, "en").is_err());
    let no_ranges = Side::read(
        &[("x", "kind: ClusterPlan\nspec: {kubernetesVersion: '1.33'}\n")],
        0,
        "en",
    );
    assert_eq!(no_ranges.unwrap_err().last().unwrap().code, "CHANGE001");
}

#[test]
fn the_text_says_what_where_and_why() {
    let old = plan("1.33", POD4, SVC4, "");
    let found = compared(&old, &plan("1.33", "10.250.0.0/16", SVC4, ""));
    assert_eq!(
        found.write(ChangeFormat::Text, "en"),
        "\
spec.podCIDRs: 10.244.0.0/16 becomes 10.250.0.0/16
  build a new cluster
  why: kube-controller-manager does not start while one node holds a block outside of its range, and no node can have one \
         inside before it has started: all of them would have to go at once
  kube-controller-manager says:
    failed to mark cidr[10.244.0.0/24] at idx [0] as occupied for node: node-0001: cidr 10.244.0.0/24 is out the range of \
         cluster cidr 10.250.0.0/16
  if it is done half: kube-controller-manager is down, with all its controllers, until the last of these nodes is done
  source: pkg/controller/nodeipam/ipam/range_allocator.go

one difference; a new cluster has to be built
"
    );
    assert!(found.write(ChangeFormat::Github, "en").starts_with(
        "::error title=spec.podCIDRs%3A build a new cluster::10.244.0.0/16 becomes 10.250.0.0/16%0A"
    ));
    let markdown = found.write(ChangeFormat::Markdown, "en");
    assert!(
        markdown
            .contains("| `spec.podCIDRs` | `10.244.0.0/16` becomes `10.250.0.0/16` | build a new cluster |"),
        "{markdown}"
    );
    assert!(
        found
            .write(ChangeFormat::Text, "ja")
            .contains("新しいクラスターを構築する")
    );
}
