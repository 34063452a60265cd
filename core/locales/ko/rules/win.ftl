## 규칙. 항목 하나가 규칙 하나이며, 값은 검사 결과, .title은 목록의 이름, .help는 할 일, .fix-…는 버튼이다.

WIN001 = 파드 네트워크가 오버레이인데 그 위에서 Windows 노드는 이중 스택이 될 수 없습니다
    .title = Windows 노드가 있는 이중 스택 오버레이
    .help = l2bridge 네트워크를 사용하거나 Windows 노드를 IPv4 클러스터에 두십시오

WIN002 = { $name }에는 Windows 노드가 필요한데 IPv6 전용 클러스터에는 둘 수 없습니다
    .title = IPv6 전용 클러스터의 Windows
    .help = IPv4 또는 두 패밀리를 계획하십시오

WIN003 = 서비스 { $name }에는 두 패밀리가 있지만 { $workload }은(는) 서비스의 패밀리가 하나인 Windows에서 실행됩니다
    .title = Windows 파드를 위한 이중 스택 서비스
    .help = 서비스를 SingleStack으로 만드십시오
    .fix-single = 한 패밀리(SingleStack)
