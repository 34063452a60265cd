// The readers behind the table of sizes.

import assert from "node:assert/strict";
import { test } from "node:test";

import { grown, matches } from "./budget.mjs";
import { functionGroups, groupOf } from "./groups.mjs";

test("patterns name files by star", () => {
    assert.ok(matches("pkg/dist/core/*.wasm", "pkg/dist/core/dualstack_core_bg.wasm"));
    assert.ok(!matches("pkg/dist/*.js", "pkg/dist/cli/main.js"));
    assert.ok(matches("pkg/dist/**/*.js", "pkg/dist/cli/main.js"));
    assert.ok(matches("pkg/dist/**/*.js", "pkg/dist/api.js"));
    assert.ok(!matches("pkg/dist/*.js", "pkg/dist/apixjs"));
});

test("a budget only goes down", () => {
    const before = { rows: [{ name: "a", brotli: 10 }, { name: "b", brotli: 10 }], firstLoads: [{ name: "page", brotli: 20 }] };
    assert.deepEqual(grown(before, before), []);
    assert.deepEqual(grown(undefined, before), []);
    const smaller = { rows: [{ name: "a", brotli: 9 }, { name: "new", brotli: 50 }], firstLoads: [{ name: "page", brotli: 20 }] };
    assert.deepEqual(grown(before, smaller), []);
    const larger = { rows: [{ name: "a", brotli: 11 }], firstLoads: [] };
    assert.deepEqual(grown(before, larger), [
        "the budget of a may not grow: 11, and it was 10",
        "page has no budget any more, and it had one",
    ]);
    // The form of the file before there were rows.
    assert.equal(grown({ budgets: [{ name: "a", brotli: 10 }] }, larger).length, 1);
});

test("functions are grouped by where they come from", () => {
    for (const [name, group] of [
        ["<dualstack_core::lint::rules::addr::Overlap as dualstack_core::lint::rule::Rule>::check", "dualstack_core::lint::rules"],
        ["dualstack_core::analyze::analyze", "dualstack_core::analyze"],
        ["dualstack_web::mount", "dualstack_web"],
        ["core::slice::sort::stable::driftsort_main::<(u8, dualstack_core::X), F>", "core::slice"],
        ["<alloc::vec::Vec<T> as core::iter::traits::collect::Extend>::extend", "alloc::vec"],
        ["<&mut serde_json::ser::Serializer as serde::Serializer>::collect_str", "serde_json"],
        ["<dyn core::fmt::Debug>::fmt", "core::fmt"],
        ["__wbindgen_malloc", "(no crate)"],
        ["", "(no crate)"],
    ]) {
        assert.equal(groupOf(name), group, name);
    }
});

test("a module is read by its sections", () => {
    const text = (value) => [value.length, ...new TextEncoder().encode(value)];
    const section = (id, content) => [id, content.length, ...content];
    const names = [[0, "imported"], [1, "a::b::first"], [2, "a::b::second"], [3, "c::d"]];
    const module = Uint8Array.from([
        ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
        // One function and one memory with limits are imported.
        ...section(2, [2, ...text("m"), ...text("f"), 0, 0, ...text("m"), ...text("x"), 2, 1, 1, 2]),
        ...section(10, [3, 2, 0, 0x0b, 3, 0, 1, 0x0b, 4, 0, 1, 1, 0x0b]),
        ...section(11, [1, 1, 0]),
        ...section(0, [...text("name"), ...section(1, [names.length, ...names.flatMap(([index, name]) => [index, ...text(name)])])]),
    ]);
    assert.deepEqual(functionGroups(module), {
        total: 9,
        data: 3,
        groups: [
            { name: "a", bytes: 5, functions: 2 },
            { name: "c", bytes: 4, functions: 1 },
        ],
    });
});
