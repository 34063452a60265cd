// `cargo xtask bench --only cidr`: every contender at every operation, in one run, on the same inputs. Results are compared
// with those of the plain script; one that differs is said to. The table is written to docs/benchmarks.md with `--write`;
// `--only merge4,split6` runs some operations.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

import { CONTENDERS, PACKAGES } from "./contenders.mjs";
import { INPUTS, TITLES } from "./inputs.mjs";

const CAP = Number(process.env.DUALSTACK_BENCH_CAP ?? 5_000);
const root = fileURLToPath(new URL("../../..", import.meta.url));
const option = (name) => process.argv[process.argv.indexOf(name) + 1];
const operations = Object.keys(INPUTS).filter((name) => !process.argv.includes("--only") || option("--only").split(",").includes(name));

/** One contender at one operation, in a thread of its own, which is ended where it takes too long. */
function measured(name, operation) {
    return new Promise((resolve) => {
        const worker = new Worker(new URL("worker.mjs", import.meta.url), { workerData: { name, operation } });
        const timer = setTimeout(() => {
            resolve({ has: true, slow: true });
            worker.terminate();
            // The script is what the others are compared with.
        }, name === "reference" ? 10 * CAP : CAP);
        const end = (found) => {
            clearTimeout(timer);
            resolve(found);
            worker.terminate();
        };
        worker.once("message", end);
        worker.once("error", (error) => end({ has: true, failed: error.message }));
    });
}

/** The lines of JSON that a program prints; what it cannot do it does not print. */
function printed(program, words, cwd = root) {
    const { stdout, status, stderr, error } = spawnSync(program, words, { cwd, encoding: "utf8", maxBuffer: 2 ** 28 });
    if (status !== 0) {
        console.error(`${program} failed: ${error?.message ?? stderr.split("\n").slice(-4).join("\n")}`);
    }
    return (stdout ?? "").split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
}

const shown = (milliseconds) => (milliseconds >= 100 ? milliseconds.toFixed(0) : milliseconds >= 10 ? milliseconds.toFixed(1) : milliseconds.toPrecision(2));

const found = new Map(operations.map((operation) => [operation, new Map()]));
const scratch = mkdtempSync(join(tmpdir(), "dualstack-bench-"));
try {
    writeFileSync(join(scratch, "inputs.json"), JSON.stringify(Object.fromEntries(operations.map((name) => [name, INPUTS[name]()]))));
    for (const operation of operations) {
        const row = found.get(operation);
        for (const name of CONTENDERS) {
            const one = await measured(name, operation);
            if (one.has) row.set(name, one);
        }
        const text = [...row].map(([name, one]) => `${name} ${one.slow ? "slow" : one.failed ? `failed (${one.failed})` : shown(one.milliseconds)}`);
        console.error(`${operation}: ${text.join(", ")}`);
    }
    const native = printed("cargo", ["bench", "--quiet", "--profile", "measure", "-p", "dualstack-cidr", "--bench", "native", "--", scratch]);
    const python = process.env.DUALSTACK_BENCH_PYTHON === "" ? [] : printed("python3", [fileURLToPath(new URL("peers.py", import.meta.url)), scratch]);
    for (const { name, operation, ...one } of [...native, ...python]) {
        found.get(operation)?.set(name, { has: true, ...one });
    }
} finally {
    rmSync(scratch, { recursive: true });
}

/** A cell of the table. */
function cell(row, name) {
    const one = row.get(name);
    if (one === undefined) return "–";
    if (one.slow) return `> ${CAP / 1000} s`;
    if (one.failed) return "fails";
    const differs = String(one.print) !== String(row.get("reference").print);
    return `${shown(one.milliseconds)}${differs ? " ≠" : ""}`;
}

const time = (row, name) => (row.get(name)?.slow ? Number.POSITIVE_INFINITY : (row.get(name)?.milliseconds ?? Number.NaN));
const ratio = (value) => (Number.isNaN(value) ? "–" : value === Number.POSITIVE_INFINITY ? `> ${CAP / 1000} s` : `${value >= 10 ? value.toFixed(0) : value.toFixed(1)}×`);
const table = (heads, rows) =>
    [heads, heads.map((_, at) => (at === 0 ? "---" : "--:")), ...rows].map((cells) => `| ${cells.join(" | ")} |\n`).join("");

/** The fastest package of others that gives the right result. */
function best(row) {
    const right = (name) => String(row.get(name)?.print) === String(row.get("reference").print);
    const done = PACKAGES.filter((name) => Number.isFinite(time(row, name)) && right(name));
    return done.sort((a, b) => time(row, a) - time(row, b))[0];
}

function goals() {
    return [...found].map(([operation, row]) => {
        const fastest = best(row);
        const tried = PACKAGES.some((name) => row.get(name)?.slow);
        const ours = time(row, "ours: texts");
        const ofPackages = fastest === undefined ? (tried ? Number.POSITIVE_INFINITY : Number.NaN) : time(row, fastest) / ours;
        return [
            TITLES[operation],
            cell(row, "ours: texts"),
            fastest === undefined ? (tried ? `all > ${CAP / 1000} s` : "nobody") : `${fastest} ${shown(time(row, fastest))}`,
            ratio(ofPackages),
            ratio(time(row, "reference") / ours),
            cell(row, "ours: typed arrays"),
            cell(row, "ipnet: numbers"),
            ratio(time(row, "ours: typed arrays") / time(row, "ipnet: numbers")),
        ];
    });
}

const summary = table(
    ["operation", "ours, texts", "fastest npm package", "it takes", "the script takes", "ours, typed arrays", "ipnet, numbers", "ours to ipnet"],
    goals(),
);
const all = [...CONTENDERS, "ipnet: texts", "ipnet: numbers", "this crate: numbers", "Python ipaddress", "Python netaddr"].filter((name) =>
    [...found.values()].some((row) => row.has(name)),
);
const every = table(["operation", ...all.map((name) => (name === "reference" ? "the script" : name))], [...found].map(([operation, row]) => [TITLES[operation], ...all.map((name) => cell(row, name))]));

console.log(`${summary}\n${every}`);
const wrong = [...found].flatMap(([operation, row]) =>
    [...row].filter(([name, one]) => (name.startsWith("ours") || name.startsWith("this crate")) && String(one.print) !== String(row.get("reference").print)).map(([name]) => `${operation}: ${name}`),
);
if (wrong.length > 0) {
    console.error(`other results than the script: ${wrong.join(", ")}`);
    process.exitCode = 1;
}
if (process.argv.includes("--write") && wrong.length === 0) {
    const page = join(root, "docs/benchmarks.md");
    const text = readFileSync(page, "utf8");
    const machine = `Node ${process.version}, ${cpus().length} processors (${cpus()[0]?.model.trim()}), milliseconds.`;
    const [before, behind] = [text.split("<!-- cidr: measured -->")[0], text.split("<!-- cidr: end -->")[1]];
    writeFileSync(page, `${before}<!-- cidr: measured -->\n\n${machine}\n\n${summary}\nEvery contender:\n\n${every}\n<!-- cidr: end -->${behind}`);
}
