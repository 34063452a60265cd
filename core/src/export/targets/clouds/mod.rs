//! Managed clusters: command lines and HCL.

super::targets!();
