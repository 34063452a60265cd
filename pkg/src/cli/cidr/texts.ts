// The sentences of `dualstack cidr`, which has a catalogue of its own so that the others need not load it.

import type { CidrErrorCode } from "../../cidr/api.js";
import type { Language } from "../../generated.js";

/** What an operation does, by its name; what is wrong with an entry, by its code; and the rest. */
export interface Texts {
    operations: Record<OperationName, string>;
    reasons: Record<CidrErrorCode, string>;
    heading: string;
    standardInput: string;
    exitCodes: string;
    entry: string;
    needsOperation: string;
    unknownOperation: string;
    needsArguments: string;
    notANumber: string;
    notHexadecimal: string;
    notPlaced: string;
    none: string;
}

/** The operations. */
export type OperationName =
    | "parse"
    | "format"
    | "full"
    | "reverse"
    | "split"
    | "nth"
    | "address"
    | "index"
    | "count"
    | "contains"
    | "find"
    | "merge"
    | "exclude"
    | "intersect"
    | "complement"
    | "sort"
    | "compare"
    | "overlaps"
    | "free"
    | "pack"
    | "supernet"
    | "common"
    | "range"
    | "ends"
    | "classify"
    | "ula"
    | "eui64"
    | "mapped"
    | "nat64";

const en: Texts = {
    operations: {
        parse: "what a network is: family, network, lowest and highest address, number of addresses",
        format: "in the form of RFC 5952, without host bits",
        full: "with all digits",
        reverse: "the names of the reverse zones",
        split: "all blocks of a prefix length",
        nth: "the blocks with these numbers, from 0",
        address: "the address with this number, from 0",
        index: "the number of a block or an address in a network",
        count: "how many addresses there are, each counted once",
        contains: "whether the networks of a list have all of each",
        find: "the smallest network of a list around each",
        merge: "the fewest networks with the same addresses",
        exclude: "what is left of a list without the others",
        intersect: "what a list and the others have in common",
        complement: "all addresses that are in none of them",
        sort: "in order, IPv4 first",
        compare: "-1, 0 or 1: the order of two networks",
        overlaps: "every pair that overlaps",
        free: "the lowest free block of a prefix length in a list, of which the others are taken",
        pack: "blocks of several prefix lengths placed into a list, of which the others are taken",
        supernet: "the network of a shorter prefix length around each",
        common: "the smallest network around all",
        range: "the networks that make up a range",
        ends: "the lowest and the highest address of each",
        classify: "the special-purpose block around each, with its RFC",
        ula: "a unique local prefix: of 40 random bits, or of those given in hexadecimal",
        eui64: "the addresses of hardware addresses in a network",
        mapped: "IPv4 as an IPv4-mapped address, and back",
        nat64: "IPv4 behind 64:ff9b::/96 or the prefix of --prefix, and back",
    },
    reasons: {
        "address": "the address cannot be read; expected one such as 10.0.0.0 or fd00::",
        "length": "the prefix length cannot be read; expected a number without leading zeros",
        "longer-than-address": "the prefix length is longer than the address: at most 32 for IPv4, 128 for IPv6",
        "line-break": "there is a line break in it; give each network for itself",
        "record": "it is no network",
        "family": "it is of the other IP family than what it is used with",
        "prefix-length": "the prefix length does not fit what is asked of this network",
        "index": "there is no block or address of that number",
        "too-many": "that would be more than 16777216 entries; ask for a part of them with nth",
        "mac": "the hardware address cannot be read; expected one such as 00:1a:2b:3c:4d:5e",
        "eui64": "an interface identifier takes 64 bits; the prefix length is 64 at most",
        "nat64": "a prefix of NAT64 is of 32, 40, 48, 56, 64 or 96 bits (RFC 6052)",
        "range": "the range ends before it begins",
        "empty": "there is no network in the list",
    },
    heading: "Operations (LIST is several networks, separated by commas):",
    standardInput: "Without NET…, or with `-`, the lines of standard input are read; empty lines and those that begin with # do not count.",
    exitCodes: "Exit code 1: `contains` has found one that is not, `find`, `free` or `pack` one that has no place, `overlaps` a pair. 2: the input cannot be used.",
    entry: "{where}, `{text}`: {reason}",
    needsOperation: "what is to be done? Name an operation; `dualstack cidr --help` lists them",
    unknownOperation: "there is no operation `{name}`; known are {list}",
    needsArguments: "`{name}` takes {usage}",
    notANumber: "`{value}` is no {what}; it takes a whole number",
    notHexadecimal: "`{value}` is no {what}; it takes a number in hexadecimal, ten digits at most",
    notPlaced: "no place for a /{length}",
    none: "none",
};

const ja: Texts = {
    operations: {
        parse: "ネットワークの内容: ファミリー、ネットワーク、最初と最後のアドレス、アドレス数",
        format: "RFC 5952 の形式で表示する (ホスト部は除く)",
        full: "省略せずすべての桁を表示する",
        reverse: "逆引きゾーンの名前",
        split: "指定したプレフィックス長のすべてのブロック",
        nth: "指定した番号 (0 から) のブロック",
        address: "指定した番号 (0 から) のアドレス",
        index: "ネットワーク内でのブロックまたはアドレスの番号",
        count: "アドレスの数 (重複は 1 回だけ数える)",
        contains: "リストのネットワークがそれぞれを完全に含むか",
        find: "それぞれを含む、リスト内で最小のネットワーク",
        merge: "同じアドレスを表す最少のネットワーク",
        exclude: "リストから残りの引数を除いたもの",
        intersect: "リストと残りの引数に共通するもの",
        complement: "どれにも含まれないすべてのアドレス",
        sort: "順に並べる (IPv4 が先)",
        compare: "2 つのネットワークの順序: -1、0、1",
        overlaps: "重なり合うすべての組",
        free: "残りの引数が使用済みのリストから、指定したプレフィックス長の最初の空きブロック",
        pack: "残りの引数が使用済みのリストに、いくつかのプレフィックス長のブロックを配置する",
        supernet: "それぞれを含む、より短いプレフィックス長のネットワーク",
        common: "すべてを含む最小のネットワーク",
        range: "範囲を構成するネットワーク",
        ends: "それぞれの最初と最後のアドレス",
        classify: "それぞれを含む特殊用途ブロックとその RFC",
        ula: "ユニークローカルプレフィックス: 乱数 40 ビット、または 16 進数で指定したビットから",
        eui64: "ネットワーク内でのハードウェアアドレスのアドレス",
        mapped: "IPv4 アドレスと IPv4 射影アドレスの相互変換",
        nat64: "64:ff9b::/96 または --prefix のプレフィックスによる IPv4 アドレスの相互変換",
    },
    reasons: {
        "address": "アドレスを読み取れません。10.0.0.0 や fd00:: のように指定してください",
        "length": "プレフィックス長を読み取れません。先頭に 0 のない数値を指定してください",
        "longer-than-address": "プレフィックス長がアドレスより長くなっています。IPv4 は 32、IPv6 は 128 までです",
        "line-break": "改行が含まれています。ネットワークは 1 つずつ指定してください",
        "record": "ネットワークではありません",
        "family": "組み合わせる相手と IP ファミリーが異なります",
        "prefix-length": "このネットワークに対して、そのプレフィックス長は使えません",
        "index": "その番号のブロックまたはアドレスはありません",
        "too-many": "16777216 件を超えます。nth で一部を指定してください",
        "mac": "ハードウェアアドレスを読み取れません。00:1a:2b:3c:4d:5e のように指定してください",
        "eui64": "インターフェース識別子は 64 ビットです。プレフィックス長は 64 以下にしてください",
        "nat64": "NAT64 のプレフィックスは 32、40、48、56、64、96 ビットのいずれかです (RFC 6052)",
        "range": "範囲の終わりが始まりより前にあります",
        "empty": "リストにネットワークがありません",
    },
    heading: "操作 (LIST はカンマ区切りのネットワーク):",
    standardInput: "NET… を省略した場合、または `-` の場合は標準入力の各行を読み込みます。空行と # で始まる行は無視します。",
    exitCodes: "終了コード 1: `contains` で含まれないものがあった、`find`、`free`、`pack` で該当がなかった、`overlaps` で重なりがあった。2: 入力を使えない。",
    entry: "{where} `{text}`: {reason}",
    needsOperation: "操作を指定してください。一覧は `dualstack cidr --help` で表示できます",
    unknownOperation: "`{name}` という操作はありません。使用できる操作: {list}",
    needsArguments: "`{name}` の引数は {usage} です",
    notANumber: "`{value}` は {what} として使えません。整数を指定してください",
    notHexadecimal: "`{value}` は {what} として使えません。10 桁以下の 16 進数を指定してください",
    notPlaced: "/{length} を置く場所がありません",
    none: "なし",
};

/** Languages that no native speaker has read yet are without these texts: they say it in English. */
export const TEXTS: Record<Language, Texts> = { en, ja, "zh-Hans": en, ko: en };

/** A text with its holes filled. */
export function filled(text: string, values: Record<string, string | number>): string {
    return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}
