// Who can do which operation, and how one would do it with that package. Each gives what it has to say as one array: texts,
// flat pairs of numbers, or booleans.
//
// A contender is `{ from, prepare?, run, check? }`: what `prepare` gives is handed to `run` and is not measured (typed arrays
// from texts, for those who have no texts); `check` makes of a result what is compared.

import { createRequire } from "node:module";
import { BlockList } from "node:net";

const require = createRequire(import.meta.url);
const load = {
    ours: () => import("../../../pkg/dist/cidr/node.js"),
    reference: () => import("./reference.mjs"),
    "cidr-tools": () => import("cidr-tools"),
    "fast-cidr-tools": () => import("fast-cidr-tools"),
    "ip-num": () => require("ip-num"),
    "ip-address": () => require("ip-address"),
    "cidr-block": () => import("cidr-block"),
    "ipaddr.js": () => require("ipaddr.js"),
    netmask: () => require("netmask"),
    "ip-cidr": async () => (await import("ip-cidr")).default,
};

const is6 = (operation) => operation.endsWith("6");
const booleans = (bytes) => Array.from(bytes, (byte) => byte === 1);

/** All pairs by testing each with each, which is what packages offer that test one pair. */
function eachWithEach(list, overlap) {
    const pairs = [];
    for (let a = 0; a < list.length; a += 1) {
        for (let b = a + 1; b < list.length; b += 1) if (overlap(list[a], list[b])) pairs.push(a, b);
    }
    return pairs;
}

const anyContains = (set, asked, contains) => asked.map((one) => set.some((network) => contains(network, one)));

/** What a contender does, by the kind of operation: its name without the family. */
const WAYS = {
    "ours: texts": (cidr) => ({
        split: ({ network, length }) => cidr.split(network, length),
        nth: ({ network, length, numbers }) => cidr.nth(network, length, numbers),
        merge: ({ list }) => cidr.merge(list),
        pairs: ({ list }) => cidr.overlapIndexes(list),
        overlaps: ({ list }) => cidr.overlapIndexes(list),
        exclude: ({ from, list }) => cidr.exclude(from, list),
        few: ({ set, asked }) => cidr.contains(set, asked),
        contains: ({ set, asked }) => cidr.contains(set, asked),
        format: ({ list }) => cidr.format(list),
    }),
    "ours: typed arrays": (cidr, operation) => {
        const family = is6(operation) ? 6 : 4;
        const pack = (given) => cidr.pack(given, family);
        const packs = (input) => ({
            ...input,
            ...Object.fromEntries(["network", "list", "from", "set", "asked"].filter((name) => name in input).map((name) => [name, pack(input[name])])),
            ...("numbers" in input && { numbers: Float64Array.from(input.numbers) }),
        });
        const texts = (run) => ({ prepare: packs, run, check: (packed) => cidr.unpack(packed) });
        return {
            split: texts(({ network, length }) => cidr.split(network, length)),
            nth: texts(({ network, length, numbers }) => cidr.nth(network, length, numbers)),
            merge: texts(({ list }) => cidr.merge(list)),
            pairs: { prepare: packs, run: ({ list }) => cidr.overlapIndexes(list) },
            overlaps: { prepare: packs, run: ({ list }) => cidr.overlapIndexes(list) },
            exclude: texts(({ from, list }) => cidr.exclude(from, list)),
            few: { prepare: packs, run: ({ set, asked }) => cidr.contains(set, asked), check: booleans },
            contains: { prepare: packs, run: ({ set, asked }) => cidr.contains(set, asked), check: booleans },
        };
    },
    reference: (script) => ({
        split: (input) => script.split(input),
        nth: (input) => script.nth(input),
        merge: ({ list }) => script.merge(list),
        pairs: ({ list }) => script.overlaps(list),
        overlaps: ({ list }) => script.overlaps(list),
        exclude: ({ from, list }) => script.exclude(from, list),
        few: ({ set, asked }) => script.contains(set, asked),
        contains: ({ set, asked }) => script.contains(set, asked),
        format: ({ list }) => script.format(list),
    }),
    "cidr-tools": ({ mergeCidr, excludeCidr, overlapCidr, containsCidr, normalizeCidr }) => ({
        merge: ({ list }) => mergeCidr(list),
        pairs: ({ list }) => eachWithEach(list, overlapCidr),
        overlaps: ({ list }) => eachWithEach(list, overlapCidr),
        exclude: ({ from, list }) => excludeCidr(from, list),
        few: ({ set, asked }) => asked.map((one) => containsCidr(set, one)),
        contains: ({ set, asked }) => asked.map((one) => containsCidr(set, one)),
        format: ({ list }) => normalizeCidr(list),
    }),
    "fast-cidr-tools": ({ merge, exclude, overlap, contains, parse, bigint2ip, ip2bigint }, operation) => {
        const version = is6(operation) ? 6 : 4;
        const width = is6(operation) ? 128 : 32;
        const nth = ({ network, length, numbers }) => {
            const [start] = parse(network);
            const shift = BigInt(width - length);
            return numbers.map((number) => `${bigint2ip(start + (BigInt(number) << shift), version)}/${length}`);
        };
        return {
            // It has no call for blocks; this is its arithmetic on numbers.
            nth,
            split: ({ network, length }) => nth({ network, length, numbers: Array.from({ length: 2 ** (length - Number(network.split("/")[1])) }, (_, at) => at) }),
            merge: ({ list }) => merge(list),
            pairs: ({ list }) => eachWithEach(list.map((text) => [text]), overlap),
            overlaps: ({ list }) => eachWithEach(list.map((text) => [text]), overlap),
            exclude: ({ from, list }) => exclude(from, list),
            few: ({ set, asked }) => asked.map((one) => contains(set, [one])),
            contains: ({ set, asked }) => asked.map((one) => contains(set, [one])),
            format: ({ list }) => list.map((text) => bigint2ip(ip2bigint(text, version), version)),
        };
    },
    "ip-num": ({ IPv4CidrRange, IPv6CidrRange, IPv4Prefix, IPv6Prefix, IPv4, IPv6, Pool, RangedSet }, operation) => {
        const [Range, Prefix, Address] = is6(operation) ? [IPv6CidrRange, IPv6Prefix, IPv6] : [IPv4CidrRange, IPv4Prefix, IPv4];
        const read = (list) => list.map((text) => Range.fromCidr(text));
        const contain = ({ set, asked }) => anyContains(read(set), asked.map((text) => new Address(text)), (network, one) => network.contains(one));
        return {
            split: ({ network, length }) => Range.fromCidr(network).splitInto(new Prefix(BigInt(length))).map((range) => range.toCidrString()),
            merge: ({ list }) => Pool.fromCidrRanges(read(list)).aggregate().getRanges().map((range) => range.toCidrRange().toCidrString()),
            pairs: ({ list }) => eachWithEach(read(list), (a, b) => a.contains(b) || b.contains(a)),
            overlaps: ({ list }) => eachWithEach(read(list), (a, b) => a.contains(b) || b.contains(a)),
            few: contain,
            contains: contain,
            format: ({ list }) => list.map((text) => new Address(text).toString()),
        };
    },
    "ip-address": ({ Address4, Address6 }, operation) => {
        const Address = is6(operation) ? Address6 : Address4;
        const read = (list) => list.map((text) => new Address(text));
        const contain = ({ set, asked }) => anyContains(read(set), read(asked), (network, one) => one.isInSubnet(network));
        const overlap = (a, b) => a.isInSubnet(b) || b.isInSubnet(a);
        const nth = ({ network, length, numbers }) => {
            const start = new Address(network).startAddress().bigInt();
            const shift = BigInt((is6(operation) ? 128 : 32) - length);
            return numbers.map((number) => `${Address.fromBigInt(start + (BigInt(number) << shift)).correctForm()}/${length}`);
        };
        return {
            // It has no call for blocks; this is its arithmetic on numbers.
            nth,
            split: ({ network, length }) => nth({ network, length, numbers: Array.from({ length: 2 ** (length - Number(network.split("/")[1])) }, (_, at) => at) }),
            pairs: ({ list }) => eachWithEach(read(list), overlap),
            overlaps: ({ list }) => eachWithEach(read(list), overlap),
            few: contain,
            contains: contain,
            format: ({ list }) => list.map((text) => new Address(text).correctForm()),
        };
    },
    "cidr-block": ({ ipv4, ipv6 }, operation) => {
        const ip = is6(operation) ? ipv6 : ipv4;
        const read = (list) => list.map((text) => ip.cidr(text));
        const contain = ({ set, asked }) => anyContains(read(set), asked.map((text) => ip.address(text)), (network, one) => network.includes(one));
        return {
            split: ({ network, length }) => ip.cidr(network).subnet(length).map(String),
            pairs: ({ list }) => eachWithEach(read(list), (a, b) => a.overlaps(b)),
            overlaps: ({ list }) => eachWithEach(read(list), (a, b) => a.overlaps(b)),
            few: contain,
            contains: contain,
            format: ({ list }) => list.map((text) => ip.address(text).toString()),
        };
    },
    "ipaddr.js": (ipaddr) => {
        const read = (list) => list.map((text) => ipaddr.parseCIDR(text));
        const overlap = (a, b) => a[0].match(b[0], Math.min(a[1], b[1]));
        const contain = ({ set, asked }) => anyContains(read(set), asked.map((text) => ipaddr.parse(text)), (network, one) => one.match(network));
        return {
            pairs: ({ list }) => eachWithEach(read(list), overlap),
            overlaps: ({ list }) => eachWithEach(read(list), overlap),
            few: contain,
            contains: contain,
            format: ({ list }) => list.map((text) => ipaddr.parse(text).toString()),
        };
    },
    netmask: ({ Netmask }) => {
        const read = (list) => list.map((text) => new Netmask(text));
        const contain = ({ set, asked }) => anyContains(read(set), asked, (network, one) => network.contains(one));
        const overlap = (a, b) => a.contains(b) || b.contains(a);
        const first = ({ network, length }) => new Netmask(`${network.split("/")[0]}/${length}`);
        return {
            nth: (input) => {
                const start = first(input);
                return input.numbers.map((number) => start.next(number).toString());
            },
            split: (input) => {
                const start = first(input);
                return Array.from({ length: 2 ** (input.length - Number(input.network.split("/")[1])) }, (_, at) => start.next(at).toString());
            },
            pairs: ({ list }) => eachWithEach(read(list), overlap),
            overlaps: ({ list }) => eachWithEach(read(list), overlap),
            few: contain,
            contains: contain,
        };
    },
    "ip-cidr": (IPCIDR) => {
        const contain = ({ set, asked }) => anyContains(set.map((text) => new IPCIDR(text)), asked, (network, one) => network.contains(one));
        return {
            few: contain,
            contains: contain,
            format: ({ list }) => list.map((text) => IPCIDR.createAddress(text).correctForm()),
        };
    },
    "net.BlockList (Node)": (_, operation) => {
        const family = is6(operation) ? "ipv6" : "ipv4";
        const contain = ({ set, asked }) => {
            const blocks = new BlockList();
            for (const text of set) {
                const [address, length] = text.split("/");
                blocks.addSubnet(address, Number(length), family);
            }
            return asked.map((one) => blocks.check(one, family));
        };
        return { few: contain, contains: contain };
    },
};

/** All of them, in the order of the table. */
export const CONTENDERS = Object.keys(WAYS);

/** The packages of others that are compared. */
export const PACKAGES = CONTENDERS.filter((name) => !name.startsWith("ours") && name !== "reference" && !name.startsWith("net."));

/** How a contender does an operation; undefined if it has nothing for it. */
export async function way(name, operation) {
    const module = await load[name.startsWith("ours") ? "ours" : name]?.();
    const found = WAYS[name](module, operation)[operation.replace(/\d$/, "")];
    return typeof found === "function" ? { run: found } : found;
}
