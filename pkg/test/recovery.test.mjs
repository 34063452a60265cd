// A bug in the engine throws one EngineError, and the next call works. The package tested here is the one built with
// calls that fail on purpose (target/test-package).

import assert from "node:assert/strict";
import { test } from "node:test";

const directory = new URL("../../target/test-package/dist/", import.meta.url);
const core = await import(new URL("core/dualstack_core.js", directory));
const dualstack = await import(new URL("node.js", directory));
const { guarded } = await import(new URL("engine.js", directory));

const panic = guarded(core.testPanic);
const overflow = guarded(core.testOverflow);
const textLength = guarded(core.testText);

function assertUsable() {
    assert.equal(dualstack.suggest({ nodes: 1, seed: "1" }).status, "ok");
    assert.equal(dualstack.locales().length, 2);
}

test("a panic is an EngineError with the report, and the next call works", () => {
    const before = dualstack.suggest({ nodes: 5, seed: "7" });
    for (let round = 0; round < 3; round += 1) {
        assert.throws(panic, (error) => {
            assert.ok(error instanceof dualstack.EngineError);
            assert.equal(error.name, "EngineError");
            assert.match(error.message, /panicked at core\/src\/wasm\/mod\.rs:\d+:\d+:\non purpose/);
            return true;
        });
        assertUsable();
    }
    assert.deepEqual(dualstack.suggest({ nodes: 5, seed: "7" }), before);
});

test("an exhausted stack is an EngineError, and the next call works", () => {
    for (let round = 0; round < 3; round += 1) {
        assert.throws(() => overflow(0), dualstack.EngineError);
        assertUsable();
    }
});

test("a panic between two calls through the glue alone is survived as well", () => {
    assert.throws(() => core.testPanic(), /on purpose/);
    assert.equal(core.version(), dualstack.version());
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
