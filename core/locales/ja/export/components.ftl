group-components = コンポーネント

target-flags = コマンドライン
    .description = 各コンポーネントのフラグとその理由
target-kube-proxy-config = KubeProxyConfiguration
    .description = kube-proxy の設定ファイル
target-kubelet-config = KubeletConfiguration
    .description = kubelet の設定ファイル
target-static-pods = Static Pod
    .description = コントロールプレーンのマニフェスト用の引数
target-systemd = systemd
    .description = 各ユニットの引数を収めた drop-in
