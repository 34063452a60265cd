group-installers = Installers and distributions

target-kubeadm = kubeadm
    .description = configuration files for kubeadm init and kubeadm join
