// TypeScript merges interfaces of one name without a word: two Rust types that share a name would become one.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

test("every generated type has a name of its own", () => {
    const declarations = readFileSync(new URL("../dist/core/dualstack_core.d.ts", import.meta.url), "utf8");
    const names = [...declarations.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name);
    assert.ok(names.includes("ClusterPlan"));
    assert.deepEqual(names.filter((name, index) => names.indexOf(name) !== index), []);
});
