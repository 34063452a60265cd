// The operations of `dualstack cidr`, a row each: what they take and what they print.

import * as cidr from "../../cidr/api.js";
import { FOUND_ERRORS, OK } from "../run.js";
import type { OperationName } from "./texts.js";

/** What an operation takes before the networks, by the word that help shows for it. */
export type Parameter = "LENGTH" | "NUMBERS" | "NUMBER" | "LIST" | "LENGTHS" | "NET" | "ADDRESS";

/** What an operation has to work with. */
export interface Given {
    /** The words of the parameters, in order. */
    words: string[];
    /** The networks behind them. */
    networks: string[];
    /** The prefix of NAT64. */
    prefix: string | undefined;
    /** The words for what there is none of. */
    none: string;
    notPlaced(length: number): string;
}

/** The lines that are printed, and the exit code. */
export interface Result {
    lines: Iterable<string>;
    /** Asked for when all lines are printed. */
    code?: () => number;
}

/** An operation. */
export interface Operation {
    name: OperationName;
    parameters: readonly Parameter[];
    /** What the words behind the parameters are called; an operation without them takes none. */
    rest?: "NET…" | "ADDRESS…" | "MAC…" | "[NET…]" | "[BITS]";
    run(given: Given): Result;
}

/** The networks of a LIST. */
export const listOf = (word: string | undefined): string[] => (word ?? "").split(",").map((text) => text.trim());

const number = (word: string | undefined): number => Number(word);

/** Lines of each network, found while they are printed. */
function each(networks: string[], line: (network: string) => string | Iterable<string>): Result {
    function* lines(): Generator<string> {
        for (const network of networks) {
            const found = line(network);
            if (typeof found === "string") {
                yield found;
            } else {
                yield* found;
            }
        }
    }
    return { lines: lines() };
}

function facts(network: string): string {
    const { family } = cidr.parse(network);
    const { first, last } = cidr.toRange(network);
    const text = cidr.format(network);
    return [`IPv${family}`, text.includes("/") ? text : `${text}/${family === 4 ? 32 : 128}`, first, last, cidr.count(network)].join("\t");
}

/** Lines while they are found; some have a place, others have none. */
function found(lines: string[], all: boolean): Result {
    return { lines, code: () => (all ? OK : FOUND_ERRORS) };
}

export const OPERATIONS: readonly Operation[] = [
    { name: "parse", parameters: [], rest: "NET…", run: ({ networks }) => each(networks, facts) },
    { name: "format", parameters: [], rest: "NET…", run: ({ networks }) => ({ lines: cidr.format(networks) }) },
    { name: "full", parameters: [], rest: "NET…", run: ({ networks }) => ({ lines: cidr.format(networks, "full") }) },
    { name: "reverse", parameters: [], rest: "NET…", run: ({ networks }) => each(networks, cidr.reverseZones) },
    {
        name: "split",
        parameters: ["LENGTH"],
        rest: "NET…",
        run: ({ words, networks }) => each(networks, (network) => cidr.subnets(network, number(words[0]))),
    },
    {
        name: "nth",
        parameters: ["LENGTH", "NUMBERS"],
        rest: "NET…",
        run: ({ words, networks }) =>
            each(networks, (network) => cidr.nth(network, number(words[0]), listOf(words[1]).map(BigInt))),
    },
    {
        name: "address",
        parameters: ["NUMBER"],
        rest: "NET…",
        run: ({ words, networks }) => each(networks, (network) => cidr.addressAt(network, BigInt(words[0] ?? ""))),
    },
    {
        name: "index",
        parameters: ["NET"],
        rest: "NET…",
        run: ({ words, networks, none }) => each(networks, (inner) => String(cidr.indexOf(words[0] ?? "", inner) ?? none)),
    },
    { name: "count", parameters: [], rest: "NET…", run: ({ networks }) => ({ lines: [String(cidr.count(networks))] }) },
    {
        name: "contains",
        parameters: ["LIST"],
        rest: "NET…",
        run: ({ words, networks }) => {
            const inside = cidr.contains(listOf(words[0]), networks);
            return found(networks.map((network, index) => `${inside[index]}\t${network}`), inside.every(Boolean));
        },
    },
    {
        name: "find",
        parameters: ["LIST"],
        rest: "NET…",
        run: ({ words, networks, none }) => {
            const list = listOf(words[0]);
            const around = cidr.find(list, networks);
            const lines = networks.map((network, index) => `${list[around[index] ?? -1] ?? none}\t${network}`);
            return found(lines, around.every((index) => index >= 0));
        },
    },
    { name: "merge", parameters: [], rest: "NET…", run: ({ networks }) => ({ lines: cidr.merge(networks) }) },
    {
        name: "exclude",
        parameters: ["LIST"],
        rest: "NET…",
        run: ({ words, networks }) => ({ lines: cidr.exclude(listOf(words[0]), networks) }),
    },
    {
        name: "intersect",
        parameters: ["LIST"],
        rest: "NET…",
        run: ({ words, networks }) => ({ lines: cidr.intersect(listOf(words[0]), networks) }),
    },
    { name: "complement", parameters: [], rest: "NET…", run: ({ networks }) => ({ lines: cidr.complement(networks) }) },
    { name: "sort", parameters: [], rest: "NET…", run: ({ networks }) => ({ lines: cidr.sort(networks) }) },
    {
        name: "compare",
        parameters: ["NET", "NET"],
        run: ({ words }) => ({ lines: [String(cidr.compare(words[0] ?? "", words[1] ?? ""))] }),
    },
    {
        name: "overlaps",
        parameters: [],
        rest: "NET…",
        run: ({ networks }) => {
            let some = false;
            function* lines(): Generator<string> {
                for (const [a, b] of cidr.overlapPairs(networks)) {
                    some = true;
                    yield `${networks[a]}\t${networks[b]}`;
                }
            }
            return { lines: lines(), code: () => (some ? FOUND_ERRORS : OK) };
        },
    },
    {
        name: "free",
        parameters: ["LENGTH", "LIST"],
        rest: "[NET…]",
        run: ({ words, networks, none }) => {
            const free = cidr.nextFree(listOf(words[1]), networks, number(words[0]));
            return found([free ?? none], free !== undefined);
        },
    },
    {
        name: "pack",
        parameters: ["LENGTHS", "LIST"],
        rest: "[NET…]",
        run: ({ words, networks, notPlaced }) => {
            const lengths = listOf(words[0]).map(Number);
            const placed = cidr.allocate(listOf(words[1]), networks, lengths);
            const lines = placed.map((network, index) => network ?? notPlaced(lengths[index] ?? 0));
            return found(lines, placed.every((network) => network !== undefined));
        },
    },
    {
        name: "supernet",
        parameters: ["LENGTH"],
        rest: "NET…",
        run: ({ words, networks }) => each(networks, (network) => cidr.supernet(network, number(words[0]))),
    },
    { name: "common", parameters: [], rest: "NET…", run: ({ networks }) => ({ lines: [cidr.common(networks)] }) },
    {
        name: "range",
        parameters: ["ADDRESS", "ADDRESS"],
        run: ({ words }) => ({ lines: cidr.fromRange(words[0] ?? "", words[1] ?? "") }),
    },
    {
        name: "ends",
        parameters: [],
        rest: "NET…",
        run: ({ networks }) =>
            each(networks, (network) => {
                const { first, last } = cidr.toRange(network);
                return `${first}\t${last}`;
            }),
    },
    {
        name: "classify",
        parameters: [],
        rest: "NET…",
        run: ({ networks, none }) => {
            const lines = cidr.classify(networks).map(({ special }, index) => {
                const said = special === null ? [none] : [special.cidr, special.name, special.rfc];
                return [networks[index], ...said].join("\t");
            });
            return { lines };
        },
    },
    {
        name: "ula",
        parameters: [],
        rest: "[BITS]",
        run: ({ networks }) => {
            const random = () => crypto.getRandomValues(new BigUint64Array(1))[0] ?? 0n;
            const bits = networks.map((word) => BigInt(`0x${word}`));
            return { lines: (bits.length === 0 ? [random()] : bits).map(cidr.uniqueLocal) };
        },
    },
    {
        name: "eui64",
        parameters: ["NET"],
        rest: "MAC…",
        run: ({ words, networks }) => each(networks, (mac) => cidr.eui64(words[0] ?? "", mac)),
    },
    {
        name: "mapped",
        parameters: [],
        rest: "ADDRESS…",
        run: ({ networks, none }) => each(networks, (address) => cidr.mapped(address) ?? none),
    },
    {
        name: "nat64",
        parameters: [],
        rest: "ADDRESS…",
        run: ({ networks, prefix, none }) => each(networks, (address) => cidr.nat64(address, prefix) ?? none),
    },
];
