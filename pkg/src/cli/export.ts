// `dualstack export`: files of targets, to a folder, into a zip, or printed.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { zipSync } from "fflate";

import { export as exportFiles, exportTargets } from "../engine.js";
import type { ExportFile, ExportTarget } from "../types.js";
import { UsageError } from "./args.js";
import { ANALYSIS, callOptions } from "./call.js";
import { exitCode, findingsText } from "./findings.js";
import { readFiles, writing } from "./input.js";
import { type Command, type Context, OK, UNUSABLE } from "./run.js";
import { textTable } from "./table.js";
import { runVerify } from "./verify.js";

function runList({ language, t, out }: Context): number {
    const outcome = exportTargets({ lang: language });
    if (outcome.status === "failed") {
        return UNUSABLE;
    }
    const columns = [
        { heading: t("column-target") },
        { heading: t("column-versions") },
        { heading: t("column-group") },
        { heading: t("column-about") },
    ];
    const rows = outcome.value.map(({ id, since, until, groupTitle, title }) => [
        id,
        `${since} – ${until ?? ""}`.trim(),
        groupTitle.text,
        title.text,
    ]);
    out(textTable({ columns, rows }));
    return OK;
}

/** The time in every entry, so that the same plan gives the same bytes; a zip cannot hold an earlier one. */
const ZIP_EPOCH = new Date(1980, 0, 1);

/** Writes files below a folder, which is made if need be. */
export function writeFiles(files: readonly ExportFile[], folder: string, { t, note }: Pick<Context, "t" | "note">): void {
    for (const { path, text } of files) {
        // Paths come from the engine, which refuses absolute ones and `..`.
        const file = join(folder, path);
        writing(file, t, () => {
            mkdirSync(dirname(file), { recursive: true });
            writeFileSync(file, text);
        });
        note(`${t("written", { file })}\n`);
    }
}

function write(files: readonly ExportFile[], { options, t, out, note }: Context): void {
    const folder = options.get("output");
    const zip = options.get("zip");
    if (zip !== undefined) {
        const entries = files.map(({ path, text }) => [path, new TextEncoder().encode(text)] as const);
        writing(zip, t, () => writeFileSync(zip, zipSync(Object.fromEntries(entries), { mtime: ZIP_EPOCH })));
        note(`${t("written", { file: zip })}\n`);
    }
    if (folder !== undefined) {
        writeFiles(files, folder, { t, note });
    }
    if (zip === undefined && folder === undefined) {
        out(files.map(({ path, text }) => (files.length === 1 ? text : `==> ${path} <==\n${text}`)).join("\n"));
    }
}

function runExport(context: Context): number {
    const { operands, options, t, err } = context;
    if (options.has("list")) {
        return runList(context);
    }
    const folder = options.get("verify");
    if (folder !== undefined) {
        return runVerify(folder, context);
    }
    const targets = (options.get("target") ?? "").split(",").map((name) => name.trim()).filter((name) => name !== "");
    if (targets.length === 0) {
        throw new UsageError(t("needs-target"));
    }
    const file = operands[0];
    const texts = readFiles(operands, t);
    const call = callOptions(context);
    const outcome = context.working(() => exportFiles(texts, targets as ExportTarget[], call));
    err(findingsText(file === undefined || file === "-" ? t("standard-input") : file, outcome.diagnostics, t));
    if (outcome.status === "failed") {
        return UNUSABLE;
    }
    write(outcome.value.files, context);
    return exitCode(outcome.diagnostics);
}

/** The row of the command table. */
export const EXPORT: Command = {
    name: "export",
    about: "command-export",
    operands: { shown: "[FILE…]", max: Number.MAX_SAFE_INTEGER },
    options: [
        { name: "target", short: "t", value: "T,…", about: "option-target" },
        { name: "output", short: "o", value: "DIR", about: "option-directory" },
        { name: "zip", value: "F", about: "option-zip" },
        { name: "list", about: "option-list" },
        { name: "verify", value: "DIR", about: "option-verify" },
        ...ANALYSIS,
    ],
    run: runExport,
};
