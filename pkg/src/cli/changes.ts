// `dualstack diff`, `migrate` and `growth`: plans over time.

import { diff, growth, migrate, toYaml } from "../engine.js";
import type { GrowthRequest, Outcome } from "../types.js";
import { UsageError } from "./args.js";
import { findingsText } from "./findings.js";
import { type NamedText, filesOf, readFiles, readInput } from "./input.js";
import { type Command, type Context, UNUSABLE } from "./run.js";

/** What results of the engine are written as. */
const TEXTS = ["text", "markdown", "github"] as const;
const FORMATS = ["text", "json", "yaml", "markdown", "github"] as const;
const OUTPUT = { name: "output", short: "o", value: "FORMAT", choices: FORMATS, about: "option-output" } as const;

/** The format that the engine writes; JSON and YAML are the value itself. */
function formatOf({ options }: Context): { format?: (typeof TEXTS)[number] } {
    const wanted = options.get("output") ?? "text";
    const format = TEXTS.find((name) => name === wanted);
    return format === undefined ? {} : { format };
}

/** Prints a result, or what is wrong with the input. */
function print(context: Context, outcome: Outcome<{ text?: string; exitCode: number }>): number {
    const { options, t, out, err } = context;
    if (outcome.status === "failed") {
        err(findingsText(t("standard-input"), outcome.diagnostics, t));
        return UNUSABLE;
    }
    const { text, ...value } = outcome.value;
    const format = options.get("output");
    out(text ?? (format === "yaml" ? toYaml(value) : `${JSON.stringify(value, null, 2)}\n`));
    return value.exitCode;
}

/** The texts of one side: a file, or the files of a folder. */
function sideOf(operand: string, { t }: Context): NamedText[] {
    const names = operand === "-" ? ["-"] : filesOf(operand, t);
    return names.map((name) => ({ name: name === "-" ? t("standard-input") : name, text: readInput(name, t) }));
}

/** The two sides that a command needs. */
function twoSides(context: Context): [NamedText[], NamedText[]] {
    const [first, second, ...more] = context.operands;
    if (first === undefined || second === undefined || more.length > 0) {
        throw new UsageError(context.t("needs-two-sides"));
    }
    return [sideOf(first, context), sideOf(second, context)];
}

function runDiff(context: Context): number {
    const [old, now] = twoSides(context);
    return print(context, diff(old, now, { lang: context.language, ...formatOf(context) }));
}

function runMigrate(context: Context): number {
    const [from, to] = twoSides(context);
    const order = (context.options.get("order") ?? "").split(",").filter((name) => name !== "");
    return print(context, migrate(from, to, { lang: context.language, order, ...formatOf(context) }));
}

function runGrowth(context: Context): number {
    const { operands, options, language, t } = context;
    const nodesPerMonth = options.get("nodes-per-month");
    const servicesPerMonth = options.get("services-per-month");
    if (nodesPerMonth === undefined && servicesPerMonth === undefined) {
        throw new UsageError(t("needs-growth"));
    }
    const months = options.get("months");
    const services = options.get("services");
    const request: GrowthRequest = {
        from: options.get("from") ?? new Date().toISOString().slice(0, 7),
        ...(nodesPerMonth !== undefined && { nodesPerMonth }),
        ...(servicesPerMonth !== undefined && { servicesPerMonth }),
        ...(months !== undefined && { months: Number(months) }),
        ...(services !== undefined && { services: Number(services) }),
    };
    return print(context, growth(readFiles(operands, t), request, { lang: language, ...formatOf(context) }));
}

const MANY = Number.MAX_SAFE_INTEGER;

/** The rows of the command table. */
export const CHANGES: readonly Command[] = [
    {
        name: "diff",
        about: "command-diff",
        operands: { shown: "OLD NEW", max: MANY },
        options: [OUTPUT],
        run: runDiff,
    },
    {
        name: "migrate",
        about: "command-migrate",
        operands: { shown: "FROM TO", max: MANY },
        options: [{ name: "order", value: "STEP,…", about: "option-order" }, OUTPUT],
        run: runMigrate,
    },
    {
        name: "growth",
        about: "command-growth",
        operands: { shown: "[FILE…]", max: MANY },
        options: [
            { name: "nodes-per-month", value: "N|P%", about: "option-nodes-per-month" },
            { name: "services-per-month", value: "N|P%", about: "option-services-per-month" },
            { name: "from", value: "YYYY-MM", about: "option-growth-from" },
            { name: "months", value: "N", number: true, about: "option-months" },
            { name: "services", value: "N", number: true, about: "option-growth-services" },
            OUTPUT,
        ],
        run: runGrowth,
    },
];
