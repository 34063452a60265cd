//! Start-up validation of kube-apiserver, kubeadm and kube-proxy: `DIR/flags/VERSION/flags.json`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use dualstack_core::components::{Flags, KubeadmConfiguration, StartInput, forecast, printed, warnings};
use dualstack_core::diagnostic::Component;
use dualstack_core::kubernetes::Version;
use serde::Deserialize;
use serde_json::Value;

use crate::{Difference, FileResult};

const COMPONENTS: [Component; 3] = [Component::KubeApiserver, Component::KubeProxy, Component::Kubeadm];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Case {
    #[serde(default)]
    flags: Vec<String>,
    #[serde(default)]
    pod_subnet: String,
    #[serde(default)]
    service_subnet: String,
    #[serde(default)]
    controller_manager_extra_args: BTreeMap<String, String>,
    exit: Option<i64>,
    errors: Vec<String>,
    #[serde(default)]
    warnings: Vec<String>,
}

/// Whether it started, what it printed, what it warned about.
#[derive(Debug, PartialEq)]
struct Answer {
    refused: bool,
    errors: Vec<String>,
    warnings: Vec<String>,
}

impl Case {
    fn input(&self, component: Component) -> StartInput {
        if component == Component::Kubeadm {
            KubeadmConfiguration {
                pod_subnet: self.pod_subnet.clone(),
                service_subnet: self.service_subnet.clone(),
                controller_manager_args: self.controller_manager_extra_args.clone().into_iter().collect(),
                ..KubeadmConfiguration::default()
            }
            .into()
        } else {
            Flags::from_args(&self.flags).into()
        }
    }

    fn describe(&self, component: Component) -> String {
        if component == Component::Kubeadm {
            format!(
                "podSubnet {:?}, serviceSubnet {:?}, {:?}",
                self.pod_subnet, self.service_subnet, self.controller_manager_extra_args
            )
        } else {
            self.flags.join(" ")
        }
    }

    /// A server that refused only for want of service account keys was not asked anything else.
    fn is_about_other_flags(&self) -> bool {
        !self.errors.is_empty()
            && self
                .errors
                .iter()
                .all(|error| error.trim_start_matches('[').starts_with("service-account"))
    }

    fn recorded(&self, component: Component) -> Answer {
        Answer {
            refused: self.exit == Some(1),
            errors: self.errors.clone(),
            // Only kubeadm's warnings are recorded.
            warnings: if component == Component::Kubeadm {
                self.warnings.clone()
            } else {
                Vec::new()
            },
        }
    }
}

fn engine(version: Version, component: Component, input: &StartInput) -> Answer {
    let refusals = forecast(version, component, input);
    let errors = printed(&refusals);
    Answer {
        refused: !errors.is_empty(),
        errors,
        warnings: if component == Component::Kubeadm {
            warnings(&refusals)
        } else {
            Vec::new()
        },
    }
}

/// Checks every recorded case of every version.
pub fn run(dir: &Path) -> Result<Vec<FileResult>, String> {
    let root = dir.join("flags");
    if !root.is_dir() {
        return Ok(Vec::new());
    }
    let mut versions: Vec<String> = fs::read_dir(&root)
        .map_err(|error| format!("{}: {error}", root.display()))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| root.join(name).join("flags.json").is_file())
        .collect();
    versions.sort_unstable();
    versions.iter().map(|name| run_version(&root, name)).collect()
}

fn run_version(root: &Path, name: &str) -> Result<FileResult, String> {
    let path = root.join(name).join("flags.json");
    let said = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let version: Version = name.parse().map_err(|error| said(&error))?;
    let text = fs::read_to_string(&path).map_err(|error| said(&error))?;
    let recording: BTreeMap<String, Value> = serde_json::from_str(&text).map_err(|error| said(&error))?;
    let mut result = FileResult {
        name: format!("flags/{name}"),
        ..FileResult::default()
    };
    for component in COMPONENTS {
        let Some(cases) = recording.get(component.as_str()) else {
            continue;
        };
        let cases: Vec<Case> = serde_json::from_value(cases.clone()).map_err(|error| said(&error))?;
        for (i, case) in cases.iter().enumerate() {
            if case.is_about_other_flags() {
                continue;
            }
            result.total += 1;
            let recorded = case.recorded(component);
            let answer = engine(version, component, &case.input(component));
            if recorded != answer {
                result.differences.push(Difference {
                    case: format!("{} {i}", component.as_str()),
                    input: case.describe(component),
                    recorded: format!("{recorded:?}"),
                    engine: format!("{answer:?}"),
                });
            }
        }
    }
    Ok(result)
}
