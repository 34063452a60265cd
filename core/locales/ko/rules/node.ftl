## 규칙. 항목 하나가 규칙 하나이며, 값은 검사 결과, .title은 목록의 이름, .help는 할 일, .fix-…는 버튼이다.

NODE001 = --node-ip에 { $family } 주소만 있습니다. 그러면 노드에 { $other } 주소가 없습니다
    .absent = --node-ip가 없습니다. kubelet이 주소 하나를 스스로 찾으므로 노드의 패밀리는 하나입니다
    .node = 노드 { $name }에는 { $family } 주소만 있고 { $other } 주소가 없습니다
    .title = 한 패밀리의 주소만 있는 노드
    .help = kubelet에 주소 쌍을 주십시오. 예: --node-ip=192.168.1.11,fd00:192:168:1::11

NODE002 = 파드에 { $family } 주소가 있으면 { $distribution }은(는) { $family } 주소가 없는 노드를 거부합니다
    .title = 파드의 패밀리와 다른 노드 주소
    .help = 노드에 패밀리마다 네트워크를 주고 node-ip에 두 주소를 쓰십시오

NODE003 = kubelet이 --node-ip { $value }을(를) 거부합니다
    .title = 거부된 --node-ip
    .help = 주소 하나, 또는 두 패밀리의 실제 주소 쌍을 쓰십시오

NODE004 = --node-ip가 { $family } 주소를 지정하므로 kubelet은 클라우드가 알려 주는 { $other } 주소를 버립니다
    .title = 클라우드 노드에서 버려지는 두 번째 주소
    .help = --node-ip를 빼거나, 1.29 이상에서 주소 쌍을 사용하십시오
    .fix-omit = --node-ip 빼기

NODE005 = kubelet이 { $address }에서만 수신하고 노드의 다른 패밀리 주소에서는 수신하지 않습니다
    .title = 한 주소에서만 수신하는 kubelet
    .help = 두 패밀리에서 수신하는 "::"를 사용하거나 --kubelet-preferred-address-types로 패밀리를 고르십시오
    .fix-all = { $to }에서 수신
    .page-fix-all = 모든 주소에서 수신

NODE006 = 클러스터는 이중 스택이지만 노드의 { $family } 네트워크가 주어지지 않았습니다
    .title = 두 번째 패밀리가 없는 노드
    .help = 노드에 패밀리마다 네트워크를 주십시오. 두 패밀리의 주소가 없으면 호스트 네트워크 파드와 NodePort는 단일 스택으로 남습니다

NODE007 = 포워딩을 켜면 라우터 광고에서 온 IPv6 기본 경로가 사라집니다
    .title = 무시되는 라우터 광고
    .help = all이 아니라 해당 인터페이스에 net.ipv6.conf.INTERFACE.accept_ra = 2를 설정하십시오

NODE008 = 노드는 따로 설정하지 않으면 패킷을 전달하지 않습니다
    .title = 꺼져 있는 포워딩
    .help = /etc/sysctl.d에서 net.ipv4.ip_forward와 net.ipv6.conf.all.forwarding을 1로 설정하십시오

NODE009 = IPv6가 없는 호스트는 IPv6 파드를 실행할 수 없습니다
    .title = IPv6가 없는 호스트 또는 Docker
    .help = IPv6를 켜고, kind라는 이름의 IPv4 전용 Docker 네트워크를 제거하십시오

NODE010 = 주소 { $address }이(가) { $range } 안에 있습니다
    .outside = 주소 { $address }이(가) 노드에 주어진 네트워크 밖에 있습니다
    .twice = 주소 { $address }은(는) 이미 다른 노드의 것입니다
    .title = 잘못된 위치의 노드 주소
    .help = 머신의 주소는 nodeCIDRs에서 나오며 저마다 다릅니다
