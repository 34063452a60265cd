// The examples in the declarations are run: `text` is the plan of README.md, and the comment behind `console.log` is what is
// printed. Every call has a description of its parameters and its result, and an example.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const dist = new URL("../dist/", import.meta.url);
const PLAN = /```yaml file=plan\.yaml\n([^]*?)```/.exec(readFileSync(new URL("../../README.md", import.meta.url), "utf8"))[1];

/** The comments of the exported calls of a file of declarations: name, comment and what is declared. */
function documented(file) {
    const text = readFileSync(new URL(file, dist), "utf8");
    return [...text.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\n(?:export )?declare (?:const|function) (\w+)([^]*?);\n/g)].map(
        ([, comment, name, declared]) => ({ name, comment: comment.replace(/^ \* ?/gm, ""), declared }),
    );
}

const calls = ["engine.d.ts", "open.d.ts", "index.d.ts"].flatMap(documented).filter(({ name }) => !["randomSeed", "DISPOSE"].includes(name));

test("the declarations have the calls", () => {
    assert.ok(calls.length >= 34, calls.map(({ name }) => name).join());
});

for (const { name, comment, declared } of calls) {
    test(`${name} is documented, and its example prints what it says`, () => {
        assert.match(comment, /^@returns /m);
        assert.match(comment, /^@throws /m);
        const parameters = /^(?:: )?(?:<[^(]*>)?\(([^]*?)\) ?(?:=>|:)/.exec(declared)?.[1] ?? "";
        for (const [, parameter] of parameters.matchAll(/(\w+)\??: /g)) {
            // What is left out for the overloads of `load` is told by its comment.
            assert.match(comment, new RegExp(`^@param ${parameter} `, "m"), parameter);
        }
        const example = /^@example\n([^]*)$/m.exec(comment)?.[1];
        assert.ok(example, "no example");
        const promised = [...example.matchAll(/console\.log\(.*\);? \/\/ (.*)$/gm)].map(([, line]) => `${line}\n`);
        assert.ok(promised.length > 0, "the example prints nothing");
        const program = `
            import * as dualstack from ${JSON.stringify(new URL("node.js", dist).href)};
            const { export: _, ...calls } = dualstack;
            const text = ${JSON.stringify(PLAN)};
            await new (async () => {}).constructor("dualstack", "text", ...Object.keys(calls), ${JSON.stringify(example)})(dualstack, text, ...Object.values(calls));
        `;
        assert.equal(execFileSync(process.execPath, ["--input-type=module", "--eval", program]).toString(), promised.join(""));
    });
}
