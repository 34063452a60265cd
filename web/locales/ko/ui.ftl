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
share = 공유
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
source-part = 전체 { $count }줄 중 { $from }~{ $to }줄
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
tab-compare = 비교
tab-versions = 버전
tab-what-if = 가정
tab-exports = 내보내기
tab-start = 시작
tab-diagnostics = 검사 결과

pages = 페이지
page-first = 처음
page-previous = 이전
page-next = 다음
page-last = 마지막

## 알림
copy-refused = 브라우저가 복사를 허용하지 않았습니다
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

## 이 브라우저에 보관한 계획
plans = 이 브라우저의 계획
keep-offer = 이 계획을 이 브라우저에 보관할까요? 다시 방문하면 여기에 있습니다. 어디에도 전송되지 않습니다.
keep-do = 보관
keep-not = 나중에
keep-done = { $name }을(를) 이 브라우저에 보관했습니다. 이후의 변경도 보관됩니다
keep-denied = 이 브라우저에서는 페이지가 계획을 보관할 수 없습니다. 계획을 다운로드하거나 링크를 복사하세요
