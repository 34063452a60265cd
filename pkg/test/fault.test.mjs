// After a fault of the planner itself, through the doors that people use: a call and the command. The package tested here is the
// one built with an engine that panics at a text that says so (target/test-package).

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const directory = new URL("../../target/test-package/dist/", import.meta.url);
const main = fileURLToPath(new URL("cli/main.js", directory));
const folder = mkdtempSync(join(tmpdir(), "dualstack-fault-test-"));
after(() => rmSync(folder, { recursive: true, force: true }));
// Reports are written among the temporary files.
const ENV = { ...process.env, LANG: "C", LC_ALL: "C", FORCE_COLOR: undefined, NO_COLOR: undefined, TMPDIR: folder, TMP: folder, TEMP: folder };

const PLAN = `apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata: {name: demo}
spec:
  kubernetesVersion: "1.36"
  podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
  serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
`;
const FAULTY = `${PLAN}# panic on purpose, 10.99.88.77\n`;
const good = join(folder, "good.yaml");
const faulty = join(folder, "faulty.yaml");
writeFileSync(good, PLAN);
writeFileSync(faulty, FAULTY);

function dualstack(...words) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], { input: "", encoding: "utf8", env: ENV });
    return { status, out: stdout, err: stderr };
}

const kept = () => readdirSync(folder).filter((name) => name.startsWith("dualstack-fault-") && name.endsWith(".txt"));

for (const words of [["plan"], ["lint"], ["nodes", "--limit", "1"], ["export", "--target", "flags"], ["lint", "--fix"]]) {
    test(`\`${words.join(" ")}\` ends with 3 at a fault, leaves the file alone, and has a report that can be sent`, () => {
        const before = kept();
        const { status, out, err } = dualstack(...words, faulty);
        assert.equal(status, 3, err);
        assert.equal(out, "");
        assert.equal(readFileSync(faulty, "utf8"), FAULTY);
        const [name, ...more] = kept().filter((known) => !before.includes(known));
        assert.deepEqual(more, []);
        assert.match(err, /^dualstack: that was a bug in the planner, not in your input\na report is in /);
        assert.ok(err.includes(join(folder, name)), err);
        assert.match(err, /send it to https:\/\/github\.com\/dualstack-planner\/dualstack-planner\/issues/);
        const report = readFileSync(join(folder, name), "utf8");
        assert.match(report, new RegExp(`^dualstack-planner \\d+\\.\\d+\\.\\d+, node v[^]*command: dualstack ${words[0]} [^]*EngineError: [^]*panicked at core/`));
        assert.doesNotMatch(report, /10\.99\.88\.77|10\.244|faulty\.yaml/);
        if (process.platform !== "win32") assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600);
        assert.equal(dualstack(...words, good).status, 0);
    });
}

test("a report says it in Japanese too", () => {
    const { status, err } = dualstack("plan", "--lang", "ja", faulty);
    assert.equal(status, 3);
    assert.match(err, /プランナーの不具合です\nレポートを .*dualstack-fault-.*\.txt に保存しました/);
});

test("who watches a file goes on after a fault", { timeout: 120_000 }, async () => {
    const file = join(folder, "watched.yaml");
    writeFileSync(file, FAULTY);
    const child = spawn(process.execPath, [main, "nodes", "--limit", "1", "--watch", file], { env: ENV });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => { out += chunk; });
    child.stderr.on("data", (chunk) => { err += chunk; });
    const until = async (holds) => {
        while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    try {
        await until(() => /bug in the planner[^]*watching/.test(err));
        writeFileSync(file, PLAN);
        await until(() => out.includes("10.244.0.0/24"));
    } finally {
        child.kill("SIGINT");
    }
});

test("a call throws an EngineError, and the next one has its answer", async () => {
    const dualstack = await import(new URL("node.js", directory));
    await dualstack.init();
    const calls = [
        (text) => dualstack.plan(text),
        (text) => dualstack.lint(text),
        (text) => dualstack.lintFiles({ files: [{ name: "a", text }] }),
        (text) => dualstack.export(text, ["flags"]),
        (text) => dualstack.explain(text),
        (text) => dualstack.open(text).plan(),
    ];
    for (const call of calls) {
        const before = call(PLAN);
        assert.throws(() => call(FAULTY), dualstack.EngineError);
        assert.deepEqual(call(PLAN), before);
    }
});
