group-addresses = アドレス管理
