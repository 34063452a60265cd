//! The address plan of a plan file, the cluster it describes, and the Services beside it.

use dualstack_ground::{diagnostic, document, i18n, net, order};
use dualstack_kubernetes::{admission, catalog, clusterip, components, kubernetes, nodeipam, request};

pub mod apply;
pub mod cluster;
mod manifest;
pub mod plan;
pub mod services;
pub mod surroundings;
