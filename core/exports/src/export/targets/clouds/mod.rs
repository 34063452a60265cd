//! Managed clusters: command lines and HCL.

mod shared;

super::targets!(aks::Aks, eks::Eks, gke::Gke);
