## 共有ブロックから割り当てる複数のクラスター。

FLEET001 = テキストに FleetPlan がありません
    .title = フリートがない
    .help = `kind: FleetPlan` を含むファイルを指定してください。書式は docs/fleet.md にあります

FLEET002 = { $cluster } という名前のクラスターが 2 つあります
    .title = 同名のクラスター
    .help = クラスターごとに固有の名前を付けてください。場所は名前で保持されます

FLEET003 = クラスター { $cluster } には { $family } が必要ですが、グループ { $group } に { $family } のブロックがありません
    .title = ファミリーのブロックがない
    .help = そのファミリーのブロックを `blocks` に追加するか、クラスターのファミリーを `families` に指定してください

FLEET004 = クラスター { $cluster } の { $kind ->
        [pods] Pod
       *[services] Service
    } には { $family } の { $room } が必要です（範囲は { $needed }、残りは倍増のための余地）。グループ { $group } で { $blocks } に空いている最大のブロックは { $place } です
    .full = クラスター { $cluster } の { $kind ->
        [pods] Pod
       *[services] Service
    } には { $family } の { $room } が必要です（範囲は { $needed }、残りは倍増のための余地）。グループ { $group } では { $blocks } に空きがありません
    .title = クラスターの場所がない
    .help = ブロックを追加するか、ノード数や Service 数の計画を減らすか、クラスターを別のグループに移してください

FLEET005 = クラスター { $cluster } の { $kind ->
        [pods] Pod
       *[services] Service
    } には { $family } の { $needed } が必要になりましたが、場所は { $room } で、その隣は使用中です。{ $range } のままにします
    .title = クラスターが場所に収まらない
    .help = 計画を減らすか、ロックファイルから項目を取り除いて新しい場所を割り当ててください。稼働中のクラスターでは、新しいクラスターの構築を意味します

FLEET006 = クラスター { $cluster } は今の場所では倍増できなくなりました。{ $kind ->
        [pods] Pod
       *[services] Service
    } の範囲は { $room } の中の { $range } で、その隣は使用中です
    .title = 倍増の余地がない
    .help = 次のクラスターを今から計画するか、プラグインが対応していれば 2 つ目の Pod の範囲を計画してください

FLEET007 = クラスター { $cluster } には、{ $mask } のブロックを { $nodes } ノードに割り当てられる { $family } の Pod の範囲がありません
    .title = Pod の範囲のブロック数を超えるノード数
    .help = Pod の範囲とノードのブロックの間は最大 16 ビット（65,536 ノード）です。ノード数の計画を減らすか、`maskSizeIPv4` と `maskSizeIPv6` でブロックを小さくしてください。IPv6 のマスクは 16 進数の桁の境界に揃えます

FLEET008 = 既存のクラスター { $cluster } に範囲がありません
    .missing = 既存のクラスター { $cluster } のファイル { $file } が渡されていません
    .unusable = 既存のクラスター { $cluster } のファイル { $file } から範囲を読み取れません
    .title = 範囲のない既存のクラスター
    .help = `podCIDRs` と `serviceCIDRs` に範囲を指定するか、`plan` にプランファイルか `dualstack import` が読み取れるファイルを指定してください

FLEET009 = クラスター { $cluster } は、{ $other } のために予約された { $range } にあります
    .title = 予約されたネットワークにあるクラスター
    .help = 予約を取り消すか、ロックファイルからクラスターの項目を取り除いて新しい場所を割り当ててください

FLEET010 = クラスターの場所を確保するため、グループ { $group } の { $family } の集約を分割しました。サイトの経路が増えています
    .title = 集約の分割
    .help = 経路を少なく保つにはブロックを追加してください

FLEET011 = これはフリートのロックファイルではありません
    .title = 使用できないロックファイル
    .help = `dualstack fleet` が書き出したファイルを指定してください。指定しない場合は、すべてのクラスターに新しい場所を割り当てます

FLEET012 = クラスター { $cluster } は、グループ { $group } のブロックの外にある { $range } にあります
    .title = ブロックの外にあるクラスター
    .help = クラスターは移動しません。その範囲を含むブロックを追加するか、ロックファイルから項目を取り除いて新しい場所を割り当ててください

fleet-reason = { $first }: { $next }
fleet-name = { $field }: { $value } はクラスター名として使用できません。小文字の英字、数字、`-`、`.` を 63 文字まで使用できます
fleet-rate = { $field }: { $value } は増加率ではありません。数値か、現在の数に対する割合（`5%`）を指定してください

fleet-lock-comment = フリートのクラスターの場所。`dualstack fleet` が書き出し、次回に読み取ります。フリートのファイルと一緒に保管してください。項目を取り除いたクラスターには新しい場所が割り当てられます。

fleet-summary = { $clusters } クラスターを配置しました: 新規 { $new }、維持 { $kept }、拡張 { $grown }
    .missing = { $clusters } クラスターを配置しました: 新規 { $new }、維持 { $kept }、拡張 { $grown }。{ $missing } クラスターには場所がありません

fleet-heading = フリート { $name }
fleet-heading-routes = 経路
fleet-column-cluster = クラスター
fleet-column-group = グループ
fleet-column-site = サイト
fleet-column-pods = Pod
fleet-column-services = Service
fleet-column-state = 状態
fleet-column-clusters = クラスター数
fleet-column-routes = 経路
fleet-state = { $state ->
        [new] 新規
        [grown] 拡張
       *[kept] 維持
    }
fleet-use = グループ { $group } の { $family }: { $clusters } クラスターに、倍増の余地を含めて { $bound } アドレスが必要です。確保したのは { $taken } アドレス（{ $waste }% 増）、経路は { $routes } 本です
fleet-removed = 前回からなくなり、空きになったクラスター: { $names }
