## ルール。1 項目が 1 ルール。値は検出結果、.title は一覧での名前、.help は対処、.fix-… はボタンの文言。

SVC001 = Service { $name } は両ファミリーを必須としていますが、クラスターの Service アドレスは { $family } だけです
    .title = シングルスタックのクラスターでデュアルスタックが必須
    .help = クラスターにあるときだけ両ファミリーを求める (PreferDualStack) か、プランにもう一方のファミリーの Service 範囲を加えてください
    .fix-prefer = クラスターにあれば両ファミリー (PreferDualStack)

SVC002 = Service { $name } は、このクラスターに Service アドレスのないファミリーを指定しています
    .title = クラスターにないファミリー
    .help = クラスターにあるファミリーだけを書くか、何も書かないでください。ipFamilies のない PreferDualStack は使えるものを使います
    .fix-configured = クラスターにあるファミリーだけを残す

SVC003 = Service { $name } は 2 つのファミリーまたは 2 つの cluster IP を指定していますが、ポリシーが許すのは 1 つです
    .title = 2 つのファミリーに 1 つ用のポリシー
    .help = ipFamilyPolicy を PreferDualStack か RequireDualStack にするか、ファミリーを 1 つにしてください
    .fix-prefer = 両ファミリーを許す (PreferDualStack)
    .fix-first = 最初の 1 つだけを残す

SVC004 = Service { $name } は { $family } だけになります。ipFamilyPolicy がないと API サーバーは SingleStack として保存し、{ $other } のクライアントからはアドレスが見えません
    .title = Service が気付かないうちにシングルスタックになる
    .help = 意図を明記してください。両ファミリーなら PreferDualStack、片方だけなら SingleStack です
    .fix-prefer = 両ファミリーを要求する (PreferDualStack)
    .fix-say-so = 1 つのファミリーのままにすると明記する (SingleStack)

SVC005 = Service { $name } は { $family } のままです。保存済みの PreferDualStack の Service は、クラスターがデュアルスタックになっても { $other } を得ません
    .title = PreferDualStack の Service が更新されない
    .help = ポリシーを RequireDualStack に変えるか、両ファミリーを明記するか、Service を作り直してください
    .fix-require = 明示的に変更する (RequireDualStack)

SVC006 = Service { $name } の先頭のファミリーとアドレスは変更できません。保存された時点で固定されます
    .title = 先頭のファミリーまたはアドレスの変更
    .help = 元のままにするか、Service を削除して作り直してください
    .fix-keep = 以前のファイルの値を残す

SVC007 = Service { $name } は 2 つ目のファミリーを手放しますが、ポリシーが SingleStack ではありません
    .title = SingleStack なしで 2 つ目のファミリーを手放す
    .help = ipFamilyPolicy を SingleStack にしてください。そうすればリストは省けます
    .fix-single = 手放す (SingleStack)

SVC008 = Service { $name } の cluster IP が、ipFamilies の同じ位置にあるファミリーと合っていません
    .title = cluster IP とファミリーの順序が違う
    .help = clusterIPs と ipFamilies を同じ順序で書いてください
    .fix-follow = ファミリーをアドレスの順に並べる

SVC009 = Service { $name } の cluster IP とファミリーのリストの形が正しくありません
    .title = アドレスまたはファミリーのリストの形が不正
    .help = clusterIP は clusterIPs の先頭と同じにし、各ファミリーは 1 つまで、None は単独で書いてください
    .fix-tidy = リストを整える

SVC010 = ExternalName の Service { $name } に、アドレスを持つ Service だけに許されるフィールドがあります
    .title = ExternalName の Service のファミリー
    .help = ipFamilyPolicy、ipFamilies、clusterIP、clusterIPs を取り除いてください
    .fix-remove = フィールドを取り除く

SVC011 = selector のない headless の Service { $name } は、両ファミリーの RequireDualStack として保存されます
    .title = selector のない headless の Service
    .help = 意図するポリシーを明記し、ファミリーごとに EndpointSlice を用意してください
    .fix-require = 明記する (RequireDualStack)
    .fix-single = 1 つのファミリーにする (SingleStack)

SVC012 = headless の Service { $name } の DNS には { $family } のアドレスしかなく、{ $other } のクライアントからは見えません
    .title = headless の Service が気付かないうちにシングルスタックになる
    .help = 意図を明記してください。両ファミリーなら PreferDualStack、片方だけなら SingleStack です
    .fix-prefer = 両ファミリーを要求する (PreferDualStack)
    .fix-say-so = 1 つのファミリーのままにすると明記する (SingleStack)

SVC013 = Service { $name } の cluster IP { $address } は、他の Service に自動で割り当てられる動的帯にあります。固定用は { $first } から { $last } までです
    .taken = Service { $name } の cluster IP は別の Service が使っています
    .title = 固定の cluster IP が使用中、または使われやすい
    .help = 静的帯のアドレスを選ぶか、API サーバーに任せてください
    .fix-automatic = API サーバーに任せる
    .fix-static = 静的帯の { $to } を使う
    .page-fix-static = 静的帯の空きアドレスを使う

SVC014 = Service { $name } の cluster IP は、このクラスターの Service が使えるアドレスではありません
    .title = Service 範囲外の cluster IP
    .help = Service 範囲の中のアドレス (先頭と、IPv4 では末尾を除く) にするか、API サーバーに任せてください
    .fix-automatic = API サーバーに任せる
    .fix-static = 静的帯の { $to } を使う
    .page-fix-static = 静的帯の空きアドレスを使う

SVC016 = 0.0.0.0 だけで待ち受けるプログラムは、デュアルスタックの Service の IPv6 クライアントを切断します
    .title = IPv4 だけで待ち受けるプログラム
    .help = IPV6_V6ONLY を無効にして :: で待ち受けるか、両方のアドレスで待ち受けてください

SVC017 = Service { $name } は、書かなくても得られるファミリーを指定しています。そのどれかがないクラスターでは拒否されます
    .title = 不要なファミリーの指定
    .help = ipFamilies を省いてください。PreferDualStack はクラスターにあるものを使います
    .fix-remove = ipFamilies を省く

SVC018 = ServiceCIDR { $name } に { $family } の範囲が 2 つあります。各ファミリー 1 つまでです
    .many = ServiceCIDR { $name } に 3 つ以上の範囲があります
    .refused = API サーバーが ServiceCIDR { $name } を拒否します
    .overlap = ServiceCIDR { $name } の範囲 { $range } が { $other } と重なっています
    .title = ServiceCIDR が拒否される、または重なる
    .help = 1 つのオブジェクトには各ファミリー 1 つまでとし、Pod、ノード、予約済みのネットワークと重ならないようにしてください

SVC019 = Service { $name } に、Kubernetes にないファミリーまたはポリシーの名前があります
    .title = 不明なファミリーまたはポリシー
    .help = ファミリーは IPv4 と IPv6、ポリシーは SingleStack、PreferDualStack、RequireDualStack です
    .fix-nearest = { $to } と書く
    .page-fix-nearest = 最も近い既知の名前を書く

SVC020 = Service { $name } は headless でありながら type が { $type } です
    .title = NodePort または LoadBalancer の headless の Service
    .help = cluster IP を持たせるか、type を ClusterIP にしてください
    .fix-address = cluster IP を持たせる
    .fix-headless = headless のままにする (type ClusterIP)

SVC021 = タイプ { $type } の Service にはフィールド { $field } がありません
    .title = 別のタイプの Service のフィールド
    .help = フィールドを削除するか、そのフィールドを持つタイプを Service に指定してください
    .fix-remove = フィールドを削除

SVC022 = 保存済みの Service { $name } のアドレス { $address } は、Service の範囲 { $ranges } のどれにも入っていません
    .twice = 保存済みの Service { $name } と { $other } が同じアドレス { $address } を持っています
    .families = 保存済みの Service { $name } のファミリーがアドレスと一致していません
    .update = 保存済みの Service { $name } は、何も変えない更新でも拒否されます
    .changes = 保存済みの Service { $name } は、更新するとアドレスが { $addresses } に変わります
    .single = 保存済みの Service { $held } 個のうち { $count } 個はファミリーが 1 つで、変更するまでそのままです: { $services }
    .help-single = 両方のファミリーが必要な Service に `ipFamilyPolicy: PreferDualStack` を設定してください。ほかはそのままで問題ありません
    .title = プランに合わない保存済みの Service
    .help = Service の範囲をクラスターのものと照らし合わせるか、Service を作り直してください

SVC023 = { $kind } { $name } に存在しないフィールド { $field } があります。{ $nearest } のことと思われます
    .misplaced = { $kind } { $name } のフィールド { $field } の位置が違います。{ $place } に書いてください
    .alone = { $kind } { $name } に、このバージョンにはないフィールド { $field } があります
    .title = バージョンにないフィールド
    .help = フィールドの名前か位置を直すか、フィールドを取ってください
    .fix-rename = { $to } に変える
    .page-fix-rename = 最も近い既知のフィールド名に変える

SVC024 = Service { $name } の { $field } がないか、重複しているか、API サーバーが受け付ける形になっていません
    .title = 形の正しくない Service のフィールド
    .help = API サーバーの文が示すフィールドを、文にある形で書いてください

SVC025 = Service { $name } の { $field } が API サーバーの受け付ける形になっていません
    .title = 形の正しくない Service のメタデータ
    .help = API サーバーの文にある形で書いてください。Service の名前を変えると DNS 名も変わります

SVC026 = 名前空間 { $namespace } の Service { $name } は、このファイルにすでにあります
    .title = 同じ名前の二つの Service
    .help = 一方の名前を変えるか、両方の内容を一つにまとめてください

SVC100 = API サーバーは Service { $name } をステータス { $code } で拒否します
    .title = 拒否される Service
    .help = API サーバーの文は実際の応答そのものです。そこに至る手順は Service の欄に表示されます

SVC101 = API サーバーは Service { $name } の変更をステータス { $code } で拒否します
    .title = 拒否される Service の変更
    .help = Service を削除して作り直すか、API サーバーの文が示すフィールドを元のままにしてください
