//! Requests for ServiceCIDR objects and Services of a live cluster: `servicecidr/VERSION/*.json.gz`.
//!
//! In files whose name begins with `settled` every step is waited out, so that deleted objects have gone; in the others
//! no time passes.

use std::path::Path;

use dualstack_core::admission::simulator::{Action, ClusterStart, NamedCidrs, Simulation};
use dualstack_core::kubernetes::Version;
use dualstack_core::net::{Cidr, Dual};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::recordings::files;
use crate::service::ranges_of;
use crate::simulated::{Picked, RACES, RecordedObject, objects, recorded_result};
use crate::{Difference, FileResult};

#[derive(Deserialize)]
struct Recording {
    scenarios: Vec<Scenario>,
}

#[derive(Deserialize)]
struct Scenario {
    name: String,
    cluster: String,
    before: Vec<RecordedObject>,
    steps: Vec<Step>,
    /// Reason and message.
    #[serde(default)]
    events: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct Step {
    answer: Answer,
    /// `action` and its members.
    #[serde(flatten)]
    request: Map<String, Value>,
}

#[derive(Deserialize)]
struct Answer {
    #[serde(rename = "serviceCidrs")]
    objects: Vec<RecordedObject>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

/// Plays every recorded scenario of every version.
///
/// # Errors
/// Returns a text if a file cannot be read.
pub fn run(dir: &Path) -> Result<Vec<FileResult>, String> {
    let recordings: Vec<(String, Version, Recording)> = files(dir, "servicecidr")?;
    let played = |(name, version, recording): (String, Version, Recording)| {
        let settled = name
            .rsplit('/')
            .next()
            .is_some_and(|file| file.starts_with("settled"));
        let play = |scenario: &Scenario| scenario.first_difference(version, settled);
        FileResult {
            total: recording.scenarios.len(),
            differences: recording.scenarios.iter().filter_map(play).collect(),
            name,
        }
    };
    Ok(recordings.into_iter().map(played).collect())
}

impl Scenario {
    fn first_difference(&self, version: Version, settled: bool) -> Option<Difference> {
        let difference = |input: String, recorded: String, engine: String| {
            Some(Difference {
                case: format!("{} {}", self.cluster, self.name),
                input,
                recorded,
                engine,
            })
        };
        let Some(ranges) = ranges_of(&self.cluster) else {
            return difference(self.cluster.clone(), String::new(), "no such cluster".to_owned());
        };
        let mut simulation = match self.start(version, ranges) {
            Ok(simulation) => simulation,
            Err(error) => return difference("start".to_owned(), String::new(), error),
        };
        if let Some((recorded, engine)) = objects_differ(&self.before, &simulation) {
            return difference("before".to_owned(), recorded, engine);
        }
        for step in &self.steps {
            let input = Value::Object(step.request.clone()).to_string();
            match step.play(&simulation, settled) {
                Ok(next) => simulation = next,
                Err((recorded, engine)) => return difference(input, recorded, engine),
            }
        }
        let told: Vec<(&str, &str)> = simulation
            .timeline()
            .iter()
            .flat_map(|entry| &entry.events)
            .map(|event| (event.reason, event.message.as_str()))
            .collect();
        let mut of_rules = self
            .events
            .iter()
            .filter(|(reason, _)| !RACES.contains(&reason.as_str()));
        let missing = of_rules.find(|(reason, message)| !told.contains(&(reason, message)))?;
        difference("events".to_owned(), format!("{missing:?}"), format!("{told:?}"))
    }

    /// The cluster as it was found. Its controller manager may not have begun yet: then no object has a finalizer.
    fn start(&self, version: Version, ranges: Dual<Cidr>) -> Result<Simulation, String> {
        let own = |object: &&RecordedObject| object.name != "kubernetes";
        let start = ClusterStart {
            version,
            service_cidrs: ranges.iter().copied().collect(),
            dual_stack_gate: None,
            feature_gates: std::collections::BTreeMap::new(),
            service_cidr_objects: self
                .before
                .iter()
                .filter(own)
                .map(|object| NamedCidrs {
                    name: object.name.clone(),
                    cidrs: object.cidrs.iter().filter_map(|cidr| cidr.parse().ok()).collect(),
                })
                .collect(),
            occupied: Vec::new(),
            seed: 0,
            controller_manager: self.before.iter().any(RecordedObject::is_controlled),
        };
        let mut simulation = Simulation::new(start).map_err(|error| error.to_string())?;
        for object in self.before.iter().filter(|object| object.deleting == Some(true)) {
            let name = object.name.clone();
            simulation.apply(Action::DeleteServiceCidr { name });
        }
        Ok(simulation)
    }
}

/// When the controller manager begins its work: the recordings tell only between which two answers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begins {
    NotNow,
    BeforeTheRequest,
    AfterTheRequest,
}

impl Step {
    /// Plays the step.
    ///
    /// # Errors
    /// Returns what was recorded and what the engine says instead.
    fn play(&self, before: &Simulation, settled: bool) -> Result<Simulation, (String, String)> {
        let begins = || Action::SetControllerManager { running: true };
        let runs_now = self.answer.objects.iter().any(RecordedObject::is_controlled);
        let ran = before
            .service_cidrs()
            .iter()
            .any(|object| !object.finalizers.is_empty());
        let action = self.action().map_err(|error| (String::new(), error))?;
        let orders: &[Begins] = if runs_now && !ran {
            &[Begins::BeforeTheRequest, Begins::AfterTheRequest]
        } else {
            &[Begins::NotNow]
        };
        let mut first_difference = None;
        for order in orders {
            let mut simulation = before.clone();
            if *order == Begins::BeforeTheRequest {
                simulation.apply(begins());
            }
            simulation.apply(action.clone());
            let difference = self.answer_differs(&simulation);
            if *order == Begins::AfterTheRequest {
                simulation.apply(begins());
            }
            if settled {
                simulation.apply(Action::Wait { seconds: 10 });
            }
            let difference = difference.or_else(|| objects_differ(&self.answer.objects, &simulation));
            match difference {
                None => return Ok(simulation),
                Some(difference) => _ = first_difference.get_or_insert(difference),
            }
        }
        Err(first_difference.unwrap_or_default())
    }

    fn action(&self) -> Result<Action, String> {
        let mut action = self.request.clone();
        let name = action.get("action").and_then(Value::as_str).unwrap_or_default();
        if name == "update" {
            action.insert("action".to_owned(), "replace".into());
        }
        serde_json::from_value(Value::Object(action)).map_err(|error| error.to_string())
    }

    /// The answer to the last action but the objects.
    fn answer_differs(&self, simulation: &Simulation) -> Option<(String, String)> {
        let name = self
            .request
            .get("action")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let code = if name.starts_with("create") { 201 } else { 200 };
        let request = Value::Object(self.request.clone()).to_string();
        let engine = recorded_result(&simulation.timeline().last()?.result, code);
        let fields = &self.answer.rest;
        let recorded = Picked::default().comparable(&Value::Object(fields.clone()), fields, &request);
        let engine = Picked::default().comparable(&engine, fields, &request);
        (recorded != engine).then(|| (recorded.to_string(), engine.to_string()))
    }
}

fn objects_differ(recorded: &[RecordedObject], simulation: &Simulation) -> Option<(String, String)> {
    let engine = objects(simulation);
    (recorded != engine).then(|| (format!("{recorded:?}"), format!("{engine:?}")))
}
