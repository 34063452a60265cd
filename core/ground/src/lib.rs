//! The lowest crate of the engine: networks, models of Go's text functions, located documents, findings and messages.
//! Nothing here knows Kubernetes objects or versions.

pub mod diagnostic;
pub mod document;
pub mod go;
pub mod hash;
pub mod i18n;
pub mod lines;
pub mod named;
pub mod net;
pub mod order;
