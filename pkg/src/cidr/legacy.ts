// What the packages have in common whose functions are offered under their names.

import { format } from "./api.js";

const PART = /^(0x[0-9a-f]+|0[0-7]*|[1-9][0-9]*)$/i;

/**
 * Reads an address of IPv4 as `inet_aton` does: one to four parts in decimal, octal (a leading 0) or hexadecimal, of which
 * the last takes all bits that are left. Undefined for anything else.
 */
export function inetAton(text: string): number | undefined {
    const parts = text.split(".");
    if (parts.length > 4 || !parts.every((part) => PART.test(part))) {
        return undefined;
    }
    const numbers = parts.map((part) => (/^0[0-7]+$/.test(part) ? Number.parseInt(part, 8) : Number(part)));
    const last = numbers.pop() ?? 0;
    if (numbers.some((octet) => octet > 255) || last >= 256 ** (4 - numbers.length)) {
        return undefined;
    }
    return numbers.reduce((sum, octet, index) => sum + octet * 256 ** (3 - index), last);
}

/** An address of IPv4 as text. */
export const dotted = (bits: number): string => `${bits >>> 24}.${(bits >>> 16) & 255}.${(bits >>> 8) & 255}.${bits & 255}`;

/** An address of IPv6 in the form of RFC 5952, but never with a dotted end. */
export function hexadecimal(bits: bigint): string {
    const text = format({ family: 6, address: bits, prefixLength: 128 }).slice(0, -4);
    return text.includes(".") ? `::ffff:${((bits >> 16n) & 0xffffn).toString(16)}:${(bits & 0xffffn).toString(16)}` : text;
}

/** The eight groups of an address of IPv6. */
export const groupsOf = (bits: bigint): number[] =>
    Array.from({ length: 8 }, (_, index) => Number((bits >> BigInt(112 - 16 * index)) & 0xffffn));

/** A mask of so many leading ones in a width. */
export function mask(prefixLength: number, width: number): bigint {
    return ((1n << BigInt(prefixLength)) - 1n) << BigInt(width - prefixLength);
}
