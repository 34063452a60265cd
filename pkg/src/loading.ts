// `init` and `load` where loading takes time: in browsers, in workers, and where the bytes are in the file itself.

import { type Messages, type Tools, loadedBy } from "./modules.js";
import { type OtherLanguage, type Part, isPart, noSuchPart } from "./parts.js";
import type { Init, Load, MessagesSource, WasmSource } from "./sources.js";

/** Where an entry has its parts; each takes a source that it was given in place of its own. */
export interface Origins {
    /** Starts the engine. */
    engine(source: WasmSource | undefined): Promise<void>;
    /** Gives the second module, started. */
    tools(source: WasmSource | undefined): Promise<Tools>;
    /** Gives the messages of a language: those of the engine, or those that only the second module has. */
    messages(language: OtherLanguage, of: keyof Messages): Promise<string>;
}

/** What an entry offers for loading. Calls after the first give the same promise; a failed load can be tried again. */
export function loadingFrom(origins: Origins): { init: Init; load: Load } {
    let loading: Promise<void> | undefined;
    let started = false;
    let tools: Tools | undefined;
    /** From here on, who brings a language brings what the second module says in it too. */
    let toolsSpeak = false;
    const messages = new Map<OtherLanguage, Partial<Messages>>();
    const parts = new Map<Part, Promise<void>>();

    loadedBy({
        engine: () => started,
        tools: () => tools,
        messages: (language) => messages.get(language) ?? {},
    });

    async function start(source: WasmSource | undefined): Promise<void> {
        await origins.engine(source);
        started = true;
    }

    async function loadTools(source: WasmSource | undefined): Promise<void> {
        const module = await origins.tools(source);
        toolsSpeak = true;
        await Promise.all([...messages.keys()].map(loadMessagesOfTools));
        tools = module;
    }

    async function loadMessages(
        language: OtherLanguage,
        sources: MessagesSource | readonly MessagesSource[] | undefined,
    ): Promise<void> {
        if (sources !== undefined) {
            const texts = await Promise.all([sources].flat().map(textOf));
            messages.set(language, { engine: texts.join("\n"), tools: "" });
            return;
        }
        messages.set(language, { engine: await origins.messages(language, "engine") });
        if (toolsSpeak) {
            await loadMessagesOfTools(language);
        }
    }

    async function loadMessagesOfTools(language: OtherLanguage): Promise<void> {
        const known = messages.get(language);
        if (known !== undefined) {
            known.tools ??= await origins.messages(language, "tools");
        }
    }

    const load = (part: Part, source?: unknown): Promise<void> => {
        if (!isPart(part)) {
            return Promise.reject(noSuchPart(part));
        }
        const begun = parts.get(part);
        if (begun !== undefined) {
            return begun;
        }
        const begin =
            part === "tools"
                ? loadTools(source as WasmSource | undefined)
                : loadMessages(part, source as MessagesSource | readonly MessagesSource[] | undefined);
        const promise = begin.catch((error: unknown) => {
            parts.delete(part);
            throw error;
        });
        parts.set(part, promise);
        return promise;
    };
    const init = (source?: WasmSource): Promise<void> => {
        loading ??= start(source).catch((error: unknown) => {
            loading = undefined;
            throw error;
        });
        return loading;
    };
    return { init, load };
}

/** What a module is compiled from: bytes, a compiled module, or a response that certainly is WASM. */
export async function wasmOf(source: WasmSource): Promise<BufferSource | WebAssembly.Module | Response> {
    const given = await source;
    const isPlace =
        typeof given === "string" || given instanceof URL || (typeof Request === "function" && given instanceof Request);
    const found = isPlace ? await fetch(given) : given;
    if (!(typeof Response === "function" && found instanceof Response)) {
        return found as BufferSource | WebAssembly.Module;
    }
    const type = found.headers.get("content-type") ?? "";
    if (found.ok && type.startsWith("application/wasm")) {
        return found;
    }
    const bytes = await found.arrayBuffer();
    if (!found.ok || !isWasm(new Uint8Array(bytes))) {
        throw new Error(`dualstack-planner: ${found.url} is no WASM (status ${found.status}, ${type || "no content type"}). ${ADVICE}`);
    }
    return bytes;
}

/** Every module begins with these bytes; a server of single pages answers with its page where a file is missing. */
function isWasm(bytes: Uint8Array): boolean {
    return [0x00, 0x61, 0x73, 0x6d].every((byte, index) => bytes[index] === byte);
}

/** What to do where the WASM does not lie beside the JavaScript. */
export const ADVICE =
    'Vite up to 7 needs optimizeDeps: { exclude: ["dualstack-planner"] } in development. Rollup and esbuild leave the file ' +
    'behind: copy dualstack-planner/engine.wasm and give its URL to init(url). Or use "dualstack-planner/inline", ' +
    "which has the bytes inside and needs no file.";

/** The text behind a source of messages. */
export async function textOf(source: MessagesSource): Promise<string> {
    const response = source instanceof Response ? source : await fetch(source);
    const text = await response.text();
    // Servers of single pages answer with the page where a file is missing.
    if (!response.ok || text.trimStart().startsWith("<")) {
        throw new Error(`dualstack-planner: ${response.url} has no messages (status ${response.status}). ${ADVICE}`);
    }
    return text;
}
