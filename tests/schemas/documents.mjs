// Documents: how they are read, and what stands inside of them.

import { parseAllDocuments } from "yaml";

import { python } from "./programs.mjs";

/** Every string under one of these names, wherever it stands. */
export function* strings(value, names) {
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
export function* texts(value) {
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
export function inside(items, parts, check) {
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
