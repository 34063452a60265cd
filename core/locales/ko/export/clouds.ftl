group-clouds = 관리형 클러스터

target-aks = AKS
    .description = az 명령과 Terraform 구성
target-eks = EKS
    .description = eksctl 파일, aws 명령, Terraform 구성
target-gke = GKE
    .description = gcloud 명령과 Terraform 구성

## 파일 안의 주석.

export-cloud-versions = 클라우드는 한 번에 몇 가지 버전만 제공합니다. 다음 명령으로 나열하십시오: { $command }
export-cloud-region = 리전
export-cloud-node-range = NODE_RANGE (node_range): 계획에 없는, 노드의 IPv4 네트워크
export-gke-script = REGION을 설정해야 합니다. NODES_PER_ZONE은 노드 { $count }개를 영역 { $zones }개에 나눈 수입니다
export-gke-nodes-per-zone = 리전의 영역마다 있는 노드 수
export-aks-script = LOCATION을 설정해야 합니다. RESOURCE_GROUP과 NODE_COUNT는 설정할 수 있습니다
export-aks-resource-group = 이미 있어야 하는 리소스 그룹
export-aks-vm-size = 머신의 크기
export-aks-node-count = 첫 번째 풀의 노드 수
export-eks-region = REGION을 리전으로 바꾸십시오
export-eks-split = eksctl은 VPC를 { $subnets }인 서브넷 여덟 개로 나누어 영역 세 곳에 퍼블릭과 프라이빗을 하나씩 두고, 노드를 퍼블릭 서브넷에 넣습니다
export-eks-pods = 노드당 파드 수는 인스턴스 유형에 따라 정해집니다. IPv4 노드에서 { $pods }개를 쓰려면 프리픽스 위임(vpc-cni의 ENABLE_PREFIX_DELEGATION)이 필요할 수 있습니다
export-eks-script = CLUSTER_ROLE_ARN과 SUBNET_IDS(쉼표로 구분, 영역 둘 이상)를 설정해야 합니다
export-eks-role = 컨트롤 플레인의 역할
export-eks-subnets = 둘 이상의 영역에 있는 서브넷
    .ipv4 = 서브넷마다 컨트롤 플레인을 위한 빈 주소 여섯 개와, 노드와 파드마다 하나씩이 필요합니다
    .both = 서브넷마다 IPv4 범위와 IPv6 /64, 그리고 컨트롤 플레인을 위한 빈 IPv4 주소 여섯 개가 필요합니다
export-eks-vpc = 서브넷은 VPC { $range } 안에 있습니다

## 검사 결과.

EXP104 = { $cloud }이(가) 이 범위를 직접 고릅니다
    .gke = Google이 모든 IPv6 범위를 고르므로 다음은 쓰지 않습니다: { $ranges }. 노드와 파드는 서브넷의 /64에서, 서비스는 Google의 범위에서 받습니다
    .eks = 다음 범위는 쓰지 않습니다: { $ranges }. EKS의 파드는 VPC 서브넷의 주소를 쓰고 IPv6 범위는 AWS가 직접 할당합니다
    .title = 클라우드가 고르는 범위
    .help = 클러스터가 만들어진 뒤 클라우드가 보여 주는 범위로 경로와 방화벽을 계획하십시오

EXP107 = { $cloud }의 노드는 { $fixed }인 IPv4 블록을 받지만 계획은 { $mask }입니다
    .title = 클라우드가 고정한 노드 마스크
    .help = 계획이 클라우드처럼 계산하도록 클라우드의 마스크를 nodes.maskSizeIPv4에 쓰십시오

EXP116 = { $cloud }은(는) { $own }을(를) 실행합니다. { $plugin }은(는) 이 파일들에 없습니다
    .title = 클라우드와 다른 CNI 플러그인

EXP117 = 이 노드 네트워크를 받는 필드가 없으므로 쓰지 않습니다: { $ranges }
    .title = 쓰지 않는 노드 네트워크
    .help = 클러스터 하나는 패밀리마다 네트워크 하나를 받습니다

EXP119 = { $target }: { $file }의 { $value }을(를) 바꾸어야 합니다
    .patch = EKS가 패치 수준을 직접 고릅니다. { $version }은(는) { $minor }이(가) 됩니다
    .title = 계획에 없거나 EKS가 받지 않는 값
