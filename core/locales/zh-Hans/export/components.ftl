group-components = 组件

target-flags = 命令行
    .description = 每个组件的参数及其理由
target-kube-proxy-config = KubeProxyConfiguration
    .description = kube-proxy 的配置文件
target-kubelet-config = KubeletConfiguration
    .description = kubelet 的配置文件
target-static-pods = 静态 Pod
    .description = 用于控制平面清单的参数列表
target-systemd = systemd
    .description = 含有每个 unit 的参数的 drop-in
