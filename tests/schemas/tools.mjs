// The tools' own schemas, which are not part of the project: files of public repositories, in a folder beside the checkout
// or where DUALSTACK_SCHEMAS says. Its SOURCES.md says where each comes from.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { CelScalar, celEnv, celFunc, celMethod, mapType, parse, plan } from "@bufbuild/cel";
import { parse as parseYaml } from "yaml";

const BESIDE = fileURLToPath(new URL("../../../shared/schemas", import.meta.url));

/** The folder with the schemas; undefined where there is none. */
export const FOLDER = [process.env.DUALSTACK_SCHEMAS, BESIDE].find(
    (folder) => folder && existsSync(join(folder, "SOURCES.md")),
);

/** Why nothing is held against schemas; undefined where they are. */
export const WITHOUT_SCHEMAS = FOLDER ? undefined : "not checked: no schemas";

/** What is asked of python/check.py about a document and one file of the folder. */
export const task = (schema, document) => ({ check: "tool-schema", folder: FOLDER, ...schema, document });

/** A custom resource; its version is that of the document. */
export const crd = (file) => ({ file, form: "crd" });
/** A JSON Schema. `patch`: fields may be missing; `own`: it says itself where there are no other fields. */
export const schema = (file, more = {}) => ({ file, form: "schema", ...more });
/** The names of the keys of a chart's values. */
export const keys = (file) => ({ file, form: "keys" });

const { BOOL, DYN, INT, STRING } = CelScalar;
/** A network is a map, because the evaluator has no types of its own. */
const CIDR = mapType(STRING, DYN);

const width = (address) => (address.includes(":") ? 128n : 32n);

/** The bits of an address. */
function bits(address) {
    if (!address.includes(":")) {
        return address.split(".").reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    }
    const words = (text) => (text ? text.split(":") : []);
    const [head, tail] = address.split("::");
    const left = words(head);
    const right = words(tail ?? "");
    const between = tail === undefined ? [] : Array(8 - left.length - right.length).fill("0");
    return [...left, ...between, ...right].reduce((sum, word) => (sum << 16n) | BigInt(`0x${word}`), 0n);
}

function network(text) {
    const [address, prefix] = text.split("/");
    return new Map([
        ["address", address],
        ["bits", bits(address)],
        ["prefix", BigInt(prefix)],
        ["width", width(address)],
    ]);
}

/** The bits of an address that a network has in common. */
const upper = (cidr, value) => value >> (cidr.get("width") - cidr.get("prefix"));

/** The functions of Kubernetes' CEL libraries for addresses (apiserver/pkg/cel/library/{ip,cidr}.go). */
const ADDRESSES = celEnv({
    funcs: [
        celFunc("cidr", [STRING], CIDR, network),
        celMethod("ip", CIDR, [], STRING, function () {
            return this.get("address");
        }),
        celMethod("prefixLength", CIDR, [], INT, function () {
            return this.get("prefix");
        }),
        celMethod("masked", CIDR, [], CIDR, function () {
            const own = upper(this, this.get("bits")) << (this.get("width") - this.get("prefix"));
            const is = own === this.get("bits");
            return new Map([...this.entries(), ["bits", own], ["address", is ? this.get("address") : ""]]);
        }),
        celMethod("containsIP", CIDR, [STRING], BOOL, function (address) {
            return width(address) === this.get("width") && upper(this, bits(address)) === upper(this, this.get("bits"));
        }),
        celMethod("family", STRING, [], INT, function () {
            return this.includes(":") ? 6n : 4n;
        }),
    ],
});

/** Numbers of JSON as the API has them: integers are no floats. */
function integers(value) {
    if (typeof value === "number") {
        return Number.isInteger(value) ? BigInt(value) : value;
    }
    if (Array.isArray(value)) {
        return value.map(integers);
    }
    if (value && typeof value === "object") {
        return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, integers(member)]));
    }
    return value;
}

/** The rules of a schema with the values that they are about. Those about an update have no old value here. */
function* rules(part, value, at = "$") {
    if (value === undefined || value === null || !part) {
        return;
    }
    for (const rule of part["x-kubernetes-validations"] ?? []) {
        if (!/\boldSelf\b/.test(rule.rule)) {
            yield { ...rule, value, at };
        }
    }
    for (const [key, inner] of Object.entries(part.properties ?? {})) {
        yield* rules(inner, value[key], `${at}.${key}`);
    }
    if (part.items && Array.isArray(value)) {
        for (const [index, item] of value.entries()) {
            yield* rules(part.items, item, `${at}[${index}]`);
        }
    }
}

const read = new Map();

/** What the CEL rules of a custom resource say about a document. */
export function ruleFaults({ file }, document) {
    if (!read.has(file)) {
        read.set(file, parseYaml(readFileSync(join(FOLDER, file), "utf8")));
    }
    const version = document.apiVersion.split("/")[1];
    const { schema: own } = read.get(file).spec.versions.find(({ name }) => name === version);
    const found = [...rules(own.openAPIV3Schema, document)];
    if (found.length === 0) {
        return [`no rule of ${file} is about the document`];
    }
    return found.flatMap(({ rule, message, value, at }) => {
        const result = plan(ADDRESSES, parse(rule))({ self: integers(value) });
        return result === true ? [] : [`${at}: ${message ?? rule}${result === false ? "" : ` (${result})`}`];
    });
}
