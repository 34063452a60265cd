// What both entry points offer beside `init`.

export {
    admit,
    analyze,
    applySafeFixes,
    changes,
    checkStart,
    compare,
    components,
    convert,
    explain,
    export,
    exportTargets,
    findNode,
    kubernetesVersions,
    lint,
    lintFiles,
    locales,
    nodes,
    parse,
    plan,
    rules,
    simulate,
    simulateNodes,
    suggest,
    toYaml,
    verifyExport,
    version,
    type SuggestInput,
} from "./engine.js";
export { EngineError, type OtherLanguage, type Part } from "./modules.js";
export type * from "./types.js";
