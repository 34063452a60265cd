group-installers = 安装工具和发行版

target-canonical-kubernetes = Canonical Kubernetes
    .description = snap k8s 的引导配置

target-cluster-api = Cluster API
    .description = v1beta2 的 Cluster 和 KubeadmControlPlane

target-k0s = k0s
    .description = ClusterConfig

target-k3s = K3s
    .description = server 和 agent 的 config.yaml

target-kind = kind
    .description = kind create cluster 的配置

target-kops = kOps
    .description = AWS 上的 Cluster 和 InstanceGroup，仅 IPv4 或 Pod 仅 IPv6

target-kubeadm = kubeadm
    .description = kubeadm init 和 kubeadm join 的配置文件

target-kubespray = Kubespray
    .description = inventory：组变量，以及待填写的主机

target-microk8s = MicroK8s
    .description = 启动配置，须在安装 MicroK8s 之前就位

target-microshift = MicroShift
    .description = 一台机器的配置文件

target-minikube = minikube
    .description = 启动 IPv4 集群的命令

target-openshift = OpenShift
    .description = 用于 4.19 及以后版本的 install-config.yaml

target-rke2 = RKE2
    .description = server 和 agent 的 config.yaml，以及插件 chart 的 values

target-talos = Talos Linux
    .description = 机器配置：1.14 及以后版本的文档，1.13 及以前版本的补丁

## 文件中的注释。

export-command = 用法：{ $command }
export-file-place = 将此文件放在 { $path }
export-patch-level = 规划没有写明补丁版本：写入的是 { $version }，请选择最新的补丁版本
export-kind-image = TAG：kind 的版本说明中 Kubernetes { $version } 的镜像
export-kind-ipv6 = 在 macOS 和 Windows 上，请在 networking 之下添加 apiServerAddress: 127.0.0.1
export-kind-ipv6-first = kind 0.12 或更高版本：更早的版本会通告 API 服务器的 IPv4 地址
export-rancher-server = 用于第一个 server
export-rancher-join = CONTROL_PLANE_ENDPOINT 是第一个 server 或 server 前面的负载均衡器；TOKEN 在第一个 server 的 { $path } 中
    .known = TOKEN 在第一个 server 的 { $path } 中
export-accept-ra = 如果由路由器通告 IPv6 默认路由，请在每个节点上设置 sysctl net.ipv6.conf.all.accept_ra=2
export-rke2-localhost = /etc/hosts 中必须有 ::1 localhost
export-talos-documents = 用于 Talos 1.14 及以后版本
export-talos-control-plane = 用于 Talos 1.14 及以后版本的控制平面节点：Talos 不安装 Flannel
export-talos-patch = 用于 Talos 1.13 及以前版本；Talos 1.14 不接受与独立文档并存的这些字段
export-cluster-api = { $cluster } 和 { $template } 是基础设施提供者的对象，节点的地址也由它提供
export-cluster-api-workers = KubeadmConfigTemplate：请在每个 MachineDeployment 的 bootstrap.configRef 中引用它
export-kops = 将 ZONE 替换为可用区，将 STATE_STORE 替换为状态存储的 bucket，将 example.com 替换为托管区域；请将 kubernetesApiAccess 限制为需要访问者
export-canonical-kubernetes = { $command }
export-kubespray = 请使用能安装 Kubernetes { $version } 的 Kubespray 版本：每个版本只认识三个次要版本
export-kubespray-dns = 集群 DNS 得到 { $address }：Kubespray 使用第一个 Service 范围的第 3 个地址，第二个 DNS 使用第 4 个
export-kubespray-hosts = 每台机器一项，规划中有 { $nodes } 台；必须填写每台机器的地址
export-microk8s = 在每台机器上将其放在 { $path }，然后：{ $command }
export-microshift = 在 MicroShift 首次启动之前将其放在 { $path }：之后不能更改范围
export-microshift-addresses = MicroShift 将 { $addresses } 分配给机器自身：其他任何组件都不能使用它们
export-minikube = --subnet 只对驱动 docker 和 podman 有效；其他驱动使用自己的网络
export-openshift = OpenShift 的版本必须是含有 Kubernetes { $kubernetes } 的版本；openshift-install 会删除此文件，因此请保留副本
export-openshift-replicas = 规划中有 { $nodes } 个节点，其中 { $control } 个用于控制平面

## 检查结果。

EXP025 = { $target } 不安装 { $plugin }：在有人安装之前，节点不会就绪
    .title = 必须手动安装插件

EXP026 = kind 的节点是同一台机器上的容器：写出了 { $count } 个中的 { $written } 个，使用容器网络的地址
    .title = 节点是容器

EXP027 = { $target } 自行选择 API 服务器的地址：不写入 { $address }
    .endpoint = { $target } 自行生成其 API 服务器的地址：不写入 { $endpoint }
    .port = { $target } 的 API 服务器在端口 { $port } 上响应：{ $endpoint } 中只写入主机
    .title = 未写入 API 服务器的地址

EXP029 = { $target } 将 { $family } Pod 范围作为第一个传给 kube-controller-manager：节点的 podCIDRs 不按规划的顺序
    .title = Pod 范围的顺序不同

EXP035 = Pod 得到 VPC 的地址：不写入规划的 Pod 范围和节点掩码
    .title = Pod 地址来自 VPC

EXP037 = 规划没有写明 IPv4 节点网络，但 VPC 总是有一个：写入的是 172.20.0.0/16
    .title = VPC 需要 IPv4 网络

EXP039 = { $target }：必须替换 ZONE、STATE_STORE 和 example.com
    .title = 规划中没有的值

EXP092 = { $target } 不使用规划的节点掩码：插件按自己的大小划分块
    .title = 节点掩码不起作用

EXP093 = { $target } 需要机器的网络，而规划没有写明：请替换 MACHINE_NETWORK_IPV4 和 MACHINE_NETWORK_IPV6
    .title = 规划中没有机器的网络

EXP094 = { $target } 是一台机器，但规划了 { $nodes } 台
    .bridge = { $target } 会对 { $range } 给出警告：在进行安装的机器上，Docker 自己的网桥使用它
    .title = 可以工作，但与规划不同

EXP095 = { $target }：不写入 { $range }，因为 --subnet 接受最长 /30 的私有网络
    .title = 略去节点的网络

EXP096 = { $target } 不自带 { $plugin }：请在集群建成之后安装
    .instead = { $target } 安装 { $own }，而不是 { $plugin }
    .title = 工具没有的插件

EXP097 = { $target } 自行查找 API 服务器的地址：{ $address } 不在文件中
    .option = { $target } 以选项接受 API 服务器的地址：{ $option }
    .title = 文件中没有 API 服务器的地址

EXP098 = { $target }：请替换 { $file } 中用大写字母写的内容，并填写平台另外需要的内容
    .title = 任何规划都没有的值
