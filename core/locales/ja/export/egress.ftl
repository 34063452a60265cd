group-egress = 外向き通信

target-ip-masq-agent = ip-masq-agent
    .description = プライベートアドレスの Pod がクラスター外と通信するための ConfigMap と DaemonSet
