// `dualstack render`: a view of a plan or of a fleet as HTML, to a file or printed.

import { writeFileSync } from "node:fs";

import { type RenderOptions, renderHtml } from "../engine.js";
import type { View } from "../types.js";
import { ANALYSIS, callOptions } from "./call.js";
import { PICTURE, pictureOf } from "./draw.js";
import { exitCode, findingsText } from "./findings.js";
import { withFleetFiles } from "./fleet-files.js";
import { readFiles, writing } from "./input.js";
import { type Command, type Context, UNUSABLE } from "./run.js";

const VIEWS: readonly View[] = ["sentence", "map", "nodes", "services", "findings", "files", "planner"];
function requestOf(options: Context["options"]): RenderOptions {
    const view = VIEWS.find((name) => name === options.get("view"));
    const id = options.get("id");
    const heading = options.get("heading");
    const nodes = options.get("nodes");
    return {
        ...pictureOf(options),
        ...(view !== undefined && { view }),
        ...(id !== undefined && { id }),
        ...(heading !== undefined && { heading: Number(heading) }),
        ...(nodes !== undefined && { nodes: Number(nodes) }),
    };
}

function runRender(context: Context): number {
    const { operands, options, t, out, err } = context;
    const texts = withFleetFiles(readFiles(operands, t), context);
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
        ...PICTURE,
        { name: "id", value: "ID", about: "option-id" },
        { name: "heading", value: "N", number: true, about: "option-heading" },
        { name: "nodes", value: "N", number: true, about: "option-listed-nodes" },
        ...ANALYSIS,
    ],
    run: runRender,
};
