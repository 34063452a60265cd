//! Infrastructure as code: variables for Terraform and Ansible.

mod shared;

super::targets!(ansible::Ansible, terraform::Terraform);

pub(in crate::export) use terraform::variable_of_clusters;
