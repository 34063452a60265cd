//! Arguments and configuration files of the components themselves.

super::targets!(
    flags::Flags,
    kube_proxy_config::KubeProxyConfig,
    kubelet_config::KubeletConfig,
    static_pods::StaticPods,
    systemd::Systemd,
);
