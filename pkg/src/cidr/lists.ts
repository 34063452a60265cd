// Lists as the module takes and gives them: bytes in one of four forms, which `core/wasm/cidr/src/list.rs` describes.

/** A network as numbers. Where it is read from a text, the address keeps its host bits. */
export interface Network {
    /** The IP family. */
    family: 4 | 6;
    /** The address, 32 or 128 bits. */
    address: bigint;
    /** The length of the prefix in bits. */
    prefixLength: number;
}

/** Networks of IPv4 as typed arrays of one length. */
export interface Packed4 {
    family: 4;
    /** The lowest address of each. */
    addresses: Uint32Array;
    /** The length of the prefix of each, in bits. */
    prefixLengths: Uint8Array;
}

/** Networks of IPv6 as typed arrays. */
export interface Packed6 {
    family: 6;
    /** The lowest address of each as two words of 64 bits, the high one first: twice as many as there are networks. */
    addresses: BigUint64Array;
    /** The length of the prefix of each, in bits. */
    prefixLengths: Uint8Array;
}

/** Networks of one family without a string or an object for each. */
export type Packed = Packed4 | Packed6;

/** One network or address: a text, or numbers. */
export type Entry = string | Network;

/** Networks in one of the three forms. */
export type List = readonly string[] | readonly Network[] | Packed;

/** A list, or one entry that stands for a list of it. */
export type Networks = List | Entry;

/** A list in the form of the one that it was made from. */
export type Same<L extends Networks> = L extends Packed4
    ? Packed4
    : L extends Packed6
      ? Packed6
      : L extends Network | readonly Network[]
        ? Network[]
        : string[];

/** An entry in the form of the one that it was made from. */
export type SameEntry<E extends Entry> = E extends string ? string : Network;

export const TEXT = 0;
export const RECORDS = 1;

const RECORD_BYTES = 18;

/** A list as it crosses. */
export interface Encoded {
    form: number;
    bytes: Uint8Array;
    count: number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A text as bytes. */
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);
/** Bytes as a text. */
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes);

export function isPacked(list: unknown): list is Packed {
    return typeof list === "object" && list !== null && "prefixLengths" in list;
}

/** Whether it stands for many, not for one. */
export function isList(given: Networks): given is List {
    return Array.isArray(given) || isPacked(given);
}

/** A list as bytes. What cannot be right becomes bytes that the module refuses with the number of the entry. */
export function encode(list: Networks): Encoded {
    if (typeof list === "string") {
        return { form: TEXT, bytes: encoder.encode(list), count: 1 };
    }
    if (Array.isArray(list)) {
        return typeof list[0] === "object" && list[0] !== null
            ? records(list as readonly Network[])
            : { form: TEXT, bytes: encoder.encode(list.join("\n")), count: list.length };
    }
    if (isPacked(list)) {
        const { family, addresses, prefixLengths } = list;
        const count = prefixLengths.length;
        const words = new Uint8Array(addresses.buffer, addresses.byteOffset, addresses.byteLength);
        const bytes = new Uint8Array(words.length + count);
        bytes.set(words);
        bytes.set(prefixLengths, words.length);
        return { form: family, bytes, count };
    }
    if (typeof list === "object" && list !== null) {
        return records([list as Network]);
    }
    return { form: TEXT, bytes: encoder.encode(String(list)), count: 1 };
}

const WORD = (1n << 64n) - 1n;

function records(list: readonly Network[]): Encoded {
    const bytes = new Uint8Array(RECORD_BYTES * list.length);
    const view = new DataView(bytes.buffer);
    list.forEach((entry, index) => {
        const { family, address, prefixLength } = (entry ?? {}) as Partial<Network>;
        const at = RECORD_BYTES * index;
        const fits = typeof address === "bigint" && address >= 0n && address >> 128n === 0n;
        // A family of 0 is none.
        bytes[at] = fits && (family === 4 || family === 6) ? family : 0;
        bytes[at + 1] = prefixLength !== undefined && Number.isInteger(prefixLength) && prefixLength >= 0 && prefixLength <= 128 ? prefixLength : 255;
        if (fits) {
            view.setBigUint64(at + 2, address >> 64n, true);
            view.setBigUint64(at + 10, address & WORD, true);
        }
    });
    return { form: RECORDS, bytes, count: list.length };
}

/** The lines of a text; none where there is no text. */
export function lines(bytes: Uint8Array): string[] {
    return bytes.length === 0 ? [] : decoder.decode(bytes).split("\n");
}

/** Two words as a number, the high one first. */
export const joined = (high: bigint, low: bigint): bigint => (high << 64n) | low;
/** A number as two words, the high one first. */
export const words = (value: bigint): [bigint, bigint] => [value >> 64n, value & WORD];

/** What the module gives in that form. */
export function decode(form: number, bytes: Uint8Array): string[] | Network[] | Packed {
    switch (form) {
        case TEXT:
            return lines(bytes);
        case RECORDS: {
            const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
            return Array.from({ length: bytes.length / RECORD_BYTES }, (_, index): Network => {
                const at = RECORD_BYTES * index;
                return {
                    family: view.getUint8(at) as 4 | 6,
                    address: joined(view.getBigUint64(at + 2, true), view.getBigUint64(at + 10, true)),
                    prefixLength: view.getUint8(at + 1),
                };
            });
        }
        case 4: {
            const count = bytes.length / 5;
            return {
                family: 4,
                addresses: new Uint32Array(bytes.buffer, bytes.byteOffset, count),
                prefixLengths: bytes.subarray(4 * count),
            };
        }
        default: {
            const count = bytes.length / 17;
            return {
                family: 6,
                addresses: new BigUint64Array(bytes.buffer, bytes.byteOffset, 2 * count),
                prefixLengths: bytes.subarray(16 * count),
            };
        }
    }
}
