// `dualstack export --verify`: which files of a folder do not come from the plan given.

import { type Dirent, readdirSync } from "node:fs";
import { join, sep } from "node:path";

import { verifyExport } from "../engine.js";
import type { FileToVerify, Origin, VerifiedFile } from "../types.js";
import { callOptions } from "./call.js";
import { findingsText } from "./findings.js";
import { InputError, MAX_BYTES, readFiles, readText, reasonOf } from "./input.js";
import type { Translate } from "./messages.js";
import { type Context, FOUND_ERRORS, OK, UNUSABLE } from "./run.js";
import { textTable } from "./table.js";

/** Files below a folder, in the order of their paths. Symbolic links are not followed. */
function* filesBelow(folder: string, t: Translate, below = ""): Generator<string> {
    let entries: Dirent[];
    try {
        entries = readdirSync(join(folder, below), { withFileTypes: true });
    } catch (error) {
        throw new InputError(t("cannot-read", { file: join(folder, below), reason: reasonOf(error, t) }));
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = join(below, entry.name);
        if (entry.isDirectory()) {
            yield* filesBelow(folder, t, path);
        } else if (entry.isFile()) {
            yield path;
        }
    }
}

/** Files in portions that the engine takes at once. */
function* portions(folder: string, t: Translate): Generator<FileToVerify[]> {
    let portion: FileToVerify[] = [];
    let size = 0;
    for (const path of filesBelow(folder, t)) {
        // What is no text, or larger than any export, comes from no plan: the engine says so of an empty text too.
        const text = readText(join(folder, path), t) ?? "";
        if (size + text.length > MAX_BYTES && portion.length > 0) {
            yield portion;
            portion = [];
            size = 0;
        }
        portion.push({ path: path.split(sep).join("/"), text });
        size += text.length;
    }
    if (portion.length > 0) {
        yield portion;
    }
}

/** Whether a file of that origin has to be looked at. */
const DIFFERS: Record<Origin, boolean> = { thisPlan: false, edited: true, otherPlan: true, unknown: false };

/** Exit code 1 when a file is no longer what the plan is written as; files that are no exports only get their line. */
export function runVerify(folder: string, context: Context): number {
    const { operands, t, out, err } = context;
    const file = operands[0];
    const text = readFiles(operands, t);
    const options = callOptions(context);
    const verified: VerifiedFile[] = [];
    for (const portion of portions(folder, t)) {
        const outcome = verifyExport(text, portion, options);
        if (outcome.status === "failed") {
            err(findingsText(file === undefined || file === "-" ? t("standard-input") : file, outcome.diagnostics, t));
            return UNUSABLE;
        }
        verified.push(...outcome.value);
    }
    if (verified.length === 0) {
        throw new InputError(t("no-files", { folder }));
    }
    const columns = [{ heading: t("column-file") }, { heading: t("column-origin") }];
    out(textTable({ columns, rows: verified.map(({ path, message }) => [path, message.text]) }));
    return verified.some(({ origin }) => DIFFERS[origin]) ? FOUND_ERRORS : OK;
}
