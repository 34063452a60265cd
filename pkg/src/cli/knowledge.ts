// `dualstack rules` and `dualstack versions`: what the planner knows.

import { changes, rules } from "../engine.js";
import { VERSIONS } from "../generated.js";
import type { Outcome } from "../types.js";
import { type Option, UsageError } from "./args.js";
import { findingsText } from "./findings.js";
import { type Command, type Context, OK, UNUSABLE } from "./run.js";
import { type Table, markdownTable, textTable } from "./table.js";

const OUTPUT: Option = { name: "output", short: "o", value: "FORMAT", choices: ["text", "json", "markdown"], about: "option-output" };

/** Prints a list as a table or as JSON. */
function showList<T>(context: Context, outcome: Outcome<T[]>, table: (list: T[]) => Table): number {
    const { options, t, out, err, paint } = context;
    if (outcome.status === "failed") {
        err(findingsText("dualstack", outcome.diagnostics, t));
        return UNUSABLE;
    }
    switch (options.get("output")) {
        case "json":
            out(`${JSON.stringify(outcome.value, null, 2)}\n`);
            break;
        case "markdown":
            out(markdownTable(table(outcome.value)));
            break;
        default:
            out(textTable(table(outcome.value), paint));
    }
    return OK;
}

function runRules(context: Context): number {
    const { language, t } = context;
    return showList(context, rules({ lang: language }), (list) => ({
        columns: [
            { heading: t("column-code") },
            { heading: t("column-severity") },
            { heading: t("column-versions") },
            { heading: t("column-component") },
            { heading: t("column-title") },
        ],
        rows: list.map(({ code, severities, from, to, component, title }) => [
            code,
            severities.map(({ severity }) => t(`severity-${severity}`)).join(", "),
            `${from} – ${to ?? ""}`.trim(),
            component,
            title.text,
        ]),
    }));
}

function runVersions(context: Context): number {
    const { operands, language, t } = context;
    const [from, to] = operands.map((given) => {
        const known = VERSIONS.find((version) => version === given);
        if (known === undefined) {
            throw new UsageError(t("not-one-of", { value: given, option: "versions", list: VERSIONS.join(", ") }));
        }
        return known;
    });
    if (from === undefined) {
        const list: Outcome<string[]> = { status: "ok", value: [...VERSIONS], diagnostics: [] };
        return showList(context, list, (versions) => ({ columns: [{ heading: "Kubernetes" }], rows: versions.map((version) => [version]) }));
    }
    const last = to ?? VERSIONS.at(-1) ?? from;
    return showList(context, changes(from, last, { lang: language }), (list) => ({
        columns: [
            { heading: t("column-since") },
            { heading: t("column-component") },
            { heading: t("column-name") },
            { heading: t("column-before") },
            { heading: t("column-after") },
        ],
        rows: list.map(({ since, component, name, before, after }) => [since, component, name, before ?? "", after ?? ""]),
    }));
}

/** The rows of the command table. */
export const RULES: Command = {
    name: "rules",
    about: "command-rules",
    options: [OUTPUT],
    examples: ["rules", "rules -o json"],
    run: runRules,
};
export const VERSIONS_COMMAND: Command = {
    name: "versions",
    about: "command-versions",
    operands: { shown: "[FROM [TO]]", max: 2 },
    options: [OUTPUT],
    examples: ["versions", "versions 1.32 1.36"],
    run: runVersions,
};
