## 화면의 문구. Kubernetes 용어는 Kubernetes의 표기를 따르며, 코드와 컴포넌트의 출력은 여기에 없다.

## 틀
# 글의 방향: ltr 또는 rtl.
direction = ltr
title = 이중 스택 플래너
skip = 결과로 건너뛰기
tools-history = 기록
tools-plan = 계획
tools-page = 페이지
undo = 실행 취소
redo = 다시 실행
open-file = 열기
download-plan = 내려받기
share = 링크 복사
language = 언어
language-unread = 아직 원어민이 검토하지 않음
language-missing = 아직 영어로 표시되는 문구 { $count }개
theme = 테마
theme-system = 시스템 설정
theme-light = 밝게
theme-dark = 어둡게
dismiss = 닫기
colophon = 모든 계산은 이 페이지 안에서 이루어집니다. 입력한 내용은 어디로도 전송되지 않으며, 링크의 # 뒤에 계획 전체가 들어 있습니다.
colophon-licences = 이 페이지에 포함된 소프트웨어의 라이선스

## 요약과 판정
summary-label = 요약
summary-unreadable = 아직 계산할 계획이 없습니다. 무엇이 빠졌는지는 검사 결과에 나와 있습니다.
verdict-checking = 검사 중…
verdict-unchecked = 검사하지 못함: 규칙을 불러올 수 없습니다. 다시 시도
verdict-good = 문제 없음
verdict-notes = 참고 { $notes }건
verdict-warnings = 경고 { $warnings }건
verdict-errors = 오류 { $errors }건
verdict-both = 오류 { $errors }건, 경고 { $warnings }건
announce-counts =
    { $errors ->
        [0] 오류 없음
       *[other] 오류 { $errors }건
    }{ $warnings ->
        [0] { "" }
       *[other] , 경고 { $warnings }건
    }
announce-new =
    { $errors ->
        [0] 오류 없음
       *[other] 오류 { $errors }건
    }{ $warnings ->
        [0] { "" }
       *[other] , 경고 { $warnings }건
    }, 새로운 것 { $new }건: { $codes }

## 편집기
editor-label = 계획
mode-form = 양식
mode-text = YAML
source-label = 계획 파일
section-cluster = 클러스터
section-ranges = 주소 범위
section-nodes = 노드
section-platform = 플랫폼
cluster-name = 클러스터 이름
kubernetes-version = Kubernetes 버전
pods = 파드
pods-primary = 기본 파드 CIDR
pods-secondary = 보조 파드 CIDR
pods-extra = 파드 CIDR { $number }
services = 서비스
services-primary = 기본 서비스 CIDR
services-secondary = 보조 서비스 CIDR
services-extra = 서비스 CIDR { $number }
nodes = 노드
nodes-primary = 기본 노드 CIDR
nodes-secondary = 보조 노드 CIDR
nodes-extra = 노드 CIDR { $number }
load-balancers = 로드 밸런서
load-balancers-primary = 기본 로드 밸런서 CIDR
load-balancers-secondary = 보조 로드 밸런서 CIDR
load-balancers-extra = 로드 밸런서 CIDR { $number }
reserved = 예약됨
reserved-name = 이름 { $number }
reserved-cidr = CIDR { $number }
reserved-remove = 예약된 네트워크 { $number } 제거
reserved-add = 네트워크 예약
free = 비어 있음
swap = 기본 패밀리 바꾸기
swap-name = 기본 패밀리 바꾸기: { $name }
remove-name = 제거: { $name }
add-family = 두 번째 패밀리 추가
add-family-name = 두 번째 패밀리 추가: { $name }
node-count = 현재 노드 수
node-max = 최대 노드 수
max-pods = 노드당 파드 수
mask-ipv4 = IPv4 노드 마스크 크기
mask-ipv6 = IPv6 노드 마스크 크기
distribution = 배포판
cni = CNI 플러그인
provider = 클라우드 제공자
provider-none = 없음(자체 머신)
advertise-address = API 서버 주소
not-stated = 지정하지 않음
form-blocked = 양식에 표시할 계획이 없습니다
form-blocked-go = 텍스트로 이동

## 결과
results-label = 결과
tab-overview = 용량
tab-nodes = 노드
tab-services = 서비스
tab-components = 플래그
tab-diagnostics = 검사 결과


capacity-title = 수용 가능한 노드
capacity-none = 노드 블록이 없습니다. 마스크 크기가 파드 CIDR에 맞지 않습니다.
capacity-range = 파드 CIDR
capacity-nodes = 수용 가능한 노드 수
capacity-wanted = 현재 / 최대
capacity-block = 노드 하나의 블록
capacity-pods = 블록이 수용하는 파드 수
capacity-growth = 노드 { $nodes }개를 위한 파드 CIDR
capacity-masks = 맞는 마스크 크기
capacity-excluded = 서비스 때문에 쓸 수 없는 블록
capacity-usable = 사용 가능한 주소
fits = 충분함
does-not-fit = 너무 작음
binding = 먼저 소진됨
bands-title = 서비스 주소
band-object = ServiceCIDR { $name }
band-static = 정적 대역
band-dynamic = 동적 대역
kubernetes-service = default/kubernetes
dns-service = 클러스터 DNS

nodes-title = 노드 블록
nodes-table = 노드 블록의 표
nodes-none = 표시할 노드 블록이 없습니다. 파드 CIDR과 마스크 크기로는 블록이 만들어지지 않습니다.
nodes-refused = 블록을 받는 노드가 없습니다. kube-controller-manager가 이 계획의 플래그로는 시작하지 않습니다. 출력은 다음과 같습니다:
nodes-count = 노드 { $count }개 수용
nodes-page = 노드 { $count }개 중 { $from } ~ { $to }, 0부터 셈
pages = 페이지
page-first = 처음
page-previous = 이전
page-next = 다음
page-last = 마지막
column-node = 노드
column-block = { $family } 블록
column-when = 사용
node-today = 현재
node-planned = 계획
node-spare = 여분
find-label = 노드로 이동 또는 주소 찾기
find-node = { $address }은(는) 노드 { $node }, 블록 { $block }에 속합니다
find-no-node = 그런 노드가 없습니다. 이 계획은 노드 { $count }개를 수용하며 번호는 0부터입니다
find-spare = { $address }은(는) 어떤 노드도 받지 않는 { $block }에 있습니다. 다른 패밀리에 남은 블록이 없습니다
find-excluded = { $address }은(는) { $block }에 있는데, 이 블록은 서비스 CIDR { $service }와(과) 겹쳐서 어떤 노드도 받지 않습니다
find-outside = { $address }은(는) 이 계획의 어떤 파드 CIDR에도 없습니다
find-unreadable = 0부터 센 노드 번호나 주소를 입력하십시오

services-title = 서비스
services-count =
    { $count ->
        [0] 아직 없음
       *[other] 서비스 { $count }개, { $refused }개 거부됨
    }
services-none = 아직 서비스가 없습니다. 위에 매니페스트를 붙여넣으십시오.
services-more = 서비스 { $count }개는 더 표시하지 않음
manifests-label = 서비스 매니페스트
service-stored = 저장됨
service-replaced = 같은 이름의 다음 오브젝트로 교체됨
service-refused = 거부됨
service-sent = 보낸 내용
service-stored-object = API 서버가 저장한 내용
service-refusal = API 서버의 거부
service-unknown = 계획을 읽을 수 있게 되면 답이 나타납니다.
trace-title = 이렇게 된 과정: { $steps }단계

components-title = Kubernetes { $version }의 컴포넌트
components-none = 계획을 읽을 수 있게 되면 플래그가 나타납니다.
component-starts = 시작함
component-fails = 시작을 거부함
component-warns = 경고를 출력함
settings-caption = { $component }의 설정
flags-of = { $component }의 플래그
placeholder = 노드마다 설정
column-flag = 플래그
column-value = 값
column-why = 이유

diagnostics-none = 보고할 내용이 없습니다.
diagnostics-more = 검사 결과 { $count }건은 더 표시하지 않음
severity-error = 오류
severity-warning = 경고
severity-info = 참고
place-file = 파일로 이동
place-line = { $line }행으로 이동
place-field = { $path }(으)로 이동
place-field-line = { $path }, { $line }행으로 이동
fix-all = 안전한 수정 { $fixes }개 모두 적용
stage-read = { $component }이(가) 파일을 읽는 동안 출력하는 내용
stage-install = { $component }이(가) 무언가를 설치하기 전에 출력하는 내용
stage-start = { $component }이(가) 시작할 때 출력하는 내용
stage-controller-start = { $component }이(가) 컨트롤러를 시작할 때 출력하는 내용
stage-request = { $component }의 응답
stage-run = { $component }이(가) 이후 클러스터 실행 중에 출력하는 내용

## 알림
copied = { $name }을(를) 복사했습니다
copy-refused = 브라우저가 복사를 허용하지 않았습니다
link-copied = 링크를 복사했습니다. 계획 전체가 들어 있습니다
link-too-long = 이 계획은 링크로 만들기에 너무 깁니다. 내려받아서 파일을 보내십시오
link-unknown-format = 이 링크는 형식 { $format }이며 더 새로운 버전의 플래너가 만든 것입니다. 여기의 계획은 그대로입니다
link-damaged = 이 링크는 손상되어 일부가 빠졌거나 바뀌었습니다. 여기의 계획은 그대로입니다
link-too-large = 이 링크에는 플래너가 읽을 수 있는 것보다 많은 내용이 들어 있습니다. 여기의 계획은 그대로입니다
file-opened = { $name }을(를) 열었습니다. 실행 취소로 이전 내용을 되돌릴 수 있습니다
fix-refused = 이 수정은 지금의 계획에 적용할 수 없습니다

# 표시할 때 불러오는 페이지의 부분.
part-loading = 이 보기를 불러오는 중…
part-failed = 이 보기를 불러올 수 없습니다. 계획은 그대로 있습니다. 연결을 확인하고 다시 시도하십시오. 그사이에 플래너가 업데이트되었다면 페이지를 새로 고치십시오.
part-retry = 다시 시도
language-failed = { $name }을(를) 불러올 수 없습니다. 연결을 확인하고 다시 고르십시오.

## 여러 서비스를 한 번에
bulk-title = 모든 서비스
bulk-filter = 이름, 정책, 패밀리로 거르기
bulk-all = 모두 선택
bulk-choose = { $name } 선택
bulk-name = 서비스
bulk-policy = 정책
bulk-families = 패밀리
bulk-ips = 클러스터 IP
bulk-do = 선택한 서비스에 정책 지정
bulk-chosen = { $count ->
        [0] 정책을 지정할 서비스를 고르십시오:
       *[other] 서비스 { $count }개에 다음 정책 지정
    }
bulk-lines = 실행 중인 클러스터에서 같은 일을 하려면, 정책 { $policy }
bulk-cluster = kubectl
