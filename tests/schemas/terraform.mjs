// Terraform: HCL, and variables with their values.

import { parse } from "@cdktn/hcl2json";

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
        throw new Error(`terraform.mjs does not know the type ${type}`);
    }
    return fits(value, (member) => isOfType(member, inner));
}

/** The Terraform files among these; one that cannot be read has its own fault. */
function readAll(files) {
    const written = files.filter(({ path }) => path.endsWith(".tf"));
    return Promise.all(written.map(({ path, text }) => parse(path, text).catch(() => ({}))));
}

/** Whether a file is HCL, and has what it refers to in the files beside it. */
export async function hclFaults({ path, text, together }) {
    try {
        await parse(path, text);
    } catch (error) {
        return [error.message];
    }
    const known = new Set();
    for (const { variable = {}, locals = [], resource = {} } of await readAll(together)) {
        Object.keys(variable).forEach((name) => known.add(`var.${name}`));
        locals.flatMap(Object.keys).forEach((name) => known.add(`local.${name}`));
        for (const [type, resources] of Object.entries(resource)) {
            Object.keys(resources).forEach((name) => known.add(`${type}.${name}`));
        }
    }
    const code = text.replace(/#.*|"(?:[^"\\]|\\.)*"/g, "");
    const references = code.matchAll(/(?<![\w.])(?:var|local|(?:aws|azurerm|google)_\w+)\.\w+/g);
    const strange = [...references].map(([reference]) => reference).filter((reference) => !known.has(reference));
    return strange.map((reference) => `${reference} is not declared`);
}

/** Whether the values of variables fit their declarations in the files beside them. */
export async function variableFaults({ document, together }) {
    const files = await readAll(together);
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
