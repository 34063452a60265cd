// `dualstack cidr`: operations on arguments and on lines, exit codes, and what is said of what cannot be used.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { OPERATIONS } from "../dist/cli/cidr/operations.js";

const program = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

function dualstack(words, input = "", lang = "C") {
    const env = { ...process.env, LC_ALL: lang, LANG: lang };
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, "cidr", ...words.split(" ")], { input, env, encoding: "utf8" });
    return { code: status, out: stdout, err: stderr };
}

const CASES = {
    parse: ["parse 10.0.0.7/8", "IPv4\t10.0.0.0/8\t10.0.0.0\t10.255.255.255\t16777216\n"],
    format: ["format FD00::1 10.1.2.3/8", "fd00::1\n10.0.0.0/8\n"],
    full: ["full fd00::/8", "fd00:0000:0000:0000:0000:0000:0000:0000/8\n"],
    reverse: ["reverse 10.0.0.0/23", "0.0.10.in-addr.arpa\n1.0.10.in-addr.arpa\n"],
    split: ["split 9 10.0.0.0/8 11.0.0.0/8", "10.0.0.0/9\n10.128.0.0/9\n11.0.0.0/9\n11.128.0.0/9\n"],
    nth: ["nth 64 0,65535 fd00::/48", "fd00::/64\nfd00:0:0:ffff::/64\n"],
    address: ["address 10 10.96.0.0/16", "10.96.0.10\n"],
    index: ["index 10.244.0.0/16 10.244.7.0/24 10.245.0.0/24", "7\nnone\n"],
    count: ["count 10.0.0.0/24 10.0.0.0/25", "256\n"],
    contains: ["contains 10.0.0.0/9,10.128.0.0/9 10.0.0.0/8", "true\t10.0.0.0/8\n"],
    find: ["find 0.0.0.0/0,10.0.0.0/8 10.1.2.3", "10.0.0.0/8\t10.1.2.3\n"],
    merge: ["merge 10.0.1.0/24 10.0.0.0/24", "10.0.0.0/23\n"],
    exclude: ["exclude 10.0.0.0/8 10.64.0.0/10", "10.0.0.0/10\n10.128.0.0/9\n"],
    intersect: ["intersect 10.0.0.0/8,fd00::/8 10.1.0.0/16 fd00::/16", "10.1.0.0/16\nfd00::/16\n"],
    complement: ["complement 128.0.0.0/1", "0.0.0.0/1\n"],
    sort: ["sort fd00::/8 10.0.0.0/9 10.0.0.0/8", "10.0.0.0/8\n10.0.0.0/9\nfd00::/8\n"],
    compare: ["compare 9.0.0.0/8 10.0.0.0/8", "-1\n"],
    overlaps: ["overlaps 10.0.0.0/8 11.0.0.0/8", ""],
    free: ["free 16 10.0.0.0/8 10.0.0.0/15", "10.2.0.0/16\n"],
    pack: ["pack 26,25 10.0.0.0/24", "10.0.0.128/26\n10.0.0.0/25\n"],
    supernet: ["supernet 8 10.1.0.0/16", "10.0.0.0/8\n"],
    common: ["common 10.1.2.0/24 10.1.3.128/25", "10.1.2.0/23\n"],
    range: ["range 10.0.0.1 10.0.0.3", "10.0.0.1/32\n10.0.0.2/31\n"],
    ends: ["ends fd00::/127", "fd00::\tfd00::1\n"],
    classify: ["classify 10.244.0.0/16 8.8.8.8", "10.244.0.0/16\t10.0.0.0/8\tPrivate-Use\tRFC 1918\n8.8.8.8\tnone\n"],
    ula: ["ula 123456789a", "fd12:3456:789a::/48\n"],
    eui64: ["eui64 fe80::/64 00:1a:2b:3c:4d:5e", "fe80::21a:2bff:fe3c:4d5e\n"],
    mapped: ["mapped 10.0.0.1 ::ffff:a00:1 ::1", "::ffff:10.0.0.1\n10.0.0.1\nnone\n"],
    nat64: ["nat64 192.0.2.33 --prefix 2001:db8:100::/40", "2001:db8:1c0:2:21::\n"],
};

test("every operation prints its lines", () => {
    assert.deepEqual(Object.keys(CASES), OPERATIONS.map(({ name }) => name));
    for (const [words, out] of Object.values(CASES)) {
        assert.deepEqual(dualstack(words), { code: 0, out, err: "" }, words);
    }
});

test("lines of standard input count as arguments do", () => {
    const input = "# pods\n10.244.0.0/17\r\n\n  10.244.128.0/17\n";
    assert.deepEqual(dualstack("merge", input), { code: 0, out: "10.244.0.0/16\n", err: "" });
    assert.deepEqual(dualstack("merge 10.245.0.0/16 -", input).out, "10.244.0.0/15\n");
    assert.deepEqual(dualstack("exclude 10.244.0.0/15", input).out, "10.245.0.0/16\n");
});

test("exit code 1 says what was found, or that nothing was", () => {
    assert.deepEqual(dualstack("contains 10.0.0.0/8 10.1.2.3 11.0.0.0"), { code: 1, out: "true\t10.1.2.3\nfalse\t11.0.0.0\n", err: "" });
    assert.deepEqual(dualstack("overlaps 10.0.0.0/8 ::/0 10.1.2.3"), { code: 1, out: "10.0.0.0/8\t10.1.2.3\n", err: "" });
    assert.deepEqual(dualstack("free 8 10.0.0.0/8 10.0.0.0/15"), { code: 1, out: "none\n", err: "" });
    assert.deepEqual(dualstack("pack 25,25,26 10.0.0.0/24"), { code: 1, out: "10.0.0.0/25\n10.0.0.128/25\nno place for a /26\n", err: "" });
    assert.equal(dualstack("find 10.0.0.0/8 11.0.0.0").code, 1);
});

test("JSON has the fields of each line", () => {
    assert.deepEqual(JSON.parse(dualstack("ends 10.0.0.0/8 -o json").out), [["10.0.0.0", "10.255.255.255"]]);
    assert.deepEqual(JSON.parse(dualstack("split 9 10.0.0.0/8 -o json").out), ["10.0.0.0/9", "10.128.0.0/9"]);
});

test("what cannot be used is said with its line", () => {
    for (const [words, input, err] of [
        ["merge", "10.0.0.0/8\n\nbanana/4\n", "standard input:3, `banana/4`: the address cannot be read; expected one such as 10.0.0.0 or fd00::"],
        ["split 7 10.0.0.0/8", "", "cidr, `7`: the prefix length does not fit what is asked of this network"],
        ["split x 10.0.0.0/8", "", "`x` is no LENGTH; it takes a whole number"],
        ["nth 24", "", "`nth` takes nth LENGTH NUMBERS NET…"],
        ["compare 10.0.0.0/8 ::/0 ::/0", "", "`compare` takes compare NET NET"],
        ["ula xyz", "", "`xyz` is no BITS; it takes a number in hexadecimal, ten digits at most"],
        ["common", "", "there is no network in the list"],
    ]) {
        assert.deepEqual(dualstack(words, input), { code: 2, out: "", err: `dualstack: ${err}\n` }, words);
    }
    assert.match(dualstack("megre").err, /there is no operation `megre`; known are parse, .*\ndid you mean `merge`\?\n$/);
    assert.match(dualstack("megre", "", "ja_JP.UTF-8").err, /`megre` という操作はありません/);
    assert.match(dualstack("merge banana", "", "ja_JP.UTF-8").err, /`banana`: アドレスを読み取れません/);
});

test("help lists every operation, in both languages", () => {
    for (const lang of ["C", "ja_JP.UTF-8"]) {
        const { out } = dualstack("--help", "", lang);
        for (const { name } of OPERATIONS) {
            assert.match(out, new RegExp(`^  ${name} .*\\S$`, "m"));
        }
    }
});
