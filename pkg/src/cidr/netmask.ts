// `dualstack-planner/cidr/netmask`: the class and the functions of the package netmask under their names. docs/cidr.md lists
// where their results differ, and why.

import { familyOf, parse } from "./api.js";
import { dotted, hexadecimal, inetAton, mask as maskOf } from "./legacy.js";

export { init, type CidrWasmSource } from "./index.js";

/** The number of an address of IPv4, read as `inet_aton` does. */
export function ip2long(ip: string): number {
    const bits = inetAton(ip);
    if (bits === undefined) {
        throw new Error(`${JSON.stringify(ip)} is no address of IPv4`);
    }
    return bits;
}

/** The address of IPv4 of a number. */
export function long2ip(long: number): string {
    return dotted(long);
}

/** The number of an address of IPv6; its zone does not count. */
function bits6(ip: string): bigint {
    const bare = ip.replace(/%.*$/, "");
    if (familyOf(bare) !== 6 || bare.includes("/")) {
        throw new Error(`${JSON.stringify(ip)} is no address of IPv6`);
    }
    return parse(bare).address;
}

/** The prefix length of a mask: a number, or a dotted mask of ones and then zeros. */
function lengthOf(mask: string | number, width: 32 | 128): number {
    const text = String(mask);
    if (width === 32 && (text.includes(".") || Number(text) > 32)) {
        const digits = (text.includes(".") ? ip2long(text) : Number(text)).toString(2).padStart(32, "0");
        if (/^1*0*$/.test(digits) && digits.length === 32) {
            return digits.replaceAll("0", "").length;
        }
    } else if (/^\d+$/.test(text) && Number(text) <= width) {
        return Number(text);
    }
    throw new Error(`${JSON.stringify(mask)} is no mask of ${width} bits`);
}

/** A network and what is to be known of it. */
export class Netmask {
    /** The lowest address. */
    readonly base: string;
    /** The mask as an address. */
    readonly mask: string;
    /** The mask's opposite. */
    readonly hostmask: string;
    /** The prefix length. */
    readonly bitmask: number;
    /** The mask of IPv4 as a number; 0 for IPv6. */
    readonly maskLong: number;
    /** The lowest address of IPv4 as a number; 0 for IPv6. */
    readonly netLong: number;
    /** The number of addresses. */
    readonly size: number;
    /** The lowest address for hosts. */
    readonly first: string;
    /** The highest address for hosts. */
    readonly last: string;
    /** The broadcast address of IPv4, from a /30 up. */
    readonly broadcast: string | undefined;
    readonly #bits: bigint;
    readonly #width: 32 | 128;

    constructor(net: string, mask?: string | number) {
        if (typeof net !== "string") {
            throw new Error("a network is a text");
        }
        const [address = "", length] = net.split("/", 2);
        const is6 = address.includes(":");
        const width = is6 ? 128 : 32;
        const given = mask ?? length ?? width;
        const bits = is6 ? bits6(address) : BigInt(ip2long(address));
        const prefixLength = lengthOf(given, width);
        const ones = maskOf(prefixLength, width);
        const all = maskOf(width, width);
        const text = (value: bigint) => (is6 ? hexadecimal(value) : dotted(Number(value)));
        const [lowest, highest] = [bits & ones, bits | (all ^ ones)];
        const hasBroadcast = !is6 && prefixLength <= 30;
        this.#bits = lowest;
        this.#width = width;
        this.base = text(lowest);
        this.mask = text(ones);
        this.hostmask = text(all ^ ones);
        this.bitmask = prefixLength;
        this.maskLong = is6 ? 0 : Number(ones);
        this.netLong = is6 ? 0 : Number(lowest);
        this.size = 2 ** (width - prefixLength);
        this.first = text(hasBroadcast ? lowest + 1n : lowest);
        this.last = text(hasBroadcast ? highest - 1n : highest);
        this.broadcast = hasBroadcast ? text(highest) : undefined;
    }

    /** Whether an address or a whole network lies in this one. */
    contains(ip: string | Netmask): boolean {
        const other = typeof ip === "string" ? new Netmask(ip) : ip;
        if (other.#width !== this.#width) {
            throw new Error(`${other} is of another family than ${this}`);
        }
        return other.bitmask >= this.bitmask && (other.#bits & maskOf(this.bitmask, this.#width)) === this.#bits;
    }

    /** The network of the same size that comes so many places behind this one; undefined outside of the address space. */
    next(count = 1): Netmask | undefined {
        const bits = this.#bits + (BigInt(count) << BigInt(this.#width - this.bitmask));
        if (bits < 0n || bits >> BigInt(this.#width) !== 0n) {
            return undefined;
        }
        return new Netmask(this.#width === 128 ? hexadecimal(bits) : dotted(Number(bits)), this.bitmask);
    }

    /** Calls a function with each address for hosts: its text, its number, its place. */
    forEach(fn: (ip: string, long: number, index: number) => void): void {
        const host = this.broadcast === undefined ? 0n : 1n;
        const end = this.#bits + (1n << BigInt(this.#width - this.bitmask)) - host;
        let index = 0;
        for (let bits = this.#bits + host; bits < end; bits += 1n) {
            fn(this.#width === 128 ? hexadecimal(bits) : dotted(Number(bits)), Number(bits), index);
            index += 1;
        }
    }

    /** The network as `address/length`. */
    toString(): string {
        return `${this.base}/${this.bitmask}`;
    }
}
