// The engine as WASM in Node: how long a call takes, the boundary included.

import * as dualstack from "../../pkg/dist/node.js";
import { largest } from "./plans.mjs";

const admission = {
    kubernetesVersion: "1.36",
    serviceCIDRs: ["10.96.0.0/16", "fd00:10:96::/112"],
    request: {
        operation: "create",
        service: {
            metadata: { name: "web" },
            spec: { ipFamilyPolicy: "PreferDualStack", selector: { app: "web" }, ports: [{ port: 80 }] },
        },
    },
};
const cases = [
    ["suggest, 40 nodes", () => dualstack.suggest({ nodes: 40, seed: "1" })],
    ["admit, one Service with its trace", () => dualstack.admit(admission)],
    ["version diff, 1.16 to 1.36", () => dualstack.changes("1.16", "1.36")],
    ["lint, 50 reserved, 500 Services", () => dualstack.lint(largest)],
];

/** Milliseconds a call: the median of rounds, each long enough for the clock. */
function measure(call) {
    for (let i = 0; i < 50; i += 1) call();
    const rounds = Array.from({ length: 15 }, () => {
        const start = performance.now();
        let calls = 0;
        do {
            call();
            calls += 1;
        } while (performance.now() - start < 50);
        return (performance.now() - start) / calls;
    });
    return rounds.sort((a, b) => a - b)[rounds.length >> 1];
}

console.log("wasm in Node, median of 15 rounds");
for (const [name, call] of cases) {
    console.log(`  ${name.padEnd(36)} ${measure(call).toFixed(4)} ms`);
}
