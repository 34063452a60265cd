## 파일 안의 주석.

export-reason = { $flag }: { $why }
export-placeholder = { $flag }: 모든 노드에서 { $value }을(를) 그 노드의 주소로 바꾸십시오
export-flag-only = 이 파일에 속하지 않습니다. kubelet을 다음 인수로 시작하십시오: { $argument }
export-static-pod = 이 인수를 매니페스트의 command에 추가하십시오. 이미지, 볼륨, 인증서는 계획에 속하지 않습니다
export-systemd = { $component }.service의 ExecStart 줄에 { $variable }을(를) 추가하십시오
export-servicecidr = API 서버는 --service-cluster-ip-range로 자체 오브젝트를 만듭니다. 이 오브젝트는 실행 중인 클러스터에 범위를 추가합니다
export-ip-masq-agent = 나열된 네트워크로 가는 트래픽은 파드의 주소를 유지하고 그 밖의 트래픽은 노드의 주소를 씁니다
export-kubeadm-join = CONTROL_PLANE_ENDPOINT, TOKEN, CA_CERT_HASH는 kubeadm init이 출력합니다
    .known = TOKEN과 CA_CERT_HASH는 kubeadm init이 출력합니다
export-kubeadm-join-worker = 워커: kubeadm join --config join.yaml
export-kubeadm-join-control-plane = 추가 컨트롤 플레인 노드: kubeadm join --config join-control-plane.yaml. CERTIFICATE_KEY는 kubeadm init phase upload-certs --upload-certs의 출력으로 바꾸십시오
export-release = { $tool } { $release }용
    .newest = { $tool } { $release }용. 이 버전에 대해 알려진 가장 새로운 릴리스이며, 계획의 spec.tools에서 다른 릴리스를 지정할 수 있습니다
export-kubeadm-join-shared = 컨트롤 플레인 노드에는 함께 쓰는 controlPlaneEndpoint가 첫 노드가 시작하기 전에 init.yaml에 있어야 합니다. 계획의 spec.controlPlaneEndpoint로 지정하십시오

## 파일의 출처.

export-origin =
    .this-plan = 이 계획에서 나옴
    .edited = 이 계획에서 나왔지만 그 뒤에 바뀌었거나 다른 버전의 dualstack-planner가 쓴 것
    .other-plan = 다른 계획, 또는 바뀌기 전의 이 계획에서 나옴
    .unknown = 내보낸 파일이 아님

## 검사 결과.

EXP001 = { $target }: { $flag }의 { $value }을(를) 각 노드의 주소로 바꾸어야 합니다
    .title = 노드의 주소는 계획에 없음
    .help = 계획에는 개별 노드가 없습니다. 노드를 설정할 때 그 노드의 주소를 쓰십시오

EXP003 = 내보내기 대상 { $target }이(가) 없습니다
    .nearest = 내보내기 대상 { $target }이(가) 없습니다. { $near }을(를) 뜻하셨습니까?
    .title = 알 수 없는 내보내기 대상

EXP004 = Kubernetes { $version }에서 ServiceCIDR은 기본으로 꺼져 있습니다. kube-apiserver를 --feature-gates={ $gate }와 --runtime-config={ $config }로 시작하십시오
    .title = ServiceCIDR을 켜야 함
    .help = 1.33부터는 둘 다 없어도 쓸 수 있습니다

EXP005 = 서비스 { $service }이(가) { $fields }을(를) 잃습니다. Kubernetes { $version }의 서비스는 패밀리가 하나이고 정책이 없습니다
    .title = 버전에 없는 필드

EXP006 = ServiceCIDR 하나에는 범위 하나, 또는 서로 다른 패밀리의 범위 둘이 들어갑니다
    .title = ServiceCIDR에 담을 수 없는 서비스 범위

EXP007 = 어떤 서비스도 { $range }에서 주소를 받을 수 없습니다. 할당자는 /64 이상으로 긴 IPv6 범위를 받습니다
    .title = 할당자에 비해 너무 큰 서비스 범위

EXP008 = 계획 외에 서비스가 없습니다
    .title = 서비스 없음

EXP009 = { $target }: { $error }
    .title = 쓰지 못한 파일

EXP010 = 모든 파드 범위가 인터넷에서 라우팅되므로 마스커레이드할 것이 없습니다
    .title = 마스커레이드 불필요

EXP011 = { $plugin }이(가) 직접 마스커레이드합니다. ip-masq-agent를 실행하기 전에 끄지 않으면 트래픽이 두 번 변환됩니다
    .title = 마스커레이드하는 컴포넌트가 둘

EXP012 = { $family } 파드의 주소는 인터넷에서 라우팅됩니다. 마스커레이드되지 않으며 노드로 돌아오는 경로가 필요합니다
    .title = 마스커레이드되지 않는 라우팅되는 파드

EXP013 = 계획에 노드 네트워크가 없습니다. 파드에서 노드로 가는 트래픽이 마스커레이드됩니다
    .title = 노드 네트워크가 계획에 없음

EXP014 = ip-masq-agent는 네트워크를 { $limit }개까지 받는데 { $count }개가 있습니다
    .title = ip-masq-agent에 비해 네트워크가 너무 많음

EXP015 = { $target }: { $component }이(가) 계획의 요구를 거부합니다
    .title = 컴포넌트가 계획을 거부함
    .help = 어떤 검사가 실패했는지는 컴포넌트 자체의 문구가 알려 줍니다

## 대상의 목록(docs/exports).

checked-schema = 스키마: { $what }
checked-source = 소스 확인: { $what }
checked-started = 이것으로 시작해 봄: { $what }
checked-reader = 이것이 읽음: { $what }
checked-documentation = 문서: { $what }

exports-index = 내보내기 대상
    .checked = 검사 기준
    .releases = 도구의 릴리스
    .releases-intro = 계획은 `spec.tools`에서 이 릴리스를 지정할 수 있습니다. 지정하지 않으면 계획의 Kubernetes 버전을 실행하는 가장 새로운 릴리스용으로 내보내며, 어느 것인지 파일에 적습니다.
    .tool = 도구
    .known = 알려진 릴리스
    .changes = 바뀌는 점
    .sources = 출처
    .begins = { $release }부터 `{ $name }`
    .ends = { $release } 전까지 `{ $name }`
    .intro = `dualstack export --target`과 페이지가 쓰는 것입니다. 마지막 열들은 가장 새로운 Kubernetes 버전에서 종류별 작은 계획이 어떻게 되는지를 예, 설명과 함께, 아니요로 보여 주며, 설명은 각 표 아래에 있습니다. `dualstack export --list`는 같은 목록을 출력합니다.
    .unread = EKS, GKE, AKS가 스스로 검사하는 내용은 공개되어 있지 않아 읽을 수 없었습니다. 이 대상들의 근거는 그 문서와 eksctl입니다. 여기에서 통과한 계획도 그곳에서 거부될 수 있습니다.
    .target = 대상
    .files = 파일
    .dual-stack = 이중 스택
    .ipv6-first = IPv6 먼저
    .ipv4 = IPv4
    .ipv6 = IPv6
    .yes = 예
    .partly = 설명과 함께
    .no = 아니요
