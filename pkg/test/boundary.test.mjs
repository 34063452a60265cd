// Whatever is thrown at a call comes back as a diagnostic.

import assert from "node:assert/strict";
import { test } from "node:test";

import * as dualstack from "../dist/node.js";

function refusal(outcome) {
    assert.equal(outcome.status, "failed");
    assert.equal(outcome.diagnostics.length, 1);
    const { code, severity, component, message, location } = outcome.diagnostics[0];
    assert.equal(severity, "error");
    assert.equal(component, "planner");
    return { code, message: message.text, pointer: location.pointer };
}

test("the engine is ready at import", () => {
    assert.match(dualstack.version(), /^\d+\.\d+\.\d+$/);
    assert.deepEqual(dualstack.locales(), [
        { tag: "en", name: "English", missing: 0 },
        { tag: "ja", name: "日本語" },
        { tag: "zh-Hans", name: "简体中文", unread: "尚未经母语者审阅" },
        { tag: "ko", name: "한국어", unread: "아직 원어민이 검토하지 않음" },
    ]);
    const versions = dualstack.kubernetesVersions();
    assert.equal(versions[0], "1.16");
    assert.equal(versions.at(-1), "1.37");
    assert.equal(versions.length, 22);
});

test("a language that no native speaker has read says so, and how many of its messages are English", () => {
    const text = (lang) => dualstack.lint("kind: X", { lang }).value[0].message.text;
    assert.match(text("zh-CN"), /没有 ClusterPlan/);
    // Chinese in another script is nearer than English, and said to be unread all the same.
    assert.equal(text("zh-TW"), text("zh-Hans"));
    assert.match(text("ko-KR"), /ClusterPlan이 없습니다/);
    const loaded = dualstack.locales().filter(({ tag }) => tag === "zh-Hans" || tag === "ko");
    assert.deepEqual(loaded.map(({ missing }) => missing), [0, 0]);
});

test("init can be awaited in Node as well", async () => {
    assert.equal(await dualstack.init(), undefined);
    assert.equal(await dualstack.init(), undefined);
});

test("a suggestion is a plan, and one seed gives one plan", () => {
    const request = { nodes: 40, seed: "1" };
    const outcome = dualstack.suggest(request);
    assert.equal(outcome.status, "ok");
    assert.deepEqual(outcome.diagnostics, []);
    assert.equal(outcome.value.kind, "ClusterPlan");
    assert.equal(outcome.value.spec.nodes.count, 40);
    assert.equal(outcome.value.spec.podCIDRs.length, 2);
    assert.deepEqual(dualstack.suggest(request), outcome);
    assert.notDeepEqual(dualstack.suggest({ nodes: 40, seed: "2" }), outcome);
});

test("without a seed the ULA prefix is random", () => {
    const [first, second] = [1, 2].map(() => dualstack.suggest({ nodes: 3 }).value.spec.podCIDRs[1]);
    assert.match(first, /^fd/);
    assert.notEqual(first, second);
});

const cyclic = { nodes: 1 };
cyclic.self = cyclic;
const deep = () => {
    let value = {};
    for (let depth = 0; depth < 100_000; depth += 1) {
        value = { value };
    }
    return value;
};

const badRequests = [
    ["a cyclic object", cyclic, "API003", ""],
    ["a BigInt", { nodes: 1n }, "API003", ""],
    ["a function", () => 1, "API003", ""],
    ["a symbol", Symbol("x"), "API003", ""],
    ["a toJSON that throws", { toJSON() { throw new Error("no"); } }, "API003", ""],
    ["a toJSON that throws no error", { toJSON() { throw undefined; } }, "API003", ""],
    ["a getter that throws", { get nodes() { throw new TypeError("no"); } }, "API003", ""],
    ["a revoked proxy", revoked(), "API003", ""],
    ["an object nested 100,000 deep", deep(), "API003", ""],
    ["an object larger than the limit", { nodes: 1, blocks: ["x".repeat(2 ** 20)] }, "API002", ""],
    ["a number", 7, "API004", ""],
    ["a list", [1, 2], "API004", ""],
    ["a list of as many values as there are members", Array(10).fill(1), "API004", ""],
    ["a string", "nodes: 3", "API004", ""],
    ["NaN", { nodes: NaN }, "API004", "/nodes"],
    ["a negative number", { nodes: -1 }, "API004", "/nodes"],
    ["a number too large", { nodes: 2 ** 32 }, "API004", "/nodes"],
    ["an unknown member", { nodes: 1, nodez: 2 }, "API004", "/nodez"],
    ["a wrong member of a member", { nodes: 1, reserved: [{ name: "x", cidr: "10.0.0.0/99" }] }, "API004", "/reserved/0/cidr"],
    ["a wrong seed", { nodes: 1, seed: "one" }, "API004", "/seed"],
];

function revoked() {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
}

// `suggest` spreads its request; `raw` is the call below it, which is what the boundary has to withstand.
await dualstack.init();
const raw = await import("../dist/core/dualstack_engine.js");

for (const [name, request, code, pointer] of badRequests) {
    test(`${name} as the request is refused with ${code}`, () => {
        const found = refusal(raw.suggest(request, undefined));
        assert.equal(found.code, code, found.message);
        assert.equal(found.pointer, pointer, found.message);
        assert.match(found.message, /^request: /);
        assert.ok(!found.message.includes("\u2068"), "isolation marks are taken out");
    });
}

for (const [name, options, code, pointer] of badRequests) {
    test(`${name} as the options is refused`, () => {
        const found = refusal(raw.suggest({ nodes: 1, seed: "1" }, options));
        assert.match(found.code, /^API00[234]$/);
        assert.match(found.message, /^options: /);
    });
}

test("a request that was left out is an empty one", () => {
    for (const nothing of [undefined, null]) {
        assert.match(refusal(raw.suggest(nothing, undefined)).message, /missing field `nodes`/);
    }
});

test("refusals come in the language of the options", () => {
    assert.match(refusal(dualstack.suggest({ nodes: "x" }, { lang: "ja" })).message, /合わない/);
    assert.match(refusal(dualstack.suggest({ nodes: "x" }, { lang: "ja-JP" })).message, /合わない/);
    const [first, note] = dualstack.suggest({ nodes: "x" }, { lang: "tlh" }).diagnostics;
    assert.match(first.message.text, /does not fit/);
    assert.equal(note.message.text, "there is no language `tlh`; messages are in English. Known: en, ja, zh-Hans, ko");
    assert.match(refusal(dualstack.suggest({ nodes: 1, seed: "1" }, { lang: "ja", unknown: 1 })).message, /合わない/);
});

test("every call that was refused leaves the engine usable", () => {
    assert.equal(dualstack.suggest({ nodes: 1, seed: "1" }).status, "ok");
});
