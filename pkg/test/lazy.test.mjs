// In Node nothing has to be loaded, and nothing is read that no call needs.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const entry = new URL("../dist/node.js", import.meta.url).href;
const command = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const PLAN = `apiVersion: dualstack-planner/v1
kind: ClusterPlan
spec:
  kubernetesVersion: "1.36"
  podCIDRs: [10.244.0.0/16]
  serviceCIDRs: [10.96.0.0/16]
`;

// Prints the name of each file of the package that is read at run time.
const WATCH = `data:text/javascript,${encodeURIComponent(`
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const read = fs.readFileSync;
    fs.readFileSync = (file, ...rest) => {
        if (/\\.(wasm|ftl)$/.test(file)) process._rawDebug("read " + file.split(/[\\\\/]/).at(-1));
        return read(file, ...rest);
    };
    syncBuiltinESMExports();
`)}`;

function filesRead(words, input = "") {
    const { status, stderr } = spawnSync(process.execPath, ["--import", WATCH, ...words], { input });
    const lines = stderr.toString().split("\n");
    return { status, read: lines.filter((line) => line.startsWith("read ")).map((line) => line.slice("read ".length)) };
}

const ENGINE = "dualstack_engine_bg.wasm";
const TOOLS = "dualstack_tools_bg.wasm";
const JAPANESE = ["ja.ftl", "ja.tools.ftl"];

for (const [words, ...expected] of [
    [["--version"]],
    [["--help"]],
    [["plan", "--help"]],
    [["lint", "--frobnicate"]],
    [["plan"], ENGINE],
    [["lint"], ENGINE],
    [["nodes"], ENGINE],
    [["services"], ENGINE],
    [["lint", "-o", "sarif"], ENGINE, TOOLS],
    [["export", "--list"], ENGINE, TOOLS],
    [["export", "-t", "flags"], ENGINE, TOOLS],
    [["explain", "ADDR001"], ENGINE, TOOLS],
    [["services", "--to", "1.19"], ENGINE, TOOLS],
    [["lint", "--lang", "ja"], ENGINE, ...JAPANESE],
    [["export", "--lang", "ja", "-t", "flags"], ENGINE, TOOLS, ...JAPANESE],
    [["lint", "--lang", "zh"], ENGINE, "zh-Hans.ftl", "zh-Hans.tools.ftl"],
]) {
    test(`dualstack ${words.join(" ")} reads ${expected.join(", ") || "nothing"}`, () => {
        assert.deepEqual(filesRead([command, ...words], PLAN).read, expected);
    });
}

test("each part is read once, and load changes nothing", () => {
    const program = `
        import { explain, lint, load, rules, verifyExport } from "${entry}";
        await load("tools");
        await load("ja");
        await load("klingon").then(() => process.exit(3), () => {});
        for (const lang of ["en", "ja", "ja"]) {
            lint("kind: X", { lang });
            rules({ lang });
            explain("ADDR001", undefined, { lang });
        }
        process.exitCode = verifyExport("kind: X", []).status === "failed" ? 0 : 1;
    `;
    const { status, read } = filesRead(["--input-type=module", "--eval", program]);
    // Files may have been written in any language: to say where they come from needs them all.
    assert.deepEqual(read, [ENGINE, TOOLS, ...JAPANESE, "zh-Hans.ftl", "zh-Hans.tools.ftl", "ko.ftl", "ko.tools.ftl"]);
    assert.equal(status, 0);
});
