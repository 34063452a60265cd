group-egress = Egress

target-ip-masq-agent = ip-masq-agent
    .description = ConfigMap and DaemonSet that let pods with private addresses leave the cluster
