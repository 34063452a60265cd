//! Policies on the families of Services.

super::targets!();
