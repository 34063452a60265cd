//! Differences of the Service ranges, judged by the API server with the Services that it stores.

use super::ranges::{RangeChange, changes, primary};
use super::taken::{Said, not_offered, of_services, said};
use super::{DifferenceKind, Judge, Judged, Verdict};
use crate::admission::simulator::{Action, Simulation};
use crate::diagnostic::Component;
use crate::i18n::Message;
use crate::net::{Cidr, IpFamily};
use crate::radius::BlastRadius;
use crate::request::ClusterPlan;
use crate::running::{Broken, apply, broken, refusal_of, simulation};
use crate::side::Side;

/// The file that says which Services have to be created again.
const REPAIR: &str = "pkg/registry/core/service/ipallocator/controller/repairip.go";
/// The file that keeps the first family of a Service.
const STORAGE: &str = "pkg/registry/core/service/storage/alloc.go";
/// The proposal of dual-stack.
const KEP_563: &str = "kubernetes/enhancements KEP-563";

/// Returns the differences of Service ranges.
pub(super) fn differences(judge: &Judge<'_>) -> Vec<Judged> {
    let (old, new) = (&judge.old.plan.spec, &judge.new.plan.spec);
    changes(&old.service_cidrs, &new.service_cidrs)
        .iter()
        .map(|change| Judged {
            path: "spec.serviceCIDRs".to_owned(),
            kind: change.kind,
            before: change.before.as_ref().map(Cidr::to_string),
            after: change.after.as_ref().map(Cidr::to_string),
            verdict: of_range(judge, change),
        })
        .collect()
}

/// The API server after a change of its ranges.
pub(crate) struct After {
    /// The Services that the change breaks.
    pub(crate) broken: Vec<Broken>,
    /// What is answered to a new Service of one family, and of both where there are two. `None` if both are stored.
    pub(crate) new_refused: Option<String>,
}

/// Gives the API server other ranges, after some Services were made single-stack if that is asked for.
pub(crate) fn after(start: &Simulation, candidate: &ClusterPlan, downgraded: &[String]) -> After {
    let mut cluster = start.clone();
    let version = candidate.spec.kubernetes_version;
    if cluster.version() != version {
        cluster.apply(Action::SetVersion { version });
    }
    for name in downgraded {
        single_stack(&mut cluster, name);
    }
    let from = cluster.timeline().len();
    cluster.apply(Action::SetServiceRanges {
        service_cidrs: candidate.spec.service_cidrs.clone(),
    });
    cluster.apply(Action::Wait { seconds: 10 });
    let found = broken(&cluster, from);
    After {
        broken: found,
        new_refused: refused_probe(&cluster, candidate.spec.service_cidrs.len() > 1),
    }
}

/// Makes a Service single-stack in its first family, and returns why that was refused.
pub(crate) fn single_stack(cluster: &mut Simulation, name: &str) -> Option<String> {
    let (namespace, name) = name.split_once('/').unwrap_or(("default", name));
    apply(
        cluster,
        Action::Patch {
            namespace: namespace.to_owned(),
            name: name.to_owned(),
            patch: serde_json::json!({"spec": {"ipFamilyPolicy": "SingleStack"}}),
        },
    )
}

/// Returns the answer to a new Service that is not stored.
pub(crate) fn refused_probe(cluster: &Simulation, dual: bool) -> Option<String> {
    let probe = |policy: Option<&str>| {
        let mut spec = serde_json::json!({"selector": {"app": "probe"}, "ports": [{"port": 80}]});
        if let (Some(policy), Some(fields)) = (policy, spec.as_object_mut()) {
            fields.insert("ipFamilyPolicy".to_owned(), policy.into());
        }
        let object = serde_json::json!({"metadata": {"name": "dualstack-probe"}, "spec": spec});
        let service = crate::document::typed(&object).ok()?;
        apply(&mut cluster.clone(), Action::Create { service })
    };
    probe(None).or_else(|| probe(dual.then_some("RequireDualStack")))
}

fn of_range(judge: &Judge<'_>, change: &RangeChange) -> Verdict {
    let candidate = judge.older_with(|plan| plan.spec.service_cidrs.clone_from(&change.list));
    let old = &judge.old.plan.spec;
    let families_change =
        old.service_cidrs.len() != change.list.len() || primary(&old.service_cidrs) != primary(&change.list);
    if let Some(row) = candidate.spec.distribution.map(|distribution| distribution.row()) {
        let wanted = match change.kind {
            DifferenceKind::Added => &change.list,
            _ => &judge.new.plan.spec.service_cidrs,
        };
        if let Some(why) = not_offered(row, &old.service_cidrs, wanted) {
            return Verdict::new(BlastRadius::Impossible, why, row.source);
        }
        let transition = of_services(change, &old.service_cidrs);
        if let Said::Decided(verdict) = said(&candidate.spec, transition, change.family()) {
            return verdict;
        }
        if families_change && row.families_fixed {
            let why = Message::new("change-why-families-fixed").with("distribution", row.title);
            return Verdict::new(BlastRadius::Rebuild, why, row.source);
        }
    }
    let version = judge.version();
    if primary(&old.service_cidrs) != primary(&change.list) {
        return of_first_family(judge, &candidate);
    }
    if let Some(text) = refusal_of(&candidate, Component::KubeApiserver, version) {
        let why =
            Message::new("change-why-refused-start").with("component", Component::KubeApiserver.as_str());
        return Verdict::new(
            BlastRadius::Impossible,
            why,
            "cmd/kube-apiserver/app/options/validation.go",
        )
        .said_by(Component::KubeApiserver, text);
    }
    let restarts = [Component::KubeApiserver, Component::KubeControllerManager];
    let with_copy = |verdict: Verdict| match judge.kubeadm_copy() {
        Some(copy) => verdict.half(copy),
        None => verdict,
    };
    let Some(start) = simulation(judge.old) else {
        let why = Message::new("change-why-api-restart");
        return with_copy(Verdict::new(BlastRadius::restart(restarts), why, KEP_563));
    };
    let with_change = after(&start, &candidate, &[]);
    if with_change.broken.is_empty() {
        let id = match change.kind {
            DifferenceKind::Added => "change-why-second-service-range",
            _ => "change-why-api-restart",
        };
        let mut verdict = Verdict::new(BlastRadius::restart(restarts), Message::new(id), KEP_563);
        if change.kind == DifferenceKind::Added {
            let single = staying_single(judge);
            if !single.is_empty() {
                verdict = verdict.half(
                    Message::new("change-half-services-stay")
                        .with("count", single.len())
                        .with("names", listed(&single)),
                );
            }
        }
        let two = two_addresses(judge.old);
        if change.kind == DifferenceKind::Removed && !two.is_empty() {
            verdict = verdict.half(Message::new("change-half-second-stays").with("names", listed(&two)));
        }
        if let Some(text) = with_change.new_refused {
            verdict = verdict
                .half(Message::new("change-half-new-services"))
                .said_by(Component::KubeApiserver, text);
        }
        return with_copy(verdict.half(Message::new("change-half-api-servers-differ")));
    }
    let names: Vec<String> = with_change
        .broken
        .iter()
        .map(|broken| broken.name.clone())
        .collect();
    let text = with_change
        .broken
        .first()
        .map(|broken| broken.text.clone())
        .unwrap_or_default();
    let first_downgraded = after(&start, &candidate, &names);
    if first_downgraded.broken.is_empty() {
        let why = Message::new("change-why-single-first")
            .with("count", names.len())
            .with("names", listed(&names));
        return with_copy(
            Verdict::new(BlastRadius::restart(restarts), why, KEP_563)
                .said_by(Component::KubeApiserver, text)
                .half(Message::new("change-half-second-address").with("names", listed(&names))),
        );
    }
    let left: Vec<String> = first_downgraded
        .broken
        .iter()
        .map(|broken| broken.name.clone())
        .collect();
    let verdict = Verdict::new(
        BlastRadius::RecreateServices {
            count: left.len(),
            names: left,
        },
        Message::new("change-why-addresses-stay"),
        REPAIR,
    )
    .said_by(Component::KubeApiserver, text)
    .half(Message::new("change-half-old-range"));
    let verdict = match first_downgraded.new_refused {
        Some(_) => verdict.half(Message::new("change-half-default-object")),
        None => verdict,
    };
    with_copy(verdict)
}

/// The first family is that of the API server's own Service, of every Service that exists, and of the address under which
/// nodes reach it.
fn of_first_family(judge: &Judge<'_>, candidate: &ClusterPlan) -> Verdict {
    let verdict = Verdict::new(
        BlastRadius::Rebuild,
        Message::new("change-why-first-family"),
        STORAGE,
    )
    .half(Message::new("change-half-first-family"));
    // The address that the API servers have today; without one in the plan, a node's.
    let family = primary(&judge.old.plan.spec.service_cidrs).unwrap_or(IpFamily::IPv4);
    let advertised = judge
        .old
        .plan
        .spec
        .advertise_address
        .or_else(|| judge.old.plan.spec.node_cidrs_of(family).next()?.address(1));
    let mut today = candidate.clone();
    today.spec.advertise_address = advertised;
    match refusal_of(&today, Component::KubeApiserver, judge.version()) {
        Some(text) => verdict.said_by(Component::KubeApiserver, text),
        None => verdict,
    }
}

/// Returns the Services of a file that have an address of each family.
pub(crate) fn two_addresses(side: &Side) -> Vec<String> {
    let services = side.analysis.services().iter();
    services
        .filter(|service| service.stored().is_some_and(|spec| spec.ips().len() > 1))
        .map(|service| format!("{}/{}", service.namespace, service.name))
        .collect()
}

/// Returns the Services of the older file that keep one family when the cluster gets a second one.
fn staying_single(judge: &Judge<'_>) -> Vec<String> {
    let old = judge.old.analysis.services().iter();
    old.filter(|service| {
        service
            .stored()
            .is_some_and(|spec| spec.families().len() == 1 && spec.ip_family_policy.is_some())
    })
    .map(|service| format!("{}/{}", service.namespace, service.name))
    .collect()
}

/// The largest number of names in a sentence.
const MOST_NAMES: usize = 10;

/// Returns names for a sentence: the first ones, if there are many.
pub(crate) fn listed(names: &[String]) -> String {
    let shown: Vec<&str> = names.iter().take(MOST_NAMES).map(String::as_str).collect();
    match names.len() > MOST_NAMES {
        true => format!("{} …", shown.join(", ")),
        false => shown.join(", "),
    }
}
