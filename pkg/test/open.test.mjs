// A plan that stays open: the same answers as the calls, one analysis, and what becomes of it when the engine has failed.

import assert from "node:assert/strict";
import { test } from "node:test";

import * as dualstack from "../dist/node.js";

const PLAN = `apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata: {name: demo}
spec:
  kubernetesVersion: "1.36"
  podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
  serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ipFamilyPolicy: PreferDualStack, selector: {app: web}, ports: [{port: 80}]}
`;

test("its methods answer as the calls of their names do", () => {
    const opened = dualstack.open(PLAN, { seed: 3n, lang: "ja" });
    const options = { seed: "3", lang: "ja" };
    for (const name of ["analyze", "parse", "plan", "lint", "services", "components"]) {
        assert.deepEqual(opened[name](), dualstack[name](PLAN, options), name);
    }
    const query = { from: 5n, limit: 2 };
    assert.deepEqual(opened.nodes(query), dualstack.nodes(PLAN, query, options));
    assert.deepEqual(opened.findNode("10.244.9.1"), dualstack.findNode(PLAN, "10.244.9.1", options));
    opened.close();
});

test("services are answered without any rule", () => {
    const { status, value, diagnostics } = dualstack.services(PLAN);
    assert.equal(status, "ok");
    assert.deepEqual(value[0].admission.spec.ipFamilies, ["IPv4", "IPv6"]);
    assert.deepEqual(diagnostics, []);
    assert.equal(dualstack.services("kind: Service").status, "failed");
});

test("several texts stay open as one, also after the caller has changed his list", () => {
    const texts = [{ name: "plan.yaml", text: PLAN }, { name: "web.yaml", text: "apiVersion: v1\nkind: Service\nmetadata: {name: b}\nspec: {ports: [{port: 1}]}\n" }];
    const opened = dualstack.open(texts);
    texts.length = 0;
    assert.deepEqual(opened.services().value.map(({ name }) => name), ["web", "b"]);
    opened.close();
});

test("a closed plan says so, and closing twice does nothing", () => {
    const opened = dualstack.open(PLAN);
    assert.equal(opened.plan().status, "ok");
    opened.close();
    opened.close();
    assert.throws(() => opened.plan(), { name: "TypeError", message: /closed/ });
    const disposed = dualstack.open(PLAN);
    disposed[Symbol.dispose]();
    assert.throws(() => disposed.plan(), TypeError);
});

test("wrong input is told by every question", () => {
    for (const wrong of [3, undefined, {}, [1]]) {
        const opened = dualstack.open(wrong);
        for (const outcome of [opened.plan(), opened.nodes(), opened.lint()]) {
            assert.equal(outcome.status, "failed");
            assert.match(outcome.diagnostics[0].code, /^API00[14]$/);
        }
        opened.close();
    }
    assert.equal(dualstack.open("kind: X").plan().status, "failed");
});

test("the number of an open plan is no text for others once it is closed", () => {
    const opened = dualstack.open(PLAN);
    opened.plan();
    opened.close();
    for (let number = 0; number < 50; number += 1) {
        assert.equal(dualstack.plan(number).diagnostics[0].code, "API001");
    }
    assert.equal(dualstack.plan({ get kept() { throw new Error("no"); } }).diagnostics[0].code, "API001");
});

test("paging an open plan costs a fraction of reading it for every page", () => {
    const text = PLAN + Array.from({ length: 300 }, (_, index) => `---\napiVersion: v1\nkind: Service\nmetadata: {name: s${index}}\nspec: {ports: [{port: 80}]}\n`).join("");
    const opened = dualstack.open(text);
    const time = (work) => {
        work();
        const start = performance.now();
        for (let round = 0; round < 20; round += 1) {
            work();
        }
        return performance.now() - start;
    };
    const paging = time(() => opened.nodes({ limit: 1 }));
    const reading = time(() => dualstack.nodes(text, { limit: 1 }));
    opened.close();
    assert.ok(paging * 5 < reading, `${paging} ms against ${reading} ms`);
});

test("the findings stand in the same place for every call", () => {
    const overlapping = PLAN.replace("10.96.0.0/16", "10.244.0.0/16");
    const codes = ({ diagnostics }) => diagnostics.map(({ code }) => code);
    const linted = dualstack.lint(overlapping);
    assert.ok(codes(linted).includes("ADDR001"));
    assert.deepEqual(codes(linted), codes(dualstack.analyze(overlapping)));
    assert.deepEqual(linted.value, linted.diagnostics);
    assert.deepEqual(Object.keys(linted.diagnostics[0].location).filter((key) => key.includes("_")), []);
    assert.equal(typeof linted.diagnostics[0].location.endLine, "number");
});

test("counts come as a number, a bigint or a decimal text", () => {
    for (const from of [200, 200n, "200"]) {
        assert.equal(dualstack.nodes(PLAN, { from, limit: 1 }).value.nodes[0].podCIDRs[0], "10.244.200.0/24");
        assert.deepEqual(dualstack.suggest({ nodes: 3, seed: from }), dualstack.suggest({ nodes: 3, seed: "200" }));
    }
    // JSON keeps decimal texts.
    assert.equal(dualstack.plan(PLAN).value.capacity.nodes, "256");
    assert.doesNotThrow(() => JSON.stringify(dualstack.analyze(PLAN)));
});

test("an unknown language is said, and a known one in any form is not", () => {
    const codes = (lang) => dualstack.plan(PLAN, { lang }).diagnostics.map(({ code, severity }) => `${severity} ${code}`);
    assert.deepEqual(codes("xx"), ["info API008"]);
    for (const lang of ["en", "en-GB", "ja", "ja_JP.UTF-8", undefined]) {
        assert.deepEqual(codes(lang), []);
    }
});
