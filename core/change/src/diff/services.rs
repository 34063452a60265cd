//! Differences of the ServiceCIDR objects and Services beside a plan, judged by the API server of the newer plan.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{DifferenceKind, Judge, Judged, Verdict};
use crate::admission::simulator::{Action, ActionResult, NamedCidrs, ServiceCidrPhase, Simulation};
use crate::admission::{Service, namespace_or_default};
use crate::apply::applied;
use crate::diagnostic::Component;
use crate::document::typed;
use crate::i18n::Message;
use crate::net::Cidr;
use crate::radius::BlastRadius;
use crate::running::{apply, refusal_in, simulation};
use crate::services::ServiceReport;

/// The file that lets an update keep the first family.
const UPDATE: &str = "pkg/apis/core/validation/validation.go";
/// The proposal of ServiceCIDR objects.
const KEP_1880: &str = "kubernetes/enhancements KEP-1880";
/// The fields of a Service by which two are compared.
const FIELDS: [&str; 6] = [
    "type",
    "ipFamily",
    "ipFamilyPolicy",
    "ipFamilies",
    "clusterIP",
    "clusterIPs",
];

/// The cluster of the older file with the version and ranges of the newer one.
fn cluster_after(judge: &Judge<'_>) -> Option<Simulation> {
    let mut cluster = simulation(judge.old)?;
    let spec = &judge.new.plan.spec;
    if cluster.version() != spec.kubernetes_version {
        cluster.apply(Action::SetVersion {
            version: spec.kubernetes_version,
        });
    }
    let same: Vec<Cidr> = cluster.ranges().iter().copied().collect();
    if same != spec.service_cidrs {
        cluster.apply(Action::SetServiceRanges {
            service_cidrs: spec.service_cidrs.clone(),
        });
        cluster.apply(Action::Wait { seconds: 10 });
    }
    Some(cluster)
}

fn objects_of(side: &crate::side::Side) -> Vec<NamedCidrs> {
    side.analysis
        .cluster()
        .map(|cluster| cluster.start().service_cidr_objects)
        .unwrap_or_default()
}

fn joined(object: &NamedCidrs) -> String {
    let cidrs: Vec<String> = object.cidrs.iter().map(Cidr::to_string).collect();
    cidrs.join(", ")
}

/// Returns the differences of ServiceCIDR objects.
pub(super) fn objects(judge: &Judge<'_>) -> Vec<Judged> {
    let (old, new) = (objects_of(judge.old), objects_of(judge.new));
    let Some(cluster) = cluster_after(judge) else {
        return Vec::new();
    };
    let named = |list: &[NamedCidrs], name: &str| list.iter().find(|object| object.name == name).cloned();
    let mut found = Vec::new();
    for object in &new {
        let before = named(&old, &object.name);
        if before.as_ref().is_some_and(|before| before.cidrs == object.cidrs) {
            continue;
        }
        let cidrs: Vec<String> = object.cidrs.iter().map(Cidr::to_string).collect();
        let name = object.name.clone();
        let (kind, action) = match before {
            None => (DifferenceKind::Added, Action::CreateServiceCidr { name, cidrs }),
            Some(_) => (DifferenceKind::Changed, Action::UpdateServiceCidr { name, cidrs }),
        };
        let refused = apply(&mut cluster.clone(), action);
        let verdict = match (refused, kind) {
            (None, _) => Verdict::new(
                BlastRadius::Safe,
                Message::new("change-why-object-added"),
                KEP_1880,
            ),
            (Some(text), DifferenceKind::Changed) => {
                let blast = match removed(&cluster, &object.name) {
                    (in_use, _) if in_use.is_empty() => BlastRadius::Safe,
                    (in_use, _) => BlastRadius::RecreateServices {
                        count: in_use.len(),
                        names: in_use,
                    },
                };
                Verdict::new(blast, Message::new("change-why-object-fixed"), KEP_1880)
                    .said_by(Component::KubeApiserver, text)
            }
            (Some(text), _) => Verdict::new(
                BlastRadius::Impossible,
                Message::new("change-why-object-refused"),
                KEP_1880,
            )
            .said_by(Component::KubeApiserver, text),
        };
        found.push(Judged {
            path: format!("ServiceCIDR {}", object.name),
            kind,
            before: before_text(&old, &object.name),
            after: Some(joined(object)),
            verdict,
        });
    }
    for object in old.iter().filter(|object| named(&new, &object.name).is_none()) {
        let (in_use, condition) = removed(&cluster, &object.name);
        let verdict = match in_use.is_empty() {
            true => Verdict::new(
                BlastRadius::Safe,
                Message::new("change-why-object-unused"),
                KEP_1880,
            ),
            false => {
                let verdict = Verdict::new(
                    BlastRadius::RecreateServices {
                        count: in_use.len(),
                        names: in_use,
                    },
                    Message::new("change-why-object-in-use"),
                    KEP_1880,
                )
                .half(Message::new("change-half-object-stays").with("name", object.name.as_str()));
                match condition {
                    Some(text) => verdict.said_by(Component::KubeControllerManager, text),
                    None => verdict,
                }
            }
        };
        found.push(Judged {
            path: format!("ServiceCIDR {}", object.name),
            kind: DifferenceKind::Removed,
            before: Some(joined(object)),
            after: None,
            verdict,
        });
    }
    found
}

fn before_text(objects: &[NamedCidrs], name: &str) -> Option<String> {
    objects.iter().find(|object| object.name == name).map(joined)
}

/// Deletes an object, and returns the Services that keep it, with what its condition says.
fn removed(cluster: &Simulation, name: &str) -> (Vec<String>, Option<String>) {
    let mut after = cluster.clone();
    let _ = apply(
        &mut after,
        Action::DeleteServiceCidr {
            name: name.to_owned(),
        },
    );
    after.apply(Action::Wait { seconds: 10 });
    let Some(object) = after
        .service_cidrs()
        .iter()
        .find(|object| object.name == name && object.phase == ServiceCidrPhase::Terminating)
    else {
        return (Vec::new(), None);
    };
    let others = after.service_cidrs().iter().filter(|other| other.name != name);
    let elsewhere: Vec<Cidr> = others.flat_map(|other| other.cidrs.iter().copied()).collect();
    let within = |list: &[Cidr], address| list.iter().any(|cidr| cidr.contains_address(address));
    let holds = |text: &String| {
        text.parse()
            .is_ok_and(|address| within(&object.cidrs, address) && !within(&elsewhere, address))
    };
    let in_use = after
        .services()
        .iter()
        .filter(|view| view.stored.ips().iter().any(holds))
        .map(|view| {
            format!(
                "{}/{}",
                namespace_or_default(&view.metadata.namespace),
                view.metadata.name
            )
        })
        .collect();
    let said = object
        .conditions
        .first()
        .map(|condition| condition.message.to_string());
    (in_use, said)
}

/// The fields of a Service that decide about families and addresses, as they are written.
fn shown(service: &ServiceReport) -> Vec<(&'static str, Value)> {
    FIELDS
        .iter()
        .filter_map(|field| Some((*field, service.sent_spec(field)?.clone())))
        .collect()
}

fn in_words(fields: &[(&'static str, Value)]) -> Option<String> {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => {
            let entries: Vec<String> = list
                .iter()
                .map(|entry| entry.as_str().map_or_else(|| entry.to_string(), str::to_owned))
                .collect();
            format!("[{}]", entries.join(", "))
        }
        other => other.to_string(),
    };
    let words: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{name}: {}", text(value)))
        .collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// The namespace and the name of a Service.
fn name_of(service: &ServiceReport) -> (&str, &str) {
    (&service.namespace, &service.name)
}

/// Returns Services by namespace and name. Of several with one name it is the one that nothing replaced, the first if there
/// are more of these.
fn by_name(services: &[ServiceReport]) -> BTreeMap<(&str, &str), &ServiceReport> {
    let mut named: BTreeMap<(&str, &str), &ServiceReport> = BTreeMap::new();
    for service in services.iter().filter(|service| !service.replaced) {
        named.entry(name_of(service)).or_insert(service);
    }
    named
}

/// Returns the differences of Services by their family fields.
pub(super) fn services(judge: &Judge<'_>) -> Vec<Judged> {
    let (old, new) = (judge.old.analysis.services(), judge.new.analysis.services());
    let (before, after) = (by_name(old), by_name(new));
    let Some(cluster) = cluster_after(judge) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for service in new.iter().filter(|service| !service.replaced) {
        let path = format!("Service {}/{}", service.namespace, service.name);
        let Some(before) = before.get(&name_of(service)) else {
            found.push(Judged {
                path,
                kind: DifferenceKind::Added,
                before: None,
                after: in_words(&shown(service)),
                verdict: of_new(service),
            });
            continue;
        };
        let (was, is) = (shown(before), shown(service));
        if was == is {
            continue;
        }
        found.push(Judged {
            path,
            kind: DifferenceKind::Changed,
            before: in_words(&was),
            after: in_words(&is),
            verdict: of_changed(&cluster, before, service),
        });
    }
    for service in old.iter().filter(|service| !service.replaced) {
        if !after.contains_key(&name_of(service)) {
            found.push(Judged {
                path: format!("Service {}/{}", service.namespace, service.name),
                kind: DifferenceKind::Removed,
                before: in_words(&shown(service)),
                after: None,
                verdict: Verdict::new(
                    BlastRadius::Safe,
                    Message::new("change-why-service-removed"),
                    UPDATE,
                ),
            });
        }
    }
    found
}

fn of_new(service: &ServiceReport) -> Verdict {
    let refused = service
        .admission
        .as_ref()
        .and_then(|admission| admission.refused());
    match refused {
        None => Verdict::new(
            BlastRadius::Safe,
            Message::new("change-why-service-added"),
            UPDATE,
        ),
        Some(refusal) => Verdict::new(
            BlastRadius::Impossible,
            Message::new("change-why-service-refused"),
            UPDATE,
        )
        .said_by(Component::KubeApiserver, refusal.message.clone()),
    }
}

/// The newer manifest applied over the Service that the older one has made.
fn of_changed(cluster: &Simulation, before: &ServiceReport, service: &ServiceReport) -> Verdict {
    let Some(stored) = cluster.service(&service.namespace, &service.name) else {
        return of_new(service);
    };
    let object = applied(&stored.seen, &before.sent, &service.sent);
    let Ok(sent) = typed::<Service>(&object) else {
        return of_new(service);
    };
    let answer = cluster.answer_to_replacement(sent);
    if let Some(text) = refusal_in(&answer) {
        return Verdict::new(
            BlastRadius::RecreateServices {
                count: 1,
                names: vec![format!("{}/{}", service.namespace, service.name)],
            },
            Message::new("change-why-update-refused"),
            UPDATE,
        )
        .said_by(Component::KubeApiserver, text);
    }
    let verdict = Verdict::new(
        BlastRadius::Safe,
        Message::new("change-why-service-updated"),
        UPDATE,
    );
    let wants_two = service
        .sent_spec("ipFamilyPolicy")
        .and_then(Value::as_str)
        .is_some_and(|policy| policy != "SingleStack");
    match answer {
        ActionResult::Admitted { admission }
            if wants_two && admission.stored().is_some_and(|now| now.ips().len() == 1) =>
        {
            verdict.half(Message::new("change-half-still-single"))
        }
        _ => verdict,
    }
}
