group-egress = 이그레스

target-ip6tables = iptables와 ip6tables
    .description = 파드가 클러스터 밖으로 보내는 것을 마스커레이드하는 셸 스크립트
target-ip-masq-agent = ip-masq-agent
    .description = 사설 주소를 쓰는 파드가 클러스터 밖으로 나갈 수 있게 하는 ConfigMap과 DaemonSet
target-nftables = nftables
    .description = 파드가 클러스터 밖으로 보내는 것을 마스커레이드하는 테이블, nft -f용
target-sysctl = sysctl
    .description = 노드가 패밀리마다 패킷을 전달하게 하는 /etc/sysctl.d용 드롭인

## 파일 안의 주석.

export-masq-script = 모든 노드에서 시작할 때마다 root로 실행하십시오. 다시 실행해도 바뀌는 것은 없습니다
export-nftables = 모든 노드에서 시작할 때마다 nft -f로 불러오십시오. 다시 불러오면 테이블이 교체됩니다. 테이블 하나에서 두 패밀리를 NAT하려면 Linux 5.2가 필요합니다
export-sysctl = 이 파일을 모든 노드의 /etc/sysctl.d에 넣고 sysctl --system을 실행하십시오
export-sysctl-router-advertisements = IPv6 기본 경로가 라우터 광고에서 오는 곳: Linux는 포워딩하는 동안 인터페이스 자체의 이 값이 2가 아니면 광고를 무시합니다. 인터페이스를 지정하십시오
export-sysctl-bridge = 파드를 브리지에 연결하는 플러그인용이며 modprobe br_netfilter가 필요합니다

## 검사 결과.

EXP066 = { $plugin }이(가) 직접 마스커레이드합니다. { $target }을(를) 적용하기 전에 끄지 않으면 트래픽이 두 번 변환됩니다
    .title = 마스커레이드하는 컴포넌트가 둘

EXP067 = { $target }을(를) 쓸 수 없습니다. 계획에 파드 범위가 없습니다
    .title = 파드 범위 없음
