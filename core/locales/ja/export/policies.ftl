group-policies = アドミッションポリシー

target-gatekeeper = OPA Gatekeeper
    .description = デュアルスタックの Service を必須にする ConstraintTemplate と制約、PreferDualStack を既定にする Assign
target-kubewarden = Kubewarden
    .description = プランのファミリーを設定に持つ ClusterAdmissionPolicy
target-kyverno = Kyverno
    .description = PreferDualStack を既定にし、デュアルスタックの Service を必須にするポリシー（ClusterPolicy と CEL 型）
target-mutating-admission-policy = MutatingAdmissionPolicy
    .description = PreferDualStack を既定にする API サーバー組み込みのポリシー
target-validating-admission-policy = ValidatingAdmissionPolicy
    .description = Service のファミリーに関する API サーバー組み込みのポリシー（必要なものを選択）

## ファイル内のコメント。一部はポリシーの応答にもなる

export-policy-require-dual-stack = クラスター { $cluster }: Service は両方の IP ファミリーを持つ必要があります。spec.ipFamilyPolicy を PreferDualStack か RequireDualStack にしてください
export-policy-forbid-dual-stack = クラスター { $cluster }: Service の spec.ipFamilyPolicy は SingleStack でなければなりません。セレクターのない headless Service では明示が必要です
export-policy-family-order = クラスター { $cluster }: デュアルスタックの Service の spec.ipFamilies は [{ $first }, { $second }] でなければなりません
export-policy-ipv4-only = クラスター { $cluster }: Service が持てるのは IPv4 アドレスだけです
export-policy-ipv6-only = クラスター { $cluster }: Service が持てるのは IPv6 アドレスだけです
export-policy-prefer-dual-stack = ipFamilyPolicy のない Service を PreferDualStack にします。ipFamilies に 1 つのファミリーだけを書いた Service はそのままです
export-policy-prefer-dual-stack-in-order = ipFamilyPolicy のない Service を PreferDualStack にし、ファミリーを { $first }、{ $second } の順にします。1 つのファミリーまたは ClusterIP を指定した Service はそのままです
export-policy-default-and-require = ipFamilyPolicy のない Service は PreferDualStack になり、SingleStack の Service は拒否されます
export-policy-choose = このフォルダーのファイルは選択肢です。すべてではなく、必要なものだけを適用してください
export-policy-existing = 既存の Service は、ファミリーが変わるときにだけ検査されます
export-policy-try-out = まず試すには、validationActions の Deny を Warn と Audit に置き換えてください
export-policy-denies = このバージョンには validationActions がないため、違反は常に拒否されます
export-kyverno-release = Kyverno 1.13 以降が必要です
export-kyverno-deprecated = Kyverno 1.13 以降が必要です。ClusterPolicy は Kyverno 1.17 で非推奨になりました。このファイルか cel-policies.yaml のどちらか一方を適用してください
export-kyverno-cel = Kyverno 1.17 以降が必要です。このファイルか cluster-policy.yaml のどちらか一方を適用してください
export-gatekeeper-template = 最初に適用してください。制約の kind を定義します
export-gatekeeper-constraint = ポリシーが一覧にない値へ変わる Service を拒否します。template.yaml の後に適用してください
export-gatekeeper-assign = PreferDualStack を既定にします。ラベル { $label } の付いた Service には適用されません
export-kubewarden-module = { $module } は仮の値です。ここにある設定を読み取るポリシーモジュールに置き換えてください

## 指摘

EXP060 = ファミリーに関するポリシーを出力できません。プランには 1 つの Service 範囲、または異なるファミリーの 2 つの範囲が必要です
    .title = 成り立たない Service 範囲

EXP061 = { $target } が求めるものがありません。クラスターの Service はすべて { $family } だけです
    .title = ファミリーが 1 つでは必須にするものがない
    .help = もう一方のファミリーの Service 範囲を serviceCIDRs に追加してください

EXP062 = Kubernetes { $version } の { $kind } は既定で無効です。kube-apiserver に --feature-gates={ $gate } と --runtime-config={ $config } を指定してください
    .title = アドミッションポリシーを有効にする必要がある

EXP063 = クラスターには { $family } しかないため、次のポリシーは出力していません: { $policies }
    .title = ファミリーが 1 つでは意味のないポリシー

EXP064 = Gatekeeper の Assign は spec.type やファミリーの数を判定できません。ラベル { $label } を付けないと、ExternalName の Service は API サーバーに拒否されます。ポリシーなしで 1 つのファミリーを指定した Service も、このラベルがなければ両方のファミリーになります
    .title = Assign が対象外の Service にも及ぶ

EXP065 = { $module } は仮の値で、このようなポリシーモジュールは存在しません
    .title = 仮のポリシーモジュール
    .help = defaultPolicy、allowedPolicies、primaryFamily を読み取る Kubewarden ポリシーを用意し、そのアドレスを spec.module に書いてください
