## プランの地図

draw-title = プラン { $name } の地図
    .unnamed = プランの地図
draw-axis = 同じマス
    .node = ＝ 同じノード
draw-cells = { $count } × /{ $prefix }
    .node = { $count } × /{ $prefix }、1 マスが 1 ノード
    .nodes = { $count } × /{ $prefix }、1 マスが { $nodes } ノード
    .inside = { $count } × /{ $prefix }、すべてノード { $node } のもの
draw-to = { $first } … { $last }
draw-empty = この位置に対応する { $family } のアドレスはありません
draw-elsewhere = { $family } の範囲を含むブロックがほかに { $count } 個
draw-more-ranges = ほか { $count } 範囲
draw-unpaired = ここから先は { $family } なし
draw-more-overlaps = 重なりがほかに { $count } 件
draw-overlap = { $first } と { $second } は { $shared } が重なっています

draw-kind-pods = Pod
draw-kind-services = Service
draw-kind-nodes = ノード
draw-kind-load-balancers = ロードバランサー
draw-kind-reserved = 予約

draw-use-pods-taken = 既存のノード { $count } 台
draw-use-pods-today = 現在のノード { $count } 台
draw-use-pods-planned = 計画（{ $count } 台まで）
draw-use-pods-free = 空き { $count } 台分
draw-use-pods-unpaired = もう一方のファミリーにブロックなし
draw-use-pods-excluded = Service と重なるため割り当てられない
draw-use-pods = Pod（ブロック不明）
draw-use-services-static = Service の静的帯域
draw-use-services-dynamic = Service の動的帯域
draw-use-services-unusable = Service が使えないアドレス
draw-use-services-object = Service（ServiceCIDR オブジェクト）
draw-use-nodes = ノードのネットワーク
draw-use-load-balancers = ロードバランサーのプール
draw-use-reserved = 予約
draw-use-overlap = 範囲の重なり
draw-use-known = 使用中のアドレス

draw-summary-grid = { $family }: { $network } を { $cells ->
    [one] 1 マス
   *[other] /{ $prefix } の { $cells } マス
  }で表示。
draw-summary-no-grid = { $family }: この位置に対応するものはありません。
draw-summary-pods = { $family } では全 { $cells } マスのうちマス { $first } から { $last } までを Pod が使います。
    .both = 両ファミリーとも、全 { $cells } マスのうちマス { $first } から { $last } までを Pod が使います。
draw-summary-unpaired = { $family } のマス { $first } から { $last } までには、もう一方のファミリーにブロックが残っていないため、どのノードにも割り当てられないブロックがあります。
    .both = 両ファミリーのマス { $first } から { $last } までには、どのノードにも割り当てられないブロックがあります。
draw-summary-shifted = 一方のファミリーに、どのノードにも割り当てられないブロックがあるため、マス { $cell } からは同じマスが別のノードになります。
draw-summary-services = { $family } のマス { $first } から { $last } までに Service のアドレスがあります。
    .both = 両ファミリーのマス { $first } から { $last } までに Service のアドレスがあります。
draw-summary-services-outside = Service の範囲はこの外にあります。
draw-summary-no-overlap = 重なる範囲はありません。
draw-summary-overlaps = { $count } 組の範囲が重なっています。

draw-row = マス { $first } から { $last }
    .one = マス { $first }
draw-sentence = { $text }。

## フリートの地図

draw-fleet-pods = Pod の範囲
draw-fleet-services = Service の範囲
draw-fleet-nodes = ノードのネットワーク
draw-fleet-room = 倍増の余地
draw-fleet-site = サイト用に確保
draw-fleet-existing = 稼働中のクラスター
draw-fleet-reserved = 予約済み
draw-fleet-free = 空き
draw-fleet-group = グループ { $group }
