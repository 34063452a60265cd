// The built command as people run it: options before the command, colours, exit codes, completion, watching, full disks.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "dualstack-command-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const PLAN = `apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata: {name: demo}
spec:
  kubernetesVersion: "1.36"
  podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
  serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
  nodes: {count: 40, max: 250}
`;
const plan = join(folder, "plan.yaml");
writeFileSync(plan, PLAN);
const PLAIN = { ...process.env, LANG: "C", LC_ALL: "C", FORCE_COLOR: undefined, NO_COLOR: undefined };

function dualstack(words, { input = "", env = {}, ...options } = {}) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], { input, encoding: "utf8", env: { ...PLAIN, ...env }, ...options });
    return { status, out: stdout, err: stderr };
}

test("the version, by each of its names", () => {
    const { out } = dualstack(["--version"]);
    assert.match(out, /^\d+\.\d+\.\d+\n$/);
    for (const words of [["-v"], ["-V"], ["--lang", "ja", "--version"], ["-V", "plan"]]) {
        assert.deepEqual(dualstack(words), { status: 0, out, err: "" });
    }
});

test("options may stand before the command", () => {
    assert.deepEqual(dualstack(["--lang", "ja", "-o", "json", "plan", plan]), dualstack(["plan", plan, "--lang", "ja", "-o", "json"]));
    assert.equal(JSON.parse(dualstack(["-o", "json", "--lang=ja", "plan", plan]).out).capacity.nodes, "256");
    assert.match(dualstack(["--lang", "ja"]).err, /^dualstack: コマンドを指定してください: suggest, plan/);
    assert.match(dualstack(["--frobnicate"]).err, /there is no command `--frobnicate`/);
    assert.equal(dualstack(["--lang", "ja"]).status, 2);
});

test("help has examples and exit codes, for the program and for each command", () => {
    const help = dualstack(["--help"]).out;
    assert.match(help, /^ {2}-V, --version +Print the version$/m);
    assert.match(help, /^Examples:\n {2}dualstack suggest --nodes 40 > plan\.yaml$/m);
    assert.match(help, /^Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n {2}3 /m);
    assert.match(dualstack(["lint", "--help"]).out, /^Examples:\n {2}dualstack lint plan\.yaml services\/\n[^]*^Exit codes:$/m);
    assert.match(dualstack(["--lang", "ja", "help", "lint"]).out, /^終了コード:$/m);
});

test("a full disk is nobody's bug", { skip: !existsSync("/dev/full") }, () => {
    const full = openSync("/dev/full", "w");
    try {
        const { status, stderr } = spawnSync(process.execPath, [main, "plan", plan], { env: PLAIN, stdio: ["ignore", full, "pipe"], encoding: "utf8" });
        assert.deepEqual([status, stderr], [2, "dualstack: cannot write standard output: no space is left there\n"]);
    } finally {
        closeSync(full);
    }
    const file = join(plan, "map.svg");
    assert.match(dualstack(["draw", plan, "-o", file]).err, /cannot write .*map\.svg: a part of the path is no folder/);
});

test("UTF-16 is read with its mark, and named without", () => {
    const bytes = Buffer.from(PLAN, "utf16le");
    assert.equal(dualstack(["plan"], { input: Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]) }).status, 0);
    for (const input of [bytes, Buffer.from(bytes).swap16()]) {
        const { status, err } = dualstack(["plan"], { input });
        assert.deepEqual([status, err], [2, "dualstack: standard input is UTF-16 without a byte order mark; save it as UTF-8\n"]);
    }
    assert.match(dualstack(["plan"], { input: Buffer.from([0xc3, 0x28]) }).err, /is not UTF-8 text/);
});

test("warnings fail where that is wanted, and quiet shows errors alone", () => {
    const { out } = dualstack(["lint", plan, "-o", "json"]);
    const warnings = JSON.parse(out).filter(({ severity }) => severity === "warning").length;
    assert.equal(warnings, 1);
    assert.equal(dualstack(["lint", plan]).status, 0);
    assert.deepEqual([dualstack(["lint", "--strict", plan]).status, dualstack(["lint", "--strict", plan]).err], [1, "warnings: 1; at most 0 are allowed\n"]);
    assert.equal(dualstack(["lint", "--max-warnings", "1", plan]).status, 0);
    assert.equal(dualstack(["lint", "--max-warnings=0", plan]).status, 1);
    assert.equal(dualstack(["lint", "--max-warnings", "few", plan]).status, 2);
    assert.match(dualstack(["lint", "--quiet", plan]).out, /^\S*plan\.yaml: nothing found\n$/);
    const wrong = dualstack(["lint", "-q"], { input: PLAN.replace("10.96.0.0/16", "10.244.0.0/16") });
    assert.equal(wrong.status, 1);
    assert.match(wrong.out, /error ADDR001/);
    assert.doesNotMatch(wrong.out, /: (warning|info) /);
    // Files are written without a word.
    assert.equal(dualstack(["-q", "draw", plan, "-o", join(folder, "map.svg")]).err, "");
});

test("colours are for terminals, for those who ask, and for nobody who refuses", () => {
    const coloured = (env, words = ["lint", plan]) => dualstack(words, { env }).out.includes("\u001b[");
    assert.equal(coloured({}), false);
    assert.equal(coloured({ FORCE_COLOR: "1" }), true);
    assert.equal(coloured({ FORCE_COLOR: "0" }), false);
    assert.equal(coloured({ NO_COLOR: "1" }), false);
    assert.match(dualstack(["lint", plan], { env: { FORCE_COLOR: "1" } }).out, /: \u001b\[33mwarning\u001b\[39m \u001b\[36mADDR010\u001b\[39m: /);
    assert.match(dualstack(["lint", plan, "--lang", "ja"], { env: { FORCE_COLOR: "1" } }).out, /\u001b\[33m警告\u001b\[39m/);
    assert.equal(coloured({ FORCE_COLOR: "1" }, ["plan", plan]), true);
    // What machines read has none.
    for (const format of ["json", "github", "junit", "sarif"]) {
        assert.equal(coloured({ FORCE_COLOR: "1" }, ["lint", plan, "-o", format]), false, format);
    }
});

test("a first plan from sizes is one that lint accepts", () => {
    const { status, out } = dualstack(["suggest", "--nodes", "300", "--blocks", "10.0.0.0/8", "--reserved", "10.0.0.0/16", "--kubernetes-version", "1.34", "--seed", "7"]);
    assert.equal(status, 0);
    assert.match(out, /^ {2}kubernetesVersion: "1\.34"$/m);
    assert.doesNotMatch(out, /- 10\.0\./);
    assert.equal(dualstack(["lint", "--strict"], { input: out }).status, 0);
    const single = JSON.parse(dualstack(["suggest", "-n", "3", "--families", "ipv6", "-o", "json"]).out);
    assert.equal(single.spec.podCIDRs.length, 1);
    assert.match(dualstack(["suggest"]).err, /say how many nodes/);
    assert.match(dualstack(["suggest", "-n", "3", "--families", "IPv5"]).err, /it takes IPv4, IPv6/);
    assert.equal(dualstack(["suggest", "-n", "3", "--kubernetes-version", "1.99"]).status, 2);
    assert.equal(dualstack(["suggest", "-n", "4000000", "--blocks", "10.0.0.0/24"]).status, 2);
});

test("rules and versions are listed", () => {
    assert.match(dualstack(["rules"]).out, /^code +severity[^]*^ADDR001 +error +1\.16 – +cni +Pod and Service ranges overlap$/m);
    assert.equal(JSON.parse(dualstack(["rules", "-o", "json"]).out)[0].code, "ADDR001");
    assert.match(dualstack(["rules", "--lang", "ja"]).out, /^ADDR001 +エラー/m);
    assert.match(dualstack(["versions"]).out, /^Kubernetes\n1\.16\n[^]*\n1\.37\n$/);
    assert.match(dualstack(["versions", "1.35", "1.36"]).out, /^1\.36 +kube-apiserver +StrictIPCIDRValidation +alpha, off +beta, on$/m);
    assert.match(dualstack(["versions", "1.99"]).err, /it takes 1\.16, /);
});

/** What bash offers for the words; the last one is being typed. */
function completed(words) {
    const script = `source <("${process.execPath}" "${main}" completion bash); COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _dualstack; echo "\${COMPREPLY[@]}"`;
    return spawnSync("bash", ["-c", script], { env: PLAIN, encoding: "utf8" }).stdout.trim().split(" ");
}

test("bash completes commands, options and values", () => {
    assert.deepEqual(completed(["dualstack", "ser"]), ["services"]);
    assert.deepEqual(completed(["dualstack", "lint", "--max"]), ["--max-warnings"]);
    assert.deepEqual(completed(["dualstack", "lint", "-o", "s"]), ["sarif"]);
    assert.deepEqual(completed(["dualstack", "--lang", "j"]), ["ja"]);
});

for (const [shell, check] of [["zsh", ["zsh", "-n"]], ["fish", ["fish", "--no-execute"]], ["powershell", undefined]]) {
    test(`the script for ${shell} names every command and option`, () => {
        const { status, out } = dualstack(["completion", shell]);
        assert.equal(status, 0);
        for (const word of ["suggest", "services", "completion", "max-warnings", "sarif"]) {
            assert.ok(out.includes(word), word);
        }
        if (check !== undefined && spawnSync(check[0], ["--version"]).status === 0) {
            writeFileSync(join(folder, "script"), out);
            const { status, stderr } = spawnSync(check[0], [...check.slice(1), join(folder, "script")], { encoding: "utf8" });
            assert.equal(status, 0, stderr);
        }
    });
}

test("a shell that is none of them is refused", () => {
    assert.match(dualstack(["completion", "tcsh"]).err, /it takes bash, zsh, fish, powershell/);
    assert.match(dualstack(["completion"]).err, /for which shell\? bash/);
});

test("watching runs again after a change, and once more when the file is whole again", { timeout: 120_000 }, async () => {
    const file = join(folder, "watched.yaml");
    writeFileSync(file, PLAN);
    const child = spawn(process.execPath, [main, "nodes", "--limit", "1", "--watch", file], { env: PLAIN });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => { out += chunk; });
    child.stderr.on("data", (chunk) => { err += chunk; });
    const until = async (holds) => {
        const deadline = Date.now() + 60_000;
        while (!holds()) {
            assert.ok(Date.now() < deadline, `${holds}\n${out}\n${err}`);
            await new Promise((resolve) => setTimeout(resolve, 20));
        }
    };
    try {
        await until(() => out.includes("10.244.0.0/24") && err.includes("watching"));
        writeFileSync(file, "kind: ClusterPlan\n");
        await until(() => /error FILE012/.test(err));
        writeFileSync(file, PLAN.replaceAll("10.244.0.0", "10.50.0.0"));
        await until(() => out.includes("10.50.0.0/24"));
    } finally {
        child.kill("SIGINT");
    }
    assert.match(dualstack(["plan", "--watch"], { input: PLAN }).err, /--watch needs files/);
});

test("large input on a terminal shows that work goes on", { skip: spawnSync("script", ["--version"]).status !== 0 }, () => {
    const file = join(folder, "large.yaml");
    const service = (index) => `---\napiVersion: v1\nkind: Service\nmetadata: {name: s${index}, annotations: {about: ${"x".repeat(60)}}}\nspec: {selector: {app: a}, ports: [{port: 80}]}\n`;
    writeFileSync(file, PLAN + Array.from({ length: 4000 }, (_, index) => service(index)).join(""));
    const { stdout } = spawnSync("script", ["-qec", `"${process.execPath}" "${main}" lint "${file}" > "${join(folder, "out")}"`, "/dev/null"], { env: PLAIN, encoding: "utf8", timeout: 300_000 });
    assert.match(stdout, /\rdualstack: at work … 1 s/);
    // And the line is cleared.
    assert.match(stdout, /\r +\r$/);
});
