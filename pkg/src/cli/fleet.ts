// `dualstack fleet`: places for many clusters from shared blocks, and the lock file that keeps them.

import { existsSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { fleet, toYaml } from "../engine.js";
import type { Diagnostic, ExportTarget } from "../types.js";
import { UsageError } from "./args.js";
import { writeFiles } from "./export.js";
import { findingsText } from "./findings.js";
import { lockBeside, namedFiles } from "./fleet-files.js";
import { readInput, writing } from "./input.js";
import { type Command, type Context, FOUND_ERRORS, UNUSABLE } from "./run.js";

const FORMATS = ["text", "json", "yaml", "markdown"] as const;
/** The name that the engine gives the lock file in findings. */
const LOCK_FILE = "fleet.lock.yaml";

function runFleet(context: Context): number {
    const { operands, options, language, t, out, err, note } = context;
    const file = operands[0];
    const fromStandardInput = file === undefined || file === "-";
    const shown = fromStandardInput ? t("standard-input") : file;
    const text = readInput(file, t);
    const lockFile = options.get("lock") ?? (fromStandardInput ? undefined : lockBeside(file));
    const lock = lockFile !== undefined && existsSync(lockFile) ? readInput(lockFile, t) : undefined;
    const folder = options.get("export");
    const targets = (options.get("target") ?? "").split(",").map((name) => name.trim()).filter((name) => name !== "");
    if (folder === undefined && targets.length > 0) {
        throw new UsageError(t("needs-export-folder"));
    }
    const format = options.get("output") ?? "text";
    const outcome = context.working(() =>
        fleet(text, {
            lang: language,
            files: namedFiles(text, fromStandardInput ? "." : dirname(file), context),
            ...(lock !== undefined && { lock }),
            ...((format === "text" || format === "markdown") && { format }),
            ...(folder !== undefined && { targets: targets as ExportTarget[] }),
        }),
    );
    const ofLock = (found: Diagnostic): Diagnostic =>
        found.location.file === LOCK_FILE && lockFile !== undefined ? { ...found, location: { ...found.location, file: lockFile } } : found;
    err(findingsText(shown, outcome.diagnostics.map(ofLock), t));
    if (outcome.status === "failed") {
        return UNUSABLE;
    }
    const { text: written, lock: newLock, lockChanged, exitCode, files, ...value } = outcome.value;
    out(written ?? (format === "yaml" ? toYaml(value) : `${JSON.stringify(value, null, 2)}\n`));
    if (options.has("check")) {
        if (lockChanged) {
            err(`${t("lock-differs", { file: lockFile ?? LOCK_FILE })}\n`);
            return FOUND_ERRORS;
        }
    } else if (lockChanged && lockFile !== undefined) {
        writing(lockFile, t, () => writeFileSync(lockFile, newLock));
        note(`${t("written", { file: lockFile })}\n`);
    }
    if (folder !== undefined) {
        writeFiles(files ?? [], folder, context);
    }
    return exitCode;
}

/** The row of the command table. */
export const FLEET: Command = {
    name: "fleet",
    about: "command-fleet",
    operands: { shown: "[FILE]", max: 1 },
    options: [
        { name: "lock", value: "FILE", about: "option-lock" },
        { name: "check", about: "option-fleet-check" },
        { name: "export", value: "DIR", about: "option-fleet-export" },
        { name: "target", short: "t", value: "T,…", about: "option-fleet-target" },
        { name: "output", short: "o", value: "FORMAT", choices: FORMATS, about: "option-output" },
    ],
    examples: ["fleet fleet.yaml", "fleet fleet.yaml --export out", "fleet fleet.yaml --check"],
    run: runFleet,
};
