// What is wrong with the input of a call, and a bug of the module itself.

/** What is wrong with an entry; the texts are those of `CidrError.message`. */
const REASONS = {
    "address": "the address cannot be read; expected one such as 10.0.0.0 or fd00::",
    "length": "the prefix length cannot be read; expected a number without leading zeros",
    "longer-than-address": "the prefix length is longer than the address: at most 32 for IPv4, 128 for IPv6",
    "line-break": "a text has a line break in it; give each network as a text of its own",
    "record": "expected a family of 4 or 6, an address of its width, and a prefix length that fits it",
    "family": "it is of the other IP family than what it is used with",
    "prefix-length": "the prefix length does not fit what is asked of this network",
    "index": "there is no block or address of that number",
    "too-many": "that would be more than 16777216 entries; ask for a part of them (nth, subnets, overlapPairs)",
    "mac": "the hardware address cannot be read; expected one such as 00:1a:2b:3c:4d:5e",
    "eui64": "an interface identifier takes 64 bits; the prefix length is 64 at most",
    "nat64": "a prefix of NAT64 is of 32, 40, 48, 56, 64 or 96 bits (RFC 6052)",
    "range": "the range ends before it begins",
    "empty": "there is no network in the list",
} as const;

/** What is wrong with an entry, for programs. */
export type CidrErrorCode = keyof typeof REASONS;

/** The input of a call cannot be used. */
export class CidrError extends Error {
    override readonly name = "CidrError";

    constructor(
        /** What is wrong, for programs. */
        readonly code: CidrErrorCode,
        /** The argument of the call that has the entry, from 0. */
        readonly argument: number,
        /** Where the entry stands in that argument, from 0. */
        readonly index: number,
        /** The entry as it was given. */
        readonly text: string,
    ) {
        // Two are about the list as a whole.
        super(code === "too-many" || code === "empty" ? REASONS[code] : `entry ${index}, \`${text}\`: ${REASONS[code]}`);
    }
}

/** What a module throws for input it cannot use; undefined where it threw something else. */
export function refusal(thrown: unknown, args: readonly unknown[]): CidrError | undefined {
    if (typeof thrown !== "string") {
        return undefined;
    }
    const [code, argument, index] = thrown.split("\t");
    if (code === undefined || !(code in REASONS)) {
        return undefined;
    }
    const which = Number(argument);
    const given = args[which];
    // Line breaks shift the numbers of what follows them.
    const broken = Array.isArray(given) ? given.findIndex((entry) => typeof entry === "string" && entry.includes("\n")) : -1;
    const at = broken >= 0 && (code === "line-break" || broken <= Number(index)) ? broken : Number(index);
    const reason = broken >= 0 && broken === at ? "line-break" : (code as CidrErrorCode);
    return new CidrError(reason, which, at, shown(given, at));
}

/** An entry of an argument as text. */
function shown(given: unknown, index: number): string {
    const entry: unknown = Array.isArray(given) ? given[index] : given;
    if (typeof entry === "object" && entry !== null) {
        const { family, address, addresses, prefixLength, prefixLengths } = entry as Record<string, unknown>;
        const at = (list: unknown) => (ArrayBuffer.isView(list) ? (list as Uint8Array)[index] : undefined);
        return addresses === undefined
            ? `family ${family}, address ${address}, prefix length ${prefixLength}`
            : `family ${family}, prefix length ${at(prefixLengths)}`;
    }
    return String(entry);
}
