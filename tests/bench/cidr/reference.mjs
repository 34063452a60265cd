// A plain script with BigInt: what one writes who wants no dependency. A contender, and what results are compared with.

export function parse(text) {
    const [address, length] = text.split("/");
    if (address.includes(":")) {
        const [head, tail] = address.split("::");
        const left = head === "" ? [] : head.split(":");
        const right = tail === undefined || tail === "" ? [] : tail.split(":");
        const zeros = new Array(8 - left.length - right.length).fill("0");
        const groups = [...left, ...zeros, ...right].map((group) => group.padStart(4, "0"));
        return { bits: BigInt(`0x${groups.join("")}`), length: length === undefined ? 128 : Number(length), width: 128 };
    }
    const bits = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
    return { bits: BigInt(bits), length: length === undefined ? 32 : Number(length), width: 32 };
}

export function write(bits, width) {
    if (width === 32) {
        const n = Number(bits);
        return `${n >>> 24}.${(n >>> 16) & 255}.${(n >>> 8) & 255}.${n & 255}`;
    }
    const hex = bits.toString(16).padStart(32, "0");
    const groups = Array.from({ length: 8 }, (_, at) => Number.parseInt(hex.slice(4 * at, 4 * at + 4), 16).toString(16));
    let [best, most] = [-1, 1];
    for (let at = 0, run = 0; at < 8; at += 1) {
        run = groups[at] === "0" ? run + 1 : 0;
        if (run > most) [best, most] = [at - run + 1, run];
    }
    return best < 0 ? groups.join(":") : `${groups.slice(0, best).join(":")}::${groups.slice(best + most).join(":")}`;
}

const last = ({ bits, length, width }) => bits | ((1n << BigInt(width - length)) - 1n);
const byBits = (a, b) => (a.bits < b.bits ? -1 : a.bits > b.bits ? 1 : a.length - b.length);

function ranges(list) {
    const sorted = list.map(parse).sort(byBits);
    const joined = [];
    for (const net of sorted) {
        const before = joined.at(-1);
        if (before !== undefined && net.bits <= before.last + 1n) {
            if (last(net) > before.last) before.last = last(net);
        } else {
            joined.push({ first: net.bits, last: last(net), width: net.width });
        }
    }
    return joined;
}

function cover({ first, last, width }, out) {
    for (let at = first; at <= last; ) {
        let host = 0;
        while (host < width && (at & ((1n << BigInt(host + 1)) - 1n)) === 0n && at + (1n << BigInt(host + 1)) - 1n <= last) host += 1;
        out.push(`${write(at, width)}/${width - host}`);
        at += 1n << BigInt(host);
    }
    return out;
}

export const merge = (list) => ranges(list).reduce((out, range) => cover(range, out), []);

export function exclude(from, list) {
    const out = [];
    const taken = ranges(list);
    for (const range of ranges(from)) {
        let at = range.first;
        for (const hole of taken) {
            if (hole.last < at || hole.first > range.last) continue;
            if (hole.first > at) cover({ first: at, last: hole.first - 1n, width: range.width }, out);
            at = hole.last + 1n;
        }
        if (at <= range.last) cover({ first: at, last: range.last, width: range.width }, out);
    }
    return out;
}

export function nth({ network, length, numbers }) {
    const { bits, width } = parse(network);
    const shift = BigInt(width - length);
    return numbers.map((number) => `${write(bits + (BigInt(number) << shift), width)}/${length}`);
}

export function split({ network, length }) {
    const { length: own } = parse(network);
    return nth({ network, length, numbers: Array.from({ length: 2 ** (length - own) }, (_, at) => at) });
}

export function overlaps(list) {
    const sorted = list.map((text, index) => ({ ...parse(text), index })).sort(byBits);
    const pairs = [];
    const around = [];
    for (const net of sorted) {
        while (around.length > 0 && last(around.at(-1)) < net.bits) around.pop();
        for (const other of around) pairs.push(Math.min(net.index, other.index), Math.max(net.index, other.index));
        around.push(net);
    }
    return pairs;
}

export function contains(set, asked) {
    const joined = ranges(set);
    return asked.map((text) => {
        const { bits } = parse(text);
        let [low, high] = [0, joined.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if (joined[middle].first <= bits) low = middle + 1;
            else high = middle;
        }
        return low > 0 && bits <= joined[low - 1].last;
    });
}

export const format = (list) => list.map((text) => write(parse(text).bits, text.includes(":") ? 128 : 32));
