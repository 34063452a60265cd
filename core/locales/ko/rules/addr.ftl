## 규칙. 항목 하나가 규칙 하나이며, 값은 검사 결과, .title은 목록의 이름, .help는 할 일, .fix-…는 버튼이다.

ADDR001 = 파드 범위 { $pods }와(과) 서비스 범위 { $services }이(가) { $shared }을(를) 공유합니다
    .title = 파드 범위와 서비스 범위가 겹침
    .help = 둘 중 하나를 계획의 다른 네트워크와 겹치지 않는 범위로 바꾸십시오
    .fix-move = 서비스 범위를 { $to }(으)로 옮기기
    .page-fix-move = 서비스 범위를 비어 있는 네트워크로 옮기기

ADDR002 = 파드 범위 { $pods }와(과) 노드 네트워크 { $nodes }이(가) { $shared }을(를) 공유합니다. 호스트가 이 주소를 자기 네트워크로 라우팅하므로 그곳의 파드에는 접근할 수 없습니다
    .title = 파드 범위가 노드 네트워크와 겹침
    .help = 파드 범위를 머신의 네트워크 밖으로 옮기십시오
    .fix-move = 파드 범위를 { $to }(으)로 옮기기
    .page-fix-move = 파드 범위를 비어 있는 네트워크로 옮기기

ADDR003 = 서비스 범위 { $services }와(과) 노드 네트워크 { $nodes }이(가) { $shared }을(를) 공유합니다. 이런 주소를 쓰는 머신에는 클러스터에서 접근할 수 없습니다
    .title = 서비스 범위가 노드 네트워크와 겹침
    .help = 서비스 범위를 머신의 네트워크 밖으로 옮기십시오
    .fix-move = 서비스 범위를 { $to }(으)로 옮기기
    .page-fix-move = 서비스 범위를 비어 있는 네트워크로 옮기기

ADDR004 = { $range }이(가) { $pool }과(와) 주소를 공유합니다. Docker가 있는 모든 머신에서 { $name }의 네트워크입니다
    .pool = { $range }이(가) { $pool }과(와) 주소를 공유합니다. Docker가 설치된 곳에서 추가 네트워크({ $name })에 쓰는 범위입니다
    .title = Docker 기본 네트워크의 범위
    .help = 범위를 옮기거나, Docker의 bip와 default-address-pools를 다른 값으로 설정하십시오
    .fix-move = { $to } 사용
    .page-fix-move = 비어 있는 네트워크 사용

ADDR005 = { $text }은(는) 프리픽스 뒤에 설정된 비트가 있습니다. 컴포넌트는 { $network }(으)로 읽습니다
    .title = 범위에 호스트 비트가 있음
    .help = 네트워크 자체를 쓰십시오. Kubernetes 1.36은 새 오브젝트에서 이런 값을 거부합니다
    .fix-canonical = { $to }(으)로 쓰기
    .page-fix-canonical = 호스트 비트 없이 네트워크 쓰기

ADDR006 = { $text }에 앞자리 0이 있습니다. Kubernetes는 { $network }(으)로 읽지만 다른 소프트웨어는 다른 숫자로 읽을 수 있습니다
    .title = 주소의 앞자리 0
    .help = 앞자리 0 없이 숫자를 쓰십시오. Kubernetes 1.36은 새 오브젝트에서 이런 값을 거부합니다
    .fix-canonical = { $to }(으)로 쓰기
    .page-fix-canonical = 앞자리 0 없이 숫자 쓰기

ADDR007 = { $text }은(는) IPv6로 쓴 IPv4 범위입니다. 패밀리에 대한 컴포넌트들의 판단이 서로 다릅니다
    .title = IPv4 매핑 범위
    .help = IPv4 범위 { $network }을(를) 쓰십시오
    .page-help = IPv4 범위를 쓰십시오
    .fix-canonical = { $to }(으)로 쓰기
    .page-fix-canonical = IPv4 범위로 쓰기

ADDR008 = { $first }와(과) { $second }이(가) 모두 { $family }입니다. 두 번째 범위는 다른 패밀리여야 합니다
    .title = 한 패밀리에 범위가 둘
    .help = 하나를 다른 패밀리의 범위로 바꾸거나 하나만 남기십시오
    .fix-remove = { $range } 제거
    .page-fix-remove = 패밀리의 두 번째 범위 제거

ADDR009 = { $range }은(는) 남는 범위입니다. { $count }개가 주어졌는데 패밀리마다 하나씩 최대 두 개까지 허용됩니다
    .title = 범위가 둘보다 많음
    .help = 패밀리마다 범위를 하나씩만 두십시오. 1.33부터는 ServiceCIDR 오브젝트로 서비스용 공간을 늘릴 수 있습니다
    .fix-remove = { $range } 제거
    .page-fix-remove = 남는 범위 제거

ADDR010 = { $range }은(는) 무작위로 정하지 않은 고유 로컬 범위입니다. 다른 네트워크도 같은 범위를 골랐을 가능성이 큽니다{ $count ->
        [1] {""}
       *[other] {" "}(이 계획의 범위 { $count }개)
    }
    .title = 무작위가 아닌 고유 로컬 범위
    .help = fd 뒤의 40비트를 사이트에 대해 한 번 무작위로 정하고, 모든 범위를 그 /48에서 나누십시오
    .fix-random = { $to }의 범위 사용
    .page-fix-random = 무작위로 정한 네트워크의 범위 사용

ADDR011 = { $range }은(는) 고유 로컬 주소 가운데 정의된 적이 없는 절반인 { $block }에 있습니다
    .title = ULA의 정의되지 않은 절반
    .help = 무작위 사이트 프리픽스를 쓰는 fd00::/8의 범위를 사용하십시오
    .fix-move = { $to } 사용
    .page-fix-move = 비어 있는 네트워크 사용

ADDR012 = { $range }은(는) RFC 3879가 폐지한 사이트 로컬 주소 { $block }에 있습니다
    .title = 사이트 로컬 주소
    .help = 대신 fd00::/8의 고유 로컬 범위를 사용하십시오
    .fix-move = { $to } 사용
    .page-fix-move = 비어 있는 네트워크 사용

ADDR013 = { $range }은(는) 문서용 주소 공간({ $block })입니다. 글과 실험에는 좋지만 결코 라우팅되지 않습니다
    .title = 계획에 쓰인 문서용 범위
    .help = 사설 범위, 고유 로컬 범위, 또는 자신의 전역 범위를 사용하십시오
    .fix-move = { $to } 사용
    .page-fix-move = 비어 있는 네트워크 사용

ADDR014 = { $range }은(는) 전역 IPv4 공간입니다. 자신의 것이 아니라면 클러스터에서 그 소유자에게 접근할 수 없습니다
    .unallocated = { $range }은(는) 어떤 레지스트리에도 주어지지 않은 IPv6 공간에 있습니다
    .title = 다른 사람의 주소
    .help = 사설 또는 고유 로컬 공간, 혹은 자신에게 할당된 범위를 사용하십시오. 할당된 범위라면 이유를 적고 규칙을 끄십시오
    .fix-move = { $to } 사용
    .page-fix-move = 비어 있는 네트워크 사용

ADDR015 = { $range }이(가) { $block }과(와) 주소를 공유합니다. { $source }이(가) 다른 용도로 남겨 둔 범위입니다
    .title = 특수 목적 주소
    .help = 사설 범위, 고유 로컬 범위, 또는 자신의 전역 범위를 사용하십시오
    .fix-move = { $to } 사용
    .page-fix-move = 비어 있는 네트워크 사용

ADDR016 = { $range }은(는) 통신사가 쓰는 공유 주소 공간(100.64.0.0/10)이며, { $users }도 사용합니다
    .title = 공유 주소 공간
    .help = 원래 용도로 남겨 두거나, 사용하는 쪽과 절대 충돌하지 않게 하십시오
    .fix-move = { $to } 사용
    .page-fix-move = 비어 있는 네트워크 사용

ADDR017 = { $range }이(가) { $plugin } 내부의 { $role } 네트워크 { $network }과(와) 주소를 공유합니다
    .title = 플러그인 내부의 네트워크
    .help = 범위를 옮기거나, 클러스터를 만들 때 플러그인에 다른 내부 네트워크를 지정하십시오
    .fix-move = { $to } 사용
    .page-fix-move = 비어 있는 네트워크 사용

ADDR018 = AKS는 { $block }을(를) 자체 용도로 남겨 두며 { $range }을(를) 거부합니다
    .title = AKS가 예약한 범위
    .help = 169.254.0.0/16, 172.30.0.0/16, 172.31.0.0/16, 192.0.2.0/24 밖의 범위를 사용하십시오
    .fix-move = { $to } 사용
    .page-fix-move = 비어 있는 네트워크 사용

ADDR019 = EKS는 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16의 서비스 범위만 받아들이며 { $range }은(는) 받아들이지 않습니다
    .size = EKS는 /24에서 /12 사이의 서비스 범위만 받아들이며 { $range }은(는) 받아들이지 않습니다
    .assigned = EKS는 IPv6 서비스 범위(고유 로컬 /108)를 직접 할당하므로 { $range }을(를) 고를 수 없습니다
    .title = EKS가 받아들이지 않는 서비스 범위
    .help = VPC 밖에서 /24에서 /12 사이의 사설 IPv4 범위를 고르고, IPv6 범위는 EKS에 맡기십시오
    .fix-move = { $to } 사용
    .page-fix-move = 비어 있는 네트워크 사용

ADDR020 = { $first }와(과) { $second }이(가) 겹칩니다. Google은 한 서브넷의 범위로 이를 거부합니다
    .title = GKE 서브넷의 범위가 겹침
    .help = 노드, 파드, 서비스에 서로 겹치지 않는 범위를 지정하십시오
    .fix-move = { $to } 사용
    .page-fix-move = 비어 있는 네트워크 사용

ADDR021 = 클러스터 { $cluster }와(과) { $other }가 { $range }에서 겹치며, 그룹 { $group }이 둘을 연결합니다
    .title = 연결된 클러스터와 겹침
    .help = 연결하기 전에 한쪽에 다른 범위를 주십시오. `dualstack fleet`은 그룹의 클러스터마다 고유한 범위를 줍니다

ADDR022 = 파드가 전역 범위 { $range }을(를) 사용합니다. 제공자가 빌려준 범위라면 제공자가 바뀔 때 함께 사라집니다
    .title = 전역 파드 범위
    .help = 자신의 프리픽스라면 할 일이 없습니다. 그렇지 않으면 주소 변경을 계획하거나 고유 로컬 범위를 사용하십시오

ADDR023 = { $range }의 파드는 두 패밀리가 모두 있는 이름에 대해 항상 IPv4를 사용합니다
    .title = 고유 로컬 파드는 IPv4를 선호함
    .help = 그대로 받아들이거나, IPv6를 선호해야 한다면 파드에 전역 범위를 지정하십시오

ADDR024 = { $range }이(가) 16진수 자릿수에서 끝나지 않습니다. 역방향 이름에 영역 { $zones }개가 필요합니다
    .title = 자릿수 경계에서 벗어난 IPv6 파드 범위
    .help = 4의 배수인 프리픽스 길이를 사용하십시오
    .fix-nibble = { $to } 사용
    .page-fix-nibble = 4의 배수인 프리픽스 길이 사용

ADDR025 = { $range }이(가) 계획에서 { $name }에 예약한 { $reserved }과(와) 주소를 공유합니다
    .title = 범위가 예약된 네트워크와 겹침
    .help = 범위를 옮기거나, 더는 필요 없는 예약이면 제거하십시오
    .fix-move = 범위를 { $to }(으)로 옮기기
    .page-fix-move = 범위를 비어 있는 네트워크로 옮기기

ADDR026 = 로드 밸런서 풀 { $pool }과(와) 클러스터의 범위 { $range }이(가) { $shared }을(를) 공유합니다
    .pods = 로드 밸런서 풀 { $pool }과(와) 파드 범위 { $range }이(가) { $shared }을(를) 공유합니다
    .services = 로드 밸런서 풀 { $pool }과(와) 서비스 범위 { $range }이(가) { $shared }을(를) 공유합니다
    .title = 로드 밸런서 풀이 파드 또는 서비스와 겹침
    .help = 노드의 네트워크나 노드로 라우팅되는 네트워크에서 풀을 가져오십시오
