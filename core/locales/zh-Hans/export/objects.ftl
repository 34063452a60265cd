group-objects = API 对象

target-servicecidr = ServiceCIDR
    .description = 作为 API 对象的 Service 范围，用于加入运行中的集群
target-services = Service
    .description = 规划附带的 Service，采用该版本 API 的形式
