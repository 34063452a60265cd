// A bug in the engine throws one EngineError, and the next call works. The package tested here is the one built with
// calls that fail on purpose (target/test-package).

import assert from "node:assert/strict";
import { test } from "node:test";

const directory = new URL("../../target/test-package/dist/", import.meta.url);
const core = await import(new URL("core/dualstack_engine.js", directory));
const tools = await import(new URL("core/dualstack_tools.js", directory));
const dualstack = await import(new URL("node.js", directory));
const { guarded, onDemand } = await import(new URL("modules.js", directory));

const textLength = guarded(core.testText);
const PLAN = `apiVersion: dualstack-planner/v1
kind: ClusterPlan
spec:
  kubernetesVersion: "1.36"
  podCIDRs: [10.244.0.0/16]
  serviceCIDRs: [10.96.0.0/16]
`;

/** The modules: how a call of each fails, and what has to work all the same. */
const modules = [
    {
        name: "the engine",
        glue: core,
        call: guarded,
        ask: () => dualstack.suggest({ nodes: 5, seed: "7" }),
        japanese: () => dualstack.lint("kind: X", { lang: "ja" }).value[0].message.text,
    },
    {
        name: "the second module",
        glue: tools,
        call: (call) => onDemand(() => call),
        ask: () => dualstack.export(PLAN, ["flags"]),
        japanese: () => dualstack.exportTargets({ lang: "ja" }).value.map(({ title }) => title.text).join(),
    },
];

for (const { name, glue, call, ask, japanese } of modules) {
    test(`${name}: a panic is an EngineError with the report, and the next call works`, () => {
        const [before, words] = [ask(), japanese()];
        assert.equal(before.status, "ok");
        assert.match(words, /[ぁ-ん]/);
        for (let round = 0; round < 3; round += 1) {
            assert.throws(call(glue.testPanic), (error) => {
                assert.ok(error instanceof dualstack.EngineError);
                assert.equal(error.name, "EngineError");
                assert.match(error.message, /panicked at core\/src\/wasm\/testing\.rs:\d+:\d+:\non purpose/);
                return true;
            });
            // The fresh instance is given the language again.
            assert.equal(japanese(), words);
            assert.deepEqual(ask(), before);
        }
    });

    test(`${name}: an exhausted stack is an EngineError, and the next call works`, () => {
        const before = ask();
        for (let round = 0; round < 3; round += 1) {
            assert.throws(() => call(glue.testOverflow)(0), dualstack.EngineError);
            assert.deepEqual(ask(), before);
        }
    });

    test(`${name}: a panic between two calls through the glue alone is survived as well`, () => {
        const words = japanese();
        assert.throws(() => glue.testPanic(), /on purpose/);
        assert.equal(glue.hasLanguage("ja"), false);
        assert.equal(japanese(), words);
    });
}

test("what happens to one module leaves the other alone", () => {
    modules.forEach(({ japanese }) => japanese());
    assert.throws(() => guarded(core.testPanic)(), dualstack.EngineError);
    assert.equal(tools.hasLanguage("ja"), true);
});

test("an open plan is opened again in the fresh instance", () => {
    const opened = dualstack.open(PLAN);
    const before = opened.plan();
    assert.equal(before.status, "ok");
    for (const fail of [core.testPanic, () => core.testOverflow(0)]) {
        assert.throws(guarded(fail), dualstack.EngineError);
        assert.deepEqual(opened.plan(), before);
    }
    assert.throws(onDemand(() => tools.testPanic), dualstack.EngineError);
    assert.deepEqual(opened.plan(), before);
    opened.close();
});

test("texts cross whole, and those that are none or too long are refused", () => {
    assert.equal(textLength("plan: é 𝟘").value, 13);
    assert.equal(textLength("").value, 0);
    // A lone surrogate has no UTF-8 form; it becomes U+FFFD.
    assert.equal(textLength("\ud800").value, 3);
    assert.equal(textLength("x".repeat(16 * 2 ** 20)).value, 16 * 2 ** 20);
    const code = (value) => textLength(value).diagnostics[0].code;
    assert.equal(code("x".repeat(16 * 2 ** 20 + 1)), "API002");
    assert.equal(code("x".repeat(2 ** 28)), "API002");
    for (const value of [undefined, null, 1, 1n, {}, [], Symbol("x"), () => 1, new String("x")]) {
        assert.equal(code(value), "API001");
    }
});
