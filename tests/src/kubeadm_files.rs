//! Whole files of kubeadm: `DIR/kubeadm-files/VERSION/kubeadm-files.json`. A file is read as a user's is.

use std::path::Path;

use dualstack_core::components::StartUpCheck;
use dualstack_core::diagnostic::Component;
use dualstack_core::kubernetes::Version;
use dualstack_core::sources::{self, Text};
use serde::Deserialize;

use crate::flags::Answer;
use crate::recordings::recordings;
use crate::{Difference, FileResult};

#[derive(Deserialize)]
struct Recording {
    files: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    text: String,
    exit: Option<i64>,
    errors: Vec<String>,
    #[serde(default)]
    warnings: Vec<String>,
}

/// What `kubeadm config validate` answers.
fn engine(version: Version, text: &str) -> Answer {
    let running = sources::running(&[Text::pasted(text)], Some(version));
    let checks: Vec<StartUpCheck> = running
        .start_ups
        .into_iter()
        .filter(|start| start.component == Component::Kubeadm)
        .map(|mut start| {
            // What was recorded is the command that only reads the file; it refuses unknown fields.
            if let Some(configuration) = &mut start.input.kubeadm {
                configuration.validated = true;
            }
            StartUpCheck::found(version, start)
        })
        .collect();
    let failed: Vec<_> = checks.into_iter().flat_map(|check| check.failed_checks).collect();
    Answer::of(&failed)
}

/// Checks every recorded file of every version.
///
/// # Errors
/// Returns a text if a file of vectors cannot be read.
pub fn run(dir: &Path) -> Result<Vec<FileResult>, String> {
    recordings(
        dir,
        "kubeadm-files",
        "kubeadm-files.json",
        |version, recording: Recording| {
            let mut differences = Vec::new();
            for (i, case) in recording.files.iter().enumerate() {
                let recorded = Answer {
                    refused: case.exit == Some(1),
                    errors: case.errors.clone(),
                    warnings: case.warnings.clone(),
                };
                let answer = engine(version, &case.text);
                if recorded != answer {
                    differences.push(Difference {
                        case: format!("file {i}"),
                        input: case.text.clone(),
                        recorded: format!("{recorded:?}"),
                        engine: format!("{answer:?}"),
                    });
                }
            }
            (recording.files.len(), differences)
        },
    )
}
