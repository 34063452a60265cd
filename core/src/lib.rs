//! IPv4/IPv6 dual-stack address plans for Kubernetes, exactly as the components of each version compute them.
//!
//! The central call is a pure function from a text to a report. The engine has no clock and no I/O, and the caller
//! passes random seeds in.
//!
//! The engine is divided into crates, each of which depends only on those before it: `dualstack-ground`,
//! `dualstack-kubernetes`, `dualstack-plan`, `dualstack-sources`, then `dualstack-analysis` and `dualstack-exports` side by side;
//! `dualstack-drawing` stands on the analysis, `dualstack-change` on the analysis and the exports, `dualstack-fleet` on that.
//! This crate re-exports all of them.

pub mod file_exports;
pub mod render;
#[cfg(feature = "wasm")]
pub mod wasm;

pub use dualstack_analysis::{analyze, explain, file_conversion, groups, lint, mend, report, whose};
pub use dualstack_change as change;
pub use dualstack_drawing as drawing;
pub use dualstack_exports::export;
pub use dualstack_fleet as fleet;
pub use dualstack_ground::{diagnostic, document, go, hash, i18n, languages, lines, net, order, texts};
pub use dualstack_kubernetes::{
    admission, catalog, clusterip, components, kubernetes, needs, nodeipam, request,
};
pub use dualstack_plan::{cluster, plan, services};
pub use dualstack_sources as sources;

pub use dualstack_analysis::analyze::{Analysis, AnalyzeOptions, Report};
pub use dualstack_analysis::file_conversion::convert_text;
pub use file_exports::{Verification, export_plan_file, verify_exports};
