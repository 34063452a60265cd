// Address algebra: the form that goes in is the type that comes out.
import {
    type Network,
    type Packed6,
    allocate,
    classify,
    contains,
    exclude,
    find,
    merge,
    nextFree,
    nth,
    pack,
    parse,
    split,
    toRange,
} from "dualstack-planner/cidr";
import ipaddr, { IPv4 } from "dualstack-planner/cidr/ipaddr.js";
import { Netmask } from "dualstack-planner/cidr/netmask";
import { mergeCidr } from "dualstack-planner/cidr/cidr-tools";

const packed: Packed6 = merge(pack(["::/0"], 6));
export const texts: string[][] = [merge(["10.0.0.0/8"]), split("10.0.0.0/8", 9), nth("10.0.0.0/8", 9, [1]), exclude("::/0", packed)];
export const numbers: Network[] = merge([parse("10.0.0.0/8")]);
export const one: string = nth("10.0.0.0/8", 9, 1);
export const blocks: Packed6 = nth(packed, 64, [1n]);
export const answers: [boolean, boolean[], Uint8Array] = [contains("::/0", "::"), contains(["::/0"], ["::"]), contains(packed, packed)];
export const found: [number, Int32Array] = [find(["::/0"], "::"), find(["::/0"], ["::"])];
export const ends: [{ first: string }, { first: bigint }] = [toRange("::/0"), toRange(parse("::/0"))];
export const placed: (string | undefined)[] = allocate("::/0", [], [64]);
export const free: Network | undefined = nextFree(parse("::/0"), ["::"], 64);
export const rfc: string | undefined = classify("::1").special?.rfc;
// @ts-expect-error a packed list gives a packed list
export const wrong: string[] = merge(packed);
// @ts-expect-error a number is no network
merge(5);

export const others: [IPv4, Netmask | undefined, string[]] = [
    IPv4.parse("10.0.0.1"),
    new Netmask("10.0.0.0/8").next(),
    mergeCidr(["10.0.0.0/8"]),
];
export const kind: "ipv4" | "ipv6" = ipaddr.parse("::").kind();
