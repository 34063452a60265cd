## 규칙. 항목 하나가 규칙 하나이며, 값은 검사 결과, .title은 목록의 이름, .help는 할 일, .fix-…는 버튼이다.

SVC001 = 서비스 { $name }이(가) 두 패밀리를 요구하지만 클러스터에는 { $family } 서비스 주소만 있습니다
    .title = 단일 스택 클러스터에서 이중 스택을 요구함
    .help = 클러스터에 있을 때만 두 패밀리를 요청하거나(PreferDualStack), 계획에 두 번째 패밀리의 서비스 범위를 추가하십시오
    .fix-prefer = 클러스터에 있으면 두 패밀리 사용(PreferDualStack)

SVC002 = 서비스 { $name }이(가) 이 클러스터에 서비스 주소가 없는 패밀리를 지정합니다
    .title = 구성되지 않은 패밀리
    .help = 클러스터에 있는 패밀리만 쓰거나 아무것도 쓰지 마십시오. ipFamilies가 없는 PreferDualStack은 있는 것을 사용합니다
    .fix-configured = 클러스터에 있는 패밀리만 남기기

SVC003 = 서비스 { $name }이(가) 패밀리 둘 또는 클러스터 IP 둘을 지정하지만 정책은 하나만 허용합니다
    .title = 패밀리는 둘, 정책은 하나용
    .help = ipFamilyPolicy를 PreferDualStack이나 RequireDualStack으로 설정하거나 패밀리를 하나만 남기십시오
    .fix-prefer = 두 패밀리 허용(PreferDualStack)
    .fix-first = 첫 번째만 남기기

SVC004 = 서비스 { $name }은(는) { $family }만 받습니다. ipFamilyPolicy가 없으면 API 서버가 SingleStack으로 저장하며 { $other } 클라이언트는 주소를 찾지 못합니다
    .title = 조용히 단일 스택이 되는 서비스
    .help = 의도를 명시하십시오. 두 패밀리면 PreferDualStack, 하나면 SingleStack입니다
    .fix-prefer = 두 패밀리 요청(PreferDualStack)
    .fix-say-so = 한 패밀리를 유지한다고 명시(SingleStack)

SVC005 = 서비스 { $name }은(는) { $family }만 유지합니다. 저장된 PreferDualStack 서비스는 클러스터가 이중 스택이 되어도 { $other }을(를) 받지 않습니다
    .title = 업그레이드되지 않는 PreferDualStack 서비스
    .help = 정책을 RequireDualStack으로 바꾸거나, 두 패밀리를 지정하거나, 서비스를 삭제하고 다시 만드십시오
    .fix-require = 업데이트 유발(RequireDualStack)

SVC006 = 서비스 { $name }의 첫 패밀리와 주소는 바꿀 수 없습니다. 저장되면 둘 다 고정됩니다
    .title = 첫 패밀리 또는 주소 변경
    .help = 그대로 두거나, 서비스를 삭제하고 다시 만드십시오
    .fix-keep = 이전 파일의 내용 유지

SVC007 = 서비스 { $name }이(가) 두 번째 패밀리를 돌려주지만 정책이 SingleStack이 아닙니다
    .title = SingleStack 없이 두 번째 패밀리 반환
    .help = ipFamilyPolicy를 SingleStack으로 설정하십시오. 그러면 목록은 생략할 수 있습니다
    .fix-single = 반환(SingleStack)

SVC008 = 서비스 { $name }에 ipFamilies의 같은 자리에 있는 패밀리와 다른 클러스터 IP가 있습니다
    .title = 클러스터 IP와 패밀리의 순서가 다름
    .help = clusterIPs와 ipFamilies를 같은 순서로 나열하십시오
    .fix-follow = 패밀리를 주소 순서에 맞추기

SVC009 = 서비스 { $name }의 클러스터 IP 목록과 패밀리 목록이 서로 맞지 않습니다
    .title = 잘못된 주소 또는 패밀리 목록
    .help = clusterIP는 clusterIPs의 첫 항목이고, 패밀리마다 항목은 하나이며, None은 단독으로 씁니다
    .fix-tidy = 목록 정리

SVC010 = ExternalName 서비스 { $name }에 주소가 있는 서비스만 가질 수 있는 필드가 있습니다
    .title = ExternalName 서비스의 패밀리
    .help = ipFamilyPolicy, ipFamilies, clusterIP, clusterIPs를 제거하십시오
    .fix-remove = 필드 제거

SVC011 = 셀렉터가 없는 헤드리스 서비스 { $name }은(는) 두 패밀리와 함께 RequireDualStack으로 저장됩니다
    .title = 셀렉터가 없는 헤드리스 서비스
    .help = 의도한 정책을 명시하고 패밀리마다 EndpointSlice를 작성하십시오
    .fix-require = 명시(RequireDualStack)
    .fix-single = 한 패밀리(SingleStack)

SVC012 = 헤드리스 서비스 { $name }은(는) DNS에 { $family } 주소만 있습니다. { $other } 클라이언트는 아무것도 찾지 못합니다
    .title = 조용히 단일 스택이 되는 헤드리스 서비스
    .help = 의도를 명시하십시오. 두 패밀리면 PreferDualStack, 하나면 SingleStack입니다
    .fix-prefer = 두 패밀리 요청(PreferDualStack)
    .fix-say-so = 한 패밀리를 유지한다고 명시(SingleStack)

SVC013 = 서비스 { $name }의 클러스터 IP { $address }은(는) 다른 서비스가 주소를 받는 동적 대역에 있습니다. 고정 주소를 위한 구간은 { $first } ~ { $last }입니다
    .taken = 서비스 { $name }의 클러스터 IP는 다른 서비스의 것입니다
    .title = 이미 쓰이거나 쓰이기 쉬운 고정 클러스터 IP
    .help = 정적 대역의 주소를 고르거나 API 서버가 고르게 하십시오
    .fix-automatic = API 서버가 고르게 하기
    .fix-static = 정적 대역의 { $to } 사용
    .page-fix-static = 정적 대역의 비어 있는 주소 사용

SVC014 = 서비스 { $name }의 클러스터 IP는 이 클러스터의 서비스가 가질 수 있는 주소가 아닙니다
    .title = 서비스 범위 밖의 클러스터 IP
    .help = 서비스 범위의 주소를 쓰되 첫 번째 주소와, IPv4라면 마지막 주소도 피하십시오. 또는 API 서버가 고르게 하십시오
    .fix-automatic = API 서버가 고르게 하기
    .fix-static = 정적 대역의 { $to } 사용
    .page-fix-static = 정적 대역의 비어 있는 주소 사용

SVC016 = 0.0.0.0에서만 수신하는 프로그램은 이중 스택 서비스의 IPv6 클라이언트 연결을 재설정합니다
    .title = IPv4에서만 수신하는 프로그램
    .help = IPV6_V6ONLY를 끄고 ::에 바인드하거나 두 주소에 바인드하십시오

SVC017 = 서비스 { $name }이(가) 어차피 받게 될 패밀리를 지정합니다. 그중 하나가 없는 클러스터에서는 거부됩니다
    .title = 필요 없이 지정한 패밀리
    .help = ipFamilies를 빼십시오. PreferDualStack은 클러스터에 있는 것을 사용합니다
    .fix-remove = ipFamilies 빼기

SVC018 = ServiceCIDR { $name }에 { $family } 범위가 두 개 있습니다. 패밀리마다 하나씩 허용됩니다
    .many = ServiceCIDR { $name }에 범위가 세 개 이상 있습니다
    .refused = API 서버가 ServiceCIDR { $name }을(를) 거부합니다
    .overlap = ServiceCIDR { $name }의 범위 { $range }이(가) { $other }과(와) 겹칩니다
    .title = 거부되거나 겹치는 ServiceCIDR 오브젝트
    .help = 오브젝트 하나에 패밀리마다 범위를 하나씩 두고, 파드와 노드와 예약된 네트워크를 피하십시오

SVC019 = 서비스 { $name }이(가) Kubernetes가 모르는 패밀리나 정책을 지정합니다
    .title = 알 수 없는 패밀리 또는 정책
    .help = 패밀리는 IPv4와 IPv6, 정책은 SingleStack, PreferDualStack, RequireDualStack입니다
    .fix-nearest = { $to }(으)로 쓰기
    .page-fix-nearest = 가장 가까운 알려진 이름으로 쓰기

SVC020 = 서비스 { $name }은(는) 헤드리스이면서 유형이 { $type }입니다
    .title = NodePort 또는 LoadBalancer 유형의 헤드리스 서비스
    .help = 클러스터 IP를 주거나 ClusterIP 서비스로 만드십시오
    .fix-address = 클러스터 IP를 갖게 하기
    .fix-headless = 헤드리스로 유지(ClusterIP 유형)

SVC021 = { $type } 유형의 서비스에는 { $field } 필드가 없습니다
    .title = 다른 서비스 유형의 필드
    .help = 필드를 제거하거나, 그 필드가 있는 유형으로 서비스를 바꾸십시오
    .fix-remove = 필드 제거

SVC022 = 저장된 서비스 { $name }의 주소 { $address }이(가) 어떤 서비스 범위 { $ranges }에도 없습니다
    .twice = 저장된 서비스 { $name }과(와) { $other }이(가) 같은 주소 { $address }을(를) 가지고 있습니다
    .families = 저장된 서비스 { $name }의 패밀리가 그 주소의 패밀리와 다릅니다
    .update = 저장된 서비스 { $name }의 업데이트는 아무것도 바꾸지 않더라도 거부됩니다
    .changes = 저장된 서비스 { $name }을(를) 업데이트하면 주소가 { $addresses }(으)로 바뀝니다
    .single = 저장된 서비스 { $held }개 중 { $count }개는 패밀리가 하나이며 바꿀 때까지 그대로입니다: { $services }
    .help-single = 두 패밀리가 필요한 서비스에는 `ipFamilyPolicy: PreferDualStack`을 주십시오. 나머지는 그대로 괜찮습니다
    .title = 계획과 맞지 않는 저장된 서비스
    .help = 서비스 범위를 클러스터의 범위와 비교하거나 서비스를 다시 만드십시오

SVC023 = { $kind } { $name }에 존재하지 않는 필드 { $field }이(가) 있습니다. { $nearest }을(를) 뜻한 것으로 보입니다
    .misplaced = { $kind } { $name }의 필드 { $field }이(가) 잘못된 자리에 있습니다. { $place }에 속합니다
    .alone = { $kind } { $name }에 이 버전에 없는 필드 { $field }이(가) 있습니다
    .title = 버전에 없는 필드
    .help = 필드의 이름이나 자리를 고치거나 제거하십시오
    .fix-rename = { $to }(으)로 이름 변경
    .page-fix-rename = 가장 가까운 알려진 필드로 이름 변경

SVC024 = 서비스 { $name }의 { $field }이(가) 없거나, 두 번 나오거나, API 서버가 받아들이는 형식이 아닙니다
    .title = 형식이 잘못된 서비스 필드
    .help = API 서버가 지목한 필드를 그 문구가 알려 주는 형식으로 쓰십시오

SVC025 = 서비스 { $name }의 { $field }이(가) API 서버가 받아들이는 형식이 아닙니다
    .title = 형식이 잘못된 서비스 메타데이터
    .help = API 서버의 문구가 알려 주는 형식으로 쓰십시오. 이름을 바꾼 서비스는 DNS 이름도 달라집니다

SVC026 = 이 파일의 네임스페이스 { $namespace }에는 이미 서비스 { $name }이(가) 있습니다
    .title = 이름이 같은 서비스 둘
    .help = 하나의 이름을 바꾸거나 두 내용을 하나로 합치십시오

SVC100 = API 서버가 상태 코드 { $code }(으)로 서비스 { $name }을(를) 거부합니다
    .title = 거부된 서비스
    .help = API 서버의 문구가 정확한 응답입니다. 그에 이르는 단계는 서비스와 함께 표시됩니다

SVC101 = API 서버가 상태 코드 { $code }(으)로 서비스 { $name }의 변경을 거부합니다
    .title = 거부된 서비스 변경
    .help = 서비스를 삭제하고 다시 만들거나, API 서버가 문구에서 지목한 필드를 유지하십시오
