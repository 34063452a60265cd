// The command line, with commands made up here where the parts all commands share are tested.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { InputError, readInput } from "../dist/cli/input.js";
import { languageOfEnvironment, translator } from "../dist/cli/messages.js";
import { nearest } from "../dist/cli/nearest.js";
import { run } from "../dist/cli/run.js";
import { displayWidth, markdownTable, textTable } from "../dist/cli/table.js";

const scratch = mkdtempSync(join(tmpdir(), "dualstack-cli-"));
after(() => rmSync(scratch, { recursive: true }));

const show = {
    name: "show",
    about: "option-output",
    operands: { shown: "[FILE]", max: 1 },
    options: [
        { name: "from", value: "N", number: true, about: "option-output" },
        { name: "output", short: "o", value: "FORMAT", choices: ["text", "json"], about: "option-output" },
        { name: "list", about: "option-output" },
    ],
    run: ({ operands, options, language, out }) => {
        out(JSON.stringify({ operands, options: Object.fromEntries(options), language }));
        return 0;
    },
};
const commands = [show, { ...show, name: "nodes", operands: undefined, run: () => { throw new Error("boom"); } }];

function cli(words, environment = {}, keeps = true) {
    const result = { out: "", err: "" };
    result.code = run(words, commands, {
        environment,
        languages: ["en", "ja", "zh-Hans", "ko"],
        version: () => "1.2.3",
        out: (text) => { result.out += text; },
        err: (text) => { result.err += text; },
        keepReport: (report) => { result.report = report; return keeps ? "/tmp/report.txt" : undefined; },
    });
    return result;
}

const shown = (words, environment) => {
    const { code, out, err } = cli(words, environment);
    assert.equal(code, 0, err);
    return JSON.parse(out);
};

test("options are taken in every usual spelling", () => {
    for (const words of [
        ["show", "plan.yaml", "--from", "3", "-o", "json", "--list"],
        ["show", "--from=3", "--output=json", "--list", "plan.yaml"],
        ["show", "-ojson", "--list", "--from", "9", "--from", "3", "--", "plan.yaml"],
    ]) {
        const { operands, options } = shown(words);
        assert.deepEqual(operands, ["plan.yaml"]);
        assert.deepEqual(options, { from: "3", output: "json", list: "true" });
    }
    assert.deepEqual(shown(["show", "-"]).operands, ["-"]);
    assert.deepEqual(shown(["show", "--", "--list"]).operands, ["--list"]);
});

test("what cannot be understood is said, with exit code 2", () => {
    for (const [words, message] of [
        [["shwo"], /there is no command `shwo`\ndid you mean `show`\?\nknown commands: show, nodes/],
        [["frobnicate"], /there is no command `frobnicate`\nknown commands: show, nodes/],
        [["show", "--form", "3"], /has no option `--form`\ndid you mean `--from`\?/],
        [["show", "-x"], /has no option `-x`/],
        [["show", "--from"], /`--from` needs a value/],
        [["show", "--from", "--list"], /`--from` needs a value/],
        [["show", "--from", "many"], /`many` is no value of `--from`; it takes a whole number/],
        [["show", "--from=-1"], /`-1` is no value of `--from`/],
        [["show", "-o", "xml"], /`xml` is no value of `-o`; it takes text, json/],
        [["show", "--list=yes"], /`--list` takes no value/],
        [["show", "a", "b"], /`b` is one too many/],
        [["nodes", "a"], /`a` is one too many/],
        [["show", "--lang", "fr"], /`fr` is no value of `--lang`; it takes en, ja, zh-Hans, ko/],
        [["help", "shwo"], /there is no command `shwo`/],
    ]) {
        const { code, out, err } = cli(words);
        assert.equal(code, 2, words.join(" "));
        assert.equal(out, "");
        assert.match(err, message);
    }
});

test("help names every command and option, in both languages", () => {
    assert.match(cli(["--help"]).out, /Commands:\n {2}show {3}Format of the output\n {2}nodes /);
    assert.match(cli(["--help"], { LANG: "ja_JP.UTF-8" }).out, /コマンド:/);
    const help = cli(["show", "--help"]);
    assert.equal(help.code, 0);
    assert.match(help.out, /Usage: dualstack show \[FILE\] \[options\]/);
    assert.match(help.out, /--from N .*\n {2}-o, --output text\|json .*\n {6}--list .*\n {6}--lang en\|ja\|zh-Hans\|ko/);
    assert.equal(cli(["help", "show"]).out, help.out);
    assert.deepEqual(cli([]), { out: "", err: cli(["--help"]).out, code: 2 });
    assert.equal(cli(["--version"]).out, "1.2.3\n");
});

test("every help ends with one line break", () => {
    for (const words of [["--help"], ["help"], ["show", "--help"], ["nodes", "--help"], ["help", "nodes"]]) {
        for (const lang of ["en", "ja"]) {
            assert.match(cli([...words, "--lang", lang]).out, /[^\n]\n$/, words.join(" "));
        }
    }
});

test("the language comes from --lang, then from the environment as POSIX orders it", () => {
    assert.equal(shown(["show"]).language, "en");
    assert.equal(shown(["show"], { LANG: "ja_JP.UTF-8" }).language, "ja");
    assert.equal(shown(["show", "--lang", "en"], { LANG: "ja_JP.UTF-8" }).language, "en");
    assert.equal(shown(["show", "--lang=ja"]).language, "ja");
    assert.equal(languageOfEnvironment({ LC_ALL: "C", LANG: "ja_JP" }), "en");
    assert.equal(languageOfEnvironment({ LC_ALL: "", LC_MESSAGES: "ja", LANG: "en" }), "ja");
    assert.equal(languageOfEnvironment({ LANG: "zh_CN.UTF-8" }), "zh-Hans");
    // Simplified Chinese is not what these ask for.
    for (const LANG of ["zh_TW.UTF-8", "zh_HK", "C.UTF-8", "POSIX"]) assert.equal(languageOfEnvironment({ LANG }), "en");
    for (const tag of ["zh", "zh-CN", "zh-Hans"]) assert.equal(shown(["show", "--lang", tag]).language, "zh-Hans");
    assert.match(cli(["show", "--lang", "zh-TW"]).err, /`zh-TW` is no value of `--lang`/);
    assert.match(cli(["show", "--lang", "ja", "--form"]).err, /オプションはありません/);
});

test("a bug is called one, with a report that says what happened and nothing of the input", () => {
    const { code, err, report } = cli(["nodes", "--from=7", "-o", "json"]);
    assert.equal(code, 3);
    assert.match(err, /bug in the planner[^]*\/tmp\/report\.txt[^]*send it to https:\/\/github\.com\/dualstack-planner\/dualstack-planner\/issues/);
    assert.match(report, /^dualstack-planner 1\.2\.3, node v[\d.]+, \w+ \w+\ncommand: dualstack nodes --from -o …\n\nError: boom\n {4}at /);
    assert.doesNotMatch(report, /=7|json/);
});

test("a report that cannot be kept is shown", () => {
    const { code, err } = cli(["nodes"], {}, false);
    assert.equal(code, 3);
    assert.match(err, /could not be written[^]*\n\ndualstack-planner 1\.2\.3, node [^]*Error: boom/);
});

test("unusable input is refused before it is read whole", () => {
    const t = translator("en");
    const file = (name, content) => {
        writeFileSync(join(scratch, name), content);
        return join(scratch, name);
    };
    const refusal = (path) => {
        try {
            readInput(path, t);
        } catch (error) {
            assert.ok(error instanceof InputError);
            return error.message;
        }
        return "read";
    };
    const limit = 16 * 2 ** 20;
    assert.equal(readInput(file("plan.yaml", "kind: ClusterPlan\n"), t), "kind: ClusterPlan\n");
    assert.equal(readInput(file("largest", Buffer.alloc(limit, "x")), t).length, limit);
    assert.match(refusal(file("too-large", Buffer.alloc(limit + 1, "x"))), /too-large is larger than 16 MiB$/);
    assert.match(refusal("/dev/zero"), /^\/dev\/zero is larger than 16 MiB$/);
    assert.match(refusal(file("latin1", Buffer.from([0x61, 0xe9]))), /latin1 is not UTF-8 text$/);
    assert.match(refusal(scratch), /: it is a directory$/);
    assert.match(refusal(join(scratch, "absent")), /: there is no such file$/);
});

test("tables line up in a terminal, wide characters too", () => {
    assert.equal(displayWidth("範囲 /56"), 8);
    assert.equal(displayWidth("ｱ"), 1);
    assert.equal(displayWidth("e\u0301"), 1);
    assert.equal(displayWidth("𠮷"), 2);
    const table = {
        columns: [{ heading: "範囲" }, { heading: "数", align: "right" }, { heading: "note" }],
        rows: [["10.244.0.0/16", "256", ""], ["fd00::/56", "1,024", "a\u001b[31mb"]],
    };
    assert.equal(
        textTable(table),
        "範囲              数  note\n" +
            "10.244.0.0/16    256\n" +
            "fd00::/56      1,024  a\\u001b[31mb\n",
    );
    assert.equal(
        markdownTable({ ...table, rows: [["a|b", "1", "<x> *y*\nz"]] }),
        "| 範囲 | 数 | note |\n| --- | --: | --- |\n| a\\|b | 1 | \\<x\\> \\*y\\* z |\n",
    );
});

test("the nearest name is one that is near", () => {
    const known = ["plan", "lint", "nodes", "services", "export", "explain"];
    for (const [typed, meant] of [["plna", "plan"], ["node", "nodes"], ["exprot", "export"], ["x", undefined], ["", undefined]]) {
        assert.equal(nearest(typed, known), meant, typed);
    }
});
