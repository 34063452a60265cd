//! IPv4/IPv6 dual-stack address plans for Kubernetes, exactly as the components of each version compute them.
//!
//! One pure function at the centre: text in, one report out. No clock, no I/O, no randomness that is not passed in.

pub mod admission;
pub mod analyze;
pub mod catalog;
pub mod clusterip;
pub mod components;
pub mod convert;
pub mod diagnostic;
pub mod document;
pub mod explain;
pub mod export;
pub mod file_exports;
pub mod go;
pub mod i18n;
pub mod kubernetes;
pub mod lint;
pub mod mend;
pub mod net;
pub mod nodeipam;
pub mod plan;
pub mod report;
pub mod request;
pub mod services;
#[cfg(feature = "wasm")]
pub mod wasm;

pub use analyze::{Analysis, AnalyzeOptions, Report, analyze};
pub use convert::convert_text;
pub use file_exports::{Verification, export_plan_file, verify_exports};
