group-components = Components

target-flags = Command lines
    .description = flags of every component, with the reason for each
target-kube-proxy-config = KubeProxyConfiguration
    .description = configuration file of kube-proxy
target-kubelet-config = KubeletConfiguration
    .description = configuration file of kubelet
target-static-pods = Static Pods
    .description = argument lists for the manifests of the control plane
target-systemd = systemd
    .description = drop-ins that hold the arguments of each unit
