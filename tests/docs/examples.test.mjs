// The examples in the documentation are run: `js` blocks as modules, whose `// …` comments behind `console.log` are
// what is printed, and `console` blocks as commands, whose lines behind the command are its output.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "dualstack-docs-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

// A project in which the built package is installed.
mkdirSync(join(scratch, "node_modules/.bin"), { recursive: true });
symlinkSync(join(root, "pkg"), join(scratch, "node_modules/dualstack-planner"), "junction");
writeFileSync(join(scratch, "package.json"), '{ "type": "module" }');
const bin = join(scratch, "node_modules/.bin/dualstack");
writeFileSync(bin, `#!/bin/sh\nexec "${process.execPath}" "${join(root, "pkg/dist/cli/main.js")}" "$@"\n`);
chmodSync(bin, 0o755);

/** The fenced blocks of a page: language, text and the line where they begin. */
function blocks(page) {
    const text = readFileSync(join(root, page), "utf8");
    return [...text.matchAll(/^```(\w+)([^\n]*)\n([^]*?)^```$/gm)].map(([whole, language, info, body]) => ({
        language,
        info: info.trim(),
        body,
        line: text.slice(0, text.indexOf(whole)).split("\n").length,
    }));
}

function runModule(body) {
    const file = join(scratch, "example.mjs");
    writeFileSync(file, body);
    const printed = execFileSync(process.execPath, [file], { cwd: scratch }).toString();
    const promised = [...body.matchAll(/console\.log\(.*\);? \/\/ (.*)$/gm)].map(([, comment]) => `${comment}\n`);
    assert.equal(printed, promised.join(""));
}

/** `$ command` lines and the output that follows each. A yaml block named by `file=NAME` is there as a file. */
function runConsole(body) {
    for (const [, command, output] of body.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm)) {
        const path = `${join(scratch, "node_modules/.bin")}${delimiter}${process.env.PATH}`;
        const { stdout, stderr } = spawnSync(command, {
            shell: true,
            cwd: scratch,
            env: { ...process.env, PATH: path, LANG: "C", LC_ALL: "C" },
        });
        assert.equal(`${stdout}${stderr}`, output, command);
    }
}

for (const page of ["README.md", "pkg/README.md", "docs/cidr.md", "docs/fleet.md"]) {
    for (const { language, info, body, line } of blocks(page)) {
        const file = /^file=(\S+)$/.exec(info)?.[1];
        if (file !== undefined) {
            writeFileSync(join(scratch, file), body);
        } else if (language === "js") {
            test(`${page}:${line} prints what it says`, () => runModule(body));
        } else if (language === "console") {
            test(`${page}:${line} prints what it says`, () => runConsole(body));
        }
    }
}
