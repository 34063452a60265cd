//! Infrastructure as code: variables for Terraform and Ansible.

super::targets!();
