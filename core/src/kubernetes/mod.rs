//! Everything that depends on a Kubernetes version, as rows of data. No other module compares versions:
//! where one would like to, a row is missing here (a test greps for it).

pub mod cluster_ip;
pub mod node_ipam;
pub mod service_api;
mod timeline;
mod version;

pub use timeline::{Confidence, Row, Timeline, row, row_with};
pub use version::{Version, VersionError};
