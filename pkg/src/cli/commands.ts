// The commands, one row each.

import { analyze, findNode, nodes, plan } from "../engine.js";
import type {
    AddressBand,
    AddressPlan,
    BlockPlace,
    Capacity,
    NodePage,
    Outcome,
    ServiceReport,
    Severity,
} from "../types.js";
import type { Option } from "./args.js";
import { count, exitCode, findingsText } from "./findings.js";
import { readInput } from "./input.js";
import type { Translate } from "./messages.js";
import { type Command, type Context, FOUND_ERRORS, OK, UNUSABLE } from "./run.js";
import { type Table, markdownTable, printable, textTable } from "./table.js";

/** A result as sections of tables and lines, which every format of text is made from. */
type Section = { heading?: string; table: Table } | { line: string };

const FORMATS = ["text", "json", "markdown"] as const;
const OUTPUT: Option = { name: "output", short: "o", value: "FORMAT", choices: FORMATS, about: "option-output" };
const FILE = { shown: "[FILE]", max: 1 };

function fileName(context: Context): string {
    const file = context.operands[0];
    return file === undefined || file === "-" ? context.t("standard-input") : file;
}

/** Prints a result in the format asked for, and what there is to say about the input beside it. */
function show<T>(context: Context, outcome: Outcome<T>, sections: (value: T, t: Translate) => Section[]): number {
    const { t, out, err } = context;
    err(findingsText(fileName(context), outcome.diagnostics, t));
    if (outcome.status === "failed") {
        return UNUSABLE;
    }
    const format = context.options.get("output");
    if (format === "json") {
        out(`${JSON.stringify(outcome.value, null, 2)}\n`);
    } else {
        out(render(sections(outcome.value, t), format === "markdown"));
    }
    return exitCode(outcome.diagnostics);
}

function render(sections: readonly Section[], markdown: boolean): string {
    return sections
        .map((section) => {
            if ("line" in section) {
                return `${section.line}\n`;
            }
            const table = markdown ? markdownTable(section.table) : textTable(section.table);
            if (section.heading === undefined) {
                return table;
            }
            return markdown ? `## ${section.heading}\n\n${table}` : `${section.heading}\n\n${table}`;
        })
        .join("\n");
}

/** Digits in threes; a count above a billion that is a power of two is written as one. */
function amount(count: string): string {
    const value = BigInt(count);
    if (value > 10n ** 9n && (value & (value - 1n)) === 0n) {
        return `2^${value.toString(2).length - 1}`;
    }
    return count.replace(/\B(?=(\d{3})+$)/g, ",");
}

function planSections(addresses: AddressPlan, t: Translate): Section[] {
    const ranges = {
        columns: [{ heading: t("column-kind") }, { heading: t("column-range") }, { heading: t("column-name") }],
        rows: addresses.declared.map(({ kind, cidr, name }) => [t(`kind-${kind}`), cidr, name ?? ""]),
    };
    const blocks: Table = {
        columns: [
            { heading: t("column-range") },
            { heading: t("column-mask"), align: "right" },
            { heading: t("column-nodes"), align: "right" },
            { heading: t("column-excluded"), align: "right" },
            { heading: t("column-addresses"), align: "right" },
        ],
        rows: (addresses.capacity?.families ?? []).map((family) => [
            family.podCIDR,
            `/${family.nodeMask}`,
            amount(family.nodes),
            amount(family.excludedBlocks),
            amount(family.addressesPerBlock),
        ]),
    };
    const services: Table = {
        columns: [
            { heading: t("column-range") },
            { heading: t("column-usable"), align: "right" },
            { heading: t("column-static") },
            { heading: t("column-dynamic") },
            { heading: t("column-dns") },
        ],
        rows: addresses.services.map(({ range, usableCount, staticBand, dynamicBand, dnsService }) => [
            range,
            amount(usableCount),
            band(staticBand),
            band(dynamicBand),
            dnsService ?? "",
        ]),
    };
    const free: Table = {
        columns: [{ heading: t("column-block") }, { heading: t("column-free") }],
        rows: addresses.map.map(({ cidr, largestFree }) => [cidr, largestFree.slice(0, 4).join(", ")]),
    };
    const { capacity } = addresses;
    return [
        { heading: t("heading-ranges"), table: ranges },
        { heading: t("heading-node-blocks"), table: blocks },
        ...(capacity === undefined ? [] : [{ line: capacityLine(capacity, t) }]),
        { heading: t("heading-services"), table: services },
        { heading: t("heading-free"), table: free },
    ];
}

function capacityLine(capacity: Capacity, t: Translate): string {
    const parameters = {
        nodes: amount(capacity.nodes),
        pods: amount(capacity.pods),
        family: capacity.bindingFamily ?? "",
        wanted: amount(String(capacity.wantedMaxNodes)),
    };
    return t(capacity.bindingFamily === null ? "capacity-even" : "capacity-binding", parameters);
}

function band(addresses: AddressBand | null): string {
    return addresses === null ? "" : `${addresses.first} – ${addresses.last}`;
}

function serviceSections(services: readonly ServiceReport[], t: Translate): Section[] {
    const table: Table = {
        columns: [
            { heading: t("column-service") },
            { heading: t("column-outcome") },
            { heading: "ipFamilyPolicy" },
            { heading: "ipFamilies" },
            { heading: "clusterIPs" },
        ],
        rows: services.map(({ namespace, name, admission }) => {
            const spec = admission?.outcome === "stored" ? admission.spec : undefined;
            return [
                `${namespace}/${name}`,
                t(admission === undefined ? "outcome-unknown" : `outcome-${admission.outcome}`),
                spec?.ipFamilyPolicy ?? "",
                spec?.ipFamilies?.join(", ") ?? spec?.ipFamily ?? "",
                spec?.clusterIPs?.join(", ") ?? spec?.clusterIP ?? "",
            ];
        }),
    };
    const texts = services.flatMap(({ admission }) => {
        switch (admission?.outcome) {
            case "stored":
                return admission.warnings;
            case "refused":
                return [admission.message];
            case undefined:
                return [];
        }
    });
    return [{ table }, ...texts.map((line) => ({ line: printable(line) }))];
}

function runServices(context: Context): number {
    const { operands, language, t } = context;
    const outcome = analyze(readInput(operands[0], t), { lang: language });
    if (outcome.status === "failed") {
        return show(context, outcome, () => []);
    }
    const { services, plan: found } = outcome.value;
    if (found === undefined) {
        return show(context, { status: "failed", diagnostics: outcome.diagnostics }, () => []);
    }
    const code = show(context, { ...outcome, value: services }, (value) => serviceSections(value, t));
    return services.some(({ admission }) => admission?.outcome !== "stored") ? FOUND_ERRORS : code;
}

function nodeSections(page: NodePage, t: Translate): Section[] {
    const table: Table = {
        columns: [{ heading: t("column-node"), align: "right" }, { heading: t("column-pod-cidrs") }],
        rows: page.nodes.map(({ node, podCIDRs }) => [node, podCIDRs.join(", ")]),
    };
    return [{ table }, { line: t("more-nodes", { shown: page.nodes.length, count: amount(page.count) }) }];
}

function placeLine(address: string, place: BlockPlace, t: Translate): string {
    switch (place.place) {
        case "node":
            return t("find-node", { address, block: place.block, node: place.node });
        case "spare":
            return t("find-spare", { address, block: place.block, node: place.node });
        case "excluded":
            return t("find-excluded", { address, block: place.block, service: place.serviceCIDR });
        case "outside":
            return t("find-outside", { address });
    }
}

function runNodes(context: Context): number {
    const { operands, options, language, t } = context;
    const text = readInput(operands[0], t);
    const address = options.get("find");
    if (address !== undefined) {
        const outcome = findNode(text, address, { lang: language });
        const found = outcome.status === "ok" && outcome.value.place === "node";
        const code = show(context, outcome, (place) => [{ line: placeLine(address, place, t) }]);
        return code === OK && !found ? FOUND_ERRORS : code;
    }
    const from = options.get("from") ?? "0";
    const query = { from: `${BigInt(from)}` as const, limit: Number(options.get("limit") ?? 20) };
    return show(context, nodes(text, query, { lang: language }), nodeSections);
}

function runLint(context: Context): number {
    const { operands, options, language, t, out, err } = context;
    const files = operands.length === 0 ? ["-"] : operands;
    const results = files.map((file) => {
        const outcome = analyze(readInput(file, t), { lang: language });
        const hasPlan = outcome.status === "ok" && outcome.value.plan !== undefined;
        return { file: file === "-" ? t("standard-input") : file, found: outcome.diagnostics, hasPlan };
    });
    const all = results.flatMap(({ found }) => found);
    const number = (severity: Severity) => count(all, severity);
    if (options.get("output") === "json") {
        out(`${JSON.stringify(all, null, 2)}\n`);
    } else {
        for (const { file, found } of results) {
            out(found.length === 0 ? `${t("nothing-found", { file })}\n` : findingsText(file, found, t));
        }
        if (all.length > 0) {
            err(`${t("found", { errors: number("error"), warnings: number("warning"), infos: number("info") })}\n`);
        }
    }
    // A file of which nothing could be made is no plan with errors in it.
    return results.some(({ found, hasPlan }) => !hasPlan && count(found, "error") > 0) ? UNUSABLE : exitCode(all);
}

/** Every command of `dualstack`, in the order of the help. */
export const COMMANDS: readonly Command[] = [
    {
        name: "plan",
        about: "command-plan",
        operands: FILE,
        options: [OUTPUT],
        run: (context) => {
            const { operands, language, t } = context;
            return show(context, plan(readInput(operands[0], t), { lang: language }), planSections);
        },
    },
    {
        name: "lint",
        about: "command-lint",
        operands: { shown: "[FILE…]", max: Number.MAX_SAFE_INTEGER },
        options: [{ ...OUTPUT, choices: ["text", "json"] }],
        run: runLint,
    },
    {
        name: "services",
        about: "command-services",
        operands: FILE,
        options: [OUTPUT],
        run: runServices,
    },
    {
        name: "nodes",
        about: "command-nodes",
        operands: FILE,
        options: [
            { name: "from", value: "N", number: true, about: "option-from" },
            { name: "limit", value: "N", number: true, about: "option-limit" },
            { name: "find", value: "IP", about: "option-find" },
            OUTPUT,
        ],
        run: runNodes,
    },
];
