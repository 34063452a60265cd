// Every sentence of the command line itself. What the engine says comes from its own catalogue.

import type { Language } from "../generated.js";

const en = {
    "usage": "Usage: {usage}",
    "about": "IPv4/IPv6 dual-stack address plans for Kubernetes, exactly as the components of each version compute them.",
    "commands": "Commands:",
    "options": "Options:",
    "more-help": "`dualstack <command> --help` tells more about a command.",
    "file-operand": "FILE is a plan file; without it, or with `-`, standard input is read.",
    "command-plan": "The address plan",
    "command-lint": "What is wrong with a plan, or worth knowing",
    "command-nodes": "The blocks that nodes get",
    "option-from": "The first node, from 0; default: 0",
    "option-limit": "How many nodes, 1000 at most; default: 20",
    "option-find": "The node an address belongs to",
    "column-kind": "for",
    "column-range": "range",
    "column-name": "name",
    "column-family": "family",
    "column-mask": "mask",
    "column-nodes": "nodes",
    "column-excluded": "not for nodes",
    "column-addresses": "addresses a node",
    "column-free": "free",
    "column-block": "block",
    "column-node": "node",
    "column-pod-cidrs": "pod CIDRs",
    "kind-pods": "pods",
    "kind-services": "Services",
    "kind-nodes": "nodes",
    "kind-reserved": "reserved",
    "heading-ranges": "Ranges",
    "heading-node-blocks": "Node blocks",
    "heading-free": "Free space",
    "node-capacity": "Nodes that get a block of every family: {count}",
    "more-nodes": "{shown} of {count} nodes",
    "severity-error": "error",
    "severity-warning": "warning",
    "severity-info": "info",
    "nothing-found": "{file}: nothing to say",
    "found": "{errors} errors, {warnings} warnings, {infos} notes",
    "find-node": "{address} is in {block}, the block of node {node}",
    "find-spare": "{address} is in {block}, which no node gets: another family has no block for node {node}",
    "find-excluded": "{address} is in {block}, which no node gets: it shares addresses with the Service range {service}",
    "find-outside": "{address} is in no pod range of the plan",
    "option-help": "Print this help",
    "option-lang": "Language of the messages; default: from the environment",
    "option-output": "Format of the output",
    "unknown-command": "there is no command `{command}`",
    "unknown-option": "`{command}` has no option `{option}`",
    "did-you-mean": "did you mean `{nearest}`?",
    "known-commands": "known commands: {list}",
    "needs-value": "option `{option}` needs a value",
    "takes-no-value": "option `{option}` takes no value",
    "not-one-of": "`{value}` is no value of `{option}`; it takes {list}",
    "not-a-number": "`{value}` is no value of `{option}`; it takes a whole number",
    "too-many-operands": "`{command}` takes one file at most; `{operand}` is one too many",
    "cannot-read": "cannot read {file}: {reason}",
    "cannot-write": "cannot write {file}: {reason}",
    "is-a-directory": "it is a directory",
    "does-not-exist": "there is no such file",
    "not-permitted": "permission denied",
    "too-large": "{file} is larger than {limit} MiB",
    "not-utf8": "{file} is not UTF-8 text",
    "standard-input": "standard input",
    "bug": "that was a bug in the planner, not in your input; please report it:",
} as const;

/** A message of the command line. */
export type MessageId = keyof typeof en;

const ja: Record<MessageId, string> = {
    "usage": "使い方: {usage}",
    "about": "Kubernetes の IPv4/IPv6 dual-stack アドレス計画を、各バージョンのコンポーネントの動作どおりに作成します。",
    "commands": "コマンド:",
    "options": "オプション:",
    "more-help": "各コマンドの詳細は `dualstack <command> --help` で表示できます。",
    "file-operand": "FILE はプランファイルです。省略した場合、または `-` の場合は標準入力を読み込みます。",
    "command-plan": "アドレス計画を表示する",
    "command-lint": "プランの問題点や注意点を表示する",
    "command-nodes": "各ノードに割り当てられるブロックを表示する",
    "option-from": "最初のノードの番号（0 から数える、既定値は 0）",
    "option-limit": "表示するノード数（最大 1000、既定値は 20）",
    "option-find": "アドレスが属するノードを探す",
    "column-kind": "用途",
    "column-range": "範囲",
    "column-name": "名前",
    "column-family": "ファミリー",
    "column-mask": "マスク",
    "column-nodes": "ノード数",
    "column-excluded": "割り当て対象外",
    "column-addresses": "ノードあたりのアドレス数",
    "column-free": "空き",
    "column-block": "ブロック",
    "column-node": "ノード",
    "column-pod-cidrs": "pod CIDR",
    "kind-pods": "Pod",
    "kind-services": "Service",
    "kind-nodes": "ノード",
    "kind-reserved": "予約済み",
    "heading-ranges": "範囲",
    "heading-node-blocks": "ノードのブロック",
    "heading-free": "空き領域",
    "node-capacity": "すべてのファミリーのブロックを割り当てられるノード数: {count}",
    "more-nodes": "全 {count} ノード中 {shown} ノードを表示",
    "severity-error": "エラー",
    "severity-warning": "警告",
    "severity-info": "情報",
    "nothing-found": "{file}: 指摘事項はありません",
    "found": "エラー {errors} 件、警告 {warnings} 件、情報 {infos} 件",
    "find-node": "{address} はノード {node} のブロック {block} に含まれます",
    "find-spare": "{address} は {block} に含まれますが、別のファミリーにノード {node} 用のブロックがないため、このブロックはどのノードにも割り当てられません",
    "find-excluded": "{address} は {block} に含まれますが、Service の範囲 {service} と重なるため、このブロックはどのノードにも割り当てられません",
    "find-outside": "{address} はこのプランのどの Pod 範囲にも含まれません",
    "option-help": "このヘルプを表示する",
    "option-lang": "メッセージの言語（既定値は環境変数から決まります）",
    "option-output": "出力形式",
    "unknown-command": "`{command}` というコマンドはありません",
    "unknown-option": "`{command}` に `{option}` というオプションはありません",
    "did-you-mean": "`{nearest}` の間違いではありませんか？",
    "known-commands": "使用できるコマンド: {list}",
    "needs-value": "オプション `{option}` には値が必要です",
    "takes-no-value": "オプション `{option}` は値を取りません",
    "not-one-of": "`{value}` は `{option}` の値として使えません。指定できる値: {list}",
    "not-a-number": "`{value}` は `{option}` の値として使えません。整数を指定してください",
    "too-many-operands": "`{command}` に指定できるファイルは 1 つだけです（余分な引数: `{operand}`）",
    "cannot-read": "{file} を読み込めません: {reason}",
    "cannot-write": "{file} に書き込めません: {reason}",
    "is-a-directory": "ディレクトリです",
    "does-not-exist": "ファイルが存在しません",
    "not-permitted": "アクセス権がありません",
    "too-large": "{file} は {limit} MiB を超えています",
    "not-utf8": "{file} は UTF-8 のテキストではありません",
    "standard-input": "標準入力",
    "bug": "入力の誤りではなく、プランナーの不具合です。ぜひご報告ください:",
};

const catalogues: Record<Language, Record<MessageId, string>> = { en, ja };

/** Gives the text of a message with its parameters filled in. */
export type Translate = (id: MessageId, params?: Record<string, string | number>) => string;

/** The messages of one language. */
export function translator(language: Language): Translate {
    return (id, params = {}) =>
        catalogues[language][id].replace(/\{(\w+)\}/g, (placeholder, name: string) =>
            String(params[name] ?? placeholder),
        );
}

/** The language of a BCP 47 tag or of a POSIX locale such as `ja_JP.UTF-8`, if it is one of ours. */
export function languageOf(tag: string): Language | undefined {
    const language = tag.toLowerCase().split(/[-_.@]/, 1)[0] ?? "";
    return Object.keys(catalogues).find((known): known is Language => known === language);
}

/** The language that the environment asks for; the first variable that is set decides, as in POSIX. */
export function languageOfEnvironment(environment: Record<string, string | undefined>): Language {
    const locale = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
    return languageOf(locale) ?? "en";
}
