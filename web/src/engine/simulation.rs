//! The cluster of the view "What happens if…": each step with its result and the Services after it.

use std::collections::BTreeMap;

use dualstack_core::admission::Service;
use dualstack_core::admission::simulator::{
    Action, ClusterStart, ServiceCidr, ServiceCidrPhase, ServiceView, Simulation, TimelineEntry,
};
use dualstack_core::document::write::to_yaml;
use dualstack_core::document::{read, to_json};
use dualstack_core::i18n::Message;
use dualstack_core::kubernetes::Version;
use dualstack_core::kubernetes::service_cidr::DELETION_GRACE_SECONDS;
use dualstack_core::lines::{Change, difference};
use dualstack_core::net::Cidr;
use serde_json::{Value, json};

use super::Analysis;
use crate::state::simulation::Kind;

/// A Service after a step.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceState {
    /// The namespace and name of the Service.
    pub name: String,
    /// The difference from the step before.
    pub change: Change,
    /// The lines of the spec, as a client reads it.
    pub lines: Vec<(Change, String)>,
    /// The refusal of every update of the Service, in the server's words; `None` if updates are accepted.
    pub update_refused: Option<String>,
}

/// The cluster after a step. The first frame is the cluster before any step.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The step; `None` for the start.
    pub entry: Option<TimelineEntry>,
    /// The Kubernetes version.
    pub version: Version,
    /// The Service ranges, the primary family first.
    pub ranges: Vec<Cidr>,
    /// The ServiceCIDR objects; empty if the version has none.
    pub service_cidrs: Vec<ServiceCidr>,
    /// The Services, sorted by namespace and name, with those that the step removed.
    pub services: Vec<ServiceState>,
    manifests: BTreeMap<String, String>,
}

/// Returns the cluster before the first step and after each.
pub fn frames(start: &ClusterStart, steps: &[Action]) -> Vec<Frame> {
    let Ok(mut simulation) = Simulation::new(start.clone()) else {
        return Vec::new();
    };
    let mut frames = vec![frame(&simulation, None)];
    for step in steps {
        simulation.apply(step.clone());
        let next = frame(&simulation, frames.last());
        frames.push(next);
    }
    frames
}

fn name_of(service: &ServiceView) -> String {
    format!(
        "{}/{}",
        service.metadata.namespace_or_default(),
        service.metadata.name
    )
}

fn frame(simulation: &Simulation, before: Option<&Frame>) -> Frame {
    let views = simulation.services();
    let manifests: BTreeMap<String, String> = views
        .iter()
        .map(|view| (name_of(view), to_yaml(&json!({"spec": view.seen}))))
        .collect();
    let nothing = BTreeMap::new();
    let old = before.map_or(&nothing, |before| &before.manifests);
    let mut services: Vec<ServiceState> = views
        .iter()
        .map(|view| {
            let name = name_of(view);
            let now = manifests.get(&name).map_or("", String::as_str);
            let (change, lines) = match old.get(&name) {
                // The whole spec is new, so no line is marked.
                None => (
                    if before.is_some() {
                        Change::Added
                    } else {
                        Change::Same
                    },
                    now.lines().map(|line| (Change::Same, line.to_owned())).collect(),
                ),
                Some(old) if old == now => (Change::Same, difference(now, now)),
                Some(old) => (Change::Changed, difference(old, now)),
            };
            ServiceState {
                change,
                lines,
                update_refused: view
                    .update_refused
                    .as_ref()
                    .map(|refusal| refusal.message.clone()),
                name,
            }
        })
        .collect();
    let gone = old.iter().filter(|(name, _)| !manifests.contains_key(*name));
    services.extend(gone.map(|(name, old)| {
        ServiceState {
            name: name.clone(),
            change: Change::Removed,
            lines: old
                .lines()
                .map(|line| (Change::Removed, line.to_owned()))
                .collect(),
            update_refused: None,
        }
    }));
    Frame {
        entry: simulation.timeline().last().cloned(),
        version: simulation.version(),
        ranges: simulation.ranges().iter().copied().collect(),
        service_cidrs: simulation.service_cidrs().to_vec(),
        services,
        manifests,
    }
}

/// Returns the subjects of a kind of step: values, and the texts of their options. Empty for kinds without a subject.
pub fn subjects(kind: Kind, frame: &Frame, analysis: &Analysis) -> Vec<(String, String)> {
    let same = |value: String| (value.clone(), value);
    match kind {
        Kind::Create => analysis
            .services()
            .iter()
            .map(|service| (service.key.clone(), service.name()))
            .collect(),
        Kind::Replace | Kind::Patch | Kind::Delete => frame.manifests.keys().cloned().map(same).collect(),
        Kind::SetVersion => {
            let all: Vec<Version> = Version::all().collect();
            let (older, newer): (Vec<_>, Vec<_>) = all
                .into_iter()
                .filter(|version| version.minor() != frame.version.minor())
                .partition(|version| *version < frame.version);
            // An upgrade is proposed if a newer version exists.
            newer
                .into_iter()
                .chain(older.into_iter().rev())
                .map(|version| same(version.to_string()))
                .collect()
        }
        Kind::DeleteServiceCidr => frame
            .service_cidrs
            .iter()
            .map(|object| same(object.name.clone()))
            .collect(),
        Kind::AddRange | Kind::RemoveRange | Kind::CreateServiceCidr | Kind::Wait => Vec::new(),
    }
}

/// Returns whether a step of that kind is possible in the cluster of the frame.
pub fn is_possible(kind: Kind, frame: &Frame) -> bool {
    match kind {
        Kind::AddRange => frame.ranges.len() == 1,
        Kind::RemoveRange => frame.ranges.len() == 2,
        Kind::CreateServiceCidr | Kind::DeleteServiceCidr => !frame.service_cidrs.is_empty(),
        // Nothing else takes time.
        Kind::Wait => frame
            .service_cidrs
            .iter()
            .any(|object| object.phase == ServiceCidrPhase::Terminating),
        _ => true,
    }
}

/// The manifest with which a new Service starts.
const TEMPLATE: &str = "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ipFamilyPolicy: PreferDualStack\n  \
                        selector:\n    app: web\n  ports:\n    - port: 80\n";
/// The patch that is proposed first.
const PATCH: &str = "spec:\n  ipFamilyPolicy: RequireDualStack\n";

/// Returns the text with which a step starts. `None` if the step has no text.
pub fn proposal(kind: Kind, subject: &str, frame: &Frame, analysis: &Analysis) -> Option<String> {
    match kind {
        Kind::Create => Some(
            analysis
                .services()
                .iter()
                .find(|service| service.key == subject)
                .map_or_else(|| TEMPLATE.to_owned(), crate::engine::ServiceView::sent),
        ),
        Kind::Replace => {
            let (namespace, name) = subject.split_once('/')?;
            let head = to_yaml(&json!({
                "apiVersion": "v1", "kind": "Service", "metadata": {"name": name, "namespace": namespace},
            }));
            Some(head + frame.manifests.get(subject).map_or("", String::as_str))
        }
        Kind::Patch => Some(PATCH.to_owned()),
        Kind::AddRange => {
            let has = frame.ranges.first().map(|range| range.family());
            let planned = analysis
                .plan()
                .iter()
                .flat_map(|plan| &plan.spec.service_cidrs)
                .find(|range| Some(range.family()) != has);
            let example = match has {
                Some(dualstack_core::net::IpFamily::IPv6) => "10.96.0.0/16",
                _ => "fd00:10:96::/112",
            };
            Some(planned.map_or_else(|| example.to_owned(), Cidr::to_string))
        }
        Kind::CreateServiceCidr => {
            let dual = frame.ranges.len() == 2;
            let v6 = frame
                .ranges
                .first()
                .is_some_and(|range| range.family() == dualstack_core::net::IpFamily::IPv6);
            Some(
                match (dual, v6) {
                    (true, _) => "10.112.0.0/16, fd00:10:112::/112",
                    (false, true) => "fd00:10:112::/112",
                    (false, false) => "10.112.0.0/16",
                }
                .to_owned(),
            )
        }
        Kind::Delete | Kind::RemoveRange | Kind::SetVersion | Kind::DeleteServiceCidr | Kind::Wait => None,
    }
}

/// Returns the step in the form of the engine.
///
/// # Errors
/// Returns the reason if the text is not a step.
pub fn step(kind: Kind, subject: &str, text: &str, frame: &Frame) -> Result<Action, Message> {
    let (namespace, name) = subject.split_once('/').unwrap_or(("", subject));
    let (namespace, name) = (namespace.to_owned(), name.to_owned());
    let named = || {
        if name.is_empty() {
            Err(Message::new("sim-nothing-chosen"))
        } else {
            Ok(())
        }
    };
    Ok(match kind {
        Kind::Create => Action::Create {
            service: service(text)?,
        },
        Kind::Replace => Action::Replace {
            service: service(text)?,
        },
        Kind::Patch => {
            named()?;
            let patch = object(text)?;
            Action::Patch {
                namespace,
                name,
                patch,
            }
        }
        Kind::Delete => {
            named()?;
            Action::Delete { namespace, name }
        }
        Kind::AddRange => {
            let range = text.trim();
            let range: Cidr = range
                .parse()
                .map_err(|_| Message::new("sim-no-range").with("text", range))?;
            Action::SetServiceRanges {
                service_cidrs: frame.ranges.iter().copied().chain([range]).collect(),
            }
        }
        Kind::RemoveRange => Action::SetServiceRanges {
            service_cidrs: frame.ranges.iter().take(1).copied().collect(),
        },
        Kind::SetVersion => Action::SetVersion {
            version: subject.parse().map_err(|_| Message::new("sim-nothing-chosen"))?,
        },
        Kind::CreateServiceCidr => Action::CreateServiceCidr {
            name: subject.trim().to_owned(),
            cidrs: text
                .split([',', ' ', '\n'])
                .filter(|range| !range.is_empty())
                .map(str::to_owned)
                .collect(),
        },
        Kind::DeleteServiceCidr => {
            named()?;
            Action::DeleteServiceCidr { name }
        }
        Kind::Wait => Action::Wait {
            seconds: DELETION_GRACE_SECONDS,
        },
    })
}

/// Reads one YAML or JSON object.
///
/// # Errors
/// Returns the reason if the text is not one object.
fn object(text: &str) -> Result<Value, Message> {
    let stream = read(text);
    let [document] = stream.documents.as_slice() else {
        return Err(Message::new("sim-one-object"));
    };
    if !document.is_complete() || !document.root().is_mapping() {
        return Err(Message::new("sim-one-object"));
    }
    Ok(to_json(document.root()))
}

fn service(text: &str) -> Result<Service, Message> {
    let object = object(text)?;
    if object.get("kind").is_some_and(|kind| kind != "Service") {
        return Err(Message::new("sim-no-service"));
    }
    serde_json::from_value(object)
        .map_err(|error| Message::new("sim-unreadable").with("reason", error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::planner::EXAMPLE;

    fn analysis() -> Analysis {
        Analysis::of(&EXAMPLE.into())
    }

    #[test]
    fn every_step_shows_the_services_against_the_one_before() {
        let analysis = analysis();
        let start = analysis.cluster().unwrap().start();
        let first = frames(&start, &[]);
        assert_eq!(first[0].services[0].name, "default/kubernetes");
        let both = "metadata: {name: both}\nspec: {ipFamilyPolicy: RequireDualStack, ports: [{port: 80}]}\n";
        let create = step(Kind::Create, "", both, &first[0]).unwrap();
        let second = frames(&start, std::slice::from_ref(&create));
        let created = second[1]
            .services
            .iter()
            .find(|service| service.change == Change::Added);
        let name = created.unwrap().name.clone();
        let single = step(Kind::RemoveRange, "", "", &second[1]).unwrap();
        let delete = step(Kind::Delete, &name, "", &second[1]).unwrap();
        let all = frames(&start, &[create, single, delete]);
        assert_eq!(all.len(), 4);
        assert_eq!(all[2].ranges.len(), 1);
        assert!(
            all[2]
                .services
                .iter()
                .any(|service| service.update_refused.is_some())
        );
        let gone = all[3]
            .services
            .iter()
            .find(|service| service.name == name)
            .unwrap();
        assert_eq!(gone.change, Change::Removed);
    }

    #[test]
    fn what_is_proposed_can_be_done() {
        let analysis = analysis();
        let start = analysis.cluster().unwrap().start();
        let frame = &frames(&start, &[])[0];
        for kind in Kind::ALL {
            let subject = subjects(kind, frame, &analysis)
                .first()
                .map(|(value, _)| value.clone())
                .unwrap_or_default();
            let text = proposal(kind, &subject, frame, &analysis).unwrap_or_default();
            assert!(step(kind, &subject, &text, frame).is_ok(), "{kind:?}");
        }
        assert!(is_possible(Kind::RemoveRange, frame));
        assert!(!is_possible(Kind::AddRange, frame));
    }

    #[test]
    fn a_text_that_is_no_service_is_said_to_be_none() {
        let analysis = analysis();
        let start = analysis.cluster().unwrap().start();
        let frame = &frames(&start, &[])[0];
        for (text, id) in [
            ("", "sim-one-object"),
            ("- a", "sim-one-object"),
            ("a: [", "sim-one-object"),
            ("a: 1\n---\nb: 1\n", "sim-one-object"),
            ("kind: Pod", "sim-no-service"),
            ("spec: {ports: 1}", "sim-unreadable"),
        ] {
            assert_eq!(
                step(Kind::Create, "", text, frame).unwrap_err().id,
                id,
                "{text:?}"
            );
        }
        assert_eq!(
            step(Kind::AddRange, "", "x", frame).unwrap_err().id,
            "sim-no-range"
        );
    }
}
