//! The analysis of a plan file: its stages, the rules, fixes, reports, and the search from a log line to its rule.

use dualstack_ground::{diagnostic, document, go, i18n, net};
use dualstack_kubernetes::{admission, catalog, clusterip, components, kubernetes, needs, nodeipam, request};
use dualstack_plan::{apply, cluster, plan, services, surroundings};

pub mod analyze;
pub mod explain;
pub mod file_conversion;
pub mod lint;
pub mod mend;
pub mod report;
pub mod whose;

pub use analyze::{Analysis, AnalyzeOptions, Report, analyze};
