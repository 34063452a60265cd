// Every sentence of the command line itself. What the engine says comes from its own catalogue.

import type { Language } from "../generated.js";

const en = {
    "usage": "Usage: {usage}",
    "about": "IPv4/IPv6 dual-stack address plans for Kubernetes, exactly as the components of each version compute them.",
    "commands": "Commands:",
    "options": "Options:",
    "more-help": "`dualstack <command> --help` tells more about a command.",
    "file-operand": "FILE is a plan file; without it, or with `-`, standard input is read.",
    "command-version": "Print the version",
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
    "command-version": "バージョンを表示する",
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
