// Every exported file is held against the schema or the reader of the tool it is for: rows.mjs says which, checkers.mjs
// how. What that comes to for each target stands in CONTRIBUTING.md, written by this suite with DUALSTACK_UPDATE=1.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";

import * as engine from "../../pkg/dist/node.js";
import { BROKEN } from "./broken.mjs";
import { CHECKERS } from "./checkers.mjs";
import { objectFaults, readYaml } from "./documents.mjs";
import { PLANS } from "./plans.mjs";
import { ROWS, rowOf } from "./rows.mjs";
import { WITHOUT_SCHEMAS } from "./tools.mjs";

await engine.init();

function value(outcome) {
    assert.equal(outcome.status, "ok", JSON.stringify(outcome).slice(0, 500));
    return outcome.value;
}

const TARGETS = value(engine.exportTargets()).map(({ id }) => id);

/** Every file of every target for every plan, with the files that are written together with it. */
function exported() {
    return PLANS.flatMap(({ what, version, text: plan }) => {
        value(engine.parse(plan));
        return TARGETS.flatMap((target) => {
            // What a target cannot say is refused; that every target says something is tested below.
            const { value: written } = engine.export(plan, [target]);
            const together = (written?.files ?? []).map(({ path, text }) => ({
                target,
                path,
                version,
                text,
                where: `${target}, ${path} (${what})`,
            }));
            together.forEach((file) => Object.assign(file, { together }));
            return together;
        });
    });
}

/** Reads the documents of the files that are made of documents; the same text is read once. */
function readDocuments(files) {
    const texts = [...new Set(files.filter(({ path }) => /\.ya?ml$/.test(path)).map(({ text }) => text))];
    const answers = readYaml(texts.map((text) => ({ text })));
    const read = new Map(texts.map((text, index) => [text, answers[index]]));
    for (const file of files) {
        const json = file.path.endsWith(".json") && { documents: [JSON.parse(file.text)] };
        Object.assign(file, { faults: [] }, json || read.get(file.text));
    }
}

/** The same file of the same version only once, whichever plans give it. */
const distinct = (files) =>
    new Map(files.map((file) => [JSON.stringify([file.target, file.path, file.version, file.text]), file])).values();

const files = exported();
readDocuments(files);
const faults = [];
const tasks = [];
for (const file of distinct(files)) {
    faults.push(...file.faults.map((fault) => ({ ...file, fault })));
    for (const document of file.documents ?? [undefined]) {
        const row = rowOf(file.path, document);
        // The plan itself has the name that its author gave it.
        if (document?.kind && document.kind !== "ClusterPlan") {
            faults.push(...objectFaults(document).map((fault) => ({ ...file, fault })));
        }
        if (row) {
            row.targets = (row.targets ?? new Set()).add(file.target);
            tasks.push(...row.by.map((by) => ({ ...file, document, by, schema: row.schema })));
        } else {
            const { apiVersion = "no apiVersion", kind = "no kind" } = document ?? {};
            const name = document ? `${apiVersion} ${kind}` : "the file";
            faults.push({ ...file, fault: `no row of rows.mjs says how ${name} is checked` });
        }
    }
}
for (const [name, checker] of Object.entries(CHECKERS)) {
    if (checker.unable) {
        continue;
    }
    const own = tasks.filter(({ by }) => by === name);
    const known = new Map(own.map((task) => [JSON.stringify([task.version, task.document ?? task.text]), task]));
    const found = await checker.check([...known.values()]);
    [...known.values()].forEach((task, index) => {
        faults.push(...found[index].map((fault) => ({ ...task, fault: `${name}: ${fault}` })));
    });
}

for (const target of TARGETS) {
    test(`${target} writes what its readers accept`, () => {
        const own = tasks.filter((task) => task.target === target);
        const wrong = faults.filter((fault) => fault.target === target);
        assert.ok(own.length > 0 || wrong.length > 0, "no plan gives a file of this target");
        const shown = wrong.slice(0, 10).map(({ where, fault }) => `${where}\n    ${fault}`);
        assert.equal(wrong.length, 0, `${wrong.length} faults, the first of them:\n${shown.join("\n")}`);
    });
}

// These two ask for nothing that was not done to get the document.
for (const [name, checker] of Object.entries(CHECKERS).filter(([name]) => name !== "parsed" && name !== "nothing")) {
    const skip = checker.unable ?? false;
    test(`${name} finds what is broken`, { skip }, async () => {
        const { good, broken, says } = BROKEN[name];
        const [none, some] = await checker.check([good, broken]);
        assert.deepEqual(none, []);
        assert.match(some.join("\n"), says);
    });
}

test("files are held against the schemas of their tools", { skip: WITHOUT_SCHEMAS ?? false }, () => {
    const held = new Set(tasks.filter(({ by }) => by === "schema").map(({ target }) => target));
    assert.ok(held.size > 10, [...held].join(", "));
});

test("a document of another version, or of none, is found", () => {
    const items = [
        { version: "1.30", document: { apiVersion: "networking.k8s.io/v1", kind: "ServiceCIDR" } },
        { version: "1.17", document: { apiVersion: "v1", kind: "Service", spec: { ipFamilyPolicy: "SingleStack" } } },
        { version: "1.17", document: { apiVersion: "v1", kind: "Service", spec: { ipFamily: "IPv6" } } },
        { version: "1.20", document: { apiVersion: "v1", kind: "Service", spec: { ipFamily: "IPv6" } } },
    ];
    const [early, missing, alpha, gone] = CHECKERS.kubernetes.check(items);
    assert.match(early[0], /Couldn't find schema for kind ServiceCIDR/);
    assert.match(missing[0], /'ipFamilyPolicy' was unexpected/);
    assert.deepEqual(alpha, []);
    assert.match(gone[0], /'ipFamily' was unexpected/);
});

test("what YAML 1.1 and 1.2 read differently is found", () => {
    const texts = ["a: 2026-01-02\n", "a: yes\n", "a: 1\na: 2\n", 'a: "yes"\n'];
    const [date, bool, twice, good] = readYaml(texts.map((text) => ({ text })));
    assert.match(date.faults[0], /is read as date/);
    assert.deepEqual(bool.faults, ["YAML 1.1 and YAML 1.2 read different values"]);
    assert.match(twice.faults[0], /Map keys must be unique/);
    assert.deepEqual(good, { faults: [], documents: [{ a: "yes" }] });
});

test("names and labels that no object can have are found", () => {
    const object = (name, label) => ({
        kind: "Pod",
        metadata: { name },
        spec: { template: { metadata: { labels: { label } } } },
    });
    assert.deepEqual(objectFaults(object("a.b-1", "A_b")), []);
    assert.match(objectFaults(object("A", "")).join(), /"A" is no name/);
    assert.match(objectFaults(object("a".repeat(254), "")).join(), /is no name/);
    assert.match(objectFaults(object("a", "a b")).join(), /spec\.template\.metadata\.labels: .* no label can have/);
    assert.match(objectFaults(object("a", "a".repeat(64))).join(), /no label can have/);
});

test("a file without a row is found", () => {
    assert.equal(rowOf("x/notes.txt"), undefined);
    assert.equal(rowOf("x.yaml", { apiVersion: "example.com/v1", kind: "Service" }), undefined);
    assert.deepEqual(rowOf("x.yaml", { apiVersion: "v1", kind: "Service" }).by, ["kubernetes"]);
});

test("every row is of use", () => {
    const dead = ROWS.filter((row) => !row.targets).map(({ document, file }) => String(document ?? file));
    assert.deepEqual(dead, [], "rows that no exported file has: delete them");
});

test("HCL that is none is found", async () => {
    const text = 'variable "a" {\n  type = list(string\n}\n';
    const [faults] = await CHECKERS.hcl.check([{ path: "a.tf", text, together: [] }]);
    assert.match(faults[0], /a\.tf/);
});

test("CONTRIBUTING.md says what each target is checked with", () => {
    const page = new URL("../../CONTRIBUTING.md", import.meta.url);
    const text = readFileSync(page, "utf8");
    const marked = /(<!-- schemas: generated -->\n)[^]*?(<!-- schemas: end -->)/;
    assert.match(text, marked);
    const fresh = text.replace(marked, (_, begin, end) => begin + table() + end);
    if (process.env.DUALSTACK_UPDATE) {
        writeFileSync(page, fresh);
    }
    assert.ok(readFileSync(page, "utf8") === fresh, "stale: DUALSTACK_UPDATE=1 cargo xtask test --only schemas");
});

/** A row for each target, and one for each checker that they name. */
function table() {
    const kind = ({ document, path }) => document?.kind ?? path.replace(/.*[./]/, "*.");
    const used = new Set();
    const rows = TARGETS.map((target) => {
        const own = tasks.filter((task) => task.target === target);
        const parts = [...new Set(own.map(({ by }) => by))].map((by) => {
            used.add(by);
            const kinds = [...new Set(own.filter((task) => task.by === by).map(kind))].sort();
            const parsed = by === "parsed" ? "only parsed" : `only parsed, ${by}`;
            return `${kinds.join(", ")}: ${CHECKERS[by].parsed ? parsed : by}`;
        });
        return `| \`${target}\` | ${parts.join("; ")} |\n`;
    });
    const legend = [...used].filter((by) => by !== "parsed").map((by) => `| ${by} | ${CHECKERS[by].how} |\n`);
    return [
        "\n| target | files or documents, and what they are checked with |\n| --- | --- |\n",
        ...rows,
        "\n| check | with |\n| --- | --- |\n",
        ...legend,
        "\n",
    ].join("");
}
