group-documents = 문서

target-markdown = Markdown
    .description = 범위, 용량, 서비스, 검사 결과, 컴포넌트의 설정, 호스트에서 확인할 것을 담은 보고서
target-plan-json = JSON
    .description = JSON으로 쓴 계획 파일과 그 주소 및 용량
target-plan-yaml = 계획 파일
    .description = 모든 필드가 제자리에 있는 YAML로 쓴 계획과 그 서비스

## 보고서.

export-markdown-title = { $name }의 주소 계획, Kubernetes { $version }

export-markdown-ranges = 범위
export-markdown-free = 빈 공간
export-markdown-blocks = 노드 블록
export-markdown-services = 서비스 범위
export-markdown-stored = 서비스
export-markdown-findings = 검사 결과
export-markdown-components = 컴포넌트의 설정
export-markdown-checks = 호스트에서 확인할 것

export-markdown-random = 서비스가 클러스터 IP를 요청하지 않으면 API 서버가 무작위로 고릅니다. 여기에 있는 것은 예입니다
export-markdown-no-findings = 발견된 것이 없습니다.

export-markdown-kind-pods = 파드
export-markdown-kind-services = 서비스
export-markdown-kind-nodes = 노드
export-markdown-kind-load-balancers = 로드 밸런서
export-markdown-kind-reserved = 예약됨

export-markdown-is-stored = 저장됨
export-markdown-is-replaced = 뒤에 오는 같은 이름의 것으로 교체됨
export-markdown-is-refused = 거부됨
export-markdown-is-unknown = 보내지 않음

export-markdown-column-kind = 용도
export-markdown-column-range = 범위
export-markdown-column-addresses = 주소 수
export-markdown-column-name = 이름
export-markdown-column-block = 블록
export-markdown-column-free = 가장 큰 빈 네트워크
export-markdown-column-mask = 노드 마스크
export-markdown-column-nodes = 노드 수
export-markdown-column-excluded = 노드에 주지 않는 블록
export-markdown-column-block-addresses = 노드당 주소 수
export-markdown-column-usable = 사용 가능
export-markdown-column-static = 정적 대역
export-markdown-column-dynamic = 동적 대역
export-markdown-column-api = API 서버
export-markdown-column-dns = 클러스터 DNS
export-markdown-column-service = 서비스
export-markdown-column-outcome = 결과
export-markdown-column-policy = ipFamilyPolicy
export-markdown-column-families = ipFamilies
export-markdown-column-addresses-of-service = clusterIPs
export-markdown-column-flag = 플래그
export-markdown-column-value = 값
export-markdown-column-why = 이유

## 검사 결과.

EXP120 = { $target }은(는) 계획 파일의 분석을 보여 주는데 여기에는 분석이 없습니다
    .title = 분석이 없는 보고서
    .help = 계획 파일에서 내보내십시오
