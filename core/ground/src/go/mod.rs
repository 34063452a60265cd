//! Models of Go's standard library, its flag library and the Kubernetes API machinery, byte for byte: texts and
//! networks. Depends on [`crate::net`] alone.

pub mod field_error;
pub mod flags;
pub mod net;
pub mod quote;
pub mod strconv;
