// Random networks from a seed, so that a run can be repeated: the same for the tests here and for the benchmark.

/** Numbers below 2^32 from a seed (mulberry32). */
export function numbers(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return (mixed ^ (mixed >>> 14)) >>> 0;
    };
}

export class Random {
    constructor(seed) {
        this.next = numbers(seed);
    }

    below(end) {
        return this.next() % end;
    }

    pick(list) {
        return list[this.below(list.length)];
    }

    /** An address of IPv4, often close to others. */
    v4() {
        const low = this.below(3) === 0 ? this.below(8) : this.next() & 0xff;
        const high = this.below(3) === 0 ? 0x0a000000 : (this.next() & 0xffffff00) >>> 0;
        return (high | low) >>> 0;
    }

    /** The groups of an address of IPv6, with zeros where people have them. */
    v6() {
        const zeros = this.next();
        return Array.from({ length: 8 }, (_, at) => {
            if ((zeros >>> at) & 1) return 0;
            return at === 0 ? this.pick([0x2001, 0xfd00, 0xfe80, this.below(65536)]) : this.below(65536) >>> this.pick([0, 4, 8, 12]);
        });
    }
}

export const v4Text = (bits) => `${bits >>> 24}.${(bits >>> 16) & 255}.${(bits >>> 8) & 255}.${bits & 255}`;

/** Groups as text, as they come: no zeros are shortened. */
export const v6Text = (groups) => groups.map((group) => group.toString(16)).join(":");
