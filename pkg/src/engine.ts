// The calls of the package. Those that are `guarded` are the engine's, those `onDemand` the second module's.

import * as core from "./core/dualstack_engine.js";
import type {
    AddressCount,
    CallOptions,
    ClusterPlan,
    DrawRequest,
    Element as RenderedElement,
    LintOutput,
    LintRequest,
    Outcome,
    PlanText,
    RenderRequest,
    Report,
    SuggestRequest,
} from "./core/types.js";
import { type Tools, guarded, onDemand } from "./modules.js";

/** The version of the package. */
export const version = guarded(core.version);

/** The languages of the messages, the default first. */
export const locales = guarded(core.locales);

/** The Kubernetes versions known, oldest first. */
export const kubernetesVersions = guarded(core.kubernetesVersions);

const analyzeText = guarded(core.analyze);

/** Everything that follows from the text of a plan file, or from several texts that are read as one. */
export function analyze(text: PlanText, options?: CallOptions): Outcome<Report> {
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

const lintFilesWithoutPages = guarded(core.lintFiles);
const lintFilesWithPages = onDemand((tools) => tools.lintFiles);

/** The findings of some files as text, JSON, SARIF, JUnit or annotations, and the exit code they come to. */
export function lintFiles(request: LintRequest, options?: CallOptions): Outcome<LintOutput> {
    return isSarif(request) ? lintFilesWithPages(request, options) : lintFilesWithoutPages(request, options);
}

/** Whether findings are wanted in the format that holds the pages of the rules. */
function isSarif(request: LintRequest | undefined): boolean {
    try {
        return request?.format === "sarif";
    } catch {
        // A getter that throws; the engine says so.
        return false;
    }
}

/** A plan file with every fix applied that needs nobody to look at it. */
export const applySafeFixes = guarded(core.applySafeFixes);

/** The rules that a code, or a line that a component has printed, is about; with a plan, what they find in it. */
export const explain = onDemand((tools) => tools.explain);

/** Every rule, by code. */
export const rules = onDemand((tools) => tools.rules);

/** A page of node blocks. */
export const nodes = guarded(core.nodes);

/** Where an address lies among the node blocks. */
export const findNode = guarded(core.findNode);

/** Whose an address is: that of a Service, in the block of a node, in a network that the plan names, or nobody's. */
export const whoseAddress = onDemand((tools) => tools.whoseAddress);

/** The options of `draw` and `scene`. */
export type DrawOptions = DrawRequest & CallOptions;

/** The map of a plan as SVG. */
export const draw = drawing((tools) => tools.draw);

/** What the map of a plan shows, as shapes with a meaning. */
export const scene = drawing((tools) => tools.scene);

function drawing<T>(pick: (tools: Tools) => (text: PlanText, request: DrawRequest, options?: CallOptions) => Outcome<T>) {
    return dividing(pick, ({ at, theme, width, id, ...rest }: DrawOptions) => [{ at, theme, width, id } as DrawRequest, rest]);
}

/** A call whose request and options are given as one object. */
function dividing<R, T>(
    pick: (tools: Tools) => (text: PlanText, request: R, options?: CallOptions) => Outcome<T>,
    divide: (options: R & CallOptions) => [R, CallOptions],
) {
    const call = onDemand(pick);
    return (text: PlanText, options?: R & CallOptions): Outcome<T> => {
        let divided: [R, CallOptions | undefined];
        try {
            divided = divide((options ?? {}) as R & CallOptions);
        } catch {
            // A getter that throws; the engine says so.
            divided = [{} as R, options];
        }
        return call(text, ...divided);
    };
}

/** The options of `render` and `renderHtml`. */
export type RenderOptions = RenderRequest & CallOptions;

function divideRender({ view, at, theme, width, id, heading, nodes, ...rest }: RenderOptions): [RenderRequest, CallOptions] {
    return [{ view, at, theme, width, id, heading, nodes } as RenderRequest, rest];
}

/** A view of a plan as a tree of elements: a page builds its own from it, no text of a plan becomes markup. */
export const render: (text: PlanText, options?: RenderOptions) => Outcome<RenderedElement> = dividing(
    (tools) => tools.render,
    divideRender,
);

/** A view of a plan as HTML text, for pages that are made ahead. */
export const renderHtml: (text: PlanText, options?: RenderOptions) => Outcome<string> = dividing(
    (tools) => tools.renderHtml,
    divideRender,
);

/** What the API server of a cluster does with a Service on create or update. */
export const admit = guarded(core.admit);

/** A cluster through a list of actions; undoing is calling with all but the last. */
export const simulate = onDemand((tools) => tools.simulate);

/** A plan file in the form of another Kubernetes version, with what was decided for each Service. */
export const convert = onDemand((tools) => tools.convert);

/** Flags and configuration fields of every component, and the start-up checks each would fail. */
export const components = guarded(core.components);

/** The crash forecast for a pasted command line, unit, log, Pod manifest or configuration file. */
export const checkStart = onDemand((tools) => tools.checkStart);

/** A plan from what exists: configuration files, command lines, dumps and log lines, with the origin of every value. */
export const importPlan = onDemand((tools) => tools.importPlan);

/** What changes in Kubernetes from one version to another, each with its source and how sure it is. */
export const changes = onDemand((tools) => tools.changes);

/** What becomes of a plan's settings from one version to another, and why. */
export const compare = onDemand((tools) => tools.compare);

/** What the node IPAM controller does while Nodes come and go: blocks, events and log. */
export const simulateNodes = onDemand((tools) => tools.simulateNodes);

const exportText = onDemand((tools) => tools._export);

/** The files of export targets for a plan file. */
export { exportText as export };

/** Where files come from: from the plan file given, in any language, from another plan, or from neither. */
export const verifyExport = onDemand((tools) => tools.verifyExport, { everyLanguage: true });

/** What there is to export. */
export const exportTargets = onDemand((tools) => tools.exportTargets);

/** A value as YAML that readers of YAML 1.1 and 1.2 understand alike. */
export const toYaml = guarded(core.toYaml);

/** What a plan is suggested from; without a seed the ULA prefix is random. */
export type SuggestInput = Omit<SuggestRequest, "seed"> & Partial<Pick<SuggestRequest, "seed">>;

const suggestFrom = guarded(core.suggest);

/** A plan from sizes and the blocks one may use. */
export function suggest(request: SuggestInput, options?: CallOptions): Outcome<ClusterPlan> {
    return suggestFrom({ seed: randomSeed(), ...request }, options);
}

/** 64 random bits; RFC 4193 wants 40 of them in a ULA prefix. */
export function randomSeed(): AddressCount {
    const words = crypto.getRandomValues(new BigUint64Array(1));
    return `${words[0] ?? 0n}`;
}
