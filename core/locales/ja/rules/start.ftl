## ルール。1 項目が 1 ルール。値は検出結果、.title は一覧での名前、.help は対処、.fix-… はボタンの文言。

START001 = { $component } がこの計画のフラグについて { $check } を報告します
    .fatal = { $component } はこの計画のフラグでは起動しません (検査 { $check })
    .never-ready = { $component } は起動しますが、計画が求める動作は実現しません (検査 { $check })
    .warning = { $component } はこの計画のフラグについて警告をログに出します (検査 { $check })
    .title = コンポーネントが計画のフラグを拒否する
    .help = 下の文がコンポーネントの出力です。そこに示されたフィールドを変更してください
