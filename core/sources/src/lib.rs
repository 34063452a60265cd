//! What people have on their screens: configuration files, command lines, dumps and log lines. [`read`] recognises each
//! piece of some texts and returns the components that it starts, and what it says about a cluster, with the origin of
//! every value. [`mod@kinds`] has a file and a row for each kind of source.
//!
//! ```
//! use dualstack_sources::{Text, read};
//! let unit = "[Service]\nExecStart=/usr/bin/kube-proxy \\\n  --cluster-cidr=10.244.0.0/16\n";
//! let found = read(&[Text::pasted(unit)], None);
//! assert_eq!(found.start_ups[0].component.as_str(), "kube-proxy");
//! assert_eq!(found.start_ups[0].origin.line, 2);
//! ```

use dualstack_ground::{diagnostic, document, go, i18n, net, order};
use dualstack_kubernetes::{catalog, components, kubernetes, request};

pub mod found;
pub mod import;
pub mod items;
pub mod kinds;
pub mod text;

pub use found::{Beside, Fact, Field, Found, Origin, Strength};
pub use import::{Import, ImportOptions, import};
pub use items::Text;
pub use kinds::read;

pub use components::{Running, StartUp, Unread};

use components::StartUpCheck;
use diagnostic::Diagnostic;
use kubernetes::Version;

/// The crash forecast for some texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked {
    /// Every component that the texts start, with the checks that it fails.
    pub checks: Vec<StartUpCheck>,
    /// What is to be said about the texts themselves. Never empty if there is no component.
    pub diagnostics: Vec<Diagnostic>,
}

/// Returns the crash forecast for a text: every component that it starts is checked as that version does it.
///
/// ```
/// let checks = dualstack_sources::check("1.25".parse().unwrap(), "kubelet --feature-gates=IPv6DualStack=true");
/// assert_eq!(checks[0].failed_checks[0].text, "unrecognized feature gate: IPv6DualStack");
/// ```
pub fn check(version: Version, text: &str) -> Vec<StartUpCheck> {
    check_texts(version, &[Text::pasted(text)]).checks
}

/// Returns the crash forecast for some texts, and what is to be said about the texts themselves.
///
/// ```
/// use dualstack_sources::{Text, check_texts};
/// let checked = check_texts("1.33".parse().unwrap(), &[Text::pasted("worker_processes auto;")]);
/// assert_eq!(checked.checks, []);
/// assert_eq!(checked.diagnostics[0].code, "READ001");
/// ```
pub fn check_texts(version: Version, texts: &[Text<'_>]) -> Checked {
    let found = read(texts, Some(version));
    let mut diagnostics = found.diagnostics.clone();
    let running = running_of(found);
    // Where a file could not be read, nothing of it being started follows from that.
    if diagnostics.is_empty() || !running.start_ups.is_empty() {
        diagnostics.extend(running.diagnostics(version));
    }
    diagnostics.extend(request::decode::not_compared(version));
    Checked {
        diagnostics,
        checks: running
            .start_ups
            .into_iter()
            .map(|start| StartUpCheck::found(version, start))
            .collect(),
    }
}

/// Returns the components that some texts start, and the pieces that start none.
pub fn running(texts: &[Text<'_>], version: Option<Version>) -> Running {
    let found = read(texts, version);
    let broken: Vec<Unread> = found
        .diagnostics
        .iter()
        .filter(|said| said.code != document::codes::DUPLICATE_KEY.id)
        .map(|said| Unread {
            origin: Origin {
                file: said.location.file.clone(),
                line: said.location.line,
                ..Origin::default()
            },
            found: None,
            nearest: "component-config".to_owned(),
        })
        .collect();
    let mut running = running_of(found);
    running.unread.extend(broken);
    running
}

fn running_of(found: Found) -> Running {
    let mut unread = found.unread;
    unread.extend(found.idle);
    if found.start_ups.is_empty() && unread.is_empty() {
        // What was recognised starts nothing either.
        unread.extend(found.pieces.iter().map(|origin| Unread {
            origin: origin.clone(),
            found: Some(origin.kind.to_owned()),
            nearest: origin.kind.to_owned(),
        }));
    }
    Running {
        start_ups: found.start_ups,
        unread,
    }
}

#[cfg(test)]
mod tests;
