// Projects that use the package as it would be published: packed, installed from the file, and run, built or compiled
// without any configuration. `tests/consumers/long` has those that take minutes.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, readFileSync, readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";

import {
    ANSWER,
    ASK,
    HTML,
    NODE_PROGRAM,
    PAGE_PROGRAM,
    clean,
    closeBrowser,
    folder,
    noChromium,
    pkg,
    project,
    requireTool,
    run,
    served,
    tarball,
    titleOf,
    tool,
} from "./kit.mjs";

after(async () => {
    await closeBrowser();
    clean();
});

const opened = noChromium === undefined ? {} : { skip: noChromium };

test("the packed file holds what is used and nothing else", () => {
    const root = join(project("contents"), "node_modules/dualstack-planner");
    const all = readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll("\\", "/"))
        .filter((name) => !name.startsWith("node_modules/"))
        .sort();
    const code = all.filter((name) => !name.endsWith(".d.ts"));
    assert.deepEqual(code, [
        "LICENSE",
        "README.md",
        "THIRD-PARTY-LICENSES.txt",
        "dist/api.js",
        "dist/chunk.js",
        "dist/cidr/api.js",
        "dist/cidr/cidr-tools.js",
        "dist/cidr/error.js",
        "dist/cidr/index.js",
        "dist/cidr/ipaddr.js",
        "dist/cidr/legacy.js",
        "dist/cidr/lists.js",
        "dist/cidr/load.js",
        "dist/cidr/netmask.js",
        "dist/cidr/node-cidr-tools.js",
        "dist/cidr/node-ipaddr.js",
        "dist/cidr/node-netmask.js",
        "dist/cidr/node.js",
        "dist/cjs/cidr/node-cidr-tools.js",
        "dist/cjs/cidr/node-ipaddr.js",
        "dist/cjs/cidr/node-netmask.js",
        "dist/cjs/cidr/node.js",
        "dist/cjs/inline.js",
        "dist/cjs/node.js",
        "dist/cjs/package.json",
        "dist/cli/main.js",
        "dist/core/dualstack_algebra.js",
        "dist/core/dualstack_algebra_bg.wasm",
        "dist/core/dualstack_engine.js",
        "dist/core/dualstack_engine_bg.wasm",
        "dist/core/dualstack_tools.js",
        "dist/core/dualstack_tools_bg.wasm",
        "dist/element/build.js",
        "dist/element/index.js",
        "dist/element/live.js",
        "dist/element/messages.js",
        "dist/element/style.js",
        "dist/embed/fence.js",
        "dist/embed/frame.js",
        "dist/embed/markdown-it.js",
        "dist/embed/mdbook.js",
        "dist/embed/remark.js",
        "dist/engine.js",
        "dist/generated.js",
        "dist/index.js",
        "dist/inline.js",
        "dist/inline/chunk.js",
        "dist/inline/inline-tools.js",
        "dist/languages.js",
        "dist/loading.js",
        "dist/locales/ja.ftl",
        "dist/locales/ja.tools.ftl",
        "dist/locales/ko.ftl",
        "dist/locales/ko.tools.ftl",
        "dist/locales/zh-Hans.ftl",
        "dist/locales/zh-Hans.tools.ftl",
        "dist/messages_at.js",
        "dist/modules.js",
        "dist/node.js",
        "dist/open.js",
        "dist/parts.js",
        "dist/render/index.js",
        "dist/render/node.js",
        "dist/sources.js",
        "dist/types.js",
        "dist/workerd-tools.js",
        "dist/workerd.js",
        "embed/dualstack_sphinx.py",
        "embed/embed.html",
        "fleet-schema.json",
        "package.json",
        "render.css",
        "schema.json",
    ]);
    assert.ok(!all.some((name) => name.startsWith("dist/cli/") && name.endsWith(".d.ts")), "the command line has no types");
});

test("a build that is older than its sources, or absent, is not packed", () => {
    const copy = folder("stale/pkg");
    cpSync(pkg, copy, { recursive: true, filter: (path) => !path.includes("node_modules") });
    const prepack = () => spawnSync(process.execPath, ["scripts/prepack.mjs"], { cwd: copy, encoding: "utf8" });
    const fresh = new Date(Date.now() + 60_000);
    utimesSync(join(copy, "dist/cjs/package.json"), fresh, fresh);
    assert.equal(prepack().status, 0, prepack().stderr);
    const later = new Date(Date.now() + 120_000);
    utimesSync(join(copy, "src/api.ts"), later, later);
    assert.match(prepack().stderr, /api\.ts was changed after the build/);
    assert.equal(prepack().status, 1);
    execFileSync("rm", ["-r", join(copy, "dist/inline.js")]);
    assert.match(prepack().stderr, /dist\/inline\.js is missing/);
});

test("Node: import", () => {
    const place = project("node-import", { "main.js": NODE_PROGRAM() });
    assert.equal(run(process.execPath, ["main.js"], { cwd: place }), `${ANSWER}\n`);
});

test("Node: require", () => {
    const program = `const dualstack = require("dualstack-planner");\n${ASK}\nask(dualstack).then(console.log);\n`;
    const place = project("node-require", { "main.js": program }, { type: "commonjs" });
    // From 20.19 on `require` takes ES modules too; older ones do not.
    const flags = process.allowedNodeEnvironmentFlags.has("--no-experimental-require-module") ? ["--no-experimental-require-module"] : [];
    assert.equal(run(process.execPath, [...flags, "main.js"], { cwd: place }), `${ANSWER}\n`);
});

test("Node: files beside the entries", () => {
    const program = `
        import { readFileSync } from "node:fs";
        import { createRequire } from "node:module";
        import { fileURLToPath } from "node:url";
        for (const name of ["wasm", "engine.wasm", "tools.wasm", "cidr.wasm"]) {
            const wasm = readFileSync(fileURLToPath(import.meta.resolve("dualstack-planner/" + name)));
            if (!WebAssembly.validate(wasm)) throw new Error(name);
        }
        readFileSync(fileURLToPath(import.meta.resolve("dualstack-planner/locales/ja.ftl")));
        console.log(createRequire(import.meta.url)("dualstack-planner/schema.json").properties.kind.const);
    `;
    const place = project("node-files", { "main.js": program });
    assert.equal(run(process.execPath, ["main.js"], { cwd: place }), "ClusterPlan\n");
});

for (const type of ["module", "commonjs"]) {
    test(`Node: address algebra, ${type}`, () => {
        const entries = ["cidr", "cidr/cidr-tools", "cidr/ipaddr.js", "cidr/netmask"];
        const read = (entry, index) =>
            type === "module" ? `import * as e${index} from "dualstack-planner/${entry}";` : `const e${index} = require("dualstack-planner/${entry}");`;
        const main = `${entries.map(read).join("\n")}
            const lists = [e0.merge(["10.0.0.0/9", "10.128.0.0/9"]), e1.mergeCidr(["10.0.0.0/9", "10.128.0.0/9"])];
            console.log(lists.join(" "), e2.parse("2001:db8::1").kind(), new e3.Netmask("10.0.0.0/12").broadcast);`;
        const place = project(`cidr-${type}`, { "main.js": main }, { type });
        assert.equal(run(process.execPath, ["main.js"], { cwd: place }), "10.0.0.0/8 10.0.0.0/8 ipv6 10.15.255.255\n");
    });

    test(`Node: dualstack-planner/inline, ${type}`, () => {
        const main = type === "module" ? NODE_PROGRAM("dualstack-planner/inline") : `${ASK}\nask(require("dualstack-planner/inline")).then(console.log);\n`;
        const place = project(`inline-${type}`, { "main.js": main }, { type });
        assert.equal(run(process.execPath, ["main.js"], { cwd: place }), `${ANSWER}\n`);
    });
}

test("the command", () => {
    const place = project("command");
    const bin = join(place, "node_modules/.bin", process.platform === "win32" ? "dualstack.cmd" : "dualstack");
    const { status, stdout } = spawnSync(bin, ["--version"]);
    assert.equal(status, 0);
    assert.match(stdout.toString(), /^\d+\.\d+\.\d+\n$/);
    assert.equal(spawnSync(bin, ["frobnicate"]).status, 2);
});

const program = (name) => readFileSync(new URL(`typescript/${name}.ts`, import.meta.url), "utf8");

function compile(compiler, name, type, main, options) {
    const compilerOptions = { noEmit: true, strict: true, target: "es2022", types: [], ...options };
    const files = { "main.ts": main, "tsconfig.json": JSON.stringify({ compilerOptions, files: ["main.ts"] }) };
    run(compiler, ["--project", "."], { cwd: project(name, files, { type }) });
}

// With `module: preserve` and without, as ES modules and not; TypeScript 7 has no `node10` any more.
const newest = join(pkg, "node_modules/.bin/tsc");
for (const [name, compiler, type, options] of [
    ["bundler", newest, "module", { module: "preserve", moduleResolution: "bundler" }],
    ["nodenext, module", newest, "module", { module: "nodenext" }],
    ["nodenext, commonjs", newest, "commonjs", { module: "nodenext" }],
    ["node16, module", newest, "module", { module: "node16" }],
    ["node16, commonjs", newest, "commonjs", { module: "node16" }],
    ["node16, commonjs, TypeScript 5", tool("tsc"), "commonjs", { module: "node16" }],
    ["node10, TypeScript 5", tool("tsc"), "commonjs", { module: "commonjs", moduleResolution: "node10" }],
]) {
    test(`TypeScript: ${name}; wrong uses do not compile`, () => {
        compile(compiler, `typescript-${name.replaceAll(/\W+/g, "-")}`, type, program("main"), { exactOptionalPropertyTypes: true, ...options });
    });
}

for (const type of ["module", "commonjs"]) {
    test(`TypeScript: address algebra, ${type}; wrong uses do not compile`, () => {
        compile(newest, `typescript-cidr-${type}`, type, program("cidr"), { module: "nodenext" });
    });
}

test("TypeScript: without the types of browsers and of Node", () => {
    for (const type of ["module", "commonjs"]) {
        compile(newest, `typescript-no-dom-${type}`, type, program("no-dom"), { lib: ["es2022"], module: "nodenext" });
    }
});

test("publint and arethetypeswrong", () => {
    run(join(pkg, "node_modules/.bin/publint"), ["--strict", tarball()]);
    // For pages and for tools of documentation, which are ES modules; the style sheet has no types.
    const modules = ["element", "render"];
    run(tool("attw"), ["--no-emoji", tarball(), "--exclude-entrypoints", ...modules, "render.css"]);
    run(tool("attw"), ["--no-emoji", tarball(), "--profile", "esm-only", "--entrypoints", ...modules]);
});

for (const [name, entry, words] of [
    ["esm", "dualstack-planner/inline", ["--format=esm"]],
    ["iife", "dualstack-planner/inline", []],
]) {
    test(`esbuild: ${name}`, opened, async () => {
        const place = project(`esbuild-${name}`, { "main.js": PAGE_PROGRAM(entry), "index.html": HTML('<script type="module" src="out.js"></script>') });
        run(tool("esbuild"), ["main.js", "--bundle", "--outfile=out.js", ...words], { cwd: place });
        assert.equal(await served(place, titleOf), ANSWER);
    });
}

test("esbuild: for Node, in a folder of its own", () => {
    const place = project("esbuild-node", { "main.js": NODE_PROGRAM("dualstack-planner/inline") });
    for (const format of ["esm", "cjs"]) {
        const out = join(folder(`esbuild-node-${format}`), format === "esm" ? "out.mjs" : "out.cjs");
        run(tool("esbuild"), ["main.js", "--bundle", "--platform=node", `--format=${format}`, `--outfile=${out}`], { cwd: place });
        assert.equal(run(process.execPath, [out]), `${ANSWER}\n`);
    }
});

test("a bundle that has left the WASM behind says what to do", async () => {
    const place = project("left-behind", { "main.js": NODE_PROGRAM(), "page.js": PAGE_PROGRAM(), "index.html": HTML('<script type="module" src="out.js"></script>') });
    const out = join(folder("left-behind-node"), "out.mjs");
    run(tool("esbuild"), ["main.js", "--bundle", "--platform=node", "--format=esm", `--outfile=${out}`], { cwd: place });
    assert.match(spawnSync(process.execPath, [out], { encoding: "utf8" }).stderr, /Use "dualstack-planner\/inline" instead/);
    if (noChromium === undefined) {
        run(tool("esbuild"), ["page.js", "--bundle", "--format=esm", "--outfile=out.js"], { cwd: place });
        const title = await served(place, titleOf);
        assert.match(title, /^failed: dualstack-planner: .*is no WASM \(status 200, text\/html\)\. Vite up to 7 needs optimizeDeps/);
    }
});

/** A page with the package beside it, as a static server gives it. */
function page(name, files) {
    const place = project(name, files);
    cpSync(join(place, "node_modules/dualstack-planner/dist"), join(place, "dualstack"), { recursive: true });
    return place;
}

test("<script type=module> from a static server, with an import map", opened, async () => {
    const map = '<script type="importmap">{ "imports": { "dualstack-planner": "./dualstack/index.js" } }</script>';
    const place = page("static", { "main.js": PAGE_PROGRAM(), "index.html": HTML(`${map}<script type="module" src="main.js"></script>`) });
    assert.equal(await served(place, titleOf), ANSWER);
});

test("one file in a <script>, from a disk", opened, async () => {
    const program = `${ASK}\nask(dualstackPlanner).then((answer) => { document.title = answer; }, (error) => { document.title = "failed: " + error.message; });\n`;
    const scripts = '<script src="dualstack/cjs/inline.js"></script><script src="main.js"></script>';
    const place = page("one-file", { "main.js": program, "index.html": HTML(scripts) });
    assert.equal(await titleOf(pathToFileURL(join(place, "index.html")).href), ANSWER);
});

test("a module worker", opened, async () => {
    const worker = `import * as dualstack from "./dualstack/index.js";\n${ASK}\nask(dualstack).then(postMessage, (error) => postMessage("failed: " + error.message));\n`;
    const main = 'new Worker("worker.js", { type: "module" }).onmessage = ({ data }) => { document.title = data; };';
    const place = page("worker", { "worker.js": worker, "index.html": HTML(`<script>${main}</script>`) });
    assert.equal(await served(place, titleOf), ANSWER);
});

// A service worker that is a module cannot `import()`, which brings the second module; a classic one has all in one file.
for (const [name, type, load, answer] of [
    ["a module service worker: the engine", "module", 'import * as dualstack from "./dualstack/index.js";', "256 nodes"],
    ["a service worker: one file with everything", "classic", 'importScripts("./dualstack/cjs/inline.js");\nconst dualstack = dualstackPlanner;', ANSWER],
]) {
    test(name, opened, async () => {
        const ask = answer === ANSWER ? ASK : ASK.replace(/await Promise\.all[^]*(?=\n {4}const \{ nodes)/, "").replace(/const \[rule\][^]*?;\n.*\n/, 'return nodes + " nodes";\n');
        const worker = `${load}\n${ask}
            onfetch = (event) => { if (event.request.url.endsWith("/answer")) event.respondWith(ask(dualstack).then((text) => new Response(text), (error) => new Response("failed: " + error.message))); };`;
        const main = `(async () => {
            await navigator.serviceWorker.register("service.js", { type: "${type}" });
            await navigator.serviceWorker.ready;
            if (!navigator.serviceWorker.controller) return location.reload();
            document.title = await (await fetch("answer")).text();
        })();`;
        const place = page(`service-worker-${type}`, { "service.js": worker, "index.html": HTML(`<script>${main}</script>`) });
        assert.equal(await served(place, titleOf), answer);
    });
}

test("Vite 8: build", opened, async () => {
    const place = project("vite", { "main.js": PAGE_PROGRAM(), "index.html": HTML('<script type="module" src="/main.js"></script>') });
    run(tool("vite"), ["build"], { cwd: place });
    assert.equal(await served(join(place, "dist"), titleOf), ANSWER);
});

test("webpack 5", opened, async () => {
    const place = project("webpack", { "main.js": PAGE_PROGRAM(), "dist/index.html": HTML('<script src="main.js"></script>') });
    const webpack = requireTool("webpack");
    const stats = await new Promise((resolve, reject) => {
        webpack({ context: place, entry: "./main.js", mode: "production", output: { path: join(place, "dist") } }, (error, result) => (error ? reject(error) : resolve(result)));
    });
    assert.ok(!stats.hasErrors(), stats.toString());
    assert.equal(await served(join(place, "dist"), titleOf), ANSWER);
});

test("Jest: without configuration", () => {
    const program = `const dualstack = require("dualstack-planner");\n${ASK}\ntest("it answers", async () => expect(await ask(dualstack)).toBe(${JSON.stringify(ANSWER)}));\n`;
    const place = project("jest", { "main.test.js": program }, { type: "commonjs" });
    run(tool("jest"), ["--rootDir", place], { cwd: place });
});
