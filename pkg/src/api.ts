// What both entry points offer beside `init`.

export {
    EngineError,
    admit,
    analyze,
    changes,
    checkStart,
    compare,
    components,
    export,
    exportTargets,
    findNode,
    kubernetesVersions,
    lint,
    locales,
    nodes,
    parse,
    plan,
    simulateNodes,
    suggest,
    version,
    type SuggestInput,
} from "./engine.js";
export type * from "./types.js";
