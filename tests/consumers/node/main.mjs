// The engine in Node: ready at import, the WASM and the schema resolvable beside it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { init, rules, suggest, version } from "dualstack-planner";
import { merge, subnets } from "dualstack-planner/cidr";
import { mergeCidr } from "dualstack-planner/cidr/cidr-tools";
import ipaddr from "dualstack-planner/cidr/ipaddr.js";
import { Netmask } from "dualstack-planner/cidr/netmask";

await init();
const outcome = suggest({ nodes: 3, seed: "1" });
assert.equal(outcome.status, "ok");
assert.equal(suggest({ nodes: "three" }).status, "failed");

for (const name of ["wasm", "engine.wasm", "tools.wasm", "cidr.wasm"]) {
    const wasm = readFileSync(fileURLToPath(import.meta.resolve(`dualstack-planner/${name}`)));
    assert.ok(WebAssembly.validate(wasm), name);
}
assert.match(readFileSync(fileURLToPath(import.meta.resolve("dualstack-planner/locales/ja.ftl")), "utf8"), /^API001 = /m);

// What is loaded on demand elsewhere is there at the first call.
assert.equal(rules({ lang: "ja" }).status, "ok");

// Address algebra is there with its import, and so are its functions under other names.
assert.deepEqual(merge(["10.0.0.0/9", "10.128.0.0/9"]), ["10.0.0.0/8"]);
assert.equal([...subnets("fd00::/62", 64)].length, 4);
assert.deepEqual(mergeCidr(["10.0.0.0/9", "10.128.0.0/9"]), ["10.0.0.0/8"]);
assert.equal(ipaddr.parse("2001:db8::1").kind(), "ipv6");
assert.equal(new Netmask("10.0.0.0/12").broadcast, "10.15.255.255");

const schema = createRequire(import.meta.url)("dualstack-planner/schema.json");
assert.equal(schema.properties.kind.const, "ClusterPlan");

console.log(`ok: dualstack-planner ${version()}`);
