//! Files for installers, components, plugins, clouds and tools, written from a plan.

use dualstack_ground::{diagnostic, document, hash, i18n, net, order};
use dualstack_kubernetes::{catalog, clusterip, components, kubernetes, needs, nodeipam, request};
use dualstack_plan::plan;

pub mod export;
