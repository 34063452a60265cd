// What a version hands out says what it is made of: bills of materials by the schema of CycloneDX, and every licence with its text.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const publish = process.env.DUALSTACK_PUBLISH ?? join(root, "target/publish");
const site = process.env.DUALSTACK_SITE ?? join(root, "target/site");
const { version } = JSON.parse(readFileSync(join(root, "pkg/package.json"), "utf8"));

/** What is shipped: the bill of it, and the file with its licences. */
const SHIPPED = [
    { name: "dualstack-planner", licences: join(root, "pkg/THIRD-PARTY-LICENSES.txt"), holds: ["serde_json", "wasm-bindgen", "fflate", "std"], lacks: ["yew"] },
    { name: "dualstack-planner-page", licences: join(site, "licences.txt"), holds: ["serde_json", "wasm-bindgen", "yew", "rawzip", "std"], lacks: ["fflate"] },
];
const path = (name) => join(publish, `${name}-${version}.cdx.json`);
const read = (name) => JSON.parse(readFileSync(path(name), "utf8"));

function faults(...paths) {
    const { status, stdout, stderr } = spawnSync(process.env.DUALSTACK_PYTHON ?? "python3", [join(root, "tests/release/check.py"), ...paths], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
    return stdout;
}

test("bills of materials are valid, and one that is not is found", () => {
    assert.equal(faults(...SHIPPED.map(({ name }) => path(name))), "");
    const folder = mkdtempSync(join(tmpdir(), "dualstack-bill-"));
    try {
        const bill = read("dualstack-planner");
        bill.components[0].licenses = [{ license: { id: "No-Such-Licence" } }];
        bill.components[1].kind = "library";
        writeFileSync(join(folder, "broken.json"), JSON.stringify(bill));
        assert.match(faults(join(folder, "broken.json")), /components\[0\][^]*components\[1\]: .*'kind' was unexpected/);
    } finally {
        rmSync(folder, { recursive: true });
    }
});

test("no module names a folder of the machine that it was built on", () => {
    // Whoever builds the same commit elsewhere would get other bytes.
    const folders = [join(homedir(), ".cargo"), join(homedir(), ".rustup"), "rustlib/src", root];
    for (const place of [join(root, "pkg/dist/core"), site]) {
        const modules = readdirSync(place).filter((name) => name.endsWith(".wasm"));
        assert.ok(modules.length > 0, place);
        for (const name of modules) {
            const module = readFileSync(join(place, name));
            for (const folder of folders) {
                const at = module.indexOf(folder);
                assert.equal(at, -1, `${name}: ${module.toString("latin1", at, at + 120)}`);
            }
        }
    }
});

for (const { name, licences, holds, lacks } of SHIPPED) {
    test(`${name}: the bill has what is linked, its licences, and its hashes`, () => {
        const { metadata, components, dependencies } = read(name);
        assert.equal(metadata.component.version, version);
        const names = components.map((component) => component.name);
        for (const one of holds) assert.ok(names.includes(one), one);
        // What runs at compile time or in tests is not shipped, and our own crates are the thing itself.
        for (const one of [...lacks, "syn", "serde_derive", "proptest", "dualstack-core"]) assert.ok(!names.includes(one), one);
        for (const { name, purl, licenses, hashes } of components) {
            assert.match(purl, /^pkg:(cargo|npm|github)\//);
            assert.ok(licenses.length > 0, name);
            if (purl.startsWith("pkg:cargo/")) assert.match(hashes[0].content, /^[0-9a-f]{64}$/, name);
        }
        const refs = components.map((component) => component["bom-ref"]);
        assert.equal(new Set(refs).size, refs.length);
        assert.deepEqual(dependencies.slice(1).map(({ ref }) => ref), refs);
        // Everything is reached from the thing itself.
        const reached = new Set();
        const reach = (ref) => {
            if (reached.has(ref)) return;
            reached.add(ref);
            dependencies.find((one) => one.ref === ref).dependsOn?.forEach(reach);
        };
        reach(metadata.component["bom-ref"]);
        assert.deepEqual(refs.filter((ref) => !reached.has(ref)), []);
    });

    test(`${name}: the licence of everything in the bill is there, with its text`, () => {
        const text = readFileSync(licences, "utf8");
        for (const { name: one, version } of read(name).components.filter((component) => component.name !== "std")) {
            assert.ok(text.includes(`\n  ${one} ${version}: `), `${one} ${version} has no line`);
            assert.match(text, new RegExp(`^.*\\b${one} ${version.replaceAll(".", "\\.")}(,.*)?$`, "m"), `${one} ${version} has no text`);
        }
        assert.match(text, /the Rust standard library: MIT OR Apache-2\.0/);
        for (const words of ["Apache License\n", "Permission is hereby granted, free of charge", "UNICODE LICENSE V3"]) assert.ok(text.includes(words), words);
    });
}
