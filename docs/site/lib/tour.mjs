// Dual-stack as the documentation of Kubernetes 1.16 described it, and what became of it: its flags by the engine, its three
// Services live. The page of that time listed the feature gate for three components, two lists of ranges, and Services with
// the field `ipFamily` (kubernetes/website, content/en/docs/concepts/services-networking/dual-stack.md of 1.16).

import { pathIn } from "./frame.mjs";
import { planner, valueOf } from "./engine.mjs";
import { code, escape, relative, table } from "./html.mjs";
import { live } from "./live.mjs";
import { markdown } from "./markdown.mjs";
import { versionPage } from "./versions.mjs";

const THEN = "1.16";

/** The ranges of the page; those of Services were left to the reader. */
const planOf = (version, pods) => `apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata:
  name: tour
spec:
  kubernetesVersion: "${version}"
  podCIDRs: [10.244.0.0/16, "${pods}"]
  serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
`;

const service = (family) => `---
apiVersion: v1
kind: Service
metadata:
  name: my-service
spec:
${family === undefined ? "" : `  ipFamily: ${family}\n`}  selector:
    app: MyApp
  ports:
  - protocol: TCP
    port: 80
    targetPort: 9376
`;

const SERVICES = [undefined, "IPv6", "IPv4"];

const TEXTS = {
    en: {
        title: "Dual-stack in 1.16, and what became of it",
        intro: `
Dual-stack came to Kubernetes as an alpha in 1.16. Its documentation was one page: a list of flags, and three Services. This is a
tour of that page with an engine behind it. The flags are computed for the version, and the Services are answered as the API
servers of both times answer them.

## The flags

The page asked for the feature gate \`IPv6DualStack\` on kube-controller-manager, the kubelet and kube-proxy, for two ranges in
\`--cluster-cidr\` (its example: \`10.244.0.0/16,fc00::/24\`) and in \`--service-cluster-ip-range\`, and for kube-proxy in IPVS mode.
kube-apiserver was not in the list, although it is the one that gives Services their addresses: it needs the gate and both ranges
too. This is what the plan comes to then and now.
`,
        setting: "Setting",
        component: "Component",
        absent: "–",
        why: `
| in 1.16 | what became of it |
| --- | --- |
| the gate on every component | on by default in 1.21, locked in 1.23, gone in 1.25: since then a component that is given it does not start |
| one mask, \`--node-cidr-mask-size\`, for both families | \`--node-cidr-mask-size-ipv4\` and \`-ipv6\` from 1.17 on, /24 and /64 by default |
| kube-proxy in IPVS mode only | the mode iptables from 1.18 on, nftables later |
| \`ipFamily\`, one family for a Service | \`ipFamilies\` and \`ipFamilyPolicy\` from 1.20 on: a Service has both |
`,
        range: `
## The range of its example

The page warned that an IPv6 range larger than a /24 fails. The other side of that: the only mask of 1.16, /24 by default,
holds for both families. \`fc00::/24\` is then a single block, for a single node, while IPv4 has 256; and no unique local prefix may
begin with \`fc\`: only \`fd\` is defined (RFC 4193). The example is live. Change the version to \`"${newest()}"\` and see which of
the findings are those of the time.
`,
        services: `
## The three Services

Each stands beside a plan of 1.16 and, below it, in the form of today's API. The tables show what the API server stores; change
the family, or the policy, and see what it says.
`,
        service: [
            "### Without a family\n\nThe Service gets the family of the first range. That has stayed.",
            "### In IPv6\n\nThe field `ipFamily` chose one of the two ranges.",
            "### In IPv4\n\nThe same for the other one. A Service of both families could not be written: it took two Services.",
        ],
        then: `In ${THEN}`,
        now: (version) => `In ${version}`,
        today: `
## The same in one Service

Since 1.20 one Service has both families. \`PreferDualStack\` takes what the cluster has, \`RequireDualStack\` refuses less.
`,
        more: (page) => `Every change by version, with its source: [${page.text}](${page.address}).`,
    },
    ja: {
        title: "1.16 のデュアルスタックと、その後",
        intro: `
デュアルスタックは、Kubernetes 1.16 でアルファ機能として登場しました。当時のドキュメントは 1 ページで、フラグの一覧と 3 つの Service
だけでした。このページでは、それをエンジンとともにたどります。フラグはそのバージョンについて計算したもので、Service には当時と現在の
API サーバーがそれぞれ答えます。

## フラグ

当時のページが求めていたのは、kube-controller-manager、kubelet、kube-proxy でのフィーチャーゲート \`IPv6DualStack\`、\`--cluster-cidr\`
(例は \`10.244.0.0/16,fc00::/24\`) と \`--service-cluster-ip-range\` での 2 つの範囲、そして IPVS モードの kube-proxy です。
一覧に kube-apiserver はありませんでしたが、Service のアドレスを割り当てるのは kube-apiserver なので、ゲートと 2 つの範囲が必要でした。
同じプランが当時と現在でどうなるかを示します。
`,
        setting: "設定",
        component: "コンポーネント",
        absent: "–",
        why: `
| 1.16 | その後 |
| --- | --- |
| すべてのコンポーネントでゲートを指定 | 1.21 で既定で有効、1.23 で固定、1.25 で廃止。それ以降、指定したコンポーネントは起動しません |
| 両ファミリー共通のマスク \`--node-cidr-mask-size\` | 1.17 から \`--node-cidr-mask-size-ipv4\` と \`-ipv6\`。既定は /24 と /64 |
| kube-proxy は IPVS モードのみ | 1.18 から iptables モード、のちに nftables も |
| Service ごとに 1 つのファミリーを選ぶ \`ipFamily\` | 1.20 から \`ipFamilies\` と \`ipFamilyPolicy\`。1 つの Service が両方を持てます |
`,
        range: `
## 例に使われていた範囲

当時のページには、/24 より大きな IPv6 の範囲は失敗するという注意がありました。一方で、1.16 にはマスクが 1 つしかなく、既定の /24 が
両方のファミリーに使われます。そのため \`fc00::/24\` はノード 1 台分のブロック 1 つだけになり、IPv4 は 256 個になります。また、\`fc\` で
始まるユニークローカルアドレスは定義されておらず、使えるのは \`fd\` だけです (RFC 4193)。下の例は操作できます。バージョンを
\`"${newest()}"\` に変えると、どの検出結果が当時だけのものかがわかります。
`,
        services: `
## 3 つの Service

それぞれを、まず 1.16 のプランと一緒に、その下に現在の API の形で示します。表は API サーバーが保存する内容です。ファミリーやポリシーを
変えて、API サーバーの答えを確かめてください。
`,
        service: [
            "### ファミリーの指定なし\n\n最初の範囲のファミリーになります。これは今も同じです。",
            "### IPv6\n\n`ipFamily` フィールドで、2 つの範囲のどちらかを選びました。",
            "### IPv4\n\nもう一方を選ぶ場合も同様です。両方のファミリーを持つ Service は書けず、2 つの Service が必要でした。",
        ],
        then: `${THEN} の場合`,
        now: (version) => `${version} の場合`,
        today: `
## 1 つの Service で両方のファミリー

1.20 からは、1 つの Service が両方のファミリーを持てます。\`PreferDualStack\` はクラスターにあるものを使い、\`RequireDualStack\` は
両方がなければ拒否されます。
`,
        more: (page) => `バージョンごとの変更と出典: [${page.text}](${page.address})`,
    },
};

function newest() {
    return planner.kubernetesVersions().at(-1);
}

/** The settings of a plan in a version: `component name` → value. */
function settings(text) {
    const { components } = valueOf(planner.components(text), "the settings of the tour");
    return new Map(
        components.flatMap(({ component, settings: own }) =>
            own.filter(({ flag }) => flag !== undefined).map(({ flag, value }) => [`${component} ${flag}`, { component, name: flag, value }]),
        ),
    );
}

function flags(texts) {
    const [then, now] = [THEN, newest()].map((version) => settings(planOf(version, "fc00::/24")));
    const names = [...new Set([...then.keys(), ...now.keys()])];
    const shown = (settings_, key) => (settings_.has(key) ? code(settings_.get(key).value) : texts.absent);
    const rows = names.map((key) => {
        const { component, name } = then.get(key) ?? now.get(key);
        return [code(component), code(name), shown(then, key), shown(now, key)];
    });
    return table([texts.component, texts.setting, THEN, newest()], rows);
}

/** A Service of 1.16 in the form of the newest version. */
function converted(text) {
    return valueOf(planner.convert(text, newest()), "a Service of the tour").text;
}

function body(page, { pages }) {
    const texts = TEXTS[page.lang];
    const said = (text) => markdown(page, text, { file: "docs/site/lib/tour.mjs", pages }).html;
    const both = SERVICES.flatMap((family, index) => {
        const text = planOf(THEN, "fd00::/24") + service(family);
        // The masks of today cut another range into as many blocks as nodes.
        const today = converted(text.replace("fd00::/24", "fd00:10:244::/56"));
        return [
            said(texts.service[index]),
            `<p><strong>${escape(texts.then)}</strong></p>\n`,
            live(page, text, { view: "services", tab: "services" }),
            `<p><strong>${escape(texts.now(newest()))}</strong></p>\n`,
            live(page, today, { view: "services", tab: "services" }),
        ];
    });
    const changes = { text: "Kubernetes 1.17–", address: relative(page.path, pathIn(page.lang, versionPage("1.17"))) };
    const dual = `${planOf(newest(), "fd00:10:244::/56")}${service()}`.replace("spec:\n  selector", "spec:\n  ipFamilyPolicy: PreferDualStack\n  selector");
    return [
        said(texts.intro),
        flags(texts),
        said(texts.why),
        said(texts.range),
        live(page, planOf(THEN, "fc00::/24"), {}),
        said(texts.services),
        ...both,
        said(texts.today),
        live(page, dual, { view: "services", tab: "services" }),
        said(texts.more(changes)),
    ].join("");
}

export function tourPages() {
    return [
        {
            name: "guide/dual-stack-in-1.16.html",
            title: { en: TEXTS.en.title, ja: TEXTS.ja.title },
            source: "docs/site/lib/tour.mjs",
            body,
        },
    ];
}
