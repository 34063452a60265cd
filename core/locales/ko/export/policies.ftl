group-policies = 어드미션 정책

target-gatekeeper = OPA Gatekeeper
    .description = 이중 스택 서비스를 요구하는 ConstraintTemplate과 constraint, 그리고 PreferDualStack을 기본값으로 만드는 Assign
target-kubewarden = Kubewarden
    .description = 계획의 패밀리를 설정으로 담은 ClusterAdmissionPolicy
target-kyverno = Kyverno
    .description = PreferDualStack을 기본값으로 만들고 이중 스택 서비스를 요구하는 정책, ClusterPolicy와 CEL 유형으로
target-mutating-admission-policy = MutatingAdmissionPolicy
    .description = PreferDualStack을 기본값으로 만드는 API 서버의 정책
target-validating-admission-policy = ValidatingAdmissionPolicy
    .description = 골라 쓸 수 있는, 서비스의 패밀리에 관한 API 서버의 정책

## 파일 안의 주석이며, 그중 일부는 정책의 응답이기도 하다.

export-policy-require-dual-stack = 클러스터 { $cluster }: 서비스에는 두 IP 패밀리가 있어야 합니다. spec.ipFamilyPolicy를 PreferDualStack 또는 RequireDualStack으로 설정하십시오
export-policy-forbid-dual-stack = 클러스터 { $cluster }: 서비스의 spec.ipFamilyPolicy는 SingleStack이어야 합니다. 셀렉터가 없는 헤드리스 서비스는 직접 명시해야 합니다
export-policy-family-order = 클러스터 { $cluster }: 이중 스택 서비스의 spec.ipFamilies는 [{ $first }, { $second }]이어야 합니다
export-policy-ipv4-only = 클러스터 { $cluster }: 서비스는 IPv4 주소만 가질 수 있습니다
export-policy-ipv6-only = 클러스터 { $cluster }: 서비스는 IPv6 주소만 가질 수 있습니다
export-policy-prefer-dual-stack = ipFamilyPolicy가 없는 서비스는 PreferDualStack을 받습니다. ipFamilies에 패밀리 하나만 쓴 서비스는 그대로입니다
export-policy-prefer-dual-stack-in-order = ipFamilyPolicy가 없는 서비스는 PreferDualStack과 패밀리 { $first }, { $second }을(를) 이 순서로 받습니다. 패밀리 하나나 클러스터 IP를 쓴 서비스는 그대로 둡니다
export-policy-default-and-require = ipFamilyPolicy가 없는 서비스는 PreferDualStack을 받고, SingleStack인 서비스는 거부됩니다
export-policy-choose = 이 폴더의 파일들은 서로 대안입니다. 모두가 아니라 맞는 것만 적용하십시오
export-policy-existing = 이미 있는 서비스는 패밀리가 바뀔 때만 판단합니다
export-policy-try-out = 먼저 시험해 보려면 validationActions의 Deny를 Warn과 Audit으로 바꾸십시오
export-policy-denies = 위반은 항상 거부됩니다. 이 버전에는 validationActions가 없습니다
export-kyverno-release = Kyverno 1.13 이상이 필요합니다
export-kyverno-deprecated = Kyverno 1.13 이상이 필요합니다. ClusterPolicy는 Kyverno 1.17부터 사용 중단되었으므로 이 파일이나 cel-policies.yaml 중 하나를 적용하십시오
export-kyverno-cel = Kyverno 1.17 이상이 필요합니다. 이 파일이나 cluster-policy.yaml 중 하나를 적용하십시오
export-gatekeeper-template = 먼저 적용하십시오. constraint의 종류를 만듭니다
export-gatekeeper-constraint = 정책이 목록에 없는 것으로 바뀌는 서비스를 거부합니다. template.yaml 뒤에 적용하십시오
export-gatekeeper-assign = PreferDualStack을 기본값으로 만듭니다. 레이블 { $label }이(가) 있는 서비스는 그대로 둡니다
export-kubewarden-module = { $module }은(는) 자리 표시자입니다. 이 설정을 읽는 정책 모듈로 바꾸십시오

## 검사 결과.

EXP060 = 패밀리에 관한 정책을 쓸 수 없습니다. 계획에 서비스 범위 하나, 또는 서로 다른 패밀리의 둘이 필요합니다
    .title = 어떤 클러스터의 것도 아닌 서비스 범위

EXP061 = { $target }이(가) 요구할 것이 없습니다. 클러스터의 모든 서비스에는 { $family }만 있습니다
    .title = 패밀리가 하나면 요구할 것이 없음
    .help = serviceCIDRs에 다른 패밀리의 서비스 범위를 추가하십시오

EXP062 = Kubernetes { $version }에서 { $kind }은(는) 기본으로 꺼져 있습니다. kube-apiserver를 --feature-gates={ $gate }와 --runtime-config={ $config }로 시작하십시오
    .title = 어드미션 정책을 켜야 함

EXP063 = 클러스터에 { $family }만 있어서 쓰지 않았습니다: { $policies }
    .title = 패밀리가 하나면 의미 없는 정책

EXP064 = Gatekeeper의 Assign은 spec.type이나 패밀리의 수를 볼 수 없습니다. ExternalName 서비스에는 레이블 { $label }이(가) 필요하며 없으면 API 서버가 거부합니다. 정책 없이 패밀리 하나를 쓴 서비스에도 필요하며 없으면 둘 다 받습니다
    .title = Assign이 닿지 말아야 할 서비스에 닿음

EXP065 = { $module }은(는) 자리 표시자입니다. 그런 정책 모듈은 없습니다
    .title = 정책 모듈이 자리 표시자임
    .help = defaultPolicy, allowedPolicies, primaryFamily를 읽는 Kubewarden 정책을 만들거나 골라서 그 주소를 spec.module에 쓰십시오
