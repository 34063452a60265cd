## 계획 파일 전체와, 계획에서 나오는 결과.

PLAN001 = 파일에 ClusterPlan이 없습니다
    .title = 계획 없음
    .help = apiVersion: dualstack-planner/v1과 kind: ClusterPlan으로 시작하십시오
    .fix-default = 기본 계획에서 시작

PLAN002 = 두 번째 ClusterPlan입니다. 첫 번째만 사용합니다
    .title = 계획이 둘 이상
    .help = 파일 하나에 계획을 하나만 두십시오

PLAN003 = { $kind }은(는) ClusterPlan도 서비스도 List도 아니므로 그대로 둡니다
    .title = 계획 외의 다른 것
    .help = 할 일은 없습니다. 이런 종류의 오브젝트를 보는 규칙은 없습니다
    .no-kind = kind가 없는 문서는 그대로 둡니다
    .several = 계획 외의 오브젝트 { $count }개는 그대로 둡니다: { $kinds }
    .kustomization = 매니페스트를 어떻게 빌드하는지만 말하는 Kustomization입니다. `kubectl kustomize`가 쓰는 것을 주십시오
    .patch = 오브젝트가 아니라 JSON 패치입니다. 예를 들어 `kubectl kustomize`로 먼저 적용하십시오

PLAN004 = Kubernetes { $version }은(는) 여기에 알려져 있지 않습니다. 알려진 것은 { $first }에서 { $last }까지이며, 그때까지는 { $shown }을(를) 표시합니다
    .title = 알 수 없는 Kubernetes 버전
    .help = 알려진 버전 중 하나를 고르십시오
    .malformed = { $text }은(는) Kubernetes 버전이 아닙니다. 버전이 될 때까지 { $shown }을(를) 표시합니다
    .fix-use = { $to } 사용

PLAN005 = 이 서비스의 { $field }을(를) 읽을 수 없습니다: { $reason }
    .title = 읽을 수 없는 서비스
    .help = 필드를 서비스 API와 비교하십시오

PLAN006 = 이전 계획 파일에 계획이 없어서 변경을 살펴보지 않았습니다
    .title = 이전 계획 없음
    .help = 바꾸기 전의 계획 파일을 주십시오

READ001 = { $place }행에서 여기에 알려진 컴포넌트가 시작되지 않습니다. 가장 가까운 알려진 종류: { $nearest ->
        [kubeadm] kubeadm의 구성
        [k3s] K3s 또는 RKE2의 구성
        [k0s] k0s의 ClusterConfig
        [talos] Talos의 머신 구성
        [kind] kind의 Cluster
        [microk8s] MicroK8s의 시작 구성
        [component-config] kubelet 또는 kube-proxy의 구성
        [workload] 파드 매니페스트
       *[command-line] 명령줄 또는 systemd 유닛
    }
    .kind = { $place }행의 { $kind }은(는) 여기에 알려진 컴포넌트를 시작하지 않습니다
    .title = 시작되는 것이 없음
    .help = 설치 도구(kubeadm, K3s, RKE2, k0s, Talos, kind, MicroK8s)의 구성, 명령줄, systemd 유닛, 환경 파일, 스태틱 파드, 또는 "Running kube-apiserver --..." 같은 줄을 주십시오

READ002 = { $place }행의 텍스트는 컴포넌트를 시작하지 않으므로 그대로 두었습니다
    .kind = { $place }행의 { $kind }은(는) 컴포넌트를 시작하지 않으므로 그대로 두었습니다
    .title = 아무것도 시작하지 않는 부분
    .help = 컴포넌트를 시작하는 방식이 아니라면 할 일은 없습니다

READ003 = { $gate }은(는) 여기에 알려진 어떤 버전의 게이트도 아닙니다
    .near = { $gate }은(는) 여기에 알려진 어떤 버전의 게이트도 아닙니다. 가장 가까운 것은 { $nearest }입니다
    .title = 알 수 없는 기능 게이트
    .help = 이름을 고치거나 --feature-gates에서 빼십시오. 게이트를 모르는 컴포넌트는 시작할 때 종료됩니다

READ004 = { $component }이(가) 지금 시작되는 설정을 거부할 것입니다(주어진 텍스트의 { $line }행)
    .title = 시작 설정을 거부하는 컴포넌트
    .help = 컴포넌트를 시작하는 곳에서 설정을 고치십시오. 문구는 컴포넌트가 출력하는 것입니다

PLAN007 = { $version }은(는) { $distribution }의 릴리스이지만 계획에 배포판이 없습니다
    .title = 버전이 배포판을 가리킴
    .help = 배포판에 해당하는 것도 검사하도록 계획에 배포판을 쓰십시오
    .fix-say = distribution: { $distribution } 추가

PLAN008 = Kubernetes { $version }: 소스에 따른 것이며 실행 중인 { $version }과(와) 아직 비교하지 않았습니다
    .title = 실행 중인 버전과 아직 비교하지 않음
    .help = 이 버전에 대해 플래너가 말하는 것은 소스와 릴리스 노트에서 나옵니다. 세부 사항에 의존하기 전에 클러스터에서 시험해 보십시오

suggest-no-room-pods = 주어진 블록에 { $prefix }인 { $family } 파드 범위가 들어갈 자리가 없습니다
suggest-no-room-services = 주어진 블록에 { $prefix }인 { $family } 서비스 범위가 들어갈 자리가 없습니다
suggest-no-room-nodes = 주어진 블록에 { $prefix }인 { $family } 노드 네트워크가 들어갈 자리가 없습니다
suggest-no-room-load-balancers = 주어진 블록에 { $prefix }인 { $family } 로드 밸런서 풀이 들어갈 자리가 없습니다
suggest-no-room-reserved = 주어진 블록에 { $prefix }인 { $family } 예약 네트워크가 들어갈 자리가 없습니다

summary-services = 서비스는 { $family }이(가) 먼저이고 주소는 { $addresses }개입니다. API 서버는 { $api }, DNS는 관례에 따라 { $dns }입니다
summary-node-use = 노드 { $used }개에 이미 블록이 있습니다. { $left }개를 더 수용하며 다음 노드는 { $next }을(를) 받습니다
    .full = 노드 { $used }개에 이미 블록이 있고 다른 노드에 줄 블록은 없습니다
summary-service-objects = ServiceCIDR 오브젝트가 { $ranges }을(를) 추가합니다. 지금 비어 있는 것: { $free }

LINT001 = 규칙 { $code }이(가) 없습니다
    .near = 규칙 { $code }이(가) 없습니다. 가장 가까운 것은 { $near }입니다
    .title = 알 수 없는 규칙
    .help = 규칙 목록에 모든 코드가 있습니다
    .fix = { $to }(으)로 쓰기

LINT002 = 여기에서 규칙 { $code }을(를) 끄거나 낮추었지만 이유가 없습니다
    .title = 이유가 없음
    .help = 언제 더는 맞지 않는지 다음 사람이 알 수 있도록 이유를 쓰십시오. 이유가 없으면 규칙은 그대로입니다

LINT003 = 여기에서 규칙 { $code }을(를) 껐지만 발견되는 것이 없습니다
    .title = 필요 없는 예외
    .help = 나중에 무언가를 가리지 않도록 예외를 제거하십시오
    .fix = 제거

lint-severity = 검사 결과
    .error = 오류
    .warning = 경고
    .info = 참고
lint-help = 도움말
lint-fix = 수정
    .safe = 수정(안전)
# 수정이 그 밖에 하는 일과, 그 뒤에 생기는 경고.
fix-also = { $first }, 또한: { $next }
fix-then = { $first } (그다음 { $code }: { $next })
lint-nothing = { $file }: 발견된 것 없음
lint-counts = 오류 { $errors }건, 경고 { $warnings }건, 참고 { $infos }건
lint-unlisted = 그중 { $count }건은 나열하지 않았습니다. --all로 모두 나열합니다

rules-index = 규칙
    .intro = 플래너가 검사하는 것. 규칙마다 이유, 예, 컴포넌트가 출력하는 문구, 수정이 있는 페이지가 있습니다.
    .code = 코드
    .rule = 규칙
    .severity = 심각도


LOG001 = 붙여넣은 내용에 여기에 알려진 문구가 없습니다
    .title = 알려지지 않은 문구
    .nearest = 붙여넣은 내용에 여기에 알려진 문구가 없습니다. 가장 가까운 것: { $texts }
    .help = 컴포넌트가 이유를 말하는 줄 전체를 붙여넣으십시오. err= 또는 error: 뒤의 내용이나 이벤트의 메시지(kubectl describe, kubectl get events)입니다. 파일이라면 dualstack lint를 사용하십시오
    .crash = 무언가가 멈췄다고만 하고 이유는 말하지 않습니다. 그 로그의 마지막 줄들을 붙여넣으십시오(kubectl logs --previous, crictl logs, journalctl -u kubelet 또는 -u k3s)
    .sandbox = 이벤트의 메시지 전체와, 그 노드에 있는 네트워크 플러그인의 로그를 붙여넣으십시오(kubectl logs -n kube-system, journalctl -u kubelet)
    .unreachable = 무언가가 응답하지 않는다고만 하고 이유는 말하지 않습니다. 응답해야 하는 것(API 서버, kubelet, 네트워크 플러그인)의 로그를 시작부터 붙여넣으십시오
    .pending = 파드와 그 노드의 이벤트(kubectl describe), 그리고 컨트롤러 매니저의 로그를 붙여넣으십시오
    .code = 이 코드를 가진 규칙이 없습니다. dualstack rules 명령이 코드를 나열합니다
