//! The map of a plan. [`scene()`] computes what it shows, in shapes with a meaning; [`svg::draw`] makes a picture of that. The map of
//! a fleet is [`fleet_map`], and [`svg::draw_fleet`] makes its picture.
//!
//! The command line, the reports, the documentation and the page draw from the same scene.

use dualstack_analysis::{Analysis, report, whose};
use dualstack_fleet as fleet;
use dualstack_ground::{diagnostic, document, i18n, net, order};
use dualstack_kubernetes::{clusterip, nodeipam, request};
use dualstack_plan::plan;

pub mod fleet_map;
pub mod scene;
pub mod svg;

pub use scene::{Scene, scene};
