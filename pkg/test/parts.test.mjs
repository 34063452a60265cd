// The entry for browsers: what works with the engine alone, what is said of the rest, and what `load` brings. The sources are
// given, because `fetch` reads no files here; tests/e2e/package.spec.ts has the same in Chromium without them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as dualstack from "../dist/index.js";

const file = (name) => readFileSync(new URL(`../dist/${name}`, import.meta.url));
const PLAN = `apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata: {name: demo}
spec:
  kubernetesVersion: "1.36"
  podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
  serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
`;

function refusal(outcome) {
    assert.equal(outcome.status, "failed");
    const [{ code, message }] = outcome.diagnostics;
    return `${code}: ${message.text}`;
}

const NEEDS_TOOLS = 'API007: a part of the package that this call needs is not loaded: await load("tools") first';

test("nothing works before init", () => {
    assert.throws(() => dualstack.version(), /await init\(\)/);
    assert.throws(() => dualstack.rules(), /await init\(\)/);
});

test("the engine alone serves its calls, in English", async () => {
    await dualstack.init(file("core/dualstack_engine_bg.wasm"));
    for (const outcome of [
        dualstack.analyze(PLAN),
        dualstack.parse(PLAN),
        dualstack.plan(PLAN),
        dualstack.lint(PLAN),
        dualstack.nodes(PLAN),
        dualstack.findNode(PLAN, "10.244.0.1"),
        dualstack.components(PLAN),
        dualstack.applySafeFixes(PLAN),
        dualstack.suggest({ nodes: 3 }),
    ]) {
        assert.equal(outcome.status, "ok");
    }
    for (const format of ["text", "json", "junit", "github", undefined]) {
        const request = { files: [{ name: "a.yaml", text: "kind: X" }], ...(format && { format }) };
        assert.equal(dualstack.lintFiles(request).status, "ok");
    }
    const message = (lang) => dualstack.lint("kind: X", { lang }).value[0].message.text;
    assert.equal(message("ja"), message("en"));
    assert.deepEqual(dualstack.locales().map(({ tag }) => tag), ["en", "ja", "zh-Hans", "ko"]);
});

test("a call of the second module says what to await", () => {
    const start = { version: "1.36", serviceCIDRs: ["10.96.0.0/16"] };
    for (const outcome of [
        dualstack.export(PLAN, ["flags"]),
        dualstack.exportTargets(),
        dualstack.verifyExport(PLAN, []),
        dualstack.explain("ADDR001"),
        dualstack.rules(),
        dualstack.changes("1.20", "1.21"),
        dualstack.compare(PLAN, "1.20", "1.21"),
        dualstack.convert(PLAN, "1.19"),
        dualstack.checkStart("kube-apiserver --service-cluster-ip-range=10.96.0.0/16", "1.36"),
        dualstack.lint(PLAN, { running: "kubelet --node-ip=10.0.0.1" }),
        dualstack.simulate({ start, actions: [] }),
        dualstack.simulateNodes({ plan: PLAN }),
        dualstack.importPlan([PLAN]),
        dualstack.whoseAddress(PLAN, "10.0.0.1"),
        dualstack.draw(PLAN),
        dualstack.render(PLAN),
        dualstack.renderHtml(PLAN),
        dualstack.scene(PLAN),
        dualstack.lintFiles({ files: [], format: "sarif" }),
    ]) {
        assert.equal(refusal(outcome), NEEDS_TOOLS);
    }
});

test("what cannot be loaded can be loaded later, and there are no other parts", async () => {
    await assert.rejects(dualstack.load("tools", new Uint8Array([0])), WebAssembly.CompileError);
    assert.equal(refusal(dualstack.rules()), NEEDS_TOOLS);
    for (const bad of [new Response("", { status: 404 }), new Response("<!doctype html>")]) {
        await assert.rejects(dualstack.load("ja", bad), /has no messages/);
    }
    for (const part of ["en", "tlh", "", undefined, {}]) {
        await assert.rejects(dualstack.load(part), /has no part/);
    }
});

test("the second module is loaded once and has its calls", async () => {
    const loading = dualstack.load("tools", file("core/dualstack_tools_bg.wasm"));
    assert.equal(dualstack.load("tools"), loading);
    assert.equal(await loading, undefined);
    assert.equal(dualstack.export(PLAN, ["flags"]).status, "ok");
    assert.equal(dualstack.rules().status, "ok");
    assert.equal(dualstack.checkStart("kubelet --node-ip=10.0.0.1", "1.36").status, "ok");
    const gate = "kube-proxy --feature-gates=SupportIPVSProxyMode=true";
    assert.ok(dualstack.lint(PLAN, { running: gate }).value.some(({ code }) => code === "VER007"));
    assert.equal(dualstack.lintFiles({ files: [{ name: "a", text: PLAN }], format: "sarif" }).status, "ok");
    const english = dualstack.exportTargets().value.map(({ title }) => title.text);
    assert.deepEqual(dualstack.exportTargets({ lang: "ja" }).value.map(({ title }) => title.text), english);
});

test("a file may have been written in any language, so all of them are needed to say where it comes from", async () => {
    assert.match(refusal(dualstack.verifyExport(PLAN, [])), /await load\("ja"\) first/);
    const sources = (tag) => [`${tag}.ftl`, `${tag}.tools.ftl`].map((name) => new Response(file(`locales/${name}`)));
    await dualstack.load("ja", sources("ja"));
    assert.match(refusal(dualstack.verifyExport(PLAN, [])), /await load\("zh-Hans"\) first/);
    await dualstack.load("zh-Hans", sources("zh-Hans"));
    await dualstack.load("ko", sources("ko"));
    const japanese = dualstack.export(PLAN, ["csv", "kubeadm"], { lang: "ja" }).value.files;
    const origins = dualstack.verifyExport(PLAN, japanese.map(({ path, text }) => ({ path, text })));
    assert.deepEqual([...new Set(origins.value.map(({ origin }) => origin))], ["thisPlan"]);
});

test("a language is spoken by both modules once it is loaded", () => {
    assert.match(dualstack.lint("kind: X", { lang: "ja-JP" }).value[0].message.text, /[ぁ-ん]/);
    assert.match(refusal(dualstack.suggest({ nodes: "x" }, { lang: "ja" })), /合わない/);
    assert.match(dualstack.exportTargets({ lang: "ja" }).value.map(({ title }) => title.text).join(), /[ぁ-ん]/);
    assert.match(dualstack.rules({ lang: "ja" }).value[0].title.text, /[ぁ-んァ-ヶ一-龠]/);
});
