//! Differences of the version and of single fields.

use std::net::IpAddr;

use super::{DifferenceKind, Judge, Judged, Verdict};
use crate::components::{StartUpCheck, settings_at};
use crate::diagnostic::Component;
use crate::document::as_json;
use crate::i18n::Message;
use crate::kubernetes::gates::{GATES, GateState};
use crate::kubernetes::skew::{self, VersionPath};
use crate::kubernetes::{Profile, changes};
use crate::net::{Cidr, IpFamily};
use crate::radius::BlastRadius;
use crate::request::{ClusterPlan, PlanSpec};
use crate::running::{node_count, printed, refusal_of};

/// The components of a control plane and of nodes, in the order in which they are upgraded.
pub(crate) const ALL: [Component; 5] = [
    Component::KubeApiserver,
    Component::KubeControllerManager,
    Component::KubeScheduler,
    Component::Kubelet,
    Component::KubeProxy,
];
/// The components that read feature gates, in the order in which they are started again.
const GATED: [Component; 4] = [
    Component::KubeApiserver,
    Component::KubeControllerManager,
    Component::Kubelet,
    Component::KubeProxy,
];

/// Returns the difference of the versions.
pub(super) fn version(judge: &Judge<'_>) -> Option<Judged> {
    let (from, to) = (
        judge.old.plan.spec.kubernetes_version,
        judge.new.plan.spec.kubernetes_version,
    );
    if skew::is_same(from, to) {
        return None;
    }
    let by_kubeadm = judge
        .new
        .plan
        .spec
        .distribution
        .is_some_and(|found| found.row().kubeadm);
    let (blast, why) = match skew::path(from, to) {
        VersionPath::SameMinor => (
            BlastRadius::restart(ALL),
            Message::new("change-why-version-patch"),
        ),
        VersionPath::Up(versions) => {
            let way: Vec<String> = versions.iter().map(ToString::to_string).collect();
            let message = Message::new("change-why-version-up")
                .with("count", way.len())
                .with("way", way.join(" → "))
                .with("changes", changes(from, to).len());
            (BlastRadius::restart(ALL), message)
        }
        VersionPath::Down(_) => (BlastRadius::Rebuild, Message::new("change-why-version-down")),
    };
    let mut verdict = Verdict::new(blast, why, skew::SOURCE);
    if let Some(text) = skew::kubeadm_refusal(from, to).filter(|_| by_kubeadm) {
        verdict = verdict.said_by(Component::Kubeadm, text);
    }
    // The settings of the older version, given to the binaries of the newer one.
    for settings in settings_at(&judge.old.plan, from) {
        let check = StartUpCheck::of_settings(to, &settings);
        if let Some(text) = printed(&check) {
            verdict = verdict.half(
                Message::new("change-half-old-settings")
                    .with("component", settings.component.as_str())
                    .with("text", text),
            );
        }
    }
    Some(Judged {
        path: "spec.kubernetesVersion".to_owned(),
        kind: DifferenceKind::Changed,
        before: Some(from.as_written()),
        after: Some(to.as_written()),
        verdict,
    })
}

/// Returns the differences of all other fields.
pub(super) fn fields(judge: &Judge<'_>) -> Vec<Judged> {
    let (old, new) = (&judge.old.plan.spec, &judge.new.plan.spec);
    let mut found = Vec::new();
    node_networks(judge, &mut found);
    let mut changed =
        |path: &str, before: Option<String>, after: Option<String>, verdict: &dyn Fn() -> Verdict| {
            if before != after {
                found.push(Judged {
                    path: path.to_owned(),
                    kind: kind_of(&before, &after),
                    before,
                    after,
                    verdict: verdict(),
                });
            }
        };
    let list = |cidrs: &[Cidr]| {
        let texts: Vec<String> = cidrs.iter().map(Cidr::to_string).collect();
        (!texts.is_empty()).then(|| texts.join(", "))
    };
    changed(
        "spec.loadBalancerCIDRs",
        list(&old.load_balancer_cidrs),
        list(&new.load_balancer_cidrs),
        &|| {
            Verdict::new(
                BlastRadius::Safe,
                Message::new("change-why-load-balancers"),
                "metallb/metallb-operator, docs of the load balancer",
            )
        },
    );
    let address = |address: &Option<IpAddr>| address.map(|address| address.to_string());
    changed(
        "spec.advertiseAddress",
        address(&old.advertise_address),
        address(&new.advertise_address),
        &|| advertise_address(judge),
    );
    let endpoint = |spec: &PlanSpec| spec.control_plane_endpoint.as_ref().map(as_json);
    let text = |value: Option<serde_json::Value>| {
        value.map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
    };
    changed(
        "spec.controlPlaneEndpoint",
        text(endpoint(old)),
        text(endpoint(new)),
        &|| {
            Verdict::new(
                BlastRadius::restart(ALL),
                Message::new("change-why-endpoint"),
                "kubernetes/website create-cluster-kubeadm.md",
            )
            .half(Message::new("change-half-certificate"))
        },
    );
    let nodes = |count: u32| Some(count.to_string());
    changed(
        "spec.nodes.count",
        nodes(old.nodes.count),
        nodes(new.nodes.count),
        &|| node_number(judge, new.nodes.count),
    );
    changed(
        "spec.nodes.max",
        old.nodes.max.map(|max| max.to_string()),
        new.nodes.max.map(|max| max.to_string()),
        &|| node_number(judge, new.nodes.planned()),
    );
    changed(
        "spec.nodes.maxPods",
        nodes(old.nodes.max_pods),
        nodes(new.nodes.max_pods),
        &|| {
            Verdict::new(
                BlastRadius::restart([Component::Kubelet]),
                Message::new("change-why-max-pods"),
                "pkg/kubelet/apis/config/types.go",
            )
            .half(Message::new("change-half-max-pods"))
        },
    );
    changed(
        "spec.distribution",
        old.distribution.map(|found| found.id().to_owned()),
        new.distribution.map(|found| found.id().to_owned()),
        &|| match (old.distribution, new.distribution) {
            (Some(_), Some(after)) => Verdict::new(
                BlastRadius::Rebuild,
                Message::new("change-why-distribution"),
                after.row().source,
            ),
            _ => named_only("change-why-named-only"),
        },
    );
    changed(
        "spec.cni",
        old.cni.map(|found| found.id().to_owned()),
        new.cni.map(|found| found.id().to_owned()),
        &|| match (old.cni, new.cni) {
            (Some(_), Some(_)) => Verdict::new(
                BlastRadius::RecreateNodes {
                    count: node_count(judge.old),
                },
                Message::new("change-why-plugin"),
                "containernetworking/cni SPEC.md",
            )
            .half(Message::new("change-half-plugin")),
            _ => named_only("change-why-named-only"),
        },
    );
    changed(
        "spec.provider",
        old.provider.map(|found| found.id().to_owned()),
        new.provider.map(|found| found.id().to_owned()),
        &|| {
            match (old.provider, new.provider) {
            (Some(_), Some(_)) => Verdict::new(
                BlastRadius::Rebuild,
                Message::new("change-why-provider"),
                "pkg/apis/core/validation/validation.go",
            )
            .said_by(
                Component::KubeApiserver,
                "spec.providerID: Forbidden: node updates may not change providerID except from \"\" to valid",
            ),
            _ => named_only("change-why-named-only"),
        }
        },
    );
    for (tool, release) in both(&old.tools, &new.tools) {
        let (before, after) = release;
        let tool_title = tool.clone();
        changed(
            &format!("spec.tools.{tool}"),
            before.map(ToString::to_string),
            after.map(ToString::to_string),
            &|| {
                Verdict::new(
                    BlastRadius::restart([Component::Cni]),
                    Message::new("change-why-tool").with("tool", tool_title.as_str()),
                    "release notes of the tool",
                )
            },
        );
    }
    for (gate, (before, after)) in both(&old.feature_gates, &new.feature_gates) {
        changed(
            &format!("spec.featureGates.{gate}"),
            before.map(ToString::to_string),
            after.map(ToString::to_string),
            &|| feature_gate(judge, gate, after.copied()),
        );
    }
    let networks = |spec: &PlanSpec| {
        let texts: Vec<String> = spec
            .reserved
            .iter()
            .map(|reserved| format!("{} {}", reserved.name, reserved.cidr))
            .collect();
        (!texts.is_empty()).then(|| texts.join(", "))
    };
    changed("spec.reserved", networks(old), networks(new), &|| {
        named_only("change-why-reserved")
    });
    changed(
        "metadata.name",
        Some(judge.old.plan.metadata.name.clone()),
        Some(judge.new.plan.metadata.name.clone()),
        &|| named_only("change-why-name"),
    );
    found
}

const fn kind_of(before: &Option<String>, after: &Option<String>) -> DifferenceKind {
    match (before, after) {
        (None, _) => DifferenceKind::Added,
        (_, None) => DifferenceKind::Removed,
        _ => DifferenceKind::Changed,
    }
}

/// A field that no component reads.
fn named_only(why: &'static str) -> Verdict {
    Verdict::new(BlastRadius::Safe, Message::new(why), "the plan file")
}

type Pairs<'a, V> = Vec<(&'a String, (Option<&'a V>, Option<&'a V>))>;

/// Returns the keys of two maps, each with the value in both.
fn both<'a, V>(
    old: &'a std::collections::BTreeMap<String, V>,
    new: &'a std::collections::BTreeMap<String, V>,
) -> Pairs<'a, V> {
    let gone = old.keys().filter(|key| !new.contains_key(*key));
    new.keys()
        .chain(gone)
        .map(|key| (key, (old.get(key), new.get(key))))
        .collect()
}

fn advertise_address(judge: &Judge<'_>) -> Verdict {
    let candidate = judge.older_with(|plan| {
        plan.spec.advertise_address = judge.new.plan.spec.advertise_address;
        plan.spec
            .service_cidrs
            .clone_from(&judge.new.plan.spec.service_cidrs);
    });
    match refusal_of(&candidate, Component::KubeApiserver, judge.version()) {
        Some(text) => Verdict::new(
            BlastRadius::Impossible,
            Message::new("change-why-refused-start").with("component", Component::KubeApiserver.as_str()),
            "pkg/controlplane/controller.go",
        )
        .said_by(Component::KubeApiserver, text),
        None => Verdict::new(
            BlastRadius::restart([Component::KubeApiserver]),
            Message::new("change-why-advertise"),
            "cmd/kube-apiserver/app/options/options.go",
        )
        .half(Message::new("change-half-certificate")),
    }
}

/// Whether that many nodes get blocks of the newer plan's ranges.
fn node_number(judge: &Judge<'_>, wanted: u32) -> Verdict {
    let capacity = judge
        .new
        .analysis
        .addresses()
        .and_then(|addresses| addresses.capacity.as_ref());
    let source = "pkg/controller/nodeipam/ipam/cidrset/cidr_set.go";
    let fits = capacity.is_none_or(|capacity| {
        capacity
            .nodes
            .to_u128()
            .is_none_or(|room| room >= u128::from(wanted))
    });
    if fits {
        return Verdict::new(BlastRadius::Safe, Message::new("change-why-nodes-fit"), source);
    }
    let message = Message::new("change-why-nodes-do-not-fit");
    let message = match capacity {
        Some(capacity) => message.with("room", capacity.nodes),
        None => message,
    };
    // The set of blocks says so when the last one is given away.
    Verdict::new(BlastRadius::Impossible, message, source).said_by(
        Component::KubeControllerManager,
        crate::nodeipam::CidrSetError::NoneRemaining.to_string(),
    )
}

/// A gate is tried at the newer version; where it only names the default, nothing changes.
fn feature_gate(judge: &Judge<'_>, gate: &str, after: Option<bool>) -> Verdict {
    let version = judge.version();
    let profile = Profile::resolve(version);
    let candidate = judge.older_with(|plan| set_gate(plan, gate, after));
    let reads = GATES
        .iter()
        .find(|row| row.name == gate)
        .map_or(&[] as &[Component], |row| row.components);
    let components: Vec<Component> = GATED
        .into_iter()
        .filter(|component| reads.is_empty() || reads.contains(component))
        .collect();
    for component in &components {
        if let Some(text) = refusal_of(&candidate, *component, version).filter(|text| text.contains(gate)) {
            return Verdict::new(
                BlastRadius::Impossible,
                Message::new("change-why-refused-start").with("component", component.as_str()),
                "component-base/featuregate/feature_gate.go",
            )
            .said_by(*component, text);
        }
    }
    let before = judge.old.plan.spec.feature_gates.get(gate).copied();
    let default = match profile.gate(gate) {
        GateState::Known(row) => Some(row.on),
        GateState::Unknown | GateState::Untracked => None,
    };
    let id = match before.or(default) == after.or(default) && default.is_some() {
        true => "change-why-gate-default",
        false => "change-why-gate",
    };
    Verdict::new(
        BlastRadius::restart(components),
        Message::new(id).with("gate", gate),
        "pkg/features/kube_features.go",
    )
}

fn set_gate(plan: &mut ClusterPlan, gate: &str, value: Option<bool>) {
    match value {
        Some(on) => plan.spec.feature_gates.insert(gate.to_owned(), on),
        None => plan.spec.feature_gates.remove(gate),
    };
}

fn node_networks(judge: &Judge<'_>, found: &mut Vec<Judged>) {
    let (old, new) = (&judge.old.plan.spec, &judge.new.plan.spec);
    let source = "pkg/kubelet/kubelet_node_status.go";
    for family in IpFamily::ALL {
        let of = |spec: &PlanSpec| -> Vec<Cidr> { spec.node_cidrs_of(family).collect() };
        let (before, after) = (of(old), of(new));
        if before == after {
            continue;
        }
        let covered = before.iter().all(|old| after.iter().any(|new| new.contains(old)));
        let (kind, verdict) = match (before.is_empty(), after.is_empty(), covered) {
            (true, ..) => (
                DifferenceKind::Added,
                Verdict::new(
                    BlastRadius::restart([Component::Kubelet]),
                    Message::new("change-why-node-family").with("family", family),
                    source,
                )
                .half(Message::new("change-half-node-ip")),
            ),
            (false, false, true) => (
                DifferenceKind::Grown,
                Verdict::new(
                    BlastRadius::Safe,
                    Message::new("change-why-node-network-grown"),
                    source,
                ),
            ),
            (_, gone, _) => (
                if gone {
                    DifferenceKind::Removed
                } else {
                    DifferenceKind::Moved
                },
                Verdict::new(
                    BlastRadius::RecreateNodes {
                        count: node_count(judge.old),
                    },
                    Message::new("change-why-node-addresses"),
                    source,
                )
                .half(Message::new("change-half-node-addresses")),
            ),
        };
        let text = |cidrs: &[Cidr]| {
            let texts: Vec<String> = cidrs.iter().map(Cidr::to_string).collect();
            (!texts.is_empty()).then(|| texts.join(", "))
        };
        found.push(Judged {
            path: "spec.nodeCIDRs".to_owned(),
            kind,
            before: text(&before),
            after: text(&after),
            verdict,
        });
    }
}
