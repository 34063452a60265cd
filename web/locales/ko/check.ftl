## 시작 검사, 버전, 노드 축.

## 노드 축
axis-label = 두 패밀리를 한 축에 나타낸 수용 가능한 노드 수
axis-handle = { $family } 노드 마스크 크기
axis-value = /{ $mask }: 노드 { $nodes }개 수용
axis-value-none = /{ $mask }: 파드 CIDR에 맞지 않음
axis-bar = { $family } /{ $mask }: { $nodes }
axis-today = 현재 { $nodes }
axis-planned = 계획 { $nodes }
axis-scale = 오른쪽으로 한 칸 갈 때마다 노드 마스크가 1비트 길어집니다. 노드는 두 배가 되고 노드당 주소는 절반이 됩니다. 축의 끝은 노드 { $nodes }개입니다. 막대의 끝을 끌거나, 화살표 키로 옮기거나, 입력란을 사용하십시오.
axis-mask = { $family } 노드 마스크 크기
axis-shorter = { $family }: 1비트 짧게, 노드 감소
axis-longer = { $family }: 1비트 길게, 노드 증가
axis-legal = 허용 범위는 { $masks }입니다.
axis-kubeadm = kubeadm이 받아들이는 범위는 { $masks }입니다.
axis-fitting = { $masks }이면 계획된 노드 { $nodes }개를 수용합니다.
axis-none-fits = 계획된 노드 { $nodes }개와 그 파드를 모두 수용하는 마스크가 없습니다.

## 서비스 범위의 사용
use-label = 계획된 서비스 수
use-hint = 이 추정에만 쓰이며 계획 파일에는 들어가지 않습니다.
use-plain = 서비스 { $services }개가 주소의 { $percent } %를 사용합니다.
use-dynamic = 서비스 { $services }개가 주소의 { $percent } %를 사용하며 동적 대역 안에 있습니다.
use-static = 서비스 { $services }개가 주소의 { $percent } %를 사용합니다. 동적 대역이 가득 차서 { $spilled }개는 정적 대역에서 나옵니다.
use-elsewhere = 서비스 { $services }개가 범위를 가득 채우고, { $over }개는 다른 범위의 주소를 사용합니다.
use-missing = 서비스 { $services }개는 들어가지 않습니다. { $missing }개는 주소를 받지 못합니다.

## 시작 검사
check-title = 시작할 때 무엇을 출력할까요?
check-version = 검사할 버전
check-version-own = { $version } (계획의 버전)
check-paste = 명령줄, 유닛, 매니페스트 또는 구성
check-paste-hint = 명령줄, systemd 유닛, 환경 파일, 스태틱 파드, "Running kube-apiserver --..." 같은 줄이 있는 로그, 또는 kubeadm, K3s, RKE2, k0s, Talos, kind, MicroK8s, kubelet, kube-proxy의 구성. 비워 두면 계획 자체의 설정을 검사합니다.
check-origin = { $line }행 { $path }에서
check-clear = 지우기
check-no-plan = 내용을 붙여넣거나 계획을 작성하십시오. 아직 검사할 내용이 없습니다.
check-too-long = 이 텍스트는 너무 길어서 여기에서 검사할 수 없습니다
check-nothing-found = 이 텍스트에서 컴포넌트를 찾지 못했습니다. 명령줄은 프로그램 이름으로 시작하고, 구성 파일은 kind를 남겨 두십시오.
check-verdict =
    { $refused ->
        [0] 찾은 컴포넌트 { $components }개가 모두 버전 { $version }에서 시작합니다.
       *[other] 버전 { $version }에서는 컴포넌트 { $components }개 중 { $refused }개가 종료됩니다.
    }
check-verdict-own =
    { $refused ->
        [0] 계획의 컴포넌트 { $components }개가 모두 버전 { $version }에서 시작합니다.
       *[other] 버전 { $version }에서는 계획의 컴포넌트 { $components }개 중 { $refused }개가 종료됩니다.
    }
check-prints = { $component }이(가) 출력하고 종료하는 내용
check-read-as = 읽은 내용
fate-starts = 시작함
fate-never-ready = 시작하지만 끝내 동작하지 않음
fate-exits = 종료됨
effect-fatal = 프로세스가 종료됩니다
effect-never-ready = 요구한 기능이 끝내 동작하지 않습니다
effect-warning = 로그에 한 줄이 남습니다
check-stage-read = 파일을 읽는 동안
check-stage-install = 무언가를 설치하기 전
check-stage-start = 시작할 때
check-stage-controller = 컨트롤러가 시작할 때
check-stage-request = 요청이 올 때
check-stage-run = 이후 실행 중에

## 신뢰도
confidence-verified = 소스에서 확인
confidence-changelog = 릴리스 노트
confidence-unverified = 확인되지 않음

## 버전
versions-title = 버전에서 버전으로
versions-from = 시작
versions-to = 끝
versions-swap = 바꾸기
compare-title = 이 계획은 어떻게 되는가
compare-none = 계획을 읽을 수 있게 되면 비교 결과가 나타납니다.
compare-same = 이 계획의 설정은 { $from }과 { $to }에서 같습니다.
compare-lead =
    { $from }에서 { $to }(으)로 가면 같은 계획에서 { $removed ->
        [0] 없어지는 설정은 없고
       *[other] 설정 { $removed }개가 없어지고
    }, { $added ->
        [0] 추가되는 설정은 없으며
       *[other] { $added }개가 추가되며
    }, { $changed ->
        [0] 바뀌는 설정은 없습니다
       *[other] { $changed }개가 바뀝니다
    }.
setting-added = 추가
setting-removed = 삭제
setting-changed = 변경
not-given = 지정되지 않음
becomes = 변경 후
reason-plan = 계획에서 따라 나옵니다.
reason-added = { $name }: { $version }부터 있습니다.
reason-added-with = { $name }: { $version }부터 있습니다. { $after }.
reason-removed = { $name }: { $version }부터 없습니다.
reason-removed-with = { $name } ({ $before }): { $version }부터 없습니다.
reason-changed = { $name }: { $version }에서 { $before }이(가) { $after }(으)로 바뀌었습니다.
changes-title = Kubernetes의 모든 변경 사항
changes-table = 변경 사항의 표
changes-count =
    { $count ->
        [0] 없음
       *[other] 변경 { $count }건
    }
changes-component = 컴포넌트
every-component = 모든 컴포넌트
column-component = 컴포넌트
column-kind = 종류
column-name = 이름
column-since = 시작 버전
column-source = 출처
column-confidence = 신뢰도
fact-flag = 플래그
fact-field = 구성 필드
fact-gate = 기능 게이트
fact-api = API
fact-limit = 한계
fact-behaviour = 동작
