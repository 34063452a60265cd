group-objects = API 오브젝트

target-servicecidr = ServiceCIDR
    .description = 실행 중인 클러스터에 추가하기 위한, API 오브젝트 형태의 서비스 범위
target-services = 서비스
    .description = 계획에 딸린 서비스를 그 버전의 API 형태로
