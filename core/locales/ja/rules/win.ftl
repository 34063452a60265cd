## ルール。1 項目が 1 ルール。値は検出結果、.title は一覧での名前、.help は対処、.fix-… はボタンの文言。

WIN001 = Pod ネットワークがオーバーレイのため、Windows ノードはデュアルスタックにできません
    .title = Windows ノードとデュアルスタックのオーバーレイ
    .help = l2bridge ネットワークを使うか、Windows ノードは IPv4 のクラスターに置いてください

WIN002 = { $name } には Windows ノードが必要ですが、IPv6 だけのクラスターでは使えません
    .title = IPv6 だけのクラスターの Windows
    .help = IPv4 または両ファミリーで計画してください

WIN003 = Service { $name } は両ファミリーですが、{ $workload } は Service が 1 つのファミリーに限られる Windows 上で動きます
    .title = Windows の Pod 向けのデュアルスタックの Service
    .help = Service を SingleStack にしてください
    .fix-single = 1 つのファミリーにする (SingleStack)
