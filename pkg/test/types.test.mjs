// TypeScript merges interfaces of one name without a word: two Rust types that share a name would become one.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const declarations = (name) => readFileSync(new URL(`../dist/core/${name}.d.ts`, import.meta.url), "utf8");
const namesIn = (text) => [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name);

test("every generated type has a name of its own", () => {
    const names = namesIn(declarations("types"));
    assert.ok(names.includes("ClusterPlan"));
    assert.deepEqual(names.filter((name, index) => names.indexOf(name) !== index), []);
});

test("the modules declare no type besides what their glue has", () => {
    for (const module of ["dualstack_engine", "dualstack_tools"]) {
        const text = declarations(module);
        assert.deepEqual(namesIn(text), ["InitInput", "InitOutput", "SyncInitInput"]);
        assert.match(text, /^import type \{ .*\bOutcome\b.* \} from "\.\/types\.js";$/m);
    }
});
