//! Start-up validation of kube-apiserver, kubeadm and kube-proxy: `DIR/flags/VERSION/flags.json`.

use std::collections::BTreeMap;
use std::path::Path;

use dualstack_core::components::{
    FailedCheck, Flags, KubeadmConfiguration, StartInput, forecast, printed, warnings,
};
use dualstack_core::diagnostic::Component;
use dualstack_core::kubernetes::Version;
use serde::Deserialize;

use crate::recordings::recordings;
use crate::{Difference, FileResult};

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Recording {
    #[serde(default)]
    kube_apiserver: Vec<Case>,
    #[serde(default)]
    kube_proxy: Vec<Case>,
    #[serde(default)]
    kubeadm: Vec<Case>,
}

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

/// Whether a component started, what it printed, what it warned about.
#[derive(Debug, PartialEq)]
pub(crate) struct Answer {
    pub(crate) refused: bool,
    pub(crate) errors: Vec<String>,
    pub(crate) warnings: Vec<String>,
}

impl Answer {
    /// The answer with these failed checks.
    pub(crate) fn of(failed: &[FailedCheck]) -> Answer {
        let errors = printed(failed);
        Answer {
            refused: !errors.is_empty(),
            errors,
            warnings: warnings(failed),
        }
    }
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
    let mut answer = Answer::of(&forecast(version, component, input));
    if component != Component::Kubeadm {
        answer.warnings.clear();
    }
    answer
}

/// Checks every recorded case of every version.
///
/// # Errors
/// Returns a text if a file cannot be read.
pub fn run(dir: &Path) -> Result<Vec<FileResult>, String> {
    recordings(dir, "flags", "flags.json", |version, recording: Recording| {
        let mut result = FileResult::default();
        for (component, cases) in [
            (Component::KubeApiserver, &recording.kube_apiserver),
            (Component::KubeProxy, &recording.kube_proxy),
            (Component::Kubeadm, &recording.kubeadm),
        ] {
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
        (result.total, result.differences)
    })
}
