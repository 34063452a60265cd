## ログの意味と、マシン上で確認すること。

explain-title = このログの意味を調べる
explain-label = ログまたはコード
explain-hint = コンポーネント、kubectl、ログ収集ツールが出力した行 (複数行も可)、または ADDR001 のようなコードを入力します。
explain-clear = クリア
explain-said =
    { $rules ->
        [0] このテキストに該当するルールはありません。
       *[other] { $rules } 個のルールが該当: { $codes }
    }
explain-nothing = タイムスタンプも含めて、出力された行をそのまま貼り付けてください。判別できるのはアドレスファミリー、アドレス範囲、ノードブロック、起動に関するメッセージで、それ以外の内容の行に該当するルールはありません。コードを調べるときは、ほかの語を付けずにコードだけを入力してください。
explain-line = { $line } 行目の内容
explain-facts = { $component }、Kubernetes { $from } ～ { $to }
    .open = { $component }、Kubernetes { $from } 以降
explain-name = 項目
explain-value = 値
explain-captured = { $code } に関する行の内容
explain-more = 検査の内容と理由
explain-docs = ルール { $code } のページ
explain-in-plan =
    { $count ->
        [0] このプランでは検出されていません。
       *[other] このプランで { $count } 件検出されています。
    }
explain-go = { $code } の検出箇所へ移動

checklist-title = マシン上で確認すること
checklist-about = ファイルだけでは分からない項目です。このプランに合わせて選んだもので、確認用のコマンドを添えています。
checklist-empty = プランを読み取れるようになると一覧が表示されます。
checklist-commands = コマンド: { $title }
checklist-rule = ルール { $code }
