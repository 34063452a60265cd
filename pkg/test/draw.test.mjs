// The map of a plan: the calls and the command.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import * as dualstack from "../dist/node.js";

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
const SUMMARY = [
    "IPv4: 10.244.0.0/16 in 256 cells of /24.",
    "IPv6: fd00:10:244::/56 in 256 cells of /64.",
    "Pods use cells 0 to 249 of 256 in both families.",
    "Services lie outside.",
    "No ranges overlap.",
];

function value(outcome) {
    assert.equal(outcome.status, "ok", JSON.stringify(outcome));
    return outcome.value;
}

test("a plan is drawn, and described", () => {
    const { svg, summary } = value(dualstack.draw(PLAN));
    assert.deepEqual(summary.map(({ text }) => text), SUMMARY);
    assert.match(svg, /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" id="dsp-map" width="1200"/);
    assert.match(svg, /prefers-color-scheme:dark/);
    const { svg: other } = value(
        dualstack.draw(PLAN, { theme: "dark", width: 390, id: "second", lang: "ja", at: ["10.96.0.0/16"] }),
    );
    assert.match(other, /id="second" width="390"/);
    assert.match(other, /lang="ja"/);
    assert.match(other, /Service の動的帯域/);
    assert.doesNotMatch(other, /prefers-color-scheme/);
});

test("a scene has the same node in the same cell", () => {
    const { panes, inStep, rows, legend } = value(dualstack.scene(PLAN));
    assert.equal(inStep, true);
    const cells = panes.map(({ grid }) => grid.cells[200]);
    assert.deepEqual(cells.map(({ network }) => network), ["10.244.200.0/24", "fd00:10:244:c8::/64"]);
    assert.deepEqual(cells.map(({ nodes }) => nodes), [
        { first: "200", last: "200" },
        { first: "200", last: "200" },
    ]);
    assert.equal(cells[1].parts[0].addresses, "18446744073709551616");
    assert.deepEqual(rows.map(({ first, last }) => [first, last]), [[0, 39], [40, 249], [250, 255]]);
    assert.deepEqual(legend.map(({ what }) => what), ["pods-today", "pods-planned", "pods-free", "services-dynamic"]);
    const [pane] = value(dualstack.scene(PLAN, { at: ["fd00:10:244:c8::/64"] })).panes;
    assert.equal(pane.grid.network, "10.244.200.0/24");
});

test("what is wrong with the options is said, and nothing throws", () => {
    const code = (options) => dualstack.draw(PLAN, options).diagnostics[0]?.code;
    assert.equal(code({ at: ["10.244.0.0"] }), "API004");
    assert.equal(code({ theme: "pink" }), "API004");
    assert.equal(code({ width: "wide" }), "API004");
    assert.equal(code({ colour: 1 }), "API004");
    const thrower = {
        get at() {
            throw new Error("no");
        },
    };
    assert.equal(dualstack.draw(PLAN, thrower).status, "failed");
    assert.equal(dualstack.draw("kind: ConfigMap\n").status, "failed");
    assert.equal(dualstack.draw(42).status, "failed");
});

const folder = mkdtempSync(join(tmpdir(), "dualstack-draw-"));
after(() => rmSync(folder, { recursive: true, force: true }));

test("`dualstack draw` writes a file or prints it", () => {
    const command = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
    const cli = (...args) =>
        spawnSync(process.execPath, [command, "draw", ...args], { input: PLAN, encoding: "utf8", env: { LANG: "C" } });
    const printed = cli();
    assert.equal(printed.status, 0);
    assert.equal(printed.stdout, value(dualstack.draw(PLAN)).svg);
    const file = join(folder, "map.svg");
    const written = cli("-o", file, "--at", "10.0.0.0/8", "--theme", "light", "--width", "800");
    assert.equal(written.stderr, `wrote ${file}\n`);
    assert.match(written.stdout, /^IPv4: 10.0.0.0\/8 in 256 cells of \/16.\n/);
    assert.equal(
        readFileSync(file, "utf8"),
        value(dualstack.draw(PLAN, { at: ["10.0.0.0/8"], theme: "light", width: 800 })).svg,
    );
    assert.equal(cli("--at", "10.0.0.1/8").status, 2);
    assert.match(cli("--theme", "pink").stderr, /light, dark, auto/);
    assert.match(cli("-o", join(folder, "none", "map.svg")).stderr, /cannot write/);
});
