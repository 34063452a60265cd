//! What a running kube-proxy logs about its configuration: `DIR/proxy-warnings/VERSION/proxy-warnings.json`.

use std::path::Path;

use dualstack_core::components::{Flags, StartInput, forecast};
use dualstack_core::diagnostic::Component;
use dualstack_core::kubernetes::Version;
use dualstack_core::net::IpFamily;
use serde::Deserialize;

use crate::recordings::recordings;
use crate::{Difference, FileResult};

#[derive(Deserialize)]
struct Recording {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    /// The families of the node's addresses, the primary one first: `v4`, `v6`, `46`, `64`.
    node: String,
    args: Vec<String>,
    warnings: Vec<String>,
}

/// What kube-proxy says where the programs of a mode are missing on the host. No setting shows that.
const OF_THE_HOST: &str = "can't use the IPVS proxier: error getting ipset version";

impl Case {
    fn node_families(&self) -> Vec<IpFamily> {
        self.node
            .chars()
            .filter_map(|c| match c {
                '4' => Some(IpFamily::IPv4),
                '6' => Some(IpFamily::IPv6),
                _ => None,
            })
            .collect()
    }

    /// The lines that the settings cause, without those about the host.
    fn recorded(&self) -> Vec<&str> {
        self.warnings
            .iter()
            .map(String::as_str)
            .filter(|line| !line.contains(OF_THE_HOST))
            .collect()
    }
}

/// The lines that the engine expects, each with its severity, which is that of errors for all of them.
fn engine(version: Version, case: &Case) -> Vec<String> {
    let input = StartInput {
        node_families: case.node_families(),
        ..Flags::from_args(&case.args).into()
    };
    forecast(version, Component::KubeProxy, &input)
        .iter()
        .map(|failed| match failed.log_line() {
            Some(line) => format!("E {line}"),
            None => format!("exits: {}{}", failed.prefix, failed.text),
        })
        .collect()
}

/// Checks every recorded case of every version.
///
/// # Errors
/// Returns a text if a file cannot be read.
pub fn run(dir: &Path) -> Result<Vec<FileResult>, String> {
    recordings(
        dir,
        "proxy-warnings",
        "proxy-warnings.json",
        |version, recording: Recording| {
            let mut differences = Vec::new();
            for (i, case) in recording.cases.iter().enumerate() {
                let answer = engine(version, case);
                if case.recorded() != answer {
                    differences.push(Difference {
                        case: format!("case {i}"),
                        input: format!("node {}: {}", case.node, case.args.join(" ")),
                        recorded: format!("{:?}", case.recorded()),
                        engine: format!("{answer:?}"),
                    });
                }
            }
            (recording.cases.len(), differences)
        },
    )
}
