//! An API server that starts again with other ranges over the same data: `ranges/VERSION/ranges.json`.

use std::collections::BTreeMap;
use std::path::Path;

use dualstack_core::admission::simulator::{Action, ClusterStart, Simulation};
use dualstack_core::admission::{Service, ServiceMetadata, ServiceSpec};
use dualstack_core::kubernetes::Version;
use dualstack_core::net::Cidr;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::recordings::files;
use crate::simulated::{Picked, RACES, RecordedObject, objects, recorded_result, recorded_spec};
use crate::{Difference, FileResult};

#[derive(Deserialize)]
struct Recording {
    transitions: Vec<Transition>,
}

/// The answers to requests, by the name of the Service.
type Answers = BTreeMap<String, Map<String, Value>>;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Transition {
    from: Vec<Cidr>,
    to: Vec<Cidr>,
    /// The creations before the server starts again.
    before: Answers,
    /// The Services as they are read afterwards.
    read: Answers,
    /// The Services sent back as they were read.
    update: Answers,
    /// The Services with the policy `PreferDualStack` sent.
    to_prefer: Answers,
    /// The creations of the same Services under other names.
    after: Answers,
    /// The API servers' own Service as it is read.
    kubernetes: Map<String, Value>,
    service_cidrs: Vec<RecordedObject>,
    /// Reason, message, object.
    events: Vec<(String, String, String)>,
}

/// Plays every recorded transition of every version.
///
/// # Errors
/// Returns a text if a file cannot be read.
pub fn run(dir: &Path) -> Result<Vec<FileResult>, String> {
    let recordings: Vec<(String, Version, Recording)> = files(dir, "ranges")?;
    let played = |(name, version, recording): (String, Version, Recording)| FileResult {
        total: recording.transitions.len(),
        differences: recording
            .transitions
            .iter()
            .filter_map(|transition| transition.first_difference(version))
            .collect(),
        name,
    };
    Ok(recordings.into_iter().map(played).collect())
}

/// The spec that was sent under that name. `None` for a name that no recording has.
fn spec_of(name: &str) -> Option<Value> {
    let kind = name.trim_end_matches('2');
    let mut spec = json!({"selector": {"app": "x"}, "ports": [{"port": 80, "protocol": "TCP"}]});
    let more = match kind {
        "single" => json!({}),
        "four" => json!({"ipFamilies": ["IPv4"]}),
        "six" => json!({"ipFamilies": ["IPv6"]}),
        "prefer" => json!({"ipFamilyPolicy": "PreferDualStack"}),
        "require" => json!({"ipFamilyPolicy": "RequireDualStack"}),
        "headless" => json!({"clusterIP": "None"}),
        "hnosel" => json!({"clusterIP": "None", "selector": null}),
        "hprefer" => json!({"clusterIP": "None", "ipFamilyPolicy": "PreferDualStack"}),
        "lb" => json!({"type": "LoadBalancer", "ipFamilyPolicy": "PreferDualStack"}),
        _ => return None,
    };
    let fields = spec.as_object_mut()?;
    for (name, value) in more.as_object()? {
        fields.insert(name.clone(), value.clone());
    }
    fields.retain(|_, value| !value.is_null());
    Some(spec)
}

fn service(name: &str, spec: ServiceSpec) -> Service {
    Service {
        metadata: ServiceMetadata {
            name: name.to_owned(),
            ..ServiceMetadata::default()
        },
        spec,
    }
}

/// What was recorded, and what the engine says instead.
type Differs = Option<(String, String, String)>;

impl Transition {
    fn first_difference(&self, version: Version) -> Option<Difference> {
        let list = |ranges: &[Cidr]| ranges.iter().map(Cidr::to_string).collect::<Vec<_>>().join(",");
        let (input, recorded, engine) = self.play(version)?;
        Some(Difference {
            case: format!("{} -> {}", list(&self.from), list(&self.to)),
            input,
            recorded,
            engine,
        })
    }

    fn play(&self, version: Version) -> Differs {
        let start = ClusterStart {
            version,
            service_cidrs: self.from.clone(),
            dual_stack_gate: None,
            feature_gates: BTreeMap::new(),
            service_cidr_objects: Vec::new(),
            occupied: Vec::new(),
            seed: 0,
            controller_manager: self.service_cidrs.iter().any(RecordedObject::is_controlled),
        };
        let mut play = match Simulation::new(start) {
            Ok(simulation) => Play {
                simulation,
                recorded: Picked::default(),
                engine: Picked::default(),
            },
            Err(error) => return Some(("start".to_owned(), String::new(), error.to_string())),
        };
        let created = play.create(&self.before);
        play.simulation.apply(Action::SetServiceRanges {
            service_cidrs: self.to.clone(),
        });
        created
            .or_else(|| self.events_differ(&play.simulation))
            .or_else(|| objects_differ(&self.service_cidrs, &play.simulation))
            .or_else(|| play.own_differs(&self.kubernetes))
            .or_else(|| play.read(&self.read))
            .or_else(|| play.change("update", &self.update, |_| {}))
            .or_else(|| {
                play.change("toPrefer", &self.to_prefer, |spec| {
                    spec.ip_family_policy = Some("PreferDualStack".to_owned());
                })
            })
            .or_else(|| play.create(&self.after))
    }

    fn events_differ(&self, simulation: &Simulation) -> Differs {
        let told = &simulation.timeline().last()?.events;
        // The recordings name the object without its namespace.
        let mut engine: Vec<(&str, &str, &str)> = told
            .iter()
            .map(|event| {
                let object = event.object.rsplit('/').next().unwrap_or(&event.object);
                (event.reason, event.message.as_str(), object)
            })
            .collect();
        let mut recorded: Vec<(&str, &str, &str)> = self
            .events
            .iter()
            .map(|(reason, message, object)| {
                let object = object.rsplit('/').next().unwrap_or(object);
                (reason.as_str(), message.as_str(), object)
            })
            .collect();
        recorded.retain(|event| !RACES.contains(&event.0) || engine.contains(event));
        engine.sort_unstable();
        recorded.sort_unstable();
        (engine != recorded).then(|| {
            (
                "events".to_owned(),
                format!("{recorded:?}"),
                format!("{engine:?}"),
            )
        })
    }
}

fn objects_differ(recorded: &[RecordedObject], simulation: &Simulation) -> Differs {
    // These recordings have neither finalizers nor deletions where kube-controller-manager did not run.
    let mut engine = objects(simulation);
    for (engine, recorded) in engine.iter_mut().zip(recorded) {
        if recorded.deleting.is_none() {
            engine.deleting = None;
        }
    }
    (engine != recorded).then(|| {
        (
            "objects".to_owned(),
            format!("{recorded:?}"),
            format!("{engine:?}"),
        )
    })
}

fn spec_seen(simulation: &Simulation, name: &str) -> Option<ServiceSpec> {
    let mut services = simulation.services().into_iter();
    services
        .find(|view| view.metadata.name == name)
        .map(|view| view.seen)
}

fn read_answer(simulation: &Simulation, name: &str) -> Value {
    match spec_seen(simulation, name) {
        Some(spec) => json!({"code": 200, "spec": recorded_spec(&spec)}),
        None => json!({"code": 404, "message": format!("services {name:?} not found"), "reason": "NotFound"}),
    }
}

/// The simulated cluster, and the addresses that the two servers have picked so far.
struct Play {
    simulation: Simulation,
    recorded: Picked,
    engine: Picked,
}

impl Play {
    fn differs(&mut self, verb: &str, name: &str, recorded: &Map<String, Value>, engine: &Value) -> Differs {
        let shown = Value::Object(recorded.clone());
        let same =
            self.recorded.comparable(&shown, recorded, "") == self.engine.comparable(engine, recorded, "");
        (!same).then(|| (format!("{verb} {name}"), shown.to_string(), engine.to_string()))
    }

    /// The API servers' own Service has the address that they give it, not one that was picked.
    fn own_differs(&self, recorded: &Map<String, Value>) -> Differs {
        let engine = read_answer(&self.simulation, "kubernetes");
        let recorded = Value::Object(recorded.clone());
        (engine != recorded).then(|| {
            (
                "read kubernetes".to_owned(),
                recorded.to_string(),
                engine.to_string(),
            )
        })
    }

    fn read(&mut self, answers: &Answers) -> Differs {
        answers.iter().find_map(|(name, recorded)| {
            let engine = read_answer(&self.simulation, name);
            self.differs("read", name, recorded, &engine)
        })
    }

    /// Creates the Services of these names.
    fn create(&mut self, answers: &Answers) -> Differs {
        answers.iter().find_map(|(name, recorded)| {
            let spec = spec_of(name).and_then(|spec| serde_json::from_value(spec).ok());
            let Some(spec) = spec else {
                return Some((name.clone(), String::new(), "no such Service".to_owned()));
            };
            self.simulation.apply(Action::Create {
                service: service(name, spec),
            });
            let engine = recorded_result(&self.simulation.timeline().last()?.result, 201);
            self.differs("create", name, recorded, &engine)
        })
    }

    /// Sends the Services of these names back with a change. One that is not there is not found when it is read.
    fn change(&mut self, verb: &str, answers: &Answers, change: fn(&mut ServiceSpec)) -> Differs {
        answers.iter().find_map(|(name, recorded)| {
            let engine = match spec_seen(&self.simulation, name) {
                None => read_answer(&self.simulation, name),
                Some(mut spec) => {
                    change(&mut spec);
                    self.simulation.apply(Action::Replace {
                        service: service(name, spec),
                    });
                    recorded_result(&self.simulation.timeline().last()?.result, 200)
                }
            };
            self.differs(verb, name, recorded, &engine)
        })
    }
}
