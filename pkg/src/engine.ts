// The calls of the package. Those that are `guarded` are the engine's, those `onDemand` the second module's.
//
// In examples `text` is the plan of README.md; `pkg/test/examples.test.mjs` runs them.

import * as core from "./core/dualstack_engine.js";
import type {
    AddressAnswer,
    AddressCount,
    AddressPlan,
    Admission,
    AdmitCall,
    AnyCount,
    BlockPlace,
    CallOptions,
    Change,
    ClusterPlan,
    ComponentsAnswer,
    ConvertedFile,
    Diagnostic,
    DrawRequest,
    Drawing,
    ExportTarget,
    Exported,
    FileToVerify,
    Fix,
    Fixed,
    FleetRequest,
    FormatRequest,
    GrowthRequest,
    Import,
    ImportText,
    KubernetesVersion,
    Element as RenderedElement,
    LintOutput,
    LintRequest,
    LocaleMeta,
    MigrateRequest,
    MinorVersion,
    NodePage,
    NodeQuery,
    NodeSimulation,
    Outcome,
    Patched,
    PlanText,
    RenderRequest,
    Report,
    RuleCode,
    RulePage,
    Scene,
    ServiceReport,
    SettingChange,
    SimulateAnswer,
    SimulateCall,
    SimulateNodesCall,
    StartUpCheck,
    SuggestRequest,
    Target,
    VerifiedFile,
} from "./core/types.js";
import type { ComparisonFor, ExplanationFor, FleetFor, GrowthFor, MigrationFor } from "./types.js";
import { type Tools, guarded, onDemand } from "./modules.js";

/** Gives the findings the place that they have in the outcome of every call. */
function withFindings<T>(outcome: Outcome<T>, findings: (value: T) => Diagnostic[]): Outcome<T> {
    if (outcome.status === "failed") {
        return outcome;
    }
    const about = outcome.diagnostics;
    return { ...outcome, diagnostics: about.length === 0 ? findings(outcome.value) : [...findings(outcome.value), ...about] };
}

/**
 * The version of the package.
 *
 * @returns The version: `1.2.3`.
 * @throws {EngineError} Before `init` is fulfilled, except in Node.
 * @example
 * console.log(version().split(".").length); // 3
 */
export const version: () => string = guarded(core.version);

/**
 * The languages of the messages.
 *
 * @returns The languages, the default first, each with its tag and its name in itself.
 * @throws {EngineError} Before `init` is fulfilled, except in Node.
 * @example
 * console.log(locales().map(({ tag, name }) => `${tag} ${name}`)); // [ 'en English', 'ja 日本語', 'zh-Hans 简体中文', 'ko 한국어' ]
 */
export const locales: () => LocaleMeta[] = guarded(core.locales);

/**
 * The Kubernetes versions known.
 *
 * @returns The minor versions, oldest first.
 * @throws {EngineError} Before `init` is fulfilled, except in Node.
 * @example
 * console.log(kubernetesVersions()[0]); // 1.16
 */
export const kubernetesVersions: () => MinorVersion[] = guarded(core.kubernetesVersions);

const analyzeText = guarded(core.analyze);

/**
 * Everything that follows from a plan file.
 *
 * @param text The text of the file, or several texts that are read as one.
 * @param options The language, the seed, the older plan, and how components are started.
 * @returns The plan, its addresses, Services, components and findings; `diagnostics` holds the findings too.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * const outcome = analyze(text);
 * console.log(outcome.value.addresses.capacity.nodes, outcome.value.services.length); // 256 0
 */
export const analyze = (text: PlanText, options?: CallOptions): Outcome<Report> =>
    withFindings(analyzeText(text, options), ({ diagnostics }) => diagnostics);

/**
 * The plan as typed values, without defaults filled in.
 *
 * @param text The text of a plan file, or several texts that are read as one.
 * @param options The language of the messages.
 * @returns The plan; failed where the text holds none.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(parse(text).value.spec.podCIDRs); // [ '10.244.0.0/16', 'fd00:10:244::/56' ]
 */
export const parse: (text: PlanText, options?: CallOptions) => Outcome<ClusterPlan> = guarded(core.parse);

/**
 * The address plan: ranges, overlaps, free space, node capacity, Service bands. No rule runs.
 *
 * @param text The text of a plan file, or several texts that are read as one.
 * @param options The language of the messages.
 * @returns The address plan; counts are decimal texts, `BigInt(count)` makes numbers of them.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(plan(text).value.capacity.nodes); // 256
 */
export const plan: (text: PlanText, options?: CallOptions) => Outcome<AddressPlan> = guarded(core.plan);

const lintText = guarded(core.lint);

/**
 * What is wrong with a plan file, or worth knowing.
 *
 * @param text The text of a plan file, or several texts that are read as one.
 * @param options The language, the older plan, and how components are started.
 * @returns The findings with their fixes, ordered by place; `diagnostics` holds them too.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * const overlapping = text.replace("10.96.0.0/16", "10.244.0.0/16");
 * console.log(lint(overlapping).diagnostics.some(({ code }) => code === "ADDR001")); // true
 */
export const lint = (text: PlanText, options?: CallOptions): Outcome<Diagnostic[]> =>
    withFindings(lintText(text, options), (value) => value);

const lintFilesWithoutPages = guarded(core.lintFiles);
const lintFilesWithPages = onDemand((tools) => tools.lintFiles);

/**
 * The findings of some files in a format for people or machines.
 *
 * @param request The files, and the format: text, JSON, SARIF, JUnit or GitHub's annotations. SARIF needs `load("tools")`.
 * @param options The language, the older plan, and how components are started.
 * @returns The text, and the exit code that the findings come to.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * const outcome = lintFiles({ files: [{ name: "plan.yaml", text }], format: "json" });
 * console.log(outcome.value.exitCode); // 0
 */
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

/**
 * A plan file with every fix applied that needs nobody to look at it.
 *
 * @param text The text of a plan file, or several texts that are read as one.
 * @param options The language, and the random bits of unique local prefixes.
 * @returns The texts after the fixes, in order, and what was applied.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(applySafeFixes(text).value.applied.length); // 0
 */
export const applySafeFixes: (text: PlanText, options?: CallOptions) => Outcome<Fixed> = guarded(core.applySafeFixes);

/**
 * A plan file with one fix of a finding applied; comments stay. Needs `load("tools")`.
 *
 * @param text The text of a plan file, or several texts that are read as one: those that the finding is about.
 * @param fix The fix, as `lint` and the other calls give it.
 * @param options The language of the messages.
 * @returns The texts after the fix, in order; failed where the fix is of another text.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * const overlapping = text.replace("10.96.0.0/16", "10.244.0.0/16");
 * const [finding] = lint(overlapping).diagnostics.filter(({ code }) => code === "ADDR001");
 * const fixed = applyFix(overlapping, finding.fixes[0]).value.text;
 * console.log(lint(fixed).diagnostics.some(({ code }) => code === "ADDR001")); // false
 */
export const applyFix: (
    text: PlanText,
    fix: Pick<Fix, "document" | "patch">,
    options?: CallOptions,
) => Outcome<Patched> = onDemand((tools) => tools.applyFix);

const explainText = onDemand((tools) => tools.explain);

/**
 * The rules that a code, or a line that a component has printed, is about. Needs `load("tools")`.
 *
 * @param text A code such as `ADDR001`, or log lines as they were pasted.
 * @param planText A plan file: what the rules find in it is given too.
 * @param options The language of the messages.
 * @returns The rules, the best first, each with the text that matched.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(explain("ADDR001").value[0].rule.title.text); // Pod and Service ranges overlap
 */
export function explain<T extends RuleCode | (string & {}), P extends string | undefined = undefined>(
    text: T,
    planText?: P,
    options?: CallOptions,
): Outcome<ExplanationFor<T, P>[]> {
    return explainText(text, planText, options) as Outcome<ExplanationFor<T, P>[]>;
}

/**
 * Every rule. Needs `load("tools")`.
 *
 * @param options The language of the messages.
 * @returns The rules by code, each with its page.
 * @throws {EngineError} For a bug in the engine.
 * @example
 * console.log(rules().value[0].code); // ADDR001
 */
export const rules: (options?: CallOptions) => Outcome<RulePage[]> = onDemand((tools) => tools.rules);

/**
 * A page of node blocks.
 *
 * @param text The text of a plan file, or several texts that are read as one.
 * @param query The first node, from 0, and how many, 1,000 at most.
 * @param options The language of the messages.
 * @returns The blocks, and how many there are; failed where kube-controller-manager would not start, with its refusal.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(nodes(text, { from: 255n, limit: 1 }).value.nodes[0].podCIDRs); // [ '10.244.255.0/24', 'fd00:10:244:ff::/64' ]
 */
export const nodes: (text: PlanText, query?: NodeQuery, options?: CallOptions) => Outcome<NodePage> = guarded(core.nodes);

/**
 * Where an address lies among the node blocks.
 *
 * @param text The text of a plan file, or several texts that are read as one.
 * @param address An IPv4 or IPv6 address.
 * @param options The language of the messages.
 * @returns The node, or why the address is no node's.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(findNode(text, "10.244.3.9").value.node); // 3
 */
export const findNode: (text: PlanText, address: string, options?: CallOptions) => Outcome<BlockPlace> = guarded(core.findNode);

/**
 * Whose an address is: that of a Service, in the block of a node, in a network that the plan names, or nobody's. Needs
 * `load("tools")`.
 *
 * @param text The text of a plan file, or several texts that are read as one.
 * @param address An IPv4 or IPv6 address.
 * @param options The language of the messages.
 * @returns Everybody whose it is, the nearest first.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(whoseAddress(text, "10.96.0.10").value.holders[0].use); // cluster-dns
 */
export const whoseAddress: (text: PlanText, address: string, options?: CallOptions) => Outcome<AddressAnswer> = onDemand(
    (tools) => tools.whoseAddress,
);

/** The options of `draw` and `scene`. */
export type DrawOptions = DrawRequest & CallOptions;

/**
 * The map of a plan as SVG. Needs `load("tools")`.
 *
 * @param text The text of a plan file, or several texts that are read as one.
 * @param options The position, the colours, the width, and the language.
 * @returns The picture, and what it shows in sentences.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(draw(text, { theme: "dark" }).value.svg.slice(0, 4)); // <svg
 */
export const draw: (text: PlanText, options?: DrawOptions) => Outcome<Drawing> = drawing((tools) => tools.draw);

/**
 * What the map of a plan shows, as shapes with a meaning. Needs `load("tools")`.
 *
 * @param text The text of a plan file, or several texts that are read as one.
 * @param options The position, and the language.
 * @returns The panes, strips and rows of the map.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(scene(text).value.panes.length); // 2
 */
export const scene: (text: PlanText, options?: DrawOptions) => Outcome<Scene> = drawing((tools) => tools.scene);

function drawing<T>(pick: (tools: Tools) => (text: PlanText, request: DrawRequest, options?: CallOptions) => Outcome<T>) {
    const call = onDemand(pick);
    return (text: PlanText, options?: DrawOptions): Outcome<T> =>
        call(text, ...divided<DrawRequest>(options, ["at", "theme", "width", "id"]));
}

/** The options of `render` and `renderHtml`. */
export type RenderOptions = RenderRequest & CallOptions;

function rendering<T>(pick: (tools: Tools) => (text: PlanText, request: RenderRequest, options?: CallOptions) => Outcome<T>) {
    const call = onDemand(pick);
    return (text: PlanText, options?: RenderOptions): Outcome<T> =>
        call(text, ...divided<RenderRequest>(options, ["view", "at", "theme", "width", "id", "heading", "nodes"]));
}

/**
 * A view of a plan as a tree of elements: a page builds its own from it, and no text of a plan becomes markup. Needs
 * `load("tools")`.
 *
 * @param text The text of a plan file, or several texts that are read as one.
 * @param options The view, how its map is drawn, the level of its headings, and the language.
 * @returns The root of the tree.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(render(text, { view: "sentence" }).value.tag); // section
 */
export const render: (text: PlanText, options?: RenderOptions) => Outcome<RenderedElement> = rendering((tools) => tools.render);

/**
 * A view of a plan as HTML text, for pages that are made ahead. Needs `load("tools")`.
 *
 * @param text The text of a plan file, or several texts that are read as one.
 * @param options The view, how its map is drawn, the level of its headings, and the language.
 * @returns The HTML; what stands in a plan is escaped.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(renderHtml(text, { view: "sentence" }).value.startsWith("<section")); // true
 */
export const renderHtml: (text: PlanText, options?: RenderOptions) => Outcome<string> = rendering((tools) => tools.renderHtml);

/**
 * What the API server of a cluster does with a Service on create or update.
 *
 * @param call The version and the Service ranges of the cluster, and the request.
 * @param options The language, the seed of the addresses that are picked, and whether it is a dry run.
 * @returns The object as it is stored, or the refusal in the server's words, and the steps that led there.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * const outcome = admit({
 *     kubernetesVersion: "1.36",
 *     serviceCIDRs: ["10.96.0.0/16", "fd00:10:96::/112"],
 *     request: {
 *         operation: "create",
 *         service: { metadata: { name: "web" }, spec: { ipFamilyPolicy: "PreferDualStack", ports: [{ port: 80 }] } },
 *     },
 * });
 * console.log(outcome.value.spec.ipFamilies); // [ 'IPv4', 'IPv6' ]
 */
export const admit: (call: AdmitCall, options?: CallOptions) => Outcome<Admission> = guarded(core.admit);

/**
 * Each Service beside a plan as the API server would store or refuse it. No rule runs.
 *
 * @param text The text of a plan file with Services in it, or several texts that are read as one.
 * @param options The language, the seed of the addresses that are picked, and whether it is a dry run.
 * @returns The Services in the order of the file.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * const service = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80}]}\n";
 * console.log(services([text, service]).value[0].admission.spec.ipFamilies); // [ 'IPv4' ]
 */
export const services: (text: PlanText, options?: CallOptions) => Outcome<ServiceReport[]> = guarded(core.services);

/**
 * A cluster through a list of actions; undoing is calling with all but the last. Needs `load("tools")`.
 *
 * @param call The cluster before the first action, and the actions.
 * @param options The language, and the seed of the addresses that are picked.
 * @returns The actions with their results, and what there is after them.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * const start = { version: "1.36", serviceCIDRs: ["10.96.0.0/16"] };
 * console.log(simulate({ start, actions: [{ action: "setVersion", version: "1.37" }] }).value.version); // 1.37
 */
export const simulate: (call: SimulateCall, options?: CallOptions) => Outcome<SimulateAnswer> = onDemand(
    (tools) => tools.simulate,
);

/**
 * A plan file in the form of another Kubernetes version. Needs `load("tools")`.
 *
 * @param text The text of a plan file, or several texts that are read as one.
 * @param to The version to convert to.
 * @param options The language of the messages.
 * @returns The file, and what was decided for each Service.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(convert(text, "1.19").value.services.length); // 0
 */
export const convert: (text: PlanText, to: KubernetesVersion, options?: CallOptions) => Outcome<ConvertedFile> = onDemand(
    (tools) => tools.convert,
);

/**
 * Flags and configuration fields of every component, and the start-up checks each would fail.
 *
 * @param text The text of a plan file, or several texts that are read as one.
 * @param options The language of the messages.
 * @returns The settings by component, and the checks that fail with them.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(components(text).value.components[0].component); // kube-apiserver
 */
export const components: (text: PlanText, options?: CallOptions) => Outcome<ComponentsAnswer> = guarded(core.components);

/**
 * The crash forecast for a pasted command line, unit, log, Pod manifest or configuration file. Needs `load("tools")`.
 *
 * @param text What was pasted.
 * @param version The version of the components.
 * @param options The language of the messages.
 * @returns What is started, and the checks that each fails, in the words of the component.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * const flags = "--allocate-node-cidrs=true --cluster-cidr=10.244.0.0/16 --node-cidr-mask-size=12";
 * const [start] = checkStart(`kube-controller-manager ${flags}`, "1.36").value;
 * console.log(start.failedChecks.length > 0); // true
 */
export const checkStart: (text: string, version: KubernetesVersion, options?: CallOptions) => Outcome<StartUpCheck[]> = onDemand(
    (tools) => tools.checkStart,
);

/**
 * A plan from what exists: configuration files, command lines, dumps and log lines. Needs `load("tools")`.
 *
 * @param texts The texts, each with the name of its file where it has one.
 * @param options The language of the messages.
 * @returns The plan as text, the origin of every value, what contradicts what, and what is missing.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(importPlan(["kube-controller-manager --cluster-cidr=10.244.0.0/16"]).value.text.includes("10.244.0.0/16")); // true
 */
export const importPlan: (texts: (string | ImportText)[], options?: CallOptions) => Outcome<Import> = onDemand(
    (tools) => tools.importPlan,
);

/**
 * What changes in Kubernetes from one version to another. Needs `load("tools")`.
 *
 * @param from The older version.
 * @param to The newer version.
 * @param options The language of the messages.
 * @returns The changes, each with its source and how sure it is.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(changes("1.36", "1.36").value.length); // 0
 */
export const changes: (from: KubernetesVersion, to: KubernetesVersion, options?: CallOptions) => Outcome<Change[]> = onDemand(
    (tools) => tools.changes,
);

/**
 * What becomes of a plan's settings from one version to another, and why. Needs `load("tools")`.
 *
 * @param text The text of a plan file, or several texts that are read as one.
 * @param from The older version.
 * @param to The newer version.
 * @param options The language of the messages.
 * @returns The settings that differ.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(compare(text, "1.36", "1.36").value.length); // 0
 */
export const compare: (
    text: PlanText,
    from: KubernetesVersion,
    to: KubernetesVersion,
    options?: CallOptions,
) => Outcome<SettingChange[]> = onDemand((tools) => tools.compare);

/**
 * What the node IPAM controller does while Nodes come and go. Needs `load("tools")`.
 *
 * @param call The flags or the plan, the Nodes at the start, and the steps.
 * @param options The language of the messages.
 * @returns Blocks, events and log lines.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * const run = simulateNodes({ plan: text, nodes: [{ name: "a" }] });
 * console.log(run.status); // ok
 */
export const simulateNodes: (call: SimulateNodesCall, options?: CallOptions) => Outcome<NodeSimulation> = onDemand(
    (tools) => tools.simulateNodes,
);

/**
 * The files of export targets for a plan file, exported under the name `export`. Needs `load("tools")`.
 *
 * @param text The text of a plan file, or several texts that are read as one.
 * @param targets The targets, by id.
 * @param options The language, and what the report among the targets is about.
 * @returns The files: a path and a text each.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * const { export: exportFiles } = dualstack;
 * console.log(exportFiles(text, ["kubeadm"]).value.files.length > 0); // true
 */
const exportText: (text: PlanText, targets: readonly ExportTarget[], options?: CallOptions) => Outcome<Exported> = onDemand(
    (tools) => tools._export,
);

export { exportText as export };

/**
 * Where files come from. Needs `load("tools")` and every language.
 *
 * @param text The text of a plan file, or several texts that are read as one.
 * @param files The files, a path and a text each.
 * @param options The language of the messages, and those that the files were exported with.
 * @returns For each file: from the plan given, in any language, from another plan, or from neither.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(verifyExport(text, [{ path: "a.txt", text: "" }]).value[0].origin); // unknown
 */
export const verifyExport: (text: PlanText, files: FileToVerify[], options?: CallOptions) => Outcome<VerifiedFile[]> = onDemand(
    (tools) => tools.verifyExport,
    { everyLanguage: true },
);

/**
 * What there is to export. Needs `load("tools")`.
 *
 * @param options The language of the messages.
 * @returns The targets with their groups, titles and versions.
 * @throws {EngineError} For a bug in the engine.
 * @example
 * console.log(exportTargets().value.some(({ id }) => id === "kubeadm")); // true
 */
export const exportTargets: (options?: CallOptions) => Outcome<Target[]> = onDemand((tools) => tools.exportTargets);

/** The options of `diff` and `growth`. */
export type DiffOptions = FormatRequest & CallOptions;

const diffTexts = onDemand((tools) => tools.diff);

/**
 * What differs between two plans, by meaning, and how far each difference reaches into the cluster that runs. Needs
 * `load("tools")`.
 *
 * @param old The older plan, or anything that `importPlan` reads.
 * @param now The newer one.
 * @param options The language, and a format for `text`.
 * @returns The differences, each with its reach, its reason and its source; with `text` where a format was given.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(diff(text, text).value.differences.length); // 0
 */
export function diff<O extends DiffOptions = {}>(old: PlanText, now: PlanText, options?: O): Outcome<ComparisonFor<O>> {
    return diffTexts(old, now, ...divided<FormatRequest>(options, ["format"])) as Outcome<ComparisonFor<O>>;
}

/** The options of `migrate`. */
export type MigrateOptions = MigrateRequest & CallOptions;

const migrateTexts = onDemand((tools) => tools.migrate);

/**
 * The way from one plan to another, in steps after each of which the cluster works. Needs `load("tools")`.
 *
 * @param from The older plan, or anything that `importPlan` reads.
 * @param to The newer one.
 * @param options The language, steps that are done first, and a format for `text`.
 * @returns The steps, and what goes wrong in that order; with `text` where a format was given.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(migrate(text, text).value.steps.length); // 0
 */
export function migrate<O extends MigrateOptions = {}>(from: PlanText, to: PlanText, options?: O): Outcome<MigrationFor<O>> {
    return migrateTexts(from, to, ...divided<MigrateRequest>(options, ["order", "format"])) as Outcome<MigrationFor<O>>;
}

const growthOf = onDemand((tools) => tools.growth);

/**
 * When a plan runs out, what is cheapest then, and what to choose today so that it is not needed. Needs `load("tools")`.
 *
 * @param plan The plan, or anything that `importPlan` reads.
 * @param request How much is added each month, from when, and for how long.
 * @param options The language, and a format for `text`.
 * @returns The forecast, month by month and by family; with `text` where a format was given.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(growth(text, { nodesPerMonth: "1", from: "2026-12" }).status); // ok
 */
export function growth<O extends DiffOptions = {}>(plan: PlanText, request: GrowthRequest, options?: O): Outcome<GrowthFor<O>> {
    return growthOf(plan, request, ...divided<FormatRequest>(options, ["format"])) as Outcome<GrowthFor<O>>;
}

/** The options of `fleet`. */
export type FleetOptions = FleetRequest & CallOptions;

const fleetOf = onDemand((tools) => tools.fleet);

/**
 * Places for many clusters from shared blocks: nothing overlaps inside a connected group, every cluster can double where it
 * is, and what the lock file has stays. Needs `load("tools")`.
 *
 * @param text The text of a fleet file, `kind: FleetPlan`.
 * @param options The language, the lock file of the last time, the files that the fleet file names, and what else to give.
 * @returns The clusters with their places, and the text of the lock file; what else was asked for.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * const spec = { blocks: ["10.0.0.0/8"], clusters: [{ name: "a", nodes: { count: 40 } }] };
 * const found = fleet(JSON.stringify({ apiVersion: "dualstack-planner/v1", kind: "FleetPlan", spec }));
 * console.log(found.value.clusters[0].podCIDRs); // [ '10.0.0.0/18' ]
 */
export function fleet<O extends FleetOptions = {}>(text: string, options?: O): Outcome<FleetFor<O>> {
    const divide = divided<FleetRequest>(options, ["lock", "files", "format", "plans", "targets"]);
    return fleetOf(text, ...divide) as Outcome<FleetFor<O>>;
}

/**
 * The files that the existing clusters of a fleet file are read from, as `fleet` takes them. Needs `load("tools")`.
 *
 * @param text The text of a fleet file.
 * @param options The language of the messages.
 * @returns The names, each once.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(fleetFiles("kind: FleetPlan\nspec: {existing: [{name: a, plan: a.yaml}]}").value); // [ 'a.yaml' ]
 */
export const fleetFiles: (text: string, options?: CallOptions) => Outcome<string[]> = onDemand((tools) => tools.fleetFiles);

/** Options divided into those of one call and those of every call. */
function divided<Own extends object>(
    options: (Own & CallOptions) | undefined,
    names: readonly (keyof Own)[],
): [Own, CallOptions | undefined] {
    try {
        const rest = { ...options } as Own & CallOptions;
        const own = {} as Own;
        for (const name of names) {
            own[name] = rest[name];
            delete rest[name];
        }
        return [own, rest];
    } catch {
        // A getter that throws; the engine says so.
        return [{} as Own, options];
    }
}

/**
 * A value as YAML that readers of YAML 1.1 and 1.2 understand alike.
 *
 * @param value Anything that has a JSON form.
 * @returns The YAML; empty where the value has no JSON form.
 * @throws {EngineError} For a bug in the engine.
 * @example
 * console.log(toYaml({ a: "1:2" }).trim()); // a: "1:2"
 */
export const toYaml: (value: unknown) => string = guarded(core.toYaml);

/** What a plan is suggested from; without a seed the ULA prefix is random. */
export type SuggestInput = Omit<SuggestRequest, "seed"> & { seed?: AnyCount };

const suggestFrom = guarded(core.suggest);

/**
 * A plan from sizes and the blocks one may use.
 *
 * @param request The number of nodes, and whatever else is known. The same seed gives the same plan.
 * @param options The language of the messages.
 * @returns The plan; failed where a range has no place.
 * @throws {EngineError} For a bug in the engine; wrong input comes back as findings.
 * @example
 * console.log(suggest({ nodes: 40, blocks: ["10.0.0.0/8"], seed: 1n }).value.spec.podCIDRs); // [ '10.0.0.0/17', 'fd91:a2d:ec89::/56' ]
 */
export function suggest(request: SuggestInput, options?: CallOptions): Outcome<ClusterPlan> {
    return suggestFrom({ seed: randomSeed(), ...request } as SuggestRequest, options);
}

/** 64 random bits; RFC 4193 wants 40 of them in a ULA prefix. */
export function randomSeed(): AddressCount {
    const words = crypto.getRandomValues(new BigUint64Array(1));
    return `${words[0] ?? 0n}`;
}
