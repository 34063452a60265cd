### kube-apiserver が Service について下した判断の各段階。

service-step-field-unknown = Kubernetes { $version } には { $field } がないか無効になっているため、破棄されます
service-step-policy-decoded = このバージョンでは、ポリシーなしで 2 つのファミリーまたは 2 つの cluster IP を指定すると RequireDualStack とみなされます
service-step-families-decoded = RequireDualStack でファミリーが 1 つだけ指定されているため、クラスターの構成を確認する前にもう一方が追加されます
service-step-gate-off = フィーチャーゲート IPv6DualStack が無効のため、ファミリーは確認されず、プライマリの範囲からアドレスが 1 つ割り当てられます
service-step-external-name = ExternalName の Service には cluster IP もファミリーもありません

service-step-ips-from-ip = clusterIP だけが指定され clusterIPs がない → clusterIPs に同じ値が設定されます
service-step-ips-kept = clusterIP は変わらず clusterIPs が省略されている → 保存済みのリストが維持されます
service-step-ips-cleared = clusterIP が消去され clusterIPs は変わっていない → clusterIPs も消去されます
service-step-ips-follow-ip = clusterIP が変更され clusterIPs は変わっていない → clusterIPs は clusterIP に合わせられます
service-step-kept = { $field } が省略されている → 保存済みの値が維持されます
service-step-cleared-by-type = type が { $old } から { $new } に変わり、{ $field } は変更されていない → 消去されます
service-step-second-dropped = ポリシーが SingleStack で { $field } に 2 つの値がある → 2 つ目が取り除かれます

service-step-prefer-dual-stack-kept = PreferDualStack で、アドレスとファミリーが保存済みのものと同じ → クラスターの構成が変わっていても何も変更されません
service-step-policy-from-old = ポリシーの指定なし → 保存済みの Service のものが維持されます: { $policy }
service-step-policy-headless = ポリシーの指定がなく、セレクターのない headless Service → { $policy }
service-step-policy-single-selector = ポリシーの指定がなく、セレクターがある → { $policy }
service-step-policy-single-no-selector = ポリシーの指定なし → { $policy }
service-step-policy-two-families = ポリシーの指定がなく、ファミリーが 2 つある → { $policy }
service-step-family-of-ip = cluster IP { $ip } に対するファミリーの指定なし → { $family }
service-step-primary-family = ファミリーの指定なし → クラスターのプライマリファミリー: { $family }
service-step-second-family = ポリシーが 2 つのファミリーを求め、クラスターには両方がある → { $family } が追加されます
service-step-second-family-headless = セレクターのない headless Service で、ポリシーが 2 つのファミリーを求めている → クラスターの構成に関係なく { $family } が追加されます
service-step-no-second-family = ポリシーは 2 つのファミリーを求めているが、クラスターには 1 つしかない → ファミリーは 1 つのままです

service-step-headless = headless のため、アドレスは割り当てられません
service-step-address-allocated = { $family } アドレスが割り当てられました: { $address }
service-step-address-reserved = 要求された { $family } アドレス { $address } が確保されました
service-step-address-released = { $address } が解放されます
service-step-node-port-allocated = ノードポート { $port } が割り当てられました
service-step-node-port-reserved = 要求されたノードポート { $port } が確保されました
service-step-name-generated = サーバーが { $start } で始まる名前を補完します
service-step-held = この Service はすでにクラスターにあります。送信せず、クライアントが読み取る形で表示します
service-step-health-check-port = ロードバランサーが各ノードの正常性を確認する → ポート { $port } が割り当てられました

service-step-refused = { $field } で拒否されました: { $error }
service-step-failed = サーバーがエラーを返します: { $error }

service-simulation-now-dual-stack = クラスターはデュアルスタックになりました。Service のファミリーは変更されるまでそのままです
service-simulation-now-single-stack = クラスターはシングルスタックになりました。もう一方のファミリーを持つ Service はそれを保持しますが、ポリシーが PreferDualStack でない限り、更新は失敗します
service-simulation-ranges-changed = Service の範囲が変わりました。保存済みのアドレスはそのままです
service-simulation-default-object-created = API サーバーがフラグから ServiceCIDR オブジェクト kubernetes を作成します
service-simulation-default-object-extended = API サーバーが ServiceCIDR オブジェクト kubernetes に 2 つ目の範囲を追加します
service-simulation-object-leaves = ServiceCIDR { $name } は削除中です。どの API サーバーもその範囲からアドレスを割り当てなくなるように、少なくとも { $seconds } 秒間残ります
service-simulation-object-waits = ServiceCIDR { $name } は削除中で、その範囲のアドレスを持つ Service がなくなるまで待機しています
service-simulation-object-removed = ServiceCIDR { $name } は削除されました

service-aspect-external-name = DNS サーバーは別の名前を返します。利用できるファミリーはその名前によって決まります
service-aspect-no-balancer = プランからはロードバランサーの提供元が決まりません。提供元がない場合、Service に外部アドレスは割り当てられません
service-aspect-balancer-lacks-family = { $balancer } はこの Service に { $family } アドレスを割り当てません
service-aspect-balancer-needs-annotation = { $balancer } がこの Service に { $family } アドレスを割り当てるのは、アノテーション { $annotation } がある場合だけです
service-aspect-one-balancer-ip = loadBalancerIP に指定できるアドレスは 1 つですが、Service には 2 つのファミリーがあります
service-aspect-family-unrestricted = { $family } の送信元範囲が 1 つもないため、kube-proxy は { $family } での接続をすべて許可します
service-aspect-external-ips-not-served = Service に { $family } ファミリーがないため、{ $family } の externalIPs を処理する kube-proxy はありません
service-aspect-endpoints-one-family = Endpoints オブジェクトには最初のファミリーだけが入ります。EndpointSlice には両方が入ります
service-aspect-endpoints-by-hand = セレクターがないためエンドポイントは自動で書き込まれません。ファミリーごとに、そのアドレスタイプの EndpointSlice が必要です

service-convert-family-to-list = ipFamily { $family } は ipFamilies [{ $family }] とポリシー SingleStack になります
service-convert-family-of-address = ipFamily は { $named } ですが、クラスター IP { $address } は { $family } です。アドレスを残すため、{ $named } を前提とするクライアントは接続できません
service-convert-family-dropped = ipFamily はここでは意味を持たないため、省かれます
service-convert-policy-added = ポリシーなしの 2 つのファミリーまたは cluster IP は { $policy } を意味していました。今後は明記する必要があります
service-convert-prefer-upgrades = { $version } では、クラスターに 2 つ目のファミリーがあると、PreferDualStack の Service はどのような更新でもそのファミリーが追加されます
service-convert-replace-needs-ip = { $version } では、保存済みの Service を置き換えるマニフェストに clusterIP が必要です
service-convert-list-to-family = ipFamilies の最初の値が ipFamily { $family } になります
service-convert-one-family-only = { $version } の Service のファミリーは 1 つです。もう一方には 2 つ目の Service が必要です
service-convert-second-address-lost = 2 つ目の cluster IP { $address } は失われます
service-convert-field-lost = { $version } には { $field } がないか、ここでは拒否されるため、省かれます
service-convert-canonical = { $before } は { $after } と書き換えられます
service-convert-no-sctp = { $version } は、フィーチャーゲートを有効にしない限り SCTP ポートを拒否します
service-convert-no-mixed-protocols = { $version } は、1 つのロードバランサーで複数のプロトコルを使うことを拒否します
service-convert-no-kubelet-port = { $version } は、kubelet が使うポート 10250 のロードバランサーを拒否します
service-convert-needs-gate = { $version } は、フィーチャーゲート IPv6DualStack=true の場合だけファミリーを確認します
service-convert-had-no-effect = { $field } はマニフェストの対象バージョンでは無効だったため、省かれます
