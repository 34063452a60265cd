// `dualstack suggest`: a first plan from sizes.

import { suggest, toYaml } from "../engine.js";
import type { IpFamily, KubernetesVersion } from "../types.js";
import { type Option, UsageError } from "./args.js";
import { findingsText } from "./findings.js";
import { type Command, type Context, OK, UNUSABLE } from "./run.js";

const FAMILIES: readonly IpFamily[] = ["IPv4", "IPv6"];

/** Options that are a number in the request. */
const SIZES = [
    { option: "max-nodes", member: "maxNodes", about: "option-max-nodes" },
    { option: "pods-per-node", member: "podsPerNode", about: "option-pods-per-node" },
    { option: "services", member: "services", about: "option-services" },
] as const;

/** The entries of an option that takes several, separated by commas. */
function listOf(value: string | undefined): string[] {
    return (value ?? "").split(",").map((entry) => entry.trim()).filter((entry) => entry !== "");
}

function familiesOf({ options, t }: Context): IpFamily[] {
    return listOf(options.get("families")).map((name) => {
        const family = FAMILIES.find((known) => known.toLowerCase() === name.toLowerCase());
        if (family === undefined) {
            throw new UsageError(t("not-one-of", { value: name, option: "--families", list: FAMILIES.join(", ") }));
        }
        return family;
    });
}

function runSuggest(context: Context): number {
    const { options, language, t, out, err } = context;
    const nodes = options.get("nodes");
    if (nodes === undefined) {
        throw new UsageError(t("needs-nodes"));
    }
    const sizes = SIZES.flatMap(({ option, member }) => {
        const value = options.get(option);
        return value === undefined ? [] : [[member, Number(value)]];
    });
    const families = familiesOf(context);
    const version = options.get("kubernetes-version");
    const seed = options.get("seed");
    const outcome = suggest(
        {
            nodes: Number(nodes),
            ...Object.fromEntries(sizes),
            ...(families.length > 0 && { families }),
            blocks: listOf(options.get("blocks")),
            reserved: listOf(options.get("reserved")).map((cidr) => ({ name: "reserved", cidr })),
            nodeCIDRs: listOf(options.get("node-cidrs")),
            ...(version !== undefined && { kubernetesVersion: version as KubernetesVersion }),
            ...(seed !== undefined && { seed: BigInt(seed) }),
        },
        { lang: language },
    );
    err(findingsText("suggest", outcome.diagnostics, t));
    if (outcome.status === "failed") {
        return UNUSABLE;
    }
    out(options.get("output") === "json" ? `${JSON.stringify(outcome.value, null, 2)}\n` : toYaml(outcome.value));
    return OK;
}

const size = (name: string, about: Option["about"]): Option => ({ name, value: "N", number: true, about });

/** The row of the command table. */
export const SUGGEST: Command = {
    name: "suggest",
    about: "command-suggest",
    options: [
        { ...size("nodes", "option-nodes"), short: "n" },
        ...SIZES.map(({ option, about }) => size(option, about)),
        { name: "families", value: "F,…", about: "option-families" },
        { name: "blocks", value: "CIDR,…", about: "option-blocks" },
        { name: "reserved", value: "CIDR,…", about: "option-reserved" },
        { name: "node-cidrs", value: "CIDR,…", about: "option-node-cidrs" },
        { name: "kubernetes-version", value: "VERSION", about: "option-kubernetes-version" },
        size("seed", "option-suggest-seed"),
        { name: "output", short: "o", value: "FORMAT", choices: ["yaml", "json"], about: "option-output" },
    ],
    examples: ["suggest --nodes 40 > plan.yaml", "suggest -n 300 --blocks 10.0.0.0/8 --reserved 10.1.0.0/16 --kubernetes-version 1.36"],
    run: runSuggest,
};
