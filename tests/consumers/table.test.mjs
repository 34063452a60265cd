// The table of consumers in pkg/README.md says what is tried, and all of it. DUALSTACK_UPDATE=1 writes it.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";

import { ROWS, table } from "./table.mjs";

const readme = new URL("../../pkg/README.md", import.meta.url);
const MARKS = ["<!-- consumers: generated from tests/consumers/table.mjs -->\n\n", "\n\n<!-- consumers: end -->"];

test("each row names tests that there are", () => {
    const sources = ["consumers.test.mjs", "long/long.test.mjs"].map((name) => readFileSync(new URL(name, import.meta.url), "utf8")).join("");
    for (const [consumer, , , names] of ROWS) {
        assert.ok(names.length > 0, consumer);
        for (const name of names) {
            assert.ok(["\"", "`"].some((quote) => sources.includes(quote + name)), `${consumer}: no test begins with ${name}`);
        }
    }
});

test("README has the table", () => {
    const text = readFileSync(readme, "utf8");
    const [before, rest] = text.split(MARKS[0]);
    assert.ok(rest?.includes(MARKS[1]), "README has no place for it");
    const [written, after] = rest.split(MARKS[1]);
    if (process.env.DUALSTACK_UPDATE === "1") {
        writeFileSync(readme, `${before}${MARKS[0]}${table()}${MARKS[1]}${after}`);
    } else {
        assert.equal(written, table(), "run the test with DUALSTACK_UPDATE=1");
    }
});
