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

use dualstack_ground::{diagnostic, document, go};
use dualstack_kubernetes::{components, kubernetes};

pub mod found;
pub mod items;
pub mod kinds;
pub mod text;

pub use found::{Fact, Field, Found, Origin, StartUp, Strength};
pub use items::Text;
pub use kinds::read;

use components::StartUpCheck;
use kubernetes::Version;

/// Returns the crash forecast for a text: every component that it starts is checked as that version does it.
///
/// ```
/// let checks = dualstack_sources::check("1.25".parse().unwrap(), "kubelet --feature-gates=IPv6DualStack=true");
/// assert_eq!(checks[0].failed_checks[0].text, "unrecognized feature gate: IPv6DualStack");
/// ```
pub fn check(version: Version, text: &str) -> Vec<StartUpCheck> {
    read(&[Text::pasted(text)], Some(version))
        .start_ups
        .into_iter()
        .map(|StartUp { component, input, .. }| StartUpCheck::of(version, component, input))
        .collect()
}

#[cfg(test)]
mod tests;
