## 클러스터가 실행되는 곳에서 볼 것. 값은 확인할 내용, .title은 무엇에 관한 것인지이다.

check-docker-ipv6 = Docker가 IPv6를 나눠 주어야 하며, 네트워크 kind가 IPv4만 있는 오래된 것이면 제거해야 합니다. 그렇지 않으면 노드가 “is docker configured to use IPv6 correctly?”라는 메시지와 함께 실패합니다
    .title = Docker의 IPv6

check-ipv6-enabled = 모든 노드에 IPv6 주소가 있어야 하고 disable_ipv6는 0이어야 합니다. 1이면 kube-proxy가 그 노드를 IPv4 전용으로 봅니다
    .title = IPv6 켜짐

check-forwarding = 모든 노드에서 각 값이 1이어야 하며 다시 시작한 뒤에도 그래야 합니다(/etc/sysctl.d). 그렇지 않으면 어떤 패킷도 다른 노드의 파드에 닿지 않습니다
    .title = 인터페이스 사이의 포워딩

check-router-advertisements = 포워딩이 켜져 있으면 Linux는 인터페이스 자체의 accept_ra가 2가 아닌 한 라우터 광고를 무시합니다. 그러면 CNI 플러그인이 시작되고 얼마 뒤 IPv6 기본 경로가 사라집니다
    .title = 라우터 광고에서 온 기본 경로

check-icmpv6 = 방화벽은 packet-too-big(유형 2)과 이웃 탐색(133 ~ 136)을 통과시켜야 합니다. 앞의 것이 없으면 큰 패킷이 조용히 사라집니다
    .title = ICMPv6 통과

check-node-addresses = 모든 노드에 패밀리마다 InternalIP가 나와야 합니다. 그렇지 않으면 호스트 네트워크 파드의 주소는 하나입니다
    .title = 노드마다 주소 둘

check-node-blocks = 모든 노드에 패밀리마다 파드 블록이 있어야 합니다. 두 번째 범위가 생기기 전에 등록된 노드는 다시 등록할 때까지 블록이 하나입니다
    .title = 노드마다 블록 둘

check-certificate = 인증서에 각 서비스 범위의 첫 번째 주소({ $services })와 머신의 주소가 있어야 합니다. 그렇지 않으면 클라이언트가 x509 오류로 거부합니다
    .title = API 서버의 인증서

check-plugin = 표시되는 범위와 패밀리가 계획과 같아야 합니다. 여러 플러그인에서 IPv6는 기본으로 꺼져 있고, 풀은 설정하지 않으면 기본값을 유지합니다
    .title = CNI 플러그인의 구성

check-masquerade = 고유 로컬 파드가 외부에 접근하려면 IPv6 마스커레이드가 필요하며 그 범위에 대한 규칙이 있어야 합니다. K3s에는 flannel-ipv6-masq: true가 필요합니다
    .title = IPv6의 마스커레이드

check-kube-proxy = ip6tables가 모든 노드에서 동작하고 로그에 “dual-stack mode”가 있어야 합니다. 그렇지 않으면 그 노드에서 한 패밀리의 서비스에 접근할 수 없습니다
    .title = 이중 스택 모드의 kube-proxy

check-listeners = 이중 스택 서비스 뒤의 서버는 :: 또는 두 주소에서 수신해야 합니다. 0.0.0.0뿐이면 IPv6 클라이언트의 연결이 재설정됩니다
    .title = 두 패밀리에서 수신하는 프로그램

check-upstream-dns = 파드에는 IPv6밖에 없으므로 클러스터 DNS가 전달하는 네임 서버에 IPv6 주소가 있어야 합니다
    .title = IPv6 네임 서버

check-endpoint-brackets = controlPlaneEndpoint의 IPv6 주소는 대괄호 안에 쓰거나 대신 이름을 씁니다. 그렇지 않으면 kubeadm이 거부합니다
    .title = controlPlaneEndpoint의 IPv6

check-feature-set = IPv6DualStackNoUpgrade가 없어야 합니다. 더는 필요하지 않으며 이것이 있는 클러스터는 업그레이드할 수 없습니다
    .title = 남아 있는 기능 세트

check-cri-dockerd = 노드가 cri-dockerd를 실행하면 --ipv6-dual-stack으로 시작해야 합니다. 그렇지 않으면 파드에 주소가 하나만 나타납니다
    .title = 두 패밀리를 아는 cri-dockerd
