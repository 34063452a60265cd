// Natively, as WASM in Node and as WASM in Chromium the engine gives the same bytes: reports and exports of plans at random.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { after, before, test } from "node:test";

import { chromium } from "@playwright/test";

import * as dualstack from "../../pkg/dist/node.js";
import { answers, ask, digest } from "./ask.js";

/** Plans in the ordinary run; the environment says how many for the long one. */
const COUNT = Number(process.env.DUALSTACK_PLANS ?? 200);
/** Plans that a page is asked about at once. */
const AT_ONCE = 200;

const root = new URL("../../", import.meta.url);
const native = (...index) =>
    execFileSync(process.env.DUALSTACK_NATIVE, ["plans", String(COUNT), ...index.map(String)], { cwd: root, maxBuffer: 1 << 30 });
let plans;

before(() => {
    plans = native().toString().trimEnd().split("\n").map((line) => JSON.parse(line));
    assert.equal(plans.length, COUNT);
});

/** Compares the digests; of the first plan that differs, what stands around the first difference. */
async function compare(digests, wholeOf) {
    assert.equal(digests.length, plans.length);
    const index = plans.findIndex(({ report, exports }, index) => report !== digests[index][0] || exports !== digests[index][1]);
    if (index < 0) return;
    const [mine, theirs] = [JSON.parse(native(index)), await wholeOf(plans[index])];
    for (const [part, name] of ["report", "exports"].entries()) {
        const [a, b] = [mine[part], theirs[part]];
        let at = 0;
        while (at < a.length && a[at] === b[at]) at += 1;
        if (a !== b) {
            const around = (text) => text.slice(Math.max(0, at - 200), at + 200);
            assert.fail(`the ${name} of plan ${index} differ at ${at}:\n${plans[index].text}\nnative: ${around(a)}\nWASM:   ${around(b)}`);
        }
    }
    assert.fail(`the digests of plan ${index} differ, but not what they are of`);
}

test("the digest is the one that is compared with", () => {
    assert.equal(digest("a").slice(0, 8), "e40c292c");
    assert.equal(digest("日本").length, 16);
});

test(`WASM in Node says about ${COUNT} plans what the native engine says`, async () => {
    await compare(await ask(dualstack, plans), (plan) => answers(dualstack, plan));
});

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".ftl": "text/plain" };
let browser;
let server;

after(async () => {
    await browser?.close();
    server?.close();
});

test(`WASM in Chromium says about ${COUNT} plans what the native engine says`, async () => {
    server = createServer((request, response) => {
        const path = new URL(request.url, "http://localhost").pathname;
        const file = path.startsWith("/pkg/dist/") || path === "/tests/same/ask.js" ? new URL(`.${path}`, root) : undefined;
        response.setHeader("content-type", file ? (TYPES[extname(path)] ?? "text/plain") : "text/html");
        response.end(file ? readFileSync(file) : "<!doctype html><title>A page</title>");
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const switches = (process.env.DUALSTACK_CHROMIUM_SWITCHES ?? "").split(" ").filter(Boolean);
    browser = await chromium.launch({ executablePath: process.env.CHROME, args: switches });
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const inPage = (name, argument) =>
        page.evaluate(
            async ([name, argument]) => {
                const engine = await import("/pkg/dist/index.js");
                const questions = await import("/tests/same/ask.js");
                return questions[name](engine, argument);
            },
            [name, argument],
        );
    const digests = [];
    for (let from = 0; from < plans.length; from += AT_ONCE) {
        digests.push(...(await inPage("ask", plans.slice(from, from + AT_ONCE))));
    }
    await compare(digests, (plan) => inPage("answers", plan));
});
