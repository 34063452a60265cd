// `dualstack-planner/cidr` as it is built: every example of its documentation, the three forms, errors, and what happens where
// lists are empty, mixed or spoilt.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as browser from "../dist/cidr/index.js";
import * as cidr from "../dist/cidr/node.js";

const source = readFileSync(new URL("../src/cidr/api.ts", import.meta.url), "utf8");

test("in browsers, what comes before init is told what to do", async () => {
    // Node's entry has made the module ready, which both share; so this looks at a copy that nobody has made ready.
    const copy = await import("../dist/cidr/api.js?unready");
    assert.throws(() => copy.merge(["10.0.0.0/8"]), /await init\(\)/);
    await browser.init();
    assert.deepEqual(browser.merge(["10.0.0.0/8"]), ["10.0.0.0/8"]);
});

test("every example of the documentation gives what stands behind it", () => {
    const calls = Object.keys(cidr).filter((name) => typeof cidr[name] === "function");
    const evaluate = new Function(...calls, "text", "return eval(`(${text})`)");
    let examples = 0;
    for (const [, block] of source.matchAll(/@example\n((?: \* .*;? \/\/ .*\n)+)/g)) {
        for (const [, call, result] of block.matchAll(/^ \* (.*); \/\/ (.*)$/gm)) {
            const run = (text) => evaluate(...calls.map((name) => cidr[name]), text);
            assert.deepEqual(run(call), run(result), call);
            examples += 1;
        }
    }
    const exported = [...source.matchAll(/^export function\*? (\w+)/gm)].map(([, name]) => name);
    const documented = new Set(exported.filter((name) => name !== "moduleIsReady"));
    for (const name of documented) {
        const docs = source.slice(0, source.search(new RegExp(`^export function\\*? ${name}\\b`, "m")));
        const comment = docs.slice(docs.lastIndexOf("/**"));
        for (const tag of ["@param", "@returns", "@example"]) {
            assert.ok(comment.includes(tag), `${name} has no ${tag}`);
        }
    }
    assert.ok(documented.size >= 29 && examples >= 45, `${documented.size} calls, ${examples} examples`);
});

const v4 = (address, prefixLength) => ({ family: 4, address, prefixLength });
const v6 = (address, prefixLength) => ({ family: 6, address, prefixLength });

test("the form that goes in comes out", () => {
    const numbers = [v4(0x0a000000n, 9), v4(0x0a800000n, 9), v6(0xfdn << 120n, 8)];
    assert.deepEqual(cidr.merge(numbers), [v4(0x0a000000n, 8), v6(0xfdn << 120n, 8)]);
    assert.deepEqual(cidr.split(v6(0n, 0), 1), [v6(0n, 1), v6(1n << 127n, 1)]);
    assert.deepEqual(cidr.exclude(v4(0n, 0), "128.0.0.0/1"), [v4(0n, 1)]);
    assert.deepEqual(cidr.supernet(v4(0x0a000000n, 9)), v4(0x0a000000n, 8));
    const packed = cidr.pack(["10.0.0.0/9", "10.128.0.0/9", "10.3.0.0/16"], 4);
    assert.deepEqual(cidr.unpack(cidr.merge(packed)), ["10.0.0.0/8"]);
    assert.deepEqual(cidr.merge(packed).addresses.constructor, Uint32Array);
    const six = cidr.pack("2001:db8::/32", 6);
    assert.deepEqual(six.addresses, BigUint64Array.of(0x20010db800000000n, 0n));
    assert.deepEqual(cidr.split(six, 34).addresses.slice(2, 4), BigUint64Array.of(0x20010db840000000n, 0n));
    assert.deepEqual([...cidr.split(six, 34).prefixLengths], [34, 34, 34, 34]);
    assert.deepEqual(cidr.contains(six, cidr.pack(["2001:db8::", "fd00::"], 6)), Uint8Array.of(1, 0));
    assert.deepEqual(cidr.nextFree([v4(0x0a000000n, 8)], packed, 9), undefined);
    assert.deepEqual(cidr.allocate(v6(0n, 64), [], [65, 65, 65]), [v6(0n, 65), v6(1n << 63n, 65), undefined]);
    // A second list is brought into the form of the first; of a packed one, what is of the other family falls away.
    assert.deepEqual(cidr.unpack(cidr.intersect(packed, ["fd00::/8", "10.3.0.0/24"])), ["10.3.0.0/24"]);
    assert.deepEqual(cidr.exclude(["10.0.0.0/8", "fd00::/8"], packed), ["fd00::/8"]);
    // A view into a larger buffer.
    const view = { family: 4, addresses: packed.addresses.subarray(1, 2), prefixLengths: packed.prefixLengths.subarray(1, 2) };
    assert.deepEqual(cidr.unpack(view), ["10.128.0.0/9"]);
});

test("empty lists are lists", () => {
    assert.deepEqual(cidr.merge([]), []);
    assert.deepEqual(cidr.exclude([], ["10.0.0.0/8"]), []);
    assert.deepEqual(cidr.exclude(["10.0.0.0/8"], []), ["10.0.0.0/8"]);
    assert.deepEqual(cidr.complement([]), ["0.0.0.0/0", "::/0"]);
    assert.deepEqual(cidr.contains("10.0.0.0/8", []), []);
    assert.deepEqual(cidr.contains([], ["10.0.0.0/8"]), [false]);
    assert.deepEqual([...cidr.overlapPairs([])], []);
    assert.equal(cidr.count([]), 0n);
    assert.deepEqual(cidr.format([]), []);
    assert.deepEqual(cidr.nth("10.0.0.0/8", 9, []), []);
    assert.deepEqual(cidr.allocate([], [], [24]), [undefined]);
    const none = { family: 6, addresses: new BigUint64Array(0), prefixLengths: new Uint8Array(0) };
    assert.deepEqual(cidr.unpack(cidr.complement(none)), ["::/0"]);
});

/** What a call throws: the code, the argument, the index and the text. */
function refusal(call) {
    try {
        call();
    } catch (error) {
        assert.ok(error instanceof cidr.CidrError, String(error));
        return [error.code, error.argument, error.index, error.text];
    }
    assert.fail("nothing was thrown");
}

test("errors name the entry and its text", () => {
    assert.deepEqual(refusal(() => cidr.merge(["10.0.0.0/8", "banana"])), ["address", 0, 1, "banana"]);
    assert.deepEqual(refusal(() => cidr.exclude("::/0", ["10.0.0.0/8", "fd00::/x"])), ["length", 1, 1, "fd00::/x"]);
    assert.deepEqual(refusal(() => cidr.overlaps("::/0", "::/129")), ["longer-than-address", 1, 0, "::/129"]);
    assert.deepEqual(refusal(() => cidr.parse("")), ["address", 0, 0, ""]);
    assert.deepEqual(refusal(() => cidr.merge([""])), ["address", 0, 0, ""]);
    assert.deepEqual(refusal(() => cidr.merge(["10.0.0.0/8", null])), ["address", 0, 1, "null"]);
    assert.deepEqual(refusal(() => cidr.merge(["10.0.0.0/8", undefined, 7n])), ["address", 0, 1, "undefined"]);
    assert.deepEqual(refusal(() => cidr.merge("１0.0.0.0/8")), ["address", 0, 0, "１0.0.0.0/8"]);
    assert.deepEqual(refusal(() => cidr.pack(["10.0.0.0/8", "::"], 4)), ["family", 0, 1, "::"]);
    assert.deepEqual(refusal(() => cidr.split("10.0.0.0/8", 7)), ["prefix-length", 1, 0, "7"]);
    assert.deepEqual(refusal(() => cidr.split("10.0.0.0/8", 8.5)), ["prefix-length", 1, 0, "8.5"]);
    assert.deepEqual(refusal(() => cidr.split("::/0", 64))[0], "too-many");
    assert.deepEqual(refusal(() => cidr.nth("10.0.0.0/8", 9, [0, 2])), ["index", 2, 1, "2"]);
    assert.deepEqual(refusal(() => cidr.nth("10.0.0.0/8", 9, [0, 0.5])), ["index", 2, 1, "0.5"]);
    assert.deepEqual(refusal(() => cidr.nth("::/0", 128, -1n)), ["index", 2, 0, "-1"]);
    assert.deepEqual(refusal(() => cidr.nth("::/0", 128, 1n << 128n))[0], "index");
    assert.deepEqual(refusal(() => cidr.supernet("::/0"))[0], "prefix-length");
    assert.deepEqual(refusal(() => cidr.common(["10.0.0.0/8", "::"])), ["family", 0, 1, "::"]);
    assert.deepEqual(refusal(() => cidr.common([]))[0], "empty");
    assert.deepEqual(refusal(() => cidr.fromRange("10.0.0.2", "10.0.0.1")), ["range", 0, 1, "10.0.0.1"]);
    assert.deepEqual(refusal(() => cidr.eui64("fd00::/64", "00:1a"))[0], "mac");
    assert.deepEqual(refusal(() => cidr.nat64("10.0.0.1", "fd00::/63"))[0], "nat64");
    assert.deepEqual(refusal(() => cidr.format("10.0.0.0/9", "reverse"))[0], "prefix-length");
    assert.match(
        new cidr.CidrError("address", 0, 7, "banana").message,
        /^entry 7, `banana`: the address cannot be read; expected one such as 10\.0\.0\.0 or fd00::$/,
    );
});

test("line breaks in texts do not shift the numbers", () => {
    assert.deepEqual(refusal(() => cidr.merge(["10.0.0.0/8", "1.1.1.1\n2.2.2.2", "banana"])), ["line-break", 0, 1, "1.1.1.1\n2.2.2.2"]);
    assert.deepEqual(refusal(() => cidr.merge(["banana", "1.1.1.1\n2.2.2.2"])), ["address", 0, 0, "banana"]);
    assert.deepEqual(refusal(() => cidr.parse("1.1.1.1\n2.2.2.2"))[0], "line-break");
    assert.equal(cidr.familyOf("1.1.1.1\n2.2.2.2"), undefined);
});

test("numbers that are no network are refused", () => {
    assert.deepEqual(refusal(() => cidr.merge([v4(1n << 32n, 8)])), ["record", 0, 0, "family 4, address 4294967296, prefix length 8"]);
    for (const wrong of [v4(0n, 33), v6(-1n, 8), v6(1n << 128n, 8), v6(0n, 1.5), { family: 5, address: 0n, prefixLength: 0 }, {}, null]) {
        assert.equal(refusal(() => cidr.merge([v4(0n, 8), wrong]))[2], 1);
    }
    const packed = { family: 4, addresses: Uint32Array.of(0, 0), prefixLengths: Uint8Array.of(8, 33) };
    assert.deepEqual(refusal(() => cidr.merge(packed)), ["record", 0, 1, "family 4, prefix length 33"]);
    assert.deepEqual(refusal(() => cidr.merge({ ...packed, addresses: Uint32Array.of(0) }))[0], "record");
});

test("what is large goes through, and pairs without end are not held", () => {
    const blocks = cidr.split("fd00::/48", 64);
    assert.equal(blocks.length, 65536);
    assert.equal(blocks.at(-1), "fd00:0:0:ffff::/64");
    assert.deepEqual(cidr.merge(blocks), ["fd00::/48"]);
    const same = new Array(6000).fill("10.0.0.0/8");
    assert.equal(refusal(() => cidr.overlapIndexes(same))[0], "too-many");
    const pairs = cidr.overlapPairs(same);
    assert.deepEqual(pairs.next().value, [0, 1]);
    assert.equal(cidr.count("::/0") + cidr.count("0.0.0.0/0"), cidr.count(["::/0", "0.0.0.0/0"]));
    const all = cidr.subnets("::/0", 128);
    assert.deepEqual([all.next().value, all.next().value], ["::/128", "::1/128"]);
    assert.equal([...cidr.subnets("10.0.0.0/8", 24)].length, 65536);
    assert.deepEqual([...cidr.subnets(v4(0n, 0), 1)], [v4(0n, 1), v4(1n << 31n, 1)]);
    assert.deepEqual([...cidr.subnets("10.0.0.0/8", 8)], ["10.0.0.0/8"]);
});

test("what is given stays as it was", () => {
    const list = Object.freeze(["10.0.1.0/24", "10.0.0.0/24"]);
    cidr.merge(list);
    cidr.sort(list);
    const packed = cidr.pack(list, 4);
    const before = structuredClone(packed);
    cidr.sort(packed);
    cidr.merge(packed);
    assert.deepEqual(packed, before);
});

test("a fresh instance serves the next call", async () => {
    const { restart, fresh } = await import("../dist/core/dualstack_algebra.js");
    restart();
    fresh();
    assert.deepEqual(cidr.merge(["10.0.0.0/9", "10.128.0.0/9"]), ["10.0.0.0/8"]);
    assert.deepEqual(refusal(() => cidr.merge("banana"))[0], "address");
});
