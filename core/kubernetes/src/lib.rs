//! Models of the components of each Kubernetes version: tables of versions, the API server's answers, node blocks,
//! settings and start-up checks.

use dualstack_ground::{diagnostic, document, go, hash, i18n, named, net, order};

pub mod admission;
pub mod catalog;
pub mod clusterip;
pub mod components;
pub mod kubernetes;
pub mod needs;
pub mod nodeipam;
pub mod request;
