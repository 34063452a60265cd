// The engine in Node: ready at import, the WASM and the schema resolvable beside it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { init, rules, suggest, version } from "dualstack-planner";

await init();
const outcome = suggest({ nodes: 3, seed: "1" });
assert.equal(outcome.status, "ok");
assert.equal(suggest({ nodes: "three" }).status, "failed");

for (const name of ["wasm", "engine.wasm", "tools.wasm"]) {
    const wasm = readFileSync(fileURLToPath(import.meta.resolve(`dualstack-planner/${name}`)));
    assert.ok(WebAssembly.validate(wasm), name);
}
assert.match(readFileSync(fileURLToPath(import.meta.resolve("dualstack-planner/locales/ja.ftl")), "utf8"), /^API001 = /m);

// What is loaded on demand elsewhere is there at the first call.
assert.equal(rules({ lang: "ja" }).status, "ok");

const schema = createRequire(import.meta.url)("dualstack-planner/schema.json");
assert.equal(schema.properties.kind.const, "ClusterPlan");

console.log(`ok: dualstack-planner ${version()}`);
