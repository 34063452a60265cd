## ルール。1 項目が 1 ルール。値は検出結果、.title は一覧での名前、.help は対処、.fix-… はボタンの文言。

START001 = { $component } がこのプランのフラグについて { $check } を報告します
    .fatal = { $component } はこのプランのフラグでは起動しません (検査 { $check })
    .never-ready = { $component } は起動しますが、プランが求める動作は実現しません (検査 { $check })
    .warning = { $component } はこのプランのフラグについて警告をログに出します (検査 { $check })
    .title = コンポーネントがプランのフラグを拒否する
    .help = コンポーネントの出力に示されたフィールドを変更してください
