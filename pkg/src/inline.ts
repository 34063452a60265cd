// The entry with the bytes inside: one file, for bundlers that leave other files behind, for `<script>` without a server, and
// for single executables. `cargo xtask build` makes it of this and of the modules, packed with gzip.

import engineBytes from "packed:core/dualstack_engine_bg.wasm";
import { initSync } from "./core/dualstack_engine.js";
import { loadingFrom, wasmOf } from "./loading.js";
import type { Init, Load } from "./sources.js";

export * from "./api.js";

/** What a packed file holds. */
async function unpacked(base64: string): Promise<Response> {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const packed = new Response(bytes).body as ReadableStream<Uint8Array<ArrayBuffer>>;
    return new Response(packed.pipeThrough(new DecompressionStream("gzip")));
}

/** The compiled module of packed bytes, or of a source that was given. */
async function compiled(packed: () => Promise<string>, source: Parameters<Init>[0]): Promise<WebAssembly.Module> {
    const found = source === undefined ? (await unpacked(await packed())).arrayBuffer() : wasmOf(source);
    const wasm = await found;
    const bytes = wasm instanceof Response ? await wasm.arrayBuffer() : wasm;
    return bytes instanceof WebAssembly.Module ? bytes : WebAssembly.compile(bytes);
}

const { init: begin, load: loadPart } = loadingFrom({
    async engine(source) {
        initSync({ module: await compiled(async () => engineBytes, source) });
    },
    async tools(source) {
        const { bytes, module } = await import("./inline-tools.js");
        module.initSync({ module: await compiled(async () => bytes, source) });
        return module;
    },
    async messages(language, of) {
        const { messages } = await import("./inline-tools.js");
        return (await unpacked(messages[language][of])).text();
    },
});

/**
 * Loads the engine from the bytes in this file, or from a source. Calls after the first give the same promise.
 *
 * @param source Where the WASM comes from instead.
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
