## 比較と、プランからプランへの手順

diff-other-title = 比較する相手
diff-keep = 今のプランを比較元にする
diff-other = 以前のプラン、または稼働中のもの
diff-help = プランのほか、上部の入力欄で読めるもの (kubeadm のファイル、ダンプ、フラグなど) を貼り付けられます。これが以前の状態で、横に表示されているプランが新しい状態です。
diff-nothing = 現在の状態を貼り付けるか、今のプランを比較元にしてから変更してください。違い、影響の範囲、移行の手順がここに表示されます。
diff-too-long = 1 MiB を超えるテキストはコマンドラインで比較してください: dualstack diff OLD NEW
diff-own-unusable = 横に表示されているプランは比較できません:
diff-other-unusable = このテキストからは比較できるプランを読み取れません:
diff-title = 違い
diff-half = 一部だけ実施した場合
diff-source = 出典:
steps-title = 移行の手順
steps-proof = どの手順もクラスターのモデルで試しています。コンポーネントは起動し、ノードはブロックを保ち、既存の Service は有効なまま、新しい Service も受け付けられます。
step-title = 手順 { $number }
step-details = 実施内容、確認方法、元に戻す方法
step-settings = 設定
step-commands = コマンド
step-check = 確認
step-notice = 利用者への影響
step-back = 元に戻すには
