//! What Go's standard library, its flag library and the Kubernetes API machinery do with texts and networks, byte for
//! byte. Stands on [`crate::net`] alone.

pub mod field_error;
pub mod flags;
pub mod net;
pub mod quote;
pub mod strconv;
