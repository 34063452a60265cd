//! Infrastructure as code: variables for Terraform and Ansible.

mod shared;

super::targets!(ansible::Ansible, terraform::Terraform);
