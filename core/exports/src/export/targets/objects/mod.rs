//! Objects of the Kubernetes API.

super::targets!(servicecidr::ServiceCidr, services::Services);
