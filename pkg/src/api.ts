// What both entry points offer beside `init`.

export {
    EngineError,
    admit,
    analyze,
    checkStart,
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
    suggest,
    toYaml,
    version,
    type SuggestInput,
} from "./engine.js";
export type * from "./types.js";
