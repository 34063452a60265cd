//! kube-controller-manager's node IPAM controller: `DIR/nodeipam/VERSION/nodeipam.json`.

use std::path::Path;

use dualstack_core::go::flags::Flags;
use dualstack_core::kubernetes::Version;
use dualstack_core::nodeipam::{
    Controller, ControllerFlags, LogLine, Node, NodeOutcome, StartRefusal, check,
};
use serde::Deserialize;

use crate::recordings::recordings;
use crate::{Difference, FileResult};

#[derive(Deserialize)]
struct Recording {
    scenarios: Vec<Scenario>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Scenario {
    name: String,
    flags: Vec<String>,
    #[serde(default)]
    preexisting: Vec<RecordedNode>,
    #[serde(default)]
    preexisting_after: Vec<RecordedNode>,
    #[serde(default)]
    steps: Vec<Step>,
    exited: Option<i64>,
    #[serde(default)]
    errors: Vec<String>,
    #[serde(default)]
    events: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct RecordedNode {
    node: String,
    #[serde(rename = "podCIDRs")]
    pod_cidrs: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct Step {
    op: String,
    node: String,
    /// podCIDRs that the created object had already.
    spec: Option<Vec<String>>,
    #[serde(rename = "podCIDRs")]
    pod_cidrs: Option<Vec<String>>,
}

/// Plays every recorded scenario of every version.
///
/// # Errors
/// Returns a text if a file cannot be read.
pub fn run(dir: &Path) -> Result<Vec<FileResult>, String> {
    recordings(
        dir,
        "nodeipam",
        "nodeipam.json",
        |version, recording: Recording| {
            let difference = |scenario: &Scenario| {
                let (recorded, engine) = scenario.first_difference(version)?;
                Some(Difference {
                    input: scenario.flags.join(" "),
                    case: scenario.name.clone(),
                    recorded,
                    engine,
                })
            };
            let scenarios = &recording.scenarios;
            (scenarios.len(), scenarios.iter().filter_map(difference).collect())
        },
    )
}

impl Scenario {
    /// What was recorded and what the engine says instead.
    fn first_difference(&self, version: Version) -> Option<(String, String)> {
        let existing: Vec<Node> = self
            .preexisting
            .iter()
            .map(|node| Node {
                name: node.node.clone(),
                pod_cidrs: node.pod_cidrs.clone().unwrap_or_default(),
            })
            .collect();
        let started = check(version, &self.flags()).and_then(|config| Controller::start(config, &existing));
        match (started, self.exited) {
            (Err(refusal), Some(1)) => self.refusal_difference(&refusal),
            (Err(refusal), exited) => Some((format!("exited: {exited:?}"), format!("refuses: {refusal}"))),
            (Ok(_), Some(code)) => Some((
                format!("exited: {code}, {}", self.errors.join(" | ")),
                "starts".to_owned(),
            )),
            (Ok(controller), None) => self.steps_difference(controller),
        }
    }

    /// The recorded flags, and those that every recording was made with: node IPAM is on, and so is dual-stack where
    /// it was still a gate.
    fn flags(&self) -> ControllerFlags {
        let mut flags = ControllerFlags::from(&Flags::from_args(&self.flags));
        flags.allocate_node_cidrs.get_or_insert_with(|| "true".to_owned());
        flags
            .feature_gates
            .get_or_insert_with(|| "IPv6DualStack=true".to_owned());
        flags
    }

    fn refusal_difference(&self, refusal: &StartRefusal) -> Option<(String, String)> {
        if let Some(step) = self
            .steps
            .iter()
            .find(|step| step.op == "create" && step.got() != step.given())
        {
            return Some((
                format!("{} has {:?}", step.node, step.got()),
                format!("refuses: {refusal}"),
            ));
        }
        let found = self.errors.iter().any(|line| cause_of(line) == refusal.printed());
        (!found).then(|| (self.errors.join(" | "), refusal.printed()))
    }

    fn steps_difference(&self, mut controller: Controller) -> Option<(String, String)> {
        for node in &self.preexisting_after {
            let recorded = node.pod_cidrs.clone().unwrap_or_default();
            let engine = controller
                .nodes()
                .find(|other| other.name == node.node)
                .unwrap_or_default()
                .pod_cidrs;
            if recorded != engine {
                return Some((format!("{} has {recorded:?}", node.node), format!("{engine:?}")));
            }
        }
        let mut outcomes = Vec::new();
        let mut log: Vec<LogLine> = controller.start_log().to_vec();
        for step in &self.steps {
            match step.op.as_str() {
                "create" => {
                    let outcome = controller.create_node(&step.node, step.given());
                    if outcome.pod_cidrs != step.got() {
                        let recorded = format!("{} gets {:?}", step.node, step.got());
                        return Some((recorded, format!("{:?}", outcome.pod_cidrs)));
                    }
                    outcomes.push((step, outcome));
                }
                "delete" => log.extend(controller.delete_node(&step.node)),
                op => return Some((op.to_owned(), "knows no such step".to_owned())),
            }
        }
        self.event_difference(&outcomes).or_else(|| {
            log.extend(outcomes.into_iter().flat_map(|(_, outcome)| outcome.log));
            self.log_difference(&log)
        })
    }

    /// The component may lose an event (the recorder starts late), the engine may not: every recorded one is there,
    /// and a node that got nothing says so.
    fn event_difference(&self, outcomes: &[(&Step, NodeOutcome)]) -> Option<(String, String)> {
        let all: Vec<(String, String)> = outcomes
            .iter()
            .flat_map(|(_, outcome)| &outcome.events)
            .map(|event| (event.reason.to_owned(), event.message.clone()))
            .collect();
        if let Some(missing) = self.events.iter().find(|event| !all.contains(event)) {
            return Some((format!("event {missing:?}"), format!("{all:?}")));
        }
        // A controller that hands out nothing says nothing.
        let hands_out = self.flags().allocate_node_cidrs.as_deref() != Some("false");
        outcomes
            .iter()
            .filter(|_| hands_out)
            .find(|(_, outcome)| outcome.pod_cidrs.is_empty() == outcome.events.is_empty())
            .map(|(step, outcome)| {
                (
                    format!("{} gets {:?}", step.node, step.got()),
                    format!("events {:?}", outcome.events),
                )
            })
    }

    fn log_difference(&self, log: &[LogLine]) -> Option<(String, String)> {
        let said = |line: &str| {
            log.iter().any(|known| match &known.err {
                Some(err) => err_of(line).as_ref() == Some(err),
                None => known.message == line || err_of(line).as_ref() == Some(&known.message),
            })
        };
        let missing = self.errors.iter().find(|line| !said(line))?;
        let texts: Vec<&str> = log
            .iter()
            .map(|line| line.err.as_deref().unwrap_or(&line.message))
            .collect();
        Some((missing.clone(), texts.join(" | ")))
    }
}

impl Step {
    fn got(&self) -> &[String] {
        self.pod_cidrs.as_deref().unwrap_or_default()
    }

    fn given(&self) -> &[String] {
        self.spec.as_deref().unwrap_or_default()
    }
}

/// What a line says of the cause: its `err`, or in versions without structured logs what follows the prefix.
fn cause_of(line: &str) -> String {
    err_of(line).unwrap_or_else(|| {
        line.strip_prefix("error starting controllers: ")
            .unwrap_or(line)
            .to_owned()
    })
}

/// The value of `err="…"` in a structured log line, its quoting undone.
fn err_of(line: &str) -> Option<String> {
    let (_, quoted) = line.split_once(" err=\"")?;
    let mut text = String::new();
    let mut chars = quoted.chars();
    loop {
        match chars.next()? {
            '"' => return Some(text),
            '\\' => text.push(match chars.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                other => other,
            }),
            other => text.push(other),
        }
    }
}
