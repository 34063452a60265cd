// The entry for Node: the engine is ready when the import is; the rest is read when a call needs it.

import { readFileSync } from "node:fs";

import { initSync } from "./core/dualstack_engine.js";
import * as tools from "./core/dualstack_tools.js";
import { MESSAGES } from "./generated.js";
import type { MessagesSource, WasmSource } from "./index.js";
import { type Messages, type OtherLanguage, type Part, engineIsReady, isPart } from "./modules.js";

export * from "./api.js";
export type { MessagesSource, WasmSource };

let toolsAreThere = false;
const messages = new Map<OtherLanguage, Messages>();

initSync({ module: readFileSync(new URL("./core/dualstack_engine_bg.wasm", import.meta.url)) });
engineIsReady({
    tools: () => {
        if (!toolsAreThere) {
            tools.initSync({ module: readFileSync(new URL("./core/dualstack_tools_bg.wasm", import.meta.url)) });
            toolsAreThere = true;
        }
        return tools;
    },
    messages: (language) => {
        const read = (url: URL) => readFileSync(url, "utf8");
        const { engine, tools } = MESSAGES[language];
        const found = messages.get(language) ?? { engine: read(engine()), tools: read(tools()) };
        messages.set(language, found);
        return found;
    },
});

/** Here for code that runs in browsers too; the engine is loaded already. */
export function init(_source?: WasmSource): Promise<void> {
    return Promise.resolve();
}

/** Here for code that runs in browsers too; in Node every part is read when a call needs it. */
export function load(part: "tools", source?: WasmSource): Promise<void>;
export function load(part: OtherLanguage, source?: MessagesSource | readonly MessagesSource[]): Promise<void>;
export function load(part: Part): Promise<void>;
export function load(part: Part): Promise<void> {
    return isPart(part)
        ? Promise.resolve()
        : Promise.reject(new TypeError(`dualstack-planner has no part ${JSON.stringify(part)}`));
}
