// The entry for browsers and bundlers: `await init()` once, then calls are synchronous. What not everybody needs is loaded
// with `load`.

import start from "./core/dualstack_engine.js";
import type { InitInput } from "./core/types.js";
import { MESSAGES } from "./generated.js";
import { type Messages, type OtherLanguage, type Part, type Tools, engineIsReady, isPart } from "./modules.js";

export * from "./api.js";

/** Where the WASM comes from: a URL, a `Response`, its bytes or a compiled module. */
export type WasmSource = InitInput | Promise<InitInput>;

/** Where messages come from: a URL, or a `Response`. */
export type MessagesSource = string | URL | Request | Response;

let loading: Promise<void> | undefined;
let tools: Tools | undefined;
const messages = new Map<OtherLanguage, Partial<Messages>>();
const parts = new Map<Part, Promise<void>>();

/**
 * Loads the engine; calls after the first give the same promise. Without a source the module that lies beside this
 * file is fetched. A failed load can be tried again.
 */
export function init(source?: WasmSource): Promise<void> {
    loading ??= start(source === undefined ? undefined : { module_or_path: source }).then(
        () => engineIsReady({ tools: () => tools, messages: messagesOf }),
        (error: unknown) => {
            loading = undefined;
            throw error;
        },
    );
    return loading;
}

/**
 * Loads a part of the package besides the engine: `"tools"`, the second module, or the messages of a language. Without a
 * source the files that lie beside this one are fetched; messages come from one or more sources. Calls after the first
 * give the same promise, and a failed load can be tried again.
 */
export function load(part: "tools", source?: WasmSource): Promise<void>;
export function load(part: OtherLanguage, source?: MessagesSource | readonly MessagesSource[]): Promise<void>;
export function load(part: Part): Promise<void>;
export function load(part: Part, source?: unknown): Promise<void> {
    if (!isPart(part)) {
        return Promise.reject(new TypeError(`dualstack-planner has no part ${JSON.stringify(part)}`));
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
}

async function loadTools(source: WasmSource | undefined): Promise<void> {
    const module = await import("./core/dualstack_tools.js");
    await module.default(source === undefined ? undefined : { module_or_path: source });
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
    messages.set(language, { engine: await textOf(MESSAGES[language].engine()) });
    if (parts.has("tools")) {
        await loadMessagesOfTools(language);
    }
}

async function loadMessagesOfTools(language: OtherLanguage): Promise<void> {
    const known = messages.get(language);
    if (known !== undefined) {
        known.tools ??= await textOf(MESSAGES[language].tools());
    }
}

function messagesOf(language: OtherLanguage): Messages | undefined {
    const { engine, tools = "" } = messages.get(language) ?? {};
    return engine === undefined ? undefined : { engine, tools };
}

async function textOf(source: MessagesSource): Promise<string> {
    const response = source instanceof Response ? source : await fetch(source);
    const text = await response.text();
    // Servers of single pages answer with the page where a file is missing.
    if (!response.ok || text.trimStart().startsWith("<")) {
        throw new Error(`dualstack-planner: ${response.url} has no messages (status ${response.status})`);
    }
    return text;
}
