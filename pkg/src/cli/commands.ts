// The commands, one row each.

import { writeFileSync } from "node:fs";

import {
    analyze,
    applySafeFixes,
    convert,
    explain,
    findNode,
    lintFiles,
    plan,
    toYaml,
    whoseAddress,
} from "../engine.js";
import { LANGUAGES, VERSIONS } from "../generated.js";
import { open } from "../open.js";
import type {
    AddressBand,
    AddressPlan,
    Aspects,
    BlockPlace,
    CallOptions,
    Capacity,
    ConvertedFile,
    Explanation,
    Format,
    MinorVersion,
    NodePage,
    NodeUse,
    Outcome,
    Remark,
    RulePage,
    ServiceReport,
} from "../types.js";
import { type Option, UsageError, commonOptions } from "./args.js";
import { ANALYSIS, callOptions } from "./call.js";
import { CHANGES } from "./changes.js";
import { CIDR } from "./cidr/command.js";
import { type Paint, paintFindings, plain } from "./colour.js";
import { SHELLS, completionScript } from "./completion.js";
import { DRAW } from "./draw.js";
import { EXPORT } from "./export.js";
import { FLEET } from "./fleet.js";
import { exitCode, findingsText } from "./findings.js";
import { IMPORT } from "./import.js";
import { RULES, VERSIONS_COMMAND } from "./knowledge.js";
import { InputError, type NamedText, filesOf, namesOf, readFiles, readInput, writing } from "./input.js";
import type { Translate } from "./messages.js";
import { RENDER } from "./render.js";
import { type Command, type Context, FOUND_ERRORS, OK, UNUSABLE } from "./run.js";
import { SUGGEST } from "./suggest.js";
import { type Table, markdownTable, printable, textTable } from "./table.js";

/** A result as sections of tables and lines, which every format of text is made from. */
type Section = { heading?: string; table: Table } | { line: string };

const FORMATS = ["text", "json", "yaml", "markdown"] as const;
const OUTPUT: Option = { name: "output", short: "o", value: "FORMAT", choices: FORMATS, about: "option-output" };
const WATCH: Option = { name: "watch", short: "w", about: "option-watch" };
const ALL: Option = { name: "all", about: "option-all" };
const LINT_FORMATS: readonly Format[] = ["text", "json", "sarif", "junit", "github"];
const FILES = { shown: "[FILE…]", max: Number.MAX_SAFE_INTEGER };

function fileName(context: Context): string {
    const file = context.operands[0];
    return file === undefined || file === "-" ? context.t("standard-input") : file;
}

/** Prints a result in the format asked for, and what there is to say about the input beside it. */
function show<T>(context: Context, outcome: Outcome<T>, sections: (value: T, t: Translate) => Section[]): number {
    const { t, out, err } = context;
    // What is only worth knowing is for `lint`; of errors that are not listed there is a note.
    const errors = outcome.diagnostics.filter(
        ({ severity, message }) => severity === "error" || message.params["of"] === "error",
    );
    err(findingsText(fileName(context), errors, t));
    if (outcome.status === "failed") {
        return UNUSABLE;
    }
    const format = context.options.get("output");
    if (format === "json") {
        out(`${JSON.stringify(outcome.value, null, 2)}\n`);
    } else if (format === "yaml") {
        out(toYaml(outcome.value));
    } else {
        out(render(sections(outcome.value, t), format === "markdown", context.paint));
    }
    return exitCode(outcome.diagnostics);
}

function render(sections: readonly Section[], markdown: boolean, paint: Paint = plain): string {
    return sections
        .map((section) => {
            if ("line" in section) {
                return `${section.line}\n`;
            }
            const table = markdown ? markdownTable(section.table) : textTable(section.table, paint);
            if (section.heading === undefined) {
                return table;
            }
            return markdown ? `## ${section.heading}\n\n${table}` : `${paint("heading", section.heading)}\n\n${table}`;
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
        rows: [...addresses.declared, ...(addresses.serviceObjects ?? [])].map(({ kind, cidr, name }) => [
            t(`kind-${kind}`),
            cidr,
            name ?? "",
        ]),
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
            { heading: t("column-from") },
        ],
        rows: addresses.services.map(({ range, usableCount, staticBand, dynamicBand, dnsService, object }) => [
            range,
            amount(usableCount),
            band(staticBand),
            band(dynamicBand),
            dnsService ?? "",
            object === undefined ? "--service-cluster-ip-range" : `ServiceCIDR ${object}`,
        ]),
    };
    const rooms = addresses.serviceRooms.map(({ family, usable, used, free }) => ({
        line: t("service-room", { family, usable: amount(usable), used: amount(used), free: amount(free) }),
    }));
    const free: Table = {
        columns: [{ heading: t("column-block") }, { heading: t("column-free") }],
        rows: addresses.map.map(({ cidr, largestFree }) => [cidr, largestFree.slice(0, 4).join(", ")]),
    };
    const { capacity, nodeUse } = addresses;
    return [
        { heading: t("heading-ranges"), table: ranges },
        { heading: t("heading-node-blocks"), table: blocks },
        ...capacityLines(capacity, t),
        ...(nodeUse === undefined ? [] : [{ line: nodeUseLine(nodeUse, t) }]),
        { heading: t("heading-services"), table: services },
        ...rooms,
        { heading: t("heading-free"), table: free },
    ];
}

/** What was asked for and what fits, and who decides where that is not kube-controller-manager. */
function capacityLines(capacity: Capacity | undefined, t: Translate): Section[] {
    if (capacity === undefined) {
        return [];
    }
    const parameters = {
        nodes: amount(capacity.nodes),
        pods: amount(capacity.pods),
        family: capacity.bindingFamily ?? "",
        wanted: amount(String(capacity.wantedMaxNodes)),
    };
    const isShort = capacity.planned.missing !== "0";
    const ids = isShort
        ? (["capacity-short", "capacity-short-binding"] as const)
        : (["capacity-even", "capacity-binding"] as const);
    const { decidedBy } = capacity;
    return [
        { line: t(capacity.bindingFamily === null ? ids[0] : ids[1], parameters) },
        ...(decidedBy === undefined ? [] : [{ line: t("capacity-decided", { who: decidedBy }) }]),
    ];
}

function nodeUseLine({ used, left, next }: NodeUse, t: Translate): string {
    const parameters = { used: amount(String(used)), left: amount(left), next: next.join(", ") };
    return t(next.length === 0 ? "nodes-used-up" : "nodes-used", parameters);
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
        rows: services.map(({ namespace, name, admission, replaced }) => {
            const outcome = admission === undefined ? "unknown" : replaced === true ? "replaced" : admission.outcome;
            const spec = admission?.outcome === "stored" ? admission.spec : undefined;
            return [
                `${namespace}/${name}`,
                t(`outcome-${outcome}`),
                spec?.ipFamilyPolicy ?? "",
                spec?.ipFamilies?.join(", ") ?? spec?.ipFamily ?? "",
                spec?.clusterIPs?.join(", ") ?? spec?.clusterIP ?? "",
            ];
        }),
    };
    return [{ table }];
}

/** What the server says, verbatim: warnings and refusals. */
function answerSections(services: readonly ServiceReport[]): Section[] {
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
    return texts.map((line) => ({ line: printable(line) }));
}

/** The decisions behind each answer, numbered, with the field each is about. */
function traceSections(services: readonly ServiceReport[], t: Translate): Section[] {
    return services.flatMap(({ namespace, name, admission }) => {
        const steps = (admission?.trace ?? []).map(({ message, field }, index) => {
            const about = field === undefined ? "" : ` (${field})`;
            return `${String(index + 1).padStart(3)}. ${printable(message.text)}${about}`;
        });
        const heading = t("trace-of", { service: `${namespace}/${name}` });
        return steps.length === 0 ? [] : [{ line: [heading, ...steps].join("\n") }];
    });
}

/** What follows from each stored Service: DNS records, EndpointSlices, node ports, load balancers. */
function aspectSections(services: readonly ServiceReport[], t: Translate): Section[] {
    const rows = services.flatMap(({ namespace, name, aspects }) =>
        aspects === undefined ? [] : aspectRows(aspects, t).map((row) => [`${namespace}/${name}`, ...row]),
    );
    const columns = [
        { heading: t("column-service") },
        { heading: t("column-aspect") },
        { heading: t("column-family") },
        { heading: t("column-value") },
    ];
    const remarks = services.flatMap(({ namespace, name, aspects }) =>
        remarkLines(`${namespace}/${name}`, aspects?.remarks ?? [], t),
    );
    return [
        ...(rows.length === 0 ? [] : [{ heading: t("heading-aspects"), table: { columns, rows } }]),
        ...(remarks.length === 0 ? [] : [{ line: remarks.join("\n") }]),
    ];
}

function aspectRows(aspects: Aspects, t: Translate): string[][] {
    return [
        ...aspects.dns.map(({ name, type, values, ofEndpoints }) => [
            t("aspect-dns"),
            type,
            `${name} ${ofEndpoints ? t("of-endpoints") : values.join(", ")}`,
        ]),
        ...aspects.endpointSlices.map(({ addressType, managed }) => [
            t("aspect-endpoint-slice"),
            addressType,
            t(managed ? "managed" : "by-hand"),
        ]),
        ...aspects.nodePorts.map(({ family, protocol, port, nodePort }) => [
            t("aspect-node-port"),
            family,
            `${nodePort === 0 ? t("allocated") : nodePort} → ${port}/${protocol}`,
        ]),
        ...aspects.loadBalancer.map(({ family, provided }) => [
            t("aspect-load-balancer"),
            family,
            t(provided ? "provided" : "not-provided"),
        ]),
        ...aspects.sourceRanges.map(({ family, ranges, unrestricted }) => [
            t("aspect-source-ranges"),
            family,
            unrestricted ? t("unrestricted") : ranges.join(", "),
        ]),
        ...aspects.externalIps.map(({ family, addresses, served }) => [
            t("aspect-external-ips"),
            family,
            served ? addresses.join(", ") : `${addresses.join(", ")} (${t("not-served")})`,
        ]),
    ];
}

function remarkLines(service: string, remarks: readonly Remark[], t: Translate): string[] {
    return remarks.map(({ severity, message, field }) => {
        const about = field === undefined ? "" : ` ${field}:`;
        return `${service}: ${t(`severity-${severity}`)}:${about} ${printable(message.text)}`;
    });
}

/** Prints the files in the form of another version, as one stream; what was decided goes beside it. */
function convertServices(context: Context, texts: NamedText[], to: MinorVersion): number {
    const { t, out, err, language } = context;
    const outcome = convert(texts, to, { lang: language });
    err(findingsText(fileName(context), outcome.diagnostics.filter(({ code }) => code !== "PLAN001"), t));
    if (outcome.status === "failed") {
        return UNUSABLE;
    }
    out(context.options.get("output") === "json" ? `${JSON.stringify(outcome.value, null, 2)}\n` : outcome.value.text);
    err(conversionText(outcome.value, t));
    const refused = outcome.value.services.some(({ remarks }) => remarks.some(({ severity }) => severity === "error"));
    return refused ? FOUND_ERRORS : OK;
}

function conversionText({ services, rewritten }: ConvertedFile, t: Translate): string {
    const lines = services.flatMap(({ namespace, name, remarks }) => remarkLines(`${namespace}/${name}`, remarks, t));
    lines.push(...rewritten.map((document) => t("rewritten", { document: document + 1 })));
    return lines.map((line) => `${line}\n`).join("");
}

function runServices(context: Context): number {
    const { operands, options, language, t } = context;
    const to = options.get("to");
    const known = VERSIONS.find((version) => version === to);
    if (to !== undefined && known === undefined) {
        throw new UsageError(t("not-one-of", { value: to, option: "--to", list: VERSIONS.join(", ") }));
    }
    if (known !== undefined) {
        return convertServices(context, readFiles(operands, t), known);
    }
    const texts = [...planOf(context), ...readFiles(operands, t)];
    const call = { lang: language, dryRun: options.has("dry-run"), allFindings: options.has("all") };
    const outcome = aboutFiles(context.working(() => analyze(texts, call)));
    if (outcome.status === "failed") {
        return show(context, outcome, () => []);
    }
    const { services, plan: found } = outcome.value;
    if (found === undefined) {
        return show(context, { status: "failed", diagnostics: outcome.diagnostics }, () => []);
    }
    const code = show(context, { ...outcome, value: services }, (value) => [
        ...serviceSections(value, t),
        ...aspectSections(value, t),
        ...(options.has("trace") ? traceSections(value, t) : []),
        ...answerSections(value),
    ]);
    return services.some(({ admission }) => admission?.outcome !== "stored") ? FOUND_ERRORS : code;
}

/** What stands for the plan where the cluster is given by options; nobody has written it, so it has no findings of rules. */
const BY_OPTIONS = "--cluster";

/** The plan that options give: a file, or the ranges and the version of a cluster. */
function planOf({ options, t }: Context): NamedText[] {
    const file = options.get("plan");
    const ranges = options.get("cluster");
    if (file !== undefined) {
        return filesOf(file, t).map((name) => ({ name, text: readInput(name, t) }));
    }
    if (ranges === undefined) {
        return [];
    }
    const serviceCIDRs = ranges.split(",").map((range) => range.trim());
    const podCIDRs = serviceCIDRs.map((range) => (range.includes(":") ? "fd00:10:244::/56" : "10.244.0.0/16"));
    // The newest version is the one whose facts are not all checked yet.
    const kubernetesVersion = options.get("version") ?? VERSIONS.at(-2) ?? "";
    const plan = {
        apiVersion: "dualstack-planner/v1",
        kind: "ClusterPlan",
        spec: { kubernetesVersion, podCIDRs, serviceCIDRs },
    };
    return [{ name: BY_OPTIONS, text: JSON.stringify(plan) }];
}

/** Without what rules find in a plan that options stand for. */
function aboutFiles<T>(outcome: Outcome<T>): Outcome<T> {
    const diagnostics = outcome.diagnostics.filter(
        ({ code, location }) => location.file !== BY_OPTIONS || /^(FILE|PLAN)/.test(code),
    );
    return { ...outcome, diagnostics };
}

function nodeSections(page: NodePage, capacity: Capacity | undefined, t: Translate): Section[] {
    const table: Table = {
        columns: [{ heading: t("column-node"), align: "right" }, { heading: t("column-pod-cidrs") }],
        rows: page.nodes.map(({ node, podCIDRs, name }) => [name ?? node, podCIDRs.join(", ")]),
    };
    const counts = { existing: page.existing, count: amount(page.count) };
    const used: Section[] = page.existing === 0 ? [] : [{ line: t("existing-nodes", counts) }];
    const more = t("more-nodes", { shown: page.nodes.length, count: amount(page.count) });
    return [{ table }, ...used, { line: more }, ...capacityLines(capacity, t)];
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
    const text = readFiles(operands, t);
    const call = { lang: language, allFindings: options.has("all") };
    const address = options.get("find");
    if (address !== undefined) {
        const outcome = context.working(() => findNode(text, address, call));
        const found = outcome.status === "ok" && outcome.value.place === "node";
        const code = show(context, outcome, (place) => [{ line: placeLine(address, place, t) }]);
        return code === OK && !found ? FOUND_ERRORS : code;
    }
    const from = options.get("from") ?? "0";
    const query = { from: `${BigInt(from)}` as const, limit: Number(options.get("limit") ?? 20) };
    const opened = open(text, call);
    return show(context, context.working(() => opened.nodes(query)), (page) => {
        const addresses = opened.plan();
        const capacity = addresses.status === "ok" ? addresses.value.capacity : undefined;
        return nodeSections(page, capacity, t);
    });
}

function runWhose(context: Context): number {
    const [address, ...files] = context.operands;
    if (address === undefined) {
        throw new UsageError(context.t("needs-address"));
    }
    const outcome = whoseAddress(readFiles(files, context.t), address, { lang: context.language });
    const isKnown =
        outcome.status === "ok" && outcome.value.holders.some(({ use }) => use !== "nobody" && use !== "special-purpose");
    const code = show({ ...context, operands: files }, outcome, ({ holders, caveat }) =>
        [...holders.map(({ message }) => message), ...(caveat === undefined ? [] : [caveat])].map(({ text }) => ({
            line: printable(text),
        })),
    );
    return code === OK && !isKnown ? FOUND_ERRORS : code;
}

function runLint(context: Context): number {
    const { operands, options, t, out, err, paint, working } = context;
    const most = options.has("strict") ? "0" : options.get("max-warnings");
    const call = callOptions(context);
    const names = namesOf(operands, t);
    const files = names.map((file) => ({ file, text: readInput(file, t) }));
    if (options.has("fix")) {
        fixFiles(files, call, context);
    }
    const request = {
        files: files.map(({ file, text }) => ({ name: file === "-" ? t("standard-input") : file, text })),
        // The parser takes these words only.
        format: (options.get("output") ?? "text") as Format,
        errorsOnly: options.has("quiet"),
    };
    const outcome = working(() => lintFiles(request, { ...call, allFindings: options.has("all") }));
    if (outcome.status === "failed") {
        err(findingsText(t("standard-input"), outcome.diagnostics, t));
        return UNUSABLE;
    }
    const { text, exitCode: code, warnings } = outcome.value;
    out(request.format === "text" ? paintFindings(text, paint, t) : text);
    if (code === OK && most !== undefined && BigInt(warnings) > BigInt(most)) {
        err(`${t("too-many-warnings", { warnings, most })}\n`);
        return FOUND_ERRORS;
    }
    return code;
}

/** Applies what needs nobody to look at it. Files are written in place; what came by standard input is not kept. */
function fixFiles(files: { file: string; text: string }[], call: CallOptions, { t, note }: Context): void {
    const outcome = applySafeFixes(files.map(({ file, text }) => ({ name: file, text })), call);
    if (outcome.status === "failed") {
        return;
    }
    const { applied, texts } = outcome.value;
    if (applied.some(({ file }) => files[file]?.file === "-")) {
        throw new InputError(t("fix-needs-file"));
    }
    for (const { code, title, file } of applied) {
        note(`${files[file]?.file}: ${code}: ${printable(title.text)}\n`);
    }
    for (const [index, entry] of files.entries()) {
        const text = texts[index];
        if (text === undefined || text === entry.text) {
            continue;
        }
        writing(entry.file, t, () => writeFileSync(entry.file, text));
        entry.text = text;
    }
}

function runExplain(context: Context): number {
    const { operands, options, language, t, out, err } = context;
    const words = operands.join(" ");
    const text = words === "" || words === "-" ? readInput("-", t) : words;
    const plan = options.get("plan");
    const outcome = explain(text, plan === undefined ? undefined : readInput(plan, t), { lang: language });
    if (outcome.status === "failed") {
        err(findingsText(t("standard-input"), outcome.diagnostics, t));
        return UNUSABLE;
    }
    if (options.get("output") === "json") {
        out(`${JSON.stringify(outcome.value, null, 2)}\n`);
    } else {
        out(outcome.value.map((found) => explanationText(found, plan ?? "", t)).join("\n"));
    }
    if (outcome.value.length === 0) {
        for (const { message, help } of outcome.diagnostics) {
            err(`${printable(message.text)}\n${help === undefined ? "" : `${help.text}\n`}`);
        }
        return UNUSABLE;
    }
    return OK;
}

/** A rule without a last version holds for the newest one and those to come. */
function versionsOf({ from, to }: RulePage, t: Translate): string {
    return to === undefined ? t("versions-from", { from }) : t("versions-to", { from, to });
}

function explanationText({ rule, matched, because, help, fixes, findings }: Explanation, plan: string, t: Translate): string {
    const last = rule.severities.at(-1);
    const lines = [
        `${rule.code} ${rule.title.text}`,
        `${last === undefined ? "" : t(`severity-${last.severity}`)}, ${versionsOf(rule, t)}, ${rule.component}`,
    ];
    if (matched !== undefined) {
        lines.push("", `  ${printable(matched.text)}`);
        lines.push(...matched.captured.map(({ name, value }) => `  ${name} = ${printable(value)}`));
    }
    if (because !== undefined) {
        lines.push("", printable(because.text));
    }
    lines.push("", rule.page.trimEnd(), "", help.text);
    lines.push(...fixes.map(({ text }) => `- ${text}`));
    if (findings.length > 0) {
        lines.push("", findingsText(plan, findings, t).trimEnd());
    }
    lines.push("", ...rule.sources.map((source) => `- ${source}`), rule.docs);
    return `${lines.join("\n")}\n`;
}

/** Every command of `dualstack`, in the order of the help. */
export const COMMANDS: readonly Command[] = [
    SUGGEST,
    {
        name: "plan",
        about: "command-plan",
        operands: FILES,
        options: [OUTPUT, ALL, WATCH],
        examples: ["plan plan.yaml", "plan plan.yaml -o json", "plan --watch plan.yaml"],
        run: (context) => {
            const { operands, options, language, t, working } = context;
            const texts = readFiles(operands, t);
            const call = { lang: language, allFindings: options.has("all") };
            return show(context, working(() => plan(texts, call)), planSections);
        },
    },
    {
        name: "lint",
        about: "command-lint",
        operands: FILES,
        options: [
            { ...OUTPUT, choices: LINT_FORMATS },
            { name: "fix", about: "option-fix" },
            ALL,
            { name: "strict", about: "option-strict" },
            { name: "max-warnings", value: "N", number: true, about: "option-max-warnings" },
            ...ANALYSIS,
            WATCH,
        ],
        examples: ["lint plan.yaml services/", "lint --strict -o sarif plan.yaml > findings.sarif", "lint --fix plan.yaml"],
        run: runLint,
    },
    {
        name: "explain",
        about: "command-explain",
        operands: { shown: "[CODE|TEXT]", max: Number.MAX_SAFE_INTEGER },
        options: [
            { ...OUTPUT, choices: ["text", "json"] },
            { name: "plan", value: "FILE", about: "option-explain-plan" },
        ],
        examples: ["explain ADDR001", "journalctl -u kubelet | dualstack explain --plan plan.yaml"],
        run: runExplain,
    },
    {
        name: "services",
        about: "command-services",
        operands: FILES,
        options: [
            { name: "plan", value: "FILE", about: "option-services-plan" },
            { name: "cluster", value: "RANGES", about: "option-cluster" },
            { name: "version", value: "VERSION", about: "option-cluster-version" },
            { name: "trace", about: "option-trace" },
            { name: "dry-run", about: "option-dry-run" },
            ALL,
            { name: "to", value: "VERSION", about: "option-to" },
            OUTPUT,
            WATCH,
        ],
        examples: ["services services/ --plan plan.yaml", "services web.yaml --cluster 10.96.0.0/16,fd00:10:96::/112 --version 1.36"],
        run: runServices,
    },
    {
        name: "nodes",
        about: "command-nodes",
        operands: FILES,
        options: [
            { name: "from", value: "N", number: true, about: "option-from" },
            { name: "limit", value: "N", number: true, about: "option-limit" },
            { name: "find", value: "IP", about: "option-find" },
            ALL,
            OUTPUT,
            WATCH,
        ],
        examples: ["nodes plan.yaml --from 100 --limit 3", "nodes plan.yaml --find 10.244.3.9"],
        run: runNodes,
    },
    {
        name: "whose",
        about: "command-whose",
        operands: { shown: "IP [FILE…]", max: Number.MAX_SAFE_INTEGER },
        options: [{ ...OUTPUT, choices: ["text", "json"] }],
        examples: ["whose 10.96.0.10 plan.yaml"],
        run: runWhose,
    },
    CIDR,
    DRAW,
    RENDER,
    EXPORT,
    IMPORT,
    ...CHANGES,
    FLEET,
    RULES,
    VERSIONS_COMMAND,
    {
        name: "completion",
        about: "command-completion",
        operands: { shown: SHELLS.join("|"), max: 1 },
        options: [],
        examples: ["completion bash >> ~/.bashrc", "completion fish | source"],
        run: ({ operands, t, out }) => {
            const shell = SHELLS.find((name) => name === operands[0]);
            if (shell === undefined) {
                const list = SHELLS.join(", ");
                throw new UsageError(t(operands[0] === undefined ? "needs-shell" : "not-one-of", { value: operands[0] ?? "", option: "completion", list }));
            }
            out(completionScript(shell, { commands: COMMANDS, common: commonOptions(LANGUAGES), t }));
            return OK;
        },
    },
];
