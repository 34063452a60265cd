// What others run: the GitHub Action, the pre-commit hooks, the snippet for GitLab. Their commands are run here, with the built
// package in the place of the published one. And the version, which stands in one place and is repeated in others.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");
const { parse } = createRequire(new URL("../package.json", import.meta.url))("yaml");
const { version } = JSON.parse(read("pkg/package.json"));
const scratch = mkdtempSync(join(tmpdir(), "dualstack-release-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

const PLAN = read("README.md").match(/```yaml file=plan\.yaml\n([^]*?)```/)[1];
writeFileSync(join(scratch, "plan.yaml"), PLAN);
writeFileSync(join(scratch, "wrong plan.yaml"), PLAN.replace("10.96.0.0/16", "10.244.0.0/16"));
mkdirSync(join(scratch, "services"));
writeFileSync(join(scratch, "services/web.yaml"), "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80}]}\n");

// `npx --yes -p dualstack-planner@VERSION dualstack …` runs the built package, and nothing else.
mkdirSync(join(scratch, "bin"));
writeFileSync(
    join(scratch, "bin/npx"),
    `#!/bin/sh\n[ "$1 $2 $3 $4" = "--yes -p dualstack-planner@${version} dualstack" ] || { echo "npx $*" >&2; exit 99; }\nshift 4\nexec "${process.execPath}" "${join(root, "pkg/dist/cli/main.js")}" "$@"\n`,
);
chmodSync(join(scratch, "bin/npx"), 0o755);

function bash(script, environment = {}) {
    const env = { ...process.env, LANG: "C", LC_ALL: "C", ...environment, PATH: `${join(scratch, "bin")}${delimiter}${process.env.PATH}` };
    const { status, stdout, stderr } = spawnSync("bash", ["-c", script], { cwd: scratch, env, encoding: "utf8" });
    return { status, out: stdout, err: stderr };
}

const action = parse(read("action.yml"));

/** The action with these inputs, the others at their defaults. */
function act(inputs) {
    const [step] = action.runs.steps;
    const value = (name) => inputs[name] ?? action.inputs[name].default ?? "";
    const environment = Object.fromEntries(
        Object.entries(step.env).map(([name, text]) => [name, text.replace(/^\$\{\{ inputs\.(\w+) \}\}$/, (_, input) => value(input))]),
    );
    return bash(step.run, environment);
}

test("the action checks files and folders, and fails for errors and, strictly, for warnings", () => {
    assert.equal(act({ files: "plan.yaml\n  services/ \n\n" }).status, 0);
    assert.equal(act({ files: "plan.yaml", strict: "true" }).status, 1);
    const wrong = act({ files: "wrong plan.yaml" });
    assert.equal(wrong.status, 1, wrong.err);
    assert.match(wrong.out, /^::error file=wrong plan\.yaml,line=8,.*title=ADDR001/m);
    assert.equal(act({ files: "missing.yaml" }).status, 2);
});

test("the action writes SARIF, also where errors are found", () => {
    for (const [files, status] of [["plan.yaml", 0], ["wrong plan.yaml", 1]]) {
        assert.equal(act({ files, sarif: "findings.sarif" }).status, status);
        assert.equal(JSON.parse(readFileSync(join(scratch, "findings.sarif"), "utf8")).version, "2.1.0");
    }
    assert.equal(act({ files: "missing.yaml", sarif: "findings.sarif" }).status, 2);
});

test("the pre-commit hooks check and fix the files they are given", () => {
    const hooks = new Map(parse(read(".pre-commit-hooks.yaml")).map((hook) => [hook.id, hook]));
    const lint = hooks.get("dualstack-lint");
    assert.ok(new RegExp(lint.files).test("clusters/east-plan.yaml") && new RegExp(lint.files).test("plan.yml"));
    assert.ok(!new RegExp(lint.files).test("explanation.yaml"));
    assert.equal(bash(`${lint.entry} plan.yaml`).status, 0);
    assert.equal(bash(`${lint.entry} plan.yaml "wrong plan.yaml"`).status, 1);
    writeFileSync(join(scratch, "bits-plan.yaml"), PLAN.replace("10.244.0.0/16", "10.244.1.0/16"));
    assert.equal(bash(`${hooks.get("dualstack-fix").entry} bits-plan.yaml`).status, 0);
    assert.match(readFileSync(join(scratch, "bits-plan.yaml"), "utf8"), /10\.244\.0\.0\/16/);
});

test("the snippet for GitLab writes a JUnit report", () => {
    const { plans } = parse(read("docs/continuous-integration.md").match(/```yaml gitlab\n([^]*?)```/)[1]);
    assert.equal(bash(plans.script.join("\n")).status, 0);
    assert.match(readFileSync(join(scratch, plans.artifacts.reports.junit), "utf8"), /^<\?xml[^]*<testsuites/);
});

test("the version is the same everywhere", () => {
    const escaped = version.replaceAll(".", "\\.");
    for (const [path, pattern] of [
        ["Cargo.toml", `^version = "${escaped}"$`],
        ["pkg/src/generated.ts", `^export const VERSION = "${escaped}";$`],
        ["CITATION.cff", `^version: ${escaped}$`],
        ["Containerfile", `^ARG VERSION=${escaped}$`],
    ]) {
        assert.match(read(path), new RegExp(pattern, "m"), path);
    }
    assert.equal(action.inputs.version.default, version);
    for (const path of ["docs/continuous-integration.md", ".pre-commit-hooks.yaml"]) {
        for (const [, named] of read(path).matchAll(/dualstack-planner(?:@v?|\n +rev: v)(\d+\.\d+\.\d+)/g)) {
            assert.equal(named, version, path);
        }
    }
});

test("what is published has the licences of what it ships", () => {
    assert.ok(existsSync(join(root, "pkg/THIRD-PARTY-LICENSES.txt")));
    const texts = read("pkg/THIRD-PARTY-LICENSES.txt");
    for (const name of ["serde_json", "granit-parser", "serde-saphyr", "fflate", "the Rust standard library"]) {
        assert.match(texts, new RegExp(`^  ${name} ?[\\d.]*: .*MIT`, "m"), name);
    }
    // What runs at compile time is not shipped.
    assert.doesNotMatch(texts, /^ {2}(syn|quote|serde_derive) /m);
});
