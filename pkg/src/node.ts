// The entry for Node: nothing has to be awaited. Each file is read when a call first needs it.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { initSync } from "./core/dualstack_engine.js";
import * as tools from "./core/dualstack_tools.js";
import { type Messages, loadedBy } from "./modules.js";
import { type OtherLanguage, type Part, isPart, noSuchPart } from "./parts.js";
import type { MessagesSource, WasmSource } from "./sources.js";

export * from "./api.js";

let engineIsThere = false;
let toolsAreThere = false;
const messages = new Map<OtherLanguage, Messages>();

// Paths are put together in one expression each: bundlers look for that form and bring the files along. They give
// `new URL(…, import.meta.url)` a meaning of their own, which `readFileSync` does not take.
function loadEngine(): boolean {
    if (!engineIsThere) {
        const path = join(dirname(fileURLToPath(import.meta.url)), "core", "dualstack_engine_bg.wasm");
        initSync({ module: wasm(() => readFileSync(path)) });
        engineIsThere = true;
    }
    return true;
}

function loadTools(): typeof tools {
    if (!toolsAreThere) {
        const path = join(dirname(fileURLToPath(import.meta.url)), "core", "dualstack_tools_bg.wasm");
        tools.initSync({ module: wasm(() => readFileSync(path)) });
        toolsAreThere = true;
    }
    return tools;
}

/** The bytes of a module; where they are not beside this file, because a bundler left them behind, what to do. */
function wasm(read: () => BufferSource): BufferSource {
    try {
        return read();
    } catch (cause) {
        throw new Error(
            "dualstack-planner: its WASM is not beside this file, as happens in a bundle. Use " +
                '"dualstack-planner/inline" instead, or leave the package out of the bundle (esbuild: --external:dualstack-planner)',
            { cause },
        );
    }
}

loadedBy({
    engine: loadEngine,
    tools: loadTools,
    messages: (language) => {
        const found = messages.get(language) ?? {
            engine: readFileSync(join(dirname(fileURLToPath(import.meta.url)), "locales", `${language}.ftl`), "utf8"),
            tools: readFileSync(join(dirname(fileURLToPath(import.meta.url)), "locales", `${language}.tools.ftl`), "utf8"),
        };
        messages.set(language, found);
        return found;
    },
});

/** Loads the engine now; without it the first call does. What is given as its source is for browsers. */
export async function init(_source?: WasmSource): Promise<void> {
    loadEngine();
}

/** Here for code that runs in browsers too; in Node every part is read when a call needs it. */
export function load(part: "tools", source?: WasmSource): Promise<void>;
export function load(part: OtherLanguage, source?: MessagesSource | readonly MessagesSource[]): Promise<void>;
export function load(part: Part): Promise<void>;
export async function load(part: Part): Promise<void> {
    if (!isPart(part)) {
        throw noSuchPart(part);
    }
}
