//! Load balancers on bare metal.

mod shared;

super::targets!(cilium_lb_ipam::CiliumLbIpam, kube_vip::KubeVip, metallb::MetalLb,);
