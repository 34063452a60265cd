//! Distributions and clouds with ways of their own.

use super::*;
use crate::radius::BlastRadius;

fn named(text: &str, id: &str) -> String {
    text.replace("distribution: kubeadm", &format!("distribution: {id}"))
}

/// The way from IPv4 to both families and the way back.
fn families(id: &str, version: &str) -> (Migration, Migration) {
    let (single, both) = (
        named(&plan(version, POD4, SVC4, WEB), id),
        named(&dual(version, WEB), id),
    );
    (way(&single, &both), way(&both, &single))
}

fn why(found: &Migration) -> Vec<String> {
    let english = Catalogue::of("en");
    found
        .rebuild
        .iter()
        .map(|reason| english.text(&reason.why))
        .collect()
}

fn how(found: &Migration, id: &str) -> String {
    Catalogue::of("en").text(&step(found, id).how)
}

#[test]
fn gke_toggles_its_stack_type() {
    let (there, back) = families("gke", "1.33");
    assert_eq!(ids(&there), ["subnet", "cloud-update", "node-pools", "services"]);
    assert_eq!(problems(&there), [] as [&str; 0]);
    assert_eq!(
        step(&there, "subnet").commands,
        [
            "gcloud compute networks subnets update SUBNET --region REGION --stack-type=IPV4_IPV6 --ipv6-access-type=EXTERNAL"
        ]
    );
    let update = step(&there, "cloud-update");
    assert_eq!(
        update.commands,
        ["gcloud container clusters update CLUSTER --location LOCATION --stack-type=ipv4-ipv6"]
    );
    assert_eq!(update.prints, "IPV4_IPV6");
    assert!(
        update
            .source
            .as_ref()
            .unwrap()
            .contains("ClusterUpdate.desired_stack_type")
    );
    assert_eq!(step(&there, "node-pools").nodes, StepNodes::Pools);
    assert_eq!(ids(&back), ["cloud-update"]);
    assert_eq!(problems(&back), [] as [&str; 0]);
    assert_eq!(
        back.steps[0].commands,
        ["gcloud container clusters update CLUSTER --location LOCATION --stack-type=ipv4"]
    );
}

#[test]
fn aks_gets_a_second_family_and_nobody_says_that_it_gives_it_back() {
    let (there, back) = families("aks", "1.33");
    assert_eq!(ids(&there), ["subnet", "cloud-update", "node-pools", "services"]);
    assert_eq!(problems(&there), [] as [&str; 0]);
    assert_eq!(
        step(&there, "cloud-update").commands,
        [
            "az aks update --resource-group GROUP --name CLUSTER --ip-families ipv4,ipv6 \
          --load-balancer-managed-outbound-ipv6-count 1"
        ]
    );
    assert_eq!(step(&there, "cloud-update").prints, "IPv4\nIPv6");
    assert!(how(&there, "cloud-update").contains("read with az aks show which IPv6 ranges"));
    assert_eq!(ids(&back), ["new-cluster", "workloads", "old-cluster"]);
    assert!(
        why(&back)[0]
            .starts_with("no source is known that says that AKS changes this in a cluster that exists"),
        "{:?}",
        why(&back)
    );
}

#[test]
fn clouds_add_pod_ranges_each_in_its_way() {
    let (old, new) = (
        plan("1.33", POD4, SVC4, ""),
        plan("1.33", "10.244.0.0/15", SVC4, ""),
    );
    let of = |id: &str| way(&named(&old, id), &named(&new, id));
    let gke = of("gke");
    assert_eq!(ids(&gke), ["cloud-range"]);
    assert_eq!(
        gke.steps[0].commands,
        [
            "gcloud compute networks subnets update SUBNET --region REGION \
             --add-secondary-ranges=more-pods-1=10.245.0.0/16",
            "gcloud container clusters update CLUSTER --location LOCATION --additional-pod-ipv4-ranges=more-pods-1"
        ]
    );
    let aks = of("aks");
    assert_eq!(
        aks.steps[0].commands,
        ["az aks update --resource-group GROUP --name CLUSTER --pod-cidr 10.244.0.0/15"]
    );
    assert_eq!(aks.steps[0].prints, "10.244.0.0/15");
    let eks = of("eks");
    assert_eq!(
        eks.steps[0].commands[0],
        "aws ec2 associate-vpc-cidr-block --vpc-id VPC --cidr-block 10.245.0.0/16"
    );
    assert_eq!(eks.steps[0].prints, "10.245.0.0/16");
    for found in [gke, aks, eks] {
        assert_eq!(problems(&found), [] as [&str; 0]);
        assert_eq!(found.exit_code, 0);
    }
}

#[test]
fn what_clouds_do_not_change_is_a_new_cluster_with_the_option_and_its_source() {
    let old = plan("1.33", POD4, SVC4, "");
    let other_pods = plan("1.33", "10.200.0.0/16", SVC4, "");
    let other_services = plan("1.33", POD4, "10.112.0.0/16", "");
    let other_mask = old.replace("{count: 3}", "{count: 3, maskSizeIPv4: 25}");
    for (id, new, what) in [
        (
            "aks",
            &other_pods,
            "AKS does not change --pod-cidr of a cluster that exists",
        ),
        (
            "aks",
            &other_services,
            "AKS does not change --service-cidr of a cluster that exists",
        ),
        (
            "aks",
            &other_mask,
            "AKS does not change /24 of a cluster that exists",
        ),
        (
            "eks",
            &other_pods,
            "EKS does not change resourcesVpcConfig.subnetIds of a cluster that exists",
        ),
        (
            "eks",
            &other_services,
            "EKS does not change serviceIpv4Cidr of a cluster that exists",
        ),
        (
            "gke",
            &other_pods,
            "GKE does not change --cluster-secondary-range-name of a cluster that exists",
        ),
        (
            "gke",
            &other_services,
            "GKE does not change --services-secondary-range-name of a cluster that exists",
        ),
    ] {
        let found = way(&named(&old, id), &named(new, id));
        assert_eq!(why(&found), [what], "{id}");
        assert_eq!(ids(&found), ["new-cluster", "workloads", "old-cluster"], "{id}");
        assert_eq!(found.exit_code, 1);
        assert!(!found.rebuild[0].source.is_empty());
    }
    // The pod range of a cluster with both families does not grow on AKS.
    let both = named(&dual("1.33", ""), "aks");
    let larger = both.replace("10.244.0.0/16", "10.244.0.0/15");
    assert_eq!(
        why(&way(&both, &larger)),
        ["AKS does not change --pod-cidrs of a cluster that exists"]
    );
}

#[test]
fn gke_has_another_block_size_in_new_node_pools() {
    let old = plan("1.33", POD4, SVC4, "");
    let new = old.replace("{count: 3}", "{count: 3, maxPods: 32, maskSizeIPv4: 26}");
    let found = way(&named(&old, "gke"), &named(&new, "gke"));
    assert_eq!(ids(&found), ["node-pools"]);
    assert_eq!(problems(&found), [] as [&str; 0]);
    assert_eq!(
        found.steps[0].commands[0],
        "gcloud container node-pools create NEW-POOL --cluster CLUSTER --location LOCATION --max-pods-per-node 32"
    );
    assert_eq!(found.steps[0].prints, "[/26]");
}

#[test]
fn eks_nodes_follow_every_minor_version() {
    let (old, new) = (plan("1.32", POD4, SVC4, ""), plan("1.34", POD4, SVC4, ""));
    let found = way(&named(&old, "eks"), &named(&new, "eks"));
    assert_eq!(
        ids(&found),
        [
            "control-plane-1.33",
            "nodes-1.33",
            "control-plane-1.34",
            "nodes-1.34"
        ]
    );
    assert!(how(&found, "nodes-1.33").contains("EKS takes the next minor version when all node groups"));
    // Others let kubelets stay behind for three versions.
    let aks = way(&named(&old, "aks"), &named(&new, "aks"));
    assert_eq!(
        ids(&aks),
        ["control-plane-1.33", "control-plane-1.34", "nodes-1.34"]
    );
}

#[test]
fn k0s_does_not_change_its_first_ranges() {
    let old = named(&plan("1.36", POD4, SVC4, WEB), "k0s");
    for (new, field) in [
        (old.replace(POD4, "10.244.0.0/15"), "network.podCIDR"),
        (old.replace(POD4, "10.200.0.0/16"), "network.podCIDR"),
        (old.replace(SVC4, "10.112.0.0/16"), "network.serviceCIDR"),
    ] {
        let found = way(&old, &new);
        assert_eq!(
            why(&found),
            [format!("k0s does not change {field} of a cluster that exists")]
        );
        assert_eq!(
            found.rebuild[0].source,
            "k0sproject/k0s docs/dynamic-configuration.md, the list of non-changeable options"
        );
    }
}

#[test]
fn k0s_gets_a_second_family_once_its_pod_ranges_have_the_order_of_the_plan() {
    let (there, back) = families("k0s", "1.36");
    assert_eq!(
        ids(&there),
        ["hosts", "control-plane", "plugin", "nodes", "dns", "services"]
    );
    assert_eq!(problems(&there), [] as [&str; 0]);
    assert_eq!(problems(&back), [] as [&str; 0]);
    let control_plane = step(&there, "control-plane");
    assert_eq!(
        control_plane.commands,
        [
            "vi /etc/k0s/k0s.yaml",
            "k0s config validate --config /etc/k0s/k0s.yaml",
            "k0s stop && k0s start"
        ]
    );
    assert!(
        control_plane
            .check
            .contains("/proc/$(pidof kube-apiserver)/cmdline")
    );
    assert_eq!(
        control_plane.prints,
        "- --service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112"
    );
    assert!(how(&there, "control-plane").contains("State primaryAddressFamily"));
    assert_eq!(
        step(&there, "nodes").commands.last().unwrap(),
        "k0s stop && k0s start"
    );
    // k0sproject/k0s#5116: until then the IPv6 range is the first.
    let (older, older_back) = families("k0s", "1.35");
    assert_eq!(ids(&older), ["new-cluster", "workloads", "old-cluster"]);
    let told = older.rebuild[0].upstream.as_ref().unwrap();
    assert_eq!(
        told.text,
        "failed to mark cidr[10.244.0.0/24] at idx [0] as occupied for node: node-0001: cidr 10.244.0.0/24 is out the range of \
         cluster cidr fd00:10:244::/56"
    );
    assert!(older.rebuild[0].source.contains("k0sproject/k0s#5116"));
    assert_eq!(ids(&older_back), ["new-cluster", "workloads", "old-cluster"]);
}

#[test]
fn talos_patches_machine_configurations_and_applies_its_manifests() {
    let (there, back) = families("talos", "1.33");
    assert_eq!(
        ids(&there),
        ["hosts", "control-plane", "plugin", "nodes", "dns", "services"]
    );
    assert_eq!(problems(&there), [] as [&str; 0]);
    assert_eq!(problems(&back), [] as [&str; 0]);
    let control_plane = step(&there, "control-plane");
    assert_eq!(
        control_plane.commands,
        [
            "talosctl --nodes CONTROL-PLANE patch machineconfig --mode=no-reboot --patch @FILE",
            "talosctl --nodes WORKER patch machineconfig --mode=no-reboot --patch @FILE",
            "talosctl --nodes CONTROL-PLANE upgrade-k8s --to 1.33.PATCH"
        ]
    );
    assert!(control_plane.check.contains("-l k8s-app=kube-apiserver"));
    assert!(!how(&there, "control-plane").contains("No source is known"));
    assert_eq!(
        step(&there, "nodes").commands,
        [
            "kubectl drain NODE --ignore-daemonsets --delete-emptydir-data",
            "kubectl delete node NODE",
            "talosctl --nodes NODE service kubelet restart"
        ]
    );
}

#[test]
fn kubespray_runs_the_playbook_that_changes_a_control_plane() {
    let (there, back) = families("kubespray", "1.33");
    assert_eq!(problems(&there), [] as [&str; 0]);
    assert_eq!(problems(&back), [] as [&str; 0]);
    let control_plane = step(&there, "control-plane");
    assert_eq!(
        control_plane.commands[1],
        "ansible-playbook -i inventory/CLUSTER/hosts.yaml -b upgrade-cluster.yml -e serial=1"
    );
    assert_eq!(
        control_plane.prints,
        "- --service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112"
    );
    assert!(
        control_plane
            .files
            .iter()
            .any(|file| file.patch.contains("+ipv6_stack: true")),
        "{:?}",
        control_plane.files
    );
    // Its check of the inventory stops where the pool of Calico is another one.
    let old = named(&plan("1.33", POD4, SVC4, "  cni: calico\n"), "kubespray");
    let refused = way(&old, &old.replace(POD4, "10.244.0.0/15"));
    assert_eq!(
        why(&refused),
        [
            "Kubespray stops before it changes kube_pods_subnet of a cluster that exists: Your inventory doesn't match the \
             current cluster configuration"
        ]
    );
    // With another plugin it goes on, and the playbook changes the plugin too.
    let cilium = named(&plan("1.33", POD4, SVC4, "  cni: cilium\n"), "kubespray");
    let found = way(&cilium, &cilium.replace(POD4, "10.244.0.0/15"));
    assert_eq!(ids(&found), ["control-plane"]);
    assert!(
        found.steps[0]
            .files
            .iter()
            .any(|file| file.path.starts_with("cilium/"))
    );
}

#[test]
fn kops_replaces_its_instances() {
    let old = named(&plan("1.33", POD4, SVC4, ""), "kops");
    let new = old.replace("{count: 3}", "{count: 3, maskSizeIPv4: 25}");
    let found = way(&old, &new);
    assert_eq!(ids(&found), ["control-plane", "nodes"]);
    assert_eq!(problems(&found), [] as [&str; 0]);
    assert_eq!(
        step(&found, "control-plane").commands[2],
        "kops rolling-update cluster --name CLUSTER --instance-group-roles=control-plane,apiserver --yes"
    );
    assert_eq!(
        step(&found, "control-plane").prints,
        "Your cluster CLUSTER is ready"
    );
    assert_eq!(
        step(&found, "nodes").commands,
        ["kops rolling-update cluster --name CLUSTER --instance-group-roles=node --force --yes"]
    );
    assert_eq!(step(&found, "nodes").prints, "[/25]");
    let up = |from: &str, to: &str| {
        let of = |version: &str| named(&plan(version, POD4, SVC4, ""), "kops");
        way(&of(from), &of(to)).steps[0].commands.clone()
    };
    assert_eq!(
        up("1.32", "1.33")[1],
        "kops reconcile cluster --name CLUSTER --yes"
    );
    assert_eq!(up("1.28", "1.29")[1], "kops update cluster --name CLUSTER --yes");
}

#[test]
fn a_cloud_that_has_no_such_cluster_says_so_before_all_else() {
    let (there, _) = families("eks", "1.33");
    assert_eq!(there.rebuild[0].blast, BlastRadius::Impossible);
    assert_eq!(why(&there)[0], "EKS has no dual-stack clusters");
    assert_eq!(there.steps, []);
}

#[test]
fn pools_of_plugins_stay_and_get_others_beside_them() {
    let cilium = plan("1.33", POD4, SVC4, "  cni: cilium\n");
    let found = way(&cilium, &cilium.replace(POD4, "10.244.0.0/14"));
    assert_eq!(problems(&found), [] as [&str; 0]);
    let plugin = step(&found, "plugin");
    assert_eq!(
        plugin.commands,
        [
            "helm -n kube-system upgrade cilium cilium/cilium --reuse-values --set-json \
          'ipam.operator.clusterPoolIPv4PodCIDRList=[\"10.244.0.0/16\",\"10.245.0.0/16\",\"10.246.0.0/15\"]'"
        ]
    );
    assert_eq!(plugin.prints, "10.244.0.0/16 10.245.0.0/16 10.246.0.0/15");
    assert!(plugin.files.is_empty());
    assert!(how(&found, "plugin").contains("A pool keeps its range for good"));
    let calico = plan("1.33", POD4, SVC4, "  cni: calico\n");
    let found = way(&calico, &calico.replace(POD4, "10.244.0.0/15"));
    let plugin = step(&found, "plugin");
    assert_eq!(plugin.commands.len(), 1);
    assert!(
        plugin.commands[0].starts_with("calicoctl get ippool default-ipv4-ippool -o json | jq ")
            && plugin.commands[0]
                .contains("name: \"more-pods-1\"}, spec: (.spec + {cidr: \"10.245.0.0/16\"})"),
        "{:?}",
        plugin.commands
    );
    assert_eq!(plugin.prints, "10.245.0.0/16");
    // A second family is no larger pool.
    let both = way(&cilium, &dual("1.33", "  cni: cilium\n"));
    assert!(
        step(&both, "plugin").commands[0].starts_with("helm -n kube-system upgrade cilium cilium/cilium -f")
    );
}

#[test]
fn families_that_a_cloud_does_not_have_are_no_reason_for_a_new_cluster() {
    let both = named(&dual("1.33", ""), "aks");
    let six = named(&plan("1.33", POD6, SVC6, ""), "aks");
    let found = way(&both, &six);
    assert_eq!(found.steps, []);
    assert!(
        why(&found).contains(&"AKS has no clusters of IPv6 alone".to_owned()),
        "{:?}",
        why(&found)
    );
    let swapped = named(
        &plan("1.33", &format!("{POD6}, {POD4}"), &format!("{SVC6}, {SVC4}"), ""),
        "gke",
    );
    let found = way(&named(&dual("1.33", ""), "gke"), &swapped);
    assert_eq!(found.steps, []);
    assert!(
        why(&found).contains(&"GKE has no clusters with IPv6 first of both families".to_owned()),
        "{:?}",
        why(&found)
    );
}

#[test]
fn node_blocks_of_a_plan_are_nothing_to_a_cloud_that_cuts_none() {
    let old = named(&plan("1.33", POD4, SVC4, ""), "eks");
    let found = way(&old, &old.replace("{count: 3}", "{count: 3, maskSizeIPv4: 25}"));
    assert_eq!(ids(&found), ["plan"]);
}
