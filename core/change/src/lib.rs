//! Plans over time. [`diff()`] compares two plans by meaning, [`growth()`] says when one runs out, [`migrate()`] gives the
//! way from one to the other, proved step by step.
//!
//! Every answer comes from the components as the engine models them: their start-up checks, the node IPAM controller with
//! the nodes that exist, the API server with the Services that exist.

use dualstack_analysis::{Analysis, AnalyzeOptions, file_conversion, report};
use dualstack_exports::export;
use dualstack_ground::{diagnostic, document, i18n, lines, net, order};
use dualstack_kubernetes::{admission, catalog, components, kubernetes, nodeipam, request};
use dualstack_plan::{apply, plan, services};
use dualstack_sources as sources;

pub mod diff;
mod edit;
pub mod growth;
pub mod migrate;
mod page;
mod pools;
mod radius;
mod running;
mod side;

pub use diff::{Comparison, Difference, DifferenceKind, diff};
pub use growth::{GrowthForecast, GrowthRate, GrowthRequest, growth};

pub use migrate::{Migration, MigrationProblem, MigrationStep, UNKNOWN_STEP, migrate};
pub use page::ChangeFormat;
pub use radius::BlastRadius;
pub use side::{Side, UNUSABLE_SIDE};
