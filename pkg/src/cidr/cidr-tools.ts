// `dualstack-planner/cidr/cidr-tools`: the functions of the package cidr-tools under their names. docs/cidr.md lists where
// their results differ, and why.

import { type Network as Numbers, exclude, find, format, merge, overlaps, parse, subnets, toRange } from "./api.js";
import { groupsOf, hexadecimal } from "./legacy.js";

export { init, type CidrWasmSource } from "./index.js";

/** A network or an address as text. */
export type Network = string;
/** One or several. */
export type Networks = Network | Network[];

/** What `parseCidr` gives. */
export interface ParsedCidr {
    /** The address as given and the prefix length. */
    cidr: string;
    /** The address as given, normalised. */
    ip: string;
    version: 4 | 6;
    /** The prefix length as text. */
    prefix: string;
    /** Whether the text had a prefix length. */
    prefixPresent: boolean;
    /** The lowest address. */
    start: bigint;
    /** The highest address. */
    end: bigint;
}

/** How `normalizeCidr` writes IPv6. */
export interface NormalizeOpts {
    /** Shorten zeros to `::`; default: true. */
    compress?: boolean;
    /** Write the end of IPv4-mapped addresses in hexadecimal; default: false. */
    hexify?: boolean;
}

const listOf = (networks: Networks): string[] => [networks].flat().map((network) => zoned(network)[0]);

/** A text without its zone (`%eth0`), and the zone. */
function zoned(text: string): [text: string, zone: string] {
    const zone = /%[^/]*/.exec(text)?.[0] ?? "";
    return [zone === "" ? text : text.replace(zone, ""), zone];
}

/** That package writes the end of IPv4-mapped networks in hexadecimal. */
function inItsForm(networks: string[]): string[] {
    return networks.map((network) => {
        if (!network.startsWith("::ffff:") || !network.includes(".")) {
            return network;
        }
        const { address, prefixLength } = parse(network);
        return `${hexadecimal(address)}/${prefixLength}`;
    });
}

/** The smallest list of networks with the same addresses. */
export function mergeCidr(nets: Networks): Network[] {
    return inItsForm(merge(listOf(nets)));
}

/** What is left of networks without others. */
export function excludeCidr(base: Networks, excl: Networks): Network[] {
    return inItsForm(exclude(listOf(base), listOf(excl)));
}

/** All addresses of networks, each once, one by one. */
export function* expandCidr(nets: Networks): Generator<Network, void, undefined> {
    for (const network of merge(listOf(nets))) {
        const width = network.includes(":") ? 128 : 32;
        for (const one of subnets(network, width)) {
            const address = one.slice(0, one.indexOf("/"));
            yield address.startsWith("::ffff:") && address.includes(".") ? hexadecimal(parse(address).address) : address;
        }
    }
}

/** Whether networks have an address in common. */
export function overlapCidr(a: Networks, b: Networks): boolean {
    return overlaps(listOf(a), listOf(b));
}

/** Whether each network of the second list lies in one of the first. */
export function containsCidr(a: Networks, b: Networks): boolean {
    return find(listOf(a), listOf(b)).every((index) => index >= 0);
}

/** Networks without host bits in one form; a single address has no prefix length unless one was given. */
export function normalizeCidr<T extends Networks>(cidr: T, opts: NormalizeOpts = {}): T {
    return (Array.isArray(cidr) ? cidr.map((one) => normalized(one, opts)) : normalized(cidr, opts)) as T;
}

function normalized(text: string, { compress = true, hexify = false }: NormalizeOpts): string {
    const [bare, zone] = zoned(text);
    const written = format(bare);
    if (!written.includes(":")) {
        return written;
    }
    const { family, address, prefixLength } = parse(bare);
    const length = bare.includes("/") ? `/${prefixLength}` : "";
    const lowest = family === 6 && length !== "" ? parse(toRange(bare).first).address : address;
    const isDotted = length === "" && bare.includes(".") && written.includes(".") && !hexify;
    const groups = groupsOf(lowest).map((group) => group.toString(16));
    const end = written.slice(written.lastIndexOf(":") + 1);
    const expanded = isDotted ? [...groups.slice(0, 6), end].join(":") : groups.join(":");
    const address6 = !compress ? expanded : isDotted ? written : hexadecimal(lowest);
    return address6 + (length === "" ? zone : length);
}

/** A network as numbers and texts. */
export function parseCidr(str: Network): ParsedCidr {
    const [bare, zone] = zoned(str);
    const { family, address, prefixLength }: Numbers = parse(bare);
    const address6 = bare.slice(0, bare.includes("/") ? bare.indexOf("/") : undefined);
    const ip = family === 6 && !address6.includes(".") ? hexadecimal(address) : format(address6);
    const { first, last } = toRange({ family, address, prefixLength });
    return {
        cidr: `${ip}${zone}/${prefixLength}`,
        ip: ip + zone,
        version: family,
        prefix: String(prefixLength),
        prefixPresent: bare.includes("/"),
        start: first,
        end: last,
    };
}

export default { mergeCidr, excludeCidr, expandCidr, overlapCidr, containsCidr, normalizeCidr, parseCidr };
