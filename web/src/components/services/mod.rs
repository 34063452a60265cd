//! Services beside the plan: what was sent, and what the API server makes of it.

pub mod aspects;
pub mod bulk;
pub mod conversion;
pub mod list;
pub mod trace;
