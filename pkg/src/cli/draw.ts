// `dualstack draw`: the map of a plan or of a fleet, to a file or printed.

import { writeFileSync } from "node:fs";

import { draw } from "../engine.js";
import type { DrawRequest } from "../types.js";
import type { Option } from "./args.js";
import { exitCode, findingsText } from "./findings.js";
import { withFleetFiles } from "./fleet-files.js";
import { readFiles, writing } from "./input.js";
import { type Command, type Context, UNUSABLE } from "./run.js";
import { printable } from "./table.js";

const THEMES = ["light", "dark", "auto"] as const;

/** The options of commands that draw the map. */
export const PICTURE: readonly Option[] = [
    { name: "at", value: "CIDR", about: "option-at" },
    { name: "group", value: "NAME", about: "option-group" },
    { name: "theme", value: "THEME", choices: THEMES, about: "option-theme" },
    { name: "width", value: "N", number: true, about: "option-width" },
];

/** What the options say about the picture. */
export function pictureOf(options: Context["options"]): DrawRequest {
    const at = options.get("at");
    const theme = THEMES.find((name) => name === options.get("theme"));
    const group = options.get("group");
    const width = options.get("width");
    return {
        ...(at !== undefined && { at: at.split(",").map((network) => network.trim()) }),
        ...(group !== undefined && { group }),
        ...(theme !== undefined && { theme }),
        ...(width !== undefined && { width: Number(width) }),
    };
}

function runDraw(context: Context): number {
    const { operands, options, language, t, out, err, note } = context;
    const texts = withFleetFiles(readFiles(operands, t), context);
    const outcome = draw(texts, { ...pictureOf(options), lang: language });
    const errors = outcome.diagnostics.filter(({ severity }) => severity === "error");
    err(findingsText(texts[0]?.name ?? t("standard-input"), errors, t));
    if (outcome.status === "failed") {
        return UNUSABLE;
    }
    const { svg, summary } = outcome.value;
    const file = options.get("output");
    if (file === undefined) {
        out(svg);
        return exitCode(outcome.diagnostics);
    }
    writing(file, t, () => writeFileSync(file, svg));
    note(`${t("written", { file })}\n`);
    // What is seen there, for those who do not see it.
    out(summary.map(({ text }) => `${printable(text)}\n`).join(""));
    return exitCode(outcome.diagnostics);
}

/** The row of the command table. */
export const DRAW: Command = {
    name: "draw",
    about: "command-draw",
    operands: { shown: "[FILE…]", max: Number.MAX_SAFE_INTEGER },
    options: [
        { name: "output", short: "o", value: "F.svg", about: "option-draw-output" },
        ...PICTURE,
    ],
    run: runDraw,
};
