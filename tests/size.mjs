// Sizes of what is shipped: each file, what loads it, raw and after brotli, against pkg/size-budget.json. Every shipped
// file belongs to exactly one row, and a number of the budget only ever goes down.
//
//   size.mjs            the table
//   size.mjs --groups   and what the functions of a module come from (environment: DUALSTACK_MODULES, see `cargo xtask size`)

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { delimiter, extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

import { functionGroups } from "./size/groups.mjs";
import { grown, matches } from "./size/budget.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = process.env.DUALSTACK_TARGET ?? join(root, "target");
const BUDGET = "pkg/size-budget.json";
const budget = JSON.parse(readFileSync(join(root, BUDGET), "utf8"));

/** The shipped files: path as rows name it → bytes. */
function shipped() {
    const found = new Map();
    for (const [name, directory] of [
        ["pkg/dist", join(root, "pkg/dist")],
        ["target/site", join(target, "site")],
    ]) {
        if (!existsSync(directory)) continue;
        for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
            const path = join(entry.parentPath, entry.name);
            const inside = `${name}/${relative(directory, path).split(sep).join("/")}`;
            // Types are not downloaded, and compressed copies are other forms of what is measured.
            const counted = [".wasm", ".js", ".html", ".css", ".json", ".ftl", ".svg"].includes(extname(path));
            // The parts of the command line are there for tests; what is packed is the one file.
            const isPart = inside.startsWith("pkg/dist/cli/") && inside !== "pkg/dist/cli/main.js";
            if (entry.isFile() && counted && !isPart) found.set(inside, readFileSync(path));
        }
    }
    return found;
}

function brotli(bytes) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    return brotliCompressSync(bytes, { params }).length;
}

/** The budget as it was committed at `revision`; `undefined` where there is none, or no such revision. */
function committed(revision) {
    try {
        const text = execFileSync("git", ["show", `${revision}:${BUDGET}`], { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
        return JSON.parse(text.toString());
    } catch {
        return undefined;
    }
}

const faults = [];
const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(9);
const files = shipped();
const measured = budget.rows.map((row) => {
    const own = [...files].filter(([path]) => row.files.some((pattern) => matches(pattern, path)));
    if (own.length === 0) faults.push(`${row.name}: no file is called ${row.files.join(" or ")} (is it built?)`);
    const raw = own.reduce((sum, [, bytes]) => sum + bytes.length, 0);
    const compressed = own.reduce((sum, [, bytes]) => sum + brotli(bytes), 0);
    if (compressed > row.brotli) faults.push(`${row.name}: ${compressed} bytes, the budget is ${row.brotli}`);
    return { ...row, raw, compressed };
});
const first = budget.firstLoads.map((load) => {
    const rows = measured.filter(({ firstLoad }) => firstLoad === load.name);
    const sum = (of) => rows.reduce((total, row) => total + of(row), 0);
    const line = { ...load, raw: sum((row) => row.raw), compressed: sum((row) => row.compressed) };
    if (rows.length === 0) faults.push(`${load.name}: no row belongs to it`);
    if (line.compressed > load.brotli) faults.push(`${load.name}: ${line.compressed} bytes, the budget is ${load.brotli}`);
    return line;
});
for (const path of files.keys()) {
    const rows = budget.rows.filter((row) => row.files.some((pattern) => matches(pattern, path)));
    if (rows.length !== 1) faults.push(`${path} belongs to ${rows.length} rows of ${BUDGET}, not to one`);
}
for (const revision of ["HEAD", "main"]) faults.push(...grown(committed(revision), budget).map((fault) => `${fault} at ${revision}`));

const width = Math.max(...[...measured, ...first].map(({ name }) => name.length)) + 1;
console.log(`${"".padEnd(width)} ${"kB".padStart(9)} ${"brotli".padStart(9)} ${"budget".padStart(9)}  loaded by`);
for (const { name, raw, compressed, brotli: most, loadedBy } of measured) {
    console.log(`${name.padEnd(width)} ${kilobytes(raw)} ${kilobytes(compressed)} ${kilobytes(most)}  ${loadedBy}`);
}
console.log("before the first view works:");
for (const { name, raw, compressed, brotli: most, wanted } of first) {
    const goal = wanted === undefined ? "" : `wanted: ${kilobytes(wanted).trim()}`;
    console.log(`${name.padEnd(width)} ${kilobytes(raw)} ${kilobytes(compressed)} ${kilobytes(most)}  ${goal}`);
}
if (process.argv.includes("--groups")) {
    for (const path of (process.env.DUALSTACK_MODULES ?? "").split(delimiter).filter((path) => path !== "")) {
        const { total, data, groups } = functionGroups(readFileSync(path));
        console.log(`\n${path.split(sep).at(-1)} before wasm-opt: ${kilobytes(total).trim()} kB of functions, ${kilobytes(data).trim()} kB of data`);
        for (const { name, bytes, functions } of groups.slice(0, 30)) {
            console.log(`${kilobytes(bytes)} ${((100 * bytes) / total).toFixed(1).padStart(5)} % ${String(functions).padStart(6)} functions  ${name}`);
        }
    }
}
for (const fault of faults) console.error(`size: ${fault}`);
console.log(faults.length === 0 ? "size: all within budget" : `size: ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
