//! Distributions whose tool configures all components at once: what is changed, with which command, and what checks it.
//!
//! Read in k0sproject/k0s (docs/configuration.md, pkg/component/worker/kubelet.go), siderolabs/talos
//! (internal/app/machined/pkg/controllers/k8s/control_plane.go, nodeip_config.go, cmd/talosctl/cmd/talos/service.go) and
//! siderolabs/docs (editing-machine-configuration.mdx, upgrading-kubernetes.mdx), kubernetes/kops
//! (docs/operations/rolling-update.md, docs/cli/kops_rolling-update_cluster.md, cmd/kops/validate_cluster.go), and
//! kubernetes-sigs/kubespray (playbooks/upgrade_cluster.yml, roles/kubernetes/control-plane/tasks/kubeadm-upgrade.yml,
//! roles/kubernetes/node/templates/kubelet.env.v1beta1.j2), all of August 2026.

use super::commands::{BLOCK_LENGTHS, Commands, DRAIN, block_lengths, changed, typed, value};
use super::state::State;
use super::ways::Kind;
use crate::diagnostic::Component;
use crate::i18n::Message;
use crate::net::IpFamily;
use crate::request::PlanSpec;

/// The sources of a tool's steps.
struct Source {
    id: &'static str,
    /// Of changed settings.
    change: &'static str,
    /// Of nodes that are registered anew, or whose kubelet is restarted.
    nodes: &'static str,
}

static SOURCES: [Source; 4] = [
    Source {
        id: "k0s",
        change: "k0sproject/k0s docs/configuration.md, docs/dual-stack.md, k0sproject/k0s#5116",
        nodes: "k0sproject/k0s pkg/component/worker/kubelet.go (--node-ip of both families)",
    },
    Source {
        id: "kops",
        change: "kubernetes/kops docs/operations/rolling-update.md, kubernetes/kops#1738",
        nodes: "kubernetes/kops docs/operations/rolling-update.md",
    },
    Source {
        id: "kubespray",
        change: "kubernetes-sigs/kubespray roles/kubernetes/control-plane/tasks/kubeadm-upgrade.yml, \
                 docs/operations/upgrades.md",
        nodes: "kubernetes-sigs/kubespray roles/kubernetes/node/templates/kubelet.env.v1beta1.j2",
    },
    Source {
        id: "talos",
        change: "siderolabs/talos internal/app/machined/pkg/controllers/k8s/control_plane.go, siderolabs/docs \
                 editing-machine-configuration.mdx, upgrading-kubernetes.mdx",
        nodes: "siderolabs/talos internal/app/machined/pkg/controllers/k8s/nodeip_config.go",
    },
];

fn id_of(spec: &PlanSpec) -> &'static str {
    spec.distribution.map_or("", |distribution| distribution.id())
}

fn source(id: &str) -> Option<&'static Source> {
    SOURCES.iter().find(|source| source.id == id)
}

/// Returns whether the tool installs and configures the network plugin of the plan together with everything else.
pub(super) fn brings_plugin(spec: &PlanSpec) -> bool {
    match (id_of(spec), spec.cni.map(|cni| cni.id())) {
        (_, None) => false,
        ("kops" | "kubespray", Some(_)) => true,
        ("k0s", Some(plugin)) => matches!(plugin, "calico" | "kube-router"),
        ("talos", Some(plugin)) => plugin == "flannel",
        _ => false,
    }
}

/// How the tool does a step, and where that was read. `None` if it has nothing of its own to say to that step, or if no
/// source is known.
pub(super) fn how(spec: &PlanSpec, kind: Kind) -> Option<(Message, &'static str)> {
    let source = source(id_of(spec))?;
    let (attribute, read) = match kind {
        Kind::ControlPlane => ("control-plane", source.change),
        Kind::Nodes | Kind::NodesKeep => ("nodes", source.nodes),
        Kind::Kubelets => ("kubelets", source.nodes),
        _ => return None,
    };
    Some((
        Message::new(format!("migrate-tool-{}.{attribute}", source.id)),
        read,
    ))
}

/// The commands with which a tool changes the components of the control plane.
pub(super) fn control_plane(before: &State, after: &State) -> Commands {
    let spec = &after.plan.spec;
    let to_current = format!(
        "talosctl --nodes CONTROL-PLANE upgrade-k8s --to {}",
        super::commands::with_patch(&spec.kubernetes_version.to_string())
    );
    let commands: &[&str] = match id_of(spec) {
        "k0s" => &[
            "vi /etc/k0s/k0s.yaml",
            "k0s config validate --config /etc/k0s/k0s.yaml",
            "k0s stop && k0s start",
        ],
        "k3s" => &["vi /etc/rancher/k3s/config.yaml", "systemctl restart k3s"],
        "rke2" => &[
            "vi /etc/rancher/rke2/config.yaml",
            "systemctl restart rke2-server",
        ],
        "talos" => &[
            "talosctl --nodes CONTROL-PLANE patch machineconfig --mode=no-reboot --patch @FILE",
            "talosctl --nodes WORKER patch machineconfig --mode=no-reboot --patch @FILE",
            &to_current,
        ],
        "kops" => &[
            "kops replace -f cluster.yaml",
            "kops update cluster --name CLUSTER --yes",
            "kops rolling-update cluster --name CLUSTER --instance-group-roles=control-plane,apiserver --yes",
        ],
        "kubespray" => &[
            "vi inventory/CLUSTER/group_vars/k8s_cluster/k8s-cluster.yml",
            "ansible-playbook -i inventory/CLUSTER/hosts.yaml -b upgrade-cluster.yml -e serial=1",
        ],
        _ => &[],
    };
    let (component, flag) = shown(before, after);
    let name = component.as_str();
    let flag_value = value(component, flag, after).unwrap_or_default();
    let prints = format!("- {flag}={flag_value}");
    match id_of(spec) {
        // k0s runs them as processes of its own.
        "k0s" => typed(
            commands,
            format!("tr '\\0' '\\n' < /proc/$(pidof {name})/cmdline | grep -- {flag}= | sed 's/^/- /'"),
            prints,
        ),
        "talos" => typed(
            commands,
            format!(
                "kubectl -n kube-system get pods -l k8s-app={name} -o yaml | grep -o -- '- {flag}=.*' | sort -u"
            ),
            prints,
        ),
        "kubespray" => typed(
            commands,
            format!(
                "kubectl -n kube-system get pods -l component={name} -o yaml | grep -o -- '- {flag}=.*' | sort -u"
            ),
            prints,
        ),
        "kops" => typed(
            commands,
            "kops validate cluster --name CLUSTER | tail -1",
            "Your cluster CLUSTER is ready",
        ),
        _ => typed(
            commands,
            "kubectl get service kubernetes -o jsonpath='{.spec.clusterIP}'",
            spec.service_cidrs
                .first()
                .and_then(|range| range.address(1))
                .map(|address| address.to_string())
                .unwrap_or_default(),
        ),
    }
}

/// Returns the flag by which the step is seen.
fn shown(before: &State, after: &State) -> (Component, &'static str) {
    const SEEN: [(Component, &str); 7] = [
        (Component::KubeApiserver, "--service-cluster-ip-range"),
        (Component::KubeControllerManager, "--cluster-cidr"),
        (Component::KubeControllerManager, "--node-cidr-mask-size"),
        (Component::KubeControllerManager, "--node-cidr-mask-size-ipv4"),
        (Component::KubeControllerManager, "--node-cidr-mask-size-ipv6"),
        (Component::KubeControllerManager, "--service-cluster-ip-range"),
        (Component::KubeApiserver, "--advertise-address"),
    ];
    SEEN.into_iter()
        .find(|(component, flag)| {
            changed(*component, flag, before, after) && value(*component, flag, after).is_some()
        })
        .unwrap_or((Component::KubeApiserver, "--service-cluster-ip-range"))
}

/// The name of the Service of cluster DNS (kubernetes-sigs/kubespray
/// roles/kubernetes-apps/ansible/templates/coredns-svc.yml.j2; elsewhere it is that of kubeadm).
pub(super) fn dns_service(spec: &PlanSpec) -> &'static str {
    match id_of(spec) {
        "kubespray" => "coredns",
        _ => "kube-dns",
    }
}

/// The commands that prepare nodes on which nobody logs in. `None` where they are those of any host.
pub(super) fn hosts(spec: &PlanSpec, family: IpFamily) -> Option<Commands> {
    if id_of(spec) != "talos" {
        return None;
    }
    // Talos sets both parameters by itself (controllers/runtime/kernel_param_defaults.go).
    let path = match family {
        IpFamily::IPv4 => "/proc/sys/net/ipv4/ip_forward",
        IpFamily::IPv6 => "/proc/sys/net/ipv6/conf/default/forwarding",
    };
    Some(typed(
        &[
            "talosctl --nodes NODE patch machineconfig --mode=no-reboot --patch @ADDRESSES",
            "talosctl --nodes NODE get addresses",
        ],
        format!("talosctl --nodes NODE read {path}"),
        "1",
    ))
}

/// The commands that change feature gates of all components, and the API server's own list of them.
pub(super) fn gates(before: &State, after: &State, names: &str) -> Commands {
    let spec = &after.plan.spec;
    let mut commands = control_plane(before, after).commands;
    commands.extend(kubelets(spec).into_iter().flatten().map(str::to_owned));
    let mut seen: Vec<String> = Vec::new();
    commands.retain(|command| {
        let is_new = !seen.contains(command);
        seen.push(command.clone());
        is_new
    });
    Commands {
        commands,
        check: format!(
            "kubectl get --raw /metrics | grep -E 'kubernetes_feature_enabled.name=\"({})\"' | grep -oE '[01]$' | sort -u",
            names.replace(',', "|")
        ),
        prints: names
            .split(',')
            .filter_map(|name| spec.feature_gates.get(name))
            .map(|on| u8::from(*on).to_string())
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

/// The commands that start the kubelet of a node again. `None` where it is a service of the system by itself.
pub(super) fn restart_kubelet(spec: &PlanSpec) -> Option<&'static [&'static str]> {
    match id_of(spec) {
        "k0s" => Some(&["k0s stop && k0s start"]),
        "k3s" => Some(&["systemctl restart k3s-agent"]),
        "rke2" => Some(&["systemctl restart rke2-agent"]),
        "talos" => Some(&["talosctl --nodes NODE service kubelet restart"]),
        "kubespray" => Some(&["systemctl restart kubelet"]),
        _ => None,
    }
}

/// The commands with which a tool gives nodes other blocks. `None` if they are those of any kubelet.
pub(super) fn nodes(spec: &PlanSpec) -> Option<Commands> {
    if id_of(spec) == "kops" {
        // New instances are new Nodes.
        return Some(typed(
            &["kops rolling-update cluster --name CLUSTER --instance-group-roles=node --force --yes"],
            BLOCK_LENGTHS,
            block_lengths(spec),
        ));
    }
    let mut commands = vec![DRAIN, "kubectl delete node NODE"];
    commands.extend(restart_kubelet(spec)?);
    Some(typed(&commands, BLOCK_LENGTHS, block_lengths(spec)))
}

/// The commands with which a tool gives every kubelet other settings. `None` if they are those of any kubelet.
pub(super) fn kubelets(spec: &PlanSpec) -> Option<Vec<&'static str>> {
    match id_of(spec) {
        "k0s" => Some(vec![
            "vi /etc/systemd/system/k0sworker.service",
            "systemctl daemon-reload",
            "k0s stop && k0s start",
        ]),
        "k3s" => Some(vec![
            "vi /etc/rancher/k3s/config.yaml",
            "systemctl restart k3s-agent",
        ]),
        "rke2" => Some(vec![
            "vi /etc/rancher/rke2/config.yaml",
            "systemctl restart rke2-agent",
        ]),
        "talos" => Some(vec![
            "talosctl --nodes NODE patch machineconfig --mode=no-reboot --patch @FILE",
        ]),
        "kops" => Some(vec![
            "kops edit instancegroup GROUP --name CLUSTER",
            "kops update cluster --name CLUSTER --yes",
            "kops rolling-update cluster --name CLUSTER --yes",
        ]),
        "kubespray" => Some(vec![
            "vi inventory/CLUSTER/group_vars/k8s_cluster/k8s-cluster.yml",
            "ansible-playbook -i inventory/CLUSTER/hosts.yaml -b upgrade-cluster.yml -e serial=1",
        ]),
        _ => None,
    }
}
