//! Files that a tool refuses, or takes for something else than the plan says: each is refused by a row, and every row
//! refuses one.

/// The target, the path of the file, and the file.
pub(crate) const FILES: &[(&str, &str, &str)] = &[
    // Antrea
    (
        "antrea",
        "antrea/values-node-ipam.yaml",
        "nodeIPAM: {clusterCIDRs: []}",
    ),
    (
        "antrea",
        "antrea/values-node-ipam.yaml",
        "nodeIPAM: {clusterCIDRs: [10.0.0.0/16, 10.1.0.0/16]}",
    ),
    (
        "antrea",
        "antrea/values-node-ipam.yaml",
        "nodeIPAM: {clusterCIDRs: [\"fd00::/40\"], nodeCIDRMaskSizeIPv6: 64}",
    ),
    (
        "antrea",
        "antrea/values-node-ipam.yaml",
        "nodeIPAM: {clusterCIDRs: [10.0.0.0/16], serviceCIDR: 10.1.0.0}",
    ),
    ("antrea", "antrea/values.yaml", "trafficEncapMode: tunnel"),
    (
        "antrea",
        "antrea/values.yaml",
        "trafficEncapMode: noEncap\nantreaProxy: {enable: false}",
    ),
    (
        "antrea",
        "antrea/values.yaml",
        "trafficEncapMode: encap\nnoSNAT: true",
    ),
    // Load balancers
    (
        "metallb",
        "metallb.yaml",
        "kind: IPAddressPool\nmetadata: {name: a}\nspec: {addresses: [10.0.0.0/24, 10.0.0.128/25]}",
    ),
    (
        "metallb",
        "metallb.yaml",
        "kind: IPAddressPool\nmetadata: {name: a}\nspec: {addresses: []}",
    ),
    (
        "kube-vip",
        "kube-vip.yaml",
        "kind: ConfigMap\ndata: {cidr-global: \"10.0.0.0/24,10.0.1.0\"}",
    ),
    (
        "cilium-lb-ipam",
        "cilium-lb-ipam.yaml",
        "kind: CiliumLoadBalancerIPPool\nspec: {blocks: [{cidr: 10.0.0.0/24}, {cidr: 10.0.0.0/28}]}",
    ),
    // Calico
    (
        "calico-manifest",
        "calico-manifest/calico-node.yaml",
        "kind: DaemonSet\nspec: {template: {spec: {containers: [{env: [{name: IP, value: none}, {name: IP6, value: none}]}]}}}",
    ),
    (
        "calico-manifest",
        "calico-manifest/calico-node.yaml",
        "kind: DaemonSet\nspec: {template: {spec: {containers: [{env: [{name: CALICO_IPV6POOL_CIDR, value: \"fd00::/48\"}, \
         {name: CALICO_IPV6POOL_BLOCK_SIZE, value: \"64\"}]}]}}}",
    ),
    (
        "calico-manifest",
        "calico-manifest/calico-node.yaml",
        "kind: DaemonSet\nspec: {template: {spec: {containers: [{env: [{name: CALICO_IPV4POOL_CIDR, value: \"fd00::/48\"}]}]}}}",
    ),
    (
        "calico-manifest",
        "calico-manifest/calico-node.yaml",
        "kind: DaemonSet\nspec: {template: {spec: {containers: [{env: [{name: CALICO_IPV4POOL_VXLAN, value: Sometimes}]}]}}}",
    ),
    (
        "calico-manifest",
        "calico-manifest/calico-node.yaml",
        "kind: DaemonSet\nspec: {template: {spec: {containers: [{env: [{name: CALICO_IPV4POOL_CIDR, value: 10.0.0.0/28}]}]}}}",
    ),
    (
        "calico-manifest",
        "calico-manifest/calico-node.yaml",
        "kind: DaemonSet\nspec: {template: {spec: {containers: [{env: [{name: IP, value: none}]}]}}}",
    ),
    (
        "calico-manifest",
        "calico-manifest/ippools.yaml",
        "kind: IPPool\nspec: {cidr: \"fd00::/48\", ipipMode: Always}",
    ),
    (
        "calico-operator",
        "calico-operator/node-networks.yaml",
        "kind: IPPool\nspec: {cidr: \"fe80::/64\", disabled: true}",
    ),
    (
        "calico-manifest",
        "calico-manifest/ippools.yaml",
        "kind: IPPool\nspec: {cidr: 10.0.0.0/28}",
    ),
    (
        "calico-operator",
        "calico-operator/custom-resources.yaml",
        "kind: Installation\nspec: {calicoNetwork: {ipPools: [{name: a, cidr: \"fd00::/124\", nodeSelector: all()}]}}",
    ),
    (
        "calico-operator",
        "calico-operator/custom-resources.yaml",
        "kind: Installation\nspec: {calicoNetwork: {ipPools: [{name: a, cidr: 169.254.0.0/17, nodeSelector: all()}]}}",
    ),
    (
        "calico-operator",
        "calico-operator/custom-resources.yaml",
        "kind: Installation\nspec: {calicoNetwork: {ipPools: [{name: a, cidr: 10.0.0.0/16, nodeSelector: all()}, {name: a, \
         cidr: 10.1.0.0/16, nodeSelector: all()}]}}",
    ),
    (
        "calico-operator",
        "calico-operator/custom-resources.yaml",
        "kind: Installation\nspec: {calicoNetwork: {bgp: Disabled, ipPools: [{name: a, cidr: 10.0.0.0/16, encapsulation: None, \
         nodeSelector: all()}]}}",
    ),
    (
        "calico-operator",
        "calico-operator/custom-resources.yaml",
        "kind: Installation\nspec: {calicoNetwork: {nodeAddressAutodetectionV6: {cidrs: [\"fd00::/64\"], firstFound: true}}}",
    ),
    (
        "calico-operator",
        "calico-operator/custom-resources.yaml",
        "kind: Installation\nspec: {calicoNetwork: {ipPools: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, \
         20, 21, 22, 23, 24, 25, 26]}}",
    ),
    // Cilium
    (
        "cilium",
        "cilium/values-cluster-pool.yaml",
        "autoDirectNodeRoutes: true\nroutingMode: tunnel",
    ),
    (
        "cilium",
        "cilium/values-x.yaml",
        "ipv4: {enabled: false}\nipv6: {enabled: false}",
    ),
    (
        "rke2",
        "rke2/rke2-cilium-config.yaml",
        "routingMode: native\nipv4: {enabled: true}\nenableIPv4Masquerade: true",
    ),
    (
        "cilium",
        "cilium/values-x.yaml",
        "routingMode: native\nipv6: {enabled: true}\nenableIPv6Masquerade: true",
    ),
    ("cilium", "cilium/values-x.yaml", "routingMode: direct"),
    ("cilium", "cilium/values-x.yaml", "tunnelProtocol: gre"),
    ("cilium", "cilium/values-x.yaml", "underlayProtocol: IPv6"),
    (
        "cilium",
        "cilium/values-x.yaml",
        "ipv4: {enabled: false}\nipv6: {enabled: true}\nroutingMode: tunnel",
    ),
    ("cilium", "cilium/values-x.yaml", "cluster: {name: Prod_EU}"),
    (
        "cilium",
        "cilium/values-x.yaml",
        "cluster: {name: default, id: 1}",
    ),
    ("cilium", "cilium/values-x.yaml", "ipam: {mode: multi-pool}"),
    (
        "cilium",
        "cilium/values-x.yaml",
        "bpf: {masquerade: true}\nkubeProxyReplacement: false\nenableIPv4Masquerade: true",
    ),
    (
        "cilium",
        "cilium/values-x.yaml",
        "ipv4: {enabled: true}\nipv6: {enabled: false}\nipam: {mode: cluster-pool, operator: {clusterPoolIPv4PodCIDRList: \
         [10.0.0.0/16], clusterPoolIPv4MaskSize: 24, clusterPoolIPv6PodCIDRList: [\"fd00::/56\"], clusterPoolIPv6MaskSize: 64}}",
    ),
    (
        "cilium",
        "cilium/values-x.yaml",
        "ipam: {operator: {clusterPoolIPv6PodCIDRList: [10.0.0.0/16], clusterPoolIPv6MaskSize: 24}}",
    ),
    (
        "cilium",
        "cilium/values-x.yaml",
        "ipam: {operator: {clusterPoolIPv6PodCIDRList: [\"fd00::/40\"], clusterPoolIPv6MaskSize: 64}}",
    ),
    // kubeadm, Cluster API and kube-controller-manager
    (
        "k3s",
        "k3s/server.yaml",
        "cluster-cidr: 10.0.0.0/16,fd00::/56\nkube-controller-manager-arg: [node-cidr-mask-size=24]",
    ),
    (
        "k3s",
        "k3s/server.yaml",
        "cluster-cidr: \"fd00::/56\"\nkube-controller-manager-arg: [node-cidr-mask-size-ipv4=24]",
    ),
    ("k3s", "k3s/server.yaml", "cluster-cidr: 10.0.0.0/28"),
    ("rke2", "rke2/server.yaml", "cluster-cidr: \"fd00::/40\""),
    (
        "k0s",
        "k0s.yaml",
        "kind: ClusterConfig\nspec: {controllerManager: {extraArgs: {node-cidr-mask-size: \"24\", node-cidr-mask-size-ipv4: \
         \"24\"}}, network: {podCIDR: 10.0.0.0/16, serviceCIDR: 10.1.0.0/16}}",
    ),
    (
        "k0s",
        "k0s.yaml",
        "kind: ClusterConfig\nspec: {controllerManager: {extraArgs: {node-cidr-mask-size: \"14\"}}, network: {podCIDR: \
         10.0.0.0/16, serviceCIDR: 10.1.0.0/16}}",
    ),
    (
        "k0s",
        "k0s.yaml",
        "kind: ClusterConfig\nspec: {controllerManager: {extraArgs: {node-cidr-mask-size: \"80\"}}, network: {podCIDR: \
         \"fd00::/56\", serviceCIDR: \"fd01::/108\"}}",
    ),
    (
        "talos",
        "talos/1.13-and-earlier.yaml",
        "cluster: {network: {podSubnets: [10.0.0.0/16]}, controllerManager: {extraArgs: {node-cidr-mask-size-ipv6: \"64\"}}}",
    ),
    (
        "talos",
        "talos/1.13-and-earlier.yaml",
        "cluster: {network: {podSubnets: [10.0.0.0/25]}}",
    ),
    (
        "talos",
        "talos/1.13-and-earlier.yaml",
        "cluster: {network: {podSubnets: [\"fd00::/40\"]}}",
    ),
    (
        "kubeadm",
        "kubeadm/init.yaml",
        "kind: ClusterConfiguration\nnetworking: {podSubnet: \"10.0.0.0/16,fd00::/56\"}\ncontrollerManager: {extraArgs: [{name: \
         node-cidr-mask-size, value: \"24\"}]}",
    ),
    (
        "kubeadm",
        "kubeadm/init.yaml",
        "kind: ClusterConfiguration\nnetworking: {podSubnet: 10.0.0.0/7}",
    ),
    (
        "kubeadm",
        "kubeadm/init.yaml",
        "kind: ClusterConfiguration\nnetworking: {podSubnet: \"10.0.0.0/16,10.1.0.0/16\"}",
    ),
    (
        "kubeadm",
        "kubeadm/init.yaml",
        "kind: ClusterConfiguration\nnetworking: {serviceSubnet: \"fd00::/64\"}",
    ),
    (
        "kubeadm",
        "kubeadm/init.yaml",
        "kind: ClusterConfiguration\ncontrolPlaneEndpoint: \"api.example.com:99999\"",
    ),
    (
        "cluster-api",
        "cluster-api.yaml",
        "kind: Cluster\nspec: {clusterNetwork: {pods: {cidrBlocks: [10.0.0.0]}}}",
    ),
    (
        "cluster-api",
        "cluster-api.yaml",
        "kind: Cluster\nspec: {clusterNetwork: {services: {cidrBlocks: []}}}",
    ),
    (
        "cluster-api",
        "cluster-api.yaml",
        "kind: Cluster\nspec: {clusterNetwork: {pods: {cidrBlocks: [10.0.0.0/16, 10.1.0.0/16]}}}",
    ),
    (
        "cluster-api",
        "cluster-api.yaml",
        "kind: Cluster\nspec: {clusterNetwork: {services: {cidrBlocks: [10.0.0.0/16, 10.1.0.0/16]}}}",
    ),
    (
        "cluster-api",
        "cluster-api.yaml",
        "kind: KubeadmControlPlane\nspec: {kubeadmConfigSpec: {clusterConfiguration: {controllerManager: {extraArgs: [{name: \
         node-cidr-mask-size, value: \"24\"}, {name: node-cidr-mask-size-ipv6, value: \"64\"}]}}}}",
    ),
    // eksctl
    (
        "eks",
        "eks/cluster.yaml",
        "kind: ClusterConfig\nkubernetesNetworkConfig: {ipFamily: DualStack}",
    ),
    (
        "eks",
        "eks/cluster.yaml",
        "kind: ClusterConfig\nkubernetesNetworkConfig: {ipFamily: IPv6, serviceIPv4CIDR: 10.0.0.0/16}",
    ),
    (
        "eks",
        "eks/cluster.yaml",
        "kind: ClusterConfig\nkubernetesNetworkConfig: {ipFamily: IPv6}\naddons: [{name: vpc-cni}]",
    ),
    (
        "eks",
        "eks/cluster.yaml",
        "kind: ClusterConfig\nkubernetesNetworkConfig: {ipFamily: IPv6}\naddons: [{name: vpc-cni}, {name: coredns}]\niam: \
         {withOIDC: false}",
    ),
    (
        "eks",
        "eks/cluster.yaml",
        "kind: ClusterConfig\nkubernetesNetworkConfig: {ipFamily: IPv6}\nvpc: {nat: {gateway: Single}}",
    ),
    (
        "eks",
        "eks/cluster.yaml",
        "kind: ClusterConfig\nkubernetesNetworkConfig: {ipFamily: IPv4}\nvpc: {ipv6Cidr: \"2001:db8::/56\"}",
    ),
    // Flannel
    (
        "flannel",
        "flannel/kube-flannel-cfg.yaml",
        "EnableIPv4: true\nBackend: {Type: vxlan}",
    ),
    (
        "flannel",
        "flannel/kube-flannel-cfg.yaml",
        "EnableIPv4: false\nEnableIPv6: true",
    ),
    (
        "flannel",
        "flannel/kube-flannel-cfg.yaml",
        "EnableIPv4: true\nNetwork: \"fd00::/56\"",
    ),
    ("flannel", "flannel/values.yaml", "podCidr: \"\"\npodCidrv6: \"\""),
    ("flannel", "flannel/values.yaml", "flannel: {backend: geneve}"),
    (
        "flannel",
        "flannel/kube-flannel-cfg.yaml",
        "Backend: {Type: geneve}",
    ),
    // k0s
    (
        "k0s",
        "k0s.yaml",
        "kind: ClusterConfig\nspec: {network: {provider: cilium, podCIDR: 10.0.0.0/16, serviceCIDR: 10.1.0.0/16}}",
    ),
    (
        "k0s",
        "k0s.yaml",
        "kind: ClusterConfig\nspec: {network: {podCIDR: 10.0.0.0/16, serviceCIDR: 10.1.0.0}}",
    ),
    (
        "k0s",
        "k0s.yaml",
        "kind: ClusterConfig\nspec: {network: {podCIDR: 10.0.0.0/16, serviceCIDR: \"fd00::/108\"}}",
    ),
    (
        "k0s",
        "k0s.yaml",
        "kind: ClusterConfig\nspec: {network: {podCIDR: \"fd00::/56\", serviceCIDR: \"fd01::/108\", dualStack: {enabled: true, \
         IPv6podCIDR: 10.0.0.0/16, IPv6serviceCIDR: 10.1.0.0/16}}}",
    ),
    (
        "k0s",
        "k0s.yaml",
        "kind: ClusterConfig\nspec: {network: {podCIDR: \"fd00::/56\", serviceCIDR: \"fd01::/112\"}}",
    ),
    (
        "k0s",
        "k0s.yaml",
        "kind: ClusterConfig\nspec: {network: {provider: calico, podCIDR: 10.0.0.0/16, serviceCIDR: 10.1.0.0/16, dualStack: \
         {enabled: true, IPv6podCIDR: \"fd00::/56\", IPv6serviceCIDR: \"fd01::/112\"}}}",
    ),
    (
        "k0s",
        "k0s.yaml",
        "kind: ClusterConfig\nspec: {api: {address: \"::\"}, network: {podCIDR: 10.0.0.0/16, serviceCIDR: 10.1.0.0/16}}",
    ),
    (
        "k0s",
        "k0s.yaml",
        "kind: ClusterConfig\nspec: {api: {externalAddress: 0.0.0.0}, network: {podCIDR: 10.0.0.0/16, serviceCIDR: 10.1.0.0/16}}",
    ),
    (
        "k0s",
        "k0s.yaml",
        "kind: ClusterConfig\nspec: {network: {podCIDR: 10.0.0.0/16, serviceCIDR: 10.1.0.0/16, primaryAddressFamily: ipv6}}",
    ),
    (
        "k0s",
        "k0s.yaml",
        "kind: ClusterConfig\nspec: {network: {podCIDR: 10.0.0.0/16, serviceCIDR: 10.1.0.0/31}}",
    ),
    // kind
    ("kind", "kind.yaml", "kind: Cluster\nname: Prod_EU"),
    (
        "kind",
        "kind.yaml",
        "kind: Cluster\nnetworking: {ipFamily: dualstack}",
    ),
    (
        "kind",
        "kind.yaml",
        "kind: Cluster\nnetworking: {ipFamily: ipv4, podSubnet: \"fd00::/56\", serviceSubnet: 10.96.0.0/16}",
    ),
    (
        "kind",
        "kind.yaml",
        "kind: Cluster\nnetworking: {kubeProxyMode: userspace}",
    ),
    ("kind", "kind.yaml", "kind: Cluster\nnodes: [{role: worker}]"),
    (
        "kind",
        "kind.yaml",
        "kind: Cluster\nnodes: [{role: control-plane}, {role: external-load-balancer}]",
    ),
    // kOps
    (
        "kops",
        "kops.yaml",
        "kind: Cluster\nspec: {nonMasqueradeCIDR: \"fd00::/8\"}",
    ),
    (
        "kops",
        "kops.yaml",
        "kind: Cluster\nspec: {networkCIDR: 10.0.0.0/16, nonMasqueradeCIDR: 10.0.0.0/8}",
    ),
    (
        "kops",
        "kops.yaml",
        "kind: Cluster\nspec: {networkCIDR: 172.20.0.0/16, nonMasqueradeCIDR: 100.64.0.0/10, podCIDR: 10.0.0.0/16}",
    ),
    (
        "kops",
        "kops.yaml",
        "kind: Cluster\nspec: {networkCIDR: 172.20.0.0/16, subnets: [{cidr: 172.21.0.0/20}]}",
    ),
    (
        "kops",
        "kops.yaml",
        "kind: Cluster\nspec: {networkCIDR: 172.20.0.0/16, subnets: [{name: a}]}",
    ),
    (
        "kops",
        "kops.yaml",
        "kind: Cluster\nspec: {networkCIDR: 172.20.0.0/16, cloudProvider: aws, nonMasqueradeCIDR: \"::/0\", subnets: [{ipv6CIDR: \
         \"/129#0\"}]}",
    ),
    (
        "kops",
        "kops.yaml",
        "kind: Cluster\nspec: {networkCIDR: 172.20.0.0/16, cloudProvider: gce, nonMasqueradeCIDR: \"::/0\", subnets: [{ipv6CIDR: \
         \"/64#0\"}]}",
    ),
    (
        "kops",
        "kops.yaml",
        "kind: Cluster\nspec: {networkCIDR: 172.20.0.0/16, nonMasqueradeCIDR: 100.64.0.0/10, subnets: [{type: DualStack, cidr: \
         172.20.0.0/20}]}",
    ),
    (
        "kops",
        "kops.yaml",
        "kind: Cluster\nspec: {networkCIDR: 172.20.0.0/16, nonMasqueradeCIDR: \"::/0\", networking: {flannel: {}}}",
    ),
    (
        "kops",
        "kops.yaml",
        "kind: Cluster\nspec: {networkCIDR: 172.20.0.0/16, kubeProxy: {}, networking: {kuberouter: {}}}",
    ),
    (
        "kops",
        "kops.yaml",
        "kind: Cluster\nspec: {networkCIDR: 172.20.0.0/16, nonMasqueradeCIDR: \"::/0\", networking: {calico: {encapsulationMode: \
         vxlan}}}",
    ),
    // kube-router
    (
        "kube-router",
        "kube-router/daemonset-patch.yaml",
        "kind: DaemonSet\nspec: {template: {spec: {containers: [{args: [--enable-ipv6=true, \
         \"--service-cluster-ip-range=fd00::/112\", --service-cluster-ip-range=10.96.0.0/16]}]}}}",
    ),
    (
        "kube-router",
        "kube-router/daemonset-patch.yaml",
        "kind: DaemonSet\nspec: {template: {spec: {containers: [{args: [--service-cluster-ip-range=10.96.0.0/16, \
         \"--service-cluster-ip-range=fd00::/112\"]}]}}}",
    ),
    (
        "kube-router",
        "kube-router/daemonset-patch.yaml",
        "kind: DaemonSet\nspec: {template: {spec: {containers: [{args: [\"--service-cluster-ip-range=10.96.0.0/16,10.97.0.0/16\", \
         --service-cluster-ip-range=10.98.0.0/16]}]}}}",
    ),
    (
        "kube-router",
        "kube-router/daemonset-patch.yaml",
        "kind: DaemonSet\nspec: {template: {spec: {containers: [{args: [--enable-ipv6=true, \
         --service-cluster-ip-range=10.96.0.0/16]}]}}}",
    ),
    // Kubespray
    (
        "kubespray",
        "kubespray/group_vars/k8s_cluster/k8s-cluster.yml",
        "kube_pods_subnet: 10.0.0.0",
    ),
    (
        "kubespray",
        "kubespray/group_vars/k8s_cluster/k8s-cluster.yml",
        "ipv6_stack: true\nkube_service_addresses_ipv6: \"fd00::/56\"\nkube_pods_subnet_ipv6: \"fd00::/64\"",
    ),
    (
        "kubespray",
        "kubespray/group_vars/k8s_cluster/k8s-cluster.yml and hosts.yaml",
        "kube_network_plugin: cilium\nkube_pods_subnet: 10.0.0.0/24\nkube_network_node_prefix: 24\nall: {hosts: {a: {}, b: {}}}",
    ),
    (
        "kubespray",
        "kubespray/group_vars/k8s_cluster/k8s-cluster.yml",
        "kube_network_plugin: flannel\nkube_pods_subnet: 10.0.0.0/16\nkube_network_node_prefix: 26",
    ),
    (
        "kubespray",
        "kubespray/group_vars/k8s_cluster/k8s-cluster.yml",
        "kube_network_plugin: antrea",
    ),
    // OpenShift
    (
        "openshift",
        "openshift/install-config.yaml",
        "networking: {serviceNetwork: [10.0.0.0/16, 10.1.0.0/16]}",
    ),
    (
        "openshift",
        "openshift/install-config.yaml",
        "networking: {serviceNetwork: [\"fd00::/112\"]}\nplatform: {gcp: {}}",
    ),
    (
        "openshift",
        "openshift/install-config.yaml",
        "networking: {serviceNetwork: [10.0.0.0/16, \"fd00::/112\"], clusterNetwork: [{cidr: 10.1.0.0/16, hostPrefix: 24}], \
         machineNetwork: [{cidr: MACHINE_NETWORK_IPV4}, {cidr: MACHINE_NETWORK_IPV6}]}\nplatform: {none: {}}",
    ),
    (
        "openshift",
        "openshift/install-config.yaml",
        "networking: {serviceNetwork: [\"fd00::/112\", 10.0.0.0/16], clusterNetwork: [{cidr: \"fd01::/56\", hostPrefix: 64}, \
         {cidr: 10.1.0.0/16, hostPrefix: 24}], machineNetwork: [{cidr: MACHINE_NETWORK_IPV6}, {cidr: \
         MACHINE_NETWORK_IPV4}]}\nplatform: {nutanix: {}}",
    ),
    (
        "openshift",
        "openshift/install-config.yaml",
        "networking: {serviceNetwork: [10.0.0.0/16]}",
    ),
    (
        "openshift",
        "openshift/install-config.yaml",
        "networking: {serviceNetwork: [10.0.0.0/16], clusterNetwork: [{cidr: 10.0.0.0/14, hostPrefix: 24}]}",
    ),
    (
        "openshift",
        "openshift/install-config.yaml",
        "networking: {serviceNetwork: [100.64.0.0/16]}",
    ),
    (
        "openshift",
        "openshift/install-config.yaml",
        "networking: {serviceNetwork: [\"fd00::/64\"]}\nplatform: {none: {}}",
    ),
    (
        "openshift",
        "openshift/install-config.yaml",
        "networking: {clusterNetwork: [{cidr: \"fd00::/48\", hostPrefix: 72}]}",
    ),
    (
        "openshift",
        "openshift/install-config.yaml",
        "platform: {baremetal: {apiVIPs: [10.0.0.1, 10.0.0.2], ingressVIPs: [10.0.0.3]}}",
    ),
    (
        "openshift",
        "openshift/install-config.yaml",
        "networking: {serviceNetwork: [10.0.0.0/16, \"fd00::/112\"], machineNetwork: [{cidr: 192.168.0.0/24}]}\nplatform: \
         {baremetal: {apiVIPs: [\"fd00::1\"], ingressVIPs: [192.168.0.3]}}",
    ),
    // MicroShift
    (
        "microshift",
        "microshift/config.yaml",
        "network: {clusterNetwork: [10.0.0.0/16], serviceNetwork: [10.1.0.0/16, \"fd00::/112\"]}",
    ),
    (
        "microshift",
        "microshift/config.yaml",
        "network: {clusterNetwork: [10.0.0.0/16], serviceNetwork: [\"fd00::/112\"]}",
    ),
    (
        "microshift",
        "microshift/config.yaml",
        "network: {serviceNetwork: [10.1.0.0/16]}\napiServer: {advertiseAddress: \"fd00::1\"}",
    ),
    (
        "microshift",
        "microshift/config.yaml",
        "network: {serviceNetwork: [10.1.0.0/29]}",
    ),
    (
        "microshift",
        "microshift/config.yaml",
        "network: {serviceNetwork: [10.1.0.0/16]}\nnode: {nodeIPv6: NODE_IPV6}",
    ),
    (
        "microshift",
        "microshift/config.yaml",
        "apiServer: {subjectAltNames: [kubernetes.default.svc]}",
    ),
    (
        "microshift",
        "microshift/config.yaml",
        "apiServer: {advertiseAddress: 10.2.0.1, subjectAltNames: [10.2.0.1]}",
    ),
    // Kube-OVN and OVN-Kubernetes
    (
        "kube-ovn",
        "kube-ovn/values.yaml",
        "ipv4: {JOIN_CIDR: 100.64.0.0/16, SVC_CIDR: 100.64.0.0/20}",
    ),
    (
        "kube-ovn",
        "kube-ovn/values-v2.yaml",
        "networking: {join: {cidr: {v4: 100.64.0.0/16}}, services: {cidr: {v4: 100.64.0.0/20}}}",
    ),
    (
        "kube-ovn",
        "kube-ovn/values.yaml",
        "ipv6: {POD_CIDR: \"fe80::/64\"}",
    ),
    (
        "kube-ovn",
        "kube-ovn/values-v2.yaml",
        "networking: {pods: {cidr: {v6: \"fe80::/64\"}}}",
    ),
    (
        "kube-ovn",
        "kube-ovn/values.yaml",
        "dual_stack: {POD_CIDR: \"10.0.0.0/16,fd00::/56\", POD_GATEWAY: 10.0.0.1}",
    ),
    (
        "ovn-kubernetes",
        "ovn-kubernetes/values.yaml",
        "podNetwork: \"fd00::/56/72\"\nserviceNetwork: \"fd01::/112\"",
    ),
    (
        "ovn-kubernetes",
        "ovn-kubernetes/values.yaml",
        "podNetwork: 10.0.0.0/16/24\nserviceNetwork: 10.1.0.0/16,10.2.0.0/16",
    ),
    (
        "ovn-kubernetes",
        "ovn-kubernetes/values.yaml",
        "podNetwork: 10.0.0.0/16/24\nserviceNetwork: 100.64.0.0/20\nglobal: {v4JoinSubnet: 100.64.0.0/16}",
    ),
    (
        "ovn-kubernetes",
        "ovn-kubernetes/values.yaml",
        "podNetwork: 10.0.0.0/16/24\nserviceNetwork: 10.1.0.0/16,fd00::/112",
    ),
    (
        "ovn-kubernetes",
        "ovn-kubernetes/values.yaml",
        "global: {v4TransitSubnet: \"fd97::/64\"}",
    ),
    (
        "ovn-kubernetes",
        "ovn-kubernetes/values.yaml",
        "global: {gatewayMode: bridged}",
    ),
    // K3s and RKE2
    (
        "k3s",
        "k3s/server.yaml",
        "cluster-dns: 10.96.0.10\nservice-cidr: 10.96.0.0/16,fd00:10:96::/112",
    ),
    ("k3s", "k3s/server.yaml", "cluster-dns: 10.96.0.0/32"),
    ("k3s", "k3s/server.yaml", "service-cidr: 10.96.0.0"),
    (
        "k3s",
        "k3s/server.yaml",
        "cluster-cidr: 10.0.0.0/16\nservice-cidr: fd00:10:96::/112",
    ),
    (
        "rke2",
        "rke2/server.yaml",
        "cluster-cidr: 10.0.0.0/16,fd00::/56\nnode-ip: 10.0.0.1",
    ),
    (
        "k3s",
        "k3s/further-server.yaml",
        "cluster-init: true\nserver: https://a:6443\ntoken: T",
    ),
    ("k3s", "k3s/agent.yaml", "server: https://a:6443"),
    ("k3s", "k3s/further-server.yaml", "server: https://a:6443"),
    ("k3s", "k3s/server.yaml", "flannel-backend: ipsec"),
    ("k3s", "k3s/server.yaml", "flannel-backend: none"),
    (
        "k3s",
        "k3s/server.yaml",
        "flannel-backend: none\ndisable-network-policy: true\nflannel-ipv6-masq: true",
    ),
    ("rke2", "rke2/server.yaml", "cni: multus"),
    // Talos
    (
        "talos",
        "talos/1.14-and-later.yaml",
        "kind: KubeNetworkConfig\npodSubnets: [10.0.0.0/16]\nserviceSubnets: [10.96.0.0/16, \"fd00::/112\"]",
    ),
    (
        "talos",
        "talos/1.14-and-later.yaml",
        "kind: KubeNetworkConfig\npodSubnets: [10.0.0.0/16, 10.1.0.0/16]\nserviceSubnets: [10.96.0.0/16, \"fd00::/112\"]",
    ),
    (
        "talos",
        "talos/1.14-and-later.yaml",
        "kind: KubeNetworkConfig\nnodeCIDRMaskSizeIPv4: 33",
    ),
    (
        "talos",
        "talos/1.14-and-later.yaml",
        "kind: KubeNetworkConfig\npodSubnets: [10.0.0.0/8]\nserviceSubnets: [10.96.0.0/16]\nnodeCIDRMaskSizeIPv4: 25",
    ),
    (
        "talos",
        "talos/1.14-and-later.yaml",
        "kind: KubeNetworkConfig\npodSubnets: [10.0.0.0/16]\nserviceSubnets: [10.96.0.0/29]",
    ),
    (
        "talos",
        "talos/1.14-and-later.yaml",
        "kind: KubeNodeConfig\nnodeIP: {validSubnets: [\"!nodes\"]}",
    ),
    (
        "talos",
        "talos/1.13-and-earlier.yaml",
        "cluster: {network: {cni: {name: cilium}}}",
    ),
    (
        "talos",
        "talos/1.13-and-earlier.yaml",
        "machine: {kubelet: {nodeIP: {validSubnets: [nodes]}}}",
    ),
    // MicroK8s, Canonical Kubernetes and minikube
    (
        "microk8s",
        "microk8s/microk8s.yaml",
        "extraCNIEnv: {IPv4_SUPPORT: true, IPv4_SERVICE_CIDR: 10.1.0.0/16}",
    ),
    (
        "microk8s",
        "microk8s/microk8s.yaml",
        "extraCNIEnv: {IPv4_SUPPORT: true, IPv4_CLUSTER_CIDR: 10.1.0.0/16}",
    ),
    (
        "microk8s",
        "microk8s/microk8s.yaml",
        "extraCNIEnv: {IPv6_SUPPORT: true, IPv6_SERVICE_CIDR: \"fd00::/112\"}",
    ),
    (
        "microk8s",
        "microk8s/microk8s.yaml",
        "extraCNIEnv: {IPv6_SUPPORT: true, IPv6_CLUSTER_CIDR: \"fd00::/56\"}",
    ),
    (
        "microk8s",
        "microk8s/microk8s.yaml",
        "extraCNIEnv: {IPv4_SUPPORT: false, IPv6_SUPPORT: false}",
    ),
    (
        "canonical-kubernetes",
        "canonical-kubernetes/bootstrap.yaml",
        "pod-cidr: 10.0.0.0/16",
    ),
    (
        "canonical-kubernetes",
        "canonical-kubernetes/bootstrap.yaml",
        "pod-cidr: 10.0.0.0/8\nservice-cidr: 10.1.0.0/16",
    ),
    (
        "canonical-kubernetes",
        "canonical-kubernetes/bootstrap.yaml",
        "pod-cidr: fd00::/108\nservice-cidr: fd01::/104",
    ),
    (
        "canonical-kubernetes",
        "canonical-kubernetes/bootstrap.yaml",
        "pod-cidr: 10.0.0.0/16\nservice-cidr: 10.1.0.0/16\ncluster-config: {network: {enabled: true, kube-proxy-enabled: true}}",
    ),
    (
        "canonical-kubernetes",
        "canonical-kubernetes/bootstrap.yaml",
        "pod-cidr: 10.0.0.0/16\nservice-cidr: 10.1.0.0/16\ncluster-config: {dns: {service-ip: 10.1.0.10/32}}",
    ),
    (
        "minikube",
        "minikube/start.sh",
        "minikube \\\n  start \\\n  --profile=demo \\\n  --subnet=203.0.113.0/24",
    ),
];
