// The entry for browsers and bundlers: `await init()` once, then calls are synchronous. What not everybody needs is loaded
// with `load`.

import start from "./core/dualstack_engine.js";
import { ADVICE, loadingFrom, textOf, wasmOf } from "./loading.js";
import { MESSAGES } from "./messages_at.js";
import type { Init, Load } from "./sources.js";

export * from "./api.js";

// Each URL is written out: that is what bundlers look for.
const ENGINE = () => new URL("./core/dualstack_engine_bg.wasm", import.meta.url);
const TOOLS = () => new URL("./core/dualstack_tools_bg.wasm", import.meta.url);

/** The place of a file beside this one. A script that is no module has none. */
function beside(place: () => URL): URL {
    try {
        return place();
    } catch (cause) {
        throw new Error(`dualstack-planner: this script does not know where it lies. ${ADVICE}`, { cause });
    }
}

const { init: begin, load: loadPart } = loadingFrom({
    async engine(source) {
        await start({ module_or_path: await wasmOf(source ?? beside(ENGINE)) });
    },
    async tools(source) {
        const module = await import("./core/dualstack_tools.js");
        await module.default({ module_or_path: await wasmOf(source ?? beside(TOOLS)) });
        return module;
    },
    messages: async (language, of) => textOf(beside(MESSAGES[language][of])),
});

/**
 * Loads the engine. Without a source the module that lies beside this file is fetched. Calls after the first give the same
 * promise, and a failed load can be tried again. In Node the first call loads the engine by itself.
 *
 * @param source Where the WASM comes from: a URL, a `Request`, a `Response`, its bytes or a compiled module.
 * @returns A promise that is fulfilled when calls can be made.
 * @throws Rejects where the source is no WASM, and says what to configure.
 * @example
 * await init();
 * console.log(plan(text).status); // ok
 */
export const init: Init = begin;

/**
 * Loads a part of the package besides the engine: `"tools"`, the second module, or the messages of a language. Without a
 * source the files that lie beside this one are fetched; messages come from one or more sources. Calls after the first
 * give the same promise, and a failed load can be tried again. In Node a part is read by the first call that needs it.
 *
 * @param part `"tools"`, or the tag of a language besides English.
 * @param source Where the part comes from.
 * @returns A promise that is fulfilled when the part is there.
 * @throws Rejects with a `TypeError` where there is no such part, and where the source does not hold it.
 * @example
 * await Promise.all([init(), load("tools"), load("ja")]);
 * console.log(rules({ lang: "ja" }).value[0].title.text); // Pod と Service の範囲の重複
 */
export const load: Load = loadPart;
