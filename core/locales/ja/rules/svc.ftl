## ルール。1 項目が 1 ルール。値は検出結果、.title は一覧での名前、.help は対処、.fix-… はボタンの文言。

SVC004 = Service { $name } は { $family } だけになります。ipFamilyPolicy がないと API サーバーは SingleStack として保存し、{ $other } のクライアントからはアドレスが見えません
    .title = Service が気付かないうちにシングルスタックになる
    .help = 意図を明記してください。両ファミリーなら PreferDualStack、片方だけなら SingleStack です
    .fix-prefer = 両ファミリーを要求する (PreferDualStack)
    .fix-say-so = 1 つのファミリーのままにすると明記する (SingleStack)

SVC100 = API サーバーは Service { $name } をステータス { $code } で拒否します
    .title = 拒否される Service
    .help = 下の文が正確な応答です。そこに至る手順は Service の欄に表示されます
