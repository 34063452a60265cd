# インポート: 既存のものからプランを作る。ソースの種類の名前と、それについてのメッセージ。

source-aks = AKS
source-ansible = ansible エクスポートの変数
source-antrea = Antrea
source-calico = Calico
source-chart = Helm チャートの値
source-cilium = Cilium
source-cilium-lb-ipam = Cilium LB-IPAM のプール
source-cloud-config = cloud-init のファイル
source-cluster-api = Cluster API
source-command-line = コマンドライン
source-component-config = kubelet または kube-proxy の設定
source-config-map = ConfigMap
source-described = kubectl describe の出力
source-eks = EKS
source-eks-anywhere = EKS Anywhere
source-flannel = Flannel
source-gardener = Gardener
source-gke = GKE
source-hypershift = OpenShift のホスト型コントロールプレーン
source-ip-address = IPAddress オブジェクト
source-k0s = k0s
source-k3d = k3d
source-k3s = K3s または RKE2
source-kamaji = Kamaji
source-kind = kind
source-kops = kOps
source-kube-ovn = Kube-OVN
source-kube-router = kube-router
source-kube-vip = kube-vip のプール
source-kubeadm = kubeadm
source-kubekey = KubeKey
source-kubeone = KubeOne
source-kubermatic = Kubermatic
source-kubespray = Kubespray
source-metallb = MetalLB
source-microk8s = MicroK8s
source-microshift = MicroShift
source-minikube = minikube
source-node = クラスターの Node
source-omni = Omni のクラスターテンプレート
source-openshift = OpenShift
source-ovn-kubernetes = OVN-Kubernetes
source-plan = プラン
source-rancher = Rancher
source-rke = RKE の cluster.yml
source-service = Service
source-service-cidr = ServiceCIDR オブジェクト
source-table = kubectl の表
source-talos = Talos Linux
source-tanzu = Tanzu Kubernetes Grid
source-terraform = Terraform
source-versions = kubectl version
source-workload = Pod のマニフェスト

import-default = { $tool } の既定値 ({ $place })

IMP001 = `{ $field }` は { $taken-place } では { $taken }、{ $other-place } では { $other } です
    .title = 2 つのソースが矛盾している
    .help = プランには前者の値が入っています。クラスターの実際の値を確認し、もう一方のソースを修正するか除いてください

IMP002 = `{ $field }` の値を示すものが入力にありません
    .title = プランに必須のフィールドがない
    .help = 値を示すソース (インストーラーの設定、kube-controller-manager や kube-apiserver のコマンドライン、`kubectl version` など) を追加するか、プランにこのフィールドを書いてください

IMP003 = { $place } にあるものは、ここで扱う種類のどれでもありません。最も近いものは{ $nearest ->
        [kubeadm] { source-kubeadm }
        [k3s] { source-k3s }
        [k0s] { source-k0s }
        [talos] { source-talos }
        [kind] { source-kind }
        [microk8s] { source-microk8s }
        [component-config] { source-component-config }
        [workload] { source-workload }
       *[command-line] { source-command-line }
    }です
    .kind = { $place } のオブジェクト { $kind } には、ここで扱うクラスターのアドレスに関する情報がありません
    .title = 入力の一部を理解できない
    .help = この部分はプランに含まれません。除くか、ツール自身が読み込むファイルを指定してください

IMP004 = 入力にはここで扱う種類のものがありません。{ $place } にあるものに最も近いのは{ $nearest ->
        [kubeadm] { source-kubeadm }
        [k3s] { source-k3s }
        [k0s] { source-k0s }
        [talos] { source-talos }
        [kind] { source-kind }
        [microk8s] { source-microk8s }
        [component-config] { source-component-config }
        [workload] { source-workload }
       *[command-line] { source-command-line }
    }です
    .title = 何も理解できない
    .help = インストーラーの設定、コンポーネントのコマンドラインやユニット、`kubectl get nodes,services,servicecidrs -A -o yaml`、`kubectl cluster-info dump`、CNI プラグインのオブジェクトや Helm の値、マネージドクラスターの説明のいずれかを指定してください

IMP005 = { $place } の `{ $value }` は `{ $field }` の値にできないため、除かれました
    .title = 値が除かれた
    .help = ソースの値を修正するか、プランにこのフィールドを書いてください

IMP006 = `{ $field }` は { $value } です。{ $place } のツールの既定値で、値を示すソースはありません
    .title = 既定値を使用した
    .help = クラスターを別の値で構築した場合は、その値を持つソースを追加してください

IMP007 = `{ $field }` の値を示すものが入力にありません
    .node-networks = ノードのアドレスは { $addresses } ですが、どのネットワークに属するかを示すものがありません
    .title = プランをより良くするフィールドがない
    .help = プランに `{ $field }` を書いてください。これがないと一部の検査が行われません

IMP008 = { $place } にあるものは既知の種類 ({ $kind }) ですが、アドレスに関する情報がありません
    .title = 入力の一部に情報がない
    .help = クラスターの値が既定値と異なる場合は、それを設定するファイルを指定してください

IMP009 = { $place } のノード `{ $node }` のブロック { $block } は、どの Pod 範囲にも含まれません
    .title = ノードのブロックが Pod 範囲の外にある
    .help = ノードの追加後に `--cluster-cidr` が変更されていないか、またはプラグインが別のブロックを割り当てていないか確認してください

IMP010 = `{ $field }` は IPv4 が先頭ですが、{ $place } のソースにはファミリーごとのフィールドがあるだけで、どちらがプライマリかは示されていません
    .title = ファミリーの順序が不明
    .help = kube-apiserver や kube-controller-manager のコマンドライン、またはインストーラーの設定を追加してください。IPv6 がプライマリの場合は、その範囲を先頭にしてください

IMP011 = { $place } のソースは { $family } を求めていますが、そのファミリーの Pod の範囲はどこにも示されていません。クラウドが選びます
    .title = 範囲のないファミリーが求められている
    .help = 稼働中のクラスターが示すもの（Node、クラウドによるクラスターの説明）も渡すか、範囲をプランに書いてください
