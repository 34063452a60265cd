// What both entry points offer beside `init`.

export {
    EngineError,
    kubernetesVersions,
    locales,
    suggest,
    version,
    type SuggestInput,
} from "./engine.js";
export type * from "./types.js";
