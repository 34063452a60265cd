// Who checks an exported file. A checker takes items — { path, text, version, document, together: the files of the same
// export } — and answers with one list of faults for each. `how` stands in CONTRIBUTING.md.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

import { parse as parseCel } from "@bufbuild/cel";
import { parse as parseHcl } from "@cdktn/hcl2json";
import { parseAllDocuments } from "yaml";

const here = import.meta.dirname;

function provided(name) {
    const value = process.env[name];
    if (!value) {
        throw new Error(`${name} is not set: run this suite with \`cargo xtask test --only schemas\``);
    }
    return value;
}

/** Hands tasks to a program that answers a JSON list with a JSON list. */
function ask(program, args, tasks, env = {}) {
    if (tasks.length === 0) {
        return [];
    }
    const output = execFileSync(program, args, {
        input: JSON.stringify(tasks),
        env: { ...process.env, PYTHONUTF8: "1", ...env },
        maxBuffer: 1 << 30,
        stdio: ["pipe", "pipe", "inherit"],
    });
    return JSON.parse(output);
}

const python = (tasks, env) => ask(provided("DUALSTACK_PYTHON"), [join(here, "python/check.py")], tasks, env);
const crds = (tasks) => ask(provided("DUALSTACK_CRDS"), [], tasks);
const faults = (answers) => answers.map((answer) => answer.faults);

/** Gives `check` the paths of files with the texts. */
function withFiles(items, name, check) {
    const scratch = mkdtempSync(join(tmpdir(), "dualstack-schemas-"));
    try {
        const files = items.map(({ text }, index) => {
            const file = join(scratch, `${index}${name}`);
            writeFileSync(file, text);
            return file;
        });
        return check(files);
    } finally {
        rmSync(scratch, { recursive: true, force: true });
    }
}

/** What a program says about a file it does not accept. */
function run(program, args, options = { encoding: "utf8" }) {
    const { status, stdout, stderr, error } = spawnSync(program, args, options);
    if (error) {
        throw new Error(`${program} cannot be run: ${error.message}`);
    }
    return status === 0 ? [] : [`${program}: ${`${stdout}${stderr}`.trim()}`];
}

/** What ShellCheck says from warnings on, by file. */
function shellcheck(files) {
    const program = join(dirname(provided("DUALSTACK_PYTHON")), "shellcheck");
    const found = new Map();
    // Not all at once: the length of a command line is limited.
    for (let from = 0; from < files.length; from += 100) {
        const some = files.slice(from, from + 100);
        const { stdout, error } = spawnSync(program, ["--norc", "--severity=warning", "--format=json", ...some], {
            encoding: "utf8",
            maxBuffer: 1 << 28,
        });
        if (error) {
            throw new Error(`${program} cannot be run: ${error.message}`);
        }
        for (const { file, line, code, message } of JSON.parse(stdout)) {
            found.set(file, [...(found.get(file) ?? []), `shellcheck: line ${line}: SC${code}: ${message}`]);
        }
    }
    return found;
}

/** Runs a line of shell, `$0` being the file, in a network namespace of its own: the kernel is asked, the machine stays as it is. */
function inNamespace(line, files) {
    const options = {
        encoding: "utf8",
        // Where Debian has what only root needs.
        env: { ...process.env, PATH: `${process.env.PATH}${delimiter}/usr/sbin` },
    };
    return files.map((file) => run("unshare", ["--map-root-user", "--net", "sh", "-ec", line, file], options));
}

function celFaults(expression) {
    try {
        parseCel(expression);
        return [];
    } catch (error) {
        return [`${expression}: ${error.message}`];
    }
}

const TYPES = {
    string: (value) => typeof value === "string",
    number: (value) => typeof value === "number",
    bool: (value) => typeof value === "boolean",
    list: (value, fits) => Array.isArray(value) && value.every(fits),
    map: (value, fits) => typeof value === "object" && !Array.isArray(value) && Object.values(value).every(fits),
};

/** Whether a value is of a type as it is written in Terraform: `list(string)`. */
function isOfType(value, type) {
    const [, name, inner] = /^(\w+)(?:\((.+)\))?$/s.exec(type.trim()) ?? [];
    const fits = TYPES[name];
    if (!fits) {
        throw new Error(`checkers.mjs does not know the type ${type}`);
    }
    return fits(value, (member) => isOfType(member, inner));
}

const readHcl = async (files) => Promise.all(files.map(({ path, text }) => parseHcl(path, text)));

async function hclFaults({ path, text, together }) {
    try {
        await parseHcl(path, text);
    } catch (error) {
        return [error.message];
    }
    const known = new Set();
    for (const { variable = {}, locals = [], resource = {} } of await readHcl(together.filter(({ path }) => path.endsWith(".tf")))) {
        Object.keys(variable).forEach((name) => known.add(`var.${name}`));
        locals.flatMap(Object.keys).forEach((name) => known.add(`local.${name}`));
        for (const [type, resources] of Object.entries(resource)) {
            Object.keys(resources).forEach((name) => known.add(`${type}.${name}`));
        }
    }
    const code = text.replace(/#.*|"(?:[^"\\]|\\.)*"/g, "");
    const references = code.matchAll(/(?<![\w.])(?:var|local|(?:aws|azurerm|google)_\w+)\.\w+/g);
    return [...references].filter(([reference]) => !known.has(reference)).map(([reference]) => `${reference} is not declared`);
}

async function variableFaults({ document, together }) {
    const files = await readHcl(together.filter(({ path }) => path.endsWith(".tf")));
    const declared = Object.assign({}, ...files.map(({ variable }) => variable));
    const unknown = Object.keys(document).filter((name) => !(name in declared));
    const faults = unknown.map((name) => `${name} is declared by no file beside it`);
    for (const [name, [{ type, default: preset }]] of Object.entries(declared)) {
        const written = type.replace(/^\$\{(.*)\}$/s, "$1");
        if (name in document ? !isOfType(document[name], written) : preset === undefined) {
            faults.push(`${name} has no value of type ${written}`);
        }
    }
    return faults;
}

/** The lines that are of none of these forms. */
const strangeLines = (text, forms) => text.split("\n").filter((line) => !forms.some((form) => form.test(line)));

/** Every string under one of these names, wherever it stands. */
function* strings(value, names) {
    for (const [name, member] of Object.entries(value ?? {})) {
        if (typeof member === "string") {
            if (names.includes(name)) {
                yield member;
            }
        } else if (typeof member === "object") {
            yield* strings(member, names);
        }
    }
}

/** Every text of several lines in a document: files inside of it. */
function* texts(value) {
    for (const member of Object.values(value ?? {})) {
        if (typeof member === "string") {
            if (member.includes("\n")) {
                yield member;
            }
        } else if (typeof member === "object") {
            yield* texts(member);
        }
    }
}

/** The answers for things inside of documents, put together again for each document. */
function inside(items, parts, check) {
    const found = items.map((item) => [...parts(item.document)]);
    const answers = check(found.flat());
    return found.map((own) => answers.splice(0, own.length).flat());
}

/**
 * The documents of YAML files, read as YAML 1.1 (what Python's tools read) and as YAML 1.2, which has to be the same.
 */
export function readYaml(items) {
    const answers = python(items.map(({ text }) => ({ check: "yaml", text })));
    return items.map(({ text }, index) => {
        const { faults, documents } = answers[index];
        const read = parseAllDocuments(text, { version: "1.2", uniqueKeys: true });
        const errors = read.flatMap(({ errors }) => errors.map(({ message }) => `yaml: ${message}`));
        if (faults.length === 0 && errors.length === 0) {
            const newer = JSON.stringify(read.map((document) => document.toJS()));
            if (newer !== JSON.stringify(documents)) {
                errors.push("YAML 1.1 and YAML 1.2 read different values");
            }
        }
        return { faults: [...faults, ...errors], documents: documents ?? [] };
    });
}

/** Names and labels that every API server refuses; they are in no schema. */
export function objectFaults(document) {
    const faults = [];
    // A part of a name that its reader has to replace.
    const name = document?.metadata?.name?.replace(/\bZONE\b/, "zone");
    const longest = document?.kind === "Service" ? 63 : 253;
    const label = /^(?!.{64})([A-Za-z0-9]([\w.-]*[A-Za-z0-9])?)?$/;
    if (name !== undefined && !(name.length <= longest && /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name))) {
        faults.push(`metadata.name: ${JSON.stringify(name)} is no name of an object`);
    }
    const visit = (value, at) => {
        for (const [key, member] of Object.entries(value ?? {})) {
            const wrong = (text) => typeof text !== "string" || !label.test(text);
            if ((key === "labels" || key === "matchLabels") && Object.values(member ?? {}).some(wrong)) {
                faults.push(`${at}${key}: ${JSON.stringify(member)} has a value that no label can have`);
            } else if (typeof member === "object") {
                visit(member, `${at}${key}.`);
            }
        }
    };
    visit(document, "");
    return faults;
}

const planSchema = () => JSON.parse(readFileSync(join(here, "../../pkg/schema.json"), "utf8"));

/** Versions whose schemas are in the older release only. */
const older = (version) => Number(version.split(".")[1]) < 25;

/** Asks the release that has the schemas of each item's version. */
function ofVersions(check, items) {
    const task = ({ document, version }) => ({ check, document, version });
    const environment = { PYTHONPATH: provided("DUALSTACK_PYTHON_OLDER") };
    const early = python(items.filter(({ version }) => older(version)).map(task), environment);
    const late = python(items.filter(({ version }) => !older(version)).map(task));
    return items.map(({ version }) => (older(version) ? early : late).shift().faults);
}

export const CHECKERS = {
    kubernetes: {
        how: "the OpenAPI schema of the plan's own Kubernetes version, by kubernetes-validate; an unknown field is an error",
        check: (items) => ofVersions("kubernetes", items),
    },
    patch: {
        how: "the same, but fields may be missing, as it is merged into another object",
        check: (items) => ofVersions("patch", items),
    },
    crd: {
        how: "the Rust types made from the project's CRDs (`kcr_*` crates); an unknown field is an error; patterns, bounds and CEL rules are not in the types",
        check: (items) => faults(crds(items.map(({ document }) => ({ check: "crd", document })))),
    },
    constraint: {
        how: "the schema of parameters in its ConstraintTemplate, by jsonschema",
        check(items) {
            const tasks = items.map(({ document, together }) => {
                const template = together
                    .flatMap(({ documents }) => documents ?? [])
                    .find((other) => other.kind === "ConstraintTemplate" && other.spec.crd.spec.names.kind === document.kind);
                const parameters = template?.spec.crd.spec.validation?.openAPIV3Schema;
                // Gatekeeper prunes what a structural schema does not have; here it is an error.
                const schema = template ? { additionalProperties: false, type: "object", ...parameters } : false;
                return { check: "json-schema", schema, document: document.spec?.parameters ?? {} };
            });
            return faults(python(tasks));
        },
    },
    cel: {
        how: "the syntax of every CEL expression, by @bufbuild/cel",
        check: (items) =>
            inside(
                items,
                (document) => strings(document, ["expression", "messageExpression"]),
                (parts) => parts.map(celFaults),
            ),
    },
    rego: {
        how: "the syntax of its Rego, by regorus",
        check: (items) =>
            inside(
                items,
                (document) => strings(document, ["rego"]),
                (parts) => faults(crds(parts.map((text) => ({ check: "rego", text })))),
            ),
    },
    embedded: {
        how: "files of several lines inside of it, as YAML",
        parsed: true,
        check: (items) =>
            inside(items, texts, (parts) => faults(readYaml(parts.map((text) => ({ text }))))),
    },
    plan: {
        how: "the JSON Schema of the plan file, by jsonschema",
        check: (items) =>
            faults(python(items.map(({ document }) => ({ check: "json-schema", schema: planSchema(), document })))),
    },
    parsed: { parsed: true, check: (items) => items.map(() => []) },
    shell: {
        how: "`bash -n` or `sh -n`, and ShellCheck",
        check: (items) =>
            withFiles(items, ".sh", (files) => {
                const found = shellcheck(files);
                return files.map((file, index) => {
                    const shell = items[index].text.startsWith("#!/bin/sh\n") ? "sh" : "bash";
                    return [...run(shell, ["-n", file]), ...(found.get(file) ?? [])];
                });
            }),
    },
    nft: {
        how: "loaded twice with `nft` into the kernel, in a network namespace of its own (on Linux)",
        linux: true,
        check: (items) => withFiles(items, ".nft", (files) => inNamespace('nft -f "$0" && nft -f "$0"', files)),
    },
    iptables: {
        how: "run twice in a network namespace of its own (on Linux)",
        linux: true,
        check: (items) => withFiles(items, ".sh", (files) => inNamespace('sh "$0" && sh "$0"', files)),
    },
    sysctl: {
        how: "set with `sysctl` in a network namespace of its own (on Linux)",
        linux: true,
        check: (items) => withFiles(items, ".conf", (files) => inNamespace('sysctl --quiet --load="$0"', files)),
    },
    hcl: {
        how: "HashiCorp's own HCL parser (@cdktn/hcl2json); variables, locals and resources that it refers to are there",
        parsed: true,
        check: (items) => Promise.all(items.map(hclFaults)),
    },
    tfvars: {
        how: "names and types of the variables declared beside it",
        check: (items) => Promise.all(items.map(variableFaults)),
    },
    zones: {
        how: "every line is the name of a reverse zone (dnspython)",
        check: (items) => faults(python(items.map(({ text }) => ({ check: "zones", text })))),
    },
    csv: {
        how: "Python's csv, strict; every row is as wide as the head",
        parsed: true,
        check: (items) => faults(python(items.map(({ text }) => ({ check: "csv", text })))),
    },
    systemd: {
        how: "sections and settings",
        parsed: true,
        check: (items) =>
            items.map(({ text }) => strangeLines(text.replace(/\\\n/g, " "), [/^([#;].*)?$/, /^\[[A-Z]\w*\]$/, /^[A-Z]\w*=/])),
    },
};
