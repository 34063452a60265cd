// The largest inputs of each kind, linted natively and as WASM in Node: how long, and how much memory. Each is done in a
// process of its own, so that none pays for another.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What is wanted: seconds, and mebibytes natively. */
const WANTED = { native: 2, memory: 200, wasm: 4 };
const LARGEST = 16 * 2 ** 20;
const ODD = ["ones", "flat", "documents", "string", "nested", "aliases", "comments", "twice", "ranges"];
const SERVICES = ["quiet", "plain", "refused", "ignored", "held"];
/** As many as there is room for in the ranges of the plan beside them. */
const COUNT = 60_000;

const native = process.env.DUALSTACK_LARGE;
if (!native) throw new Error("DUALSTACK_LARGE names the program that makes the inputs: cargo xtask bench --only limits");
const folder = mkdtempSync(join(tmpdir(), "dualstack-limits-"));
const output = { encoding: "utf8", maxBuffer: 4 * LARGEST };
const engine = new URL("../../pkg/dist/node.js", import.meta.url);
const child = `
import { readFileSync } from "node:fs";
const { lint } = await import(${JSON.stringify(engine)});
const text = readFileSync(process.argv[1], "utf8");
// The module is there before the clock starts.
lint("kind: ClusterPlan\\n");
const before = process.resourceUsage().maxRSS;
const start = performance.now();
const { value, diagnostics } = lint(text);
const seconds = (performance.now() - start) / 1000;
const memory = (process.resourceUsage().maxRSS - before) / 1024;
console.log(JSON.stringify({ seconds, memory, findings: (value ?? diagnostics).length }));
`;

function natively(kind, size) {
    const line = execFileSync(native, ["lint", kind, String(size)], output);
    const [, millis, memory] = /, (\d+) ms, (\d+) MiB at most/.exec(line) ?? [];
    if (millis === undefined) throw new Error(`not understood: ${line}`);
    return { seconds: Number(millis) / 1000, memory: Number(memory) };
}

function asWasm(kind, size) {
    const file = join(folder, "input.yaml");
    writeFileSync(file, execFileSync(native, ["print", kind, String(size)], output));
    return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", child, file], output));
}

const over = [];
const shown = (what, value, digits, wanted) => {
    if (value > wanted) over.push(what);
    return (value.toFixed(digits) + (value > wanted ? "*" : " ")).padStart(10);
};
console.log(`wanted: ${WANTED.native} s and ${WANTED.memory} MiB natively, ${WANTED.wasm} s as WASM; * is over`);
console.log(`${"input".padEnd(22)}${"native s".padStart(10)}${"MiB".padStart(10)}${"WASM s".padStart(10)}${"MiB".padStart(10)}  findings`);
try {
    for (const [kind, size] of [...ODD.map((kind) => [kind, LARGEST]), ...SERVICES.map((kind) => [kind, COUNT])]) {
        const name = size === LARGEST ? `${kind}, 16 MiB` : `${kind}, ${size}`;
        const one = natively(kind, size);
        const other = asWasm(kind, size);
        console.log(
            name.padEnd(22)
                + shown(`${name}: time natively`, one.seconds, 2, WANTED.native)
                + shown(`${name}: memory natively`, one.memory, 0, WANTED.memory)
                + shown(`${name}: time as WASM`, other.seconds, 2, WANTED.wasm)
                + shown("", other.memory, 0, Infinity)
                + `  ${other.findings}`,
        );
    }
} finally {
    rmSync(folder, { recursive: true });
}
console.log(over.length === 0 ? "nothing is over" : `over: ${over.join("; ")}`);
