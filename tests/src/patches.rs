//! Recorded sequences of merge patches: `patches/VERSION/patches.json.gz`. Each patch meets the Service as the one before
//! left it.

use std::io::Read as _;
use std::path::Path;

use dualstack_core::admission::{Admission, Request, Service, ServiceCluster, ServiceSpec, admit};
use dualstack_core::kubernetes::Version;
use flate2::read::MultiGzDecoder;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::service::{Given, as_recorded, cluster_of, file_name, ranges_of, sorted, unnamed_metadata};
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
    let mut results = Vec::new();
    for version_dir in sorted(&dir.join("patches"))? {
        let Some(name) = file_name(&version_dir).filter(|_| version_dir.is_dir()) else {
            continue;
        };
        let at = |error: String| format!("{}: {error}", version_dir.display());
        let version: Version = name.parse().map_err(|error| at(format!("{error}")))?;
        let mut result = FileResult {
            name: format!("patches/{name}"),
            ..FileResult::default()
        };
        for (i, sequence) in read(&version_dir.join("patches.json.gz"))?.iter().enumerate() {
            let ranges = ranges_of(&sequence.cluster).ok_or_else(|| at("unknown cluster".to_owned()))?;
            follow(&cluster_of(version, ranges), i, sequence, &mut result);
        }
        results.push(result);
    }
    Ok(results)
}

fn read(file: &Path) -> Result<Vec<Sequence>, String> {
    let at = |error: String| format!("{}: {error}", file.display());
    let opened = std::fs::File::open(file).map_err(|error| at(error.to_string()))?;
    let mut text = String::new();
    MultiGzDecoder::new(opened)
        .read_to_string(&mut text)
        .map_err(|error| at(error.to_string()))?;
    let recording: Recording = serde_json::from_str(&text).map_err(|error| at(error.to_string()))?;
    Ok(recording.sequences)
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
    // What the real server picked, not what the engine did.
    let mut stored = sequence.stored.clone();
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
        compare(
            format!("{index}.{i}"),
            format!("{} over {}", patch.patch, json!(stored)),
            &given,
            &admit(cluster, &request),
            recorded,
        );
        if let Some(spec) = &patch.spec {
            stored = spec.clone();
        }
    }
}
