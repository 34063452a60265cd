group-tools = 코드형 인프라

target-ansible = Ansible
    .description = 인벤토리를 위한 그룹 변수
target-terraform = Terraform과 OpenTofu
    .description = 값과 그 변수, 그리고 같은 내용의 locals

## 파일 안의 주석.

export-ansible = 직접 만든 플레이북을 위한 변수입니다. Kubespray는 다른 이름을 읽습니다
export-terraform-variables = 값은 자동으로 불러오는 { $file }에 있습니다
export-terraform-locals = 변수를 받지 않는 구성을 위해 { $file }의 값을 다시 쓴 것입니다
export-terraform-node-pod-cidrs = 예시입니다. 컨트롤러는 노드가 참여하는 순서대로 새 노드에 다음 빈 블록을 줍니다.
export-terraform-cluster-name = 클러스터의 이름
export-terraform-ip-families = 서비스의 패밀리, 기본 패밀리 먼저
    .error = 패밀리는 IPv4, IPv6 또는 둘 다이며 각각 한 번만 씁니다.
export-terraform-pod-cidrs = 파드 범위, 기본 패밀리 먼저
    .error = 모든 파드 범위는 CIDR이어야 합니다.
export-terraform-service-cidrs = 서비스 범위, 기본 패밀리 먼저
    .error = 모든 서비스 범위는 CIDR이어야 합니다.
export-terraform-node-cidrs = 노드 자신의 주소를 위한 네트워크
    .error = 모든 노드 네트워크는 CIDR이어야 합니다.
export-terraform-node-masks = 패밀리별, 노드의 파드 주소 블록의 프리픽스 길이
export-terraform-dns-service-ips = 각 서비스 범위에 있는 클러스터 DNS의 주소
export-terraform-api-service-ips = 각 서비스 범위의 첫 주소. 첫 번째 범위의 것은 API 서버의 주소입니다
export-terraform-max-pods = 노드당 최대 파드 수
export-terraform-max-nodes = 모든 패밀리의 블록이 있는 노드 수
export-terraform-clusters = 클러스터 이름별 주소 계획
