group-objects = API オブジェクト

target-servicecidr = ServiceCIDR
    .description = 稼働中のクラスターに Service 範囲を追加するための API オブジェクト
target-services = Service
    .description = プランに添えられた Service を、そのバージョンの API の形式で出力
