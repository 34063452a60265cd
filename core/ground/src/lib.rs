//! The ground that everything stands on: networks, what Go does with texts, located documents, findings and messages. Nothing here knows Kubernetes.

pub mod diagnostic;
pub mod document;
pub mod go;
pub mod i18n;
pub mod net;
