// The cases of `cases.json` through the front door: the built package in Node, and its command line.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { answer, ask } from "./ask.mjs";
import { EXPECTATIONS } from "./expectations.mjs";

const pkg = new URL("../../../pkg/", import.meta.url);
const engine = await import(new URL("dist/node.js", pkg).href);
const command = fileURLToPath(new URL(JSON.parse(readFileSync(new URL("package.json", pkg), "utf8")).bin.dualstack, pkg));
const file = (name) => fileURLToPath(new URL(`inputs/${name}`, import.meta.url));
const read = (name) => readFileSync(file(name), "utf8");
const json = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));

function run({ args, stdin }) {
    const words = args.map((word) => word.replace(/^\{(.+)\}$/, (_, name) => file(name)));
    const input = stdin === undefined ? "" : read(stdin);
    const done = spawnSync(process.execPath, [command, ...words], { encoding: "utf8", input });
    return { ...answer(), exit: done.status, output: done.stdout + done.stderr };
}

/** What does not hold of a case. */
function judge(one) {
    const text = one.text ?? [one.input ?? []].flat().map(read).join("\n---\n");
    const asked = (text) => ask(engine, one.call, text, one.options ?? {}, read);
    const got = one.call === "cli" ? run(one) : asked(text);
    const more = { expect: one.expect, again: ([from, to]) => asked(text.replace(from, to)) };
    return Object.entries(one.expect).flatMap(([key, value]) => EXPECTATIONS[key](value, got, more));
}

const cases = json("cases.json");
const pending = new Set(json("pending.json"));

for (const one of cases) {
    test(`${one.kind}: ${one.id}`, () => {
        let wrong;
        try {
            wrong = judge(one);
        } catch (error) {
            wrong = [String(error)];
        }
        if (pending.has(one.id)) {
            assert.notDeepEqual(wrong, [], "holds now: take it off pending.json");
        } else {
            assert.deepEqual(wrong, []);
        }
    });
}

test("pending cases exist", () => {
    const ids = new Set(cases.map(({ id }) => id));
    assert.deepEqual([...pending].filter((id) => !ids.has(id)), []);
});
