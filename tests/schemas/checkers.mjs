// Who checks an exported file. A checker takes items — { path, text, version, document, together }, the last being the
// files of the same export — and answers with a list of faults for each. `how` stands in CONTRIBUTING.md.

import { readFileSync } from "node:fs";

import { parse as parseCel } from "@bufbuild/cel";

import { inside, readYaml, strings, texts } from "./documents.mjs";
import { WITHOUT_NAMESPACES, crds, faults, inNamespace, provided, python, run, shellcheck, withFiles } from "./programs.mjs";
import { hclFaults, variableFaults } from "./terraform.mjs";
import { WITHOUT_SCHEMAS, ruleFaults, task as toolTask } from "./tools.mjs";

function celFaults(expression) {
    try {
        parseCel(expression);
        return [];
    } catch (error) {
        return [`${expression}: ${error.message}`];
    }
}

/** The strings under these names, of which there has to be one: else a name has changed, and nothing is checked. */
const some = (names) => (document) => {
    const found = [...strings(document, names)];
    return found.length > 0 ? found : [`there is no ${names.join(" or ")}`];
};

/** Comments, sections and settings of a unit file. */
const SYSTEMD = [/^([#;].*)?$/, /^\[[A-Z]\w*\]$/, /^[A-Z]\w*=/];

/** The lines that are of none of these forms. */
const strangeLines = (text, forms) => text.split("\n").filter((line) => !forms.some((form) => form.test(line)));

const planSchema = () => JSON.parse(readFileSync(new URL("../../pkg/schema.json", import.meta.url), "utf8"));

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
        how: "the plan's own version of the Kubernetes API, by kubernetes-validate; an unknown field is an error",
        check: (items) => ofVersions("kubernetes", items),
    },
    patch: {
        how: "as kubernetes, but fields may be missing, because it is merged into another object",
        check: (items) => ofVersions("patch", items),
    },
    crd: {
        how: "Rust types made from the CRDs (`kcr_*`); an unknown field is an error; patterns and bounds are not known",
        check: (items) => faults(crds(items.map(({ document }) => ({ check: "crd", document })))),
    },
    schema: {
        how: "the tool's own schema, or the names of its chart's values, where those files are (`tests/schemas/tools.mjs`); an unknown field is an error",
        unable: WITHOUT_SCHEMAS,
        check: (items) =>
            faults(python(items.map(({ schema, ...item }) => toolTask(typeof schema === "function" ? schema(item) : schema, item.document)))),
    },
    rules: {
        how: "the CEL rules of its CRD, evaluated by @bufbuild/cel, where that file is",
        unable: WITHOUT_SCHEMAS,
        check: (items) => items.map(({ schema, document }) => ruleFaults(schema, document)),
    },
    constraint: {
        how: "the schema of parameters in its ConstraintTemplate, by jsonschema",
        check(items) {
            const tasks = items.map(({ document, together }) => {
                const templates = together
                    .flatMap(({ documents }) => documents ?? [])
                    .filter(({ kind }) => kind === "ConstraintTemplate");
                const template = templates.find(({ spec }) => spec.crd.spec.names.kind === document.kind);
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
        check: (items) => inside(items, some(["expression", "messageExpression"]), (parts) => parts.map(celFaults)),
    },
    rego: {
        how: "the syntax of its Rego, by regorus",
        check: (items) =>
            inside(items, some(["rego"]), (parts) => faults(crds(parts.map((text) => ({ check: "rego", text }))))),
    },
    embedded: {
        how: "files of several lines inside of it, as YAML",
        parsed: true,
        check: (items) => inside(items, texts, (parts) => faults(readYaml(parts.map((text) => ({ text }))))),
    },
    plan: {
        how: "the JSON Schema of the plan file, by jsonschema",
        check: (items) =>
            faults(python(items.map(({ document }) => ({ check: "json-schema", schema: planSchema(), document })))),
    },
    nothing: { how: "people read it", check: (items) => items.map(() => []) },
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
        how: "loaded twice with `nft` into the kernel, in a network namespace of its own (where the system lets us make one)",
        unable: WITHOUT_NAMESPACES,
        check: (items) => withFiles(items, ".nft", (files) => inNamespace('nft -f "$0" && nft -f "$0"', files)),
    },
    iptables: {
        how: "run twice in a network namespace of its own (where the system lets us make one)",
        unable: WITHOUT_NAMESPACES,
        check: (items) => withFiles(items, ".sh", (files) => inNamespace('sh "$0" && sh "$0"', files)),
    },
    sysctl: {
        how: "set with `sysctl` in a network namespace of its own (where the system lets us make one)",
        unable: WITHOUT_NAMESPACES,
        check: (items) => withFiles(items, ".conf", (files) => inNamespace('sysctl --quiet --load="$0"', files)),
    },
    hcl: {
        how: "HashiCorp's own HCL parser (@cdktn/hcl2json); what it refers to is declared",
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
    svg: {
        how: "Python's XML parser; nothing in it runs or comes from elsewhere",
        parsed: true,
        check: (items) => faults(python(items.map(({ text }) => ({ check: "svg", text })))),
    },
    systemd: {
        how: "sections and settings",
        parsed: true,
        check: (items) => items.map(({ text }) => strangeLines(text.replace(/\\\n/g, " "), SYSTEMD)),
    },
};
