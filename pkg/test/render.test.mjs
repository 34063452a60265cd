// Views of a plan for pages: the calls, the entry and the command.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import * as dualstack from "../dist/node.js";
import { render, renderHtml } from "../dist/render/node.js";

const PLAN = `apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata:
  name: demo
spec:
  kubernetesVersion: "1.36"
  podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
  serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
  nodes: {count: 40, max: 250}
`;
const VIEWS = ["sentence", "map", "nodes", "services", "findings", "files", "planner"];

function value(outcome) {
    assert.equal(outcome.status, "ok", JSON.stringify(outcome));
    return outcome.value;
}

test("a view is a tree, or its text", () => {
    for (const view of VIEWS) {
        const tree = value(render(PLAN, { view, lang: "ja" }));
        assert.equal(tree.tag, "section");
        assert.deepEqual(tree.attributes, { class: `dsp dsp-${view}`, dir: "ltr", lang: "ja" });
        assert.ok(tree.children.length > 0);
        assert.match(value(renderHtml(PLAN, { view, lang: "ja" })), new RegExp(`^<section class="dsp dsp-${view}" dir="ltr" lang="ja">`));
    }
    assert.match(value(renderHtml(PLAN, { view: "nodes", nodes: 2 })), /<td><bdi dir="ltr">10\.244\.1\.0\/24<\/bdi>.*<\/tbody>/s);
    assert.match(value(renderHtml(PLAN, { view: "files", heading: 2 })), /<h2>/);
    const map = value(renderHtml(PLAN, { at: ["10.0.0.0/8"], theme: "dark", width: 390, id: "second" }));
    assert.match(map, /<svg [^>]*id="second"[^>]* width="390"/);
});

test("what is asked wrongly is said, and without a plan there are findings", () => {
    for (const options of [{ view: "maps" }, { heading: "a" }, { other: 1 }]) {
        assert.equal(render(PLAN, options).diagnostics[0].code, "API004", JSON.stringify(options));
    }
    assert.equal(render("kind: ConfigMap\n", { view: "map" }).status, "failed");
    const outcome = render("kind: ConfigMap\n", { view: "findings" });
    assert.equal(outcome.status, "ok");
    assert.ok(outcome.diagnostics.some(({ code }) => code === "PLAN001"));
});

test("the element can be imported where there are no elements", async () => {
    const { DualstackPlannerElement } = await import("../dist/element/index.js");
    assert.ok(DualstackPlannerElement.observedAttributes.includes("kubernetes-version"));
});

test("the style sheet of pages is that of the element", async () => {
    const { STYLE } = await import("../dist/element/style.js");
    assert.equal(STYLE, readFileSync(new URL("../render.css", import.meta.url), "utf8"));
});

const folder = mkdtempSync(join(tmpdir(), "dualstack-render-"));
after(() => rmSync(folder, { recursive: true }));

test("`dualstack render` prints HTML or writes a file", () => {
    const command = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
    const run = (...args) =>
        spawnSync(process.execPath, [command, "render", ...args], { input: PLAN, encoding: "utf8", env: { LANG: "C" } });
    const printed = run("--view", "nodes", "-o", "html");
    assert.equal(printed.status, 0, printed.stderr);
    assert.equal(printed.stdout, `${value(dualstack.renderHtml(PLAN, { view: "nodes" }))}\n`);
    assert.equal(run("--view", "nodes").stdout, printed.stdout);

    const file = join(folder, "map.html");
    const written = run("--view=map", "--theme=light", "--id=one", "--width=800", "-o", file, "--lang=ja");
    assert.equal(written.status, 0, written.stderr);
    assert.match(written.stderr, /map\.html/);
    assert.equal(written.stdout, "");
    const map = readFileSync(file, "utf8");
    assert.equal(map, `${value(renderHtml(PLAN, { view: "map", theme: "light", id: "one", width: 800, lang: "ja" }))}\n`);

    assert.equal(run("--view", "maps").status, 2);
    const broken = spawnSync(process.execPath, [command, "render", "--view=map"], { input: "kind: ConfigMap\n", encoding: "utf8" });
    assert.equal(broken.status, 2);
    assert.equal(broken.stdout, "");
    assert.match(broken.stderr, /PLAN001/);
});
