// What both entry points offer beside `init`.

export {
    EngineError,
    admit,
    analyze,
    changes,
    checkStart,
    compare,
    components,
    convert,
    export,
    exportTargets,
    findNode,
    kubernetesVersions,
    lint,
    locales,
    nodes,
    parse,
    plan,
    simulate,
    simulateNodes,
    suggest,
    toYaml,
    version,
    type SuggestInput,
} from "./engine.js";
export type * from "./types.js";
