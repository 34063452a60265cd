group-balancers = ロードバランサー
