// The calls of the engine, with what a call does when the engine itself is at fault: it throws one `EngineError`, and
// the next call runs in a fresh instance. Wrong input never throws; it comes back as diagnostics.

import * as core from "./core/dualstack_core.js";

/** A bug in the engine. The input is untouched and the next call works. */
export class EngineError extends Error {
    override readonly name = "EngineError";
}

let ready = false;

/** Called by the entry points when the module is there. */
export function engineIsReady(): void {
    ready = true;
}

/** A call that throws nothing but an `EngineError`. */
export function guarded<A extends unknown[], R>(call: (...args: A) => R): (...args: A) => R {
    return (...args) => {
        if (!ready) {
            throw new EngineError("dualstack-planner is not loaded yet: await init() before the first call");
        }
        try {
            return call(...args);
        } catch (cause) {
            // A panic has asked for a fresh instance already; an exhausted stack or memory has not.
            core.restart();
            throw new EngineError(cause instanceof Error ? cause.message : String(cause), { cause });
        }
    };
}

/** The version of the package. */
export const version = guarded(core.version);

/** The languages of the messages, the default first. */
export const locales = guarded(core.locales);

/** The Kubernetes versions known, oldest first. */
export const kubernetesVersions = guarded(core.kubernetesVersions);

const analyzeText = guarded(core.analyze);

/** Everything that follows from the text of a plan file. */
export function analyze(text: string, options?: core.CallOptions): core.Outcome<core.Report> {
    const outcome = analyzeText(text, options);
    // One list, not two: a report carries its diagnostics.
    return outcome.status === "ok" ? { ...outcome, diagnostics: outcome.value.diagnostics } : outcome;
}

/** The plan as typed values. */
export const parse = guarded(core.parse);

/** The address plan: ranges, overlaps, map, node capacity. */
export const plan = guarded(core.plan);

/** What is wrong with a plan file, or worth knowing. */
export const lint = guarded(core.lint);

/** The findings of some files as text, JSON, SARIF, JUnit or annotations, and the exit code they come to. */
export const lintFiles = guarded(core.lintFiles);

/** A plan file with every fix applied that needs nobody to look at it. */
export const applySafeFixes = guarded(core.applySafeFixes);

/** The rules that a code, or a line that a component has printed, is about; with a plan, what they find in it. */
export const explain = guarded(core.explain);

/** Every rule, by code. */
export const rules = guarded(core.rules);

/** A page of node blocks. */
export const nodes = guarded(core.nodes);

/** Where an address lies among the node blocks. */
export const findNode = guarded(core.findNode);

/** What the API server of a cluster does with a Service on create or update. */
export const admit = guarded(core.admit);

/** A cluster through a list of actions; undoing is calling with all but the last. */
export const simulate = guarded(core.simulate);

/** A plan file in the form of another Kubernetes version, with what was decided for each Service. */
export const convert = guarded(core.convert);

/** Flags and configuration fields of every component, and the start-up checks each would fail. */
export const components = guarded(core.components);

/** The crash forecast for a pasted command line, unit, Pod manifest or configuration file. */
export const checkStart = guarded(core.checkStart);

/** What changes in Kubernetes from one version to another, each with its source and how sure it is. */
export const changes = guarded(core.changes);

/** What becomes of a plan's settings from one version to another, and why. */
export const compare = guarded(core.compare);

/** What the node IPAM controller does while Nodes come and go: blocks, events and log. */
export const simulateNodes = guarded(core.simulateNodes);

const exportText = guarded(core._export);

/** The files of export targets for a plan file. */
export { exportText as export };

/** Where files come from: from the plan file given, from another plan, or from neither. */
export const verifyExport = guarded(core.verifyExport);

/** What there is to export. */
export const exportTargets = guarded(core.exportTargets);

/** A value as YAML that readers of YAML 1.1 and 1.2 understand alike. */
export const toYaml = guarded(core.toYaml);

/** What a plan is suggested from; without a seed the ULA prefix is random. */
export type SuggestInput = Omit<core.SuggestRequest, "seed"> & Partial<Pick<core.SuggestRequest, "seed">>;

const suggestFrom = guarded(core.suggest);

/** A plan from sizes and the blocks one may use. */
export function suggest(request: SuggestInput, options?: core.CallOptions): core.Outcome<core.ClusterPlan> {
    return suggestFrom({ seed: randomSeed(), ...request }, options);
}

/** 64 random bits; RFC 4193 wants 40 of them in a ULA prefix. */
function randomSeed(): core.AddressCount {
    const words = crypto.getRandomValues(new BigUint64Array(1));
    return `${words[0] ?? 0n}`;
}
