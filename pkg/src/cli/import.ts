// `dualstack import`: a plan from what exists, with the origin of every value.

import { importPlan } from "../engine.js";
import type { Diagnostic, Import, ImportText } from "../types.js";
import { exitCode } from "./findings.js";
import { InputError, filesBelow, isFolder, readInput, readText } from "./input.js";
import type { Translate } from "./messages.js";
import { type Command, type Context, UNUSABLE } from "./run.js";
import { printable } from "./table.js";

/** The most files of one folder. */
const MOST_FILES = 500;

function textsOf(operand: string, t: Translate): ImportText[] {
    if (operand === "-") {
        return [{ text: readInput(operand, t) }];
    }
    if (!isFolder(operand)) {
        return [{ name: operand, text: readInput(operand, t) }];
    }
    const files = filesBelow(operand, t);
    if (files.length > MOST_FILES) {
        throw new InputError(t("import-too-many", { file: operand, limit: MOST_FILES }));
    }
    const texts = files.flatMap((file) => {
        // An image or an archive beside the files is none of them.
        const text = readText(file, t);
        return text === undefined || text.includes("\0") ? [] : [{ name: file, text }];
    });
    if (texts.length === 0) {
        throw new InputError(t("import-folder", { file: operand }));
    }
    return texts;
}

/** The places are in the sentences, since a finding can be about two of them. */
function remarks(diagnostics: readonly Diagnostic[], t: Translate): string {
    return diagnostics
        .map(({ code, severity, message, help }) => {
            const line = `${t(`severity-${severity}`)} ${code}: ${printable(message.text)}\n`;
            return help === undefined ? line : `${line}  ${printable(help.text)}\n`;
        })
        .join("");
}

function used({ occupancy }: Import, t: Translate): string {
    const { nodeBlocks, clusterIPs, nodePorts } = occupancy;
    if (nodeBlocks.length + clusterIPs.length + nodePorts.length === 0) {
        return "";
    }
    const counts = { blocks: nodeBlocks.length, addresses: clusterIPs.length, ports: nodePorts.length };
    return `${t("import-used", counts)}\n`;
}

function runImport({ operands, options, language, t, out, err, note, working }: Context): number {
    const texts = (operands.length === 0 ? ["-"] : operands).flatMap((operand) => textsOf(operand, t));
    const outcome = working(() => importPlan(texts, { lang: language }));
    err(remarks(outcome.diagnostics, t));
    if (outcome.status === "failed") {
        return UNUSABLE;
    }
    if (options.get("output") === "json") {
        out(`${JSON.stringify(outcome.value, null, 2)}\n`);
    } else {
        out(outcome.value.text);
        note(used(outcome.value, t));
    }
    return exitCode(outcome.diagnostics);
}

/** The row of the command table. */
export const IMPORT: Command = {
    name: "import",
    about: "command-import",
    operands: { shown: "[FILE…]", max: Number.MAX_SAFE_INTEGER },
    options: [{ name: "output", short: "o", value: "FORMAT", choices: ["text", "json"], about: "option-output" }],
    run: runImport,
};
