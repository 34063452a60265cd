// What both entry points offer beside `init`.

export {
    EngineError,
    admit,
    analyze,
    checkStart,
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
    suggest,
    version,
    type SuggestInput,
} from "./engine.js";
export type * from "./types.js";
