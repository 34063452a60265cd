# JavaScript からの呼び出しの引数に関するメッセージ。

API001 = テキストが文字列ではありません（{ $found } が渡されました）
API002 = { $argument }: { $mebibytes } MiB を超えています
API003 = { $argument }: JSON に変換できません: { $error }
API004 = { $argument }: この呼び出しに合わない値です: { $error }
API005 = IP アドレスではありません: { $text }
API006 = { $argument }: Service の範囲を 1 つ、またはファミリーの異なる 2 つを指定してください
API007 = この呼び出しに必要な部分が読み込まれていません。先に await load("{ $part }") を実行してください
API008 = `{ $tag }` という言語はないため、メッセージは英語で表示されます。使用できる言語: { $known }
