// `dualstack render`: a view of a plan as HTML, to a file or printed.

import { writeFileSync } from "node:fs";

import { type RenderOptions, renderHtml } from "../engine.js";
import type { View } from "../types.js";
import { ANALYSIS, callOptions } from "./call.js";
import { exitCode, findingsText } from "./findings.js";
import { readFiles, writing } from "./input.js";
import { type Command, type Context, UNUSABLE } from "./run.js";

const VIEWS: readonly View[] = ["sentence", "map", "nodes", "services", "findings", "files", "planner"];
const THEMES = ["light", "dark", "auto"] as const;

function requestOf(options: Context["options"]): RenderOptions {
    const at = options.get("at");
    const id = options.get("id");
    const theme = THEMES.find((name) => name === options.get("theme"));
    const view = VIEWS.find((name) => name === options.get("view"));
    const number = (name: "width" | "heading" | "nodes") => {
        const value = options.get(name);
        return value === undefined ? {} : { [name]: Number(value) };
    };
    return {
        ...(view !== undefined && { view }),
        ...(at !== undefined && { at: at.split(",").map((network) => network.trim()) }),
        ...(theme !== undefined && { theme }),
        ...(id !== undefined && { id }),
        ...number("width"),
        ...number("heading"),
        ...number("nodes"),
    };
}

function runRender(context: Context): number {
    const { operands, options, t, out, err } = context;
    const texts = readFiles(operands, t);
    const outcome = renderHtml(texts, { ...requestOf(options), ...callOptions(context) });
    const errors = outcome.diagnostics.filter(({ severity }) => severity === "error");
    err(findingsText(texts[0]?.name ?? t("standard-input"), errors, t));
    if (outcome.status === "failed") {
        return UNUSABLE;
    }
    const html = `${outcome.value}\n`;
    const file = options.get("output") ?? "html";
    if (file === "html") {
        out(html);
    } else {
        writing(file, t, () => writeFileSync(file, html));
        err(`${t("written", { file })}\n`);
    }
    return exitCode(outcome.diagnostics);
}

/** The row of the command table. */
export const RENDER: Command = {
    name: "render",
    about: "command-render",
    operands: { shown: "[FILE…]", max: Number.MAX_SAFE_INTEGER },
    options: [
        { name: "view", value: "VIEW", choices: VIEWS, about: "option-view" },
        { name: "output", short: "o", value: "html|F.html", about: "option-render-output" },
        { name: "at", value: "CIDR", about: "option-at" },
        { name: "theme", value: "THEME", choices: THEMES, about: "option-theme" },
        { name: "width", value: "N", number: true, about: "option-width" },
        { name: "id", value: "ID", about: "option-id" },
        { name: "heading", value: "N", number: true, about: "option-heading" },
        { name: "nodes", value: "N", number: true, about: "option-nodes" },
        ...ANALYSIS,
    ],
    run: runRender,
};
