// The entry for Cloudflare Workers, where modules are compiled before the Worker runs: imported, not fetched.

import engine from "./core/dualstack_engine_bg.wasm";
import { initSync } from "./core/dualstack_engine.js";
import { loadingFrom } from "./loading.js";
import type { Init, Load } from "./sources.js";

export * from "./api.js";

const { init: begin, load: loadPart } = loadingFrom({
    async engine(source) {
        initSync({ module: ((await source) as WebAssembly.Module | undefined) ?? engine });
    },
    async tools(source) {
        const { default: wasm, module } = await import("./workerd-tools.js");
        module.initSync({ module: ((await source) as WebAssembly.Module | undefined) ?? wasm });
        return module;
    },
    async messages(language, of) {
        const { messages } = await import("./workerd-tools.js");
        return messages[language][of];
    },
});

/**
 * Starts the engine that was compiled with the Worker. Calls after the first give the same promise.
 *
 * @param source Another compiled module.
 * @returns A promise that is fulfilled when calls can be made.
 */
export const init: Init = begin;

/**
 * Loads a part of the package besides the engine: `"tools"`, the second module, or the messages of a language.
 *
 * @param part `"tools"`, or the tag of a language besides English.
 * @param source Where the part comes from instead.
 * @returns A promise that is fulfilled when the part is there.
 */
export const load: Load = loadPart;
