//! Services beside the plan: what was sent, and what the API server makes of it.

pub mod list;
