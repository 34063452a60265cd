group-installers = インストーラーとディストリビューション

target-kubeadm = kubeadm
    .description = kubeadm init と kubeadm join の設定ファイル
