//! The commands of a step, and the one that checks it. Words in capitals are put in by the reader.
//!
//! Commands of distributions follow their documentation: `kubeadm upgrade` (kubernetes/website kubeadm-upgrade.md),
//! `talosctl upgrade-k8s` (siderolabs/talos), `kops rolling-update` (kubernetes/kops docs/operations/rolling-update.md),
//! `cluster.yml` and `upgrade-cluster.yml` (kubernetes-sigs/kubespray docs/operations/upgrades.md), the installation
//! scripts of K3s and RKE2, and the commands of the clouds.

use super::state::State;
use super::ways::{Kind, Planned, one_by_one};
use super::{clouds, pools, tools};
use crate::components::settings_at;
use crate::diagnostic::Component;
use crate::kubernetes::Profile;
use crate::net::{Cidr, IpFamily};
use crate::plan::controller_mask;
use crate::request::PlanSpec;

/// What is typed.
pub(super) struct Commands {
    pub(super) commands: Vec<String>,
    pub(super) check: String,
    pub(super) prints: String,
}

pub(super) fn typed(commands: &[&str], check: impl Into<String>, prints: impl Into<String>) -> Commands {
    Commands {
        commands: commands.iter().map(|command| (*command).to_owned()).collect(),
        check: check.into(),
        prints: prints.into(),
    }
}

pub(super) const DRAIN: &str = "kubectl drain NODE --ignore-daemonsets --delete-emptydir-data";

/// Gives the kubelet of a node other flags, where kubeadm has written them.
const KUBELET: [&str; 2] = [
    "vi /var/lib/kubelet/kubeadm-flags.env",
    "systemctl restart kubelet",
];

/// Counts the pods without an address of each family.
pub(super) const PODS_OF_ONE_FAMILY: &str = "kubectl get pods -A -o jsonpath='{range \
     .items[?(@.spec.hostNetwork!=true)]}{.status.podIPs[*].ip}{\"\\n\"}{end}' | awk 'NF!=2' | wc -l";

/// Returns the commands of a step between two moments.
pub(super) fn of(step: &Planned, before: &State, after: &State) -> Commands {
    let spec = &after.plan.spec;
    let subject = step.subject.as_str();
    if let Some(commands) = clouds::commands(step, after) {
        return commands;
    }
    match step.kind {
        Kind::Hosts => {
            let family = step.family.unwrap_or(IpFamily::IPv6);
            tools::hosts(spec, family).unwrap_or_else(|| hosts(family))
        }
        Kind::ApiServers => component(
            Component::KubeApiserver,
            "--service-cluster-ip-range",
            before,
            after,
        ),
        Kind::ControllerManager => {
            let flag = match before.plan.spec.pod_cidrs == spec.pod_cidrs {
                true if changed(
                    Component::KubeControllerManager,
                    "--node-cidr-mask-size-ipv4",
                    before,
                    after,
                ) =>
                {
                    "--node-cidr-mask-size-ipv4"
                }
                true if changed(
                    Component::KubeControllerManager,
                    "--node-cidr-mask-size-ipv6",
                    before,
                    after,
                ) =>
                {
                    "--node-cidr-mask-size-ipv6"
                }
                true => "--service-cluster-ip-range",
                false => "--cluster-cidr",
            };
            component(Component::KubeControllerManager, flag, before, after)
        }
        Kind::ControlPlane => tools::control_plane(before, after),
        // What no cloud has a command for.
        Kind::Subnet | Kind::CloudUpdate | Kind::CloudRange | Kind::NodePools => typed(&[], "", ""),
        Kind::KubeadmConfig => typed(
            &["kubectl -n kube-system edit configmap kubeadm-config"],
            "kubectl -n kube-system get configmap kubeadm-config -o jsonpath='{.data.ClusterConfiguration}' | grep -E \
             'podSubnet|serviceSubnet' | tr -d ' '",
            format!(
                "podSubnet:{}\nserviceSubnet:{}",
                joined(&spec.pod_cidrs),
                joined(&spec.service_cidrs)
            ),
        ),
        Kind::KubeProxy => typed(
            &[
                "kubectl -n kube-system edit configmap kube-proxy",
                "kubectl -n kube-system rollout restart daemonset kube-proxy",
            ],
            "kubectl -n kube-system rollout status daemonset kube-proxy",
            "daemon set \"kube-proxy\" successfully rolled out",
        ),
        Kind::Plugin => pools::commands(before, after).unwrap_or_else(|| plugin(spec)),
        Kind::Nodes => nodes(after, spec),
        Kind::NodesKeep => nodes_keep(after, spec),
        Kind::Kubelets => typed(
            &tools::kubelets(spec).unwrap_or_else(|| KUBELET.to_vec()),
            "kubectl get node NODE -o jsonpath='{.status.conditions[?(@.type==\"Ready\")].status}'",
            "True",
        ),
        Kind::Pods => typed(
            &["kubectl -n NAMESPACE rollout restart deployment,daemonset,statefulset"],
            PODS_OF_ONE_FAMILY,
            "0",
        ),
        Kind::Dns => dns(
            spec,
            "PreferDualStack",
            "ipFamilies",
            families(&spec.service_cidrs),
        ),
        Kind::DnsSingle => dns(spec, "SingleStack", "ipFamilyPolicy", "SingleStack".to_owned()),
        Kind::Services => services(subject, after),
        Kind::ServicesSingle => {
            let commands: Vec<String> = subject
                .split(' ')
                .map(|name| {
                    let (namespace, name) = name.split_once('/').unwrap_or(("default", name));
                    format!(
                        "kubectl -n {namespace} patch service {name} --type merge -p \
                         '{{\"spec\":{{\"ipFamilyPolicy\":\"SingleStack\"}}}}'"
                    )
                })
                .collect();
            Commands {
                commands,
                check: "kubectl get services -A -o jsonpath='{.items[*].spec.clusterIPs[1]}'".to_owned(),
                prints: String::new(),
            }
        }
        Kind::ServicesAnew => {
            let commands: Vec<String> = subject
                .split(' ')
                .flat_map(|name| {
                    let (namespace, name) = name.split_once('/').unwrap_or(("default", name));
                    let delete = format!("kubectl -n {namespace} delete service {name}");
                    let create = format!("kubectl -n {namespace} apply -f {name}.yaml");
                    // The API servers create their own again.
                    match (namespace, name) {
                        ("default", "kubernetes") => vec![delete],
                        _ => vec![delete, create],
                    }
                })
                .collect();
            let first = subject.split(' ').next().unwrap_or_default();
            let (check, prints) = families_of(first, after);
            Commands {
                commands,
                check,
                prints,
            }
        }
        Kind::ServiceCidr => typed(
            &["kubectl apply -f servicecidr.yaml"],
            format!(
                "kubectl get servicecidr {subject} -o jsonpath='{{.status.conditions[?(@.type==\"Ready\")].status}}'"
            ),
            "True",
        ),
        Kind::ServiceCidrGone => typed(
            &[&format!("kubectl delete servicecidr {subject}")],
            format!("kubectl get servicecidr {subject}"),
            format!("Error from server (NotFound): servicecidrs.networking.k8s.io \"{subject}\" not found"),
        ),
        Kind::OldRange => typed(
            &["kubectl delete servicecidr kubernetes --wait=false"],
            "kubectl get servicecidr kubernetes -o jsonpath='{.status.conditions[?(@.type==\"Ready\")].reason}'",
            "Terminating",
        ),
        Kind::Gates if !one_by_one(spec) => tools::gates(before, after, subject),
        Kind::Gates => typed(
            &[
                "grep -r feature-gates /etc/kubernetes/manifests /var/lib/kubelet",
                "kubectl -n kube-system edit configmap kubeadm-config",
                "systemctl restart kubelet",
            ],
            format!(
                "grep -rlE '{}' /etc/kubernetes/manifests /var/lib/kubelet | wc -l",
                subject.replace(',', "|")
            ),
            "0",
        ),
        Kind::Version => version(subject, spec),
        Kind::NodesVersion => nodes_version(subject, spec),
        Kind::Manifests => typed(
            &[
                &format!("dualstack services MANIFESTS --to {subject} > converted.yaml"),
                "kubectl apply --dry-run=server -f converted.yaml",
            ],
            "kubectl apply -f converted.yaml",
            "service/NAME configured",
        ),
        Kind::Endpoint if !one_by_one(spec) => tools::control_plane(before, after),
        Kind::Endpoint => component(Component::KubeApiserver, "--advertise-address", before, after),
        Kind::Plan => typed(&[], "dualstack diff OLD NEW", ""),
        Kind::NewCluster => typed(
            &[
                "dualstack export PLAN --list",
                "dualstack export PLAN --target TARGET -o FOLDER",
            ],
            BLOCK_LENGTHS,
            block_lengths(spec),
        ),
        Kind::Workloads => typed(
            &["kubectl apply -f MANIFESTS"],
            "kubectl get pods -A --field-selector=status.phase!=Running,status.phase!=Succeeded --no-headers | wc -l",
            "0",
        ),
        Kind::OldCluster => typed(&[], "kubectl get nodes --context OLD --no-headers | wc -l", "0"),
    }
}

fn joined(cidrs: &[Cidr]) -> String {
    let texts: Vec<String> = cidrs.iter().map(Cidr::to_string).collect();
    texts.join(",")
}

/// Returns the families as kubectl prints a list.
fn families(cidrs: &[Cidr]) -> String {
    let names: Vec<String> = cidrs
        .iter()
        .map(|cidr| format!("\"{}\"", cidr.family()))
        .collect();
    format!("[{}]", names.join(","))
}

/// Shows the lengths of the blocks that nodes have, one line for all nodes that have the same.
pub(super) const BLOCK_LENGTHS: &str = "kubectl get nodes -o jsonpath='{range .items[*]}{.spec.podCIDRs}{\"\\n\"}{end}' | sed -E \
                             's#\"[^/]*(/[0-9]+)\"#\\1#g' | sort -u";

/// Returns what [`BLOCK_LENGTHS`] prints when all nodes have what a new one gets.
pub(super) fn block_lengths(spec: &PlanSpec) -> String {
    let lengths: Vec<String> = spec
        .pod_cidrs
        .iter()
        .map(|cidr| format!("/{}", controller_mask(spec, cidr.family())))
        .collect();
    format!("[{}]", lengths.join(","))
}

pub(super) fn value(component: Component, flag: &str, state: &State) -> Option<String> {
    let view = state.view(component);
    settings_at(view, view.spec.kubernetes_version)
        .iter()
        .find(|settings| settings.component == component)
        .and_then(|settings| settings.get(flag))
        .map(|setting| setting.value.clone())
}

pub(super) fn changed(component: Component, flag: &str, before: &State, after: &State) -> bool {
    value(component, flag, before) != value(component, flag, after)
}

/// A component of the control plane whose flags stand in its static Pod.
fn component(component: Component, flag: &str, before: &State, after: &State) -> Commands {
    let name = component.as_str();
    let is_static = after.by_kubeadm();
    let place = match is_static {
        true => format!("/etc/kubernetes/manifests/{name}.yaml"),
        false => format!("/etc/systemd/system/{name}.service"),
    };
    let mut commands = Vec::new();
    for setting in super::files::settings(before, after)
        .iter()
        .filter(|setting| setting.component == component)
    {
        commands.push(match (&setting.before, &setting.after) {
            (Some(old), Some(new)) => {
                format!(
                    "sed -i 's#{}={old}#{}={new}#' {place}",
                    setting.flag, setting.flag
                )
            }
            (None, Some(new)) => {
                let anchor = format!("    - {name}$");
                match is_static {
                    true => format!("sed -i 's#^{anchor}#&\\n    - {}={new}#' {place}", setting.flag),
                    false => format!("sed -i 's#/{name}#& {}={new}#' {place}", setting.flag),
                }
            }
            (Some(old), None) => match is_static {
                true => format!("sed -i '\\#- {}={old}$#d' {place}", setting.flag),
                false => format!("sed -i 's# {}={old}##' {place}", setting.flag),
            },
            (None, None) => continue,
        });
    }
    if !is_static {
        commands.push(format!("systemctl daemon-reload && systemctl restart {name}"));
    }
    let shown = value(component, flag, after).unwrap_or_default();
    let check = match is_static {
        true => format!(
            "kubectl -n kube-system get pods -l component={name} -o yaml | grep -o -- '- {flag}=.*' | sort -u"
        ),
        false => format!("tr '\\0' '\\n' < /proc/$(pidof {name})/cmdline | grep -- {flag}= | sed 's/^/- /'"),
    };
    Commands {
        commands,
        check,
        prints: format!("- {flag}={shown}"),
    }
}

fn hosts(family: IpFamily) -> Commands {
    match family {
        IpFamily::IPv6 => typed(
            &[
                "sysctl -w net.ipv6.conf.all.disable_ipv6=0",
                "sysctl -w net.ipv6.conf.all.forwarding=1",
                "ip -6 address show scope global",
            ],
            "sysctl -n net.ipv6.conf.all.forwarding",
            "1",
        ),
        IpFamily::IPv4 => typed(
            &[
                "sysctl -w net.ipv4.ip_forward=1",
                "ip -4 address show scope global",
            ],
            "sysctl -n net.ipv4.ip_forward",
            "1",
        ),
    }
}

fn plugin(spec: &PlanSpec) -> Commands {
    let ranges: Vec<String> = spec.pod_cidrs.iter().map(Cidr::to_string).collect();
    let file = match spec.cni.map(|cni| cni.id()) {
        Some("calico") => "kubectl apply -f calico-operator/custom-resources.yaml",
        Some("cilium") => "helm -n kube-system upgrade cilium cilium/cilium -f cilium/values.yaml",
        Some("flannel") => "kubectl apply -f flannel/kube-flannel-cfg.yaml",
        _ => "kubectl apply -f PLUGIN",
    };
    match spec.cni.and_then(|cni| cni.row().show) {
        Some(show) => typed(
            &[file],
            format!(
                "{show} | grep -oE '{}' | sort -u",
                ranges.join("|").replace('.', "\\.")
            ),
            sorted(ranges).join("\n"),
        ),
        None => typed(
            &[file],
            "kubectl get nodes -o jsonpath='{.items[*].status.conditions[?(@.type==\"Ready\")].status}' | tr ' ' '\\n' | \
             sort -u",
            "True",
        ),
    }
}

fn sorted(mut list: Vec<String>) -> Vec<String> {
    list.sort_unstable();
    list
}

fn nodes(after: &State, spec: &PlanSpec) -> Commands {
    if let Some(commands) = tools::nodes(spec) {
        return commands;
    }
    let mut commands = vec![DRAIN, "kubectl delete node NODE"];
    if after.by_kubeadm() && one_by_one(spec) {
        commands.extend(KUBELET);
        commands.push("kubeadm init phase mark-control-plane --node-name NODE  # on control plane nodes");
    } else {
        commands.push("systemctl restart kubelet");
    }
    typed(&commands, BLOCK_LENGTHS, block_lengths(spec))
}

/// Node objects are written anew with the blocks that stay.
fn nodes_keep(after: &State, spec: &PlanSpec) -> Commands {
    let kept: Vec<Cidr> = after
        .nodes
        .first()
        .map(|node| {
            node.pod_cidrs
                .iter()
                .filter_map(|block| block.parse().ok())
                .collect()
        })
        .unwrap_or_default();
    let count = kept.len();
    let lengths: Vec<String> = kept
        .iter()
        .map(|block| format!("/{}", block.prefix_len()))
        .collect();
    let keep = format!(
        "kubectl get node NODE -o json | jq 'del(.metadata.uid, .metadata.resourceVersion, .metadata.creationTimestamp, \
         .status) | .spec.podCIDRs |= .[:{count}] | del(.spec.unschedulable)' > NODE.json"
    );
    let mut commands = vec![
        DRAIN,
        &keep,
        "kubectl delete node NODE && kubectl create -f NODE.json",
    ];
    commands.extend(tools::restart_kubelet(spec).unwrap_or(&KUBELET));
    typed(&commands, BLOCK_LENGTHS, format!("[{}]", lengths.join(",")))
}

/// Gives the Service of cluster DNS a policy, and shows a field of it.
fn dns(spec: &PlanSpec, policy: &str, shown: &str, prints: String) -> Commands {
    let name = tools::dns_service(spec);
    typed(
        &[&format!(
            "kubectl -n kube-system patch service {name} --type merge -p \
             '{{\"spec\":{{\"ipFamilyPolicy\":\"{policy}\"}}}}'"
        )],
        format!("kubectl -n kube-system get service {name} -o jsonpath='{{.spec.{shown}}}'"),
        prints,
    )
}

fn services(first: &str, after: &State) -> Commands {
    let (namespace, name) = first.split_once('/').unwrap_or(("NAMESPACE", "NAME"));
    let patch = format!(
        "kubectl -n {namespace} patch service {name} --type merge -p \
         '{{\"spec\":{{\"ipFamilyPolicy\":\"PreferDualStack\"}}}}'"
    );
    let apply = format!("kubectl -n {namespace} apply -f {name}.yaml");
    if first.is_empty() {
        let check = format!("kubectl -n {namespace} get service {name} -o jsonpath='{{.spec.ipFamilies}}'");
        return typed(&[&patch], check, families(&after.plan.spec.service_cidrs));
    }
    let (check, prints) = families_of(first, after);
    typed(&[&apply], check, prints)
}

/// Returns the command that shows the families of a Service, and what it prints.
fn families_of(name: &str, after: &State) -> (String, String) {
    let stored = after.service(name);
    let (namespace, name) = name.split_once('/').unwrap_or(("default", name));
    let families: Vec<String> = stored
        .iter()
        .flat_map(|spec| spec.families())
        .map(|family| format!("\"{family}\""))
        .collect();
    // The address of the API servers' own Service is known: the first one of their range.
    match (namespace, name, stored) {
        ("default", "kubernetes", Some(spec)) => (
            "kubectl get service kubernetes -o jsonpath='{.spec.clusterIP}'".to_owned(),
            spec.cluster_ip,
        ),
        _ => (
            format!("kubectl -n {namespace} get service {name} -o jsonpath='{{.spec.ipFamilies}}'"),
            format!("[{}]", families.join(",")),
        ),
    }
}

/// Returns a version with a patch level, as downloads have it.
pub(super) fn with_patch(version: &str) -> String {
    match version.split('.').count() {
        2 => format!("{version}.PATCH"),
        _ => version.to_owned(),
    }
}

fn minor(version: &str) -> &str {
    version.split('.').nth(1).unwrap_or_default()
}

fn version(version: &str, spec: &PlanSpec) -> Commands {
    let full = with_patch(version);
    let installers = Profile::resolve(spec.kubernetes_version).installers;
    let commands: Vec<String> = match spec.distribution.map(|distribution| distribution.id()) {
        Some("kubeadm") => vec![
            format!("apt-get install -y kubeadm='{full}-*'"),
            "kubeadm upgrade plan".to_owned(),
            format!("kubeadm upgrade apply v{full}  # on the first control plane node"),
            "kubeadm upgrade node  # on the other control plane nodes".to_owned(),
        ],
        Some("k3s") => vec![format!(
            "curl -sfL https://get.k3s.io | INSTALL_K3S_VERSION=v{full}+k3s1 sh -s - server"
        )],
        Some("rke2") => vec![
            format!("curl -sfL https://get.rke2.io | INSTALL_RKE2_VERSION=v{full}+rke2r1 sh -"),
            "systemctl restart rke2-server".to_owned(),
        ],
        Some("k0s") => vec![
            "k0s stop".to_owned(),
            format!("curl -sSLf https://get.k0s.sh | K0S_VERSION=v{full}+k0s.0 sh"),
            "k0s start".to_owned(),
        ],
        Some("talos") => vec![format!("talosctl --nodes CONTROL-PLANE upgrade-k8s --to {full}")],
        // From kOps 1.31 on one command goes through the instance groups in the order of the skew policy
        // (docs/operations/updates_and_upgrades.md).
        Some("kops") if installers.kops_reconciles => vec![
            "kops replace -f cluster.yaml".to_owned(),
            "kops reconcile cluster --name CLUSTER --yes".to_owned(),
        ],
        Some("kops") => vec![
            "kops replace -f cluster.yaml".to_owned(),
            "kops update cluster --name CLUSTER --yes".to_owned(),
            "kops rolling-update cluster --name CLUSTER --instance-group-roles=control-plane,apiserver --yes"
                .to_owned(),
        ],
        Some("kubespray") => vec![format!(
            "ansible-playbook -i inventory/CLUSTER/hosts.yaml -b upgrade-cluster.yml -e kube_version={full} --limit \
             kube_control_plane:etcd"
        )],
        Some("gke") => vec![format!(
            "gcloud container clusters upgrade CLUSTER --location LOCATION --master --cluster-version {version}"
        )],
        Some("eks") => vec![format!(
            "aws eks update-cluster-version --name CLUSTER --kubernetes-version {version}"
        )],
        Some("aks") => vec![format!(
            "az aks upgrade --resource-group GROUP --name CLUSTER --kubernetes-version {version} --control-plane-only"
        )],
        _ => Vec::new(),
    };
    Commands {
        commands,
        check: "kubectl get --raw /version | grep -oE '\"minor\": \"[0-9]+'".to_owned(),
        prints: format!("\"minor\": \"{}", minor(version)),
    }
}

fn nodes_version(version: &str, spec: &PlanSpec) -> Commands {
    let full = with_patch(version);
    let commands: Vec<String> = match spec.distribution.map(|distribution| distribution.id()) {
        Some("k3s") => vec![format!(
            "curl -sfL https://get.k3s.io | INSTALL_K3S_VERSION=v{full}+k3s1 K3S_URL=URL K3S_TOKEN=TOKEN sh -"
        )],
        Some("rke2") => vec![
            format!(
                "curl -sfL https://get.rke2.io | INSTALL_RKE2_VERSION=v{full}+rke2r1 INSTALL_RKE2_TYPE=agent sh -"
            ),
            "systemctl restart rke2-agent".to_owned(),
        ],
        Some("k0s") => vec![
            DRAIN.to_owned(),
            "k0s stop".to_owned(),
            format!("curl -sSLf https://get.k0s.sh | K0S_VERSION=v{full}+k0s.0 sh"),
            "k0s start".to_owned(),
            "kubectl uncordon NODE".to_owned(),
        ],
        Some("talos") => vec![format!("talosctl --nodes CONTROL-PLANE upgrade-k8s --to {full}")],
        Some("kops") => vec!["kops rolling-update cluster --name CLUSTER --yes".to_owned()],
        Some("kubespray") => vec![format!(
            "ansible-playbook -i inventory/CLUSTER/hosts.yaml -b upgrade-cluster.yml -e kube_version={full} --limit NODE"
        )],
        Some("gke") => vec![format!(
            "gcloud container clusters upgrade CLUSTER --location LOCATION --node-pool POOL --cluster-version {version}"
        )],
        Some("eks") => {
            vec!["aws eks update-nodegroup-version --cluster-name CLUSTER --nodegroup-name GROUP".to_owned()]
        }
        Some("aks") => vec![format!(
            "az aks nodepool upgrade --resource-group GROUP --cluster-name CLUSTER --name POOL --kubernetes-version {version}"
        )],
        _ => vec![
            DRAIN.to_owned(),
            format!("apt-get install -y kubelet='{full}-*'"),
            "kubeadm upgrade node".to_owned(),
            "systemctl daemon-reload && systemctl restart kubelet".to_owned(),
            "kubectl uncordon NODE".to_owned(),
        ],
    };
    Commands {
        commands,
        check: "kubectl get nodes -o jsonpath='{.items[*].status.nodeInfo.kubeletVersion}' | tr ' ' '\\n' | cut -d. -f1,2 | \
                sort -u"
            .to_owned(),
        prints: format!("v1.{}", minor(version)),
    }
}
