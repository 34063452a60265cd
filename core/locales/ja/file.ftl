# プランファイルの読み取りに関する診断。

value-empty = 空の値

FILE001 = YAML として読み取れません
    .title = プランファイルを読み取れません
    .help = 示された行を修正してください。それより前のフィールドと他のドキュメントは読み取られています
    .bracket = 括弧が閉じられていないか、種類の異なる括弧で閉じられています
    .quote = 引用符が閉じられていません
    .behind-quote = 閉じ引用符の後ろに余分な文字があります
    .tab = 空白が必要な位置にタブがあります
    .indentation = この行のインデントが、属するブロックの行と揃っていません
    .colon = 値を置けない位置に `:` があります。`: ` を含む値は引用符で囲む必要があります
    .comma = カンマまたは閉じ括弧がありません
    .dash = リスト要素を始められない位置に `- ` があります
    .escape = 引用符内の `\` によるエスケープが YAML のものではありません
    .comment = `#` のコメントは直前に空白が必要で、値の途中には書けません
    .character = 文字 `{ $character }` はここには書けません。この文字で始まる値は引用符で囲む必要があります
    .byte-order-mark = ドキュメントの途中にバイト順マーク (BOM) があります
    .full-width = YAML として読み取れません。この行に全角の記号が含まれています。半角で書く必要があります

FILE002 = ファイルが { $limit } MiB を超えているため読み取りませんでした
    .title = プランファイルが大きすぎます
    .help = ファイルを分割してください。プランと Service だけなら通常は数 KB です

FILE003 = リストとマッピングの入れ子が { $limit } 段を超えています
    .title = プランファイルの入れ子が深すぎます
    .help = 閉じられていない括弧がないか確認してください

FILE004 = キー `{ $key }` が同じマッピングに 2 回書かれています (最初は { $line } 行目)
    .title = キーが重複しています
    .help = どちらか一方を削除してください。`kubectl apply -f` は何も言わずに最後のものを使い、最初のものを使うツールやファイルを拒否するツールもあります

FILE005 = エイリアス `*{ $name }` より前に、アンカー `&{ $name }` がありません
    .itself = エイリアス `*{ $name }` が、自分自身のアンカーの中にあります
    .many = アンカーとエイリアスを展開すると { $limit } 個を超える値になります。kubectl もこのようなファイルを拒否します
    .title = 解決できないエイリアス
    .help = 値を直接書くか、名前を直してください

FILE006 = `<<` の値がマッピングでも、マッピングのリストでもありません
    .title = マッピングのないマージキー
    .help = `<<` にはマッピングのエイリアスを書くか、フィールドを直接書いてください

FILE007 = キー `{ $key }` は文字列ではありません
    .title = キーが文字列ではありません
    .help = キーを引用符で囲んでください

FILE008 = タグ `{ $tag }` は値に合わないか、対応していません
    .title = 対応していないタグです
    .help = タグを削除してください。文字列にするには引用符で囲みます

FILE009 = `{ $value }` は Kubernetes が受け付ける数値ではありません
    .title = 表現できない数値です
    .help = 有限の数値を書くか、文字列として引用符で囲んでください

FILE010 = 問題が { $count } 件を超えたため、残りは省略しました
    .title = 問題が多すぎます
    .help = まず一覧にある問題を修正してください
    .kind = { $code } はほかに { $count } 件あり、一覧では省略しています
    .help-kind = すべてを一覧に出すには `dualstack lint --all`、関数の呼び出しではオプション `allFindings` を使ってください

FILE011 = `{ $field }` はプランのフィールドではありません。`{ $nearest }` ではありませんか
    .alone = `{ $field }` はプランのフィールドではありません
    .taken = `{ $field }` はプランのフィールドではありません。`{ $nearest }` はすでにあります
    .title = 未知のフィールドです
    .help = 名前を修正するか、フィールドを削除してください
    .fix = `{ $nearest }` に名前を変更する

FILE012 = `{ $field }` は必須です
    .title = 必須のフィールドがありません
    .help = フィールドを追加してください

FILE013 = `{ $field }` の型が異なります
    .string = `{ $field }` は `{ $value }` ですが、文字列でなければなりません
    .integer = `{ $field }` は `{ $value }` ですが、整数でなければなりません
    .boolean = `{ $field }` は `{ $value }` ですが、true または false でなければなりません
    .list = `{ $field }` は `{ $value }` ですが、リストでなければなりません
    .object = `{ $field }` は `{ $value }` ですが、下位にフィールドを持たなければなりません
    .document = ドキュメントが `{ $value }` ですが、apiVersion や kind などのフィールドが必要です
    .title = 値の型が異なります
    .help = 示された型の値を書いてください
    .fix = `{ $value }` と書く

FILE014 = `{ $field }` は { $value } ですが、{ $least } から { $most } の範囲でなければなりません
    .title = 数値が範囲外です
    .help = 範囲内の数値にしてください

FILE015 = `{ $field }` は `{ $value }` ですが、次のいずれかでなければなりません: { $allowed }
    .title = 許可されていない値です
    .help = 列挙された値から選んでください
    .fix = `{ $nearest }` を使う

FILE016 = `{ $field }` の値 `{ $value }` は使用できません
    .title = 使用できない値です
    .help = 値を修正してください
    .cidr = `{ $field }` は `{ $value }` ですが、10.244.0.0/16 や fd00:10:244::/56 のような CIDR でなければなりません
    .address = `{ $field }` は `{ $value }` ですが、192.168.1.11 や fd00::11 のような IP アドレスでなければなりません
    .endpoint = `{ $field }` は `{ $value }` ですが、api.example.com:6443 や [fd00::11]:6443 のような IP アドレスまたは DNS 名（ポートは省略可）でなければなりません
    .release = `{ $field }` は `{ $value }` ですが、1.18 のようなリリースでなければなりません
    .version = `{ $field }` は `{ $value }` ですが、1.36 のような Kubernetes のバージョンでなければなりません

FILE017 = `{ $field }` に全角文字が含まれているため、`{ $value }` として読み取りました
    .manifest = `{ $field }` に全角文字があります。Kubernetes は `{ $value }` とは読み取りません
    .title = 全角文字が含まれています
    .help = Kubernetes は ASCII 文字だけを受け付けます。読み取られた値のとおりに書いてください
    .fix = `{ $value }` と書く

FILE018 = これはテンプレートです
    .title = マニフェストの代わりにテンプレートがある
    .help = 先にテンプレートをレンダリングし、その結果を渡してください
    .helm = これは Helm のテンプレートです。レンダリングするまでは YAML になりません
    .help-helm = 先にレンダリングしてください: helm template RELEASE CHART > rendered.yaml
    .jinja = これは Jinja のテンプレートです。レンダリングするまでは YAML になりません
    .help-jinja = 先にレンダリングし (Ansible の template モジュールなど)、その結果を渡してください
    .jsonnet = これは Jsonnet です。評価するまでは JSON になりません
    .help-jsonnet = 先に評価してください: jsonnet FILE > rendered.json
    .patch = これは Service のパッチで、完全な Service ではありません。どの Service にも必要なフィールドがありません
    .help-patch = 先にビルドしてください: kubectl kustomize DIRECTORY > built.yaml
    .variables = `${"{"}NAME{"}"}` のような変数があります。先に値を入れる必要があります
    .help-variables = 先に値を入れてください: envsubst < FILE > filled.yaml

FILE019 = プランファイルの内容が多すぎます
    .title = プランファイルの内容が多すぎます
    .help = ファイルを分割するか、アドレスに関係のない内容を省いてください
    .values = ファイルの値が { $limit } 個を超えています。ここから後は読み取っていません
    .documents = ファイルのドキュメントが { $limit } 個を超えています。ここから後は読み取っていません
    .keys = マッピングのキーが { $limit } 個を超えています。ここから後は読み取っていません
    .services = ファイルの Service が { $limit } 個を超えています。残りは読み取っていません
    .entries = リスト `{ $field }` の項目が { $limit } 個を超えています。残りは読み取っていません
