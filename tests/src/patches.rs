//! Recorded sequences of merge patches: `patches/VERSION/patches.json.gz`. Each patch meets the Service as the one before
//! left it.

use std::path::Path;

use dualstack_core::admission::{Admission, Request, Service, ServiceCluster, ServiceSpec, admit};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::recordings::recordings;
use crate::service::{Given, as_recorded, cluster_of, ranges_of, unnamed_metadata};
use crate::{Difference, FileResult};

#[derive(Deserialize)]
struct Recording {
    sequences: Vec<Sequence>,
}

#[derive(Deserialize)]
struct Sequence {
    cluster: String,
    create: ServiceSpec,
    stored: ServiceSpec,
    patches: Vec<Patch>,
}

#[derive(Deserialize)]
struct Patch {
    patch: Value,
    code: u16,
    #[serde(default)]
    spec: Option<ServiceSpec>,
    #[serde(default)]
    message: String,
}

/// Runs every file under `DIR/patches`.
///
/// # Errors
/// Returns a text if a file cannot be read.
pub fn run(dir: &Path) -> Result<Vec<FileResult>, String> {
    recordings(
        dir,
        "patches",
        "patches.json.gz",
        |version, recording: Recording| {
            let mut result = FileResult::default();
            for (i, sequence) in recording.sequences.iter().enumerate() {
                match ranges_of(&sequence.cluster) {
                    Some(ranges) => follow(&cluster_of(version, ranges), i, sequence, &mut result),
                    None => {
                        result.total += 1;
                        result.differences.push(Difference {
                            case: format!("{i}"),
                            input: sequence.cluster.clone(),
                            recorded: String::new(),
                            engine: "no such cluster".to_owned(),
                        });
                    }
                }
            }
            (result.total, result.differences)
        },
    )
}

fn follow(cluster: &ServiceCluster<'_>, index: usize, sequence: &Sequence, result: &mut FileResult) {
    let named = |spec: &ServiceSpec| Service {
        metadata: unnamed_metadata(),
        spec: spec.clone(),
    };
    let mut compare = |case: String,
                       input: String,
                       given: &Given<'_>,
                       answer: &Admission,
                       recorded: Value| {
        result.total += 1;
        let engine = match answer {
            Admission::Stored { spec, .. } => json!({ "spec": given.hide_picked(spec) }),
            Admission::Refused { refusal, .. } => {
                json!({ "code": refusal.code, "message": as_recorded(&refusal.message, &unnamed_metadata().name) })
            }
        };
        if engine != recorded {
            result.differences.push(Difference {
                case,
                input,
                recorded: recorded.to_string(),
                engine: engine.to_string(),
            });
        }
    };
    let given = Given::of([Some(&sequence.create)]);
    let created = admit(
        cluster,
        &Request::Create {
            service: named(&sequence.create),
        },
    );
    compare(
        format!("{index}"),
        json!(sequence.create).to_string(),
        &given,
        &created,
        json!({ "spec": given.hide_picked(&sequence.stored) }),
    );
    // What the real server picked, not what the engine did; a recording has nothing of what no client reads.
    let hidden = |answer: &Admission| {
        let spec = answer.stored();
        spec.and_then(|spec| spec.hidden_traffic_policy.clone())
    };
    let mut stored = sequence.stored.clone();
    stored.hidden_traffic_policy = hidden(&created);
    for (i, patch) in sequence.patches.iter().enumerate() {
        let request = Request::Patch {
            stored: Box::new(named(&stored)),
            patch: patch.patch.clone(),
        };
        let sent = serde_json::from_value(patch.patch.get("spec").cloned().unwrap_or_default());
        let sent: ServiceSpec = sent.unwrap_or_default();
        let given = Given::of([Some(&stored), Some(&sent)]);
        let recorded = match &patch.spec {
            Some(spec) => json!({ "spec": given.hide_picked(spec) }),
            None => json!({ "code": patch.code, "message": patch.message }),
        };
        let answer = admit(cluster, &request);
        compare(
            format!("{index}.{i}"),
            format!("{} over {}", patch.patch, json!(stored)),
            &given,
            &answer,
            recorded,
        );
        if let Some(spec) = &patch.spec {
            stored = spec.clone();
            stored.hidden_traffic_policy = hidden(&answer);
        }
    }
}
