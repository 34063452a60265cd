// Projects that use the package as it would be published: packed, installed from the file, and run or compiled.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const pkg = join(here, "../../pkg");
const scratch = mkdtempSync(join(tmpdir(), "dualstack-consumers-"));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
let tarball;

before(() => {
    const packed = execFileSync(npm, ["pack", "--json", "--silent", "--pack-destination", scratch], { cwd: pkg });
    tarball = join(scratch, JSON.parse(packed.toString())[0].filename);
});
after(() => rmSync(scratch, { recursive: true, force: true }));

/** A copy of a consumer with the packed file installed, and nothing else. */
function install(name) {
    const project = join(scratch, name);
    cpSync(join(here, name), project, { recursive: true });
    execFileSync(npm, ["install", "--prefer-offline", "--no-audit", "--no-fund", "--no-package-lock", "--silent", tarball], {
        cwd: project,
        stdio: ["ignore", "ignore", "inherit"],
    });
    return project;
}

test("the packed file holds what is used and nothing else", () => {
    const project = install("node");
    const root = join(project, "node_modules/dualstack-planner");
    const all = readdirSync(root, { recursive: true }).map((name) => name.replaceAll("\\", "/"));
    for (const needed of [
        "LICENSE",
        "README.md",
        "package.json",
        "schema.json",
        "dist/index.js",
        "dist/index.d.ts",
        "dist/node.js",
        "dist/core/dualstack_engine_bg.wasm",
        "dist/core/dualstack_tools_bg.wasm",
        "dist/locales/ja.ftl",
        "dist/locales/ja.tools.ftl",
        "dist/locales/ko.ftl",
        "dist/locales/zh-Hans.ftl",
        "dist/cli/main.js",
    ]) {
        assert.ok(all.includes(needed), `${needed} is missing`);
    }
    assert.deepEqual(all.filter((name) => /(^|\/)(src|test|node_modules)(\/|$)|\.test\.|\.rs$|\.toml$/.test(name)), []);
    assert.equal(all.filter((name) => name.endsWith(".wasm")).length, 2);
});

test("a Node program uses it", () => {
    const project = install("node");
    const output = execFileSync(process.execPath, ["main.mjs"], { cwd: project }).toString();
    assert.match(output, /^ok: /);
});

test("its command runs", () => {
    const project = install("node");
    const bin = join(project, "node_modules/.bin", process.platform === "win32" ? "dualstack.cmd" : "dualstack");
    const { status, stdout } = spawnSync(bin, ["--version"]);
    assert.equal(status, 0);
    assert.match(stdout.toString(), /^\d+\.\d+\.\d+\n$/);
    assert.equal(spawnSync(bin, ["frobnicate"]).status, 2);
});

test("a TypeScript project compiles against its types, and wrong uses do not", () => {
    const project = install("typescript");
    const tsc = join(pkg, "node_modules/.bin/tsc");
    for (const resolution of ["nodenext", "bundler"]) {
        const module = resolution === "nodenext" ? "nodenext" : "preserve";
        const options = ["--module", module, "--moduleResolution", resolution];
        const { status, stdout } = spawnSync(tsc, ["--project", project, ...options]);
        assert.equal(status, 0, stdout.toString());
    }
});
