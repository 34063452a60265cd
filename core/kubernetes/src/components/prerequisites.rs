//! The prerequisites of a plan: the conditions outside of it that the dual-stack documentation of each era names,
//! with their state as far as the plan shows it.

use serde::Serialize;

use super::given::PlanView;
use crate::diagnostic::{Component, Diagnostic, Location, Pointer, Severity, Stage};
use crate::i18n::Message;
use crate::kubernetes::{DualStackModes, Profile};
use crate::net::{IpFamily, special};
use crate::request::ClusterPlan;

/// The state of a prerequisite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum PrerequisiteState {
    /// The plan shows that the condition is met.
    Met,
    /// The plan does not show it; the user has to check.
    ToCheck,
    /// The plan shows that the condition is not met.
    NotMet,
}

/// A prerequisite of the plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Prerequisite {
    /// The stable name of the prerequisite: `node-addresses`.
    pub id: &'static str,
    /// The state of the prerequisite.
    pub state: PrerequisiteState,
    /// The condition, and what the plan shows about it.
    pub message: Message,
    /// The finding about a condition that is not met or that needs a warning.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub diagnostic: Option<Diagnostic>,
}

/// Returns the prerequisites of the plan at its version. A single-stack plan has only that of egress.
pub fn prerequisites(plan: &ClusterPlan) -> Vec<Prerequisite> {
    let profile = Profile::resolve(plan.spec.kubernetes_version);
    let view = PlanView::of(plan);
    let mut list = Vec::new();
    if view.dual_stack() {
        list.push(version(plan));
        list.push(provider(plan, &profile));
        list.push(node_addresses(plan));
        list.push(plugin(plan, &profile));
        list.extend(proxy_mode(&profile));
        list.extend(kubenet_order(plan, &view));
    }
    list.extend(masquerading(plan));
    list
}

/// Returns the findings of the prerequisites, with their place in the document but without line and column.
pub fn prerequisite_diagnostics(plan: &ClusterPlan) -> Vec<Diagnostic> {
    prerequisites(plan)
        .into_iter()
        .filter_map(|prerequisite| prerequisite.diagnostic)
        .collect()
}

struct Finding {
    code: &'static str,
    severity: Severity,
    field: &'static str,
    component: Component,
    stage: Stage,
}

impl Finding {
    fn diagnostic(self, message: Message) -> Diagnostic {
        Diagnostic {
            code: self.code,
            severity: self.severity,
            location: Location {
                pointer: Pointer::root().key("spec").key(self.field),
                ..Location::default()
            },
            message,
            help: None,
            upstream: None,
            component: self.component,
            stage: self.stage,
            fixes: Vec::new(),
        }
    }
}

/// Returns the prerequisite of the version. Every known version has dual-stack; the message names its maturity.
fn version(plan: &ClusterPlan) -> Prerequisite {
    let profile = Profile::resolve(plan.spec.kubernetes_version);
    let id = if profile.dual_stack_gate.is_some() {
        "prerequisite-version-alpha"
    } else {
        "prerequisite-version"
    };
    Prerequisite {
        id: "version",
        state: PrerequisiteState::Met,
        message: Message::new(id).with("version", plan.spec.kubernetes_version),
        diagnostic: None,
    }
}

/// Returns the prerequisite of the provider: routable interfaces of both families for the nodes. In the alpha the
/// cloud decided about them.
fn provider(plan: &ClusterPlan, profile: &Profile) -> Prerequisite {
    let alpha = profile.dual_stack_gate.is_some();
    let Some(provider) = plan.spec.provider else {
        return Prerequisite {
            id: "provider",
            state: PrerequisiteState::ToCheck,
            message: Message::new("prerequisite-provider"),
            diagnostic: None,
        };
    };
    let unable = alpha && !provider.row().alpha_dual_stack;
    let message = Message::new(if unable {
        "prerequisite-provider-alpha"
    } else {
        "prerequisite-provider-named"
    })
    .with("provider", provider.title())
    .with("version", plan.spec.kubernetes_version);
    Prerequisite {
        id: "provider",
        state: if unable {
            PrerequisiteState::NotMet
        } else {
            PrerequisiteState::ToCheck
        },
        message: message.clone(),
        diagnostic: unable.then(|| {
            Finding {
                code: "NODE006",
                severity: Severity::Error,
                field: "provider",
                component: Component::CloudProvider,
                stage: Stage::Run,
            }
            .diagnostic(message)
        }),
    }
}

/// Returns the prerequisite of the networks of the nodes' own addresses. Rule NODE006 reports a missing family and
/// has the fixes.
fn node_addresses(plan: &ClusterPlan) -> Prerequisite {
    let missing: Vec<IpFamily> = IpFamily::ALL
        .into_iter()
        .filter(|family| plan.spec.node_cidrs_of(*family).next().is_none())
        .collect();
    let (state, message) = match missing.as_slice() {
        [] => (
            PrerequisiteState::Met,
            Message::new("prerequisite-node-addresses"),
        ),
        [family] => (
            PrerequisiteState::NotMet,
            Message::new("prerequisite-node-addresses-missing").with("family", *family),
        ),
        _ => (
            PrerequisiteState::ToCheck,
            Message::new("prerequisite-node-addresses-unknown"),
        ),
    };
    Prerequisite {
        id: "node-addresses",
        state,
        message,
        diagnostic: None,
    }
}

/// Returns the prerequisite of a network plugin that gives pods two addresses.
fn plugin(plan: &ClusterPlan, profile: &Profile) -> Prerequisite {
    let Some(cni) = plan.spec.cni else {
        return Prerequisite {
            id: "network-plugin",
            state: PrerequisiteState::ToCheck,
            message: Message::new("prerequisite-plugin"),
            diagnostic: None,
        };
    };
    let gone = cni.id() == "kubenet" && profile.knows(Component::Kubelet, "--network-plugin").is_none();
    let message = Message::new(if gone {
        "prerequisite-plugin-gone"
    } else {
        "prerequisite-plugin-named"
    })
    .with("plugin", cni.title())
    .with("version", plan.spec.kubernetes_version);
    Prerequisite {
        id: "network-plugin",
        state: if gone {
            PrerequisiteState::NotMet
        } else {
            PrerequisiteState::ToCheck
        },
        message: message.clone(),
        diagnostic: gone.then(|| {
            let mut diagnostic = Finding {
                code: "VER007",
                severity: Severity::Error,
                field: "cni",
                component: Component::Kubelet,
                stage: Stage::Start,
            }
            .diagnostic(message);
            diagnostic.upstream = Some("unknown flag: --network-plugin".to_owned());
            diagnostic
        }),
    }
}

/// Returns the prerequisite of the proxy mode. Early versions of kube-proxy served both families in some modes only.
fn proxy_mode(profile: &Profile) -> Option<Prerequisite> {
    let id = match profile.kube_proxy.dual_stack_modes {
        DualStackModes::IpvsWithGate => "prerequisite-proxy-ipvs",
        DualStackModes::BothWithGate => "prerequisite-proxy-gate",
        DualStackModes::Any => return None,
    };
    Some(Prerequisite {
        id: "proxy-mode",
        state: PrerequisiteState::Met,
        message: Message::new(id),
        diagnostic: None,
    })
}

/// Returns the prerequisite about kubenet, which reports IPv4 before IPv6 for any order of `--cluster-cidr`.
fn kubenet_order(plan: &ClusterPlan, view: &PlanView<'_>) -> Option<Prerequisite> {
    let cni = plan.spec.cni.filter(|cni| cni.row().reports_ipv4_first)?;
    let wrong = view.pods_dual
        && plan
            .spec
            .pod_cidrs
            .first()
            .is_some_and(|first| first.family() == IpFamily::IPv6);
    let message = Message::new(if wrong {
        "prerequisite-plugin-order-wrong"
    } else {
        "prerequisite-plugin-order"
    })
    .with("plugin", cni.title());
    Some(Prerequisite {
        id: "plugin-order",
        state: if wrong {
            PrerequisiteState::NotMet
        } else {
            PrerequisiteState::Met
        },
        message: message.clone(),
        diagnostic: wrong.then(|| {
            Finding {
                code: "ORD006",
                severity: Severity::Warning,
                field: "podCIDRs",
                component: Component::Cni,
                stage: Stage::Run,
            }
            .diagnostic(message)
        }),
    })
}

/// Returns the prerequisite of masquerading, which pods with addresses that the Internet does not route need to reach
/// it.
fn masquerading(plan: &ClusterPlan) -> Option<Prerequisite> {
    let private: Vec<IpFamily> = IpFamily::ALL
        .into_iter()
        .filter(|family| {
            plan.spec
                .pod_cidrs
                .iter()
                .any(|cidr| cidr.family() == *family && !special::is_global(cidr))
        })
        .collect();
    if private.is_empty() {
        return None;
    }
    let families: Vec<&str> = private.iter().map(|family| family.as_str()).collect();
    let masquerades = plan.spec.cni.map(|cni| cni.row().masquerades);
    let id = match masquerades {
        Some(true) => "prerequisite-masquerade-plugin",
        Some(false) => "prerequisite-masquerade-agent",
        None => "prerequisite-masquerade",
    };
    let message = Message::new(id)
        .with("families", families.join(", "))
        .with("plugin", plan.spec.cni.map_or("", |cni| cni.title()));
    let needs_agent = masquerades == Some(false) && private.contains(&IpFamily::IPv6);
    Some(Prerequisite {
        id: "masquerade",
        state: PrerequisiteState::ToCheck,
        message: message.clone(),
        diagnostic: needs_agent.then(|| {
            Finding {
                code: "EGR001",
                severity: Severity::Warning,
                field: "podCIDRs",
                component: Component::Cni,
                stage: Stage::Run,
            }
            .diagnostic(message)
        }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Cni, Provider};
    use crate::components::plan_for_tests as plan;

    fn alpha() -> ClusterPlan {
        let mut plan = plan(
            "1.16",
            &["fd00:10:244::/56", "10.244.0.0/16"],
            &["fd00:10:96::/112", "10.96.0.0/16"],
        );
        plan.spec.cni = Cni::find("kubenet");
        plan.spec.provider = Provider::find("aws");
        plan
    }

    #[test]
    fn the_alpha_asks_for_all_of_its_page() {
        let list = prerequisites(&alpha());
        let states: Vec<(&str, PrerequisiteState)> = list.iter().map(|p| (p.id, p.state)).collect();
        assert_eq!(
            states,
            [
                ("version", PrerequisiteState::Met),
                ("provider", PrerequisiteState::NotMet),
                ("node-addresses", PrerequisiteState::Met),
                ("network-plugin", PrerequisiteState::ToCheck),
                ("proxy-mode", PrerequisiteState::Met),
                ("plugin-order", PrerequisiteState::NotMet),
                ("masquerade", PrerequisiteState::ToCheck),
            ]
        );
        let codes: Vec<&str> = prerequisite_diagnostics(&alpha())
            .iter()
            .map(|d| d.code)
            .collect();
        assert_eq!(codes, ["NODE006", "ORD006", "EGR001"]);
    }

    #[test]
    fn kubenet_is_gone_with_its_flag() {
        let mut plan = alpha();
        plan.spec.kubernetes_version = "1.24".parse().unwrap();
        let found = prerequisite_diagnostics(&plan);
        assert!(
            found
                .iter()
                .any(|d| d.upstream.as_deref() == Some("unknown flag: --network-plugin"))
        );
        assert!(prerequisites(&plan).iter().all(|p| p.id != "proxy-mode"));
    }

    #[test]
    fn globally_routed_pods_need_no_masquerading() {
        let mut plan = plan("1.36", &["2a00:1450::/56"], &["fd00:10:96::/112"]);
        assert!(prerequisites(&plan).is_empty());
        plan.spec.pod_cidrs = vec!["fd00:10:244::/56".parse().unwrap()];
        assert_eq!(prerequisites(&plan).len(), 1);
    }
}
