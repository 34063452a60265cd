### kube-apiserver가 서비스에 대해 단계별로 판단한 내용.

service-step-field-unknown = Kubernetes { $version }에는 { $field }이(가) 없거나 꺼져 있음: 버림
service-step-policy-decoded = 이 버전에서 정책 없이 패밀리 둘이나 클러스터 IP 둘은 RequireDualStack을 뜻함
service-step-families-decoded = 패밀리가 하나인 RequireDualStack: 클러스터를 보기 전에 다른 패밀리를 추가함
service-step-gate-off = 기능 게이트 IPv6DualStack이 꺼져 있음: 패밀리를 보지 않으며 서비스는 기본 범위에서 주소 하나를 받음
service-step-external-name = ExternalName 서비스에는 클러스터 IP도 패밀리도 없음

service-step-ips-from-ip = clusterIP는 있고 clusterIPs는 없음 → clusterIPs를 그 값으로 설정
service-step-ips-kept = clusterIP는 그대로이고 clusterIPs는 생략됨 → 저장된 목록 유지
service-step-ips-cleared = clusterIP를 지웠고 clusterIPs는 그대로임 → clusterIPs도 지움
service-step-ips-follow-ip = clusterIP를 바꾸었고 clusterIPs는 그대로임 → clusterIPs가 clusterIP를 따름
service-step-kept = { $field }을(를) 생략함 → 저장된 값 유지
service-step-cleared-by-type = 유형이 { $old }에서 { $new }(으)로 바뀌고 { $field }은(는) 그대로임 → 지움
service-step-second-dropped = 정책은 SingleStack인데 { $field }에 항목이 둘임 → 두 번째를 버림

service-step-prefer-dual-stack-kept = PreferDualStack이고 주소와 패밀리가 저장된 것과 같음 → 클러스터가 어떻게 되었든 아무것도 바뀌지 않음
service-step-policy-from-old = 정책이 없음 → 저장된 서비스의 정책 유지: { $policy }
service-step-policy-headless = 정책이 없고, 헤드리스이며 셀렉터가 없음 → { $policy }
service-step-policy-single-selector = 정책이 없고 서비스에 셀렉터가 있음 → { $policy }
service-step-policy-single-no-selector = 정책이 없음 → { $policy }
service-step-policy-two-families = 정책이 없고 패밀리가 둘임 → { $policy }
service-step-family-of-ip = 클러스터 IP { $ip }의 패밀리가 없음 → { $family }
service-step-primary-family = 패밀리가 없음 → 클러스터의 기본 패밀리: { $family }
service-step-second-family = 정책이 두 패밀리를 요청하고 클러스터에 둘 다 있음 → { $family } 추가
service-step-second-family-headless = 셀렉터가 없는 헤드리스이고 정책이 두 패밀리를 요청함 → 클러스터에 있든 없든 { $family } 추가
service-step-no-second-family = 정책이 두 패밀리를 요청하지만 클러스터에는 하나뿐임 → 패밀리 하나

service-step-headless = 헤드리스: 주소를 할당하지 않음
service-step-address-allocated = { $family } 주소 할당: { $address }
service-step-address-reserved = 요청한 { $family } 주소 { $address } 확보
service-step-address-released = { $address } 반환
service-step-node-port-allocated = 노드 포트 { $port } 할당
service-step-node-port-reserved = 요청한 노드 포트 { $port } 확보
service-step-name-generated = 서버가 { $start }(으)로 시작하는 이름을 완성함
service-step-held = 클러스터에 이미 있는 서비스임: 보내지 않고 클라이언트가 읽는 대로 표시함
service-step-health-check-port = 로드 밸런서가 모든 노드에 상태를 물음 → 포트 { $port } 할당

service-step-refused = { $field }에서 거부됨: { $error }
service-step-failed = 서버 실패: { $error }

service-simulation-now-dual-stack = 이제 클러스터는 이중 스택입니다. 서비스는 바꿀 때까지 패밀리를 유지합니다
service-simulation-now-single-stack = 이제 클러스터는 단일 스택입니다. 다른 패밀리를 가진 서비스는 이를 유지하며, 정책이 PreferDualStack이 아니면 업데이트가 실패합니다
service-simulation-ranges-changed = 서비스 범위가 달라졌습니다. 저장된 주소는 그대로입니다
service-simulation-default-object-created = API 서버가 플래그에 따라 ServiceCIDR 오브젝트 kubernetes를 만듭니다
service-simulation-default-object-extended = API 서버가 ServiceCIDR 오브젝트 kubernetes에 두 번째 범위를 추가합니다
service-simulation-object-leaves = ServiceCIDR { $name }을(를) 삭제하는 중입니다. 어떤 API 서버도 더는 여기에서 주소를 주지 않도록 적어도 { $seconds }초 동안 남아 있습니다
service-simulation-object-waits = ServiceCIDR { $name }을(를) 삭제하는 중이며, 이 안에 주소가 있는 서비스가 없어질 때까지 기다립니다
service-simulation-object-removed = ServiceCIDR { $name }이(가) 없어졌습니다

service-aspect-external-name = DNS 서버는 다른 이름으로 응답합니다. 묻는 쪽은 그 이름의 패밀리를 받습니다
service-aspect-no-balancer = 계획에서 로드 밸런서 제공자를 알 수 없습니다. 제공자가 없으면 서비스에 외부 주소가 생기지 않습니다
service-aspect-balancer-lacks-family = { $balancer }은(는) 이 서비스에 { $family } 주소를 주지 않습니다
service-aspect-balancer-needs-annotation = { $balancer }은(는) 어노테이션 { $annotation }이(가) 있어야 이 서비스에 { $family } 주소를 줍니다
service-aspect-one-balancer-ip = loadBalancerIP에는 주소가 하나인데 서비스의 패밀리는 둘입니다
service-aspect-family-unrestricted = { $family } 소스 범위가 없으므로 kube-proxy는 { $family }로는 누구나 연결하게 합니다
service-aspect-external-ips-not-served = 서비스에 { $family } 패밀리가 없으므로 어떤 kube-proxy도 { $family } 외부 IP를 처리하지 않습니다
service-aspect-endpoints-one-family = Endpoints 오브젝트에는 첫 패밀리만 있고 EndpointSlice에는 둘 다 있습니다
service-aspect-endpoints-by-hand = 셀렉터가 없으면 아무도 엔드포인트를 쓰지 않습니다. 패밀리마다 그 주소 유형의 EndpointSlice가 필요합니다

service-convert-family-to-list = ipFamily { $family }이(가) 정책 SingleStack과 함께 ipFamilies [{ $family }](이)가 됩니다
service-convert-family-of-address = ipFamily는 { $named }이지만 클러스터 IP { $address }은(는) { $family }입니다. 주소는 유지되며, { $named }을(를) 기대하는 클라이언트는 얻지 못합니다
service-convert-family-dropped = ipFamily는 여기에서 의미가 없으므로 뺍니다
service-convert-policy-added = 정책 없이 패밀리 둘이나 클러스터 IP 둘은 { $policy }을(를) 뜻했습니다. 이제는 써야 합니다
service-convert-prefer-upgrades = { $version }에서는 클러스터에 두 번째 패밀리가 있으면 PreferDualStack 서비스를 업데이트할 때마다 추가됩니다
service-convert-replace-needs-ip = { $version }에서 저장된 서비스를 교체하려면 매니페스트에 clusterIP가 있어야 합니다
service-convert-list-to-family = ipFamilies의 첫 항목이 ipFamily { $family }이(가) 됩니다
service-convert-one-family-only = { $version }의 서비스는 패밀리가 하나입니다. 다른 패밀리에는 두 번째 서비스가 필요합니다
service-convert-second-address-lost = 두 번째 클러스터 IP { $address }이(가) 없어집니다
service-convert-field-lost = { $version }에는 { $field }이(가) 없거나 여기에서 거부하므로 뺍니다
service-convert-canonical = { $before }을(를) { $after }(으)로 씁니다
service-convert-no-sctp = { $version }은(는) 기능 게이트를 켜지 않으면 SCTP 포트를 거부합니다
service-convert-no-mixed-protocols = { $version }은(는) 로드 밸런서 하나에 여러 프로토콜을 쓰는 것을 거부합니다
service-convert-no-kubelet-port = { $version }은(는) kubelet이 쓰는 포트 10250의 로드 밸런서를 거부합니다
service-convert-needs-gate = { $version }은(는) 기능 게이트 IPv6DualStack=true일 때만 패밀리를 봅니다
service-convert-had-no-effect = 매니페스트가 작성된 버전에서 { $field }은(는) 효과가 없었으므로 뺍니다
