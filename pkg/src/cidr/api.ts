// The calls of `dualstack-planner/cidr`. Each crosses into the module once, however long the list.
//
// The form that goes in is the form that comes out: texts give texts, networks as numbers give networks as numbers, packed
// lists give packed lists, which build neither a string nor an object for each network.

import * as algebra from "../core/dualstack_algebra.js";
import { refusal } from "./error.js";
import {
    type Encoded,
    type Entry,
    type List,
    type Network,
    type Networks,
    type Packed,
    type Packed4,
    type Packed6,
    type Same,
    type SameEntry,
    RECORDS,
    TEXT,
    bytesOf,
    decode,
    encode,
    isList,
    joined,
    lines,
    textOf,
    words,
} from "./lists.js";

export { CidrError, type CidrErrorCode } from "./error.js";
export type { Entry, List, Network, Networks, Packed, Packed4, Packed6, Same, SameEntry };

let isReady = false;

/** Called by the entry points when the module is there. */
export function moduleIsReady(): void {
    isReady = true;
}

/** Makes a call. What is wrong with its arguments becomes a `CidrError`; after anything else the next call has a fresh instance. */
function call<T>(args: readonly unknown[], run: () => T): T {
    if (!isReady) {
        throw new Error("dualstack-planner/cidr is not loaded yet: await init() before the first call");
    }
    try {
        return run();
    } catch (thrown) {
        const refused = refusal(thrown, args);
        if (refused !== undefined) {
            throw refused;
        }
        algebra.restart();
        algebra.fresh();
        throw thrown;
    }
}

type OfList = (form: number, list: Uint8Array, count: number) => Uint8Array;
type OfTwo = (form: number, a: Uint8Array, count: number, b: Uint8Array, otherCount: number) => Uint8Array;

function ofList<L extends Networks>(list: L, run: OfList): Same<L> {
    return call([list], () => {
        const { form, bytes, count } = encode(list);
        return decode(form, run(form, bytes, count)) as Same<L>;
    });
}

/** Two lists in one form: the second is brought into that of the first where they differ. */
function inOneForm(a: Networks, b: Networks): [Encoded, Encoded] {
    const [first, second] = [encode(a), encode(b)];
    if (first.form === second.form) {
        return [first, second];
    }
    try {
        // What is of the other family than a packed list has nothing in common with it, and falls away here.
        const bytes = algebra.convert(second.form, second.bytes, second.count, first.form);
        const width = { [TEXT]: 0, [RECORDS]: 18, 4: 5, 6: 17 }[first.form] ?? 0;
        const count = first.form === TEXT ? second.count : bytes.length / width;
        return [first, { form: first.form, bytes, count }];
    } catch (thrown) {
        // It read what is the second argument here, as its first.
        throw typeof thrown === "string" ? thrown.replace(/\t0\t/, "\t1\t") : thrown;
    }
}

function ofTwo<L extends Networks>(a: L, b: Networks, run: OfTwo): Same<L> {
    return call([a, b], () => {
        const [first, second] = inOneForm(a, b);
        return decode(first.form, run(first.form, first.bytes, first.count, second.bytes, second.count)) as Same<L>;
    });
}

/** The one entry of what a call gives. */
function only<E extends Entry>(form: number, bytes: Uint8Array): SameEntry<E> {
    return (decode(form, bytes) as (string | Network)[])[0] as SameEntry<E>;
}

/**
 * Reads a network or an address. IPv4 is read without leading zeros, which some readers take for octal; IPv6 in any form of
 * RFC 4291. An address alone has the prefix length of its family's width.
 *
 * @param text One text, or a list of them.
 * @returns The numbers; the address keeps its host bits.
 * @throws {CidrError} A text is no network; its number and the text are named.
 * @example
 * parse("10.1.2.3/8"); // { family: 4, address: 167838211n, prefixLength: 8 }
 * parse(["fd00::/8"]); // [{ family: 6, address: 0xfdn << 120n, prefixLength: 8 }]
 */
export function parse(text: string): Network;
export function parse(texts: readonly string[]): Network[];
export function parse(text: string | readonly string[]): Network | Network[] {
    return call([text], () => {
        const { form, bytes, count } = encode(text);
        const found = decode(RECORDS, algebra.parse(form, bytes, count)) as Network[];
        return typeof text === "string" ? (found[0] as Network) : found;
    });
}

function numbersOf(entry: Entry): Network {
    return typeof entry === "string" ? parse(entry) : entry;
}

/**
 * Tells what a text is.
 *
 * @param text Any text.
 * @returns The IP family of the address or network; `undefined` for anything else.
 * @example
 * familyOf("fd00::/8"); // 6
 * familyOf("10.0.0.256"); // undefined
 */
export function familyOf(text: string): 4 | 6 | undefined {
    const kind = kindOf(text) & 15;
    return kind === 0 ? undefined : (kind as 4 | 6);
}

/**
 * Tells whether a text is a network with a prefix length. An address alone is none.
 *
 * @param text Any text.
 * @returns Whether it is `address/length`.
 * @example
 * isNetwork("10.0.0.0/8"); // true
 * isNetwork("10.0.0.0"); // false
 */
export function isNetwork(text: string): boolean {
    return kindOf(text) > 16;
}

function kindOf(text: unknown): number {
    if (typeof text !== "string" || text.includes("\n")) {
        return 0;
    }
    return call([text], () => algebra.kinds(bytesOf(text), 1)[0] ?? 0);
}

/** How an address or a network is written. */
export type Style = "canonical" | "full" | "reverse";

const STYLES: readonly Style[] = ["canonical", "full", "reverse"];

/**
 * Writes addresses and networks: in the form of RFC 5952, with all digits, or as the name of the reverse zone. A text without
 * a prefix length stays an address; a network loses its host bits.
 *
 * @param entries One entry, or a list.
 * @param style `"canonical"` (the default), `"full"` or `"reverse"`.
 * @returns One text, or one for each.
 * @throws {CidrError} An entry is no network, or its prefix ends inside a label of a reverse name (see `reverseZones`).
 * @example
 * format("2001:DB8:0:0::1"); // "2001:db8::1"
 * format(["10.1.2.3/8", "fd00::7/8"]); // ["10.0.0.0/8", "fd00::/8"]
 * format("fd00::/8", "full"); // "fd00:0000:0000:0000:0000:0000:0000:0000/8"
 * format("10.1.2.3", "reverse"); // "3.2.1.10.in-addr.arpa"
 * format({ family: 4, address: 0n, prefixLength: 0 }); // "0.0.0.0/0"
 */
export function format(entry: Entry, style?: Style): string;
export function format(list: List, style?: Style): string[];
export function format(entries: Networks, style: Style = "canonical"): string | string[] {
    const number = STYLES.indexOf(style);
    if (number < 0) {
        throw new TypeError(`the style is one of ${STYLES.join(", ")}, not ${String(style)}`);
    }
    return call([entries], () => {
        const { form, bytes, count } = encode(entries);
        const written = algebra.format(form, bytes, count, number);
        // An empty line stands for a text that is as it should be.
        if (typeof entries === "string") {
            return textOf(written) || entries;
        }
        if (form === TEXT && written.length < count) {
            return [...(entries as readonly string[])];
        }
        const found = isList(entries) ? lines(written) : textOf(written);
        return form === TEXT ? (found as string[]).map((text, index) => text || ((entries as readonly string[])[index] ?? "")) : found;
    });
}

/**
 * Reads networks of one family into typed arrays, the fastest form for what comes next. Host bits are dropped.
 *
 * @param list Networks.
 * @param family The family of all of them.
 * @returns The packed list, in the same order.
 * @throws {CidrError} An entry is no network, or one of the other family.
 * @example
 * pack(["10.0.0.0/8"], 4); // { family: 4, addresses: Uint32Array.of(0x0a000000), prefixLengths: Uint8Array.of(8) }
 */
export function pack(list: Networks, family: 4): Packed4;
export function pack(list: Networks, family: 6): Packed6;
export function pack(list: Networks, family: 4 | 6): Packed {
    return call([list], () => {
        const { form, bytes, count } = encode(list);
        return decode(family, algebra.pack(form, bytes, count, family)) as Packed;
    });
}

/**
 * Writes a packed list as texts.
 *
 * @param packed A packed list.
 * @returns A text for each network.
 * @throws {CidrError} A prefix length exceeds the width of the family.
 * @example
 * unpack({ family: 4, addresses: Uint32Array.of(0x0a000000), prefixLengths: Uint8Array.of(8) }); // ["10.0.0.0/8"]
 */
export function unpack(packed: Packed): string[] {
    return format(packed);
}

/**
 * Cuts a network into all of its blocks of one size.
 *
 * @param network A network, or a packed list that holds one.
 * @param prefixLength The prefix length of the blocks.
 * @returns The blocks, in order.
 * @throws {CidrError} The prefix length is shorter than that of the network, or there would be more than 2^24 blocks.
 * @example
 * split("10.0.0.0/22", 24); // ["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"]
 */
export function split<E extends Entry | Packed>(network: E, prefixLength: number): Same<E> {
    return call([network, prefixLength], () => {
        const { form, bytes } = encode(network);
        return decode(form, algebra.split(form, bytes, byte(prefixLength))) as Same<E>;
    });
}

/** A prefix length as the module takes it; what is none becomes one that it refuses. */
function byte(prefixLength: number): number {
    return Number.isInteger(prefixLength) && prefixLength >= 0 && prefixLength <= 128 ? prefixLength : 255;
}

const PAGE = 4096;

/**
 * Goes through the blocks of a network one by one, however many there are.
 *
 * @param network A network.
 * @param prefixLength The prefix length of the blocks.
 * @returns The blocks, in order; they are made in pages, as far as they are asked for.
 * @throws {CidrError} The prefix length is shorter than that of the network, or longer than an address.
 * @example
 * subnets("::/0", 64).next().value; // "::/64"
 */
export function* subnets<E extends Entry>(network: E, prefixLength: number): Generator<SameEntry<E>, void, undefined> {
    const { prefixLength: own } = numbersOf(network);
    const end = prefixLength > own ? 1n << BigInt(prefixLength - own) : 1n;
    for (let from = 0n; from < end; from += BigInt(PAGE)) {
        const length = Number(end - from < BigInt(PAGE) ? end - from : BigInt(PAGE));
        // Numbers up to 2^53 are exact without bigints, and most are.
        const isSmall = from < 2n ** 52n;
        const begin = isSmall ? Number(from) : 0;
        const numbers = isSmall
            ? new Float64Array(length).map((_, index) => begin + index)
            : Array.from({ length }, (_, index) => from + BigInt(index));
        yield* nth(network, prefixLength, numbers) as readonly Entry[] as SameEntry<E>[];
    }
}

/** Numbers of blocks. */
export type Numbers = readonly number[] | readonly bigint[] | Uint32Array | Float64Array | BigUint64Array;

/**
 * Gives blocks of a network by their numbers, without cutting the others.
 *
 * @param network A network, or a packed list that holds one.
 * @param prefixLength The prefix length of the blocks.
 * @param numbers One number, or a list of them; from 0.
 * @returns The block, or one for each number, in that order.
 * @throws {CidrError} There is no such block.
 * @example
 * nth("10.244.0.0/16", 24, 255); // "10.244.255.0/24"
 * nth("fd00::/48", 64, [0n, 65535n]); // ["fd00::/64", "fd00:0:0:ffff::/64"]
 */
export function nth<E extends Entry>(network: E, prefixLength: number, number: number | bigint): SameEntry<E>;
export function nth<E extends Entry | Packed>(network: E, prefixLength: number, numbers: Numbers): Same<E>;
export function nth(network: Entry | Packed, prefixLength: number, numbers: number | bigint | Numbers): unknown {
    const isOne = typeof numbers === "number" || typeof numbers === "bigint";
    const list = isOne ? [numbers] : numbers;
    return call([network, prefixLength, list], () => {
        const { form, bytes } = encode(network);
        const found = isBig(list)
            ? algebra.nthBig(form, bytes, byte(prefixLength), pairs(list, 2))
            : algebra.nth(form, bytes, byte(prefixLength), floats(list));
        return isOne ? only(form, found) : decode(form, found);
    });
}

function isBig(list: ArrayLike<number | bigint>): list is ArrayLike<bigint> {
    return list instanceof BigUint64Array || (Array.isArray(list) && list.some((number) => typeof number === "bigint"));
}

function floats(list: ArrayLike<number | bigint>): Float64Array {
    return list instanceof Float64Array ? list : new Float64Array(list as ArrayLike<number>);
}

/** Numbers as pairs of words. One that is none is refused as the module would. */
function pairs(list: ArrayLike<number | bigint>, argument: number): BigUint64Array {
    const found = new BigUint64Array(2 * list.length);
    for (let index = 0; index < list.length; index += 1) {
        const given = list[index];
        const value = typeof given === "bigint" || Number.isInteger(given) ? BigInt(given as bigint | number) : -1n;
        if (value < 0n || value >> 128n !== 0n) {
            throw `index\t${argument}\t${index}`;
        }
        const [high, low] = words(value);
        found[2 * index] = high;
        found[2 * index + 1] = low;
    }
    return found;
}

/**
 * Gives the number of a block among those of its size in a network.
 *
 * @param network A network.
 * @param inner A block or an address.
 * @returns The number, from 0; `undefined` if it does not lie in the network.
 * @throws {CidrError} One of them is no network.
 * @example
 * indexOf("10.244.0.0/16", "10.244.7.0/24"); // 7n
 * indexOf("10.244.0.0/16", "10.244.1.0"); // 256n
 * indexOf("10.244.0.0/16", "10.245.0.0/24"); // undefined
 */
export function indexOf(network: Entry, inner: Entry): bigint | undefined {
    return call([network, inner], () => {
        const [outer, block] = [encode(network), encode(inner)];
        const [high, low] = algebra.indexOf(outer.form, outer.bytes, block.form, block.bytes);
        return high === undefined || low === undefined ? undefined : joined(high, low);
    });
}

/**
 * Gives an address of a network by its number.
 *
 * @param network A network.
 * @param number The number, from 0.
 * @returns The address as text.
 * @throws {CidrError} The network has no such address.
 * @example
 * addressAt("10.96.0.0/16", 10); // "10.96.0.10"
 */
export function addressAt(network: Entry, number: number | bigint): string {
    return call([network, number], () => {
        const { form, bytes } = encode(network);
        const [high = 0n, low = 0n] = pairs([number], 1);
        return textOf(algebra.addressAt(form, bytes, high, low));
    });
}

/**
 * Counts addresses, each once, however many networks of the list have it.
 *
 * @param list Networks of any families.
 * @returns The number of addresses.
 * @throws {CidrError} An entry is no network.
 * @example
 * count(["10.0.0.0/24", "10.0.0.0/25"]); // 256n
 * count("::/0"); // 1n << 128n
 */
export function count(list: Networks): bigint {
    return call([list], () => {
        const { form, bytes, count } = encode(list);
        const [high = 0n, low = 0n, carry = 0n] = algebra.count(form, bytes, count);
        return (carry << 128n) | joined(high, low);
    });
}

/**
 * Tells whether networks have all addresses of others.
 *
 * @param set Networks; together they may have what none of them has alone.
 * @param asked An entry, or a list of them.
 * @returns One answer, or one for each entry: booleans, and for a packed list bytes of 1 and 0.
 * @throws {CidrError} An entry is no network.
 * @example
 * contains("10.0.0.0/8", "10.1.2.3"); // true
 * contains(["10.0.0.0/9", "10.128.0.0/9"], ["10.0.0.0/8", "fd00::/8"]); // [true, false]
 */
export function contains(set: Networks, asked: Entry): boolean;
export function contains(set: Networks, asked: Packed): Uint8Array;
export function contains(set: Networks, asked: readonly Entry[]): boolean[];
export function contains(set: Networks, asked: Networks | readonly Entry[]): boolean | boolean[] | Uint8Array {
    return call([set, asked], () => {
        const [outer, inner] = [encode(set), encode(asked as Networks)];
        const found = algebra.contains(outer.form, outer.bytes, outer.count, inner.form, inner.bytes, inner.count);
        if (!isList(asked as Networks)) {
            return found[0] === 1;
        }
        return Array.isArray(asked) ? Array.from(found, (one) => one === 1) : found;
    });
}

/**
 * Finds the smallest network of a list that has all of another one: the route that counts.
 *
 * @param set Networks.
 * @param asked An entry, or a list of them.
 * @returns The number of that network in the list, from 0, or one for each entry; −1 where there is none.
 * @throws {CidrError} An entry is no network.
 * @example
 * find(["0.0.0.0/0", "10.0.0.0/8"], "10.1.2.3"); // 1
 */
export function find(set: Networks, asked: Entry): number;
export function find(set: Networks, asked: List): Int32Array;
export function find(set: Networks, asked: Networks): number | Int32Array {
    return call([set, asked], () => {
        const [outer, inner] = [encode(set), encode(asked)];
        const found = algebra.find(outer.form, outer.bytes, outer.count, inner.form, inner.bytes, inner.count);
        return isList(asked) ? found : (found[0] ?? -1);
    });
}

/**
 * Gives the smallest list of networks with the same addresses.
 *
 * @param list Networks of any families.
 * @returns The networks in order, IPv4 before IPv6.
 * @throws {CidrError} An entry is no network.
 * @example
 * merge(["10.0.1.0/24", "fd00::/8", "10.0.0.0/24"]); // ["10.0.0.0/23", "fd00::/8"]
 */
export function merge<L extends Networks>(list: L): Same<L> {
    return ofList(list, algebra.merge);
}

/**
 * Gives what is left of networks without others.
 *
 * @param from Networks.
 * @param taken What is taken out of them.
 * @returns The smallest list of networks with what is left, in the form of `from`.
 * @throws {CidrError} An entry is no network.
 * @example
 * exclude("10.0.0.0/8", ["10.64.0.0/10"]); // ["10.0.0.0/10", "10.128.0.0/9"]
 */
export function exclude<L extends Networks>(from: L, taken: Networks): Same<L> {
    return ofTwo(from, taken, algebra.exclude);
}

/**
 * Gives the addresses that two lists have in common.
 *
 * @param a Networks.
 * @param b Networks.
 * @returns The smallest list of networks with these addresses, in the form of `a`.
 * @throws {CidrError} An entry is no network.
 * @example
 * intersect(["10.0.0.0/8", "192.168.0.0/16"], ["10.1.0.0/16", "172.16.0.0/12"]); // ["10.1.0.0/16"]
 */
export function intersect<L extends Networks>(a: L, b: Networks): Same<L> {
    return ofTwo(a, b, algebra.intersect);
}

/**
 * Gives the addresses that are in no network of a list, of the families that the list has; of both where it is empty.
 *
 * @param list Networks.
 * @returns The smallest list of networks with these addresses.
 * @throws {CidrError} An entry is no network.
 * @example
 * complement(["128.0.0.0/1", "0.0.0.0/2"]); // ["64.0.0.0/2"]
 */
export function complement<L extends Networks>(list: L): Same<L> {
    return ofList(list, algebra.complement);
}

/**
 * Sorts networks: IPv4 before IPv6, by address, a network before those in it. Nothing is dropped but host bits.
 *
 * @param list Networks.
 * @returns A sorted list.
 * @throws {CidrError} An entry is no network.
 * @example
 * sort(["fd00::/8", "10.0.0.0/9", "10.0.0.0/8"]); // ["10.0.0.0/8", "10.0.0.0/9", "fd00::/8"]
 */
export function sort<L extends Networks>(list: L): Same<L> {
    return ofList(list, algebra.sort);
}

/**
 * Compares two networks in the order of `sort`, for lists of things that have one. A list of networks alone is sorted faster
 * by `sort`.
 *
 * @param a A network.
 * @param b A network.
 * @returns −1, 0 or 1.
 * @throws {CidrError} One of them is no network.
 * @example
 * compare("9.0.0.0/8", "10.0.0.0/8"); // -1
 */
export function compare(a: Entry, b: Entry): -1 | 0 | 1 {
    return call([a, b], () => {
        const [first, second] = [encode(a), encode(b)];
        return algebra.compare(first.form, first.bytes, second.form, second.bytes) as -1 | 0 | 1;
    });
}

/**
 * Tells whether two lists have an address in common.
 *
 * @param a Networks.
 * @param b Networks.
 * @returns Whether any address is in both.
 * @throws {CidrError} An entry is no network.
 * @example
 * overlaps("10.0.0.0/8", ["192.168.0.0/16", "10.244.0.0/16"]); // true
 */
export function overlaps(a: Networks, b: Networks): boolean {
    return call([a, b], () => {
        const [first, second] = inOneForm(a, b);
        return algebra.overlaps(first.form, first.bytes, first.count, second.bytes, second.count);
    });
}

const NONE = 2 ** 32 - 1;

/**
 * Goes through all pairs of networks in a list that overlap. The list is sorted once; the pairs are then found one by one and
 * held by nobody, so that there may be any number of them.
 *
 * @param list Networks.
 * @returns Pairs of numbers of the list, the lower number first; pairs come in the order of addresses.
 * @throws {CidrError} An entry is no network.
 * @example
 * [...overlapPairs(["10.0.0.0/24", "192.168.0.0/16", "10.0.0.0/8"])]; // [[0, 2]]
 */
export function* overlapPairs(list: List): Generator<[number, number], void, undefined> {
    const forest = call([list], () => {
        const { form, bytes, count } = encode(list);
        return algebra.nesting(form, bytes, count);
    });
    const half = forest.length / 2;
    const order = forest.subarray(0, half);
    const parents = forest.subarray(half);
    for (let place = 0; place < half; place += 1) {
        const index = order[place] ?? NONE;
        for (let around = parents[place] ?? NONE; around !== NONE; around = parents[around] ?? NONE) {
            const other = order[around] ?? NONE;
            yield index < other ? [index, other] : [other, index];
        }
    }
}

/**
 * Gives all pairs of networks in a list that overlap, as one typed array.
 *
 * @param list Networks.
 * @returns The numbers of each pair behind one another, the lower first: twice as many as there are pairs.
 * @throws {CidrError} An entry is no network, or there are more than 2^24 pairs (`overlapPairs` has no such limit).
 * @example
 * overlapIndexes(["10.0.0.0/24", "192.168.0.0/16", "10.0.0.0/8"]); // Uint32Array.of(0, 2)
 */
export function overlapIndexes(list: List): Uint32Array {
    return call([list], () => {
        const { form, bytes, count } = encode(list);
        return algebra.overlapPairs(form, bytes, count);
    });
}

/**
 * Finds the lowest free block of a size.
 *
 * @param within Where it may lie.
 * @param taken What is taken.
 * @param prefixLength The prefix length of the block.
 * @returns The block in the form of `within`; `undefined` if there is none.
 * @throws {CidrError} An entry is no network.
 * @example
 * nextFree("10.0.0.0/8", ["10.0.0.0/15", "10.2.0.1"], 16); // "10.3.0.0/16"
 */
export function nextFree<E extends Entry>(within: E | readonly E[], taken: Networks, prefixLength: number): SameEntry<E> | undefined {
    return call([within, taken], () => {
        const [first, second] = inOneForm(within as Networks, taken);
        const { form, bytes, count } = first;
        return only<E>(form, algebra.nextFree(form, bytes, count, second.bytes, second.count, byte(prefixLength)));
    });
}

/**
 * Places blocks of several sizes into free space, as a buddy allocator does: the largest first, each into the smallest gap
 * that holds it. If they fit in any way, they fit in this one.
 *
 * @param within Where they may lie; networks of one family.
 * @param taken What is taken.
 * @param prefixLengths The prefix length of each block that is wanted.
 * @returns A block for each, in that order; `undefined` where one has no place left.
 * @throws {CidrError} An entry is no network, or `within` has both families.
 * @example
 * allocate("10.0.0.0/24", [], [26, 25, 26, 32]); // ["10.0.0.128/26", "10.0.0.0/25", "10.0.0.192/26", undefined]
 */
export function allocate<E extends Entry>(
    within: E | readonly E[],
    taken: Networks,
    prefixLengths: ArrayLike<number>,
): (SameEntry<E> | undefined)[] {
    return call([within, taken], () => {
        const [first, second] = inOneForm(within as Networks, taken);
        const { form, bytes, count } = first;
        const wanted = Uint8Array.from(prefixLengths, byte);
        const found = algebra.allocate(form, bytes, count, second.bytes, second.count, wanted);
        const placed = (decode(form, found.slice(wanted.length)) as SameEntry<E>[])[Symbol.iterator]();
        return Array.from(wanted, (_, index) => (found[index] === 1 ? placed.next().value : undefined));
    });
}

/**
 * Gives the network around another one.
 *
 * @param network A network.
 * @param prefixLength Its prefix length; by default one bit less.
 * @returns The network around it.
 * @throws {CidrError} The prefix length is longer than that of the network, or the network is a whole family.
 * @example
 * supernet("10.1.2.0/24"); // "10.1.2.0/23"
 * supernet("10.1.2.0/24", 8); // "10.0.0.0/8"
 */
export function supernet<E extends Entry>(network: E, prefixLength?: number): SameEntry<E> {
    return call([network, prefixLength], () => {
        const { form, bytes } = encode(network);
        const own = prefixLength ?? numbersOf(network).prefixLength - 1;
        return only<E>(form, algebra.supernet(form, bytes, byte(own)));
    });
}

/**
 * Gives the smallest network around all of a list.
 *
 * @param list Networks of one family.
 * @returns That network.
 * @throws {CidrError} The list is empty, or has both families.
 * @example
 * common(["10.1.2.0/24", "10.1.3.128/25"]); // "10.1.2.0/23"
 */
export function common<E extends Entry>(list: readonly E[]): SameEntry<E> {
    return call([list], () => {
        const { form, bytes, count } = encode(list as List);
        return only<E>(form, algebra.common(form, bytes, count));
    });
}

/**
 * Gives the networks that make up a range of addresses.
 *
 * @param first The lowest address.
 * @param last The highest address, of the same family.
 * @returns The smallest list of networks with exactly these addresses.
 * @throws {CidrError} One is no address, they are of two families, or the last lies before the first.
 * @example
 * fromRange("10.0.0.1", "10.0.0.6"); // ["10.0.0.1/32", "10.0.0.2/31", "10.0.0.4/31", "10.0.0.6/32"]
 */
export function fromRange<E extends Entry>(first: E, last: E): Same<E> {
    const ends = [first, last];
    return call([ends], () => {
        const { form, bytes } = encode(ends as List);
        return decode(form, algebra.fromRange(form, bytes)) as Same<E>;
    });
}

/**
 * Gives the ends of a network.
 *
 * @param network A network.
 * @returns Its lowest and its highest address: texts for a text, numbers for numbers.
 * @throws {CidrError} It is no network.
 * @example
 * toRange("10.1.2.3/8"); // { first: "10.0.0.0", last: "10.255.255.255" }
 */
export function toRange(network: string): { first: string; last: string };
export function toRange(network: Network): { first: bigint; last: bigint };
export function toRange(network: Entry): { first: string | bigint; last: string | bigint } {
    return call([network], () => {
        const { form, bytes } = encode(network);
        const ends = decode(form, algebra.ends(form, bytes, 1)) as (string | Network)[];
        const [first, last] = ends.map((end) => (typeof end === "string" ? end : end.address));
        return { first: first ?? "", last: last ?? "" };
    });
}

/** What the registries say of a network. `null` where they have no value, as of blocks that are deprecated. */
export interface Special {
    /** The block of the registry. */
    cidr: string;
    /** Its name there. */
    name: string;
    /** The document that gives it its purpose. */
    rfc: string;
    /** May stand as the source of a packet. */
    source: boolean | null;
    /** May stand as the destination of a packet. */
    destination: boolean | null;
    /** Routers may forward it. */
    forwardable: boolean | null;
    /** May be reached from everywhere. */
    global: boolean | null;
    /** Every implementation of IP has to treat it specially. */
    reservedByProtocol: boolean | null;
    /** Whether it stands in IANA's special-purpose registries; multicast and site-local addresses are in others. */
    inSpecialRegistry: boolean;
}

/** What a network is for. */
export interface Classification {
    /** The smallest special-purpose block that has all of it; `null` if there is none. */
    special: Special | null;
    /** Whether all of it may be reached from everywhere; `null` if that is so for a part only, or not said. */
    global: boolean | null;
}

/**
 * Tells what networks are for, by IANA's special-purpose registries.
 *
 * @param entries One entry, or a list.
 * @returns The special-purpose block around it, with its RFC, and whether it is global; for a list one each.
 * @throws {CidrError} An entry is no network.
 * @example
 * classify("10.244.0.0/16").special.rfc; // "RFC 1918"
 * classify("2a00:1450::/32"); // { special: null, global: true }
 */
export function classify(entry: Entry): Classification;
export function classify(list: List): Classification[];
export function classify(entries: Networks): Classification | Classification[] {
    return call([entries], () => {
        const { form, bytes, count } = encode(entries);
        const found = lines(algebra.classify(form, bytes, count)).map(classification);
        return isList(entries) ? found : (found[0] as Classification);
    });
}

function classification(line: string): Classification {
    const [cidr = "", name = "", rfc = "", columns = "", global = ""] = line.split("\t");
    const cell = (text: string | undefined) => (text === "y" ? true : text === "n" ? false : null);
    const [source, destination, forwardable, everywhere, reserved, ofRegistry] = columns;
    const special: Special = {
        cidr,
        name,
        rfc,
        source: cell(source),
        destination: cell(destination),
        forwardable: cell(forwardable),
        global: cell(everywhere),
        reservedByProtocol: cell(reserved),
        inSpecialRegistry: ofRegistry === "y",
    };
    return { special: cidr === "" ? null : special, global: cell(global) };
}

/**
 * Gives the names of the reverse zones that cover a network: one where its prefix ends with a label, otherwise several.
 *
 * @param network A network or an address.
 * @returns The names, in order.
 * @throws {CidrError} It is no network.
 * @example
 * reverseZones("10.0.0.0/23"); // ["0.0.10.in-addr.arpa", "1.0.10.in-addr.arpa"]
 */
export function reverseZones(network: Entry): string[] {
    return call([network], () => {
        const { form, bytes } = encode(network);
        return lines(algebra.reverseZones(form, bytes));
    });
}

/**
 * Gives the unique local prefix (RFC 4193) of a random number. Take the number from `crypto.getRandomValues`; nothing here
 * draws one.
 *
 * @param globalId The random number; its lowest 40 bits count.
 * @returns A /48.
 * @example
 * uniqueLocal(0x123456789an); // "fd12:3456:789a::/48"
 */
export function uniqueLocal(globalId: bigint): string {
    return call([globalId], () => textOf(algebra.uniqueLocal(BigInt.asUintN(64, globalId))));
}

/**
 * Gives the address of a hardware address in a network, by modified EUI-64 (RFC 4291, appendix A).
 *
 * @param network A network of IPv6 with a prefix length of 64 at most.
 * @param mac Six bytes in hexadecimal, with colons, dashes, dots in the manner of Cisco, or none.
 * @returns The address.
 * @throws {CidrError} The network leaves fewer than 64 bits, or the hardware address cannot be read.
 * @example
 * eui64("2001:db8::/64", "00:1a:2b:3c:4d:5e"); // "2001:db8::21a:2bff:fe3c:4d5e"
 */
export function eui64(network: Entry, mac: string): string {
    return call([network, mac], () => {
        const { form, bytes } = encode(network);
        return textOf(algebra.eui64(form, bytes, bytesOf(mac)));
    });
}

/**
 * Gives the IPv4-mapped address of an address of IPv4, and the address of IPv4 of a mapped one.
 *
 * @param address An address.
 * @returns The other one; `undefined` for an address of IPv6 that is not mapped.
 * @throws {CidrError} It is no address.
 * @example
 * mapped("10.0.0.1"); // "::ffff:10.0.0.1"
 * mapped("::ffff:a00:1"); // "10.0.0.1"
 * mapped("fd00::1"); // undefined
 */
export function mapped(address: string): string | undefined {
    return call([address], () => textOf(algebra.mapped(bytesOf(address))) || undefined);
}

/**
 * Gives the address of IPv6 by which a translator reaches an address of IPv4 (RFC 6052), and the address of IPv4 in such a
 * one.
 *
 * @param address An address.
 * @param prefix The prefix of the translator; by default the well-known one.
 * @returns The other one; `undefined` for an address of IPv6 that stands for none.
 * @throws {CidrError} It is no address, or the prefix has a length that RFC 6052 does not know.
 * @example
 * nat64("192.0.2.33"); // "64:ff9b::c000:221"
 * nat64("192.0.2.33", "2001:db8:100::/40"); // "2001:db8:1c0:2:21::"
 * nat64("64:ff9b::c000:221"); // "192.0.2.33"
 */
export function nat64(address: string, prefix = "64:ff9b::/96"): string | undefined {
    return call([address, prefix], () => textOf(algebra.nat64(bytesOf(address), bytesOf(prefix))) || undefined);
}
