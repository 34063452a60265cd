// What the operations are done on: the same for every contender, from a seed.

import { Random, v4Text, v6Text } from "../../cidr/random.mjs";

/** Two blocks of groups that lie below a prefix of 2001:db8::/32, the rest zero where the length ends. */
function v6Network(random, shortest, longest) {
    const length = shortest + random.below(longest - shortest + 1);
    let bits = 0x20010db8n;
    for (let group = 2; group < 8; group += 1) {
        if (group % 2 === 0) bits = (bits << 32n) | BigInt(random.next());
    }
    const shift = BigInt(128 - length);
    const first = (bits >> shift) << shift;
    const groups = Array.from({ length: 8 }, (_, at) => Number((first >> BigInt(112 - 16 * at)) & 0xffffn));
    return `${shortened(groups)}/${length}`;
}

/** RFC 5952. */
function shortened(groups) {
    let [best, length] = [-1, 1];
    for (let at = 0, run = 0; at < 8; at += 1) {
        run = groups[at] === 0 ? run + 1 : 0;
        if (run > length) [best, length] = [at - run + 1, run];
    }
    if (best < 0) return v6Text(groups);
    return `${v6Text(groups.slice(0, best))}::${v6Text(groups.slice(best + length))}`;
}

function v4Network(random, shortest, longest, below = 0, bits = 0) {
    const length = shortest + random.below(longest - shortest + 1);
    const address = bits === 0 ? random.next() : ((below & (0xffffffff << (32 - bits))) | (random.next() >>> bits)) >>> 0;
    return `${v4Text((address & (0xffffffff << (32 - length))) >>> 0)}/${length}`;
}

const list = (length, make) => Array.from({ length }, make);

/** The inputs of an operation by their names. */
export const INPUTS = {
    split4: () => ({ network: "10.0.0.0/12", length: 24 }),
    split6: () => ({ network: "2001:db8::/48", length: 64 }),
    nth4: () => {
        const random = new Random(3);
        return { network: "10.0.0.0/8", length: 24, numbers: list(100_000, () => random.below(65536)) };
    },
    nth6: () => {
        const random = new Random(4);
        return { network: "2001:db8::/32", length: 64, numbers: list(100_000, () => random.next()) };
    },
    merge4: () => {
        const random = new Random(5);
        return { list: list(100_000, () => v4Network(random, 22, 32)) };
    },
    merge6: () => {
        const random = new Random(6);
        return { list: list(100_000, () => v6Network(random, 44, 64)) };
    },
    pairs4: () => {
        const random = new Random(7);
        return { list: list(2_000, () => v4Network(random, 14, 28, 0x0a000000, 8)) };
    },
    pairs6: () => {
        const random = new Random(8);
        return { list: list(2_000, () => v6Network(random, 38, 56)) };
    },
    overlaps4: () => INPUTS.merge4(),
    overlaps6: () => INPUTS.merge6(),
    exclude4: () => {
        const random = new Random(9);
        return { from: ["10.0.0.0/8"], list: list(2_000, () => v4Network(random, 20, 30, 0x0a000000, 8)) };
    },
    exclude6: () => {
        const random = new Random(10);
        return { from: ["2001:db8::/32"], list: list(2_000, () => v6Network(random, 44, 64)) };
    },
    few4: () => {
        const random = new Random(11);
        return { set: list(1_000, () => v4Network(random, 14, 28, 0x0a000000, 8)), asked: list(1_000, () => v4Network(random, 32, 32, 0x0a000000, 8).slice(0, -3)) };
    },
    few6: () => {
        const random = new Random(12);
        return { set: list(1_000, () => v6Network(random, 38, 56)), asked: list(1_000, () => v6Network(random, 128, 128).slice(0, -4)) };
    },
    contains4: () => {
        const random = new Random(13);
        return { set: list(10_000, () => v4Network(random, 14, 28)), asked: list(100_000, () => v4Network(random, 32, 32).slice(0, -3)) };
    },
    contains6: () => {
        const random = new Random(14);
        return { set: list(10_000, () => v6Network(random, 40, 64)), asked: list(100_000, () => v6Network(random, 128, 128).slice(0, -4)) };
    },
    format4: () => {
        const random = new Random(15);
        return { list: list(100_000, () => v4Text(random.next())) };
    },
    format6: () => {
        const random = new Random(16);
        // All groups are written, so that there is something to shorten.
        return { list: list(100_000, () => v6Text(random.v6())) };
    },
};

/** What each operation is, for the table. */
export const TITLES = {
    split4: "split 10.0.0.0/12 into /24",
    split6: "split a /48 into /64",
    nth4: "10^5 blocks by number, IPv4",
    nth6: "10^5 blocks by number, IPv6",
    merge4: "merge 10^5, IPv4",
    merge6: "merge 10^5, IPv6",
    pairs4: "overlaps of 2,000, IPv4",
    pairs6: "overlaps of 2,000, IPv6",
    overlaps4: "overlaps of 10^5, IPv4",
    overlaps6: "overlaps of 10^5, IPv6",
    exclude4: "exclude 2,000 from 10.0.0.0/8",
    exclude6: "exclude 2,000 from an IPv6 /32",
    few4: "contains, 10^3 addresses in 10^3, IPv4",
    few6: "contains, 10^3 addresses in 10^3, IPv6",
    contains4: "contains, 10^5 addresses in 10^4, IPv4",
    contains6: "contains, 10^5 addresses in 10^4, IPv6",
    format4: "read and write 10^5 addresses, IPv4",
    format6: "read and write 10^5 addresses, IPv6",
};
