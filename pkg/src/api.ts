// What every entry offers beside `init` and `load`.

export {
    admit,
    analyze,
    applySafeFixes,
    changes,
    checkStart,
    compare,
    components,
    convert,
    draw,
    explain,
    export,
    exportTargets,
    findNode,
    importPlan,
    kubernetesVersions,
    lint,
    lintFiles,
    locales,
    nodes,
    parse,
    plan,
    rules,
    scene,
    services,
    simulate,
    simulateNodes,
    suggest,
    toYaml,
    verifyExport,
    version,
    whoseAddress,
    type DrawOptions,
    type SuggestInput,
} from "./engine.js";
export { type OpenPlan, open } from "./open.js";
export { EngineError, type OtherLanguage, type Part } from "./parts.js";
export type { MessagesSource, WasmSource } from "./sources.js";
export type * from "./types.js";
