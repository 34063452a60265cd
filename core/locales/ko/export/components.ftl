group-components = 컴포넌트

target-flags = 명령줄
    .description = 모든 컴포넌트의 플래그와 각각의 이유
target-kube-proxy-config = KubeProxyConfiguration
    .description = kube-proxy의 구성 파일
target-kubelet-config = KubeletConfiguration
    .description = kubelet의 구성 파일
target-static-pods = 스태틱 파드
    .description = 컨트롤 플레인 매니페스트를 위한 인수 목록
target-systemd = systemd
    .description = 유닛마다 인수를 담은 드롭인
