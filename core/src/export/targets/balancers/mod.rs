//! Address pools of load balancers on bare metal.

super::targets!();
