// `dualstack-planner/cidr/ipaddr.js`: the functions and classes of the package ipaddr.js under their names, as far as its
// README documents them. docs/cidr.md lists where their results differ, and why.

import { format, familyOf, parse as read } from "./api.js";
import { dotted, groupsOf, hexadecimal, inetAton, mask } from "./legacy.js";

export { init, type CidrWasmSource } from "./index.js";

/** A network as an address and a prefix length. */
export type Cidr<A> = [A, number];
/** Networks by the name of what they are. */
export type RangeList<A> = Record<string, Cidr<A> | Cidr<A>[]>;

/** A pair that is written as a network. */
function cidr<A>(address: A, prefixLength: number): Cidr<A> {
    const pair: Cidr<A> = [address, prefixLength];
    Object.defineProperty(pair, "toString", { value: () => pair.join("/") });
    return pair;
}

/** The parts of `address/length`. */
function parts(text: string, width: number): [string, number] {
    const [, address = "", length = ""] = /^(.+)\/(\d+)$/.exec(text) ?? [];
    if (address === "" || Number(length) > width) {
        throw new Error(`ipaddr: ${JSON.stringify(text)} is no address with a prefix length of at most ${width}`);
    }
    return [address, Number(length)];
}

function works(action: () => unknown): boolean {
    try {
        action();
        return true;
    } catch {
        return false;
    }
}

/** What both classes have. */
abstract class Address {
    /** The address as a number. */
    protected abstract bits(): bigint;
    protected abstract readonly width: 32 | 128;
    /** `"ipv4"` or `"ipv6"`. */
    abstract kind(): "ipv4" | "ipv6";

    /** Whether the first bits are those of another address of the same kind. */
    match(other: IPv4 | IPv6 | Cidr<IPv4 | IPv6>, bits?: number): boolean {
        const [address, length] = Array.isArray(other) ? other : [other, bits ?? 0];
        if (address.kind() !== this.kind()) {
            throw new Error(`ipaddr: an address of ${this.kind()} cannot be matched with one of ${address.kind()}`);
        }
        return ((this.bits() ^ address.bits()) & mask(Math.min(length, this.width), this.width)) === 0n;
    }

    /** The name of the first range that has the address. */
    subnetMatch(rangeList: RangeList<IPv4 | IPv6>, defaultName?: string): string {
        return subnetMatch(this as unknown as IPv4 | IPv6, rangeList, defaultName);
    }

    /** The number of leading ones, where nothing but zeros follows; null otherwise. */
    prefixLengthFromSubnetMask(): number | null {
        const digits = this.bits().toString(2).padStart(this.width, "0");
        return /^1*0*$/.test(digits) ? digits.replaceAll("0", "").length : null;
    }

    /** The bytes, the highest first. */
    toByteArray(): number[] {
        const bytes = this.width / 8;
        return Array.from({ length: bytes }, (_, index) => Number((this.bits() >> BigInt(8 * (bytes - 1 - index))) & 255n));
    }
}

/** An address of IPv4. */
export class IPv4 extends Address {
    protected readonly width = 32;

    constructor(
        /** The four bytes. */
        readonly octets: number[],
    ) {
        super();
        if (octets.length !== 4 || !octets.every((octet) => octet >= 0 && octet <= 255)) {
            throw new Error("ipaddr: an address of IPv4 is made of four numbers from 0 to 255");
        }
        Object.defineProperty(this, "width", { enumerable: false });
    }

    static isIPv4(text: string): boolean {
        return /^(0?\d+|0x[a-f0-9]+)(\.(0?\d+|0x[a-f0-9]+)){0,3}$/i.test(text);
    }

    static isValid(text: string): boolean {
        return typeof text === "string" && inetAton(text) !== undefined;
    }

    static isValidFourPartDecimal(text: string): boolean {
        return familyOf(text) === 4 && !text.includes("/");
    }

    static isValidCIDR(text: string): boolean {
        return works(() => IPv4.parseCIDR(text));
    }

    static isValidCIDRFourPartDecimal(text: string): boolean {
        return IPv4.isValidCIDR(text) && IPv4.isValidFourPartDecimal(text.slice(0, text.lastIndexOf("/")));
    }

    /** Reads an address as `inet_aton` does. */
    static parse(text: string): IPv4 {
        const bits = inetAton(text);
        if (bits === undefined) {
            throw new Error(`ipaddr: ${JSON.stringify(text)} is no address of IPv4`);
        }
        return IPv4.of(bits);
    }

    static parseCIDR(text: string): Cidr<IPv4> {
        const [address, length] = parts(text, 32);
        return cidr(IPv4.parse(address), length);
    }

    static networkAddressFromCIDR(text: string): IPv4 {
        const [address, length] = IPv4.parseCIDR(text);
        return IPv4.of(Number(address.bits() & mask(length, 32)));
    }

    static broadcastAddressFromCIDR(text: string): IPv4 {
        const [address, length] = IPv4.parseCIDR(text);
        return IPv4.of(Number(address.bits() | mask(32, 32) ^ mask(length, 32)));
    }

    static subnetMaskFromPrefixLength(prefix: number): IPv4 {
        return IPv4.of(Number(mask(checked(prefix, 32), 32)));
    }

    private static of(bits: number): IPv4 {
        return new IPv4([bits >>> 24, (bits >>> 16) & 255, (bits >>> 8) & 255, bits & 255]);
    }

    /** @internal */
    bits(): bigint {
        return BigInt(this.octets.reduce((sum, octet) => sum * 256 + octet, 0));
    }

    kind(): "ipv4" {
        return "ipv4";
    }

    /** What the address is for, as a name. */
    range(): string {
        return subnetMatch(this, SPECIAL4);
    }

    toIPv4MappedAddress(): IPv6 {
        return new IPv6([0, 0, 0, 0, 0, 0xffff, Number(this.bits() >> 16n), Number(this.bits() & 0xffffn)]);
    }

    toNormalizedString(): string {
        return this.toString();
    }

    override toString(): string {
        return dotted(Number(this.bits()));
    }
}

/** An address of IPv6. */
export class IPv6 extends Address {
    protected readonly width = 128;
    /** The eight groups. */
    readonly parts: number[];
    /** The zone behind `%`, where there is one. */
    declare readonly zoneId?: string;

    constructor(parts: number[], zoneId?: string) {
        super();
        const groups =
            parts.length === 16
                ? Array.from({ length: 8 }, (_, index) => ((parts[2 * index] ?? 0) << 8) | (parts[2 * index + 1] ?? 0))
                : parts;
        if (groups.length !== 8 || !groups.every((group) => group >= 0 && group <= 0xffff)) {
            throw new Error("ipaddr: an address of IPv6 is made of eight numbers of 16 bits, or sixteen of 8");
        }
        this.parts = groups;
        if (zoneId) {
            this.zoneId = zoneId;
        }
        Object.defineProperty(this, "width", { enumerable: false });
    }

    static isIPv6(text: string): boolean {
        return IPv6.isValid(text);
    }

    static isValid(text: string): boolean {
        return typeof text === "string" && works(() => IPv6.parse(text));
    }

    static isValidCIDR(text: string): boolean {
        return typeof text === "string" && works(() => IPv6.parseCIDR(text));
    }

    static parse(text: string): IPv6 {
        const [, bare = "", , zone] = /^([^%/]*)(%([0-9a-z]+))?$/i.exec(text) ?? [];
        if (familyOf(bare) !== 6) {
            throw new Error(`ipaddr: ${JSON.stringify(text)} is no address of IPv6`);
        }
        return new IPv6(groupsOf(read(bare).address), zone);
    }

    static parseCIDR(text: string): Cidr<IPv6> {
        const [address, length] = parts(text, 128);
        return cidr(IPv6.parse(address), length);
    }

    static networkAddressFromCIDR(text: string): IPv6 {
        const [address, length] = IPv6.parseCIDR(text);
        return new IPv6(groupsOf(address.bits() & mask(length, 128)));
    }

    static broadcastAddressFromCIDR(text: string): IPv6 {
        const [address, length] = IPv6.parseCIDR(text);
        return new IPv6(groupsOf(address.bits() | mask(128, 128) ^ mask(length, 128)));
    }

    static subnetMaskFromPrefixLength(prefix: number): IPv6 {
        return new IPv6(groupsOf(mask(checked(prefix, 128), 128)));
    }

    /** @internal */
    bits(): bigint {
        return this.parts.reduce((sum, group) => (sum << 16n) | BigInt(group), 0n);
    }

    kind(): "ipv6" {
        return "ipv6";
    }

    /** What the address is for, as a name. */
    range(): string {
        return subnetMatch(this, SPECIAL6);
    }

    isIPv4MappedAddress(): boolean {
        return this.bits() >> 32n === 0xffffn;
    }

    toIPv4Address(): IPv4 {
        if (!this.isIPv4MappedAddress()) {
            throw new Error(`ipaddr: ${this.toString()} is not IPv4-mapped`);
        }
        return IPv4.parse(String(this.bits() & 0xffffffffn));
    }

    /** All digits. */
    toFixedLengthString(): string {
        const full = format({ family: 6, address: this.bits(), prefixLength: 128 }, "full");
        return this.withZone(full.slice(0, full.indexOf("/")));
    }

    /** All groups, without leading zeros. */
    toNormalizedString(): string {
        return this.withZone(this.parts.map((group) => group.toString(16)).join(":"));
    }

    toRFC5952String(): string {
        return this.withZone(hexadecimal(this.bits()));
    }

    override toString(): string {
        return this.toRFC5952String();
    }

    private withZone(text: string): string {
        return this.zoneId === undefined ? text : `${text}%${this.zoneId}`;
    }
}

function checked(prefix: number, width: number): number {
    const length = Number.parseInt(String(prefix), 10);
    if (!(length >= 0 && length <= width)) {
        throw new Error(`ipaddr: a prefix length is a number from 0 to ${width}`);
    }
    return length;
}

/** Reads an address of either family. */
export function parse(text: string): IPv4 | IPv6 {
    return text.includes(":") ? IPv6.parse(text) : IPv4.parse(text);
}

/** Reads an address with a prefix length. */
export function parseCIDR(text: string): Cidr<IPv4 | IPv6> {
    return text.includes(":") ? IPv6.parseCIDR(text) : IPv4.parseCIDR(text);
}

/** Whether it is an address of either family. */
export function isValid(text: string): boolean {
    return IPv6.isValid(text) || IPv4.isValid(text);
}

/** Whether it is an address with a prefix length. */
export function isValidCIDR(text: string): boolean {
    return IPv6.isValidCIDR(text) || IPv4.isValidCIDR(text);
}

/** Reads an address; an IPv4-mapped one becomes one of IPv4. */
export function process(text: string): IPv4 | IPv6 {
    const address = parse(text);
    return address instanceof IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

/** An address of its four or sixteen bytes, the highest first. */
export function fromByteArray(bytes: number[]): IPv4 | IPv6 {
    if (bytes.length !== 4 && bytes.length !== 16) {
        throw new Error("ipaddr: an address has 4 or 16 bytes");
    }
    return bytes.length === 4 ? new IPv4(bytes) : new IPv6(bytes);
}

/** The name of the first range that has the address. */
export function subnetMatch(address: IPv4 | IPv6, rangeList: RangeList<IPv4 | IPv6>, defaultName = "unicast"): string {
    for (const [name, given] of Object.entries(rangeList)) {
        const ranges = (Array.isArray(given[0]) ? given : [given]) as Cidr<IPv4 | IPv6>[];
        if (ranges.some((range) => range[0]?.kind() === address.kind() && address.match(range))) {
            return name;
        }
    }
    return defaultName;
}

const ranges4 = (texts: string[]): Cidr<IPv4>[] => texts.map((text) => IPv4.parseCIDR(text));

const SPECIAL4: RangeList<IPv4> = {
    unspecified: ranges4(["0.0.0.0/8"]),
    broadcast: ranges4(["255.255.255.255/32"]),
    multicast: ranges4(["224.0.0.0/4"]),
    linkLocal: ranges4(["169.254.0.0/16"]),
    loopback: ranges4(["127.0.0.0/8"]),
    carrierGradeNat: ranges4(["100.64.0.0/10"]),
    private: ranges4(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"]),
    reserved: ranges4([
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "240.0.0.0/4",
    ]),
    as112: ranges4(["192.175.48.0/24", "192.31.196.0/24"]),
    amt: ranges4(["192.52.193.0/24"]),
};

/** In browsers the module that reads texts is not there yet when this file is: so these are groups. */
const range6 = (groups: number[], length: number): Cidr<IPv6> =>
    cidr(new IPv6([...groups, ...new Array<number>(8 - groups.length).fill(0)]), length);

const SPECIAL6: RangeList<IPv6> = {
    unspecified: range6([], 128),
    linkLocal: range6([0xfe80], 10),
    multicast: range6([0xff00], 8),
    loopback: range6([0, 0, 0, 0, 0, 0, 0, 1], 128),
    uniqueLocal: range6([0xfc00], 7),
    ipv4Mapped: range6([0, 0, 0, 0, 0, 0xffff], 96),
    deprecatedSiteLocal: range6([0xfec0], 10),
    discard: range6([0x100], 64),
    rfc6145: range6([0, 0, 0, 0, 0xffff], 96),
    rfc6052: [range6([0x64, 0xff9b], 96), range6([0x64, 0xff9b, 1], 48)],
    "6to4": range6([0x2002], 16),
    teredo: range6([0x2001], 32),
    benchmarking: range6([0x2001, 2], 48),
    amt: range6([0x2001, 3], 32),
    as112v6: [range6([0x2001, 4, 0x112], 48), range6([0x2620, 0x4f, 0x8000], 48)],
    deprecatedOrchid: range6([0x2001, 0x10], 28),
    orchid2: range6([0x2001, 0x20], 28),
    droneRemoteIdProtocolEntityTags: range6([0x2001, 0x30], 28),
    segmentRouting: range6([0x5f00], 16),
    reserved: [range6([0x2001], 23), range6([0x2001, 0xdb8], 32), range6([0x3fff], 20)],
};

export default { IPv4, IPv6, parse, parseCIDR, isValid, isValidCIDR, process, fromByteArray, subnetMatch };
